//! All actors in force with their counts, and names that are in no list yet.

use super::form::ProposalForm;
use super::rows::{FoldedRows, Row, Rows, counts};
use crate::shared::{Seeker, ShowAll, dynamic, folded};
use crate::state::{App, href};
use dateline_engine::actors::{Edit, Kind, Proposal};
use dateline_engine::explorer::Listed;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// Actors shown before "Show all".
const FIRST: usize = 12;

/// The list.
#[component]
pub(super) fn ActorList(app: App) -> impl IntoView {
    let all = RwSignal::new(false);
    let (sought, set_sought) = signal(String::new());
    let count = app.current_reading().gazetteer.in_force().count();
    let listed = dynamic(move || {
        let (view, shown, sought) = (app.view.get(), app.shown.get(), sought.get());
        let most = if all.get() || !sought.is_empty() { usize::MAX } else { FIRST };
        let listed = shown.reading.listed(&shown.selection);
        let here = listed.into_iter().filter(|listed| folded(&listed.name).contains(&sought)).take(most);
        let row = |Listed { id, name, kind, mentions, articles }: Listed| Row {
            text: name,
            link: Some(href(&view.open_aliases(&id))),
            about: kind.name().to_owned(),
            counts: counts(mentions, "mention", articles),
            rows: None,
            act: None,
        };
        let rows = here.map(row).collect();
        view! { <Rows view=&view rows/> }
    });
    let kinds = Kind::ALL.map(|kind| (kind.name().to_owned(), kind.name().to_owned())).into();
    let new = move |name: &str, kind: &str| {
        let kind = Kind::ALL.into_iter().find(|known| known.name() == kind)?;
        Edit::start(&app.current_reading().gazetteer, kind, name)
    };
    view! {
        <Seeker class="facet-search listed-search" sought=set_sought
            label=format!("Find an actor ({})", wording::number(count))/>
        {listed}
        <ShowAll all label=format!("Show all {}", wording::number(count))/>
        <Proposals app/>
        <ProposalForm app id="new-name" asks="Add an actor" choice_asks="What it is" choices=kinds edit=new/>
    }
}

/// Names that occur often and are in no list.
#[component]
fn Proposals(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
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
        let rows: Vec<Row> = shown.reading.proposals(app.lists).filter_map(row).collect();
        let title = format!("Frequent names not counted yet: {}", wording::number(rows.len()));
        (!rows.is_empty()).then(|| view! { <FoldedRows title view=&view rows/> })
    })
}
