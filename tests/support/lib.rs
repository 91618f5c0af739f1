//! What the tests and the benches share. In reading order: texts to read, folders to fill, chance that can be
//! repeated, news made by it, views to try, a slow answer to compare with, and a page in a browser.

/// With the feature `browser`, a page on a local address and a browser to look at it.
#[cfg(feature = "browser")]
pub mod browser;
/// Chance from a seed.
pub mod dice;
/// With the feature `browser`, the engines of browsers and what drives them.
#[cfg(feature = "browser")]
pub mod driver;
/// More news than there are.
pub mod larger;
/// Views to try on a corpus.
pub mod material;
/// News to measure with, and queries on it.
pub mod news;
/// What a query means, said slowly.
pub mod oracle;
/// News made of the repository's own corpus.
pub mod press;
/// Folders that a test may fill.
pub mod scratch;
/// The texts that the tests read.
pub mod sources;
