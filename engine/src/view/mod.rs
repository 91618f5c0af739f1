//! What a link restores, as plain data: [`parts`] the view, a row for each of its parts, [`switch`] its switches,
//! [`at`] positions in an article; [`state`] the steps from one view to another, [`period`] its filter on dates,
//! [`rule`] which mentions count; [`link`] the view as a URL fragment, [`fields`] as an object of fields.

mod at;
mod fields;
mod link;
mod parts;
mod period;
pub(crate) mod rule;
mod state;
mod switch;

pub use at::At;
pub use fields::{Given, from_fields};
pub use link::{from_fragment, length_note, to_fragment, version_note};
pub use parts::View;
pub use period::{brush, presets};
pub use rule::CountingRule;
pub use state::{EVERYBODY, Opened};
pub use switch::{Chart, Layout, Measure, Near, Order, Sort, Where};
