//! `dateline mentions`: every mention, in reading order; for people with the reason why it counts so.

use crate::failure::Failure;
use crate::input;
use dateline_engine::report::{MentionRow, mention_row};
use dateline_engine::text::{csv_record, one_line};
use std::path::PathBuf;

/// Prints the mentions in `paths`, a portion of the texts at a time.
///
/// # Errors
/// Where a list cannot be read, no article was found, or standard output cannot be written.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], json: bool, csv: bool) -> Result<(), Failure> {
    let mut stream = input::open(paths, lists)?;
    if csv && !json {
        input::print(HEADER)?;
    }
    while let Some(parsed) = stream.portion() {
        stream.report();
        let mentions = input::mentions(&parsed, stream.gazetteer().clone());
        let corpus = &parsed.corpus;
        let rows: Vec<_> = mentions.list.iter().filter_map(|m| mention_row(corpus, &mentions, m)).collect();
        let text: String = if json {
            rows.iter().map(input::json).collect()
        } else if csv {
            rows.iter().map(line).collect()
        } else {
            let because = mentions.list.iter().map(|m| m.because(corpus));
            rows.iter().zip(because).map(|(row, because)| plain(row, &because)).collect()
        };
        if !input::copy(&mut text.as_bytes())? {
            break;
        }
    }
    stream.check()
}

const HEADER: &str = "article,file,zone,block,at,surface,actor,kind,form,sure,start,end\r\n";

fn line(row: &MentionRow<'_>) -> String {
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let fields = [
        row.article.to_owned(),
        row.file.to_owned(),
        row.zone.to_owned(),
        number(row.block),
        row.at.to_string(),
        row.surface.to_owned(),
        row.actor.unwrap_or_default().to_owned(),
        row.kind.unwrap_or_default().to_owned(),
        row.form.to_owned(),
        row.sure.to_string(),
        number(row.start),
        number(row.end),
    ];
    csv_record(fields.iter().map(String::as_str))
}

fn plain(row: &MentionRow<'_>, because: &str) -> String {
    let place = row.block.map_or("title".to_owned(), |block| format!("block {block}"));
    let surface = one_line(row.surface);
    let doubt = if row.sure { "" } else { " ?" };
    format!(
        "{}\t{place}\t{surface}\t{}\t{}{doubt}\t{because}\n",
        row.article,
        row.actor.unwrap_or("(nobody named)"),
        row.form
    )
}
