//! What parsing gives: a corpus of articles, plain immutable data.

use super::{FileSpan, Origin, Published};
use crate::text::{Problem, Span};
use serde::{Deserialize, Serialize};

/// Which article of a corpus: its place in [`Corpus::articles`]. It is a number and nothing else, so that JavaScript
/// reads one where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(transparent)]
pub struct ArticleId(pub u32);

/// Which source file of a corpus: its place in [`Corpus::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// Everything that was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// What the corpus is called; from `corpus.toml`.
    pub title: String,
    /// A sentence or two on what it holds; may be empty.
    pub description: String,
    /// Names of the source files, in order, relative to the folder that was read.
    pub files: Vec<String>,
    /// The articles, in file-name order, then in order in the file.
    pub articles: Vec<Article>,
    /// What was not as expected, in the same order.
    pub problems: Vec<FileProblem>,
    /// Articles that tell the same text.
    pub groups: Vec<Group>,
    /// The rules that set something aside, most often first.
    pub rules: Vec<AppliedRule>,
}

impl Corpus {
    /// The article at `id`; ids come from this corpus, so a foreign one gives `None`.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.0 as usize)
    }

    /// Every article with its id, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = (ArticleId, &Article)> {
        self.articles.iter().enumerate().map(|(i, a)| (ArticleId(i as u32), a))
    }

    /// The article that is called `name` in links and in the command's JSON.
    pub fn named(&self, name: &str) -> Option<ArticleId> {
        self.ids().find(|(_, a)| a.name == name).map(|(id, _)| id)
    }

    /// First and last day on which an article was published; `None` where all are undated.
    pub fn days(&self) -> Option<(super::Day, super::Day)> {
        let days = || self.articles.iter().filter_map(Article::day);
        Some((days().min()?, days().max()?))
    }
}

/// A rule that set something aside in a corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedRule {
    /// Its name.
    pub id: String,
    /// Why what it takes is not part of an article.
    pub why: String,
    /// How many parts it took.
    pub times: u32,
    /// How many bytes they have.
    pub bytes: u64,
}

/// How something is known. While a file is read, `S` is a [`Span`] of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provenance<S = FileSpan> {
    /// It stands in the source file, at these bytes.
    Read(S),
    /// An editor set it, in `corpus.toml`.
    Editor,
    /// It follows from the text: the first sentence as a title, the language of the words.
    Derived,
}

impl<S: Copy> Provenance<S> {
    /// Where it stands in the source file; `None` where it stands nowhere.
    pub fn span(self) -> Option<S> {
        match self {
            Provenance::Read(span) => Some(span),
            Provenance::Editor | Provenance::Derived => None,
        }
    }

    /// The same with its span led elsewhere.
    pub(crate) fn map<T>(self, lead: impl Fn(S) -> T) -> Provenance<T> {
        match self {
            Provenance::Read(span) => Provenance::Read(lead(span)),
            Provenance::Editor => Provenance::Editor,
            Provenance::Derived => Provenance::Derived,
        }
    }
}

/// Articles that tell the same text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// They, in the order of the corpus; two or more.
    pub members: Vec<Member>,
}

/// An article of a [`Group`], compared with the group's first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Which.
    pub article: ArticleId,
    /// What both texts have in common of what either has, 0 to 1.
    pub similarity: f32,
    /// How much of the shorter text stands in the longer one, 0 to 1.
    pub shared: f32,
}

/// A value, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T, S = FileSpan> {
    /// What is known.
    pub value: T,
    /// How.
    pub from: Provenance<S>,
}

impl<T> Field<T> {
    /// A value that an editor set.
    pub fn set(value: T) -> Field<T> {
        Field { value, from: Provenance::Editor }
    }
}

impl<T, S: Copy> Field<T, S> {
    /// A value that stands at `span`.
    pub fn read(value: T, span: S) -> Field<T, S> {
        Field { value, from: Provenance::Read(span) }
    }

    /// The same with its span led elsewhere.
    pub(crate) fn map<R>(self, lead: impl Fn(S) -> R) -> Field<T, R> {
        Field { value: self.value, from: self.from.map(lead) }
    }
}

/// One news item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its name in links and in JSON: the file's name without its ending, and a number where the file
    /// holds several.
    pub name: String,
    /// The file it stands in.
    pub file: FileId,
    /// From its first part to its last.
    pub span: FileSpan,
    /// Its headline.
    pub title: Title,
    /// When it was published; `None` is undated, and never guessed.
    pub published: Option<Field<Published>>,
    /// The outlet that published it.
    pub outlet: Option<Field<String>>,
    /// Where it was published.
    pub url: Option<Field<String>>,
    /// The place its dateline names.
    pub dateline: Option<Field<String>>,
    /// Photo, agency and reporter credits, syndication notes.
    pub credits: Vec<Credit>,
    /// Its language as a BCP 47 primary tag: what the source declares, or what its words show.
    pub language: Option<Field<String>>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Words in the blocks.
    pub words: u32,
}

impl Article {
    /// The name of the outlet; empty where the source names none.
    pub fn outlet_name(&self) -> &str {
        self.outlet.as_ref().map_or("", |outlet| outlet.value.as_str())
    }

    /// The BCP 47 primary tag of its language, where that is known.
    pub fn language_tag(&self) -> Option<&str> {
        self.language.as_ref().map(|language| language.value.as_str())
    }

    /// What an editor set of it, in the words of a reader.
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

    /// The day it was published; `None` is undated.
    pub fn day(&self) -> Option<super::Day> {
        self.published.as_ref().map(|published| published.value.day())
    }
}

/// A headline, or the first sentence where the text has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The words.
    pub text: String,
    /// How they are known.
    pub from: Provenance,
    /// The way back to the bytes, where the source spells it differently; the command alone needs it.
    #[serde(skip)]
    pub origin: Origin,
}

impl Title {
    /// Whether the text has no headline and this repeats its first sentence. Such a title is shown, but
    /// neither searched nor counted: its words stand in the body already.
    pub fn is_derived(&self) -> bool {
        self.from == Provenance::Derived
    }

    /// The headline's text where there is one.
    pub fn own(&self) -> Option<&str> {
        (!self.is_derived()).then_some(self.text.as_str())
    }

    /// A span of the headline as bytes of the source file; `None` where the source spells it differently.
    pub fn in_file(&self, span: Span) -> Option<FileSpan> {
        in_file(&self.origin, self.from.span()?, &self.text, span)
    }
}

/// A span of `text`, which was read at `place`, as bytes of the source file. Without runs the origin is the place.
fn in_file(origin: &Origin, place: FileSpan, text: &str, span: Span) -> Option<FileSpan> {
    if origin.is_empty() {
        return (place.len() == text.len()).then(|| Origin::placed(span.shifted(place.start)));
    }
    origin.literal(span)
}

/// Whom a text thanks, or how it came here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit<S = FileSpan> {
    /// What kind it is.
    pub kind: CreditKind,
    /// The name, or the note's own words.
    pub text: String,
    /// Where it was read.
    pub span: S,
}

/// The kinds of credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CreditKind {
    /// Who made a picture.
    Photo,
    /// The agency that wrote the text.
    Agency,
    /// The reporter.
    Reporter,
    /// A note on how the text was syndicated.
    Syndication,
}

/// A piece of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block<S = FileSpan> {
    /// What kind it is.
    pub kind: BlockKind,
    /// Its text, as the source spells it.
    pub text: String,
    /// From its first to its last byte.
    pub span: S,
    /// Who says it, in a transcript.
    pub speaker: Option<String>,
    /// The way back to the bytes, where the source spells it differently; the command alone needs it.
    #[serde(skip)]
    pub origin: Origin,
}

impl Block {
    /// A span of this block's text as bytes of the source file; `None` where the source spells the text
    /// differently.
    pub fn in_file(&self, span: Span) -> Option<FileSpan> {
        in_file(&self.origin, self.span, &self.text, span)
    }
}

/// The kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the text.
    Heading,
    /// One point of a list.
    ListItem,
    /// Words of another speaker, set apart.
    Quote,
    /// Words under a picture.
    Caption,
    /// The line that sums the text up before it begins.
    Standfirst,
}

impl BlockKind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::ListItem => "list-item",
            BlockKind::Quote => "quote",
            BlockKind::Caption => "caption",
            BlockKind::Standfirst => "standfirst",
        }
    }
}

/// A problem of a source file, or of a list such as `actors.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The file's name, as in [`Corpus::files`], or the name of the list.
    pub file: String,
    /// Where.
    pub span: FileSpan,
    /// A sentence in lower case without a full stop: what was found, what was expected, what to do.
    pub message: String,
}

impl FileProblem {
    /// A problem of `file`, whose text was led back to its bytes.
    pub fn new(file: &str, problem: Problem) -> FileProblem {
        FileProblem { file: file.to_owned(), span: Origin::placed(problem.span), message: problem.message }
    }
}
