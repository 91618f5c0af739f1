//! The strip of time across the page: a column for each period of the corpus, with the articles in it, and over it those
//! of the rows that are open. Following one narrows to it, and following it again takes that back; a brush over several
//! narrows to all of them.

use crate::browser;
use crate::shared::{Axis, Plot, RovingTabindex, dynamic};
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
    let cut = Memo::new(move |_| {
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
    let brushing = Memo::new(move |_| brushed.get().filter(|(one, other)| one != other).and_then(span));
    let end = move |_: PointerEvent| {
        let ended = brushing.get_untracked();
        brushed.set(None);
        if let Some(period) = ended {
            app.go(app.current().between(period));
        }
    };
    let bars = dynamic(move || {
        let view = app.view.get();
        let counts = app.shown.with(|shown| shown.selection.periods.clone());
        let columns = columns(counts.iter().map(|c| c.articles));
        let highest = counts.iter().map(|c| c.articles).max().unwrap_or_default().max(1);
        let chosen = app.rows.with(|rows| articles_in(app, &counts, rows));
        let of = counts.len();
        let brushing = brushing.get();
        let bar = |(place, (count, column)): (usize, (PeriodCount, Column))| {
            let out = match brushing {
                Some(brushed) => count.period.to < brushed.from || brushed.to < count.period.from,
                None => !view.reaches(count.period),
            };
            let over = chosen.get(place).map(|chosen| (*chosen, f64::from(*chosen) / f64::from(highest)));
            bar(&view, count, column, over, out, roving.stop(place, of))
        };
        counts.into_iter().zip(columns).enumerate().map(bar).collect_view()
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
            <ol class="periods" aria-label="Articles by date" data-row="">{bars}</ol>
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

fn bar(
    view: &View,
    count: PeriodCount,
    column: Column,
    over: Option<(u32, f64)>,
    out: bool,
    stop: &'static str,
) -> impl IntoView + use<> {
    let name = wording::period(count.period);
    let mut says = format!("{name}: {}", wording::count(count.articles as usize, "article"));
    if let Some((chosen, _)) = over {
        says.push_str(&format!(", {} of them open as rows", wording::number(chosen as usize)));
    }
    let over = over.map(|(_, length)| view! { <Plot class="period-over" length/> });
    let current = view.is_on(count.period).then_some("true");
    view! {
        <li class="period" class:period-out=out>
            <a class="period-link" aria-label=says href=href(&view.toggle_period(count.period))
                aria-current=current draggable="false" data-mark="" tabindex=stop>
                <Plot class="period-bar" length=column.length/>
                {over}
            </a>
        </li>
    }
}
