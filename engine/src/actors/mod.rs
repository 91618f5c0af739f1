//! Actors: the lists that name them, the matcher that finds their names, the resolver that decides what each name
//! stands for in its article.
//!
//! In reading order: [`actor`], [`form`] and [`mention`] are what is counted; [`list`] reads one list, [`gazetteer`]
//! merges them, [`matcher`] finds spellings, [`read`] is a zone with its matches and [`context`] a match in its
//! context; [`capital`], [`short`], [`person`], [`edges`] and [`other_meanings`] each judge one kind of match,
//! [`article_names`] is what an article says of its names as a whole, and [`resolver`] asks them all with what is
//! [`known`]; [`languages`] has the names of states in other languages. [`reason`] is what decided a mention,
//! and [`because`] is that in words; [`dismissal`] is why a match is no mention, [`exceptions`] are single places that do not
//! count. [`discover`] suggests what is in
//! no list yet; [`edits`] are what a reader changes in the lists.

mod actor;
mod article_names;
mod because;
mod capital;
mod context;
mod discover;
mod dismissal;
mod edges;
pub mod edits;
mod exceptions;
mod form;
mod gazetteer;
mod known;
#[cfg(feature = "read")]
mod languages;
mod list;
mod matcher;
mod mention;
mod other_meanings;
mod person;
mod read;
mod reason;
mod resolver;
mod short;
mod titles;

pub use actor::{Actor, ActorId, Kind};
pub use discover::{Suggestion, discover};
pub use dismissal::{Dismissal, Dismissed};
pub use edits::{Edit, Edited, Lists, Proposal};
pub use exceptions::{exception, phrase};
pub use form::Form;
pub use gazetteer::{Alias, Gazetteer, key_of};
pub use matcher::{Match, Matcher, Target};
pub use mention::{Mention, Mentions, Zone, zones};
pub use reason::Reason;
pub use resolver::{Annotating, annotate, dismissed};
