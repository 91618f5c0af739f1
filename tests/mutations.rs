//! Texts that were damaged on the way: cut, shuffled, strewn with furniture, turned into other bytes. Whatever
//! comes, nothing panics, every byte has its part, and the same bytes give the same articles.

mod dice;
mod sources;

use dateline_engine::actors::annotate;
use dateline_engine::corpus::config::Config;
use dateline_engine::corpus::{Parsed, Role, parse, part};
use dateline_engine::view::{Explorer, View};
use dice::Dice;

/// Pieces that mean something to some shape, to be put where they do not belong.
const FURNITURE: [&str; 22] = [
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

fn assert_reads(bytes: &[u8], what: &str) -> Parsed {
    let once = parse(vec![sources::file(bytes)], &Config::default());
    let again = parse(vec![sources::file(bytes)], &Config::default());
    let file = &once.files[0];
    part::check(&file.parts, bytes.len()).unwrap_or_else(|gap| panic!("{what}: {gap}"));
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
            assert_eq!(file.text(block.span), block.text, "{what}");
        }
        if let Some(span) = article.title.span {
            assert_eq!(file.text(span), article.title.text, "{what}");
        }
    }
    once
}

/// Every text of every folder, with its name.
fn texts() -> Vec<(String, String)> {
    let files = sources::folders().into_iter().flat_map(|folder| {
        let folder_name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        sources::files(&folder)
            .into_iter()
            .map(move |file| (format!("{folder_name}/{}", file.name), file.bytes))
    });
    files.map(|(name, bytes)| (name, String::from_utf8(bytes).expect("texts in UTF-8"))).collect()
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
            let blocks = articles.iter_mut().flat_map(|a| std::mem::take(&mut a.blocks));
            let blocks: Vec<_> = blocks.map(|b| (b.kind, b.text.replace('\r', ""), b.speaker)).collect();
            let fields = articles.into_iter().map(|a| {
                (
                    a.title.text,
                    a.published.map(|p| p.value),
                    a.source.map(|s| s.value),
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

#[test]
fn lines_may_stand_in_any_order() {
    for (name, text) in texts() {
        for seed in 0..12 {
            let mut dice = Dice::new(seed);
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            dice.shuffle(&mut lines);
            let kept = lines.len() - dice.below(lines.len());
            assert_reads(lines[..kept].concat().as_bytes(), &format!("{name} shuffled by {seed}"));
        }
    }
}

#[test]
fn furniture_may_stand_anywhere() {
    for (name, text) in texts() {
        for seed in 0..25 {
            let mut dice = Dice::new(seed);
            let mut text = text.clone();
            for _ in 0..=dice.below(6) {
                let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                text.insert_str(*dice.pick(&borders), dice.pick::<&str>(&FURNITURE));
            }
            assert_reads(text.as_bytes(), &format!("{name} strewn by {seed}"));
        }
    }
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
    for (name, text) in texts() {
        for seed in 0..8 {
            let mut dice = Dice::new(seed);
            let mut bytes = text.clone().into_bytes();
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                bytes[at] = if dice.once_in(2) { b"\n\r \"-:[]0"[dice.below(9)] } else { dice.byte() };
            }
            assert_reads(&bytes, &format!("{name} changed by {seed}"));
        }
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
                let snippet = dateline_engine::search::snippet(article, &chosen.hits);
                assert!(
                    snippet.spans.iter().all(|s| s.of(&snippet.text).eq_ignore_ascii_case("the")),
                    "{name} {seed}"
                );
            }
        }
    }
}
