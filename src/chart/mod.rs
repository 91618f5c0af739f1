//! The chart: who is mentioned how often, when, and with whom; its switches, its table and its files.

mod bars;
mod files;
mod pairs;
mod switches;
mod time;

use crate::more;
use crate::state::{App, href};
use crate::walk::Walk;
use dateline_engine::view::figure::table::Cell;
use dateline_engine::view::figure::{Figure, Plot};
use dateline_engine::view::{Chart, wording};
use leptos::prelude::*;

/// Bars shown before "Show all".
const FIRST: usize = 15;

/// The chart.
pub(crate) fn chart(app: App) -> impl IntoView {
    let (all, set_all) = signal(false);
    let walk = Walk::new();
    // What it depends on; opening an article draws nothing again, but rows do mark the bar they belong to.
    let view = app.part(|view| view.close_article());
    // Read by the drawing, the words around it and the table.
    let figure = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { FIRST };
        app.selection.with(|selection| view.with(|view| app.explorer.figure(selection, view, most)))
    });
    let drawn = move || {
        let open = view.with(|view| view.mentions.clone());
        figure.with(|figure| match &figure.plot {
            Plot::Bars(rows) => bars::bars(rows, open.as_deref(), walk).into_any(),
            Plot::Time(plot) => time::time(app, plot, walk).into_any(),
            Plot::Pairs(rows) => pairs::pairs(rows, walk).into_any(),
        })
    };
    let about = move || match view.with(|view| view.chart) {
        Chart::Bars => "A name filters; a bar opens what it counts.",
        Chart::Time => "A column opens what it counts. Hatched: no article of that time.",
        Chart::Pairs => {
            "Each name stands for the row to its left and the column below it. A figure opens what it counts."
        }
    };
    let more = move || {
        let left_out = figure.with(|figure| !figure.left_out.is_empty());
        let bars = view.with(|view| view.chart) == Chart::Bars;
        (bars && (left_out || all.get())).then(|| more::toggle(all, set_all, || "Show all actors".to_owned()))
    };
    view! {
        <aside class="chart" aria-labelledby="chart-title">
            {switches::charts(app)}
            <h2 class="chart-title" id="chart-title">{move || figure.with(|figure| figure.title.clone())}</h2>
            <p class="chart-about">{about}</p>
            <div class="plot" role="group" aria-labelledby="chart-title" on:keydown=walk.on_key() on:focusin=walk.on_focus()>
                {drawn}
            </div>
            <p class="chart-left-out">{move || figure.with(|figure| figure.left_out.clone())}</p>
            {more}
            {switches::counting(app)}
            <details class="chart-table">
                <summary class="chart-summary">"The figures as a table"</summary>
                {move || figure.with(table)}
            </details>
            {files::files(app)}
            <p class="chart-rule">{move || figure.with(|figure| figure.source.clone())}</p>
        </aside>
    }
}

fn table(figure: &Figure) -> impl IntoView + use<> {
    let shown = |cell: &Cell| {
        let text = match cell.text.parse::<usize>() {
            Ok(count) => wording::number(count),
            Err(_) => cell.text.clone(),
        };
        match &cell.opens {
            Some(view) => view! { <a href=href(view)>{text}</a> }.into_any(),
            None => text.into_any(),
        }
    };
    let head =
        figure.table.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let row = |cells: &Vec<Cell>| {
        let first = cells.first().map(|cell| view! { <th scope="row">{shown(cell)}</th> });
        let rest = cells.iter().skip(1).map(|cell| view! { <td>{shown(cell)}</td> }).collect_view();
        view! { <tr>{first}{rest}</tr> }
    };
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label="The figures as a table">
            <table class="table">
                <thead><tr>{head}</tr></thead>
                <tbody>{figure.table.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
