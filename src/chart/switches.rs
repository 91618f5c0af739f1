//! The switches of the chart: which one, what it counts, and where.

use crate::element::{El, switch};
use crate::state::{App, href};
use dateline_engine::view::{Chart, Measure, Near, View, Zones, wording};
use leptos::prelude::*;

/// Which chart shows.
pub(super) fn charts(app: App) -> impl IntoView {
    let tabs = move || {
        let view = app.view();
        let tab = |chart: &Chart| {
            let name = match chart {
                Chart::Bars => "Mentions",
                Chart::Time => "Over time",
                Chart::Pairs => "Together",
            };
            let link = href(&View { chart: *chart, ..view.clone() });
            let on = (*chart == view.chart).then_some("true");
            view! { <li><a class="tab" href=link aria-current=on>{name}</a></li> }
        };
        Chart::ALL.iter().map(tab).collect_view()
    };
    view! { <nav aria-label="Charts"><ul class="tabs">{tabs}</ul></nav> }
}

/// What is counted, and where. The forms are also the key to the colours of the bars.
pub(super) fn counting(app: App) -> impl IntoView {
    let measure = move || {
        let view = app.view();
        let choices: Vec<(&str, View, bool)> = match view.chart {
            Chart::Pairs => choices(
                Near::ALL,
                view.near,
                |near| View { near, ..view.clone() },
                |near| match near {
                    Near::Article => "in one article",
                    Near::Paragraph => "in one paragraph",
                },
            ),
            _ => choices(
                Measure::ALL,
                view.measure,
                |measure| View { measure, ..view.clone() },
                |measure| match measure {
                    Measure::Mentions => "mentions",
                    Measure::Articles => "articles",
                },
            ),
        };
        row("Count", choices)
    };
    let zones = move || {
        let view = app.view();
        row(
            "In",
            choices(
                Zones::ALL,
                view.zones,
                |zones| View { zones, ..view.list() },
                |zones| match zones {
                    Zones::All => "all text",
                    Zones::Titles => "headlines",
                    Zones::Bodies => "texts",
                },
            ),
        )
    };
    let forms = move || {
        let view = app.view();
        let counts = app.selection.with(|selection| app.explorer.forms(selection));
        let form = |(form, count): (dateline_engine::actors::Form, u32)| {
            let off = view.not_forms.contains(&form);
            let (count, does) = if off {
                ("off".to_owned(), ", count it again")
            } else {
                (wording::number(count as usize), ", count it no longer")
            };
            let swatch = format!("swatch part-{}", form.name());
            view! {
                <li><a class="form" class:form-off=off href=href(&view.toggle_form(form))>
                    <span class=swatch aria-hidden="true"></span>
                    <span class="form-name">{form.name()}</span> " "
                    <span class="form-count">{count}</span> <span class="visually-hidden">{does}</span>
                </a></li>
            }
        };
        counts.into_iter().map(form).collect_view()
    };
    view! {
        <div class="switches">
            {measure}
            {zones}
            <div class="switch">
                <span class="switch-name" id="switch-forms">"Forms"</span>
                <ul class="forms" aria-labelledby="switch-forms">{forms}</ul>
            </div>
        </div>
    }
}

/// Each position of a switch: its name, the view with it, and whether it is on.
fn choices<T: Copy + PartialEq>(
    all: &[T],
    now: T,
    with: impl Fn(T) -> View,
    name: impl Fn(T) -> &'static str,
) -> Vec<(&'static str, View, bool)> {
    all.iter().map(|position| (name(*position), with(*position), *position == now)).collect()
}

fn row(name: &'static str, choices: Vec<(&'static str, View, bool)>) -> El {
    switch(name, choices.into_iter().map(|(name, view, on)| (name.to_owned(), None, href(&view), on)))
}
