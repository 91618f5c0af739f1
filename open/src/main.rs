//! The panel in which readers of the page bring texts, keep them where they ask for it, and save pages of them. The page
//! loads it when somebody brings texts.
//!
//! [`state`] is what the reader has brought, and [`panel`] draws it. What takes long is done by the worker (`worker/`).
//! [`browser`] is the only room that talks to the browser, with `dateline-open-host.js` beside it.

#![expect(unreachable_pub, reason = "what `#[component]` makes of a function is public")]

mod browser;
mod choose;
mod job;
mod keeping;
mod kept;
mod panel;
mod problems;
mod progress;
mod saving;
mod settings;
mod state;

use crate::browser::Array;
use state::Open;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What the reader has brought; `None` until [`begin`] has been called.
    static OPEN: Cell<Option<Open>> = const { Cell::new(None) };
}

fn main() {
    std::panic::set_hook(Box::new(|panic| browser::fail(&panic.to_string())));
}

/// Puts the panel into the page, closed.
#[wasm_bindgen]
pub fn begin() {
    browser::mount(move || {
        let open = Open::new();
        OPEN.set(Some(open));
        leptos::prelude::view! { <panel::Panel open/> }
    });
}

/// Shows the panel, and reads `items` if there are any: files, or entries of the file system.
#[wasm_bindgen]
pub fn open(items: Array) {
    let Some(open) = OPEN.get() else { return };
    open.show();
    if items.length() > 0 {
        open.choose(items.into());
    }
}

/// The texts of `template/`, to try with.
const EXAMPLE: [(&str, &str); 5] = [
    ("example/actors.toml", include_str!("../../template/texts/actors.toml")),
    ("example/corpus.toml", include_str!("../../template/texts/corpus.toml")),
    ("example/feed.xml", include_str!("../../template/texts/feed.xml")),
    ("example/ferry.txt", include_str!("../../template/texts/ferry.txt")),
    ("example/letter.md", include_str!("../../template/texts/letter.md")),
];

/// Reads an example.
#[wasm_bindgen]
pub fn example() {
    let file = |(path, text): (&str, &str)| Array::of2(&path.into(), &browser::text_file(text));
    if let Some(open) = OPEN.get() {
        open.bring(EXAMPLE.map(file).into_iter().collect());
    }
}
