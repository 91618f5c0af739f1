//! What decided a mention.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What decided a mention. Spans are of the mention's own zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// It is a spelling of the actor in the lists.
    Listed,
    /// It shares the rest of its name with what follows: `North and South Korean`.
    Shared(Span),
    /// A short form, and the article names the actor.
    NamedToo,
    /// A short form of several words; the article does not name the actor, but states beside it.
    BesideStates,
    /// A short form without its article, before a verb, and the article names the actor.
    ActsShort(Span),
    /// These words make a capital a place.
    Place(Span),
    /// These words show that a capital acts.
    Acts(Span),
    /// Nothing near says that the capital acts, so it is read as a place.
    Usual,
    /// The only person of this surname or given name whom the article names.
    OnlyBearer,
    /// The article names several people of this surname, and this one nearest before.
    NearestBefore,
    /// The article names several people of this surname, none of them before this place, and this one first.
    NamedLater,
    /// Nobody of this surname is named in full.
    NobodyNamed,
    /// Written in capitals, where it could be a common word; the article names the actor elsewhere.
    Capitals,
    /// The article also speaks of somebody or something else of this name.
    AlsoOther,
    /// These words have a title that tells the person from others of the surname or given name.
    Titled(Span),
    /// Somebody of this surname who is in no list is meant.
    SomebodyElse,
    /// It stands where it could be a common word.
    CommonWord,
}
