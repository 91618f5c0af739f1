//! The switches of the chart: which one, what it counts, and where.

use crate::element::{El, el, switch};
use crate::state::{App, href};
use dateline_engine::actors::Form;
use dateline_engine::view::{Chart, Measure, Near, View, Where};
use dateline_engine::wording;
use leptos::prelude::*;

/// Which chart shows.
pub(super) fn charts(app: App) -> El {
    let tabs = move || {
        let view = app.view();
        let tab = |chart: &Chart| {
            let name = match chart {
                Chart::Bars => "Mentions",
                Chart::Time => "Over time",
                Chart::Pairs => "Together",
            };
            let link = href(&View { chart: *chart, ..view.clone() });
            let tab = el("a", "tab").set("href", link).current(*chart == view.chart);
            el("li", "").with(tab.say(name))
        };
        [el("ul", "tabs").all(Chart::ALL.iter().map(tab))]
    };
    el("nav", "").set("aria-label", "Charts").live(tabs)
}

/// What is counted, and where. The forms are also the key to the colours of the bars.
pub(super) fn counting(app: App) -> El {
    let view = app.view();
    let measure: Vec<(&str, View, bool)> = match view.chart {
        Chart::Pairs => choices(
            Near::ALL,
            view.near,
            |near| View { near, ..view.clone() },
            |near| match near {
                Near::Article => "in one article",
                Near::Paragraph => "in one paragraph",
            },
        ),
        _ => choices(
            Measure::ALL,
            view.measure,
            |measure| View { measure, ..view.clone() },
            |measure| match measure {
                Measure::Mentions => "mentions",
                Measure::Articles => "articles",
                Measure::PerThousand => "per 1,000 words",
                Measure::Share => "share of articles",
            },
        ),
    };
    let zones = app.selection.with(|selection| app.explorer.zones(selection));
    let zone = |(place, count): (Where, u32)| {
        let off = view.not_zones.contains(&place);
        toggle("any", place.label(), count, off, &view.toggle_zone(place))
    };
    let (says, not_zones) = match view.not_zones.is_empty() {
        true => ("only headlines", Where::TEXTS.to_vec()),
        false => ("all text", vec![]),
    };
    let all = el("a", "choice").set("href", href(&View { not_zones, ..view.list() })).say(says);
    let zones = zones.into_iter().map(zone).chain([el("li", "").with(all)]);
    let forms = app.selection.with(|selection| app.explorer.forms(selection));
    let form = |(form, count): (Form, u32)| {
        let off = view.not_forms.contains(&form);
        toggle(form.name(), form.name(), count, off, &view.toggle_form(form))
    };
    let once = || {
        let of = |once: bool| {
            let says = if once { "once" } else { "each time" };
            (says, View { each_story_once: once, ..view.list() }, once == view.each_story_once)
        };
        row("Stories", vec![of(false), of(true)])
    };
    let once = (!app.explorer.corpus.groups.is_empty()).then(once);
    el("div", "switches")
        .with(row("Count", measure))
        .with(toggles("In", zones))
        .all(once)
        .with(toggles("Forms", forms.into_iter().map(form)))
}

fn toggles(name: &'static str, all: impl Iterator<Item = El>) -> El {
    let all = el("ul", "forms").set("aria-label", name).all(all);
    el("div", "switch").with(el("span", "switch-name").say(name)).with(all)
}

/// What counts or does not, with its mentions; a form in its colour.
fn toggle(part: &str, name: &'static str, count: u32, off: bool, other: &View) -> El {
    let (count, does) = if off {
        ("off".to_owned(), ", count it again")
    } else {
        (wording::number(count as usize), ", count it no longer")
    };
    let link = el("a", "form").class("form-off", off).set("href", href(other));
    let link = link
        .with(el("span", format!("swatch part-{part}")).set("aria-hidden", "true"))
        .with(el("span", "form-name").say(name))
        .say(" ");
    let link = link.with(el("span", "form-count").say(count)).say(" ");
    el("li", "").with(link.with(el("span", "visually-hidden").say(does)))
}

/// Each position of a switch: its name, the view with it, and whether it is on.
fn choices<T: Copy + PartialEq>(
    all: &[T],
    now: T,
    with: impl Fn(T) -> View,
    name: impl Fn(T) -> &'static str,
) -> Vec<(&'static str, View, bool)> {
    all.iter().map(|position| (name(*position), with(*position), *position == now)).collect()
}

fn row(name: &'static str, choices: Vec<(&'static str, View, bool)>) -> El {
    switch(name, choices.into_iter().map(|(name, view, on)| (name.to_owned(), None, href(&view), on)))
}
