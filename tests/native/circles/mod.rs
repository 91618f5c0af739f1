//! No circles of files: a file names only what stands in files that do not lead back to it, so that a newcomer can
//! read from the bottom up. A circle that stays is listed with its excuse.
//!
//! `cargo test -p dateline-tests --test native -- circles:: --nocapture` shows every circle with the names that close it.

mod graph;
mod modules;

use dateline_tests::{scratch, sources};
use graph::Graph;

/// The roots of the crates whose files are looked at.
const CRATES: [&str; 9] = [
    "engine/src/lib.rs", "builder/src/lib.rs", "tables/src/lib.rs", "cli/src/main.rs", "src/main.rs",
    "open/src/main.rs", "worker/src/main.rs", "xtask/src/lib.rs", "xtask/src/main.rs",
];

/// The circles that stay, each with its reason.
const EXCUSED: &[(&[&str], &str)] = &[];

#[test]
fn no_file_leads_back_to_itself() {
    let graph = Graph::of(&sources::root(), &CRATES);
    assert!(graph.files() > 100, "the crates are read: {} files", graph.files());
    let circles = graph.circles();
    for circle in &circles {
        println!("{}", graph.show(circle));
    }
    let excused = |circle: &[&str]| EXCUSED.iter().any(|(files, _)| *files == circle);
    let new: Vec<_> = circles.iter().filter(|c| !excused(&graph.names(c))).map(|c| graph.show(c)).collect();
    assert!(new.is_empty(), "circles without an excuse:\n{}", new.join("\n"));
    for (files, excuse) in EXCUSED {
        assert!(circles.iter().any(|c| graph.names(c) == *files), "no longer a circle: {files:?} ({excuse})");
    }
}

/// A crate of these files in a scratch folder of this name; its circles, as [`Graph::show`] shows them.
fn circles_of(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = scratch::folder(name);
    std::fs::create_dir_all(folder.join("src")).expect("a scratch folder can be made");
    for (file, text) in files {
        std::fs::write(folder.join("src").join(file), text).expect("a file can be written");
    }
    let graph = Graph::of(&folder, &["src/lib.rs"]);
    let circles = graph.circles();
    circles.iter().map(|circle| graph.show(circle)).collect()
}

#[test]
fn a_name_leads_to_the_file_that_defines_it() {
    let lib = "mod a; mod b; pub use b::{B, b}; macro_rules! m { () => {} }";
    let pair = "a circle of 2 files:\n  src/a.rs <-> src/b.rs: ";
    // The file `a`, and how it is named in the first edge; `b` names `a` each time.
    let cases = [
        ("use super::B; fn a(_: B) {}", Some("super::B")),
        ("use crate::b; fn a() { b::b() }", Some("b::b")),
        ("use crate::b; fn a() { b() }", Some("b")),
        ("fn a() { assert!(crate::b::b() == super::b::B::new()) }", Some("crate::b::b, super::b::B::new")),
        ("pub use super::b::B;", None),
        ("use crate::b; fn a() {}", None),
        ("#[cfg(test)] mod tests { use super::super::B; }", None),
        ("/// [`super::B`]\nfn a() { let b = \"super::B\"; }", None),
        ("mod b { pub struct B; } fn a() { b::B }", None),
    ];
    for (a, named) in cases {
        let files = [("lib.rs", lib), ("a.rs", a), ("b.rs", "pub struct B; pub fn b() { super::a::a() }")];
        let found = circles_of("circles", &files);
        match named {
            Some(named) => {
                assert!(
                    found.len() == 1 && found[0].starts_with(&format!("{pair}{named}\n")),
                    "{a}: {found:?}"
                );
            }
            None => assert_eq!(found, [""; 0], "{a}"),
        }
    }
}

#[test]
fn a_room_that_defines_what_its_parts_use_is_a_circle() {
    let lib = "mod part; pub struct Whole; pub fn whole() { part::part(Whole) }";
    let found = circles_of("room", &[("lib.rs", lib), ("part.rs", "pub fn part(_: super::Whole) {}")]);
    let edges = "  src/lib.rs <-> src/part.rs: part::part\n  src/part.rs <-> src/lib.rs: super::Whole\n";
    assert_eq!(found, [format!("a circle of 2 files:\n{edges}")]);
}
