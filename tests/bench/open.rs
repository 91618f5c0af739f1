//! Texts that a reader brings, in Chromium: from the choice to the list, how many bytes a second, and the memory that takes.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use dateline_tests::news::News;
use dateline_tests::scratch;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// The large text in bytes.
const LARGE: usize = 100 << 20;
/// Files of so many bytes, as archives of a newsroom are cut.
const FILE: usize = 4 << 20;
/// The longest wait for a page that reads.
const PATIENCE: Duration = Duration::from_secs(300);
/// Between two looks at the memory.
const LOOK: Duration = Duration::from_millis(50);

/// Measures and prints the figures.
pub(crate) fn all(parts: usize) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(measured(parts)).expect("Chromium measures");
}

async fn measured(parts: usize) -> Result<()> {
    let news = News::any();
    println!("{}, from the choice of the files to the list", news.what);
    let lines = news.lines();
    let small = folder("bench-open-small", std::iter::once(lines.clone()));
    one("5,000 articles", &small).await?;
    // As much of other news as is asked for: each article with words of its own, so that none is told twice.
    let many = News::made(LARGE / (lines.len() / 5_000) / parts);
    let (mut cut, mut file) = (Vec::new(), String::new());
    for line in many.lines().lines() {
        file += line;
        file.push('\n');
        if file.len() >= FILE {
            cut.push(std::mem::take(&mut file));
        }
    }
    cut.push(file);
    let large = folder("bench-open-large", cut.into_iter());
    one("a large text", &large).await
}

/// A folder of this name with a file of each of `texts`.
fn folder(name: &str, texts: impl Iterator<Item = String>) -> PathBuf {
    let folder = scratch::folder(name);
    for (n, text) in texts.enumerate() {
        std::fs::write(folder.join(format!("{n:03}.ndjson")), text).expect("a file can be written");
    }
    folder
}

/// Reads the files of `folder` in a page of its own.
async fn one(what: &str, folder: &Path) -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    browser.click("[data-open]").await?;
    browser.until("document.querySelector('.open[open]') !== null").await?;
    let paths: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    let bytes: u64 = paths.iter().map(|path| std::fs::metadata(path).map_or(0, |about| about.len())).sum();
    let watch = "window.longest = 0; new PerformanceObserver((list) => { for (const it of list.getEntries()) longest = Math.max(longest, it.duration); }).observe({ type: 'longtask' });
        const before = document.querySelector('.results');
        document.querySelector('.open-files').addEventListener('change', () => (window.begun = performance.now()), true);
        window.listed = 0; (function look() { const now = document.querySelector('.results');
            if (window.begun && now && now !== before && now.querySelector('.card')) window.listed = performance.now();
            else requestAnimationFrame(look); })();";
    browser.driver.execute(watch, vec![]).await?;
    let memory = Memory::watch();
    let before = memory.now();
    let begun = Instant::now();
    let field = browser.driver.find(By::Css(".open-files")).await?;
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    field.send_keys(names.join("\n")).await?;
    while browser.value("window.listed").await? == json!(0) {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{what}: no list after {PATIENCE:?}").into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let seconds = browser.value("(window.listed - window.begun) / 1000").await?.as_f64().unwrap_or_default();
    let longest = browser.value("window.longest").await?.as_f64().unwrap_or_default();
    let most = memory.most();
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mb = bytes as f64 / f64::from(1 << 20);
    let times = |memory: u64| memory.saturating_sub(before) as f64 / bytes as f64;
    let articles = browser.value("dateline.search('').total").await?;
    println!("{what}: {mb:.1} MB, {articles} articles");
    println!("  to the list      {seconds:>8.2} s, {:.1} MB a second", mb / seconds);
    println!("  longest task     {longest:>8.0} ms of the page");
    println!("  memory, most     {:>8.1} times the text, over the page before", times(most));
    println!("  memory, after    {:>8.1} times the text", times(memory.now()));
    browser.close().await
}

/// The memory of all processes of Chromium on this machine.
struct Memory {
    most: Arc<AtomicU64>,
    ends: Arc<AtomicBool>,
}

impl Memory {
    /// Looks again and again until this is dropped.
    fn watch() -> Memory {
        let memory = Memory { most: Arc::default(), ends: Arc::default() };
        let (most, ends) = (memory.most.clone(), memory.ends.clone());
        std::thread::spawn(move || {
            while !ends.load(Ordering::Relaxed) {
                most.fetch_max(used(), Ordering::Relaxed);
                std::thread::sleep(LOOK);
            }
        });
        memory
    }

    fn now(&self) -> u64 {
        used()
    }

    fn most(&self) -> u64 {
        self.most.load(Ordering::Relaxed)
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
    }
}

/// The bytes that Chromium's renderers have for themselves, as Linux counts them.
fn used() -> u64 {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let of = |entry: std::fs::DirEntry| {
        let command = std::fs::read(entry.path().join("cmdline")).ok()?;
        if !String::from_utf8_lossy(&command).contains("--type=renderer") {
            return None;
        }
        let status = std::fs::read_to_string(entry.path().join("status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("RssAnon"))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
    };
    processes.filter_map(of).sum()
}
