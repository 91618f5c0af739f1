//! Figures: charts as values, ready to be drawn. Each mark has its position, its description and the view that it
//! opens; the same figure gives the chart on the page, the table beside it, and the files to download.

use super::table::Table;
use crate::actors::Form;
use crate::view::View;

/// A chart with its texts and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What the chart shows, as a sentence.
    pub title: String,
    /// The source line: corpus, filters, and what was counted.
    pub source: String,
    /// The note on what was left out for lack of room; empty where nothing was.
    pub left_out: String,
    /// The marks of the chart.
    pub plot: Plot,
    /// The same numbers as a table.
    pub table: Table,
}

/// The marks of a chart, by its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// One bar for each actor.
    Bars(Vec<BarRow>),
    /// One row of columns for each actor.
    Time(TimePlot),
    /// One row for each actor, with a cell for each actor of the rows before.
    Pairs(Vec<PairRow>),
}

/// An actor with the views that filter by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The actor's id.
    pub id: String,
    /// The actor's name.
    pub name: String,
    /// Whether the view requires the actor.
    pub on: bool,
    /// The view that requires the actor, or no longer requires it where it did.
    pub include: View,
    /// The view that excludes the actor.
    pub exclude: View,
}

/// A part of a chart that opens a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number of mentions, articles or paragraphs: as many as the view that it opens shows.
    pub value: u32,
    /// The amount as it is written: `1,063`, `2.41`, `64.3%`.
    pub written: String,
    /// The position at which it begins, as a fraction of the plot.
    pub start: f64,
    /// The length or height, as a fraction of the plot.
    pub length: f64,
    /// The description for screen readers.
    pub says: String,
    /// The view that a click opens.
    pub opens: View,
}

/// The bar of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// The actor.
    pub actor: Named,
    /// The whole bar.
    pub whole: Mark,
    /// The part of each form that occurs; empty where articles are counted.
    pub parts: Vec<(Form, Mark)>,
}

/// The columns of a few actors over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePlot {
    /// The first and the last period, in words; `None` where no article has a day.
    pub ends: Option<(String, String)>,
    /// The number of columns, without the one for undated articles.
    pub columns: usize,
    /// One row for each actor.
    pub rows: Vec<TimeRow>,
    /// The ids of the actors of the rows.
    pub drawn: Vec<String>,
}

/// The columns of an actor over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// The actor.
    pub actor: Named,
    /// The sum of the columns' values.
    pub total: u32,
    /// The amount of all columns together, as it is written.
    pub written: String,
    /// The amount of the highest column, as it is written.
    pub highest: String,
    /// The columns; `None` for a period without articles. The one for undated articles comes last, where there are any.
    pub marks: Vec<Option<Mark>>,
    /// The view that draws the other rows without this one.
    pub without: View,
}

/// The pairs of an actor with those of the rows before.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The actor.
    pub actor: Named,
    /// The pair with each actor of the rows before, in their order.
    pub marks: Vec<Mark>,
}
