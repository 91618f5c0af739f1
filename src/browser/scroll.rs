//! Where the window is scrolled to, and what comes near it.

use super::{
    Element, IntersectionObserver, IntersectionObserverInit, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, find, js_sys, window,
};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Waits for an element to come near the window; dropping it ends that.
pub(crate) struct Near {
    observer: IntersectionObserver,
    _seen: Closure<dyn Fn(js_sys::Array)>,
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `act` when the first element that `selector` names comes near the window, or is there already.
pub(crate) fn when_near(selector: &str, act: impl Fn() + 'static) -> Option<Near> {
    let element = find(selector)?;
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_near =
            |entry| js_sys::Reflect::get(&entry, &"isIntersecting".into()).is_ok_and(|v| v.is_truthy());
        if entries.iter().any(is_near) {
            act();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("800px");
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    let observer = observer.ok()?;
    observer.observe(&element);
    Some(Near { observer, _seen: seen })
}

/// Scrolls to the first element that `selector` names; says whether there is one.
pub(crate) fn scroll_to(selector: &str, place: Place) -> bool {
    let Some(element) = find(selector) else { return false };
    if place == Place::Top && is_in_sight(&element) {
        return true;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(match place {
        Place::Top => ScrollLogicalPosition::Start,
        Place::Middle => ScrollLogicalPosition::Center,
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Goes back to the top of the first element that `selector` names, at once, where the reader is somewhere below it.
pub(crate) fn back_to_top(selector: &str) {
    if let Some(element) = find(selector).filter(|e| e.get_bounding_client_rect().top() < 0.0) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the element begins in the upper part of the window, where a reader looks.
fn is_in_sight(element: &Element) -> bool {
    let height = window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64()).unwrap_or(0.0);
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
