//! The page: the engine's answers as Leptos components.
//!
//! [`state`] holds two signals, the view and the reading of the actors; everything else is derived from them.
//! [`browser`] is the only room that talks to the browser. `boot.js` loads this app, gives it the pack, and says so where it fails;
//! the functions exported here are what it calls, and what `window.dateline` offers to other programs.

#![expect(unreachable_pub, reason = "what `#[component]` makes of a function is public")]

mod aliases;
mod app;
mod browser;
mod card;
mod chart;
mod evidence;
mod filters;
mod keys;
mod lasting;
mod reader;
mod results;
mod search;
mod share;
mod shared;
mod state;
mod timeline;

use dateline_engine::actors::Lists;
use dateline_engine::explorer::{Annotated, Explorer, Ranked, Selection};
use dateline_engine::pack;
use dateline_engine::report::{self, Units};
use dateline_engine::shards;
use dateline_engine::view::{Sort, View, from_fields, from_fragment, to_fragment};
use leptos::prelude::*;
use state::App;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The running app; `None` until [`start`] has been called.
    static APP: Cell<Option<App>> = const { Cell::new(None) };
    /// The last answer of [`ranked`]: its hits are made when somebody reads them.
    static LAST: RefCell<Option<Answer>> = const { RefCell::new(None) };
}

/// An answer to a query, and the reading of the actors that it was found in.
struct Answer {
    query: String,
    reading: Arc<Annotated>,
    found: Selection,
}

fn main() {
    std::panic::set_hook(Box::new(|panic| browser::fail(&panic.to_string())));
}

/// Starts the app with the corpus in `pack`, in place of the one that runs: its texts are a reader's own then, and show
/// from their beginning. What the reader has edited in the lists of actors stays where it `keeps_edits`.
///
/// # Errors
/// Where the bytes are no pack that can be read: the sentence for the reader.
#[wasm_bindgen]
pub fn start(pack: Vec<u8>, keeps_edits: bool) -> Result<(), JsError> {
    let wrong = |error: pack::PackError| JsError::new(&error.to_string());
    let (explorer, lists, shards) = if shards::is_head(&pack) {
        let (explorer, lists, shards) = shards::decode(&pack).map_err(wrong)?;
        // They live as long as the page.
        (explorer, lists, Some(&*Box::leak(Box::new(shards))))
    } else {
        let (corpus, mentions, lists) = pack::decode(&pack).map_err(wrong)?;
        (Explorer::new(corpus, mentions), lists, None)
    };
    let fingerprint = Box::leak(pack::fingerprint(&pack).into_boxed_str());
    // The index takes its place.
    drop(pack);
    // The lists live as long as the page.
    let lists: &'static Lists = Box::leak(Box::new(lists));
    let first = Annotated::first(explorer, lists);
    let before = APP.get();
    if let Some(app) = before {
        LAST.take();
        browser::ask_for_files("");
        let edits = if keeps_edits { app.current().edits } else { Vec::new() };
        let view = View { edits, ..View::default() };
        browser::set_fragment(&to_fragment(&view), browser::Entry::Push);
    }
    let link = from_fragment(&browser::fragment());
    browser::mount(move || {
        let app = App::new(first, shards, lists, fingerprint, link);
        APP.set(Some(app));
        app.listen();
        keys::listen(app);
        view! { <app::Page app/> }
    });
    if before.is_none() {
        browser::let_space_toggle();
        browser::let_forms_be_sent();
        browser::let_marks_speak();
        browser::let_links_keep_focus();
    }
    Ok(())
}

/// Takes the source texts that the app has asked for, or the sentence that says why they do not come.
#[wasm_bindgen]
pub fn sources(bytes: Vec<u8>, trouble: Option<String>) {
    if let Some(app) = APP.get() {
        app.keep_source_texts(bytes, trouble);
    }
}

/// Takes the file of this number that the app has asked for.
///
/// # Errors
/// Where it is not that file: the sentence for the reader.
#[wasm_bindgen]
pub fn put(number: u32, bytes: &[u8]) -> Result<(), JsError> {
    running()?.take_file(number, bytes).map_err(|why| JsError::new(&why))
}

/// Takes the sentence that says why a file that the app has asked for does not come.
#[wasm_bindgen]
pub fn lost(why: String) {
    if let Some(app) = APP.get() {
        app.files.lose(why);
    }
}

/// The numbers of the files that the last call asked for and that are not there; its answer is none where there are some.
#[wasm_bindgen]
pub fn lacking() -> Vec<u32> {
    APP.get().map(|app| app.files.lacking()).unwrap_or_default()
}

fn running() -> Result<App, JsError> {
    APP.get().ok_or_else(|| JsError::new("the page has not started yet; wait for `dateline.ready`"))
}

fn answer(value: &impl serde::Serialize) -> Result<JsValue, JsError> {
    // Plain objects and `null`, as `JSON.parse` would give.
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| JsError::new(&e.to_string()))
}

/// The names of all articles, in the order of their numbers.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn names() -> Result<JsValue, JsError> {
    let articles = &running()?.corpus.articles;
    answer(&articles.iter().map(|article| article.name.as_str()).collect::<Vec<_>>())
}

fn found(app: App, query: &str) -> Answer {
    let reading = app.current_reading();
    let found = reading.explorer.ranked(query, Sort::Relevance);
    Answer { query: query.to_owned(), reading, found }
}

/// What `dateline.search(text)` gives at once: how many articles a query finds. They stand at [`answer_at`].
#[wasm_bindgen]
pub fn ranked(text: &str) -> usize {
    let Ok(app) = running() else { return 0 };
    let answer = found(app, text);
    let total = answer.found.articles.len();
    LAST.replace(Some(answer));
    total
}

/// Where the articles of the last [`ranked`] stand in memory: for each its number, and its score. To make objects of
/// them, or to copy them over and free the copy, would take longer than to find them.
#[wasm_bindgen]
pub fn answer_at() -> *const Ranked {
    LAST.with_borrow(|last| last.as_ref().map_or(std::ptr::null(), |last| last.found.articles.as_ptr()))
}

/// What `dateline.search(text)` gives when it is read: the hits of a query and its problems, as `dateline search
/// --json` gives them; the offsets in snippets and in the query count UTF-16 units, as JavaScript's strings do.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn search(text: &str) -> Result<JsValue, JsError> {
    let app = running()?;
    let now = app.current_reading();
    let last = LAST.take().filter(|last| last.query == text && Arc::ptr_eq(&last.reading, &now));
    let last = last.unwrap_or_else(|| found(app, text));
    let report = answer(&report::search(&now.explorer, &last.query, &last.found, Units::Utf16));
    LAST.replace(Some(last));
    report
}

/// What of `dateline.search(text)` says how its query was read: the same without hits, for which texts would be asked for.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn problems(text: &str) -> Result<JsValue, JsError> {
    let Answer { reading, mut found, .. } = found(running()?, text);
    found.articles.clear();
    answer(&report::search(&reading.explorer, text, &found, Units::Utf16))
}

/// `dateline.facets(text, from, to)`: the counts of every facet for a query between two days, either of which
/// may be missing.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn facets(text: &str, from: Option<String>, to: Option<String>) -> Result<JsValue, JsError> {
    let reading = running()?.current_reading();
    answer(&report::facets(&reading.explorer, text, from.as_deref(), to.as_deref()))
}

/// `dateline.mentions(actor)`: the mentions of one actor in the articles that the view picks out, as
/// `dateline mentions --json` gives them; `at` counts bytes of UTF-8, as in a view. Nobody of that id has none.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn mentions(actor: &str) -> Result<JsValue, JsError> {
    let app = running()?;
    let reading = app.current_reading();
    let explorer = &reading.explorer;
    let rows = explorer.mentions.named(actor).map(|id| {
        let selection = explorer.select(&app.current());
        let rows = explorer.evidence(&selection, id).into_iter().filter_map(|row| row.mention);
        let row = |mention| report::mention_row(app.corpus, &explorer.mentions, mention);
        rows.filter_map(row).collect::<Vec<_>>()
    });
    answer(&rows.unwrap_or_default())
}

/// `dateline.view()`: the view, as an object.
///
/// # Errors
/// Where the page has not started.
#[wasm_bindgen]
pub fn view() -> Result<JsValue, JsError> {
    answer(&running()?.current())
}

/// `dateline.setView(object)`: shows another view; what the object leaves out is as in the whole corpus.
///
/// # Errors
/// Where the page has not started, or the object is no view: expected and found.
#[wasm_bindgen(js_name = setView)]
pub fn set_view(object: JsValue) -> Result<(), JsError> {
    let app = running()?;
    let wrong = |what| JsError::new(&format!("expected a view, as `dateline.view()` gives it: {what}"));
    app.go_at_once(from_fields(browser::fields(&object)).map_err(wrong)?);
    Ok(())
}
