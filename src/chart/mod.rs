//! The chart: who is mentioned how often, when, and with whom; its switches, its table and its files.

mod bars;
mod files;
mod pairs;
mod switches;
mod time;

pub(crate) use files::save_table;

use crate::browser;
use crate::element::{El, el};
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
    // A table has more links than all the rest, and is drawn where somebody reads it.
    let (table_open, set_table_open) = signal(false);
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
            <details class="chart-table" on:toggle=move |event| set_table_open.set(browser::is_open(&event))>
                <summary class="chart-summary">"The figures as a table"</summary>
                <div class="table-frame" tabindex="0" role="region" aria-label="The figures as a table">
                    {move || table_open.get().then(|| figure.with(table))}
                </div>
            </details>
            {files::files(app)}
            <p class="chart-rule">{move || figure.with(|figure| figure.source.clone())}</p>
        </aside>
    }
}

fn table(figure: &Figure) -> El {
    let cell = |tag: &'static str, cell: &Cell| {
        let text = match cell.text.parse::<usize>() {
            Ok(count) => wording::number(count),
            Err(_) => cell.text.clone(),
        };
        match &cell.opens {
            Some(view) => el(tag, "").with(el("a", "").set("href", href(view)).say(text)),
            None => el(tag, "").say(text),
        }
    };
    let head = figure.table.head.iter().map(|head| el("th", "").set("scope", "col").say(head.clone()));
    let row = |cells: &Vec<Cell>| {
        let (first, rest) = cells.split_at(cells.len().min(1));
        let row = el("tr", "").all(first.iter().map(|first| cell("th", first).set("scope", "row")));
        row.all(rest.iter().map(|other| cell("td", other)))
    };
    let body = el("tbody", "").all(figure.table.rows.iter().map(row));
    el("table", "table").with(el("thead", "").with(el("tr", "").all(head))).with(body)
}
