//! Attributes that no eye sees: where a link leads, and what a pointer or a screen reader is told. Those of elements that
//! are in the page already, which are most of what changes with a key, are written once the picture is made, and in any
//! case before anybody follows a link or asks for its name.

use leptos::prelude::{request_animation_frame, set_timeout};
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;
use std::cell::RefCell;
use std::time::Duration;

/// An attribute to write: where, its name, its value.
type Attribute = (Element, &'static str, String);

/// No picture is made of a tab that nobody looks at.
const MOST: usize = 5000;

thread_local! {
    static WAITING: RefCell<Vec<Attribute>> = const { RefCell::new(Vec::new()) };
}

/// Whether an attribute can wait.
pub(crate) fn is_unseen(name: &str) -> bool {
    matches!(name, "href" | "title" | "aria-label")
}

/// Writes an attribute after the picture.
pub(crate) fn later(node: &Element, name: &'static str, value: &str) {
    let waiting = WAITING.with_borrow_mut(|waiting| {
        waiting.push((node.clone(), name, value.to_owned()));
        waiting.len()
    });
    match waiting {
        1 => request_animation_frame(|| set_timeout(write, Duration::ZERO)),
        MOST => write(),
        _ => {}
    }
}

/// Writes what waits.
pub(crate) fn write() {
    for (node, name, value) in WAITING.take() {
        Rndr::set_attribute(&node, name, &value);
    }
}
