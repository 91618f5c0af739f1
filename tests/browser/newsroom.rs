//! What a newsroom asks of a count, each by mouse and by keyboard alone, on a small desk and on a telephone: which words
//! were counted, why one was not, who says more of whom, and how an editor gets to see it.

use crate::hands::{Hand, Reader, task};
use crate::rows;
use dateline_tests::browser::{Look, Result};
use serde_json::json;
use thirtyfour::prelude::*;

/// A small desk, where the filters are folded away.
const DESK: Look = Look { width: 1280, ..Look::WIDE };

async fn questions(hand: Hand, look: Look) -> Result<()> {
    let reader = Reader::new(hand, look).await?;
    task("how_often_as_moscow", how_often_as_moscow(&reader)).await?;
    task("who_stands_beside_whom", who_stands_beside_whom(&reader)).await?;
    task("a_quote_with_its_source", a_quote_with_its_source(&reader)).await?;
    task("without_an_agency", without_an_agency(&reader)).await?;
    task("every_mention_in_turn", every_mention_in_turn(&reader)).await?;
    task("why_is_this_not_counted", why_is_this_not_counted(&reader)).await?;
    task("this_one_is_wrong", this_one_is_wrong(&reader)).await?;
    task("which_source_says_more", which_source_says_more(&reader)).await?;
    task("what_has_no_date", what_has_no_date(&reader)).await?;
    task("send_it_to_an_editor", send_it_to_an_editor(&reader)).await?;
    assert_eq!(reader.browser.console().await?, Vec::<String>::new());
    reader.browser.close().await
}

#[tokio::test]
async fn a_newsroom_asks_by_mouse_at_a_desk() -> Result<()> {
    questions(Hand::Mouse, DESK).await
}

#[tokio::test]
async fn a_newsroom_asks_by_keyboard_at_a_desk() -> Result<()> {
    questions(Hand::Keyboard, DESK).await
}

#[tokio::test]
async fn a_newsroom_asks_by_mouse_on_a_telephone() -> Result<()> {
    questions(Hand::Mouse, Look::NARROW).await
}

#[tokio::test]
async fn a_newsroom_asks_by_keyboard_on_a_telephone() -> Result<()> {
    questions(Hand::Keyboard, Look::NARROW).await
}

/// Russia as “Moscow” in June: from the bar in one step more.
async fn how_often_as_moscow(reader: &Reader) -> Result<()> {
    reader.open("#from=2024-06-01&to=2024-06-30&mentions=russia").await?;
    let choice = "[...document.querySelectorAll('[aria-label=Named] .choice')]";
    let at = format!("{choice}.findIndex((a) => a.innerText.startsWith('Moscow')) + 1");
    let at = reader.browser.value(&at).await?;
    let moscow = format!("[aria-label=Named] li:nth-child({at}) .choice");
    let said = reader.browser.text(&format!("{moscow} .choice-count")).await?.parse::<usize>()?;
    reader.follow(&moscow).await?;
    reader.browser.until("location.hash.endsWith('spelling=Moscow')").await?;
    assert_eq!(rows(&reader.browser).await?, said);
    let other =
        "[...document.querySelectorAll('.rows .row-line')].filter((a) => a.innerText !== 'Moscow').length";
    assert_eq!(reader.browser.value(other).await?, json!(0));
    Ok(())
}

/// The evidence of a pair shows both.
async fn who_stands_beside_whom(reader: &Reader) -> Result<()> {
    reader.open("#mentions=putin&with=kim-jong-un&near=paragraph").await?;
    reader.browser.until("document.querySelectorAll('.excerpt').length > 3").await?;
    let both = "[...document.querySelectorAll('.excerpt')].every((it) => ['Putin', 'Kim'].every((name) =>
        [...it.querySelectorAll('.counted')].some((a) => a.innerText.includes(name))))";
    assert_eq!(reader.browser.value(both).await?, json!(true));
    Ok(())
}

async fn a_quote_with_its_source(reader: &Reader) -> Result<()> {
    reader.open("#q=warheads&article=feed.02").await?;
    reader.follow(".hit-after").await?;
    reader.browser.until("document.querySelector('.reader .here') !== null").await?;
    reader.follow(".quote").await?;
    let text = "(document.querySelector('.taken-text')?.value ?? '')";
    reader.browser.until(&format!("{text}.includes('quote=')")).await?;
    let text = reader.browser.value(text).await?;
    let text = text.as_str().unwrap_or_default();
    assert!(text.starts_with('“') && text.contains("warheads") && text.contains("Artifex.News"), "{text}");
    Ok(())
}

/// An agency is found by its letters, and ruled out.
async fn without_an_agency(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    reader.filters().await?;
    reader.write("[aria-labelledby=facet-actors] .facet-search", "KCNA").await?;
    let row = "[aria-labelledby=facet-actors] li:first-child";
    reader
        .browser
        .until("document.querySelectorAll('[aria-labelledby=facet-actors] .option').length === 1")
        .await?;
    let with_it = reader.number(&format!("{row} .option-count")).await?;
    reader.follow(&format!("{row} .out")).await?;
    reader.cards(14 - with_it).await
}

/// From a bar's row the reader goes on to the next mention, also of another article.
async fn every_mention_in_turn(reader: &Reader) -> Result<()> {
    reader.open("#mentions=japan").await?;
    reader.follow(".rows > :first-child .row-line").await?;
    let browser = &reader.browser;
    let said = "(document.querySelector('.hits')?.innerText ?? '')";
    browser.until(&format!("{said}.startsWith('Mention 1 of ')")).await?;
    let total =
        browser.value(&format!("Number({said}.match(/of (\\d+)$/)[1])")).await?.as_u64().unwrap_or_default();
    let first = browser.value("location.hash.match(/article=([^&]*)/)[1]").await?;
    for at in 2..=total {
        match reader.hand {
            Hand::Mouse => browser.click(".hit-after").await?,
            Hand::Keyboard => browser.press("n").await?,
        }
        browser.until(&format!("{said}.endsWith('{at} of {total}')")).await?;
    }
    assert_ne!(browser.value("location.hash.match(/article=([^&]*)/)[1]").await?, first);
    Ok(())
}

/// A name that does not count says why.
async fn why_is_this_not_counted(reader: &Reader) -> Result<()> {
    let Some(article) = article_with(reader, ".dismissed").await? else {
        return Err("no article of the example has a name that does not count".into());
    };
    reader.open(&format!("#article={article}")).await?;
    let browser = &reader.browser;
    match reader.hand {
        Hand::Mouse => browser.click(".dismissed").await?,
        Hand::Keyboard => {
            // Arrows lead from name to name.
            browser.tab_to(".reader-article [data-at]").await?;
            browser.value("document.querySelector('.dismissed').focus()").await?;
            browser.press(Key::Enter).await?;
        }
    }
    browser.until("document.querySelector('.why')?.innerText.includes('is not counted: ')").await
}

/// The first article of the example that has such an element.
async fn article_with(reader: &Reader, selector: &str) -> Result<Option<String>> {
    reader.open("").await?;
    let names = reader.browser.value("dateline.search('').articles").await?;
    for name in names.as_array().into_iter().flatten().filter_map(|name| name.as_str()) {
        reader.browser.value(&format!("dateline.setView({{ article: {} }})", json!(name))).await?;
        reader
            .browser
            .until(&format!("location.hash.includes({})", json!(format!("article={name}"))))
            .await?;
        if reader.browser.count(selector).await? > 0 {
            return Ok(Some(name.to_owned()));
        }
    }
    Ok(None)
}

/// A mention that is wrong is taken out where it stands; what that changes is said before.
async fn this_one_is_wrong(reader: &Reader) -> Result<()> {
    reader.open("#mentions=japan").await?;
    let browser = &reader.browser;
    let before = rows(browser).await?;
    reader.follow(".rows > :first-child .row-line").await?;
    browser.until("document.querySelector('.actor.actor-chosen') !== null").await?;
    match reader.hand {
        Hand::Mouse => browser.click(".here .actor, .actor-chosen").await?,
        Hand::Keyboard => {
            browser.value("document.querySelector('.here .actor, .actor-chosen').focus()").await?;
            browser.press(Key::Enter).await?;
        }
    }
    browser.until("document.querySelector('.wrong') !== null").await?;
    reader.follow(".wrong .chart-summary").await?;
    reader.follow(".wrong li:first-child .tool").await?;
    let says = format!("Japan: {before} → {} mentions", before - 1);
    browser
        .until(&format!("document.querySelector('.changes')?.innerText.includes({})", json!(says)))
        .await?;
    reader.follow(".keep").await?;
    browser.until("location.hash.includes('edit=except')").await?;
    browser.until("document.querySelector('.why')?.innerText.includes('is not counted')").await?;
    reader.follow(".crumbs li:last-child a").await?;
    assert_eq!(rows(browser).await?, before - 1);
    Ok(())
}

async fn which_source_says_more(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    reader.follow(".tabs li:nth-child(4) .tab").await?;
    reader.browser.until("document.querySelectorAll('.heat-head').length > 1").await?;
    let said = reader.browser.text("tbody tr:first-child .heat-cell").await?.parse::<usize>()?;
    match reader.hand {
        Hand::Mouse => reader.browser.click("tbody tr:first-child .heat-cell").await?,
        Hand::Keyboard => {
            reader.browser.value("document.querySelector('tbody tr:first-child .heat-cell').focus()").await?;
            reader.browser.press(Key::Enter).await?;
        }
    }
    assert_eq!(rows(&reader.browser).await?, said);
    Ok(())
}

async fn what_has_no_date(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let said = reader.number(".undated").await?;
    reader.follow(".undated").await?;
    reader.cards(said).await
}

/// The link leads to what shows, and the finding has its numbers and its rule.
async fn send_it_to_an_editor(reader: &Reader) -> Result<()> {
    reader.open("#mentions=japan").await?;
    let browser = &reader.browser;
    reader.follow("[popovertarget=share]").await?;
    reader.follow("#share li:nth-child(1) .tool").await?;
    browser.until("document.querySelector('#shared')?.value.endsWith('#mentions=japan')").await?;
    reader.follow("#share li:nth-child(2) .tool").await?;
    let finding = "document.querySelector('#shared').value";
    browser
        .until(&format!("{finding}.includes('mentions of Japan') && {finding}.includes('Source: ')"))
        .await?;
    browser.press(Key::Escape).await?;
    browser.until("!document.querySelector(':popover-open')").await
}
