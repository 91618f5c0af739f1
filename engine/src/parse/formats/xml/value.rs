//! The value of a feed's element: plain text, markup that is escaped, markup that stands there, or bytes in letters.

use super::names::{Name, Namespace, attribute};
use crate::parse::bytes::Passage;
use crate::parse::formats::html::reference::reference;
use crate::text::Span;
use quick_xml::events::BytesStart;

/// How the value of an element is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// RSS does not say whether a value is text or markup.
    Unsaid,
    Text,
    Html,
    /// The markup is not escaped: the tags of the element are part of the value.
    Xml,
    Base64,
}

impl Form {
    /// The form that a start tag declares.
    pub(super) fn of(tag: &BytesStart<'_>, name: &Name) -> Form {
        let said = |name: &str| {
            attribute(tag, name).map_or_else(String::new, |(value, _)| value.trim().to_lowercase())
        };
        let (kind, mode) = (said("type"), said("mode"));
        let is_xml = kind.contains("xhtml") || kind.ends_with("/xml") || kind.ends_with("+xml");
        match &*mode {
            "base64" => Form::Base64,
            _ if mode != "escaped" && is_xml || name.namespace == Namespace::Xhtml => Form::Xml,
            _ if kind.contains("html") => Form::Html,
            "" if matches!(&*kind, "text" | "text/plain") => Form::Text,
            // Every other kind of media stands in letters.
            "" if kind.contains('/') && !kind.starts_with("text/") => Form::Base64,
            _ if name.local == "body" => Form::Xml,
            _ => Form::Unsaid,
        }
    }
}

/// Appends a text of the feed, found at `at`, as the markup that shows it.
pub(super) fn shown(value: &mut Passage, piece: &str, at: usize) {
    let mut from = 0;
    for (i, sign) in piece.match_indices(['<', '&']) {
        value.same(&piece[from..i], at + from);
        value.respelled(if sign == "<" { "&lt;" } else { "&amp;" }, Span::new(at + i, at + i + 1));
        from = i + 1;
    }
    value.same(&piece[from..], at + from);
}

/// Appends the tag `piece`, found at `at`, without the prefix of its name.
pub(super) fn tag(value: &mut Passage, piece: &str, at: usize) {
    let open = piece.len() - piece.trim_start_matches(['<', '/']).len();
    let name = piece[open..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '=')).unwrap_or(0);
    let local = piece[open..open + name].rfind(':').map_or(open, |colon| open + colon + 1);
    value.same(&piece[..open], at);
    let element = &piece[local..(open + name).max(local)];
    match piece.strip_suffix("/>").filter(|bare| bare.len() >= local && !VOID.contains(&element)) {
        // In HTML the element would go on.
        Some(bare) => {
            value.same(&bare[local..], at + local);
            value.respelled(&format!("></{element}>"), Span::new(at + bare.len(), at + piece.len()));
        }
        None => value.same(&piece[local..], at + local),
    }
}

/// The elements of HTML without an end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The value without the marks of a section that were escaped around it, and so became text.
pub(super) fn unwrapped(value: Passage) -> Passage {
    let mut inner = value.trimmed();
    while let Some(rest) = inner.of(&value.text).strip_prefix("<![CDATA[") {
        let end = ["]]>", "]]&gt;"].iter().find_map(|end| rest.trim_end().strip_suffix(end));
        let (start, rest) = (inner.range().end - rest.len(), end.unwrap_or(rest));
        inner = Span::new(start, start + rest.len()).trimmed(&value.text);
    }
    if inner == value.trimmed() {
        return value;
    }
    let mut bare = Passage::default();
    bare.append(&value, inner);
    bare
}

/// What the letters of `value` stand for (base 64); `None` if they stand for no text.
pub(super) fn decoded(value: &Passage) -> Option<Passage> {
    let digit = |b: u8| {
        Some(match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        })
    };
    let (mut bytes, mut places) = (Vec::new(), Vec::new());
    let (mut bits, mut held) = (0u32, 0);
    for (at, b) in value.text.bytes().enumerate().filter(|(_, b)| !b.is_ascii_whitespace() && *b != b'=') {
        bits = bits << 6 | u32::from(digit(b)?);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            // Where a letter serves two bytes, it belongs to the first.
            places.push(at + 1);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let mut passage = Passage::default();
    let mut from = value.trimmed().range().start;
    for (at, c) in text.char_indices() {
        let to = places.get(at + c.len_utf8() - 1).copied().unwrap_or(from);
        passage.respelled(c.encode_utf8(&mut [0; 4]), Span::new(from, to));
        from = to;
    }
    passage.origin = passage.origin.through(&value.origin);
    Some(passage)
}

/// Appends the reference at `at` (`&amp;`), which is `piece`, in a value of this form.
pub(super) fn referred(value: &mut Passage, piece: &str, at: Span, form: Form) {
    let read = if piece.starts_with('&') { reference(piece).1 } else { String::new() };
    match &*read {
        "" => value.same(piece, at.range().start),
        // Markup that stands there is resolved as a whole.
        _ if form == Form::Xml => value.same(piece, at.range().start),
        "<" if form == Form::Text => value.respelled("&lt;", at),
        "&" if form == Form::Text => value.respelled("&amp;", at),
        // A control character is nothing.
        _ if read.chars().all(|c| c.is_control() && !c.is_whitespace()) => {}
        _ => value.respelled(&read, at),
    }
}

/// The address that `href` means beside `base`, both as a feed spells them; `None` where that is `href` itself.
pub(super) fn joined(base: &str, href: &str) -> Option<String> {
    let (scheme, rest) = base.split_once("://")?;
    if href.is_empty() || href.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':')) {
        return None;
    }
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    if let Some(other) = href.strip_prefix("//") {
        return Some(format!("{scheme}://{other}"));
    }
    let path = &rest[host..rest.find(['?', '#']).unwrap_or(rest.len())];
    let folder = if href.starts_with('/') { "" } else { path.rfind('/').map_or("/", |i| &path[..=i]) };
    Some(format!("{scheme}://{}{folder}{}", &rest[..host], href.trim_start_matches("./")))
}

#[cfg(test)]
mod tests {
    use super::{decoded, joined, shown, tag, unwrapped};
    use crate::parse::bytes::Passage;
    use crate::text::Span;

    fn passage(text: &str) -> Passage {
        Passage::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn letters_stand_for_text() {
        let read = decoded(&passage(" RsOkaHJl\nIDwgMg== ")).expect("text");
        assert_eq!(read.text, "Fähre < 2");
        assert_eq!(read.origin.span(Span::new(0, read.text.len())), Span::new(1, 16));
        assert!(decoded(&passage("no letters: é")).is_none());
    }

    #[test]
    fn links_stand_beside_their_base() {
        for (base, href, joint) in [
            ("https://e.org/a/b.xml", "c", Some("https://e.org/a/c")),
            ("https://e.org/a/b.xml?q=/", "/c", Some("https://e.org/c")),
            ("https://e.org", "c", Some("https://e.org/c")),
            ("https://e.org/a/", "//f.org/c", Some("https://f.org/c")),
            ("https://e.org/a/", "http://f.org/c", None),
            ("https://e.org/a/", "tag:f.org,2024:1", None),
            ("e.org", "c", None),
        ] {
            assert_eq!(joined(base, href).as_deref(), joint, "{base} {href}");
        }
    }

    #[test]
    fn wrappers_and_prefixes_go() {
        assert_eq!(unwrapped(passage(" <![CDATA[One <b>two</b>]]> ")).text, "One <b>two</b>");
        assert_eq!(unwrapped(passage("<![CDATA[One")).text, "One");
        assert_eq!(unwrapped(passage("One ]]>")).text, "One ]]>");
        let mut value = Passage::default();
        tag(&mut value, "<x:p class=\"a:b\">", 0);
        shown(&mut value, "1 < 2 & 3", 20);
        tag(&mut value, "<br/>", 40);
        tag(&mut value, "<x:b/>", 45);
        tag(&mut value, "</x:p>", 51);
        assert_eq!(value.text, "<p class=\"a:b\">1 &lt; 2 &amp; 3<br/><b></b></p>");
    }
}
