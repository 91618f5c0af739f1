//! Columns over time in a picture: one strip for each actor on one axis, with what begins where, what is left out and
//! the value at each peak.

use super::canvas::{BAR, Canvas, SOFT, Type};
use super::letters::{cut, width};
use crate::figures::figure::{TimePlot, TimeRow};

/// The width of a break of the axis.
const BREAK: f64 = 26.0;

/// Where the columns stand.
struct Axis<'p> {
    plot: &'p TimePlot,
    left: f64,
    /// The width of a column.
    step: f64,
}

impl Axis<'_> {
    /// Where the column at `at` begins; the undated stand apart, by the width of one column.
    fn x(&self, at: usize) -> f64 {
        let breaks = self.plot.breaks.iter().filter(|broken| broken.before <= at).count();
        let apart = usize::from(at >= self.plot.columns);
        self.left + self.step * (at + apart) as f64 + BREAK * breaks as f64
    }
}

/// Draws the strips, as high as there is room, and their axis.
pub(super) fn time(canvas: &mut Canvas, plot: &TimePlot) {
    let small = canvas.note();
    if plot.is_hatched() {
        canvas.hatched = true;
        canvas.key(&[("url(#none)".to_owned(), "no articles".to_owned())]);
    }
    let names = plot.rows.iter().flat_map(|row| [row.actor.name.as_str(), row.written.as_str()]);
    let names = canvas.names(names);
    let undated = plot.says.len() > plot.columns;
    let columns = plot.columns + if undated { 2 } else { 0 };
    let room = canvas.width() - names - BREAK * plot.breaks.len() as f64;
    let axis = Axis { plot, left: canvas.left() + names, step: room / columns.max(1) as f64 };
    let foot = small.size * 3.6;
    let rows = plot.rows.len().max(1) as f64;
    let strip = ((canvas.room - canvas.y - foot) / rows).clamp(canvas.size.text() * 4.0, 180.0);
    for row in &plot.rows {
        strip_of(canvas, &axis, row, names, strip);
    }
    let end = canvas.left() + canvas.width();
    canvas.y += small.size * 1.3;
    for tick in &plot.ticks {
        let x = axis.x(tick.at).min(end - width(&tick.label, small.size));
        canvas.text(x.max(canvas.left()), canvas.y, small, &tick.label);
    }
    let broken = plot.broken();
    if undated || !broken.is_empty() {
        // Below the ticks, which it might touch.
        canvas.y += small.size * 1.3;
    }
    if undated {
        let half = width("no date", small.size) / 2.0;
        let x = (axis.x(plot.columns) + axis.step / 2.0).min(end - half);
        canvas.text(x, canvas.y, Type { anchor: "middle", ..small }, "no date");
    }
    let free = canvas.width() - if undated { width("no date", small.size) + axis.step } else { 0.0 };
    if !broken.is_empty() {
        canvas.text(canvas.left(), canvas.y, small, &cut(&broken, small.size, free));
    }
    canvas.y += 10.0;
}

/// Draws the strip of an actor, `height` high: its name and what it has in all in a column of `names`, and its columns.
fn strip_of(canvas: &mut Canvas, axis: &Axis<'_>, row: &TimeRow, names: f64, height: f64) {
    let (set, small) = (canvas.label(), canvas.note());
    let (x, foot) = (canvas.left() + names - 10.0, canvas.y + height - 8.0);
    let ends = |set: Type| Type { anchor: "end", ..set };
    for (set, text, up) in [(set, &row.actor.name, small.size * 1.35), (small, &row.written, 0.0)] {
        canvas.text(x, foot - up, ends(set), &cut(text, set.size, names - 10.0));
    }
    // The value at the peak stands above it.
    let tallest = height - 8.0 - small.size * 1.3;
    let width_of = (axis.step - 1.0).max(0.5);
    for (at, mark) in row.marks.iter().enumerate() {
        let x = axis.x(at) + 0.5;
        let Some(mark) = mark else {
            canvas.rect([x, foot - tallest, axis.step, tallest], "url(#none)", "no articles");
            continue;
        };
        // Without mentions, but with articles: a line at the foot.
        canvas.rect([x, foot, width_of, 1.5], SOFT, &mark.says);
        let tall = mark.length * tallest;
        canvas.rect([x, foot - tall, width_of, tall], BAR, &mark.says);
        if row.peak == Some(at) {
            let half = width(&mark.written, small.size) / 2.0;
            let (left, right) = (canvas.left() + half, canvas.left() + canvas.width() - half);
            let middle = (x + axis.step / 2.0).max(left).min(right);
            let set = Type { anchor: "middle", ..small };
            canvas.text(middle, foot - tall - small.size * 0.3, set, &mark.written);
        }
    }
    for broken in &axis.plot.breaks {
        let x = axis.x(broken.before) - BREAK / 2.0;
        for (at, shift) in [(foot - 4.0, -3.0), (foot - 4.0, 3.0)] {
            canvas.rect([x + shift, at, 1.2, 9.0], SOFT, &broken.label);
        }
    }
    canvas.y += height;
}
