//! Wherever the page is put, it takes texts.

use super::{FEW, alone, drop_files, few, open, press, read, saved};
use crate::CARDS;
use crate::embedded::frame;
use crate::placed::{Copy, single_file};
use dateline_tests::browser::{Browser, Result, dist, serve};
use dateline_tests::sources;
use serde_json::json;
use std::path::Path;
use thirtyfour::prelude::*;

/// Where the page is put.
enum Place {
    Hosted,
    File,
    Frame,
}

/// Opens the page of `folder` in its place, and goes to where it is.
async fn put(browser: &Browser, folder: &Path, place: &Place) -> Result<Vec<Box<dyn std::any::Any>>> {
    let server = serve(folder, "/")?;
    match place {
        Place::Hosted => browser.start(server.url()).await?,
        Place::File => browser.start(&format!("file://{}", folder.join("index.html").display())).await?,
        Place::Frame => {
            let inner = server.url().replace("127.0.0.1", "localhost");
            let host = frame(&format!("<iframe sandbox='allow-scripts' src='{inner}'></iframe>"))?;
            let outer = serve(&host.0, "/")?;
            browser.driver.goto(outer.url()).await?;
            browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
            browser.until("document.documentElement.dataset.load === 'done'").await?;
            return Ok(vec![Box::new(server), Box::new(outer), Box::new(host)]);
        }
    }
    Ok(vec![Box::new(server)])
}

/// What a reader does with texts, wherever the page is: folders, archives, what is no text, twice the same; stop; add;
/// save.
async fn walk(browser: &Browser, place: &Place, name: &str) -> Result<()> {
    let cards = |n: usize| format!("document.querySelectorAll('{CARDS}').length === {n}");
    // A folder: its list gives the title, and the page is that of its texts.
    drop_files(browser, &few()).await?;
    browser.until(&cards(2)).await.map_err(|why| format!("{name}: {why}"))?;
    assert_eq!(browser.text(".masthead-title").await?, "Two ferries", "{name}");
    assert_eq!(browser.value("dateline.search('ferries').total").await?, json!(1), "{name}");
    assert_eq!(browser.value("dateline.mentions('norway').length").await?, json!(3), "{name}");
    // The source text comes from memory.
    browser.value("void dateline.setView({ article: 'a', source_text: true })").await?;
    browser.until("/date 2024-01-05/.test(document.querySelector('.source-text')?.innerText)").await?;
    // The same file again is known, another joins; what is no text is said, and the page says which file it is.
    let more: Vec<(String, Vec<u8>)> = vec![
        ("b-again.txt".into(), FEW[2].1.into()),
        ("c.txt".into(), " date 2024-13-45 Chad has three lakes.".into()),
        ("binary.bin".into(), (0..=255).cycle().take(4000).collect()),
        ("broken.zip".into(), b"PK\x03\x04 and no more".to_vec()),
    ];
    drop_files(browser, &more).await?;
    browser.until("document.querySelector('.open-problems') !== null").await?;
    read(browser).await?;
    let says = browser.text(".open").await?;
    for said in ["3 articles", "b-again.txt", "binary.bin", "broken.zip", "c.txt, line 1"] {
        assert!(says.contains(said), "{name}: expected `{said}` in {says}");
    }
    assert_eq!(browser.value("dateline.search('').total").await?, json!(3), "{name}");
    press(browser, "Close").await?;
    // Nothing at all, and what holds no article: said, and what was open stays.
    browser.value("void document.querySelector('[data-open]').click()").await?;
    browser.until("document.querySelector('.open[open]') !== null").await?;
    alone(browser).await?;
    drop_files(browser, &[("noise.bin".into(), (0..=255).cycle().take(999).collect())]).await?;
    browser.until("/found none/.test(document.querySelector('.open-trouble')?.innerText)").await?;
    assert_eq!(browser.value("dateline.search('').total").await?, json!(3), "{name}");
    // An archive.
    let zipped = std::fs::read_dir(sources::root().join("tests/fixtures/zipped-folder"))?.flatten();
    let zipped =
        zipped.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "zip"));
    let zipped = zipped.ok_or("a zip among the fixtures")?;
    drop_files(browser, &[("texts.zip".into(), std::fs::read(zipped)?)]).await?;
    browser.until("dateline.search('').total !== 3").await?;
    read(browser).await?;
    // Many files, and stopped midway: what was open stays.
    let many: Vec<(String, Vec<u8>)> = (0..3000)
        .map(|n| (format!("many/{n}.txt"), format!(" date 2024-01-05 Norway has {n} lakes.").into_bytes()))
        .collect();
    let before = browser.value("dateline.search('').total").await?;
    drop_files(browser, &many).await?;
    browser.value("void document.querySelector('.open-stop')?.click()").await?;
    browser.until("/Stopped/.test(document.querySelector('.open-trouble')?.innerText)").await?;
    assert_eq!(browser.value("dateline.search('').total").await?, before, "{name}");
    alone(browser).await?;
    drop_files(browser, &many).await?;
    browser.until("dateline.search('').total === 3000").await?;
    read(browser).await?;
    alone(browser).await?;
    // Saved as one file; what that saves is the same.
    drop_files(browser, &few()).await?;
    browser.until(&cards(2)).await?;
    read(browser).await?;
    let one = saved(browser, "As one file, to send").await?;
    let folder =
        Copy(std::env::temp_dir().join(format!("dateline-saved-{}-{}", std::process::id(), name.len())));
    std::fs::create_dir_all(&folder.0)?;
    std::fs::write(folder.0.join("index.html"), &one)?;
    if let Place::Frame = place {
        // Browsers keep nothing for a frame that is kept apart, and it is said.
        let says = browser.text(".open").await?;
        assert!(says.contains("Nothing can be kept on this computer from here"), "{name}: {says}");
        browser.driver.enter_default_frame().await?;
    }
    browser.start(&format!("file://{}", folder.0.join("index.html").display())).await?;
    browser.until(&cards(2)).await?;
    browser.value("void document.querySelector('[data-open]').click()").await?;
    browser.until("document.querySelector('.open[open]') !== null").await?;
    assert!(saved(browser, "As one file, to send").await? == one, "{name}: it saves itself again");
    Ok(())
}

/// Wherever the page is put, it takes texts.
#[tokio::test]
async fn it_takes_texts_in_every_place() -> Result<()> {
    let single = single_file("opened-single")?;
    let browser = open().await?;
    let places = [
        ("hosted", Place::Hosted, dist()),
        ("single file", Place::File, single.0.clone()),
        ("folder of files", Place::File, dist()),
        ("frame apart", Place::Frame, dist()),
    ];
    for (name, place, folder) in places {
        let _held = put(&browser, &folder, &place).await.map_err(|why| format!("{name}: {why}"))?;
        walk(&browser, &place, name).await.map_err(|why| format!("{name}: {why}"))?;
    }
    browser.close().await
}
