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
use dateline_engine::explorer::{EvidenceRow, Excerpt};
use dateline_engine::figures::rows_title;
use dateline_engine::view::View;
use excerpt::excerpt;
use leptos::prelude::*;
use tools::Tools;

/// Rows that are read at once.
const PAGE: usize = 100;

/// The rows that the view opens.
#[component]
pub(crate) fn EvidencePanel(app: App) -> impl IntoView {
    let opened = app.part(View::close_article);
    let is_aligned = app.part(View::is_aligned);
    let rows = app.rows;
    // The row that the reader comes back from, and what of the list holds it.
    let left = app.left();
    let is_left = move |row: &EvidenceRow| {
        let Some(left) = &left else { return false };
        let article = app.corpus.article(row.id).map(|article| &article.name);
        article == left.article.as_ref() && left.at == Some(row.at())
    };
    let place = rows.with_untracked(|rows| rows.iter().position(is_left));
    // Where texts are in many files, rows are read a page at a time.
    let read = RwSignal::new(if app.files.are_many() {
        PAGE.max(place.map_or(0, |place| place + 1))
    } else {
        usize::MAX
    });
    let excerpts = lasting(move |before: Option<&Vec<Excerpt>>| match is_aligned.get() {
        true => Vec::new(),
        false => app.shown.with(|shown| {
            let explorer = shown.explorer();
            let (all, whole) = app.files.whole(|| {
                rows.with(|rows| {
                    let rows = &rows[..rows.len().min(read.get())];
                    opened.with(|view| explorer.excerpts(&shown.selection, view, rows))
                })
            });
            if whole { all } else { before.cloned().unwrap_or_default() }
        }),
    });
    let title = Signal::derive(move || {
        if app.files.pending.get() {
            return "Searching…".to_owned();
        }
        let shown = app.shown.get();
        rows.with(|rows| opened.with(|view| rows_title(shown.explorer(), view, rows)))
    });
    let total = Signal::derive(move || match is_aligned.get() {
        true => rows.with(Vec::len),
        false => excerpts.with(Vec::len),
    });
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
    let more = StoredValue::new_local(None::<browser::Later>);
    let row = move |place: RowPosition| {
        let is_last = excerpts.with_untracked(|all| place.at + 1 == all.len());
        if is_last && read.get_untracked() < rows.with_untracked(Vec::len) {
            more.set_value(Some(browser::later(0, move || read.update(|read| *read += PAGE))));
        }
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
