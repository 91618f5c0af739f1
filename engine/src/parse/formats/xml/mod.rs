//! RSS, CDF and Atom of any version and under any prefix, and the exports of blogs that are RSS. quick-xml parses the
//! syntax as leniently as it can; a feed that breaks off or does not close its tags still gives the articles that it
//! has.

mod blog;
mod item;
mod names;
mod value;

use super::html::text::inline;
use super::record::{Channel, Slot};
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use blog::Posts;
use item::Item;
use names::{Meaning, Name, Namespace, Prefixes, attribute};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use value::Form;

/// Reads the feed at `whole`, and returns whether it is one.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let mut feed = Feed {
        text,
        context,
        outcome,
        prefixes: Prefixes::default(),
        channel: Channel::default(),
        base: String::new(),
        item: None,
        field: None,
        skip: None,
        posts: Posts::default(),
    };
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
                let name = feed.prefixes.open(&tag);
                is_feed |= name.is_root();
                feed.start(&tag, name, at);
            }
            Ok(Event::Empty(tag)) => {
                let name = feed.prefixes.open(&tag);
                is_feed |= name.is_root();
                feed.empty(&tag, &name, at);
            }
            Ok(Event::End(tag)) => feed.end(tag.name().as_ref(), at),
            Ok(Event::Text(_)) => feed.add(|open, text| match open.form {
                Form::Text => value::shown(&mut open.value, at.of(text), at.range().start),
                _ => open.value.same(at.of(text), at.range().start),
            }),
            Ok(Event::CData(data)) => {
                // `<![CDATA[` opens it.
                let from = at.range().start + at.of(text).find("[CDATA[").map_or(0, |i| i + "[CDATA[".len());
                let inner = Span::new(from, (from + data.len()).min(at.range().end));
                feed.add(|open, text| match open.form {
                    Form::Text | Form::Xml => {
                        value::shown(&mut open.value, inner.of(text), inner.range().start);
                    }
                    _ => open.value.same(inner.of(text), inner.range().start),
                });
            }
            Ok(Event::GeneralRef(_)) => {
                feed.add(|open, text| value::referred(&mut open.value, at.of(text), at, open.form));
            }
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
                feed.add(|open, text| {
                    let rest = Span::new(place.range().start.max(at.range().start), whole.range().end);
                    let rest = rest.of(text);
                    let cdata = rest.strip_prefix("<![CDATA[").unwrap_or(rest);
                    open.value.same(cdata, whole.range().end - cdata.len());
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

/// The state of reading a feed.
struct Feed<'a, 'b> {
    text: &'a str,
    context: &'b FileContext<'b>,
    outcome: &'b mut Outcome,
    prefixes: Prefixes,
    channel: Channel,
    /// The address beside which links of the feed stand.
    base: String,
    item: Option<Item>,
    /// The field that is open.
    field: Option<Open>,
    /// The name of the open element whose fields are not the article's, such as the feed's image, and whether its title
    /// names the outlet: Atom has the feed that an entry came from in `<source>`.
    skip: Option<(String, bool)>,
    posts: Posts,
}

/// A field whose element is open.
struct Open {
    meaning: Meaning,
    name: Name,
    /// The name as the tag has it.
    whole: String,
    value: Passage,
    /// The number of elements of the same name that are open inside.
    depth: usize,
    form: Form,
}

impl Feed<'_, '_> {
    fn start(&mut self, tag: &BytesStart<'_>, name: Name, at: Span) {
        let whole = tag.name().as_ref().to_owned();
        if let Some(open) = &mut self.field
            && open.form == Form::Xml
        {
            open.depth += usize::from(whole == open.whole);
            return value::tag(&mut open.value, at.of(self.text), at.range().start);
        }
        if name.is_item() {
            self.close_item(at.range().start);
            self.skip = None;
            self.item = Some(Item { start: at, ..Item::default() });
            self.declared(tag, at);
            let late = [("href", Slot::Url), ("rdf:about", Slot::Url), ("lastmod", Slot::Published)];
            for (name, slot) in late {
                let value = self.of_item(tag, at, name);
                if let (Some(value), Some(item)) = (value, &mut self.item) {
                    let value = if slot == Slot::Url { item.linked(&self.base, value) } else { value };
                    item.late.push((slot, value));
                }
            }
            return;
        }
        if let Some((_, outlet)) = self.skip {
            if outlet && name.meaning() == Some(Meaning::Title) {
                self.open(Meaning::Outlet, tag, name, whole);
            }
            return;
        }
        if let Some(open) = &mut self.field {
            let blank = open.value.trimmed().is_empty();
            if open.meaning == Meaning::Outlet && open.name.local == "source" && blank {
                // Not a name, as in RSS, but a whole feed.
                self.skip = Some((std::mem::take(&mut open.whole), true));
                self.field = None;
                return self.start(tag, name, at);
            }
            if name.namespace == Namespace::Xhtml && open.form == Form::Unsaid && blank {
                open.form = Form::Xml;
            }
            // Inside an author stands the name; elsewhere a tag was not closed.
            let inside = name.meaning().is_none() || name.namespace == Namespace::Xhtml;
            if open.meaning != Meaning::Author && inside {
                return value::tag(&mut open.value, at.of(self.text), at.range().start);
            }
            self.close_field();
        }
        if name.namespace == Namespace::Feed
            && matches!(&*name.local, "image" | "textinput" | "contributor" | "logo")
        {
            self.skip = Some((whole, false));
            return;
        }
        self.declared(tag, at);
        let Some(meaning) = name.meaning() else { return };
        if meaning == Meaning::Link && self.link(tag, at) {
            return;
        }
        if meaning == Meaning::Guid
            && attribute(tag, "isPermaLink").is_some_and(|(is, _)| is.trim() == "false")
        {
            return;
        }
        self.open(meaning, tag, name, whole);
    }

    fn open(&mut self, meaning: Meaning, tag: &BytesStart<'_>, name: Name, whole: String) {
        let form = Form::of(tag, &name);
        self.field = Some(Open { meaning, name, whole, value: Passage::default(), depth: 0, form });
    }

    /// Reads the language and the base of links that a tag declares for what stands in it.
    fn declared(&mut self, tag: &BytesStart<'_>, at: Span) {
        if let Some((base, _)) = attribute(tag, "xml:base") {
            let outer = self.item.as_ref().map_or(&self.base, |item| &item.base);
            let base = value::joined(outer, &base).unwrap_or(base);
            match &mut self.item {
                Some(item) => item.base = base,
                None => self.base = base,
            }
        }
        if let Some((language, offset)) = attribute(tag, "xml:lang") {
            // The tag's text begins after its `<`.
            let mut value = Passage::default();
            value.same(&language, at.range().start + 1 + offset);
            match &mut self.item {
                Some(item) => item.late.push((Slot::Language, value)),
                None => self.channel.language = self.channel.language.take().or(Some(value)),
            }
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>, name: &Name, at: Span) {
        if let Some(open) = &mut self.field
            && (self.skip.is_none() || open.form == Form::Xml)
            && (open.form == Form::Xml || name.meaning() != Some(Meaning::Link))
        {
            return value::tag(&mut open.value, at.of(self.text), at.range().start);
        }
        if self.skip.is_none() && name.meaning() == Some(Meaning::Link) {
            self.link(tag, at);
        }
    }

    /// Reads Atom's `<link href>`, and returns whether the tag is one.
    fn link(&mut self, tag: &BytesStart<'_>, at: Span) -> bool {
        let Some((href, _)) = attribute(tag, "href") else { return false };
        if attribute(tag, "rel").is_some_and(|(rel, _)| rel != "alternate") {
            return true;
        }
        match (self.of_item(tag, at, "href"), &mut self.item) {
            (Some(link), Some(item)) => item.record.push(Slot::Url, item.linked(&self.base, link)),
            _ if self.base.is_empty() => self.base = href,
            _ => {}
        }
        true
    }

    /// The attribute `name` as a value of the item; `None` outside items, or where the tag has none.
    fn of_item(&self, tag: &BytesStart<'_>, at: Span, name: &str) -> Option<Passage> {
        let (_, (text, offset)) = (self.item.as_ref()?, attribute(tag, name)?);
        let mut value = Passage::default();
        value.same(&text, at.range().start + 1 + offset);
        Some(inline(value))
    }

    fn end(&mut self, whole: &str, at: Span) {
        let name = self.prefixes.closed(whole);
        if let Some(open) = &mut self.field {
            if open.whole == whole && open.depth == 0 {
                return self.close_field();
            }
            if open.form == Form::Xml {
                open.depth -= usize::from(open.whole == whole);
                return value::tag(&mut open.value, at.of(self.text), at.range().start);
            }
            if !name.is_root() && (name.meaning().is_none() || name.namespace == Namespace::Xhtml) {
                return value::tag(&mut open.value, at.of(self.text), at.range().start);
            }
            self.close_field();
        }
        if self.skip.as_ref().is_some_and(|(skip, _)| skip == whole) || name.is_item() {
            self.skip = None;
        }
        if name.is_item() {
            self.close_item(at.range().end);
        }
    }

    /// Appends to the value of the open field; `add` gets the field and the text.
    fn add(&mut self, add: impl FnOnce(&mut Open, &str)) {
        if let Some(open) = &mut self.field {
            add(open, self.text);
        }
    }

    fn close_field(&mut self) {
        let Some(Open { meaning, value, name, form, .. }) = self.field.take() else { return };
        if value.trimmed().is_empty() {
            return;
        }
        let span = value.origin.span(value.trimmed());
        let read = if form == Form::Base64 { value::decoded(&value) } else { Some(value::unwrapped(value)) };
        let Some(value) = read else {
            let message = "expected text in the letters of base 64, as the feed declares, found otherwise; it is set aside";
            return self.outcome.problems.push(Problem::new(span, message));
        };
        let Some(item) = &mut self.item else {
            match meaning {
                Meaning::Title if self.channel.outlet.is_none() => self.channel.outlet = Some(value),
                Meaning::Language => self.channel.language = Some(value),
                Meaning::Link if self.base.is_empty() => self.base = value.text.trim().to_owned(),
                _ => {}
            }
            return;
        };
        let markup = form != Form::Unsaid;
        let slot = match meaning {
            Meaning::Title => Slot::Title,
            Meaning::Link | Meaning::OriginalLink => Slot::Url,
            Meaning::Published => Slot::Published,
            Meaning::Content | Meaning::WholeContent => Slot::Body,
            Meaning::Summary => Slot::Summary,
            Meaning::Author => Slot::Author,
            Meaning::Language => Slot::Language,
            Meaning::Outlet => Slot::Outlet,
            Meaning::Guid => {
                if value.text.contains("://") {
                    item.late.push((Slot::Url, value));
                }
                return;
            }
            // Old Atom feeds have only the time of the last change; it is the day that readers see.
            Meaning::Updated => return item.late.push((Slot::Published, value)),
            Meaning::Status => return item.post.status = value.text.trim().to_owned(),
            Meaning::Kind => return item.post.kind = value.text.trim().to_owned(),
        };
        let listed = matches!(slot, Slot::Body | Slot::Summary) && blog::lists_headlines(&value.text);
        if listed {
            let span = value.origin.span(value.trimmed());
            self.outcome.outside.push((span, "other-headlines"));
        } else if name.namespace == Namespace::Podcast {
            item.late.push((slot, value));
        } else if slot == Slot::Url {
            let value = item.linked(&self.base, value);
            match meaning {
                Meaning::OriginalLink => item.record.push_first(slot, value),
                _ => item.record.push(slot, value),
            }
        } else if meaning == Meaning::WholeContent {
            // WordPress's text is whole; `<content>` beside it may be a picture.
            item.record.push_first(slot, value);
        } else if markup {
            item.record.push_markup(slot, value);
        } else {
            item.record.push(slot, value);
        }
    }

    fn close_item(&mut self, end: usize) {
        self.close_field();
        let Some(mut item) = self.item.take() else { return };
        let whole = Span::new(item.start.range().start, end);
        if self.posts.leave_out(&item.post, item.start) {
            return self.outcome.outside.push((whole, "unpublished-post"));
        }
        if item.post.is_one() {
            item.record.change(Slot::Body, |value| blog::paragraphs(value, &mut self.outcome.outside));
        }
        for (slot, value) in std::mem::take(&mut item.late) {
            item.record.push(slot, value);
        }
        if item.record.has_no_body() && item.record.first(Slot::Title).is_none() {
            let message = "expected a title or a text in the item, found neither; it is set aside";
            self.outcome.problems.push(Problem::new(item.start, message));
            return self.outcome.outside.push((whole, "unread-record"));
        }
        item.missing(&mut self.outcome.problems);
        item.record.bare_headline();
        let draft = item.record.draft(&self.channel, self.context, &mut self.outcome.problems);
        self.outcome.articles.push(draft);
    }

    fn finish(mut self, whole: Span) {
        self.close_item(whole.range().end);
        self.outcome.markup = "markup";
        self.outcome.problems.extend(self.posts.problems());
        if self.outcome.articles.is_empty() {
            let message = "expected a feed with items, found none; leave the file out of the folder";
            self.outcome.problems.push(Problem::new(whole.trimmed(self.text), message));
        }
    }
}
