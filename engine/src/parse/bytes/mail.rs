//! Mails and saved pages (`.eml`, `.mhtml`), and boxes of mails (`.mbox`). mail-parser reads the headers and finds the
//! parts; here it is decided which of them is the text.

use super::envelope::Envelope;
use super::source_file::SourceFile;
use super::transfer::{self, Sent};
use crate::corpus::{Field, Origin};
use crate::parse::date_forms;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence::has_words;
use crate::text::{Problem, Span};
use encoding_rs::Encoding;
use mail_parser::{Encoding as Transfer, Header, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// The number of bytes within which the headers of a mail end; those that passed many servers have some thousand.
const HEADERS_WITHIN: usize = 64 << 10;

/// The headers that a mail has, and that hardly stand together in a text.
const KNOWN: &[&str] = &[
    "from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "reply-to",
    "mime-version", "content-type", "list-id", "sender", "cc",
];

/// The least number of words in the plain text of a mail that has HTML, too; with fewer it says that one should look
/// at the HTML.
const LEAST_WORDS: usize = 30;

/// What replies and forwarded mails put before the subject, in the languages of the usual programs.
static AGAIN: Pattern = pattern!(
    r"(?i)^(?:(?:re|fwd?|fw|aw|wg|tr|rv|enc|r|i|sv|vs|vb|antw|doorst|odp|pd|ynt|ilt|отв|пер)(?:\[\d+\])?\s?:\s*)+"
);

/// Whether `bytes` begin with the headers of a mail: nothing but headers up to an empty line, the known ones among
/// them.
fn is_one(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEADERS_WITHIN)];
    let mut known: Vec<String> = Vec::new();
    for line in head.split_inclusive(|b| *b == b'\n') {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line[0].is_ascii_whitespace() && !known.is_empty() {
            continue;
        }
        let Some(colon) = line.iter().position(|b| *b == b':') else { return false };
        let name = String::from_utf8_lossy(&line[..colon]).to_ascii_lowercase();
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_graphic()) {
            return false;
        }
        known.push(name);
    }
    known.retain(|name| KNOWN.contains(&name.as_str()));
    known.sort_unstable();
    known.dedup();
    let has = |name: &str| known.iter().any(|known| known == name);
    has("mime-version") && has("content-type") || has("from") && known.len() > 2
}

/// The length of what stands before the headers of a mail: a byte order mark, empty lines, and in a box the line that
/// opens each mail (`From ada@example.org Sat Apr 27 …`).
fn opening(bytes: &[u8]) -> usize {
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let before = bytes.len() - rest.len();
    let opens = rest.starts_with(b"From ");
    before + if opens { rest.iter().position(|b| *b == b'\n').map_or(0, |end| end + 1) } else { 0 }
}

/// Divides a box of mails into files, one a mail, named after the box and their number; `None` if `file` is no box.
pub(super) fn mails(file: &SourceFile) -> Option<Vec<SourceFile>> {
    let bytes = file.bytes.as_slice();
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let opens = |at: usize| bytes[at..].starts_with(b"From ") && is_one(&bytes[at + opening(&bytes[at..])..]);
    if !opens(bytes.len() - start.len()) {
        return None;
    }
    let ends = bytes.windows(2).enumerate().filter(|(_, pair)| pair[0] == b'\n' && pair[1] == b'F');
    let starts: Vec<usize> =
        [0].into_iter().chain(ends.map(|(at, _)| at + 1).filter(|at| opens(*at))).collect();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mail = |(index, (start, end)): (usize, (usize, usize))| SourceFile {
        name: format!("{}/{:05}", file.name, index + 1),
        bytes: bytes[start..end].to_vec(),
    };
    Some(starts.iter().copied().zip(ends).enumerate().map(mail).collect())
}

/// The envelope of a mail or a saved page; `None` if `bytes` are none.
pub(crate) fn envelope(bytes: &[u8]) -> Option<Envelope<'_>> {
    let base = opening(bytes);
    let raw = &bytes[base..];
    if !is_one(raw) {
        return None;
    }
    let message = MessageParser::default().parse(raw)?;
    let part = text_part(&message);
    let (start, end) = part.map_or((raw.len(), raw.len()), |part| {
        (part.offset_body as usize, (part.offset_end as usize).min(raw.len()))
    });
    let inner = &raw[start.min(end)..end];
    let inner = inner.strip_suffix(b"\n").map_or(inner, |cut| cut.strip_suffix(b"\r").unwrap_or(cut));
    let mut envelope = match part.map_or(Transfer::None, |part| part.encoding) {
        Transfer::QuotedPrintable => sent(transfer::quoted_printable(inner, base + start)),
        Transfer::Base64 => sent(transfer::base64(inner, base + start)),
        Transfer::None => {
            let mut origin = Origin::default();
            origin.same(0, inner.len(), base + start);
            Envelope::new(Cow::Borrowed(inner), origin, "mail-header")
        }
    };
    let charset = part.and_then(|part| part.content_type()?.attribute("charset"));
    envelope.encoding = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let span = |header: &Header<'_>| value_span(bytes, base, header);
    let find = |name: &str| message.headers().iter().find(|header| header.name().eq_ignore_ascii_case(name));
    let link =
        part.and_then(|part| part.headers.iter().find(|h| h.name().eq_ignore_ascii_case("content-location")));
    let link = find("snapshot-content-location").into_iter().chain(link).find_map(|header| {
        let text = header.value().as_text()?.trim();
        text.contains("://").then(|| Field::read(text.to_owned(), span(header)))
    });
    let saved = link.is_some() || find("from").is_none();
    envelope.url = link;
    let subject = find("subject").and_then(|header| Some((header.value().as_text()?, span(header))));
    let again = subject.as_ref().is_some_and(|(subject, _)| AGAIN.is_match(subject));
    envelope.title = subject.and_then(|(subject, span)| {
        let title = AGAIN.replace(subject.trim(), "").split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then(|| Field::read(title, span))
    });
    // The day of a mail is that of its text; that of an answer, of what was sent on or saved is not.
    if !saved && !again && find("in-reply-to").is_none() {
        envelope.published = find("date").and_then(|header| {
            let published = date_forms::in_field(&header.value().as_datetime()?.to_rfc3339(), None)?;
            Some(Field::read(published, span(header)))
        });
    }
    // Who writes to many at once is an outlet, and no person.
    if !saved && (find("list-id").is_some() || find("list-unsubscribe").is_some()) {
        envelope.outlet = find("from").and_then(|header| {
            let name = header.value().as_address()?.first()?.name()?.trim().to_owned();
            (!name.is_empty()).then(|| Field::read(name, span(header)))
        });
    }
    if !saved {
        envelope.problems.extend(attachments(&message, Span::new(base, base)));
    }
    Some(envelope)
}

fn sent(Sent { bytes, origin }: Sent) -> Envelope<'static> {
    Envelope::new(Cow::Owned(bytes), origin, "mail-header")
}

/// The span of a header's value in bytes of the file, without white space at its ends.
fn value_span(bytes: &[u8], base: usize, header: &Header<'_>) -> Span {
    let end = (base + header.offset_end as usize).min(bytes.len());
    let start = (base + header.offset_start as usize).min(end);
    let value = &bytes[start..end];
    let lead = value.len() - value.trim_ascii_start().len();
    Span::new((start + lead).min(end), start + value.trim_ascii_end().len().max(lead))
}

/// The part of a mail that holds its text: the plain one, unless it only points to the HTML; else the HTML.
fn text_part<'a>(message: &'a Message<'a>) -> Option<&'a MessagePart<'a>> {
    let of = |ids: &[u32]| ids.iter().filter_map(|id| message.part(*id)).collect::<Vec<_>>();
    let html = of(&message.html_body).into_iter().find(|part| matches!(part.body, PartType::Html(_)));
    let plain = of(&message.text_body).into_iter().find_map(|part| match &part.body {
        PartType::Text(text) if !text.trim().is_empty() => Some((part, text)),
        _ => None,
    });
    match (plain, html) {
        (Some((plain, text)), Some(_)) if has_words(text, LEAST_WORDS) => Some(plain),
        (Some((plain, _)), None) => Some(plain),
        (_, html) => html,
    }
}

/// The problem of documents that a mail carries, which are not read; pictures need no word.
fn attachments(message: &Message<'_>, at: Span) -> Option<Problem> {
    let named = message.attachments().filter(|part| {
        !part.content_type().is_some_and(|kind| matches!(kind.ctype(), "image" | "multipart"))
            && !part.is_text()
    });
    let names: Vec<String> =
        named.filter_map(|part| Some(format!("`{}`", part.attachment_name()?))).collect();
    let message = format!(
        "expected the text of a mail, found files with it that are not read: {}; save each beside it",
        names.join(", ")
    );
    (!names.is_empty()).then(|| Problem::new(at, message))
}
