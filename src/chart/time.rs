//! Mentions over time: a row of columns an actor, one below the other on one scale, up to five.

use crate::browser;
use crate::shared::{Axis, Plot, RovingTabindex, dynamic};
use crate::state::{App, href};
use dateline_engine::figures::{Mark, TimePlot, TimeRow};
use dateline_engine::order;
use dateline_engine::view::View;
use leptos::prelude::*;

/// The rows, the ends of their axis, and a field that adds an actor.
#[component]
pub(super) fn Time(app: App, plot: TimePlot, roving: RovingTabindex) -> impl IntoView {
    let undated = plot.rows.iter().any(|row| row.marks.len() > plot.columns);
    let ends = plot.ends.clone().map(|(first, last)| {
        let last = if undated { format!("{last} | no date") } else { last };
        view! { <Axis ends=vec![first, last]/> }
    });
    let drawn = plot.drawn.clone();
    let rows = dynamic(move || {
        let of = plot.rows.iter().map(|row| row.marks.iter().flatten().count()).sum();
        let mut place = 0;
        let mut row = |row: &TimeRow| {
            let stops = row.marks.iter().flatten().map(|_| {
                place += 1;
                roving.stop(place - 1, of)
            });
            let stops = stops.collect();
            view! { <Line row=row.clone() columns=plot.columns stops/> }
        };
        plot.rows.iter().map(&mut row).collect_view()
    });
    view! {
        <ol class="lines">{rows}</ol>
        {ends}
        <AddLine app drawn/>
    }
}

/// The columns of an actor.
#[component]
fn Line(
    row: TimeRow,
    /// The number of columns that have a date.
    columns: usize,
    /// The `tabindex` of each mark.
    stops: Vec<&'static str>,
) -> impl IntoView {
    let mut stops = stops.into_iter();
    let mut column = |(at, mark): (usize, &Option<Mark>)| {
        let Some(mark) = mark else { return view! { <li class="column column-empty"></li> }.into_any() };
        let apart = at >= columns;
        let (says, stop) = (mark.says.clone(), stops.next().unwrap_or("-1"));
        view! {
            <li class="column" class:column-apart=apart>
                <a class="column-link" data-mark="" tabindex=stop title=says.clone() aria-label=says href=href(&mark.opens)>
                    <Plot class="column-bar" length=mark.length/>
                </a>
            </li>
        }
        .into_any()
    };
    let marks = row.marks.iter().enumerate().map(&mut column).collect_view();
    let actor = row.actor;
    let total = format!("{} in all, {} in the top column", row.written, row.highest);
    let without = format!("Remove {} from the chart", actor.name);
    view! {
        <li class="line">
            <p class="line-head">
                <a class="line-name" class:bar-name-on=actor.on href=href(&actor.include)>{actor.name}</a>
                <span class="line-total">{total}</span>
                <a class="line-cross" title=without.clone() aria-label=without href=href(&row.without)>
                    <span aria-hidden="true">"×"</span>
                </a>
            </p>
            <ol class="line-columns" data-row="">{marks}</ol>
        </li>
    }
}

/// A list of all actors; choosing one draws it beside the others.
#[component]
fn AddLine(
    app: App,
    /// The actors that are drawn.
    drawn: Vec<String>,
) -> impl IntoView {
    let reading = app.current_reading();
    let mut others: Vec<_> =
        reading.explorer.mentions.actors.iter().filter(|actor| !drawn.contains(&actor.id)).collect();
    order::by(&mut others, |a, b| a.name.cmp(&b.name));
    let option = |(id, name): (String, String)| view! { <option value=id>{name}</option> };
    let first = (String::new(), "choose one".to_owned());
    let others = others.into_iter().map(|actor| (actor.id.clone(), actor.name.clone()));
    let options = std::iter::once(first).chain(others).map(option).collect_view();
    let choose = move |event: leptos::ev::Event| {
        let Some(id) = browser::chosen(&event).filter(|id| !id.is_empty()) else { return };
        // The newest takes the place of the last.
        let mut lines = drawn.clone();
        lines.truncate(TimePlot::MOST - 1);
        lines.push(id);
        app.go(View { lines, ..app.current() });
    };
    view! {
        <p class="line-add">
            <label for="line-add">"Add an actor "</label>
            <select class="select" id="line-add" on:change=choose>{options}</select>
        </p>
    }
}
