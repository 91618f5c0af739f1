//! The tooltip: what a mark without words says to a screen reader, for who has the pointer or the focus on it. Escape puts
//! it away.

use super::{Element, EventListener, HtmlElement, document};
use wasm_bindgen::JsCast;

/// What may have one.
const NAMED: &str = "a[aria-label], button[aria-label]";

/// Listens as long as the page lives.
pub(crate) fn let_marks_speak() {
    let make = || {
        let tooltip = document()?.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        tooltip.set_class_name("tooltip");
        // Screen readers have its words already.
        let _ = tooltip.set_attribute("aria-hidden", "true");
        document()?.body()?.append_child(&tooltip).ok()?;
        Some(tooltip)
    };
    let Some((document, tooltip)) = document().zip(make()) else { return };
    for event in ["pointerover", "focusin", "pointerleave", "focusout", "keydown", "click"] {
        let tooltip = tooltip.clone();
        EventListener::new(&document, event, move |event| {
            let shows = matches!(event.type_().as_str(), "pointerover" | "focusin");
            let target =
                event.target().filter(|_| shows).and_then(|target| target.dyn_into::<Element>().ok());
            let named = target.and_then(|target| target.closest(NAMED).ok().flatten());
            let says = named.as_ref().and_then(|mark| mark.get_attribute("aria-label"));
            tooltip.set_text_content(says.as_deref());
            if let Some(place) = named.map(|mark| mark.get_bounding_client_rect()) {
                let style = tooltip.style();
                let _ = style.set_property("--x", &format!("{}px", place.left() + place.width() / 2.0));
                let _ = style.set_property("--y", &format!("{}px", place.top()));
            }
        })
        .forget();
    }
}
