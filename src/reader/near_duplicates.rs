//! Near-duplicates of the article that is open: each a link, and what differs in it.

use crate::element::{El, el};
use crate::state::{App, href};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::{Difference, differences};
use dateline_engine::wording;
use dateline_engine::wording::meta_line;
use leptos::ev::Event;
use leptos::prelude::*;

/// Differences of one pair that are shown.
const MOST: usize = 50;

/// Other articles of the corpus that tell the same text.
pub(super) fn near_duplicates(app: App, id: ArticleId, article: &'static Article) -> Option<El> {
    let corpus = &app.explorer.corpus;
    let group = corpus.groups.iter().find(|group| group.members.iter().any(|m| m.article == id))?;
    let others = group.members.iter().filter(|m| m.article != id).filter_map(|m| corpus.article(m.article));
    let one = |other: &'static Article| {
        // Compared when somebody looks.
        let (open, set_open) = signal(false);
        let compared = move || if open.get() { compared(article, other) } else { Vec::new() };
        let link = move || {
            let to = app.view().open_article(&other.name, None);
            [el("a", "").set("href", href(&to)).say(other.title.text.clone())]
        };
        let differs = el("details", "differs")
            .on("toggle", move |_: Event| set_open.set(true))
            .with(el("summary", "").say("What differs"))
            .live(compared);
        el("li", "").live(link).say(" · ").say(meta_line(other)).with(differs)
    };
    let title = el("p", "").say("The same text, or nearly, stands also in:");
    Some(el("div", "near-duplicates").with(title).with(el("ul", "").all(others.map(one))))
}

fn compared(here: &Article, there: &Article) -> Vec<El> {
    let found = differences(here, there);
    let says = match found.len() {
        0 => "Nothing: word for word, both say the same.".to_owned(),
        n if n > MOST => format!("{}, of which the first {MOST} are:", wording::count(n, "difference")),
        n => format!("{}:", wording::count(n, "difference")),
    };
    let only = |line: El, whose: &'static str, words: String| match words.is_empty() {
        true => line,
        false => line.say(" ").with(el("span", "only").with(el("span", "role-name").say(whose)).say(words)),
    };
    let one = |Difference { before, here, there, after }: Difference| {
        let line = el("li", "").say(["… ", &before].concat());
        let line = only(only(line, "only here", here), "only there", there);
        line.say([" ", &after, " …"].concat())
    };
    let found = found.into_iter().take(MOST).map(one);
    vec![el("p", "").say(says), el("ul", "").all(found)]
}
