//! Factiva's XML: one element for each field of an article.

use super::extract::Extract;
use super::html::reference::unescaped;
use super::html::text::one_line;
use super::record::{Channel, Record, Slot};
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use quick_xml::Reader;
use quick_xml::events::Event;

/// The element that holds an article.
const ARTICLE: &str = "article";

/// The elements of the fields.
const FIELDS: &[(&str, Slot)] = &[
    ("headline", Slot::Title),
    ("byline", Slot::Author),
    ("publicationDate", Slot::Published),
    ("sourceName", Slot::Outlet),
    ("leadParagraph", Slot::Body),
    ("tailParagraphs", Slot::Body),
];

/// Reads the file at `whole` if it is an export of this database, and returns whether it is.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let file = whole.of(text);
    if !(file.contains("<leadParagraph") && file.contains("<sourceName")) {
        return false;
    }
    outcome.markup = "markup";
    let mut reader = Reader::from_str(file);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let base = whole.range().start;
    let mut record = Record::default();
    let (mut body, mut value) = (Extract::default(), Passage::default());
    let mut slot = None;
    loop {
        let start = base + reader.buffer_position() as usize;
        let event = reader.read_event();
        let at = Span::new(start, base + reader.buffer_position() as usize);
        match event {
            Ok(Event::Start(tag)) => {
                let name = tag.local_name();
                if let Some((_, known)) = FIELDS.iter().find(|(field, _)| *field == name.as_ref()) {
                    (slot, value) = (Some(*known), Passage::default());
                }
            }
            Ok(Event::Text(_)) if slot.is_some() => value.same(at.of(text), at.range().start),
            Ok(Event::GeneralRef(_)) if slot.is_some() => value.respelled(&unescaped(at.of(text)), at),
            Ok(Event::End(tag)) => {
                let name = tag.local_name();
                let ended = FIELDS.iter().any(|(field, _)| *field == name.as_ref());
                if slot == Some(Slot::Body) && (ended || name.as_ref() == "paragraph") {
                    let line = one_line(&value);
                    if !line.trimmed().is_empty() {
                        body.line(&line, line.trimmed(), None);
                    }
                    value.clear();
                } else if let Some(known) = slot.filter(|_| ended) {
                    record.push(known, one_line(&std::mem::take(&mut value)));
                }
                slot = slot.filter(|_| !ended);
                if name.as_ref() == ARTICLE {
                    let mut done = std::mem::take(&mut record);
                    done.set_body(std::mem::take(&mut body));
                    outcome.articles.push(done.draft(&Channel::default(), context, &mut outcome.problems));
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let place = Span::new(at.range().start, whole.range().end);
                let message = format!(
                    "expected an export to go on, found that it breaks off: {error}; the articles before that are read"
                );
                outcome.problems.push(Problem::new(place, message));
                break;
            }
        }
    }
    !outcome.articles.is_empty()
}
