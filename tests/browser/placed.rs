//! The page wherever it is put, and whatever is missing or broken: it starts, or says why and lists its articles.

use crate::CARDS;
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use std::path::PathBuf;
use thirtyfour::prelude::*;

/// A copy of the built page that a test may spoil, or another folder; gone with the test.
pub(crate) struct Copy(pub(crate) PathBuf);

impl Copy {
    pub(crate) fn new(name: &str) -> Result<Copy> {
        let folder = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        for entry in std::fs::read_dir(dist())? {
            let path = entry?.path();
            if path.is_file() {
                std::fs::copy(&path, folder.join(path.file_name().unwrap_or_default()))?;
            }
        }
        Ok(Copy(folder))
    }

    pub(crate) fn change(&self, change: impl Fn(String) -> String) -> Result<()> {
        let index = self.0.join("index.html");
        Ok(std::fs::write(&index, change(std::fs::read_to_string(&index)?))?)
    }

    pub(crate) fn wasm(&self) -> Result<PathBuf> {
        self.file(|name| name.ends_with("_bg.wasm"))
    }

    pub(crate) fn app_script(&self) -> Result<PathBuf> {
        self.file(|name| {
            name.contains("dateline-page-") && name.ends_with(".js") && !name.ends_with(".wasm.js")
        })
    }

    pub(crate) fn file(&self, is_it: fn(&str) -> bool) -> Result<PathBuf> {
        let mut files = std::fs::read_dir(&self.0)?.flatten().map(|entry| entry.path());
        Ok(files.find(|path| is_it(&path.to_string_lossy())).ok_or("a file of that kind")?)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The same files run from the root and from any folder.
#[tokio::test]
async fn it_runs_under_any_path() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    for prefix in ["/", "/some/sub/path/"] {
        let server = serve(&dist(), prefix)?;
        browser.requests().await?;
        browser.start(&format!("{}#q=putin", server.url())).await?;
        assert!(browser.count(".card mark").await? > 0, "{prefix}");
        for url in browser.requests().await? {
            assert!(url.starts_with(server.url()), "{url} is outside {}", server.url());
        }
        let missing: Vec<String> = browser.console().await?;
        assert_eq!(missing, Vec::<String>::new(), "{prefix}");
    }
    browser.close().await
}

/// A double click is enough: as a folder, and as one file.
#[tokio::test]
async fn it_runs_from_a_file() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let single = single_file("from-a-file")?;
    for folder in [dist(), single.0.clone()] {
        let url = format!("file://{}", folder.join("index.html").display());
        browser.requests().await?;
        browser.start(&url).await?;
        assert_eq!(browser.count(CARDS).await?, 14, "{url}");
        browser.click(".bar-row:first-child .bar-value").await?;
        browser.until("document.querySelector('.rows') !== null").await?;
        browser.driver.back().await?;
        browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
        assert!(browser.requests().await?.iter().all(|url| url.starts_with("file://")));
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{url}");
    }
    browser.close().await
}

/// A page of the folder `corpus`, made by the command.
pub(crate) fn build(name: &str, corpus: &str, options: &[&str]) -> Result<Copy> {
    let out = Copy(std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id())));
    let mut build = xtask::command::cargo(["run", "--quiet", "--package", "dateline", "--", "build", corpus]);
    let built = build.args(options).arg("--page").arg(dist()).arg("-o").arg(&out.0).status()?;
    assert!(built.success());
    Ok(out)
}

pub(crate) fn single_file(name: &str) -> Result<Copy> {
    let out = build(name, "corpus", &["--single-file"])?;
    assert_eq!(std::fs::read_dir(&out.0)?.count(), 1, "one file");
    Ok(out)
}

/// A corpus too large to stand in index.html comes as a file beside it, from a web host and from a file.
#[tokio::test]
async fn a_large_corpus_comes_beside_the_page() -> Result<()> {
    const ARTICLES: usize = 400;
    let texts = Copy(std::env::temp_dir().join(format!("dateline-large-texts-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    // Words that no compressor makes small: a multiplicative hash, in letters.
    let word = |n: usize| {
        (0..8).map(move |i| (b'a' + ((n + 1).wrapping_mul(2_654_435_761) >> (4 * i)) as u8 % 26) as char)
    };
    for article in 0..ARTICLES {
        let words: Vec<String> = (0..200).map(|n| word(article * 200 + n).collect()).collect();
        let text = format!(" date 2024-01-05 Norway wrote {}.", words.join(" "));
        std::fs::write(texts.0.join(format!("{article:03}.txt")), text)?;
    }
    let page = build("large", &texts.0.display().to_string(), &[])?;
    let pack = page.file(|name| name.contains("/pack-") && name.ends_with(".bin"))?;
    assert!(std::fs::metadata(&pack)?.len() > 192 * 1024);
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for url in [server.url().to_owned(), format!("file://{}", page.0.join("index.html").display())] {
        browser.start(&url).await?;
        assert!(browser.text(".result-line").await?.starts_with("400 articles"), "{url}");
    }
    std::fs::write(&pack, &std::fs::read(&pack)?[..1000])?;
    assert!(browser.start(server.url()).await.is_err());
    assert!(browser.text(".plain-trouble").await?.contains("is damaged"));
    std::fs::remove_file(&pack)?;
    assert!(browser.start(server.url()).await.is_err());
    assert!(browser.text(".plain-trouble").await?.contains("is missing"));
    browser.close().await
}

/// In a wiki: a frame that may run scripts and nothing else, and one whose page is no address at all.
#[tokio::test]
async fn it_runs_in_a_sandboxed_frame() -> Result<()> {
    let single = single_file("sandbox")?;
    let wiki = std::env::temp_dir().join(format!("dateline-wiki-{}", std::process::id()));
    std::fs::create_dir_all(&wiki)?;
    let wiki = Copy(wiki);
    let page = std::fs::read_to_string(single.0.join("index.html"))?;
    std::fs::write(wiki.0.join("page.html"), &page)?;
    let frame = "<!doctype html><link rel=icon href='data:,'><iframe sandbox=allow-scripts width=1200 height=800 src=page.html></iframe>";
    std::fs::write(wiki.0.join("index.html"), frame)?;
    let escaped = page.replace('&', "&amp;").replace('"', "&quot;");
    let srcdoc = format!(
        "<!doctype html><link rel=icon href='data:,'><iframe sandbox=allow-scripts width=1200 height=800 srcdoc=\"{escaped}\"></iframe>"
    );
    std::fs::write(wiki.0.join("srcdoc.html"), srcdoc)?;
    let server = serve(&wiki.0, "/wiki/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for name in ["index.html", "srcdoc.html"] {
        browser.driver.goto(format!("{}{name}", server.url())).await?;
        browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
        browser.driver.find(By::Css(".search-field")).await?.send_keys("putin").await?;
        browser.until("document.querySelectorAll('.card mark').length > 0").await?;
        browser.click(".bar-row:first-child .bar-value").await?;
        browser.until("document.querySelector('.rows') !== null").await?;
        // What the frame forbids stands in a field: a file, and a link, which leads to a page that has an address.
        browser.click(".evidence-tools .file").await?;
        browser.until("/North Korea/.test(document.querySelector('#rows-taken').value)").await?;
        browser.click(".overlay-opener[popovertarget=share]").await?;
        browser.click("#share li:first-child .tool").await?;
        browser
            .until(&format!("document.querySelector('#shared').value.startsWith('{}')", server.url()))
            .await?;
        browser.driver.enter_default_frame().await?;
    }
    browser.close().await
}

/// Whatever is missing or broken, the page says what, and lists its articles.
#[tokio::test]
async fn it_is_never_blank() -> Result<()> {
    let browser = Browser::open(Look::WIDE).await?;
    let pack = |page: String, change: fn(&str) -> String| {
        let (head, rest) = page.split_once("<script id=\"pack\"").expect("a page with a pack");
        let (open, rest) = rest.split_once('>').expect("a tag");
        let (data, rest) = rest.split_once("</script>").expect("its end");
        format!("{head}<script id=\"pack\"{open}>{}</script>{rest}", change(data))
    };
    type Spoil = Box<dyn Fn(&Copy) -> Result<()>>;
    let cases: Vec<(&str, &str, Spoil)> = vec![
        (
            "cut",
            "the pack is damaged",
            Box::new(move |c| c.change(|p| pack(p, |data| data[..data.len() / 2].to_owned()))),
        ),
        (
            "other",
            "expected a pack, found other bytes",
            Box::new(move |c| c.change(|p| pack(p, |_| OTHER_BYTES.to_owned()))),
        ),
        (
            "no-pack",
            "no articles yet",
            Box::new(|c| c.change(|p| p.replace("<script id=\"pack\"", "<script id=\"lost\""))),
        ),
        ("no-wasm", "is missing", Box::new(|c| Ok(std::fs::remove_file(c.wasm()?)?))),
        ("no-js", "is missing", Box::new(|c| Ok(std::fs::remove_file(c.app_script()?)?))),
        ("bad-wasm", "cannot run here", Box::new(|c| Ok(std::fs::write(c.wasm()?, b"not wasm")?))),
    ];
    for (name, says, spoil) in cases {
        let copy = Copy::new(name)?;
        spoil(&copy)?;
        let server = serve(&copy.0, "/")?;
        assert!(browser.start(server.url()).await.is_err(), "{name}");
        let shown = browser.text(".plain-trouble").await?;
        assert!(shown.contains(says), "{name}: {shown}");
        assert_eq!(browser.count(".plain-list > li").await?, 14, "{name}");
    }
    // A panic, wherever it comes from.
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    browser.value("dispatchEvent(new CustomEvent('dateline-failed', { detail: 'a test' }))").await?;
    assert!(browser.text(".plain-trouble").await?.contains("it stopped (a test)"));
    assert_eq!(browser.count(".plain-list > li").await?, 14);
    browser.close().await
}

/// `hello`, gzipped, in base64: bytes that come through whole and are no pack.
const OTHER_BYTES: &str = "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==";
