//! Applying the rules: which rule takes a line, as a whole or at its end, and whom it credits.

use super::rule::{CleaningRule, Scope};
use super::{Sentences, TABLES};
use crate::corpus::CreditKind;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence;
use regex::{Regex, RegexSet, RegexSetBuilder};
use std::borrow::Cow;
use std::cell::LazyCell;
use std::sync::{LazyLock, OnceLock};

/// A rule with its pattern, which is compiled when a text first needs it: few texts need many.
pub(super) struct Compiled {
    pub(super) rule: &'static CleaningRule,
    sentences: Sentences,
    /// Whether the pattern is for whole lines and looks for words anywhere in them: such a pattern does not open with `^`.
    inner: bool,
    regex: OnceLock<Regex>,
}

/// The source of a rule's regular expression. Outside shapes, `\b` is made ASCII-only: the patterns need word borders
/// for English alone, and Unicode ones would slow down every line.
fn source(rule: &CleaningRule) -> String {
    if rule.place == Scope::Shape {
        rule.pattern.to_owned()
    } else {
        rule.pattern.replace(r"\b", r"(?-u:\b)")
    }
}

pub(super) static COMPILED: LazyLock<Vec<Compiled>> = LazyLock::new(|| {
    let rules = TABLES.iter().flat_map(|(sentences, rules)| rules.iter().map(|rule| (*sentences, rule)));
    let compile = |(sentences, rule): (Sentences, &'static CleaningRule)| Compiled {
        rule,
        sentences,
        inner: Scope::LINES.contains(&rule.place)
            && !rule.pattern.trim_start_matches("(?i)").starts_with('^'),
        regex: OnceLock::new(),
    };
    rules.filter(|(_, rule)| !rule.pattern.is_empty()).map(compile).collect()
});

/// The memory in which the set works, in bytes; with less it would take the slow road at each line.
const CACHE: usize = 16 << 20;

/// The patterns of these rules as one set.
fn set(rules: impl Fn(&&Compiled) -> bool) -> RegexSet {
    let sources = COMPILED.iter().filter(rules).map(|compiled| source(compiled.rule));
    let set = RegexSetBuilder::new(sources).dfa_size_limit(CACHE).build();
    set.expect("each of them compiles alone")
}

/// The patterns for whole lines that open with `^`: the set rejects most lines at their first words.
static OPENING: LazyLock<RegexSet> = LazyLock::new(|| set(|compiled| compiled.opens()));

/// The patterns for whole lines that look for words anywhere in them.
static INNER: LazyLock<RegexSet> = LazyLock::new(|| set(|compiled| compiled.inner));

/// The compiled pattern of the rule `id`; panics if the rule has none.
pub(crate) fn pattern(id: &'static str) -> &'static Regex {
    let found = COMPILED.iter().find(|compiled| compiled.rule.id == id);
    found.expect("asked only for ids of the table that have a pattern, as its test shows").regex()
}

/// What a rule takes of a line.
#[derive(Debug)]
pub(crate) struct Taken {
    /// The id of the rule.
    pub(crate) rule: &'static str,
    /// The offset at which the taken text begins, in bytes of the line; it runs to the end of the line.
    pub(crate) start: usize,
    /// The kind of the credit and its range in bytes of the line; `None` if the rule credits nobody.
    pub(crate) credit: Option<(CreditKind, std::ops::Range<usize>)>,
}

/// The groups of patterns that match a credit, with its kind.
const CREDITS: &[(&str, CreditKind)] = &[
    ("photo", CreditKind::Photo),
    ("maker", CreditKind::Photo),
    ("person", CreditKind::Photo),
    ("agent", CreditKind::Photo),
    ("reporter", CreditKind::Reporter),
    ("editor", CreditKind::Reporter),
    ("agency", CreditKind::Agency),
    ("wire", CreditKind::Agency),
    ("inputs", CreditKind::Agency),
    ("note", CreditKind::Syndication),
    ("print", CreditKind::Syndication),
];

/// The maximum length of page furniture, in bytes; longer lines are paragraphs.
const LONGEST: usize = 600;

/// The same where only words in the line tell it.
const LONGEST_CALL: usize = 400;

/// The maximum length of a mark at the end of a line, in bytes; one in brackets may be as long as [`LONGEST`].
const LONGEST_END: usize = 120;

/// The number of bytes that tell the end of a sentence before a bracket.
const BEFORE_BRACKET: usize = 16;

/// Whether `line` is a sentence of the article, whatever its first word is:
/// `Photo: he showed it to the court on Friday.` A capitalised question after a label is a headline:
/// `Also read: Who pays for the new pier now?`
fn is_text(line: &str) -> bool {
    let named = line.split_once([':', '|']).map_or("", |(_, headline)| headline.trim_start());
    let question = line.ends_with('?') && named.starts_with(|c: char| !c.is_lowercase());
    sentence::is_sentence(line) && !question
}

/// Whether `line` quotes or reports speech: then the article speaks, and not the page.
fn reports(line: &str) -> bool {
    static SPOKEN: Pattern = pattern!(
        r"[“”„«»]|(?-u:\b)(?:sa(?:y|ys|id)|tells?|told|writes?|wrote|asks?|asked|adds?|added|warn(?:s|ed)|argue[sd]?|holds|recalled|joked|he|she|sagt(?:e|en)?|erklärte|dit|dijo|dice|disse|zei|powiedział|dedi|skriver)(?-u:\b)|сказал|сообщил"
    );
    SPOKEN.is_match(line)
}

/// The spaces that pages write where others write a plain one.
const SPACES: [char; 3] = ['\u{A0}', '\u{202F}', '\u{2009}'];

/// `line` with plain spaces, as patterns have them.
fn plain(line: &str) -> Cow<'_, str> {
    // The last bytes of these spaces, which few texts have.
    let is_plain = memchr::memchr3(0xA0, 0xAF, 0x89, line.as_bytes()).is_none() || !line.contains(SPACES);
    if is_plain { Cow::Borrowed(line) } else { Cow::Owned(line.replace(SPACES, " ")) }
}

/// The offset in `line` of the byte at `at` of [`plain`].
fn offset(line: &str, at: usize) -> usize {
    let mut longer = 0;
    for (i, space) in line.match_indices(SPACES) {
        if i - longer >= at {
            break;
        }
        longer += space.len() - 1;
    }
    at + longer
}

/// Applies the first matching rule of these `places` to `line`, which is trimmed; `off` lists the ids of rules that are
/// switched off.
pub(crate) fn take(line: &str, places: &[Scope], off: &[&str]) -> Option<Taken> {
    let words = &*plain(line);
    let opens = line.len() <= LONGEST && OPENING.is_match(words);
    let holds = line.len() <= LONGEST_CALL && places.contains(&Scope::Tail) && INNER.is_match(words);
    if !opens && !holds {
        return None;
    }
    let text = is_text(words);
    let reported = LazyCell::new(|| text && reports(words));
    let may_take = |sentences| match sentences {
        Sentences::None => !text,
        Sentences::OfThePage => !*reported,
        Sentences::Any => true,
    };
    let on = |compiled: &&Compiled| places.contains(&compiled.rule.place) && !off.contains(&compiled.rule.id);
    // The rules of the set that match, in its order.
    let matches = opens.then(|| OPENING.matches(words));
    let mut at = 0;
    let may_match = |compiled: &&Compiled| {
        let index = at;
        at += usize::from(compiled.opens());
        match compiled.opens() {
            true => matches.as_ref().is_some_and(|matches| matches.matched(index)),
            false => compiled.inner && holds,
        }
    };
    let rules = COMPILED.iter().filter(may_match).filter(on);
    let taken =
        rules.filter(|compiled| may_take(compiled.sentences)).find_map(|compiled| compiled.take(words))?;
    Some(taken.of(line))
}

/// Whether `mark` opens the bracket that it closes: `(Photo by Ada Lind. AFP)` has a mark, but not from `AFP` on.
fn is_whole(mark: &str) -> bool {
    !mark.ends_with([')', ']']) || mark.contains(['(', '['])
}

/// Where the mark at the end of `line` may begin at the earliest; `None` where the line ends as a sentence does.
fn end_from(line: &str) -> Option<usize> {
    let from = line.len().saturating_sub(LONGEST_END);
    if line.ends_with([')', ']']) {
        let open = line.rfind(['(', '[']).unwrap_or(from).max(line.len().saturating_sub(LONGEST));
        // Before the bracket stands the end of a sentence.
        return Some(line.floor_char_boundary(from.min(open.saturating_sub(BEFORE_BRACKET))));
    }
    let goes_on = line.ends_with(['.', '!', '?', '…', ':', ',', ';', '”', '"', '’', '»']);
    (!goes_on).then(|| line.floor_char_boundary(from))
}

/// Applies the first matching rule for the end of a line to `line`, which is trimmed.
pub(crate) fn take_end(line: &str, off: &[&str]) -> Option<Taken> {
    let from = end_from(line)?;
    let rules = COMPILED.iter().filter(|c| c.rule.place == Scope::LineEnd && !off.contains(&c.rule.id));
    let words = plain(&line[from..]);
    let mut taken = rules.filter_map(|c| Some(c.take(&words)?.of(&line[from..])));
    let taken = taken.find(|taken| is_whole(&line[from + taken.start..]))?;
    let credit = taken.credit.map(|(kind, range)| (kind, range.start + from..range.end + from));
    Some(Taken { start: taken.start + from, credit, ..taken })
}

/// Applies the rules of credits to what follows the last sentences of `line`, the last of a text, which is trimmed.
pub(crate) fn take_last_sentence(line: &str, off: &[&str]) -> Option<Taken> {
    const RULES: [&str; 5] =
        ["staff-credit", "contribution", "agency-line", "agency-sign-off", "syndication-note"];
    /// Most sentences have none of these and end in a full stop.
    const SAID: [&str; 5] = ["eporting ", "ontributed", "nputs from ", "diting ", " reported from "];
    /// The maximum number of full stops in a credit.
    const STOPS: usize = 4;
    let words = line.trim_end_matches('.');
    let within = &words[words.floor_char_boundary(words.len().saturating_sub(LONGEST))..];
    if words.len() < line.len() && !SAID.iter().any(|said| within.contains(said)) {
        return None;
    }
    let starts = words.match_indices(' ').map(|(at, space)| (at, at + space.len()));
    let starts: Vec<usize> = starts
        .filter(|(at, _)| line[..*at].ends_with(['.', '!', '?', '”', '"', ')']))
        .map(|(_, start)| start)
        .collect();
    let mut starts = starts.into_iter().rev().take(STOPS).filter(|from| is_whole(&line[*from..]));
    starts.find_map(|from| {
        let taken = take(&line[from..], &[Scope::Line, Scope::Tail, Scope::Edge], off)?;
        let credit = taken.credit.map(|(kind, range)| (kind, range.start + from..range.end + from));
        RULES.contains(&taken.rule).then_some(Taken { start: from, credit, ..taken })
    })
}

impl Taken {
    /// The same in bytes of `line`, from what was taken of its copy with plain spaces.
    fn of(self, line: &str) -> Taken {
        let credit =
            self.credit.map(|(kind, range)| (kind, offset(line, range.start)..offset(line, range.end)));
        Taken { start: offset(line, self.start), credit, ..self }
    }
}

impl Compiled {
    /// Whether the pattern is for whole lines, and opens with `^`.
    fn opens(&self) -> bool {
        Scope::LINES.contains(&self.rule.place) && !self.inner
    }

    pub(super) fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| {
            Regex::new(&source(self.rule)).expect("the table's own test compiles every pattern")
        })
    }

    fn take(&self, line: &str) -> Option<Taken> {
        // To match costs less than to say what each group took.
        let regex = self.regex();
        let found = regex.is_match(line).then(|| regex.captures(line))??;
        let from = found.name("taken").or(found.get(0))?.start();
        Some(Taken {
            rule: self.rule.id,
            start: if self.inner { 0 } else { from },
            credit: CREDITS.iter().find_map(|(group, kind)| Some((*kind, found.name(group)?.range()))),
        })
    }
}
