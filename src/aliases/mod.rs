//! Actors and aliases: who is in the lists in force and how each is spelled, and what a reader changes there. What
//! an edit would do is shown before it is kept; kept edits stand in the view.

mod actor;
mod list;
mod parts;
mod propose;

use crate::element::{El, ElementPart, el, live};
use crate::state::{App, href};
use crate::{browser, panel};
use dateline_engine::actors::{Edit, edits};
use dateline_engine::view::{View, length_note, to_fragment};
use dateline_engine::wording;
use leptos::prelude::*;

/// Kept edits shown, each with a link of its own; more of them are read in the file.
const MOST: usize = 50;

/// The panel: all actors, or the one that the view names.
pub(crate) fn aliases(app: App) -> El {
    // What opens something else here.
    let open = app.part(|view| {
        let (aliases, proposed) = (view.aliases.clone(), view.proposed.clone());
        to_fragment(&View { aliases, proposed, ..View::default() })
    });
    let id = app.part(|view| view.aliases.clone().unwrap_or_default());
    let named = move || {
        let id = id.get();
        let name = app.reading.gazetteer.in_force().find(|(_, actor)| actor.id == id);
        (name.map(|(_, actor)| actor.name.clone()), id)
    };
    let title = Signal::derive(move || match named() {
        (Some(name), _) => format!("How {name} is spelled"),
        (None, id) if id.is_empty() => "Actors and aliases".to_owned(),
        (None, id) => format!("No actor `{id}`"),
    });
    let content = move || {
        let (about, list) = match named() {
            (Some(_), id) => {
                let about = "A spelling opens its mentions; what it would change without it is shown first.";
                (about, actor::actor(app, id))
            }
            (None, id) if id.is_empty() => {
                let about = "Who is counted, with the counts of what shows. A name leads to its spellings.";
                (about, list::list(app))
            }
            _ => ("It is in none of the lists, or counts as another actor.", Vec::new()),
        };
        let about = el("p", "aliases-about").say(about);
        std::iter::once(ElementPart::from(about)).chain(list)
    };
    let everybody = move || {
        (!id.with(String::is_empty)).then(|| {
            let link = el("a", "").set("href", href(&app.view().open_aliases(""))).say("← All actors");
            el("p", "panel-back").with(link)
        })
    };
    let panel = panel::panel(
        app,
        "aliases",
        title,
        [live(everybody), propose::preview(app, open), live(content), live(move || kept(app))],
    );
    Effect::new(move |before: Option<()>| {
        id.track();
        if before.is_some() {
            browser::focus(".panel-title");
        }
    });
    panel
}

/// The edits that are kept, each with its way back, and all of them as a file.
fn kept(app: App) -> Option<El> {
    let view = app.view();
    let line = |edit: &Edit| {
        let says = edit.says(&app.reading.gazetteer);
        let undone = edits::without(&app.lists.gazetteer, &view.edits, edit);
        let undone = View { edits: undone, ..view.clone() };
        let undo = el("a", "edit-undo").set("href", href(&undone)).set("aria-label", format!("Undo: {says}"));
        let left_out = if app.reading.edits.contains(edit) { "" } else { ", left out" };
        el("li", "edit").with(el("span", "").say([&says, left_out].concat())).with(undo.say("Undo"))
    };
    let title = format!("Kept: {}", wording::count(view.edits.len(), "edit"));
    let more = view.edits.len().saturating_sub(MOST);
    let more = (more > 0).then(|| el("li", "edit").say(format!("and {} more", wording::number(more))));
    let lines = el("ul", "").all(view.edits.iter().take(MOST).map(line)).all(more);
    let long = length_note(&href(&view)).is_some();
    let long = long.then(|| el("p", "").say("The link has grown long: pass the file on instead."));
    let file = browser::in_address("text/plain", &app.reading.toml);
    let file = el("a", "tool").set("download", "actors.toml").set("href", file).say("Download actors.toml");
    let about = "It does the same for the command and for everybody’s page; its head says how.";
    (!view.edits.is_empty()).then(|| {
        el("section", "edits")
            .set("aria-label", title.clone())
            .with(el("h3", "facet-title").say(title))
            .with(lines)
            .all(long)
            .with(file)
            .with(el("p", "aliases-about").say(about))
    })
}
