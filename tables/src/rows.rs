//! The rows of each table.

use crate::record;
use crate::schema::Table;
use dateline_engine::actors::Mentions;
use dateline_engine::corpus::{Article, ArticleId, Day, SourceText};
use dateline_engine::parse::{Bounds, Parsed, Role, Signature, signature};
use dateline_engine::report::mention_row;
use dateline_engine::text::Tokens;
use std::borrow::Cow;

/// What tables are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The corpus, and what became of each file.
    pub parsed: &'a Parsed,
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// The name and the text of each list that was read.
    pub lists: &'a [(String, String)],
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

impl<'a> Source<'a> {
    /// The rows of `table`.
    pub(crate) fn rows(self, table: &Table) -> Rows<'a> {
        match table.name {
            "corpus" => self.corpus(),
            "lists" => Box::new(self.lists.iter().map(|(name, text)| row![name, text])),
            "files" => self.files(),
            "articles" => self.articles(),
            "credits" => self.credits(),
            "blocks" => self.blocks(),
            "actors" => self.actors(),
            "mentions" => self.mentions(),
            "ledger" => self.ledger(),
            "problems" => self.problems(),
            "near_duplicates" => self.near_duplicates(),
            "records" => self.records(),
            "signatures" => self.signatures(),
            _ => Box::new(std::iter::empty()),
        }
    }

    fn corpus(self) -> Rows<'a> {
        let corpus = &self.parsed.corpus;
        Box::new(std::iter::once(row![&corpus.title, &corpus.description, env!("CARGO_PKG_VERSION")]))
    }

    fn files(self) -> Rows<'a> {
        Box::new(self.parsed.files.iter().map(|file| row![&file.name, file.len() as u32, file.encoding()]))
    }

    fn actors(self) -> Rows<'a> {
        Box::new(self.mentions.actors.iter().map(|it| row![&it.id, &it.name, it.kind.name()]))
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
        let Source { parsed, mentions, .. } = self;
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

    fn near_duplicates(self) -> Rows<'a> {
        let name = |id: ArticleId| self.parsed.corpus.article(id).map_or("", |it| it.name.as_str());
        Box::new(self.parsed.corpus.groups.iter().flat_map(move |group| {
            let first = group.members.first().map_or("", |member| name(member.article));
            group.members.iter().map(move |member| {
                let [similarity, shared] =
                    [member.similarity, member.shared].map(|share| Value::Number(f64::from(share)));
                vec![first.into(), name(member.article).into(), similarity, shared]
            })
        }))
    }

    fn signatures(self) -> Rows<'a> {
        Box::new(self.each_article().flat_map(|(_, article)| {
            let hashes = signature(article).into_iter().flat_map(|Signature { whole, shingles }| {
                let none = shingles.is_empty().then_some(None);
                none.into_iter().chain(shingles.into_iter().map(Some)).map(move |shingle| (whole, shingle))
            });
            // The bits of a number without a sign, as one with a sign.
            hashes.map(|(whole, shingle)| {
                vec![(&article.name).into(), Value::Integer(whole as i64), shingle.into()]
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
