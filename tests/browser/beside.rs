//! What stands beside an article: its source text, wherever the page is put and whatever is wrong with it, and how its
//! near-duplicates differ.

use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use thirtyfour::prelude::*;

const SHOWN: &str = "document.querySelector('.source-text') !== null";

/// Pages whose scripts no compressor makes small, so that their sources are a file beside the page.
fn pages(name: &str) -> Result<Copy> {
    const PAGES: usize = 120;
    let texts = Copy(std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    let mut state = 1_u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:x} ", state >> 16)
    };
    for page in 0..PAGES {
        let script: String = (0..400).map(|_| word()).collect();
        let text = "Ministers of Norway met in Oslo on Friday, for the first time since the storm.";
        let html = format!("<html><h1>Page {page}</h1><script>{script}</script><p>{text}</p>]]></html>");
        std::fs::write(texts.0.join(format!("{page:03}.html")), html)?;
    }
    Ok(texts)
}

/// Large sources come when somebody opens a source text, and not before, from a web host and from a file.
#[tokio::test]
async fn source_texts_come_when_they_are_asked_for() -> Result<()> {
    let texts = pages("sources-texts")?;
    let page = build("sources-page", &texts.0.display().to_string(), &[])?;
    let sources = page.file(|name| name.contains("/sources-") && name.ends_with(".bin"))?;
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for url in [server.url().to_owned(), format!("file://{}", page.0.join("index.html").display())] {
        browser.start(&format!("{url}#article=007")).await?;
        let asked = browser.requests().await?;
        assert!(!asked.iter().any(|url| url.contains("/sources-")), "{asked:?}");
        browser.click(".source-switch").await?;
        browser.until(SHOWN).await?;
        assert!(browser.text(".source").await?.contains("bytes left out"), "{url}");
        browser.click(".neighbour-after").await?;
        browser.until("location.hash.includes('article=008')").await?;
        browser.until(SHOWN).await?;
        assert!(browser.text(".source").await?.contains("008.html"), "{url}");
        let asked = browser.requests().await?;
        let times = asked.iter().filter(|url| url.contains("/sources-")).count();
        assert_eq!(times, 1, "kept once they are here: {asked:?}");
        assert_eq!(browser.console().await?, Vec::<String>::new());
    }
    std::fs::write(&sources, &std::fs::read(&sources)?[..1000])?;
    refused(&browser, server.url(), "007", "is damaged").await?;
    std::fs::remove_file(&sources)?;
    refused(&browser, server.url(), "007", "is missing").await?;
    browser.close().await
}

/// The page says why there is no source text, and the article stays.
async fn refused(browser: &Browser, url: &str, article: &str, says: &str) -> Result<()> {
    browser.start(&format!("{url}#article={article}&text=source")).await?;
    browser.until("document.querySelector('.source-trouble') !== null").await?;
    let shown = browser.text(".source-trouble").await?;
    assert!(shown.contains(says), "{shown}");
    assert!(browser.count(".reader-text > *").await? > 0);
    Ok(())
}

/// SourceTexts in the page itself: none, damaged ones, and those of another corpus.
#[tokio::test]
async fn a_source_text_that_is_lost_gets_a_sentence() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let other = build("sources-other", "tests/fixtures/near-duplicates", &[])?;
    let other = std::fs::read_to_string(other.0.join("index.html"))?;
    let of = |page: &str| {
        let (head, rest) = page.split_once("<script id=\"sources\"").expect("a page with sources");
        let (slot, tail) = rest.split_once("</script>").expect("its end");
        (head.to_owned(), slot.to_owned(), tail.to_owned())
    };
    type Spoil<'a> = Box<dyn Fn(&str) -> String + 'a>;
    let cases: [(&str, &str, Spoil<'_>); 3] = [
        ("none", "was built without them", Box::new(|_| "<script id=\"lost\"></script>".to_owned())),
        (
            "cut",
            "the sources are damaged",
            Box::new(|slot| format!("<script id=\"sources\"{}</script>", &slot[..slot.len() / 2])),
        ),
        (
            "other",
            "expected the sources of the pack",
            Box::new(|_| format!("<script id=\"sources\"{}</script>", of(&other).1)),
        ),
    ];
    for (name, says, spoil) in cases {
        let copy = Copy::new(&format!("sources-{name}"))?;
        copy.change(|page| {
            let (head, slot, tail) = of(&page);
            format!("{head}{}{tail}", spoil(&slot))
        })?;
        let server = serve(&copy.0, "/")?;
        refused(&browser, server.url(), "feed.05", says).await?;
    }
    browser.close().await
}

/// The source text of one file's article shows the file from the article before to the next, as it is.
#[tokio::test]
async fn the_source_text_is_that_of_the_file() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let single = build("sources-single", "corpus", &["--single-file"])?;
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus/warning.txt"))?;
    for folder in [dist(), single.0.clone()] {
        let server = serve(&folder, "/")?;
        browser.start(&format!("{}#article=warning&text=source", server.url())).await?;
        browser.until(SHOWN).await?;
        let without_names = "(() => { const text = document.querySelector('.source-text').cloneNode(true);
            text.querySelectorAll('.role-name').forEach((name) => name.remove()); return text.textContent; })()";
        assert_eq!(browser.value(without_names).await?, json!(file));
    }
    browser.close().await
}

#[tokio::test]
async fn near_duplicates_say_what_differs() -> Result<()> {
    let page = build("differs", "tests/fixtures/near-duplicates", &[])?;
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for look in [Look::WIDE, Look::NARROW, Look { dark: true, ..Look::NARROW }] {
        browser.look(look).await?;
        browser.start(&format!("{}#article=a-wire", server.url())).await?;
        assert_eq!(browser.count(".differs li").await?, 0, "compared when somebody looks");
        browser.tab_to(".differs summary").await?;
        browser.press(Key::Enter).await?;
        browser.until("document.querySelectorAll('.differs li').length > 0").await?;
        let told = browser.text(".differs").await?;
        assert!(told.contains("difference") && told.contains("only"), "{told}");
        assert_eq!(browser.barriers(&[]).await?, Vec::<String>::new(), "{look:?}");
    }
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}
