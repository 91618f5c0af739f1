//! What the tests share: with the feature `browser`, a page on a local address and a Chromium to look at it.

#[cfg(feature = "browser")]
pub mod browser;
