//! The time from what a reader does to the frame that shows it, in Chromium: on the repository's own articles, and on
//! 10,000 of [`News`].
//!
//! Keys and clicks come by the browser's own input (`Input.dispatchKeyEvent`, `Input.dispatchMouseEvent`). The time runs
//! from the event's stamp to a message that is sent in the first frame that shows another view, and arrives once that
//! frame is laid out and painted. After a key or a click the browser begins a frame at once where none was made just
//! before, and else up to 16.7 ms later: the work beside it does not count waiting.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use dateline_tests::news::News;
use dateline_tests::sources;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const PAINTED: &str = include_str!("painted.js");

/// The same again is done so many times.
const ROUNDS: usize = 6;

/// What is typed, a letter after the other, and taken back.
const QUERIES: [&str; 6] =
    ["missile", "\"oil price", "south korea", "japan OR china", "satel", "actor:russia launch"];

/// Names of what is done in one click, where that is, and whether it is undone by Back.
const CLICKS: [(&str, &[&str]); 6] = [
    (
        "filter",
        &[
            "[aria-labelledby=facet-actors] li:nth-child(2) .option",
            "[aria-labelledby=facet-actors] li:nth-child(5) .option",
            "[aria-labelledby=facet-sources] li:nth-child(2) .option",
        ],
    ),
    (
        "leave out",
        &[
            "[aria-labelledby=facet-actors] li:nth-child(3) .out",
            "[aria-labelledby=facet-sources] li:nth-child(1) .out",
        ],
    ),
    ("period", &[".period:nth-child(2) .period-link", ".period:last-child .period-link"]),
    ("chart", &[".tabs li:nth-child(2) .tab", ".tabs li:nth-child(3) .tab"]),
    ("open rows", &[".bar-row:nth-child(1) .bar-value", ".bar-row:nth-child(4) .bar-value"]),
    ("open article", &[".card:nth-child(2) .card-title a", ".card:nth-child(5) .card-title a"]),
];

/// Milliseconds to the picture and of work, by what was done.
pub(crate) type Times = BTreeMap<&'static str, Vec<(f64, f64)>>;

/// Measures and prints the figures.
pub(crate) fn all() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = std::env::temp_dir().join(format!("dateline-bench-page-{}", std::process::id()));
    let result = runtime.block_on(measured(&folder));
    let _ = std::fs::remove_dir_all(&folder);
    result.expect("Chromium measures");
}

async fn measured(folder: &Path) -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let source = json!({ "source": PAINTED });
    browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    print("the articles of corpus/", &of(&browser, &dist()).await?);
    let (news, page) = (News::any().twice(), folder.join("page"));
    build(&news, folder, &page)?;
    print(&news.what, &of(&browser, &page).await?);
    browser.close().await
}

/// Does everything on the page in `folder`.
async fn of(browser: &Browser, folder: &Path) -> Result<Times> {
    let server = serve(folder, "/")?;
    let mut times = Times::new();
    browser.start(server.url()).await?;
    for _ in 0..ROUNDS {
        keys(browser, &mut times).await?;
        for (name, selectors) in CLICKS {
            for selector in selectors {
                if browser.count(selector).await? == 0 {
                    continue;
                }
                arm(browser, "click").await?;
                let at = place(browser, selector, 0.5).await?;
                pointer(browser, &["mousePressed", "mouseReleased"], at).await?;
                add(browser, &mut times, name).await?;
                if browser.value("location.hash").await? == "" {
                    return Err(format!("a click on {selector} changes nothing").into());
                }
                back(browser, &mut times).await?;
            }
        }
        let (from, to) = (place(browser, ".sweep", 0.3).await?, place(browser, ".sweep", 0.8).await?);
        pointer(browser, &["mousePressed"], from).await?;
        pointer(browser, &["mouseMoved"], to).await?;
        arm(browser, "pointerup").await?;
        pointer(browser, &["mouseReleased"], to).await?;
        add(browser, &mut times, "brush").await?;
        back(browser, &mut times).await?;
    }
    Ok(times)
}

/// Types each query, and takes it back.
pub(crate) async fn keys(browser: &Browser, times: &mut Times) -> Result<()> {
    for query in QUERIES {
        pointer(browser, &["mousePressed", "mouseReleased"], place(browser, ".search-field", 0.5).await?)
            .await?;
        for letter in query.chars() {
            arm(browser, "keydown").await?;
            let key = json!({"type": "keyDown", "text": letter.to_string(), "key": letter.to_string()});
            browser.driver.cdp().send_raw("Input.dispatchKeyEvent", key).await?;
            add(browser, times, "typing").await?;
        }
        back(browser, times).await?;
    }
    Ok(())
}

async fn back(browser: &Browser, times: &mut Times) -> Result<()> {
    arm(browser, "back").await?;
    add(browser, times, "back").await
}

async fn arm(browser: &Browser, event: &str) -> Result<()> {
    // What the step before left to do is done by then.
    browser.driver.execute_async("setTimeout(arguments[0], 50);", vec![]).await?;
    browser.driver.execute("arm(arguments[0]);", vec![json!(event)]).await?;
    Ok(())
}

async fn add(browser: &Browser, times: &mut Times, name: &'static str) -> Result<()> {
    let answer = browser.driver.execute_async("painted.then(arguments[0]);", vec![]).await;
    let answer = answer.map_err(|e| format!("{name} shows nothing: {e}"))?;
    let time = |at: usize| answer.json()[at].as_f64().unwrap_or(f64::NAN);
    times.entry(name).or_default().push((time(0), time(1)));
    Ok(())
}

/// Where an element is once it is in sight: its middle, and so far across.
async fn place(browser: &Browser, selector: &str, across: f64) -> Result<(f64, f64)> {
    let script = "const element = document.querySelector(arguments[0]);
        element.scrollIntoView({ block: 'center' });
        // A link of two lines is a box each.
        const box = element.getClientRects()[0];
        return [box.left + box.width * arguments[1], box.top + box.height / 2];";
    let answer = browser.driver.execute(script, vec![json!(selector), json!(across)]).await?;
    let at = |axis: usize| answer.json()[axis].as_f64().unwrap_or_default();
    Ok((at(0), at(1)))
}

async fn pointer(browser: &Browser, events: &[&str], (x, y): (f64, f64)) -> Result<()> {
    for event in events {
        let mouse = json!({"type": event, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1});
        browser.driver.cdp().send_raw("Input.dispatchMouseEvent", mouse).await?;
    }
    Ok(())
}

/// The page of these articles.
fn build(news: &News, folder: &Path, page: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let lines = folder.join("news.ndjson");
    std::fs::write(&lines, news.lines())?;
    let mut build = xtask::page::dateline();
    build.arg("build").arg(lines).arg("--page").arg(dist()).arg("-o").arg(page);
    build.arg("--actors").arg(sources::own().join("actors.toml"));
    let status = build.status()?;
    if !status.success() {
        return Err(format!("dateline build ended with {status}").into());
    }
    Ok(())
}

fn print(of: &str, times: &Times) {
    println!("\n{of}\n{:20}{:>8}{:>9}{:>9}{:>9}{:>18}", "", "times", "p50", "p95", "max", "work p50, p95");
    for (name, times) in times {
        let (mut whole, mut work): (Vec<f64>, Vec<f64>) = times.iter().copied().unzip();
        let [p50, p95, max] = [0.5, 0.95, 1.0].map(|share| crate::percentile(&mut whole, share));
        let [w50, w95] = [0.5, 0.95].map(|share| crate::percentile(&mut work, share));
        println!("{name:20}{:>8}{p50:>9.1}{p95:>9.1}{max:>9.1}{w50:>9.1}{w95:>9.1}", times.len());
    }
}
