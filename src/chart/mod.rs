//! The chart: who is mentioned how often, when, and with whom; its switches, its table and its files.

mod bars;
mod files;
mod legend;
mod pairs;
mod switches;
mod table;
mod tabs;
mod time;

pub(crate) use files::save_table;

use crate::browser;
use crate::shared::{RovingTabindex, ShowAll, dynamic};
use crate::state::App;
use bars::Bars;
use dateline_engine::figures::{Figure, Plot};
use dateline_engine::labels;
use dateline_engine::view::{Chart as Kind, View};
use files::Files;
use legend::Legend;
use leptos::prelude::*;
use pairs::Pairs;
use switches::Switches;
use table::FigureTable;
use tabs::Tabs;
use time::Time;

/// Bars shown before "Show all".
const FIRST: usize = 15;

/// The chart.
#[component]
pub(crate) fn Chart(app: App) -> impl IntoView {
    let all = RwSignal::new(false);
    // What it depends on; opening an article draws nothing again, but rows do mark the bar they belong to.
    let view = app.part(|view| view.close_article());
    let figured = move |tabled| {
        let most = if all.get() { usize::MAX } else { FIRST };
        app.shown.with(|shown| view.with(|view| shown.explorer().drawn(&shown.selection, view, most, tabled)))
    };
    // Read by the drawing and the words around it.
    let figure = Memo::new(move |_| figured(false));
    let says =
        move |of: fn(&Figure) -> &String| Signal::derive(move || figure.with(|figure| of(figure).clone()));
    let kind = app.part(|view| view.chart);
    let about = Signal::derive(move || labels::chart_hint(kind.get()));
    let has_more =
        move || kind.get() == Kind::Bars && (all.get() || figure.with(|figure| !figure.left_out.is_empty()));
    let aliases = app.link(|view| view.open_aliases(""));
    view! {
        <aside class="chart" aria-labelledby="chart-title">
            <Tabs app/>
            <h2 class="chart-title" id="chart-title" tabindex="-1">{says(|figure| &figure.title)}</h2>
            <p class="chart-about">{about}</p>
            <Legend app/>
            <Drawing app figure view/>
            <p class="chart-left-out">{says(|figure| &figure.left_out)}</p>
            <Show when=has_more><ShowAll all label="Show all actors"/></Show>
            <Switches app/>
            <Table figured/>
            <Files app/>
            <p class="chart-about"><a class="chart-lists" href=aliases>"Names and actors"</a></p>
            <p class="chart-rule">{says(|figure| &figure.source)}</p>
        </aside>
    }
}

/// The plot, which arrow keys lead through.
#[component]
fn Drawing(
    app: App,
    figure: Memo<Figure>,
    /// The view, without an article that is open.
    view: Memo<View>,
) -> impl IntoView {
    let roving = RovingTabindex::new();
    let drawn = dynamic(move || {
        let open = view.with(|view| view.mentions.clone());
        figure.with(|figure| match &figure.plot {
            Plot::Bars(rows) => view! { <Bars rows=rows.clone() open roving/> }.into_any(),
            Plot::Time(plot) => view! { <Time app plot=plot.clone() roving/> }.into_any(),
            Plot::Pairs(rows) => view! { <Pairs rows=rows.clone() roving/> }.into_any(),
        })
    });
    view! {
        <div class="plot" role="group" aria-labelledby="chart-title" on:keydown=roving.on_key() on:focusin=roving.on_focus()>
            {drawn}
        </div>
    }
}

/// The figures as a table. It has more links than all the rest, and is drawn where somebody reads it.
#[component]
fn Table(figured: impl Fn(bool) -> Figure + Copy + Send + Sync + 'static) -> impl IntoView {
    let open = RwSignal::new(false);
    let label = "Show as table";
    view! {
        <details class="chart-table" on:toggle=move |event| open.set(browser::is_open(&event))>
            <summary class="chart-summary">{label}</summary>
            <div class="table-frame" tabindex="0" role="region" aria-label=label>
                {dynamic(move || open.get().then(|| view! { <FigureTable table=figured(true).table/> }))}
            </div>
        </details>
    }
}
