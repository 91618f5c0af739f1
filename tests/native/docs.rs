//! The documents and the repository agree: the map names every folder, tests and chores that are named are there, and
//! links lead somewhere.

use dateline_tests::sources;
use std::collections::BTreeSet;
use std::process::Command;

/// The folders whose every folder stands in the map.
const MAPPED: [&str; 9] = [
    "engine/src/", "builder/src/", "tables/src/", "src/", "open/src/", "worker/src/", "cli/src/",
    "xtask/src/", "tests/",
];
/// A folder a case: their names say what they are.
const CASES: &str = "tests/fixtures/";

/// How paths of the repository begin.
const ROOTS: [&str; 12] = [
    "engine/", "builder/", "tables/", "src/", "open/", "worker/", "cli/", "xtask/", "tests/", "docs/",
    "style/", "corpus/",
];

/// The files of the repository, those not committed yet among them.
fn files() -> Vec<String> {
    let mut git = Command::new("git");
    git.current_dir(sources::root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = git.output().expect("git lists the files of the repository").stdout;
    let list = String::from_utf8(list).expect("names in UTF-8");
    let is_there = |path: &&str| sources::root().join(path).is_file();
    list.split('\0').filter(|path| !path.is_empty()).filter(is_there).map(str::to_owned).collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(sources::root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The documents, each with its text.
fn documents() -> Vec<(String, String)> {
    let ours =
        |path: &String| path.ends_with(".md") && !path.starts_with("tests/") && !path.starts_with("corpus/");
    let all: Vec<_> = files().into_iter().filter(ours).map(|path| (path.clone(), read(&path))).collect();
    assert!(all.iter().any(|(path, _)| path == "docs/architecture.md"), "the documents are found");
    all
}

/// What stands in `text` between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether `name` is the name of a test: they are sentences.
fn is_sentence(name: &str) -> bool {
    name.matches('_').count() > 1 && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// The section of `document` under `## heading`.
fn section<'d>(document: &'d str, heading: &str) -> &'d str {
    let (_, rest) =
        document.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    rest.split("\n## ").next().unwrap_or(rest)
}

#[test]
fn the_map_names_every_folder() {
    let architecture = read("docs/architecture.md");
    let rows = section(&architecture, "The map").lines().filter_map(|line| line.strip_prefix("| `"));
    let mapped: BTreeSet<_> = rows.filter_map(|row| Some(row.split_once('`')?.0.to_owned())).collect();
    let files = files();
    let folders = files.iter().filter(|path| MAPPED.iter().any(|root| path.starts_with(root)));
    let folders = folders.flat_map(|path| path.match_indices('/').map(|(at, _)| path[..=at].to_owned()));
    let mut folders: BTreeSet<_> = folders.collect();
    folders.retain(|folder| {
        MAPPED.iter().any(|root| folder.starts_with(root)) && (folder == CASES || !folder.starts_with(CASES))
    });
    let missing: Vec<_> = folders.difference(&mapped).collect();
    assert!(missing.is_empty(), "the map does not name {missing:?}");
    let gone: Vec<_> =
        mapped.iter().filter(|path| !files.iter().any(|file| file.starts_with(*path))).collect();
    assert!(gone.is_empty(), "the map names what is not there: {gone:?}");
}

#[test]
fn paths_that_are_named_are_there() {
    let files = files();
    let mut gone = BTreeSet::new();
    for (document, text) in documents() {
        let paths = quoted(&text).filter(|path| ROOTS.iter().any(|root| path.starts_with(root)));
        let gone_here = paths.filter(|path| !files.iter().any(|file| file.starts_with(path)));
        gone.extend(gone_here.map(|path| format!("{document} names {path}")));
    }
    assert!(gone.is_empty(), "\n{}", gone.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn tests_that_are_named_are_there() {
    let code: Vec<_> =
        files().into_iter().filter(|path| path.ends_with(".rs")).map(|path| read(&path)).collect();
    for (document, text) in documents() {
        for name in quoted(&text).filter(|name| is_sentence(name)) {
            let test = format!("fn {name}(");
            assert!(code.iter().any(|text| text.contains(&test)), "{document} names the test {name}");
        }
    }
    let architecture = read("docs/architecture.md");
    let promises =
        section(&architecture, "The invariants").lines().filter(|line| line.starts_with("| ")).skip(2);
    for promise in promises {
        let tests = promise.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        assert!(quoted(tests).any(is_sentence), "a promise has a test: {promise}");
    }
}

#[test]
fn links_lead_somewhere() {
    for (document, text) in documents() {
        let folder = document.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("https://") || link.starts_with('#') {
                continue;
            }
            let path = link.split('#').next().unwrap_or(link);
            let there = sources::root().join(format!("{folder}{path}"));
            assert!(there.exists(), "{document} leads to {link}");
        }
    }
}

#[test]
fn chores_that_are_named_are_there() {
    let main = read("xtask/src/main.rs");
    let bench = read("xtask/src/bench.rs");
    let is_variant = |text: &str, word: &str| {
        let name = word[..1].to_uppercase() + &word[1..];
        text.lines().any(|line| line.trim().trim_end_matches([',', ' ', '{']) == name)
    };
    for (document, text) in documents() {
        for rest in text.split("cargo xtask ").skip(1) {
            let mut words = rest.split([' ', '`', '\n']).filter(|word| !word.is_empty());
            let Some(chore) = words.next().filter(|word| !word.starts_with('-')) else { continue };
            assert!(is_variant(&main, chore), "{document} names the chore `{chore}`");
            let what = words.next().filter(|_| chore == "bench" && rest.starts_with("bench "));
            if let Some(what) = what.filter(|what| what.chars().all(char::is_lowercase)) {
                assert!(is_variant(&bench, what), "{document} names the measurement `{what}`");
            }
        }
    }
}
