//! What a reader does with an article: walk its hits, copy a link to a passage, cite it.

use crate::browser;
use crate::shared::{Taken, TakenText, dynamic};
use crate::state::{App, link};
use dateline_engine::actors::Zone;
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::{Step, passage};
use dateline_engine::report::citation::{CitedFrom, Style, cite};
use dateline_engine::search::Hit;
use dateline_engine::text::{Span, one_line};
use dateline_engine::view::{At, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// The bar of tools; it stays in sight while the reader reads.
#[component]
pub(super) fn Tools(app: App, id: ArticleId, article: &'static Article) -> impl IntoView {
    let taken = Taken::new();
    let take = move |what: &'static str, text: String| taken.take(what, text);
    let passage = move |_| take("Link to this passage", link(&passage_view(app, id, article)));
    let citation = move |view: View, style: Style| {
        let edits = app.current_reading().explorer.edits;
        let read = CitedFrom { corpus: app.corpus, link: &link(&view), fingerprint: app.fingerprint, edits };
        cite(article, read, style)
    };
    let cited = move |style: Style| {
        let edits = app.current().edits;
        let view = View { edits, ..View::default() }.open_article(&article.name, None);
        take("Citation", citation(view, style));
    };
    let quoted = move |_| {
        // What is selected elsewhere on the page is no quote of the article.
        let selected = browser::selected();
        let is_of_it = passage::quote_selected(article, &selected).is_some();
        let selected = if is_of_it { one_line(&selected) } else { String::new() };
        let here = here(app, id).unwrap_or((Zone::Block(0), Span::default()));
        let words = match selected.is_empty() {
            true => passage::sentence(article, here.0, here.1),
            false => selected,
        };
        let source = citation(passage_view(app, id, article), Style::Plain);
        take("Quote with its source", format!("“{words}”\n{source}"));
    };
    let source = app.part(|view| view.source_text);
    let switch = move |_| {
        let view = app.current();
        app.go(View { source_text: !view.source_text, ..view });
    };
    let style = |&(name, style): &(&'static str, Style)| {
        view! { <button class="tool" type="button" on:click=move |_| cited(style)>{name}</button> }
    };
    view! {
        <div class="tools" role="group" aria-label="Tools for this article">
            <Hits app id/>
            <button class="tool source-switch" type="button" aria-pressed=Signal::derive(move || source.get().to_string())
                on:click=switch>"Original text"</button>
            <button class="tool quote" type="button" on:click=quoted>"Copy quote"</button>
            <button class="tool passage" type="button" on:click=passage>"Copy link to the words"</button>
            <span class="tool-name">"Copy citation"</span>
            {Style::ALL.iter().map(style).collect_view()}
            <TakenText taken id="taken"/>
        </div>
    }
}

/// The article at the words that the reader has selected, or at the place that shows; the search stays, so that
/// its hits are marked there too.
fn passage_view(app: App, id: ArticleId, article: &Article) -> View {
    let view = app.current();
    let selected = passage::quote_selected(article, &browser::selected());
    let here = || here(app, id).map(|(zone, span)| passage::quote(article, zone, span));
    let quote = selected.or_else(here).filter(|words| !words.is_empty());
    let View { query, edits, .. } = view;
    View { query, edits, quote, ..View::default().open_article(&article.name, None) }
}

/// The place that shows.
fn here(app: App, id: ArticleId) -> Option<(Zone, Span)> {
    let (view, shown) = (app.current(), app.shown.get_untracked());
    let hits = shown.explorer().hits(&shown.selection, id);
    shown.explorer().place(&view, id, &hits)
}

/// `Hit 2 of 7`, or `Mention 3 of 7 here · 12 of 63`, and the ways to the others.
#[component]
fn Hits(app: App, id: ArticleId) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let (counter, unit) = match app.rows.with(|rows| shown.explorer().step(rows, &view)) {
            Some(step) => (in_rows(&view, &step), if view.hits { "hit" } else { "mention" }),
            None => (in_article(&shown.explorer().hits(&shown.selection, id), view.at)?, "hit"),
        };
        let step = |class: &'static str, says: String, sign: &'static str, back: bool| {
            view! {
                <button class=class type="button" aria-label=says
                    on:click=move |_| walk_hits(app, back)>{sign}</button>
            }
        };
        Some(view! {
            <span class="hits" role="status">{counter}</span>
            {step("tool hit-before", format!("Previous {unit}"), "←", true)}
            {step("tool hit-after", format!("Next {unit}"), "→", false)}
        })
    })
}

/// Where the article stands among the rows that are open.
fn in_rows(view: &View, step: &Step) -> String {
    let unit = if view.hits { "Hit" } else { "Mention" };
    let Step { at, of, here, of_here, .. } = step;
    match at.zip(*here) {
        Some((at, here)) => {
            let [at, of] = [at + 1, *of].map(wording::number);
            let [here, of_here] = [here + 1, *of_here].map(wording::number);
            format!("{unit} {here} of {of_here} here · {at} of {of}")
        }
        None => format!(
            "{} here · {} in all",
            wording::count(*of_here, &unit.to_ascii_lowercase()),
            wording::number(*of)
        ),
    }
}

/// Which hit of the article shows; `None` where it has none.
fn in_article(hits: &[Hit], at: Option<At>) -> Option<String> {
    let is_here = |hit: &Hit| at.is_some_and(|at| (at.zone, at.start) == (hit.zone, hit.at.start));
    match (hits.iter().position(is_here), hits.len()) {
        (_, 0) => None,
        (Some(place), of) => Some(format!("Hit {} of {}", wording::number(place + 1), wording::number(of))),
        (None, of) => Some(wording::count(of, "hit")),
    }
}

/// Goes to the next of the rows that are open, whichever article it stands in, or to the next hit of the article; or
/// back to the one before. No step for Back: it would take as many to leave the article.
pub(crate) fn walk_hits(app: App, back: bool) {
    let (view, shown) = (app.current(), app.shown.get_untracked());
    if let Some(step) = app.rows.with_untracked(|rows| shown.explorer().step(rows, &view)) {
        let [before, after] = step.ways;
        if let Some(view) = if back { before } else { after } {
            app.replace(view);
        }
        return;
    }
    let Some(id) = view.article.as_ref().and_then(|name| app.corpus.named(name)) else { return };
    let hits = shown.explorer().hits(&shown.selection, id);
    if let Some(at) = passage::next_hit(&hits, view.at, back) {
        app.replace(View { at: Some(at), quote: None, ..view });
    }
}
