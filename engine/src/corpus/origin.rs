//! Origins: the map from a text back to the bytes of the file that it was read from. Markup, escapes and encodings make
//! the two differ; an origin maps every piece of the text to where it stands.

use super::FileSpan;
use crate::text::Span;

/// The map from a text to the bytes that it was read from, as runs in ascending order of both. What lies between two
/// runs exists on one side only, such as tags in the file or the white space between two blocks in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    runs: Vec<Run>,
    /// Whether a cut precedes the next run.
    cut: bool,
}

/// A run of units of equal length: each unit has `text_unit` bytes in the text and `file_unit` bytes in the file. A
/// unit is one character, or a whole piece that cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// The offset of the first unit, in bytes of the text.
    text: u32,
    /// The offset of the first unit, in bytes of the file.
    file: u32,
    /// The number of units.
    units: u32,
    text_unit: u32,
    file_unit: u32,
    /// Whether the file spells the unit by an escape or a reference: `&amp;` is not `&`.
    respelled: bool,
    /// Whether the file cuts a word before the first unit: by a hyphen and a line end, or a soft hyphen.
    cut: bool,
}

impl Run {
    fn text_end(&self) -> u32 {
        self.text + self.units * self.text_unit
    }

    fn file_end(&self) -> u32 {
        self.file + self.units * self.file_unit
    }

    /// The offset in the file at which the unit begins that contains the byte `at` of the text.
    fn start(&self, at: u32) -> u32 {
        let units = at.saturating_sub(self.text) / self.text_unit.max(1);
        self.file + units.min(self.units) * self.file_unit
    }

    /// The offset in the file at which the unit ends that contains the last byte before `at` of the text.
    fn end(&self, at: u32) -> u32 {
        let units = at.saturating_sub(self.text).div_ceil(self.text_unit.max(1));
        self.file + units.min(self.units) * self.file_unit
    }
}

impl Origin {
    /// Whether the origin has no runs.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The runs that overlap `span` of the text.
    fn over(&self, span: Span) -> &[Run] {
        let first = self.runs.partition_point(|run| run.text_end() <= span.start);
        let end = self.runs.partition_point(|run| run.text < span.end).max(first);
        &self.runs[first..end]
    }

    /// The range from the first to the last byte that `span` of the text came from. It counts in what the text was read
    /// from: the file, or a text that has an origin of its own. Empty if `span` came from nowhere.
    pub fn span(&self, span: Span) -> Span {
        match self.over(span) {
            [] => {
                let next = self.runs.partition_point(|run| run.text_end() <= span.start);
                let at = self.runs.get(next).map(|run| run.file);
                let at = at.or(self.runs.last().map(Run::file_end)).unwrap_or_default();
                Span { start: at, end: at }
            }
            [first, .., last] => Span { start: first.start(span.start), end: last.end(span.end) },
            [run] => Span { start: run.start(span.start), end: run.end(span.end) },
        }
    }

    /// The bytes of the file that spell `span` of the text literally, or cut at the end of a line; `None` if an escape,
    /// a reference or a tag is in the way.
    pub fn literal(&self, span: Span) -> Option<FileSpan> {
        let runs = self.over(span);
        let (first, last) = (runs.first()?, runs.last()?);
        let whole = first.text <= span.start && last.text_end() >= span.end;
        let joined = runs.windows(2).all(|pair| {
            pair[0].text_end() == pair[1].text && (pair[1].cut || pair[0].file_end() == pair[1].file)
        });
        (whole && joined && !runs.iter().any(|run| run.respelled)).then(|| Origin::placed(self.span(span)))
    }

    /// A span in bytes of the file, declared as such: `span` must count in a text that equals the file's bytes, or must
    /// have been mapped to the file already.
    pub fn placed(Span { start, end }: Span) -> FileSpan {
        FileSpan { start, end }
    }
}

/// Building origins while files are read.
#[cfg(feature = "read")]
impl Origin {
    /// Adds `length` bytes at the offset `text` of the text that stand unchanged at the offset `file` of the file.
    pub(crate) fn same(&mut self, text: usize, length: usize, file: usize) {
        let run = Run {
            text: text as u32,
            file: file as u32,
            units: length as u32,
            text_unit: 1,
            file_unit: 1,
            respelled: false,
            cut: false,
        };
        self.push(run);
    }

    /// Says that the file cuts a word before the next unit.
    pub(crate) fn cut(&mut self) {
        self.cut = true;
    }

    /// Adds one unit of `length` bytes at the offset `text` of the text, written at `file` in the file: one character
    /// of the file's encoding or, if `respelled`, an escape or a reference.
    pub(crate) fn unit(&mut self, text: usize, length: usize, file: Span, respelled: bool) {
        self.push(Run {
            text: text as u32,
            file: file.start,
            units: 1,
            text_unit: length as u32,
            file_unit: file.len() as u32,
            respelled,
            cut: false,
        });
    }

    fn push(&mut self, mut run: Run) {
        if run.units == 0 || run.text_unit == 0 {
            return;
        }
        run.cut |= std::mem::take(&mut self.cut);
        if let Some(last) = self.runs.last_mut() {
            let alike = (last.text_unit, last.file_unit, last.respelled)
                == (run.text_unit, run.file_unit, run.respelled);
            if alike && last.text_end() == run.text && last.file_end() == run.file {
                last.units += run.units;
                return;
            }
        }
        self.runs.push(run);
    }

    /// The origin of `span` of the text alone, with text offsets counted from its beginning.
    pub(crate) fn of(&self, span: Span) -> Origin {
        let mut part = Origin::default();
        for run in self.over(span) {
            let (from, to) = (run.text.max(span.start), run.text_end().min(span.end));
            // A unit that the span cuts is a piece of its own; those between are whole.
            let up = (run.text + (from - run.text).next_multiple_of(run.text_unit)).min(to);
            let down = (to - (to - run.text) % run.text_unit).max(up);
            for (from, to) in [(from, up), (up, down), (down, to)] {
                let text = (from - span.start) as usize;
                let (start, end) = (run.start(from), run.end(to));
                if (to - from).is_multiple_of(run.text_unit) {
                    let units = (to - from) / run.text_unit;
                    let cut = run.cut && from > span.start && from == run.text;
                    part.push(Run { text: text as u32, file: start, units, cut, ..*run });
                } else {
                    part.unit(text, (to - from) as usize, Span { start, end }, true);
                }
            }
        }
        part
    }

    /// Removes all runs and keeps the allocation.
    pub(crate) fn clear(&mut self) {
        self.runs.clear();
        self.cut = false;
    }

    /// Appends the runs of `next`, whose text begins at the offset `text` of this one.
    pub(crate) fn append(&mut self, next: &Origin, text: usize) {
        for run in &next.runs {
            self.push(Run { text: run.text + text as u32, ..*run });
        }
    }

    /// The composition with `next`: this origin leads into a text that has the origin `next`.
    pub(crate) fn through(&self, next: &Origin) -> Origin {
        let mut whole = Origin::default();
        for run in &self.runs {
            whole.cut |= run.cut;
            if (run.text_unit, run.file_unit, run.respelled) != (1, 1, false) {
                for unit in 0..run.units {
                    let start = run.file + unit * run.file_unit;
                    let middle = Span { start, end: start + run.file_unit };
                    let respelled = run.respelled || next.literal(middle).is_none();
                    let file = next.span(middle);
                    let text = (run.text + unit * run.text_unit) as usize;
                    whole.unit(text, run.text_unit as usize, file, respelled);
                }
                continue;
            }
            let middle = Span { start: run.file, end: run.file_end() };
            for inner in next.of(middle).runs {
                whole.push(Run { text: run.text + inner.text, ..inner });
            }
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use crate::text::Span;

    /// `Kim &amp; <b>Putin</b>` reads `Kim & Putin`.
    fn html() -> Origin {
        let mut origin = Origin::default();
        origin.same(0, 4, 0);
        origin.unit(4, 1, Span::new(4, 9), true);
        origin.same(5, 1, 9);
        origin.same(6, 5, 13);
        origin
    }

    #[test]
    fn every_piece_leads_back() {
        let origin = html();
        for (text, file, literal) in [
            (0..3, 0..3, true),
            (4..5, 4..9, false),
            (0..5, 0..9, false),
            (6..11, 13..18, true),
            (5..11, 9..18, false),
            (7..9, 14..16, true),
        ] {
            let (text, file) = (Span::new(text.start, text.end), Span::new(file.start, file.end));
            assert_eq!(origin.span(text), file);
            assert_eq!(origin.literal(text), literal.then_some(Origin::placed(file)));
        }
    }

    #[test]
    fn a_part_leads_where_the_whole_does() {
        let origin = html();
        for start in 0..11 {
            for end in start + 1..=11 {
                let part = origin.of(Span::new(start, end));
                for at in start..end {
                    let whole = origin.span(Span::new(at, at + 1));
                    assert_eq!(
                        part.span(Span::new(at - start, at - start + 1)),
                        whole,
                        "{start}..{end} at {at}"
                    );
                }
            }
        }
    }

    #[test]
    fn ways_join() {
        // The file is UTF-16: two bytes a character.
        let mut wide = Origin::default();
        for at in 0..22 {
            wide.unit(at, 1, Span::new(2 * at, 2 * at + 2), false);
        }
        let whole = html().through(&wide);
        assert_eq!(whole.span(Span::new(6, 11)), Span::new(26, 36));
        assert_eq!(whole.literal(Span::new(6, 11)), Some(Origin::placed(Span::new(26, 36))));
        assert_eq!(whole.span(Span::new(4, 5)), Span::new(8, 18));
        assert_eq!(whole.literal(Span::new(4, 5)), None);
    }
}
