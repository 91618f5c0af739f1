//! Charts: data in, geometry out. Plain structs in shares of the plot, which the page maps to SVG.

mod bars;
mod columns;

pub use bars::{Bar, Bars, bars};
pub use columns::{Column, columns};
