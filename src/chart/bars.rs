//! Bars: a name that filters, a bar of its forms that opens its mentions, and a way to rule the actor out.

use crate::shared::{Plot, RovingTabindex};
use crate::state::href;
use dateline_engine::actors::Form;
use dateline_engine::figures::{BarRow, Mark};
use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// Marks in a row: the name, the bar, the way out.
const IN_A_ROW: usize = 3;

/// The bars.
#[component]
pub(super) fn Bars(
    rows: Vec<BarRow>,
    /// The actor whose mentions show.
    open: Option<String>,
    roving: RovingTabindex,
) -> impl IntoView {
    move || {
        let of = rows.len() * IN_A_ROW;
        let row = |(at, row): (usize, &BarRow)| {
            let stops = std::array::from_fn(|mark| roving.stop(at * IN_A_ROW + mark, of));
            view! { <Bar row=row.clone() open=open.as_ref() == Some(&row.actor.id) stops/> }
        };
        view! { <ol class="bars">{rows.iter().enumerate().map(row).collect_view()}</ol> }
    }
}

/// The bar of an actor.
#[component]
fn Bar(
    row: BarRow,
    /// Whether its mentions show.
    open: bool,
    /// The `tabindex` of each mark.
    stops: [&'static str; IN_A_ROW],
) -> impl IntoView {
    let BarRow { actor, whole, parts } = row;
    let includes = match actor.on {
        true => format!("{}: filtered by, take the filter off", actor.name),
        false => format!("{}: only articles that mention it", actor.name),
    };
    let excludes = format!("{}: leave out articles that mention it", actor.name);
    let (include, exclude) = (href(&actor.include), href(&actor.exclude));
    let current = |on: bool| on.then_some("true");
    let (longest, opens, says) = (whole.length, href(&whole.opens), says(&whole, &parts));
    let parts_drawn = parts.iter().map(|(form, mark)| part(*form, mark, longest)).collect_view();
    view! {
        <li class="bar-row" class:bar-row-open=open data-row="">
            <a class="bar-name" class:bar-name-on=actor.on aria-current=current(actor.on) title=includes.clone()
                aria-label=includes href=include data-mark="" tabindex=stops[0]>{actor.name}</a>
            <a class="bar" aria-current=current(open) href=opens aria-label=says
                data-actor=actor.id data-mark="" tabindex=stops[1]>
                <Plot class="bar-plot" length=longest>{parts_drawn}</Plot>
                <span class="bar-value">{whole.written}</span>
            </a>
            <a class="out" title=excludes.clone() aria-label=excludes href=exclude data-mark="" tabindex=stops[2]></a>
        </li>
    }
}

fn part(form: Form, part: &Mark, whole: f64) -> impl IntoView + use<> {
    let grow = decimal(part.length / whole.max(f64::MIN_POSITIVE), 4);
    let class = ["part part-", form.name()].concat();
    view! { <span class=class style=("flex-grow", grow) title=part.says.clone()></span> }
}

/// `Russia: 63 mentions: 30 by name, 12 by demonym`.
fn says(whole: &Mark, parts: &[(Form, Mark)]) -> String {
    if parts.is_empty() {
        return whole.says.clone();
    }
    let parts: Vec<_> =
        parts.iter().map(|(form, part)| format!("{} by {}", part.written, form.name())).collect();
    format!("{}: {}", whole.says, parts.join(", "))
}
