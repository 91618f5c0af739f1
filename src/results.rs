//! The articles that were found, each with a snippet that shows why; and a way out where there are none.

use crate::browser;
use crate::marked;
use crate::more;
use crate::state::{App, href};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::Article;
use dateline_engine::order;
use dateline_engine::search::{hits_in, snippet};
use dateline_engine::view::{Applied, Chosen, View, wording};
use leptos::prelude::*;

/// Articles shown at once; the rest come with a click.
const PAGE: usize = 100;

/// The list.
pub(crate) fn results(app: App) -> impl IntoView {
    let (shown, set_shown) = signal(PAGE);
    let count = move || app.selection.with(|s| s.articles.len());
    let cards = move || {
        let chosen = app.selection.with(|s| s.articles.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        let view = app.view();
        chosen.iter().filter_map(|chosen| card(app, &view, chosen)).collect_view()
    };
    let list = move || {
        if count() == 0 {
            return nothing(app).into_any();
        }
        view! {
            <ol class="results">{cards}</ol>
            {move || more::next(count().saturating_sub(shown.get()), PAGE, set_shown)}
        }
        .into_any()
    };
    Effect::new(move |before: Option<()>| {
        if before.is_none()
            && let Some(name) = app.left()
        {
            browser::focus_named(".card-title a", "data-article", &name);
        }
    });
    view! {
        <h2 class="visually-hidden">"Articles"</h2>
        {list}
    }
}

fn card(app: App, view: &View, chosen: &Chosen) -> Option<impl IntoView + use<>> {
    let article = app.explorer.corpus.article(chosen.id)?;
    let hits = app.selection.with_untracked(|s| app.explorer.hits(s, chosen.id));
    let piece = snippet(article, &hits);
    let title = marked::with_hits(&article.title.text, &hits_in(&hits, Zone::Title));
    let link = href(&view.open_article(&article.name, None));
    let hits = (!hits.is_empty()).then(|| wording::count(hits.len(), "hit"));
    Some(view! {
        <li class="card" lang=article.language_tag().map(str::to_owned) dir="auto">
            <h3 class="card-title"><a href=link data-article=article.name.clone()>{title}</a></h3>
            <p class="card-meta">{meta_line(article)} {hits.map(|h| format!(" · {h}"))}</p>
            <p class="card-snippet">{marked::with_hits(&piece.text, &piece.spans)}</p>
        </li>
    })
}

/// `28 June 2024 · Artifex.News · Seoul`.
pub(crate) fn meta_line(article: &Article) -> String {
    let others = [&article.source, &article.dateline].into_iter().flatten().map(|field| field.value.clone());
    std::iter::once(wording::published(article)).chain(others).collect::<Vec<_>>().join(" · ")
}

/// Nothing was found: which filter to take out, and what that brings back.
fn nothing(app: App) -> impl IntoView {
    let applied = app.view().applied(app.explorer).into_iter();
    let mut ways: Vec<_> =
        applied.map(|filter| (app.explorer.select(&filter.without).articles.len(), filter)).collect();
    order::by_key(&mut ways, |(articles, _)| std::cmp::Reverse(*articles));
    let way = |(articles, filter): (usize, Applied)| {
        let brings = wording::count(articles, "article");
        view! { <li><a href=href(&filter.without)>"Remove “" {filter.label} "”"</a> ": " {brings}</li> }
    };
    view! {
        <div class="nothing">
            <p class="nothing-title">"No article fits."</p>
            <ul class="nothing-ways">{ways.into_iter().map(way).collect_view()}</ul>
            <p><a href=move || href(&app.view().clear())>"Show the whole corpus"</a></p>
        </div>
    }
}
