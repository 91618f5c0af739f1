//! What a reader of a format or a shape is given beside the text of a file, and what it gives back.

use super::config::Settings;
use super::draft::Draft;
use crate::text::{Problem, Span};

/// What a file's text gives: articles, what was set aside outside them, problems.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) articles: Vec<Draft>,
    pub(crate) outside: Vec<(Span, &'static str)>,
    pub(crate) problems: Vec<Problem>,
    /// The rule for what nothing claims: the format's own marks, or text that stands outside everything.
    pub(crate) markup: &'static str,
}

/// What is known of a file beside its text.
#[derive(Debug)]
pub(crate) struct FileContext<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// What an editor says of it.
    pub(crate) settings: &'a Settings,
}
