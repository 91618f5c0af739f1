//! The card of the corpus: what it holds, what is missing, how it was counted.

use crate::browser::{self, Place};
use crate::state::{App, href};
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
    Effect::new(|_| {
        browser::scroll_to(".panel", Place::Top);
        browser::focus(".panel-title");
    });
    view! {
        <section class="panel">
            <p class="panel-back"><a href=move || href(&app.view().list())>"← Back to the articles"</a></p>
            <h2 class="panel-title" tabindex="-1">"About this corpus"</h2>
            <dl class="facts">{app.explorer.card(app.fingerprint).into_iter().map(fact).collect_view()}</dl>
        </section>
    }
}
