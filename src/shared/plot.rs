//! Bars and columns.

use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// A bar or a column. A box, as a browser draws dozens of them faster than drawings of one rectangle each.
#[component]
pub(crate) fn Plot(
    class: &'static str,
    /// Its length or height, as a fraction of the longest.
    #[prop(into)]
    length: Signal<f64>,
) -> impl IntoView {
    let length = Signal::derive(move || decimal(length.get(), 4));
    view! { <span class=class style=("--length", length) aria-hidden="true"></span> }
}
