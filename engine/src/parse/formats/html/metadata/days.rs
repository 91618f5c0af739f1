//! The day of publication of a page: what its metadata says, what is marked as one, what readers see beside the headline,
//! the link, and at last a day in a line of its own. The day of a comment, an event, a video or another article is none.

use super::changes;
use super::day_names::{CHANGED, META, NAMED, STATED, WEAK};
use super::linked_data::LinkedData;
use super::page::Page;
use super::page_lines::PageLine;
use super::seen_days::{Rank, Seen};
use super::shown_days;
use crate::corpus::dates::{Day, Published};
use crate::order;
use crate::parse::bytes::Passage;
use crate::parse::date_forms::{self, DateOrder};
use crate::parse::formats::record::{Record, Slot};
use crate::text::{Span, Tokens};

/// The first year in which a page could show when it was published.
const FIRST_YEAR: i32 = 1995;

/// The hours of UTC after which the next day has begun somewhere, and before which the last one has not ended.
const ZONES: (u32, u32) = (10 * 3600, 9 * 3600);

/// Adds the days of publication to `record`, the most trusted first.
pub(super) fn read(page: &Page<'_>, lines: &[PageLine], linked: &LinkedData<'_>, record: &mut Record) {
    let order = record.date_order();
    let parsed = |value: &Passage| date_forms::in_field(&value.text, order);
    let metas = |names: &[&str]| names.iter().flat_map(|name| page.meta(name)).collect::<Vec<_>>();
    let mut said = linked.days();
    said.extend(metas(META));
    let first = said.iter().find_map(parsed);
    let utc = first.and_then(|first| first.in_utc());
    let mut seen = Vec::new();
    if first.is_none() || utc.is_some() {
        marked(page, &mut seen);
        let mut changed = Vec::new();
        shown_days::read(page, lines, order, &mut seen, &mut changed);
        let link = record.all(Slot::Url).into_iter().find_map(link);
        seen.extend(link.map(|link| (Rank::Link, 0, link)));
        if first.is_none() {
            if seen.iter().all(|(rank, ..)| *rank > Rank::Stated) {
                seen.extend(stated(page, order).map(|value| (Rank::Stated, 0, value)));
            }
            changes::read(page, linked, changed, record);
        }
        order::by_key(&mut seen, |(rank, at, _)| (*rank, *at));
        seen.retain(|(.., value)| parsed(value).is_none_or(|day| day.day().year() >= FIRST_YEAR));
        seen_beside_the_link(&mut seen, &parsed);
    }
    // A page that says its moment in UTC alone was published on the day that its readers see.
    if let (Some(first), Some(seconds)) = (first, utc) {
        let shown = seen.iter().filter(|(rank, ..)| (Rank::Marked..=Rank::Labelled).contains(rank));
        let days: Vec<_> = shown.filter_map(|(.., value)| Some((parsed(value)?.day(), value))).collect();
        let local = |day: Day| match first.day().days_to(day) {
            1 => seconds >= ZONES.0,
            -1 => seconds < ZONES.1,
            _ => false,
        };
        let agrees = days.first().is_some_and(|(day, _)| *day == first.day());
        if !agrees && let Some((_, value)) = days.iter().find(|(day, _)| local(*day)) {
            record.push(Slot::Published, (*value).clone());
        }
    }
    if first.is_some() {
        return said.into_iter().for_each(|value| record.push(Slot::Published, value));
    }
    let (strong, rest): (Vec<Seen>, Vec<Seen>) =
        seen.into_iter().partition(|(rank, ..)| *rank <= Rank::Beside);
    let values = |seen: Vec<Seen>| seen.into_iter().map(|(.., value)| value);
    let all = said
        .into_iter()
        .chain(values(strong))
        .chain(metas(WEAK))
        .chain(values(rest))
        .chain(linked.loose_day());
    all.for_each(|value| record.push(Slot::Published, value));
}

/// Puts the day that readers see before that of the link, where it is the day before or after it: the link has the day
/// of another zone.
fn seen_beside_the_link(seen: &mut Vec<Seen>, parsed: &dyn Fn(&Passage) -> Option<Published>) {
    let Some(at) = seen.iter().position(|(rank, ..)| *rank == Rank::Link) else { return };
    let Some(link) = parsed(&seen[at].2) else { return };
    let near = |(rank, _, value): &Seen| {
        (Rank::Labelled..=Rank::Named).contains(rank)
            && parsed(value).is_some_and(|day| link.day().days_to(day.day()).abs() == 1)
    };
    if let Some(shown) = seen.iter().position(near) {
        let shown = seen.remove(shown);
        seen.insert(at, (Rank::Link, 0, shown.2));
    }
}

/// The day of publication in the scripts of a page, where they say one day only.
fn stated(page: &Page<'_>, order: Option<DateOrder>) -> Option<Passage> {
    let scripts = page.tree.within(0).filter(|(i, node)| {
        let linked = page.tree.attribute(*i, "type").is_some_and(|kind| kind.contains("ld+json"));
        node.name == "script" && !linked
    });
    let texts = scripts.flat_map(|(i, _)| page.tree.children(i).filter(|(_, node)| node.is_text()));
    let mut found: Option<(Day, Passage)> = None;
    for (_, node) in texts {
        for value in STATED.captures_iter(node.span.of(page.source)) {
            let Some(value) = value.get(1).or(value.get(2)) else { continue };
            let Some(said) = date_forms::in_field(value.as_str(), order) else { continue };
            if found.as_ref().is_some_and(|(day, _)| *day != said.day()) {
                return None;
            }
            let span = Span::new(value.start(), value.end()).shifted(node.span.start);
            found = found.or_else(|| Some((said.day(), Passage::of(page.source, span))));
        }
    }
    found.map(|(_, value)| value)
}

/// The day in a link, as a passage of it.
fn link(url: &Passage) -> Option<Passage> {
    let written = date_forms::in_link(&url.text)?;
    let mut day = Passage::default();
    day.append(url, Span::new(written.range.start, written.range.end));
    Some(day)
}

/// The maximum number of words in an element that is marked as the day.
const MARKED_WORDS: usize = 16;

/// Adds the days of elements that are marked as the day of publication.
fn marked(page: &Page<'_>, seen: &mut Vec<Seen>) {
    for (index, node) in page.tree.within(0) {
        if node.is_text()
            || matches!(node.name, "html" | "body" | "head" | "article" | "main" | "section" | "p")
        {
            continue;
        }
        let own =
            ["class", "itemprop", "property"].iter().filter_map(|name| page.tree.attribute(index, name));
        let names = own.collect::<Vec<_>>().join(" ").to_lowercase();
        let pubdate = page.tree.attribute(index, "pubdate").is_some();
        let property = names.contains("datepublished") || names.contains("datecreated");
        let named = NAMED.is_match(&names)
            && (names.contains("publish") || !CHANGED.is_match(&names) || names.contains("entry-date"));
        if !(pubdate || named) || page.is_foreign(index) || node.name == "meta" && !property {
            continue;
        }
        let value = ["content", "datetime", "title"].iter().find_map(|name| {
            let (value, span) = page.tree.attribute_at(index, name)?;
            date_forms::in_field(value, Some(DateOrder::DayMonth)).map(|_| page.spelled(value, span))
        });
        let shown = || {
            let text = page.text(index);
            (Tokens::of(&text.text).len() <= MARKED_WORDS && date_forms::within(&text.text, None).is_some())
                .then_some(text)
        };
        let Some(value) = value.or_else(shown) else { continue };
        // What `<meta>` says inside the text comes first, and readers do not see it.
        let rank = if node.name == "meta" { Rank::Meta } else { Rank::Marked };
        seen.push((rank, usize::from(!property) * page.tree.nodes.len() + index, value));
    }
}
