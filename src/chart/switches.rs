//! What the chart counts, and where.

use crate::lasting::lasting;
use crate::shared::{Choice, Row, Switch, choice, rows};
use crate::state::{App, Shown, href};
use dateline_engine::actors::Form;
use dateline_engine::labels;
use dateline_engine::view::{Chart, Measure, Near, View, Where};
use dateline_engine::wording;
use leptos::prelude::*;

/// What is counted, and where. The forms are also the key to the colours of the bars.
#[component]
pub(super) fn Switches(app: App) -> impl IntoView {
    let memo = move |of: fn(&View, &Shown) -> Vec<Toggle>| {
        lasting(move |_| app.view.with(|view| app.shown.with(|shown| of(view, shown))))
    };
    let all_zones = lasting(move |_| {
        app.view.with(|view| {
            let (says, not_zones) = match view.not_zones.is_empty() {
                true => ("headlines only", Where::TEXTS.to_vec()),
                false => ("everywhere", vec![]),
            };
            vec![Choice::new(says, &View { not_zones, ..view.list() }, false)]
        })
    });
    let once = (!app.corpus.groups.is_empty()).then(|| {
        let choices = lasting(move |_| app.view.with(copies));
        view! { <Switch label="Repeated stories" choices/> }
    });
    view! {
        <div class="switches">
            <Switch label="Measure" choices=lasting(move |_| app.view.with(measures))/>
            <Toggles label="Where" toggles=memo(zones) choices=all_zones/>
            {once}
            <Toggles label="Named by" toggles=memo(forms)/>
        </div>
    }
}

fn copies(view: &View) -> Vec<Choice> {
    let choice = |says, once| {
        let to = View { each_story_once: once, ..view.list() };
        Choice::new(says, &to, once == view.each_story_once)
    };
    vec![choice("count every copy", false), choice("count one copy", true)]
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

/// What counts or does not.
#[derive(Clone, PartialEq)]
struct Toggle {
    name: &'static str,
    /// The colour of a form.
    swatch: String,
    count: String,
    off: bool,
    href: String,
}

impl Toggle {
    fn new(part: &str, name: &'static str, count: u32, off: bool, other: &View) -> Toggle {
        let count = if off { "off".to_owned() } else { wording::number(count as usize) };
        Toggle { name, swatch: ["swatch part-", part].concat(), count, off, href: href(other) }
    }
}

/// The places that count.
fn zones(view: &View, shown: &Shown) -> Vec<Toggle> {
    let zone = |(place, count): (Where, u32)| {
        let off = view.not_zones.contains(&place);
        (count > 0 || off)
            .then(|| Toggle::new("any", labels::place(place), count, off, &view.toggle_zone(place)))
    };
    shown.explorer().zones(&shown.selection).into_iter().filter_map(zone).collect()
}

/// The forms that count. What does not occur cannot be switched off.
fn forms(view: &View, shown: &Shown) -> Vec<Toggle> {
    let form = |(form, count): (Form, u32)| {
        let off = view.not_forms.contains(&form);
        (count > 0 || off)
            .then(|| Toggle::new(form.name(), labels::form(form), count, off, &view.toggle_form(form)))
    };
    shown.explorer().forms(&shown.selection).into_iter().filter_map(form).collect()
}

/// A list of toggles, each with its mentions, and of choices that set many at once.
#[component]
fn Toggles(
    /// What it is called.
    label: &'static str,
    toggles: ReadSignal<Vec<Toggle>>,
    #[prop(optional)] choices: Option<ReadSignal<Vec<Choice>>>,
) -> impl IntoView {
    view! {
        <div class="switch">
            <span class="switch-name">{label}</span>
            <ul class="forms" aria-label=label>
                {rows(toggles, toggle)}
                {choices.map(|choices| rows(choices, choice))}
            </ul>
        </div>
    }
}

fn toggle(row: Row<Toggle>) -> AnyView {
    let checked = row.part(|it| if it.off { "false" } else { "true" });
    view! {
        <li>
            <a class="form" class:form-off=row.part(|it| it.off) href=row.part(|it| it.href.clone()) role="switch"
                aria-checked=checked aria-label=row.part(|it| it.name)>
                <span class=row.part(|it| it.swatch.clone()) aria-hidden="true"></span>
                <span class="form-name">{row.part(|it| it.name)}</span> " "
                <span class="form-count">{row.part(|it| it.count.clone())}</span>
            </a>
        </li>
    }
    .into_any()
}
