//! A small corpus to ask.

use dateline_engine::actors::{Gazetteer, annotate};
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use std::sync::LazyLock;

/// Two articles in a few words.
pub static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| {
    let texts = [
        " date 2024-01-05 Kim of North Korea and Moscow's envoy met Japan's minister; Kim spoke of satellites.",
        " date 2024-02-09 The Kremlin said no to Norway. “Ships,” it said, “are ships.”",
    ];
    let file = |(n, text): (usize, &str)| SourceFile { name: format!("{n}.txt"), bytes: text.into() };
    let corpus = parse(texts.into_iter().enumerate().map(file).collect(), &Config::default()).corpus;
    let mentions = annotate(&corpus, &Gazetteer::built_in());
    Explorer::new(corpus, mentions)
});
