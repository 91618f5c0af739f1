//! The key to the colours of the bars, under the title of the chart.

use crate::shared::dynamic;
use crate::state::{App, href};
use dateline_engine::actors::Form;
use dateline_engine::labels;
use dateline_engine::view::{Chart, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// Each kind of name that occurs, in its colour, with the mentions that it opens; nothing where bars have one colour.
#[component]
pub(super) fn Legend(app: App) -> impl IntoView {
    dynamic(move || {
        let (view, shown) = (app.view.get(), app.shown.get());
        if view.chart != Chart::Bars || view.measure.of_articles() {
            return None;
        }
        let forms = shown.explorer().forms(&shown.selection);
        let entries: Vec<_> = forms.into_iter().filter(|(_, n)| *n > 0).map(|it| entry(&view, it)).collect();
        (!entries.is_empty()).then(|| view! { <ul class="legend" aria-label="Named by">{entries}</ul> })
    })
}

fn entry(view: &View, (form, count): (Form, u32)) -> impl IntoView + use<> {
    let opens = href(&View { form: Some(form), ..view.open_all_mentions() });
    let swatch = ["swatch part-", form.name()].concat();
    let example = labels::form_example(form);
    view! {
        <li>
            <a class="legend-entry" href=opens title=example>
                <span class=swatch aria-hidden="true"></span>
                {labels::form(form)} " " <span class="legend-count">{wording::number(count as usize)}</span>
            </a>
        </li>
    }
}
