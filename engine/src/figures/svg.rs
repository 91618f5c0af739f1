//! A figure as a self-contained SVG file: the title, marks with their values, and the source line. It is drawn for
//! light paper, where downloaded charts end up. Lengths are in pixels at the drawing's own size.

use super::figure::{BarRow, Figure, PairRow, Plot, TimePlot};
use crate::actors::Form;
use crate::labels;
use crate::text::escape;
use crate::wording::decimal;
use std::fmt::Write as _;

/// The width of the picture.
pub const WIDTH: u32 = 720;
const MARGIN: f64 = 24.0;
/// The width of a letter of a key, in units of the picture; most are narrower.
const LETTER: f64 = 6.4;
/// The width of the names, left of the plot.
const NAMES: f64 = 160.0;
/// The width of the values, right of the plot.
const VALUES: f64 = 56.0;
/// The height of a row of bars or pairs.
const ROW: f64 = 26.0;
/// The width of the plot of bars.
const PLOT: f64 = WIDTH as f64 - 2.0 * MARGIN - NAMES - VALUES;
/// The height of a row of columns over time, with the values over them.
const COLUMNS: f64 = 56.0;
/// The most characters in a line of small text, at which a wide font still fits.
const SMALL_LINE: usize = 100;
/// The most characters in a line of the title.
const TITLE_LINE: usize = 62;

const PAPER: &str = "#fcfbf8";
const INK: &str = "#1b1c1e";
const SOFT: &str = "#55585d";
const LINE: &str = "#d8d4ca";
const BAR: &str = "#2f7391";

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

/// The elements drawn so far, and the `y` at which the next ones begin.
struct Picture {
    body: String,
    y: f64,
}

impl Picture {
    fn text(&mut self, x: f64, y: f64, style: &str, text: &str) {
        let [x, y] = [x, y].map(|at| decimal(at, 1));
        let _ = writeln!(self.body, "<text x=\"{x}\" y=\"{y}\" {style}>{}</text>", escape(text));
    }

    fn rect(&mut self, area: [f64; 4], fill: &str, says: &str) {
        let [x, y, width, height] = area.map(|at| decimal(at, 1));
        let _ = writeln!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"><title>{}</title></rect>",
            escape(says)
        );
    }

    /// Draws `text` in lines of at most `most` characters, `height` apart.
    fn lines(&mut self, text: &str, most: usize, height: f64, style: &str) {
        for line in wrapped(text, most) {
            self.y += height;
            self.text(MARGIN, self.y, style, &line);
        }
    }

    /// Draws the name of a row, which ends left of the plot.
    fn name(&mut self, name: &str) {
        let style = format!("font-size=\"13\" fill=\"{INK}\" text-anchor=\"end\"");
        self.text(MARGIN + NAMES - 8.0, self.y + ROW / 2.0 + 4.5, &style, &cut(name, 24));
    }
}

/// The SVG file of `figure`.
pub fn svg(figure: &Figure) -> String {
    let mut picture = Picture { body: String::new(), y: MARGIN - 4.0 };
    let title = format!("font-family=\"Georgia, serif\" font-size=\"20\" font-weight=\"600\" fill=\"{INK}\"");
    picture.lines(&figure.title, TITLE_LINE, 26.0, &title);
    picture.y += 14.0;
    match &figure.plot {
        Plot::Bars(rows) => bars(&mut picture, rows),
        Plot::Time(plot) => time(&mut picture, plot),
        Plot::Pairs(rows) => pairs(&mut picture, rows),
    }
    picture.y += 8.0;
    let small = format!("font-size=\"12\" fill=\"{SOFT}\"");
    for text in [&figure.left_out, &figure.source] {
        picture.lines(text, SMALL_LINE, 17.0, &small);
    }
    let height = (picture.y + MARGIN).ceil() as u32;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"system-ui, Arial, sans-serif\">\n<title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{}</svg>\n",
        escape(&figure.title),
        picture.body
    )
}

fn bars(picture: &mut Picture, rows: &[BarRow]) {
    let left = MARGIN + NAMES;
    for row in rows {
        picture.name(&row.actor.name);
        let top = picture.y + 4.0;
        let bar = |from: f64, length: f64| [left + from * PLOT, top, length * PLOT, ROW - 8.0];
        if row.parts.is_empty() {
            picture.rect(bar(0.0, row.whole.length), BAR, &row.whole.says);
        }
        for (form, part) in &row.parts {
            picture.rect(bar(part.start, part.length), colour(*form), &part.says);
        }
        let style = format!("font-size=\"13\" fill=\"{INK}\"");
        let end = left + row.whole.length * PLOT + 6.0;
        picture.text(end, picture.y + ROW / 2.0 + 4.5, &style, &row.whole.written);
        picture.y += ROW;
    }
    picture.rect([left - 0.5, picture.y - ROW * rows.len() as f64, 1.0, ROW * rows.len() as f64], SOFT, "0");
    let used: Vec<Form> = Form::ALL
        .into_iter()
        .filter(|f| rows.iter().any(|row| row.parts.iter().any(|(form, _)| form == f)))
        .collect();
    if used.is_empty() {
        return;
    }
    picture.y += 8.0;
    let mut x = MARGIN;
    let end = f64::from(WIDTH) - MARGIN;
    for form in used {
        let label = labels::form(form);
        let width = 16.0 + label.chars().count() as f64 * LETTER + 16.0;
        if x + width > end {
            (x, picture.y) = (MARGIN, picture.y + 18.0);
        }
        picture.rect([x, picture.y, 11.0, 11.0], colour(form), label);
        let style = format!("font-size=\"12\" fill=\"{SOFT}\"");
        picture.text(x + 16.0, picture.y + 10.0, &style, label);
        x += width;
    }
    picture.y += 14.0;
}

fn time(picture: &mut Picture, plot: &TimePlot) {
    let width = WIDTH as f64 - 2.0 * MARGIN;
    for row in &plot.rows {
        let says = format!("{}, {}", row.actor.name, row.written);
        let style = format!("font-size=\"13\" fill=\"{INK}\"");
        picture.text(MARGIN, picture.y + 14.0, &style, &says);
        picture.y += 20.0;
        // The undated stand apart, by the width of one column.
        let undated = row.marks.len() > plot.columns;
        let step = width / (plot.columns + if undated { 2 } else { 0 }).max(1) as f64;
        for (at, mark) in row.marks.iter().enumerate() {
            let x = MARGIN + step * (if at < plot.columns { at } else { at + 1 }) as f64;
            let Some(mark) = mark else { continue };
            let height = mark.length * (COLUMNS - 14.0);
            let foot = picture.y + COLUMNS;
            // Without mentions, but with articles: a line at the foot.
            picture.rect([x + 0.5, foot, (step - 1.0).max(0.5), 2.0], SOFT, &mark.says);
            picture.rect([x + 0.5, foot - height, (step - 1.0).max(0.5), height], BAR, &mark.says);
            if mark.value > 0 && step >= 13.0 {
                let style = format!("font-size=\"10\" fill=\"{INK}\" text-anchor=\"middle\"");
                picture.text(x + step / 2.0, foot - height - 3.0, &style, &mark.written);
            }
        }
        picture.y += COLUMNS + 10.0;
    }
    if let Some((first, last)) = &plot.ends {
        let style = format!("font-size=\"12\" fill=\"{SOFT}\"");
        let undated = plot.rows.iter().any(|row| row.marks.len() > plot.columns);
        picture.text(MARGIN, picture.y + 8.0, &style, &format!("{first} – {last}"));
        if undated {
            picture.text(MARGIN + width, picture.y + 8.0, &format!("{style} text-anchor=\"end\""), "undated");
        }
        picture.y += 12.0;
    }
}

fn pairs(picture: &mut Picture, rows: &[PairRow]) {
    let left = MARGIN + NAMES;
    let step = (PLOT + VALUES) / rows.len().max(1) as f64;
    for row in rows {
        picture.name(&row.actor.name);
        for (at, mark) in row.marks.iter().enumerate() {
            let x = left + step * at as f64;
            // Pale enough for dark figures at any strength.
            let strength = decimal(0.08 + 0.4 * mark.length, 2);
            let fill = if mark.value == 0 {
                "none".to_owned()
            } else {
                format!("{BAR}\" fill-opacity=\"{strength}")
            };
            picture.rect([x, picture.y + 1.0, step - 2.0, ROW - 2.0], &fill, &mark.says);
            let style = format!("font-size=\"13\" fill=\"{INK}\" text-anchor=\"middle\"");
            picture.text(x + step / 2.0 - 1.0, picture.y + ROW / 2.0 + 4.5, &style, &mark.written);
        }
        let style = format!("font-size=\"12\" fill=\"{SOFT}\"");
        let x = left + step * row.marks.len() as f64 + 2.0;
        picture.text(x, picture.y + ROW / 2.0 + 4.5, &style, &cut(&row.actor.name, 14));
        picture.y += ROW;
    }
    picture.rect([left, picture.y, PLOT + VALUES, 1.0], LINE, "");
}

/// `text` in at most `most` characters; where it is cut, the last one is `…`.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// The words of `text` in lines of at most `most` characters; a longer word has a line of its own.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{colour, cut, wrapped};
    use crate::actors::Form;

    #[test]
    fn text_fits() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(cut("Democratic", 5), "Demo…");
    }

    #[test]
    fn the_page_and_the_file_have_the_same_colours() {
        let tokens = include_str!("../../../style/tokens.css");
        let light = tokens.split("@media").next().unwrap_or_default();
        for form in Form::ALL {
            let line = format!("--form-{}: {};", form.name(), colour(form));
            assert!(light.contains(&line), "{line}");
        }
    }
}
