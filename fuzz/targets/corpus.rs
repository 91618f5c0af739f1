//! Any `corpus.toml`, and a text that it is about.
#![no_main]

use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (config, problems) = Config::parse(text);
    for problem in problems {
        assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some(), "{problem:?}");
    }
    let bytes = b" date 2024-01-05 Norway counts ships in its harbour on every day of the week.".to_vec();
    parse(vec![SourceFile { name: "a.txt".into(), bytes }], &config);
});
