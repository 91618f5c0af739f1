//! The regular expressions of this room, compiled on first use.

use regex::Regex;
use std::sync::LazyLock;

/// A regular expression in the code: `static LINK: Pattern = pattern!(r"https?://\S+");`.
pub(crate) type Pattern = LazyLock<Regex>;

/// Makes a [`Pattern`] from a literal; panics on first use if it does not compile.
macro_rules! pattern {
    ($text:expr $(,)?) => {
        std::sync::LazyLock::new(|| regex::Regex::new($text).expect("a pattern that stands in the code"))
    };
}

pub(crate) use pattern;
