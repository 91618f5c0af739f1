//! Any bytes as a pack and as source texts; what is whole answers. The first byte tells in which of three ways: as they
//! are, behind a checksum that fits, or as changes of a pack that is whole, three bytes each: where, and to what.
#![no_main]

mod small;

use dateline_engine::actors::{Gazetteer, Lists};
use dateline_engine::explorer::Explorer;
use dateline_engine::pack;
use dateline_engine::view::View;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// The payload of a pack without its header.
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let explorer = &small::EXPLORER;
    let lists = Lists::new(&explorer.corpus, Gazetteer::built_in());
    let pack = pack::encode(&explorer.corpus, &explorer.mentions, &lists);
    pack[pack::framed(&[]).len()..].to_vec()
});

fuzz_target!(|input: &[u8]| {
    let (way, bytes) = input.split_first().unwrap_or((&0, &[]));
    let framed = match way % 3 {
        0 => bytes.to_vec(),
        1 => pack::framed(bytes),
        _ => {
            let mut changed = WHOLE.clone();
            for change in bytes.chunks_exact(3) {
                let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % changed.len();
                changed[at] = change[2];
            }
            pack::framed(&changed)
        }
    };
    if let Ok((corpus, mentions, _)) = pack::decode(&framed) {
        let explorer = Explorer::new(corpus, mentions);
        let view = View { query: "kim".to_owned(), ..View::default() };
        explorer.rows(&explorer.select(&view), &view.open_all_mentions());
    }
    let _ = pack::decode_source_texts(&framed, "0a1b2c3d");
});
