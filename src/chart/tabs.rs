//! The tabs of the chart.

use crate::state::App;
use dateline_engine::labels;
use dateline_engine::view::{Chart, View};
use leptos::prelude::*;

/// Which chart shows.
#[component]
pub(super) fn Tabs(app: App) -> impl IntoView {
    let tab = move |chart: &'static Chart| {
        let link = app.link(|view| View { chart: *chart, ..view.clone() });
        let current = Signal::derive(move || app.view.with(|view| view.chart == *chart).then_some("true"));
        view! { <li><a class="tab" href=link aria-current=current>{labels::chart(*chart)}</a></li> }
    };
    view! { <nav aria-label="Charts"><ul class="tabs">{Chart::ALL.iter().map(tab).collect_view()}</ul></nav> }
}
