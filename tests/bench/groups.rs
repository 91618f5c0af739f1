//! How long it takes to find the articles that tell one text, in a corpus where one in ten is another version of
//! one before it.

use super::parse::scrape;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, groups, parse, signatures};
use dateline_tests::press::Press;
use std::time::Instant;

/// Articles a case.
const ARTICLES: [usize; 2] = [10_000, 50_000];
/// One in this many is another version.
const VERSIONS: usize = 10;

/// Prints a line a case, each with one part of so many of its articles.
pub(crate) fn all(parts: usize) {
    println!("texts {}", Press::WHAT);
    let press = Press::own();
    for articles in ARTICLES.map(|articles| articles / parts) {
        let file = |index: usize| {
            let text = match index % VERSIONS {
                0 => scrape(&press, index + 1).replacen(" the ", " this ", 1),
                _ => scrape(&press, index),
            };
            SourceFile { name: format!("{index:06}.txt"), bytes: text.into_bytes() }
        };
        let corpus = parse((0..articles).map(file).collect(), &Config::default()).corpus;
        let start = Instant::now();
        let found = groups(&corpus.articles, &signatures(&corpus.articles));
        let time = start.elapsed().as_secs_f64();
        println!("{articles} articles: {} groups in {time:.2} s", found.len());
    }
}
