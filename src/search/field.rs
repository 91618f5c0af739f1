//! The search field: what is typed, what of it was not understood, and ways to go on.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{MarkedProblems, Row, by_index, dynamic};
use crate::state::App;
use dateline_engine::explorer::Completion;
use dateline_engine::text::Span;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// A pointer that is down is looked at again after so many milliseconds.
const RELEASED_AFTER: u32 = 50;

/// The field with its completions: a combobox with a list of its own, moved through by the arrow keys.
#[component]
pub(super) fn Field(app: App) -> impl IntoView {
    let query = app.part(|view| view.query.clone());
    let leaving = StoredValue::new_local(None::<browser::Later>);
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<usize>);
    let scrolled = RwSignal::new(0);
    let completions = lasting(move |_| match open.get() {
        true => app.view.with(|view| app.shown.with(|shown| shown.reading.completions(view))),
        false => Vec::new(),
    });
    let accept = move |completion: Completion| {
        open.set(false);
        chosen.set(None);
        app.type_on(completion.view);
    };
    let on_input = move |event: Event| {
        if let Some(query) = browser::field_value(&event) {
            leaving.set_value(None);
            open.set(true);
            chosen.set(None);
            app.type_on(View { query, ..app.current().list() });
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let all = completions.get_untracked();
        let at = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if !all.is_empty() => chosen.set(Some(at.map_or(0, |at| (at + 1) % all.len()))),
            "ArrowUp" if !all.is_empty() => {
                chosen.set(Some(at.unwrap_or(0).checked_sub(1).unwrap_or(all.len() - 1)));
            }
            "Escape" if !all.is_empty() => open.set(false),
            "Enter" => match at.and_then(|at| all.get(at)) {
                Some(completion) => accept(completion.clone()),
                // The form is sent, as without completions.
                None => return open.set(false),
            },
            _ => return,
        }
        event.prevent_default();
    };
    // The field keeps the focus, or the list would close before the click.
    let stay = |event: MouseEvent| event.prevent_default();
    let on_click = move |event: MouseEvent| {
        let at = browser::walked_to(&event);
        if let Some(completion) = at.and_then(|at| completions.with_untracked(|all| all.get(at).cloned())) {
            accept(completion);
        }
    };
    let on_blur = move |_| {
        open.set(false);
        settle_once_released(app, leaving);
    };
    let total = Signal::derive(move || completions.with(Vec::len));
    let expanded = Signal::derive(move || if completions.with(Vec::is_empty) { "false" } else { "true" });
    view! {
        <div class="search-box">
            <div class="search-under" aria-hidden="true">
                <span style=("translate", move || format!("-{}px", scrolled.get()))><Underlined app/></span>
            </div>
            <input class="search-field" id="query" type="search" autocomplete="off" spellcheck="false"
                enterkeyhint="search" placeholder="Words, or “a phrase”" aria-describedby="query-help"
                role="combobox" aria-autocomplete="list" aria-controls="completions" aria-expanded=expanded
                aria-activedescendant=move || chosen.get().map(option_id) prop:value=query
                on:input=on_input on:keydown=on_key on:blur=on_blur
                on:scroll=move |event| scrolled.set(browser::scrolled(&event))/>
            <div on:mousedown=stay on:click=on_click>
                <ul class="completions" id="completions" role="listbox" aria-label="Suggestions" data-row="">
                    {by_index(total, move |at| option(at, completions, chosen))}
                </ul>
            </div>
        </div>
    }
}

/// Ends the typing, but only when no button of a pointer is down: what shows may change with it, and a click ends where
/// it began.
fn settle_once_released(app: App, leaving: StoredValue<Option<browser::Later>, LocalStorage>) {
    if browser::shows(":active") {
        let later = browser::later(RELEASED_AFTER, move || settle_once_released(app, leaving));
        leaving.set_value(Some(later));
    } else {
        app.settle();
    }
}

fn option_id(at: usize) -> String {
    format!("completion-{at}")
}

/// A way to go on, by its index.
fn option(at: usize, completions: ReadSignal<Vec<Completion>>, chosen: RwSignal<Option<usize>>) -> AnyView {
    let row = Row::new(move || completions.with(|all| all.get(at).cloned()));
    let about = |completion: &Completion| {
        let articles = wording::count(completion.articles as usize, "article");
        format!("{}, {articles}", completion.kind.name())
    };
    let selected = Signal::derive(move || if chosen.get() == Some(at) { "true" } else { "false" });
    view! {
        <li class="completion" id=option_id(at) role="option" aria-selected=selected data-mark="">
            <span>{row.part(|completion| completion.label.clone())}</span> " "
            <span class="completion-about">{row.part(about)}</span>
        </li>
    }
    .into_any()
}

/// What is typed, with what was not understood underlined.
#[component]
fn Underlined(app: App) -> impl IntoView {
    dynamic(move || {
        let query = app.view.with(|view| view.query.clone());
        let problems: Vec<Span> =
            app.shown.with(|shown| shown.problems_of(&query).iter().map(|p| p.span).collect());
        view! { <MarkedProblems text=&query problems=&problems/> }
    })
}
