//! The page in every place and every engine: the same walk, whatever is around it. `DATELINE_ENGINE` names the engine;
//! `cargo xtask test` runs these tests in each.

use crate::embedded::frame;
use crate::placed::{Copy, build, single_file};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use dateline_tests::driver::Engine;
use serde_json::json;
use std::path::Path;
use thirtyfour::prelude::*;

/// What the page is put into.
enum Place {
    /// A window of its own.
    Window,
    /// A frame of another page, with these attributes.
    Frame(&'static str),
}

/// All articles show.
const ALL: &str = "document.querySelectorAll('.results > .card').length === 14";

/// Clicks where a reader would: at once, wherever the page scrolls to. By script in frames of WebKit, whose driver misses
/// there.
async fn click(browser: &Browser, selector: &str) -> Result<()> {
    let element = browser.driver.find(By::Css(selector)).await?;
    let to = "arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })";
    browser.driver.execute(to, vec![element.to_json()?]).await?;
    if Engine::chosen() == Engine::WebKit && browser.value("parent !== window").await? == json!(true) {
        browser.driver.execute("arguments[0].click()", vec![element.to_json()?]).await?;
        return Ok(());
    }
    Ok(element.click().await?)
}

/// What a reader does on the page, wherever it is.
async fn walk(browser: &Browser, name: &str, is_apart: bool) -> Result<()> {
    browser.until(ALL).await.map_err(|why| format!("{name}: {why}"))?;
    // Typed by script: WebKit's driver does not type into frames.
    let search = async |query: &str| {
        let typed = "const field = document.querySelector('.search-field'); field.focus(); field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true })); field.form.requestSubmit();";
        browser.driver.execute(typed, vec![json!(query)]).await
    };
    let back = async || -> Result<()> {
        match browser.count(".back").await? > 0 {
            true => click(browser, ".back").await,
            // The driver's own leads back from the page around.
            false => browser.value("void history.back()").await.map(drop),
        }
    };
    search("putin").await?;
    browser.until("document.querySelectorAll('.card mark').length > 0").await?;
    let found = browser.value("document.querySelectorAll('.results > .card').length").await?;
    assert!(found.as_u64().is_some_and(|found| (1..14).contains(&found)), "{name}: {found}");
    search("").await?;
    browser.until(ALL).await?;
    // A filter gives as many articles as it says, and its chip takes it off.
    let option = "[aria-labelledby=facet-actors] li:nth-child(2) .option";
    let said = browser.text(&format!("{option} .option-count")).await?;
    let said: usize = said.split_whitespace().next().unwrap_or_default().parse()?;
    click(browser, option).await?;
    browser
        .until(&format!(
            "document.querySelector('.chip') && document.querySelectorAll('.results > .card').length === {said}"
        ))
        .await?;
    click(browser, ".chip").await?;
    browser.until(ALL).await?;
    // A bar opens as many rows as it says; a row opens the reader, and that its source text.
    let said = browser.text(".bar-row:nth-child(5) .bar-value").await?;
    click(browser, ".bar-row:nth-child(5) .bar-value").await?;
    browser.until("document.querySelector('.rows') !== null").await?;
    let title = browser.text(".panel-title").await?;
    assert!(title.starts_with(&format!("{} mention", said.trim())), "{name}: {title}");
    click(browser, ".excerpt .row-line").await?;
    browser.until("document.querySelector('.reader .here') !== null").await?;
    click(browser, ".source-switch").await?;
    browser
        .until("document.querySelector('.source-text') !== null")
        .await
        .map_err(|why| format!("{name}: {why}"))?;
    // Back, step by step: by the browser, or where it keeps no steps by the page.
    if is_apart {
        assert_eq!(browser.count(".back").await?, 1, "{name}");
    }
    for shows in ["!document.querySelector('.source-text')", "document.querySelector('.rows')", ALL] {
        back().await?;
        browser.until(&format!("Boolean({shows})")).await.map_err(|why| format!("{name}: {why}"))?;
    }
    // What other names would change is shown before it counts.
    browser.value("void dateline.setView({ aliases: 'japan' })").await?;
    browser.until("document.querySelector('select[aria-label=\"Merge into\"]') !== null").await?;
    browser
        .value(
            "(() => { const list = document.querySelector('select[aria-label=\"Merge into\"]'); list.value = 'china';
            list.dispatchEvent(new Event('change', { bubbles: true })); list.form.querySelector('.tool').click(); })()",
        )
        .await?;
    browser.until("document.querySelector('.preview-title')?.innerText === 'Japan counts as China'").await?;
    browser.value("void dateline.setView({ mentions: 'japan' })").await?;
    // What is copied and saved: or why not, and a field with it.
    browser.until("document.querySelector('.rows') !== null").await?;
    click(browser, ".evidence-tools .file").await?;
    if browser.value("parent !== window").await? == json!(true) {
        browser.until("/Japan/.test(document.querySelector('#rows-taken')?.value)").await?;
    }
    click(browser, ".overlay-opener[popovertarget=share]").await?;
    click(browser, "#share li:first-child .tool").await?;
    browser.until("/#mentions=japan$/.test(document.querySelector('#shared')?.value)").await?;
    browser.until("document.querySelector('.taken-said')?.innerText.length > 0").await?;
    assert_eq!(browser.value("document.documentElement.dataset.load").await?, json!("done"), "{name}");
    Ok(())
}

/// A window of the engine whose turn it is.
async fn open() -> Result<Browser> {
    match Engine::chosen() {
        Engine::Chromium => Browser::open(Look::WIDE).await,
        engine => Browser::of(engine).await,
    }
}

#[tokio::test]
async fn it_is_whole_in_every_place() -> Result<()> {
    let single = single_file("anywhere")?;
    let escape = |page: &str| page.replace('&', "&amp;").replace('"', "&quot;");
    let srcdoc = escape(&std::fs::read_to_string(single.0.join("index.html"))?);
    let browser = open().await?;
    for (kind, folder) in [("folder", dist()), ("single file", single.0.clone())] {
        let places: &[(&str, Place)] = &[
            ("/", Place::Window),
            ("/repo/sub/", Place::Window),
            ("file", Place::Window),
            ("/", Place::Frame("")),
            ("/", Place::Frame("sandbox='allow-scripts'")),
            ("/", Place::Frame("sandbox='allow-scripts allow-same-origin'")),
            ("/", Place::Frame("sandbox='allow-scripts allow-popups allow-downloads allow-forms'")),
        ];
        for (prefix, place) in places {
            let server = serve(&folder, if *prefix == "file" { "/" } else { prefix })?;
            let url = match *prefix {
                "file" => format!("file://{}", folder.join("index.html").display()),
                _ => server.url().to_owned(),
            };
            match place {
                Place::Window => {
                    let name = format!("{kind} at {url}");
                    browser.start(&url).await?;
                    walk(&browser, &name, false).await?;
                    // A link, and a page that is loaded again, show the same.
                    browser.start(&format!("{url}#mentions=russia&form=metonym")).await?;
                    let title = browser.text(".panel-title").await?;
                    browser.driver.refresh().await?;
                    browser.until("document.querySelector('.rows') !== null").await?;
                    assert_eq!(browser.text(".panel-title").await?, title, "{name}");
                }
                Place::Frame(attributes) => {
                    // Another site: a name of this machine that is not its number.
                    let inner = url.replace("127.0.0.1", "localhost");
                    let is_apart = attributes.contains("sandbox") && !attributes.contains("same-origin");
                    let name = format!("{kind} in a frame, {attributes}");
                    let host = frame(&format!("<iframe {attributes} src='{inner}'></iframe>"))?;
                    framed(&browser, &host.0, &name, is_apart).await?;
                }
            }
        }
    }
    let host = frame(&format!("<iframe sandbox='allow-scripts' srcdoc=\"{srcdoc}\"></iframe>"))?;
    framed(&browser, &host.0, "srcdoc", true).await?;
    // Where no script may run at all, the list is there at once.
    let server = serve(&dist(), "/")?;
    let host = frame(&format!("<iframe sandbox='' src='{}'></iframe>", server.url()))?;
    let outer = serve(&host.0, "/")?;
    browser.driver.goto(outer.url()).await?;
    browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    browser.driver.query(By::Css(".plain-list > li:nth-child(14)")).first().await?;
    let shown = browser.driver.query(By::Css(".plain-list > li:nth-child(14)")).and_displayed().first().await;
    assert!(shown.is_ok(), "a frame without scripts: {shown:?}");
    browser.driver.enter_default_frame().await?;
    browser.close().await
}

/// The walk in the frame of the page in `host`.
async fn framed(browser: &Browser, host: &Path, name: &str, is_apart: bool) -> Result<()> {
    let outer = serve(host, "/")?;
    browser.driver.goto(outer.url()).await?;
    browser.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    walk(browser, name, is_apart).await?;
    Ok(browser.driver.enter_default_frame().await?)
}

/// What somebody may write who wants a reader's browser to run it; each is tried with a number of its own.
const PAYLOADS: [&str; 25] = [
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<math><mtext><script>window.ran=1</script></mtext></math>",
    "\"><img src=x onerror=\"window.ran=1\">",
    "' onmouseover='window.ran=1' autofocus onfocus='window.ran=1",
    "</title><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "--><script>window.ran=1</script>",
    "<!--dateline:pack--><script>window.ran=1</script>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<a href='javascript:window.ran=1'>read</a>",
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1//",
    "data:text/html,<script>opener.ran=1</script>",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}",
    "\u{202E}<script>window.ran=1</script>\u{0}",
    "<details open ontoggle=window.ran=1><summary>x</summary></details>",
];

/// Articles with a payload in each of their fields.
const HOSTILE: usize = 1000;

/// Nothing that stands in a corpus, a link or a view runs, with the page's own policy and without it.
#[tokio::test]
async fn nothing_in_a_corpus_runs() -> Result<()> {
    let texts = Copy(std::env::temp_dir().join(format!("dateline-hostile-texts-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    let payload = |n: usize| format!("{} ({n})", PAYLOADS[n % PAYLOADS.len()]);
    let line = |n: usize| {
        let (text, day) = (payload(n), format!("2024-01-{:02}", n % 28 + 1));
        // Each field in its turn has the payload alone, and the title and the text always have it.
        let field = |at: usize, usual: &str| {
            if n / PAYLOADS.len() % 8 == at { text.clone() } else { usual.to_owned() }
        };
        json!({
            "title": text, "source": field(0, "The Paper"), "url": field(1, "https://example.org/a"),
            "author": field(2, "A Writer"), "date": field(3, &day), "language": field(4, "en"),
            "dateline": field(5, "OSLO"), "id": field(6, &n.to_string()), "category": field(7, "news"),
            "body": format!("Norway and {text} spoke of ships for three days in the harbour.\n\n{text} said Japan."),
        })
        .to_string()
    };
    let lines: Vec<String> = (0..HOSTILE).map(line).collect();
    std::fs::write(texts.0.join("news.ndjson"), lines.join("\n"))?;
    std::fs::write(
        texts.0.join("<img src=x onerror=window.ran=1>.txt"),
        " date 2024-01-05 Norway counts ships.",
    )?;
    let quoted = serde_json::to_string(&payload(6))?;
    std::fs::write(texts.0.join("corpus.toml"), format!("title = {quoted}\ndescription = {quoted}\n"))?;
    std::fs::write(
        texts.0.join("actors.toml"),
        format!("[[actor]]\nid = \"evil\"\nname = {quoted}\nkind = \"person\"\nnames = [\"ships\"]\n"),
    )?;
    let page = build("hostile", &texts.0.display().to_string(), &[])?;
    let browser = open().await?;
    for policy in [true, false] {
        if !policy {
            page.change(|page| crate::faults::without_policy(&page))?;
        }
        let server = serve(&page.0, "/")?;
        browser.start(server.url()).await?;
        let names = "dateline.search('').articles";
        assert!(browser.value(&format!("{names}.length")).await?.as_u64() >= Some(HOSTILE as u64));
        // Every article in the reader, a part of them beside their source text; every payload in every part of a view.
        let views = format!(
            "(() => {{ const step = {}; window.views = {names}.filter((_, i) => i % step === 0)
                .map((article, i) => ({{ article, source_text: i % 16 === 0 }}));
              views.push({{ mentions: 'evil' }}, {{ mentions: 'norway', layout: 'aligned' }}, {{ chart: 'where' }},
                {{ chart: 'pairs', lines: ['evil', 'norway'] }}, {{ chart: 'time', lines: ['evil'] }}, {{ about: true }},
                {{ aliases: '' }}, {{ aliases: 'evil' }});
              for (const text of {}) views.push({{ query: text }}, {{ actors: [text] }}, {{ sources: [text] }}, {{ article: text }},
                {{ mentions: text }}, {{ aliases: text }}, {{ spelling: text, mentions: 'norway' }}, {{ quote: text }}, {{ corpus: text }},
                {{ edits: [text] }}, {{ lines: [text] }});
              return views.length; }})()",
            if policy { 1 } else { 8 },
            serde_json::to_string(&PAYLOADS)?
        );
        let views = browser.value(&views).await?.as_u64().unwrap_or_default();
        for from in (0..views).step_by(50) {
            let show = format!(
                "const done = arguments[0]; (async () => {{ for (const view of views.slice({from}, {from} + 50)) {{
                    try {{ dateline.setView(view); }} catch {{}}
                    await new Promise((next) => setTimeout(next)); }} }})().then(done, (e) => done(String(e)));"
            );
            assert_eq!(browser.driver.execute_async(show, vec![]).await?.json(), &json!(null));
            assert_eq!(
                browser.value("window.ran ?? 0").await?,
                json!(0),
                "views {from} on, policy: {policy}"
            );
        }
        for (n, text) in PAYLOADS.iter().enumerate() {
            let set = "location.hash = arguments[0]";
            browser.driver.execute(set, vec![json!(format!("q={text}&article={text}&{text}=1"))]).await?;
            assert_eq!(browser.value("window.ran ?? 0").await?, json!(0), "link {n}, policy: {policy}");
        }
        let foreign = "[...document.querySelectorAll('script[src], iframe, base, link[rel=stylesheet], [onerror], [onload], a[href^=javascript i]')]
            .map((e) => e.outerHTML).filter((html) => !html.includes('dateline-page')).slice(0, 3)";
        assert_eq!(browser.value(foreign).await?, json!([]));
        assert_eq!(browser.value("document.documentElement.dataset.load").await?, json!("done"));
        let url = browser.driver.current_url().await?;
        assert!(url.as_str().starts_with(server.url()), "{url}");
    }
    browser.close().await
}
