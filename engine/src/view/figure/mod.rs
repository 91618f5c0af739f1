//! Figures: what a chart shows, ready to be drawn. Each mark knows its place, what it says, and the view that it
//! opens; the same figure gives the chart on the page, the table beside it, and the files to download.
//!
//! `bars`, `time` and `pairs` fill the three kinds of [`Plot`]; [`table`] writes CSV, [`svg`] draws.

mod bars;
mod pairs;
pub mod svg;
pub mod table;
mod time;

use super::{Applied, Chart, Explorer, Selection, View, wording};
use crate::actors::{ActorId, Form};
use table::Table;

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

impl Explorer {
    /// The figure of `view`, whose `selection` this is, with at most so many bars.
    pub fn figure(&self, selection: &Selection, view: &View, most: usize) -> Figure {
        self.drawn(selection, view, most, true)
    }

    /// The same; where it is not `tabled`, without the rows of its table, which has more cells than are drawn.
    pub fn drawn(&self, selection: &Selection, view: &View, most: usize, tabled: bool) -> Figure {
        let list = view.list();
        let mut figure = match view.chart {
            Chart::Bars => self.bars(selection, &list, most, tabled),
            Chart::Time => self.time(selection, &list, tabled),
            Chart::Pairs => self.pairs(selection, &list, tabled),
        };
        figure.source = self.source_line(selection, &list);
        figure
    }

    /// How many mentions of each form count in `selection`.
    pub fn forms(&self, selection: &Selection) -> Vec<(Form, u32)> {
        let mut counts = [0; Form::ALL.len()];
        for mention in selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)) {
            counts[mention.form as usize] += 1;
        }
        Form::ALL.into_iter().map(|form| (form, counts[form as usize])).collect()
    }

    /// Where the figures of a chart or the rows of `view` come from: corpus, filters, what was counted.
    pub fn source_line(&self, selection: &Selection, view: &View) -> String {
        let labels: Vec<_> = view.applied(self).into_iter().map(|Applied { label, .. }| label).collect();
        let filters =
            if labels.is_empty() { String::new() } else { format!(" Filters: {}.", labels.join("; ")) };
        let rule = match &view.mentions {
            None if view.hits => "Each hit of the search stands in a row.".to_owned(),
            _ => wording::counting_rule(self, selection, view),
        };
        let edited = wording::edited(self.edits);
        format!("Source: {}.{filters} {rule} {edited}", self.corpus.title).trim_end().to_owned()
    }

    fn actor(&self, view: &View, id: ActorId) -> Option<Named> {
        let actor = self.mentions.actor(id)?;
        Some(Named {
            id: actor.id.clone(),
            name: actor.name.clone(),
            on: view.actors.contains(&actor.id),
            include: view.toggle_actor(&actor.id),
            exclude: view.exclude_actor(&actor.id),
        })
    }
}
