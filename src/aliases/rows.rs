//! The rows of the lists of actors and of spellings.

use crate::state::href;
use dateline_engine::actors::Edit;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::either::Either;
use leptos::prelude::*;

/// A row: a name or a spelling, what is to be known of it, and what can be done.
pub(super) struct Row {
    /// The name.
    pub(super) text: String,
    /// Where the name leads.
    pub(super) link: Option<String>,
    /// Its kind or its forms.
    pub(super) about: String,
    /// How often it is met.
    pub(super) counts: String,
    /// Where that leads.
    pub(super) rows: Option<String>,
    /// What can be done with it, and the edits that does.
    pub(super) act: Option<(&'static str, Vec<Edit>)>,
}

/// A list of rows.
#[component]
pub(super) fn Rows<'v>(
    /// The view that their ways lead on from.
    view: &'v View,
    rows: Vec<Row>,
) -> impl IntoView + use<> {
    view! { <ul class="listed">{rows.into_iter().map(|it| row(view, it)).collect_view()}</ul> }
}

fn row(view: &View, Row { text, link, about, counts, rows, act }: Row) -> impl IntoView + use<> {
    let act = act.map(|(does, proposed)| {
        let from = proposed.first().map(|edit| String::from(edit.clone())).unwrap_or_default();
        let link = href(&View { proposed, ..view.clone() });
        let says = format!("{does} “{text}”");
        view! { <a class="tool" href=link data-from=from aria-label=says>{does}</a> }
    });
    view! {
        <li class="alias">
            <span class="alias-text">{linked(text, link)}</span>
            {act}
            <span class="alias-about">{about}": "<span>{linked(counts, rows)}</span></span>
        </li>
    }
}

fn linked(text: String, link: Option<String>) -> impl IntoView {
    match link {
        Some(link) => Either::Left(view! { <a href=link>{text}</a> }),
        None => Either::Right(text),
    }
}

/// Rows that show when they are asked for.
#[component]
pub(super) fn FoldedRows<'v>(title: String, view: &'v View, rows: Vec<Row>) -> impl IntoView + use<> {
    view! {
        <details class="proposals">
            <summary class="chart-summary">{title}</summary>
            <Rows view rows/>
        </details>
    }
}

/// `31 mentions in 9 articles`.
pub(super) fn counts(count: u32, unit: &str, articles: u32) -> String {
    match count {
        0 => "not met".to_owned(),
        some => {
            let articles = wording::count(articles as usize, "article");
            format!("{} in {articles}", wording::count(some as usize, unit))
        }
    }
}
