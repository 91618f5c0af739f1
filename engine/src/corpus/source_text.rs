//! Source texts: the stretch of a file around an article as it was collected, part by part, with what was set aside
//! in it and beside it. The page keeps them apart from the articles and reads one when somebody asks for it.

use super::FileSpan;
use super::article::Article;
use serde::{Deserialize, Serialize};

/// The source text of an article: its own parts, and what was set aside before it and after it, as far as the articles
/// beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// The bytes of the file that the parts cover.
    pub span: FileSpan,
    /// How many bytes the file has.
    pub file: u32,
    /// The parts in the order of the file; together they are all of `span`.
    pub parts: Vec<SourcePart>,
}

/// A part of a source text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePart {
    /// What it is.
    pub role: SourceRole,
    /// Its text; empty where the article has it letter by letter.
    pub(crate) own: String,
    /// What is left out of a long one.
    pub left_out: Option<LeftOut>,
}

/// What is left out of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Where, in bytes of the part's text.
    pub at: u32,
    /// How many bytes of text.
    pub bytes: u32,
}

/// What a part of a source text is: a part's role as a pack can hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceRole {
    /// The headline.
    Title,
    /// When it was published.
    Published,
    /// Where it was published.
    Url,
    /// The dateline.
    Dateline,
    /// A block of the body: its place in `Article::blocks`.
    Block(u32),
    /// Set aside: the place of the rule in `Corpus::rules`.
    SetAside(u32),
    /// White space between other parts.
    Separator,
    /// Part of another article.
    Other,
}

impl SourcePart {
    /// Its text in the file, of the `article` that the source text belongs to.
    pub fn text<'a>(&'a self, article: &'a Article) -> &'a str {
        match self.role {
            _ if !self.own.is_empty() => &self.own,
            SourceRole::Title => &article.title.text,
            SourceRole::Block(index) => article.blocks.get(index as usize).map_or("", |b| &b.text),
            _ => "",
        }
    }

    /// That text, or its beginning and its end where the middle is left out.
    pub fn pieces<'a>(&'a self, article: &'a Article) -> Vec<&'a str> {
        let text = self.text(article);
        let cut = self.left_out.and_then(|cut| text.split_at_checked(cut.at as usize));
        cut.map_or(vec![text], |(head, tail)| vec![head, tail])
    }
}
