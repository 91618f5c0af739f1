//! A figure as a self-contained SVG file, ready to be published: the title, what is counted, the key, exactly the marks
//! that the page shows, and where they come from, all within its margins. It is drawn for light paper, where charts end
//! up. [`canvas`] is what it is drawn on, [`letters`] how wide a text is; [`bars`], [`time`] and [`heat`] draw the plots.

mod bars;
mod canvas;
mod heat;
mod letters;
mod time;

pub use bars::colour;
pub use canvas::Size;

use super::figure::{Figure, Plot};
use crate::text::escape;
use crate::wording::decimal;
use canvas::{Canvas, INK, LINE, PAPER, SANS, SERIF, SOFT, Type};
use letters::wrapped;
use std::fmt::Write as _;

/// The most lines of a title; the letters of a longer one are cut.
const TITLE_LINES: usize = 2;

/// The SVG file of `figure` in this size.
pub fn svg(figure: &Figure, size: Size) -> String {
    let (width, least) = size.pixels();
    let mut canvas = Canvas { size, body: String::new(), y: size.margin(), room: 0.0, hatched: false };
    let title = Type { size: size.title(), colour: INK, anchor: "start" };
    let _ = writeln!(canvas.body, "<g font-family=\"{SERIF}\" font-weight=\"600\">");
    // Bold letters are wider.
    for line in wrapped(&figure.title, title.size * 1.06, canvas.width(), TITLE_LINES) {
        canvas.y += title.size;
        canvas.text(canvas.left(), canvas.y, title, &line);
        canvas.y += title.size * 0.2;
    }
    let _ = writeln!(canvas.body, "</g>");
    let about = Type { size: size.text(), colour: SOFT, anchor: "start" };
    for line in wrapped(&figure.subtitle, about.size, canvas.width(), 2) {
        canvas.y += about.size * 1.3;
        canvas.text(canvas.left(), canvas.y, about, &line);
    }
    canvas.y += about.size;
    // What stands under the plot is as high as its lines.
    let small = canvas.note();
    let mut foot: Vec<String> = Vec::new();
    for text in std::iter::once(&figure.left_out).chain(&figure.source_lines) {
        foot.extend(wrapped(text, small.size, canvas.width(), 2));
    }
    let line = small.size * 1.35;
    let foot_height = foot.len() as f64 * line + 14.0;
    canvas.room = least - size.margin() - foot_height;
    match &figure.plot {
        Plot::Bars(rows) => bars::bars(&mut canvas, rows),
        Plot::Time(plot) => time::time(&mut canvas, plot),
        Plot::Heat(plot) => heat::heat(&mut canvas, plot),
    }
    canvas.y = canvas.y.max(canvas.room);
    canvas.rect([canvas.left(), canvas.y + 4.0, canvas.width(), 1.0], LINE, "");
    canvas.y += 10.0;
    for text in &foot {
        canvas.y += line;
        canvas.text(canvas.left(), canvas.y - line * 0.2, small, text);
    }
    let height = (canvas.y + 4.0 + size.margin()).round().max(least);
    let [width, height] = [width, height].map(|at| decimal(at, 0));
    let hatching = format!(
        "<defs><pattern id=\"none\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"1.5\" height=\"6\" fill=\"{LINE}\"/></pattern></defs>\n"
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{SANS}\">\n<title>{}</title>\n{}<rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{}</svg>\n",
        escape(&figure.title),
        if canvas.hatched { hatching.as_str() } else { "" },
        canvas.body
    )
}

#[cfg(test)]
mod tests {
    use super::canvas::{SANS, SERIF};
    use super::colour;
    use crate::actors::Form;

    #[test]
    fn the_page_and_the_file_have_the_same_colours_and_letters() {
        let tokens = include_str!("../../../../style/tokens.css");
        for form in Form::ALL {
            let line = format!("--form-{}: var(--light, {})", form.name(), colour(form));
            assert!(tokens.contains(&line), "{line}");
        }
        let plain = tokens.replace('"', "");
        for line in [format!("--serif: {SERIF};"), format!("--sans: {SANS};")] {
            assert!(plain.contains(&line), "{line}");
        }
    }
}
