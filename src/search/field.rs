//! The search field: what is typed, what of it was not understood, and ways to go on.

use crate::browser;
use crate::element::{El, el};
use crate::marked;
use crate::state::App;
use dateline_engine::explorer::Completion;
use dateline_engine::text::Span;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::ev::Event;
use leptos::prelude::*;

/// The field with its completions: a combobox with a list of its own, moved through by the arrow keys.
pub(super) fn field(app: App) -> El {
    let query = app.part(|view| view.query.clone());
    let (open, set_open) = signal(false);
    let (chosen, set_chosen) = signal(None::<usize>);
    let (scrolled, set_scrolled) = signal(0);
    let completions =
        Memo::new(
            move |_| {
                if open.get() { query.with(|query| app.explorer.completions(query)) } else { Vec::new() }
            },
        );
    let show = move |query: String| app.type_on(View { query, ..app.current().list() });
    let accept = move |completion: Completion| {
        set_open.set(false);
        set_chosen.set(None);
        show(completion.query);
    };
    let on_input = move |event: Event| {
        if let Some(query) = browser::field_value(&event) {
            set_open.set(true);
            set_chosen.set(None);
            show(query);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let all = completions.get_untracked();
        let at = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if !all.is_empty() => set_chosen.set(Some(at.map_or(0, |at| (at + 1) % all.len()))),
            "ArrowUp" if !all.is_empty() => {
                set_chosen.set(Some(at.unwrap_or(0).checked_sub(1).unwrap_or(all.len() - 1)));
            }
            "Escape" if !all.is_empty() => set_open.set(false),
            "Enter" => match at.and_then(|at| all.get(at)) {
                Some(completion) => accept(completion.clone()),
                // The form is sent, as without completions.
                None => return set_open.set(false),
            },
            _ => return,
        }
        event.prevent_default();
    };
    // The field keeps the focus, or the list would close before the click.
    let stay = |event: Event| event.prevent_default();
    let on_click = move |event: Event| {
        let at = browser::walked_to(&event);
        if let Some(completion) = at.and_then(|at| completions.with_untracked(|all| all.get(at).cloned())) {
            accept(completion);
        }
    };
    let on_blur = move |_: Event| {
        set_open.set(false);
        app.settle();
    };
    let input = move || {
        let is_open = completions.with(|all| !all.is_empty());
        let input = el("input", "search-field")
            .set("id", "query")
            .set("type", "search")
            .set("autocomplete", "off")
            .set("spellcheck", "false")
            .set("enterkeyhint", "search")
            .set("placeholder", "Words, or “a phrase”")
            .set("aria-describedby", "query-help")
            .set("role", "combobox")
            .set("aria-autocomplete", "list")
            .set("aria-controls", "completions")
            .set("aria-expanded", if is_open { "true" } else { "false" })
            .set("value", query.get())
            .on("input", on_input)
            .on("keydown", on_key)
            .on("blur", on_blur)
            .on("scroll", move |event: Event| set_scrolled.set(browser::scrolled(&event)));
        match chosen.get() {
            Some(at) => [input.set("aria-activedescendant", option_id(at))],
            None => [input],
        }
    };
    let under = move || [underlined(app).set("style", format!("translate: -{}px", scrolled.get()))];
    let options = move || {
        let list = el("ul", "completions")
            .set("id", "completions")
            .set("role", "listbox")
            .set("aria-label", "Ways to go on")
            .set("data-row", "");
        let chosen = chosen.get();
        completions.with(|all| {
            let options = all.iter().enumerate();
            [list.all(options.map(|(at, completion)| option(at, completion, chosen == Some(at))))]
        })
    };
    let list = el("div", "").on("mousedown", stay).on("click", on_click).live(options);
    el("div", "search-box")
        .with(el("div", "search-under").set("aria-hidden", "true").live(under))
        .live(input)
        .with(list)
}

fn option_id(at: usize) -> String {
    format!("completion-{at}")
}

fn option(at: usize, completion: &Completion, selected: bool) -> El {
    let articles = wording::count(completion.articles as usize, "article");
    let about = format!("{}, {articles}", completion.kind.name());
    el("li", "completion")
        .set("id", option_id(at))
        .set("role", "option")
        .set("aria-selected", if selected { "true" } else { "false" })
        .set("data-mark", "")
        .with(el("span", "").say(completion.label.clone()))
        .say(" ")
        .with(el("span", "completion-about").say(about))
}

/// What is typed, with what was not understood underlined.
fn underlined(app: App) -> El {
    let query = app.view().query;
    let problems: Vec<Span> =
        app.selection.with(|selection| selection.query_problems().iter().map(|p| p.span).collect());
    marked::with_problems(el("span", ""), &query, &problems)
}
