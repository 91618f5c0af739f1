//! Filters: dates, actors, sources, each with the articles it would give.

use crate::browser;
use crate::more;
use crate::state::{App, href};
use dateline_engine::charts::{Column, columns};
use dateline_engine::corpus::Day;
use dateline_engine::view::{PeriodCount, View, wording};
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
    // Every change while the reader is in a field is one step; text that is no day yet changes nothing.
    let day = |event| browser::field_value(&event).map(|text| (text.is_empty(), Day::parse(&text)));
    let set_from = move |event| {
        if let Some((true, from) | (_, from @ Some(_))) = day(event) {
            app.type_on(View { from, ..app.current().list() });
        }
    };
    let set_to = move |event| {
        if let Some((true, to) | (_, to @ Some(_))) = day(event) {
            app.type_on(View { to, ..app.current().list() });
        }
    };
    let undated = move || app.selection.with(|s| s.undated);
    view! {
        <section class="facet" aria-labelledby="facet-dates">
            <h2 class="facet-title" id="facet-dates">"Date"</h2>
            {move || periods(app)}
            <div class="dates">
                <label class="dates-label" for="from">"From"</label>
                <input id="from" class="dates-field" type="date" prop:value=move || text(from.get()) on:change=set_from on:blur=move |_| app.settle() />
                <label class="dates-label" for="to">"To"</label>
                <input id="to" class="dates-field" type="date" prop:value=move || text(to.get()) on:change=set_to on:blur=move |_| app.settle() />
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

/// A column a period; following one narrows to it, and following it again takes that back.
fn periods(app: App) -> impl IntoView {
    let view = app.view();
    let counts = app.selection.with(|s| s.periods.clone());
    let drawn = columns(counts.iter().map(|c| c.articles));
    let ends = counts.first().zip(counts.last());
    let ends = ends.map(|(a, b)| (wording::period(a.period), wording::period(b.period)));
    let bar = |(count, column): (PeriodCount, Column)| {
        let name = wording::period(count.period);
        let says = format!("{name}: {}", wording::count(count.articles as usize, "article"));
        let link = href(&view.toggle_period(count.period));
        let out = !view.reaches(count.period);
        let on = view.is_on(count.period).then_some("true");
        let drawn_length = format!("--length: {:.4}", column.length);
        view! {
            <li class="period" class:period-out=out>
                <a class="period-link" href=link title=says.clone() aria-label=says aria-current=on>
                    <svg class="period-bar" style=drawn_length viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                        {|| view! { <rect width="1" height="1"></rect> }}
                    </svg>
                </a>
            </li>
        }
    };
    view! {
        <ol class="periods" aria-label="Articles by date">
            {counts.iter().copied().zip(drawn).map(bar).collect_view()}
        </ol>
        {ends.map(|(first, last)| view! { <p class="periods-ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p> })}
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
            {(total > FIRST).then(|| more::toggle(all, set_all, move || format!("Show all {total}")))}
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
            option(wording::source(&source.name).to_owned(), source.articles, on, link)
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
    let unit = if articles == 1 { " article" } else { " articles" };
    view! {
        <li>
            <a class="option" class:option-on=on class:option-none=articles == 0 href=link
                aria-current=on.then_some("true")>
                <span class="option-box" aria-hidden="true"></span>
                <span class="option-name">{name}</span>
                <span class="option-count">
                    {wording::number(articles as usize)} <span class="visually-hidden">{unit}</span>
                </span>
            </a>
        </li>
    }
}
