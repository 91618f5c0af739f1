//! The one door of this app to the browser. Calls that may be refused give a sentence.

use gloo::timers::callback::Timeout;
use leptos::prelude::{IntoView, mount_to};
use wasm_bindgen::prelude::*;
pub(crate) use web_sys::js_sys::Array;
use web_sys::js_sys::{self, Date, JSON, Object, Reflect, Uint8Array};
use web_sys::{Blob, Element, HtmlElement, window};

#[wasm_bindgen]
extern "C" {
    /// The bytes of the kit, gzipped.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["window", "datelineHost"], js_name = kit)]
    static KIT: Uint8Array;
    /// The WebAssembly of the page's app.
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost"], js_name = wasm)]
    async fn app_wasm() -> Result<JsValue, JsValue>;
    /// The packs that the page shows.
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost"], js_name = packs)]
    async fn shown_packs() -> Result<JsValue, JsValue>;
    /// Has the page show other packs.
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost"], js_name = show)]
    async fn show_packs(packs: &JsValue, keeps_edits: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "work"], js_name = run)]
    async fn run_job(job: &JsValue, say: &Closure<dyn FnMut(JsValue)>) -> Result<JsValue, JsValue>;
    /// Stops the job that runs.
    #[wasm_bindgen(js_namespace = ["window", "datelineHost", "work"], js_name = stop)]
    pub(crate) fn stop_job();
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "kept"], js_name = list)]
    async fn list_kept() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "kept"], js_name = keep)]
    async fn keep_packs(about: &JsValue, packs: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "kept"], js_name = open)]
    async fn kept_packs(id: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "kept"], js_name = rename)]
    async fn rename_kept(id: f64, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost", "kept"], js_name = remove)]
    async fn remove_kept(id: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["window", "datelineHost"], js_name = listed)]
    async fn listed(items: &JsValue) -> Result<JsValue, JsValue>;
    /// Says that this app has stopped, before it does.
    #[wasm_bindgen(js_namespace = ["window", "datelineHost"], js_name = die)]
    fn die();
    /// The view that shows, as an object.
    #[wasm_bindgen(catch, js_namespace = ["window", "dateline"], js_name = view)]
    fn shown_view() -> Result<JsValue, JsValue>;
}

/// What a call that was refused says.
fn sentence(error: JsValue) -> String {
    let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    message.filter(|message| !message.is_empty()).unwrap_or_else(|| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        name.or_else(|| error.as_string()).unwrap_or_else(|| "the browser refused".to_owned())
    })
}

/// Says that this app stops: `text` where those look who write software.
pub(crate) fn fail(text: &str) {
    web_sys::console::error_1(&text.into());
    die();
}

/// Puts the panel at the end of the page, for as long as it lives.
pub(crate) fn mount<N: IntoView + 'static>(panel: impl FnOnce() -> N + 'static) {
    let place = || {
        let document = window()?.document()?;
        let place = document.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        document.body()?.append_child(&place).ok()?;
        Some(place)
    };
    if let Some(place) = place() {
        mount_to(place, panel).forget();
    }
}

/// The milliseconds since 1970.
pub(crate) fn now() -> f64 {
    Date::now()
}

/// The day of a time in milliseconds since 1970, as the reader's system writes it.
pub(crate) fn day(milliseconds: f64) -> String {
    let day = Date::new(&milliseconds.into());
    let written = object(&[("dateStyle", &"long".into())]);
    String::from(day.to_locale_date_string("en-GB", &written))
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

/// `text` as the file `name`.
pub(crate) fn text_file(text: &str) -> JsValue {
    Blob::new_with_str_sequence(&Array::of1(&text.into())).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// Does `job` in a worker, or here in slices; tells `say` how far it is.
///
/// # Errors
/// Why it cannot be done.
pub(crate) async fn run(job: JsValue, say: impl FnMut(JsValue) + 'static) -> Result<JsValue, String> {
    let say = Closure::new(say);
    run_job(&job, &say).await.map_err(sentence)
}

/// The files of what a reader has chosen in the field that `event` comes from.
pub(crate) fn chosen(event: &web_sys::Event) -> JsValue {
    let field = event.target().map(JsValue::from).unwrap_or_default();
    let files = js_sys::Array::from(&self::field(&field, "files"));
    // The same file may be chosen again.
    put_value(event, "");
    files.into()
}

/// Each of `items` as a path and a file.
///
/// # Errors
/// Where the browser does not give them.
pub(crate) async fn files(items: JsValue) -> Result<Array, String> {
    listed(&items).await.map(|files| Array::from(&files)).map_err(sentence)
}

/// The packs that the page shows.
///
/// # Errors
/// Where they cannot be loaded.
pub(crate) async fn packs() -> Result<JsValue, String> {
    shown_packs().await.map_err(sentence)
}

/// Has the page show `packs`, with what was edited in the lists of actors where it `keeps_edits`; the list that stands in
/// for the app goes, which is of other articles.
///
/// # Errors
/// Where the page cannot read them.
pub(crate) async fn show(packs: &JsValue, keeps_edits: bool) -> Result<(), String> {
    show_packs(packs, keeps_edits).await.map_err(sentence)?;
    if let Some(document) = window().and_then(|w| w.document()) {
        let element = |selector| document.query_selector(selector).ok().flatten();
        if let Some(title) = element(".masthead-title").and_then(|title| title.text_content()) {
            document.set_title(title.trim());
        }
        if let Some(list) = element(".plain-list") {
            list.set_text_content(None);
        }
        if let Some(opener) = element(OPENER) {
            opener.set_text_content(Some("Your texts"));
        }
    }
    Ok(())
}

/// The button of the page that opens the panel.
const OPENER: &str = ".share > [data-open]";

/// Gives the focus to the button that opens the panel: the one that had it has been drawn anew.
pub(crate) fn focus_opener() {
    call(OPENER, "focus");
}

/// Whether the page shows no articles yet.
pub(crate) fn is_empty() -> bool {
    let found = window().and_then(|w| w.document()?.query_selector(":root[data-load=empty]").ok());
    found.flatten().is_some()
}

/// What makes a page: the kit, the app, and the view that shows, as JSON.
///
/// # Errors
/// Where the app cannot be loaded.
pub(crate) async fn makings() -> Result<(JsValue, JsValue, JsValue), String> {
    let wasm = app_wasm().await.map_err(sentence)?;
    let view = shown_view().ok().and_then(|view| JSON::stringify(&view).ok());
    Ok((KIT.with(|kit| kit.into()), wasm, view.map_or(JsValue::NULL, JsValue::from)))
}

/// After so many milliseconds the browser has what it saves.
const SAVED: u32 = 60_000;

/// Offers bytes to the reader as the file `name`.
pub(crate) fn save(name: &str, mime: &str, bytes: &JsValue) {
    let parts = Array::of1(bytes);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let link = || {
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
        let link = window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
        link.set_attribute("href", &address).ok()?;
        link.set_attribute("download", name).ok()?;
        link.click();
        Timeout::new(SAVED, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
        Some(())
    };
    let _ = link();
}

/// What a reader keeps on this computer.
pub(crate) mod kept {
    use super::{JsValue, sentence};

    /// What there is, without the packs.
    ///
    /// # Errors
    /// Where the browser keeps nothing for the page.
    pub(crate) async fn list() -> Result<JsValue, String> {
        super::list_kept().await.map_err(sentence)
    }

    /// Keeps `packs`, and what says what they are; gives the id.
    ///
    /// # Errors
    /// Where the browser keeps nothing for the page, or has no room.
    pub(crate) async fn keep(about: &JsValue, packs: &JsValue) -> Result<(), String> {
        super::keep_packs(about, packs).await.map(|_| ()).map_err(sentence)
    }

    /// The packs with this id.
    ///
    /// # Errors
    /// Where there are none, or the browser does not give them.
    pub(crate) async fn open(id: f64) -> Result<JsValue, String> {
        let packs = super::kept_packs(id).await.map_err(sentence)?;
        let lost = "These texts are kept no longer: another page has deleted them.";
        if packs.is_undefined() { Err(lost.to_owned()) } else { Ok(packs) }
    }

    /// Gives them another name.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub(crate) async fn rename(id: f64, name: &str) -> Result<(), String> {
        super::rename_kept(id, name).await.map(|_| ()).map_err(sentence)
    }

    /// Removes them.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub(crate) async fn remove(id: f64) -> Result<(), String> {
        super::remove_kept(id).await.map(|_| ()).map_err(sentence)
    }
}

/// Calls a method of the first element that `selector` names, such as `showModal`.
pub(crate) fn call(selector: &str, method: &str) {
    let found = window().and_then(|w| w.document()?.query_selector(selector).ok().flatten());
    let method = found.as_ref().map(|element: &Element| field(element, method));
    if let (Some(element), Some(Ok(method))) = (found, method.map(JsCast::dyn_into::<js_sys::Function>)) {
        let _ = method.call0(&element);
    }
}

/// The number of bytes in the field `name`.
pub(crate) fn length(of: &JsValue, name: &str) -> usize {
    field(of, name).dyn_into::<Uint8Array>().map_or(0, |bytes| bytes.length() as usize)
}

/// What stands in the field that `event` comes from.
pub(crate) fn value(event: &web_sys::Event) -> String {
    let field = event.target().map(JsValue::from).unwrap_or_default();
    self::field(&field, "value").as_string().unwrap_or_default()
}

/// Puts `text` into the field that `event` comes from.
pub(crate) fn put_value(event: &web_sys::Event, text: &str) {
    let field = event.target().map(JsValue::from).unwrap_or_default();
    let _ = Reflect::set(&field, &"value".into(), &text.into());
}

/// Offers `text` to the reader as the file `name`.
pub(crate) fn save_text(name: &str, text: &str) {
    save(name, "text/plain", &Uint8Array::from(text.as_bytes()));
}
