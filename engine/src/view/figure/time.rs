//! Mentions over time, or articles with mentions: a row of columns for each of a few actors.

use super::table::{Cell, Table};
use super::{Figure, Mark, Plot, TimePlot, TimeRow};
use crate::actors::ActorId;
use crate::charts::{Bin, Column, Period, timeline};
use crate::corpus::{Article, ArticleId, Day};
use crate::view::{Explorer, Measure, Selection, View, wording};
use std::collections::BTreeSet;

impl TimePlot {
    /// More rows than this are too many to compare.
    pub const MOST: usize = 5;
}

impl Explorer {
    pub(super) fn time(&self, selection: &Selection, view: &View) -> Figure {
        let mentions = view.measure == Measure::Mentions;
        let day = |id: ArticleId| self.corpus.article(id).and_then(Article::day);
        let days = |actor: ActorId| -> Vec<Option<Day>> {
            let of = selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i));
            let of = of.filter(|m| m.actor == Some(actor)).map(|m| m.article);
            if mentions {
                return of.map(day).collect();
            }
            of.collect::<BTreeSet<_>>().into_iter().map(day).collect()
        };
        let lines = self.lines(selection, view);
        let articles: Vec<_> = selection.articles.iter().map(|chosen| day(chosen.id)).collect();
        let series = lines.iter().map(|line| (*line, days(*line))).collect();
        let ids: Vec<String> =
            lines.iter().filter_map(|id| self.mentions.actor(*id)).map(|a| a.id.clone()).collect();
        let left_out = wording::others(selection, &lines, view.measure);
        let drawn = timeline(&articles, series);
        let bins: Vec<Bin> = drawn.periods.iter().copied().map(Bin::Days).collect();
        let undated = drawn.undated > 0;
        let counts = drawn.articles.iter().copied().chain(undated.then_some(drawn.undated));
        let bins: Vec<(Bin, u32)> =
            bins.into_iter().chain(undated.then_some(Bin::Undated)).zip(counts).collect();
        let rows: Vec<TimeRow> = drawn
            .series
            .iter()
            .filter_map(|series| {
                let actor = self.actor(view, series.key)?;
                let columns = series.columns.iter().chain(undated.then_some(&series.undated));
                let mark = |((bin, articles), column): (&(Bin, u32), &Column)| {
                    let mark = mark(view, &actor.id, &actor.name, *bin, *column, mentions);
                    (*articles > 0).then_some(mark)
                };
                let marks = bins.iter().zip(columns).map(mark).collect();
                let without = view.toggle_line(&ids, &actor.id);
                Some(TimeRow { marks, total: series.total(), without, actor })
            })
            .collect();
        let mut head = vec!["Time".to_owned(), "Articles".to_owned()];
        head.extend(rows.iter().map(|row| row.actor.name.clone()));
        let table_rows =
            bins.iter().enumerate().filter(|(_, (_, articles))| *articles > 0).map(|(i, (bin, articles))| {
                let name = wording::bin(*bin);
                let time = match bin {
                    Bin::Days(period) => Cell::of(name, clipped(view, *period)),
                    Bin::Undated => Cell::plain(name),
                };
                let counts = rows.iter().map(|row| match row.marks.get(i).cloned().flatten() {
                    Some(mark) => Cell::count(mark.value, mark.opens),
                    None => Cell::plain(0),
                });
                [time, Cell::plain(articles)].into_iter().chain(counts).collect()
            });
        let table = Table { head, rows: table_rows.collect() };
        let title = wording::peak(&rows, &bins, drawn.unit, view.measure);
        let ends = drawn.periods.first().zip(drawn.periods.last());
        let ends = ends.map(|(first, last)| (wording::period(*first), wording::period(*last)));
        let plot = Plot::Time(TimePlot { ends, columns: drawn.periods.len(), rows, drawn: ids });
        Figure { title, source: String::new(), left_out, plot, table }
    }

    /// The actors whose times are drawn: those that the view names, or those that are mentioned most.
    fn lines(&self, selection: &Selection, view: &View) -> Vec<ActorId> {
        let named: Vec<_> =
            view.lines.iter().filter_map(|id| self.mentions.named(id)).take(TimePlot::MOST).collect();
        if !named.is_empty() {
            return named;
        }
        selection
            .actors
            .iter()
            .filter(|count| count.mentions > 0)
            .map(|count| count.actor)
            .take(TimePlot::MOST)
            .collect()
    }
}

/// `view` narrowed to the part of `period` that its own dates leave.
fn clipped(view: &View, period: Period) -> View {
    let from = view.from.map_or(period.from, |from| from.max(period.from));
    let to = view.to.map_or(period.to, |to| to.min(period.to));
    view.between(Period { from, to })
}

fn mark(view: &View, id: &str, name: &str, bin: Bin, column: Column, mentions: bool) -> Mark {
    let unit = if mentions { "mention" } else { "article" };
    let count = wording::count(column.value as usize, unit);
    let says = format!("{name}, {}: {count}", wording::bin(bin));
    let opens = match bin {
        Bin::Days(period) if !mentions => {
            let dated = clipped(view, period);
            if dated.actors.iter().any(|actor| actor == id) { dated } else { dated.toggle_actor(id) }
        }
        // No filter picks out the undated: their mentions stand for them.
        _ => View { bin: Some(bin), ..view.open_mentions(id) },
    };
    Mark { value: column.value, start: 0.0, length: column.length, says, opens }
}
