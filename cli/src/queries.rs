//! `dateline search --queries`: many queries at once, a row each.

use crate::failure::Failure;
use crate::input;
use dateline_engine::explorer::Explorer;
use dateline_engine::report::{AnswerRow, answers};
use dateline_engine::text::csv_record;
use std::path::{Path, PathBuf};

/// The column of the queries, in a file of CSV that names one.
const COLUMN: &str = "query";

/// Prints a row for each query in `file`.
///
/// # Errors
/// Where a list or `file` cannot be read, no article was found, or standard output cannot be written.
pub(crate) fn run(paths: &[PathBuf], file: &Path, lists: &[PathBuf], json: bool) -> Result<(), Failure> {
    let queries = read(file)?;
    let mut input = input::read(paths, lists)?;
    let checked = input.check();
    let (corpus, mentions) = input.annotated();
    let explorer = Explorer::new(corpus, mentions);
    let rows = answers(&explorer, &queries);
    let text: String = match json {
        true => rows.iter().map(input::json).collect(),
        false => std::iter::once(HEADER.to_owned()).chain(rows.iter().map(record)).collect(),
    };
    input::print(&text)?;
    checked
}

/// The queries in `file`: the column `query` of a file that ends with `.csv`, or its first; else a query a line. Empty ones
/// are left out.
fn read(file: &Path) -> Result<Vec<String>, Failure> {
    let failed = |why: &dyn std::fmt::Display| {
        format!("expected queries in {}, cannot read them: {why}", file.display())
    };
    let bytes = std::fs::read(file).map_err(|error| failed(&error))?;
    let text = String::from_utf8(bytes).map_err(|_| failed(&"it is not UTF-8"))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut queries: Vec<String> = match file.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")) {
        false => text.lines().map(str::to_owned).collect(),
        true => {
            let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let header = table.headers().map_err(|error| failed(&error))?;
            let place = header.iter().position(|name| name.trim().eq_ignore_ascii_case(COLUMN)).unwrap_or(0);
            let row = |row: csv::Result<csv::StringRecord>| {
                row.map(|row| row.get(place).unwrap_or_default().to_owned()).map_err(|error| failed(&error))
            };
            table.records().map(row).collect::<Result<_, _>>()?
        }
    };
    queries.retain(|query| !query.trim().is_empty());
    match queries.is_empty() {
        true => Err(format!("expected a query a line in {}, found none", file.display())),
        false => Ok(queries),
    }
}

const HEADER: &str = "query,articles,hits,first,last,problems,link\r\n";

fn record(row: &AnswerRow<'_>) -> String {
    let problems: Vec<&str> = row.problems.iter().map(|problem| problem.message.as_str()).collect();
    let [articles, hits] = [row.articles, row.hits].map(|number| number.to_string());
    let [first, last] = [&row.first, &row.last].map(|day| day.as_deref().unwrap_or_default());
    csv_record([row.query, &articles, &hits, first, last, &problems.join("; "), &row.link])
}
