//! Files that nobody writes: endless lines, tags and brackets without end. Each is read in moments, loses nothing,
//! and gets a sentence; so does a link of thousands of edits. What stays on disk or in archives has its limits where it
//! is read: `cli/src/input.rs` and `engine/src/parse/bytes/archive.rs`.

use dateline_engine::actors::{Gazetteer, Lists, annotate, discover, edits};
use dateline_engine::explorer::{Annotated, Explorer};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, parse, tiling};
use dateline_engine::view::from_fragment;
use dateline_tests::sources;
use std::time::{Duration, Instant};

/// A reading that grows with the square of a file takes minutes; a test may share its machine with others.
const PATIENCE: Duration = Duration::from_secs(60);

fn read(name: &str, text: String) -> Parsed {
    let start = Instant::now();
    let bytes = text.into_bytes();
    let parsed = parse(vec![sources::file(name, bytes.clone())], &Config::default());
    assert!(start.elapsed() < PATIENCE, "{name} took {:?}", start.elapsed());
    assert_eq!(tiling::check(&parsed.files[0].parts, bytes.len()), Ok(()), "{name}");
    parsed
}

fn problems(parsed: &Parsed) -> Vec<&str> {
    parsed.corpus.problems.iter().map(|p| p.message.as_str()).collect()
}

#[test]
fn a_line_may_have_ten_megabytes() {
    let line = "The ferry left the harbour of Skarn at noon, said Runa Holm. ".repeat(10 << 20 >> 6);
    let long = line.len();
    let parsed = read("text.txt", format!("A long line\n\n{line}\n"));
    let sentence = "expected lines of at most 1 MB, found one of 9 MB; it is read as one paragraph: break it where paragraphs end";
    assert_eq!(problems(&parsed), [sentence]);
    assert_eq!(parsed.corpus.articles[0].blocks[0].text.len(), long - 1);
    for text in [
        line.replace(". ", ".\u{2028}"),
        format!("[\"{line}\"]"),
        format!("<p>{line}"),
        format!("title,body\nA,\"{line}"),
        "https://example.org/a ".repeat(200_000),
        "Anchor: He said. ".repeat(200_000),
        "“".repeat(1_000_000),
        "&".repeat(2_000_000),
        "<p>&".repeat(500_000),
    ] {
        read("line.txt", text);
    }
}

#[test]
fn tags_may_be_nested_without_end() {
    const DEEP: usize = 100_000;
    let text =
        "The ferry left the harbour of Skarn at noon for the first time since the storm, said Runa Holm.";
    for tag in ["<div>", "<p><b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<h1>", "<article>"] {
        let parsed = read("page.html", format!("<html><body>{}{text}", tag.repeat(DEEP)));
        let found = parsed.corpus.articles.iter().flat_map(|a| &a.blocks).any(|block| block.text == text);
        assert!(found || !parsed.corpus.problems.is_empty(), "{tag}");
        assert!(parsed.corpus.articles.iter().all(|a| a.blocks.len() <= 1), "{tag}");
    }
    let deep = read("page.html", format!("<html><body>{}{text}", "<div>".repeat(DEEP)));
    let sentence =
        "expected tags nested at most 256 deep, found deeper ones; their text is read, their layout is not";
    assert_eq!(problems(&deep), [sentence]);
    assert_eq!(deep.corpus.articles[0].blocks[0].text, text);
    let feed = read(
        "feed.xml",
        format!("<rss><channel><item><title>A</title><description>{}{text}", "<b>".repeat(DEEP)),
    );
    assert_eq!(feed.corpus.articles.len(), 1);
}

#[test]
fn brackets_may_be_nested_without_end() {
    const DEEP: usize = 100_000;
    for text in [
        "[".repeat(DEEP),
        "{\"a\":".repeat(DEEP),
        format!("[{{\"title\": \"A\", \"tags\": {}", "[".repeat(DEEP)),
        format!("---\ntitle: {}\n---\nA text.\n", "[".repeat(DEEP)),
        format!("# A\n\n{}A text.\n", ">".repeat(DEEP)),
        format!("# A\n\n{}A text.\n", "* ".repeat(DEEP)),
        format!("# A\n\n{}A text.\n", "[".repeat(DEEP)),
    ] {
        let parsed = read("text.txt", text);
        assert!(parsed.corpus.articles.len() <= 1);
    }
}

#[test]
fn marks_without_an_end_cost_what_they_hold() {
    const MANY: usize = 20_000;
    let record = r#"{"title": "A ferry sails", "text": "The ferry left the harbour of Skarn at noon."}"#;
    let feed = |text: &str| {
        format!(
            "<?xml version=\"1.0\"?><rss><channel><item><title>A</title><description>{text}</description></item></channel></rss>"
        )
    };
    for (name, text) in [
        ("tag.xml", feed("The ferry left </> at noon <//> again.")),
        ("lists.json", format!("[{record},{}", "[".repeat(MANY))),
        ("set.json", format!("[{record},{{\"tags\": {{{}}}}},{record}]", "\"a\",".repeat(MANY))),
        (
            "frames.json",
            format!(
                "[{{\"title\": \"A\", \"text\": \"{}\"}}]",
                "<p>Words here.</p><iframe src=x>".repeat(MANY)
            ),
        ),
        ("posts.xml", feed(&"[a] word ".repeat(MANY))),
        ("cut.txt", "WORD AUTO-\nMOBILE ".repeat(MANY)),
        ("garbled.txt", "æ¸¯".repeat(MANY)),
        ("bodies.html", format!("<p>The ferry left.{}{}", "<br>".repeat(MANY), "<body>".repeat(MANY))),
        ("heading.html", format!("<h1>{}", "<p></p>".repeat(MANY))),
    ] {
        read(name, text);
    }
    let deep =
        format!(r#"{{"title": "Deep", "text": "Words.", "x": {}{}}}"#, "[".repeat(300), "]".repeat(300));
    let parsed = read("deep.json", format!("[{record},{deep},{record}]"));
    assert_eq!(parsed.corpus.articles.len(), 3, "what is deep costs no record behind it");
}

#[test]
fn a_link_may_have_thousands_of_edits() {
    const MANY: usize = 2000;
    let gazetteer = sources::gazetteer();
    let corpus = sources::parsed(&sources::own()).corpus;
    let lists = Lists { gazetteer: gazetteer.clone(), proposals: Vec::new() };
    let mentions = annotate(&corpus, &gazetteer);
    let reading = Annotated::first(Explorer::new(corpus, mentions), &lists);
    let some =
        |edit: &dyn Fn(usize) -> String| -> String { (0..MANY).map(edit).collect::<Vec<_>>().join("&") };
    let word = |n: usize| ["a ", "b "].repeat(20)[n % 20..][..1 + n % 20].concat();
    for (what, fragment) in [
        ("of one actor", some(&|n| format!("edit=add:russia:name:Word {n}"))),
        (
            "off and on",
            some(&|n| {
                format!("edit={}:Word {}", if n % 2 == 0 { "add:russia:name" } else { "off:russia" }, n / 2)
            }),
        ),
        ("of new actors", some(&|n| format!("edit=new:n{n}:person:Word {n}"))),
        (
            "in a chain",
            some(&|n| match n % 2 {
                0 => format!("edit=new:n{n}:person:Word {n}"),
                _ => format!("edit=merge:n{}:n{}", n - 1, n + 1),
            }),
        ),
        (
            "names and surnames of one",
            some(&|n| {
                format!("edit=add:russia:{}:{}{n}", if n % 2 == 0 { "name" } else { "surname" }, word(n))
            }),
        ),
    ] {
        let start = Instant::now();
        let view = from_fragment(&fragment).0;
        let edits = &view.edits;
        assert_eq!(edits.len(), MANY, "{what}");
        edits::with(&gazetteer, edits, &edits::with(&gazetteer, &[], edits));
        let after = reading.edited(&lists, edits);
        assert_eq!(after.edits.len() + after.problems.len(), edits.len(), "{what}");
        let selection = after.explorer.select(&view);
        after.spelled(&selection, "russia");
        after.listed(&selection);
        after.proposals(&lists).count();
        reading.changes(&after, &view);
        view.merged(edits);
        edits::without(&gazetteer, edits, &edits[0]);
        assert!(after.toml.len() < 10 * fragment.len() + 10_000, "{what}: {} bytes", after.toml.len());
        let mut with_list = gazetteer.clone();
        assert_eq!(with_list.add(&after.toml), [], "{what}");
        assert!(with_list.aliases().len() < gazetteer.aliases().len() + 4 * MANY, "{what}");
        assert!(start.elapsed() < PATIENCE, "{what} took {:?}", start.elapsed());
    }
}

#[test]
fn names_without_end_are_proposed_in_moments() {
    let word = |i: usize| {
        let letters = [0, 1, 2, 3].map(|n| char::from(b'a' + (i / 26_usize.pow(n) % 26) as u8));
        letters.iter().collect::<String>()
    };
    let named = |i: usize| format!("They sailed on Sea X{} on Friday.\n\n", word(i));
    let row: Vec<String> = (0..200_000).map(|i| format!("X{}", word(i * 7))).collect();
    for text in [
        (0..60_000).map(named).collect::<String>() + "sea ".repeat(200_000).as_str(),
        "Bank and ".repeat(300_000),
        format!("They met the {}.", row.join(" ")),
    ] {
        let corpus = read("names.txt", text).corpus;
        let start = Instant::now();
        discover(&corpus, &Gazetteer::built_in());
        assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    }
}
