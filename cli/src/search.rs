//! `dateline search`: articles that a query finds, best first.

use crate::{Failure, input};
use dateline_engine::view::Explorer;
use dateline_engine::view::report::{SearchReport, Units, search};
use dateline_engine::view::wording::count;
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) fn run(paths: &[PathBuf], query: &str, lists: &[PathBuf], json: bool) -> Result<(), Failure> {
    let input = input::read(paths, lists)?;
    let checked = input.check();
    let (corpus, mentions) = input.annotated();
    let explorer = Explorer::new(corpus, mentions);
    let report = search(&explorer, query, Units::Bytes);
    if json {
        input::print(&input::json(&report))?;
        return checked;
    }
    for problem in &report.problems {
        eprintln!("dateline: query: {}", problem.message);
    }
    input::print(&listing(&report))?;
    checked
}

fn listing(report: &SearchReport<'_>) -> String {
    let mut out = String::new();
    for hit in &report.hits {
        let _ = writeln!(out, "{}  {}\n    {}\n", hit.article, hit.title, marked(&hit.snippet, &hit.spans));
    }
    let _ = writeln!(out, "{}", count(report.total, "article"));
    out
}

/// The snippet on one line, with its hits in square brackets.
fn marked(snippet: &str, spans: &[[u32; 2]]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for [start, end] in spans {
        let (start, end) = (*start as usize, *end as usize);
        let _ = write!(out, "{}[{}]", &snippet[at..start], &snippet[start..end]);
        at = end;
    }
    out.push_str(&snippet[at..]);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
