//! Teasers of other articles in a page that was saved as text: a headline, a line or two, and `Read more`, several times
//! in a row.

use super::lines::Line;
use crate::parse::rules;
use crate::parse::sentence::{ends_in_text, has_words};
use std::ops::Range;

/// The rule under which teasers are set aside.
pub(crate) const RULE: &str = "teaser";

/// The rule of the line that ends a teaser.
const MORE: &str = "more-link";

/// The maximum number of lines between a teaser's headline and its end.
const LINES: usize = 3;

/// The maximum number of words in a teaser; more are a text.
const WORDS: usize = 70;

/// The least number of teasers in a row: after a single one the article may go on.
const LEAST: usize = 2;

/// The ranges of lines that are teasers.
pub(crate) fn find(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let of = |i: usize| lines[i].span.of(text);
    let mut rows: Vec<(Range<usize>, usize)> = Vec::new();
    let mut at = 0;
    for end in (0..lines.len()).filter(|i| rules::pattern(MORE).is_match(of(*i))) {
        let from = end.saturating_sub(LINES + 1).max(at);
        at = end + 1;
        let joined = rows.last().is_some_and(|(row, _)| row.end == from);
        let is_title = |i: &usize| has_words(of(*i), 3) && !has_words(of(*i), 31) && !ends_in_text(of(*i));
        // In a row the next headline follows at once; the first is the farthest that may be one.
        let Some(start) = (from..end).find(is_title).filter(|start| !joined || *start == from) else {
            continue;
        };
        let words: usize = (start..end).map(|i| of(i).split_whitespace().count()).sum();
        if words > WORDS {
            continue;
        }
        match rows.last_mut().filter(|(row, _)| row.end == start) {
            Some((row, count)) => (row.end, *count) = (end + 1, *count + 1),
            None => rows.push((start..end + 1, 1)),
        }
    }
    rows.into_iter().filter(|(_, count)| *count >= LEAST).map(|(row, _)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::parse::body::lines::lines;
    use crate::text::Span;

    #[test]
    fn headlines_in_a_row_are_no_text() {
        for (text, rows) in [
            (
                "It sailed on Monday.\nFerry fares to rise\nFrom May on.\nRead more\nA pier for all\nRead more »",
                Some(1..6),
            ),
            (
                "It sailed on Monday.\nDie Fähre fährt wieder\nWeiterlesen\nEin Steg für alle\nWeiterlesen",
                Some(1..5),
            ),
            ("It sailed on Monday.\nRead more\nIt came back on Friday.\nRead more\nAll was well.", None),
            ("Ferry sails again\nIt sailed on Monday.\nRead more\nIt came back on Friday.", None),
        ] {
            let found = find(text, &lines(text, Span::new(0, text.len())));
            assert_eq!(found, rows.into_iter().collect::<Vec<_>>(), "{text:?}");
        }
    }
}
