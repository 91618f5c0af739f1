//! Bars in a picture, with the key to their parts.

use super::canvas::{BAR, Canvas, SOFT};
use super::letters::width;
use crate::actors::Form;
use crate::figures::figure::BarRow;
use crate::labels;

/// The colour of a form on light paper: the same as `--form-…` in `style/tokens.css`.
pub fn colour(form: Form) -> &'static str {
    match form {
        Form::Name => "#0f4c6b",
        Form::Acronym => "#2f7da0",
        Form::Short => "#6f7cc0",
        Form::Demonym => "#a8451a",
        Form::Metonym => "#c27400",
        Form::Place => "#85664a",
        Form::Surname => "#5a8ea8",
    }
}

/// Draws the key and the bars, as high as there is room.
pub(super) fn bars(canvas: &mut Canvas, rows: &[BarRow]) {
    let is_used = |form: &Form| rows.iter().any(|row| row.parts.iter().any(|(part, _)| part == form));
    let used: Vec<_> = Form::ALL.into_iter().filter(is_used).collect();
    let entry = |form: &Form| (colour(*form).to_owned(), labels::form(*form).to_owned());
    if !used.is_empty() {
        canvas.key(&used.iter().map(entry).collect::<Vec<_>>());
    }
    let set = canvas.label();
    let names = canvas.names(rows.iter().map(|row| row.actor.name.as_str()));
    let values = rows.iter().map(|row| width(&row.whole.written, set.size)).fold(0.0, f64::max) + 10.0;
    let (left, plot) = (canvas.left() + names, canvas.width() - names - values);
    let least = set.size * 1.25;
    let row_height = ((canvas.room - canvas.y - 8.0) / rows.len().max(1) as f64).clamp(least, set.size * 3.0);
    let top = canvas.y;
    for row in rows {
        canvas.name(&row.actor.name, names, row_height);
        let (y, height) = (canvas.y + row_height * 0.14, row_height * 0.72);
        let bar = |from: f64, length: f64| [left + from * plot, y, (length * plot).max(0.8), height];
        if row.parts.is_empty() {
            canvas.rect(bar(0.0, row.whole.length), BAR, &row.whole.says);
        }
        for (form, part) in &row.parts {
            canvas.rect(bar(part.start, part.length), colour(*form), &part.says);
        }
        let end = left + row.whole.length * plot + 6.0;
        canvas.text(end, canvas.y + row_height / 2.0 + set.size * 0.35, set, &row.whole.written);
        canvas.y += row_height;
    }
    canvas.rect([left - 0.5, top, 1.0, canvas.y - top], SOFT, "");
    canvas.y += 8.0;
}
