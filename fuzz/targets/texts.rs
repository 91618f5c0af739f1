//! A file of any name and any bytes, archives among them: each byte has one part. The first line of the input is the name,
//! which tells formats apart.
#![no_main]

use dateline_engine::parse::bytes::archive::{Limits, unpack};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse, tiling};
use libfuzzer_sys::fuzz_target;

/// Far below those of the command, so that a run is short.
const LIMITS: Limits = Limits { bytes: 1 << 20, files: 100 };

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (name, bytes) = (String::from_utf8_lossy(&input[..end]).into_owned(), input.get(end + 1..).unwrap_or_default());
    let (files, _) = unpack(SourceFile { name, bytes: bytes.to_vec() }, LIMITS);
    let mut lengths: Vec<_> = files.iter().map(|file| (file.name.clone(), file.bytes.len())).collect();
    lengths.sort_by(|(one, _), (other, _)| one.cmp(other));
    let parsed = parse(files, &Config::default());
    for (file, (_, length)) in parsed.files.iter().zip(lengths) {
        tiling::check(&file.parts, length).expect("each byte has one part");
    }
});
