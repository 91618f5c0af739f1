//! The search field: what is typed, what of it was not understood, and ways to go on.

use crate::browser;
use crate::element::{El, el};
use crate::marked;
use crate::state::App;
use dateline_engine::text::Span;
use dateline_engine::view::{Completion, View, wording};
use leptos::prelude::*;

/// The field with its completions: a combobox with a list of its own, moved through by the arrow keys.
pub(super) fn field(app: App) -> impl IntoView {
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
    let on_input = move |event| {
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
    let on_blur = move |_| {
        set_open.set(false);
        app.settle();
    };
    let active = move || chosen.get().map(option_id);
    let is_open = move || (!completions.with(Vec::is_empty)).to_string();
    view! {
        <div class="search-box">
            <div class="search-under" aria-hidden="true">
                {move || underlined(app).set("style", format!("translate: -{}px", scrolled.get()))}
            </div>
            <input
                id="query" class="search-field" type="search" autocomplete="off" spellcheck="false"
                enterkeyhint="search" placeholder="Words, or “a phrase”" aria-describedby="query-help"
                role="combobox" aria-autocomplete="list" aria-controls="completions" aria-expanded=is_open
                aria-activedescendant=active prop:value=move || query.get() on:input=on_input on:keydown=on_key
                on:blur=on_blur on:scroll=move |event| set_scrolled.set(browser::scrolled(&event))
            />
            <ul id="completions" class="completions" role="listbox" aria-label="Ways to go on">
                {move || {
                    let option = |(at, completion)| option(at, completion, chosen, accept);
                    completions.get().into_iter().enumerate().map(option).collect_view()
                }}
            </ul>
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("completion-{at}")
}

fn option(
    at: usize,
    completion: Completion,
    chosen: ReadSignal<Option<usize>>,
    accept: impl Fn(Completion) + 'static,
) -> impl IntoView {
    let articles = wording::count(completion.articles as usize, "article");
    let about = format!("{}, {articles}", completion.kind.name());
    let label = completion.label.clone();
    let selected = move || (chosen.get() == Some(at)).to_string();
    // The field keeps the focus, or the list would close before the click.
    let stay = |event: leptos::ev::MouseEvent| event.prevent_default();
    view! {
        <li
            id=option_id(at) class="completion" role="option" aria-selected=selected
            on:mousedown=stay on:click=move |_| accept(completion.clone())
        >
            <span>{label}</span> " " <span class="completion-about">{about}</span>
        </li>
    }
}

/// What is typed, with what was not understood underlined.
fn underlined(app: App) -> El {
    let query = app.view().query;
    let problems: Vec<Span> =
        app.selection.with(|selection| selection.query_problems().iter().map(|p| p.span).collect());
    marked::with_problems(el("span", ""), &query, &problems)
}
