//! Single keys, for readers who keep their hands on the keyboard; they can be switched off, because programs that
//! write what is said press them too.

use crate::browser;
use crate::reader::walk_hits;
use crate::shared::Overlay;
use crate::state::App;
use dateline_engine::view::View;
use leptos::prelude::*;

/// Each key and what it does, as the help shows it.
const KEYS: &[(&str, &str)] = &[
    ("/", "to the search field"),
    ("j k", "next and previous article"),
    ("n p", "next and previous hit in the article, or mention"),
    ("s", "the source text beside the article"),
    ("Enter", "open what has the focus"),
    ("Esc", "close what is open, or leave the field"),
    ("Arrows", "from mark to mark in a chart, from name to name in an article"),
    ("?", "this help"),
];

/// Listens as long as the page lives.
pub(crate) fn listen(app: App) {
    browser::on_key(move |key, in_field| {
        let view = app.current();
        if key == "Escape" {
            return escape(app, &view, in_field);
        }
        if in_field || view.keys_off {
            return false;
        }
        match key {
            "/" => browser::focus(".search-field"),
            "?" => browser::click("[popovertarget=keys]"),
            "n" => walk_hits(app, false),
            "p" => walk_hits(app, true),
            "s" => browser::click(".source-switch"),
            "j" => walk_articles(&view, 1),
            "k" => walk_articles(&view, -1),
            _ => return false,
        }
        true
    });
}

/// Closes what is open over the list, the innermost first.
fn escape(app: App, view: &View, in_field: bool) -> bool {
    // The browser closes an overlay itself.
    if browser::shows(":popover-open") {
        return false;
    }
    if in_field {
        browser::leave();
        return false;
    }
    if view.article.is_some() {
        app.go(view.close_article());
    } else if !view.proposed.is_empty() {
        app.go(View { proposed: Vec::new(), ..view.clone() });
    } else {
        app.go(view.list());
    }
    true
}

/// In the reader to the next article; in a list to its next link.
fn walk_articles(view: &View, by: i32) {
    if view.article.is_some() {
        browser::click(if by > 0 { ".neighbour-after" } else { ".neighbour-before" });
    } else {
        browser::focus_neighbour(".middle :is(.card-title a, .row-line)", by);
    }
}

/// The help, and the switch.
#[component]
pub(crate) fn KeyHelp(app: App) -> impl IntoView {
    let off = app.part(|view| view.keys_off);
    let says = Signal::derive(move || {
        if off.get() { "Turn on single-key shortcuts" } else { "Turn off single-key shortcuts" }
    });
    let other = app.link(|view| View { keys_off: !view.keys_off, ..view.clone() });
    let key = |&(key, does): &(&'static str, &'static str)| {
        view! { <div class="fact"><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> }
    };
    view! {
        <Overlay id="keys" title="Keyboard">
            <dl class="facts">{KEYS.iter().map(key).collect_view()}</dl>
            <p><a class="keys-switch" href=other>{says}</a></p>
        </Overlay>
    }
}
