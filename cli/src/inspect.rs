//! `dateline inspect`: what was found, set aside, and why.

use crate::{Failure, input};
use dateline_engine::corpus::rules::RULES;
use dateline_engine::corpus::{Parsed, Part, Role};
use dateline_engine::view::report::inspection;
use dateline_engine::view::wording::{self, count};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) fn run(
    paths: &[PathBuf],
    lists: &[PathBuf],
    json: bool,
    source: Option<&str>,
) -> Result<(), Failure> {
    let input = input::read(paths, lists)?;
    let text = match source {
        Some(article) => parts(&input.parsed, article)?,
        None if json => input::json(&inspection(&input.parsed)),
        None => summary(&input.parsed),
    };
    input::print(&text)?;
    input.check()
}

/// The file of the article `name` from its first part to its last: a line a part with its first byte, what it is
/// and its text. White space between parts is left out; it is the only thing that is.
fn parts(parsed: &Parsed, name: &str) -> Result<String, Failure> {
    let found = parsed.corpus.articles.iter().find(|article| article.name == name);
    let article = found.ok_or_else(|| {
        let nearest = parsed.corpus.articles.iter().map(|a| a.name.as_str()).find(|n| n.contains(name));
        let hint = nearest
            .map_or_else(|| "`dateline inspect` lists them".to_owned(), |n| format!("did you mean `{n}`?"));
        format!("expected the name of an article, found `{name}`; {hint}")
    })?;
    let file = &parsed.files[article.file.0 as usize];
    let mut out = format!("{}, bytes {} to {}\n", file.name, article.span.start, article.span.end);
    let within = |part: &&Part| part.span.start >= article.span.start && part.span.end <= article.span.end;
    for part in file.parts.iter().filter(within) {
        let what = match part.role {
            Role::Separator => continue,
            Role::Title => "title".to_owned(),
            Role::Published => "published".to_owned(),
            Role::Url => "url".to_owned(),
            Role::Dateline => "dateline".to_owned(),
            Role::Block(index) => {
                article.blocks.get(index as usize).map_or("block", |b| b.kind.name()).to_owned()
            }
            Role::Ledger(rule) => format!("set aside: {rule}"),
        };
        let _ = writeln!(
            out,
            "{:>8}  {what:32}  {}",
            part.span.start,
            file.text(part.span).replace(['\n', '\r'], " ")
        );
    }
    Ok(out)
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
    if !report.groups.is_empty() {
        let _ = writeln!(out, "\nThe same text:");
    }
    for group in &report.groups {
        let mut members = group.members.iter();
        let first = members.next().map_or("", |first| first.article);
        for member in members {
            let share = (member.shared * 100.0).round();
            let _ = writeln!(out, "{first}  {}  {share:>3} % of the shorter one", member.article);
        }
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
