//! The end of a text: boxes with other articles or about the author, which pages put after the article. Only their
//! headings have rules; the lines under them are recognised by what they cannot be.

use super::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules::{self, Scope};
use crate::parse::sentence::{ends_in_text, has_words};

/// A kind of box: the rule of its heading, the test for the lines under it, and the maximum number of these lines.
struct Kind {
    heading: &'static str,
    /// Whether lines, of which there is one at least, stand under this heading.
    holds: fn(&str, &[&str]) -> bool,
    most: usize,
}

/// The kinds of box.
const KINDS: &[Kind] = &[
    Kind { heading: "related-box", holds: are_teasers, most: MOST },
    Kind { heading: "author-box", holds: |_, lines| lines.iter().all(|line| is_bio(line)), most: 3 },
];

/// The maximum number of lines under the heading of a box; more of them are a text.
const MOST: usize = 40;

/// The maximum number of words in the title of another article.
const TITLE: usize = 30;
/// The maximum number of words in the sentences under the title of another article.
const TEASER: usize = 45;
/// The maximum number of words in a line about an author.
const BIO: usize = 90;

/// The page furniture after a text.
pub(crate) struct Tail {
    /// The index of its first line.
    pub(crate) start: usize,
    /// The indexes of the lines under headings of boxes, each with the rule of its box; the last line first.
    pub(crate) boxed: Vec<(usize, &'static str)>,
}

/// Whether the rule of this id takes headings of boxes. A heading without its box is a heading of the text.
pub(crate) fn heads(rule: &str) -> bool {
    KINDS.iter().any(|kind| kind.heading == rule)
}

/// Finds the page furniture after the text of `lines`, from the end back to the first line that cannot be furniture;
/// `off` lists the rules that are switched off.
pub(crate) fn find(text: &str, lines: &[Line], off: &[&str]) -> Tail {
    let mut tail = Tail { start: lines.len(), boxed: Vec::new() };
    // Lines that are furniture where a heading stands above them.
    let mut under: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate().rev() {
        let words = line.span.of(text);
        let taken = rules::take(words, &[Scope::Line, Scope::Edge, Scope::Tail], off).map(|taken| taken.rule);
        let kind = KINDS.iter().find(|kind| taken == Some(kind.heading));
        if let Some(kind) = kind.filter(|_| !under.is_empty()) {
            let below: Vec<&str> = under.iter().rev().map(|i| lines[*i].span.of(text)).collect();
            if under.len() > kind.most || !(kind.holds)(words, &below) {
                break;
            }
            tail.boxed.extend(under.drain(..).map(|i| (i, kind.heading)));
        } else if taken.is_none() {
            if under.len() == MOST || !(is_title(words) || is_bio(words) || is_teaser(words)) {
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

/// Whether `line` may be the sentences under such a title.
fn is_teaser(line: &str) -> bool {
    !has_words(line, TEASER + 1) && !rules::pattern("list-marker").is_match(line)
}

/// Whether `lines` are titles of other articles, under a `heading` that nothing else has each with a sentence or two.
fn are_teasers(heading: &str, lines: &[&str]) -> bool {
    /// Headings that a text may have, too: `More on the talks`.
    static OPEN: Pattern = pattern!(
        r"(?i)^(?:(?:more|latest|also) (?:from|on|in|about)|most \p{L}+|mehr (?:zu|aus|über|von)|más (?:de|en|sobre)|viel gelesen) \p{L}"
    );
    let titles = lines.iter().filter(|line| is_title(line)).count();
    let each = lines.windows(2).all(|pair| pair.iter().any(|line| is_title(line)));
    let led = lines.first().is_some_and(|line| is_title(line));
    titles == lines.len() || led && each && !OPEN.is_match(heading)
}

/// Whether `line` may be a short biography of an author.
fn is_bio(line: &str) -> bool {
    static BIO_WORDS: Pattern = pattern!(concat!(
        r"^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}|The (?:author|writer)|He|She|They)(?:,? (?:is|was|has been) (?:an?|the|our|currently|based)(?-u:\b).*(?-u:\b)",
        r"(?:reporter|journalist|correspondent|editor|writer|author|columnist|producer|fellow|professor|analyst|freelancer?|bureau chief|photographer)(?-u:\b)",
        r"| (?:ist|est|es|è|é|jest|[–—-]) .*(?:redakteur|journalist|korrespondent|autorin|reporter|journaliste|correspondant|rédact|periodista|redactor|corresponsal|giornalista|jornalista|repórter|журналист|корреспондент|redacteur|verslaggever|dziennikar|muhabir|gazeteci)",
        r"| (?:schreibt|berichtet|arbeitet|écrit|couvre|escribe|cubre|scrive|escreve|cobre|schrijft|pisze) ",
        r"| (?:covers|reports|writes|joined|has (?:written|worked|reported|covered)|can be reached|tweets|holds)(?-u:\b))",
    ));
    !has_words(line, BIO + 1) && (BIO_WORDS.is_match(line) || !has_words(line, 5) && !ends_in_text(line))
}
