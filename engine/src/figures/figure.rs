//! Figures: charts as values, ready to be drawn. Each mark has its position, its description and the view that it
//! opens; the same figure gives the chart on the page, the table beside it, and the files to download.

use super::table::Table;
use crate::actors::Form;
use crate::view::View;
use crate::wording;

/// A chart with its texts and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What the chart shows, as a sentence.
    pub title: String,
    /// What its marks count, in how many articles of which time: `Mentions per actor, 10 articles, June 2024`.
    pub subtitle: String,
    /// How it is read; empty where it has no marks.
    pub hint: &'static str,
    /// The source line: corpus, filters, and what was counted.
    pub source: String,
    /// The same in short, in lines of few letters, for pictures.
    pub source_lines: Vec<String>,
    /// The note on what was left out for lack of room; empty where nothing was.
    pub left_out: String,
    /// The marks of the chart.
    pub plot: Plot,
    /// The actors that a reader put into the chart, where it takes any.
    pub addition: Option<Addition>,
    /// The same numbers as a table.
    pub table: Table,
}

/// What a chart shows that is nothing else: what its kind has to find.
pub(super) struct Drawn {
    /// What the chart shows, as a sentence.
    pub(super) title: String,
    /// The note on what was left out; empty where nothing was.
    pub(super) left_out: String,
    /// The marks of the chart.
    pub(super) plot: Plot,
    /// The actors that a reader put into the chart, where it takes any.
    pub(super) addition: Option<Addition>,
    /// The same numbers as a table.
    pub(super) table: Table,
}

/// The actors that a reader put into a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// The ids of those that are drawn, whoever put them there.
    pub drawn: Vec<String>,
    /// The ids that [`View::lines`] holds beside the one that is added.
    pub kept: Vec<String>,
    /// Those that the view names, each with the view without it.
    pub chosen: Vec<(String, View)>,
}

/// The marks of a chart, by its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// One bar for each actor.
    Bars(Vec<BarRow>),
    /// One row of columns for each actor.
    Time(TimePlot),
    /// Numbers in rows and columns, the stronger the higher: actors with actors, or with outlets.
    Heat(HeatPlot),
}

impl Plot {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        match self {
            Plot::Bars(rows) => rows.is_empty(),
            Plot::Time(plot) => plot.rows.is_empty() || plot.says.is_empty(),
            Plot::Heat(plot) => plot.rows.is_empty(),
        }
    }
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
    /// The number of columns, without the one for undated articles.
    pub columns: usize,
    /// One row for each actor.
    pub rows: Vec<TimeRow>,
    /// What stands under the axis.
    pub ticks: Vec<Tick>,
    /// Where the axis is broken.
    pub breaks: Vec<AxisBreak>,
    /// What each column says of all rows: its time, its articles and all values; the undated one last, if there is one.
    pub says: Vec<String>,
}

/// A day, month or year under the axis of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The index of the column that it stands under.
    pub at: usize,
    /// Its words.
    pub label: String,
    /// Whether they end there, because they would run over the end of the axis.
    pub is_last: bool,
}

/// A place where the axis of time leaves out a time without articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisBreak {
    /// The index of the first column behind it.
    pub before: usize,
    /// What is left out, in short: `221 days`.
    pub label: String,
}

impl TimePlot {
    /// What the breaks leave out, as a sentence; empty where there are none.
    pub fn broken(&self) -> String {
        let breaks: Vec<&str> = self.breaks.iter().map(|at| at.label.as_str()).collect();
        match breaks.is_empty() {
            true => String::new(),
            false => format!("The axis is broken: {} without an article.", wording::list(&breaks)),
        }
    }

    /// Whether a time without articles is drawn.
    pub fn is_hatched(&self) -> bool {
        self.rows.iter().any(|row| row.marks.iter().any(Option::is_none))
    }
}

/// The columns of an actor over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// The actor.
    pub actor: Named,
    /// The sum of the columns' values.
    pub total: u32,
    /// The amount of all columns together, with its unit.
    pub written: String,
    /// The index of the highest column; `None` where all are empty.
    pub peak: Option<usize>,
    /// The columns; `None` for a period without articles. The one for undated articles comes last, where there are any.
    pub marks: Vec<Option<Mark>>,
    /// The view that draws the other rows without this one.
    pub without: View,
}

/// Numbers in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatPlot {
    /// What heads the columns.
    pub columns: Vec<HeatHead>,
    /// The rows; one of pairs is as long as its actor has others before it.
    pub rows: Vec<HeatRow>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatHead {
    /// What it is called.
    pub name: String,
    /// What there is of it: `4 articles`; empty where that says nothing.
    pub note: String,
    /// Whether the view filters by it.
    pub on: bool,
    /// The view that filters by it; `None` where none does.
    pub opens: Option<View>,
}

/// The row of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// The actor.
    pub actor: Named,
    /// A cell for each of the first columns.
    pub cells: Vec<HeatCell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// Its number.
    pub mark: Mark,
    /// What a rate rests on: `n 31`; empty beside counts.
    pub note: String,
}
