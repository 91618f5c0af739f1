//! The filter on dates: columns to follow or to sweep over, presets, and two fields.

use crate::browser;
use crate::element::{El, choices, el, plot};
use crate::state::{App, href};
use crate::walk::Walk;
use dateline_engine::charts::{Column, Period, columns};
use dateline_engine::corpus::Day;
use dateline_engine::view::{PeriodCount, View, presets, sweep, wording};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// The facet.
pub(super) fn dates(app: App) -> impl IntoView {
    let from = app.part(|view| view.from);
    let to = app.part(|view| view.to);
    let text = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    // Every change while the reader is in a field is one step; text that is no day yet changes nothing.
    let day = |event| browser::field_value(&event).map(|text| (text.is_empty(), Day::parse(&text)));
    let set_from = move |event| {
        if let Some((true, from) | (_, from @ Some(_))) = day(event) {
            app.type_on(View { from, ..app.current().list() });
        }
    };
    let set_to = move |event| {
        if let Some((true, to) | (_, to @ Some(_))) = day(event) {
            app.type_on(View { to, ..app.current().list() });
        }
    };
    let undated = move || app.selection.with(|s| s.undated);
    view! {
        <section class="facet" aria-labelledby="facet-dates">
            <h2 class="facet-title" id="facet-dates">"Date"</h2>
            {periods(app)}
            {move || preset_links(app)}
            <div class="dates">
                <label class="dates-label" for="from">"From"</label>
                <input id="from" class="dates-field" type="date" prop:value=move || text(from.get()) on:change=set_from on:blur=move |_| app.settle() />
                <label class="dates-label" for="to">"To"</label>
                <input id="to" class="dates-field" type="date" prop:value=move || text(to.get()) on:change=set_to on:blur=move |_| app.settle() />
            </div>
            {move || {
                (undated() > 0).then(|| {
                    let articles = wording::count(undated() as usize, "undated article");
                    view! { <p class="facet-note">{articles} " in no range of dates"</p> }
                })
            }}
        </section>
    }
}

/// A column a period. Following one narrows to it, and following it again takes that back; sweeping over
/// several narrows to all of them.
fn periods(app: App) -> impl IntoView {
    let walk = Walk::new();
    let cut = move || app.selection.with(|s| s.periods.iter().map(|count| count.period).collect::<Vec<_>>());
    // The columns where a sweep began and where it is; a sweep within one column is a click.
    let (swept, set_swept) = signal(None::<(usize, usize)>);
    let under = move |event: &PointerEvent| {
        let count = app.selection.with_untracked(|s| s.periods.len());
        browser::across(event).map(|share| ((share * count as f64) as usize).min(count.saturating_sub(1)))
    };
    let begin = move |event: PointerEvent| {
        let column = under(&event).filter(|_| event.is_primary() && event.button() == 0);
        set_swept.set(column.map(|column| (column, column)));
    };
    let go_on = move |event: PointerEvent| {
        if event.buttons() == 0 {
            return set_swept.set(None);
        }
        if let (Some((first, last)), Some(column)) = (swept.get_untracked(), under(&event))
            && column != last
        {
            // Not before: what captures the pointer also gets the click, and a link should.
            browser::capture(&event);
            set_swept.set(Some((first, column)));
        }
    };
    let span = move |(one, other): (usize, usize)| {
        let cut = cut();
        Some(sweep(*cut.get(one)?, *cut.get(other)?))
    };
    let end = move |_: PointerEvent| {
        let ended = swept.get_untracked();
        set_swept.set(None);
        if let Some(period) = ended.filter(|(one, other)| one != other).and_then(span) {
            app.go(app.current().between(period));
        }
    };
    // Pressing a column draws nothing again: the link that is being clicked must stay where it is.
    let sweeping = Memo::new(move |_| swept.get().filter(|(one, other)| one != other).and_then(span));
    let drawn = move || {
        let view = app.view();
        let counts = app.selection.with(|s| s.periods.clone());
        let columns = columns(counts.iter().map(|c| c.articles));
        let of = counts.len();
        let sweeping = sweeping.get();
        let bar = |(place, (count, column)): (usize, (PeriodCount, Column))| {
            let out = match sweeping {
                Some(swept) => count.period.to < swept.from || swept.to < count.period.from,
                None => !view.reaches(count.period),
            };
            bar(&view, count, column, out, walk.stop(place, of))
        };
        let bars = counts.into_iter().zip(columns).enumerate().map(bar);
        el("ol", "periods").set("aria-label", "Articles by date").set("data-row", "").all(bars)
    };
    let ends = move || {
        let cut = cut();
        let ends = cut.first().zip(cut.last()).map(|(a, b)| (wording::period(*a), wording::period(*b)));
        let label = move |(first, last): (String, String)| match sweeping.get() {
            Some(Period { from, to }) => view! { <span>{wording::span(from, to)}</span> }.into_any(),
            None => view! { <span>{first}</span><span>{last}</span> }.into_any(),
        };
        ends.map(|ends| view! { <p class="axis" aria-hidden="true">{label(ends)}</p> })
    };
    view! {
        <div class="sweep" on:keydown=walk.on_key() on:focusin=walk.on_focus() on:pointerdown=begin
            on:pointermove=go_on on:pointerup=end on:pointercancel=move |_| set_swept.set(None)>
            {drawn}
        </div>
        {ends}
    }
}

fn bar(view: &View, count: PeriodCount, column: Column, out: bool, stop: &'static str) -> El {
    let name = wording::period(count.period);
    let link = el("a", "period-link")
        .named(format!("{name}: {}", wording::count(count.articles as usize, "article")))
        .set("href", href(&view.toggle_period(count.period)))
        .current(view.is_on(count.period))
        .set("draggable", "false")
        .set("data-mark", "")
        .set("tabindex", stop)
        .with(plot("period-bar", column.length));
    el("li", "period").class("period-out", out).with(link)
}

fn preset_links(app: App) -> El {
    let view = app.view();
    let days = app.explorer.corpus.days();
    let presets = days.map(|(first, last)| presets(first, last)).unwrap_or_default();
    let any = ("Any date".to_owned(), None, href(&view.any_time()), (view.from, view.to) == (None, None));
    let preset = |(name, period): (&'static str, Period)| {
        (name.to_owned(), None, href(&view.toggle_period(period)), view.is_on(period))
    };
    let all = std::iter::once(any).chain(presets.into_iter().map(preset));
    choices("Usual stretches of time, up to the last day of the corpus", all)
}
