//! The strip of time across the page: a column for each period of the corpus, with the articles in it, and over it those
//! of the rows that are open. Following one narrows to it, and following it again takes that back; a brush over several
//! narrows to all of them.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Axis, Plot, RovingTabindex, Row, dynamic, rows};
use crate::state::{App, href};
use dateline_engine::charts::{Bin, Column, Period, columns};
use dateline_engine::corpus::{ArticleId, Day};
use dateline_engine::explorer::{EvidenceRow, PeriodCount};
use dateline_engine::order;
use dateline_engine::view::{View, brush};
use dateline_engine::wording;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// The columns, which a reader can brush over, the ends of their axis, and the way to articles without a date.
#[component]
pub(crate) fn Timeline(app: App) -> impl IntoView {
    let roving = RovingTabindex::new();
    let cut = lasting(move |_| {
        app.shown.with(|s| s.selection.periods.iter().map(|count| count.period).collect::<Vec<_>>())
    });
    // The columns where a brush began and where it is; a brush within one column is a click.
    let brushed = RwSignal::new(None::<(usize, usize)>);
    let under = move |event: &PointerEvent| {
        let count = cut.with_untracked(Vec::len);
        browser::across(event).map(|share| ((share * count as f64) as usize).min(count.saturating_sub(1)))
    };
    let begin = move |event: PointerEvent| {
        let column = under(&event).filter(|_| event.is_primary() && event.button() == 0);
        brushed.set(column.map(|column| (column, column)));
    };
    let go_on = move |event: PointerEvent| {
        if event.buttons() == 0 {
            return brushed.set(None);
        }
        if let (Some((first, last)), Some(column)) = (brushed.get_untracked(), under(&event))
            && column != last
        {
            // Not before: what captures the pointer also gets the click, and a link should.
            browser::capture(&event);
            brushed.set(Some((first, column)));
        }
    };
    let span =
        move |(one, other): (usize, usize)| cut.with(|cut| Some(brush(*cut.get(one)?, *cut.get(other)?)));
    // Pressing a column draws nothing again: the link that is being clicked must stay where it is.
    let brushing = lasting(move |_| brushed.get().filter(|(one, other)| one != other).and_then(span));
    let end = move |_: PointerEvent| {
        let ended = brushing.get_untracked();
        brushed.set(None);
        if let Some(period) = ended {
            app.go(app.current().between(period));
        }
    };
    let bars = lasting(move |_| {
        let counts = app.shown.with(|shown| shown.selection.periods.clone());
        let columns = columns(counts.iter().map(|c| c.articles));
        let highest = counts.iter().map(|c| c.articles).max().unwrap_or_default().max(1);
        let chosen = app.rows.with(|rows| articles_in(app, &counts, rows));
        let of = counts.len();
        let brushing = brushing.get();
        let bar = |(place, (count, column)): (usize, (PeriodCount, Column))| {
            app.view.with(|view| Bar {
                period: count.period,
                articles: count.articles,
                length: column.length,
                chosen: chosen.get(place).map(|chosen| (*chosen, f64::from(*chosen) / f64::from(highest))),
                href: href(&view.toggle_period(count.period)),
                on: view.is_on(count.period),
                out: match brushing {
                    Some(brushed) => count.period.to < brushed.from || brushed.to < count.period.from,
                    None => !view.reaches(count.period),
                },
                stop: roving.stop(place, of),
            })
        };
        counts.into_iter().zip(columns).enumerate().map(bar).collect::<Vec<_>>()
    });
    let ends = dynamic(move || {
        let ends = match brushing.get() {
            Some(Period { from, to }) => vec![wording::span(from, to)],
            None => cut.with(|cut| {
                let (first, last) = cut.first().zip(cut.last())?;
                Some(vec![wording::period(*first), wording::period(*last)])
            })?,
        };
        Some(view! { <Axis ends/> })
    });
    let undated = dynamic(move || {
        let undated = app.shown.with(|shown| shown.selection.undated);
        let link = href(&app.view.with(View::undated));
        let says = format!("{} without a date", wording::number(undated as usize));
        (undated > 0).then(|| view! { <a class="undated" href=link>{says}</a> })
    });
    view! {
        <section class="timeline" aria-label="Articles by date">
        <div class="sweep" on:keydown=roving.on_key() on:focusin=roving.on_focus() on:pointerdown=begin
            on:pointermove=go_on on:pointerup=end on:pointercancel=move |_| brushed.set(None)>
            <ol class="periods" aria-label="Articles by date" data-row="">{rows(bars, column)}</ol>
        </div>
        <div class="timeline-foot">{ends} {undated}</div>
        </section>
    }
}

/// The articles of `rows` in each period of `counts`; empty where there are no rows.
fn articles_in(app: App, counts: &[PeriodCount], rows: &[EvidenceRow]) -> Vec<u32> {
    let mut ids: Vec<ArticleId> = rows.iter().map(|row| row.id).collect();
    order::by_key(&mut ids, |id| *id);
    ids.dedup();
    let days: Vec<Option<Day>> = ids.iter().filter_map(|id| Some(app.corpus.article(*id)?.day())).collect();
    let within = |period| days.iter().filter(|day| Bin::Days(period).holds(**day)).count() as u32;
    if rows.is_empty() { Vec::new() } else { counts.iter().map(|count| within(count.period)).collect() }
}

/// The column of a period.
#[derive(Clone, PartialEq)]
struct Bar {
    period: Period,
    articles: u32,
    /// Its height, as a fraction of the highest.
    length: f64,
    /// The articles of the open rows, with their height.
    chosen: Option<(u32, f64)>,
    href: String,
    on: bool,
    out: bool,
    stop: &'static str,
}

impl Bar {
    fn says(&self) -> String {
        let articles = wording::count(self.articles as usize, "article");
        let says = format!("{}: {articles}", wording::period(self.period));
        match self.chosen {
            Some((chosen, _)) => format!("{says}, {} of them open as rows", wording::number(chosen as usize)),
            None => says,
        }
    }

    fn chosen_length(&self) -> f64 {
        self.chosen.map_or(0.0, |(_, length)| length)
    }
}

fn column(row: Row<Bar>) -> AnyView {
    view! {
        <li class="period" class:period-out=row.part(|bar| bar.out) class:period-chosen=row.part(|bar| bar.chosen.is_some())>
            <a class="period-link" aria-label=row.part(Bar::says) href=row.part(|bar| bar.href.clone())
                aria-current=row.part(|bar| bar.on.then_some("true")) draggable="false" data-mark=""
                tabindex=row.part(|bar| bar.stop)>
                <Plot class="period-bar" length=row.part(|bar| bar.length)/>
                <Plot class="period-over" length=row.part(Bar::chosen_length)/>
            </a>
        </li>
    }
    .into_any()
}
