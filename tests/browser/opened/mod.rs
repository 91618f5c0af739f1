//! Texts of a reader: dropped, chosen or pasted, they are read as the command reads them, and become the page.

mod after;
mod places;

use crate::CARDS;
use crate::placed::{Copy, build};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use dateline_tests::driver::Engine;
use dateline_tests::news::News;
use dateline_tests::{scratch, sources};
use serde_json::json;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Gives the page files as a reader drops them: each a path, and its bytes in base64.
const DROP: &str = "
    const files = arguments[0].map(([path, base64]) => {
      const file = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], path.split('/').pop());
      if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    });
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: {
      types: ['Files'], items: files.map((file) => ({ kind: 'file', getAsFile: () => file })) } });
    document.body.dispatchEvent(event);";

/// A window of the engine whose turn it is.
async fn open() -> Result<Browser> {
    match Engine::chosen() {
        Engine::Chromium => Browser::open(Look::WIDE).await,
        engine => Browser::of(engine).await,
    }
}

/// Drops `files` on the page.
async fn drop_files(browser: &Browser, files: &[(String, Vec<u8>)]) -> Result<()> {
    let files: Vec<_> = files.iter().map(|(path, bytes)| (path, STANDARD.encode(bytes))).collect();
    browser.driver.execute(DROP, vec![json!(files)]).await?;
    Ok(())
}

/// The files of `folder`, under its name.
fn under(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let root = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = Vec::new();
    let mut folders = vec![(folder.to_owned(), root)];
    while let Some((at, name)) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder").flatten() {
            let name = format!("{name}/{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => folders.push((entry.path(), name)),
                false => found.push((name, std::fs::read(entry.path()).expect("a file"))),
            }
        }
    }
    found
}

/// Waits until what was brought is read.
async fn read(browser: &Browser) -> Result<()> {
    // The panel comes with the first drop.
    browser.until("document.querySelector('.open') !== null").await?;
    browser.until("document.querySelector('.open-progress') === null").await
}

/// Has what comes stand alone, and not join what is open.
async fn alone(browser: &Browser) -> Result<()> {
    let tick = "(() => { const tick = document.querySelector('.open-adds input'); if (tick.checked) tick.click(); })()";
    browser.value(&format!("void {tick}")).await.map(drop)
}

/// The panel's own words, where it could not do what it was asked.
async fn trouble(browser: &Browser) -> Result<String> {
    let says = browser.value("document.querySelector('.open-trouble')?.innerText ?? ''").await?;
    Ok(says.as_str().unwrap_or_default().to_owned())
}

/// The packs that the page shows, gathered in the browser.
async fn packs(browser: &Browser) -> Result<[Vec<u8>; 2]> {
    let gather = "const done = arguments[0];
        const text = (bytes) => { let all = ''; for (let i = 0; i < bytes.length; i += 32768) all += String.fromCharCode(...bytes.subarray(i, i + 32768)); return btoa(all); };
        datelineHost.packs().then(({ pack, sources }) => done([text(pack), text(sources)]), (e) => done(String(e)));";
    let gathered = browser.driver.execute_async(gather, vec![]).await?.json().clone();
    let [pack, sources]: [String; 2] =
        serde_json::from_value(gathered.clone()).map_err(|_| format!("expected packs, found {gathered}"))?;
    Ok([STANDARD.decode(pack)?, STANDARD.decode(sources)?])
}

/// The packs of the page in `folder`, as the command wrote them.
fn written(folder: &Path) -> Result<[Vec<u8>; 2]> {
    let index = std::fs::read_to_string(folder.join("index.html"))?;
    let of = |id: &str| -> Result<Vec<u8>> {
        let element = index.split(&format!("<script id=\"{id}\"")).nth(1).ok_or("an element")?;
        let (attributes, rest) = element.split_once('>').ok_or("a tag")?;
        let gzipped = match attributes.split("data-file=\"./").nth(1).and_then(|it| it.split('"').next()) {
            Some(name) => std::fs::read(folder.join(name))?,
            None => STANDARD.decode(rest.split('<').next().unwrap_or_default())?,
        };
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(&*gzipped).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    Ok([of("pack")?, of("sources")?])
}

/// The folders that are compared: both corpora, all fixtures at once, and 5,000 articles.
fn folders() -> Result<Vec<PathBuf>> {
    let news = scratch::folder("opened-news");
    std::fs::write(news.join("news.ndjson"), News::any().lines())?;
    let mut folders = sources::corpora();
    folders.extend([sources::root().join("tests/fixtures"), news]);
    Ok(folders)
}

/// What is read in the page is what the command reads, byte by byte, and nothing is asked for while it is read.
#[tokio::test]
async fn the_page_reads_as_the_command_does() -> Result<()> {
    let browser = open().await?;
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    for folder in folders()? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let page = build(&format!("opened-{name}"), &folder.display().to_string(), &["--closed"])?;
        drop_files(&browser, &under(&folder)).await?;
        read(&browser).await?;
        assert_eq!(trouble(&browser).await?, "", "{name}");
        let [pack, texts] = packs(&browser).await?;
        let [expected, expected_texts] = written(&page.0)?;
        assert_eq!((pack.len(), texts.len()), (expected.len(), expected_texts.len()), "{name}");
        assert!(pack == expected && texts == expected_texts, "{name}: the same bytes");
        alone(&browser).await?;
    }
    browser.close().await
}

/// A list for a corpus of two texts.
const FEW: [(&str, &str); 3] = [
    ("few/corpus.toml", "title = \"Two ferries\"\n"),
    ("few/a.txt", " date 2024-01-05 Ministers of Norway and Chad met in Oslo on Friday."),
    ("few/b.txt", " date 2024-01-06 Finland counts its ferries, and Norway does too."),
];

fn few() -> Vec<(String, Vec<u8>)> {
    FEW.map(|(path, text)| (path.to_owned(), text.into())).into()
}

/// Clicks a button of the panel, by its words.
async fn press(browser: &Browser, says: &str) -> Result<()> {
    let button = format!(
        "[...document.querySelectorAll('.open button')].find((b) => (b.ariaLabel ?? b.innerText).includes({}))",
        json!(says)
    );
    browser.until(&format!("Boolean({button})")).await?;
    browser.value(&format!("void {button}.click()")).await.map(drop)
}

/// What a saved file holds: downloads are caught where they begin, for frames that forbid them.
const CATCH: &str = "void (() => { const isFirst = !window.saved; window.saved = []; const made = URL.createObjectURL;
    if (!isFirst) return;
    URL.createObjectURL = (blob) => { if (/html|zip|plain/.test(blob.type)) saved.push(blob); return made.call(URL, blob); };
    HTMLAnchorElement.prototype.click = () => {}; })()";

/// The bytes of the file that is saved when the button with these words is pressed.
async fn saved(browser: &Browser, says: &str) -> Result<Vec<u8>> {
    browser.value(CATCH).await?;
    press(browser, says).await?;
    browser.until("window.saved.length === 1").await?;
    let gather = "const done = arguments[0]; const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(saved[0]);";
    let base64 = browser.driver.execute_async(gather, vec![]).await?.json().clone();
    read(browser).await?;
    Ok(STANDARD.decode(base64.as_str().unwrap_or_default())?)
}

/// Opens the panel.
async fn panel(browser: &Browser) -> Result<()> {
    browser.value("void document.querySelector('[data-open]').click()").await?;
    browser.until("document.querySelector('.open[open]') !== null").await
}

/// Sets the field that `selector` names, as typing does.
async fn set(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    let set = "const field = document.querySelector(arguments[0]); field.value = arguments[1];
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
    browser.driver.execute(set, vec![json!(selector), json!(text)]).await?;
    Ok(())
}

/// Where no worker can start, texts are read in the page; nothing is asked for while they are read, in neither case.
#[tokio::test]
async fn texts_are_read_without_a_worker() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let server = serve(&dist(), "/")?;
    let fixtures = sources::root().join("tests/fixtures");
    let page = build("opened-here", &fixtures.display().to_string(), &["--closed"])?;
    for refuses in [
        "",
        "window.Worker = class { constructor() { throw new Error('no worker'); } };",
        "window.Worker = class extends EventTarget { constructor() { super(); setTimeout(() => this.onerror(new Event('error', { cancelable: true }))); } postMessage() {} terminate() {} };",
    ] {
        let source = json!({ "source": refuses });
        let added = browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        browser.start(server.url()).await?;
        panel(&browser).await?;
        browser.requests().await?;
        drop_files(&browser, &under(&fixtures)).await?;
        read(&browser).await?;
        browser.until("document.title === 'fixtures'").await?;
        let asked: Vec<String> =
            browser.requests().await?.into_iter().filter(|url| !url.starts_with("blob:")).collect();
        assert_eq!(asked, [""; 0], "nothing is asked for: {refuses}");
        assert!(packs(&browser).await? == written(&page.0)?, "the same bytes: {refuses}");
        browser.driver.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", added).await?;
    }
    browser.close().await
}

/// A page without articles says what it is for, and begins with an example or with what is dropped on it.
#[tokio::test]
async fn an_empty_page_waits_for_texts() -> Result<()> {
    let folder = Copy(std::env::temp_dir().join(format!("dateline-empty-{}", std::process::id())));
    let mut build =
        xtask::command::cargo(["run", "--quiet", "--package", "dateline", "--", "build", "--empty"]);
    assert!(build.arg("--page").arg(dist()).arg("-o").arg(&folder.0).status()?.success());
    let browser = open().await?;
    let server = serve(&folder.0, "/")?;
    for (url, drops) in [
        (server.url().to_owned(), false),
        (format!("file://{}", folder.0.join("index.html").display()), true),
    ] {
        browser.driver.goto("about:blank").await?;
        browser.driver.goto(&url).await?;
        browser.until("document.documentElement.dataset.load === 'empty'").await?;
        assert!(browser.text(".start-title").await?.contains("Who is mentioned"), "{url}");
        match drops {
            true => drop_files(&browser, &few()).await?,
            false => browser.click("[data-open=example]").await?,
        }
        browser.until("document.documentElement.dataset.load === 'done'").await?;
        let articles = if drops { 2 } else { 3 };
        browser.until(&format!("document.querySelectorAll('{CARDS}').length === {articles}")).await?;
        assert_eq!(browser.value("dateline.search('').total").await?, json!(articles), "{url}");
        let shown = browser.value("getComputedStyle(document.querySelector('.plain')).display").await?;
        assert_eq!(shown, json!("none"), "{url}");
    }
    browser.close().await
}
