//! The search form, the result line, and the chips of every filter that is on.

mod chips;
mod field;
mod notes;

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Overlay, dynamic};
use crate::state::{App, href};
use chips::Chips;
use dateline_engine::explorer::Selection;
use dateline_engine::search::LANGUAGE;
use dateline_engine::view::View;
use dateline_engine::wording;
use field::Field;
use leptos::either::Either;
use leptos::prelude::*;
use notes::Notes;

/// The result is announced when nothing was typed for this long, in milliseconds.
const ANNOUNCE_AFTER: u32 = 700;

/// The search form.
#[component]
pub(crate) fn Search(app: App) -> impl IntoView {
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.settle();
    };
    let line = lasting(move |_| result_line(app));
    view! {
        <search class="search" class:search-typing=move || app.typing.get()>
            <form class="search-form" on:submit=on_submit>
                <label class="search-label" for="query">"Search"</label>
                <Field app/>
            </form>
            <div class="search-line"><Notes app/><Help/></div>
            <p class="result-line"><Back app/><Result app/><HitsInContext app/></p>
            <Announced line/>
            <div class="chips-line"><Chips app/></div>
        </search>
    }
}

fn result_line(app: App) -> String {
    match app.counting.get() {
        true => "Counting again…".to_owned(),
        false if app.files.pending.get() => "Searching…".to_owned(),
        false => app.shown.with(|shown| match shown.unmatched {
            true => app.view.with(|view| Selection::none_yet(&view.query)),
            false => shown.selection.result_line(app.corpus),
        }),
    }
}

/// The way back, where the browser may have none.
#[component]
fn Back(app: App) -> impl IntoView {
    let has_past = lasting(move |_| app.past.with(|past| !past.is_empty()));
    dynamic(move || {
        has_past.get().then(
            || view! { <button class="back" type="button" on:click=move |_| app.back()>"Back"</button> },
        )
    })
}

/// How many articles were found, and the way to all their mentions.
#[component]
fn Result(app: App) -> impl IntoView {
    let says = lasting(move |_| {
        let waits = app.counting.get() || app.files.pending.get() || app.shown.with(|s| s.unmatched);
        waits.then(|| result_line(app))
    });
    dynamic(move || match says.get() {
        Some(says) => Either::Left(says),
        None => {
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
    let hits = lasting(move |_| {
        app.shown.with(|s| if s.unmatched { 0 } else { s.explorer().hit_count(&s.selection) })
    });
    let link = app.link(View::open_hits);
    let says = Signal::derive(move || format!("{} in context", wording::count(hits.get(), "hit")));
    view! {
        <Show when=move || { hits.get() > 0 }>
            <span class="result-hits">", " <a href=link>{says}</a></span>
        </Show>
    }
}

/// The whole language, over the page.
#[component]
fn Help() -> impl IntoView {
    let rows = LANGUAGE.into_iter().map(|(typed, finds)| {
        let typed = typed.split(", ").map(|query| view! { <code>{query}</code> " " }).collect_view();
        view! { <dt>{typed}</dt> <dd>{finds}</dd> }
    });
    view! {
        <Overlay id="search-tips" title="Search tips">
            <dl class="search-language">{rows.collect_view()}</dl>
        </Overlay>
    }
}

/// The result line again for screen readers, once typing has stopped.
#[component]
fn Announced(line: ReadSignal<String>) -> impl IntoView {
    let (said, set_said) = signal(String::new());
    let waiting = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        let line = line.get();
        // Dropping the timer before cancels it.
        waiting.set_value(Some(browser::later(ANNOUNCE_AFTER, move || set_said.set(line))));
    });
    view! { <p class="visually-hidden" role="status">{said}</p> }
}
