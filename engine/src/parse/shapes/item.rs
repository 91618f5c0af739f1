//! The items of a flattened feed: `TITLE URL DATE GUID Read More “TITLE” »`. Date, GUID and read-more are optional;
//! those that are there tell an item from a sentence with a link in it.

use super::channel::{Channel, DATE};
use crate::parse::body::lines;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules;
use crate::text::Tokens;
use std::ops::Range;

/// A date right after a link.
static DATED: Pattern = pattern!(&format!(r"^\s+(?<date>{DATE})"));

static URL: Pattern = pattern!(r"https?://\S+");

static WORD: Pattern = pattern!(r"^\s+(\S+)");

/// An entry of a flattened feed.
#[derive(Debug)]
pub(crate) enum Entry {
    Channel(Channel),
    Item(Item),
}

impl Entry {
    /// The offset of its beginning, in bytes of the feed.
    pub(crate) fn start(&self) -> usize {
        match self {
            Entry::Channel(channel) => channel.span.start,
            Entry::Item(item) => item.title.start,
        }
    }
}

/// The ranges of an item's fields, in bytes of the feed.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) title: Range<usize>,
    pub(crate) url: Range<usize>,
    pub(crate) date: Option<Range<usize>>,
    pub(crate) guid: Option<Range<usize>>,
    pub(crate) more: Option<Range<usize>>,
    /// The offset at which the body begins.
    pub(crate) body: usize,
}

/// The distance from a link, in bytes, in which the end of a CDATA section before its headline is looked for.
const NEAR: usize = 4096;

/// The channels and items of `feed`, in order. Each is on one line; two may share a line.
pub(crate) fn entries(feed: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // Where the last entry ends; nothing before it is looked at again.
    let mut floor = 0;
    let mut at = 0;
    for line in lines::pieces(feed) {
        let (start, end) = (at, at + line.trim_end_matches(['\n', '\r']).len());
        at += line.len();
        for url in URL.find_iter(&feed[start..end]) {
            let url = start + url.start()..start + url.end();
            if url.start < floor {
                continue;
            }
            // The headline runs from the end of the entry before, on the same line.
            let from = start.max(floor);
            let near = feed.floor_char_boundary(url.start.saturating_sub(NEAR)).max(from);
            let from = feed[near..url.start].rfind("]]>").map_or(from, |i| near + i + "]]>".len());
            let item = Item::at(feed, from, url.clone(), end, from > start || entries.is_empty());
            let sure = item.as_ref().is_some_and(|item| item.more.is_some());
            let channel = Channel::at(feed, from, url, end, item.is_some(), entries.is_empty());
            if let Some(channel) = channel.filter(|_| !sure) {
                floor = channel.span.end;
                entries.push(Entry::Channel(channel));
            } else if let Some(item) = item {
                floor = item.body;
                let left = from..item.title.start;
                match entries.last_mut() {
                    // What the channel says beyond what is known of channels.
                    Some(Entry::Channel(channel)) if channel.span.end == left.start => {
                        channel.span.end = left.end;
                    }
                    None => entries.extend(Channel::before_headline(feed, left).map(Entry::Channel)),
                    _ => {}
                }
                entries.push(Entry::Item(item));
            }
        }
    }
    entries
}

impl Item {
    /// Reads the item whose link is `url`, whose headline begins at `from` or later, and whose line ends at `end`;
    /// `shared` says whether something else may precede the headline on its line.
    fn at(feed: &str, from: usize, url: Range<usize>, end: usize, shared: bool) -> Option<Item> {
        let date = DATED.captures(&feed[url.end..end]).and_then(|found| found.name("date"));
        let date = date.map(|date| url.end + date.start()..url.end + date.end());
        let at = date.as_ref().map_or(url.end, |date| date.end);
        let guid = WORD.captures(&feed[at..end]).and_then(|found| found.get(1));
        let guid = guid.filter(|word| is_key(word.as_str(), date.is_some()));
        let guid = guid.map(|word| at + word.start()..at + word.end());
        let at = guid.as_ref().map_or(at, |guid| guid.end);
        if date.is_none() && guid.is_none() {
            return None;
        }
        let more = ReadMore::find(&feed[from..url.start], &feed[at..end], shared);
        let twice = guid.as_ref().is_some_and(|guid| feed[guid.clone()] == feed[url.clone()]);
        let is_item = match &date {
            Some(_) => guid.is_some() || more.is_some(),
            None => {
                !feed[from..url.start].trim().is_empty()
                    && (more.is_some() || (twice && feed[at..end].trim().is_empty()))
            }
        };
        if !is_item {
            return None;
        }
        let start = from + more.as_ref().map_or(0, |more| more.headline);
        let more = match more {
            Some(more) => Some(at..at + more.end),
            // A headline that was lost may still be repeated.
            None => rules::pattern("read-more").find(&feed[at..end]).map(|found| at..at + found.end()),
        };
        let body = more.as_ref().map_or(at, |more| more.end);
        Some(Item { title: start..url.start, url, date, guid, more, body })
    }
}

/// Whether `word` is a GUID: a link, a `tag:` or `urn:`, or, after a date, any word with a digit.
fn is_key(word: &str, dated: bool) -> bool {
    ["http://", "https://", "tag:", "urn:"].iter().any(|scheme| word.starts_with(scheme))
        || (dated && word.contains(|c: char| c.is_ascii_digit()))
}

/// A read-more: a link to the full text, in any language, that repeats the headline.
#[derive(Debug)]
struct ReadMore {
    /// The offset of the headline, in bytes of the text before the item's link.
    headline: usize,
    /// The end of the read-more, in bytes of the text after the item's GUID.
    end: usize,
}

impl ReadMore {
    /// The maximum number of words before the repeated headline: `Read More`, `Lire la suite de`.
    const LEAD: usize = 6;

    /// The maximum length of a headline and of a read-more, in bytes.
    const LONGEST: usize = 600;

    /// Finds the read-more at the beginning of `rest`. It repeats the end of `before`, all of it unless the line is
    /// `shared`, and is closed by an arrow, by quotation marks, or by the end of the line.
    fn find(before: &str, rest: &str, shared: bool) -> Option<ReadMore> {
        static ARROW: Pattern = pattern!(r"^(?:['’]s\b)?[\p{P}\p{S}\s]*(?:[»›→]|&raquo;|>>)");
        static QUOTED: Pattern = pattern!(r#"^(?:['’]s\b)?[^\p{L}\p{N}\s]*["”“’'»«」]"#);
        static NOTHING: Pattern = pattern!(r"^(?:['’]s\b)?[\p{P}\p{S}\s]*$");
        // The marks of a partial headline: fewer words are found by chance.
        const BY_CHANCE: usize = 3;
        let window = &rest[..rest.floor_char_boundary(Self::LONGEST)];
        let window = &window[..window.find("]]>").unwrap_or(window.len())];
        let to_the_end = window.len() == rest.len() || rest[window.len()..].starts_with("]]>");
        let cut = before.floor_char_boundary(before.len().saturating_sub(Self::LONGEST));
        let (title, line) = (Tokens::of(&before[cut..]), Tokens::of(window));
        let mut best: Option<(usize, ReadMore)> = None;
        for lead in 0..=Self::LEAD.min(line.len().saturating_sub(1)) {
            let same = |length: &usize| {
                (0..*length).all(|i| {
                    let (a, b) = (title.get(title.len() - length + i), line.get(lead + i));
                    a.zip(b).is_some_and(|(a, b)| a.folded == b.folded)
                })
            };
            let Some(length) = (1..=title.len()).rev().find(same) else { continue };
            let (Some(first), Some(last), Some(head)) =
                (line.get(lead), line.get(lead + length - 1), title.get(title.len() - length))
            else {
                continue;
            };
            let (first, last) = (first.span.range().start, last.span.range().end);
            let quoted = window[..first].contains(['"', '“', '„', '«', '‘', '\'', '「']);
            let whole = length == title.len() && cut == 0;
            let after = &window[last..];
            let close = ARROW.find(after).or_else(|| QUOTED.find(after).filter(|_| quoted));
            let close = close.filter(|_| whole || shared || length >= BY_CHANCE);
            let ends = || NOTHING.find(after).filter(|_| whole && to_the_end);
            let Some(close) = close.or_else(ends) else { continue };
            if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                let headline = if whole {
                    0
                } else {
                    let at = cut + head.span.range().start;
                    at - same_before(&before[..at], &window[..first])
                };
                let end = last + close.as_str().trim_end().len();
                best = Some((length, ReadMore { headline, end }));
            }
        }
        best.map(|(_, more)| more)
    }
}

/// The length of the punctuation that `a` and `b` both end with, in bytes: `“Enough”, says Holm` begins with a mark,
/// not with a word.
fn same_before(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    let same: usize =
        pairs.take_while(|(a, b)| a == b && !a.is_alphanumeric()).map(|(a, _)| a.len_utf8()).sum();
    let marks = &a[a.len() - same..];
    marks.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::ReadMore;

    #[test]
    fn a_read_more_repeats_the_headline() {
        for (before, rest, title, more) in [
            (
                "A Ferry Sails",
                " Read More “A Ferry Sails” »",
                "A Ferry Sails",
                " Read More “A Ferry Sails” »",
            ),
            (
                "A Ferry Sails",
                " Read More \"A Ferry Sails\" » Text.",
                "A Ferry Sails",
                " Read More \"A Ferry Sails\" »",
            ),
            ("Eine Fähre", " Weiterlesen „Eine Fähre“ »", "Eine Fähre", " Weiterlesen „Eine Fähre“ »"),
            (
                "A  Ferry SAILS",
                " Continue reading A ferry sails →",
                "A  Ferry SAILS",
                " Continue reading A ferry sails →",
            ),
            ("Who “pays”?", " Read More “Who “pays”?” »", "Who “pays”?", " Read More “Who “pays”?” »"),
            ("news 32 32 “Pay” now", " Read More “”Pay“ now” »", "Pay” now", " Read More “”Pay“ now” »"),
            ("news 32 32 « Pay » now", " Lire « Pay » now »", "« Pay » now", " Lire « Pay » now »"),
            ("en Obituary", " Read More “Obituary” »", "Obituary", " Read More “Obituary” »"),
            ("A Ferry Sails", " A Ferry Sails", "A Ferry Sails", " A Ferry Sails"),
        ] {
            let found =
                ReadMore::find(before, rest, true).unwrap_or_else(|| panic!("{before}: no read-more"));
            assert_eq!((&before[found.headline..], &rest[..found.end]), (title, more));
        }
        for (before, rest) in [
            ("First Boat Of The Year", " Last Boat Of The Year https://e.org/b"),
            ("A Ferry Sails", " A ferry sails at dawn, the board said."),
            ("A Ferry Sails", " Read More “A Bridge Opens” »"),
            ("A Ferry Sails", ""),
            ("", " Read More “” »"),
        ] {
            assert!(ReadMore::find(before, rest, true).is_none(), "{before}: {rest}");
        }
    }
}
