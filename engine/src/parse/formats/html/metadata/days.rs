//! The day of publication of a page: what its metadata says, what is marked as one, what readers see beside the headline,
//! the link, and at last a day in a line of its own. The day of a comment, an event, a video or another article is none.

use super::day_names::{CHANGED, DATED, META, NAMED, POSTED, WEAK};
use super::linked_data::LinkedData;
use super::page::Page;
use super::page_lines::{self, PageLine};
use crate::corpus::dates::Day;
use crate::parse::bytes::Passage;
use crate::parse::date_forms::labels::{self, Label};
use crate::parse::date_forms::{self, DateOrder};
use crate::parse::formats::record::{Record, Slot};
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence;
use crate::text::{Span, Tokens};

/// The maximum number of words beside the date in a line that is about it.
const OTHER_WORDS: usize = 10;

/// The maximum number of words beside a date that stands far from the headline and behind no label.
const FEW_WORDS: usize = 4;

/// How many words behind a date a word before it counts for.
const BEFORE_WEIGHS: usize = 3;

/// The number of lines before the headline that belong to it.
const BEFORE: usize = 3;

/// A place where a day stands: the better, the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// In a `<meta>` element.
    Meta,
    /// Marked as the day of publication, by microdata or a microformat.
    Marked,
    /// Beside the headline, in an element of its own.
    Beside,
    /// In the link of the page.
    Link,
    /// Behind a label such as "Published on".
    Labelled,
    /// Before the first words of the text.
    Leading,
    /// In an element that is named after a date.
    Named,
    /// In a line of its own, in or near the article.
    Alone,
    /// In an element that is named after a change, as some pages name all of their days.
    Changed,
}

/// A day that a page shows: its rank, its place among others of the rank, and where it stands.
type Seen = (Rank, usize, Passage);

/// The first year in which a page could show when it was published.
const FIRST_YEAR: i32 = 1995;

/// The hours of UTC after which the next day has begun somewhere, and before which the last one has not ended.
const ZONES: (u32, u32) = (10 * 3600, 9 * 3600);

/// Adds the days of publication to `record`, the most trusted first.
pub(super) fn read(page: &Page<'_>, linked: &LinkedData<'_>, record: &mut Record) {
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
        beside(page, order, &mut seen);
        let link = record.all(Slot::Url).into_iter().find_map(link);
        seen.extend(link.map(|link| (Rank::Link, 0, link)));
        seen.sort_by_key(|(rank, at, _)| (*rank, *at));
        seen.retain(|(.., value)| parsed(value).is_none_or(|day| day.day().year() >= FIRST_YEAR));
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

/// The day in a link, as a passage of it.
fn link(url: &Passage) -> Option<Passage> {
    let written = date_forms::in_link(&url.text)?;
    let mut day = Passage::default();
    day.append(url, Span::new(written.range.start, written.range.end));
    Some(day)
}

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
            (Tokens::of(&text.text).len() <= OTHER_WORDS + 6
                && date_forms::within(&text.text, None).is_some())
            .then_some(text)
        };
        let Some(value) = value.or_else(shown) else { continue };
        // What `<meta>` says inside the text comes first, and readers do not see it.
        let rank = if node.name == "meta" { Rank::Meta } else { Rank::Marked };
        seen.push((rank, usize::from(!property) * page.tree.nodes.len() + index, value));
    }
}

/// Adds the days that readers see: beside the headline, behind labels, in lines of their own.
fn beside(page: &Page<'_>, order: Option<DateOrder>, seen: &mut Vec<Seen>) {
    let lines = page_lines::read(page);
    let headline = page.headline;
    let shown = headline.map(|headline| page.text(headline).text).unwrap_or_default();
    let start = headline.or(page.container).unwrap_or(0);
    let at = lines.partition_point(|line| line.first < start);
    let text = page_lines::first_paragraph(&lines, headline.map_or(start, |headline| page.end(headline)));
    let whole = page.container.map_or(0..page.tree.nodes.len(), |root| root.min(start)..page.end(root));
    let first = lines.get(text).filter(|line| !page.is_foreign(line.first)).map(|line| line.text(page));
    for text in first.into_iter().chain(headline.map(|headline| page.text(headline))) {
        seen.extend(opening(&text, order).map(|value| (Rank::Leading, 0, value)));
    }
    for (n, line) in lines.iter().enumerate() {
        let raw = line.span().of(page.source);
        if !line.is_short() && !POSTED.is_match(raw.trim_start()) {
            continue;
        }
        let timed = timed(page, line);
        if timed.is_none() && !raw.contains(|c: char| c.is_numeric() || c == '&') {
            continue;
        }
        let words = line.text(page);
        let said = day(&words, order);
        if words.text == shown {
            continue;
        }
        let Some((label, others, value)) = said
            .map(|(label, others, value)| (label, others, timed.clone().unwrap_or(value)))
            .or_else(|| {
                let few = Tokens::of(&words.text).len() <= OTHER_WORDS && !sentence::is_sentence(&words.text);
                timed
                    .clone()
                    .filter(|_| few)
                    .map(|value| (labels::leading(&words.text).map(|(label, _)| label), 0, value))
            })
        else {
            continue;
        };
        let names =
            || page.tree.above(line.first).take(3).map(|up| page.names(up)).collect::<Vec<_>>().join(" ");
        let changed = label.is_none()
            && page.tree.above(line.first).take(2).any(|up| {
                let names = page.names(up);
                CHANGED.is_match(&names) && !names.contains("publish") && !names.contains("entry-date")
            });
        if label == Some(Label::Updated) || page.is_foreign(line.first) {
            continue;
        }
        let after = (at..text).contains(&n);
        // A day above the headline is the article's only within the same part of the page.
        let shares = n >= at
            || page.tree.above(line.first).any(|up| {
                let part = page.node(up).is_some_and(|node| !matches!(node.name, "html" | "body"));
                part && (up..page.end(up)).contains(&start)
            });
        let before = shares && (at.saturating_sub(BEFORE)..at).contains(&n);
        let inside = whole.contains(&line.first);
        let rank = match label {
            _ if changed => Rank::Changed,
            _ if after || before => Rank::Beside,
            Some(_) if inside => Rank::Beside,
            Some(_) => Rank::Labelled,
            None if others > FEW_WORDS => continue,
            None if DATED.is_match(&names()) => Rank::Named,
            None => Rank::Alone,
        };
        // In the text, a date alone is a heading or a caption; before and behind it, it is the article's.
        let near = inside || shares && n.abs_diff(at) < NEAR;
        if rank < Rank::Named || near {
            let away = if n >= at { n - at } else { lines.len() + at - n };
            seen.push((rank, away, value));
        }
    }
}

/// The number of lines around the headline in which a day in a line of its own is the article's.
const NEAR: usize = 12;

/// The value of a `<time>` or `<abbr>` in a line.
fn timed(page: &Page<'_>, line: &PageLine) -> Option<Passage> {
    let up = page.tree.above(line.first).take(2);
    let inner = (line.first..line.end)
        .chain(up)
        .filter(|i| page.node(*i).is_some_and(|node| matches!(node.name, "time" | "abbr")));
    inner.into_iter().find_map(|i| {
        let names = page.names(i);
        let changed = CHANGED.is_match(&names) && !names.contains("publish");
        let (value, span) = page.tree.attribute_at(i, "datetime").or(page.tree.attribute_at(i, "title"))?;
        let dated = !changed && date_forms::in_field(value, Some(DateOrder::DayMonth)).is_some();
        dated.then(|| page.spelled(value, span))
    })
}

/// The day in a line that is about it, with its label: the first piece of the line that has one and does not speak of a
/// change. A sentence is about something else.
fn day(line: &Passage, order: Option<DateOrder>) -> Option<(Option<Label>, usize, Passage)> {
    let text = line.text.as_str();
    if let Some(written) = POSTED.find(text).and_then(|_| date_forms::within(text, order)) {
        let mut value = Passage::default();
        value.append(line, Span::new(written.range.start, written.range.end));
        return Some((Some(Label::Published), 0, value));
    }
    let mut at = 0;
    let mut changed = None;
    for piece in text.split(['|', '•', '·', ';', '(', ')', '\n']) {
        let start = at;
        at += piece.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let Some(written) = date_forms::within(piece, order) else { continue };
        let before = piece[..written.range.start].trim_start();
        let label = label(before);
        let rest = &piece[written.range.end..];
        // Words before a date say more often than those behind it that it is another one.
        let others = BEFORE_WEIGHS * Tokens::of(before).len() + Tokens::of(rest).len();
        let span = before.trim_end().ends_with(['-', '–']) && before.contains(|c: char| c.is_ascii_digit());
        let runs_on = sentence::is_sentence(piece.trim())
            || rest.trim_start_matches([',', ' ']).starts_with(char::is_lowercase)
                && Tokens::of(rest).len() > 4;
        // "Termin: 28. Juni": what a label of another kind names is something else.
        let other = label.is_none() && before.trim_end().ends_with([':', '：']);
        if runs_on || other || span || others > BEFORE_WEIGHS * OTHER_WORDS {
            continue;
        }
        let mut value = Passage::default();
        value.append(line, Span::new(start + written.range.start, start + written.range.end));
        if label == Some(Label::Updated) {
            changed = changed.or(Some((label, others, value)));
            continue;
        }
        return Some((label, others, value));
    }
    changed
}

/// The date before the first words of a text: `(28 June 2024) The ferry`, `Oslo, 28 June 2024 – The ferry`.
fn opening(line: &Passage, order: Option<DateOrder>) -> Option<Passage> {
    static PLACE: Pattern = pattern!(
        r"^[(\[]?(?:\p{Lu}[\p{L}./-]+(?: \p{Lu}[\p{L}./-]+){0,2},? )?[(\[]?(?:den |le |am |el |em |)"
    );
    let text = line.text.as_str();
    let start = PLACE.find(text)?.end();
    let written = [0, start].into_iter().find_map(|start| {
        let written = date_forms::leading(&text[start..], order)?;
        Some(start + written.range.start..start + written.range.end)
    })?;
    let after = text[written.end..].trim_start();
    let bordered = after.starts_with([')', ']', '–', '—', '-', ':', '|', '„', '“', '"', '«', '/', '•', '·']);
    let mut value = Passage::default();
    value.append(line, Span::new(written.start, written.end));
    bordered.then_some(value)
}

/// The label right before a date: at the beginning of what stands before it, or as its last words.
fn label(before: &str) -> Option<Label> {
    let starts = before
        .char_indices()
        .filter(|(i, _)| *i == 0 || before[..*i].ends_with(|c: char| !c.is_alphanumeric()));
    let mut found = starts.filter_map(|(i, _)| {
        let (label, end) = labels::leading(&before[i..])?;
        // A preposition alone is a label only where the line begins with it.
        let said = i == 0 || before[i..].trim().chars().count() > 3;
        (i + end >= before.len() && said).then_some(label)
    });
    found.next()
}

#[cfg(test)]
mod tests {
    use super::{Label, Passage, day};
    use crate::text::Span;

    #[test]
    fn lines_about_a_day_have_it() {
        for (line, label, found) in [
            ("Published on 28 June 2024", Some(Label::Published), "28 June 2024"),
            ("By Ada Lind, 28 June 2024", None, "28 June 2024"),
            ("Updated 29 June 2024 | Published 28 June 2024", Some(Label::Published), "28 June 2024"),
            ("Updated 29 June 2024", Some(Label::Updated), "29 June 2024"),
            ("Stand: 28.06.2024", Some(Label::Published), "28.06.2024"),
        ] {
            let read = day(&Passage::of(line, Span::new(0, line.len())), None).expect(line);
            assert_eq!((read.0, read.2.text.as_str()), (label, found), "{line}");
        }
        for line in [
            "The war ended on 8 May 1945, and boats sailed.",
            "Termin: 28. Juni 2024",
            "Next fair: 28 June 2024",
        ] {
            assert!(day(&Passage::of(line, Span::new(0, line.len())), None).is_none(), "{line}");
        }
    }
}
