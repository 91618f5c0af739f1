//! What the query or the link says that was not understood.

use crate::shared::dynamic;
use crate::state::{App, link};
use dateline_engine::text::Problem;
use dateline_engine::view::length_note;
use leptos::either::Either;
use leptos::prelude::*;

/// Sentences shown of each of the two.
const MOST: usize = 5;

/// What the query or the link says that was not understood, and that the link is long.
#[component]
pub(super) fn Problems(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let in_query = |problem: &Problem| {
            let found = problem.span.of(&view.query).trim().to_owned();
            let says = format!(" {}", problem.message);
            Either::Left(view! { <li><code class="problem-at">{found}</code>{says}</li> })
        };
        let mut lines: Vec<_> = shown.selection.query_problems().iter().take(MOST).map(in_query).collect();
        let others = length_note(&link(&view)).into_iter().chain(shown.explorer().unknown_names(&view));
        let others = others.chain(app.link_problems.get()).chain(shown.reading.problems.iter().cloned());
        lines.extend(others.take(MOST).map(|sentence| Either::Right(view! { <li>{sentence}</li> })));
        (!lines.is_empty()).then(|| view! { <ul class="problems">{lines}</ul> })
    })
}
