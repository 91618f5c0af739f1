//! The frame of what opens over the list: the way back, a title that takes the focus, and what it opens.

use crate::browser::{self, Place};
use crate::element::{El, ElementPart, el};
use crate::state::{App, href};
use leptos::prelude::*;

/// The frame around `content`, whose name among panels is `key`.
pub(crate) fn panel(
    app: App,
    key: &'static str,
    title: Signal<String>,
    content: impl IntoIterator<Item = ElementPart>,
) -> El {
    Effect::new(|_| {
        browser::scroll_to(".panel", Place::Top);
        browser::focus(".panel-title");
    });
    let back = move || [el("a", "").set("href", href(&app.view().list())).say("← Back to the articles")];
    let title = move || [el("h2", "panel-title").set("tabindex", "-1").say(title.get())];
    el("section", "panel").keyed(key).with(el("p", "panel-back").live(back)).live(title).all(content)
}
