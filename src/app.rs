//! The page's frame: masthead, search, and three columns: filters, what was found, the chart.

use crate::browser;
use crate::element::el;
use crate::state::{App, href};
use crate::{aliases, card, chart, evidence, filters, keys, reader, results, search};
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;
use std::any::Any;
use std::cell::Cell;

thread_local! {
    /// What stands in the page; dropping it takes it out.
    static DRAWN: Cell<Option<Box<dyn Any>>> = const { Cell::new(None) };
}

/// Draws the page for the reading of the actors that the view asks for.
pub(crate) fn draw(app: App) {
    DRAWN.take();
    DRAWN.set(browser::mount(move || page(app.now())));
}

/// The whole page.
fn page(app: App) -> impl IntoView {
    let corpus = &app.explorer.corpus;
    let open = app.part(|view| {
        let rows = view.has_rows().then(|| (view.mentions.clone(), view.with.clone(), view.bin));
        (view.article.clone(), rows, view.about, view.aliases.is_some())
    });
    let searched = app.part(|view| !view.query.trim().is_empty());
    let middle = move || match open.get() {
        (Some(name), ..) => vec![reader::reader(app, &name).into()],
        (None, _, true, _) => vec![card::card(app).into()],
        (None, Some(_), ..) => vec![evidence::evidence(app).into()],
        (None, None, _, true) => vec![aliases::aliases(app).into()],
        (None, None, ..) => results::results(app),
    };
    let title = move || {
        let link = el("a", "").set("href", href(&app.view().clear())).say(corpus.title.clone());
        [el("h1", "masthead-title").with(link)]
    };
    let description =
        (!corpus.description.is_empty()).then(|| el("p", "masthead-about").say(corpus.description.clone()));
    let masthead = el("header", "masthead")
        .live(title)
        .with(el("p", "masthead-span").say(wording::corpus_line(corpus)))
        .all(description);
    let ways = move || {
        let view = app.view();
        let way = |view: View, says: &'static str| el("a", "").set("href", href(&view)).say(says);
        let about = way(View { about: true, ..view.list() }, "About this corpus");
        [el("p", "").with(about).say(" · ").with(way(view.open_aliases(""), "Actors and aliases"))]
    };
    let promise = "Made with Dateline. This page has no server: nothing you do here is sent anywhere.";
    let foot = el("footer", "foot").with(keys::help(app)).live(ways).with(el("p", "").say(promise));
    view! {
        {masthead}
        {search::search(app)}
        <div class="columns" class:columns-searched=move || searched.get()>
            {filters::filters(app)}
            {el("main", "middle").live(middle)}
            {chart::chart(app)}
        </div>
        {foot}
    }
}
