//! Bars: a name that filters, a bar of its forms that opens its mentions, and a way to rule the actor out.

use crate::element::{El, el, plot};
use crate::roving_tabindex::Walk;
use crate::state::href;
use dateline_engine::actors::Form;
use dateline_engine::figures::{BarRow, Mark};
use dateline_engine::wording::decimal;

/// Marks in a row: the name, the bar, the way out.
const IN_A_ROW: usize = 3;

/// The rows; that of the actor `open` is the one whose mentions show.
pub(super) fn bars(rows: &[BarRow], open: Option<&str>, walk: Walk) -> El {
    let of = rows.len() * IN_A_ROW;
    let row = |(at, row): (usize, &BarRow)| {
        let mark = |class: &'static str, place: usize| {
            let stop = walk.stop(at * IN_A_ROW + place, of);
            el("a", class).set("data-mark", "").set("tabindex", stop)
        };
        let BarRow { actor, whole, parts } = row;
        let open = open == Some(&actor.id);
        let includes = if actor.on {
            format!("{}: filtered by, take the filter off", actor.name)
        } else {
            format!("{}: only articles that mention it", actor.name)
        };
        let excludes = format!("{}: leave out articles that mention it", actor.name);
        let name = mark("bar-name", 0).class("bar-name-on", actor.on).current(actor.on).named(includes);
        let bar = mark("bar", 1).current(open).set("href", href(&whole.opens));
        let bar = bar.set("aria-label", says(whole, parts)).set("data-actor", actor.id.clone());
        let value = el("span", "bar-value").say(whole.written.clone());
        let out = mark("out", 2).named(excludes).set("href", href(&actor.exclude));
        el("li", "bar-row")
            .class("bar-row-open", open)
            .set("data-row", "")
            .with(name.set("href", href(&actor.include)).say(actor.name.clone()))
            .with(bar.with(drawn(whole, parts)).with(value))
            .with(out)
    };
    el("ol", "bars").all(rows.iter().enumerate().map(row))
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

fn drawn(whole: &Mark, parts: &[(Form, Mark)]) -> El {
    let share = |value: f64| decimal(value / whole.length.max(f64::MIN_POSITIVE), 4);
    let part = |(form, part): &(Form, Mark)| {
        let grow = format!("flex-grow: {}", share(part.length));
        el("span", format!("part part-{}", form.name())).set("style", grow).set("title", part.says.clone())
    };
    plot("bar-plot", whole.length).all(parts.iter().map(part))
}
