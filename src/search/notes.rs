//! The line under the search field: what of the query or the link was not understood, and what may have been meant; else
//! how to ask. It is one line high whatever it says, and opens over the page for who wants to read all of it.

use crate::shared::dynamic;
use crate::state::{App, Shown, href, link};
use dateline_engine::explorer::Selection;
use dateline_engine::search::translation;
use dateline_engine::text::Problem;
use dateline_engine::view::{View, length_note, version_note};
use leptos::prelude::*;

/// Sentences shown of each kind.
const MOST: usize = 5;

/// A sentence for the reader.
struct Note {
    /// What it is about, as typed.
    of: String,
    says: String,
    /// A query that it offers.
    query: Option<String>,
}

/// The line.
#[component]
pub(super) fn Notes(app: App) -> impl IntoView {
    let hint = "Finds articles with all the words.";
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let notes = notes(&view, &shown, app.link_problems.get(), app.fingerprint);
        let hidden = !notes.is_empty();
        let line = |Note { of, says, query }: Note| {
            let offered = query.map(|query| {
                let href = href(&View { query: query.clone(), ..view.list() });
                view! { " " <a href=href>{query}</a> }
            });
            let offers = offered.is_some();
            view! { <li class:offered=offers><code class="problem-at">{of}</code>{says}{offered}</li> }
        };
        let more = (notes.len() > 1).then(|| {
            view! { <span class="problems-more" aria-hidden="true">{format!("+{}", notes.len() - 1)}</span> }
        });
        let lines = notes.into_iter().map(line).collect_view();
        view! {
            <p class="search-hint" class:visually-hidden=hidden id="query-help">{hint}</p>
            // With Tab and with a finger it opens as under the pointer.
            {hidden.then(|| view! { <ul class="problems" tabindex="0" aria-label="About this search">{lines}</ul> })}
            {more}
        }
    })
}

fn notes(view: &View, shown: &Shown, link_problems: Vec<String>, fingerprint: &str) -> Vec<Note> {
    let plain = |says: String| Note { of: String::new(), says, query: None };
    let none = Selection::default();
    let found = if shown.unmatched { &none } else { &*shown.selection };
    let meant = shown.explorer().did_you_mean(&view.list(), found);
    let mut notes: Vec<Note> = meant
        .map(|query| Note { query: Some(query), ..plain("Did you mean".to_owned()) })
        .into_iter()
        .chain(translation(&view.query).map(|t| Note { query: Some(t.query), ..plain(t.says) }))
        .collect();
    let in_query = |problem: &Problem| Note {
        of: problem.span.of(&view.query).trim().to_owned(),
        ..plain(format!(" {}", problem.message))
    };
    notes.extend(shown.problems_of(&view.query).iter().take(MOST).map(in_query));
    let other_version = version_note(view, fingerprint).into_iter();
    let others = other_version.chain(length_note(&link(view))).chain(shown.explorer().unknown_names(view));
    let others = others.chain(link_problems).chain(shown.reading.problems.iter().cloned());
    notes.extend(others.take(MOST).map(plain));
    notes
}
