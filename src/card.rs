//! The card of the corpus: what it holds, what is missing, how it was counted.

use crate::panel;
use crate::state::App;
use dateline_engine::view::Fact;
use leptos::prelude::*;

/// Values of one fact shown; a corpus of a thousand sources has them in the filters.
const MOST: usize = 20;

/// The card.
pub(crate) fn card(app: App) -> impl IntoView {
    let fact = |(name, values): Fact| {
        let left = values.len().saturating_sub(MOST);
        let shown = values.into_iter().take(MOST).map(|value| view! { <dd>{value}</dd> }).collect_view();
        let more = (left > 0).then(|| view! { <dd>{format!("and {left} more")}</dd> });
        view! { <div class="fact"><dt>{name}</dt>{shown}{more}</div> }
    };
    let facts = app.explorer.card(app.fingerprint).into_iter().map(fact).collect_view();
    panel::panel(app, "About this corpus".into(), view! { <dl class="facts">{facts}</dl> }.into_any())
}
