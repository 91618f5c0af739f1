//! Any `actors.toml`, and a text in which its actors may be found.
#![no_main]

use dateline_engine::actors::{Gazetteer, annotate};
use dateline_engine::corpus::Corpus;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let text = " date 2024-01-05 Kim of North Korea and Moscow's envoy met Japan's minister; Kim spoke.\n\nThe Kremlin said no.";
    let file = SourceFile { name: "a.txt".into(), bytes: text.into() };
    parse(vec![file], &Config::default()).corpus
});
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::built_in);

fuzz_target!(|text: &str| {
    let mut gazetteer = GAZETTEER.clone();
    for problem in gazetteer.add(text) {
        assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some(), "{problem:?}");
    }
    annotate(&CORPUS, &gazetteer);
});
