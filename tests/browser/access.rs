//! No barriers: axe-core finds nothing in the page's states, light and dark, wide and narrow.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};

/// A name, a link, and what to press or click before looking.
const STATES: [(&str, &str, &[&str]); 23] = [
    ("start", "", &[]),
    ("search", "#q=%22spy+satellite%22+OR+balloons", &[]),
    ("a query with problems", "#q=%22unclosed+(((&utm_source=mail", &[]),
    ("time", "#chart=time", &[]),
    ("articles over time", "#chart=time&measure=articles&line=japan&line=china", &[]),
    ("rates", "#measure=per-thousand&-zone=quote&line=nobody", &[".chart-summary"]),
    ("shares over time", "#chart=time&measure=share&once=on", &[".chart-summary"]),
    ("pairs", "#chart=pairs", &[]),
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
    ("actors", "#aliases=&edit=off:russia:Moscow&edit=merge:atlantis:japan", &[".proposals summary"]),
    ("aliases", "#aliases=russia&propose=off:russia:Moscow", &[]),
    ("nobody's aliases", "#aliases=atlantis", &[]),
    ("card and keys", "#about=corpus&keys=off", &[".keys-summary"]),
];

async fn no_barriers(dark: bool) -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let mut found = Vec::new();
    for width in [1280, 768, 320] {
        browser.look(Look { width, dark, ..Look::WIDE }).await?;
        for (name, link, clicks) in STATES {
            browser.start(&format!("{}{link}", server.url())).await?;
            for selector in clicks {
                browser.click(selector).await?;
            }
            if width < 960 {
                browser.value("document.querySelector('.filters').open = true").await?;
            }
            for barrier in browser.barriers().await? {
                found.push(format!("{name} at {width}: {barrier}"));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n\n"));
    browser.close().await
}

#[tokio::test]
async fn no_barriers_in_the_light() -> Result<()> {
    no_barriers(false).await
}

#[tokio::test]
async fn no_barriers_in_the_dark() -> Result<()> {
    no_barriers(true).await
}
