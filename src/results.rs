//! The articles that were found, each with a snippet that shows why; and a way out where there are none.

use crate::browser;
use crate::element::{El, ElementPart, el, live, switch};
use crate::long_list::window;
use crate::marked;
use crate::reader::speaks;
use crate::state::{App, href};
use dateline_engine::actors::Zone;
use dateline_engine::explorer::{ActiveFilter, Ranked, Selection};
use dateline_engine::order;
use dateline_engine::search::{hits_in, snippet};
use dateline_engine::view::{Sort, View};
use dateline_engine::wording;
use leptos::prelude::*;
use std::ops::Range;

/// The list.
pub(crate) fn results(app: App) -> Vec<ElementPart> {
    let total = Signal::derive(move || app.selection.with(|s| s.articles.len()));
    let is_empty = Memo::new(move |_| total.get() == 0);
    let left = app.left().and_then(|view| view.article);
    let place = left.as_ref().and_then(|name| {
        let id = app.explorer.corpus.named(name)?;
        app.selection.with_untracked(|s| s.articles.iter().position(|ranked| ranked.id == id))
    });
    // For the first list alone: one that follows a search for nothing begins at its beginning.
    let first = StoredValue::new(place.map_or(0, |place| place + 1));
    let cards = move |rows: Range<usize>| {
        let view = app.view();
        app.selection.with(|selection| {
            let ranked = selection.articles.get(rows).unwrap_or_default().iter();
            ranked.filter_map(|ranked| card(app, selection, &view, ranked)).collect()
        })
    };
    let list = move || match is_empty.get() {
        true => vec![live(move || [nothing(app)])],
        false => {
            let first = first.try_update_value(std::mem::take).unwrap_or(0);
            let sorts = live(move || (total.get() > 1).then(|| sorts(&app.view())));
            [sorts].into_iter().chain(window("results", total, first, cards)).collect()
        }
    };
    Effect::new(move |before: Option<()>| {
        if let (None, Some(name)) = (before, &left) {
            browser::focus_named(".card-title a", "data-article", name);
        }
    });
    vec![el("h2", "visually-hidden").say("Articles").into(), live(list)]
}

/// The order of the list. Where nothing is searched, there is no relevance, and the newest come first.
fn sorts(view: &View) -> El {
    let (all, now) = match (view.query.trim(), view.sort) {
        ("", Sort::Relevance) => (&Sort::ALL[1..], Sort::Newest),
        ("", sort) => (&Sort::ALL[1..], sort),
        (_, sort) => (Sort::ALL, sort),
    };
    let choice = |sort: &Sort| {
        (sort.word().to_owned(), None, href(&View { sort: *sort, ..view.clone() }), *sort == now)
    };
    switch("Sort by", all.iter().map(choice))
}

fn card(app: App, selection: &Selection, view: &View, ranked: &Ranked) -> Option<El> {
    let article = app.explorer.corpus.article(ranked.id)?;
    let hits = app.explorer.hits(selection, ranked.id);
    let piece = snippet(article, &hits);
    let link = el("a", "").set("href", href(&view.open_article(&article.name, None)));
    let link = link.set("data-article", article.name.clone());
    let title = marked::with_hits(link, &article.title.text, &hits_in(&hits, Zone::Title));
    let mut meta = wording::meta_line(article);
    if !hits.is_empty() {
        meta = format!("{meta} · {}", wording::count(hits.len(), "hit"));
    }
    let card = el("li", "card")
        .set("dir", "auto")
        .with(el("h3", "card-title").with(title))
        .with(el("p", "card-meta").say(meta))
        .with(marked::with_hits(el("p", "card-snippet"), &piece.text, &piece.spans));
    Some(speaks(card, article))
}

/// Nothing was found: which filter to take out, and what that brings back.
fn nothing(app: App) -> El {
    let active = app.view().active_filters(app.explorer).into_iter();
    let mut ways: Vec<_> =
        active.map(|filter| (app.explorer.select(&filter.without).articles.len(), filter)).collect();
    order::by_key(&mut ways, |(articles, _)| std::cmp::Reverse(*articles));
    let way = |(articles, filter): (usize, ActiveFilter)| {
        let link = el("a", "").set("href", href(&filter.without)).say(format!("Remove “{}”", filter.label));
        el("li", "").with(link).say(format!(": {}", wording::count(articles, "article")))
    };
    let whole = el("a", "").set("href", href(&app.view().clear())).say("Show the whole corpus");
    el("div", "nothing")
        .with(el("p", "nothing-title").say("No article fits."))
        .with(el("ul", "nothing-ways").all(ways.into_iter().map(way)))
        .with(el("p", "").with(whole))
}
