//! What a reader looks at: the [`View`] that a link restores, the [`Selection`] it picks out, what it
//! [`measure`]s, the [`figure`]s and the rows of [`Evidence`] that stand for it, the [`source`] beside an article and
//! its [`differences`] from another, the [`report`]s that the command and the page's API give, and the [`wording`] of
//! numbers and dates.

mod amount;
mod applied;
mod card;
pub mod citation;
mod completion;
mod differences;
mod evidence;
mod explorer;
mod fields;
pub mod figure;
#[cfg(feature = "read")]
mod inspection;
mod link;
mod list;
pub mod measure;
pub mod passage;
mod period;
mod reading;
pub mod report;
pub mod source;
mod state;
mod strangers;
mod switch;
pub mod wording;

pub use amount::Amount;
pub use applied::Applied;
pub use card::Fact;
pub use completion::{Completion, CompletionKind};
pub use differences::{Difference, differences};
pub use evidence::Evidence;
pub use explorer::{ActorCount, Explorer, PeriodCount, Selection, SourceCount};
pub use fields::{Given, from_fields};
pub use figure::Figure;
pub use link::{from_fragment, length_note, to_fragment};
pub use list::Chosen;
pub use period::{presets, sweep};
pub use reading::{Change, Listed, Reading, Spelled};
pub use state::{At, View};
pub use switch::{Chart, Measure, Near, Order, Sort, Where};
