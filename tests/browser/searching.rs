//! What the search field does while a reader types: problems underlined, ways to go on, another spelling.

use crate::CARDS;
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use thirtyfour::prelude::*;

const QUERY: &str = "document.querySelector('.search-field').value";

#[tokio::test]
async fn the_field_helps_to_ask() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let field = browser.driver.find(By::Css(".search-field")).await?;

    // What is not understood is underlined where it stands, and said.
    field.send_keys("kim (date:2024-02-30" + Key::Enter).await?;
    browser.until("document.querySelectorAll('.search-under .problem-at').length === 2").await?;
    assert_eq!(
        browser
            .value("[...document.querySelectorAll('.search-under .problem-at')].map((e) => e.textContent)")
            .await?,
        json!(["(", "2024-02-30"])
    );
    assert_eq!(
        browser.value("document.querySelector('.search-under').textContent").await?,
        browser.value(QUERY).await?
    );
    assert_eq!(browser.count(".problems li").await?, 2);

    // Completions come with their counts; the arrow keys choose one and Enter takes it.
    field.clear().await?;
    field.send_keys("treaty satel").await?;
    browser.until("document.querySelectorAll('.completion').length > 1").await?;
    assert!(browser.text(".completion").await?.contains("article"));
    assert_eq!(browser.value("document.querySelector('.search-field').ariaExpanded").await?, json!("true"));
    field.send_keys(Key::Down + Key::Down).await?;
    browser.until("document.querySelector('.completion[aria-selected=true]')?.id === document.querySelector('.search-field').getAttribute('aria-activedescendant')").await?;
    let second = browser.text(".completion:nth-child(2) span").await?;
    field.send_keys(Key::Enter).await?;
    browser.until("document.querySelectorAll('.completion').length === 0").await?;
    assert_eq!(browser.value(QUERY).await?, json!(format!("treaty {second} ")));

    // So does a click.
    field.clear().await?;
    field.send_keys("russi").await?;
    browser.until("document.querySelectorAll('.completion').length > 0").await?;
    browser.click(".completion").await?;
    browser.until(&format!("location.hash === '#actor=russia' && {QUERY} === ''")).await?;
    browser.click(".chip").await?;
    browser.until("location.hash === ''").await?;

    // A word that no text has may have been another.
    field.clear().await?;
    field.send_keys("satelite" + Key::Enter).await?;
    browser.until("document.querySelector('.offered a')?.textContent === 'satellite'").await?;
    browser.click(".offered a").await?;
    browser.until(&format!("{QUERY} === 'satellite' && document.querySelector('.card') !== null")).await?;
    assert_eq!(browser.console().await?, [""; 0]);
    browser.close().await
}

/// While a reader types, the list narrows and never goes; what is half typed is no mistake, and what is done is said.
#[tokio::test]
async fn the_list_narrows_as_one_types() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let field = browser.driver.find(By::Css(".search-field")).await?;
    let mut before = browser.count(CARDS).await?;
    for end in 1..="russian missile".len() {
        field.send_keys(&"russian missile"[end - 1..end]).await?;
        browser.until(&format!("{QUERY}.length === {end}")).await?;
        let now = browser.count(CARDS).await?;
        assert!(0 < now && now <= before, "{end}: {now} of {before}");
        before = now;
    }
    // Nothing fits: what showed stays, and the line says so, until the word is finished.
    field.send_keys("zz").await?;
    browser.until("document.querySelector('.result-line').innerText === 'No articles match “russian missilezz” yet'").await?;
    assert_eq!(browser.count(CARDS).await?, before);
    // A link leads on from what shows.
    browser.click(".card-title a").await?;
    browser.until("document.querySelector('.reader mark') !== null").await?;
    browser.until("location.hash.startsWith('#q=russian+missile*&')").await?;
    browser.driver.back().await?;
    browser.until(&format!("{QUERY} === 'russian missile*'")).await?;
    browser.until(&format!("document.querySelectorAll('{CARDS}').length === {before}")).await?;
    // Once the word is finished, nothing is nothing.
    field.clear().await?;
    field.send_keys("russian missilezz" + Key::Enter).await?;
    browser.until("document.querySelector('.nothing') !== null").await?;

    for (typed, problems) in [("kim (", 1), ("actor:", 1), ("source:", 1)] {
        field.clear().await?;
        field.send_keys(typed).await?;
        browser.until(&format!("{QUERY} === '{typed}'")).await?;
        assert_eq!(browser.count(".problems").await?, 0, "{typed}");
        assert_eq!(browser.count(".completion").await? > 0, typed.ends_with(':'), "{typed}");
        browser.driver.execute("document.activeElement.blur()", vec![]).await?;
        browser.until(&format!("document.querySelectorAll('.problems li').length === {problems}")).await?;
    }
    assert_eq!(browser.console().await?, [""; 0]);
    browser.close().await
}

/// Whatever is typed, and whatever is wrong with it, what stands below stays where it is.
#[tokio::test]
async fn nothing_moves_while_one_types() -> Result<()> {
    let server = serve(&dist(), "/")?;
    for look in [Look { width: 1280, ..Look::WIDE }, Look::NARROW] {
        let browser = Browser::open(look).await?;
        browser.start(server.url()).await?;
        let watch = "window.shifts = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                if (!entry.hadRecentInput) window.shifts += entry.value;
            })).observe({ type: 'layout-shift' });";
        browser.driver.execute(watch, vec![]).await?;
        let places = "[document.querySelector('.columns').getBoundingClientRect().top, document.querySelector('.chart').getBoundingClientRect().top]";
        let before = browser.value(places).await?;
        let field = browser.driver.find(By::Css(".search-field")).await?;
        for typed in ["k", "kim (", "actor:", "zzzz", "titel:a b", "kim w/5 putin "] {
            field.clear().await?;
            field.send_keys(typed).await?;
            browser.until(&format!("{QUERY} === '{typed}'")).await?;
            assert_eq!(browser.value(places).await?, before, "{typed} at {}", look.width);
        }
        assert_eq!(browser.value("shifts").await?, json!(0), "{}", look.width);
        browser.click("[popovertarget=search-tips]").await?;
        browser.until("document.querySelector('#search-tips:popover-open') !== null").await?;
        assert_eq!(
            browser.value("document.querySelector('.columns').getBoundingClientRect().top").await?,
            before[0]
        );
        browser.press(Key::Escape).await?;
        browser.until("document.activeElement.getAttribute('popovertarget') === 'search-tips' && !document.querySelector(':popover-open')").await?;
        browser.close().await?;
    }
    Ok(())
}

/// An order is a link, the reader's neighbours follow it, and without a search there is no relevance.
#[tokio::test]
async fn the_list_is_sorted_as_one_likes() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#sort=relevance", server.url())).await?;
    let names = "[...document.querySelectorAll('.card-title a')].map((a) => a.dataset.article)";
    let choices = "[...document.querySelectorAll('.middle .choice')].map((a) => a.innerText + (a.ariaCurrent ? '!' : ''))";
    assert_eq!(browser.value(choices).await?, json!(["newest!", "oldest", "source"]));
    let newest = browser.value(names).await?;
    browser.click(".middle .choices li:nth-child(2) .choice").await?;
    browser.until("location.hash === '#sort=oldest'").await?;
    browser.until(&format!("{names}[0] !== {}", newest[0])).await?;
    let oldest = browser.value(names).await?;
    browser.click(".card:nth-child(2) .card-title a").await?;
    browser.until("document.querySelector('.neighbour-before') !== null").await?;
    browser.click(".neighbour-before").await?;
    browser.until(&format!("dateline.view().article === {}", oldest[0])).await?;
    browser.driver.back().await?;
    browser.driver.back().await?;
    let field = browser.driver.find(By::Css(".search-field")).await?;
    field.send_keys("putin").await?;
    browser.until("location.hash === '#q=putin&sort=oldest'").await?;
    assert_eq!(browser.value(choices).await?, json!(["relevance", "newest", "oldest!", "source"]));
    browser.click(".middle .choices li:first-child .choice").await?;
    browser.until("location.hash === '#q=putin'").await?;
    browser
        .until(&format!("{names}.join() === dateline.search('putin').hits.map((h) => h.article).join()"))
        .await?;
    assert_eq!(browser.console().await?, [""; 0]);
    browser.close().await
}

/// A long list of a filter can be searched within, whatever the accents.
#[tokio::test]
async fn an_actor_is_found_in_its_list() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let list = "[aria-labelledby=facet-actors]";
    browser.driver.find(By::Css(format!("{list} .facet-search"))).await?.send_keys("VIÉT").await?;
    browser.until(&format!("document.querySelectorAll('{list} .option').length === 1")).await?;
    browser.click(&format!("{list} .option")).await?;
    browser.until("location.hash === '#actor=vietnam'").await?;
    browser.close().await
}

#[tokio::test]
async fn a_link_leads_on_before_the_next_picture() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    // All in one turn: no frame is made between the search and the click.
    let click = "const done = arguments[0];
        (async () => {
            const option = document.querySelector('[aria-labelledby=facet-actors] .option');
            const line = () => document.querySelector('.result-line').textContent;
            const before = line();
            dateline.setView({ query: 'missile' });
            for (let turn = 0; turn < 50; turn++) await null;
            const drawn = line() !== before;
            option.click();
            done([drawn, dateline.view().query, dateline.view().actors.length]);
        })();";
    let seen = browser.driver.execute_async(click, vec![]).await?.json().clone();
    assert_eq!(seen, json!([true, "missile", 1]), "drawn; searched; filtered");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}
