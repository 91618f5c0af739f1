//! Edits of actors on the page: what a preview leaves as it was, and what follows an actor that counts as another.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use thirtyfour::prelude::*;

/// Asks in the panel that is open for the actor to count as `into`.
async fn count_as(browser: &Browser, into: &str) -> Result<()> {
    let choose = "const list = document.querySelector('select[aria-label=\"Merge into\"]');
        list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        list.form.querySelector('.tool').click();";
    browser.driver.execute(choose, vec![json!(into)]).await?;
    browser.until("document.activeElement.matches('.preview-title')").await
}

#[tokio::test]
async fn a_filter_follows_an_actor_that_counts_as_another() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let mentions = async |actor: &str| -> Result<u64> {
        Ok(browser.value(&format!("dateline.mentions('{actor}').length")).await?.as_u64().unwrap_or_default())
    };
    let (japan, china) = (mentions("japan").await?, mentions("china").await?);
    assert!(japan > 0 && china > 0);

    browser.start(&format!("{}#actor=japan&aliases=japan", server.url())).await?;
    let found = browser.text(".result-line").await?;
    count_as(&browser, "china").await?;
    assert_eq!(browser.text(".preview-title").await?, "Japan counts as China");
    // Esc closes the innermost, and the panel stays.
    browser.press(Key::Escape).await?;
    browser.until("location.hash === '#actor=japan&aliases=japan'").await?;
    browser.until("document.activeElement.matches('.panel-title')").await?;
    assert_eq!(browser.text(".result-line").await?, found);

    // The chart is another one before the edit is kept, and stays so.
    count_as(&browser, "china").await?;
    browser.click(".tabs li:nth-child(2) .tab").await?;
    browser.until("document.querySelector('.keep').hash.includes('chart=time')").await?;
    browser.click(".keep").await?;
    browser
        .until("location.hash === '#actor=china&chart=time&aliases=china&edit=merge%3Ajapan%3Achina'")
        .await?;
    browser
        .until("document.querySelector('.panel-title')?.innerText === 'Names that count as China'")
        .await?;
    browser.value("dateline.setView({ edits: ['merge:japan:china'] })").await?;
    assert_eq!(mentions("china").await?, japan + china);
    assert_eq!(mentions("japan").await?, 0);

    // What means nothing is said, and does not count as an edit.
    browser.start(&format!("{}#edit=off:atlantis:X", server.url())).await?;
    assert!(browser.text(".problems").await?.contains("the edit is left out"));
    assert_eq!(browser.text(".chip-edited").await?, "0 changes to names");
    assert!(!browser.text(".chart-rule").await?.contains("edited"));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}
