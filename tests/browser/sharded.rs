//! A page whose corpus is in many files: it shows what the whole page shows, loads what a reader looks at, and says so where
//! a file does not come.

use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, serve};
use std::path::PathBuf;

/// Views of every kind, and what of each is compared.
const VIEWS: [&str; 12] = [
    "",
    "#q=missile",
    "#q=%22North+Korea%22",
    "#q=launc*+-russia",
    "#q=actor%3Arussia+missile",
    "#actor=russia&story=once",
    "#-zone=quote",
    "#mentions=russia",
    "#mentions=russia&order=left",
    "#q=missile&hits",
    "#chart=time",
    "#aliases=russia",
];

/// All that stands in the page once nothing is on its way.
const SHOWN: &str = "document.querySelector('.app').innerText";
const SETTLED: &str = "!document.querySelector('.coming') && document.querySelector('.result-line') !== null \
    && !/Searching|Counting/.test(document.querySelector('.result-line').textContent)";

async fn settled(browser: &Browser) -> Result<()> {
    browser.until(SETTLED).await?;
    // What is drawn then may lack a file.
    tokio::time::sleep(std::time::Duration::from_millis(250)).await;
    browser.until(SETTLED).await
}

async fn shown(browser: &Browser, url: &str) -> Result<String> {
    browser.start("about:blank").await.ok();
    browser.start(url).await?;
    settled(browser).await?;
    Ok(browser.value(SHOWN).await?.as_str().unwrap_or_default().to_owned())
}

fn sharded(name: &str) -> Result<Copy> {
    build(name, "corpus", &["--shards", "always"])
}

/// The files of the corpus, by number.
fn parts(page: &Copy) -> Result<Vec<PathBuf>> {
    let mut all: Vec<(usize, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(&page.0)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let number =
            name.strip_prefix("part-").and_then(|rest| rest.strip_suffix(".bin")?.rsplit('-').next());
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            all.push((number, path));
        }
    }
    all.sort();
    Ok(all.into_iter().map(|(_, path)| path).collect())
}

#[tokio::test]
async fn many_files_show_what_the_whole_page_shows() -> Result<()> {
    let (one, many) = (build("sharded-never", "corpus", &["--shards", "never"])?, sharded("sharded-always")?);
    assert!(parts(&many)?.len() > 10 && parts(&one)?.is_empty());
    let (of_one, of_many) = (serve(&one.0, "/")?, serve(&many.0, "/")?);
    let file = format!("file://{}", many.0.join("index.html").display());
    let browser = Browser::open(Look::WIDE).await?;
    // The addresses differ, and so do the fingerprints.
    let plain = |text: String| -> String {
        text.lines().filter(|line| !line.contains("corpus ")).collect::<Vec<_>>().join("\n")
    };
    for view in VIEWS {
        let expected = plain(shown(&browser, &format!("{}{view}", of_one.url())).await?);
        let found = plain(shown(&browser, &format!("{}{view}", of_many.url())).await?);
        assert_eq!(found, expected, "{view}");
    }
    for view in ["#q=missile", "#mentions=russia"] {
        let expected = plain(shown(&browser, &format!("{}{view}", of_one.url())).await?);
        assert_eq!(plain(shown(&browser, &format!("{file}{view}")).await?), expected, "{view} from a file");
    }
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

#[tokio::test]
async fn the_api_of_many_files_gives_promises_of_the_same() -> Result<()> {
    let (one, many) = (build("api-never", "corpus", &["--shards", "never"])?, sharded("api-always")?);
    let browser = Browser::open(Look::WIDE).await?;
    let asked = "(async () => {
        const found = await dateline.search('missile OR \"north korea\"');
        return JSON.stringify([found.total, found.articles, [...found.scores], found.problems, await found.hits,
            await dateline.facets('missile'), await dateline.mentions('russia')]);
    })()";
    let mut answers = Vec::new();
    for page in [&one, &many] {
        let server = serve(&page.0, "/")?;
        browser.start(server.url()).await?;
        let keep = format!("({asked}).then((it) => {{ window.answered = it; }}), 0");
        browser.value(&keep).await?;
        browser.until("!!window.answered").await?;
        answers.push(browser.value("window.answered").await?);
    }
    assert_eq!(answers[0], answers[1]);
    browser.close().await
}

#[tokio::test]
async fn a_file_that_does_not_come_is_a_sentence_and_a_way_to_try_again() -> Result<()> {
    let page = sharded("sharded-faults")?;
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let files = parts(&page)?;
    let kept: Vec<Vec<u8>> = files.iter().map(std::fs::read).collect::<std::io::Result<_>>()?;
    type Spoil = fn(&[u8]) -> Option<Vec<u8>>;
    let spoils: [(&str, Spoil); 3] = [
        ("is missing", |_| None),
        ("is damaged", |bytes| Some(bytes[..bytes.len() / 2].to_vec())),
        ("expected", |bytes| {
            // Another file of the same corpus, whole in itself.
            Some(bytes.to_vec())
        }),
    ];
    for (at, (says, spoil)) in spoils.into_iter().enumerate() {
        for (number, path) in files.iter().enumerate() {
            let other = &kept[(number + at / 2) % kept.len()];
            match spoil(other) {
                Some(bytes) => std::fs::write(path, bytes)?,
                None => std::fs::remove_file(path)?,
            }
        }
        browser.start("about:blank").await.ok();
        browser.start(&format!("{}?{at}#q=missile", server.url())).await?;
        browser.until("!!document.querySelector('.coming-trouble')").await?;
        let told = browser.text(".coming-trouble").await?;
        assert!(told.contains(says), "{told}");
        // What needs no file goes on.
        assert!(browser.count(".facet").await? > 0);
        for (path, bytes) in files.iter().zip(&kept) {
            std::fs::write(path, bytes)?;
        }
        browser.click(".coming-trouble button").await?;
        settled(&browser).await?;
        assert!(browser.count(".results > .card").await? > 0, "{says}");
        assert_eq!(browser.count(".coming-trouble").await?, 0, "{says}");
    }
    browser.close().await
}
