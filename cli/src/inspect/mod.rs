//! `dateline inspect`: what was found, what was set aside, and why. [`json`] is the report for
//! other programs, [`source`] shows one article part by part.

mod json;
mod source;

use crate::failure::Failure;
use crate::input;
use crate::terminal::{TableColumn, line, table, width};
use console::Style;
use dateline_engine::corpus::AppliedRule;
use dateline_engine::parse::Parsed;
use dateline_engine::report::{Inspection, inspection};
use dateline_engine::wording::{self, count, number};
use std::collections::HashMap;
use std::path::PathBuf;

/// Prints the tables, or the report as JSON, or the source text of the article `source`.
///
/// # Errors
/// Where a list cannot be read, no article was found, or there is none called `source`.
pub(crate) fn run(
    paths: &[PathBuf],
    lists: &[PathBuf],
    json: bool,
    source: Option<&str>,
) -> Result<(), Failure> {
    if json && source.is_none() {
        let mut stream = input::open(paths, lists)?;
        json::print(&mut stream)?;
        return stream.check();
    }
    let mut input = input::read(paths, lists)?;
    let text = match source {
        Some(article) => source::marked(&input.parsed, article)?,
        None => summary(&input.parsed, width()),
    };
    input::print(&text)?;
    input.check()
}

/// The tables that are not empty, each under its heading, and a line of counts.
fn summary(parsed: &Parsed, width: Option<usize>) -> String {
    let report = inspection(parsed);
    let mut out = articles(&report, width);
    for (heading, table) in
        [("Set aside", ledger(&parsed.corpus.rules, width)), ("The same text", groups(&report, width))]
    {
        if !table.is_empty() {
            out += &format!("\n{}\n{table}", Style::new().bold().apply_to(heading));
        }
    }
    let [articles, files, problems] = [
        count(report.articles.len(), "article"),
        count(parsed.files.len(), "file"),
        count(report.problems.len(), "problem"),
    ];
    out + &format!("\n{articles} in {files}, {problems}\n")
}

/// The table of articles.
fn articles(report: &Inspection<'_>, width: Option<usize>) -> String {
    let columns = [
        TableColumn::Left(Style::new()),
        TableColumn::Left(Style::new().cyan()),
        TableColumn::Right(Style::new().dim()),
        TableColumn::Left(Style::new().dim()),
        TableColumn::Rest(Style::new()),
    ];
    let rows = report.articles.iter().map(|article| {
        let published = article.published.as_deref().map_or("undated", |p| p.get(..10).unwrap_or(p));
        let derived = if article.title_derived { "(derived title) " } else { "" };
        [
            published.to_owned(),
            line(article.id),
            count(article.words as usize, "word"),
            line(wording::outlet(article.source.unwrap_or_default())),
            format!("{derived}{}", line(article.title)),
        ]
    });
    table(&columns, &rows.collect::<Vec<_>>(), width)
}

/// The table of rules that set something aside, those that did so most often first.
fn ledger(rules: &[AppliedRule], width: Option<usize>) -> String {
    let columns = [
        TableColumn::Right(Style::new()),
        TableColumn::Left(Style::new().yellow()),
        TableColumn::Right(Style::new().dim()),
        TableColumn::Rest(Style::new()),
    ];
    let rows = rules.iter().map(|rule| {
        let times = format!("{}×", number(rule.times as usize));
        [times, rule.id.clone(), count(rule.bytes as usize, "byte"), rule.why.clone()]
    });
    table(&columns, &rows.collect::<Vec<_>>(), width)
}

/// The table of near-duplicates: a line for each article, indented under the first of its group.
fn groups(report: &Inspection<'_>, width: Option<usize>) -> String {
    let percent = |part: f64| format!("{:.0} %", part * 100.0);
    let titles: HashMap<&str, &str> = report.articles.iter().map(|a| (a.id, a.title)).collect();
    let rows = report.groups.iter().flat_map(|group| {
        group.members.iter().enumerate().map(|(index, member)| {
            let (share, similar) = match index {
                0 => (String::new(), String::new()),
                _ => {
                    let shared = format!("{} shared", percent(member.shared));
                    (shared, format!("{} similar", percent(member.similarity)))
                }
            };
            let indent = if index == 0 { "" } else { "  " };
            [
                format!("{indent}{}", line(member.article)),
                share,
                similar,
                line(titles.get(member.article).copied().unwrap_or_default()),
            ]
        })
    });
    let columns = [
        TableColumn::Left(Style::new().cyan()),
        TableColumn::Right(Style::new()),
        TableColumn::Right(Style::new()),
        TableColumn::Rest(Style::new()),
    ];
    table(&columns, &rows.collect::<Vec<_>>(), width)
}
