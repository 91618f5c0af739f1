//! `dateline inspect`: what was found, set aside, and why.

use crate::{Failure, input};
use dateline_engine::corpus::Parsed;
use dateline_engine::corpus::rules::RULES;
use dateline_engine::view::report::inspection;
use dateline_engine::view::wording::{self, count};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], json: bool) -> Result<(), Failure> {
    let input = input::read(paths, lists)?;
    if json {
        input::print(&input::json(&inspection(&input.parsed)))?;
        return input.check();
    }
    input::print(&summary(&input.parsed))?;
    input.check()
}

fn summary(parsed: &Parsed) -> String {
    let mut out = String::new();
    let report = inspection(parsed);
    for article in &report.articles {
        let published = article.published.as_deref().map_or("undated", |p| p.get(..10).unwrap_or(p));
        let derived = if article.title_derived { " (derived title)" } else { "" };
        let source = wording::source(article.source.unwrap_or_default());
        let _ = writeln!(
            out,
            "{published:10}  {:24}  {:>6}  {source}\n            {}{derived}",
            article.id,
            count(article.words as usize, "word"),
            article.title
        );
    }
    let mut by_rule: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entry in &report.ledger {
        let (times, bytes) = by_rule.entry(entry.rule).or_default();
        *times += 1;
        *bytes += (entry.end - entry.start) as usize;
    }
    if !by_rule.is_empty() {
        let _ = writeln!(out, "\nSet aside:");
    }
    for (id, (times, bytes)) in by_rule {
        let why = RULES.iter().find(|rule| rule.id == id).map_or("", |rule| rule.why);
        let _ = writeln!(out, "{:>5}×  {id:22}  {:>12}  {why}", times, count(bytes, "byte"));
    }
    let _ = writeln!(
        out,
        "\n{} in {}, {}",
        count(report.articles.len(), "article"),
        count(parsed.files.len(), "file"),
        count(report.problems.len(), "problem")
    );
    out
}
