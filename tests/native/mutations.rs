//! Texts that were damaged on the way: cut, shuffled, strewn with furniture, turned into other bytes. Whatever
//! comes, nothing panics, every byte has its part, and the same bytes give the same articles.

use dateline_engine::actors::annotate;
use dateline_engine::corpus::Article;
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, Role, parse, tiling};
use dateline_engine::view::View;
use dateline_tests::dice::Dice;
use dateline_tests::sources;

/// Pieces that mean something to some shape, to be put where they do not belong.
const FURNITURE: [&str; 44] = [
    "</p>",
    "<p>",
    "<div class=\"related\">",
    "</div>",
    "<h1>",
    "<script>",
    "<!--",
    "&amp;amp;",
    "&#8217;",
    "&",
    "<![CDATA[",
    "<item>",
    "</item><item><title>A</title>",
    "<entry>",
    "{\"title\": \"A\", \"body\": \"",
    "\\u00e9\\ud83c",
    "\"},\n{",
    "]",
    "\"\"",
    "\n---\n",
    "\n# ",
    "title,date,body\n",
    "\n\nSource link\n\n]]>\n",
    "]]>",
    "\nWaiting for response to load…\n",
    " date 2024-02-30 ",
    "\ndate 2024-02-29 loading…\n",
    "Thu, 27 Jun 2024 08:15:00 +0000",
    " https://example.org/a Thu, 27 Jun 2024 08:15:00 +0000 https://example.org/?p=1 ",
    " https://example.org/a Fri, 31 Jun 2024 99:22:37 +0000 https://example.org/?p=1 Read More “A” »",
    "Read More “” »",
    "\nSeoul:\n",
    "\nSEOUL (AP) — ",
    "\n| Photo Credit: Example\n",
    "Photo/Illustration",
    "\n– \n",
    "\n– What comes next –\n",
    "[Sound bite: Ada Example (English)]",
    "Anchor:",
    "\"",
    "“",
    "\r",
    "\u{FEFF}",
    "\u{2028}",
];

/// Reads `bytes` as the file `what`, which may go on with what was done to it.
fn assert_reads(bytes: &[u8], what: &str) -> Parsed {
    let name = what.split(' ').next().unwrap_or(what);
    let once = parse(vec![sources::file(name, bytes)], &Config::default());
    let again = parse(vec![sources::file(name, bytes)], &Config::default());
    let file = &once.files[0];
    tiling::check(&file.parts, bytes.len()).unwrap_or_else(|gap| panic!("{what}: {gap}"));
    assert_eq!(once.corpus, again.corpus, "{what}: the same twice");
    assert_eq!(file.parts, again.files[0].parts, "{what}: the same twice");
    for part in &file.parts {
        let text = file.text(part.span);
        let blank = part.role == Role::Separator;
        assert_eq!(
            text.trim().is_empty() || text == "\u{FEFF}",
            blank || text == "\u{FEFF}",
            "{what}: {part:?} {text:?}"
        );
    }
    for article in &once.corpus.articles {
        for block in &article.blocks {
            sources::assert_leads_back(file, &block.text, block.span, |span| block.in_file(span), what);
        }
        if let Some(place) = article.title.from.span() {
            let title = &article.title;
            sources::assert_leads_back(file, &title.text, place, |span| title.in_file(span), what);
        }
    }
    once
}

/// Every file of every folder, with its name.
fn files() -> Vec<(String, Vec<u8>)> {
    let files = sources::folders().into_iter().flat_map(|folder| {
        let folder_name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        sources::files(&folder)
            .into_iter()
            .map(move |file| (format!("{folder_name}/{}", file.name), file.bytes))
    });
    files.collect()
}

/// Every file that is UTF-8, as text.
fn texts() -> Vec<(String, String)> {
    files().into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

#[test]
fn a_text_may_be_cut_anywhere() {
    for (name, text) in texts() {
        let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        // Every border of a short text, some hundred of a long one; a prime step falls on every kind of place.
        let step = if borders.len() > 4000 {
            151
        } else if borders.len() > 1000 {
            13
        } else {
            1
        };
        for cut in borders.iter().step_by(step) {
            assert_reads(&text.as_bytes()[..*cut], &format!("{name} up to byte {cut}"));
            assert_reads(&text.as_bytes()[*cut..], &format!("{name} from byte {cut}"));
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    for (name, text) in
        texts().into_iter().filter(|(_, text)| !text.contains('\r') && !text.starts_with('\u{FEFF}'))
    {
        let read = |text: String| {
            let mut articles = assert_reads(text.as_bytes(), &name).corpus.articles;
            let blocks = articles.iter_mut().flat_map(|a| std::mem::take(&mut a.blocks).to_vec());
            let blocks: Vec<_> = blocks.map(|b| (b.kind, b.text.replace('\r', ""), b.speaker)).collect();
            let fields = articles.into_iter().map(|a| {
                (
                    a.title.text,
                    a.published.map(|p| p.value),
                    a.outlet.map(|s| s.value),
                    a.dateline.map(|d| d.value),
                )
            });
            (fields.collect::<Vec<_>>(), blocks)
        };
        let plain = read(text.clone());
        assert_eq!(read(text.replace('\n', "\r\n")), plain, "{name} with Windows line ends");
        assert_eq!(read(format!("\u{FEFF}{text}")), plain, "{name} with a byte order mark");
    }
}

/// One thing that happens to files on their way.
fn mutate(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let lines = |bytes: &[u8]| bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    if bytes.is_empty() {
        return bytes.extend(dice.pick::<&str>(&FURNITURE).bytes());
    }
    match dice.below(6) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 => drop(bytes.drain(..dice.below(bytes.len()))),
        2 => {
            let mut lines = lines(bytes);
            dice.shuffle(&mut lines);
            *bytes = lines.concat();
        }
        3 => {
            let mut lines = lines(bytes);
            let line = dice.pick(&lines).clone();
            lines.insert(dice.below(lines.len()), line);
            *bytes = lines.concat();
        }
        4 => {
            let at = dice.below(bytes.len());
            bytes[at] = if dice.once_in(2) { b"\n\r \"-:[]0<>&;{},"[dice.below(16)] } else { dice.byte() };
        }
        _ => {
            let at = dice.below(bytes.len());
            bytes.splice(at..at, dice.pick::<&str>(&FURNITURE).bytes());
        }
    }
}

#[test]
fn ten_thousand_things_may_happen_on_the_way() {
    let files = files();
    for seed in 0..10_000 {
        let mut dice = Dice::new(seed);
        let (name, bytes) = dice.pick(&files);
        // The long texts of the corpora take most of the time, and have no more to show.
        let mut bytes = bytes[..bytes.len().min(12_000)].to_vec();
        for _ in 0..=dice.below(5) {
            mutate(&mut dice, &mut bytes);
        }
        assert_reads(&bytes, &format!("{name} changed by {seed}"));
    }
}

/// What readers see of an article, without what a feed says of all.
fn seen(article: &Article) -> (String, Option<String>, Option<String>, Vec<String>) {
    (
        article.title.text.clone(),
        article.published.as_ref().map(|p| p.value.to_string()),
        article.url.as_ref().map(|u| u.value.clone()),
        article.blocks.iter().map(|b| b.text.clone()).collect(),
    )
}

#[test]
fn the_parts_of_a_cut_feed_give_what_the_whole_does() {
    let mut cuts = 0;
    for (name, text) in texts() {
        let whole = assert_reads(text.as_bytes(), &name).corpus.articles;
        let feed = ["feed", "ndjson", "rss", "atom"].iter().any(|kind| name.contains(kind));
        if whole.len() < 2
            || !feed
            || ["malformed", "broken"].iter().any(|fault| name.contains(fault))
            || name.contains(".json")
        {
            continue;
        }
        for index in 1..whole.len() {
            // An item begins with its tag or its line, before its first field.
            let at = whole[index].span.start as usize;
            let before = &text[..at];
            let tags = [before.rfind("<item"), before.rfind("<entry"), before.rfind('\n').map(|i| i + 1)];
            let cut = if text.trim_start().starts_with(['<', '{']) {
                tags.into_iter().flatten().max()
            } else {
                Some(at)
            };
            let cut =
                if text.contains("<item") || text.contains("<entry") { tags[0].max(tags[1]) } else { cut };
            let cut = cut.unwrap_or(at);
            let head = assert_reads(&text.as_bytes()[..cut], &name).corpus.articles;
            let tail = assert_reads(&text.as_bytes()[cut..], &name).corpus.articles;
            let parts: Vec<_> = head.iter().chain(&tail).map(seen).collect();
            assert_eq!(parts, whole.iter().map(seen).collect::<Vec<_>>(), "{name} cut at byte {cut}");
            cuts += 1;
        }
    }
    assert!(cuts >= 20, "only {cuts} cuts were tried");
}

#[test]
fn furniture_alone_is_a_text() {
    for seed in 0..3000 {
        let mut dice = Dice::new(seed);
        let text: String = (0..dice.below(9)).map(|_| *dice.pick(&FURNITURE)).collect();
        assert_reads(text.as_bytes(), &format!("furniture {seed}: {text:?}"));
    }
}

#[test]
fn bytes_may_be_anything() {
    for seed in 0..2000 {
        let mut dice = Dice::new(seed);
        let bytes: Vec<u8> = (0..dice.below(300)).map(|_| dice.byte()).collect();
        assert_reads(&bytes, &format!("bytes {seed}"));
    }
}

#[test]
fn damaged_texts_can_be_explored() {
    let gazetteer = sources::gazetteer();
    for (name, text) in texts() {
        for seed in 0..2 {
            let mut dice = Dice::new(seed);
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            dice.shuffle(&mut lines);
            let corpus = assert_reads(lines.concat().as_bytes(), &name).corpus;
            let mentions = annotate(&corpus, &gazetteer);
            let explorer = Explorer::new(corpus, mentions);
            let selection = explorer.select(&View { query: "the".to_owned(), ..View::default() });
            for chosen in &selection.articles {
                let article = explorer.corpus.article(chosen.id).expect("a selected article");
                let snippet =
                    dateline_engine::search::snippet(article, &explorer.hits(&selection, chosen.id));
                assert!(
                    snippet.spans.iter().all(|s| s.of(&snippet.text).eq_ignore_ascii_case("the")),
                    "{name} {seed}"
                );
            }
        }
    }
}
