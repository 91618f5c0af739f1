//! The end of a text: boxes of other articles and about the author, which the page puts after the article. Only
//! their headings are known; what stands under them is known by what it is not.

use super::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules::{self, Scope};
use crate::parse::sentence::{ends_in_text, has_words};

/// A box: the rule that takes its heading, and what may stand under that.
struct Kind {
    heading: &'static str,
    holds: fn(&str) -> bool,
    most: usize,
}

/// The boxes.
const KINDS: [Kind; 2] = [
    Kind { heading: "related-box", holds: is_title, most: MOST },
    Kind { heading: "author-box", holds: is_bio, most: 3 },
];

/// Lines under the headings of boxes, at most; more of them are a text.
const MOST: usize = 40;

/// Words in the title of another article, at most, and in what a box says of an author.
const TITLE: usize = 30;
const BIO: usize = 90;

/// The furniture after a text.
pub(crate) struct Tail {
    /// The place of its first line.
    pub(crate) start: usize,
    /// Lines under the headings of boxes, each with the rule of its box; the last line first.
    pub(crate) boxed: Vec<(usize, &'static str)>,
}

/// Whether the rule of this id takes the headings of boxes. Without its box such a line is a heading of the text.
pub(crate) fn heads(rule: &str) -> bool {
    KINDS.iter().any(|kind| kind.heading == rule)
}

/// Finds the furniture after the text of `lines`: from the end back to the first line that can be none.
pub(crate) fn find(text: &str, lines: &[Line], off: &[&str]) -> Tail {
    let mut tail = Tail { start: lines.len(), boxed: Vec::new() };
    // Lines that are furniture where a heading stands above them.
    let mut under: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate().rev() {
        let words = line.span.of(text);
        let taken = rules::take(words, &[Scope::Line, Scope::Edge, Scope::Tail], off).map(|taken| taken.rule);
        let kind = KINDS.iter().find(|kind| taken == Some(kind.heading));
        if let Some(kind) = kind.filter(|_| !under.is_empty()) {
            let holds = |i: &usize| (kind.holds)(lines[*i].span.of(text));
            if under.len() > kind.most || !under.iter().all(holds) {
                break;
            }
            tail.boxed.extend(under.drain(..).map(|i| (i, kind.heading)));
        } else if taken.is_none() {
            if under.len() == MOST || !(is_title(words) || is_bio(words)) {
                break;
            }
            under.push(index);
        }
        if under.is_empty() {
            tail.start = index;
        }
    }
    tail
}

/// Whether `line` may be the title of another article.
fn is_title(line: &str) -> bool {
    !ends_in_text(line) && !has_words(line, TITLE + 1) && !rules::pattern("list-marker").is_match(line)
}

/// Whether `line` says who somebody is that writes.
fn is_bio(line: &str) -> bool {
    static BIO_WORDS: Pattern = pattern!(concat!(
        r"^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}|The (?:author|writer)|He|She|They)(?:,? (?:is|was|has been) (?:an?|the|our|currently|based)(?-u:\b).*(?-u:\b)",
        r"(?:reporter|journalist|correspondent|editor|writer|author|columnist|producer|fellow|professor|analyst|freelancer?|bureau chief|photographer)(?-u:\b)",
        r"| (?:covers|reports|writes|joined|has (?:written|worked|reported|covered)|can be reached|tweets|holds)(?-u:\b))",
    ));
    !has_words(line, BIO + 1) && (BIO_WORDS.is_match(line) || !has_words(line, 5) && !ends_in_text(line))
}
