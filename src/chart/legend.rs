//! The key to the colours of the bars, under the title of the chart.

use crate::lasting::lasting;
use crate::shared::{Row, rows};
use crate::state::{App, Shown, href};
use dateline_engine::actors::Form;
use dateline_engine::labels;
use dateline_engine::view::{Chart, View};
use dateline_engine::wording;
use leptos::prelude::*;

/// Each kind of name that occurs, in its colour, with the mentions that it opens; nothing where bars have one colour.
#[component]
pub(super) fn Legend(app: App) -> impl IntoView {
    let entries = lasting(move |_| app.view.with(|view| app.shown.with(|shown| entries(view, shown))));
    let is_empty = lasting(move |_| entries.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <ul class="legend" aria-label="Named by">{rows(entries, entry)}</ul>
        </Show>
    }
}

/// A kind of name.
#[derive(Clone, PartialEq)]
struct Entry {
    form: Form,
    count: String,
    href: String,
}

fn entries(view: &View, shown: &Shown) -> Vec<Entry> {
    if view.chart != Chart::Bars || view.measure.of_articles() {
        return Vec::new();
    }
    let occur = shown.explorer().forms(&shown.selection).into_iter().filter(|(_, count)| *count > 0);
    let entry = |(form, count)| Entry {
        form,
        count: wording::number(count as usize),
        href: href(&View { form: Some(form), ..view.open_all_mentions() }),
    };
    occur.map(entry).collect()
}

fn entry(row: Row<Entry>) -> AnyView {
    let swatch = row.part(|it| ["swatch part-", it.form.name()].concat());
    view! {
        <li>
            <a class="legend-entry" href=row.part(|it| it.href.clone())
                title=row.part(|it| labels::form_example(it.form))>
                <span class=swatch aria-hidden="true"></span>
                {row.part(|it| labels::form(it.form))} " "
                <span class="legend-count">{row.part(|it| it.count.clone())}</span>
            </a>
        </li>
    }
    .into_any()
}
