//! The page in another one that asks for a look and for views, and what it answers whom.

use crate::CARDS;
use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// A page with nothing but this in it, in a folder of its own.
pub(crate) fn frame(inside: &str) -> Result<Copy> {
    static LAST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = LAST.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let host = Copy(std::env::temp_dir().join(format!("dateline-host-{}-{number}", std::process::id())));
    std::fs::create_dir_all(&host.0)?;
    let style = "<style>iframe { width: 1500px; height: 800px }</style>";
    let page = format!("<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{style}{inside}");
    std::fs::write(host.0.join("index.html"), page)?;
    Ok(host)
}

/// What the colour of the page's ground is.
const GROUND: &str = "getComputedStyle(document.body).backgroundColor";

#[tokio::test]
async fn a_link_asks_for_a_look() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let seen = async |selector: &str| -> Result<bool> {
        Ok(browser.value(&format!("document.querySelector('{selector}').checkVisibility()")).await?
            == json!(true))
    };
    browser.start(&format!("{}#embed&theme=dark&plain&q=putin", server.url())).await?;
    assert_eq!(browser.value(GROUND).await?, "rgb(21, 23, 26)");
    assert!(!seen(".masthead").await? && !seen(".share").await? && seen(".search-form").await?);
    assert!(browser.count(".card mark").await? > 0, "the view is read beside it");
    assert_eq!(browser.count(".problems").await?, 0);
    // It stays in the address, and out of what leads to the whole page.
    browser.click(".bar-row:first-child .bar-value").await?;
    browser.until("location.hash.startsWith('#embed&theme=dark&plain&q=putin&mentions=')").await?;
    let whole = browser.driver.find(By::Css(".whole-page a")).await?.attr("href").await?.unwrap_or_default();
    assert!(whole.starts_with(&format!("{}#q=putin&mentions=", server.url())), "{whole}");
    browser.driver.back().await?;
    browser.until("location.hash === '#embed&theme=dark&plain&q=putin'").await?;
    // Another look, while it is open.
    browser.value("void (location.hash = 'embed&theme=light&transparent')").await?;
    browser.until(&format!("document.querySelectorAll('{CARDS}').length === 14")).await?;
    assert_eq!(browser.value(GROUND).await?, "rgba(0, 0, 0, 0)");
    assert!(seen(".masthead").await?);
    // What it does not know is said, and without the word it asks for nothing.
    for (fragment, unknown) in
        [("embed&theme=purple", "theme"), ("theme=dark", "theme"), ("embed&lang=xx", "lang")]
    {
        browser.start(&format!("{}#{fragment}", server.url())).await?;
        let says = browser.text(".problems").await?;
        assert!(says.contains(&format!("“{unknown}”")), "{fragment}: {says}");
    }
    browser.close().await
}

/// What is counted stays as the page around has it; what it counts can be opened.
#[tokio::test]
async fn a_locked_page_counts_one_thing() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#embed&lock&actor=japan", server.url())).await?;
    let found = browser.text(".result-line").await?;
    assert!(browser.value("document.querySelector('.search-form').checkVisibility()").await? == json!(false));
    browser.click(".bar-row:first-child .bar-value").await?;
    browser.until("document.querySelector('.rows') !== null").await?;
    // What would change the count does nothing.
    browser.value("document.querySelector('.masthead-title a').click()").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(browser.count(".rows").await?, 1);
    assert_eq!(browser.value("dateline.view().actors").await?, json!(["japan"]));
    assert_eq!(browser.text(".result-line").await?, found);
    // The page around may change it.
    browser.value("void dateline.setView({ query: 'kim' })").await?;
    browser.until("location.hash === '#embed&lock&q=kim'").await?;
    browser.close().await
}

/// A link of a version says where the page is another.
#[tokio::test]
async fn a_link_of_another_version_says_so() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#q=kim&corpus=00000000", server.url())).await?;
    assert!(browser.text(".problems").await?.contains("another version of the corpus"));
    browser.click(".overlay-opener[popovertarget=share]").await?;
    browser.click("#share li:nth-child(4) .tool").await?;
    let code = browser.value("document.querySelector('#shared').value").await?;
    let code = code.as_str().unwrap_or_default();
    let (_, rest) = code.split_once("src=\"").ok_or("a frame")?;
    let link = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
    assert!(link.contains("&corpus=") && !link.contains("00000000"), "{link}");
    browser.start(&link).await?;
    assert_eq!(browser.count(".problems").await?, 0);
    browser.close().await
}

/// The page's own script for hosts: frames as high as their content, views that are set and told, and to whom.
#[tokio::test]
async fn a_host_shows_and_asks_for_views() -> Result<()> {
    let probe = "<script>window.heard = []; addEventListener('message', (e) => e.data?.dateline && heard.push(e.data));
        addEventListener('dateline-view', (e) => (window.changed = e.detail), true);</script>";
    let browser = Browser::open(Look::WIDE).await?;
    for is_friend in [true, false] {
        let host = frame("")?;
        let outer = serve(&host.0, "/")?;
        let site = outer.url().trim_end_matches('/');
        let options: &[&str] = if is_friend { &["--embedded-by", site] } else { &[] };
        let page = build("asked", "corpus", options)?;
        let server = serve(&page.0, "/page/")?;
        // A site of its own.
        let inner = server.url().replace("127.0.0.1", "localhost");
        let html = format!(
            "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{probe}
            <a data-dateline href='{inner}#embed&plain&q=putin'>Who is mentioned</a><script src='{inner}embed.js'></script>"
        );
        std::fs::write(host.0.join("index.html"), html)?;
        browser.driver.goto(outer.url()).await?;
        browser.until("heard.some((it) => it.dateline === 'ready')").await?;
        browser.until("document.querySelector('iframe').clientHeight > 900").await?;
        assert_eq!(browser.value("document.querySelector('iframe').title").await?, "Who is mentioned");
        let ask = async |call: &str| -> Result<Value> {
            let script = format!(
                "const done = arguments[0]; document.querySelector('iframe').dateline.{call}.then((view) => done([view]), (e) => done(e.message));"
            );
            Ok(browser.driver.execute_async(script, vec![]).await?.json().clone())
        };
        let view = ask("view()").await?;
        let set = ask("setView({ actors: ['japan'] })").await?;
        let wrong = ask("setView({ colour: 'red' })").await?;
        assert!(wrong.as_str().is_some_and(|says| says.contains("found `colour`")), "{wrong}");
        if is_friend {
            assert_eq!(view[0]["query"], "putin");
            assert_eq!(set[0]["actors"], json!(["japan"]));
            browser.until("window.changed?.actors?.[0] === 'japan'").await?;
        } else {
            assert!(view.as_str().is_some_and(|says| says.contains("--embedded-by")), "{view}");
            assert_eq!(set, json!([null]), "it is shown, and not told");
            assert_eq!(browser.value("window.changed ?? null").await?, json!(null));
        }
        // A page in the frame's place, or beside it, is not listened to.
        browser.value("void window.postMessage({ dateline: 'height', height: 50 }, '*')").await?;
        browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        browser.until("document.querySelectorAll('.chip').length === 1").await?;
        let spoof = "void window.postMessage({ dateline: 'setView', view: {} }, '*')";
        browser.value(spoof).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(browser.count(".chip").await?, 1, "only the page around may ask");
        browser.driver.enter_default_frame().await?;
        assert!(browser.value("document.querySelector('iframe').clientHeight > 900").await? == json!(true));
    }
    browser.close().await
}

/// The build's own look holds where no link asks for another, also without scripts.
#[tokio::test]
async fn a_page_is_built_dark() -> Result<()> {
    let page = build("dark", "corpus", &["--theme", "dark", "--compress"])?;
    for end in ["html.gz", "html.br", "wasm.br"] {
        assert!(
            page.file(match end {
                "html.gz" => |name| name.ends_with("html.gz"),
                "html.br" => |name| name.ends_with("html.br"),
                _ => |name| name.ends_with("wasm.br"),
            })
            .is_ok(),
            "{end}"
        );
    }
    let server = serve(&page.0, "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    assert_eq!(browser.value(GROUND).await?, "rgb(21, 23, 26)");
    browser.start(&format!("{}#embed&theme=light", server.url())).await?;
    assert_eq!(browser.value(GROUND).await?, "rgb(252, 251, 248)");
    browser.close().await
}
