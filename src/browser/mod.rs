//! The one door to the browser. Every call may be refused (a sandboxed frame, a file, an old browser), and
//! each has an answer for that here: the page goes on without it. The files beside it take what they need from here.

mod address;
mod focus;
mod object;
mod scroll;
mod take;
mod tooltip;

pub(crate) use address::{Entry, address, fragment, is_embedded, set_fragment};
pub(crate) use focus::let_links_keep_focus;
pub(crate) use object::fields;
pub(crate) use scroll::{Near, Place, back_to_top, scroll_to, when_near};
pub(crate) use take::{copy, copy_picture, in_address, print, save, save_picture};
pub(crate) use tooltip::let_marks_speak;

use dateline_engine::charts::step;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::{IntoView, mount_to};
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasRenderingContext2d, Clipboard, Element, FocusOptions, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, IntersectionObserver, IntersectionObserverInit, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, js_sys, window,
};

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

thread_local! {
    /// What listens for the app that is in the page.
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
    /// The app that is in the page, which goes when this is dropped.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Has `listener` listen as long as the app is in the page.
fn listen(listener: EventListener) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(listener));
}

/// Puts the app in place of the skeleton, or of the app before.
pub(crate) fn mount<N: IntoView + 'static>(app: impl FnOnce() -> N + 'static) {
    let Some(root) = find(".app").and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return fail("expected a place for the app in the page, found none");
    };
    drop((LISTENERS.take(), MOUNTED.take()));
    root.set_inner_html("");
    let _ = root.remove_attribute("aria-busy");
    MOUNTED.set(Some(Box::new(mount_to(root, app))));
}

/// Says that the app cannot go on; `boot.js` then shows the plain list of articles with this sentence.
pub(crate) fn fail(why: &str) {
    web_sys::console::error_1(&JsValue::from_str(why));
    tell("dateline-failed", why);
}

/// Asks `boot.js` for the source texts; it calls `sources` with them, or with the reason why there are none.
pub(crate) fn ask_for_sources() {
    tell("dateline-sources", "");
}

/// Asks `boot.js` for these files of the corpus and for no others, by their numbers; it calls `put` with each, or `lost` with
/// the reason why one does not come.
pub(crate) fn ask_for_files(numbers: &str) {
    tell("dateline-files", numbers);
}

/// Tells `boot.js` something.
fn tell(event: &str, detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    let event = web_sys::CustomEvent::new_with_event_init_dict(event, &init);
    if let (Some(window), Ok(event)) = (window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the window has room for a column of filters; the same width as in `layout.css`.
pub(crate) fn is_wide() -> bool {
    let media = window().and_then(|w| w.match_media("(min-width: 90rem)").ok().flatten());
    media.is_none_or(|m| m.matches())
}

/// Whether the page around asks that what is counted stays as it is.
pub(crate) fn is_locked() -> bool {
    shows(":root[data-lock]")
}

/// Whether the browser may keep no history for the page: in a frame that is kept apart from its own host some do not.
pub(crate) fn may_lack_history() -> bool {
    let origin = window().and_then(|w| js_sys::Reflect::get(&w, &"origin".into()).ok());
    is_framed() && origin.and_then(|origin| origin.as_string()).is_some_and(|origin| origin == "null")
}

/// Tells `boot.js` that another view shows.
pub(crate) fn tell_view() {
    tell("dateline-view", "");
}

/// Calls `read` whenever the reader goes back or forth, or follows a link within the page.
pub(crate) fn on_navigation(read: impl Fn() + Clone + 'static) {
    on_any(&["popstate", "hashchange"], read);
}

fn on_any(events: &[&'static str], act: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    for event in events {
        let (act, first) = (act.clone(), EventListenerOptions::run_in_capture_phase());
        listen(EventListener::new_with_options(&window, *event, first, move |_| act()));
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
    listen(listener);
}

/// Calls `act` with every key that is pressed alone, and whether that happens in a field that takes text; where
/// `act` has an answer, the browser has none.
pub(crate) fn on_key(act: impl Fn(&str, bool) -> bool + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let alone = !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing());
        let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.is_some_and(|e| e.matches("input, select, textarea").unwrap_or(false));
        if alone && !key.default_prevented() && act(&key.key(), in_field) {
            key.prevent_default();
        }
    });
    listen(listener);
}

/// Takes the keyboard focus from the field that has it.
pub(crate) fn leave() {
    if let Some(field) = document().and_then(|d| d.active_element()?.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Whether there is an element that `selector` names.
pub(crate) fn shows(selector: &str) -> bool {
    find(selector).is_some()
}

/// Whether the `<details>` that `event` comes from is open.
pub(crate) fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Closes the first `<details>` that `selector` names.
pub(crate) fn close(selector: &str) {
    let _ = find(selector).map(|details| details.remove_attribute("open"));
}

/// Clicks the first element that `selector` names.
pub(crate) fn click(selector: &str) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Moves the focus so many places on from where it is among the elements that `selector` names; to the first
/// where it is elsewhere.
pub(crate) fn focus_neighbour(selector: &str, by: i32) {
    let Some(body) = find("body") else { return };
    let elements = all(&body, selector);
    let now = document().and_then(|d| d.active_element());
    let at = now.and_then(|now| elements.iter().position(|e| *e == now));
    let to = at.map_or(0, |at| (at as i32 + by).clamp(0, elements.len() as i32 - 1) as usize);
    if let Some(element) = elements.get(to).and_then(|e| e.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the first of the elements that `selector` names whose `name` is `value`; says whether there is
/// one.
pub(crate) fn focus_named(selector: &str, name: &str, value: &str) -> bool {
    let named = |e: &Element| e.get_attribute(name).as_deref() == Some(value);
    let found = find("body").and_then(|body| all(&body, selector).into_iter().find(named));
    found.and_then(|e| e.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}

/// What stands in the field or is chosen in the list that `event` comes from; `None` while a reader is half way
/// through a date.
pub(crate) fn field_value(event: &web_sys::Event) -> Option<String> {
    let field = match event.target()?.dyn_into::<web_sys::HtmlSelectElement>() {
        Ok(list) => return Some(list.value()),
        Err(field) => field.dyn_into::<web_sys::HtmlInputElement>().ok()?,
    };
    (!field.validity().bad_input()).then(|| field.value())
}

/// Moves the focus among the marks of a chart when an arrow key is pressed in it: rows are `[data-row]`, marks in
/// them `[data-mark]`. Gives the place of the mark among all of them, the one that Tab comes back to.
pub(crate) fn walk(event: &web_sys::KeyboardEvent) -> Option<usize> {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let (rows, at) = marks(event)?;
    let lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
    let (row, place) = step(&lengths, at, &event.key())?;
    let mark = rows.get(row)?.get(place)?.dyn_ref::<HtmlElement>()?;
    event.prevent_default();
    let _ = mark.focus();
    Some(lengths[..row].iter().sum::<usize>() + place)
}

/// The place of the mark that has got the focus.
pub(crate) fn walked_to(event: &web_sys::Event) -> Option<usize> {
    let (rows, (row, place)) = marks(event)?;
    Some(rows[..row].iter().map(Vec::len).sum::<usize>() + place)
}

/// Marks, row by row.
type Marks = Vec<Vec<Element>>;

/// The marks of the chart that listens to `event`, and the place of the one that it comes from.
fn marks(event: &web_sys::Event) -> Option<(Marks, (usize, usize))> {
    let chart = event.current_target()?.dyn_into::<Element>().ok()?;
    let mark = event.target()?.dyn_into::<Element>().ok()?.closest("[data-mark]").ok()??;
    let rows: Marks = all(&chart, "[data-row]").iter().map(|row| all(row, "[data-mark]")).collect();
    let at = rows
        .iter()
        .enumerate()
        .find_map(|(row, marks)| Some((row, marks.iter().position(|m| *m == mark)?)))?;
    Some((rows, at))
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into::<Element>().ok()).collect()
}

/// The value of the attribute `name` of the element that `event` comes from, or of the nearest one around it that has it.
pub(crate) fn attribute(event: &web_sys::Event, name: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// Lets forms be sent in a frame, where the page around may forbid it: a form then never says that it is sent. Whoever
/// presses its button, or Enter in a field of a form that has none, sends it.
pub(crate) fn let_forms_be_sent() {
    let Some(document) = document().filter(|_| is_framed()) else { return };
    let send = |event: &web_sys::Event, of: &str| {
        let from = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let form = from.and_then(|from| from.closest(of).ok()?)?.closest("form").ok()??;
        let form = form.dyn_into::<web_sys::HtmlFormElement>().ok().filter(|_| !event.default_prevented())?;
        let sent = web_sys::Event::new_with_event_init_dict("submit", &bubbling()).ok()?;
        event.prevent_default();
        form.report_validity().then(|| form.dispatch_event(&sent).ok())
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        send(event, "form button:not([type=button])");
    })
    .forget();
    let on_enter = move |event: &web_sys::Event| {
        let is_enter = |key: &web_sys::KeyboardEvent| key.key() == "Enter" && !key.is_composing();
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(is_enter) {
            send(event, "form:not(:has(button:not([type=button]))) input");
        }
    };
    EventListener::new_with_options(&document, "keydown", options, on_enter).forget();
}

/// An event that may be cancelled on its way up.
fn bubbling() -> web_sys::EventInit {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init
}

/// Lets a link that is a check box or a switch answer to Space, as those do.
pub(crate) fn let_space_toggle() {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let is_space = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == " ");
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let toggle = target.filter(|e| e.matches("a[role=checkbox], a[role=switch]").unwrap_or(false));
        if let Some(toggle) = toggle.filter(|_| is_space) {
            event.prevent_default();
            toggle.click();
        }
    });
    listener.forget();
}

/// How far across the element that listens the pointer is, 0 to 1.
pub(crate) fn across(event: &web_sys::MouseEvent) -> Option<f64> {
    let area = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    (area.width() > 0.0).then(|| (f64::from(event.client_x()) - area.left()) / area.width())
}

/// Sends the pointer's further events to the element that listens, wherever it goes.
pub(crate) fn capture(event: &web_sys::PointerEvent) {
    if let Some(area) = event.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
        let _ = area.set_pointer_capture(event.pointer_id());
    }
}

/// Empties the first field that `selector` names, and moves the focus there.
pub(crate) fn begin_again(selector: &str) {
    if let Some(field) = find(selector).and_then(|e| e.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value("");
        let _ = field.focus();
    }
}

/// Whether the page stands in a frame, which may forbid what a page of its own may do.
pub(crate) fn is_framed() -> bool {
    let parent = window().and_then(|w| js_sys::Reflect::get(&w, &"parent".into()).ok());
    parent.is_some_and(|parent| Some(parent) != window().map(Into::into))
}

/// The words that the reader has selected.
pub(crate) fn selected() -> String {
    let selection = window().and_then(|w| w.get_selection().ok().flatten());
    selection.map(|s| String::from(s.to_string())).unwrap_or_default()
}

/// How far the field that `event` comes from is scrolled to the right, in pixels.
pub(crate) fn scrolled(event: &web_sys::Event) -> i32 {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).map_or(0, |field| field.scroll_left())
}

/// Something that happens later, unless this is dropped before.
pub(crate) struct Later(#[allow(dead_code, reason = "dropping it is what it is for")] Timeout);

/// Calls `act` after so many milliseconds.
pub(crate) fn later(milliseconds: u32, act: impl FnOnce() + 'static) -> Later {
    Later(Timeout::new(milliseconds, act))
}

/// Moves the keyboard focus to one of the elements that `selector` names, by its index.
pub(crate) fn focus_among(selector: &str, index: usize) {
    let found = find("body").and_then(|body| all(&body, selector).into_iter().nth(index));
    let _ = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()).map(|element| element.focus());
}

/// Moves the keyboard focus to the first element that `selector` names.
pub(crate) fn focus(selector: &str) {
    let _ = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()).map(|element| element.focus());
}
