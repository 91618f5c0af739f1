//! Why a mention counts as it does.

use crate::browser;
use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::corpus::ArticleId;
use dateline_engine::labels;
use dateline_engine::view::At;
use dateline_engine::wording;
use leptos::prelude::*;

/// Who the mention that somebody asks about counts for, why, and where that leads.
#[component]
pub(super) fn Why(app: App, id: ArticleId, asked: RwSignal<Option<At>>) -> impl IntoView {
    let close = move |_| {
        let at = asked.get_untracked().map(|at| at.to_string()).unwrap_or_default();
        asked.set(None);
        browser::focus_named("[data-at]", "data-at", &at);
    };
    dynamic(move || {
        let at = asked.get()?;
        let (view, shown) = (app.view.get(), app.shown.get());
        let explorer = shown.explorer();
        let mention = explorer.mentions_in(id, at.zone).find(|mention| mention.at.start == at.start)?;
        let words = mention.surface(app.corpus).to_owned();
        let actor = mention.actor.and_then(|id| explorer.mentions.actor(id));
        let counts_for = actor.map_or("nobody", |actor| &actor.name);
        let says = format!("“{words}” counts for {counts_for}: {}", labels::form(mention.form));
        let assumed = if mention.sure { "" } else { " Assumed: the sentence leaves it open." };
        let because = [" – ", &mention.because(app.corpus), ".", assumed].concat();
        let ways = actor.map(|actor| {
            let all = shown.selection.actors.iter().find(|count| Some(count.actor) == mention.actor);
            let all = all.map_or(0, |count| count.mentions as usize);
            let rows = href(&view.open_mentions(&actor.id));
            let names = href(&view.open_aliases(&actor.id));
            let names_says = format!("Names that count as {}", actor.name);
            view! {
                <a href=rows>{["Read all ", &wording::count(all, "mention")].concat()}</a> " · "
                <a href=names>{names_says}</a> " · "
            }
        });
        Some(view! {
            <p class="why" role="status">
                <b>{says}</b> {because} " " {ways}
                <button class="tool why-close" type="button" on:click=close>"Close"</button>
            </p>
        })
    })
}
