//! The days that readers see on a page: beside the headline, behind labels, before the first words, in lines of their
//! own; and those that are said to be of a change.

use super::day_names::{CHANGED, DATED, EDITED, POSTED};
use super::page::{Page, PagePart};
use super::page_lines::{self, PageLine};
use super::seen_days::{Rank, Seen};
use crate::parse::bytes::Passage;
use crate::parse::date_forms::labels::{self, Label};
use crate::parse::date_forms::{self, DateOrder};
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

/// Adds the days that readers see: beside the headline, behind labels, in lines of their own; those of changes apart.
pub(super) fn read(
    page: &Page<'_>,
    lines: &[PageLine],
    order: Option<DateOrder>,
    seen: &mut Vec<Seen>,
    changes: &mut Vec<Seen>,
) {
    let headline = page.headline;
    let shown = headline.map(|headline| page.text(headline).text).unwrap_or_default();
    let start = headline.or(page.container).unwrap_or(0);
    let at = lines.partition_point(|line| line.first < start);
    let text = page_lines::first_paragraph(lines, headline.map_or(start, |headline| page.end(headline)));
    let whole = page.container.map_or(0..page.tree.nodes.len(), |root| root.min(start)..page.end(root));
    let first = lines[text..].iter().filter(|line| line.is_paragraph() && !page.is_foreign(line.first));
    let first = first.take(FIRST).map(|line| line.text(page));
    for (n, text) in headline.map(|headline| page.text(headline)).into_iter().chain(first).enumerate() {
        seen.extend(opening(&text, order).map(|value| (Rank::Leading, n, value)));
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
        // "Last updated" may stand in a line before the day.
        let label = label.or_else(|| changed_before(page, lines.get(n.checked_sub(1)?)?));
        let names =
            || page.tree.above(line.first).take(3).map(|up| page.names(up)).collect::<Vec<_>>().join(" ");
        let changed = label.is_none()
            && page.tree.above(line.first).take(2).any(|up| {
                let names = page.names(up);
                CHANGED.is_match(&names) && !names.contains("publish") && !names.contains("entry-date")
            });
        let part = page.part(line.first);
        if label == Some(Label::Updated) && part != PagePart::Foreign {
            let rank = if whole.contains(&line.first) { Rank::Beside } else { Rank::Labelled };
            changes.push((rank, n, value));
            continue;
        }
        if label == Some(Label::Updated) || part != PagePart::Own {
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
            None if is_of_a_row(page, line) => continue,
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

/// The number of paragraphs of which one may begin with the day: those before it are a standfirst.
const FIRST: usize = 3;

/// Whether a line stands in a table beside other cells, which the day in it is about.
fn is_of_a_row(page: &Page<'_>, line: &PageLine) -> bool {
    let cell = |i: usize| page.node(i).is_some_and(|node| matches!(node.name, "td" | "th"));
    let Some(own) = page.tree.above(line.first).take(3).find(|up| cell(*up)) else { return false };
    let row = page.node(own).map_or(0, |node| node.parent);
    page.tree.children(row).filter(|(i, _)| cell(*i) && !page.text(*i).text.is_empty()).nth(1).is_some()
}

/// The label of a change in a line that has nothing else.
fn changed_before(page: &Page<'_>, line: &PageLine) -> Option<Label> {
    let text = line.is_short().then(|| line.text(page))?;
    let (label, end) = labels::leading(&text.text)?;
    (label == Label::Updated && end == text.text.len()).then_some(label)
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
    for (sentence, label) in [(&EDITED, Label::Updated), (&POSTED, Label::Published)] {
        if let Some(written) = sentence.find(text).and_then(|_| date_forms::within(text, order)) {
            let mut value = Passage::default();
            value.append(line, Span::new(written.range.start, written.range.end));
            return Some((Some(label), 0, value));
        }
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
    // "Press release of 28 June 2024 | The ferry"; a preposition alone belongs to a sentence.
    let label = labels::leading(text).filter(|(label, end)| *label == Label::Published && *end > PREPOSITION);
    let starts = [Some(0), Some(start), label.map(|(_, end)| end)];
    let written = starts.into_iter().flatten().find_map(|start| {
        let written = date_forms::leading(&text[start..], order)?;
        Some(start + written.range.start..start + written.range.end)
    })?;
    let after = text[written.end..].trim_start();
    let bordered = after.starts_with([')', ']', '–', '—', '-', ':', '|', '„', '“', '"', '«', '/', '•', '·']);
    let mut value = Passage::default();
    value.append(line, Span::new(written.start, written.end));
    bordered.then_some(value)
}

/// The greatest length of a preposition before a day with the space behind it, in bytes.
const PREPOSITION: usize = 5;

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
            ("Date of Last Revision: 29 June 2024", Some(Label::Updated), "29 June 2024"),
            ("Skarn (last edited 2024-06-29 by Ada)", Some(Label::Updated), "2024-06-29"),
            ("Diese Seite wurde zuletzt am 29. Juni 2024 bearbeitet.", Some(Label::Updated), "29. Juni 2024"),
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
