//! What a reader does with an article: walk its hits, copy a link to a passage, cite it.

use crate::browser;
use crate::element::{El, button, el};
use crate::state::{App, link};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::passage;
use dateline_engine::report::citation::{CitedFrom, Style, cite};
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// The bar of tools; it stays in sight while the reader reads.
pub(super) fn tools(app: App, id: ArticleId, article: &'static Article) -> El {
    let (taken, set_taken) = signal(None::<(&'static str, String)>);
    let (said, set_said) = signal("");
    let take = move |what: &'static str, text: String| {
        set_said.set("");
        browser::copy(&text, move |done| {
            set_said.set(if done {
                "Copied"
            } else {
                "The browser lets no page copy here; copy it from this field"
            });
        });
        set_taken.set(Some((what, text)));
    };
    let passage = move |_| take("Link to this passage", link(&passage_view(app, id, article)));
    let cite = move |style: Style| {
        move |_| {
            let edits = app.current().edits;
            let count = app.explorer.edits;
            let link = link(&View { edits, ..View::default() }.open_article(&article.name, None));
            let (corpus, fingerprint) = (&app.explorer.corpus, app.fingerprint);
            let read = CitedFrom { corpus, link: &link, fingerprint, edits: count };
            take("Citation", cite(article, read, style));
        }
    };
    let field = move || {
        let (what, text) = taken.get()?;
        let rows = text.lines().count().clamp(2, 9).to_string();
        let said = el("span", "taken-said").set("role", "status").say(said.get());
        let field = el("textarea", "taken-text").set("id", "taken").set("readonly", "").set("rows", rows);
        let label = el("label", "").set("for", "taken").say(what);
        Some(el("p", "taken").with(label).say(" ").with(said).say(" ").with(field.say(text)))
    };
    let source = app.part(|view| view.source_text);
    let switch = move || {
        let other = move |_| {
            let view = app.current();
            app.go(View { source_text: !view.source_text, ..view });
        };
        let pressed = source.get().to_string();
        [button("tool source-switch", "Source text", other).set("aria-pressed", pressed)]
    };
    let styles = Style::ALL.iter().map(|&(name, style)| button("tool", name, cite(style)));
    el("div", "tools")
        .set("role", "group")
        .set("aria-label", "Tools for this article")
        .live(move || hits(app, id))
        .live(switch)
        .with(button("tool passage", "Copy passage link", passage))
        .with(el("span", "tool-name").say("Cite"))
        .all(styles)
        .live(field)
}

/// The article at the words that the reader has selected, or at the place that shows; the search stays, so that
/// its hits are marked there too.
fn passage_view(app: App, id: ArticleId, article: &Article) -> View {
    let view = app.current();
    let selected = passage::quote_selected(article, &browser::selected());
    let hits = app.selection.with_untracked(|selection| app.explorer.hits(selection, id));
    let here =
        || app.explorer.place(&view, id, &hits).map(|(zone, span)| passage::quote(article, zone, span));
    let quote = selected.or_else(here).filter(|words| !words.is_empty());
    let View { query, edits, .. } = view;
    View { query, edits, quote, ..View::default().open_article(&article.name, None) }
}

/// `Hit 2 of 7`, and the ways to the others.
fn hits(app: App, id: ArticleId) -> Vec<El> {
    let view = app.view();
    let hits = app.selection.with(|selection| app.explorer.hits(selection, id));
    let place =
        hits.iter().position(|hit| view.at.is_some_and(|at| (at.zone, at.start) == (hit.zone, hit.at.start)));
    let counter = match (place, hits.len()) {
        (_, 0) => return Vec::new(),
        (Some(place), of) => format!("Hit {} of {}", wording::number(place + 1), wording::number(of)),
        (None, of) => wording::count(of, "hit"),
    };
    vec![
        el("span", "hits").set("role", "status").say(counter),
        button("tool hit-before", "←", move |_| walk_hits(app, true)).named("Previous hit".to_owned()),
        button("tool hit-after", "→", move |_| walk_hits(app, false)).named("Next hit".to_owned()),
    ]
}

/// Goes to the next hit of the article that is open, or back to the one before. No step for Back: it would take
/// as many to leave the article.
pub(crate) fn walk_hits(app: App, back: bool) {
    let view = app.current();
    let Some(id) = view.article.as_ref().and_then(|name| app.explorer.corpus.named(name)) else { return };
    let hits = app.selection.with_untracked(|selection| app.explorer.hits(selection, id));
    if let Some(at) = passage::next_hit(&hits, view.at, back) {
        app.replace(View { at: Some(at), quote: None, ..view });
    }
}
