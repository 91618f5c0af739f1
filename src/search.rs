//! The search form, the result line, and the chips of every filter that is on.

mod chips;
mod field;
mod problems;

use crate::browser;
use crate::shared::dynamic;
use crate::state::{App, href};
use chips::Chips;
use dateline_engine::search::LANGUAGE;
use dateline_engine::view::View;
use dateline_engine::wording;
use field::Field;
use leptos::either::Either;
use leptos::prelude::*;
use problems::Problems;

/// The result is announced when nothing was typed for this long, in milliseconds.
const ANNOUNCE_AFTER: u32 = 700;

/// The search form.
#[component]
pub(crate) fn Search(app: App) -> impl IntoView {
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.settle();
    };
    let line = Memo::new(move |_| result_line(app));
    view! {
        <search class="search">
            <form class="search-form" on:submit=on_submit>
                <label class="search-label" for="query">"Search"</label>
                <Field app/>
            </form>
            <Help/>
            <Problems app/>
            <p class="result-line"><Result app/><HitsInContext app/></p>
            <Announced line/>
            <DidYouMean app/>
            <Chips app/>
        </search>
    }
}

fn result_line(app: App) -> String {
    match app.counting.get() {
        true => "Counting again…".to_owned(),
        false => app.shown.with(|shown| shown.selection.result_line(app.corpus)),
    }
}

/// How many articles were found, and the way to all their mentions.
#[component]
fn Result(app: App) -> impl IntoView {
    dynamic(move || match app.counting.get() {
        true => Either::Left("Counting again…"),
        false => {
            let shown = app.shown.get();
            let mentions = wording::count(shown.selection.mentions.len(), "mention");
            let link = href(&app.view.with(View::open_all_mentions));
            let articles = shown.selection.articles_line(app.corpus);
            Either::Right(view! { {articles} ", " <a class="result-mentions" href=link>{mentions}</a> })
        }
    })
}

/// The way to the hits, row by row.
#[component]
fn HitsInContext(app: App) -> impl IntoView {
    let hits = Memo::new(move |_| app.shown.with(|s| s.explorer().hit_count(&s.selection)));
    let link = app.link(View::open_hits);
    let says = Signal::derive(move || format!("{} in context", wording::count(hits.get(), "hit")));
    view! {
        <Show when=move || { hits.get() > 0 }>
            <span class="result-hits">", " <a href=link>{says}</a></span>
        </Show>
    }
}

/// The whole language, folded away.
#[component]
fn Help() -> impl IntoView {
    let rows = LANGUAGE.into_iter().map(|(typed, finds)| {
        let typed = typed.split(", ").map(|query| view! { <code>{query}</code> " " }).collect_view();
        view! { <dt>{typed}</dt> <dd>{finds}</dd> }
    });
    view! {
        <details class="search-help">
            <summary id="query-help">"Finds articles with all the words. Search tips"</summary>
            <dl class="search-language">{rows.collect_view()}</dl>
        </details>
    }
}

/// A query that finds something where this one does not.
#[component]
fn DidYouMean(app: App) -> impl IntoView {
    dynamic(move || {
        let view = app.view.with(View::list);
        let query = app.shown.with(|shown| shown.explorer().did_you_mean(&view, &shown.selection))?;
        let link = href(&View { query: query.clone(), ..view });
        Some(view! { <p class="did-you-mean">"Did you mean " <a href=link>{query}</a> "?"</p> })
    })
}

/// The result line again for screen readers, once typing has stopped.
#[component]
fn Announced(line: Memo<String>) -> impl IntoView {
    let (said, set_said) = signal(String::new());
    let waiting = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        let line = line.get();
        // Dropping the timer before cancels it.
        waiting.set_value(Some(browser::later(ANNOUNCE_AFTER, move || set_said.set(line))));
    });
    view! { <p class="visually-hidden" role="status">{said}</p> }
}
