//! What the worker is asked to do.

use crate::browser;
use wasm_bindgen::JsValue;

/// How a page is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// As one file of HTML.
    OneFile,
    /// As a folder for a web host, zipped.
    Folder,
}

/// The job that reads `files`, each a path, a file and the number of its gesture; joins them with `base` where that is
/// not `undefined`; and takes `settings` in place of the first `corpus.toml` where that is a text.
pub(crate) fn reading(files: &JsValue, base: &JsValue, settings: Option<&str>) -> JsValue {
    let settings = settings.map_or(JsValue::UNDEFINED, JsValue::from);
    browser::object(&[("kind", &"read".into()), ("files", files), ("base", base), ("settings", &settings)])
}

/// The job that saves `packs` as a page, with the edits of `view`; only the articles that `view` picks out where
/// `is_selection`. `kit` and `wasm` are what pages are made of.
pub(crate) fn saving(
    packs: &JsValue,
    [kit, wasm, view]: [&JsValue; 3],
    how: How,
    is_selection: bool,
) -> JsValue {
    browser::object(&[
        ("kind", &"save".into()),
        ("packs", packs),
        ("kit", kit),
        ("wasm", wasm),
        ("view", view),
        ("oneFile", &JsValue::from(how == How::OneFile)),
        ("selection", &JsValue::from(is_selection)),
    ])
}
