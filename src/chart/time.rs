//! Mentions over time: a row of columns an actor, one below the other on one scale, up to five.

use crate::browser;
use crate::element::{El, axis, el, plot, sign};
use crate::roving_tabindex::Walk;
use crate::state::{App, href};
use dateline_engine::figures::{Mark, TimePlot, TimeRow};
use dateline_engine::order;
use dateline_engine::view::View;
use leptos::ev::Event;

/// The rows, the ends of their axis, and a field that adds an actor.
pub(super) fn time(app: App, plot: &TimePlot, walk: Walk) -> Vec<El> {
    let of = plot.rows.iter().map(|row| row.marks.iter().flatten().count()).sum();
    let undated = plot.rows.iter().any(|row| row.marks.len() > plot.columns);
    let mut place = 0;
    let columns = plot.columns;
    let rows = plot.rows.iter().map(|row| drawn(row, columns, walk, &mut place, of));
    let rows = el("ol", "lines").all(rows);
    let ends = plot.ends.clone().map(|(first, last)| {
        let last = if undated { format!("{last} · undated") } else { last };
        axis([first, last])
    });
    [rows].into_iter().chain(ends).chain([add(app, plot.drawn.clone())]).collect()
}

fn drawn(row: &TimeRow, columns: usize, walk: Walk, place: &mut usize, of: usize) -> El {
    let mut column = |(at, mark): (usize, &Option<Mark>)| {
        let apart = at >= columns;
        let Some(mark) = mark else { return el("li", "column column-empty") };
        let stop = walk.stop(*place, of);
        *place += 1;
        let link = el("a", "column-link").set("data-mark", "").set("tabindex", stop).named(mark.says.clone());
        let link = link.set("href", href(&mark.opens)).with(plot("column-bar", mark.length));
        el("li", "column").class("column-apart", apart).with(link)
    };
    let marks = row.marks.iter().enumerate().map(&mut column);
    let marks = el("ol", "line-columns").set("data-row", "").all(marks);
    let actor = &row.actor;
    let name = el("a", "line-name").class("bar-name-on", actor.on).set("href", href(&actor.include));
    let total = format!("{}, at most {} a column", row.written, row.highest);
    let cross = el("a", "line-cross").named(format!("Draw the others without {}", actor.name));
    let head = el("p", "line-head")
        .with(name.say(actor.name.clone()))
        .with(el("span", "line-total").say(total))
        .with(cross.set("href", href(&row.without)).with(sign("", "×")));
    el("li", "line").with(head).with(marks)
}

/// A list of all actors; choosing one draws it beside the others.
fn add(app: App, drawn: Vec<String>) -> El {
    let mut others: Vec<_> =
        app.explorer.mentions.actors.iter().filter(|actor| !drawn.contains(&actor.id)).collect();
    order::by(&mut others, |a, b| a.name.cmp(&b.name));
    let option = |value: String, says: String| el("option", "").set("value", value).say(says);
    let first = option(String::new(), "choose an actor".to_owned());
    let options = others.into_iter().map(|actor| option(actor.id.clone(), actor.name.clone()));
    let list = el("select", "select").set("id", "line-add").with(first).all(options);
    let choose = move |event: Event| {
        let Some(id) = browser::chosen(&event).filter(|id| !id.is_empty()) else { return };
        // The newest takes the place of the last.
        let mut lines = drawn.clone();
        lines.truncate(TimePlot::MOST - 1);
        lines.push(id);
        app.go(View { lines, ..app.current() });
    };
    let label = el("label", "").set("for", "line-add").say("Compare with ");
    el("p", "line-add").with(label).with(list.on("change", choose))
}
