//! The address of the page: the view in its fragment, and what the page around asks for.

use super::{JsValue, document, find, window};

/// The fragment of the address, without `#` and without what the page around asks for; empty where the browser does not
/// tell.
pub(crate) fn fragment() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let asked = asked_around();
    let parts = hash.strip_prefix('#').unwrap_or(&hash).split('&');
    parts.filter(|part| !asked.split('&').any(|asked| asked == *part)).collect::<Vec<_>>().join("&")
}

/// What the page around asks for in the address, as `early.js` has read it: `embed&theme=dark`; empty where it asks for
/// nothing.
fn asked_around() -> String {
    find(":root[data-embed]").and_then(|root| root.get_attribute("data-embed")).unwrap_or_default()
}

/// Whether another page shows this one, and says so.
pub(crate) fn is_embedded() -> bool {
    !asked_around().is_empty()
}

/// How a change of the address is kept in the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A new entry, which Back undoes.
    Push,
    /// In place of the current one.
    Replace,
}

/// Writes the fragment. Where the browser refuses (some sandboxed frames), the address stays as it is.
pub(crate) fn set_fragment(fragment: &str, entry: Entry) {
    let Some(history) = window().and_then(|w| w.history().ok()) else { return };
    let asked = asked_around();
    let between = if asked.is_empty() || fragment.is_empty() { "" } else { "&" };
    let url = format!("#{asked}{between}{fragment}");
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// The address of the page, without its fragment; of a page that came as text (`srcdoc`), that of the page around it.
pub(crate) fn address() -> String {
    let href = window().and_then(|w| w.location().href().ok()).filter(|href| !href.starts_with("about:"));
    let around = || document().and_then(|d| d.base_uri().ok().flatten());
    let href = href.or_else(around).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
