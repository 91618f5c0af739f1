//! Actors and aliases: who is in the lists in force and how each is spelled, and what a reader changes there. What
//! an edit would do is shown before it is kept; kept edits stand in the view.

mod actor;
mod form;
mod kept;
mod list;
mod preview;
mod rows;

use crate::browser;
use crate::lasting::lasting;
use crate::shared::Panel;
use crate::state::App;
use actor::ActorSpellings;
use kept::KeptEdits;
use leptos::prelude::*;
use list::ActorList;
pub(crate) use preview::Preview;

/// What the panel shows.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Shows {
    All,
    One { id: String, name: String },
    Nobody(String),
}

/// The panel: all actors, or the one that the view names.
#[component]
pub(crate) fn Aliases(app: App) -> impl IntoView {
    let id = app.part(|view| view.aliases.clone().unwrap_or_default());
    let shows = lasting(move |_| {
        let id = id.get();
        let shown = app.shown.get();
        let name = shown.reading.gazetteer.in_force().find(|(_, actor)| actor.id == id);
        match name {
            Some((_, actor)) => Shows::One { name: actor.name.clone(), id },
            None if id.is_empty() => Shows::All,
            None => Shows::Nobody(id),
        }
    });
    let title = Signal::derive(move || match shows.get() {
        Shows::One { name, .. } => format!("Names that count as {name}"),
        Shows::All => "Names and actors".to_owned(),
        Shows::Nobody(id) => format!("No actor `{id}`"),
    });
    let about = Signal::derive(move || match shows.get() {
        Shows::One { .. } => "Click a number to read its mentions. Nothing changes before you confirm.",
        Shows::All => "Everyone who is counted, with mentions in the current selection.",
        Shows::Nobody(_) => "It is in none of the lists, or counts as another actor.",
    });
    Effect::new(move |before: Option<()>| {
        id.track();
        if before.is_some() {
            browser::focus(".panel-title");
        }
    });
    let everybody = app.link(|view| view.open_aliases(""));
    let between = Signal::derive(move || match id.with(String::is_empty) {
        true => Vec::new(),
        false => vec![("Names and actors".to_owned(), everybody.get())],
    });
    // Keyed, so that what was typed for one actor does not stand under another.
    view! {
        <Panel app title between>
            <Preview app/>
            <p class="aliases-about">{about}</p>
            <For each=move || [shows.get()] key=Shows::clone let(shows)>
                {match shows {
                    Shows::One { id, .. } => view! { <ActorSpellings app id/> }.into_any(),
                    Shows::All => view! { <ActorList app/> }.into_any(),
                    Shows::Nobody(_) => ().into_any(),
                }}
            </For>
            <KeptEdits app/>
        </Panel>
    }
}
