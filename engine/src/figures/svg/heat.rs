//! Numbers in rows and columns in a picture.

use super::canvas::{BAR, Canvas, Type};
use super::letters::{cut, width, wrapped};
use crate::figures::figure::{HeatCell, HeatPlot};
use crate::wording::decimal;

/// The most lines of the head of a column.
const HEAD_LINES: usize = 3;

/// Draws the heads and the rows, as high as there is room.
pub(super) fn heat(canvas: &mut Canvas, plot: &HeatPlot) {
    let (set, small) = (canvas.label(), canvas.note());
    let names = canvas.names(plot.rows.iter().map(|row| row.actor.name.as_str()));
    let left = canvas.left() + names;
    let step = (canvas.width() - names) / plot.columns.len().max(1) as f64;
    // A head as wide as its column, its letters smaller where a word of it needs that.
    let words = plot.columns.iter().flat_map(|head| head.name.split_whitespace());
    let widest = words.map(|word| width(word, 1.0)).fold(0.1, f64::max);
    let size = ((step - 6.0) / widest).clamp(small.size * 0.75, small.size);
    let middle = Type { size, anchor: "middle", ..small };
    let heads: Vec<Vec<String>> = plot
        .columns
        .iter()
        .map(|head| {
            let mut lines = wrapped(&head.name, size, step - 4.0, HEAD_LINES);
            lines.extend((!head.note.is_empty()).then(|| cut(&head.note, size, step - 4.0)));
            lines
        })
        .collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (at, head) in heads.iter().enumerate() {
        let x = left + step * (at as f64 + 0.5);
        for (line, text) in head.iter().enumerate() {
            let y = canvas.y + size * 1.2 * (lines - head.len() + line + 1) as f64;
            canvas.text(x, y, middle, text);
        }
    }
    canvas.y += size * 1.2 * lines as f64 + 8.0;
    let is_noted = plot.rows.iter().any(|row| row.cells.iter().any(|cell| !cell.note.is_empty()));
    // What a number rests on stands beside it where there is room, else under it.
    let beside = |cell: &HeatCell| {
        let both = width(&cell.mark.written, set.size) + width(&cell.note, small.size * 0.85) + 6.0;
        both <= step - 6.0
    };
    let is_flat = !is_noted || plot.rows.iter().all(|row| row.cells.iter().all(beside));
    let least = set.size * if is_flat { 1.3 } else { 2.3 };
    let height =
        ((canvas.room - canvas.y - 8.0) / plot.rows.len().max(1) as f64).clamp(least, set.size * 3.4);
    for row in &plot.rows {
        canvas.name(&row.actor.name, names, height);
        for (at, cell) in row.cells.iter().enumerate() {
            let x = left + step * at as f64;
            // Pale enough for dark figures at any strength.
            let strength = decimal(0.08 + 0.4 * cell.mark.length, 2);
            let fill = match cell.mark.value {
                0 => "none".to_owned(),
                _ => format!("{BAR}\" fill-opacity=\"{strength}"),
            };
            canvas.rect([x + 1.0, canvas.y + 1.0, step - 2.0, height - 2.0], &fill, &cell.mark.says);
            let number = cut(&cell.mark.written, set.size, step);
            let (x, centre) = (x + step / 2.0, canvas.y + height / 2.0);
            let size = small.size * 0.85;
            match (cell.note.is_empty(), is_flat) {
                (true, _) => {
                    canvas.text(x, centre + set.size * 0.35, Type { anchor: "middle", ..set }, &number)
                }
                (false, true) => {
                    let wide = width(&cell.note, size);
                    let (end, y) = (x - (wide - width(&number, set.size)) / 2.0, centre + set.size * 0.35);
                    canvas.text(end, y, Type { anchor: "end", ..set }, &number);
                    canvas.text(end + 6.0, y, Type { size, anchor: "start", ..middle }, &cell.note);
                }
                (false, false) => {
                    canvas.text(x, centre - set.size * 0.05, Type { anchor: "middle", ..set }, &number);
                    canvas.text(
                        x,
                        centre + set.size * 0.95,
                        Type { size, ..middle },
                        &cut(&cell.note, size, step),
                    );
                }
            }
        }
        canvas.y += height;
    }
    canvas.y += 8.0;
}
