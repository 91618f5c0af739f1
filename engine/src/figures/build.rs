//! The figure of a view: the chart that it asks for, and the lines that say what is counted and where it comes from.

use super::figure::{Drawn, Figure, Named};
use crate::actors::ActorId;
use crate::explorer::{Explorer, Selection};
use crate::labels;
use crate::view::{Chart, Measure, View};
use crate::wording::count;

impl Explorer {
    /// The figure of `view` and its `selection`, with at most `most` bars or rows. Where `most` bounds nothing, its
    /// table has all there is, else what is drawn, and what is not in one row or column.
    pub fn figure(&self, selection: &Selection, view: &View, most: usize) -> Figure {
        self.drawn(selection, view, most, true)
    }

    /// The same figure. Unless it is `tabled`, its table has no rows, because a table has more cells than the chart has
    /// marks.
    pub fn drawn(&self, selection: &Selection, view: &View, most: usize, tabled: bool) -> Figure {
        let list = view.list();
        let drawn = match view.chart {
            Chart::Bars => self.bars(selection, &list, most, tabled),
            Chart::Time => self.time(selection, &list, tabled),
            Chart::Pairs => self.pairs(selection, &list, most, tabled),
            Chart::Outlets => self.by_outlet(selection, &list, most, tabled),
        };
        let Drawn { title, left_out, plot, addition, table } = drawn;
        Figure {
            title,
            subtitle: self.subtitle(selection, &list),
            hint: if plot.is_empty() { "" } else { labels::chart_hint(&list) },
            source: self.source_line(selection, &list),
            source_lines: self.source_lines(&list),
            left_out,
            plot,
            addition,
            table,
        }
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

/// The articles of a mark: the list of them. Where each story counts once, its rows: they stand in as many articles,
/// and a narrower list may count another near-duplicate.
pub(super) fn articles_of(view: &View, actor: &Named) -> View {
    match actor.on {
        _ if view.each_story_once => view.open_mentions(&actor.id),
        true => view.clone(),
        false => view.toggle_actor(&actor.id),
    }
}

/// The note on the actors of `selection` that are not among `drawn`, with their mentions; empty where there are none.
pub(super) fn others(selection: &Selection, drawn: &[ActorId], measure: Measure) -> String {
    let others = || selection.actors.iter().filter(|c| c.mentions > 0 && !drawn.contains(&c.actor));
    let mentions: u32 = others().map(|count| count.mentions).sum();
    left_out(others().count(), (!measure.of_articles()).then_some(mentions))
}

/// The note on actors that a chart leaves out for lack of room: `38 more actors with 96 mentions.` Articles are not
/// summed, because one article mentions several actors.
pub(super) fn left_out(actors: usize, mentions: Option<u32>) -> String {
    let with = mentions.map(|n| format!(" with {}", count(n as usize, "mention"))).unwrap_or_default();
    if actors == 0 { String::new() } else { format!("{}{with}.", count(actors, "more actor")) }
}

/// The heading of a table's column of rates.
pub(super) fn rate_head(measure: Measure) -> &'static str {
    if measure == Measure::Share { "Share of articles in %" } else { "Per 1,000 words" }
}

/// The title of a chart that nobody is in.
pub(super) const NOBODY: &str = "No actors in these articles";
