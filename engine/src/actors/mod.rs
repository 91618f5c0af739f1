//! Who is mentioned: the lists of actors, the matcher that finds their names, the resolver that decides
//! what each name stands for here.
//!
//! In reading order: [`list`] reads one list, [`gazetteer`] merges them, [`matcher`] finds spellings, [`read`]
//! is a zone with its matches and [`context`] a match among its words; [`capital`], [`short`], [`person`] and
//! [`other`] each judge one kind of match, and [`resolver`] asks them. [`reason`] puts it into words.
//! [`discover`] suggests what is in no list yet; [`edits`] are what a reader changes in the lists.

mod capital;
mod context;
mod discover;
pub mod edits;
mod gazetteer;
mod list;
mod matcher;
mod mention;
mod other;
mod person;
mod read;
mod reason;
mod resolver;
mod short;
mod words;

pub use discover::{Suggestion, discover};
pub use edits::{Edit, Edited, Lists, Proposal};
pub use gazetteer::{Alias, Gazetteer, Kind, key_of};
pub use matcher::{Found, Matcher, Target};
pub use mention::{Actor, ActorId, Form, Mention, Mentions, Zone, zones};
pub use reason::Reason;
pub use resolver::annotate;
