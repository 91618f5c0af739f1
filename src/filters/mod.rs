//! Filters: dates, actors, outlets, each with the articles that it would give.

mod dates;
mod facet;
mod histogram;
mod values;

use crate::browser;
use crate::state::App;
use dates::Dates;
use leptos::prelude::*;
use values::{Actors, Outlets};

/// The column of filters.
#[component]
pub(crate) fn Filters(app: App) -> impl IntoView {
    view! {
        <details class="filters" open=browser::is_wide()>
            <summary class="filters-summary">"Filters"</summary>
            <Dates app/>
            <Actors app/>
            <Outlets app/>
        </details>
    }
}
