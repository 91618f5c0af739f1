//! Evidence: the mentions behind a mark of a chart or the hits of a query, as sentences or as aligned lines, in the
//! order that the reader chooses.

mod aligned;
mod excerpt;
mod tools;

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{LongList, Panel, RowPosition, dynamic};
use crate::state::App;
use aligned::aligned;
use dateline_engine::explorer::EvidenceRow;
use dateline_engine::figures::rows_title;
use dateline_engine::view::View;
use excerpt::excerpt;
use leptos::prelude::*;
use tools::Tools;

/// The rows that the view opens.
#[component]
pub(crate) fn EvidencePanel(app: App) -> impl IntoView {
    let opened = app.part(View::close_article);
    let is_aligned = app.part(View::is_aligned);
    let rows = app.rows;
    let excerpts = lasting(move |_| match is_aligned.get() {
        true => Vec::new(),
        false => app.shown.with(|shown| {
            let explorer = shown.explorer();
            rows.with(|rows| opened.with(|view| explorer.excerpts(&shown.selection, view, rows)))
        }),
    });
    let title = Signal::derive(move || {
        let shown = app.shown.get();
        rows.with(|rows| opened.with(|view| rows_title(shown.explorer(), view, rows)))
    });
    let total = Signal::derive(move || match is_aligned.get() {
        true => rows.with(Vec::len),
        false => excerpts.with(Vec::len),
    });
    // The row that the reader comes back from, and what of the list holds it.
    let left = app.left();
    let is_left = move |row: &EvidenceRow| {
        let Some(left) = &left else { return false };
        let article = app.corpus.article(row.id).map(|article| &article.name);
        article == left.article.as_ref() && left.at == Some(row.at())
    };
    let place = rows.with_untracked(|rows| rows.iter().position(is_left));
    let held = place.map(|place| match is_aligned.get_untracked() {
        true => (place, 0),
        false => excerpts.with_untracked(|all| {
            let item = all.iter().position(|excerpt| excerpt.rows.contains(&place)).unwrap_or(0);
            let at = rows.with_untracked(|rows| rows.get(place).map(EvidenceRow::at));
            let stretches = all.get(item).map(|excerpt| &excerpt.stretches[..]).unwrap_or_default();
            let places = stretches.iter().flat_map(|it| it.marks.iter().map(|mark| it.at(mark)));
            (item, places.enumerate().find(|(_, mark)| Some(*mark) == at).map_or(0, |(link, _)| link))
        }),
    });
    let row = move |place: RowPosition| {
        let drawn = dynamic(move || {
            let shown = app.shown.get();
            let explorer = shown.explorer();
            opened.with(|view| match is_aligned.get() {
                true => rows.with(|rows| aligned(explorer, rows.get(place.at)?, view, place)),
                false => excerpts.with(|all| excerpt(explorer, all.get(place.at)?, view, place)),
            })
        });
        drawn.into_any()
    };
    Effect::new(move |before: Option<()>| {
        if let (None, Some((item, link))) = (before, held) {
            browser::focus_among(&format!(".rows > :nth-child({}) .row-line", item + 1), link);
        }
    });
    view! {
        <Panel app title takes_focus=place.is_none()>
            <Tools app opened/>
            <LongList class="rows" total first=held.map_or(0, |(item, _)| item + 1) row/>
        </Panel>
    }
}
