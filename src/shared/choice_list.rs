//! A drop-down of choices, where a row of links would take too much room.

use super::Choice;
use crate::browser;
use crate::state::App;
use dateline_engine::view::from_fragment;
use leptos::prelude::*;

/// A drop-down of choices, of which one is on.
#[component]
pub(crate) fn ChoiceList(
    app: App,
    /// What it is called.
    label: &'static str,
    choices: Vec<Choice>,
) -> impl IntoView {
    let option = |Choice { label, href, on, .. }: Choice| {
        view! { <option value=href prop:selected=on>{label}</option> }
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(link) = browser::field_value(&event) {
            app.go(from_fragment(&link).0);
        }
    };
    view! {
        <label class="choice-list">
            {label} " "
            <select class="select" on:change=choose>{choices.into_iter().map(option).collect_view()}</select>
        </label>
    }
}
