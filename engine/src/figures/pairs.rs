//! Who stands together with whom, in an article or in a paragraph.

use super::build::left_out;
use super::figure::{Addition, Drawn, HeatCell, HeatHead, HeatPlot, HeatRow, Mark, Named, Plot};
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
    pub(super) fn pairs(&self, selection: &Selection, view: &View, most: usize, tabled: bool) -> Drawn {
        let known = |ids: &[String]| -> Vec<ActorId> {
            ids.iter().filter_map(|id| self.mentions.named(id)).take(MOST).collect()
        };
        // Whom the reader asked for is there; the rest are those mentioned most.
        let (added, asked) = (known(&view.lines), known(&view.actors));
        let chosen: Vec<ActorId> = added.iter().chain(&asked).copied().collect();
        let mentioned = selection.actors.iter().filter(|count| count.mentions > 0);
        let all: Vec<ActorId> = mentioned.map(|count| count.actor).collect();
        let ranked = selection.actors.iter().map(|count| count.actor);
        let first = chosen.iter().chain(&all).copied();
        let mut picked: Vec<ActorId> = Vec::new();
        for id in first {
            if picked.len() < MOST && !picked.contains(&id) {
                picked.push(id);
            }
        }
        let drawn: Vec<ActorId> = ranked.filter(|id| picked.contains(id)).collect();
        // The actors that are drawn stand first, so that their pairs are the first rows of the matrix.
        let rest = all.iter().copied().filter(|id| !drawn.contains(id));
        let rest: Vec<ActorId> = if tabled { rest.collect() } else { Vec::new() };
        let keys = drawn.iter().copied().chain(rest).collect();
        let list: Vec<&Mention> =
            selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)).collect();
        let together = |a: &&Mention, b: &&Mention| {
            a.article == b.article && (view.near == Near::Article || a.zone == b.zone)
        };
        let groups = list.chunk_by(together).map(|group| group.iter().filter_map(|m| m.actor).collect());
        let matrix = pairs(keys, groups);
        let names: Vec<Named> = matrix.keys.iter().filter_map(|id| self.actor(view, *id)).collect();
        let few = drawn.len();
        let highest = matrix.counts.iter().take(few).flatten().copied().max().unwrap_or(0).max(1);
        let unit = view.near.word();
        let cell = |(row, column): (usize, usize)| {
            let count = matrix.counts.get(row)?.get(column).copied()?;
            let (actor, other) = (names.get(row)?, names.get(column)?);
            let mark = Mark {
                value: count,
                written: wording::number(count as usize),
                start: 0.0,
                length: f64::from(count) / f64::from(highest),
                says: format!("{} and {}: {}", actor.name, other.name, wording::count(count as usize, unit)),
                opens: opens(view, actor, other),
            };
            Some(HeatCell { mark, note: String::new() })
        };
        let row = |row: usize| {
            let cells = (0..row).filter_map(|column| cell((row, column))).collect();
            Some(HeatRow { actor: names.get(row)?.clone(), cells })
        };
        let rows = (1..few).filter_map(row).collect();
        let head = |name: &Named| HeatHead {
            name: name.name.clone(),
            note: String::new(),
            on: name.on,
            opens: Some(name.include.clone()),
        };
        let columns = names.iter().take(few.saturating_sub(1)).map(head).collect();
        let table =
            if tabled { self.pairs_table(view, &matrix.counts, &names, few, most) } else { Table::default() };
        let of = selection.counted().count();
        let is_chosen = |at: usize| drawn.get(at).is_some_and(|id| chosen.contains(id));
        let title = takeaway(&matrix.counts, few, &is_chosen).and_then(|(count, row, column)| {
            let (one, other) = (&names.get(column)?.name, &names.get(row)?.name);
            let within = match view.near {
                Near::Article => {
                    format!("{} of {}", wording::number(count as usize), wording::count(of, unit))
                }
                Near::Paragraph => wording::count(count as usize, unit),
            };
            let chosen = (0..few).filter(|at| is_chosen(*at)).count();
            Some(match (chosen, is_chosen(row)) {
                (0, _) => format!("Most often named together: {one} and {other}, in {within}"),
                (1, true) => format!("{other} is named most often together with {one}, in {within}"),
                (1, false) => format!("{one} is named most often together with {other}, in {within}"),
                (2, _) => format!("{one} and {other} are named together in {within}"),
                _ => format!("Of those chosen, {one} and {other} are named together most often, in {within}"),
            })
        });
        let title = title.unwrap_or_else(|| format!("No two actors are named in one {unit} here"));
        let added: Vec<Named> = added.iter().filter_map(|id| self.actor(view, *id)).collect();
        let ids: Vec<String> = added.iter().map(|actor| actor.id.clone()).collect();
        let without = |actor: &Named| (actor.name.clone(), view.toggle_line(&ids, &actor.id));
        let addition = Addition {
            drawn: names.iter().take(few).map(|actor| actor.id.clone()).collect(),
            kept: ids.iter().take(MOST - 1).cloned().collect(),
            chosen: added.iter().map(without).collect(),
        };
        let left_out = left_out(all.iter().filter(|id| !drawn.contains(id)).count(), None);
        let plot = Plot::Heat(HeatPlot { columns, rows });
        Drawn { title, left_out, plot, addition: Some(addition), table }
    }

    /// The pairs that are found together, most often first: all of them where `most` bounds nothing, else those of the
    /// first `few` actors, which are drawn, and the number of the others.
    fn pairs_table(
        &self,
        view: &View,
        counts: &[Vec<u32>],
        names: &[Named],
        few: usize,
        most: usize,
    ) -> Table {
        let mut found: Vec<(u32, usize, usize)> = Vec::new();
        let mut others = 0;
        for (row, counts) in counts.iter().enumerate() {
            for (column, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                match row < few || most == usize::MAX {
                    true => found.push((*count, row, column)),
                    false => others += 1,
                }
            }
        }
        order::by_key(&mut found, |(count, ..)| std::cmp::Reverse(*count));
        let cells = |(count, row, column): (u32, usize, usize)| {
            let (actor, other) = (names.get(row)?, names.get(column)?);
            let name = |actor: &Named| Cell::of(&actor.name, actor.include.clone());
            Some(vec![name(other), name(actor), Cell::count(count, opens(view, actor, other))])
        };
        let mut rows: Vec<Vec<Cell>> = found.into_iter().filter_map(cells).collect();
        if others > 0 {
            let others = wording::count(others, "other pair");
            rows.push([others.as_str(), "", ""].map(Cell::text).to_vec());
        }
        let unit = match view.near {
            Near::Article => "Articles",
            Near::Paragraph => "Paragraphs",
        };
        Table { head: ["Actor", "And", unit].map(str::to_owned).to_vec(), rows }
    }
}

/// The pair that the title is about, with its count: of all that are drawn the one found most often, the first of
/// equals; where the reader has chosen one actor or several, one of theirs.
fn takeaway(
    counts: &[Vec<u32>],
    few: usize,
    is_chosen: &dyn Fn(usize) -> bool,
) -> Option<(u32, usize, usize)> {
    let chosen = (0..few).filter(|at| is_chosen(*at)).count();
    let wanted = |row: usize, column: usize| match chosen {
        0 => true,
        1 => is_chosen(row) || is_chosen(column),
        _ => is_chosen(row) && is_chosen(column),
    };
    let all = counts.iter().enumerate().take(few).flat_map(|(row, counts)| {
        counts.iter().enumerate().map(move |(column, count)| (*count, row, column))
    });
    let most = all.filter(|(_, row, column)| wanted(*row, *column));
    // `max_by_key` would give the last of equals.
    let (count, row, column) = most.reduce(|most, next| if next.0 > most.0 { next } else { most })?;
    (count > 0 || chosen == 2).then_some((count, row, column))
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
