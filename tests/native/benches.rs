//! Each bench that needs no browser runs in a clone with nothing beside it, and says what it measured.

use dateline_tests::press::Press;
use std::process::Command;

/// What the bench of this name says about a little text.
fn said(name: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_bench")).args([name, "small"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{name}: {said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with(&format!("texts {}\n", Press::WHAT)), "{name}: {said}");
    said
}

#[test]
fn actors_are_measured() {
    let said = said("actors");
    assert!(said.contains("\n100 articles, ") && said.contains(" words, 2000 actors, "), "{said}");
}

#[test]
fn groups_are_measured() {
    let said = said("groups");
    assert!(
        said.contains("\n100 articles: 10 groups in ") && said.contains("\n500 articles: 50 groups in "),
        "{said}"
    );
}

#[test]
fn parsing_is_measured() {
    let said = said("parse");
    let cases: Vec<_> = said.lines().skip(1).filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(cases, ["text", "feed", "rss", "ndjson", "html"], "{said}");
    assert!(said.lines().skip(1).all(|line| line.contains(" 1 MB in ")), "{said}");
}
