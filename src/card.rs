//! The card of the corpus: what it holds, what is missing, how it was counted.

use crate::shared::{Panel, dynamic};
use crate::state::App;
use dateline_engine::explorer::Fact;
use leptos::prelude::*;

/// The most values of one fact that are shown; the filters show all outlets of a large corpus.
const MOST: usize = 20;

/// The card.
#[component]
pub(crate) fn Card(app: App) -> impl IntoView {
    let facts = dynamic(move || {
        let shown = app.shown.get();
        let edited = shown.reading.edits.iter().map(|edit| edit.says(&shown.reading.gazetteer)).collect();
        shown.explorer().card(app.fingerprint, edited).into_iter().map(fact).collect_view()
    });
    view! { <Panel app title="About this corpus"><dl class="facts">{facts}</dl></Panel> }
}

fn fact((name, values): Fact) -> impl IntoView {
    let left = values.len().saturating_sub(MOST);
    let shown = values.into_iter().take(MOST).map(|value| view! { <dd>{value}</dd> }).collect_view();
    let more = (left > 0).then(|| view! { <dd>{format!("and {left} more")}</dd> });
    view! { <div class="fact"><dt>{name}</dt>{shown}{more}</div> }
}
