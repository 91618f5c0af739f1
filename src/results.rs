//! The articles that were found, each with a snippet that shows why; and a way out where there are none.

use crate::browser;
use crate::shared::{Choice, LongList, Marked, RowPosition, Switch, dynamic};
use crate::state::{App, Shown, href};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::WayOut;
use dateline_engine::search::{hits_in, snippet};
use dateline_engine::view::{Sort, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// The list.
#[component]
pub(crate) fn Results(app: App) -> impl IntoView {
    let total = Signal::derive(move || app.shown.with(|shown| shown.selection.articles.len()));
    let is_empty = Memo::new(move |_| total.get() == 0);
    let left = app.left().and_then(|view| view.article);
    let place = left.as_ref().and_then(|name| {
        let id = app.corpus.named(name)?;
        app.shown.with_untracked(|s| s.selection.articles.iter().position(|ranked| ranked.id == id))
    });
    // For the first list alone: one that follows a search for nothing begins at its beginning.
    let first = StoredValue::new(place.map_or(0, |place| place + 1));
    let row = move |index: usize, place: RowPosition| {
        let (shown, view) = (app.shown.get(), app.view.get());
        let ranked = shown.selection.articles.get(index)?;
        let article = app.corpus.article(ranked.id)?;
        Some(view! { <ArticleCard id=ranked.id article shown view place/> }.into_any())
    };
    Effect::new(move |before: Option<()>| {
        if let (None, Some(name)) = (before, &left) {
            browser::focus_named(".card-title a", "data-article", name);
        }
    });
    view! {
        <h2 class="visually-hidden">"Articles"</h2>
        <Show when=move || !is_empty.get() fallback=move || view! { <NoArticles app/> }>
            <Show when=move || { total.get() > 1 }><Sorts app/></Show>
            <LongList class="results" total first=first.try_update_value(std::mem::take).unwrap_or(0) row/>
        </Show>
    }
}

/// The order of the list. Where nothing is searched, there is no relevance, and the newest come first.
#[component]
fn Sorts(app: App) -> impl IntoView {
    let choices = move || {
        let view = app.view.get();
        let (all, now) = match (view.query.trim(), view.sort) {
            ("", Sort::Relevance) => (&Sort::ALL[1..], Sort::Newest),
            ("", sort) => (&Sort::ALL[1..], sort),
            (_, sort) => (Sort::ALL, sort),
        };
        let choice =
            |sort: &Sort| Choice::new(sort.word(), &View { sort: *sort, ..view.clone() }, *sort == now);
        all.iter().map(choice).collect()
    };
    dynamic(move || view! { <Switch label="Sort by" choices=choices()/> })
}

/// An article of the list.
#[component]
fn ArticleCard(
    id: ArticleId,
    article: &'static Article,
    shown: Shown,
    view: View,
    place: RowPosition,
) -> impl IntoView {
    let hits = shown.explorer().hits(&shown.selection, id);
    let piece = snippet(article, &hits);
    let title_hits = hits_in(&hits, Zone::Title);
    let href = href(&view.open_article(&article.name, None));
    let mut meta = wording::meta_line(article);
    if !hits.is_empty() {
        meta = format!("{meta} · {}", wording::count(hits.len(), "hit"));
    }
    view! {
        <li class="card" dir="auto" lang=article.language_tag() aria-posinset=place.at aria-setsize=place.of>
            <h3 class="card-title">
                <a href=href data-article=article.name.as_str()>
                    <Marked text=&article.title.text hits=&title_hits/>
                </a>
            </h3>
            <p class="card-meta">{meta}</p>
            <p class="card-snippet"><Marked text=&piece.text hits=&piece.spans/></p>
        </li>
    }
}

/// Nothing was found: which filter to take out, and what that brings back.
#[component]
fn NoArticles(app: App) -> impl IntoView {
    let ways = dynamic(move || {
        let view = app.view.get();
        app.shown.with(|shown| shown.explorer().ways_out(&view)).into_iter().map(way).collect_view()
    });
    view! {
        <div class="nothing">
            <p class="nothing-title">"No articles match."</p>
            <ul class="nothing-ways">{ways}</ul>
            <p><a href=app.link(View::clear)>"Clear all filters"</a></p>
        </div>
    }
}

fn way(way: WayOut) -> impl IntoView {
    let count = format!(": {}", wording::count(way.articles, "article"));
    let removes = format!("Remove “{}”", way.labels.join("” and “"));
    view! { <li><a href=href(&way.without)>{removes}</a>{count}</li> }
}
