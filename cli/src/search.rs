//! `dateline search`: the articles that a query finds, best first or in another order, or its hits line by line.

use crate::failure::Failure;
use crate::input;
use crate::terminal::say;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use dateline_engine::explorer::{Explorer, Selection};
use dateline_engine::report::{SearchReport, Units, search};
use dateline_engine::search::Query;
use dateline_engine::text::one_line;
use dateline_engine::view::{Order, Sort, View};
use dateline_engine::wording::count;
use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What is printed, and in which order.
pub(crate) struct Shape {
    /// Whether the report is printed as JSON, and nothing else.
    pub(crate) json: bool,
    /// Whether the query's tree, its expansions and its time are printed first.
    pub(crate) explain: bool,
    /// The order of hits, where each has a line; `None` prints articles.
    pub(crate) lines: Option<Lines>,
    /// The order of articles.
    pub(crate) sort: Sort,
}

/// How lines of hits are sorted.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Lines {
    /// As they stand in the texts
    Reading,
    /// By the words to the left
    Left,
    /// By the words to the right
    Right,
}

/// A parser of the words for orders of articles.
pub(crate) fn sort() -> impl TypedValueParser<Value = Sort> {
    PossibleValuesParser::new(Sort::ALL.iter().map(|sort| sort.word())).try_map(Sort::try_from)
}

impl From<Lines> for Order {
    fn from(sorted: Lines) -> Order {
        match sorted {
            Lines::Reading => Order::Reading,
            Lines::Left => Order::Left,
            Lines::Right => Order::Right,
        }
    }
}

/// Prints what `query` finds in `paths`, and its problems on standard error.
///
/// # Errors
/// Where a list cannot be read, no article was found, or standard output cannot be written.
pub(crate) fn run(paths: &[PathBuf], query: &str, lists: &[PathBuf], shape: &Shape) -> Result<(), Failure> {
    let mut input = input::read(paths, lists)?;
    let checked = input.check();
    let (corpus, mentions) = input.annotated();
    let explorer = Explorer::new(corpus, mentions);
    let start = Instant::now();
    let found = explorer.ranked(query, shape.sort);
    let time = start.elapsed();
    let report = search(&explorer, query, &found, Units::Bytes);
    if shape.json {
        input::print(&input::json(&report))?;
        return checked;
    }
    for problem in &report.problems {
        say!(
            "dateline: query: {}: {}",
            &query[problem.start as usize..problem.end as usize],
            problem.message
        );
    }
    let marks = if std::io::stdout().is_terminal() { ["\u{1b}[1;33m", "\u{1b}[0m"] } else { ["[", "]"] };
    let mut out = if shape.explain { explained(&explorer, query, &found, time) } else { String::new() };
    match shape.lines {
        Some(sorted) => out += &lines(&explorer, &found, sorted.into(), marks),
        None => out += &listing(&report, marks),
    }
    input::print(&out)?;
    if report.total == 0 {
        let view = View { query: query.to_owned(), ..View::default() };
        if let Some(other) = explorer.did_you_mean(&view, &found) {
            say!("dateline: nothing found; did you mean `{other}`?");
        }
    }
    checked
}

/// The most words of an expansion that are printed.
const SHOWN: usize = 12;

/// The tree of the query, the words that each term stands for, and the time of the answer.
fn explained(explorer: &Explorer, query: &str, found: &Selection, time: Duration) -> String {
    let time = time.as_secs_f64() * 1000.0;
    let query = Query::parse(query);
    let tree = query.tree.as_ref().map_or("everything".to_owned(), |tree| format!("{tree:?}"));
    let mut out = format!("tree  {tree}\n");
    for expansion in explorer.expansions(&query) {
        let words = expansion.words.iter().take(SHOWN).map(|(word, times)| format!("{word} {times}"));
        let words = words.collect::<Vec<_>>().join(", ");
        let more = if expansion.words.len() > SHOWN { ", …" } else { "" };
        let _ = writeln!(
            out,
            "term  {}: {} ({words}{more})",
            expansion.term,
            count(expansion.words.len(), "word")
        );
    }
    let _ = writeln!(out, "time  {time:.3} ms for {}\n", count(found.articles.len(), "article"));
    out
}

/// The articles with their snippets, in which `marks` enclose hits, and their number.
fn listing(report: &SearchReport<'_>, marks: [&str; 2]) -> String {
    let mut out = String::new();
    for hit in &report.hits {
        let snippet = marked(&hit.snippet, &hit.spans, marks);
        let _ = writeln!(out, "{}  {}\n    {snippet}\n", hit.article, hit.title);
    }
    let _ = writeln!(out, "{}", count(report.total, "article"));
    out
}

/// The hits, one a line, aligned under each other and enclosed in marks; and their number.
fn lines(explorer: &Explorer, found: &Selection, order: Order, [open, close]: [&str; 2]) -> String {
    /// The most characters to the left of a hit.
    const LEFT: usize = 44;
    let rows = explorer.concordance(found, order);
    let mut out = String::new();
    for row in &rows {
        let left = one_line(row.context().left);
        let cut = left.chars().count().saturating_sub(LEFT);
        let left: String = left.chars().skip(cut).collect();
        let (middle, right) = (one_line(row.context().middle), one_line(row.context().right));
        let _ = writeln!(out, "{left:>LEFT$} {open}{middle}{close} {right}  ({})", row.article.name);
    }
    let _ = writeln!(out, "{} in {}", count(rows.len(), "hit"), count(found.articles.len(), "article"));
    out
}

/// `snippet` on one line, with `spans`, in its bytes, enclosed in marks.
fn marked(snippet: &str, spans: &[[u32; 2]], [open, close]: [&str; 2]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for [start, end] in spans {
        let (start, end) = (*start as usize, *end as usize);
        let _ = write!(out, "{}{open}{}{close}", &snippet[at..start], &snippet[start..end]);
        at = end;
    }
    out.push_str(&snippet[at..]);
    one_line(&out)
}
