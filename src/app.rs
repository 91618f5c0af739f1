//! The page's frame: masthead, search, and three columns: filters, what was found, the chart.

use crate::state::App;
use crate::{chart, evidence, filters, reader, results, search};
use dateline_engine::view::wording;
use leptos::prelude::*;

/// The whole page.
pub(crate) fn page(app: App) -> impl IntoView {
    let corpus = &app.explorer.corpus;
    let open = app.part(|view| (view.article.clone(), view.mentions.clone()));
    let searched = app.part(|view| !view.query.trim().is_empty());
    let middle = move || match open.get() {
        (Some(name), _) => reader::reader(app, &name).into_any(),
        (None, Some(actor)) => evidence::evidence(app, actor).into_any(),
        (None, None) => results::results(app).into_any(),
    };
    view! {
        <header class="masthead">
            <h1 class="masthead-title"><a href="#">{corpus.title.clone()}</a></h1>
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
            <p>"Made with Dateline. This page has no server: nothing you do here is sent anywhere."</p>
        </footer>
    }
}
