//! A chip for each filter that is on.

use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::explorer::ActiveFilter;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// The chips; following one takes its filter out.
#[component]
pub(super) fn Chips(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let active = view.active_filters(shown.explorer());
        let clear = (active.len() > 1).then(|| {
            view! { <li><a class="chip chip-clear" href=href(&view.clear())>"Clear all"</a></li> }
        });
        let edited = (!view.edits.is_empty()).then(|| {
            let says = [&wording::count(shown.explorer().edits, "change"), " to names"].concat();
            let undone = href(&View { edits: Vec::new(), ..view.clone() });
            view! {
                <li>
                    <a class="chip chip-edited" href=href(&view.open_aliases(""))>{says}</a>
                    <a class="chip chip-undo" href=undone aria-label="Undo the changes to names">
                        <span class="chip-cross" aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        });
        let empty = edited.is_none() && active.is_empty();
        let chips = active.into_iter().map(chip).collect_view();
        (!empty)
            .then(|| view! { <ul class="chips" aria-label="Filters that are on">{edited}{chips}{clear}</ul> })
    })
}

fn chip(filter: ActiveFilter) -> impl IntoView {
    let removes = format!("Remove the filter {}", filter.label);
    view! {
        <li>
            <a class="chip" href=href(&filter.without) aria-label=removes>
                <span>{filter.label}</span> " " <span class="chip-cross" aria-hidden="true">"×"</span>
            </a>
        </li>
    }
}
