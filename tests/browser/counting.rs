//! What counts, and in what: the switches beside the chart, and what the page says of names and links that lead
//! nowhere.

use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;

/// What the first bar says.
const BAR: &str = ".bar-row:first-child .bar-value";

#[tokio::test]
async fn the_switches_say_what_counts() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let all: usize = browser.text(BAR).await?.parse()?;
    let count =
        async |n: usize| browser.click(&format!(".choices[aria-label=Measure] li:nth-child({n}) a")).await;
    count(3).await?;
    browser.until("location.hash === '#measure=per-thousand'").await?;
    assert!(browser.text(BAR).await?.contains('.'));
    assert!(browser.text(".chart-title").await?.ends_with("times per 1,000 words"));
    assert!(browser.text(".chart-rule").await?.contains("Rates are of "));
    // The bar opens the mentions that are counted.
    browser.click(".bar-row:first-child .bar-value").await?;
    let title = format!("document.querySelector('.panel-title')?.innerText.startsWith('{all} mentions of ')");
    browser.until(&title).await?;
    count(4).await?;
    browser.until("document.querySelector('.bar-row .bar-value').innerText.endsWith('%')").await?;
    browser.click(".tabs li:nth-child(2) .tab").await?;
    browser.until("document.querySelector('.line-total').innerText.includes('% of the articles')").await?;

    browser.start(server.url()).await?;
    browser.click(".form[aria-label=quotations]").await?;
    browser.until("location.hash === '#-zone=quote'").await?;
    assert!(browser.text(BAR).await?.parse::<usize>()? < all);
    assert_eq!(browser.text(".chip").await?.trim_end_matches('×').trim(), "without quotations");
    browser.click(".forms[aria-label='Named by'] li:first-child .form").await?;
    browser.until("location.hash === '#-form=name&-zone=quote'").await?;
    browser.until("document.querySelector('.chart-rule').innerText.includes('Not counted: names')").await?;
    // No text of this corpus is another's: nothing is told twice.
    assert_eq!(browser.count(".choices[aria-label='Repeated stories']").await?, 0);

    // An older link is still understood.
    browser.start(&format!("{}#zone=title", server.url())).await?;
    let left_out = json!(["body", "caption", "quote"]);
    assert_eq!(browser.value("dateline.view().not_zones").await?, left_out);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

#[tokio::test]
async fn a_story_told_again_counts_once() -> Result<()> {
    let texts = Copy(std::env::temp_dir().join(format!("dateline-told-again-texts-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    for (file, day) in [("a.txt", "2024-01-05"), ("b.txt", "2024-01-06")] {
        let text = format!(
            " date {day} Norway and Chile will share the weather ships that they keep in the far south. The ministers \
             signed a paper on Friday, after two winters of talks, and the crews are to change places every spring."
        );
        std::fs::write(texts.0.join(file), text)?;
    }
    std::fs::write(
        texts.0.join("c.txt"),
        " date 2024-01-07 Norway counts its reindeer, and finds fewer than before.",
    )?;
    let page = build("told-again", &texts.0.display().to_string(), &[])?;
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let (line, bar) = (browser.text(".result-line").await?, browser.text(BAR).await?.parse::<usize>()?);
    let cards = browser.count(crate::CARDS).await?;
    browser.click(".choices[aria-label='Repeated stories'] li:nth-child(2) a").await?;
    browser.until("location.hash === '#once=on'").await?;
    let once: usize = browser.text(BAR).await?.parse()?;
    assert!(once < bar, "{once} once, {bar} each time");
    assert_eq!(browser.count(crate::CARDS).await?, cards, "the list is the same");
    let now = browser.text(".result-line").await?;
    assert!(now != line && now.contains(" of them counted, "), "{now}");
    assert!(browser.text(".chart-rule").await?.contains("of each story once"));
    browser.click(".bar-row:first-child .bar-value").await?;
    browser.until(&format!("document.querySelectorAll('{}').length === {once}", crate::ROWS)).await?;
    browser.close().await
}

#[tokio::test]
async fn what_a_link_cannot_do_is_said() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#line=nobody&mentions=russia&with=none&actor=noone", server.url())).await?;
    assert_eq!(browser.count(".problems li").await?, 3);
    browser.start(&format!("{}#article=nothing", server.url())).await?;
    assert!(browser.text(".problems").await?.contains("This link opens “nothing”"));
    browser.start(&format!("{}#q={}", server.url(), "kim+".repeat(500))).await?;
    // The line shows the first sentence; the rest is there for who points at it.
    let all = browser.value("document.querySelector('.problems').textContent").await?;
    assert!(all.to_string().contains("some programs cut links at 2,000"), "{all}");
    browser.close().await
}
