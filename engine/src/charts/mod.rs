//! Charts: data in, geometry out. Plain structs in shares of the plot, which the page makes boxes of,
//! and `figures` an SVG where a file is wanted.

mod bars;
mod columns;
mod pairs;
mod period;
mod roving_tabindex;
mod timeline;

pub use bars::{Bar, BarPart, Bars, bars};
pub use columns::{Column, columns};
pub use pairs::{Pairs, pairs};
pub use period::{Bin, Break, Period, Unit, broken_axis, period_of, periods, unit};
pub use roving_tabindex::step;
pub use timeline::{Series, Timeline, timeline};
