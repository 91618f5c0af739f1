//! The flattened feed: a WordPress feed whose tags were lost. One channel line, then items
//! `TITLE URL DATE GUID Read More “TITLE” »`, each with its body.

use super::Outcome;
use crate::corpus::article::Field;
use crate::corpus::body::{self, Draft};
use crate::corpus::dates::Published;
use crate::corpus::part::Role;
use crate::corpus::rules;
use crate::text::{Problem, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A date as feeds write it.
const DATE: &str = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4})";

/// What sets an item apart from running text: its link, its date, its key.
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?<url>https?://\S+) (?<date>{DATE}) (?<guid>\S+)"))
        .expect("a pattern of this file")
});

/// The channel: title, link, tagline, build date, language, period, generator, icon.
static CHANNEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^(?<title>[^\n]+?) (?<url>https?://\S+) [^\n]*?{DATE} (?<language>[A-Za-z]{{2,3}}(?:[-_][A-Za-z]{{2,4}})?)(?: (?:hourly|daily|weekly|monthly|yearly) \d+)?(?: https?://\S+)?(?: https?://\S+\.(?:png|jpe?g|gif|ico|svg|webp)\S* [^\n]+? https?://\S+ \d+ \d+)? "
    ))
    .expect("a pattern of this file")
});

/// Reads `whole` where it holds items of a feed; says whether it did.
pub(super) fn read(text: &str, whole: Span, outcome: &mut Outcome) -> bool {
    let feed = whole.of(text);
    let base = whole.range().start;
    let at = |range: std::ops::Range<usize>| Span::new(base + range.start, base + range.end);
    let channel = CHANNEL.captures(feed);
    let head = channel.as_ref().and_then(|c| c.get(0)).map_or(0, |m| m.end());
    let items = Item::all(feed, head);
    if items.is_empty() {
        return false;
    }
    if head > 0 {
        outcome.outside.push((at(0..head).trimmed(text), "feed-channel"));
    }
    let source = channel.as_ref().and_then(|c| {
        let title = c.name("title")?;
        let range = outlet(title.as_str(), c.name("url").map_or("", |m| m.as_str()));
        let range = title.start() + range.start..title.start() + range.end;
        Some(Field { value: feed[range.clone()].to_owned(), span: at(range) })
    });
    let language = channel.as_ref().and_then(|c| c.name("language"));
    let language =
        language.map(|l| l.as_str()[..l.as_str().find(['-', '_']).unwrap_or(l.len())].to_lowercase());
    let ends = items.iter().skip(1).map(|i| i.title.start).chain([feed.len()]);
    for (item, end) in items.iter().zip(ends) {
        let mut draft = Draft { source: source.clone(), language: language.clone(), ..Draft::default() };
        let title = at(item.title.clone()).trimmed(text);
        if title.is_empty() {
            let message =
                "expected a headline before the item's link, found none; the first sentence stands in";
            outcome.problems.push(Problem::new(at(item.url.clone()), message));
        } else {
            draft.parts.push((title, Role::Title));
            draft.title = Some(Field { value: title.of(text).to_owned(), span: title });
        }
        let url = at(item.url.clone());
        draft.parts.push((url, Role::Url));
        draft.url = Some(Field { value: url.of(text).to_owned(), span: url });
        let date = at(item.date.clone());
        draft.parts.push((date, Role::Published));
        match Published::parse_rfc2822(date.of(text)) {
            Some(published) => draft.published = Some(Field { value: published, span: date }),
            None => outcome.problems.push(Problem::new(
                date,
                format!(
                    "expected a date that the calendar has, found `{}`; the article is undated",
                    date.of(text)
                ),
            )),
        }
        draft.set_aside(at(item.guid.clone()), "feed-guid");
        if let Some(more) = &item.more {
            draft.set_aside(at(more.clone()).trimmed(text), "read-more");
        }
        body::read(text, at(item.body..end.max(item.body)), false, &mut draft);
        outcome.articles.push(draft);
    }
    true
}

/// The places of one item's fields, in bytes of the feed.
#[derive(Debug)]
struct Item {
    title: std::ops::Range<usize>,
    url: std::ops::Range<usize>,
    date: std::ops::Range<usize>,
    guid: std::ops::Range<usize>,
    more: Option<std::ops::Range<usize>>,
    body: usize,
}

impl Item {
    /// The items after the channel, which ends at `head`. Each lies between the fields of its neighbours: two
    /// may share a line.
    fn all(feed: &str, head: usize) -> Vec<Item> {
        let found: Vec<_> = ITEM.captures_iter(&feed[head..]).collect();
        let urls = found.iter().skip(1).filter_map(|f| f.name("url")).map(|url| head + url.start());
        let mut floor = head;
        let read = |(found, ceiling)| {
            let item = Item::of(feed, head, floor..ceiling, found);
            floor = item.body;
            item
        };
        found.iter().zip(urls.chain([feed.len()])).map(read).collect()
    }

    fn of(feed: &str, head: usize, room: std::ops::Range<usize>, found: &regex::Captures<'_>) -> Item {
        let part = |name: &str| found.name(name).map_or(0..0, |m| head + m.start()..head + m.end());
        let (url, date, guid) = (part("url"), part("date"), part("guid"));
        let rest = &feed[guid.end..room.end];
        let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let more = rules::pattern("read-more").find(rest).map(|m| guid.end + m.start()..guid.end + m.end());
        // The headline runs from the end of the item before, or of the channel, on the same line.
        let line = feed[..url.start].rfind('\n').map_or(0, |i| i + 1).max(room.start);
        let line = feed[line..url.start].rfind("]]>").map_or(line, |i| line + i + "]]>".len());
        let repeated = more.clone().map(|more| {
            let inner = feed[more].trim();
            inner.trim_start_matches("Read More “").trim_end_matches("” »").trim().len()
        });
        let before = feed[line..url.start].trim_end();
        let start = match repeated {
            // Where the item repeats its headline, that tells how much of the line is headline.
            Some(length) if before.len() > length && before.is_char_boundary(before.len() - length) => {
                let start = before.len() - length;
                let same = more.clone().is_some_and(|more| feed[more].contains(&before[start..]));
                if same && length > 0 { line + start } else { line }
            }
            _ => line,
        };
        let body = more.clone().map_or(guid.end, |m| m.end);
        Item { title: start..url.start, url, date, guid, more, body }
    }
}

/// The outlet in a channel's title: the segment that its host is named after, else the last
/// (`Category – Outlet`).
fn outlet(title: &str, url: &str) -> std::ops::Range<usize> {
    static BETWEEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r" (?:[–—|»›·-]|&#8211;) ").expect("a pattern of this file"));
    let squeeze =
        |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let host = url.split("//").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
    let host = squeeze(host.trim_start_matches("www."));
    let mut segments = Vec::new();
    let mut at = 0;
    for gap in BETWEEN.find_iter(title) {
        segments.push(at..gap.start());
        at = gap.end();
    }
    segments.push(at..title.len());
    let named = segments.iter().find(|s| {
        let name = squeeze(&title[(*s).clone()]);
        !name.is_empty() && host.starts_with(&name)
    });
    named.or(segments.last()).cloned().unwrap_or(0..title.len())
}

#[cfg(test)]
mod tests {
    use super::outlet;

    #[test]
    fn names_the_outlet() {
        for (title, url, expected) in [
            ("World – Example.News", "https://examplenews.net", "Example.News"),
            ("Example Times | World", "https://www.exampletimes.org/feed", "Example Times"),
            ("Example", "https://other.org", "Example"),
            ("North – South – Gazette", "https://elsewhere.org", "Gazette"),
        ] {
            assert_eq!(&title[outlet(title, url)], expected);
        }
    }
}
