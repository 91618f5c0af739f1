//! `cargo xtask bench`: what the product promises about speed, measured. One file a promise.

mod actors;
mod export;
mod groups;
#[cfg(feature = "browser")]
mod host;
#[cfg(feature = "browser")]
mod large;
#[cfg(feature = "browser")]
mod load;
#[cfg(feature = "browser")]
mod open;
#[cfg(feature = "browser")]
mod page;
mod parse;
mod queries;
#[cfg(feature = "browser")]
mod scan;
#[cfg(feature = "browser")]
mod search;
#[cfg(feature = "browser")]
mod tantivy;

use dateline_tests::larger::Larger;
use std::process::ExitCode;

/// The word after what is measured that leaves all but one part of so many out: to see that it runs.
const SMALL: (&str, usize) = ("small", 100);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (words, parts) = match words[..] {
        [what, small] if small == SMALL.0 => (vec![what], SMALL.1),
        _ => (words, 1),
    };
    match words[..] {
        ["actors"] => actors::all(parts),
        ["export"] => export::all(parts),
        ["groups"] => groups::all(parts),
        ["parse"] => parse::all(parts),
        ["queries"] => queries::all(parts),
        // How `parse` calls itself.
        ["parse", case, parts] => parse::one(case, parts.parse().unwrap_or(1)),
        // `cargo xtask large`.
        ["large", "make", articles, folder] => {
            let articles = articles.parse().expect("a number of articles");
            Larger::any().write(articles, folder.as_ref()).expect("the folder can be written");
        }
        #[cfg(feature = "browser")]
        ["large"] => large::all(None, parts),
        #[cfg(feature = "browser")]
        ["large", articles] => large::all(articles.parse().ok(), parts),
        #[cfg(feature = "browser")]
        ["load"] => load::all(),
        #[cfg(feature = "browser")]
        ["open"] => open::all(parts),
        #[cfg(feature = "browser")]
        ["page"] => page::all(),
        #[cfg(feature = "browser")]
        ["search"] => search::all(),
        _ => {
            eprintln!(
                "expected what to measure: actors, export, groups, parse, queries, or large, load, open, page or search in a build with a browser"
            );
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Of `times`, the one that this share of them does not pass.
#[cfg(feature = "browser")]
fn percentile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share).round() as usize]
}

/// The most memory that a process has held, in bytes, where the system tells; `self` is this one.
fn peak(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kb| kb * 1024)
}
