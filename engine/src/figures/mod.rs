//! Charts and tables as values: [`figure`] what is drawn, [`build`] the figure of a view; [`bars`], [`time`], [`pairs`] and
//! [`by_outlet`] fill the kinds of [`Plot`], [`ticks`] an axis of time; [`source`] says where the numbers come from and
//! names the files; [`amount`] a value of a chart, [`table`] rows and CSV, [`rows_table`] rows of evidence, [`svg`] a
//! picture.

mod amount;
mod bars;
mod build;
mod by_outlet;
mod figure;
mod pairs;
mod rows_table;
mod source;
pub mod svg;
pub mod table;
mod ticks;
mod time;

pub use amount::Amount;
pub use figure::{
    Addition, AxisBreak, BarRow, Figure, HeatCell, HeatHead, HeatPlot, HeatRow, Mark, Named, Plot, Tick,
    TimePlot, TimeRow,
};
pub use rows_table::{rows_crumb, rows_title};
