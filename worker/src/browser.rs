//! The one door of the worker to the browser.

use gloo::timers::future::TimeoutFuture;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
pub(crate) use web_sys::js_sys::{Array, Function, Uint8Array};
use web_sys::js_sys::{Date, Object, Reflect};
use web_sys::{Blob, window};

#[wasm_bindgen]
extern "C" {
    /// Whether the reader has stopped the job, where it runs in the page.
    #[wasm_bindgen(js_namespace = ["window", "datelineHost", "work"], js_name = isHalted)]
    fn is_halted() -> bool;
}

/// What a call that was refused says.
fn sentence(error: JsValue) -> String {
    let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    message.filter(|message| !message.is_empty()).unwrap_or_else(|| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        name.or_else(|| error.as_string()).unwrap_or_else(|| "the browser refused".to_owned())
    })
}

/// Whether this runs in the page and not in a worker.
fn is_page() -> bool {
    window().is_some()
}

/// Writes `text` where those look who write software.
pub(crate) fn log(text: &str) {
    web_sys::console::error_1(&text.into());
}

thread_local! {
    /// When the browser had its turn last, in milliseconds.
    static TURN: Cell<f64> = const { Cell::new(0.0) };
    /// When the page was told last how far a job is, in milliseconds.
    static TOLD: Cell<f64> = const { Cell::new(0.0) };
}

/// How often the page is told how far a job is, in milliseconds.
const OFTEN: f64 = 50.0;

/// Whether the page was not told for a while; it is told now.
pub(crate) fn is_time_to_tell() -> bool {
    let now = Date::now();
    let is_time = now - TOLD.get() >= OFTEN;
    if is_time {
        TOLD.set(now);
    }
    is_time
}

/// The longest time for which the page does not answer, in milliseconds.
const SLICE: f64 = 24.0;

/// Lets the browser have its turn, where this runs in the page and has run for a while.
///
/// # Errors
/// Where the reader has stopped it.
pub(crate) async fn pause() -> Result<(), String> {
    if !is_page() || Date::now() - TURN.get() < SLICE {
        return Ok(());
    }
    TimeoutFuture::new(0).await;
    TURN.set(Date::now());
    if is_halted() { Err("stopped".to_owned()) } else { Ok(()) }
}

/// The seconds since 1970.
pub(crate) fn now() -> i64 {
    (Date::now() / 1000.0) as i64
}

/// The value of the field `name`; `undefined` where there is none.
pub(crate) fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// An object with these fields.
pub(crate) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The bytes in the field `name`; `None` where there are none.
pub(crate) fn bytes(of: &JsValue, name: &str) -> Option<Vec<u8>> {
    field(of, name).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// The size of a file in bytes.
pub(crate) fn size(file: &JsValue) -> u64 {
    file.dyn_ref::<Blob>().map_or(0, |file| file.size() as u64)
}

/// Reads a file.
///
/// # Errors
/// Where the browser cannot read it, as when it has changed since it was chosen.
pub(crate) async fn read(file: &JsValue) -> Result<Vec<u8>, String> {
    let Some(file) = file.dyn_ref::<Blob>() else {
        return Err("the browser does not give it to this page; choose it with a button".to_owned());
    };
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(sentence)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
