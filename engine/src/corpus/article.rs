//! A corpus and its articles, as plain immutable data: the result of parsing.

use super::applied_rule::AppliedRule;
use super::blocks::Blocks;
use super::in_file::in_file;
use super::{FileSpan, Origin, Published};
use crate::text::{Problem, Span};
use serde::{Deserialize, Serialize};

/// The index of an article in [`Corpus::articles`]. It has the layout of a `u32`, because the page's API reads lists of
/// ids from memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(transparent)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// The index where `articles` more stand first.
    #[cfg(feature = "read")]
    pub(crate) fn after(self, articles: usize) -> ArticleId {
        ArticleId(self.0 + articles as u32)
    }
}

/// The index of a source file in [`Corpus::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// Everything that was read from one folder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The title, from `corpus.toml`.
    pub title: String,
    /// The description, a sentence or two from `corpus.toml`; may be empty.
    pub description: String,
    /// The names of the source files, sorted, relative to the folder that was read.
    pub files: Vec<String>,
    /// The articles, in the order of [`Corpus::files`], then in the order of the file.
    pub articles: Vec<Article>,
    /// The problems of the source files, in their order, then those of names in `corpus.toml`; the command puts those
    /// of its other lists first.
    pub problems: Vec<FileProblem>,
    /// The groups of near-duplicates, in the order of their first members.
    pub groups: Vec<Group>,
    /// The cleaning rules that set something aside, most frequent first.
    pub rules: Vec<AppliedRule>,
}

impl Corpus {
    /// The article with this id; `None` if the id is not one of this corpus.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.0 as usize)
    }

    /// Every article with its id, in corpus order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = (ArticleId, &Article)> {
        self.articles.iter().enumerate().map(|(i, a)| (ArticleId(i as u32), a))
    }

    /// The id of the article with this [`name`](Article::name); `None` if there is none.
    pub fn named(&self, name: &str) -> Option<ArticleId> {
        self.ids().find(|(_, a)| a.name == name).map(|(id, _)| id)
    }

    /// Adds the files, articles, problems and rules of `next`, under the title of this one where it has files, and without
    /// groups; rules are not sorted.
    #[cfg(feature = "read")]
    pub fn append(&mut self, next: Corpus) {
        if self.files.is_empty() {
            (self.title, self.description) = (next.title, next.description);
        }
        let first = self.files.len() as u32;
        let placed = |article: Article| Article { file: FileId(first + article.file.0), ..article };
        self.files.extend(next.files);
        self.articles.extend(next.articles.into_iter().map(placed));
        self.problems.extend(next.problems);
        AppliedRule::add(&mut self.rules, next.rules);
    }

    /// The first and the last day on which an article was published; `None` if all articles are undated.
    pub fn days(&self) -> Option<(super::Day, super::Day)> {
        let days = || self.articles.iter().filter_map(Article::day);
        Some((days().min()?, days().max()?))
    }
}

/// The provenance of a value. `S` is a [`FileSpan`], bytes of the source file; while a file is read, it is a [`Span`]
/// of its decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provenance<S = FileSpan> {
    /// Read from the source file, at these bytes.
    Read(S),
    /// Set by an editor in `corpus.toml`.
    Editor,
    /// Derived from the text, as a title from the first sentence or a language from the words.
    Derived,
}

impl<S: Copy> Provenance<S> {
    /// The span that the value was read from; `None` if it was not read.
    pub fn span(self) -> Option<S> {
        match self {
            Provenance::Read(span) => Some(span),
            Provenance::Editor | Provenance::Derived => None,
        }
    }

    /// The same provenance with its span converted by `lead`.
    #[cfg(feature = "read")]
    pub(crate) fn map<T>(self, lead: impl Fn(S) -> T) -> Provenance<T> {
        match self {
            Provenance::Read(span) => Provenance::Read(lead(span)),
            Provenance::Editor => Provenance::Editor,
            Provenance::Derived => Provenance::Derived,
        }
    }
}

/// A group of near-duplicates: articles that tell the same text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// At least two articles, in corpus order.
    pub members: Vec<Member>,
}

/// An article of a [`Group`], compared with the first article of the group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// The article's id.
    pub article: ArticleId,
    /// The Jaccard similarity of both texts' shingles, 0 to 1.
    pub similarity: f32,
    /// The share of the shorter text's shingles that the longer text has too, 0 to 1.
    pub shared: f32,
}

/// A value with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T, S = FileSpan> {
    /// The value.
    pub value: T,
    /// The provenance of the value.
    pub from: Provenance<S>,
}

impl<T> Field<T> {
    /// A field that an editor set.
    pub fn set(value: T) -> Field<T> {
        Field { value, from: Provenance::Editor }
    }
}

impl<T, S: Copy> Field<T, S> {
    /// A field that was read at `span`.
    pub fn read(value: T, span: S) -> Field<T, S> {
        Field { value, from: Provenance::Read(span) }
    }

    /// The same field with its span converted by `lead`.
    #[cfg(feature = "read")]
    pub(crate) fn map<R>(self, lead: impl Fn(S) -> R) -> Field<T, R> {
        Field { value: self.value, from: self.from.map(lead) }
    }
}

/// One news item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The name in links and in JSON, unique in the corpus: the file's name without its ending, and a number where the
    /// file holds several articles.
    pub name: String,
    /// The source file that the article was read from.
    pub file: FileId,
    /// The bytes of the source file from the article's first part to its last.
    pub span: FileSpan,
    /// The headline, or the first sentence where there is none.
    pub title: Title,
    /// The day or moment of publication; `None` if the article is undated, which is never guessed.
    pub published: Option<Field<Published>>,
    /// The outlet that published it.
    pub outlet: Option<Field<String>>,
    /// The link to the article.
    pub url: Option<Field<String>>,
    /// The place that the place line names, such as `SEOUL —`; the key `dateline` in JSON.
    pub dateline: Option<Field<String>>,
    /// The credits, in the order in which they were found.
    pub credits: Vec<Credit>,
    /// The language as a BCP 47 primary tag, declared by the source or detected from the words.
    pub language: Option<Field<String>>,
    /// The blocks of the body, in reading order.
    pub blocks: Blocks,
    /// The number of words in all blocks.
    pub words: u32,
}

impl Article {
    /// The name of the outlet; empty if the source names none.
    pub fn outlet_name(&self) -> &str {
        self.outlet.as_ref().map_or("", |outlet| outlet.value.as_str())
    }

    /// The BCP 47 primary tag of the language; `None` if it is unknown.
    pub fn language_tag(&self) -> Option<&str> {
        self.language.as_ref().map(|language| language.value.as_str())
    }

    /// The names of the fields that an editor set, as the page shows them.
    pub fn edited(&self) -> Vec<&'static str> {
        let by_editor = |field: &Option<Field<String>>| field.as_ref().map(|field| field.from);
        let fields = [
            ("title", Some(self.title.from)),
            ("date", self.published.as_ref().map(|published| published.from)),
            ("source", by_editor(&self.outlet)),
            ("link", by_editor(&self.url)),
            ("dateline", by_editor(&self.dateline)),
            ("language", by_editor(&self.language)),
        ];
        fields
            .into_iter()
            .filter(|(_, from)| *from == Some(Provenance::Editor))
            .map(|(name, _)| name)
            .collect()
    }

    /// The day of publication; `None` if the article is undated.
    pub fn day(&self) -> Option<super::Day> {
        self.published.as_ref().map(|published| published.value.day())
    }
}

/// A headline, or the first sentence where the text has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The text of the title.
    pub text: String,
    /// The provenance of the text.
    pub from: Provenance,
    /// The map back to the bytes; empty where the source has the text as it is. Only the command needs it, so a pack
    /// leaves it out.
    #[serde(skip)]
    pub origin: Origin,
}

impl Title {
    /// Whether the article has no headline and this title repeats its first sentence. A derived title is shown but
    /// neither searched nor counted, because its words are in the body.
    pub fn is_derived(&self) -> bool {
        self.from == Provenance::Derived
    }

    /// The text of the headline; `None` if the title is derived.
    pub fn own(&self) -> Option<&str> {
        (!self.is_derived()).then_some(self.text.as_str())
    }

    /// The bytes of the source file that spell `span` of the headline; `None` if the source spells it differently.
    /// `span` counts in bytes of the headline's text.
    pub fn in_file(&self, span: Span) -> Option<FileSpan> {
        in_file(&self.origin, self.from.span()?, &self.text, span)
    }
}

/// A photo, agency or reporter credit, or a syndication note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit<S = FileSpan> {
    /// The kind of credit.
    pub kind: CreditKind,
    /// The name that is credited, or the text of the note.
    pub text: String,
    /// The bytes of the source file; while a file is read, of its decoded text.
    pub span: S,
}

/// The kinds of credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CreditKind {
    /// The photographer or agency of a picture.
    Photo,
    /// The news agency that wrote the text.
    Agency,
    /// The reporter or editor.
    Reporter,
    /// A note on the syndication or republication of the text.
    Syndication,
}

impl CreditKind {
    /// The name of the kind in JSON.
    pub fn name(self) -> &'static str {
        match self {
            CreditKind::Photo => "photo",
            CreditKind::Agency => "agency",
            CreditKind::Reporter => "reporter",
            CreditKind::Syndication => "syndication",
        }
    }
}

/// A problem of a source file, or of a list such as `actors.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The file's name, as in [`Corpus::files`], or the name of the list.
    pub file: String,
    /// The bytes of the file.
    pub span: FileSpan,
    /// The message, in lower case and without a full stop: what was expected, what was found, what to do.
    pub message: String,
}

impl FileProblem {
    /// The problem of `file` as a whole.
    pub fn whole(file: &str, message: &str) -> FileProblem {
        FileProblem { file: file.to_owned(), span: FileSpan::default(), message: message.to_owned() }
    }

    /// The problem of `file`, whose span already counts in bytes of that file.
    pub fn new(file: &str, problem: Problem) -> FileProblem {
        FileProblem { file: file.to_owned(), span: Origin::placed(problem.span), message: problem.message }
    }
}
