//! Filters: dates, actors, sources, each with the articles it would give.

use crate::browser;
use crate::state::{App, href};
use dateline_engine::charts::columns;
use dateline_engine::corpus::Day;
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// Actors shown before "Show all".
const FIRST: usize = 12;

/// The column of filters.
pub(crate) fn filters(app: App) -> impl IntoView {
    view! {
        <details class="filters" open=browser::is_wide()>
            <summary class="filters-summary">"Filters"</summary>
            {dates(app)}
            {actors(app)}
            {sources(app)}
        </details>
    }
}

fn dates(app: App) -> impl IntoView {
    let from = app.part(|view| view.from);
    let to = app.part(|view| view.to);
    let text = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    let set_from = move |event| {
        let from = Day::parse(&browser::field_value(&event));
        app.go(View { from, ..app.current().list() });
    };
    let set_to = move |event| {
        let to = Day::parse(&browser::field_value(&event));
        app.go(View { to, ..app.current().list() });
    };
    let undated = move || app.selection.with(|s| s.undated);
    view! {
        <section class="facet" aria-labelledby="facet-dates">
            <h2 class="facet-title" id="facet-dates">"Date"</h2>
            {move || months(app)}
            <div class="dates">
                <label class="dates-label" for="from">"From"</label>
                <input id="from" class="dates-field" type="date" prop:value=move || text(from.get()) on:change=set_from />
                <label class="dates-label" for="to">"To"</label>
                <input id="to" class="dates-field" type="date" prop:value=move || text(to.get()) on:change=set_to />
            </div>
            {move || {
                (undated() > 0).then(|| {
                    let articles = wording::count(undated() as usize, "undated article");
                    view! { <p class="facet-note">{articles} " in no range of dates"</p> }
                })
            }}
        </section>
    }
}

/// A column a month; following one narrows to it, and following it again takes that back.
fn months(app: App) -> impl IntoView {
    let view = app.view();
    let months = app.selection.with(|s| s.months.clone());
    let drawn = columns(months.iter().map(|m| m.articles));
    let bar = |(month, column): (dateline_engine::view::MonthCount, dateline_engine::charts::Column)| {
        let (first, last) = (month.month, month.month.last_of_month());
        let on = view.from == Some(first) && view.to == Some(last);
        let (from, to) = if on { (None, None) } else { (Some(first), Some(last)) };
        let name = wording::month(first);
        let says = format!("{name}: {}", wording::count(month.articles as usize, "article"));
        let inside = view.from.is_none_or(|f| f <= last) && view.to.is_none_or(|t| first <= t);
        let height = format!("{:.1}", column.length * 100.0);
        let y = format!("{:.1}", 100.0 - column.length * 100.0);
        view! {
            <li class="month" class:month-out=!inside>
                <a class="month-link" href=href(&View { from, to, ..view.list() }) title=says.clone() aria-label=says
                    aria-current=on.then_some("true")>
                    <svg class="month-bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                        {move || view! { <rect x="0" width="10" y=y.clone() height=height.clone()></rect> }}
                    </svg>
                </a>
            </li>
        }
    };
    let ends =
        months.first().zip(months.last()).map(|(a, b)| (wording::month(a.month), wording::month(b.month)));
    view! {
        <ol class="months" aria-label="Articles by month">{months.into_iter().zip(drawn).map(bar).collect_view()}</ol>
        {ends.map(|(first, last)| view! { <p class="months-ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p> })}
    }
}

fn actors(app: App) -> impl IntoView {
    let (all, set_all) = signal(false);
    // In the order of the whole corpus, so that no row moves while the reader filters.
    let whole = app.explorer.select(&View::default());
    let order: Vec<_> = whole.actors.iter().map(|c| c.actor).collect();
    let total = order.len();
    let rows = move || {
        let view = app.view();
        let shown = if all.get() { total } else { FIRST };
        let chosen = |id: &dateline_engine::actors::ActorId| {
            app.explorer.mentions.actor(*id).is_some_and(|a| view.actors.contains(&a.id))
        };
        let listed = order.iter().enumerate().filter(|(i, id)| *i < shown || chosen(id));
        listed
            .filter_map(|(_, id)| {
                let actor = app.explorer.mentions.actor(*id)?;
                let articles = app
                    .selection
                    .with(|s| s.actors.iter().find(|c| c.actor == *id).map_or(0, |c| c.articles));
                let on = view.actors.contains(&actor.id);
                Some(option(actor.name.clone(), articles, on, href(&view.toggle_actor(&actor.id))))
            })
            .collect_view()
    };
    view! {
        <section class="facet" aria-labelledby="facet-actors">
            <h2 class="facet-title" id="facet-actors">"Actor mentioned"</h2>
            <ul class="options">{rows}</ul>
            {(total > FIRST).then(|| view! {
                <button class="more" type="button" aria-expanded=move || all.get().to_string() on:click=move |_| set_all.update(|a| *a = !*a)>
                    {move || if all.get() { "Show fewer".to_owned() } else { format!("Show all {total}") }}
                </button>
            })}
        </section>
    }
}

fn sources(app: App) -> impl IntoView {
    let rows = move || {
        let view = app.view();
        let sources = app.selection.with(|s| s.sources.clone());
        let row = |source: dateline_engine::view::SourceCount| {
            let on = view.sources.contains(&source.name);
            let link = href(&view.toggle_source(&source.name));
            let name = if source.name.is_empty() { "No source named".to_owned() } else { source.name };
            option(name, source.articles, on, link)
        };
        sources.into_iter().map(row).collect_view()
    };
    view! {
        <section class="facet" aria-labelledby="facet-sources">
            <h2 class="facet-title" id="facet-sources">"Source"</h2>
            <ul class="options">{rows}</ul>
        </section>
    }
}

/// One value of a facet; following it puts the filter on or takes it off.
fn option(name: String, articles: u32, on: bool, link: String) -> impl IntoView {
    let says = format!(
        "{name}, {}{}",
        wording::count(articles as usize, "article"),
        if on { ", filter is on" } else { "" }
    );
    view! {
        <li>
            <a class="option" class:option-on=on class:option-none=move || articles == 0 href=link aria-label=says
                aria-current=on.then_some("true")>
                <span class="option-box" aria-hidden="true"></span>
                <span class="option-name">{name}</span>
                <span class="option-count">{wording::number(articles as usize)}</span>
            </a>
        </li>
    }
}
