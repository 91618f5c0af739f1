//! `cargo xtask shots`: pictures of the page in its main views, both themes, three widths.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use std::path::PathBuf;

/// The views: a name for the file, and the link.
const VIEWS: [(&str, &str); 12] = [
    ("start", ""),
    ("search", "#q=%22spy+satellite%22+OR+balloons"),
    ("time", "#chart=time"),
    ("where", "#chart=where"),
    ("pairs", "#chart=pairs&near=paragraph&-form=place"),
    ("mentions", "#mentions=kim-jong-un&order=left"),
    ("hits", "#q=missile*&hits=all&order=right"),
    ("reader", "#q=missile*&article=feed.02"),
    ("source", "#article=warning&text=source"),
    ("filters", "#from=2024-06-01&to=2024-06-30&actor=russia&-actor=china&-source=Artifex.News"),
    ("aliases", "#aliases=russia&propose=off:russia:Moscow&edit=off:russia:Kremlin"),
    ("nothing", "#q=putin&from=2023-10-01&to=2023-10-31&actor=japan"),
];

/// A tablet.
const TABLET: Look = Look { width: 768, height: 1024, dark: false, forced: false };

#[tokio::main]
async fn main() -> Result<()> {
    let out = PathBuf::from(std::env::args().nth(1).ok_or("expected a folder for the pictures")?);
    // A name of a view, for that one alone.
    let only = std::env::args().nth(2);
    std::fs::create_dir_all(&out)?;
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for look in [Look::WIDE, TABLET, Look::NARROW] {
        for dark in [false, true] {
            browser.look(Look { dark, ..look }).await?;
            for (name, link) in VIEWS.iter().filter(|(name, _)| only.as_ref().is_none_or(|only| only == name))
            {
                browser.start(&format!("{}{link}", server.url())).await?;
                let theme = if dark { "dark" } else { "light" };
                let file = out.join(format!("{name}-{}-{theme}.png", look.width));
                browser.driver.screenshot(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    // The brief that a printer makes, at the width of a sheet.
    browser.look(Look { width: 760, height: 1075, ..Look::WIDE }).await?;
    browser.start(&format!("{}#q=missile*&from=2024-06-01", server.url())).await?;
    browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
    let file = out.join("brief.png");
    browser.driver.screenshot(&file).await?;
    println!("{}", file.display());
    browser.close().await
}
