//! The kit: what a page needs beside its own app to take the texts of its readers and to make pages of them. It is one
//! binary, which the page loads when somebody opens texts.
//!
//! It holds the panel in which readers bring texts, the worker that reads them, and every file of the page but its app's
//! WebAssembly, which the page has. Layout: the length of the header in bytes (u32, little-endian), the header as JSON,
//! `[[name, length], …]`, then the bytes of each file. `boot.js` reads it, too.

use crate::Failure;
use crate::compressed::gzip;
use dateline_engine::order;
use flate2::read::GzDecoder;
use std::io::Read as _;

/// The files of the panel and of the worker, as Trunk names them.
pub(crate) const PARTS: [&str; 6] = [
    "dateline-open.js",
    "dateline-open_bg.wasm",
    "dateline-open-host.js",
    "dateline-open.css",
    "dateline-worker.js",
    "dateline-worker_bg.wasm",
];

/// A kit, gzipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit(pub Vec<u8>);

impl Kit {
    /// The id of its element in index.html, with which the name of its file begins.
    pub const ID: &str = "open";

    /// The kit that holds `files`, each a name and its bytes.
    pub(crate) fn holding(mut files: Vec<(&str, &[u8])>) -> Kit {
        order::by_key(&mut files, |(name, _)| *name);
        let names: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (*name, bytes.len())).collect();
        let header = serde_json::to_vec(&names).expect("names and numbers");
        let mut kit = (header.len() as u32).to_le_bytes().to_vec();
        kit.extend(header);
        files.iter().for_each(|(_, bytes)| kit.extend_from_slice(bytes));
        Kit(gzip(&kit))
    }

    /// Whether the file `name` is one of those that the kit takes in.
    pub fn is_loose(name: &str) -> bool {
        PARTS.contains(&name)
    }

    /// The name and the bytes of each file in it.
    ///
    /// # Errors
    /// Where the bytes are no kit.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let damaged = || "expected the kit of a page, found other bytes; build the page again".to_owned();
        let mut bytes = Vec::new();
        GzDecoder::new(self.0.as_slice()).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let (length, rest) = bytes.split_first_chunk().ok_or_else(damaged)?;
        let (header, mut rest) =
            rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(damaged)?;
        let names: Vec<(String, usize)> = serde_json::from_slice(header).map_err(|_| damaged())?;
        let mut files = Vec::new();
        for (name, length) in names {
            let (bytes, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
            files.push((name, bytes.to_vec()));
            rest = after;
        }
        Ok(files)
    }
}
