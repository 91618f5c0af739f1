//! The chart: who is mentioned how often, when, with whom, and by which source; its switches, its table and its files.

mod addition;
mod bars;
mod files;
mod heat;
mod legend;
mod switches;
mod table;
mod tabs;
mod time;

pub(crate) use files::save_table;

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{RovingTabindex, ShowAll, dynamic};
use crate::state::App;
use addition::AddActor;
use bars::{Bar, Bars};
use dateline_engine::figures::{Figure, Plot};
use dateline_engine::view::{Chart as Kind, View};
use files::Files;
use heat::Heat;
use legend::Legend;
use leptos::prelude::*;
use switches::Switches;
use table::FigureTable;
use tabs::Tabs;
use time::Time;

/// Bars or rows shown before "Show all".
const FIRST: usize = 15;

/// The chart.
#[component]
pub(crate) fn Chart(app: App) -> impl IntoView {
    let all = RwSignal::new(false);
    // What it depends on; opening an article draws nothing again, but rows do mark the bar they belong to.
    let view = app.part(|view| view.close_article());
    let kind = app.part(|view| view.chart);
    let is_long = move || matches!(kind.get(), Kind::Bars | Kind::Outlets);
    let most = Signal::derive(move || if all.get() && is_long() { usize::MAX } else { FIRST });
    let figured = move |tabled| {
        let most = most.get();
        app.shown.with(|shown| view.with(|view| shown.explorer().drawn(&shown.selection, view, most, tabled)))
    };
    // Read by the drawing and the words around it.
    let figure = lasting(move |_| figured(false));
    let says =
        move |of: fn(&Figure) -> &str| Signal::derive(move || figure.with(|figure| of(figure).to_owned()));
    let has_more = move || is_long() && (all.get() || figure.with(|figure| !figure.left_out.is_empty()));
    let addition = lasting(move |_| figure.with(|figure| figure.addition.clone()));
    let aliases = app.link(|view| view.open_aliases(""));
    view! {
        <aside class="chart" aria-labelledby="chart-title">
            <Tabs app/>
            <h2 class="chart-title" id="chart-title" tabindex="-1">{says(|figure| &figure.title)}</h2>
            <p class="chart-about">{says(|figure| &figure.subtitle)}</p>
            <p class="chart-about">{says(|figure| figure.hint)}</p>
            <Legend app/>
            <Drawing figure view/>
            <p class="chart-left-out">{says(|figure| &figure.left_out)}</p>
            <Show when=has_more><ShowAll all label="Show all actors"/></Show>
            <AddActor app addition/>
            <Switches app/>
            <Table figured/>
            <Files app most/>
            <p class="chart-about"><a class="chart-lists" href=aliases>"Names and actors"</a></p>
            <p class="chart-rule">{says(|figure| &figure.source)}</p>
        </aside>
    }
}

/// The plot, which arrow keys lead through.
#[component]
fn Drawing(
    figure: ReadSignal<Figure>,
    /// The view, without an article that is open.
    view: ReadSignal<View>,
) -> impl IntoView {
    let roving = RovingTabindex::new();
    let bars = lasting(move |_| {
        let open = view.with(|view| view.mentions.clone());
        figure.with(|figure| match &figure.plot {
            Plot::Bars(rows) => Bar::all(rows, open.as_deref()),
            _ => Vec::new(),
        })
    });
    let is_bars = lasting(move |_| figure.with(|figure| matches!(figure.plot, Plot::Bars(_))));
    let other = move |roving| {
        figure.with(|figure| match &figure.plot {
            Plot::Bars(_) => None,
            Plot::Time(plot) => Some(view! { <Time plot=plot.clone() roving/> }.into_any()),
            Plot::Heat(plot) => Some(view! { <Heat plot=plot.clone() roving/> }.into_any()),
        })
    };
    let drawn = dynamic(move || {
        let roving = roving.within();
        match is_bars.get() {
            true => Some(view! { <Bars bars roving/> }.into_any()),
            false => other(roving),
        }
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
