//! Single keys, for readers who keep their hands on the keyboard; they can be switched off, because programs that
//! write what is said press them too.

use crate::browser;
use crate::element::{El, el};
use crate::reader::walk_hits;
use crate::state::{App, href};
use dateline_engine::view::View;

/// Each key and what it does, as the help shows it.
const KEYS: &[(&str, &str)] = &[
    ("/", "to the search field"),
    ("j k", "next and previous article"),
    ("n p", "next and previous hit in the article"),
    ("s", "the source text beside the article"),
    ("Enter", "open what has the focus"),
    ("Esc", "close what is open, or leave the field"),
    ("Arrows", "from mark to mark in a chart"),
    ("?", "this help"),
];

/// Listens as long as the page lives.
pub(crate) fn listen(app: App) {
    browser::on_key(move |key, in_field| {
        let app = app.now();
        let view = app.current();
        if key == "Escape" {
            return escape(app, &view, in_field);
        }
        if in_field || view.keys_off {
            return false;
        }
        match key {
            "/" => browser::focus(".search-field"),
            "?" => {
                browser::open(".keys");
                browser::focus(".keys-summary");
            }
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
pub(crate) fn help(app: App) -> El {
    let key = |&(key, does): &(&'static str, &'static str)| {
        let key = el("dt", "").with(el("kbd", "").say(key));
        el("div", "fact").with(key).with(el("dd", "").say(does))
    };
    let switch = move || {
        let view = app.view();
        let (says, other) =
            if view.keys_off { ("Switch single keys on", false) } else { ("Switch single keys off", true) };
        [el("a", "keys-switch").set("href", href(&View { keys_off: other, ..view })).say(says)]
    };
    el("details", "keys")
        .with(el("summary", "keys-summary").say("Keyboard"))
        .with(el("dl", "facts").all(KEYS.iter().map(key)))
        .with(el("p", "").live(switch))
}
