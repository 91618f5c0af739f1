//! Large corpora: what building the page takes, what a reader downloads, how soon answers come, and whether they are
//! right. Only the files that are served and `window.dateline` are asked, so that any page of the same articles can be
//! measured.

use crate::host::{Host, gzipped};
use crate::scan::{Found, SUM, scan};
use crate::search::{KEEP, MEASURE, memory, number};
use crate::{page, percentile};
use dateline_tests::browser::{Browser, Look, Result, dist};
use dateline_tests::larger::{FILE, Larger};
use dateline_tests::news::News;
use dateline_tests::sources;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Articles of the corpora: as many as a collection of news that many engines are measured with, and more.
const ARTICLES: [usize; 2] = [19_043, 100_000];
/// Articles for which there are limits.
const LIMITS: [usize; 3] = [19_043, 100_000, 1_000_000];
/// The classes of queries that a look at every article answers, and how many of each.
const CLASSES: [&str; 4] = ["common", "rare", "and", "phrase"];
const QUERIES: usize = 40;
/// The page is opened this many times for its first answer, and for a query that nothing was asked before.
const STARTS: usize = 5;
const COLD: usize = 24;
/// The connection of a query that nothing was asked before: milliseconds, and bits a second.
const LATENCY: usize = 40;
const RATE: usize = 10_000_000;
/// How long the page is used before its memory counts.
const USED: Duration = Duration::from_secs(60);
/// The longest wait for a page.
const PATIENCE: Duration = Duration::from_secs(600);

/// Tells when an answer shows: the line says how many of all, and the first card has a hit.
const ANSWERED: &str = "window.answered = (articles) => new Promise((resolve) => (function look() {
    const line = document.querySelector('.result-line')?.textContent ?? '';
    const there = line.startsWith(`${articles.toLocaleString('en')} of `) && document.querySelector('.results > .card mark');
    if (there) setTimeout(() => resolve(performance.now())); else requestAnimationFrame(look);
})());";

/// Measures and prints the figures, for these articles or the usual ones, of which `parts` leaves all but one part out.
pub(crate) fn all(articles: Option<usize>, parts: usize) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let larger = Larger::any();
    for articles in articles.map_or(ARTICLES.to_vec(), |articles| vec![articles]) {
        let folder = std::env::temp_dir().join(format!("dateline-bench-large-{}", std::process::id()));
        let result = runtime.block_on(measured(&larger, articles / parts, &folder));
        let _ = std::fs::remove_dir_all(&folder);
        result.expect("Chromium measures");
    }
}

/// The page of one corpus, and what is known of it.
struct Measured {
    articles: usize,
    queries: BTreeMap<String, Vec<String>>,
    found: BTreeMap<String, Found>,
    host: Host,
    browser: Browser,
}

async fn measured(larger: &Larger, articles: usize, folder: &Path) -> Result<()> {
    let corpus = sources::root().join("target/large").join(articles.to_string());
    larger.write(articles, &corpus)?;
    let news = larger.sample(articles);
    println!("\n{}\n{:48}{:>24}{:>16}", news.what, "", "", "at most");
    let (site, empty) = (folder.join("site"), folder.join("empty"));
    let (time, most) = built(&corpus, &site)?;
    built("--empty".as_ref(), &empty)?;
    let queries = queries(&news);
    let asked: Vec<String> = queries.values().flatten().cloned().collect();
    let (found, text) = scan(larger, articles, &asked);
    let found = asked.into_iter().zip(found).collect();
    let weight = stored(&site)? as f64 / text as f64;
    let app = gzipped(&std::fs::read(empty.join("index.html"))?).len() as f64;

    std::fs::write(site.join("nothing.html"), "<!doctype html><title>Empty</title>")?;
    let (host, browser) = (Host::start(&site)?, Browser::open(Look::WIDE).await?);
    browser.driver.set_script_timeout(PATIENCE).await?;
    browser.driver.set_page_load_timeout(PATIENCE).await?;
    for source in [KEEP, ANSWERED, page::PAINTED] {
        let source = json!({ "source": source });
        browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    }
    let page = Measured { articles, queries, found, host, browser };
    page.row("dateline build, s", &format!("{:.1}", time.as_secs_f64()), [""; 3]);
    let most = most.map_or("unknown".to_owned(), |most| format!("{:.0}", most as f64 / 1e6));
    page.row("dateline build, most memory, MB", &most, [""; 3]);
    page.row("site without twins and sources / text", &format!("{weight:.2}"), ["1.0"; 3]);
    page.browser.driver.goto(format!("{}nothing.html", page.host.url)).await?;
    let nothing = memory(&page.browser).await?;
    page.first(app).await?;
    page.cold().await?;
    page.warm().await?;
    page.used(nothing).await?;
    page.right().await?;
    page.browser.close().await
}

impl Measured {
    /// Prints a row of the table, with the one of the limits for [`LIMITS`] that is for this corpus.
    fn row(&self, name: &str, value: &str, limits: [&str; 3]) {
        let at = LIMITS.iter().position(|articles| self.articles <= *articles).unwrap_or(LIMITS.len() - 1);
        println!("{name:48}{value:>24}{:>16}", limits[at]);
    }

    /// From the address of a query to its answer, and what is sent meanwhile besides the app, whose page is so large.
    async fn first(&self, app: f64) -> Result<()> {
        let (mut bytes, mut times) = (Vec::new(), Vec::new());
        for query in self.queries["common"].iter().take(STARTS) {
            self.browser.driver.goto("about:blank").await?;
            self.host.sent();
            self.browser.driver.goto(format!("{}#q={query}", self.host.url)).await?;
            let script = "const [articles, done] = arguments; answered(articles).then(done);";
            let given = vec![json!(self.found[query].articles)];
            times.push(number(self.browser.driver.execute_async(script, given).await?.json()));
            let sent = self.host.sent().into_iter().filter(|(name, _)| !is_app(name));
            bytes.push((sent.map(|(_, bytes)| bytes).sum::<u64>() as f64 - app) / 1e6);
        }
        let (bytes, time) = (percentile(&mut bytes, 0.5), percentile(&mut times, 0.5));
        let limits = ["0.25", "0.45", "0.9"];
        self.row("bytes to the first answer without the app, MB", &format!("{bytes:.2}"), limits);
        self.row("first answer, local, ms", &format!("{time:.0}"), ["300", "400", "700"]);
        Ok(())
    }

    /// Queries that are each the first of a page.
    async fn cold(&self) -> Result<()> {
        let mut times = Vec::new();
        let queries = (0..COLD).map(|at| &self.queries[CLASSES[at % CLASSES.len()]][at / CLASSES.len()]);
        for query in queries {
            self.browser.start(&self.host.url).await?;
            self.network(true).await?;
            let script = "const [query, articles, done] = arguments; const start = performance.now();
                dateline.setView({ query }); answered(articles).then((end) => done(end - start));";
            let given = vec![json!(query), json!(self.found[query].articles)];
            times.push(number(self.browser.driver.execute_async(script, given).await?.json()));
            self.network(false).await?;
        }
        let name = format!("cold query, {LATENCY} ms and {} Mbit/s, p50 / p95 ms", RATE / 1_000_000);
        self.row(&name, &both(&mut times, 0), ["250 / 600", "300 / 800", "500 / 1500"]);
        Ok(())
    }

    /// Makes the connection slow, or as fast as it is.
    async fn network(&self, slow: bool) -> Result<()> {
        let (latency, rate) = if slow { (json!(LATENCY), json!(RATE / 8)) } else { (json!(0), json!(-1)) };
        let conditions = json!({"offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate});
        self.browser.driver.cdp().send_raw("Network.enable", json!({})).await?;
        self.browser.driver.cdp().send_raw("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// Queries that were asked before, and keys.
    async fn warm(&self) -> Result<()> {
        self.browser.start(&self.host.url).await?;
        for (class, name) in [("common", "common word"), ("and", "two words"), ("phrase", "phrase")] {
            let script = format!("{MEASURE} return measure([() => dateline.search(arguments[0])]);");
            let mut times = Vec::new();
            for query in &self.queries[class] {
                let time = self.browser.driver.execute(&script, vec![json!(query)]).await?;
                times.push(number(&time.json()[0]));
            }
            let name = format!("warm query, {name}, p50 / p95 ms");
            self.row(&name, &both(&mut times, 3), ["0.3 / 1.5", "1 / 5", "10 / 50"]);
        }
        let mut times = page::Times::new();
        page::keys(&self.browser, &mut times).await?;
        let typing = times.remove("typing").unwrap_or_default();
        let mut keys: Vec<f64> = typing.into_iter().map(|(whole, _)| whole).collect();
        let most = format!("{:.0}", percentile(&mut keys, 0.95));
        self.row("key to frame, warm, p95 ms", &most, ["33", "50", "100"]);
        Ok(())
    }

    /// Memory after some use, over that of a page with `nothing`.
    async fn used(&self, nothing: f64) -> Result<()> {
        let begun = Instant::now();
        for query in self.found.keys().cycle().take_while(|_| begun.elapsed() < USED) {
            let script = "dateline.setView({ query: arguments[0] });";
            self.browser.driver.execute(script, vec![json!(query)]).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let used = format!("{:.0}", (memory(&self.browser).await? - nothing) / 1e6);
        self.row("memory over an empty page after a minute, MB", &used, ["25", "40", "120"]);
        Ok(())
    }

    /// Whether the page finds what a look at every article finds.
    async fn right(&self) -> Result<()> {
        let script = format!(
            "const file = {FILE}, sum = {SUM}; return Promise.all(arguments[0].map(async (q) => sum(await dateline.search(q))));"
        );
        let asked: Vec<&String> = self.found.keys().collect();
        let given = self.browser.driver.execute(script, vec![json!(asked)]).await?;
        let given: Vec<Found> = serde_json::from_value::<Vec<(u64, u64)>>(given.json().clone())?
            .into_iter()
            .map(|(articles, sum)| Found { articles, sum })
            .collect();
        let wrong = self.found.iter().zip(given).filter(|((_, found), given)| *found != given);
        let wrong: Vec<_> = wrong
            .map(|((query, found), given)| format!("{query} ({}, not {})", given.articles, found.articles))
            .collect();
        let right = 100.0 * (1.0 - wrong.len() as f64 / asked.len() as f64);
        let name = format!("answers of {} equal to a plain scan, %", asked.len());
        self.row(&name, &format!("{right:.1}"), ["100 at least"; 3]);
        if !wrong.is_empty() {
            println!("not equal: {}", wrong.join(", "));
        }
        Ok(())
    }
}

/// The queries of each class, as they are typed.
fn queries(news: &News) -> BTreeMap<String, Vec<String>> {
    let few = |(class, queries): (String, Vec<String>)| {
        let known = CLASSES.contains(&&*class);
        known.then(|| (class, queries.into_iter().take(QUERIES).collect()))
    };
    news.queries().into_iter().filter_map(few).collect()
}

/// Builds the page of what `from` names, with the time and the most memory that it takes.
fn built(from: &Path, site: &Path) -> Result<(Duration, Option<u64>)> {
    let command = std::env::var("DATELINE_COMMAND").map_err(|_| "cargo xtask bench sets DATELINE_COMMAND")?;
    let mut build = Command::new(command);
    build.arg("build").arg(from).arg("--page").arg(dist()).arg("-o").arg(site);
    let begun = Instant::now();
    let mut child = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut most = None;
    let status = loop {
        most = most.max(crate::peak(&child.id().to_string()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        return Err(format!("dateline build ended with {status}").into());
    }
    Ok((begun.elapsed(), most))
}

/// Whether a file is the app: the same for every corpus.
fn is_app(name: &str) -> bool {
    [".js", ".wasm", ".css", ".svg"].iter().any(|end| name.ends_with(end))
}

/// The bytes of a site, without the second form that its files have for pages that are opened from disk, and without the
/// texts as they were collected.
fn stored(site: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in site.read_dir()? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_twin = name.ends_with(".bin.js") || name.ends_with(".wasm.js");
        bytes += match entry.metadata()?.is_dir() {
            true => stored(&entry.path())?,
            false if is_twin || name.starts_with("sources-") => 0,
            false => entry.metadata()?.len(),
        };
    }
    Ok(bytes)
}

fn both(times: &mut [f64], digits: usize) -> String {
    let [middle, most] = [0.5, 0.95].map(|share| percentile(times, share));
    format!("{middle:.digits$} / {most:.digits$}")
}
