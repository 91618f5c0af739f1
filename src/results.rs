//! The articles that were found, each with a snippet that shows why; and a way out where there are none.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Choice, LongList, Marked, Row, RowPosition, Switch, dynamic};
use crate::state::{App, href};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::Article;
use dateline_engine::explorer::WayOut;
use dateline_engine::search::{Snippet, hits_in, snippet};
use dateline_engine::text::Span;
use dateline_engine::view::{Sort, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// The list.
#[component]
pub(crate) fn Results(app: App) -> impl IntoView {
    let total = Signal::derive(move || app.shown.with(|shown| shown.selection.articles.len()));
    let is_empty = lasting(move |_| total.get() == 0 && !app.files.pending.get());
    let left = app.left().and_then(|view| view.article);
    let place = left.as_ref().and_then(|name| {
        let id = app.corpus.named(name)?;
        app.shown.with_untracked(|s| s.selection.articles.iter().position(|ranked| ranked.id == id))
    });
    // For the first list alone: one that follows a search for nothing begins at its beginning.
    let first = StoredValue::new(place.map_or(0, |place| place + 1));
    let row = move |place: RowPosition| view! { <ArticleCard app place/> }.into_any();
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
    let choices = lasting(move |_| {
        let view = app.view.get();
        let (all, now) = match (view.query.trim(), view.sort) {
            ("", Sort::Relevance) => (&Sort::ALL[1..], Sort::Newest),
            ("", sort) => (&Sort::ALL[1..], sort),
            (_, sort) => (Sort::ALL, sort),
        };
        let choice =
            |sort: &Sort| Choice::new(sort.word(), &View { sort: *sort, ..view.clone() }, *sort == now);
        all.iter().map(choice).collect()
    });
    view! { <Switch label="Sort by" choices/> }
}

/// What a card shows.
#[derive(Clone, PartialEq)]
struct Card {
    name: &'static str,
    language: Option<&'static str>,
    title: &'static str,
    title_hits: Vec<Span>,
    snippet: Snippet,
    href: String,
    meta: String,
}

impl Card {
    fn new(app: App, index: usize) -> Option<Card> {
        app.shown.with(|shown| {
            let id = shown.selection.articles.get(index)?.id;
            let article: &'static Article = app.corpus.article(id)?;
            let hits = shown.explorer().hits(&shown.selection, id);
            let mut meta = wording::meta_line(article);
            if !hits.is_empty() && article.blocks.are_there() {
                meta = format!("{meta} · {}", wording::count(hits.len(), "hit"));
            }
            let href = app.view.with(|view| href(&view.open_article(&article.name, None)));
            Some(Card {
                name: &article.name,
                language: article.language_tag(),
                title: &article.title.text,
                title_hits: hits_in(&hits, Zone::Title),
                snippet: snippet(article, &hits),
                href,
                meta,
            })
        })
    }
}

/// An article of the list.
#[component]
fn ArticleCard(app: App, place: RowPosition) -> impl IntoView {
    let card = Row::new(move || Card::new(app, place.at));
    let title = dynamic(move || {
        card.get(|it| Some(view! { <Marked text=it.title hits=&it.title_hits/> }.into_any()))
    });
    let snippet = dynamic(move || {
        card.get(|it| Some(view! { <Marked text=&it.snippet.text hits=&it.snippet.spans/> }.into_any()))
    });
    view! {
        <li class="card" dir="auto" lang=card.part(|it| it.language) aria-posinset=place.set_position()
            aria-setsize=place.set_size()>
            <h3 class="card-title">
                <a href=card.part(|it| it.href.clone()) data-article=card.part(|it| it.name)>{title}</a>
            </h3>
            <p class="card-meta">{card.part(|it| it.meta.clone())}</p>
            <p class="card-snippet">{snippet}</p>
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
