//! What only a browser can show: that the page starts wherever it is put, and that what a reader does has the
//! effect it promises. Each test opens its own window.

mod access;
mod anywhere;
mod beside;
mod charts;
mod counting;
mod edits;
mod embedded;
mod faults;
mod hands;
mod long;
mod newsroom;
mod numbers;
mod opened;
mod placed;
mod reading;
mod searching;
mod session;
mod sharded;
mod tasks;

use dateline_tests::browser::{Browser, Result};

/// The articles in the list.
const CARDS: &str = ".results > .card";

/// The rows of evidence: a mention or a hit each, whether they stand in sentences or in lines.
const ROWS: &str = ".rows .row-line";

/// How many rows a list has once all of them were asked for; the first 25 are there at once.
async fn rows(browser: &Browser) -> Result<usize> {
    browser.until("document.querySelector('.rows') !== null").await?;
    while browser.count(".window-more").await? > 0 {
        let shown = browser.count(ROWS).await?;
        // It goes where the last rows have come by themselves.
        browser.value("document.querySelector('.window-more')?.scrollIntoView()").await?;
        browser.until(&format!("document.querySelectorAll('{ROWS}').length > {shown} || !document.querySelector('.window-more')")).await?;
    }
    browser.count(ROWS).await
}
