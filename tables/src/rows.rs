//! The rows of each table.

use crate::record;
use crate::schema::Table;
use dateline_builder::digest;
use dateline_engine::actors::{Actor, Mentions};
use dateline_engine::corpus::{Article, ArticleId, Day, SourceText};
use dateline_engine::parse::{Bounds, Parsed, Role, Signature};
use dateline_engine::report::mention_row;
use dateline_engine::text::Tokens;
use std::borrow::Cow;

/// What the rows of articles are made of: a corpus, or a portion of one.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The articles, and what became of each file.
    pub parsed: &'a Parsed,
    /// Their mentions.
    pub mentions: &'a Mentions,
}

/// The rows of a group of near-duplicates.
pub(crate) fn group(members: &[Duplicate]) -> Rows<'_> {
    let first = members.first().map_or("", |it| it.article.as_str());
    Box::new(members.iter().map(move |Duplicate { article, similarity, shared }| {
        let [similarity, shared] = [similarity, shared].map(|it| Value::Number(f64::from(*it)));
        vec![first.into(), article.into(), similarity, shared]
    }))
}

/// What the rows of a corpus as a whole are made of.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    /// The title.
    pub title: &'a str,
    /// The description.
    pub description: &'a str,
    /// The name and the text of each list that was read.
    pub lists: &'a [(String, String)],
    /// The actors that are mentioned.
    pub actors: &'a [&'a Actor],
}

/// An article of a group of near-duplicates, compared with the first.
#[derive(Clone, Debug)]
pub struct Duplicate {
    /// The name of the article.
    pub article: String,
    /// The Jaccard similarity of their shingles, 0 to 1.
    pub similarity: f32,
    /// The share of the shorter text's shingles that the longer text has too, 0 to 1.
    pub shared: f32,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    None,
    Text(Cow<'a, str>),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    Day(Day),
    Bytes(Vec<u8>),
}

impl Value<'_> {
    /// The same without what it was made of.
    pub(crate) fn into_owned(self) -> Value<'static> {
        match self {
            Value::Text(text) => Value::Text(text.into_owned().into()),
            Value::None => Value::None,
            Value::Integer(number) => Value::Integer(number),
            Value::Number(number) => Value::Number(number),
            Value::Boolean(truth) => Value::Boolean(truth),
            Value::Day(day) => Value::Day(day),
            Value::Bytes(bytes) => Value::Bytes(bytes),
        }
    }

    /// The number where it is whole and no less than 0; else 0.
    pub(crate) fn number(&self) -> u32 {
        if let Value::Integer(number) = self { u32::try_from(*number).unwrap_or_default() } else { 0 }
    }

    /// The text; empty where it is none.
    pub(crate) fn text(&self) -> &str {
        if let Value::Text(text) = self { text } else { "" }
    }
}

/// A row: a value for each column.
pub(crate) type Row<'a> = Vec<Value<'a>>;

/// The rows of a table, which are made as they are asked for.
pub(crate) type Rows<'a> = Box<dyn Iterator<Item = Row<'a>> + 'a>;

impl Value<'_> {
    /// The bytes of a text or of bytes; 0 of others.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Value::Text(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
            _ => 0,
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Value<'a> {
        Value::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Value<'a> {
        Value::Text(text.as_str().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Integer(number.into())
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Value::Boolean(truth)
    }
}

impl From<Day> for Value<'_> {
    fn from(day: Day) -> Self {
        Value::Day(day)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Value<'a> {
        value.map_or(Value::None, Into::into)
    }
}

/// A row of these values.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Value::from($value)),*] };
}

impl<'a> Whole<'a> {
    /// The rows of `table`; none where it is one of articles.
    pub(crate) fn rows(self, table: &Table) -> Rows<'a> {
        match table.name {
            "corpus" => {
                let version = env!("CARGO_PKG_VERSION");
                Box::new(std::iter::once(row![self.title, self.description, version]))
            }
            "lists" => Box::new(self.lists.iter().map(|(name, text)| row![name, text])),
            "actors" => Box::new(self.actors.iter().map(|it| row![&it.id, &it.name, it.kind.name()])),
            _ => Box::new(std::iter::empty()),
        }
    }
}

impl<'a> Source<'a> {
    /// The rows of `table`; none where it is one of the whole.
    pub(crate) fn rows(self, table: &Table) -> Rows<'a> {
        match table.name {
            "files" => self.files(),
            "articles" => self.articles(),
            "credits" => self.credits(),
            "blocks" => self.blocks(),
            "mentions" => self.mentions(),
            "ledger" => self.ledger(),
            "problems" => self.problems(),
            "records" => self.records(),
            "signatures" => self.signatures(),
            _ => Box::new(std::iter::empty()),
        }
    }

    fn files(self) -> Rows<'a> {
        Box::new(
            self.parsed
                .files
                .iter()
                .map(|file| row![&file.name, file.len() as u32, file.encoding(), digest(file.bytes())]),
        )
    }

    fn each_article(self) -> impl Iterator<Item = (ArticleId, &'a Article)> {
        self.parsed.corpus.ids()
    }

    fn articles(self) -> Rows<'a> {
        let files = &self.parsed.corpus.files;
        Box::new(self.each_article().map(|(_, it)| {
            row![
                &it.name,
                files.get(it.file.0 as usize).map_or("", String::as_str),
                &it.title.text,
                it.title.is_derived(),
                it.published.as_ref().map(|published| published.value.to_string()),
                it.day(),
                it.outlet.as_ref().map(|field| &field.value),
                it.url.as_ref().map(|field| &field.value),
                it.dateline.as_ref().map(|field| &field.value),
                it.language_tag(),
                it.words,
                it.title.own().map_or(0, |title| Tokens::of(title).iter().count() as u32),
                it.span.start,
                it.span.end,
            ]
        }))
    }

    fn credits(self) -> Rows<'a> {
        let credits = |(_, it): (_, &'a Article)| {
            it.credits.iter().map(|credit| row![&it.name, credit.kind.name(), &credit.text])
        };
        Box::new(self.each_article().flat_map(credits))
    }

    fn blocks(self) -> Rows<'a> {
        let blocks = |(_, it): (_, &'a Article)| {
            it.blocks.iter().enumerate().map(|(place, block)| {
                row![&it.name, place as u32, block.kind.name(), &block.text, block.speaker.as_ref()]
            })
        };
        Box::new(self.each_article().flat_map(blocks))
    }

    fn mentions(self) -> Rows<'a> {
        let Source { parsed, mentions } = self;
        let rows = mentions.list.iter().filter_map(|mention| mention_row(&parsed.corpus, mentions, mention));
        Box::new(rows.map(|it| {
            row![
                it.article, it.file, it.zone, it.block, it.at, it.surface, it.actor, it.kind, it.form,
                it.sure, it.start, it.end,
            ]
        }))
    }

    fn ledger(self) -> Rows<'a> {
        Box::new(self.parsed.files.iter().flat_map(|file| {
            file.parts.iter().filter_map(move |part| {
                let Role::Ledger(rule) = part.role else { return None };
                Some(row![&file.name, part.span.start, part.span.end, rule, file.shown(part)])
            })
        }))
    }

    fn problems(self) -> Rows<'a> {
        let problems = self.parsed.corpus.problems.iter();
        Box::new(problems.map(|it| row![&it.file, it.span.start, it.span.end, &it.message]))
    }

    fn signatures(self) -> Rows<'a> {
        let articles = self.parsed.corpus.articles.iter().zip(&self.parsed.signatures);
        Box::new(articles.flat_map(|(article, signature)| {
            let hashes = signature.iter().flat_map(|Signature { whole, shingles }| {
                let none = shingles.is_empty().then_some(None);
                none.into_iter().chain(shingles.iter().map(Some)).map(move |shingle| (whole, shingle))
            });
            // The bits of a number without a sign, as one with a sign.
            hashes.map(|(whole, shingle)| {
                vec![(&article.name).into(), Value::Integer(*whole as i64), shingle.copied().into()]
            })
        }))
    }

    fn records(self) -> Rows<'a> {
        let parsed = self.parsed;
        Box::new(self.each_article().filter_map(move |(id, article)| {
            let text = SourceText::of(parsed, id, Bounds::PAGE)?;
            Some(vec![(&article.name).into(), Value::Bytes(record::of(article, text, &parsed.corpus.rules))])
        }))
    }
}
