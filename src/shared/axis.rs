//! The ends of an axis under a plot.

use leptos::prelude::*;

/// The ends of an axis.
#[component]
pub(crate) fn Axis(
    /// What stands at them, from left to right.
    ends: Vec<String>,
) -> impl IntoView {
    view! {
        <p class="axis" aria-hidden="true">
            {ends.into_iter().map(|end| view! { <span>{end}</span> }).collect_view()}
        </p>
    }
}
