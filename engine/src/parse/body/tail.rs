//! The end of a text: boxes with other articles or about the author, which pages put after the article. Only their
//! headings have rules; the lines under them are recognised by what they cannot be.

use super::date_line;
use super::lines::Line;
use crate::corpus::{BlockKind, CreditKind};
use crate::order;
use crate::parse::draft::Draft;
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
    Kind { heading: "contact-box", holds: |_, lines| lines.iter().all(|line| is_reference(line)), most: 16 },
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

/// Finds the page furniture after the text of `lines`, from the end back to the first line that cannot be furniture.
pub(crate) fn find(text: &str, lines: &[Line], draft: &Draft) -> Tail {
    let off = &*draft.settings.rules_off;
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
        } else if taken.is_none() && heads_furniture(index, &tail, lines, draft) {
            tail.boxed.push((index, "empty-heading"));
        } else if let Some(rule) = known(words, &text[..line.span.range().start], draft)
            .filter(|rule| taken.is_none() && !off.contains(rule))
        {
            tail.boxed.push((index, rule));
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
    tail.boxed.retain(|(index, _)| *index >= tail.start);
    order::by_key(&mut tail.boxed, |(index, _)| std::cmp::Reverse(*index));
    tail
}

/// Whether the line at `index` is a heading, as the markup says, with nothing but furniture under it.
fn heads_furniture(index: usize, tail: &Tail, lines: &[Line], draft: &Draft) -> bool {
    let is_heading = draft.kind_at(lines[index].span.start) == Some(BlockKind::Heading);
    is_heading && tail.start == index + 1 && tail.start < lines.len()
}

/// The maximum number of words in a line that says how to reach the outlet.
const CONTACT: usize = 60;

/// The rule for a line that what is known of the article shows to be no part of it: an address of the outlet, a sentence
/// about who wrote it, the date of a change. `before` is the text before the line.
fn known(line: &str, before: &str, draft: &Draft) -> Option<&'static str> {
    if date_line::is_labelled(line, draft) {
        Some("date-line")
    } else if is_about_author(line, draft) || introduces(line, before) {
        Some("author-note")
    } else if has_own_address(line, draft) && !has_words(line, CONTACT + 1) {
        Some("contact-line")
    } else {
        None
    }
}

/// Whether `line` opens with the full name of a reporter of the article, as a sentence about them does.
pub(crate) fn is_about_author(line: &str, draft: &Draft) -> bool {
    let named = |name: &str| {
        let rest = line.strip_prefix(name).filter(|_| name.contains(char::is_whitespace));
        rest.is_some_and(|rest| rest.starts_with([' ', '\u{A0}', ',', '(']) && has_words(rest, 3))
    };
    let mut reporters = draft.credits.iter().filter(|credit| credit.kind == CreditKind::Reporter);
    reporters.any(|credit| named(&credit.text)) && !has_words(line, BIO + 1)
}

/// Whether `line` says the profession of somebody whom the text did not name `before`.
fn introduces(line: &str, before: &str) -> bool {
    const STATES: &[&str] = &[" is ", " ist ", " est ", " es ", " è ", " é ", " jest "];
    if !STATES.iter().any(|word| line.contains(word)) {
        return false;
    }
    let name = BIO_WORDS.captures(line).and_then(|found| found.name("name")).map_or("", |name| name.as_str());
    let states = STATES.iter().any(|word| line[name.len()..].starts_with(word));
    states
        && name.rsplit_once(' ').is_some_and(|(_, surname)| !before.contains(surname))
        && !has_words(line, BIO + 1)
}

/// Whether `line` has an e-mail address at the host of the article.
fn has_own_address(line: &str, draft: &Draft) -> bool {
    static ADDRESS: Pattern = pattern!(r"(?-u)[\w.+-]+@(?<host>[\w-]+(?:\.[\w-]+)+)");
    let host =
        draft.url.as_ref().and_then(|url| url.value.split("://").nth(1)?.split(['/', ':', '?']).next());
    let Some(host) = host.map(|host| host.trim_start_matches("www.").to_lowercase()) else { return false };
    let within = |inner: &str, outer: &str| {
        inner.strip_suffix(outer).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    ADDRESS.captures_iter(line).filter_map(|found| found.name("host")).any(|address| {
        let address = address.as_str().to_lowercase();
        within(&host, &address) || within(&address, &host)
    })
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

/// Whether `line` may stand under the heading of contacts and links: it is no sentence, or it has an address, a number
/// to call, or the year of a publication.
fn is_reference(line: &str) -> bool {
    static REFERENCE: Pattern = pattern!(
        r"\S@\S|https?://|www\.|(?-u:\b)10\.\d{4,}/|\((?:19|20)\d\d\)|\+\d{1,3}[ (\d]|(?i:tel|phone|fon|tél|fax)\.?\s?:"
    );
    !ends_in_text(line) && !has_words(line, TITLE + 1) || REFERENCE.is_match(line)
}

/// What the beginning of a short biography says.
static BIO_WORDS: Pattern = pattern!(concat!(
    r"^(?:(?<name>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})|The (?:author|writer)|He|She|They)(?:,? (?:is|was|has been) (?:an?|the|our|currently|based)(?-u:\b).*(?-u:\b)",
    r"(?:reporter|journalist|correspondent|editor|writer|author|columnist|producer|fellow|professor|analyst|freelancer?|bureau chief|photographer)(?-u:\b)",
    r"| (?:ist|est|es|è|é|jest|[–—-]) .*(?:redakteur|journalist|korrespondent|autorin|reporter|journaliste|correspondant|rédact|periodista|redactor|corresponsal|giornalista|jornalista|repórter|журналист|корреспондент|redacteur|verslaggever|dziennikar|muhabir|gazeteci)",
    r"| (?:schreibt|berichtet|arbeitet|écrit|couvre|escribe|cubre|scrive|escreve|cobre|schrijft|pisze) ",
    r"| (?:covers|reports|writes|joined|has (?:written|worked|reported|covered)|can be reached|tweets|holds)(?-u:\b))",
));

/// Whether `line` may be a short biography of an author.
pub(crate) fn is_bio(line: &str) -> bool {
    (BIO_WORDS.is_match(line) || !has_words(line, 5) && !ends_in_text(line)) && !has_words(line, BIO + 1)
}
