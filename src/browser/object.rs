//! What other programs give as an object.

use super::js_sys::{Array, JSON, Object};
use dateline_engine::view::Given;
use wasm_bindgen::{JsCast, JsValue};

/// The fields of a view that somebody gives as an object.
pub(crate) fn fields(object: &JsValue) -> Vec<(String, Given)> {
    // An object of another window is no instance of this one's; boot.js has seen that it is an object.
    let object = object.unchecked_ref::<Object>();
    let field = |entry| {
        let entry = Array::from(&entry);
        (entry.get(0).as_string().unwrap_or_default(), given(&entry.get(1)))
    };
    Object::entries(object).iter().map(field).collect()
}

fn given(value: &JsValue) -> Given {
    if value.is_null() || value.is_undefined() {
        return Given::Nothing;
    }
    let list = || -> Option<Vec<String>> {
        let list = Array::is_array(value).then(|| value.unchecked_ref::<Array>())?;
        list.iter().map(|text| text.as_string()).collect()
    };
    let text = value.as_string().map(Given::Text).or_else(|| value.as_bool().map(Given::Switch));
    text.or_else(|| list().map(Given::Texts)).unwrap_or_else(|| {
        let written = JSON::stringify(value).ok().and_then(|json| json.as_string());
        Given::Other(written.unwrap_or_else(|| "something else".to_owned()))
    })
}
