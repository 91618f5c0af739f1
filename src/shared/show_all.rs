//! The button under a list that shows its beginning, or all of it.

use leptos::prelude::*;

/// Shows the whole list, or its beginning again.
#[component]
pub(crate) fn ShowAll(
    /// Whether all of it shows.
    all: RwSignal<bool>,
    /// What the button does while only the beginning shows.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let says = Signal::derive(move || if all.get() { "Show fewer".to_owned() } else { label.clone() });
    let expanded = Signal::derive(move || if all.get() { "true" } else { "false" });
    view! {
        <button class="more" type="button" aria-expanded=expanded on:click=move |_| all.update(|all| *all = !*all)>
            {says}
        </button>
    }
}
