//! Tables that an earlier run has written, for one that adds to them.

use crate::rows::Value;
use crate::schema::{Table, table};
use crate::{Failure, parquet};
use ::parquet::file::reader::ChunkReader;
use dateline_engine::corpus::{FileProblem, FileSpan};
use std::collections::{HashMap, HashSet};

/// What an earlier run has written.
#[derive(Debug, Default)]
pub struct Earlier {
    /// The name and the text of each list that it read.
    pub lists: Vec<(String, String)>,
    /// The source files, each with the place of its piece.
    pub files: Vec<(EarlierFile, usize)>,
    /// The problems of what is no source file: lists, archives, what could not be read.
    pub problems: Vec<FileProblem>,
    /// The title and the description.
    pub about: [String; 2],
    /// The groups of near-duplicates, by the names of their members.
    pub groups: Vec<Vec<String>>,
}

/// A source file that an earlier run has read.
#[derive(Debug)]
pub struct EarlierFile {
    /// The name.
    pub name: String,
    /// What tells its content from any other.
    pub digest: String,
    /// The names of its articles, in order.
    pub articles: Vec<String>,
    /// Its problems.
    pub problems: Vec<FileProblem>,
}

impl Earlier {
    /// What the tables say that `open` opens: all files of a table, one for each piece. `None` where another version has written
    /// them.
    ///
    /// # Errors
    /// Where a table cannot be read.
    pub fn read<F: ChunkReader + 'static>(
        open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
    ) -> Result<Option<Earlier>, Failure> {
        let text = |value: &Value<'_>| value.text().to_owned();
        let each = |name: &str, columns: &[&str], act: &mut dyn FnMut(usize, &[Value<'_>])| {
            rows(&open, name, columns, |piece, row| {
                act(piece, row);
                Ok(())
            })
        };
        let mut earlier = Earlier::default();
        let mut is_same_version = false;
        each("corpus", &["title", "description", "version"], &mut |_, row| {
            earlier.about = [0, 1].map(|at| text(&row[at]));
            is_same_version = row[2].text() == env!("CARGO_PKG_VERSION");
        })?;
        if !is_same_version {
            return Ok(None);
        }
        each("lists", &["name", "text"], &mut |_, row| earlier.lists.push((text(&row[0]), text(&row[1]))))?;
        let mut places: HashMap<String, usize> = HashMap::new();
        each("files", &["file", "digest"], &mut |piece, row| {
            places.insert(text(&row[0]), earlier.files.len());
            let (name, digest) = (text(&row[0]), text(&row[3]));
            let file = EarlierFile { name, digest, articles: Vec::new(), problems: Vec::new() };
            earlier.files.push((file, piece));
        })?;
        let Earlier { files, problems, .. } = &mut earlier;
        each("articles", &["article", "file"], &mut |_, row| {
            let place = places.get(row[1].text());
            place.into_iter().for_each(|place| files[*place].0.articles.push(text(&row[0])));
        })?;
        each("problems", &["file", "start", "end", "message"], &mut |_, row| {
            let span = FileSpan { start: row[1].number(), end: row[2].number() };
            let problem = FileProblem { file: text(&row[0]), span, message: text(&row[3]) };
            match places.get(&problem.file) {
                Some(place) => files[*place].0.problems.push(problem),
                None => problems.push(problem),
            }
        })?;
        let groups = &mut earlier.groups;
        let mut last = String::new();
        each("near_duplicates", &["group", "article"], &mut |_, row| {
            let [group, article] = [0, 1].map(|at| text(&row[at]));
            match groups.last_mut().filter(|_| group == last) {
                Some(members) => members.push(article),
                None => groups.push(vec![article]),
            }
            last = group;
        })?;
        Ok(Some(earlier))
    }
}

/// Whether `from` is a file of `table`, as far as its form and its columns tell.
///
/// # Errors
/// Where it is none.
pub fn check(table: &Table, from: impl ChunkReader + 'static) -> Result<(), Failure> {
    parquet::check(table, from)
}

/// Calls `each` with the name of each article that has blocks and is not `gone`, and their texts, in the order of the files that
/// `open` gives for a table.
///
/// # Errors
/// Where a file cannot be read, and what `each` gives.
pub fn texts<F: ChunkReader + 'static>(
    open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
    gone: &HashSet<&str>,
    mut each: impl FnMut(String, Vec<String>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut last: Option<(String, Vec<String>)> = None;
    rows(open, "blocks", &["article", "text"], |_, row| {
        let [name, text] = [0, 3].map(|at| row[at].text());
        if gone.contains(name) {
            return Ok(());
        }
        match &mut last {
            Some((article, texts)) if article == name => texts.push(text.to_owned()),
            _ => {
                let before = last.replace((name.to_owned(), vec![text.to_owned()]));
                before.map_or(Ok(()), |(article, texts)| each(article, texts))?;
            }
        }
        Ok(())
    })?;
    last.map_or(Ok(()), |(article, texts)| each(article, texts))
}

/// The ids of the actors that are mentioned in articles that are not `gone`; `open` gives the files of a table.
///
/// # Errors
/// Where a file cannot be read.
pub fn actors<F: ChunkReader + 'static>(
    open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
    gone: &HashSet<&str>,
) -> Result<HashSet<String>, Failure> {
    let mut ids: HashSet<String> = HashSet::new();
    rows(open, "mentions", &["article", "actor"], |_, row| {
        let (article, actor) = (row[0].text(), row[6].text());
        if !actor.is_empty() && !gone.contains(article) && !ids.contains(actor) {
            ids.insert(actor.to_owned());
        }
        Ok(())
    })?;
    Ok(ids)
}

/// Calls `each` with each row of the table `name`, of which only these columns are read, and the place of its piece.
fn rows<F: ChunkReader + 'static>(
    open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
    name: &str,
    columns: &[&str],
    mut each: impl FnMut(usize, &[Value<'_>]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let table = table(name);
    for (piece, file) in open(table)?.into_iter().enumerate() {
        parquet::read_only(table, |column| columns.contains(&column), file, |row| each(piece, &row))?;
    }
    Ok(())
}
