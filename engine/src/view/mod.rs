//! What a reader looks at: the [`View`] that a link restores, the [`Selection`] it picks out, what it
//! [`measure`]s, the [`report`]s that the command and the page's API give, and the [`wording`] of numbers and dates.

mod applied;
mod explorer;
#[cfg(feature = "read")]
mod inspection;
mod link;
pub mod measure;
mod period;
pub mod report;
mod state;
pub mod wording;

pub use applied::Applied;
pub use explorer::{ActorCount, Chosen, Evidence, Explorer, PeriodCount, Selection, SourceCount};
pub use link::{from_fragment, to_fragment};
pub use period::Period;
pub use state::{At, View};
