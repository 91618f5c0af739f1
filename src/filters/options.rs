//! Filters with a list of values: each can be asked for or ruled out, and says how many articles that gives.

use crate::browser;
use crate::element::{El, el, sign};
use crate::more;
use crate::state::{App, href};
use dateline_engine::text::fold;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::ev::Event;
use leptos::prelude::*;

/// Values shown before "Show all".
const FIRST: usize = 12;

/// A value of a filter.
#[derive(Clone, PartialEq)]
struct Value {
    /// What stands for it in a view.
    id: String,
    name: String,
    /// What it gives; where it is ruled out, what that keeps out.
    articles: u32,
    on: bool,
    out: bool,
}

/// Changes a view by a value.
type Change = fn(&View, &str) -> View;

/// The actors.
pub(super) fn actors(app: App) -> El {
    // In the order of the whole corpus, so that no row moves while the reader filters.
    let order: Vec<_> = app.explorer.actors.iter().map(|c| c.actor).collect();
    let asked = app.part(|view| (view.actors.clone(), view.not_actors.clone()));
    let values = Memo::new(move |_| {
        let (on, out) = asked.get();
        app.selection.with(|selection| {
            let mut articles = vec![0; order.len()];
            let counts = selection.actors.iter().map(|c| (c.actor, c.articles));
            for (actor, count) in counts.chain(selection.kept_out.iter().copied()) {
                if let Some(place) = articles.get_mut(actor.0 as usize) {
                    *place = count;
                }
            }
            let value = |id: &dateline_engine::actors::ActorId| {
                let actor = app.explorer.mentions.actor(*id)?;
                Some(Value {
                    id: actor.id.clone(),
                    name: actor.name.clone(),
                    articles: articles.get(id.0 as usize).copied().unwrap_or(0),
                    on: on.contains(&actor.id),
                    out: out.contains(&actor.id),
                })
            };
            order.iter().filter_map(value).collect::<Vec<_>>()
        })
    });
    let changes: [Change; 2] = [View::toggle_actor, View::exclude_actor];
    facet(app, "facet-actors", "Actor mentioned", "actors", values, changes)
}

/// The filter on outlets.
pub(super) fn outlets(app: App) -> El {
    let asked = app.part(|view| (view.outlets.clone(), view.not_outlets.clone()));
    let values = Memo::new(move |_| {
        let (on, out) = asked.get();
        let value = |outlet: &dateline_engine::explorer::OutletCount| Value {
            id: outlet.name.clone(),
            name: wording::outlet(&outlet.name).to_owned(),
            articles: outlet.articles,
            on: on.contains(&outlet.name),
            out: out.contains(&outlet.name),
        };
        app.selection.with(|s| s.outlets.iter().map(value).collect::<Vec<_>>())
    });
    let changes: [Change; 2] = [View::toggle_outlet, View::exclude_outlet];
    facet(app, "facet-sources", "Source", "sources", values, changes)
}

/// A field that narrows a list.
pub(crate) fn seeker(class: &'static str, says: String, look: impl Fn(Event) + Send + Sync + 'static) -> El {
    let field =
        el("input", class).set("type", "search").set("autocomplete", "off").set("spellcheck", "false");
    field.set("aria-label", says.clone()).set("placeholder", says).on("input", look)
}

/// The first values, or those whose name holds what the reader looks for; the ones that are on are always there.
fn facet(
    app: App,
    id: &'static str,
    title: &'static str,
    unit: &'static str,
    values: Memo<Vec<Value>>,
    changes: [Change; 2],
) -> El {
    let (all, set_all) = signal(false);
    let (sought, set_sought) = signal(String::new());
    let total = values.with_untracked(Vec::len);
    let rows = move || {
        let view = app.view().list();
        let sought = folded(&sought.get());
        let every = all.get() || !sought.is_empty();
        values.with(|values| {
            let here = |(at, value): &(usize, &Value)| {
                let first = every || *at < FIRST;
                first && (sought.is_empty() || folded(&value.name).contains(&sought)) || value.on || value.out
            };
            let shown = values.iter().enumerate().filter(here);
            [el("ul", "options").all(shown.map(|(_, value)| option(&view, value, changes)))]
        })
    };
    let search = (total > FIRST).then(|| {
        let look = move |event: Event| set_sought.set(browser::field_value(&event).unwrap_or_default());
        let says = format!("Look for one of {total} {unit}");
        seeker("facet-search", says, look)
    });
    let more = move || {
        (total > FIRST && sought.with(String::is_empty))
            .then(|| more::toggle(all, set_all, || format!("Show all {total}")))
    };
    el("section", "facet")
        .set("aria-labelledby", id)
        .with(el("h2", "facet-title").set("id", id).say(title))
        .all(search)
        .live(rows)
        .live(more)
}

/// `text` as search compares it.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}

fn option(view: &View, value: &Value, [include, exclude]: [Change; 2]) -> El {
    let Value { id, name, articles, on, out } = value;
    let unit = if *articles == 1 { " article" } else { " articles" };
    let (minus, left_out) = if *out { ("−", " left out") } else { ("", "") };
    let excludes = if *out { format!("Let {name} in again") } else { format!("Leave out {name}") };
    // The row of a value that is ruled out lets it in again; asking for it is another click.
    let exclude = href(&exclude(view, id));
    let follow = if *out { exclude.clone() } else { href(&include(view, id)) };
    let count = format!("{minus} {} ", wording::number(*articles as usize));
    let unit = el("span", "visually-hidden").say(format!("{unit}{left_out}"));
    let option = el("a", "option")
        .class("option-on", *on)
        .class("option-out", *out)
        .class("option-none", *articles == 0)
        .set("href", follow)
        .current(*on)
        .with(sign("option-box", ""))
        .with(el("span", "option-name").say(name.clone()))
        .with(el("span", "option-count").say(count).with(unit));
    let out = el("a", "out").class("out-on", *out).set("href", exclude).named(excludes);
    el("li", "option-row").with(option).with(out)
}
