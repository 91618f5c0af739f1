//! Bars and columns.

use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// A bar or a column. A box, as a browser draws dozens of them faster than drawings of one rectangle each.
#[component]
pub(crate) fn Plot(
    class: &'static str,
    /// Its length or height, as a fraction of the longest.
    length: f64,
) -> impl IntoView {
    view! { <span class=class style=("--length", decimal(length, 4)) aria-hidden="true"></span> }
}
