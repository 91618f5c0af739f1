//! What may go wrong on the way to the page and in it: it says what, shows its articles, and offers ways on; and the
//! page's own policy lets nothing run that is not the page.

use crate::CARDS;
use crate::placed::Copy;
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// The articles of the list that stands in for the app.
const LISTED: &str = "[...document.querySelectorAll('.plain-list > li')].filter((li) => li.checkVisibility({ visibilityProperty: true })).length";

fn flipped(bytes: Vec<u8>, at: usize) -> Vec<u8> {
    bytes.into_iter().enumerate().map(|(place, byte)| if place == at { byte ^ 1 } else { byte }).collect()
}

/// A file that is another than the page was built with is not used: one letter of a sentence is enough.
#[tokio::test]
async fn a_changed_file_is_told_before_it_is_used() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    type File = fn(&Copy) -> Result<std::path::PathBuf>;
    for (name, file) in [("wasm", Copy::wasm as File), ("js", Copy::app_script)] {
        let copy = Copy::new(&format!("changed-{name}"))?;
        let path = file(&copy)?;
        let bytes = std::fs::read(&path)?;
        // A sentence that the page shows: nothing but its fingerprint tells that it was changed.
        let at = bytes.windows(5).position(|five| five == b"error").ok_or("a word in the file")?;
        std::fs::write(&path, flipped(bytes, at))?;
        let server = serve(&copy.0, "/")?;
        assert!(browser.start(server.url()).await.is_err(), "{name}");
        let says = browser.text(".plain-trouble").await?;
        assert!(says.contains("is not the one that this page was built with"), "{name}: {says}");
        assert_eq!(browser.value(LISTED).await?, json!(14), "{name}");
    }
    browser.close().await
}

/// A folder in a frame of a host that sends no CORS headers is kept apart from its own files, but for scripts.
#[tokio::test]
async fn a_folder_runs_in_a_sandboxed_frame() -> Result<()> {
    let copy = Copy::new("framed-folder")?;
    let frame = "<!doctype html><link rel=icon href='data:,'><iframe sandbox=allow-scripts width=1200 height=800 src=index.html></iframe>";
    std::fs::write(copy.0.join("wiki.html"), frame)?;
    let server = serve(&copy.0, "/wiki/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.driver.goto(format!("{}wiki.html", server.url())).await?;
    browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
    browser.click(".bar-row:first-child .bar-value").await?;
    browser.until("document.querySelector('.rows') !== null").await?;
    browser.close().await
}

/// What a browser cannot read, or what has not come, does not leave boxes behind.
#[tokio::test]
async fn a_part_of_the_page_is_told_within_two_seconds() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    type Spoil = fn(String) -> String;
    let old: Spoil = |page| page.replacen("\"use strict\";\nconst one", "const const;\nconst one", 1);
    let forbidden: Spoil = |page| {
        page.replacen(
            "content=\"default-src 'none'; script-src 'self'",
            "content=\"default-src 'none'; script-src 'none'; x '",
            1,
        )
    };
    let cut: Spoil =
        |page| page.split_once("<script id=\"app-files\"").expect("the app's files").0.to_owned();
    for (name, spoil, says) in [
        ("old", old, "too old"),
        ("forbidden", forbidden, "switched off here"),
        ("cut", cut, "has come in part only"),
    ] {
        let copy = Copy::new(&format!("part-{name}"))?;
        let whole = std::fs::read_to_string(copy.0.join("index.html"))?;
        // A changed script is refused by the policy, which another test is about.
        copy.change(|page| if name == "old" { without_policy(&spoil(page)) } else { spoil(page) })?;
        assert_ne!(std::fs::read_to_string(copy.0.join("index.html"))?, whole, "{name}");
        let server = serve(&copy.0, "/")?;
        let start = Instant::now();
        browser.driver.goto("about:blank").await?;
        browser.driver.goto(server.url()).await?;
        browser.until(&format!("{LISTED} === 14")).await?;
        assert!(start.elapsed() < Duration::from_secs(4), "{name}: {:?}", start.elapsed());
        let shown = browser.text(".plain-trouble").await?;
        assert!(shown.contains(says), "{name}: {shown}");
    }
    browser.close().await
}

pub(crate) fn without_policy(page: &str) -> String {
    let (head, rest) = page.split_once("<!--dateline:policy-->").expect("a policy");
    let (_, rest) = rest.split_once("<!--/dateline:policy-->").expect("its end");
    format!("{head}{rest}")
}

/// On a slow line the articles can be read while the rest is on its way, and what is on its way is said in bytes.
#[tokio::test]
async fn a_slow_line_shows_what_is_on_its_way() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let line = |bytes: i64| json!({ "offline": false, "latency": 0, "downloadThroughput": bytes, "uploadThroughput": bytes });
    let cdp = browser.driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    cdp.send_raw("Network.emulateNetworkConditions", line(250_000)).await?;
    browser.driver.goto("about:blank").await?;
    browser.driver.goto(server.url()).await?;
    browser
        .until("/: [\\d,]+ of 1,\\d\\d\\d KB/.test(document.querySelector('.loading')?.innerText)")
        .await?;
    browser.until(&format!("{LISTED} === 14")).await?;
    assert_eq!(browser.count(CARDS).await?, 0);
    cdp.send_raw("Network.emulateNetworkConditions", line(-1)).await?;
    browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
    assert_eq!(browser.value(LISTED).await?, json!(0), "the explorer stands in its place");
    assert_eq!(browser.count(".loading").await?, 0);
    browser.close().await
}

/// A stop at any time, also in a call of another program, leaves the articles, the link, and ways on.
#[tokio::test]
async fn a_stop_offers_ways_on() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for stop in [
        "dispatchEvent(new CustomEvent('dateline-failed', { detail: 'a test' }))",
        "(() => { wasm_bindgen.facets = () => { throw new WebAssembly.RuntimeError('a test'); };
            try { dateline.facets('kim'); } catch {} })()",
    ] {
        browser.start(&format!("{}#q=putin", server.url())).await?;
        browser.value(stop).await?;
        assert!(browser.text(".plain-trouble").await?.contains("it stopped (a test)"), "{stop}");
        assert_eq!(browser.value(LISTED).await?, json!(14));
        assert_eq!(browser.value("location.hash").await?, json!("#q=putin"), "the link is kept");
        browser.click(".plain-copy").await?;
        let report = browser.value("document.querySelector('.plain-report').value").await?;
        let report = report.as_str().unwrap_or_default();
        for part in ["it stopped (a test)", "#q=putin", "Dateline 0.", "corpus "] {
            assert!(report.contains(part), "{part}: {report}");
        }
        browser.click(".plain-without-view").await?;
        browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
        assert_eq!(browser.value("location.hash").await?, json!(""));
    }
    browser.close().await
}

/// The page's policy: its own parts run, and nothing that comes into it does; nothing is sent anywhere.
#[tokio::test]
async fn nothing_runs_but_the_page() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let record = "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));";
    let cdp = browser.driver.cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": record })).await?;
    for view in [
        "",
        "#chart=time&line=russia&line=japan",
        "#chart=pairs",
        "#chart=where",
        "#mentions=russia",
        "#about=corpus",
        "#aliases=russia",
    ] {
        browser.start(&format!("{}{view}", server.url())).await?;
        assert_eq!(browser.value("refused").await?, json!([]), "{view}");
    }
    for tried in [
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')",
        "document.body.append(Object.assign(document.createElement('a'), { id: 'evil', href: '#', textContent: '.' })), document.querySelector('#evil').setAttribute('onclick', 'window.ran = 1'), document.querySelector('#evil').click()",
        "document.body.append(Object.assign(document.createElement('div'), { style: '' })), setTimeout('window.ran = 1')",
    ] {
        let _ = browser
            .value(&format!("(() => {{ try {{ {tried} }} catch (e) {{ return String(e); }} }})()"))
            .await?;
    }
    let sent = "fetch('https://example.org/?q=kim').then(() => 'sent', () => 'kept')";
    let sent =
        browser.driver.execute_async(format!("const done = arguments[0]; {sent}.then(done)"), vec![]).await?;
    assert_eq!(sent.json(), &json!("kept"));
    assert_eq!(browser.value("window.ran ?? 0").await?, json!(0));
    assert!(browser.value("refused.length").await?.as_u64() >= Some(2));
    browser.close().await
}

/// A view may come from a program of another window, whose objects are none of this one's.
#[tokio::test]
async fn a_view_of_another_window_is_a_view() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let other = "(() => { const frame = document.createElement('iframe'); document.body.append(frame);
        const view = frame.contentWindow.Object(); view.query = 'putin'; view.actors = frame.contentWindow.Array('russia');
        dateline.setView(view); return dateline.view(); })()";
    let view = browser.value(other).await?;
    assert_eq!((&view["query"], &view["actors"]), (&json!("putin"), &json!(["russia"])));
    browser.close().await
}

/// A page around the page is told how high it is, when that changes and not without end.
#[tokio::test]
async fn a_host_is_told_the_height() -> Result<()> {
    let copy = Copy::new("told-height")?;
    let host = "<!doctype html><link rel=icon href='data:,'><script>window.told = [];
        addEventListener('message', ({ data }) => {
            told.push(data);
            if (data.dateline === 'height') document.querySelector('iframe').style.height = `${data.height}px`;
        });</script>
        <iframe style='width: 700px; height: 300px' src='index.html?childId=seven#?secret=a1b2'></iframe>";
    std::fs::write(copy.0.join("host.html"), host)?;
    let server = serve(&copy.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.driver.goto(format!("{}host.html", server.url())).await?;
    let frame = "document.querySelector('iframe').contentDocument";
    browser.until(&format!("{frame}.querySelectorAll('.results > .card').length === 14")).await?;
    assert_eq!(browser.value(&format!("{frame}.querySelectorAll('.problems').length")).await?, json!(0));
    // As high as its content: nothing of it is scrolled.
    let fits = format!(
        "{frame}.body.getBoundingClientRect().height <= document.querySelector('iframe').clientHeight"
    );
    browser.until(&fits).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let told = browser.value("told.length").await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(browser.value("told.length").await?, told, "a frame that follows does not grow without end");
    for shape in [
        "told.some((it) => it.dateline === 'height' && it.height > 1000)",
        "told.some((it) => /^pymxPYMxsevenxPYMxheightxPYMx\\d+$/.test(it))",
        "told.some((it) => it.sentinel === 'amp' && it.type === 'embed-size')",
        "told.some((it) => typeof it === 'string' && it[0] === '{' && JSON.parse(it).context === 'iframe.resize')",
        "told.some((it) => it.message === 'height' && it.secret === 'a1b2')",
    ] {
        assert_eq!(browser.value(shape).await?, json!(true), "{shape}");
    }
    browser.close().await
}

/// Whatever is changed, cut, missing or refused: the page is whole, or says why and lists what has come.
#[tokio::test]
async fn each_fault_has_its_sentence() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let page = crate::placed::build("matrix", "corpus", &[])?;
    let whole = std::fs::read_to_string(page.0.join("index.html"))?;
    // Cut anywhere: the list is there as far as it has come, or the page is whole.
    let server = serve(&page.0, "/")?;
    let mut dice = dateline_tests::dice::Dice::new(7);
    for tenth in 1..10 {
        let at = (0..=whole.len() * tenth / 10).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        std::fs::write(page.0.join("index.html"), &whole[..at])?;
        browser.driver.goto("about:blank").await?;
        browser.driver.goto(server.url()).await?;
        let shows = "document.querySelector('.results > .card') !== null
            || document.querySelector('.plain-trouble')?.checkVisibility({ visibilityProperty: true }) === true
            || /has come in part only/.test(document.body.innerText)";
        browser.until(shows).await.map_err(|why| format!("cut at {at} of {}: {why}", whole.len()))?;
    }
    std::fs::write(page.0.join("index.html"), &whole)?;
    // One byte changed anywhere in what the page loads: it is told before the first article.
    for file in [page.wasm()?, page.app_script()?] {
        let bytes = std::fs::read(&file)?;
        for _ in 0..10 {
            let at = dice.below(bytes.len());
            std::fs::write(&file, flipped(bytes.clone(), at))?;
            assert!(browser.start(server.url()).await.is_err(), "{} at {at}", file.display());
            assert_eq!(browser.count(CARDS).await?, 0);
            assert_eq!(browser.value(LISTED).await?, json!(14));
        }
        std::fs::write(&file, bytes)?;
    }
    // What a browser may refuse: the page goes on without it.
    for refused in [
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });",
        "for (const name of ['pushState', 'replaceState']) History.prototype[name] = () => { throw new DOMException('refused', 'SecurityError'); };",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText() { throw new Error('refused'); } } });",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });",
        "delete window.IntersectionObserver; delete window.matchMedia;",
        "window.postMessage = () => { throw new Error('refused'); };",
    ] {
        let window = Browser::open(Look::WIDE).await?;
        let cdp = window.driver.cdp();
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refused })).await?;
        window.start(server.url()).await.map_err(|why| format!("{refused}: {why}"))?;
        window.click(".bar-row:first-child .bar-value").await?;
        window.until("document.querySelector('.rows') !== null").await?;
        window.click(".overlay-opener[popovertarget=share]").await?;
        window.click("#share li:first-child .tool").await?;
        window.until("document.querySelector('#shared').value.length > 0").await?;
        window.until("document.querySelector('.taken-said').innerText.length > 0").await?;
        window.close().await?;
    }
    browser.close().await
}
