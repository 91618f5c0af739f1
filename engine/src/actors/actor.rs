//! An actor: what it is called, and what it is.

use serde::{Deserialize, Serialize};

/// Which actor: its place in [`Mentions::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorId(pub u32);

/// A state, person, organisation or news agency that the corpus talks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Its name in links, lists and JSON: `north-korea`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A country.
    State,
    /// Somebody.
    Person,
    /// A body of states or people.
    Organisation,
    /// A news agency or broadcaster.
    Agency,
}

impl Kind {
    /// Its name in lists and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Agency => "agency",
        }
    }

    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::State, Kind::Person, Kind::Organisation, Kind::Agency];

    /// How it reads after a name.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Kind::State => "a state",
            Kind::Person => "a person",
            Kind::Organisation => "an organisation",
            Kind::Agency => "a news agency",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == text)
    }
}

/// Whether `id` is written as ids are.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
