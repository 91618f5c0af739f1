//! The tabs of the chart.

use crate::state::{App, href};
use dateline_engine::view::{Chart, View};
use leptos::prelude::*;

/// Which chart shows.
#[component]
pub(super) fn Tabs(app: App) -> impl IntoView {
    let tab = move |chart: &'static Chart| {
        let name = match chart {
            Chart::Bars => "Mentions",
            Chart::Time => "Over time",
            Chart::Pairs => "Together",
        };
        let link = move || href(&app.view.with(|view| View { chart: *chart, ..view.clone() }));
        let current = move || app.view.with(|view| view.chart == *chart).then_some("true");
        view! { <li><a class="tab" href=link aria-current=current>{name}</a></li> }
    };
    view! { <nav aria-label="Charts"><ul class="tabs">{Chart::ALL.iter().map(tab).collect_view()}</ul></nav> }
}
