//! What the tests and the benches share. In reading order: texts to read, folders to write in, chance that can be
//! repeated, views made by it, a slow answer to compare with, and a page in a browser.

/// With the feature `browser`, a page on a local address and a Chromium to look at it.
#[cfg(feature = "browser")]
pub mod browser;
/// Chance from a seed.
pub mod dice;
/// Views to try on a corpus.
pub mod material;
/// What a query means, said slowly.
pub mod oracle;
/// Folders that a test may fill.
pub mod scratch;
/// The texts that the tests read.
pub mod sources;
