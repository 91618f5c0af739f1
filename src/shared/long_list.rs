//! Long lists: the beginning is drawn, and more as the reader comes near its end, so that a list of any length costs
//! what is seen of it. What was drawn stays, and so do the focus, the place and what the browser finds in the page.

use super::dynamic::dynamic;
use crate::browser;
use leptos::prelude::*;

/// Rows that are added at once: a screen or two of them.
const STEP: usize = 25;
/// After so many that came by themselves a button has to be pressed, so that what stands below the list is in reach.
const BY_THEMSELVES: usize = 200;

/// Where a row stands in its list, as a screen reader is told where not all rows are in the page.
#[derive(Clone, Copy)]
pub(crate) struct RowPosition {
    /// `aria-posinset`, from 1.
    pub(crate) at: Option<usize>,
    /// `aria-setsize`.
    pub(crate) of: Option<usize>,
}

/// A list that is begun again whenever `total` is told anew.
#[component]
pub(crate) fn LongList(
    /// The class of the list.
    class: &'static str,
    /// The number of rows.
    #[prop(into)]
    total: Signal<usize>,
    /// The number of rows that are there from the start, if it is more than usual.
    first: usize,
    /// Draws the row at an index; it is drawn again whenever what it is drawn from changes.
    row: impl Fn(usize, RowPosition) -> Option<AnyView> + Copy + Send + Sync + 'static,
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
    let steps = move || 0..shown.get().min(total.get()).div_ceil(STEP).max(1);
    let rows = move |step: usize| {
        dynamic(move || {
            let total = total.get();
            let (start, all) = (step * STEP, total <= STEP);
            let place = |index| RowPosition { at: (!all).then_some(index + 1), of: (!all).then_some(total) };
            (start.min(total)..total.min(start + STEP)).filter_map(|i| row(i, place(i))).collect_view()
        })
    };
    let left = Memo::new(move |_| total.get().saturating_sub(shown.get()));
    view! {
        <ol class=class>
            <For each=steps key=|step| *step let(step)>{rows(step)}</For>
        </ol>
        <Show when=move || left.get() != 0>
            <button class="more window-more" type="button" on:click=press>
                {Signal::derive(move || format!("Show {} more", left.get().min(STEP)))}
            </button>
        </Show>
    }
}
