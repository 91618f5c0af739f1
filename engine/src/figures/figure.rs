//! Figures: what a chart shows, ready to be drawn. Each mark knows its place, what it says, and the view that it
//! opens; the same figure gives the chart on the page, the table beside it, and the files to download.

use super::table::Table;
use crate::actors::Form;
use crate::view::View;

/// A chart with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows, as a sentence.
    pub title: String,
    /// Where the figures come from: corpus, period, filters, what was counted.
    pub source: String,
    /// What was left out for room; empty where nothing was.
    pub left_out: String,
    /// What is drawn.
    pub plot: Plot,
    /// The same as a table.
    pub table: Table,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// A bar an actor.
    Bars(Vec<BarRow>),
    /// A row of columns an actor.
    Time(TimePlot),
    /// A row an actor, with a cell for each actor before it.
    Pairs(Vec<PairRow>),
}

/// An actor with the ways to filter by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is asked for.
    pub on: bool,
    /// Asks for it, or no longer where it is asked for.
    pub include: View,
    /// Rules it out.
    pub exclude: View,
}

/// Something in a chart that a reader can follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Mentions, articles or paragraphs: as many as it opens.
    pub value: u32,
    /// How its amount is written: `1,063`, `2.41`, `64.3%`.
    pub written: String,
    /// Where it begins, as a share of the plot.
    pub start: f64,
    /// Its length or height, as a share of the plot.
    pub length: f64,
    /// What a screen reader says.
    pub says: String,
    /// What it opens.
    pub opens: View,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Whose it is.
    pub actor: Named,
    /// All of it.
    pub whole: Mark,
    /// Its forms, where mentions are counted.
    pub parts: Vec<(Form, Mark)>,
}

/// Rows over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePlot {
    /// The first and the last column, in words.
    pub ends: Option<(String, String)>,
    /// How many columns there are, without that of the undated.
    pub columns: usize,
    /// The rows.
    pub rows: Vec<TimeRow>,
    /// The ids of the rows' actors.
    pub drawn: Vec<String>,
}

/// A row over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// Whose it is.
    pub actor: Named,
    /// Its sum.
    pub total: u32,
    /// How that is written.
    pub written: String,
    /// How its highest column is written.
    pub highest: String,
    /// Its columns: `None` where the corpus has no article of that time. The undated stand last, where there are
    /// any.
    pub marks: Vec<Option<Mark>>,
    /// Draws the others without it.
    pub without: View,
}

/// A row of pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// Whose it is.
    pub actor: Named,
    /// With each actor of the rows before.
    pub marks: Vec<Mark>,
}
