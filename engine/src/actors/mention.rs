//! Mentions: the spans that name actors.

use super::{Actor, ActorId, Form, Reason};
use crate::corpus::{Article, ArticleId, Corpus, FileSpan};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The text of an article that a span counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Zone {
    /// The headline.
    Title,
    /// The block at this index in `Article::blocks`.
    Block(u32),
}

impl Zone {
    /// Its text in `article`; empty where the article has no such zone.
    pub fn of(self, article: &Article) -> &str {
        match self {
            Zone::Title => &article.title.text,
            Zone::Block(index) => article.blocks.get(index as usize).map_or("", |b| &b.text),
        }
    }

    /// A span of this zone in bytes of the source file; `None` where the source spells the text differently.
    pub fn in_file(self, article: &Article, span: Span) -> Option<FileSpan> {
        match self {
            Zone::Title => article.title.in_file(span),
            Zone::Block(index) => article.blocks.get(index as usize)?.in_file(span),
        }
    }
}

/// The zones of an article that are searched and counted, in reading order. A derived title is not among
/// them: its words stand in the body.
pub fn zones(article: &Article) -> impl Iterator<Item = (Zone, &str)> {
    let title = article.title.own().map(|text| (Zone::Title, text));
    let blocks = article.blocks.iter().enumerate().map(|(i, b)| (Zone::Block(i as u32), b.text.as_str()));
    title.into_iter().chain(blocks)
}

/// A span of a title or body that names an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The article's id.
    pub article: ArticleId,
    /// The zone of the article.
    pub zone: Zone,
    /// Its span, in bytes of the zone's text.
    pub at: Span,
    /// The actor that it names; `None` for a surname that nobody in the article bears, which counts for no actor.
    pub actor: Option<ActorId>,
    /// The form of the mention.
    pub form: Form,
    /// Whether the context decides actor and form; otherwise they are the usual reading.
    pub sure: bool,
    /// What decides actor and form.
    pub reason: Reason,
}

impl Mention {
    /// The words that name the actor.
    pub fn surface<'c>(&self, corpus: &'c Corpus) -> &'c str {
        corpus.article(self.article).map_or("", |article| self.at.of(self.zone.of(article)))
    }
}

/// Every mention of a corpus, in reading order, and the actors that they name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mentions {
    /// The actors that are mentioned at least once, in the order of the lists.
    pub actors: Vec<Actor>,
    /// The mentions, in reading order.
    pub list: Vec<Mention>,
}

impl Mentions {
    /// The actor with this index; `None` for an index that is not from this value.
    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(id.0 as usize)
    }

    /// The index of the actor that lists, links and JSON call `id`.
    pub fn named(&self, id: &str) -> Option<ActorId> {
        self.actors.iter().position(|a| a.id == id).map(|i| ActorId(i as u32))
    }
}
