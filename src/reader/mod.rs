//! The reader: one article with its hits and actors marked, the way to its neighbours, its source text, and what to
//! take along.

mod retold;
mod source;
mod text;
mod tools;

pub(crate) use tools::walk_hits;

use crate::browser::{self, Place};
use crate::results::meta_line;
use crate::state::{App, href};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::view::report::is_web;
use dateline_engine::view::wording;
use leptos::prelude::*;

/// The article called `name`, or a sentence where there is none.
pub(crate) fn reader(app: App, name: &str) -> impl IntoView + use<> {
    let corpus = &app.explorer.corpus;
    let found = corpus.named(name).and_then(|id| Some((id, corpus.article(id)?)));
    let Some((id, article)) = found else {
        return view! {
            <section class="panel">
                {back(app)}
                <h2 class="panel-title" tabindex="-1">"This corpus has no such article."</h2>
            </section>
        }
        .into_any();
    };
    // The article and its marks are drawn again when the query, the count or the place changes.
    let marks = app.part(|view| (view.filters(), view.at, view.quote.clone()));
    let article_text = move || {
        marks.with(|_| ());
        drawn(app, id, article)
    };
    Effect::new(move |before: Option<bool>| {
        let view = app.view();
        // Runs after the text is in the page.
        let led = view.at.is_some() || view.quote.is_some();
        let there = led && browser::scroll_to(".here", Place::Middle);
        if !there && before.is_none() {
            browser::scroll_to(".panel", Place::Top);
        }
        if before.is_none() {
            browser::focus(".panel-title");
        }
        if view.source_text && before != Some(true) {
            app.ask_for_sources();
        }
        if view.source_text && before == Some(false) {
            browser::focus(".source-title");
        }
        view.source_text
    });
    view! {
        <article class="panel reader" lang=article.language_tag().map(str::to_owned)>
            <div class="reader-head">{back(app)} {neighbours(app, id)}</div>
            <div class="reader-columns"><div>{article_text}</div> {source::source(app, id, article)}</div>
            {tools::tools(app, id, article)}
        </article>
    }
    .into_any()
}

fn back(app: App) -> impl IntoView {
    let link = move || {
        let view = app.view().close_article();
        let to = match (&view.mentions, view.hits) {
            (Some(_), _) => "← Back to the mentions",
            (None, true) => "← Back to the hits",
            (None, false) => "← Back to the articles",
        };
        view! { <a href=href(&view)>{to}</a> }
    };
    view! { <p class="panel-back">{link}</p> }
}

/// The articles before and after this one in the list.
fn neighbours(app: App, id: ArticleId) -> impl IntoView {
    move || {
        let view = app.view();
        let (place, of, before, after) = app.selection.with(|selection| {
            let list = &selection.articles;
            let place = list.iter().position(|chosen| chosen.id == id)?;
            let before = place.checked_sub(1).and_then(|at| list.get(at));
            Some((place + 1, list.len(), before.map(|c| c.id), list.get(place + 1).map(|c| c.id)))
        })?;
        let link = |to: Option<ArticleId>, class: &'static str, text: &'static str| {
            let article = app.explorer.corpus.article(to?)?;
            let title = article.title.text.clone();
            Some(
                view! { <a class=class href=href(&view.open_article(&article.name, None)) title=title>{text}</a> },
            )
        };
        Some(view! {
            <p class="neighbours">
                {link(before, "neighbour-before", "← Previous")}
                <span>{wording::number(place)} " of " {wording::count(of, "article")}</span>
                {link(after, "neighbour-after", "Next →")}
            </p>
        })
    }
}

fn drawn(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
    let view = app.current();
    let hits = app.selection.with_untracked(|selection| app.explorer.hits(selection, id));
    let here = app.explorer.place(&view, id, &hits);
    let lost = (view.quote.is_some() && here.is_none()).then(|| {
        view! {
            <p class="reader-note">"The link quotes words that this article no longer has: “" {view.quote.clone()} "”."</p>
        }
    });
    let marks = text::Marks {
        app,
        id,
        article,
        hits: app.selection.with_untracked(|s| app.explorer.hits(s, id)),
        here,
        view,
    };
    let derived = article.title.is_derived().then(|| {
        view! { <p class="reader-note">"The source has no headline; the first sentence stands in."</p> }
    });
    let edited = article.edited();
    let edited = (!edited.is_empty()).then(|| {
        view! { <p class="reader-note">"An editor set: " {edited.join(", ")} "."</p> }
    });
    let undated = article.published.is_none().then(|| {
        view! { <p class="reader-note">"The source gives no date, and none is guessed."</p> }
    });
    let url = article.url.as_ref().map(|url| url.value.clone());
    let link = url.map(|url| match is_web(&url) {
        true => view! {
            <p class="reader-link"><a href=url.clone() target="_blank" rel="noopener noreferrer">{url.clone()}</a></p>
        }
        .into_any(),
        false => view! { <p class="reader-link">{url.clone()}</p> }.into_any(),
    });
    let credits =
        article.credits.iter().map(|credit| view! { <li>{credit.text.clone()}</li> }).collect_view();
    let title = if article.title.is_derived() {
        article.title.text.clone().into_any()
    } else {
        marks.zone(Zone::Title)
    };
    let blocks =
        article.blocks.iter().enumerate().map(|(index, block)| marks.block(index, block)).collect_view();
    view! {
        <h2 class="panel-title reader-title" tabindex="-1">{title}</h2>
        <p class="card-meta">{meta_line(article)} " · " {wording::count(article.words as usize, "word")}</p>
        {derived}
        {undated}{edited}
        {lost}
        {retold::retold(app, id, article)}
        <div class="reader-text" dir="auto">{blocks}</div>
        {(!article.credits.is_empty()).then(|| view! { <ul class="reader-credits" aria-label="Credits">{credits}</ul> })}
        {link}
        <p class="reader-key">
            <mark>"Marked"</mark> ": what you search. " <span class="actor">"Underlined"</span>
            ": an actor; " <span class="actor actor-unsure">"dashed"</span> ": the usual reading, which this context does not decide."
        </p>
    }
}
