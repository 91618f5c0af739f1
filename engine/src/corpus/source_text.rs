//! Source texts: the stretch of a source file around an article, part by part, with what was set aside in it and beside
//! it. The page loads them apart from the articles, when one is opened.

use super::FileSpan;
use super::article::Article;
use serde::{Deserialize, Serialize};

/// The source text of an article: its own parts, and what was set aside before and after it, up to the neighbouring
/// articles and within the bounds that were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// The bytes of the source file that the parts cover.
    pub span: FileSpan,
    /// The size of the whole source file, in bytes.
    pub file: u32,
    /// The parts, in the order of the file; they tile `span`.
    pub parts: Vec<SourcePart>,
}

/// A part of a source text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePart {
    /// The role of the part.
    pub role: SourceRole,
    /// The decoded text, shortened by `left_out`; empty where it equals the text that the article has.
    pub(crate) own: String,
    /// The middle that is left out of a long part; `None` where the text is complete.
    pub left_out: Option<LeftOut>,
}

/// The place and the size of what is left out of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The offset of the cut, in bytes of the text that is kept.
    pub at: u32,
    /// The size of what is left out, in bytes of decoded text.
    pub bytes: u32,
}

/// The role of a part in a source text: `parse::Role` in a form that a pack can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceRole {
    /// The headline.
    Title,
    /// The date or time of publication.
    Published,
    /// The link.
    Url,
    /// The place line.
    Dateline,
    /// A block of the body, by its index in `Article::blocks`.
    Block(u32),
    /// Set aside by a cleaning rule, by its index in `Corpus::rules`.
    SetAside(u32),
    /// White space between parts.
    Separator,
    /// A part of another article.
    Other,
}

impl SourceText {
    /// Has each part that was set aside name its rule by the place that `now` gives for the one it has.
    pub fn move_rules(&mut self, mut now: impl FnMut(u32) -> u32) {
        for part in &mut self.parts {
            if let SourceRole::SetAside(rule) = &mut part.role {
                *rule = now(*rule);
            }
        }
    }
}

impl SourcePart {
    /// The decoded text of the part; `article` is the one that the source text belongs to.
    pub fn text<'a>(&'a self, article: &'a Article) -> &'a str {
        match self.role {
            _ if !self.own.is_empty() => &self.own,
            SourceRole::Title => &article.title.text,
            SourceRole::Block(index) => article.blocks.get(index as usize).map_or("", |b| &b.text),
            _ => "",
        }
    }

    /// The text as one piece, or as two where its middle is left out.
    pub fn pieces<'a>(&'a self, article: &'a Article) -> Vec<&'a str> {
        let text = self.text(article);
        let cut = self.left_out.and_then(|cut| text.split_at_checked(cut.at as usize));
        cut.map_or(vec![text], |(head, tail)| vec![head, tail])
    }
}
