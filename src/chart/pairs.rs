//! Who stands together with whom: half a matrix, with the names on its diagonal.

use crate::state::href;
use crate::walk::Walk;
use dateline_engine::view::figure::{Mark, PairRow};
use dateline_engine::view::wording;
use leptos::prelude::*;

/// The rows.
pub(super) fn pairs(rows: &[PairRow], walk: Walk) -> impl IntoView + use<> {
    let of = rows.iter().map(|row| row.marks.len() + 1).sum();
    let mut place = 0;
    let mut stop = move || {
        place += 1;
        walk.stop(place - 1, of)
    };
    let mut row = |row: &PairRow| {
        let cell = |mark: &Mark| {
            let strength = format!("--strength: {:.0}%", 6.0 + 36.0 * mark.length);
            view! {
                <a class="pair" class:pair-none=mark.value == 0 style=strength href=href(&mark.opens)
                    title=mark.says.clone() aria-label=mark.says.clone() data-mark tabindex=stop()>
                    {wording::number(mark.value as usize)}
                </a>
            }
        };
        let cells = row.marks.iter().map(cell).collect_view();
        let actor = &row.actor;
        view! {
            <li class="pair-row" data-row>
                {cells}
                <a class="pair-name" class:bar-name-on=actor.on href=href(&actor.include) data-mark tabindex=stop()
                    aria-current=actor.on.then_some("true")>
                    {actor.name.clone()}
                </a>
            </li>
        }
    };
    view! { <ol class="pairs">{rows.iter().map(&mut row).collect_view()}</ol> }
}
