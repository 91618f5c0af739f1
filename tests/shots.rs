//! `cargo xtask shots`: pictures of the page in its main views, both themes, two widths.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use std::path::PathBuf;

/// The views: a name for the file, and the link.
const VIEWS: [(&str, &str); 5] = [
    ("start", ""),
    ("search", "#q=%22spy+satellite%22+OR+balloons"),
    ("mentions", "#mentions=kim-jong-un"),
    ("reader", "#q=missile*&article=feed.02"),
    ("nothing", "#q=putin&from=2023-10-01&to=2023-10-31&actor=japan"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let out = PathBuf::from(std::env::args().nth(1).ok_or("expected a folder for the pictures")?);
    std::fs::create_dir_all(&out)?;
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    for look in [Look::WIDE, Look::NARROW] {
        for dark in [false, true] {
            browser.look(Look { dark, ..look }).await?;
            for (name, link) in VIEWS {
                browser.start(&format!("{}{link}", server.url())).await?;
                let theme = if dark { "dark" } else { "light" };
                let file = out.join(format!("{name}-{}-{theme}.png", look.width));
                browser.driver.screenshot(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    browser.close().await
}
