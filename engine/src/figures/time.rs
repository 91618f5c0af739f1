//! Mentions over time, or articles with mentions, as counts or as rates of what was published at the time: a row of
//! columns for each of a few actors.

use super::amount::Amount;
use super::build::{others, rate_head};
use super::figure::{Figure, Mark, Named, Plot, TimePlot, TimeRow};
use super::table::{Cell, Content, Table};
use crate::actors::ActorId;
use crate::charts::{Bin, Column, Period, Unit, timeline};
use crate::corpus::{Article, ArticleId, Day};
use crate::explorer::{Explorer, Selection};
use crate::view::{Measure, View};
use crate::wording::{self, period};

impl TimePlot {
    /// More rows than this are too many to compare.
    pub const MOST: usize = 5;
}

impl Explorer {
    pub(super) fn time(&self, selection: &Selection, view: &View, tabled: bool) -> Figure {
        let measure = view.measure;
        let day = |id: ArticleId| self.corpus.article(id).and_then(Article::day);
        let days = |whose: &dyn Fn(ActorId) -> bool| -> Vec<Option<Day>> {
            let of = selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i));
            let mut of: Vec<_> = of.filter(|m| m.actor.is_some_and(whose)).map(|m| m.article).collect();
            if measure.of_articles() {
                of.dedup();
            }
            of.into_iter().map(day).collect()
        };
        let lines = self.lines(selection, view);
        let rule = view.rule();
        let size = |id| if measure == Measure::PerThousand { self.words(&rule, id) } else { 1 };
        let articles: Vec<_> = selection.counted().map(|id| (day(id), size(id))).collect();
        let series = lines.iter().map(|line| (Some(*line), days(&|actor| actor == *line))).collect();
        let ids: Vec<String> =
            lines.iter().filter_map(|id| self.mentions.actor(*id)).map(|a| a.id.clone()).collect();
        let left_out = others(selection, &lines, measure);
        // They are many, and drawn they would dwarf the rest: they stand in the table.
        let others = vec![(None, days(&|actor| !lines.contains(&actor)))];
        let others = timeline::<Option<ActorId>>(&articles, false, others);
        let drawn = timeline(&articles, measure.is_rate(), series);
        let bins = drawn.periods.iter().copied().map(Bin::Days).chain([Bin::Undated]).zip(drawn.articles);
        // What there is of each time: articles, and what rates are of.
        let mut bins: Vec<(Bin, u32, u32)> =
            bins.zip(drawn.sizes).map(|((bin, n), of)| (bin, n, of)).collect();
        let undated = bins.pop_if(|(_, articles, _)| *articles == 0).is_none();
        let whole = self.denominator(selection, view);
        let rows: Vec<TimeRow> = drawn
            .series
            .into_iter()
            .filter_map(|series| {
                let actor = self.actor(view, series.key?)?;
                let mark = |((bin, articles, of), column): (&(Bin, u32, u32), &Column)| {
                    (*articles > 0).then(|| mark(view, &actor, *bin, *column, *of))
                };
                let marks: Vec<_> = bins.iter().zip(&series.columns).map(mark).collect();
                let highest = marks.iter().flatten().reduce(|a, b| if b.length > a.length { b } else { a });
                let highest = highest.map(|mark| mark.written.clone()).unwrap_or_default();
                let total = series.total();
                let written = Amount { measure, value: total, of: whole }.written();
                let without = view.toggle_line(&ids, &actor.id);
                Some(TimeRow { marks, total, written, highest, without, actor })
            })
            .collect();
        let title = peak(&rows, &bins, drawn.unit, measure);
        let ends = drawn.periods.first().zip(drawn.periods.last());
        let ends = ends.map(|(first, last)| (wording::period(*first), wording::period(*last)));
        let columns = bins.len() - usize::from(undated);
        let others = others.series.into_iter().next().filter(|_| !left_out.is_empty());
        let table = match tabled {
            true => table(view, &bins, &rows, others.map(|others| others.columns)),
            false => Table::default(),
        };
        let plot = Plot::Time(TimePlot { ends, columns, rows, drawn: ids });
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

fn mark(view: &View, actor: &Named, bin: Bin, column: Column, of: u32) -> Mark {
    let amount = Amount { measure: view.measure, value: column.value, of };
    let says = format!("{}, {}: {}", actor.name, wording::bin(bin), amount.says());
    let opens = match bin {
        // A narrower list may count another near-duplicate.
        Bin::Days(period) if view.measure.of_articles() && !view.each_story_once => {
            let dated = clipped(view, period);
            if actor.on { dated } else { dated.toggle_actor(&actor.id) }
        }
        // No filter picks out the undated: their mentions stand for them.
        _ => View { bin: Some(bin), ..view.open_mentions(&actor.id) },
    };
    Mark { value: column.value, written: amount.written(), start: 0.0, length: column.length, says, opens }
}

/// The rows turned by a quarter: a line a time; and how often others are mentioned.
fn table(view: &View, bins: &[(Bin, u32, u32)], rows: &[TimeRow], others: Option<Vec<Column>>) -> Table {
    let measure = view.measure;
    let mut head = vec!["Time".to_owned(), "Articles".to_owned()];
    head.extend((measure == Measure::PerThousand).then(|| "Words".to_owned()));
    let unit = match measure.is_rate() {
        true => format!(": {}", rate_head(measure).to_lowercase()),
        false => String::new(),
    };
    let names = rows.iter().map(|row| row.actor.name.as_str()).chain(others.as_ref().map(|_| "Others"));
    head.extend(names.map(|name| name.to_owned() + &unit));
    let lines = bins.iter().enumerate().filter(|(_, (_, articles, _))| *articles > 0);
    let line = |(i, (bin, articles, of)): (usize, &(Bin, u32, u32))| {
        let name = wording::bin(*bin);
        let mut cells = vec![match bin {
            Bin::Days(period) => Cell::of(name, clipped(view, *period)),
            Bin::Undated => Cell::text(name),
        }];
        cells.push(Cell::number(*articles));
        cells.extend((measure == Measure::PerThousand).then(|| Cell::number(*of)));
        let amount = |value| match measure.is_rate() {
            true => Content::Text(Amount { measure, value, of: *of }.plain()),
            false => Content::Count(value),
        };
        cells.extend(rows.iter().map(|row| match row.marks.get(i).cloned().flatten() {
            Some(mark) => Cell { content: amount(mark.value), opens: (mark.value > 0).then_some(mark.opens) },
            None => Cell::number(0),
        }));
        let others = others.as_ref().and_then(|columns| columns.get(i));
        cells.extend(others.map(|column| Cell { content: amount(column.value), opens: None }));
        cells
    };
    Table { head, rows: lines.map(line).collect() }
}

/// A sentence that says what the columns show: `Russia peaks on 19 June 2024, with 12 mentions`.
fn peak(rows: &[TimeRow], bins: &[(Bin, u32, u32)], unit: Unit, measure: Measure) -> String {
    let marks =
        rows.iter().flat_map(|row| row.marks.iter().zip(bins).map(move |(mark, bin)| (row, mark, bin)));
    let dated = marks.filter_map(|(row, mark, (bin, _, of))| match bin {
        Bin::Days(period) => Some((row, mark.as_ref()?, *period, *of)),
        Bin::Undated => None,
    });
    let highest = dated.reduce(|most, next| if next.1.length > most.1.length { next } else { most });
    let Some((row, mark, at, of)) = highest.filter(|(_, mark, ..)| mark.value > 0) else {
        return "Nobody is mentioned on a known day in this selection".to_owned();
    };
    let on = if unit == Unit::Day { "on" } else { "in" };
    let week = if unit == Unit::Week { "the week of " } else { "" };
    let with = Amount { measure, value: mark.value, of }.says();
    format!("{} peaks {on} {week}{}, with {with}", row.actor.name, period(at))
}
