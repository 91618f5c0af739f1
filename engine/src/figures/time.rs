//! Mentions over time, or articles with mentions, as counts or as rates of what was published at the time: a row of
//! columns for each of a few actors.

use super::amount::Amount;
use super::build::{articles_of, others, rate_head};
use super::figure::{Addition, AxisBreak, Drawn, Mark, Named, Plot, TimePlot, TimeRow};
use super::table::{Cell, Content, Table};
use super::ticks::ticks;
use crate::actors::ActorId;
use crate::charts::{Bin, Column, Period, Unit, timeline};
use crate::corpus::{Article, ArticleId, Day};
use crate::explorer::{Explorer, Selection};
use crate::view::{Measure, View};
use crate::wording::{self, count, period};

/// A rate in the title rests on so many articles that mention the actor, if any of its columns does: in one article
/// alone a name may stand in every other sentence, and that is no peak.
const ENOUGH: u32 = 2;

/// What there is of a time.
struct BinOf {
    bin: Bin,
    /// Its articles.
    articles: u32,
    /// What rates are of.
    of: u32,
}

impl TimePlot {
    /// More rows than this are too many to compare.
    pub const MOST: usize = 5;
}

impl Explorer {
    pub(super) fn time(&self, selection: &Selection, view: &View, tabled: bool) -> Drawn {
        let measure = view.measure;
        let day = |id: ArticleId| self.corpus.article(id).and_then(Article::day);
        let articles_with = |whose: &dyn Fn(ActorId) -> bool| -> Vec<ArticleId> {
            let of = selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i));
            of.filter(|m| m.actor.is_some_and(whose)).map(|m| m.article).collect()
        };
        let days = |whose: &dyn Fn(ActorId) -> bool| -> Vec<Option<Day>> {
            let mut of = articles_with(whose);
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
        let mut bins: Vec<BinOf> =
            bins.zip(drawn.sizes).map(|((bin, articles), of)| BinOf { bin, articles, of }).collect();
        let undated = bins.pop_if(|bin| bin.articles == 0).is_none();
        let whole = self.denominator(selection, view);
        let rows: Vec<TimeRow> = drawn
            .series
            .into_iter()
            .filter_map(|series| {
                let actor = self.actor(view, series.key?)?;
                let mark = |(bin, column): (&BinOf, &Column)| {
                    (bin.articles > 0).then(|| mark(view, &actor, bin.bin, *column, bin.of))
                };
                let marks: Vec<_> = bins.iter().zip(&series.columns).map(mark).collect();
                let length =
                    |at: usize| marks.get(at).and_then(Option::as_ref).map_or(0.0, |mark| mark.length);
                // The undated are no time.
                let peak = (0..drawn.periods.len()).reduce(|a, b| if length(b) > length(a) { b } else { a });
                let peak = peak.filter(|at| length(*at) > 0.0);
                let total = series.total();
                let written = Amount { measure, value: total, of: whole }.says();
                let without = view.toggle_line(&ids, &actor.id);
                Some(TimeRow { marks, total, written, peak, without, actor })
            })
            .collect();
        let named_in = |row: &TimeRow, bin: Bin| {
            let actor = self.mentions.named(&row.actor.id);
            let mut of = articles_with(&|id| Some(id) == actor);
            of.dedup();
            of.into_iter().filter(|id| bin.holds(day(*id))).count() as u32
        };
        let title = peak(&rows, &bins, drawn.unit, measure, &named_in);
        let columns = bins.len() - usize::from(undated);
        let others = others.series.into_iter().next().filter(|_| !left_out.is_empty());
        let table = match tabled {
            true => table(view, &bins, &rows, others.map(|others| others.columns)),
            false => Table::default(),
        };
        let says = bins.iter().enumerate().map(|(at, bin)| cursor(at, bin, &rows)).collect();
        let broken = |at: &crate::charts::Break| AxisBreak {
            before: at.before,
            label: count(at.days as usize, "day"),
        };
        let breaks = drawn.breaks.iter().map(broken).collect();
        let ticks = ticks(drawn.unit, &drawn.periods, &drawn.breaks, undated);
        let plot = Plot::Time(TimePlot { columns, rows, ticks, breaks, says });
        // The newest takes the place of the last.
        let kept = ids.iter().take(TimePlot::MOST - 1).cloned().collect();
        let addition = Addition { drawn: ids, kept, chosen: Vec::new() };
        Drawn { title, left_out, plot, addition: Some(addition), table }
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
            articles_of(&clipped(view, period), actor)
        }
        Bin::Undated if view.measure.of_articles() && !view.each_story_once => {
            articles_of(&view.undated(), actor)
        }
        _ => View { bin: Some(bin), ..view.open_mentions(&actor.id) },
    };
    Mark { value: column.value, written: amount.written(), start: 0.0, length: column.length, says, opens }
}

/// The rows turned by a quarter: a line a time; and how often others are mentioned.
fn table(view: &View, bins: &[BinOf], rows: &[TimeRow], others: Option<Vec<Column>>) -> Table {
    let measure = view.measure;
    let mut head = vec!["Time".to_owned(), "Articles".to_owned()];
    head.extend((measure == Measure::PerThousand).then(|| "Words".to_owned()));
    let unit = match measure.is_rate() {
        true => format!(": {}", rate_head(measure).to_ascii_lowercase()),
        false => String::new(),
    };
    let names = rows.iter().map(|row| row.actor.name.as_str()).chain(others.as_ref().map(|_| "Others"));
    head.extend(names.map(|name| name.to_owned() + &unit));
    let lines = bins.iter().enumerate().filter(|(_, bin)| bin.articles > 0);
    let line = |(i, BinOf { bin, articles, of }): (usize, &BinOf)| {
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

/// What the column at `at` says of all rows: `19 June 2024, 3 articles: North Korea 12, Russia 4`.
fn cursor(at: usize, bin: &BinOf, rows: &[TimeRow]) -> String {
    let when = wording::bin(bin.bin);
    if bin.articles == 0 {
        return format!("{when}: no articles");
    }
    let value = |row: &TimeRow| {
        let mark = row.marks.get(at)?.as_ref()?;
        Some(format!("{} {}", row.actor.name, mark.written))
    };
    let values: Vec<String> = rows.iter().filter_map(value).collect();
    format!("{when}, {}: {}", count(bin.articles as usize, "article"), values.join(", "))
}

/// A sentence that says what the columns show: `Russia peaks on 19 June 2024, with 12 mentions in 4 articles`. A rate
/// that rests on one article is passed over where another one does not.
fn peak(
    rows: &[TimeRow],
    bins: &[BinOf],
    unit: Unit,
    measure: Measure,
    named_in: &dyn Fn(&TimeRow, Bin) -> u32,
) -> String {
    let marks =
        rows.iter().flat_map(|row| row.marks.iter().zip(bins).map(move |(mark, bin)| (row, mark, bin)));
    let dated = marks.filter_map(|(row, mark, of)| match of.bin {
        Bin::Days(period) => Some((row, mark.as_ref()?, period, of)),
        Bin::Undated => None,
    });
    let mut dated: Vec<_> = dated.filter(|(_, mark, ..)| mark.value > 0).collect();
    crate::order::by(&mut dated, |a, b| b.1.length.total_cmp(&a.1.length));
    let Some(first) = dated.first().copied() else {
        return "No actor is named on a known day in these articles".to_owned();
    };
    let rests_on = |(row, _, _, of): &(&TimeRow, &Mark, Period, &BinOf)| named_in(row, of.bin);
    let firm = dated.iter().copied().find(|mark| !measure.is_rate() || rests_on(mark) >= ENOUGH);
    let shown = firm.unwrap_or(first);
    let (row, mark, at, of) = shown;
    let on = if unit == Unit::Day { "on" } else { "in" };
    let week = if unit == Unit::Week { "the week of " } else { "" };
    let apart = if shown.2 == first.2 && shown.0.actor.id == first.0.actor.id {
        ""
    } else {
        "Apart from single articles, "
    };
    let articles = rests_on(&shown);
    let with = Amount { measure, value: mark.value, of: of.of }.says();
    let rest = match (measure, articles) {
        (Measure::Articles, _) => String::new(),
        (Measure::Share, articles) => format!(", {articles} of {}", of.articles),
        (_, 1) => " in one article".to_owned(),
        (_, articles) => format!(" in {}", count(articles as usize, "article")),
    };
    format!("{apart}{} peaks {on} {week}{}, with {with}{rest}", row.actor.name, period(at))
}
