//! What a reader does with an article: walk its hits, copy a link to a passage, cite it.

use crate::browser;
use crate::state::{App, link};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::view::citation::{Read, Style, cite};
use dateline_engine::view::{View, passage, wording};
use leptos::prelude::*;

/// The bar of tools; it stays in sight while the reader reads.
pub(super) fn tools(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
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
            let link = link(&View::default().open_article(&article.name, None));
            let read = Read { corpus: &app.explorer.corpus, link: &link, fingerprint: app.fingerprint };
            take("Citation", cite(article, read, style));
        }
    };
    let field = move || {
        taken.get().map(|(what, text)| {
            let rows = text.lines().count().clamp(2, 9);
            view! {
                <p class="taken">
                    <label for="taken">{what}</label> <span class="taken-said" role="status">{move || said.get()}</span>
                    <textarea id="taken" class="taken-text" readonly rows=rows prop:value=text></textarea>
                </p>
            }
        })
    };
    let source = app.part(|view| view.source_text);
    let switch = move |_| {
        let view = app.current();
        app.go(View { source_text: !view.source_text, ..view });
    };
    view! {
        <div class="tools" role="group" aria-label="Tools for this article">
            {hits(app, id)}
            <button class="tool source-switch" type="button" aria-pressed=move || source.get().to_string() on:click=switch>"Source text"</button>
            <button class="tool passage" type="button" on:click=passage>"Copy link to passage"</button>
            <span class="tool-name">"Cite"</span>
            {Style::ALL.map(|(name, style)| view! { <button class="tool" type="button" on:click=cite(style)>{name}</button> })}
            {field}
        </div>
    }
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
    View { query: view.query.clone(), quote, ..View::default().open_article(&article.name, None) }
}

/// `Hit 2 of 7`, and the ways to the others.
fn hits(app: App, id: ArticleId) -> impl IntoView {
    move || {
        let view = app.view();
        let hits = app.selection.with(|selection| app.explorer.hits(selection, id));
        let place = hits
            .iter()
            .position(|hit| view.at.is_some_and(|at| (at.zone, at.start) == (hit.zone, hit.at.start)));
        let counter = match place {
            Some(place) => format!("Hit {} of {}", wording::number(place + 1), wording::number(hits.len())),
            None => wording::count(hits.len(), "hit"),
        };
        (!hits.is_empty()).then(|| {
            view! {
                <span class="hits" role="status">{counter}</span>
                <button class="tool hit-before" type="button" on:click=move |_| walk_hits(app, true)>"← Previous hit"</button>
                <button class="tool hit-after" type="button" on:click=move |_| walk_hits(app, false)>"Next hit →"</button>
            }
        })
    }
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
