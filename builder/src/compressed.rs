//! Compressed bytes, and what copies of a page's files are called that web hosts send in place of the files.

use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

/// What a page says in its head whose files have compressed copies beside them.
pub(crate) const MARK: &str = "<meta name=\"dateline-compressed\" content=\"gz br\">";

/// What the copies of the file `name` are called.
pub fn copies_of(name: &str) -> [String; 2] {
    ["gz", "br"].map(|end| format!("{name}.{end}"))
}

/// `bytes` gzipped, without a time in the header, so that the same input gives the same output.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory")
}
