//! Long lists: the beginning is drawn, and more as the reader comes near its end, so that a list of any length costs
//! what is seen of it. What was drawn stays, and so do the focus, the place and what the browser finds in the page.

use crate::browser;
use crate::element::{El, ElementPart, button, el, live};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Rows that are added at once: a screen or two of them.
const STEP: usize = 25;
/// After so many that came by themselves a button has to be pressed, so that what stands below the list is in reach.
const BY_THEMSELVES: usize = 200;

#[derive(Clone)]
struct List {
    total: Signal<usize>,
    shown: ReadSignal<usize>,
    draw: Arc<dyn Fn(Range<usize>) -> Vec<El> + Send + Sync>,
}

/// A list of this class whose rows `draw` makes, of `total` rows; it is begun again whenever `total` is told anew. So
/// many as `first` are there from the start.
pub(crate) fn window(
    class: &'static str,
    total: Signal<usize>,
    first: usize,
    draw: impl Fn(Range<usize>) -> Vec<El> + Send + Sync + 'static,
) -> [ElementPart; 2] {
    let (shown, set_shown) = signal(first.max(STEP));
    let most = StoredValue::new(first.max(BY_THEMSELVES));
    let near = StoredValue::new_local(None::<browser::Near>);
    let pressed = StoredValue::new(None::<usize>);
    let more = move || set_shown.update(|shown| *shown += STEP);
    let press = move |_| {
        pressed.set_value(Some(shown.get_untracked()));
        most.set_value(shown.get_untracked() + BY_THEMSELVES);
        more();
    };
    Effect::new(move |before: Option<()>| {
        total.track();
        if before.is_some() {
            set_shown.set(STEP);
            most.set_value(BY_THEMSELVES);
        }
    });
    Effect::new(move |_| {
        let shown = shown.get();
        let goes_on = shown < total.get() && shown < most.get_value();
        near.set_value(goes_on.then(|| browser::when_near(".window-more", more)).flatten());
        if let Some(last) = pressed.try_update_value(Option::take).flatten() {
            browser::focus(&format!(".{class} > :nth-child({}) a", last + 1));
        }
    });
    let more_button = move || {
        let left = total.get().saturating_sub(shown.get());
        (left > 0).then(|| button("more window-more", format!("Show {} more", left.min(STEP)), press))
    };
    let list = List { total, shown, draw: Arc::new(draw) };
    [el("ol", class).all(part(list, 0)).into(), live(more_button)]
}

/// The rows from `start` on, and those after them once they show.
fn part(list: List, start: usize) -> [ElementPart; 2] {
    let List { total, shown, draw } = list.clone();
    let rows = move || {
        let total = total.get();
        let mut rows = draw(start.min(total)..total.min(start + STEP));
        // Where not all are in the page, a screen reader is told how many there are.
        if total > STEP {
            let place = |(at, row): (usize, El)| {
                row.set("aria-setsize", total.to_string()).set("aria-posinset", (start + at + 1).to_string())
            };
            rows = rows.into_iter().enumerate().map(place).collect();
        }
        rows
    };
    let goes_on = Memo::new(move |_| shown.get().min(total.get()) > start + STEP);
    let next = move || goes_on.get().then(|| part(list.clone(), start + STEP)).into_iter().flatten();
    [live(rows), live(next)]
}
