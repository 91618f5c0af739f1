//! What the lists of actors and of spellings are made of: rows, and forms that propose an edit.

use crate::browser;
use crate::element::{El, el};
use crate::state::{App, href};
use dateline_engine::actors::Edit;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::ev::Event;
use leptos::prelude::*;

/// A row: a name or a spelling, what is to be known of it, and what can be done.
pub(super) struct Row {
    /// The name.
    pub(super) text: String,
    /// Where the name leads.
    pub(super) link: Option<String>,
    /// Its kind or its forms.
    pub(super) about: String,
    /// How often it is met.
    pub(super) counts: String,
    /// Where that leads.
    pub(super) rows: Option<String>,
    /// What can be done with it, and the edits that does.
    pub(super) act: Option<(&'static str, Vec<Edit>)>,
}

/// Draws the rows, whose ways lead on from `view`.
pub(super) fn rows(view: &View, rows: Vec<Row>) -> El {
    let or_link = |el_class: &'static str, text: String, link: Option<String>| match link {
        Some(link) => el("span", el_class).with(el("a", "").set("href", link).say(text)),
        None => el("span", el_class).say(text),
    };
    let row = |Row { text, link, about, counts, rows, act }: Row| {
        let act = act.map(|(does, proposed)| {
            let from = proposed.first().map(|edit| String::from(edit.clone())).unwrap_or_default();
            el("a", "tool")
                .set("href", href(&View { proposed, ..view.clone() }))
                .set("data-from", from)
                .set("aria-label", format!("{does} “{text}”"))
                .say(does)
        });
        let about = el("span", "alias-about").say(about).say(": ").with(or_link("", counts, rows));
        el("li", "alias").with(or_link("alias-text", text, link)).all(act).with(about)
    };
    el("ul", "listed").all(rows.into_iter().map(row))
}

/// Rows that show when they are asked for.
pub(super) fn folded_away(title: String, rows: El) -> El {
    el("details", "proposals").with(el("summary", "chart-summary").say(title)).with(rows)
}

/// `31 mentions in 9 articles`.
pub(super) fn counts(count: u32, unit: &str, articles: u32) -> String {
    match count {
        0 => "not met".to_owned(),
        some => {
            format!(
                "{} in {}",
                wording::count(some as usize, unit),
                wording::count(articles as usize, "article")
            )
        }
    }
}

/// Makes an edit of what stands in a form: its field, and its list.
pub(super) type Make = Box<dyn Fn(&str, &str) -> Option<Edit> + Send + Sync>;

/// A form of the actor `of`: the `id` of its field, where it has one; what it and its list ask for; the values of its
/// list with their names. What stands in both makes the edit that is proposed.
pub(super) fn form(
    app: App,
    of: &str,
    id: Option<&'static str>,
    [asks, choice_asks]: [&'static str; 2],
    choices: Vec<(String, String)>,
    edit: Make,
) -> El {
    let first = choices.first().map(|(value, _)| value.clone()).unwrap_or_default();
    let (text, choice) = (StoredValue::new(String::new()), StoredValue::new(first));
    let set = |value: StoredValue<String>| {
        move |event: Event| value.set_value(browser::field_value(&event).unwrap_or_default())
    };
    let submit = move |event: Event| {
        event.prevent_default();
        if let Some(edit) = edit(&text.get_value(), &choice.get_value()) {
            app.go(View { proposed: vec![edit], ..app.current() });
        }
    };
    let field = id.map(|id| {
        let field = el("input", "alias-field").set("id", id).set("autocomplete", "off").set("required", "");
        field.set("aria-label", asks).on("input", set(text))
    });
    let option = |(value, name)| el("option", "").set("value", value).say(name);
    let list = el("select", "alias-field")
        .set("required", "")
        .set("aria-label", choice_asks)
        .on("change", set(choice));
    let list = list.all(choices.into_iter().map(option));
    let see = el("button", "tool").set("type", "submit").say("See what it changes");
    let asks = el("span", "alias-asks").say(asks);
    let form = el("form", "alias-form").keyed(of.to_owned());
    form.on("submit", submit).with(asks).all(field).with(list).with(see)
}
