//! The page's frame: masthead, search, and three columns: filters, what was found, the chart.

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
        (Some(name), ..) => reader::reader(app, &name).into_any(),
        (None, _, true) => card::card(app).into_any(),
        (None, Some(_), _) => evidence::evidence(app).into_any(),
        (None, None, _) => results::results(app).into_any(),
    };
    let about = move || href(&View { about: true, ..app.view().list() });
    view! {
        <header class="masthead">
            <h1 class="masthead-title"><a href=move || href(&app.view().clear())>{corpus.title.clone()}</a></h1>
            <p class="masthead-span">{wording::corpus_line(corpus)}</p>
            {(!corpus.description.is_empty())
                .then(|| view! { <p class="masthead-about">{corpus.description.clone()}</p> })}
        </header>
        {search::search(app)}
        <div class="columns" class:columns-searched=move || searched.get()>
            {filters::filters(app)}
            <main class="middle">{middle}</main>
            {chart::chart(app)}
        </div>
        <footer class="foot">
            {keys::help(app)}
            <p><a href=about>"About this corpus"</a></p>
            <p>"Made with Dateline. This page has no server: nothing you do here is sent anywhere."</p>
        </footer>
    }
}
