//! The time of an answer over the 5,000 articles of [`News`], and over more, in Chromium, beside MiniSearch and SQLite FTS5 in the
//! same browser, and Tantivy outside; and what those articles weigh as a pack, in memory, and until the first answer.
//!
//! A call is like for like: it reads the query, answers, ranks and hands the list over, and then each article of the list
//! is read: its name and its score from `dateline.search(text)`, the number and the score of each object of MiniSearch,
//! the number in each row of SQLite. Titles and snippets of all hits, which no library makes, are measured apart.

use crate::{percentile, tantivy};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use dateline_tests::larger::Larger;
use dateline_tests::news::News;
use dateline_tests::sources;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The classes of queries, in the order of the table.
const CLASSES: [&str; 7] = ["common", "rare", "and", "phrase", "prefix", "fuzzy", "facets"];
/// The page is opened this many times; the middle time counts.
const STARTS: usize = 5;
/// Articles of the larger corpus.
const MORE: usize = 19_043;
/// Asks, and reads each article of the list.
const READ: &str = "(q) => then(dateline.search(q), ({ articles, scores }) => articles.reduce((sum, name, i) => sum + name.length + scores[i], 0))";
pub(crate) const MEASURE: &str = include_str!("measure.js");
/// Keeps the memory of wasm, which is counted nowhere else.
pub(crate) const KEEP: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await make.apply(WebAssembly, given);
            window.wasmMemory = (made.instance ?? made).exports.memory;
            return made;
        };
    }";

/// Measures and prints the figures.
pub(crate) fn all() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let news = News::any();
    let folder = std::env::temp_dir().join(format!("dateline-bench-{}", std::process::id()));
    let result = runtime.block_on(measured(&news, &folder));
    let _ = std::fs::remove_dir_all(&folder);
    result.expect("Chromium measures");
    let result = runtime.block_on(larger(&Larger::of(&news).news(MORE), &folder));
    let _ = std::fs::remove_dir_all(&folder);
    result.expect("Chromium measures");
}

/// What [`measured`] says of Tantivy, over more news.
async fn larger(news: &News, folder: &Path) -> Result<()> {
    println!("\n{}", news.what);
    let page = folder.join("page");
    build(news, folder, &page)?;
    let (server, browser) = (serve(&page, "/")?, Browser::open(Look::WIDE).await?);
    browser.driver.set_script_timeout(std::time::Duration::from_secs(600)).await?;
    browser.start(server.url()).await?;
    let (mut native, queries) = (tantivy::times(news)?, news.queries());
    let mut table: BTreeMap<&str, Vec<(&str, Value)>> = BTreeMap::new();
    println!("milliseconds        {:>30}{:>30}", "Dateline", "Tantivy, native");
    for class in tantivy::CLASSES {
        let script = format!("{MEASURE} return measure(arguments[0].map((q) => () => ({READ})(q)));");
        let times = browser.driver.execute(script, vec![json!(queries[class])]).await?.json().clone();
        println!("{class:16}{:>30}{:>30}", row(&times), row(&json!(native[class][1])));
        table.insert(class, vec![("Dateline", times)]);
    }
    tantivy::compare(&mut native, &table);
    browser.close().await
}

async fn measured(news: &News, folder: &Path) -> Result<()> {
    let page = folder.join("page");
    println!("{}", news.what);
    build(news, folder, &page)?;
    let weight: u64 = served(&page)?;
    println!("pack as served            {:>8.3} MB", weight as f64 / 1e6);
    let server = serve(folder, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.driver.set_script_timeout(std::time::Duration::from_secs(600)).await?;
    let source = json!({ "source": KEEP });
    browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    let mut starts = Vec::new();
    let empty = {
        browser.driver.goto(format!("{}empty.html", server.url())).await?;
        memory(&browser).await?
    };
    for _ in 0..STARTS {
        browser.driver.goto("about:blank").await?;
        browser.driver.goto(format!("{}page/", server.url())).await?;
        let first = "const done = arguments[0]; dateline.ready.then(() => dateline.search('deficit')).then(() => done(performance.now()));";
        starts.push(number(browser.driver.execute_async(first, vec![]).await?.json()));
    }
    let (middle, fastest) = (percentile(&mut starts, 0.5), percentile(&mut starts, 0.0));
    println!("start to first answer     {middle:>8.0} ms, at best {fastest:.0}");
    println!("memory above an empty page{:>8.1} MB", (memory(&browser).await? - empty) / 1e6);
    let (queries, asked) = (news.queries(), &news.asked);
    let mut with_hits = Vec::new();
    let mut table: BTreeMap<&str, Vec<(&str, Value)>> = BTreeMap::new();
    for class in CLASSES {
        let call = match class {
            "facets" => "([q, from, to]) => dateline.facets(q, day(from), day(to))",
            _ => READ,
        };
        let ours = if class == "facets" { json!(asked[class]) } else { json!(queries[class]) };
        let day = "const day = (time) => new Date(time * 1000).toISOString().slice(0, 10);";
        let script = |call: &str| {
            format!("{MEASURE}{day} return measure(arguments[0].map((q) => () => ({call})(q)));")
        };
        let times = browser.driver.execute(script(call), vec![ours.clone()]).await?.json().clone();
        table.entry(class).or_default().push(("Dateline", times));
        if class != "facets" {
            let hits = script("(q) => then(dateline.search(q), (found) => found.hits.length)");
            with_hits.push((class, browser.driver.execute(hits, vec![ours]).await?.json().clone()));
        }
    }
    for (name, times) in worst(&browser).await? {
        println!("{name:26}{times:>8.1} ms");
    }
    browser.driver.goto(format!("{}peers/peers.html", server.url())).await?;
    browser.until("!!window.peers").await?;
    for class in CLASSES {
        for peer in ["MiniSearch", "SQLite"] {
            let script = format!(
                "{MEASURE} const call = peers['{peer}']['{class}']; return call ? measure(arguments[0].map((q) => () => call(q))) : null;"
            );
            let times = browser.driver.execute(script, vec![json!(asked[class])]).await?.json().clone();
            table.entry(class).or_default().push((peer, times));
        }
    }
    browser.close().await?;
    let mut native = tantivy::times(news)?;
    for class in CLASSES {
        let times = native.get(class).map_or(Value::Null, |[_, read]| json!(read));
        table.entry(class).or_default().push(("Tantivy", times));
    }
    println!(
        "\nmilliseconds        {:>30}{:>30}{:>30}{:>30}",
        "Dateline", "MiniSearch", "SQLite FTS5", "Tantivy, native"
    );
    for class in CLASSES {
        print!("{class:16}");
        for (_, times) in &table[class] {
            print!("{:>30}", row(times));
        }
        println!();
    }
    tantivy::compare(&mut native, &table);
    println!("with all hits read: title, snippet and spans of each");
    for (class, times) in &with_hits {
        println!("{class:16}{:>30}", row(times));
    }
    Ok(())
}

/// Queries that are as slow as they can be, each with the time of its answer.
async fn worst(browser: &Browser) -> Result<Vec<(String, f64)>> {
    let cases = [
        ("any words", "* ".repeat(8)),
        ("words of any shape", "*e*a*? ".repeat(8)),
        ("two edits", "commission~2 ".repeat(8)),
        ("frequent beginnings", "re* ".repeat(200)),
        ("frequent words", "the ".repeat(200)),
        ("a phrase of them", format!("\"{}\"", "the ".repeat(200))),
        ("near each other", format!("\"{}\"~9999", "the of ".repeat(100))),
        ("actors in forms", "actor:japan actor:united-states form:name form:place ".repeat(15)),
        ("a million signs", "(\"*~-:".repeat(150_000)),
    ];
    let mut times = Vec::new();
    for (name, query) in cases {
        let script = format!(
            "{MEASURE} return measure([() => dateline.search(arguments[0])]).then((times) => times[0]);"
        );
        let time = browser.driver.execute(script, vec![json!(query)]).await?;
        times.push((format!("worst: {name}"), number(time.json())));
    }
    Ok(times)
}

/// The page of `news` in `page`; beside it the libraries, and a page with nothing.
fn build(news: &News, folder: &Path, page: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut command = xtask::page::dateline();
    let lines = folder.join("news-5000.ndjson");
    std::fs::write(&lines, news.lines())?;
    command.arg("build").arg(lines).arg("--page").arg(dist()).arg("-o").arg(page);
    command.arg("--actors").arg(sources::own().join("actors.toml"));
    let status = command.status()?;
    if !status.success() {
        return Err(format!("dateline build ended with {status}").into());
    }
    let peers =
        PathBuf::from(std::env::var_os("DATELINE_PEERS").ok_or("DATELINE_PEERS names the libraries")?);
    let mut copy = std::process::Command::new("cp");
    copy.arg("-r").arg(peers).arg(folder.join("peers")).status()?;
    // A module has to be served as a script, and web hosts know scripts by this ending.
    let sqlite = folder.join("peers/@sqlite.org/sqlite-wasm/dist");
    std::fs::rename(sqlite.join("index.mjs"), sqlite.join("index.js"))?;
    std::fs::write(folder.join("peers/peers.html"), include_str!("peers.html"))?;
    std::fs::write(folder.join("peers/news.json"), json!(news.items).to_string())?;
    std::fs::write(folder.join("empty.html"), "<!doctype html><title>Empty</title>")?;
    Ok(())
}

/// Bytes of the pack beside the page.
fn served(page: &Path) -> Result<u64> {
    let pack = page.read_dir()?.flatten().find(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("pack-") && name.ends_with(".bin")
    });
    Ok(pack.ok_or("the page has a pack beside it")?.metadata()?.len())
}

/// Bytes that the page holds once what is garbage was collected: objects, buffers, and what wasm calls its own.
pub(crate) async fn memory(browser: &Browser) -> Result<f64> {
    let tools = browser.driver.cdp();
    tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = tools.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let wasm = number(&browser.value("window.wasmMemory?.buffer.byteLength ?? 0").await?);
    Ok(wasm
        + ["usedSize", "embedderHeapUsedSize", "backingStorageSize"]
            .iter()
            .map(|part| number(&usage[*part]))
            .sum::<f64>())
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn row(times: &Value) -> String {
    let Some(times) = times.as_array() else { return "none".to_owned() };
    let mut times: Vec<f64> = times.iter().map(number).collect();
    let at = [0.5, 0.95, 0.99].map(|share| format!("{:.4}", percentile(&mut times, share)));
    at.join(" / ")
}
