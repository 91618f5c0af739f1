//! A corpus of tables: what one run of the command has written, or many runs on a cluster.

use crate::record::Record;
use crate::rows::{Row, Value};
use crate::schema::{Table, table};
use crate::{Failure, parquet};
use ::parquet::file::reader::ChunkReader;
use dateline_builder::Held;
use dateline_engine::actors::Gazetteer;
use dateline_engine::corpus::{AppliedRule, Article, Corpus, FileProblem, FileSpan, SourceText};
use dateline_engine::parse::applied_rule;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The list that says what a corpus is; all others are lists of actors.
const SETTINGS: &str = "corpus.toml";

/// What was read of the tables so far.
#[derive(Default)]
struct Reader {
    corpus: Corpus,
    lists: Vec<(String, String)>,
    /// The articles of each file, in their order.
    files: BTreeMap<String, Vec<(Article, SourceText, Vec<String>)>>,
    names: HashSet<String>,
    /// The problems of lists: file, place and message.
    of_lists: HashSet<(String, u32, String)>,
    /// How often each rule set something aside, and how many bytes.
    rules: HashMap<String, (u32, u64)>,
}

/// The corpus of tables in Parquet. Each of `runs` opens the files of a table by its name.
///
/// # Errors
/// Where a table cannot be read, or two runs have an article of one name.
pub fn held<F: ChunkReader + 'static>(
    runs: &[impl Fn(&Table) -> Result<Vec<F>, Failure>],
) -> Result<Held, Failure> {
    let mut reader = Reader::default();
    for (number, run) in runs.iter().enumerate() {
        reader.run(number == 0, run)?;
    }
    let Reader { mut corpus, lists, files, rules, .. } = reader;
    let mut gazetteer = Gazetteer::built_in();
    for (_, text) in lists.iter().filter(|(name, _)| name != SETTINGS) {
        // Its problems are in the table of problems.
        gazetteer.add(text);
    }
    corpus.rules = rules.into_iter().map(|(id, (times, bytes))| applied_rule(&id, times, bytes)).collect();
    AppliedRule::sort(&mut corpus.rules);
    let places: HashMap<&str, u32> =
        corpus.rules.iter().enumerate().map(|(place, rule)| (rule.id.as_str(), place as u32)).collect();
    let placed = |(article, mut text, named): (Article, SourceText, Vec<String>)| {
        text.move_rules(|rule| {
            let id = named.get(rule as usize).map_or("", String::as_str);
            places.get(id).copied().unwrap_or(u32::MAX)
        });
        (article, text)
    };
    let files = files.into_iter().map(|(name, articles)| (name, articles.into_iter().map(placed).collect()));
    let files = files.collect();
    Ok(Held::of_files(corpus, files, gazetteer))
}

impl Reader {
    /// Reads the tables of a run, which is the first or another.
    fn run<F: ChunkReader + 'static>(
        &mut self,
        is_first: bool,
        open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
    ) -> Result<(), Failure> {
        self.each("corpus", &open, |reader, row| {
            let [title, description, version] = texts(row);
            if version != env!("CARGO_PKG_VERSION") {
                return Err(format!(
                    "expected tables that this version of Dateline wrote, {}, found those of {version}; export the texts again",
                    env!("CARGO_PKG_VERSION")
                ));
            }
            if is_first {
                (reader.corpus.title, reader.corpus.description) = (title, description);
            }
            Ok(())
        })?;
        self.each("lists", &open, |reader, row| {
            let [name, text] = texts(row);
            // Runs on a cluster have the same.
            if !reader.lists.iter().any(|known| (&known.0, &known.1) == (&name, &text)) {
                reader.lists.push((name, text));
            }
            Ok(())
        })?;
        self.each("files", &open, |reader, row| {
            let [name] = texts(row);
            reader.files.entry(name).or_default();
            Ok(())
        })?;
        let mut blocks: HashMap<String, Vec<String>> = HashMap::new();
        self.each("blocks", &open, |_, row| {
            let mut row = row.into_iter();
            let (Some(article), text) = (row.next(), row.nth(2)) else { return Ok(()) };
            blocks.entry(text_of(Some(article))).or_default().push(text_of(text));
            Ok(())
        })?;
        let mut records: HashMap<String, Vec<u8>> = HashMap::new();
        self.each("records", &open, |_, row| {
            let mut row = row.into_iter();
            let name = text_of(row.next());
            if let Some(Value::Bytes(bytes)) = row.next() {
                records.insert(name, bytes);
            }
            Ok(())
        })?;
        self.each("articles", &open, |reader, row| {
            let [name, file, title] = texts(row);
            let record = records.remove(&name).and_then(|bytes| postcard::from_bytes::<Record>(&bytes).ok());
            let Some(Record { mut article, text, rules }) = record else {
                return Err(format!(
                    "expected a record of the article {name} that this version of Dateline reads, found none; export the texts again"
                ));
            };
            let own = blocks.remove(&name).unwrap_or_default();
            if own.len() != article.blocks.len() {
                return Err(format!(
                    "expected {} blocks of the article {name}, found {}; export the texts again",
                    article.blocks.len(),
                    own.len()
                ));
            }
            article.blocks.iter_mut().zip(own).for_each(|(block, text)| block.text = text);
            article.title.text = title;
            if !reader.names.insert(name.clone()) {
                return Err(format!("expected each article once, found two called {name}; export their files in one run"));
            }
            article.name = name;
            reader.files.entry(file).or_default().push((article, text, rules));
            Ok(())
        })?;
        self.each("ledger", &open, |reader, row| {
            let mut row = row.into_iter().skip(1);
            let (start, end) = (number_of(row.next()), number_of(row.next()));
            let rule = reader.rules.entry(text_of(row.next())).or_default();
            rule.0 += 1;
            rule.1 += u64::from(end.saturating_sub(start));
            Ok(())
        })?;
        self.each("problems", &open, |reader, row| {
            let mut row = row.into_iter();
            let file = text_of(row.next());
            let span = FileSpan { start: number_of(row.next()), end: number_of(row.next()) };
            let problem = FileProblem { file, span, message: text_of(row.next()) };
            // Those of lists stand in each run of a cluster.
            let is_of_list = reader.lists.iter().any(|(name, _)| *name == problem.file);
            let key = (problem.file.clone(), span.start, problem.message.clone());
            if !is_of_list || reader.of_lists.insert(key) || is_first {
                reader.corpus.problems.push(problem);
            }
            Ok(())
        })
    }

    /// Calls `act` with each row of the table `name`.
    fn each<F: ChunkReader + 'static>(
        &mut self,
        name: &str,
        open: impl Fn(&Table) -> Result<Vec<F>, Failure>,
        mut act: impl FnMut(&mut Reader, Row<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let table = table(name);
        open(table)?.into_iter().try_for_each(|file| parquet::read(table, file, |row| act(self, row)))
    }
}

/// The first values of a row, which are texts.
fn texts<const N: usize>(row: Row<'_>) -> [String; N] {
    let mut row = row.into_iter();
    std::array::from_fn(|_| text_of(row.next()))
}

fn text_of(value: Option<Value<'_>>) -> String {
    if let Some(Value::Text(text)) = value { text.into_owned() } else { String::new() }
}

fn number_of(value: Option<Value<'_>>) -> u32 {
    value.map_or(0, |value| value.number())
}
