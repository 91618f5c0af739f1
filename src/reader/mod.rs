//! The reader: one article with its hits and actors marked, the way to its neighbours, its source text, and what to
//! take along.

mod near_duplicates;
mod source;
mod text;
mod tools;

pub(crate) use tools::walk_hits;

use crate::browser::{self, Place};
use crate::element::{El, el};
use crate::state::{App, href};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::report::is_web;
use dateline_engine::wording;
use dateline_engine::wording::meta_line;
use leptos::prelude::*;

/// The article called `name`, or a sentence where there is none.
pub(crate) fn reader(app: App, name: &str) -> El {
    let corpus = &app.explorer.corpus;
    let found = corpus.named(name).and_then(|id| Some((id, corpus.article(id)?)));
    let Some((id, article)) = found else {
        let title = el("h2", "panel-title").set("tabindex", "-1").say("This corpus has no such article.");
        return el("section", "panel").live(move || [back(app)]).with(title);
    };
    // Hits and place are marked again when the query, the count or the place changes.
    let marked = app.part(|view| (view.filters(), view.at, view.quote.clone()));
    let marks = move || {
        marked.with(|_| ());
        text::Marks::new(app, id, article)
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
    let text = el("div", "")
        .live(move || head(article, &marks()))
        .all(near_duplicates::near_duplicates(app, id, article))
        .live(move || body(article, &marks()));
    let reader = el("article", "panel reader")
        .keyed(article.name.clone())
        .with(el("div", "reader-head").live(move || [back(app)]).say(" ").live(move || neighbours(app, id)))
        .with(el("div", "reader-columns").with(text).live(source::source(app, id, article)))
        .with(tools::tools(app, id, article));
    speaks(reader, article)
}

/// In the language of the article.
pub(crate) fn speaks(el: El, article: &Article) -> El {
    match article.language_tag() {
        Some(language) => el.set("lang", language.to_owned()),
        None => el,
    }
}

fn back(app: App) -> El {
    let view = app.view().close_article();
    let to = match (&view.mentions, view.hits) {
        (Some(_), _) => "← Back to the mentions",
        (None, true) => "← Back to the hits",
        (None, false) => "← Back to the articles",
    };
    el("p", "panel-back").with(el("a", "").set("href", href(&view)).say(to))
}

/// The articles before and after this one in the list.
fn neighbours(app: App, id: ArticleId) -> Option<El> {
    let view = app.view();
    let (place, of, before, after) = app.selection.with(|selection| {
        let list = &selection.articles;
        let place = list.iter().position(|ranked| ranked.id == id)?;
        let before = place.checked_sub(1).and_then(|at| list.get(at));
        Some((place + 1, list.len(), before.map(|c| c.id), list.get(place + 1).map(|c| c.id)))
    })?;
    let link = |to: Option<ArticleId>, class: &'static str, text: &'static str| {
        let article = app.explorer.corpus.article(to?)?;
        let link = el("a", class).set("href", href(&view.open_article(&article.name, None)));
        Some(link.set("title", article.title.text.clone()).say(text))
    };
    let place = [&wording::number(place), " of ", &wording::count(of, "article")].concat();
    let before = link(before, "neighbour-before", "← Previous").into_iter();
    let after = link(after, "neighbour-after", "Next →");
    Some(el("p", "neighbours").all(before.chain([el("span", "").say(place)]).chain(after)))
}

fn note(class: &'static str, says: String) -> El {
    el("p", class).say(says)
}

/// The title, and what is to be known before reading.
fn head(article: &Article, marks: &text::Marks) -> Vec<El> {
    let lost = marks.lost().map(|quote| {
        note(
            "reader-note",
            ["The link quotes words that this article no longer has: “", quote, "”."].concat(),
        )
    });
    let title = el("h2", "panel-title reader-title").set("tabindex", "-1");
    let (title, derived) = match article.title.is_derived() {
        true => {
            let says = "The source has no headline; the first sentence stands in.";
            (title.say(article.title.text.clone()), Some(note("reader-note", says.to_owned())))
        }
        false => (marks.zone(title, Zone::Title), None),
    };
    let words = wording::count(article.words as usize, "word");
    let meta = note("card-meta", [&meta_line(article), " · ", &words].concat());
    let undated = article.published.is_none();
    let undated =
        undated.then(|| note("reader-note", "The source gives no date, and none is guessed.".to_owned()));
    let edited = article.edited();
    let edited = (!edited.is_empty())
        .then(|| note("reader-note", ["An editor set: ", &edited.join(", "), "."].concat()));
    [title, meta].into_iter().chain(derived).chain(undated).chain(edited).chain(lost).collect()
}

/// The text, and what stands below it.
fn body(article: &Article, marks: &text::Marks) -> Vec<El> {
    let blocks = article.blocks.iter().enumerate().map(|(index, block)| marks.block(index, block));
    let text = el("div", "reader-text").set("dir", "auto").all(blocks);
    let credits = article.credits.iter().map(|credit| el("li", "").say(credit.text.clone()));
    let credits = (!article.credits.is_empty())
        .then(|| el("ul", "reader-credits").set("aria-label", "Credits").all(credits));
    let link = article.url.as_ref().map(|url| {
        let (line, url) = (el("p", "reader-link"), url.value.clone());
        match is_web(&url) {
            true => {
                let link = el("a", "").set("href", url.clone()).set("target", "_blank");
                line.with(link.set("rel", "noopener noreferrer").say(url))
            }
            false => line.say(url),
        }
    });
    let key = el("p", "reader-key")
        .with(el("mark", "").say("Marked"))
        .say(": what you search. ")
        .with(el("span", "actor").say("Underlined"))
        .say(": an actor; ")
        .with(el("span", "actor actor-unsure").say("dashed"))
        .say(": the usual reading, which this context does not decide.");
    [text].into_iter().chain(credits).chain(link).chain([key]).collect()
}
