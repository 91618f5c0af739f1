//! Who stands together with whom: half a matrix, with the names on its diagonal.

use crate::element::{El, el};
use crate::roving_tabindex::Walk;
use crate::state::href;
use dateline_engine::figures::PairRow;
use dateline_engine::wording::decimal;

/// The rows.
pub(super) fn pairs(rows: &[PairRow], walk: Walk) -> El {
    let of = rows.iter().map(|row| row.marks.len() + 1).sum();
    let mut place = 0;
    let mut mark = |class: &'static str| {
        place += 1;
        el("a", class).set("data-mark", "").set("tabindex", walk.stop(place - 1, of))
    };
    let mut row = |row: &PairRow| {
        let mut drawn = el("li", "pair-row").set("data-row", "");
        for cell in &row.marks {
            let strength = format!("--strength: {}%", decimal(6.0 + 36.0 * cell.length, 0));
            let link = mark("pair").class("pair-none", cell.value == 0).named(cell.says.clone());
            let link = link.set("style", strength).set("href", href(&cell.opens));
            drawn = drawn.with(link.say(cell.written.clone()));
        }
        let actor = &row.actor;
        let name = mark("pair-name").class("bar-name-on", actor.on).current(actor.on);
        drawn.with(name.set("href", href(&actor.include)).say(actor.name.clone()))
    };
    el("ol", "pairs").all(rows.iter().map(&mut row))
}
