//! A reader with a page and one way to work it: the mouse, or the keyboard alone.

use crate::CARDS;
use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::server::Server;

/// Does a task; where it fails, the error names it.
pub(crate) async fn task(name: &str, done: impl Future<Output = Result<()>>) -> Result<()> {
    done.await.map_err(|why| format!("{name}: {why}").into())
}

/// How a task is done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Keyboard,
}

/// A reader with a page.
pub(crate) struct Reader {
    /// The window.
    pub(crate) browser: Browser,
    server: Server,
    /// How it is worked.
    pub(crate) hand: Hand,
    /// Whether the filters stand beside the chart.
    pub(crate) wide: bool,
    /// Whether what opens takes the page.
    pub(crate) narrow: bool,
}

impl Reader {
    /// A reader with the example's page.
    pub(crate) async fn new(hand: Hand, look: Look) -> Result<Reader> {
        let browser = Browser::open(look).await?;
        Ok(Reader {
            browser,
            server: serve(&dist(), "/")?,
            hand,
            wide: look.width >= 1440,
            narrow: look.width < 640,
        })
    }

    /// Opens the page at `link`.
    pub(crate) async fn open(&self, link: &str) -> Result<()> {
        self.browser.start(&format!("{}{link}", self.server.url())).await
    }

    /// Opens the filters where they are folded away.
    pub(crate) async fn filters(&self) -> Result<()> {
        if !self.wide { self.follow(".filters-summary").await } else { Ok(()) }
    }

    /// Puts the filters away where they take the page.
    pub(crate) async fn filtered(&self) -> Result<()> {
        if self.narrow { self.follow(".filters-foot > .button").await } else { Ok(()) }
    }

    /// Follows a link or presses a button: with a click, or with Tab and Enter.
    pub(crate) async fn follow(&self, selector: &str) -> Result<()> {
        match self.hand {
            Hand::Mouse => self.browser.click(selector).await,
            Hand::Keyboard => {
                self.browser.tab_to(selector).await?;
                self.browser.press(Key::Enter).await
            }
        }
    }

    /// Goes to the mark that `selector` names in a chart, and follows it: with a click, or with Tab to the first
    /// mark, `arrows`, and Enter.
    pub(crate) async fn mark(&self, first: &str, arrows: &[Key], selector: &str) -> Result<()> {
        if self.hand == Hand::Mouse {
            return self.browser.click(selector).await;
        }
        self.browser.tab_to(first).await?;
        for arrow in arrows {
            self.browser.press(arrow.clone()).await?;
        }
        let there = format!("document.activeElement.matches({})", json!(selector));
        self.browser.until(&there).await?;
        self.browser.press(Key::Enter).await
    }

    /// Chooses a line of a drop-down: with a click, or with Tab and its first letters.
    pub(crate) async fn choose(&self, selector: &str, line: &str) -> Result<()> {
        match self.hand {
            Hand::Mouse => {
                let option = format!("{selector} option");
                let all = self.browser.driver.find_all(By::Css(option)).await?;
                for option in all {
                    if option.text().await? == line {
                        return Ok(option.click().await?);
                    }
                }
                Err(format!("no line {line}").into())
            }
            Hand::Keyboard => {
                self.browser.tab_to(selector).await?;
                self.browser.press(line).await
            }
        }
    }

    /// Types into a field: after a click, or after Tab.
    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        match self.hand {
            Hand::Mouse => self.browser.click(selector).await?,
            Hand::Keyboard => self.browser.tab_to(selector).await?,
        }
        self.browser.press(text).await
    }

    /// Waits for a list of so many articles.
    pub(crate) async fn cards(&self, count: usize) -> Result<()> {
        self.browser.until(&format!("document.querySelectorAll('{CARDS}').length === {count}")).await
    }

    /// The number that an element begins with, also where something lies over it.
    pub(crate) async fn number(&self, selector: &str) -> Result<usize> {
        let text = self.says(selector).await?;
        Ok(text.split_whitespace().next().unwrap_or_default().replace(',', "").parse()?)
    }

    /// What an element says, also where something lies over it.
    pub(crate) async fn says(&self, selector: &str) -> Result<String> {
        let text =
            self.browser.value(&format!("document.querySelector({}).textContent", json!(selector))).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
