//! How long it takes to find the articles that tell one text, in a corpus where one in ten is another version of
//! one before it.

use super::parse::scrape;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, groups, parse};
use std::time::Instant;

/// Articles a case.
const ARTICLES: [usize; 2] = [10_000, 50_000];
/// One in this many is another version.
const VERSIONS: usize = 10;

/// Prints a line a case.
pub(crate) fn all() {
    for articles in ARTICLES {
        let file = |index: usize| {
            let text = match index % VERSIONS {
                0 => scrape(index + 1).replace("winter", "summer"),
                _ => scrape(index),
            };
            SourceFile { name: format!("{index:06}.txt"), bytes: text.into_bytes() }
        };
        let corpus = parse((0..articles).map(file).collect(), &Config::default()).corpus;
        let start = Instant::now();
        let found = groups(&corpus.articles);
        let time = start.elapsed().as_secs_f64();
        println!("{articles} articles: {} groups in {time:.2} s", found.len());
    }
}
