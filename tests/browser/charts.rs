//! What only the page can show of its charts: marks that open rows, the cursor through all strips, the picture that is
//! copied.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;

/// A number by source opens as many rows as it says, and the head of its column filters.
#[tokio::test]
async fn a_number_by_source_opens_its_rows() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#chart=where", server.url())).await?;
    let said = browser.text("tbody tr:first-child .heat-cell").await?.parse::<usize>()?;
    let articles = browser.text(".heat-head .heat-note").await?;
    browser.click("tbody tr:first-child .heat-cell").await?;
    assert_eq!(crate::rows(&browser).await?, said);
    assert!(browser.text(".panel-title").await?.starts_with(&format!("{said} mentions of ")));
    browser.driver.back().await?;
    browser.until("document.querySelectorAll('.heat-head').length > 1").await?;
    browser.click(".heat-head .heat-filter").await?;
    browser.until("document.querySelectorAll('.heat-head').length === 1").await?;
    assert!(browser.text(".chart-about").await?.contains(&articles), "{articles}");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.close().await
}

/// A column under the pointer is marked in every strip, and one line has the values of all.
#[tokio::test]
async fn a_column_is_marked_in_every_strip() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(&format!("{}#chart=time&line=russia&line=japan&line=china", server.url())).await?;
    let marked = "[...document.querySelectorAll('.column-cursor')].map((c) => c.style.gridColumn || 'none')";
    let says = "document.querySelector('.line-says').innerText";
    let point = "document.querySelector('.line:nth-child(2) .column-link').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    browser
        .until(&format!("{point} && ['Russia ', 'Japan ', 'China '].every((name) => {says}.includes(name))"))
        .await?;
    let columns = browser.value(&format!("new Set({marked}).size + ' of ' + {marked}.length")).await?;
    assert_eq!(columns, json!("1 of 3"));
    assert!(browser.text(".line-head ~ .line-columns .column-break").await?.ends_with("days"));
    browser.value("document.querySelector('.lines').parentElement.dispatchEvent(new PointerEvent('pointerleave')) && 0").await?;
    browser.until(&format!("!{says}.includes('Japan')")).await?;
    browser.close().await
}

/// A picture goes to the clipboard as PNG in the size that is chosen; where that is refused, the page says so.
#[tokio::test]
async fn a_picture_is_copied() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    browser.start(server.url()).await?;
    let write = "(items) => items[0].getType('image/png').then((blob) => createImageBitmap(blob))
        .then((image) => { window.copied = [image.width, image.height].join(); })";
    let clipboard = |write: &str| {
        format!(
            "Object.defineProperty(navigator, 'clipboard', {{ value: {{ write: {write} }}, configurable: true }}) && 0"
        )
    };
    browser.value(&clipboard(write)).await?;
    browser.click(".file-size:nth-of-type(2)").await?;
    browser.click(".file-copy").await?;
    browser.until("window.copied === '2160,2160'").await?;
    browser.until("document.querySelector('.files [role=status]').innerText === 'Copied'").await?;
    browser.value(&clipboard("() => Promise.reject(new Error('no'))")).await?;
    browser.click(".file-copy").await?;
    browser
        .until("document.querySelector('.files [role=status]').innerText.includes('download the PNG')")
        .await?;
    browser.close().await
}
