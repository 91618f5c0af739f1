//! The edits that are kept, each with its way back, and all of them as a file.

use crate::browser;
use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::actors::{Edit, edits};
use dateline_engine::view::{View, length_note};
use dateline_engine::wording;
use leptos::prelude::*;

/// Kept edits shown, each with a link of its own; more of them are read in the file.
const MOST: usize = 50;

/// The edits; nothing where there are none.
#[component]
pub(super) fn KeptEdits(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let reading = &shown.reading;
        if view.edits.is_empty() {
            return None;
        }
        let line = |edit: &Edit| {
            let says = edit.says(&reading.gazetteer);
            let undone = edits::without(&app.lists.gazetteer, &view.edits, edit);
            let undone = href(&View { edits: undone, ..view.clone() });
            let left_out = if reading.edits.contains(edit) { "" } else { ", left out" };
            let undoes = format!("Undo: {says}");
            view! {
                <li class="edit">
                    <span>{says}{left_out}</span>
                    <a class="edit-undo" href=undone aria-label=undoes>"Undo"</a>
                </li>
            }
        };
        let title = format!("{} applied", wording::count(view.edits.len(), "change"));
        let more = view.edits.len().saturating_sub(MOST);
        let more = (more > 0)
            .then(|| view! { <li class="edit">{format!("and {} more", wording::number(more))}</li> });
        let lines = view.edits.iter().take(MOST).map(line).collect_view();
        let long = length_note(&href(&view))
            .map(|_| view! { <p>"The link has grown long: pass the file on instead."</p> });
        let file = browser::in_address("text/plain", &reading.toml);
        Some(view! {
            <section class="edits" aria-label=title.clone()>
                <h3 class="facet-title">{title.clone()}</h3>
                <ul>{lines}{more}</ul>
                {long}
                <a class="tool" download="actors.toml" href=file>"Download actors.toml"</a>
                <p class="aliases-about">
                    "Give this file to whoever builds the page; its first lines say how to use it."
                </p>
            </section>
        })
    })
}
