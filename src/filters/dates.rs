//! The filter on dates: columns to follow or to brush over, presets, and two fields.

use crate::browser;
use crate::element::{El, axis, choices, el, plot};
use crate::roving_tabindex::Walk;
use crate::state::{App, href};
use dateline_engine::charts::{Column, Period, columns};
use dateline_engine::corpus::Day;
use dateline_engine::explorer::PeriodCount;
use dateline_engine::view::{View, brush, presets};
use dateline_engine::wording;
use leptos::ev::{Event, PointerEvent};
use leptos::prelude::*;

/// A view with another day.
type Dated = fn(View, Option<Day>) -> View;

/// The facet.
pub(super) fn dates(app: App) -> El {
    // Every change while the reader is in a field is one step; text that is no day yet changes nothing.
    let field = |id: &'static str, says: &'static str, day: Memo<Option<Day>>, with: Dated| {
        let set = move |event: Event| {
            let Some(text) = browser::field_value(&event) else { return };
            let day = Day::parse(&text);
            if text.is_empty() || day.is_some() {
                app.type_on(with(app.current().list(), day));
            }
        };
        let input = move || {
            let input = el("input", "dates-field")
                .set("id", id)
                .set("type", "date")
                .set("value", day.get().map(|day| day.to_string()).unwrap_or_default())
                .on("change", set)
                .on("blur", move |_: Event| app.settle());
            [input]
        };
        (el("label", "dates-label").set("for", id).say(says), input)
    };
    let undated = move || {
        let undated = app.selection.with(|s| s.undated);
        let says = [&wording::count(undated as usize, "undated article"), " in no range of dates"].concat();
        (undated > 0).then(|| el("p", "facet-note").say(says))
    };
    let (from, from_input) =
        field("from", "From", app.part(|view| view.from), |view, from| View { from, ..view });
    let (to, to_input) = field("to", "To", app.part(|view| view.to), |view, to| View { to, ..view });
    let fields = el("div", "dates").with(from).live(from_input).with(to).live(to_input);
    let (brush_area, ends) = periods(app);
    el("section", "facet")
        .set("aria-labelledby", "facet-dates")
        .with(el("h2", "facet-title").set("id", "facet-dates").say("Date"))
        .with(brush_area)
        .live(ends)
        .live(move || [preset_links(app)])
        .with(fields)
        .live(undated)
}

/// A column for each period. Following one narrows to it, and following it again takes that back; a brush over several
/// narrows to all of them.
fn periods(app: App) -> (El, impl Fn() -> Option<El> + Send) {
    let walk = Walk::new();
    let cut = move || app.selection.with(|s| s.periods.iter().map(|count| count.period).collect::<Vec<_>>());
    // The columns where a brush began and where it is; a brush within one column is a click.
    let (brushed, set_brushed) = signal(None::<(usize, usize)>);
    let under = move |event: &PointerEvent| {
        let count = app.selection.with_untracked(|s| s.periods.len());
        browser::across(event).map(|share| ((share * count as f64) as usize).min(count.saturating_sub(1)))
    };
    let begin = move |event: PointerEvent| {
        let column = under(&event).filter(|_| event.is_primary() && event.button() == 0);
        set_brushed.set(column.map(|column| (column, column)));
    };
    let go_on = move |event: PointerEvent| {
        if event.buttons() == 0 {
            return set_brushed.set(None);
        }
        if let (Some((first, last)), Some(column)) = (brushed.get_untracked(), under(&event))
            && column != last
        {
            // Not before: what captures the pointer also gets the click, and a link should.
            browser::capture(&event);
            set_brushed.set(Some((first, column)));
        }
    };
    let span = move |(one, other): (usize, usize)| {
        let cut = cut();
        Some(brush(*cut.get(one)?, *cut.get(other)?))
    };
    let end = move |_: PointerEvent| {
        let ended = brushed.get_untracked();
        set_brushed.set(None);
        if let Some(period) = ended.filter(|(one, other)| one != other).and_then(span) {
            app.go(app.current().between(period));
        }
    };
    // Pressing a column draws nothing again: the link that is being clicked must stay where it is.
    let sweeping = Memo::new(move |_| brushed.get().filter(|(one, other)| one != other).and_then(span));
    let drawn = move || {
        let view = app.view();
        let counts = app.selection.with(|s| s.periods.clone());
        let columns = columns(counts.iter().map(|c| c.articles));
        let of = counts.len();
        let sweeping = sweeping.get();
        let bar = |(place, (count, column)): (usize, (PeriodCount, Column))| {
            let out = match sweeping {
                Some(brushed) => count.period.to < brushed.from || brushed.to < count.period.from,
                None => !view.reaches(count.period),
            };
            bar(&view, count, column, out, walk.stop(place, of))
        };
        let bars = counts.into_iter().zip(columns).enumerate().map(bar);
        [el("ol", "periods").set("aria-label", "Articles by date").set("data-row", "").all(bars)]
    };
    let ends = move || {
        let cut = cut();
        let (first, last) = cut.first().zip(cut.last())?;
        Some(match sweeping.get() {
            Some(Period { from, to }) => axis([wording::span(from, to)]),
            None => axis([wording::period(*first), wording::period(*last)]),
        })
    };
    let brush = el("div", "sweep")
        .on("keydown", walk.on_key())
        .on("focusin", walk.on_focus())
        .on("pointerdown", begin)
        .on("pointermove", go_on)
        .on("pointerup", end)
        .on("pointercancel", move |_: Event| set_brushed.set(None))
        .live(drawn);
    (brush, ends)
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
