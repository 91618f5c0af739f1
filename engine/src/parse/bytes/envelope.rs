//! Envelopes: a text that stands in a file with headers around it. A mail or a saved page keeps it in one of its parts,
//! and the record of a crawl after what the crawler and the server said.

use super::decoded::Decoded;
use super::encoding;
use crate::corpus::{ArticleId, Field, Origin, Published};
use crate::parse::draft::Draft;
use crate::parse::tiling::{Part, Role};
use crate::text::{Problem, Span};
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// What an envelope says of the text in it. All spans count in bytes of the file.
#[derive(Debug)]
pub(crate) struct Envelope<'a> {
    /// The bytes of the text.
    pub(crate) body: Cow<'a, [u8]>,
    /// The map from the bytes of the text to those of the file.
    pub(crate) origin: Origin,
    /// The encoding that the headers name.
    pub(crate) encoding: Option<&'static Encoding>,
    /// The id of the rule for the headers and everything else beside the text.
    pub(crate) rule: &'static str,
    pub(crate) title: Option<Field<String, Span>>,
    pub(crate) published: Option<Field<Published, Span>>,
    pub(crate) url: Option<Field<String, Span>>,
    pub(crate) outlet: Option<Field<String, Span>>,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Envelope<'a> {
    /// The envelope of the text of `body`, which `origin` maps to the file.
    pub(crate) fn new(body: Cow<'a, [u8]>, origin: Origin, rule: &'static str) -> Envelope<'a> {
        Envelope {
            body,
            origin,
            rule,
            encoding: None,
            title: None,
            published: None,
            url: None,
            outlet: None,
            problems: Vec::new(),
        }
    }

    /// Decodes the text; all spans count in bytes of the file.
    ///
    /// # Errors
    /// The problem that says why it is none.
    pub(crate) fn text(&self) -> Result<Decoded<'_>, Problem> {
        let placed =
            |problem: Problem| Problem { span: self.origin.span(problem.span), message: problem.message };
        // What is UTF-8 is so by no chance, whatever a server says.
        let is_utf8 = |encoding: &&'static Encoding| {
            encoding.is_ascii_compatible() && std::str::from_utf8(&self.body).is_ok()
        };
        let named = self.encoding.filter(|encoding| *encoding != UTF_8 && !is_utf8(encoding));
        let mut decoded = match named {
            Some(encoding) => encoding::legacy(&self.body, encoding, Vec::new()),
            None => encoding::decode(&self.body).map_err(placed)?,
        };
        decoded.origin = Some(match decoded.origin {
            Some(origin) => origin.through(&self.origin),
            None => self.origin.clone(),
        });
        decoded.problems = decoded.problems.into_iter().map(placed).chain(self.problems.clone()).collect();
        Ok(decoded)
    }

    /// Gives `draft`, whose spans count in bytes of the file, the fields that it lacks; returns their parts.
    pub(crate) fn complete(&self, draft: &mut Draft, article: ArticleId) -> Vec<Part> {
        let before = draft.parts.len();
        if let (None, Some(title)) = (&draft.title, &self.title) {
            let span = title.from.span().unwrap_or_default();
            draft.title_origin = Origin::default();
            draft.title_origin.unit(0, title.value.len(), span, true);
            draft.title = Some(title.clone());
            draft.parts.push((span, Role::Title));
        }
        if let (None, Some(published)) = (&draft.published, &self.published) {
            draft.parts.extend(published.from.span().map(|span| (span, Role::Published)));
            draft.published = Some(published.clone());
        }
        if let (None, Some(url)) = (&draft.url, &self.url) {
            draft.parts.extend(url.from.span().map(|span| (span, Role::Url)));
            draft.url = Some(url.clone());
        }
        draft.outlet = draft.outlet.take().or_else(|| self.outlet.clone());
        let part = |(span, role): &(Span, Role)| Part { span: *span, role: *role, article: Some(article) };
        draft.parts[before..].iter().map(|entry| part(entry).in_file(None)).collect()
    }
}
