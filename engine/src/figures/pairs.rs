//! Who stands together with whom, in an article or in a paragraph.

use super::build::left_out;
use super::figure::{Figure, Mark, Named, PairRow, Plot};
use super::table::{Cell, Table};
use crate::actors::{ActorId, Mention};
use crate::charts::pairs;
use crate::explorer::{Explorer, Selection};
use crate::order;
use crate::view::{Near, View};
use crate::wording;

/// More actors than this do not fit beside the list.
const MOST: usize = 8;

impl Explorer {
    pub(super) fn pairs(&self, selection: &Selection, view: &View, tabled: bool) -> Figure {
        let mentioned = selection.actors.iter().filter(|count| count.mentions > 0);
        let keys: Vec<ActorId> = mentioned.clone().map(|count| count.actor).take(MOST).collect();
        let left_out = left_out(mentioned.count().saturating_sub(MOST), None);
        let list: Vec<&Mention> =
            selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)).collect();
        let together = |a: &&Mention, b: &&Mention| {
            a.article == b.article && (view.near == Near::Article || a.zone == b.zone)
        };
        let groups = list.chunk_by(together).map(|group| group.iter().filter_map(|m| m.actor).collect());
        let matrix = pairs(keys, groups);
        let most = matrix.most();
        let names: Vec<Named> = matrix.keys.iter().filter_map(|id| self.actor(view, *id)).collect();
        let share = |count: u32| f64::from(count) / f64::from(most.map_or(1, |(most, ..)| most));
        let unit = view.near.word();
        let row = |(actor, counts): (&Named, &Vec<u32>)| {
            let mark = |(other, count): (&Named, &u32)| Mark {
                value: *count,
                written: wording::number(*count as usize),
                start: 0.0,
                length: share(*count),
                says: format!("{} and {}: {}", actor.name, other.name, wording::count(*count as usize, unit)),
                opens: opens(view, actor, other),
            };
            let marks = names.iter().zip(counts).map(mark).collect();
            PairRow { actor: actor.clone(), marks }
        };
        let rows: Vec<PairRow> = names.iter().zip(&matrix.counts).map(row).collect();
        let mut cells: Vec<(u32, Vec<Cell>)> = Vec::new();
        for row in rows.iter().filter(|_| tabled) {
            for (mark, other) in row.marks.iter().zip(&names).filter(|(mark, _)| mark.value > 0) {
                let name = |actor: &Named| Cell::of(&actor.name, actor.include.clone());
                let count = Cell::count(mark.value, mark.opens.clone());
                cells.push((mark.value, vec![name(other), name(&row.actor), count]));
            }
        }
        order::by_key(&mut cells, |(value, _)| std::cmp::Reverse(*value));
        let unit_head = match view.near {
            Near::Article => "Articles",
            Near::Paragraph => "Paragraphs",
        };
        let table = Table {
            head: ["Actor", "And", unit_head].map(str::to_owned).to_vec(),
            rows: cells.into_iter().map(|(_, cells)| cells).collect(),
        };
        let title =
            match most.and_then(|(count, row, column)| Some((count, names.get(row)?, names.get(column)?))) {
                Some((count, row, column)) => format!(
                    "{} and {} stand together most, in {}",
                    column.name,
                    row.name,
                    wording::count(count as usize, unit)
                ),
                None => format!("No two actors stand in one {unit} here"),
            };
        Figure { title, source: String::new(), left_out, plot: Plot::Pairs(rows), table }
    }
}

/// The articles that mention both; or the paragraphs, a row each. So the articles, too, where each story counts once:
/// a narrower list may count another near-duplicate of it.
fn opens(view: &View, actor: &Named, other: &Named) -> View {
    match view.near {
        Near::Article if !view.each_story_once => {
            let mut both = view.clone();
            for id in [&actor.id, &other.id] {
                if !both.actors.contains(id) {
                    both = both.toggle_actor(id);
                }
            }
            both
        }
        _ => View { with: Some(other.id.clone()), ..view.open_mentions(&actor.id) },
    }
}
