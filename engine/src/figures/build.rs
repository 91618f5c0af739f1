//! The figure of a view: which chart it is, and the line that says where its numbers come from.

use super::figure::{Figure, Named};
use crate::actors::ActorId;
use crate::explorer::{ActiveFilter, Explorer, Selection, counting_rule, edited};
use crate::view::{Chart, Measure, View};
use crate::wording::count;

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

    /// Where the figures of a chart or the rows of `view` come from: corpus, filters, what was counted.
    pub fn source_line(&self, selection: &Selection, view: &View) -> String {
        let labels: Vec<_> =
            view.active_filters(self).into_iter().map(|ActiveFilter { label, .. }| label).collect();
        let filters =
            if labels.is_empty() { String::new() } else { format!(" Filters: {}.", labels.join("; ")) };
        let rule = match &view.mentions {
            None if view.hits => "Each hit of the search stands in a row.".to_owned(),
            _ => counting_rule(self, selection, view),
        };
        let edited = edited(self.edits);
        format!("Source: {}.{filters} {rule} {edited}", self.corpus.title).trim_end().to_owned()
    }

    pub(super) fn actor(&self, view: &View, id: ActorId) -> Option<Named> {
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

/// Who is not drawn beside the actors `drawn`, and with how many mentions; empty where nobody is left.
pub(super) fn others(selection: &Selection, drawn: &[ActorId], measure: Measure) -> String {
    let others = || selection.actors.iter().filter(|c| c.mentions > 0 && !drawn.contains(&c.actor));
    let mentions: u32 = others().map(|count| count.mentions).sum();
    left_out(others().count(), (!measure.of_articles()).then_some(mentions))
}

/// What a chart leaves out for room: `Not drawn: 38 more actors with 96 mentions.` Articles are not summed: those
/// of several actors are the same ones.
pub(super) fn left_out(actors: usize, mentions: Option<u32>) -> String {
    let with = mentions.map(|n| format!(" with {}", count(n as usize, "mention"))).unwrap_or_default();
    if actors == 0 { String::new() } else { format!("Not drawn: {}{with}.", count(actors, "more actor")) }
}

/// The head of a column of rates in a table.
pub(super) fn rate_head(measure: Measure) -> &'static str {
    if measure == Measure::Share { "Share of articles in %" } else { "Per 1,000 words" }
}
