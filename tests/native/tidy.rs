//! Rules of the repository, as tests: which way the arrows go, who may name the browser, how a file opens, and
//! that nothing is copied out of the collected texts.

use dateline_engine::search::{LANGUAGE, Query};
use dateline_engine::text::Tokens;
use dateline_tests::sources;
use std::collections::HashSet;
use std::process::Command;

/// The rooms of the engine, each with only those before it to look at.
const ROOMS: [&str; 16] = [
    "order", "many", "text", "corpus", "parse", "actors", "search", "charts", "pack", "wording", "view",
    "labels", "explorer", "shards", "figures", "report",
];

/// Names of the browser, which the engine does not know.
const BROWSER: [&str; 4] = ["leptos", "web_sys", "js_sys", "wasm_bindgen"];

/// This many words in a row are a copy.
const COPIED: usize = 9;

/// The text files of the repository by path, those not committed yet among them.
fn repository() -> Vec<(String, String)> {
    let mut git = Command::new("git");
    git.current_dir(sources::root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = git.output().expect("git lists the files of the repository");
    assert!(output.status.success(), "git lists the files of the repository");
    let list = String::from_utf8(output.stdout).expect("names in UTF-8");
    let names = list.split('\0').filter(|name| !name.is_empty());
    let read =
        |name: &str| Some((name.to_owned(), std::fs::read_to_string(sources::root().join(name)).ok()?));
    let files: Vec<_> = names.filter_map(read).collect();
    assert!(
        files.iter().any(|(name, _)| name == "tests/native/tidy.rs"),
        "the list is that of this repository"
    );
    files
}

/// The Rust files under `folder`, without their unit tests.
fn code(folder: &str) -> Vec<(String, String)> {
    let mut files = repository();
    files.retain(|(name, _)| name.starts_with(folder) && name.ends_with(".rs"));
    for (_, text) in &mut files {
        let tests = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
        text.truncate(tests);
    }
    files
}

/// The first part of each path that begins with `crate::` in `text`.
fn rooms_named(text: &str) -> impl Iterator<Item = &str> {
    text.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn arrows_go_one_way() {
    let mut wrong = Vec::new();
    for (name, text) in code("engine/src/") {
        let room = name.trim_start_matches("engine/src/").split(['/', '.']).next().unwrap_or_default();
        if room == "lib" {
            continue;
        }
        let at = ROOMS.iter().position(|r| *r == room);
        let at = at.unwrap_or_else(|| panic!("{name}: expected a room of {ROOMS:?}, found `{room}`"));
        for named in rooms_named(&text) {
            if !ROOMS[..=at].contains(&named) {
                wrong.push(format!("{name}: names crate::{named}, which comes after {room}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_engine_is_not_a_browser() {
    let is_inside = |name: &str| ["engine/", "builder/", "tables/"].iter().any(|it| name.starts_with(it));
    for (name, text) in repository().iter().filter(|(name, _)| is_inside(name)) {
        for word in BROWSER {
            let spelled = [word.to_owned(), word.replace('_', "-")];
            assert!(!spelled.iter().any(|w| text.contains(w)), "{name} names {word}");
        }
    }
}

#[test]
fn one_door_leads_to_the_browser() {
    for room in ["src/", "open/src/", "worker/src/"] {
        let code = code(room);
        let talks = |text: &str| text.contains("web_sys") || text.contains("gloo");
        let doors: Vec<_> = code.iter().filter(|(_, text)| talks(text)).map(|(name, _)| name).collect();
        assert_eq!(doors.len(), 1, "one file in {room} talks to the browser: {doors:?}");
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (name, text) in repository().iter().filter(|(name, _)| name.ends_with(".rs")) {
        assert!(text.starts_with("//! "), "{name} opens with `//!`");
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines: what are its two halves called?");
    }
}

#[test]
fn nothing_is_left_for_later() {
    // Spelled apart, so that this file does not name them.
    let left = [
        ["to", "do!("].concat(),
        ["db", "g!("].concat(),
        ["FIX", "ME"].concat(),
        ["unimple", "mented!("].concat(),
    ];
    for (name, text) in &repository() {
        for word in &left {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}

/// The words of `text` without links and the dates of feeds, which are facts.
fn words(text: &str) -> Vec<String> {
    const DAYS: [&str; 7] = ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"];
    // `Fri, 28 Jun 2024 12:22:37 +0000`
    const DATE: usize = 6;
    let mut kept = String::new();
    let mut pieces = text.split_whitespace().peekable();
    while let Some(piece) = pieces.next() {
        if DAYS.contains(&piece) && pieces.peek().is_some_and(|next| next.parse::<u8>().is_ok()) {
            pieces.by_ref().take(DATE - 1).for_each(drop);
        } else if !piece.contains("://") {
            kept.push_str(piece);
            kept.push(' ');
        }
    }
    Tokens::of(&kept).iter().map(|t| t.folded.to_owned()).collect()
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/corpus")]
fn nothing_is_copied_out_of_the_collected_texts() {
    let collected: Vec<_> = sources::files(&sources::shared("corpus"))
        .into_iter()
        .map(|file| words(&String::from_utf8(file.bytes).expect("texts in UTF-8")))
        .collect();
    let runs: HashSet<&[String]> = collected.iter().flat_map(|text| text.windows(COPIED)).collect();
    let mut copies = Vec::new();
    for (name, text) in repository() {
        let words = words(&text);
        let copied = words.windows(COPIED).filter(|run| runs.contains(run));
        copies.extend(copied.map(|run| format!("{name}: {}", run.join(" "))));
    }
    assert!(copies.is_empty(), "\n{}", copies.join("\n"));
}

/// Else tests would be left out that can run, or fail that cannot.
#[test]
fn the_tests_know_what_lies_beside_the_repository() {
    let there = ["corpus", "gold"].iter().all(|folder| sources::shared(folder).is_dir());
    assert_eq!(
        cfg!(has_shared),
        there,
        "../shared has come or gone: change the time of tests/build.rs (`touch`)"
    );
}

#[test]
fn the_readme_names_the_chores() {
    let Ok(readme) = std::fs::read_to_string(sources::root().join("README.md")) else { return };
    for chore in ["cargo xtask serve", "cargo xtask test"] {
        assert!(readme.contains(chore), "README.md names `{chore}`");
    }
}

/// The rows of the table at the head of the query module: what is typed, and what it finds.
fn documented() -> Vec<(String, String)> {
    let path = sources::root().join("engine/src/search/query.rs");
    let text = std::fs::read_to_string(path).expect("the query module");
    let docs: String = text.lines().map_while(|l| l.strip_prefix("//!")).map(|l| format!("{l}\n")).collect();
    let table = docs.split("```").nth(1).expect("the module's head shows the language in a table");
    let rows = table.lines().skip(1).filter_map(|row| row.trim().split_once("  "));
    rows.map(|(typed, finds)| (typed.to_owned(), finds.trim().to_owned())).collect()
}

/// The rows of the table of the language in its document.
fn in_the_document() -> Vec<(String, String)> {
    let document = std::fs::read_to_string(sources::root().join("docs/search.md")).expect("docs/search.md");
    let rows = document.lines().skip_while(|line| !line.starts_with("| you type |")).skip(2);
    let rows = rows.map_while(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.map(|(typed, finds)| (typed.replace('`', ""), finds.replace("\\*", "*"))).collect()
}

#[test]
fn the_language_is_the_same_everywhere_it_is_told() {
    // The page's help shows `LANGUAGE` itself.
    let told: Vec<_> =
        LANGUAGE.iter().map(|(typed, finds)| ((*typed).to_owned(), (*finds).to_owned())).collect();
    assert_eq!(documented(), told, "the head of the query module");
    assert_eq!(in_the_document(), told, "docs/search.md");
    let page = std::fs::read_to_string(sources::root().join("src/search.rs")).expect("the page's search");
    assert!(page.contains("LANGUAGE"), "the page's help");
}

#[test]
fn the_language_is_what_its_table_says() {
    let mut shapes = HashSet::new();
    for (typed, _) in LANGUAGE {
        for query in typed.split(", ") {
            let parsed = Query::parse(query);
            assert_eq!(parsed.problems, [], "{query}");
            let tree = parsed.tree.expect("a row asks for something");
            // A row that says no more than its words would show no operator.
            let words: Vec<_> = Tokens::of(query).iter().map(|t| t.folded.to_owned()).collect();
            assert!(
                words.len() == 2 && typed == "kim putin" || tree.to_string() != words.join(" "),
                "{query}"
            );
            shapes.insert(format!("{tree:?}"));
        }
    }
    // Every field is told, and nothing twice but the two ways to say not.
    for field in ["title:", "actor:", "form:", "date:", "before:", "after:", "is:"] {
        assert!(LANGUAGE.iter().any(|(typed, _)| typed.starts_with(field)), "{field}");
    }
    let typed: usize = LANGUAGE.iter().map(|(typed, _)| typed.split(", ").count()).sum();
    assert_eq!(shapes.len(), typed - 1, "{shapes:?}");
}
