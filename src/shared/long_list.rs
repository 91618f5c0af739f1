//! Long lists: the beginning is drawn, and more as the reader comes near its end, so that a list of any length costs
//! what is seen of it. What was drawn stays, and so do the focus, the place and what the browser finds in the page.

use super::by_index;
use crate::browser;
use crate::lasting::lasting;
use leptos::prelude::*;

/// Rows that are added at once: a screen or two of them.
const STEP: usize = 25;
/// After so many that came by themselves a button has to be pressed, so that what stands below the list is in reach.
const BY_THEMSELVES: usize = 200;

/// Where the focus is while somebody works beside the list.
const BESIDE: &str = ".filters:focus-within, .chart:focus-within, .timeline:focus-within";

/// Where a row stands in its list.
#[derive(Clone, Copy)]
pub(crate) struct RowPosition {
    /// Its index.
    pub(crate) at: usize,
    total: Signal<usize>,
}

impl RowPosition {
    /// `aria-posinset`, from 1: a screen reader is told it where not all rows are in the page.
    pub(crate) fn set_position(self) -> Signal<Option<usize>> {
        Signal::derive(move || (self.total.get() > STEP).then_some(self.at + 1))
    }

    /// `aria-setsize`, likewise.
    pub(crate) fn set_size(self) -> Signal<Option<usize>> {
        Signal::derive(move || Some(self.total.get()).filter(|total| *total > STEP))
    }
}

/// A list that is begun again, and read from its top, whenever `total` is told anew.
#[component]
pub(crate) fn LongList(
    /// The class of the list.
    class: &'static str,
    /// The number of rows.
    #[prop(into)]
    total: Signal<usize>,
    /// The number of rows that are there from the start, if it is more than usual.
    first: usize,
    /// Draws the row at a place once.
    row: impl Fn(RowPosition) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let shown = RwSignal::new(first.max(STEP));
    let most = StoredValue::new(first.max(BY_THEMSELVES));
    let near = StoredValue::new_local(None::<browser::Near>);
    let pressed = StoredValue::new(None::<usize>);
    let more = move || shown.update(|shown| *shown += STEP);
    let press = move |_| {
        pressed.set_value(Some(shown.get_untracked()));
        most.set_value(shown.get_untracked() + BY_THEMSELVES);
        more();
    };
    Effect::new(move |before: Option<()>| {
        total.track();
        if before.is_some() {
            // Who is far down the old list reads the new one from its beginning; who works beside it stays there.
            if !browser::shows(BESIDE) {
                request_animation_frame(move || browser::back_to_top(&format!(".{class}")));
            }
            shown.set(STEP);
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
    let drawn = Signal::derive(move || shown.get().min(total.get()));
    let rows = by_index(drawn, move |at| row(RowPosition { at, total }));
    let left = lasting(move |_| total.get().saturating_sub(shown.get()));
    view! {
        <ol class=class>{rows}</ol>
        <Show when=move || left.get() != 0>
            <button class="more window-more" type="button" on:click=press>
                {Signal::derive(move || format!("Show {} more", left.get().min(STEP)))}
            </button>
        </Show>
    }
}
