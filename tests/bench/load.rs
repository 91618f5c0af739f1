//! From the address to the list, in Chromium on a processor four times slower: what is painted when, and what moves.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;

/// So much slower than this machine.
const SLOWER: f64 = 4.0;
/// The page is loaded so many times; the median counts.
const LOADS: usize = 7;

/// Keeps what moves, and when the list of the app is there.
const WATCH: &str = "window.moved = 0;
    new PerformanceObserver((list) => { for (const it of list.getEntries()) moved += it.value; })
        .observe({ type: 'layout-shift', buffered: true });
    new MutationObserver((_, observer) => {
        if (document.querySelector('.results > .card')) { observer.disconnect(); requestAnimationFrame(() => (window.listed = performance.now())); }
    }).observe(document, { childList: true, subtree: true });";

/// Measures and prints the figures.
pub(crate) fn all() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(measured()).expect("Chromium measures");
}

async fn measured() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let cdp = browser.driver.cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    let server = serve(&dist(), "/")?;
    let mut loads = Vec::new();
    for _ in 0..LOADS {
        browser.start(server.url()).await?;
        browser.until("window.listed > 0").await?;
        let figures =
            "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, listed, moved]";
        let figures: [f64; 3] = serde_json::from_value(browser.value(figures).await?)?;
        loads.push(figures);
    }
    let median = |at: usize| {
        let mut all: Vec<f64> = loads.iter().map(|load| load[at]).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    println!(
        "the articles of corpus/, from a web host on this machine, processor {SLOWER} times slower, median of {LOADS}"
    );
    println!("first paint of text {:>8.0} ms", median(0));
    println!("the list            {:>8.0} ms", median(1));
    println!("layout shift        {:>8.3}", median(2));
    browser.close().await
}
