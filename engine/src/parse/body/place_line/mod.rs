//! Place lines: `Seoul:` on a line of its own, or `SEOUL, June 5 (AP) —` before the first words. What only looks like
//! one, such as an actor before a dash, stays text, because place lines are not counted.

use super::lines::Line;
use crate::corpus::{BlockKind, CreditKind, Field};
use crate::parse::date_forms::yearless::leading_day;
use crate::parse::draft::Draft;
use crate::parse::rules;
use crate::parse::sentence::has_words;
use crate::parse::tiling::Role;
use crate::text::Span;
use parts::{LONGEST, PlaceLine};
use std::collections::HashSet;

mod eastern;
mod forms;
mod parts;
#[cfg(test)]
mod tests;
mod towns;

/// The maximum number of lines before a place line: a standfirst, a caption, one more.
const BEFORE: usize = 3;

/// The maximum number of words in a standfirst; longer lines before `Seoul:` are the text itself.
const STANDFIRST: usize = 45;

/// Whether `line` is or begins with a place line, so that the text begins there, too.
pub(super) fn starts(line: &str) -> bool {
    let read = forms::read(line);
    read.as_ref().is_some_and(|found| found.is_whole(line)) || forms::start(line, read).is_some()
}

/// Takes the place line out of `lines` and returns the lines after it, or all lines if there is none. Lines before a
/// place line on a line of its own become standfirst and captions.
pub(crate) fn take(text: &str, lines: Vec<Line>, captions: &HashSet<Span>, draft: &mut Draft) -> Vec<Line> {
    let mut kept = lines;
    for index in 0..kept.len().min(BEFORE + 1) {
        let line = kept[index];
        let words = line.span.of(text);
        let read = forms::read(words);
        let own = read.as_ref().and_then(|found| Some((found, own_line(text, &kept, index, found)?)));
        if let Some((found, end)) = own {
            claim(text, &line, found, draft);
            for below in &kept[index + 1..end] {
                draft.parts.push((below.span, Role::Dateline));
            }
            for before in &kept[..index] {
                let caption = captions.contains(&before.span);
                let kind = if caption { BlockKind::Caption } else { BlockKind::Standfirst };
                draft.block(text, kind, before.span, None);
            }
            kept.drain(..end);
            return kept;
        }
        if let Some(found) = forms::start(words, read).filter(|found| is_one(text, found, &kept, index)) {
            claim(text, &line, &found, draft);
            kept[index].span = Span::new(line.span.range().start + found.end, line.span.range().end);
            return kept;
        }
    }
    kept
}

/// Takes `found` out of `line`: its place becomes the dateline of the draft.
fn claim(text: &str, line: &Line, found: &PlaceLine, draft: &mut Draft) {
    let part = |range: &std::ops::Range<usize>| Span::new(range.start, range.end).shifted(line.span.start);
    draft.parts.push((part(&(0..found.end)).trimmed(text), Role::Dateline));
    for name in &found.reporters {
        draft.credit(text, CreditKind::Reporter, part(name));
    }
    if let Some(place) = &found.place {
        let span = part(place);
        draft.dateline = Some(Field::read(span.of(text).to_owned(), span));
    }
    if let Some(agency) = &found.agency {
        draft.credit(text, CreditKind::Agency, part(agency));
    }
}

/// Whether `found` at the beginning of the line at `index` is a place line, by the other lines.
fn is_one(text: &str, found: &PlaceLine, lines: &[Line], index: usize) -> bool {
    let others = || lines[..index].iter().chain(&lines[index + 1..]);
    let mut speaks = others().filter(|line| forms::is_labelled(line.span.of(text), found.capitals));
    if found.label && speaks.next().is_some() {
        return false;
    }
    let words = lines[index].span.of(text);
    let place = found.place.as_ref().map_or("", |place| &words[place.clone()]);
    found.sure || !stands_again(text, place, &words[found.end..], &lines[index + 1..])
}

/// Whether the text has `place` again as a whole word in capitals: then it is always written so, and is not a place.
fn stands_again(text: &str, place: &str, rest: &str, lines: &[Line]) -> bool {
    let whole_word = |line: &str| {
        line.match_indices(place).any(|(i, _)| {
            !line[..i].ends_with(char::is_alphanumeric)
                && !line[i + place.len()..].starts_with(char::is_alphanumeric)
        })
    };
    whole_word(rest) || lines.iter().any(|line| whole_word(line.span.of(text)))
}

/// The index of the line after `found`, where that is a place line of its own, the line at `index`. It must be the only
/// line of its kind, with at most standfirsts before it, and with text after it that is neither a list nor a single
/// quotation. A town in capitals is one where a day stands in the line below.
fn own_line(text: &str, lines: &[Line], index: usize, found: &PlaceLine) -> Option<usize> {
    let line = lines.get(index)?.span;
    let next = lines.get(index + 1)?.span.of(text);
    let is_day =
        |line: &str| leading_day(line).is_some_and(|end| !line[end..].contains(char::is_alphanumeric));
    // The day may have been taken as that of publication.
    let between = || text[line.range().end..lines[index + 1].span.range().start].trim();
    let above_day = || found.is_town(line.of(text)) && (is_day(next) || is_day(between()));
    if !found.is_whole(line.of(text)) && !above_day() {
        return None;
    }
    let end = index + 1 + usize::from(is_day(next));
    let next = lines.get(end)?.span.of(text);
    let quotation = next.starts_with(['“', '"', '«', '„']) && next.ends_with(['”', '"', '»', '“']);
    let standfirsts = lines[..index].iter().all(|line| !has_words(line.span.of(text), STANDFIRST + 1));
    let is_whole =
        |line: &str| line.len() <= LONGEST && forms::read(line).is_some_and(|found| found.is_whole(line));
    let alone = lines.iter().filter(|line| is_whole(line.span.of(text))).take(2).count() < 2;
    let text_follows = !quotation && !rules::pattern("list-marker").is_match(next);
    (standfirsts && alone && text_follows).then_some(end)
}
