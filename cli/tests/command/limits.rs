//! Folders and files that are too large: each limit holds, with a sentence, and the rest is read.

use crate::run::{SCRAPE, on};
use dateline_tests::scratch::folder_with;
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

#[test]
fn large_files_and_bombs_get_a_sentence() {
    let folder = folder_with("large", &[("a.txt", SCRAPE.as_bytes())]);
    let large = std::fs::File::create(folder.join("large.txt")).expect("a file can be made");
    // A hole in the file: 200 MB that take no room.
    large.set_len(200 << 20).expect("a file can be made long");
    let mut bomb = GzEncoder::new(Vec::new(), Compression::fast());
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..130 {
        bomb.write_all(&megabyte).expect("memory");
    }
    std::fs::write(folder.join("bomb.txt.gz"), bomb.finish().expect("memory"))
        .expect("a file can be written");
    let said = on("inspect", &folder, &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        said.err,
        "dateline: large.txt: expected a news text of at most 128 MB, found 200 MB; split the file\n\
         dateline: bomb.txt.gz: expected at most 128 MB after unpacking, found more; it is left out: unpack it, and split the file\n"
    );
    assert!(said.out.contains("1 article in 1 file"), "{}", said.out);
}

#[test]
fn too_many_files_get_one_sentence() {
    const MOST: usize = 50_000;
    let folder = folder_with("many", &[]);
    for n in 0..MOST + 3 {
        std::fs::write(folder.join(format!("{n:05}.txt")), "News.").expect("a file can be written");
    }
    let said = on("inspect", &folder, &[]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        said.err,
        "dateline: 49999.txt:1:1: expected at most 50000 files, found 3 more; those after this one are left out: build several pages\n"
    );
    std::fs::remove_dir_all(folder).expect("a scratch folder can be removed");
}
