//! The field that narrows a list.

use crate::browser;
use dateline_engine::text::fold;
use leptos::prelude::*;

/// A field that narrows a list to what holds the text in it.
#[component]
pub(crate) fn Seeker(
    class: &'static str,
    /// What is looked for: `Find an actor (53)`.
    label: String,
    /// The text in the field, folded as search compares it.
    sought: WriteSignal<String>,
) -> impl IntoView {
    let look =
        move |event: leptos::ev::Event| sought.set(folded(&browser::field_value(&event).unwrap_or_default()));
    view! {
        <input class=class type="search" autocomplete="off" spellcheck="false" aria-label=label.clone() placeholder=label on:input=look/>
    }
}

/// `text` as search compares it.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}
