//! No barriers: axe-core finds nothing in forty states of the page, light, dark and in forced colours, at
//! three widths.

use crate::placed::{Copy, build};
use dateline_tests::browser::{Browser, Look, Result, dist, serve};

/// A name, a link, and what to press or click before looking.
const STATES: [(&str, &str, &[&str]); 42] = [
    ("start", "", &[]),
    ("search", "#q=%22spy+satellite%22+OR+balloons", &[]),
    ("a query with problems", "#q=%22unclosed+(((&utm_source=mail", &[]),
    ("time", "#chart=time", &[]),
    ("articles over time", "#chart=time&measure=articles&line=japan&line=china", &[]),
    ("rates", "#measure=per-thousand&-zone=quote&line=nobody", &[".chart-summary"]),
    ("shares over time", "#chart=time&measure=share&once=on", &[".chart-summary"]),
    ("pairs", "#chart=pairs", &[]),
    ("by source", "#chart=where", &[]),
    ("rates by source", "#chart=where&measure=per-thousand", &[".chart-summary"]),
    ("pairs in paragraphs", "#chart=pairs&near=paragraph&-form=place", &[]),
    ("the figures as a table", "", &[".chart-summary"]),
    ("mentions", "#mentions=kim-jong-un&order=left", &[]),
    ("hits in context", "#q=the&hits=all&order=right", &[]),
    ("a pair", "#mentions=russia&with=china", &[]),
    ("reader", "#q=missile*&article=feed.02", &[".hit-after"]),
    ("a citation", "#article=feed.02&quote=several+warheads", &[".tools .tool:last-of-type"]),
    ("source text", "#article=warning&text=source", &[".source-rule"]),
    ("source text of a feed", "#q=kim&article=feed.05&text=source", &[]),
    ("filters", "#from=2024-06-01&to=2024-06-30&actor=russia&-actor=china&-source=Yonhap&zone=body", &[]),
    ("nothing", "#q=putin&from=2023-10-01&to=2023-10-31&actor=japan", &[]),
    ("actors", "#aliases=&edit=off:russia:Moscow&edit=merge:atlantis:japan", &[]),
    ("aliases", "#aliases=russia&propose=off:russia:Moscow", &[]),
    ("nobody's aliases", "#aliases=atlantis", &[]),
    ("card", "#about=corpus&keys=off", &[]),
    ("keys", "", &["[popovertarget=keys]"]),
    ("search tips", "#q=kim+w/5+putin", &["[popovertarget=search-tips]"]),
    ("share", "#mentions=russia", &["[popovertarget=share]", "#share li:nth-child(2) .tool"]),
    ("sentences", "#mentions=russia", &[]),
    ("sentences of hits", "#q=missile*&hits=all", &[]),
    ("a paragraph of a pair", "#mentions=putin&with=kim-jong-un&near=paragraph", &[]),
    ("all mentions of a kind", "#mentions=*&form=metonym", &[]),
    ("assumed mentions", "#mentions=*&assumed=only", &[]),
    ("one spelling", "#mentions=russia&spelling=Moscow&layout=aligned", &[]),
    ("no such rows", "#mentions=russia&from=1999-01-01&to=1999-01-02", &[]),
    ("reader of an actor", "#mentions=japan&article=feed.02", &[".hit-after"]),
    ("why it counts", "#article=feed.02", &[".actor"]),
    ("what is wrong with it", "#article=feed.02", &[".actor", ".wrong .chart-summary"]),
    ("what an exception changes", "#article=feed.02&propose=shield:Korean+Central", &[]),
    ("where", "#chart=where", &[]),
    ("where, as a rate", "#chart=where&measure=per-thousand", &[".chart-summary"]),
    ("undated", "#q=is:undated", &[]),
];

/// The same of a page whose texts name somebody who is in no list.
const PROPOSALS: (&str, &str, &[&str]) = ("names in no list", "#aliases=", &[".proposals summary"]);

/// The rules of axe-core that ask for colours; all the others find the same whatever the colours are.
const OF_COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];

async fn no_barriers(name: &str, rules: &[&str], dark: bool, forced: bool) -> Result<()> {
    let name = format!("barriers-{name}");
    let texts = Copy(std::env::temp_dir().join(format!("dateline-{name}-texts-{}", std::process::id())));
    std::fs::create_dir_all(&texts.0)?;
    let text =
        " date 2024-01-05 On Friday Mr. Holm of Norway said no. Then Mr. Holm left, and Mr. Holm slept.\n";
    std::fs::write(texts.0.join("holm.txt"), text)?;
    let proposing = build(&name, &texts.0.display().to_string(), &[])?;
    let (server, other) = (serve(&dist(), "/")?, serve(&proposing.0, "/")?);
    let browser = Browser::open(Look::WIDE).await?;
    let mut found = Vec::new();
    let states = STATES.map(|state| (server.url(), state)).into_iter().chain([(other.url(), PROPOSALS)]);
    for width in [1280, 768, 320] {
        browser.look(Look { width, dark, forced, ..Look::WIDE }).await?;
        for (url, (name, link, clicks)) in states.clone() {
            browser.start(&format!("{url}{link}")).await?;
            for selector in clicks {
                browser.click(selector).await?;
            }
            if width < 1440 {
                browser.value("document.querySelector('.filters').open = true").await?;
            }
            // What stays in sight lies over others while a reader scrolls, and is no barrier.
            let still = "(() => { const style = new CSSStyleSheet();
                style.replaceSync('.head, .tools { position: static !important }');
                document.adoptedStyleSheets.push(style); scrollTo(0, 0); })()";
            browser.value(still).await?;
            for barrier in browser.barriers(rules).await? {
                found.push(format!("{name} at {width}: {barrier}"));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n\n"));
    browser.close().await
}

#[tokio::test]
async fn no_barriers_in_the_light() -> Result<()> {
    no_barriers("light", &[], false, false).await
}

#[tokio::test]
async fn no_barriers_in_the_dark() -> Result<()> {
    no_barriers("dark", OF_COLOURS, true, false).await
}

#[tokio::test]
async fn no_barriers_in_forced_colours() -> Result<()> {
    no_barriers("forced", OF_COLOURS, false, true).await
}
