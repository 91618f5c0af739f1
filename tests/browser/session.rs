//! A session of hours: what a reader leaves, the page gives back.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::{Value, json};

/// Keeps the page's memory where the test finds it.
const WATCH: &str = "const was = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const made = await was.call(WebAssembly, ...given);
        window.wasmMemory = (made.instance ?? made).exports.memory;
        return made;
    };";

/// Views shown in one call; a driver waits for half a minute at most.
const AT_ONCE: usize = 100;

/// Shows `count` views one after another, an article every seventh time.
async fn shows(browser: &Browser, count: usize) -> Result<()> {
    let steps = "const [count, done] = arguments; const names = dateline.search('').articles; window.step ??= 0;
        const views = [{ query: 'kim' }, { actors: ['russia'] }, { mentions: 'japan' }, { chart: 'time' }, { hits: true, query: 'putin' }, {},
            { chart: 'pairs' }, { about: true }, { aliases: 'russia' }, { aliases: '' }, { chart: 'where' }, { query: 'zzzz' },
            { from: '2024-01-01' }, { sort: 'oldest' }];
        (async () => { for (let i = 0; i < count; i++) {
            const at = step++;
            dateline.setView(at % 7 === 6 ? { article: names[at % names.length], source_text: at % 2 === 0 } : views[at % views.length]);
            await new Promise((next) => requestAnimationFrame(next));
        } dateline.setView({}); await new Promise((next) => setTimeout(next, 50)); })().then(() => done(null), (e) => done(String(e)));";
    for _ in (0..count).step_by(AT_ONCE) {
        let said = browser.driver.execute_async(steps, vec![json!(AT_ONCE)]).await?;
        assert_eq!(said.json(), &Value::Null);
    }
    Ok(())
}

/// Bytes of the WebAssembly memory, bytes of JavaScript's heap, nodes and listeners.
async fn weighs(browser: &Browser) -> Result<[f64; 4]> {
    let tools = browser.driver.cdp();
    for _ in 0..2 {
        tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    tools.send_raw("Performance.enable", json!({})).await?;
    let metrics: Value = tools.send_raw("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().into_iter().flatten();
        all.filter(|metric| metric["name"] == name)
            .find_map(|metric| metric["value"].as_f64())
            .unwrap_or_default()
    };
    let wasm = browser.value("wasmMemory.buffer.byteLength").await?.as_f64().unwrap_or_default();
    Ok([wasm, metric("JSHeapUsedSize"), metric("Nodes"), metric("JSEventListeners")])
}

/// By how much each may grow. Leptos keeps some 200 bytes for each row that it takes down: the mark of its owner in the owner
/// of its list.
const MAY_GROW: [(&str, f64); 4] =
    [("the memory", 1.2), ("the heap", 1.05), ("nodes", 1.05), ("listeners", 1.05)];

/// 2,000 views, 300 of them articles, once it is warm.
#[tokio::test]
async fn a_long_session_gives_back_what_it_takes() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser
        .driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))
        .await?;
    browser.start(server.url()).await?;
    shows(&browser, 1000).await?;
    let before = weighs(&browser).await?;
    shows(&browser, 2000).await?;
    let after = weighs(&browser).await?;
    println!("wasm, heap, nodes, listeners: {before:?} to {after:?}");
    for ((what, most), (before, after)) in MAY_GROW.iter().zip(before.into_iter().zip(after)) {
        assert!(after <= before * most, "{what}: {before} before, {after} after");
    }
    browser.close().await
}
