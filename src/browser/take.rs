//! What a reader takes along: files and the clipboard.

use super::{
    CanvasRenderingContext2d, Clipboard, EventListener, HtmlCanvasElement, HtmlElement, HtmlImageElement,
    document, js_sys, window,
};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Offers `text` to the reader as the file `name`.
pub(crate) fn save(name: &str, mime: &str, text: &str) {
    save_link(name, &in_address(mime, text));
}

/// Offers a picture as the PNG file `name`, with so many pixels for each of its units.
pub(crate) fn save_picture(name: &str, svg: &str, scale: f64) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let (name, drawn) = (name.to_owned(), image.clone());
    let draw = move || {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        canvas.set_width((f64::from(drawn.natural_width()) * scale) as u32);
        canvas.set_height((f64::from(drawn.natural_height()) * scale) as u32);
        let plane = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        plane.scale(scale, scale).ok()?;
        plane.draw_image_with_html_image_element(&drawn, 0.0, 0.0).ok()?;
        save_link(&name, &canvas.to_data_url().ok()?);
        Some(())
    };
    EventListener::once(&image, "load", move |_| {
        draw();
    })
    .forget();
    image.set_src(&in_address("image/svg+xml", svg));
}

/// `text` as an address that holds it.
pub(crate) fn in_address(mime: &str, text: &str) -> String {
    format!("data:{mime};charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)))
}

fn save_link(name: &str, address: &str) {
    let link = document().and_then(|d| d.create_element("a").ok()?.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        let _ = link.set_attribute("href", address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
}

/// Puts `text` into the clipboard, then says whether the browser has allowed it.
pub(crate) fn copy(text: &str, said: impl Fn(bool) + Clone + 'static) {
    let clipboard = window().map(|w| w.navigator()).and_then(|navigator| {
        // Without https there is none.
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
        clipboard.is_object().then(|| clipboard.unchecked_into::<Clipboard>())
    });
    let Some(clipboard) = clipboard else { return said(false) };
    let (yes, no) = (said.clone(), said);
    let yes = Closure::once(move |_: JsValue| yes(true));
    let no = Closure::once(move |_: JsValue| no(false));
    let _ = clipboard.write_text(text).then2(&yes, &no);
    yes.forget();
    no.forget();
}

/// Prints what shows, as far as paper shows it.
pub(crate) fn print() {
    let _ = window().map(|w| w.print());
}
