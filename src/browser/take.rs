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
    let name = name.to_owned();
    paint(svg, scale, move |canvas| {
        if let Some(address) = canvas.and_then(|canvas| canvas.to_data_url().ok()) {
            save_link(&name, &address);
        }
    });
}

/// Paints a picture, then calls `done` with it; with `None` where the browser cannot.
fn paint(svg: &str, scale: f64, done: impl Fn(Option<HtmlCanvasElement>) + Clone + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return done(None) };
    let drawn = image.clone();
    let draw = move || {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        canvas.set_width((f64::from(drawn.natural_width()) * scale) as u32);
        canvas.set_height((f64::from(drawn.natural_height()) * scale) as u32);
        let plane = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        plane.scale(scale, scale).ok()?;
        plane.draw_image_with_html_image_element(&drawn, 0.0, 0.0).ok()?;
        Some(canvas)
    };
    let failed = done.clone();
    EventListener::once(&image, "load", move |_| done(draw())).forget();
    EventListener::once(&image, "error", move |_| failed(None)).forget();
    image.set_src(&in_address("image/svg+xml", svg));
}

/// Puts a picture into the clipboard as PNG, then says whether the browser has allowed it. The clipboard is asked at
/// once and given the picture later, as some browsers let a page write there only while it answers a click.
pub(crate) fn copy_picture(svg: &str, scale: f64, said: impl Fn(bool) + Clone + 'static) {
    let write = || {
        let (clipboard, window) = (clipboard()?, window()?);
        let item = method(&window, "ClipboardItem")?;
        let picture = js_sys::Promise::new(&mut |give, fail| {
            paint(svg, scale, move |canvas| {
                let (give, failed) = (give.clone(), fail.clone());
                let blob = Closure::once_into_js(move |blob: JsValue| {
                    let answer = if blob.is_object() { give } else { failed };
                    let _ = answer.call1(&JsValue::NULL, &blob);
                });
                let asked = canvas.map(|canvas| canvas.to_blob(blob.unchecked_ref()));
                if !matches!(asked, Some(Ok(()))) {
                    let _ = fail.call0(&JsValue::NULL);
                }
            });
        });
        let parts = js_sys::Object::new();
        js_sys::Reflect::set(&parts, &"image/png".into(), &picture).ok()?;
        let item = js_sys::Reflect::construct(&item, &js_sys::Array::of1(&parts)).ok()?;
        promised(&clipboard, "write", &js_sys::Array::of1(&item))
    };
    tell_whether(write(), said);
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
    tell_whether(clipboard().and_then(|clipboard| promised(&clipboard, "writeText", &text.into())), said);
}

/// What a call promises; a clipboard may throw at once, and then there is nothing to wait for.
fn promised(of: &JsValue, name: &str, given: &JsValue) -> Option<js_sys::Promise> {
    method(of, name)?.call1(of, given).ok()?.dyn_into::<js_sys::Promise>().ok()
}

fn method(of: &JsValue, name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(of, &name.into()).ok()?.dyn_into::<js_sys::Function>().ok()
}

/// The clipboard; without https there is none.
fn clipboard() -> Option<Clipboard> {
    let clipboard = js_sys::Reflect::get(&window()?.navigator(), &"clipboard".into()).ok()?;
    clipboard.is_object().then(|| clipboard.unchecked_into::<Clipboard>())
}

/// Says whether what was promised comes; nothing does where nothing was.
fn tell_whether(promise: Option<js_sys::Promise>, said: impl Fn(bool) + Clone + 'static) {
    let Some(promise) = promise else { return said(false) };
    let (yes, no) = (said.clone(), said);
    let yes = Closure::once(move |_: JsValue| yes(true));
    let no = Closure::once(move |_: JsValue| no(false));
    let _ = promise.then2(&yes, &no);
    yes.forget();
    no.forget();
}

/// Prints what shows, as far as paper shows it.
pub(crate) fn print() {
    let _ = window().map(|w| w.print());
}
