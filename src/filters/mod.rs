//! Filters: dates, actors, sources, each with the articles it would give.

mod dates;
mod options;

use crate::browser;
use crate::state::App;
use leptos::prelude::*;

/// The column of filters.
pub(crate) fn filters(app: App) -> impl IntoView {
    view! {
        <details class="filters" open=browser::is_wide()>
            <summary class="filters-summary">"Filters"</summary>
            {dates::dates(app)}
            {options::actors(app)}
            {options::sources(app)}
        </details>
    }
}
