//! What an earlier run has written into the folder, of which this one reads only what is new or has changed.

use super::pieces::Pieces;
use super::place::TablesFolder;
use crate::failure::Failure;
use crate::input::{Stream, today};
use crate::spill::Spill;
use crate::terminal::say;
use dateline_builder::Known;
use dateline_engine::corpus::{Article, Corpus, Day, FileProblem};
use dateline_engine::parse::{KnownGroups, LATE, signature};
use dateline_engine::wording::count;
use dateline_tables::{
    Earlier, EarlierFile, Format, SIGNATURES, TABLES, Table, Writer, actors, check, texts,
};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::io::Write;

/// The articles whose signatures are made at once.
const AT_ONCE: usize = 4096;

/// The tables of before.
pub(super) struct Before {
    pieces: Pieces,
    /// The tables that it has.
    tables: Vec<&'static Table>,
    earlier: Earlier,
}

/// What stays of them.
pub(super) struct Kept<'b> {
    before: &'b Before,
    /// Files that are there no more, or have changed, and their articles.
    gone_files: HashSet<&'b str>,
    gone: HashSet<&'b str>,
    /// The places of pieces whose rows move into the new one; all others stay as they are.
    absorbed: Vec<usize>,
}

/// What a run has read that is not as before.
#[derive(Default)]
pub(super) struct Added {
    /// The name of each article, and that of its file.
    articles: Vec<(String, String)>,
    files: HashSet<String>,
    /// Problems of what is no source file.
    problems: Vec<FileProblem>,
}

impl Added {
    /// Adds a portion; files that are the `same` were passed over so far.
    pub(super) fn add(&mut self, corpus: &Corpus, same: &HashSet<String>) {
        let file = |it: &Article| corpus.files.get(it.file.0 as usize).cloned().unwrap_or_default();
        self.articles.extend(corpus.articles.iter().map(|it| (it.name.clone(), file(it))));
        self.files.extend(corpus.files.iter().cloned());
        let of_none = |it: &&FileProblem| !self.files.contains(&it.file) && !same.contains(&it.file);
        self.problems.extend(corpus.problems.iter().filter(of_none).cloned());
    }
}

impl Before {
    /// What of the tables in the folder of before can be kept: nothing where they are of another version or format or cannot be
    /// read, or `lists` are others now.
    pub(super) fn read(
        place: &TablesFolder,
        format: Format,
        with_signatures: bool,
        lists: &[(String, String)],
    ) -> Option<Before> {
        let pieces = Pieces::of(place.folder());
        let has_signatures = pieces.path(&SIGNATURES, 1).is_file();
        if pieces.numbers.is_empty() || format != Format::Parquet || has_signatures != with_signatures {
            return None;
        }
        let tables = TABLES.iter().chain(with_signatures.then_some(&SIGNATURES)).collect::<Vec<_>>();
        let is_whole = tables
            .iter()
            .try_for_each(|table| pieces.open(table)?.into_iter().try_for_each(|file| check(table, file)));
        let earlier = is_whole.and_then(|()| Earlier::read(|table| pieces.open(table))).and_then(|earlier| {
            earlier.filter(|earlier| earlier.lists == lists).ok_or_else(|| {
                format!("{} was written with other lists or by another version", place.folder().display())
            })
        });
        match earlier {
            Ok(earlier) => Some(Before { pieces, tables, earlier }),
            Err(why) => {
                say!("dateline: {why}; all files are read");
                None
            }
        }
    }

    /// Has `stream` pass over the files that are as before.
    pub(super) fn hand_to(&self, stream: &mut Stream) {
        let tomorrow = today().map(|day: Day| day.next().to_string()).unwrap_or_default();
        for (EarlierFile { name, digest, articles, problems }, _) in &self.earlier.files {
            // A date that had not come may have come by now.
            let has_come = |problem: &FileProblem| {
                let day = problem.message.strip_prefix(LATE).and_then(|it| it.strip_prefix(", found "));
                day.and_then(|day| day.get(..tomorrow.len())).is_some_and(|day| day <= tomorrow.as_str())
            };
            let digest = if problems.iter().any(has_come) { String::new() } else { digest.clone() };
            stream.keep(name, Known { digest, articles: articles.clone(), problems: problems.clone() });
        }
    }

    /// The number of the piece that is written: none of before has it.
    pub(super) fn next(&self) -> u32 {
        self.pieces.numbers.last().map_or(1, |last| last + 1)
    }

    /// What stays, where the files that are the `same` were passed over and so many articles are new.
    pub(super) fn kept(&self, same: &HashSet<String>, new: usize) -> Kept<'_> {
        let files = || self.earlier.files.iter().map(|(file, _)| file);
        let gone = || files().filter(|file| !same.contains(&file.name));
        let mut sizes: Vec<(usize, usize)> = (0..self.pieces.numbers.len()).map(|piece| (0, piece)).collect();
        let mut absorbed: HashSet<usize> = HashSet::new();
        for (file, piece) in &self.earlier.files {
            sizes[*piece].0 += file.articles.len();
            if !same.contains(&file.name) {
                absorbed.insert(*piece);
            }
        }
        // Small pieces go into the new one, so that there are few, however often something is added.
        sizes.sort_unstable();
        let mut size =
            new + sizes.iter().filter(|(_, it)| absorbed.contains(it)).map(|(size, _)| size).sum::<usize>();
        for (more, piece) in sizes {
            if more <= 2 * size && absorbed.insert(piece) {
                size += more;
            }
        }
        let mut absorbed: Vec<usize> = absorbed.into_iter().collect();
        absorbed.sort_unstable();
        let articles = gone().flat_map(|file| file.articles.iter().map(String::as_str));
        Kept {
            before: self,
            gone_files: gone().map(|file| file.name.as_str()).collect(),
            gone: articles.collect(),
            absorbed,
        }
    }
}

impl Kept<'_> {
    /// How many files were `added`, have changed and are gone, beside so many that are as before.
    pub(super) fn says(&self, added: &Added, same: usize) -> String {
        let changed = added.files.iter().filter(|file| self.gone_files.contains(file.as_str())).count();
        let (new, removed) = (added.files.len() - changed, self.gone_files.len() - changed);
        format!("{} as before; {new} new, {changed} changed, {removed} removed", count(same, "file"))
    }

    /// Whether nothing is to be written: not of files, and not of the `corpus` as a whole.
    pub(super) fn is_all(&self, added: &Added, corpus: &Corpus) -> bool {
        let Earlier { about: [title, description], problems, .. } = &self.before.earlier;
        added.files.is_empty()
            && self.gone_files.is_empty()
            && (title, description) == (&corpus.title, &corpus.description)
            && *problems == added.problems
    }

    /// The number of articles that stay.
    pub(super) fn articles(&self) -> usize {
        self.before.earlier.files.iter().map(|(file, _)| file.articles.len()).sum::<usize>() - self.gone.len()
    }

    /// Adds the rows of pieces that are absorbed to `tables`.
    ///
    /// # Errors
    /// Where a table cannot be read or written.
    pub(super) fn copy<W: Write + Send>(&self, tables: &mut Writer<W>) -> Result<(), Failure> {
        let pieces = &self.before.pieces;
        for table in self.of_files() {
            let is_file = table.columns[0].name == "file";
            let gone = if is_file { &self.gone_files } else { &self.gone };
            for piece in &self.absorbed {
                let from = pieces.open_one(table, pieces.numbers[*piece])?;
                tables.copy(table, from, |key| !gone.contains(key))?;
            }
        }
        Ok(())
    }

    /// The tables of files.
    fn of_files(&self) -> impl Iterator<Item = &'static Table> {
        self.before.tables.iter().copied().filter(|table| table.is_of_files())
    }

    /// Puts the pieces that stay as they are into `place`, and gives the new one, which has this number, the first that is free;
    /// it goes where nothing is in it. Gives the bytes of those that stay.
    ///
    /// # Errors
    /// Where a file cannot be read, moved or removed.
    pub(super) fn place(&self, place: &TablesFolder, new: u32, added: &Added) -> Result<u64, Failure> {
        let pieces = &self.before.pieces;
        let mut stay = HashSet::new();
        let mut bytes = 0;
        for (at, number) in pieces.numbers.iter().enumerate() {
            if !self.absorbed.contains(&at) {
                stay.insert(*number);
                for table in self.of_files() {
                    bytes += place.take_over(&Format::Parquet.file(table, *number))?;
                }
            }
        }
        let number = (1..).find(|number| !stay.contains(number)).unwrap_or(new);
        for table in self.of_files() {
            let [name, now] = [new, number].map(|number| Format::Parquet.file(table, number));
            match added.files.is_empty() && self.absorbed.is_empty() {
                true => place.remove(&name)?,
                false => place.rename(&name, &now)?,
            }
        }
        Ok(bytes)
    }

    /// The ids of the actors that articles that stay mention.
    pub(super) fn actors(&self) -> Result<HashSet<String>, Failure> {
        actors(|table| self.before.pieces.open(table), &self.gone)
    }

    /// Adds the articles that stay to `spill`, which has those that were `added`. Gives what is known of
    /// near-duplicates.
    pub(super) fn spill(&self, spill: &mut Spill, added: &Added) -> Result<KnownGroups, Failure> {
        let of_files = &self.before.earlier.files;
        let places: HashMap<&str, (&str, usize)> = of_files
            .iter()
            .flat_map(|(file, _)| {
                let names = file.articles.iter().enumerate();
                names.map(|(at, name)| (name.as_str(), (file.name.as_str(), at)))
            })
            .collect();
        let mut names: Vec<String> = Vec::new();
        let mut some: Vec<(String, Vec<String>)> = Vec::new();
        let mut add = |some: &mut Vec<(String, Vec<String>)>, spill: &mut Spill| {
            let signatures: Vec<_> = some
                .par_iter()
                .map(|(_, texts)| signature(&texts.iter().map(String::as_str).collect::<Vec<_>>()))
                .collect();
            for ((name, texts), signature) in some.drain(..).zip(signatures) {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                spill.add_text(&name, &texts, signature.as_ref())?;
                names.push(name);
            }
            Ok(())
        };
        texts(
            |table| self.before.pieces.open(table),
            &self.gone,
            |name, blocks| {
                some.push((name, blocks));
                if some.len() < AT_ONCE { Ok(()) } else { add(&mut some, spill) }
            },
        )?;
        add(&mut some, spill)?;
        // Files by name, then as they stand in the file.
        let place = |name: &String| places.get(name.as_str()).copied().unwrap_or_default();
        let keys: Vec<(&str, usize)> = (0..)
            .zip(&added.articles)
            .map(|(at, (_, file))| (file.as_str(), at))
            .chain(names.iter().map(place))
            .collect();
        let mut by_key: Vec<u32> = (0..keys.len() as u32).collect();
        by_key.sort_by_key(|added| keys[*added as usize]);
        let mut order = vec![0; keys.len()];
        (0..).zip(&by_key).for_each(|(place, added)| order[*added as usize] = place);
        let of_name: HashMap<&str, u32> =
            names.iter().map(String::as_str).zip(order[added.articles.len()..].iter().copied()).collect();
        let mut earlier = KnownGroups { groups: Vec::new(), is_old: vec![false; keys.len()] };
        of_name.values().for_each(|place| earlier.is_old[*place as usize] = true);
        for group in &self.before.earlier.groups {
            let members: Vec<u32> =
                group.iter().filter_map(|name| of_name.get(name.as_str()).copied()).collect();
            if members.len() == group.len() {
                earlier.groups.push(members);
            } else {
                members.iter().for_each(|place| earlier.is_old[*place as usize] = false);
            }
        }
        drop(of_name);
        spill.order(order);
        Ok(earlier)
    }
}
