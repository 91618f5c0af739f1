//! RSS 2.0, RSS 1.0 and Atom. quick-xml parses the syntax as leniently as it can; a feed that breaks off or does not
//! close its tags still gives the articles that it has.

use super::html::text::inline;
use super::record::{Channel, Record, Slot};
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The meaning of an element. The same local name means the same in RSS and Atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Title,
    Link,
    Guid,
    Published,
    Updated,
    Content,
    Summary,
    Author,
    Language,
    Outlet,
}

/// The known elements by name, some with their usual prefix.
const ELEMENTS: &[(&str, Meaning)] = &[
    ("source", Meaning::Outlet),
    ("title", Meaning::Title),
    ("link", Meaning::Link),
    ("guid", Meaning::Guid),
    ("id", Meaning::Guid),
    ("pubDate", Meaning::Published),
    ("published", Meaning::Published),
    ("issued", Meaning::Published),
    ("dc:date", Meaning::Published),
    ("updated", Meaning::Updated),
    ("modified", Meaning::Updated),
    ("content:encoded", Meaning::Content),
    ("content", Meaning::Content),
    ("body", Meaning::Content),
    ("xhtml:body", Meaning::Content),
    ("description", Meaning::Summary),
    ("summary", Meaning::Summary),
    ("dc:creator", Meaning::Author),
    ("author", Meaning::Author),
    ("name", Meaning::Author),
    ("language", Meaning::Language),
    ("dc:language", Meaning::Language),
    ("dc:publisher", Meaning::Outlet),
];

/// Reads the feed at `whole`, and returns whether it is one.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let mut feed =
        Feed { text, context, outcome, channel: Channel::default(), item: None, field: None, skip: None };
    let mut reader = Reader::from_str(whole.of(text));
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let base = whole.range().start;
    let mut is_feed = false;
    loop {
        let start = base + reader.buffer_position() as usize;
        let event = reader.read_event();
        let at = Span::new(start, base + reader.buffer_position() as usize);
        match event {
            Ok(Event::Start(tag)) => {
                is_feed |= is_root(&tag);
                feed.start(&tag, at);
            }
            Ok(Event::Empty(tag)) => {
                is_feed |= is_root(&tag);
                feed.empty(&tag, at);
            }
            Ok(Event::End(tag)) => feed.end(tag.name().as_ref(), at),
            Ok(Event::Text(_)) => feed.add(|value, text| value.same(at.of(text), at.range().start)),
            Ok(Event::CData(data)) => {
                let inner = data.len().min(at.len());
                // `<![CDATA[` opens it.
                let from = at.range().start + at.of(text).find("[CDATA[").map_or(0, |i| i + "[CDATA[".len());
                let inner = Span::new(from, (from + inner).min(at.range().end));
                feed.add(|value, text| value.same(inner.of(text), inner.range().start));
            }
            Ok(Event::GeneralRef(_)) => feed.add(|value, text| {
                let read = htmlize::unescape(at.of(text));
                if read == at.of(text) {
                    value.same(at.of(text), at.range().start);
                } else {
                    value.respelled(&read, at);
                }
            }),
            Ok(Event::Eof) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(error) => {
                if !is_feed {
                    return false;
                }
                let place = Span::new(
                    (base + reader.error_position() as usize).min(whole.range().end),
                    whole.range().end,
                );
                let message = format!(
                    "expected a feed to go on, found that it breaks off: {error}; what it holds so far is read"
                );
                feed.outcome.problems.push(Problem::new(place, message));
                // What was begun goes on to the end.
                feed.add(|value, text| {
                    let rest = Span::new(place.range().start.max(at.range().start), whole.range().end);
                    let rest = rest.of(text);
                    let cdata = rest.strip_prefix("<![CDATA[").unwrap_or(rest);
                    value.same(cdata, whole.range().end - cdata.len());
                });
                break;
            }
        }
    }
    if is_feed {
        feed.finish(whole);
    }
    is_feed
}

fn is_root(tag: &BytesStart<'_>) -> bool {
    matches!(tag.local_name().as_ref(), "rss" | "RDF" | "feed" | "channel" | "item" | "entry")
}

/// The state of reading a feed.
struct Feed<'a, 'b> {
    text: &'a str,
    context: &'b FileContext<'b>,
    outcome: &'b mut Outcome,
    channel: Channel,
    item: Option<Item>,
    /// The field that is open.
    field: Option<Open>,
    /// The name of the open element whose fields are not the article's, such as the feed's image or an item's
    /// `<source>`.
    skip: Option<String>,
}

/// An item while it is read.
#[derive(Default)]
struct Item {
    record: Record,
    start: Span,
    /// The GUID, which is the link if it looks like one and there is no other.
    guid: Option<Passage>,
    updated: Option<Passage>,
}

/// A field whose element is open.
struct Open {
    meaning: Meaning,
    name: String,
    value: Passage,
    depth: usize,
    /// Whether the content is markup of its own (`type="xhtml"`), so that its tags are part of the value.
    inner: bool,
}

impl Feed<'_, '_> {
    fn start(&mut self, tag: &BytesStart<'_>, at: Span) {
        let name = tag.name().as_ref().to_owned();
        if self.skip.is_some() {
            return;
        }
        let local = tag.local_name().as_ref().to_owned();
        if matches!(local.as_str(), "item" | "entry") {
            self.close_item();
            self.item = Some(Item { start: at, ..Item::default() });
            return;
        }
        if let Some(open) = &mut self.field {
            if open.inner {
                open.depth += usize::from(name == open.name);
                return self.add(|value, text| value.same(at.of(text), at.range().start));
            }
            // Inside an author stands the name; elsewhere a tag was not closed.
            if open.meaning != Meaning::Author && meaning(&name).is_none() {
                return self.add(|value, text| value.same(at.of(text), at.range().start));
            }
            self.close_field();
        }
        // RSS names the outlet of an item so; in Atom a whole feed stands there.
        let outlet = local == "source" && attribute(tag, "url").is_some();
        if !outlet && matches!(local.as_str(), "image" | "textInput" | "textinput" | "source" | "contributor")
            || name.starts_with("media:")
            || name.starts_with("itunes:")
        {
            self.skip = Some(name);
            return;
        }
        let Some(meaning) = meaning(&name) else { return };
        if meaning == Meaning::Link && self.link(tag, at) {
            return;
        }
        let markup =
            attribute(tag, "type").is_some_and(|(kind, _)| kind.contains("xhtml") || kind.contains("xml"));
        let inner = meaning == Meaning::Content && (markup || local == "body");
        self.field = Some(Open { meaning, name, value: Passage::default(), depth: 0, inner });
    }

    fn empty(&mut self, tag: &BytesStart<'_>, at: Span) {
        let name = tag.name();
        if self.skip.is_some() {
            return;
        }
        if self.field.as_ref().is_some_and(|open| open.inner) {
            return self.add(|value, text| value.same(at.of(text), at.range().start));
        }
        if meaning(name.as_ref()) == Some(Meaning::Link) {
            self.link(tag, at);
        } else if self.field.is_some() {
            self.add(|value, text| value.same(at.of(text), at.range().start));
        }
    }

    /// Reads Atom's `<link href>`, and returns whether the tag is one.
    fn link(&mut self, tag: &BytesStart<'_>, at: Span) -> bool {
        let Some((href, offset)) = attribute(tag, "href") else { return false };
        let to_article = attribute(tag, "rel").is_none_or(|(rel, _)| rel == "alternate");
        if let (true, Some(item)) = (to_article, &mut self.item) {
            let mut value = Passage::default();
            // The tag's text begins after its `<`.
            let start = at.range().start + 1 + offset;
            value.same(&href, start);
            item.record.push(Slot::Url, inline(value));
        }
        true
    }

    fn end(&mut self, name: &str, at: Span) {
        if let Some(skip) = &self.skip {
            if skip == name {
                self.skip = None;
            }
            return;
        }
        if let Some(open) = &mut self.field {
            if open.name == name && open.depth == 0 {
                return self.close_field();
            }
            if open.inner {
                open.depth -= usize::from(open.name == name);
                return self.add(|value, text| value.same(at.of(text), at.range().start));
            }
            if !matches!(name, "item" | "entry" | "channel" | "rss" | "feed") && meaning(name).is_none() {
                return self.add(|value, text| value.same(at.of(text), at.range().start));
            }
            self.close_field();
        }
        if matches!(name.rsplit(':').next(), Some("item" | "entry")) {
            self.close_item();
        }
    }

    /// Appends to the value of the open field; `add` gets the value and the text.
    fn add(&mut self, add: impl FnOnce(&mut Passage, &str)) {
        if let (None, Some(open)) = (&self.skip, &mut self.field) {
            add(&mut open.value, self.text);
        }
    }

    fn close_field(&mut self) {
        let Some(Open { meaning, value, name, .. }) = self.field.take() else { return };
        if value.trimmed().is_empty() {
            return;
        }
        let Some(item) = &mut self.item else {
            match meaning {
                Meaning::Title if self.channel.outlet.is_none() => self.channel.outlet = Some(value),
                Meaning::Language if self.channel.language.is_none() => self.channel.language = Some(value),
                _ => {}
            }
            return;
        };
        let slot = match meaning {
            Meaning::Title => Slot::Title,
            Meaning::Link => Slot::Url,
            Meaning::Published => Slot::Published,
            Meaning::Content => Slot::Body,
            Meaning::Summary => Slot::Summary,
            Meaning::Author => Slot::Author,
            Meaning::Language => Slot::Language,
            Meaning::Outlet => Slot::Outlet,
            Meaning::Guid => {
                item.guid = Some(value);
                return;
            }
            Meaning::Updated => {
                item.updated = Some(value);
                return;
            }
        };
        // WordPress's text is whole; `<content>` beside it may be a picture.
        if name == "content:encoded" {
            item.record.push_first(slot, value);
        } else {
            item.record.push(slot, value);
        }
    }

    fn close_item(&mut self) {
        self.close_field();
        let Some(mut item) = self.item.take() else { return };
        if let Some(guid) = item.guid.filter(|guid| guid.text.contains("://")) {
            item.record.push(Slot::Url, guid);
        }
        // Old Atom feeds have only the time of the last change; it is the day that readers see.
        if let Some(updated) = item.updated {
            item.record.push(Slot::Published, updated);
        }
        if item.record.has_no_body() && item.record.first(Slot::Title).is_none() {
            let message = "expected a title or a text in the item, found neither; it is set aside";
            self.outcome.problems.push(Problem::new(item.start, message));
            return;
        }
        for (slot, what, then) in [
            (Slot::Title, "a title", "the first sentence stands in"),
            (Slot::Url, "a link", "the article has none"),
            (Slot::Published, "a date", "the article is undated unless its link or text has one"),
        ] {
            if item.record.first(slot).is_none() {
                let message = format!("expected {what} in the item, found none; {then}");
                self.outcome.problems.push(Problem::new(item.start, message));
            }
        }
        let draft = item.record.draft(&self.channel, self.context, &mut self.outcome.problems);
        self.outcome.articles.push(draft);
    }

    fn finish(mut self, whole: Span) {
        self.close_item();
        self.outcome.markup = "markup";
        if self.outcome.articles.is_empty() {
            let message = "expected a feed with items, found none; leave the file out of the folder";
            self.outcome.problems.push(Problem::new(whole.trimmed(self.text), message));
        }
    }
}

fn meaning(name: &str) -> Option<Meaning> {
    let found = |name: &str| ELEMENTS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
    // A prefix that is not the usual one for a name that needs none: `atom:title`.
    let local = || name.strip_prefix("atom:").or(name.strip_prefix("rss:")).and_then(found);
    found(name).or_else(local)
}

/// The value of an attribute as it is spelled, and its offset in bytes of the tag's text.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<(String, usize)> {
    let raw: &str = tag;
    let found = tag.html_attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    let value: &str = &found.value;
    let at = raw.find(name).and_then(|from| Some(from + raw[from..].find(value)?))?;
    Some((value.to_owned(), at))
}
