//! The reader: one article with its hits and actors marked, the way to its neighbours, its source text, and what to
//! take along.

mod head;
mod near_duplicates;
mod source;
mod text;
mod tools;
mod why;

pub(crate) use tools::walk_hits;

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Breadcrumb, dynamic};
use crate::state::{App, href};
use dateline_engine::actors::dismissed;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::figures::rows_crumb;
use dateline_engine::report::is_web;
use dateline_engine::view::At;
use dateline_engine::wording;
use head::Head;
use leptos::either::Either;
use leptos::prelude::*;
use near_duplicates::NearDuplicates;
use source::Source;
use text::{Marks, block};
use tools::Tools;
use why::Why;

/// The article of a name, or a sentence where there is none.
#[component]
pub(crate) fn Reader(app: App, name: String) -> impl IntoView {
    let found = app.corpus.named(&name).and_then(|id| Some((id, app.corpus.article(id)?)));
    match found {
        Some((id, article)) => {
            // Its text may be on its way.
            let is_there = lasting(move |was| {
                was == Some(&true) || {
                    app.shown.track();
                    article.blocks.are_there()
                }
            });
            let fallback = move || {
                view! {
                    <section class="panel">
                        <Trail app/>
                        <h2 class="panel-title" tabindex="-1">{article.title.text.as_str()}</h2>
                    </section>
                }
            };
            Either::Left(
                view! { <Show when=move || is_there.get() fallback><OneArticle app id article/></Show> },
            )
        }
        None => Either::Right(view! {
            <section class="panel">
                <Trail app/>
                <h2 class="panel-title" tabindex="-1">"This corpus has no such article."</h2>
            </section>
        }),
    }
}

#[component]
fn OneArticle(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
    // Hits and place are marked again when the query, the count or the place changes.
    let marked = app.part(|view| (view.filters(), view.at, view.quote.clone()));
    // Another reading of the actors dismisses others; nothing else does.
    let dismissed = lasting(move |_| dismissed(article, &app.reading().gazetteer));
    let marks = lasting(move |_| {
        marked.track();
        Marks::new(app.shown.get(), &app.current(), id, article, dismissed.get())
    });
    Effect::new(move |before: Option<bool>| {
        let view = app.view.get();
        let led = view.at.is_some() || view.quote.is_some();
        let source_text = view.source_text;
        if source_text && before != Some(true) {
            app.ask_for_sources();
        }
        // Runs after all that follows the view is in the page.
        request_animation_frame(move || {
            let there = led && browser::scroll_to(".here", browser::Place::Middle);
            if !there && before.is_none() {
                browser::scroll_to(".panel", browser::Place::Top);
            }
            if before.is_none() {
                browser::focus(".panel-title");
            }
            if source_text && before == Some(false) {
                browser::focus(".source-title");
            }
        });
        source_text
    });
    let reads_rows = Signal::derive(move || app.view.with(|view| view.mentions.is_some()));
    // The mention that somebody asks about.
    let asked = RwSignal::new(None::<At>);
    let ask = move |event: leptos::ev::Event| {
        if let Some(at) = browser::attribute(&event, "data-at").and_then(|at| At::try_from(at).ok()) {
            asked.set(Some(at));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" | " " if browser::attribute(&event, "data-at").is_some() => {
            event.prevent_default();
            ask(event.into());
        }
        _ => {
            browser::walk(&event);
        }
    };
    view! {
        <article class="panel reader" lang=article.language_tag()>
            <div class="reader-head"><Trail app/> " " <Neighbours app id/></div>
            <div class="reader-columns">
                <div class="reader-article" class:reader-of=reads_rows on:click=move |event| ask(event.into())
                    on:keydown=on_key>
                    <Head article marks/>
                    <NearDuplicates app id article/>
                    <Body article marks/>
                </div>
                <Source app id article/>
            </div>
            <Why app id article asked dismissed/>
            <Tools app id article/>
        </article>
    }
}

/// The way back to where the article was opened.
#[component]
fn Trail(app: App) -> impl IntoView {
    let trail = Signal::derive(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let rows = view.has_rows().then(|| {
            let name = app.rows.with(|rows| rows_crumb(shown.explorer(), &view, rows.len()));
            (name, href(&view.close_article()))
        });
        std::iter::once(("Articles".to_owned(), href(&view.list()))).chain(rows).collect::<Vec<_>>()
    });
    view! { <Breadcrumb trail/> }
}

/// The articles before and after this one in the list.
#[component]
fn Neighbours(app: App, id: ArticleId) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let list = &shown.selection.articles;
        let at = list.iter().position(|ranked| ranked.id == id)?;
        let link = |to: Option<usize>, class: &'static str, says: &'static str| {
            let article = app.corpus.article(list.get(to?)?.id)?;
            let link = href(&view.open_article(&article.name, None));
            Some(view! { <a class=class href=link title=article.title.text.as_str()>{says}</a> })
        };
        let place = [&wording::number(at + 1), " of ", &wording::count(list.len(), "article")].concat();
        let before = link(at.checked_sub(1), "neighbour-before", "← Previous");
        let after = link(Some(at + 1), "neighbour-after", "Next →");
        Some(view! { <p class="neighbours">{before}<span>{place}</span>{after}</p> })
    })
}

/// The text, and what stands below it.
#[component]
fn Body(article: &'static Article, marks: ReadSignal<Marks>) -> impl IntoView {
    let blocks = dynamic(move || {
        let blocks = article.blocks.iter().enumerate();
        marks.with(|marks| blocks.map(|(index, it)| block(marks, index, it)).collect_view())
    });
    let credits = (!article.credits.is_empty()).then(|| {
        let credits = article.credits.iter().map(|credit| view! { <li>{credit.text.as_str()}</li> });
        view! { <ul class="reader-credits" aria-label="Credits">{credits.collect_view()}</ul> }
    });
    let link = article.url.as_ref().map(|url| {
        let url = url.value.as_str();
        let link = match is_web(url) {
            true => Either::Left(view! { <a href=url target="_blank" rel="noopener noreferrer">{url}</a> }),
            false => Either::Right(url),
        };
        view! { <p class="reader-link">{link}</p> }
    });
    view! {
        <div class="reader-text" dir="auto">{blocks}</div>
        {credits}
        {link}
        <p class="reader-key">
            <mark>"Yellow"</mark> ": your search. "
            <span class="actor">"Underlined"</span> ": counted. "
            <span class="actor actor-unsure">"Dashed"</span> ": assumed, the sentence leaves it open. "
            <span class="dismissed">"Dotted"</span> ": looks like an actor and is not counted. Click a name to see why."
        </p>
    }
}
