//! The filters on actors and on outlets.

use super::facet::{Change, Facet, Value};
use crate::lasting::lasting;
use crate::state::App;
use dateline_engine::actors::ActorId;
use dateline_engine::explorer::OutletCount;
use dateline_engine::order;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;
use std::cmp::Reverse;

/// The filter on actors.
#[component]
pub(super) fn Actors(app: App) -> impl IntoView {
    let asked = app.part(|view| (view.actors.clone(), view.not_actors.clone()));
    let values = lasting(move |_| {
        let (on, out) = asked.get();
        let shown = app.shown.get();
        let (explorer, selection) = (shown.explorer(), &shown.selection);
        let mut articles = vec![0; explorer.actors.len()];
        let counts = selection.actors.iter().map(|c| (c.actor, c.articles));
        for (actor, count) in counts.chain(selection.kept_out.iter().copied()) {
            if let Some(place) = articles.get_mut(actor.0 as usize) {
                *place = count;
            }
        }
        let value = |id: ActorId| {
            let actor = explorer.mentions.actor(id)?;
            Some(Value {
                id: actor.id.clone(),
                name: actor.name.clone(),
                articles: articles.get(id.0 as usize).copied().unwrap_or(0),
                on: on.contains(&actor.id),
                out: out.contains(&actor.id),
            })
        };
        by_number(explorer.actors.iter().filter_map(|count| value(count.actor)).collect())
    });
    let changes: [Change; 2] = [View::toggle_actor, View::exclude_actor];
    view! { <Facet app id="facet-actors" title="Actor mentioned" unit="actors" values changes called=called/> }
}

fn called(app: App, id: &str, sought: &str) -> bool {
    app.shown.with_untracked(|shown| {
        let actor = shown.explorer().mentions.named(id);
        actor.is_some_and(|actor| shown.reading.called(actor, sought).is_some())
    })
}

/// By the number that shows; equal ones as in the whole corpus.
fn by_number(mut values: Vec<Value>) -> Vec<Value> {
    order::by_key(&mut values, |value| Reverse(value.articles));
    values
}

/// The filter on outlets.
#[component]
pub(super) fn Outlets(app: App) -> impl IntoView {
    let asked = app.part(|view| (view.outlets.clone(), view.not_outlets.clone()));
    let values = lasting(move |_| {
        let (on, out) = asked.get();
        let value = |outlet: &OutletCount| Value {
            id: outlet.name.clone(),
            name: wording::outlet(&outlet.name).to_owned(),
            articles: outlet.articles,
            on: on.contains(&outlet.name),
            out: out.contains(&outlet.name),
        };
        by_number(app.shown.with(|shown| shown.selection.outlets.iter().map(value).collect()))
    });
    let changes: [Change; 2] = [View::toggle_outlet, View::exclude_outlet];
    view! { <Facet app id="facet-sources" title="Source" unit="sources" values changes/> }
}
