//! Compressed bytes, and copies of a page's files for web hosts that send them in place of the files.

use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

/// What a page says in its head whose files have compressed copies beside them.
pub(super) const MARK: &str = "<meta name=\"dateline-compressed\" content=\"gz br\">";

/// The highest quality of Brotli, and the window that browsers all accept.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;
/// What the compressor reads at a time; any number does.
const BUFFER: usize = 1 << 16;
/// Files that compression makes smaller; the binaries of a corpus are gzipped already.
const SMALLER: [&str; 5] = [".html", ".js", ".json", ".svg", ".wasm"];

/// What the copies of the file `name` are called.
pub(super) fn names(name: &str) -> [String; 2] {
    ["gz", "br"].map(|end| format!("{name}.{end}"))
}

/// Adds the copies to `files`.
pub(super) fn add(files: &mut Vec<(String, Vec<u8>)>) {
    let copied = files.iter().filter(|(name, _)| SMALLER.iter().any(|end| name.ends_with(end)));
    let copies = copied.flat_map(|(name, bytes)| names(name).into_iter().zip([gzip(bytes), brotli(bytes)]));
    let copies: Vec<_> = copies.collect();
    files.extend(copies);
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes).expect("writing to memory");
    writer.into_inner()
}

/// `bytes` gzipped, without a time in the header, so that the same input gives the same output.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory")
}
