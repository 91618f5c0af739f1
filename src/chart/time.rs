//! Mentions over time: a row of columns an actor, one below the other on one scale, up to five.

use crate::browser;
use crate::state::{App, href};
use crate::walk::Walk;
use dateline_engine::order;
use dateline_engine::view::figure::{Mark, TimePlot, TimeRow};
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// The rows, the ends of their axis, and a field that adds an actor.
pub(super) fn time(app: App, plot: &TimePlot, walk: Walk) -> impl IntoView + use<> {
    let of = plot.rows.iter().map(|row| row.marks.iter().flatten().count()).sum();
    let undated = plot.rows.iter().any(|row| row.marks.len() > plot.columns);
    let mut place = 0;
    let columns = plot.columns;
    let rows = plot.rows.iter().map(|row| drawn(row, columns, walk, &mut place, of)).collect_view();
    let ends = plot.ends.clone().map(|(first, last)| {
        let last = if undated { format!("{last} · undated") } else { last };
        view! { <p class="axis" aria-hidden="true"><span>{first}</span><span>{last}</span></p> }
    });
    view! { <ol class="lines">{rows}</ol> {ends} {add(app, plot.drawn.clone())} }
}

fn drawn(row: &TimeRow, columns: usize, walk: Walk, place: &mut usize, of: usize) -> impl IntoView + use<> {
    let mut column = |(at, mark): (usize, &Option<Mark>)| {
        let apart = at >= columns;
        let Some(mark) = mark else { return view! { <li class="column column-empty"></li> }.into_any() };
        let stop = walk.stop(*place, of);
        *place += 1;
        let length = format!("--length: {:.4}", mark.length);
        view! {
            <li class="column" class:column-apart=apart>
                <a class="column-link" href=href(&mark.opens) title=mark.says.clone() aria-label=mark.says.clone() data-mark tabindex=stop>
                    <svg class="column-bar" style=length viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                        {|| view! { <rect width="1" height="1"></rect> }}
                    </svg>
                </a>
            </li>
        }
        .into_any()
    };
    let marks = row.marks.iter().enumerate().map(&mut column).collect_view();
    let highest = row.marks.iter().flatten().map(|mark| mark.value).max().unwrap_or(0);
    let says = format!("Draw the others without {}", row.actor.name);
    view! {
        <li class="line">
            <p class="line-head">
                <a class="line-name" class:bar-name-on=row.actor.on href=href(&row.actor.include)>{row.actor.name.clone()}</a>
                <span class="line-total">{wording::number(row.total as usize)} ", at most " {highest} " a column"</span>
                <a class="line-cross" href=href(&row.without) title=says.clone() aria-label=says><span aria-hidden="true">"×"</span></a>
            </p>
            <ol class="line-columns" data-row>{marks}</ol>
        </li>
    }
}

/// A list of all actors; choosing one draws it beside the others.
fn add(app: App, drawn: Vec<String>) -> impl IntoView {
    let mut others: Vec<_> =
        app.explorer.mentions.actors.iter().filter(|actor| !drawn.contains(&actor.id)).collect();
    order::by(&mut others, |a, b| a.name.cmp(&b.name));
    let options = others
        .into_iter()
        .map(|actor| view! { <option value=actor.id.clone()>{actor.name.clone()}</option> });
    let options = options.collect_view();
    let choose = move |event| {
        let Some(id) = browser::chosen(&event).filter(|id| !id.is_empty()) else { return };
        // The newest takes the place of the last.
        let mut lines = drawn.clone();
        lines.truncate(TimePlot::MOST - 1);
        lines.push(id);
        app.go(View { lines, ..app.current() });
    };
    view! {
        <p class="line-add">
            <label for="line-add">"Compare with "</label>
            <select id="line-add" class="select" on:change=choose>
                <option value="">"choose an actor"</option>
                {options}
            </select>
        </p>
    }
}
