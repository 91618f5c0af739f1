//! Filters with a list of values: each can be asked for or ruled out, and says how many articles that gives.

use crate::browser;
use crate::more;
use crate::state::{App, href};
use dateline_engine::text::fold;
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// Values shown before "Show all".
const FIRST: usize = 12;

/// A value as it is drawn.
#[derive(Clone)]
struct Value {
    name: String,
    /// What it gives; where it is ruled out, what that keeps out.
    articles: u32,
    on: bool,
    out: bool,
    include: View,
    exclude: View,
}

/// The actors.
pub(super) fn actors(app: App) -> impl IntoView {
    // In the order of the whole corpus, so that no row moves while the reader filters.
    let whole = app.explorer.select(&View::default());
    let order: Vec<_> = whole.actors.iter().map(|c| c.actor).collect();
    let values = Memo::new_with_compare(
        move |_| {
            let view = app.view().list();
            app.selection.with(|selection| {
                let value = |id: &dateline_engine::actors::ActorId| {
                    let actor = app.explorer.mentions.actor(*id)?;
                    let counted = selection.actors.iter().find(|c| c.actor == *id);
                    let kept_out = selection.kept_out.iter().find(|(actor, _)| actor == id);
                    Some(Value {
                        name: actor.name.clone(),
                        articles: kept_out.map(|(_, n)| *n).or(counted.map(|c| c.articles)).unwrap_or(0),
                        on: view.actors.contains(&actor.id),
                        out: view.not_actors.contains(&actor.id),
                        include: view.toggle_actor(&actor.id),
                        exclude: view.exclude_actor(&actor.id),
                    })
                };
                order.iter().filter_map(value).collect::<Vec<_>>()
            })
        },
        |_, _| true,
    );
    facet("facet-actors", "Actor mentioned", "actors", values)
}

/// The sources.
pub(super) fn sources(app: App) -> impl IntoView {
    let values = Memo::new_with_compare(
        move |_| {
            let view = app.view().list();
            let value = |source: dateline_engine::view::SourceCount| Value {
                on: view.sources.contains(&source.name),
                out: view.not_sources.contains(&source.name),
                include: view.toggle_source(&source.name),
                exclude: view.exclude_source(&source.name),
                articles: source.articles,
                name: wording::source(&source.name).to_owned(),
            };
            app.selection.with(|s| s.sources.clone()).into_iter().map(value).collect::<Vec<_>>()
        },
        |_, _| true,
    );
    facet("facet-sources", "Source", "sources", values)
}

/// The first values, or those whose name holds what the reader looks for; the ones that are on are always there.
fn facet(
    id: &'static str,
    title: &'static str,
    unit: &'static str,
    values: Memo<Vec<Value>>,
) -> impl IntoView {
    let (all, set_all) = signal(false);
    let (sought, set_sought) = signal(String::new());
    let total = values.with_untracked(Vec::len);
    let rows = move || {
        let sought = folded(&sought.get());
        let shown = if all.get() || !sought.is_empty() { usize::MAX } else { FIRST };
        values.with(|values| {
            let here = |(at, value): &(usize, &Value)| {
                *at < shown && folded(&value.name).contains(&sought) || value.on || value.out
            };
            values.iter().enumerate().filter(here).map(|(_, value)| option(value)).collect_view()
        })
    };
    let search = (total > FIRST).then(|| {
        let look = move |event| set_sought.set(browser::field_value(&event).unwrap_or_default());
        let says = format!("Look for one of {total} {unit}");
        view! {
            <input class="facet-search" type="search" autocomplete="off" spellcheck="false" aria-label=says.clone()
                placeholder=says on:input=look />
        }
    });
    view! {
        <section class="facet" aria-labelledby=id>
            <h2 class="facet-title" id=id>{title}</h2>
            {search}
            <ul class="options">{rows}</ul>
            {move || {
                (total > FIRST && sought.with(String::is_empty))
                    .then(|| more::toggle(all, set_all, move || format!("Show all {total}")))
            }}
        </section>
    }
}

/// `text` as search compares it.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}

fn option(value: &Value) -> impl IntoView + use<> {
    let Value { name, articles, on, out, include, exclude } = value.clone();
    let unit = if articles == 1 { " article" } else { " articles" };
    let (sign, unit) = if out { ("−", format!("{unit} left out")) } else { ("", unit.to_owned()) };
    let excludes = if out { format!("Let {name} in again") } else { format!("Leave out {name}") };
    // The row of a value that is ruled out lets it in again; asking for it is another click.
    let follow = if out { &exclude } else { &include };
    view! {
        <li class="option-row">
            <a class="option" class:option-on=on class:option-out=out class:option-none=articles == 0 href=href(follow)
                aria-current=on.then_some("true")>
                <span class="option-box" aria-hidden="true"></span>
                <span class="option-name">{name}</span>
                <span class="option-count">
                    {sign} {wording::number(articles as usize)} <span class="visually-hidden">{unit}</span>
                </span>
            </a>
            <a class="out" class:out-on=out href=href(&exclude) title=excludes.clone() aria-label=excludes>
                <span aria-hidden="true">"−"</span>
            </a>
        </li>
    }
}
