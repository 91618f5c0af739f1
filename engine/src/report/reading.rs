//! What is told of texts that a reader of the page has brought: how far they are read, and what was read.

use serde::{Deserialize, Serialize};

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What it is doing, as a line begins.
    pub does: String,
    /// How many steps of it are done.
    pub done: usize,
    /// Of how many; 0 where that is not known.
    pub of: usize,
    /// The bytes that were read.
    pub bytes: usize,
    /// The articles that were found.
    pub articles: usize,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The title of the corpus.
    pub title: String,
    /// What it says about itself.
    pub description: String,
    /// The number of source files.
    pub files: usize,
    /// The number of articles.
    pub articles: usize,
    /// The problems of what was brought.
    pub problems: Vec<Trouble>,
    /// The files that were there already.
    pub known: Vec<String>,
    /// The `corpus.toml` that counted; empty where there was none.
    pub settings: String,
}

/// A problem, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The file.
    pub file: String,
    /// The line and the column, both from 1; `None` where it is of the whole file.
    pub place: Option<(usize, usize)>,
    /// What was expected and found.
    pub message: String,
    /// What stands in that line.
    pub line: String,
    /// The article that the line is in, by its name.
    pub article: Option<String>,
}
