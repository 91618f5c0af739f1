//! A form that proposes an edit.

use crate::browser;
use crate::state::App;
use dateline_engine::actors::Edit;
use dateline_engine::view::View;
use leptos::prelude::*;

/// A form with a list and, where it has an `id`, a field. What stands in both makes the edit that is proposed.
#[component]
pub(super) fn ProposalForm(
    app: App,
    /// The id of its field.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What it asks for.
    asks: &'static str,
    /// What its list asks for.
    choice_asks: &'static str,
    /// The values of its list, with their names.
    choices: Vec<(String, String)>,
    /// Makes an edit of the field and the value of the list.
    edit: impl Fn(&str, &str) -> Option<Edit> + Send + Sync + 'static,
) -> impl IntoView {
    let first = choices.first().map(|(value, _)| value.clone()).unwrap_or_default();
    let (text, choice) = (StoredValue::new(String::new()), StoredValue::new(first));
    let set = |value: StoredValue<String>| {
        move |event: leptos::ev::Event| value.set_value(browser::field_value(&event).unwrap_or_default())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(edit) = edit(&text.get_value(), &choice.get_value()) {
            app.go(View { proposed: vec![edit], ..app.current() });
        }
    };
    let field = id.map(|id| {
        view! { <input class="alias-field" id=id autocomplete="off" required="" aria-label=asks on:input=set(text)/> }
    });
    let option = |(value, name): (String, String)| view! { <option value=value>{name}</option> };
    view! {
        <form class="alias-form" on:submit=submit>
            <span class="alias-asks">{asks}</span>
            {field}
            <select class="alias-field" required="" aria-label=choice_asks on:change=set(choice)>
                {choices.into_iter().map(option).collect_view()}
            </select>
            <button class="tool" type="submit">"Preview"</button>
        </form>
    }
}
