//! The engines of browsers, and the programs that drive them.

use crate::browser::Result;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, LoggingPrefsLogLevel};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(15);

/// An engine of browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium and Chrome, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser, on a screen that nobody sees.
    WebKit,
}

impl Engine {
    /// The engine that `DATELINE_ENGINE` names; Chromium where it names none.
    pub fn chosen() -> Engine {
        match std::env::var("DATELINE_ENGINE").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            _ => Engine::Chromium,
        }
    }

    /// What the driver is asked for; Chromium keeps its files in `profile`.
    pub(crate) fn capabilities(self, profile: &Path) -> Result<Capabilities> {
        Ok(match self {
            Engine::Chromium => chromium(profile)?,
            Engine::Firefox => {
                let (firefox, _) = xtask::tools::firefox().ok_or("a Firefox and geckodriver")?;
                options("moz:firefoxOptions", json!({ "binary": firefox, "args": ["-headless"] }))
            }
            Engine::WebKit => Capabilities::new(),
        })
    }
}

fn options(of: &str, options: Value) -> Capabilities {
    Capabilities::from(serde_json::Map::from_iter([(of.to_owned(), options)]))
}

fn chromium(profile: &Path) -> Result<Capabilities> {
    let (chromium, _) = xtask::browser::pair().ok_or_else(xtask::browser::found)?;
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&chromium.display().to_string())?;
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ] {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}

/// A driver that listens.
pub(crate) struct Driver {
    /// Where.
    pub(crate) port: u16,
    process: Child,
    /// The screen that nobody sees.
    screen: Option<Child>,
}

impl Driver {
    /// Starts the driver of a browser of this engine.
    ///
    /// # Errors
    /// Where it is missing or does not listen.
    pub(crate) fn start(engine: Engine) -> Result<Driver> {
        match engine {
            Engine::Chromium => {
                let (_, driver) = xtask::browser::pair().ok_or_else(xtask::browser::found)?;
                Driver::that_says(Command::new(driver).arg("--port=0"), "started successfully on port ")
            }
            Engine::Firefox => {
                let (_, driver) = xtask::tools::firefox().ok_or("a Firefox and geckodriver")?;
                Driver::that_says(Command::new(driver).arg("--port=0"), "Listening on 127.0.0.1:")
            }
            Engine::WebKit => Driver::webkit(),
        }
    }

    /// A driver that says on which port it listens, after these words.
    fn that_says(command: &mut Command, words: &'static str) -> Result<Driver> {
        let mut process =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let said = said(process.stdout.take().ok_or("the driver's output is piped")?, move |line| {
            let (_, port) = line.split_once(words)?;
            port.trim().trim_end_matches('.').parse().ok()
        });
        let mut driver = Driver { port: 0, process, screen: None };
        match said {
            Some(port) => driver.port = port,
            None => return Err("the driver did not say on which port it listens".into()),
        }
        Ok(driver)
    }

    /// The driver of WebKitGTK, which has no headless mode and is told its port.
    fn webkit() -> Result<Driver> {
        let programs = xtask::browser::webkit().ok_or("WebKitWebDriver and Xvfb")?;
        let mut screen = Command::new(programs.screen)
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let number: Option<u32> = said(screen.stdout.take().ok_or("the screen's output is piped")?, |line| {
            line.trim().parse().ok()
        });
        let number = number.ok_or("the screen did not say its number")?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let process = Command::new(programs.driver)
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{number}"))
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let driver = Driver { port, process, screen: Some(screen) };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if Instant::now() > end {
                return Err("the driver of WebKit does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// Ends the session, and with it the browser, then the driver. A driver closes its windows when it is asked to, and
    /// not when it is killed.
    pub(crate) fn end(&mut self, session: &str) {
        for request in [format!("DELETE /session/{session}"), "GET /shutdown".to_owned()] {
            let asked = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).and_then(|mut driver| {
                driver.set_read_timeout(Some(Duration::from_secs(5)))?;
                let host = format!("Host: 127.0.0.1:{}\r\n", self.port);
                let head = "Content-Length: 0\r\nConnection: close\r\n\r\n";
                driver.write_all(format!("{request} HTTP/1.1\r\n{host}{head}").as_bytes())?;
                // To its end, or as long as it takes: not every driver closes the connection.
                driver.read(&mut [0; 512])
            });
            if asked.is_ok() {
                std::thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// The first thing that a program says and `find` finds, where it says so in time; it is read on, so that it never waits
/// for someone to listen.
fn said<T: Send + 'static>(
    out: impl Read + Send + 'static,
    find: impl FnMut(String) -> Option<T> + Send + 'static,
) -> Option<T> {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut lines = BufReader::new(out).lines();
        let found = lines.by_ref().map_while(std::io::Result::ok).find_map(find);
        let _ = tell.send(found);
        lines.for_each(drop);
    });
    told.recv_timeout(PATIENCE).ok().flatten()
}
