//! `dateline inspect` as other programs and people meet it: keys of its JSON, tables, marks.

use crate::run::{json, keys, list, offset, on, sorted};
use dateline_tests::scratch::folder_with;
use dateline_tests::sources::own;
use serde_json::Value;

#[test]
fn inspect_keeps_its_contract() {
    let said = on("inspect", &own(), &["--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let report = json(&said.out);
    assert_eq!(keys(&report), sorted(["articles", "ledger", "problems", "groups"]));
    let article = [
        "id", "file", "title", "title_derived", "published", "source", "url", "dateline", "credits",
        "language", "blocks", "words", "start", "end",
    ];
    assert_eq!(list(&report, "articles").len(), 14);
    for found in list(&report, "articles") {
        assert_eq!(keys(found), sorted(article));
        for credit in list(found, "credits") {
            assert_eq!(keys(credit), ["kind", "text"]);
        }
        for block in list(found, "blocks") {
            let keys = keys(block);
            assert!(keys == ["kind", "text"] || keys == ["kind", "speaker", "text"], "{keys:?}");
        }
        let file = std::fs::read(own().join(found["file"].as_str().expect("a name")))
            .expect("the file that is named");
        let range = offset(found, "start")..offset(found, "end");
        let text = std::str::from_utf8(&file[range]).expect("an article begins and ends with a character");
        assert!(
            list(found, "blocks").iter().all(|b| text.contains(b["text"].as_str().expect("text"))),
            "{}",
            found["id"]
        );
        if let Some(published) = found["published"].as_str() {
            assert!(published.len() == 10 || published.len() == "2024-06-28T12:22:37Z".len(), "{published}");
        }
    }
    for entry in list(&report, "ledger") {
        assert_eq!(keys(entry), sorted(["file", "start", "end", "rule", "text"]));
        let file = std::fs::read(own().join(entry["file"].as_str().expect("a name")))
            .expect("the file that is named");
        let bytes = &file[offset(entry, "start")..offset(entry, "end")];
        assert_eq!(std::str::from_utf8(bytes).ok(), entry["text"].as_str());
    }
    let files: Vec<_> =
        list(&report, "articles").iter().map(|a| a["file"].as_str().unwrap_or_default()).collect();
    assert!(files.is_sorted(), "articles in file-name order: {files:?}");
}

#[test]
fn inspect_names_problems_with_their_places() {
    let folder = folder_with(
        "inspect-problems",
        &[("a.txt", b" date 2024-02-30 It rained on both days of the fair.")],
    );
    let said = on("inspect", &folder, &["--json"]);
    let report = json(&said.out);
    let problem = &list(&report, "problems")[0];
    assert_eq!(keys(problem), sorted(["file", "start", "end", "message"]));
    assert_eq!((offset(problem, "start"), offset(problem, "end")), (6, 16));
    assert_eq!(list(&report, "articles")[0]["published"], Value::Null);
    assert_eq!(
        said.err,
        "dateline: a.txt:1:7: expected a calendar day, found `2024-02-30`; the article is undated\n"
    );
    assert_eq!(said.code, 0);
}

#[test]
fn inspect_shows_the_source_of_an_article() {
    let text = " date 2024-03-05 loading…\n\nOSLO – The quay was swept on Monday by two men.\n";
    let folder = folder_with("source", &[("a.txt", text.as_bytes())]);
    let said = on("inspect", &folder, &["--source", "a"]);
    assert_eq!(
        said.out,
        "a.txt, bytes 0 to 79 of 79\n\n [[set aside by scrape-date: date 2024-03-05]] [[set aside by loading-placeholder: loading…]]\n\n\
         [[dateline: OSLO –]] [[paragraph: The quay was swept on Monday by two men.]]\n\n"
    );
    let said = on("inspect", &folder, &["--source", "b"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.ends_with("expected the name of an article, found `b`; `dateline inspect` lists them\n")
    );
}

#[test]
fn the_source_of_an_article_is_shown_whole_and_harmless() {
    let bell = " date 2024-03-05 The bell\u{7} of \u{1B}[31mSkarn rang twice for the keeper of the lamp.\n\nHost: Is it loud? Guest: It is.\n";
    let folder = folder_with("marks", &[("a.txt", bell.as_bytes())]);
    let said = on("inspect", &folder, &["--source", "a"]);
    let (_, text) = said.out.split_once("\n\n").expect("a heading");
    let marks = [
        "[[set aside by scrape-date: ",
        "[[set aside by speaker-label: ",
        "[[paragraph: ",
        "[[paragraph, Host speaks: ",
        "[[paragraph, Guest speaks: ",
        "]]",
    ];
    let bare = marks.iter().fold(text.to_owned(), |text, mark| {
        assert!(text.contains(mark), "{mark}: {text}");
        text.replace(mark, "")
    });
    assert_eq!(bare, format!("{bell}\n").replace('\u{7}', "␇").replace('\u{1B}', "␛"), "nothing is left out");
    let summary = on("inspect", &folder, &[]);
    assert!(!summary.out.contains(['\u{7}', '\u{1B}']), "{}", summary.out);
}

#[test]
fn inspect_shows_what_was_set_aside_and_what_is_told_twice() {
    let told = "Two ferries stayed in port on Monday because the harbour of Skarn was full of ice. The board sent home thirty sailors and promised to pay them for the week.";
    let again = format!(" date 2024-03-06 loading…\n\n{told} Nobody could say when the ice would go.\n");
    let folder = folder_with("tables", &[("a.txt", told.as_bytes()), ("b.txt", again.as_bytes())]);
    let said = on("inspect", &folder, &[]);
    assert_eq!(
        said.out
            .lines()
            .skip(3)
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>(),
        [
            "Set aside",
            "1× loading-placeholder 10 bytes stands for something the page would have loaded",
            "1× scrape-date 15 bytes the collector's line; read as the day of publication",
            "",
            "The same text",
            "a Two ferries stayed in port on Monday because the harbour of Skarn was full of ice",
            "b 100 % shared 77 % similar Two ferries stayed in port on Monday because the harbour of Skarn was full of ice",
            "",
            "2 articles in 2 files, 0 problems"
        ]
    );
    let report = json(&on("inspect", &folder, &["--json"]).out);
    let group = &list(&report, "groups")[0];
    assert_eq!(keys(group), ["members"]);
    for member in list(group, "members") {
        assert_eq!(keys(member), sorted(["article", "similarity", "shared"]));
    }
    let coloured = |variable: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
        let output =
            command.arg("inspect").arg(&folder).env(variable, "1").output().expect("the command runs");
        output.stdout.contains(&0x1B)
    };
    assert!(coloured("CLICOLOR_FORCE"), "colour is there for those who ask");
    assert!(!said.out.contains('\u{1B}') && !coloured("NO_COLOR"), "and never in a pipe");
}

#[test]
fn a_file_that_is_no_text_shows_briefly() {
    let long = "é\u{1F980}".repeat(5000).into_bytes();
    // A text may have a few zero bytes.
    let zeros = vec![0; long.len()];
    let folder = folder_with(
        "brief",
        &[("a.bin", &[&long[..], &zeros, b"."].concat()), ("b.txt", &[&long[..], &zeros, b"!"].concat())],
    );
    let report = json(&on("inspect", &folder, &["--json"]).out);
    for entry in list(&report, "ledger") {
        let text = entry["text"].as_str().expect("text");
        assert_eq!(text.chars().count(), 201, "{text}");
        assert!(text.starts_with("é🦀é") && text.ends_with('…'));
        let length = offset(entry, "end") - offset(entry, "start");
        assert!(length > long.len(), "all of it is set aside: {length}");
    }
    assert_eq!(list(&report, "ledger").len(), 2);
}
