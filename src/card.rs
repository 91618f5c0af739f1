//! The card of the corpus: what it holds, what is missing, how it was counted.

use crate::shared::{Panel, dynamic};
use crate::state::{App, href};
use dateline_engine::explorer::{Fact, FactValue};
use dateline_engine::view::View;
use leptos::either::Either;
use leptos::prelude::*;

/// The most values of one fact that are shown; the filters show all outlets of a large corpus.
const MOST: usize = 20;

/// The card.
#[component]
pub(crate) fn Card(app: App) -> impl IntoView {
    let facts = dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let edited = shown.reading.edits.iter().map(|edit| edit.says(&shown.reading.gazetteer)).collect();
        let facts = shown.explorer().card(app.fingerprint, edited).into_iter();
        facts.map(|it| fact(&view, it)).collect_view()
    });
    view! { <Panel app title="About this corpus"><dl class="facts">{facts}</dl></Panel> }
}

fn fact(view: &View, (name, values): Fact) -> impl IntoView + use<> {
    let left = values.len().saturating_sub(MOST);
    let value = |FactValue { says, opens }: FactValue| {
        // What a reader has changed stays changed.
        let link = opens.map(|to| href(&View { edits: view.edits.clone(), ..to }));
        match link {
            Some(link) => Either::Left(view! { <dd><a class="fact-link" href=link>{says}</a></dd> }),
            None => Either::Right(view! { <dd>{says}</dd> }),
        }
    };
    let shown = values.into_iter().take(MOST).map(value).collect_view();
    let more = (left > 0).then(|| view! { <dd>{format!("and {left} more")}</dd> });
    view! { <div class="fact"><dt>{name}</dt>{shown}{more}</div> }
}
