//! Flattened feeds: WordPress feeds whose tags were lost. A channel line, then items
//! `TITLE URL DATE GUID Read More “TITLE” »`, each with its body; another channel may follow.

use super::item::{Entry, Item, entries};
use crate::corpus::article::Field;
use crate::parse::body;
use crate::parse::date_forms;
use crate::parse::draft::Draft;
use crate::parse::outcome::{FileContext, Outcome};
use crate::parse::tiling::Role;
use crate::text::{Problem, Span};
use std::ops::Range;

/// Reads the text at `whole` if it is a flattened feed, and returns whether it is.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let feed = whole.of(text);
    let base = whole.range().start;
    let at = |range: Range<usize>| Span::new(base + range.start, base + range.end).trimmed(text);
    let entries = entries(feed);
    let dated = entries.iter().any(|e| matches!(e, Entry::Item(item) if item.date.is_some()));
    let channels = entries.iter().filter(|e| matches!(e, Entry::Channel(_))).count();
    if !dated && (channels == 0 || channels == entries.len()) {
        return false;
    }
    let mut known = Draft::new(context.settings);
    let ends = entries.iter().skip(1).map(Entry::start).chain([feed.len()]);
    for (index, (entry, end)) in entries.iter().zip(ends).enumerate() {
        match entry {
            Entry::Channel(channel) => {
                outcome.outside.push((at(channel.span.clone()), "feed-channel"));
                let span = at(channel.outlet.clone());
                let outlet = Field::read(span.of(text).to_owned(), span);
                known.outlet = Some(outlet).filter(|outlet| !outlet.value.is_empty());
                known.language = channel.language.clone().map(|range| {
                    let span = at(range);
                    Field::read(span.of(text).to_lowercase(), span)
                });
            }
            Entry::Item(item) => {
                if index == 0 {
                    let message = "expected a channel line before the items, found none; the host of each link stands in for the source";
                    outcome.problems.push(Problem::new(at(item.url.clone()), message));
                }
                let mut draft = Draft {
                    outlet: known.outlet.clone(),
                    language: known.language.clone(),
                    ..Draft::new(context.settings)
                };
                fields(text, item, at, &mut draft, &mut outcome.problems);
                let body = Span::new(base + item.body, base + end.max(item.body));
                body::read(text, body, false, &mut draft);
                outcome.articles.push(draft);
            }
        }
    }
    true
}

/// Reads the fields before the body of `item`; `at` converts a range of the feed to a span of `text`.
fn fields(
    text: &str,
    item: &Item,
    at: impl Fn(Range<usize>) -> Span,
    draft: &mut Draft,
    problems: &mut Vec<Problem>,
) {
    let title = at(item.title.clone());
    let url = at(item.url.clone());
    if title.is_empty() {
        let message = "expected a headline before the item's link, found none; the first sentence stands in";
        problems.push(Problem::new(url, message));
    } else {
        draft.parts.push((title, Role::Title));
        draft.title = Some(Field::read(title.of(text).to_owned(), title));
    }
    draft.parts.push((url, Role::Url));
    draft.url = Some(Field::read(url.of(text).to_owned(), url));
    if let Some(date) = item.date.clone().map(&at) {
        draft.parts.push((date, Role::Published));
        match date_forms::in_field(date.of(text), None) {
            Some(published) => draft.published = Some(Field::read(published, date)),
            None => problems.push(Problem::new(
                date,
                format!(
                    "expected a date that the calendar has, found `{}`; the article is undated",
                    date.of(text)
                ),
            )),
        }
    } else if let Some(written) = date_forms::in_link(url.of(text)) {
        let span = Span::new(written.range.start, written.range.end).shifted(url.start);
        draft.published = written.published.map(|published| Field::read(published, span));
    } else {
        let message = "expected a date after the item's link, found none; the article is undated";
        problems.push(Problem::new(url, message));
    }
    if let Some(guid) = item.guid.clone() {
        draft.set_aside(at(guid), "feed-guid");
    }
    if let Some(more) = item.more.clone() {
        draft.set_aside(at(more), "read-more");
    }
}
