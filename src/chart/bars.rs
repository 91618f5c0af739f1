//! Bars: a name that filters, a bar of its forms that opens its mentions, and a way to rule the actor out.

use crate::state::href;
use crate::walk::Walk;
use dateline_engine::actors::Form;
use dateline_engine::view::figure::{BarRow, Mark};
use dateline_engine::view::wording;
use leptos::prelude::*;

/// Marks in a row: the name, the bar, the way out.
const IN_A_ROW: usize = 3;

/// The rows; that of the actor `open` is the one whose mentions show.
pub(super) fn bars(rows: &[BarRow], open: Option<&str>, walk: Walk) -> impl IntoView + use<> {
    let of = rows.len() * IN_A_ROW;
    let row = |(at, row): (usize, &BarRow)| {
        let stop = |place: usize| walk.stop(at * IN_A_ROW + place, of);
        let BarRow { actor, whole, parts } = row;
        let open = open == Some(&actor.id);
        let includes = if actor.on {
            format!("{}: filtered by, take the filter off", actor.name)
        } else {
            format!("{}: only articles that mention it", actor.name)
        };
        let excludes = format!("{}: leave out articles that mention it", actor.name);
        view! {
            <li class="bar-row" class:bar-row-open=open data-row>
                <a class="bar-name" class:bar-name-on=actor.on href=href(&actor.include) title=includes.clone()
                    aria-label=includes aria-current=actor.on.then_some("true") data-mark tabindex=stop(0)>
                    {actor.name.clone()}
                </a>
                <a class="bar" href=href(&whole.opens) aria-label=says(whole, parts) data-actor=actor.id.clone()
                    aria-current=open.then_some("true") data-mark tabindex=stop(1)>
                    {plot(whole, parts)}
                    <span class="bar-value">{wording::number(whole.value as usize)}</span>
                </a>
                <a class="out" href=href(&actor.exclude) title=excludes.clone() aria-label=excludes data-mark tabindex=stop(2)>
                    <span aria-hidden="true">"−"</span>
                </a>
            </li>
        }
    };
    view! { <ol class="bars">{rows.iter().enumerate().map(row).collect_view()}</ol> }
}

/// `Russia: 63 mentions: 30 by name, 12 by demonym`.
fn says(whole: &Mark, parts: &[(Form, Mark)]) -> String {
    if parts.is_empty() {
        return whole.says.clone();
    }
    let parts: Vec<_> =
        parts.iter().map(|(form, part)| format!("{} by {}", part.value, form.name())).collect();
    format!("{}: {}", whole.says, parts.join(", "))
}

fn plot(whole: &Mark, parts: &[(Form, Mark)]) -> impl IntoView + use<> {
    let drawn_length = format!("--length: {:.4}", whole.length);
    let share = |value: f64| format!("{:.4}", if whole.length > 0.0 { value / whole.length } else { 0.0 });
    let part = |(form, part): &(Form, Mark)| {
        let class = format!("part part-{}", form.name());
        view! {
            <rect class=class x=share(part.start) width=share(part.length) height="1"><title>{part.says.clone()}</title></rect>
        }
    };
    let parts = parts.iter().map(part).collect_view();
    view! {
        <svg class="bar-plot" style=drawn_length viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width="1" height="1"></rect>
            {parts}
        </svg>
    }
}
