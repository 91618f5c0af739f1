//! The chart: who is mentioned how often, when, and with whom; its switches, its table and its files.

mod bars;
mod files;
mod pairs;
mod switches;
mod time;

pub(crate) use files::save_table;

use crate::browser;
use crate::element::{El, el, live};
use crate::more;
use crate::roving_tabindex::Walk;
use crate::state::{App, href};
use dateline_engine::figures::table::Cell;
use dateline_engine::figures::{Figure, Plot};
use dateline_engine::view::Chart;
use leptos::prelude::*;

/// Bars shown before "Show all".
const FIRST: usize = 15;

/// The chart.
pub(crate) fn chart(app: App) -> El {
    let (all, set_all) = signal(false);
    // A table has more links than all the rest, and is drawn where somebody reads it.
    let (table_open, set_table_open) = signal(false);
    let walk = Walk::new();
    // What it depends on; opening an article draws nothing again, but rows do mark the bar they belong to.
    let view = app.part(|view| view.close_article());
    let figured = move |tabled| {
        let most = if all.get() { usize::MAX } else { FIRST };
        app.selection.with(|selection| view.with(|view| app.explorer.drawn(selection, view, most, tabled)))
    };
    // Read by the drawing and the words around it.
    let figure = Memo::new(move |_| figured(false));
    let drawn = move || {
        let open = view.with(|view| view.mentions.clone());
        figure.with(|figure| match &figure.plot {
            Plot::Bars(rows) => vec![bars::bars(rows, open.as_deref(), walk)],
            Plot::Time(plot) => time::time(app, plot, walk),
            Plot::Pairs(rows) => vec![pairs::pairs(rows, walk)],
        })
    };
    let about = move || {
        let says = match view.with(|view| view.chart) {
            Chart::Bars => "A name filters; a bar opens what it counts.",
            Chart::Time => "A column opens what it counts. Hatched: no article of that time.",
            Chart::Pairs => {
                "Each name stands for the row to its left and the column below it. A figure opens what it counts."
            }
        };
        [el("p", "chart-about").say(says)]
    };
    let more = move || {
        let left_out = figure.with(|figure| !figure.left_out.is_empty());
        let bars = view.with(|view| view.chart) == Chart::Bars;
        (bars && (left_out || all.get())).then(|| more::toggle(all, set_all, || "Show all actors".to_owned()))
    };
    let says = move |el: fn() -> El, of: fn(&Figure) -> &String| {
        live(move || [figure.with(|figure| el().say(of(figure).clone()))])
    };
    let title = || el("h2", "chart-title").set("id", "chart-title");
    let key = "The figures as a table";
    let plot = el("div", "plot").set("role", "group").set("aria-labelledby", "chart-title");
    let plot = plot.on("keydown", walk.on_key()).on("focusin", walk.on_focus());
    let figures = move || table_open.get().then(|| table(&figured(true)));
    let frame = el("div", "table-frame").set("tabindex", "0").set("role", "region").set("aria-label", key);
    let table = el("details", "chart-table")
        .on("toggle", move |event| set_table_open.set(browser::is_open(&event)))
        .with(el("summary", "chart-summary").say(key))
        .with(frame.live(figures));
    let lists = move || {
        let link = href(&app.view().open_aliases(""));
        [el("p", "chart-about").with(el("a", "chart-lists").set("href", link).say("Actors and aliases"))]
    };
    el("aside", "chart")
        .set("aria-labelledby", "chart-title")
        .with(switches::charts(app))
        .all([says(title, |figure| &figure.title), live(about)])
        .with(plot.live(drawn))
        .all([says(|| el("p", "chart-left-out"), |figure| &figure.left_out), live(more)])
        .live(move || [switches::counting(app)])
        .with(table)
        .with(files::files(app))
        .live(lists)
        .all([says(|| el("p", "chart-rule"), |figure| &figure.source)])
}

fn table(figure: &Figure) -> El {
    let cell = |tag: &'static str, cell: &Cell| {
        let text = cell.shown();
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
