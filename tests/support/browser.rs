//! A browser with its driver, and the built page on a local address. One of each a test, so that tests run side by side
//! and leave nothing behind.

use crate::driver::{Driver, Engine};
use serde_json::{Value, json};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use xtask::server::Server;

/// What can go wrong here ends the test.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How long a page may take to show what a test waits for.
const PATIENCE: Duration = Duration::from_secs(15);

/// The folder of the built page.
///
/// # Panics
/// Where `DATELINE_DIST` names none; `cargo xtask test` sets it.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("DATELINE_DIST").map(PathBuf::from);
    let dist = dist.expect("DATELINE_DIST names the built page; run `cargo xtask test --only browser`");
    assert!(dist.join("index.html").is_file(), "a built page in {}", dist.display());
    dist
}

/// The page in `folder`, served under `prefix` (`/` or `/some/sub/path/`).
///
/// # Errors
/// Where no port is free.
pub fn serve(folder: &Path, prefix: &str) -> Result<Server> {
    Ok(Server::start(folder, prefix, None)?)
}

/// A window of a browser.
pub struct Browser {
    /// The session. Its own drop would wait for an answer on the thread that has to give it; ours does not.
    pub driver: ManuallyDrop<WebDriver>,
    session: String,
    process: Driver,
    profile: PathBuf,
}

/// How a window looks to the page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Whether the reader prefers dark.
    pub dark: bool,
    /// Whether the system sets the colours.
    pub forced: bool,
}

impl Look {
    /// A desk.
    pub const WIDE: Look = Look { width: 1440, height: 900, dark: false, forced: false };
    /// A telephone.
    pub const NARROW: Look = Look { width: 360, height: 740, dark: false, forced: false };
}

/// What a window may take of its own width.
const ROOM: u32 = 100;

/// So many drivers are tried before it is said why none runs.
const DRIVERS: usize = 3;

impl Browser {
    /// Opens a window of Chromium.
    ///
    /// # Errors
    /// Where Chromium or its driver is missing or does not start.
    pub async fn open(look: Look) -> Result<Browser> {
        let browser = Browser::of(Engine::Chromium).await?;
        browser.look(look).await?;
        Ok(browser)
    }

    /// Opens a window of a browser of this engine.
    ///
    /// # Errors
    /// Where the browser or its driver is missing or does not start.
    pub async fn of(engine: Engine) -> Result<Browser> {
        // The port that a driver was given may be taken by another before it listens; it ends then.
        let again = || (1..DRIVERS).find_map(|_| Driver::start(engine).ok());
        let process = Driver::start(engine).or_else(|why| again().ok_or(why))?;
        let profile =
            std::env::temp_dir().join(format!("dateline-browser-{}-{}", std::process::id(), process.port));
        let capabilities = engine.capabilities(&profile)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", process.port), capabilities).await?;
        if engine != Engine::Chromium {
            driver.set_window_rect(0, 0, Look::WIDE.width + ROOM, Look::WIDE.height).await?;
        }
        let session = driver.session_id().to_string();
        Ok(Browser { driver: ManuallyDrop::new(driver), session, process, profile })
    }

    /// Changes the window's size and its colours.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn look(&self, look: Look) -> Result<()> {
        let tools = self.driver.cdp();
        let size =
            json!({"width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false});
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "forced-colors", "value": if look.forced { "active" } else { "none" }},
        ]);
        tools.send_raw("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        Ok(())
    }

    /// Opens `url` and waits until the app is in the page.
    ///
    /// # Errors
    /// Where the app does not start: its own sentence.
    pub async fn start(&self, url: &str) -> Result<()> {
        self.driver.goto("about:blank").await?;
        self.driver.goto(url).await?;
        let wait =
            "const done = arguments[0]; dateline.ready.then(() => done(null), (e) => done(e.message));";
        match self.driver.execute_async(wait, vec![]).await?.json() {
            Value::Null => Ok(()),
            why => Err(format!("the app did not start: {why}").into()),
        }
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// Where it throws.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        Ok(self.driver.execute(format!("return ({expression});"), vec![]).await?.json().clone())
    }

    /// How many elements `selector` names.
    ///
    /// # Errors
    /// Where the browser has gone.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(selector)).await?.len())
    }

    /// The text of the first element that `selector` names, as a reader sees it.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.driver.find(By::Css(selector)).await?.text().await?)
    }

    /// Clicks the first element that `selector` names.
    ///
    /// # Errors
    /// Where there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.driver.find(By::Css(selector)).await?;
        element.scroll_into_view().await?;
        Ok(element.click().await?)
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Presses Tab until the element that has the focus is one that `selector` names.
    ///
    /// # Errors
    /// Where none is reached.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        /// Stops on the longest page of these tests.
        const STOPS: usize = 400;
        for _ in 0..STOPS {
            let there = format!("document.activeElement.matches({})", json!(selector));
            if self.value(&there).await? == Value::Bool(true) {
                return Ok(());
            }
            self.tab().await?;
        }
        Err(format!("Tab never reaches {selector}").into())
    }

    /// Presses Tab as a keyboard does: keys that are sent to an element would give it the focus anew, and a field for a
    /// day begins again at its first part.
    async fn tab(&self) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let key = json!({"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9});
            self.driver.cdp().send_raw("Input.dispatchKeyEvent", key).await?;
        }
        Ok(())
    }

    /// What axe-core finds wrong in the page as it is: WCAG 2.0 to 2.2, A and AA, and best practices; or by these rules
    /// only.
    ///
    /// # Errors
    /// Where `DATELINE_AXE` names no script, or it throws.
    pub async fn barriers(&self, rules: &[&str]) -> Result<Vec<String>> {
        let script = std::env::var_os("DATELINE_AXE")
            .ok_or("DATELINE_AXE names axe-core; run `cargo xtask test --only browser`")?;
        self.driver.execute(std::fs::read_to_string(script)?, vec![]).await?;
        let run = "const [rules, done] = arguments;
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const says = (v) => v.nodes.slice(0, 4).map((n) => `${v.id} at ${n.target}: ${n.failureSummary}`);
            const runOnly = rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
            axe.run(document, { runOnly, resultTypes: ['violations'] })
                .then((found) => done(found.violations.flatMap(says)), (e) => done([String(e)]));";
        Ok(serde_json::from_value(self.driver.execute_async(run, vec![json!(rules)]).await?.json().clone())?)
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// Where it does not come true in time.
    pub async fn until(&self, expression: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if self.value(expression).await? == Value::Bool(true) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let seen = self.value("document.body.innerText.slice(0, 600)").await?;
        Err(format!("waited in vain for `{expression}`; the page shows: {seen}").into())
    }

    /// Everything that was written to the console since the last call.
    ///
    /// # Errors
    /// Where the browser has gone.
    pub async fn console(&self) -> Result<Vec<String>> {
        Ok(self.driver.get_log("browser").await?.into_iter().map(|entry| entry.message).collect())
    }

    /// Every address that the page has asked for since the last call; those inside it (`data:`) and the
    /// browser's own first tab left out.
    ///
    /// # Errors
    /// Where the browser has gone.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("performance").await?;
        let sent = log.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(&entry.message).ok()?;
            let sent = event["message"]["method"] == "Network.requestWillBeSent";
            sent.then(|| event["message"]["params"]["request"]["url"].as_str().map(str::to_owned)).flatten()
        });
        Ok(sent
            .filter(|url| {
                !["data:", "about:", "blob:", "chrome:", "chrome-untrusted:"]
                    .iter()
                    .any(|own| url.starts_with(own))
            })
            .collect())
    }

    /// Closes the window.
    ///
    /// # Errors
    /// Where it has gone already.
    pub async fn close(self) -> Result<()> {
        Ok(WebDriver::clone(&self.driver).quit().await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // What a driver was killed with, its browser outlives.
        self.process.end(&self.session);
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
