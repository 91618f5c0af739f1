//! Any link: what it means is written as a link that means the same, and shows something.
#![no_main]

mod small;

use dateline_engine::view::{from_fragment, length_note, to_fragment, version_note};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|link: &str| {
    let (view, _) = from_fragment(link);
    let written = to_fragment(&view);
    assert_eq!(from_fragment(&written), (view.clone(), Vec::new()), "{written}");
    let selection = small::EXPLORER.select(&view);
    small::EXPLORER.rows(&selection, &view);
    small::EXPLORER.unknown_names(&view);
    let _ = (length_note(link), version_note(&view, "0a1b2c3d"));
});
