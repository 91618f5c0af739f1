//! Why what looks like an actor does not count.

use super::Zone;
use crate::text::Span;

/// A match that is no mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dismissed {
    /// The zone of the article.
    pub zone: Zone,
    /// Its span, in bytes of the zone's text.
    pub at: Span,
    /// Why it does not count.
    pub why: Dismissal,
}

/// Why a match is no mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dismissal {
    /// It is, or is part of, the name of something that is no actor: `Sea of Japan`.
    OtherName,
    /// Somebody else of this name is meant.
    SomebodyElse,
    /// It can mean something else, and the article does not name the actor clearly.
    OtherMeaning,
    /// A short form or a given name, and the article does not name the actor in full.
    NotNamed,
    /// It stands where it is a common word.
    CommonWord,
    /// The lists except this place.
    Excepted,
}

impl Dismissal {
    /// The reason in words, as a sentence without a full stop.
    pub fn because(self) -> &'static str {
        match self {
            Dismissal::OtherName => "it is, or is part of, a name of something else",
            Dismissal::SomebodyElse => "somebody else of this name is meant",
            Dismissal::OtherMeaning => {
                "it can mean something else, and the article does not name the actor clearly"
            }
            Dismissal::NotNamed => "a short form, and the article does not name the actor in full",
            Dismissal::CommonWord => "it stands where it is a common word",
            Dismissal::Excepted => "the lists except this place",
        }
    }
}
