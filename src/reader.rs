//! The reader: one article with its hits and actors marked.

use crate::browser::{self, Place};
use crate::marked::{self, Drawn};
use crate::results::meta_line;
use crate::state::{App, href};
use dateline_engine::actors::{Mention, Zone};
use dateline_engine::corpus::{Article, ArticleId, BlockKind};
use dateline_engine::text::Span;
use dateline_engine::view::report::is_web;
use dateline_engine::view::{At, wording};
use leptos::prelude::*;

/// The article called `name`, or a sentence where there is none.
pub(crate) fn reader(app: App, name: &str) -> impl IntoView + use<> {
    let back = move || {
        let view = app.view().close_article();
        let to =
            if view.mentions.is_some() { "← Back to the mentions" } else { "← Back to the articles" };
        view! { <p class="panel-back"><a href=href(&view)>{to}</a></p> }
    };
    let corpus = &app.explorer.corpus;
    let found = corpus.named(name).and_then(|id| Some((id, corpus.article(id)?)));
    let Some((id, article)) = found else {
        return view! {
            <section class="panel">{back}<h2 class="panel-title" tabindex="-1">"This corpus has no such article."</h2></section>
        }
        .into_any();
    };
    // The article and its marks are drawn again when the query or the place changes, not when it is opened.
    let query = app.part(|view| (view.query.clone(), view.at));
    let text = move || {
        let (_, at) = query.get();
        drawn(app, id, article, at)
    };
    Effect::new(move |before: Option<()>| {
        let at = app.view().at;
        // Runs after the text is in the page.
        let there = at.is_some() && browser::scroll_to(".here", Place::Middle);
        if !there && before.is_none() {
            browser::scroll_to(".panel", Place::Top);
        }
        if before.is_none() {
            browser::focus(".panel-title");
        }
    });
    view! { <article class="panel reader" lang=article.language_tag().map(str::to_owned)>{back}{text}</article> }.into_any()
}

fn drawn(app: App, id: ArticleId, article: &'static Article, at: Option<At>) -> impl IntoView {
    let hits = app.explorer.hits(&app.current(), id);
    let text = |zone: Zone| {
        let hits: Vec<Span> = hits.iter().filter(|h| h.zone == zone).map(|h| h.at).collect();
        let here = |m: &Mention| at.is_some_and(|at| at.zone == zone && at.start == m.at.start);
        let mentions: Vec<(Span, Drawn)> = app
            .explorer
            .mentions_in(id, zone)
            .map(|m| (m.at, Drawn { label: label(app, m), class: class(m, here(m)) }))
            .collect();
        marked::with_mentions(zone.of(article), &hits, &mentions)
    };
    let blocks = article.blocks.iter().enumerate().map(|(index, block)| {
        let inner = text(Zone::Block(index as u32));
        let speaker = block.speaker.clone().map(|who| view! { <span class="speaker">{who}": "</span> });
        match block.kind {
            BlockKind::Heading => view! { <h3 class="text-heading">{inner}</h3> }.into_any(),
            BlockKind::Quote => {
                view! { <blockquote class="text-quote">{speaker}{inner}</blockquote> }.into_any()
            }
            kind => view! { <p class=paragraph_class(kind)>{speaker}{inner}</p> }.into_any(),
        }
    });
    let derived = article.title.is_derived().then(|| {
        view! { <p class="reader-note">"The source has no headline; the first sentence stands in."</p> }
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
        text(Zone::Title).into_any()
    };
    view! {
        <h2 class="panel-title reader-title" tabindex="-1">{title}</h2>
        <p class="card-meta">{meta_line(article)} " · " {wording::count(article.words as usize, "word")}</p>
        {derived}
        {undated}
        <div class="reader-text" dir="auto">{blocks.collect_view()}</div>
        {(!article.credits.is_empty()).then(|| view! { <ul class="reader-credits" aria-label="Credits">{credits}</ul> })}
        {link}
        <p class="reader-key">
            <mark>"Marked"</mark> ": what you search. " <span class="actor">"Underlined"</span>
            ": an actor; " <span class="actor actor-unsure">"dashed"</span> ": the usual reading, which this context does not decide."
        </p>
    }
}

fn paragraph_class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::ListItem => "text-item",
        BlockKind::Caption => "text-caption",
        BlockKind::Standfirst => "text-standfirst",
        _ => "text-paragraph",
    }
}

fn class(mention: &Mention, here: bool) -> &'static str {
    match (mention.sure, here) {
        (true, false) => "actor",
        (false, false) => "actor actor-unsure",
        (true, true) => "actor here",
        (false, true) => "actor actor-unsure here",
    }
}

/// `North Korea, demonym`.
fn label(app: App, mention: &Mention) -> String {
    let name =
        mention.actor.and_then(|id| app.explorer.mentions.actor(id)).map_or("Nobody named here", |a| &a.name);
    let doubt = if mention.sure { "" } else { ", usual reading" };
    format!("{name}, {}{doubt}", mention.form.name())
}
