//! What the chart counts, and where.

use crate::shared::{Choice, Switch, dynamic};
use crate::state::{App, Shown, href};
use dateline_engine::actors::Form;
use dateline_engine::labels;
use dateline_engine::view::{Chart, Measure, Near, View, Where};
use dateline_engine::wording;
use leptos::prelude::*;

/// What is counted, and where. The forms are also the key to the colours of the bars.
#[component]
pub(super) fn Switches(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        let once = (!app.corpus.groups.is_empty()).then(|| {
            let of = |says, once| {
                let to = View { each_story_once: once, ..view.list() };
                Choice::new(says, &to, once == view.each_story_once)
            };
            view! { <Switch label="Repeated stories" choices=vec![of("count every copy", false), of("count one copy", true)]/> }
        });
        view! {
            <div class="switches">
                <Switch label="Measure" choices=measures(&view)/>
                <Zones view=view.clone() shown=shown.clone()/>
                {once}
                <Forms view shown/>
            </div>
        }
    })
}

fn measures(view: &View) -> Vec<Choice> {
    match view.chart {
        Chart::Pairs => Near::ALL
            .iter()
            .map(|near| {
                Choice::new(labels::near(*near), &View { near: *near, ..view.clone() }, *near == view.near)
            })
            .collect(),
        _ => Measure::ALL
            .iter()
            .map(|measure| {
                Choice::new(
                    labels::measure(*measure),
                    &View { measure: *measure, ..view.clone() },
                    *measure == view.measure,
                )
            })
            .collect(),
    }
}

/// The places that count.
#[component]
fn Zones(view: View, shown: Shown) -> impl IntoView {
    let zone = |(place, count): (Where, u32)| {
        let off = view.not_zones.contains(&place);
        toggle("any", labels::place(place), count, off, &view.toggle_zone(place))
    };
    let zones = shown.explorer().zones(&shown.selection).into_iter();
    let zones =
        zones.filter(|(place, count)| *count > 0 || view.not_zones.contains(place)).map(zone).collect_view();
    let (says, not_zones) = match view.not_zones.is_empty() {
        true => ("headlines only", Where::TEXTS.to_vec()),
        false => ("everywhere", vec![]),
    };
    let all = href(&View { not_zones, ..view.list() });
    view! {
        <div class="switch">
            <span class="switch-name">"Where"</span>
            <ul class="forms" aria-label="Where">{zones}<li><a class="choice" href=all>{says}</a></li></ul>
        </div>
    }
}

/// The forms that count, each in its colour.
#[component]
fn Forms(view: View, shown: Shown) -> impl IntoView {
    let form = |(form, count): (Form, u32)| {
        let off = view.not_forms.contains(&form);
        toggle(form.name(), labels::form(form), count, off, &view.toggle_form(form))
    };
    let forms = shown.explorer().forms(&shown.selection).into_iter();
    // What does not occur cannot be switched off.
    let forms =
        forms.filter(|(form, count)| *count > 0 || view.not_forms.contains(form)).map(form).collect_view();
    view! {
        <div class="switch">
            <span class="switch-name">"Named by"</span>
            <ul class="forms" aria-label="Named by">{forms}</ul>
        </div>
    }
}

/// What counts or does not, with its mentions; a form in its colour.
fn toggle(part: &str, name: &'static str, count: u32, off: bool, other: &View) -> impl IntoView + use<> {
    let count = if off { "off".to_owned() } else { wording::number(count as usize) };
    let checked = if off { "false" } else { "true" };
    let swatch = ["swatch part-", part].concat();
    view! {
        <li>
            <a class="form" class:form-off=off href=href(other) role="switch" aria-checked=checked aria-label=name>
                <span class=swatch aria-hidden="true"></span>
                <span class="form-name">{name}</span> " "
                <span class="form-count">{count}</span>
            </a>
        </li>
    }
}
