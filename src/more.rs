//! The buttons under lists that show their beginning: all of it, or the next rows.

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

/// Shows the next `page` of the `left` rows that do not show yet; nothing where none is left.
pub(crate) fn next(left: usize, page: usize, set_shown: WriteSignal<usize>) -> impl IntoView {
    (left > 0).then(|| {
        view! {
            <button class="more" type="button" on:click=move |_| set_shown.update(|shown| *shown += page)>
                {format!("Show {} more", left.min(page))}
            </button>
        }
    })
}
