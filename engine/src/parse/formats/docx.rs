//! Documents of Word: the text of a `.docx`, taken out of its archive. Paragraphs are lines, and their styles tell
//! headings, list items, quotations and captions; an export of a press database is read as such.

use super::exported;
use super::extract::Extract;
use super::record::{Channel, Record, Slot};
use crate::corpus::BlockKind;
use crate::parse::bytes::Passage;
use crate::parse::formats::html::reference::unescaped;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The number of bytes in which the root element stands, after the namespaces of all versions of Word.
const ROOT_WITHIN: usize = 4096;

/// The beginnings of the ids of styles, in lower case and in the languages of Word, with the kind of block.
const STYLES: &[(&str, BlockKind)] = &[
    ("heading", BlockKind::Heading),
    ("berschrift", BlockKind::Heading),
    ("überschrift", BlockKind::Heading),
    ("titre", BlockKind::Heading),
    ("ttulo", BlockKind::Heading),
    ("título", BlockKind::Heading),
    ("titolo", BlockKind::Heading),
    ("kop", BlockKind::Heading),
    ("nagwek", BlockKind::Heading),
    ("nagłówek", BlockKind::Heading),
    ("overskrift", BlockKind::Heading),
    ("rubrik", BlockKind::Heading),
    ("subtitle", BlockKind::Standfirst),
    ("untertitel", BlockKind::Standfirst),
    ("list", BlockKind::ListItem),
    ("quote", BlockKind::Quote),
    ("zitat", BlockKind::Quote),
    ("citation", BlockKind::Quote),
    ("caption", BlockKind::Caption),
    ("beschriftung", BlockKind::Caption),
    ("lgende", BlockKind::Caption),
];

/// The style of the headline of a document.
const TITLES: &[&str] = &["title", "titel"];

/// Whether `text` is the main part of a document.
pub(crate) fn is_one(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(ROOT_WITHIN)];
    head.starts_with('<') && head.contains("<w:document")
}

/// Reads the document at `whole`.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let mut lines = Lines {
        text,
        extract: Extract::default(),
        line: Passage::default(),
        kind: None,
        title: None,
        is_title: false,
    };
    let mut reader = Reader::from_str(whole.of(text));
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let base = whole.range().start;
    // Whether a run's text is open, and how many elements deep what Word shows in another way is.
    let (mut open, mut skipped) = (false, 0usize);
    loop {
        let start = base + reader.buffer_position() as usize;
        let event = reader.read_event();
        let at = Span::new(start, base + reader.buffer_position() as usize);
        match event {
            Ok(Event::Start(tag)) if skipped > 0 || is_other(&tag) => skipped += usize::from(is_other(&tag)),
            Ok(Event::End(tag)) if skipped > 0 => {
                skipped -= usize::from(matches!(tag.name().as_ref(), "mc:Fallback" | "w:del"))
            }
            _ if skipped > 0 && !matches!(event, Ok(Event::Eof) | Err(_)) => {}
            Ok(Event::Start(tag)) => {
                open = tag.name().as_ref() == "w:t";
                lines.styled(&tag);
            }
            Ok(Event::Empty(tag)) => match tag.name().as_ref() {
                "w:br" | "w:cr" => lines.flush(),
                "w:tab" | "w:noBreakHyphen" => {
                    lines.line.respelled(if tag.name().as_ref() == "w:tab" { " " } else { "-" }, at)
                }
                _ => lines.styled(&tag),
            },
            Ok(Event::End(tag)) => match tag.name().as_ref() {
                "w:t" => open = false,
                "w:p" => lines.end(),
                _ => {}
            },
            Ok(Event::Text(_)) if open => lines.line.same(at.of(text), at.range().start),
            Ok(Event::GeneralRef(_)) if open => lines.line.respelled(&unescaped(at.of(text)), at),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let place = Span::new(at.range().start, whole.range().end);
                let message = format!(
                    "expected a document to go on, found that it breaks off: {error}; what it holds so far is read"
                );
                outcome.problems.push(Problem::new(place, message));
                break;
            }
        }
    }
    lines.end();
    if exported::read(&lines.extract.passage, context, outcome) {
        return;
    }
    let mut record = Record::default();
    if let Some(title) = lines.title {
        record.push_first(Slot::Title, title);
    }
    record.set_body(lines.extract);
    if record.has_no_body() {
        let message =
            "expected an article, found a document without a text; leave the file out of the folder";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        return;
    }
    outcome.articles.push(record.draft(&Channel::default(), context, &mut outcome.problems));
}

/// Whether `tag` opens what Word keeps and does not show: text that was deleted, or a picture for older versions.
fn is_other(tag: &BytesStart<'_>) -> bool {
    matches!(tag.name().as_ref(), "mc:Fallback" | "w:del")
}

/// The lines so far, and the one that is open.
struct Lines<'a> {
    text: &'a str,
    extract: Extract,
    line: Passage,
    kind: Option<BlockKind>,
    /// The first paragraph in the style of a headline.
    title: Option<Passage>,
    is_title: bool,
}

impl Lines<'_> {
    /// Takes the style of the open paragraph from one of its properties.
    fn styled(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "w:pStyle" => {
                let style = tag.attributes().flatten().find(|a| a.key.as_ref() == "w:val");
                let style = style.map(|a| a.value.to_lowercase()).unwrap_or_default();
                self.is_title = TITLES.contains(&style.as_str()) && self.title.is_none();
                self.kind = STYLES.iter().find(|(head, _)| style.starts_with(head)).map(|(_, kind)| *kind);
            }
            "w:numPr" => self.kind = self.kind.or(Some(BlockKind::ListItem)),
            "w:outlineLvl" => self.kind = self.kind.or(Some(BlockKind::Heading)),
            _ => {}
        }
    }

    /// Ends the line.
    fn flush(&mut self) {
        let trimmed = self.line.trimmed();
        if !trimmed.is_empty() {
            debug_assert!(
                self.line.origin.span(trimmed).end as usize <= self.text.len(),
                "lines stand in the text"
            );
            self.extract.line(&self.line, trimmed, self.kind);
        }
        self.line.clear();
    }

    /// Ends the paragraph.
    fn end(&mut self) {
        if self.is_title && !self.line.trimmed().is_empty() {
            self.title = Some(std::mem::take(&mut self.line));
        } else {
            self.flush();
        }
        (self.kind, self.is_title) = (None, false);
    }
}
