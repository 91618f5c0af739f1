//! The search field, the result line, and the chips of every filter that is on.

use crate::browser;
use crate::state::{App, href};
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// The result is announced when nothing was typed for this long, in milliseconds.
const ANNOUNCE_AFTER: u32 = 700;

/// The search form.
pub(crate) fn search(app: App) -> impl IntoView {
    let query = app.part(|view| view.query.clone());
    let on_input = move |event| {
        if let Some(query) = browser::field_value(&event) {
            app.type_on(View { query, ..app.current().list() });
        }
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.settle();
    };
    let result = move || app.selection.with(|s| wording::result_line(&app.explorer.corpus, s));
    view! {
        <search class="search">
            <form class="search-form" on:submit=on_submit>
                <label class="search-label" for="query">"Search"</label>
                <input
                    id="query" class="search-field" type="search" autocomplete="off" spellcheck="false"
                    enterkeyhint="search" placeholder="Words, or “a phrase”" aria-describedby="query-help"
                    prop:value=move || query.get() on:input=on_input on:blur=move |_| app.settle()
                />
            </form>
            <p class="search-help" id="query-help">
                "Words must all occur. Also: " <code>"\"a phrase\""</code> " " <code>"this OR that"</code> " "
                <code>"-without"</code> " " <code>"begin*"</code>
            </p>
            {move || problems(app)}
            <p class="result-line">{result}</p>
            <p class="visually-hidden" role="status">{announced(app)}</p>
            {move || chips(app)}
        </search>
    }
}

/// The result line again for screen readers, once typing has stopped.
fn announced(app: App) -> ReadSignal<String> {
    let (said, set_said) = signal(String::new());
    let waiting = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        let line = app.selection.with(|s| wording::result_line(&app.explorer.corpus, s));
        // Dropping the timer before cancels it.
        waiting.set_value(Some(browser::later(ANNOUNCE_AFTER, move || set_said.set(line))));
    });
    said
}

/// What the query or the link says that was not understood.
fn problems(app: App) -> impl IntoView {
    let query = app.view().query;
    let in_query = move |selection: &dateline_engine::view::Selection| {
        let sentence = |p: &dateline_engine::text::Problem| {
            let found = p.span.of(&query).trim().to_owned();
            view! { <li><code class="problem-at">{found}</code> " " {p.message.clone()}</li> }.into_any()
        };
        selection.query_problems.iter().take(5).map(sentence).collect::<Vec<_>>()
    };
    let mut lines = app.selection.with(in_query);
    let others = app.selection.with(|s| s.problems.clone()).into_iter().chain(app.link_problems.get());
    lines.extend(others.take(5).map(|sentence| view! { <li>{sentence}</li> }.into_any()));
    (!lines.is_empty()).then(|| view! { <ul class="problems">{lines}</ul> })
}

/// A chip for each filter; following it takes the filter out.
fn chips(app: App) -> impl IntoView {
    let view = app.view();
    let applied = view.applied(app.explorer);
    let several = applied.len() > 1;
    let chip = |filter: dateline_engine::view::Applied| {
        let says = format!("Remove the filter {}", filter.label);
        view! {
            <li><a class="chip" href=href(&filter.without) aria-label=says>
                <span>{filter.label}</span> <span class="chip-cross" aria-hidden="true">"×"</span>
            </a></li>
        }
    };
    (!applied.is_empty()).then(|| {
        view! {
            <ul class="chips" aria-label="Filters that are on">
                {applied.into_iter().map(chip).collect_view()}
                {several.then(|| view! { <li><a class="chip chip-clear" href=href(&view.clear())>"Clear all"</a></li> })}
            </ul>
        }
    })
}
