//! The page's frame: masthead, search, and three columns: filters, what was found, the chart.

use crate::element::el;
use crate::state::{App, href};
use crate::{card, chart, evidence, filters, keys, reader, results, search};
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// The whole page.
pub(crate) fn page(app: App) -> impl IntoView {
    let corpus = &app.explorer.corpus;
    let open = app.part(|view| {
        let rows = view.has_rows().then(|| (view.mentions.clone(), view.with.clone(), view.bin));
        (view.article.clone(), rows, view.about)
    });
    let searched = app.part(|view| !view.query.trim().is_empty());
    let middle = move || match open.get() {
        (Some(name), ..) => vec![reader::reader(app, &name).into()],
        (None, _, true) => vec![card::card(app).into()],
        (None, Some(_), _) => vec![evidence::evidence(app).into()],
        (None, None, _) => results::results(app),
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
        [el("p", "").with(about)]
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
