//! All actors in force with their counts, and names that are in no list yet.

use super::parts::{Row, counts, folded_away, form, rows};
use crate::browser;
use crate::element::{El, ElementPart, live};
use crate::filters::{folded, seeker};
use crate::more;
use crate::state::{App, href};
use dateline_engine::actors::{Edit, Kind, Proposal};
use dateline_engine::explorer::Listed;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::ev::Event;
use leptos::prelude::*;

/// Actors shown before "Show all".
const FIRST: usize = 12;

/// The list.
pub(super) fn list(app: App) -> Vec<ElementPart> {
    let (all, set_all) = signal(false);
    let (sought, set_sought) = signal(String::new());
    let count = app.reading.gazetteer.in_force().count();
    let shown = live(move || {
        let (view, sought) = (app.view(), folded(&sought.get()));
        let most = if all.get() || !sought.is_empty() { usize::MAX } else { FIRST };
        let listed = app.selection.with(|selection| app.reading.listed(selection));
        let here = listed.into_iter().filter(|listed| folded(&listed.name).contains(&sought)).take(most);
        let row = |Listed { id, name, kind, mentions, articles }: Listed| Row {
            text: name,
            link: Some(href(&view.open_aliases(&id))),
            about: kind.name().to_owned(),
            counts: counts(mentions, "mention", articles),
            rows: None,
            act: None,
        };
        [rows(&view, here.map(row).collect())]
    });
    let look = move |event: Event| set_sought.set(browser::field_value(&event).unwrap_or_default());
    let says = format!("Look for one of {} actors", wording::number(count));
    let kinds = Kind::ALL.map(|kind| (kind.name().to_owned(), kind.name().to_owned()));
    let new = move |name: &str, kind: &str| {
        let kind = Kind::ALL.into_iter().find(|known| known.name() == kind)?;
        Edit::start(&app.reading.gazetteer, kind, name)
    };
    let more = live(move || [more::toggle(all, set_all, || format!("Show all {}", wording::number(count)))]);
    let another =
        form(app, "", Some("new-name"), ["Another actor", "What it is"], kinds.into(), Box::new(new));
    let seeker = seeker("facet-search listed-search", says, look);
    vec![seeker.into(), shown, more, live(move || proposals(app)), another.into()]
}

/// Names that occur often and are in no list.
fn proposals(app: App) -> Option<El> {
    let view = app.view();
    let row = |proposal: &Proposal| {
        let Edit::New { kind, name, .. } = proposal.edits.first()? else { return None };
        Some(Row {
            text: name.clone(),
            link: Some(href(&View { query: format!("\"{name}\""), ..view.list() })),
            about: kind.name().to_owned(),
            counts: counts(proposal.times, "time", proposal.articles),
            rows: None,
            act: Some(("Add", proposal.edits.clone())),
        })
    };
    let open: Vec<Row> = app.reading.proposals(app.lists).filter_map(row).collect();
    let title = format!("Named often, and in no list: {}", wording::number(open.len()));
    (!open.is_empty()).then(|| folded_away(title, rows(&view, open)))
}
