//! An actor: its id, its name and its kind.

use serde::{Deserialize, Serialize};

/// The index of an actor: in `Gazetteer::actors` while texts are matched, in `Mentions::actors` afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorId(pub u32);

/// A state, person, organisation, news agency or armed group that the corpus talks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Its id in links, lists and JSON: `north-korea`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
}

/// The kind of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A country.
    State,
    /// A single person.
    Person,
    /// A body of states or people.
    Organisation,
    /// A news agency or broadcaster.
    Agency,
    /// An armed group or a political movement.
    Group,
}

impl Kind {
    /// Its name in lists and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Agency => "agency",
            Kind::Group => "group",
        }
    }

    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::State, Kind::Person, Kind::Organisation, Kind::Agency, Kind::Group];

    /// The kind with its article, as it reads after a name: `a state`.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Kind::State => "a state",
            Kind::Person => "a person",
            Kind::Organisation => "an organisation",
            Kind::Agency => "a news agency",
            Kind::Group => "a group",
        }
    }

    /// The kind that lists and JSON call `text`.
    pub(super) fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == text)
    }
}

/// Whether `id` is well-formed: lower-case ASCII letters, digits and hyphens, at least one.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
