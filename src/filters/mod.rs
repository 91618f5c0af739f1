//! Filters: dates, actors, outlets, each with the articles that it would give.

mod dates;
mod facet;
mod values;

use crate::browser;
use crate::state::App;
use dateline_engine::wording;
use dates::Dates;
use leptos::prelude::*;
use values::{Actors, Outlets};

/// The column of filters.
#[component]
pub(crate) fn Filters(app: App) -> impl IntoView {
    let shows = Signal::derive(move || {
        let found = app.shown.with(|shown| shown.selection.articles.len());
        ["Show ", &wording::count(found, "article")].concat()
    });
    view! {
        <details class="filters" open=browser::is_wide()>
            <summary class="filters-summary">"Filters"</summary>
            <Dates app/>
            <Actors app/>
            <Outlets app/>
            <p class="filters-foot">
                <button class="button" type="button" on:click=|_| browser::close(".filters")>{shows}</button>
            </p>
        </details>
    }
}
