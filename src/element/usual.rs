//! Elements that many places need.

use super::{El, Words, el};
use dateline_engine::wording;
use leptos::ev::Event;

/// A list of ways to choose: what each is called, how many it has, its link, and whether it is on.
pub(crate) fn choices(
    name: &'static str,
    all: impl Iterator<Item = (String, Option<usize>, String, bool)>,
) -> El {
    let choice = |(name, count, link, on): (String, Option<usize>, String, bool)| {
        let mut choice = el("a", "choice").set("href", link).current(on).say(name);
        if let Some(count) = count {
            choice = choice.say(" ").with(el("span", "choice-count").say(wording::number(count)));
        }
        el("li", "").with(choice)
    };
    el("ul", "choices").set("aria-label", name).all(all.map(choice))
}

/// Such a list with its name before it.
pub(crate) fn switch(
    name: &'static str,
    all: impl Iterator<Item = (String, Option<usize>, String, bool)>,
) -> El {
    el("div", "switch").with(el("span", "switch-name").say(name)).with(choices(name, all))
}

/// A bar or a column, with its share of the longest for its style. A box, as a browser draws dozens of them faster
/// than drawings of one rectangle each.
pub(crate) fn plot(class: &'static str, length: f64) -> El {
    let length = format!("--length: {}", wording::decimal(length, 4));
    el("span", class).set("style", length).set("aria-hidden", "true")
}

/// The ends of an axis under what is drawn.
pub(crate) fn axis<const ENDS: usize>(ends: [String; ENDS]) -> El {
    let ends = ends.map(|end| el("span", "").say(end));
    el("p", "axis").set("aria-hidden", "true").all(ends)
}

/// A button.
pub(crate) fn button(
    class: &'static str,
    says: impl Into<Words>,
    act: impl Fn(Event) + Send + Sync + 'static,
) -> El {
    el("button", class).set("type", "button").on("click", act).say(says)
}

/// What only eyes are told.
pub(crate) fn sign(class: &'static str, sign: &'static str) -> El {
    el("span", class).set("aria-hidden", "true").say(sign)
}
