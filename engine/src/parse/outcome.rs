//! The input of a format's or shape's reader beside the text of a file, and its result.

use super::config::Settings;
use super::draft::Draft;
use crate::text::{Problem, Span};

/// The result of reading a file's text. All spans count in bytes of the decoded text.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) articles: Vec<Draft>,
    /// The spans that are set aside outside the articles, each with the id of its rule.
    pub(crate) outside: Vec<(Span, &'static str)>,
    pub(crate) problems: Vec<Problem>,
    /// The id of the rule for the text that no part claims: the format's own marks, or text outside every article.
    pub(crate) markup: &'static str,
}

/// The name and the settings of a file, and what is known of its article.
#[derive(Debug)]
pub(crate) struct FileContext<'a> {
    /// The name of the file.
    pub(crate) name: &'a str,
    /// The settings of the file.
    pub(crate) settings: &'a Settings,
    /// The headline that the headers of a mail give; the text need not have one.
    pub(crate) headline: Option<&'a str>,
}
