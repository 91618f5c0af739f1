//! Who stands together with whom: half a matrix, with the names on its diagonal.

use crate::shared::{RovingTabindex, dynamic};
use crate::state::href;
use dateline_engine::figures::{Mark, PairRow};
use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// The rows.
#[component]
pub(super) fn Pairs(rows: Vec<PairRow>, roving: RovingTabindex) -> impl IntoView {
    dynamic(move || {
        let of = rows.iter().map(|row| row.marks.len() + 1).sum();
        let mut place = 0;
        let mut stop = || {
            place += 1;
            roving.stop(place - 1, of)
        };
        let mut row = |row: &PairRow| {
            let cells = row.marks.iter().map(|mark| cell(mark, stop())).collect_view();
            let (actor, stop) = (row.actor.clone(), stop());
            view! {
                <li class="pair-row" data-row="">
                    {cells}
                    <a class="pair-name" class:bar-name-on=actor.on aria-current=actor.on.then_some("true")
                        href=href(&actor.include) data-mark="" tabindex=stop>{actor.name}</a>
                </li>
            }
        };
        view! { <ol class="pairs">{rows.iter().map(&mut row).collect_view()}</ol> }
    })
}

fn cell(mark: &Mark, stop: &'static str) -> impl IntoView + use<> {
    let strength = [&decimal(6.0 + 36.0 * mark.length, 0), "%"].concat();
    let says = mark.says.clone();
    view! {
        <a class="pair" class:pair-none=mark.value == 0 title=says.clone() aria-label=says style=("--strength", strength)
            href=href(&mark.opens) data-mark="" tabindex=stop>{mark.written.clone()}</a>
    }
}
