//! Any query, asked of a small corpus, finished and while it is typed.
#![no_main]

mod small;

use dateline_engine::search::{Query, translation};
use dateline_engine::view::{Sort, View};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let explorer = &small::EXPLORER;
    let found = explorer.ranked(text, Sort::Relevance);
    for problem in found.query_problems() {
        assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some(), "{problem:?}");
    }
    let view = View { query: text.to_owned(), ..View::default() };
    explorer.did_you_mean(&view, &explorer.select_as_typed(&view));
    let _ = (Query::as_typed(text), translation(text));
});
