//! Evidence: the mentions behind a mark of a chart or the hits of a query, a row each, in the order that the reader
//! chooses.

use crate::shared::{Choice, LongList, Panel, RowPosition, Switch, dynamic};
use crate::state::{App, Shown, href};
use crate::{browser, chart};
use dateline_engine::actors::Form;
use dateline_engine::explorer::{Evidence, EvidenceRow, Explorer};
use dateline_engine::figures::rows_title;
use dateline_engine::labels;
use dateline_engine::text::unbroken;
use dateline_engine::view::{EVERYBODY, Order, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// The rows that the view opens.
#[component]
pub(crate) fn EvidencePanel(app: App) -> impl IntoView {
    let opened = app.part(View::close_article);
    // Read by the title, the switches and the list.
    let rows = Memo::new(move |_| {
        let kept = |shown: &Shown| {
            let rows = opened.with(|view| shown.explorer().rows(&shown.selection, view));
            rows.iter().map(Evidence::kept).collect::<Vec<_>>()
        };
        app.shown.with(kept)
    });
    let title = Signal::derive(move || {
        let shown = app.shown.get();
        rows.with(|rows| opened.with(|view| rows_title(shown.explorer(), view, rows)))
    });
    let total = Signal::derive(move || rows.with(Vec::len));
    let left = app.left();
    let is_left = move |row: &EvidenceRow| {
        let Some(left) = &left else { return false };
        let article = app.corpus.article(row.id).map(|article| &article.name);
        article == left.article.as_ref() && left.at == Some(row.at())
    };
    let place = rows.with_untracked(|rows| rows.iter().position(is_left));
    let row = move |index: usize, place: RowPosition| {
        let shown = app.shown.get();
        let kept = rows.with(|rows| rows.get(index).cloned())?;
        let row = shown.explorer().row_of(&kept)?;
        Some(opened.with(|view| evidence_row(shown.explorer(), row, view, place)).into_any())
    };
    let save = move |_| {
        let (view, shown) = (opened.get_untracked(), app.shown.get_untracked());
        let explorer = shown.explorer();
        let rows = explorer.rows(&shown.selection, &view);
        let table = explorer.rows_table(&rows, &browser::address());
        let source = explorer.source_line(&shown.selection, &view);
        let what = view.mentions.as_deref().unwrap_or("hits");
        chart::save_table(&wording::file_name(app.corpus, what, "csv"), &table, &source);
    };
    Effect::new(move |before: Option<()>| {
        if let (None, Some(place)) = (before, place) {
            browser::focus(&format!(".rows > :nth-child({}) a", place + 1));
        }
    });
    let orders = move || opened.with(orders);
    view! {
        <Panel app title takes_focus=place.is_none()>
            {dynamic(move || rows.with(|rows| forms(&app.shown.get(), &opened.get(), rows)))}
            {dynamic(move || view! { <Switch label="Order" choices=orders()/> })}
            <p class="files">"Download " <button class="file" type="button" on:click=save>"CSV"</button></p>
            <LongList class="rows" total first=place.map_or(0, |place| place + 1) row/>
        </Panel>
    }
}

/// The forms of these rows; following one leaves only its own.
fn forms(shown: &Shown, view: &View, rows: &[EvidenceRow]) -> Option<impl IntoView + use<>> {
    let every = View { form: None, ..view.clone() };
    let of = |row: &EvidenceRow| row.mention.as_ref().map(|mention| mention.form);
    let all: Vec<_> = match view.form {
        None => rows.iter().map(of).collect(),
        Some(_) => {
            let rows = shown.explorer().rows(&shown.selection, &every);
            rows.iter().map(|row| row.mention.map(|mention| mention.form)).collect()
        }
    };
    let count = |form| all.iter().filter(|of| **of == Some(form)).count();
    let counts = Form::ALL.map(|form| (Some(form), count(form))).into_iter().filter(|(_, n)| *n > 0);
    let counts: Vec<_> = std::iter::once((None, all.len())).chain(counts).collect();
    let choice = |(form, count): &(Option<Form>, usize)| {
        let name = form.map_or("all", labels::form);
        Choice::new(name, &View { form: *form, ..every.clone() }, view.form == *form).counted(*count)
    };
    // A row of a pair stands for a paragraph, and its form for nothing.
    let choices = counts.iter().map(choice).collect();
    (counts.len() > 2 && view.with.is_none()).then(|| view! { <Switch label="Named by" choices/> })
}

fn orders(view: &View) -> Vec<Choice> {
    // A hit is no mention, and has no form to sort by.
    let fits = |order: &&Order| view.mentions.is_some() || !matches!(order, Order::Form | Order::Doubt);
    let choice = |order: &Order| {
        Choice::new(labels::order(*order), &View { order: *order, ..view.clone() }, *order == view.order)
    };
    Order::ALL.iter().filter(fits).map(choice).collect()
}

fn evidence_row(
    explorer: &Explorer,
    row: Evidence<'_>,
    view: &View,
    place: RowPosition,
) -> impl IntoView + use<> {
    let link = href(&view.open_article(&row.article.name, Some(row.at())));
    // A space at the edge of a right-to-left line would go to its other end; one that does not break stays.
    let mut left = unbroken(row.context.left);
    if left.ends_with(' ') {
        left.truncate(left.trim_end().len());
        left.push('\u{A0}');
    }
    let form = row.mention.map(|mention| {
        let doubt = if mention.sure { "" } else { ", assumed" };
        let everybody = view.mentions.as_deref() == Some(EVERYBODY);
        let actor = mention.actor.filter(|_| everybody).and_then(|id| explorer.mentions.actor(id));
        let actor = actor.map(|actor| format!("{}, ", actor.name)).unwrap_or_default();
        view! { <span class="row-form">{[&actor, labels::form(mention.form), doubt].concat()}</span> " · " }
    });
    let published = format!("{} · ", wording::published(row.article));
    view! {
        <li class="row" aria-posinset=place.at aria-setsize=place.of>
            <a class="row-line" href=link>
                <span class="row-left"><bdi>{left}</bdi></span>
                <b class="row-surface">{unbroken(row.context.middle)}</b>
                <span class="row-right">{unbroken(row.context.right)}</span>
            </a>
            <p class="row-meta">{form}{published}<span class="row-article">{row.article.title.text.clone()}</span></p>
        </li>
    }
}
