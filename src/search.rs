//! The search form, the result line, and the chips of every filter that is on.

mod field;

use crate::browser;
use crate::element::{El, el, sign};
use crate::state::{App, href, link};
use dateline_engine::explorer::ActiveFilter;
use dateline_engine::search::LANGUAGE;
use dateline_engine::text::Problem;
use dateline_engine::view::{View, length_note};
use dateline_engine::wording;
use leptos::prelude::*;

/// The result is announced when nothing was typed for this long, in milliseconds.
const ANNOUNCE_AFTER: u32 = 700;

/// The search form.
pub(crate) fn search(app: App) -> El {
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.settle();
    };
    let hits = Memo::new(move |_| app.selection.with(|s| app.explorer.hit_count(s)));
    let result = move || {
        let line = result_line(app);
        let hits = hits.get();
        let link = href(&app.view().open_hits());
        let link = el("a", "").set("href", link).say(format!("{} in context", wording::count(hits, "hit")));
        let in_context = (hits > 0).then(|| el("span", "result-hits").say(", ").with(link));
        [el("p", "result-line").say(line).all(in_context)]
    };
    let form = el("form", "search-form")
        .on("submit", on_submit)
        .with(el("label", "search-label").set("for", "query").say("Search"))
        .with(field::field(app));
    let announced = announced(app);
    el("search", "search")
        .with(form)
        .with(help())
        .live(move || problems(app))
        .live(result)
        .live(move || [el("p", "visually-hidden").set("role", "status").say(announced.get())])
        .live(move || meant(app))
        .live(move || chips(app))
}

fn result_line(app: App) -> String {
    match app.counting.get() {
        true => "Counting again…".to_owned(),
        false => app.selection.with(|s| s.result_line(&app.explorer.corpus)),
    }
}

/// The whole language, folded away.
fn help() -> El {
    let rows = LANGUAGE.into_iter().flat_map(|(typed, finds)| {
        let typed =
            typed.split(", ").fold(el("dt", ""), |all, query| all.with(el("code", "").say(query)).say(" "));
        [typed, el("dd", "").say(finds)]
    });
    let says = "Words must all occur. More ways to ask";
    el("details", "search-help")
        .with(el("summary", "").set("id", "query-help").say(says))
        .with(el("dl", "search-language").all(rows))
}

/// A query that finds something where this one does not.
fn meant(app: App) -> Option<El> {
    let view = app.view().list();
    let query = app.selection.with(|selection| app.explorer.did_you_mean(&view, selection))?;
    let link = el("a", "").set("href", href(&View { query: query.clone(), ..view })).say(query);
    Some(el("p", "did-you-mean").say("Did you mean ").with(link).say("?"))
}

/// The result line again for screen readers, once typing has stopped.
fn announced(app: App) -> ReadSignal<String> {
    let (said, set_said) = signal(String::new());
    let waiting = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        let line = result_line(app);
        // Dropping the timer before cancels it.
        waiting.set_value(Some(browser::later(ANNOUNCE_AFTER, move || set_said.set(line))));
    });
    said
}

/// What the query or the link says that was not understood, and that the link is long.
fn problems(app: App) -> Option<El> {
    let query = app.view().query;
    let in_query = |p: &Problem| {
        let found = el("code", "problem-at").say(p.span.of(&query).trim().to_owned());
        el("li", "").with(found).say(format!(" {}", p.message))
    };
    let mut lines: Vec<El> =
        app.selection.with(|selection| selection.query_problems().iter().take(5).map(in_query).collect());
    let view = app.view();
    let others = length_note(&link(&view)).into_iter().chain(app.explorer.unknown_names(&view));
    let others = others.chain(app.link_problems.get()).chain(app.reading.problems.iter().cloned());
    lines.extend(others.take(5).map(|sentence| el("li", "").say(sentence)));
    (!lines.is_empty()).then(|| el("ul", "problems").all(lines))
}

/// A chip for each filter; following it takes the filter out.
fn chips(app: App) -> Option<El> {
    let view = app.view();
    let active = view.active_filters(app.explorer);
    let clear = (active.len() > 1)
        .then(|| el("a", "chip chip-clear").set("href", href(&view.clear())).say("Clear all"));
    let chip = |filter: &ActiveFilter| {
        el("a", "chip")
            .set("href", href(&filter.without))
            .set("aria-label", format!("Remove the filter {}", filter.label))
            .with(el("span", "").say(filter.label.clone()))
            .say(" ")
            .with(sign("chip-cross", "×"))
    };
    let edited = (!view.edits.is_empty()).then(|| {
        let (link, edits) = (href(&view.open_aliases("")), app.explorer.edits);
        el("a", "chip chip-edited").set("href", link).say(format!("Actors edited: {edits}"))
    });
    let empty = edited.is_none() && active.is_empty();
    let all = edited.into_iter().chain(active.iter().map(chip)).chain(clear);
    let all = all.map(|chip| el("li", "").with(chip));
    (!empty).then(|| el("ul", "chips").set("aria-label", "Filters that are on").all(all))
}
