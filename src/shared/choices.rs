//! Lists of links of which one or some are on.

use crate::state::href;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// A link to choose.
pub(crate) struct Choice {
    /// What it is called.
    pub(super) label: String,
    /// How many it has.
    count: Option<usize>,
    pub(super) href: String,
    pub(super) on: bool,
}

impl Choice {
    /// The choice of `view`, which is `on` where it is the one that shows.
    pub(crate) fn new(label: impl Into<String>, view: &View, on: bool) -> Choice {
        Choice { label: label.into(), count: None, href: href(view), on }
    }

    /// The same with how many it has.
    pub(crate) fn counted(self, count: usize) -> Choice {
        Choice { count: Some(count), ..self }
    }
}

/// A list of choices.
#[component]
pub(crate) fn Choices(
    /// What it is called.
    label: &'static str,
    choices: Vec<Choice>,
) -> impl IntoView {
    let choice = |Choice { label, count, href, on }: Choice| {
        let count =
            count.map(|count| view! { " " <span class="choice-count">{wording::number(count)}</span> });
        view! {
            <li><a class="choice" href=href aria-current=on.then_some("true")>{label} {count}</a></li>
        }
    };
    view! { <ul class="choices" aria-label=label>{choices.into_iter().map(choice).collect_view()}</ul> }
}

/// A list of choices with its name before it.
#[component]
pub(crate) fn Switch(
    /// What it is called.
    label: &'static str,
    choices: Vec<Choice>,
) -> impl IntoView {
    view! {
        <div class="switch">
            <span class="switch-name">{label}</span>
            <Choices label choices/>
        </div>
    }
}
