//! The command as other programs and people meet it: keys of its JSON, places in files, exit codes, and a
//! sentence for whatever is not as expected.

use crate::run::{PAGE, SCRAPE, dateline, json, keys, list, offset, on, sorted};
use dateline_tests::scratch::{folder, folder_with};
use dateline_tests::sources::own;
use serde_json::Value;

#[test]
fn mentions_keep_their_contract_and_point_into_the_file() {
    let said = on("mentions", &own(), &["--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let wanted = [
        "article", "file", "zone", "block", "at", "surface", "actor", "kind", "form", "sure", "start", "end",
    ];
    let inspected = json(&on("inspect", &own(), &["--json"]).out);
    let mut last = (String::new(), 0);
    for line in said.out.lines() {
        let mention = json(line);
        assert_eq!(keys(&mention), sorted(wanted));
        let surface = mention["surface"].as_str().expect("text");
        let file = std::fs::read(own().join(mention["file"].as_str().expect("a name")))
            .expect("the file that is named");
        let (start, end) = (offset(&mention, "start"), offset(&mention, "end"));
        assert_eq!(&file[start..end], surface.as_bytes(), "{mention}");
        let article =
            list(&inspected, "articles").iter().find(|a| a["id"] == mention["article"]).expect("an article");
        let text = match mention["zone"].as_str() {
            Some("title") => {
                assert_eq!(mention["block"], Value::Null);
                &article["title"]
            }
            _ => &article["blocks"][offset(&mention, "block")]["text"],
        };
        let at = offset(&mention, "at");
        assert_eq!(&text.as_str().expect("text")[at..at + surface.len()], surface, "{mention}");
        let place = (mention["file"].to_string(), start);
        assert!(last < place, "in reading order: {last:?}, {place:?}");
        last = place;
    }
    assert!(said.out.lines().count() > 400);
}

#[test]
fn search_keeps_its_contract() {
    let said = on("search", &own(), &["\"spy satellite\" satell* (", "--json"]);
    assert_eq!(said.code, 0);
    let report = json(&said.out);
    assert_eq!(keys(&report), sorted(["query", "problems", "total", "hits"]));
    assert_eq!(report["query"], "\"spy satellite\" satell* (");
    assert_eq!(offset(&report, "total"), list(&report, "hits").len());
    let mut best = f64::INFINITY;
    for hit in list(&report, "hits") {
        assert_eq!(keys(hit), sorted(["article", "title", "score", "snippet", "spans"]));
        let snippet = hit["snippet"].as_str().expect("text");
        for span in list(hit, "spans") {
            let place = |i: usize| span[i].as_u64().expect("an offset") as usize;
            assert!(snippet[place(0)..place(1)].to_lowercase().contains("satell"), "{hit}");
        }
        let score = hit["score"].as_f64().expect("a number");
        assert!(score <= best, "best first");
        best = score;
    }
    assert!(!list(&report, "hits").is_empty());
    let problem = &list(&report, "problems")[0];
    assert_eq!(keys(problem), sorted(["start", "end", "message"]));
}

#[test]
fn search_takes_options_anywhere() {
    let files = [("a.txt", SCRAPE.as_bytes()), ("b.txt", PAGE.as_bytes())];
    let folder = folder_with("options-anywhere", &files);
    let path = folder.to_str().expect("a path in UTF-8");
    let answer = |words: &[&str]| {
        let said = dateline([&["search"], words].concat());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}");
        let report = json(&said.out);
        let names =
            list(&report, "hits").iter().map(|hit| hit["article"].as_str().expect("a name").to_owned());
        (report["query"].as_str().expect("a query").to_owned(), names.collect::<Vec<_>>())
    };
    for words in [
        ["--json", "--sort", "relevance", path, "norway"],
        [path, "--json", "norway", "--sort", "relevance"],
        [path, "--sort", "relevance", "--json", "norway"],
        [path, "norway", "--sort", "relevance", "--json"],
    ] {
        let (query, found) = answer(&words);
        assert_eq!((query.as_str(), found.len()), ("norway", 2), "{words:?}");
    }
    let without_chad = ("-chad".to_owned(), vec!["a".to_owned()]);
    assert_eq!(answer(&[path, "--json", "--", "-chad"]), without_chad);
    assert_eq!(answer(&["--json", path, "--sort", "newest", "--", "-chad"]), without_chad);
    let said = dateline(["search", path, "--json"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("expected a path and a query, found one of them"), "{}", said.err);
}

#[test]
fn plain_answers_are_for_people() {
    let folder = folder_with("plain", &[("a.txt", SCRAPE.as_bytes()), ("b.txt", PAGE.as_bytes())]);
    let found = on("search", &folder, &["\"signed a pact\" \"a pact on\""]);
    assert_eq!(found.code, 0);
    assert!(found.out.contains("[signed a pact on] fishing"), "{}", found.out);
    assert!(found.out.ends_with("1 article\n"), "{}", found.out);
    let seen = on("inspect", &folder, &[]);
    assert!(seen.out.contains("2024-03-08  a") && seen.out.contains("(derived title)"), "{}", seen.out);
    assert!(seen.out.contains("undated     b"), "{}", seen.out);
    assert!(seen.out.ends_with("2 articles in 2 files, 0 problems\n"), "{}", seen.out);
    assert!(on("mentions", &folder, &[]).out.contains("\tOslo\tnorway\tmetonym"), "capital that acts");
}

#[test]
fn search_sorts() {
    let dated = |day: &str, source: &str| {
        let text = "The ferry sails again on Friday, the harbour said, after a storm of three days.";
        format!("---\ntitle: Ferry of {day}\ndate: {day}\nsource: {source}\n---\n{text}\n")
    };
    let (a, b) = (dated("2024-03-08", "the Herald"), dated("2023-01-02", "Harbour News"));
    let undated =
        "---\ntitle: Ferry, ferry\nsource: Émile\n---\nThe ferry sailed on a day that nobody wrote down.\n";
    let files = [("a.md", a.as_bytes()), ("b.md", b.as_bytes()), ("c.md", undated.as_bytes())];
    let folder = folder_with("sorts", &files);
    for (sort, expected) in [
        ("relevance", ["c", "a", "b"]),
        ("newest", ["a", "b", "c"]),
        ("oldest", ["b", "a", "c"]),
        ("source", ["c", "b", "a"]),
    ] {
        let said = on("search", &folder, &["ferry", "--json", "--sort", sort]);
        let report = json(&said.out);
        let names: Vec<_> = list(&report, "hits").iter().map(|hit| hit["article"].as_str()).collect();
        assert_eq!(names, expected.map(Some), "{sort}");
    }
    let said = on("search", &folder, &["ferry", "--sort", "date"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("relevance, newest, oldest, source"), "{}", said.err);
}

#[test]
fn search_explains_itself() {
    let folder = folder_with("explain", &[("a.txt", SCRAPE.as_bytes()), ("b.txt", PAGE.as_bytes())]);
    let said = on("search", &folder, &["sign* -title:fish~2", "--explain"]);
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(lines[0], "tree  (and sign* (not title:fish~2))");
    assert!(lines[1].starts_with("term  sign*: 2 words (sign 1, signed 1)"), "{}", said.out);
    assert!(lines[2].starts_with("term  title:fish~2: "), "{}", said.out);
    assert!(lines[3].starts_with("time  ") && lines[3].contains(" ms for 1 article"), "{}", said.out);
    let said = on("search", &folder, &["norway", "--lines", "right"]);
    let rights = said.out.lines().filter_map(|line| line.split_once("[Norway] ")?.1.split(' ').nth(1));
    assert_eq!(rights.collect::<Vec<_>>(), ["Chad", "Chad", "ferry"], "{}", said.out);
    assert!(said.out.ends_with("3 hits in 2 articles\n"), "{}", said.out);
    let said = on("search", &folder, &["sigend"]);
    assert_eq!((said.code, said.out.as_str()), (0, "0 articles\n"));
    assert_eq!(said.err, "dateline: nothing found; did you mean `signed`?\n");
}

#[test]
fn csv_is_safe_to_open() {
    let list = "[[actor]]\nid = \"sum\"\nname = \"+Sum, “Ltd”\"\nkind = \"organisation\"\n";
    let text = " date 2024-03-08 The +Sum, “Ltd” met in Oslo on Friday, and Norway’s “Sum Ltd” did not.";
    let folder = folder_with("csv", &[("=a,\"b\".txt", text.as_bytes()), ("actors.toml", list.as_bytes())]);
    let said = on("mentions", &folder, &["--csv"]);
    assert_eq!(said.code, 0);
    let lines: Vec<_> = said.out.split("\r\n").collect();
    assert_eq!(lines[0], "article,file,zone,block,at,surface,actor,kind,form,sure,start,end");
    assert!(lines[1].starts_with("\"'=a,\"\"b\"\"\",\"'=a,\"\"b\"\".txt\",body,0,"), "{}", lines[1]);
    let json = on("mentions", &folder, &["--json"]);
    assert_eq!(lines.len() - 2, json.out.lines().count(), "a row a mention: {}", said.out);
    assert_eq!(on("mentions", &folder, &["--csv", "--json"]).code, 2);
}

#[test]
fn exit_codes() {
    let folder = folder_with("exit", &[("a.txt", SCRAPE.as_bytes())]);
    assert_eq!(on("inspect", &folder, &[]).code, 0);
    assert_eq!(on("search", &folder, &["nowhere"]).code, 0, "an empty answer is an answer");
    assert_eq!(on("mentions", &folder, &["--actors", "/no/such/list.toml"]).code, 1);
    for wrong in [
        &["inspect"][..],
        &["search", "one-word"],
        &["fly"],
        &[],
        &["inspect", "a", "--colour"],
        &["build", "a"],
    ] {
        let said = dateline(wrong);
        assert_eq!(said.code, 2, "{wrong:?}: {}", said.err);
        assert!(said.err.contains("Usage: dateline"), "{wrong:?}: {}", said.err);
    }
    assert_eq!(dateline(["--help"]).code, 0);
    assert_eq!(dateline(["--version"]).code, 0);
}

#[test]
fn what_cannot_be_read_gets_a_sentence() {
    let none = "expected an article, found none in 1 file; the problems above say why";
    for (name, place, bytes, sentence) in [
        (
            "zero.txt",
            "1:7",
            &b"News: \0\0\x01"[..],
            "expected text, found a binary file (a zero byte at offset 6); leave it out of the folder",
        ),
        (
            "picture.txt",
            "1:1",
            b"GIF89a\0\0\x01",
            "expected text, found a picture; leave it out of the folder",
        ),
        (
            "page.html",
            "1:1",
            b"<!DOCTYPE html><p>News",
            "expected an article, found a page without a paragraph; leave the file out of the folder, or save the article as text",
        ),
        (
            "feed.xml",
            "1:1",
            b"<?xml version=\"1.0\"?><rss/>",
            "expected a feed with items, found none; leave the file out of the folder",
        ),
        ("empty.txt", "1:1", b" \n", "expected an article, found an empty file; leave it out of the folder"),
    ] {
        let alone = on("inspect", &folder_with("unread", &[(name, bytes)]), &[]);
        assert_eq!(alone.code, 1, "{name}");
        assert_eq!(alone.err, format!("dateline: {name}:{place}: {sentence}\ndateline: {none}\n"));
        let among = folder_with("unread", &[(name, bytes), ("a.txt", SCRAPE.as_bytes())]);
        for command in ["inspect", "mentions"] {
            let said = on(command, &among, &["--json"]);
            assert_eq!(
                (said.code, said.err),
                (0, format!("dateline: {name}:{place}: {sentence}\n")),
                "{command}"
            );
        }
        assert_eq!(on("search", &among, &["ferry"]).out.lines().last(), Some("1 article"), "{name}");
    }
}

#[test]
fn nothing_there_gets_a_sentence() {
    let empty = on("inspect", &folder("empty"), &[]);
    assert_eq!((empty.code, empty.out.as_str()), (1, "\n0 articles in 0 files, 0 problems\n"));
    assert_eq!(
        empty.err,
        "dateline: expected source files, found none; name a folder with news texts as plain text\n"
    );
    let missing = on("search", &folder("missing").join("no-such-folder"), &["ferry", "--json"]);
    assert_eq!(missing.code, 1);
    assert!(
        missing.err.contains(
            "no-such-folder: expected a folder or a file, found nothing there; check the spelling\n"
        ),
        "{}",
        missing.err
    );
    assert_eq!(keys(&json(&missing.out)), sorted(["query", "problems", "total", "hits"]));
}

#[test]
fn broken_lists_are_named_and_the_rest_counts() {
    let person = "[[actor]]\nid = \"holm\"\nname = \"Runa Holm\"\nkind = \"person\"\nsurnam = \"Holm\"\n";
    let text = " date 2024-03-08 Runa Holm of Norway keeps the shop at the landing stage.";
    for (list, bytes, sentence, mentions) in [
        ("actors.toml", person, "unknown key `surnam`; did you mean `surname`? (in the entry of `holm`)", 2),
        ("actors.toml", "[[actor", "expected TOML, found otherwise: ", 1),
        ("corpus.toml", "titel = \"x\"", "unknown key `titel`; did you mean `title`?", 1),
        ("corpus.toml", "title = ", "expected TOML, found otherwise: ", 1),
    ] {
        let folder = folder_with("lists", &[("a.txt", text.as_bytes()), (list, bytes.as_bytes())]);
        let said = on("mentions", &folder, &["--json"]);
        assert_eq!(said.code, 0, "{list}: {bytes}");
        let placed = said.err.starts_with(&format!("dateline: {list}:"));
        assert!(placed && said.err.contains(sentence), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        assert_eq!(said.out.lines().count(), mentions, "{list}: {bytes}");
    }
    let folder =
        folder_with("lists", &[("sub/a.txt", text.as_bytes()), ("sub/actors.toml", person.as_bytes())]);
    let said = on("inspect", &folder, &[]);
    assert!(
        said.err.contains("sub/actors.toml: expected this list at the top of the folder"),
        "{}",
        said.err
    );
    assert!(said.out.contains("1 article in 1 file"), "a list is no article: {}", said.out);
    let named = dateline([
        std::ffi::OsStr::new("mentions"),
        folder.as_ref(),
        "--actors".as_ref(),
        folder.join("sub/actors.toml").as_ref(),
    ]);
    assert_eq!(named.out.lines().count(), 2, "{}", named.out);
}

#[test]
fn lists_that_are_named_among_files_are_lists() {
    let person = "[[actor]]\nid = \"holm\"\nname = \"Runa Holm\"\nkind = \"person\"\n";
    let text = " date 2024-03-08 Runa Holm of Norway keeps the shop at the landing stage.";
    let files: [(&str, &[u8]); 3] =
        [("a.txt", text.as_bytes()), ("actors.toml", person.as_bytes()), ("corpus.toml", b"title = \"x\"")];
    let folder = folder_with("named", &files);
    let paths = files.map(|(name, _)| folder.join(name).into_os_string());
    let said = dateline([std::ffi::OsString::from("mentions")].into_iter().chain(paths));
    assert_eq!((said.code, said.err.as_str(), said.out.lines().count()), (0, "", 2), "{}", said.out);
}

#[test]
fn files_of_one_name_keep_apart() {
    let folder = folder_with("twins", &[("x/a.txt", SCRAPE.as_bytes()), ("y/a.txt", SCRAPE.as_bytes())]);
    let said = dateline([
        std::ffi::OsString::from("inspect"),
        folder.join("x").into(),
        folder.join("y").into(),
        "--json".into(),
    ]);
    let report = json(&said.out);
    let ids: Vec<_> =
        list(&report, "articles").iter().map(|a| a["id"].as_str().unwrap_or_default()).collect();
    assert_eq!(ids, ["a", "y/a"]);
}
