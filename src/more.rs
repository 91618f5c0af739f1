//! The button under a short list that shows its beginning, or all of it.

use leptos::prelude::*;

/// Shows the whole list, or its beginning again. `says` what it does while only the beginning shows.
pub(crate) fn toggle(
    all: ReadSignal<bool>,
    set_all: WriteSignal<bool>,
    says: impl Fn() -> String + Send + 'static,
) -> impl IntoView {
    view! {
        <button class="more" type="button" aria-expanded=move || all.get().to_string()
            on:click=move |_| set_all.update(|all| *all = !*all)>
            {move || if all.get() { "Show fewer".to_owned() } else { says() }}
        </button>
    }
}
