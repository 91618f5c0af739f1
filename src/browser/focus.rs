//! The focus of links that are drawn again.

use super::{EventListener, FocusOptions, HtmlElement, document, js_sys};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Gives the focus back to a link that loses it while it is drawn again: Leptos takes its address off and puts it on
/// again, and a link without an address cannot have the focus. Listens as long as the page lives.
pub(crate) fn let_links_keep_focus() {
    let Some(document) = document() else { return };
    EventListener::new(&document, "focusout", |event| {
        let lost = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(link) = lost.filter(|element| element.tag_name() == "A" && !element.has_attribute("href"))
        else {
            return;
        };
        // Once it has been drawn, before anything else happens.
        let back = Closure::once(move |_: JsValue| {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = link.focus_with_options(&options);
        });
        let _ = js_sys::Promise::resolve(&JsValue::NULL).then(&back);
        back.forget();
    })
    .forget();
}
