//! What a link restores, as plain data: [`state`] the view, [`switch`] its switches, [`period`] its dates, [`rule`] what
//! counts in it; [`link`] the view as a URL fragment, [`fields`] as an object of fields.

mod fields;
mod link;
mod period;
pub(crate) mod rule;
mod state;
mod switch;

pub use fields::{Given, from_fields};
pub use link::{from_fragment, length_note, to_fragment};
pub use period::{brush, presets};
pub use rule::Rule;
pub use state::{At, View};
pub use switch::{Chart, Measure, Near, Order, Sort, Where};
