//! Whom a reader puts into a chart: a field that finds an actor by any of its names, and those who are there.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Seeker, dynamic};
use crate::state::{App, href};
use dateline_engine::figures::Addition;
use dateline_engine::view::View;
use leptos::prelude::*;

/// Actors offered at once; more letters find the others.
const FIRST: usize = 8;

/// The field; nothing where the chart takes nobody.
#[component]
pub(super) fn AddActor(app: App, addition: ReadSignal<Option<Addition>>) -> impl IntoView {
    let takes = lasting(move |_| addition.with(Option::is_some));
    view! { <Show when=move || takes.get()><Field app addition/></Show> }
}

/// The field, whom it finds, and who was put into the chart with it.
#[component]
fn Field(app: App, addition: ReadSignal<Option<Addition>>) -> impl IntoView {
    let (sought, set_sought) = signal(String::new());
    // Who is chosen is found no more.
    let choose = move |event: leptos::ev::MouseEvent| {
        if browser::attribute(&event, "data-add").is_some() {
            set_sought.set(String::new());
            browser::begin_again(".add-field");
        }
    };
    let found = dynamic(move || {
        let (sought, addition) = (sought.get(), addition.get()?);
        let view = app.view.get();
        let chosen = addition.chosen.iter().map(|(name, without)| {
            let says = format!("Remove {name} from the chart");
            view! { <li><a class="choice" href=href(without) aria-label=says>{name.clone()} " ×"</a></li> }
        });
        let chosen = chosen.collect_view();
        let others = (!sought.is_empty()).then(|| others(app, &view, &addition, &sought));
        Some(view! { {chosen} {others} })
    });
    view! {
        <div class="add-actor">
            <Seeker class="facet-search add-field" label="Add an actor to the chart".to_owned() sought=set_sought/>
            <ul class="choices" aria-label="Actors to add" on:click=choose>{found}</ul>
        </div>
    }
}

/// The actors who are called so, those mentioned most first.
fn others(app: App, view: &View, addition: &Addition, sought: &str) -> impl IntoView + use<> {
    let shown = app.shown.get();
    let explorer = shown.explorer();
    let offer = |actor| {
        let named = explorer.mentions.actor(actor)?;
        let fits = !addition.drawn.contains(&named.id) && explorer.called(actor, sought).is_some();
        let mut lines = addition.kept.clone();
        lines.push(named.id.clone());
        let to = href(&View { lines, ..view.clone() });
        fits.then(|| view! { <li><a class="choice" data-add="" href=to>"+ " {named.name.clone()}</a></li> })
    };
    let found: Vec<_> =
        shown.selection.actors.iter().filter_map(|count| offer(count.actor)).take(FIRST).collect();
    let nobody =
        found.is_empty().then(|| view! { <li>{format!("No other actor is called “{sought}”.")}</li> });
    view! { {found} {nobody} }
}
