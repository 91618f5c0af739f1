//! What a reader does with the page, and what other programs on it may call.

use crate::{CARDS, rows};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// The one test that walks the whole way: load, search, bar, evidence, reader, Back, a copied link.
#[tokio::test]
async fn a_reader_finds_reads_and_counts() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    assert_eq!(browser.count(CARDS).await?, 14);
    assert!(browser.text(".result-line").await?.starts_with("14 articles, "));

    // A search narrows, and marks what it found.
    let field = browser.driver.find(By::Css(".search-field")).await?;
    field.send_keys("spy satellite").await?;
    browser.until("document.querySelector('.result-line').innerText.includes(' of 14 articles')").await?;
    let narrowed = browser.count(CARDS).await?;
    assert!((1..14).contains(&narrowed), "{narrowed} articles");
    assert!(browser.count(".card-snippet mark").await? >= narrowed);
    assert_eq!(browser.value("location.hash").await?, "#q=spy+satellite");

    // Typing is one step: Back undoes all of it.
    browser.driver.back().await?;
    browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
    assert_eq!(browser.value("document.querySelector('.search-field').value").await?, "");

    // Each bar opens as many mentions as it says.
    for index in [0, 4, 14] {
        let selector = format!(".bar-row:nth-child({}) .bar-value", index + 1);
        let said: usize = browser.text(&selector).await?.trim().parse()?;
        browser.click(&selector).await?;
        assert_eq!(rows(&browser).await?, said, "bar {index}");
        assert!(browser.text(".panel-title").await?.starts_with(&format!("{said} mention")));
        let actor =
            browser.driver.find(By::Css(&selector)).await?.attr("data-actor").await?.unwrap_or_default();
        let mentions = browser.value(&format!("dateline.mentions('{actor}').length")).await?;
        assert_eq!(mentions, json!(said));
        browser.driver.back().await?;
        browser.until("document.querySelector('.rows') === null").await?;
    }

    // A row opens the reader at its mention.
    browser.click(".bar-row:nth-child(5) .bar-value").await?;
    browser.until("document.querySelector('.rows') !== null").await?;
    let words = browser.text(".excerpt:nth-child(3) .row-line").await?;
    browser.click(".excerpt:nth-child(3) .row-line").await?;
    browser.until("document.querySelector('.reader .here') !== null").await?;
    assert_eq!(browser.text(".reader .here").await?, words);

    // A copied link restores everything in another window.
    let link = browser.driver.current_url().await?.to_string();
    let other = Browser::open(Look::NARROW).await?;
    other.start(&link).await?;
    assert_eq!(other.text(".reader .here").await?, words);
    assert_eq!(other.value("dateline.view()").await?, browser.value("dateline.view()").await?);

    // Back undoes step by step.
    browser.driver.back().await?;
    browser.until("document.querySelector('.rows') !== null").await?;
    browser.driver.back().await?;
    browser.until("document.querySelectorAll('.results > .card').length === 14").await?;

    for window in [browser, other] {
        assert_eq!(window.console().await?, Vec::<String>::new());
        let unknown_names: Vec<String> =
            window.requests().await?.into_iter().filter(|url| !url.starts_with(server.url())).collect();
        assert_eq!(unknown_names, Vec::<String>::new());
        window.close().await?;
    }
    Ok(())
}

/// Following each kind of filter gives the count beside it, and its chip takes it back.
#[tokio::test]
async fn filters_keep_their_word() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    for facet in ["facet-actors", "facet-sources"] {
        let option = format!("[aria-labelledby={facet}] li:nth-child(2) .option");
        let count = browser.text(&format!("{option} .option-count")).await?;
        let said: usize = count.split_whitespace().next().unwrap_or_default().parse()?;
        browser.click(&option).await?;
        browser.until("document.querySelector('.chip') !== null").await?;
        assert_eq!(browser.count(CARDS).await?, said, "{facet}");
        browser.click(".chip").await?;
        browser.until("document.querySelectorAll('.results > .card').length === 14").await?;
    }
    // The last month, by its column and by the two fields.
    browser.click(".period:last-child .period-link").await?;
    browser.until("location.hash === '#from=2024-06-01&to=2024-06-30'").await?;
    let june = browser.count(CARDS).await?;
    browser.start(&format!("{}#to=2024-06-30", server.url())).await?;
    let from = browser.driver.find(By::Css("#from")).await?;
    from.send_keys("06012024").await?;
    browser.until("location.hash === '#from=2024-06-01&to=2024-06-30'").await?;
    assert_eq!(browser.count(CARDS).await?, june);
    assert!(june < 14);
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

/// Searching again after a search is another step for Back, and half a date changes nothing.
#[tokio::test]
async fn each_search_is_a_step() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let field = browser.driver.find(By::Css(".search-field")).await?;
    field.send_keys("kim" + Key::Enter).await?;
    field.send_keys(" putin").await?;
    browser.until("location.hash === '#q=kim+putin'").await?;
    browser.driver.back().await?;
    browser.until("location.hash === '#q=kim'").await?;
    browser.driver.back().await?;
    browser.until("location.hash === ''").await?;
    browser.start(&format!("{}#from=2024-06-01", server.url())).await?;
    browser.driver.find(By::Css("#from")).await?.send_keys("0").await?;
    assert_eq!(browser.value("location.hash").await?, "#from=2024-06-01");
    browser.close().await
}

/// Broken links and strange words never break the page.
#[tokio::test]
async fn any_link_shows_a_page() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let (long, deep) = ("a".repeat(20_000), format!("q={}", "a)".repeat(10_000)));
    for fragment in [
        "utm_source=mail",
        "from=yesterday&to=2024-13-99",
        "actor=nobody&source=Nothing+Times",
        "article=gone&at=title:99999",
        "article=feed.02&at=9999:9999",
        "mentions=nobody",
        "q=%22unclosed+(((+OR+OR+)",
        "q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "%FF%FE%00=%80",
        "&&&===%",
        long.as_str(),
        deep.as_str(),
    ] {
        browser.start(&format!("{}#{fragment}", server.url())).await?;
        let shown = browser.value("document.querySelector('.middle').innerText.trim().length > 0").await?;
        assert_eq!(shown, Value::Bool(true), "{fragment}");
        assert_eq!(browser.count("img").await?, 0);
    }
    browser.start(&format!("{}#utm_source=mail", server.url())).await?;
    assert!(
        browser
            .value("document.querySelector('.problems').textContent")
            .await?
            .to_string()
            .contains("“utm_source”")
    );
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

/// What other programs on the page may call.
#[tokio::test]
async fn the_api_counts_as_the_page_does() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let found = browser.value("dateline.search('spy satellite')").await?;
    assert_eq!(found["query"], "spy satellite");
    assert_eq!(found["total"], json!(found["hits"].as_array().map(Vec::len)));
    // Articles and scores come at once; hits are the same, whatever was searched since.
    let later =
        "(() => { const found = dateline.search('kim'); dateline.search('putin'); return found.hits; })()";
    let at_once = "(({ articles, scores }) => articles.map((article, i) => [article, scores[i]]))(dateline.search('kim'))";
    let hits = browser.value(later).await?;
    let pairs = hits.as_array().map(|hits| hits.iter().map(|h| json!([h["article"], h["score"]])).collect());
    assert_eq!(browser.value(at_once).await?, Value::Array(pairs.unwrap_or_default()));
    assert_eq!(browser.value("dateline.search('zzz').articles").await?, json!([]));
    // Offsets fit JavaScript's strings.
    let marked = "dateline.search('kim').hits.every((h) => h.spans.every(([a, b]) => h.snippet.slice(a, b).toLowerCase() === 'kim'))";
    assert_eq!(browser.value(marked).await?, Value::Bool(true));
    browser.value("dateline.setView({ query: 'spy satellite' })").await?;
    let total = found["total"].as_u64().unwrap_or_default();
    browser.until(&format!("document.querySelectorAll('.results > .card').length === {total}")).await?;
    let facets = browser.value("dateline.facets('spy satellite')").await?;
    assert_eq!(facets["total"], json!(total));
    let bar: u64 = browser.text(".bar-row:first-child .bar-value").await?.parse()?;
    assert_eq!(facets["actors"][0]["mentions"], json!(bar));
    let dated = browser.value("dateline.facets('', '2024-06-01', '2024-06-30').total").await?;
    assert_eq!(dated, json!(10));
    // Nonsense gets a sentence, and changes nothing.
    let refused = "(() => { try { dateline.setView({ colour: 'red' }); return ''; } catch (e) { return e.message; } })()";
    let sentence = browser.value(refused).await?;
    assert!(sentence.as_str().is_some_and(|s| s.starts_with("expected a view")), "{sentence}");
    assert_eq!(browser.value("dateline.view().query").await?, "spy satellite");
    for (call, answer) in [
        ("dateline.mentions('nobody')", json!([])),
        ("dateline.mentions({})", json!([])),
        ("dateline.search(2024).query", json!("2024")),
        ("dateline.search().total", json!(14)),
        ("dateline.facets(null, new Date(0), undefined).problems.length", json!(1)),
        (
            "[null, 'x', 3, [1]].map((v) => { try { dateline.setView(v); return ''; } catch (e) { return e.message.slice(0, 15); } })",
            json!(vec!["expected a view"; 4]),
        ),
    ] {
        assert_eq!(browser.value(call).await?, answer, "{call}");
    }
    browser.close().await
}

/// On a telephone nothing is wider than the screen, in any view.
#[tokio::test]
async fn it_fits_a_telephone() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::NARROW).await?;
    for width in [360, 320] {
        browser.look(Look { width, ..Look::NARROW }).await?;
        for view in ["", "#q=putin", "#mentions=north-korea", "#article=feed.07", "#q=zzz&from=2024-06-01"] {
            browser.start(&format!("{}{view}", server.url())).await?;
            let fits = "document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(browser.value(fits).await?, json!(true), "{view} at {width}");
        }
    }
    browser.close().await
}

/// The chart's files hold what it shows and where that comes from; the picture is sharp.
#[tokio::test]
async fn a_chart_is_saved() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#from=2024-06-01&to=2024-06-30", server.url())).await?;
    let listen = "HTMLAnchorElement.prototype.click = function () { saved[this.download.split('.').pop()] = this.href; }";
    browser.value(&format!("((window.saved = {{}}), ({listen}), 0)")).await?;
    for button in ["svg", "png", "csv"] {
        browser.click(&format!(".file-{button}")).await?;
    }
    browser.until("Object.keys(saved).sort().join() === 'csv,png,svg'").await?;
    let bar: String = browser.text(".bar-row:first-child .bar-value").await?;
    let title = browser.text(".chart-title").await?;
    for (file, parts) in [
        (
            "svg",
            vec![
                "<svg ",
                title.as_str(),
                "Mentions per actor, 10 articles, June 2024",
                bar.as_str(),
                "Source: ",
                "Filters: June 2024.",
            ],
        ),
        (
            "csv",
            vec!["Actor,Mentions,Articles,", "North Korea,", bar.as_str(), "Source: ", "Filters: June 2024."],
        ),
    ] {
        let text = browser.value(&format!("decodeURIComponent(saved.{file}).replace(/\\s+/g, ' ')")).await?;
        let text = text.as_str().unwrap_or_default();
        for part in parts {
            assert!(text.contains(part), "{file} has {part}: {text}");
        }
    }
    let size = "const done = arguments[0]; const image = new Image();
        image.onload = () => done(image.naturalWidth); image.src = saved.png;";
    assert_eq!(browser.driver.execute_async(size, vec![]).await?.json(), &json!(2400));
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

/// Single keys lead to the search field and through the list, and rest when they are switched off.
#[tokio::test]
async fn single_keys_can_be_switched_off() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    browser.press("j").await?;
    browser.until("document.activeElement.dataset.article !== undefined").await?;
    let first = browser.value("document.activeElement.dataset.article").await?;
    browser.press("j").await?;
    browser.until(&format!("document.activeElement.dataset.article !== {first}")).await?;
    browser.press("k").await?;
    browser.press(Key::Enter).await?;
    browser.until(&format!("dateline.view().article === {first}")).await?;
    browser.press("j").await?;
    browser.until(&format!("dateline.view().article !== {first}")).await?;
    browser.press(Key::Escape).await?;
    browser.until("document.querySelector('.results') !== null").await?;
    browser.press("/").await?;
    browser.until("document.activeElement.matches('.search-field')").await?;
    // In a field a key is a letter.
    browser.press("j/k").await?;
    browser.until("dateline.view().query === 'j/k'").await?;
    browser.start(&format!("{}#keys=off", server.url())).await?;
    browser.press("/").await?;
    browser.press("j").await?;
    assert_eq!(browser.value("document.activeElement === document.body").await?, json!(true));
    browser.close().await
}
