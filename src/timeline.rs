//! A column for each period of the corpus. Following one narrows to it, and following it again takes that back; a brush
//! over several narrows to all of them.

use crate::browser;
use crate::shared::{Axis, Plot, RovingTabindex, dynamic};
use crate::state::{App, href};
use dateline_engine::charts::{Column, Period, columns};
use dateline_engine::explorer::PeriodCount;
use dateline_engine::view::{View, brush};
use dateline_engine::wording;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// The columns, which a reader can brush over, and the ends of their axis.
#[component]
pub(super) fn Histogram(app: App) -> impl IntoView {
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
        let of = counts.len();
        let brushing = brushing.get();
        let bar = |(place, (count, column)): (usize, (PeriodCount, Column))| {
            let out = match brushing {
                Some(brushed) => count.period.to < brushed.from || brushed.to < count.period.from,
                None => !view.reaches(count.period),
            };
            bar(&view, count, column, out, roving.stop(place, of))
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
    view! {
        <div class="sweep" on:keydown=roving.on_key() on:focusin=roving.on_focus() on:pointerdown=begin
            on:pointermove=go_on on:pointerup=end on:pointercancel=move |_| brushed.set(None)>
            <ol class="periods" aria-label="Articles by date" data-row="">{bars}</ol>
        </div>
        {ends}
    }
}

fn bar(
    view: &View,
    count: PeriodCount,
    column: Column,
    out: bool,
    stop: &'static str,
) -> impl IntoView + use<> {
    let name = wording::period(count.period);
    let says = format!("{name}: {}", wording::count(count.articles as usize, "article"));
    let current = view.is_on(count.period).then_some("true");
    view! {
        <li class="period" class:period-out=out>
            <a class="period-link" title=says.clone() aria-label=says href=href(&view.toggle_period(count.period))
                aria-current=current draggable="false" data-mark="" tabindex=stop>
                <Plot class="period-bar" length=column.length/>
            </a>
        </li>
    }
}
