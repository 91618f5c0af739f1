//! Charts and tables as values: [`figure`] what is drawn, [`build`] the figure of a view; [`bars`], [`time`] and
//! [`pairs`] fill the three kinds of [`Plot`]; [`amount`] a value of a chart, [`table`] rows and CSV, [`rows_table`]
//! rows of evidence, [`svg`] a picture.

mod amount;
mod bars;
mod build;
mod figure;
mod pairs;
mod rows_table;
pub mod svg;
pub mod table;
mod time;

pub use amount::Amount;
pub use figure::{BarRow, Figure, Mark, Named, PairRow, Plot, TimePlot, TimeRow};
pub use rows_table::{rows_crumb, rows_title};
