//! The browser and the driver that the browser tests use, as they are found on this machine. A driver only
//! drives a browser of its own major version, so the two are chosen together.

use std::env;
use std::path::{Path, PathBuf};

use crate::command::{command, on_path, printed, runnable, version_in};

/// Names of Chromium and Chrome on PATH.
const BROWSERS: [&str; 4] = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

/// Chrome where macOS puts programs, which is not on PATH.
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A Chromium or Chrome that [`chromedriver`] can drive.
pub fn chromium() -> Option<PathBuf> {
    pair().map(|(browser, _)| browser)
}

/// The driver of [`chromium`].
pub fn chromedriver() -> Option<PathBuf> {
    pair().map(|(_, driver)| driver)
}

/// A browser and a driver of one major version.
pub fn pair() -> Option<(PathBuf, PathBuf)> {
    let browsers: Vec<_> = browsers().into_iter().filter_map(|file| Some((major(&file)?, file))).collect();
    drivers().into_iter().find_map(|driver| {
        let version = major(&driver)?;
        let (_, browser) = browsers.iter().find(|(browser, _)| *browser == version)?;
        Some((browser.clone(), driver))
    })
}

/// Firefox.
pub fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].iter().find_map(|name| on_path(name))
}

/// The programs that show WebKitGTK.
pub struct WebKit {
    /// Its driver, which brings its own browser.
    pub driver: PathBuf,
    /// A screen that nobody sees.
    pub screen: PathBuf,
}

/// WebKitGTK's driver, and the screen that it needs.
pub fn webkit() -> Option<WebKit> {
    Some(WebKit { driver: on_path("WebKitWebDriver")?, screen: on_path("Xvfb")? })
}

/// What is there, for a sentence about what is missing.
pub fn found() -> String {
    let list = |files: Vec<PathBuf>, missing: &str| {
        let files: Vec<_> = files
            .iter()
            .map(|file| match major(file) {
                Some(major) => format!("{} (version {major})", file.display()),
                None => format!("{} (which does not tell its version)", file.display()),
            })
            .collect();
        if files.is_empty() { missing.to_string() } else { files.join(", ") }
    };
    format!("found {} and {}", list(browsers(), "no browser"), list(drivers(), "no chromedriver"))
}

fn browsers() -> Vec<PathBuf> {
    let mac = Some(PathBuf::from(MAC_CHROME)).filter(|file| runnable(file));
    BROWSERS.iter().filter_map(|name| on_path(name)).chain(mac).collect()
}

fn drivers() -> Vec<PathBuf> {
    // GitHub's machines name the folder of the driver that fits their Chrome in this variable.
    let named = env::var_os("CHROMEWEBDRIVER").map(|folder| {
        let name = format!("chromedriver{}", env::consts::EXE_SUFFIX);
        PathBuf::from(folder).join(name)
    });
    named.filter(|file| runnable(file)).into_iter().chain(on_path("chromedriver")).collect()
}

fn major(program: &Path) -> Option<u32> {
    let said = printed(command(program).arg("--version")).ok()?;
    version_in(&said)?.split('.').next()?.parse().ok()
}
