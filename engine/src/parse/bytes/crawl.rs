//! Crawls: WARC and WET, records one after the other, each with headers and a body; every page becomes a file of its
//! own. Read here, because the crates for it need system randomness, which a page lacks, and refuse what is damaged.

use super::envelope::Envelope;
use super::limits::{Limits, problem, too_much};
use super::source_file::SourceFile;
use crate::corpus::{Field, Origin};
use crate::text::{Problem, Span};
use encoding_rs::Encoding;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

/// The first bytes of a record.
const RECORD: &[u8] = b"WARC/";

/// The types of content that are read; a crawl has pictures, styles and scripts, too.
const READ: &[&str] =
    &["text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml"];

/// Whether `bytes` begin like a crawl.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).starts_with(RECORD)
}

/// Lines of headers up to an empty line, in bytes of what they were read from.
struct Headers<'a> {
    bytes: &'a [u8],
    /// The length with the empty line.
    length: usize,
}

impl<'a> Headers<'a> {
    fn of(bytes: &'a [u8]) -> Headers<'a> {
        let mut length = 0;
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            length += line.len();
            if line.trim_ascii().is_empty() {
                break;
            }
        }
        Headers { bytes: &bytes[..length], length }
    }

    /// The value of the header `name` and its offset.
    fn get(&self, name: &str) -> Option<(usize, String)> {
        let mut at = 0;
        for line in self.bytes.split_inclusive(|b| *b == b'\n') {
            let colon = line.iter().position(|b| *b == b':').unwrap_or_default();
            if line[..colon].eq_ignore_ascii_case(name.as_bytes()) {
                let value = &line[colon + 1..];
                let lead = value.len() - value.trim_ascii_start().len();
                let text = String::from_utf8_lossy(value.trim_ascii()).into_owned();
                return Some((at + colon + 1 + lead, text));
            }
            at += line.len();
        }
        None
    }

    fn value(&self, name: &str) -> String {
        self.get(name).map(|(_, value)| value).unwrap_or_default()
    }

    /// The type of content, in lower case and without its parameters.
    fn content(&self) -> String {
        let value = self.value("content-type").to_ascii_lowercase();
        value.split(';').next().unwrap_or_default().trim().to_owned()
    }
}

/// Divides a crawl into files, one a page, named after the crawl and their number. Problems have an empty span.
pub(super) fn pages(file: &SourceFile, limits: Limits) -> (Vec<SourceFile>, Vec<Problem>) {
    let bytes = file.bytes.as_slice();
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
    let mut left = limits.bytes;
    let mut at = 0;
    while at < bytes.len() {
        let headers = Headers::of(&bytes[at..]);
        let start = at + headers.length;
        let length = headers.value("content-length").parse().unwrap_or(usize::MAX);
        let end = end_of(bytes, start, length);
        if end.is_none() && problems.is_empty() {
            problems.push(problem("expected whole records in the crawl, found one whose length is wrong; the records are read up to the next one".to_owned()));
        }
        let end = end.unwrap_or_else(|| {
            let next = next_record(bytes, start).unwrap_or(bytes.len());
            start + bytes[start..next].trim_ascii_end().len()
        });
        let body = &bytes[start..end.max(start)];
        let whole = &bytes[at..start];
        at = next_record(bytes, end).unwrap_or(bytes.len());
        let kind = headers.value("warc-type");
        if !matches!(kind.as_str(), "response" | "resource" | "conversion") {
            continue;
        }
        match page(&headers, body, left) {
            Ok(page) if files.len() < limits.files => {
                left -= (page.len() as u64).min(left);
                let bytes = [whole, &page].concat();
                files.push(SourceFile { name: format!("{}/{:05}", file.name, files.len() + 1), bytes });
            }
            Ok(_) => *left_out.entry(format!("beyond {} pages", limits.files)).or_default() += 1,
            Err(Unread::Other(what)) => *left_out.entry(what).or_default() += 1,
            Err(Unread::TooMuch) => {
                problems.push(too_much(limits));
                break;
            }
        }
    }
    if !left_out.is_empty() {
        let kinds: Vec<String> = left_out.iter().map(|(what, times)| format!("{times} {what}")).collect();
        problems.push(problem(format!(
            "expected pages in the crawl, found records of other kinds, too, which are left out: {}",
            kinds.join(", ")
        )));
    }
    (files, problems)
}

/// The end of the body that begins at `start` and has `length` bytes; `None` if no record and no end follows it.
fn end_of(bytes: &[u8], start: usize, length: usize) -> Option<usize> {
    let end = start.checked_add(length).filter(|end| *end <= bytes.len())?;
    let rest = bytes[end..].trim_ascii_start();
    (rest.is_empty() || rest.starts_with(RECORD)).then_some(end)
}

/// The offset of the next record at the beginning of a line, from the byte `from`.
fn next_record(bytes: &[u8], from: usize) -> Option<usize> {
    let from = from.saturating_sub(1);
    let rest = bytes.get(from..)?;
    rest.windows(RECORD.len() + 1).position(|w| w[0] == b'\n' && &w[1..] == RECORD).map(|at| from + at + 1)
}

/// Why a record is no page that can be read.
enum Unread {
    /// It is of another kind.
    Other(String),
    TooMuch,
}

/// The body of a record as a server sent it: its headers, and the page without the encodings of the way.
fn page(record: &Headers<'_>, body: &[u8], left: u64) -> Result<Vec<u8>, Unread> {
    let other =
        |what: &str| Unread::Other(if what.is_empty() { "unnamed".to_owned() } else { what.to_owned() });
    let is_answer = record.content() == "application/http" || body.starts_with(b"HTTP/");
    let answer = Headers::of(if is_answer { body } else { &[] });
    let first = answer.bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let status = first.split(|b| *b == b' ').nth(1).unwrap_or_default();
    if is_answer && !status.starts_with(b"2") {
        return Err(Unread::Other("answers without a page".to_owned()));
    }
    let content = if is_answer { answer.content() } else { record.content() };
    let robots = record.value("warc-target-uri").trim_end_matches('>').ends_with("/robots.txt");
    if robots || !READ.contains(&content.as_str()) {
        return Err(other(&content));
    }
    let mut inner = Cow::Borrowed(&body[answer.length..]);
    if answer.value("transfer-encoding").eq_ignore_ascii_case("chunked") {
        inner = unchunked(&inner).map_or(inner, Cow::Owned);
    }
    let mut unpacked = Vec::new();
    let read = match answer.value("content-encoding").to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" if inner.starts_with(&[0x1F, 0x8B]) => {
            MultiGzDecoder::new(&*inner).take(left + 1).read_to_end(&mut unpacked)
        }
        "deflate" => ZlibDecoder::new(&*inner).take(left + 1).read_to_end(&mut unpacked),
        // Crawlers that unpack a page often leave the header as it was.
        packed @ ("br" | "zstd") if std::str::from_utf8(&inner).is_err() => {
            return Err(other(&format!("packed as {packed}")));
        }
        _ => inner.as_ref().take(left + 1).read_to_end(&mut unpacked),
    };
    if unpacked.len() as u64 > left {
        return Err(Unread::TooMuch);
    }
    if read.is_err() && unpacked.is_empty() {
        return Err(other("damaged"));
    }
    Ok([answer.bytes, &unpacked].concat())
}

/// Joins the chunks of a body; `None` if it has none.
fn unchunked(body: &[u8]) -> Option<Vec<u8>> {
    let (mut joined, mut rest) = (Vec::new(), body);
    loop {
        let line = rest.iter().position(|b| *b == b'\n')?;
        let size = std::str::from_utf8(&rest[..line]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(joined);
        }
        rest = &rest[line + 1..];
        joined.extend(rest.get(..size)?);
        rest = rest[size..].trim_ascii_start();
    }
}

/// The envelope of a page of a crawl, `None` if `bytes` are none: its address is the link; the day of the crawl is none
/// of the page.
pub(crate) fn envelope(bytes: &[u8]) -> Option<Envelope<'_>> {
    if !is_one(bytes) {
        return None;
    }
    let record = Headers::of(bytes);
    let rest = &bytes[record.length..];
    let answer = Headers::of(if rest.starts_with(b"HTTP/") { rest } else { &[] });
    let body = &rest[answer.length..];
    let mut origin = Origin::default();
    origin.same(0, body.len(), bytes.len() - body.len());
    let mut envelope = Envelope::new(Cow::Borrowed(body), origin, "crawl-header");
    envelope.url = record.get("warc-target-uri").map(|(at, uri)| {
        let inner = uri.trim_start_matches('<').trim_end_matches('>');
        let start = at + usize::from(uri.starts_with('<'));
        Field::read(inner.to_owned(), Span::new(start, start + inner.len()))
    });
    let content = answer.get("content-type").or(record.get("content-type")).map(|(_, value)| value);
    let label = content.as_deref().and_then(|value| value.split_once("charset=")).map(|(_, label)| label);
    let label = label.and_then(|label| label.trim_start_matches('"').split(['"', ';', ' ']).next());
    envelope.encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    Some(envelope)
}
