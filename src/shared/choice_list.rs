//! A drop-down of choices, where a row of links would take too much room.

use super::{Choice, Row, rows};
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
    choices: ReadSignal<Vec<Choice>>,
) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        if let Some(link) = browser::field_value(&event) {
            app.go(from_fragment(&link).0);
        }
    };
    view! {
        <label class="choice-list">
            {label} " "
            <select class="select" on:change=choose>{rows(choices, option)}</select>
        </label>
    }
}

fn option(row: Row<Choice>) -> AnyView {
    let (value, on) = (row.part(|choice| choice.href.clone()), row.part(|choice| choice.on));
    view! { <option value=value prop:selected=on>{row.part(|choice| choice.label.clone())}</option> }
        .into_any()
}
