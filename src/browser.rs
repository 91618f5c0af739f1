//! The one door to the browser. Every call may be refused (a sandboxed frame, a file, an old browser), and
//! each has an answer for that here: the page goes on without it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::{IntoView, mount_to};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Puts the app in place of the skeleton.
pub(crate) fn mount<N: IntoView + 'static>(app: impl FnOnce() -> N + 'static) {
    let Some(root) = find(".app").and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return fail("expected a place for the app in the page, found none");
    };
    root.set_inner_html("");
    let _ = root.remove_attribute("aria-busy");
    mount_to(root, app).forget();
}

/// Says that the app cannot go on; `boot.js` then shows the plain list of articles with this sentence.
pub(crate) fn fail(why: &str) {
    web_sys::console::error_1(&JsValue::from_str(why));
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(why));
    let event = web_sys::CustomEvent::new_with_event_init_dict("dateline-failed", &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the window has room for columns; the same width as in `layout.css`.
pub(crate) fn is_wide() -> bool {
    let media = web_sys::window().and_then(|w| w.match_media("(min-width: 60rem)").ok().flatten());
    media.is_none_or(|m| m.matches())
}

/// The fragment of the address, without `#`; empty where the browser does not tell.
pub(crate) fn fragment() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// How a change of the address is kept in the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A new entry, which Back undoes.
    Push,
    /// In place of the current one.
    Replace,
}

/// Writes the fragment. Where the browser refuses (some sandboxed frames), the address stays as it is.
pub(crate) fn set_fragment(fragment: &str, entry: Entry) {
    let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return };
    let url = format!("#{fragment}");
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Calls `read` whenever the reader goes back or forth, or follows a link within the page.
pub(crate) fn on_navigation(read: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for event in ["popstate", "hashchange"] {
        let read = read.clone();
        EventListener::new(&window, event, move |_| read()).forget();
    }
}

/// Calls `follow` with the fragment of a link within the page that is followed by a plain click or by Enter.
/// The browser alone would do it in most places, but not in a frame whose page came as text (`srcdoc`): there
/// such a link leads to the page around it.
pub(crate) fn on_link(follow: impl Fn(&str) + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let plain = click.button() == 0
            && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        let clicked = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|element| element.closest("a[href^='#']").ok().flatten());
        if let Some(href) = link.filter(|_| plain).and_then(|link| link.get_attribute("href")) {
            click.prevent_default();
            follow(&href);
        }
    });
    listener.forget();
}

/// What stands in the field that `event` comes from; `None` while a reader is half way through a date.
pub(crate) fn field_value(event: &web_sys::Event) -> Option<String> {
    let field = event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    (!field.validity().bad_input()).then(|| field.value())
}

/// Something that happens later, unless this is dropped before.
pub(crate) struct Later(#[allow(dead_code, reason = "dropping it is what it is for")] Timeout);

/// Calls `act` after so many milliseconds.
pub(crate) fn later(milliseconds: u32, act: impl FnOnce() + 'static) -> Later {
    Later(Timeout::new(milliseconds, act))
}

/// Moves the keyboard focus to the first element that `selector` names.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls to the first element that `selector` names; says whether there is one.
pub(crate) fn scroll_to(selector: &str, place: Place) -> bool {
    let Some(element) = find(selector) else { return false };
    if place == Place::Top && is_in_sight(&element) {
        return true;
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(match place {
        Place::Top => web_sys::ScrollLogicalPosition::Start,
        Place::Middle => web_sys::ScrollLogicalPosition::Center,
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Whether the element begins in the upper part of the window, where a reader looks.
fn is_in_sight(element: &Element) -> bool {
    let height =
        web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64()).unwrap_or(0.0);
    let top = element.get_bounding_client_rect().top();
    (0.0..height * 0.6).contains(&top)
}

/// Where in the window to scroll something to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Its top at the top, unless it is in sight already.
    Top,
    /// Its middle in the middle.
    Middle,
}
