//! Copies of a page's files for web hosts that send them in place of the files.

use dateline_builder::{copies_of, gzip};
use std::io::Write as _;

/// The highest quality of Brotli, and the window that browsers all accept.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;
/// What the compressor reads at a time; any number does.
const BUFFER: usize = 1 << 16;
/// Files that compression makes smaller; the binaries of a corpus are gzipped already.
const SMALLER: [&str; 5] = [".html", ".js", ".json", ".svg", ".wasm"];

/// Adds the copies to `files`.
pub(super) fn add(files: &mut Vec<(String, Vec<u8>)>) {
    let copied = files.iter().filter(|(name, _)| SMALLER.iter().any(|end| name.ends_with(end)));
    let copies =
        copied.flat_map(|(name, bytes)| copies_of(name).into_iter().zip([gzip(bytes), brotli(bytes)]));
    let copies: Vec<_> = copies.collect();
    files.extend(copies);
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes).expect("writing to memory");
    writer.into_inner()
}
