//! One folder a case in `tests/fixtures`, named for its shape or its fault: source texts, and what a careful
//! editor expects of them. A missing `expected.json` is written once and fails, so that a person reads it.

use dateline_engine::report::inspection;
use dateline_tests::sources;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What is pinned of `inspect --json`: everything but the offsets, which `corpora.rs` checks.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Expected {
    articles: Vec<Article>,
    ledger: Vec<SetAside>,
    problems: Vec<Problem>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Article {
    id: String,
    title: String,
    title_derived: bool,
    published: Option<String>,
    source: Option<String>,
    url: Option<String>,
    dateline: Option<String>,
    credits: Vec<Credit>,
    language: Option<String>,
    blocks: Vec<Block>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Credit {
    kind: String,
    text: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Block {
    kind: String,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct SetAside {
    rule: String,
    text: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Problem {
    message: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Group {
    members: Vec<Member>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Member {
    article: String,
    similarity: f64,
    shared: f64,
}

fn found(case: &Path) -> Expected {
    let parsed = sources::parsed(case);
    let json = serde_json::to_value(inspection(&parsed)).expect("reports have text keys only");
    serde_json::from_value(json).expect("a report has all that is pinned")
}

/// The lines of `a` and `b` from the first to the last that differ.
fn difference(a: &str, b: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (a.lines().collect(), b.lines().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let show = |sign: char, lines: &[&str]| -> String {
        lines[head..lines.len() - tail].iter().map(|line| format!("  {sign} {line}\n")).collect()
    };
    [show('-', &a), show('+', &b)].concat()
}

#[test]
fn every_case_reads_as_expected() {
    let mut wrong = Vec::new();
    for case in sources::cases() {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = serde_json::to_string_pretty(&found(&case)).expect("plain structs") + "\n";
        let path = case.join("expected.json");
        match std::fs::read_to_string(&path) {
            Ok(expected) => {
                let read: Result<Expected, _> = serde_json::from_str(&expected);
                if read
                    .as_ref()
                    .map(|e| serde_json::to_string_pretty(e).expect("plain structs") + "\n")
                    .ok()
                    .as_ref()
                    != Some(&found)
                {
                    wrong.push(format!("{name}: expected (-), found (+)\n{}", difference(&expected, &found)));
                }
            }
            Err(_) => {
                std::fs::write(&path, found).expect("the folder of fixtures is writable");
                wrong.push(format!("{name}: there was no expected.json; one was written: read it, and correct it where it is wrong"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_case_has_texts() {
    let cases = sources::cases();
    assert!(cases.len() >= 12, "found {} cases", cases.len());
    for case in cases {
        assert!(!sources::files(&case).is_empty(), "{}: expected a .txt file, found none", case.display());
    }
}
