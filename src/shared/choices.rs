//! Lists of links of which one or some are on.

use super::{Row, rows};
use crate::state::href;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// A link to choose.
#[derive(Clone, PartialEq)]
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

    /// What stands behind its label.
    fn counts(&self) -> String {
        self.count.map(wording::number).unwrap_or_default()
    }
}

/// A list of choices.
#[component]
pub(crate) fn Choices(
    /// What it is called.
    label: &'static str,
    choices: ReadSignal<Vec<Choice>>,
) -> impl IntoView {
    view! { <ul class="choices" aria-label=label>{rows(choices, choice)}</ul> }
}

/// A choice in a list.
pub(crate) fn choice(row: Row<Choice>) -> AnyView {
    let current = row.part(|choice| choice.on.then_some("true"));
    view! {
        <li>
            <a class="choice" href=row.part(|choice| choice.href.clone()) aria-current=current>
                {row.part(|choice| choice.label.clone())} " "
                <span class="choice-count">{row.part(Choice::counts)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// A list of choices with its name before it.
#[component]
pub(crate) fn Switch(
    /// What it is called.
    label: &'static str,
    choices: ReadSignal<Vec<Choice>>,
) -> impl IntoView {
    view! {
        <div class="switch">
            <span class="switch-name">{label}</span>
            <Choices label choices/>
        </div>
    }
}
