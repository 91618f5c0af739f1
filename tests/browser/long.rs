//! Lists of any length: the page holds what was seen of them, and the keyboard reaches the rest.

use crate::CARDS;
use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, serve};
use serde_json::json;
use thirtyfour::prelude::*;

/// Articles of the corpus.
const ARTICLES: usize = 420;

async fn last_shown(browser: &Browser) -> Result<usize> {
    let last = browser.value("document.querySelector('.results > .card:last-of-type').ariaPosInSet").await?;
    Ok(last.as_str().unwrap_or_default().parse()?)
}

#[tokio::test]
async fn a_long_list_is_drawn_as_far_as_it_is_read() -> Result<()> {
    let texts = Copy(std::env::temp_dir().join(format!("dateline-long-texts-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    for article in 0..ARTICLES {
        let text = format!(" date 2024-01-05 Norway counts ship number {article} in its harbour.");
        std::fs::write(texts.0.join(format!("{article:03}.txt")), text)?;
    }
    let page = build("long", &texts.0.display().to_string(), &[])?;
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;

    // The beginning, which says how long the list is.
    assert_eq!(browser.count(CARDS).await?, 25);
    let of = "document.querySelector('.results > .card').ariaSetSize";
    assert_eq!(browser.value(of).await?, json!(ARTICLES.to_string()));
    assert_eq!(last_shown(&browser).await?, 25);

    // More comes as the reader nears the end, but not without end: what is below the list can be reached.
    for shown in (50..=200).step_by(25) {
        browser.value("document.querySelector('.window-more').scrollIntoView()").await?;
        browser.until(&format!("document.querySelectorAll('{CARDS}').length >= {shown}")).await?;
    }
    browser.value("document.querySelector('.foot').scrollIntoView()").await?;
    assert_eq!(browser.text(".window-more").await?, "Show 25 more");
    assert_eq!(browser.count(CARDS).await?, 200);

    // The keyboard asks for more, and goes on at the first of them.
    browser.value("document.querySelector('.window-more').focus()").await?;
    browser.press(Key::Enter).await?;
    browser.until("document.activeElement.closest('.card')?.ariaPosInSet === '201'").await?;

    // Back from an article leads to its place in the list.
    browser.press(Key::Enter).await?;
    browser.until("document.querySelector('.reader') !== null").await?;
    browser.driver.back().await?;
    browser.until("document.activeElement.closest('.card')?.ariaPosInSet === '201'").await?;

    // Another search begins its list anew and shows its top, and hits have rows like everything else.
    browser.driver.find(By::Css(".search-field")).await?.send_keys("harbour").await?;
    browser.until(&format!("document.querySelectorAll('{CARDS}').length === 25")).await?;
    let top = browser.value("document.querySelector('.results').getBoundingClientRect().top").await?;
    assert!(top.as_f64().is_some_and(|top| (0.0..400.0).contains(&top)), "the list begins at {top}");
    assert_eq!(browser.text(".result-hits a").await?, format!("{ARTICLES} hits in context"));
    browser.click(".result-hits a").await?;
    browser.until("document.querySelectorAll('.rows > .excerpt').length >= 25").await?;
    assert!(
        browser.text(".panel-title").await?.starts_with(&format!("{ARTICLES} hits in {ARTICLES} articles"))
    );
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}
