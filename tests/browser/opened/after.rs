//! What a reader does with texts that were read: saves them, keeps them, adds to them, says what they leave out.

use super::{FEW, drop_files, few, open, packs, panel, press, read, saved, set, trouble, written};
use crate::placed::{Copy, build};
use dateline_tests::browser::{Result, dist, serve};
use dateline_tests::scratch;
use serde_json::json;
use std::io::Read as _;

/// What is saved for a web host is what the command writes; of a selection only its articles are saved, and the names
/// that were edited count as they were edited.
#[tokio::test]
async fn what_is_saved_is_what_the_command_builds() -> Result<()> {
    let browser = open().await?;
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    drop_files(&browser, &few()).await?;
    browser.until("dateline.search('').total === 2").await?;
    panel(&browser).await?;
    let zipped = saved(&browser, "For a web host").await?;
    let texts = FEW.map(|(path, text)| (path.trim_start_matches("few/"), text.as_bytes()));
    let texts = scratch::folder_with("few", &texts);
    let page = build("opened-few", &texts.display().to_string(), &[])?;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zipped))?;
    let mut names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    names.sort();
    let mut expected: Vec<String> = std::fs::read_dir(&page.0)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    expected.sort();
    assert_eq!(names, expected);
    for name in names {
        let mut bytes = Vec::new();
        archive.by_name(&name)?.read_to_end(&mut bytes)?;
        assert!(bytes == std::fs::read(page.0.join(&name))?, "{name} is as the command wrote it");
    }
    browser.value("void dateline.setView({ query: 'ferries', edits: ['off:norway:Norway'] })").await?;
    let one = saved(&browser, "only the articles").await?;
    let folder = Copy(std::env::temp_dir().join(format!("dateline-selection-{}", std::process::id())));
    std::fs::create_dir_all(&folder.0)?;
    std::fs::write(folder.0.join("index.html"), one)?;
    browser.start(&format!("file://{}", folder.0.join("index.html").display())).await?;
    assert_eq!(browser.value("dateline.search('').articles").await?, json!(["b"]));
    assert_eq!(browser.value("dateline.mentions('norway').length").await?, json!(0));
    browser.close().await
}

/// What joins the articles of the page leaves its lists, and what a reader has edited in them, in force; what is dropped
/// while a reading runs joins it.
#[tokio::test]
async fn what_joins_changes_nothing_else() -> Result<()> {
    let harbour = "[[actor]]\nid = \"harbour\"\nname = \"Harbour Board\"\nkind = \"organisation\"\n";
    let text = " date 2024-01-05 The Harbour Board met Norway and Chad.";
    let texts =
        scratch::folder_with("joins", &[("a.txt", text.as_bytes()), ("actors.toml", harbour.as_bytes())]);
    let page = build("opened-joins", &texts.display().to_string(), &[])?;
    let browser = open().await?;
    let server = serve(&page.0, "/")?;
    browser.start(server.url()).await?;
    browser.value("void dateline.setView({ edits: ['off:chad:Chad'] })").await?;
    panel(&browser).await?;
    browser.value("void document.querySelector('.open-adds input').click()").await?;
    drop_files(&browser, &[("b.txt".into(), " date 2024-01-06 Chad wrote to the Harbour Board.".into())])
        .await?;
    drop_files(&browser, &[("c.txt".into(), " date 2024-01-07 Norway wrote to Chad.".into())]).await?;
    browser.until("dateline.search('').total === 3").await?;
    assert_eq!(trouble(&browser).await?, "");
    assert_eq!(browser.value("dateline.mentions('harbour').length").await?, json!(2));
    assert_eq!(browser.value("dateline.mentions('chad').length").await?, json!(0));
    // A text of another day, but of the same length and words, is another; the same again is known.
    let other = text.replace("01-05", "01-08");
    drop_files(&browser, &[("d.txt".into(), other.into()), ("e.txt".into(), text.into())]).await?;
    browser.until("dateline.search('').total === 4").await?;
    read(&browser).await?;
    assert!(browser.text(".open").await?.contains("1 file had come before"));
    browser.close().await
}

/// What a reader keeps is there when the page is loaded again, until it is deleted; nothing is kept unasked.
#[tokio::test]
async fn what_is_kept_is_there_again() -> Result<()> {
    let browser = open().await?;
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    drop_files(&browser, &few()).await?;
    browser.until("dateline.search('').total === 2").await?;
    let [before, _] = packs(&browser).await?;
    browser.start(server.url()).await?;
    panel(&browser).await?;
    assert_eq!(browser.count(".open-kept").await?, 0, "nothing is kept unasked");
    press(&browser, "Close").await?;
    drop_files(&browser, &few()).await?;
    browser.until("dateline.search('').total === 2").await?;
    panel(&browser).await?;
    press(&browser, "Keep on this computer").await?;
    browser.until("document.querySelectorAll('.open-kept').length === 1").await?;
    let about = browser.text(".open-kept .open-about").await?;
    assert!(about.starts_with("2 articles, ") && about.contains(" KB, kept on "), "{about}");
    browser.start(server.url()).await?;
    panel(&browser).await?;
    browser.until("document.querySelectorAll('.open-kept').length === 1").await?;
    set(&browser, ".open-name", "Ferries of two days").await?;
    press(&browser, "Open Ferries of two days").await?;
    browser.until("dateline.search('').total === 2").await?;
    let [after, _] = packs(&browser).await?;
    assert!(before == after, "the same pack");
    assert_eq!(browser.value("document.title").await?, json!("Two ferries"), "the name is that on the shelf");
    // What is added to it joins it.
    drop_files(&browser, &[("c.txt".into(), " date 2024-02-01 Chad has three lakes.".into())]).await?;
    browser.until("dateline.search('').total === 3").await?;
    panel(&browser).await?;
    press(&browser, "Delete Ferries of two days").await?;
    browser.until("document.querySelectorAll('.open-kept').length === 0").await?;
    browser.start(server.url()).await?;
    panel(&browser).await?;
    assert_eq!(browser.count(".open-kept").await?, 0);
    browser.close().await
}

/// What a corpus is called, who published its texts and how its dates are read can be set, and taken along.
#[tokio::test]
async fn an_editor_can_set_what_texts_leave_out() -> Result<()> {
    let browser = open().await?;
    let server = serve(&dist(), "/")?;
    browser.start(server.url()).await?;
    let item = r#"{"title": "Ferries are counted", "body": "Finland counts its ferries, and Norway does too.", "date": "05/06/2024"}"#;
    drop_files(&browser, &[("news/item.json".into(), item.into())]).await?;
    browser.until("document.querySelector('.open-problems') !== null").await?;
    assert!(browser.text(".open-problem").await?.contains("item.json, line 1"));
    browser.value("void (document.querySelector('.open-settings').open = true)").await?;
    for (place, text) in [(1, "Counting"), (3, "The Harbour Post")] {
        set(&browser, &format!(".open-settings .open-setting:nth-of-type({place}) input"), text).await?;
    }
    set(&browser, ".open-settings select", "day-month").await?;
    let list = String::from_utf8(saved(&browser, "Download corpus.toml").await?)?;
    assert_eq!(list, "title = \"Counting\"\nsource = \"The Harbour Post\"\ndate_order = \"day-month\"\n");
    press(&browser, "Read again with these").await?;
    browser.until("document.querySelector('.masthead-title').innerText === 'Counting'").await?;
    let card = browser.value("document.querySelector('.results > .card').innerText").await?;
    let card = card.as_str().unwrap_or_default().to_owned();
    assert!(card.contains("5 June 2024") && card.contains("The Harbour Post"), "{card}");
    // With the list that was downloaded the command reads the same.
    let folder =
        scratch::folder_with("news", &[("item.json", item.as_bytes()), ("corpus.toml", list.as_bytes())]);
    let page = build("opened-set", &folder.display().to_string(), &["--closed"])?;
    assert!(packs(&browser).await? == written(&page.0)?, "the same bytes");
    browser.close().await
}
