//! What a picture is drawn on: its size, its margins, and the elements drawn so far.

use super::letters;
use crate::text::escape;
use crate::wording::decimal;
use std::fmt::Write as _;

pub(super) const PAPER: &str = "#fcfbf8";
pub(super) const INK: &str = "#1b1c1e";
pub(super) const SOFT: &str = "#55585d";
pub(super) const LINE: &str = "#d8d4ca";
pub(super) const BAR: &str = "#2f7391";

/// The fonts of the title and of the rest, as the page has them.
pub(super) const SERIF: &str =
    "Iowan Old Style, Palatino Linotype, Palatino, P052, Noto Serif, Georgia, serif";
pub(super) const SANS: &str =
    "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif";

/// The size of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// For the head of an article: 1,200 × 675.
    #[default]
    Article,
    /// For social media: 1,080 × 1,080.
    Square,
    /// For a column of text: 600 wide, as high as it needs.
    Column,
}

impl Size {
    /// All sizes, in the order in which they are offered.
    pub const ALL: [Size; 3] = [Size::Article, Size::Square, Size::Column];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Size::Article => "article",
            Size::Square => "square",
            Size::Column => "column",
        }
    }

    /// Its width and its least height; a chart with more rows than fit is higher.
    pub fn pixels(self) -> (f64, f64) {
        match self {
            Size::Article => (1200.0, 675.0),
            Size::Square => (1080.0, 1080.0),
            Size::Column => (600.0, 0.0),
        }
    }

    /// The size of the letters of labels.
    pub(super) fn text(self) -> f64 {
        if self == Size::Column { 13.0 } else { 17.0 }
    }

    /// The size of the letters of the source.
    pub(super) fn small(self) -> f64 {
        if self == Size::Column { 11.0 } else { 14.0 }
    }

    /// The size of the letters of the title.
    pub(super) fn title(self) -> f64 {
        if self == Size::Column { 20.0 } else { 30.0 }
    }

    /// The space around what is drawn.
    pub(super) fn margin(self) -> f64 {
        if self == Size::Column { 24.0 } else { 40.0 }
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// The size of its letters.
    pub(super) size: f64,
    pub(super) colour: &'static str,
    /// Where in the text its place is: `start`, `middle` or `end`.
    pub(super) anchor: &'static str,
}

/// The elements drawn so far, and the `y` at which the next ones begin.
pub(super) struct Canvas {
    pub(super) size: Size,
    pub(super) body: String,
    pub(super) y: f64,
    /// The room for the plot, in height.
    pub(super) room: f64,
    /// Whether a time without articles is drawn.
    pub(super) hatched: bool,
}

impl Canvas {
    /// The left margin.
    pub(super) fn left(&self) -> f64 {
        self.size.margin()
    }

    /// The width between the margins.
    pub(super) fn width(&self) -> f64 {
        self.size.pixels().0 - 2.0 * self.size.margin()
    }

    pub(super) fn text(&mut self, x: f64, y: f64, set: Type, text: &str) {
        let [x, y, size] = [x, y, set.size].map(|at| decimal(at, 1));
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{}\" text-anchor=\"{}\">{}</text>",
            set.colour,
            set.anchor,
            escape(text)
        );
    }

    pub(super) fn rect(&mut self, area: [f64; 4], fill: &str, says: &str) {
        let [x, y, width, height] = area.map(|at| decimal(at.max(0.0), 1));
        let _ = write!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\""
        );
        let _ = match says.is_empty() {
            true => writeln!(self.body, "/>"),
            false => writeln!(self.body, "><title>{}</title></rect>", escape(says)),
        };
    }

    /// Labels in ink, at their beginning.
    pub(super) fn label(&self) -> Type {
        Type { size: self.size.text(), colour: INK, anchor: "start" }
    }

    /// Small text in a softer colour.
    pub(super) fn note(&self) -> Type {
        Type { size: self.size.small(), colour: SOFT, anchor: "start" }
    }

    /// The width of the column of names: as wide as the widest needs, but no more than a third of the picture.
    pub(super) fn names<'n>(&self, names: impl Iterator<Item = &'n str>) -> f64 {
        let size = self.size.text();
        let widest = names.map(|name| letters::width(name, size)).fold(0.0, f64::max);
        widest.min(self.width() / 3.0) + 10.0
    }

    /// Draws the name of a row, `height` high, which ends left of the plot; its column is `names` wide.
    pub(super) fn name(&mut self, name: &str, names: f64, height: f64) {
        let set = Type { anchor: "end", ..self.label() };
        let name = letters::cut(name, set.size, names - 10.0);
        let (x, y) = (self.left() + names - 8.0, self.y + height / 2.0 + set.size * 0.35);
        self.text(x, y, set, &name);
    }

    /// Draws a row of swatches with their labels, in as many lines as they need.
    pub(super) fn key(&mut self, entries: &[(String, String)]) {
        let set = self.note();
        let (left, end) = (self.left(), self.left() + self.width());
        let mut x = left;
        for (at, (fill, label)) in entries.iter().enumerate() {
            let label = letters::cut(label, set.size, self.width() - 20.0);
            let width = 18.0 + letters::width(&label, set.size) + 14.0;
            if at > 0 && x + width > end + 14.0 {
                (x, self.y) = (left, self.y + set.size + 8.0);
            }
            self.rect([x, self.y, 12.0, 12.0], fill, "");
            self.text(x + 18.0, self.y + 11.0, set, &label);
            x += width;
        }
        self.y += set.size + 12.0;
    }
}
