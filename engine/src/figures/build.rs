//! The figure of a view: the chart that it asks for, and the line that says where the numbers come from.

use super::figure::{Figure, Named};
use crate::actors::ActorId;
use crate::explorer::{ActiveFilter, Explorer, Selection, counting_rule, edited};
use crate::view::{Chart, Measure, View};
use crate::wording::count;

impl Explorer {
    /// The figure of `view` and its `selection`, with at most `most` bars.
    pub fn figure(&self, selection: &Selection, view: &View, most: usize) -> Figure {
        self.drawn(selection, view, most, true)
    }

    /// The same figure. Unless it is `tabled`, its table has no rows, because a table has more cells than the chart has
    /// marks.
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

    /// The source line of a chart or of the rows of `view`: corpus, filters, and what was counted.
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

    /// The actor `id` with the views that filter by it.
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

/// The note on the actors of `selection` that are not among `drawn`, with their mentions; empty where there are none.
pub(super) fn others(selection: &Selection, drawn: &[ActorId], measure: Measure) -> String {
    let others = || selection.actors.iter().filter(|c| c.mentions > 0 && !drawn.contains(&c.actor));
    let mentions: u32 = others().map(|count| count.mentions).sum();
    left_out(others().count(), (!measure.of_articles()).then_some(mentions))
}

/// The note on actors that a chart leaves out for lack of room: `Not drawn: 38 more actors with 96 mentions.` Articles
/// are not summed, because one article mentions several actors.
pub(super) fn left_out(actors: usize, mentions: Option<u32>) -> String {
    let with = mentions.map(|n| format!(" with {}", count(n as usize, "mention"))).unwrap_or_default();
    if actors == 0 { String::new() } else { format!("Not drawn: {}{with}.", count(actors, "more actor")) }
}

/// The heading of a table's column of rates.
pub(super) fn rate_head(measure: Measure) -> &'static str {
    if measure == Measure::Share { "Share of articles in %" } else { "Per 1,000 words" }
}
