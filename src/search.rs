//! The search form, the result line, and the chips of every filter that is on.

mod field;

use crate::browser;
use crate::state::{App, href};
use dateline_engine::search::LANGUAGE;
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// The result is announced when nothing was typed for this long, in milliseconds.
const ANNOUNCE_AFTER: u32 = 700;

/// The search form.
pub(crate) fn search(app: App) -> impl IntoView {
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.settle();
    };
    let result = move || app.selection.with(|s| wording::result_line(&app.explorer.corpus, s));
    view! {
        <search class="search">
            <form class="search-form" on:submit=on_submit>
                <label class="search-label" for="query">"Search"</label>
                {field::field(app)}
            </form>
            {help()}
            {move || problems(app)}
            <p class="result-line">{result}</p>
            <p class="visually-hidden" role="status">{announced(app)}</p>
            {move || meant(app)}
            {move || chips(app)}
        </search>
    }
}

/// The whole language, folded away.
fn help() -> impl IntoView {
    let row = |(typed, finds): (&'static str, &'static str)| {
        let typed = typed.split(", ").map(|query| view! { <code>{query}</code> " " }).collect_view();
        view! { <dt>{typed}</dt><dd>{finds}</dd> }
    };
    view! {
        <details class="search-help">
            <summary id="query-help">"Words must all occur. More ways to ask"</summary>
            <dl class="search-language">{LANGUAGE.into_iter().map(row).collect_view()}</dl>
        </details>
    }
}

/// A query that finds something where this one does not.
fn meant(app: App) -> impl IntoView {
    let view = app.view().list();
    let other = app.selection.with(|selection| app.explorer.did_you_mean(&view, selection));
    other.map(|query| {
        let link = href(&View { query: query.clone(), ..view });
        view! { <p class="did-you-mean">"Did you mean " <a href=link>{query}</a>"?"</p> }
    })
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
        selection.query_problems().iter().take(5).map(sentence).collect::<Vec<_>>()
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
