//! The channel line of a flattened feed: title, link, tagline, build date, language, period, generator, icon. All but
//! the title and the link are optional.

use crate::parse::pattern::{Pattern, pattern};
use regex::Regex;
use std::ops::Range;

/// A pattern for dates as feeds write them.
pub(crate) const DATE: &str = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4}\b)";

/// A channel line, which describes the items after it; ranges count in bytes of the feed.
#[derive(Debug)]
pub(crate) struct Channel {
    /// The whole line.
    pub(crate) span: Range<usize>,
    /// The name of the outlet, within the title.
    pub(crate) outlet: Range<usize>,
    /// The primary tag of the language.
    pub(crate) language: Option<Range<usize>>,
}

/// The maximum length of a tagline with its date, in bytes; a date further on belongs to something else.
const TAGLINE: usize = 400;

/// The maximum length of a channel's title, in bytes.
const TITLE: usize = 160;

static DATED: Pattern = pattern!(&format!(r"\s{DATE}"));

/// A language: `en`, `en-US`, `zh_TW`.
static LANGUAGE: Pattern = pattern!(r"^\s+(?<primary>[A-Za-z]{2,3})(?<region>[-_][A-Za-z]{2,4})?(?:\s|$)");

static PERIOD: Pattern = pattern!(r"^\s+(?:hourly|daily|weekly|monthly|yearly) \d+(?:\s|$)");

/// An icon: `https://e.org/logo World – Example https://e.org 32 32`.
static ICON: Pattern =
    pattern!(r"^\s+https?://\S+ (?<title>[^\n\r]{1,160}?) (?<url>https?://\S+)(?<size> \d+ \d+)?(?:\s|$)");

static LINK: Pattern = pattern!(r"^\s+(?<url>https?://\S+)");

impl Channel {
    /// Reads the channel line whose title begins at `start`, whose link is `url`, and which ends before `end`, the end
    /// of the line. `or_item` says whether the link may belong to an item instead, `first` whether nothing of the feed
    /// precedes it.
    pub(crate) fn at(
        feed: &str,
        start: usize,
        url: Range<usize>,
        end: usize,
        or_item: bool,
        first: bool,
    ) -> Option<Channel> {
        let title = feed[start..url.start].trim();
        if title.is_empty() || title.len() > TITLE || title.contains("://") {
            return None;
        }
        let after = &feed[url.end..feed.floor_char_boundary(end.min(url.end + TAGLINE))];
        let date = DATED.find(after)?;
        let tagline = after[..date.start()].trim();
        if tagline.contains("://") {
            return None;
        }
        let mut rest = Rest { feed, at: url.end + date.end(), end };
        let language = rest.language();
        let period = rest.take(&PERIOD).is_some();
        let link = &feed[url.clone()];
        let mut icon = rest.icon(title, link);
        let mut generated = false;
        // No headline begins with a link.
        while !icon && let Some(link_of) = rest.take(&LINK) {
            generated |= is_generator(link_of);
            icon = rest.icon(title, link);
        }
        let declares = period || icon || language.as_ref().is_some_and(|l| l.sure);
        let is_one = declares
            || (generated && (first || is_root(link)))
            || (first && !or_item)
            || (first && !tagline.is_empty());
        is_one.then(|| {
            let outlet = outlet(title, link);
            Channel {
                span: start..rest.at,
                outlet: start + lead(&feed[start..]) + outlet.start
                    ..start + lead(&feed[start..]) + outlet.end,
                language: language.map(|l| l.primary),
            }
        })
    }

    /// Reads the channel line that must be at `span`, because a headline is known to follow it; `None` if it has no
    /// title or no link.
    pub(crate) fn before_headline(feed: &str, span: Range<usize>) -> Option<Channel> {
        let link = feed[span.clone()].find("://")?;
        let (before, scheme) = feed[span.start..span.start + link].rsplit_once(char::is_whitespace)?;
        let title = before.trim();
        let url = &feed[span.start + link - scheme.len()..span.end];
        let url = url.split_whitespace().next().unwrap_or_default();
        let outlet = outlet(title, url);
        let at = span.start + lead(&feed[span.clone()]);
        (!title.is_empty()).then(|| Channel {
            span,
            outlet: at + outlet.start..at + outlet.end,
            language: None,
        })
    }
}

/// The length of the white space at the beginning of `text`, in bytes.
fn lead(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether `url` names the program that made the feed.
fn is_generator(url: &str) -> bool {
    url.contains("?v=")
}

/// Whether `url` is the front page of a site.
fn is_root(url: &str) -> bool {
    url.split_once("://").is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains(['/', '?']))
}

/// A possible language of a channel.
struct Language {
    /// The range of its primary tag, in bytes of the feed.
    primary: Range<usize>,
    /// Whether it can be nothing else.
    sure: bool,
}

/// The unread rest of the channel line, `at..end` in bytes of the feed.
struct Rest<'a> {
    feed: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Rest<'a> {
    fn text(&self) -> &'a str {
        &self.feed[self.at..self.end]
    }

    /// Consumes what `pattern` finds and returns it, trimmed.
    fn take(&mut self, pattern: &Regex) -> Option<&'a str> {
        let found = pattern.find(self.text())?.as_str();
        let words = found.trim();
        self.at += lead(found) + words.len();
        Some(words)
    }

    /// Consumes the language. A word of two letters may also begin a headline; it is certainly a language if it has a
    /// region, or if a period or a link follows.
    fn language(&mut self) -> Option<Language> {
        let text = self.text();
        let found = LANGUAGE.captures(text)?;
        let (primary, region) = (found.name("primary")?, found.name("region"));
        let end = region.unwrap_or(primary).end();
        let after = &text[end..];
        let small = |s: &str| s.chars().all(|c| c.is_lowercase());
        let followed = PERIOD.is_match(after) || LINK.is_match(after);
        let sure = followed || (small(primary.as_str()) && region.is_some());
        let likely = sure || (small(primary.as_str()) && primary.len() == 2);
        if !likely {
            return None;
        }
        let primary = self.at + primary.start()..self.at + primary.end();
        self.at += end;
        Some(Language { primary, sure })
    }

    /// Consumes the icon and returns whether there was one: its link, then the channel's title and link again, or any
    /// text with a size.
    fn icon(&mut self, title: &str, link: &str) -> bool {
        let Some(found) = ICON.captures(self.text()) else { return false };
        let same = found.name("title").is_some_and(|t| t.as_str() == title)
            && found
                .name("url")
                .is_some_and(|u| u.as_str().trim_end_matches('/') == link.trim_end_matches('/'));
        let end = found.name("size").or(found.name("url")).map_or(0, |m| m.end());
        let is_one = same || (found.name("size").is_some() && !found["title"].contains("://"));
        if is_one {
            self.at += end;
        }
        is_one
    }
}

/// The range of the outlet in a channel's title: the segment that the host is named after, or else the last one
/// (`Category – Outlet`).
fn outlet(title: &str, url: &str) -> Range<usize> {
    static BETWEEN: Pattern = pattern!(r" (?:[–—|»›·-]|&#8211;) ");
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
    use super::{Channel, outlet};

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

    #[test]
    fn a_channel_may_lack_most_of_its_fields() {
        const DATE: &str = "Fri, 08 Mar 2024 10:00:00 +0000";
        for (line, language) in [
            (
                "D en-GB hourly 1 https://wordpress.org/?v=6.4 https://e.org/i.png World – E https://e.org 32 32",
                Some("en"),
            ),
            ("News From The Quay. D en hourly 1 https://wordpress.org/?v=6.4", Some("en")),
            ("News. D en", Some("en")),
            ("News. D hourly 1 https://wordpress.org/?v=6.4", None),
            ("News. D https://wordpress.org/?v=6.4", None),
            ("News. D", None),
            ("D", None),
            ("D https://e.org/logo World – E https://e.org", None),
            ("D pt-BR https://e.org/logo?w=32 Another name https://e.org 32 32", Some("pt")),
            (
                "08 Mar 2024 10:00:00 +0000 en-US https://e.org/logo World – E https://e.org/ 144 144",
                Some("en"),
            ),
        ] {
            let channel = format!("World – E https://e.org {}", line.replacen("D", DATE, 1));
            let feed = format!("{channel} A Ferry Sails https://e.org/a {DATE} https://e.org/a");
            let url = "World – E ".len().."World – E https://e.org".len();
            let found = Channel::at(&feed, 0, url, feed.len(), false, true);
            let found = found.unwrap_or_else(|| panic!("{line}: no channel"));
            assert_eq!(&feed[found.span], channel, "{line}");
            let found_language = found.language.map(|range| &feed[range]);
            assert_eq!((&feed[found.outlet], found_language), ("E", language), "{line}");
        }
        let odd = "World – E\u{2028}https://e.org and more, ";
        let found = Channel::before_headline(odd, 0..odd.len()).expect("a title and a link");
        assert_eq!(&odd[found.outlet], "E");
    }
}
