//! The cleaning rules: everything that may be set aside from an article, in tables: `table` what the readers of
//! shapes find, `credits` who made the text, `furniture` what belongs to the page.
//!
//! A rule says what it matches, where it may act, why, and shows a real example, which is its test.
//! What a rule takes goes to the ledger with the rule's id; nothing else ever leaves an article.

use super::article::CreditKind;
use super::body::sentence;
use regex::{Regex, RegexSet};
use std::sync::LazyLock;

mod credits;
mod furniture;
mod table;

/// Which sentences a rule may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sentences {
    /// None: a label that goes on as one is text, whatever its first word is.
    None,
    /// Those that report nobody's words: the page itself speaks.
    OfThePage,
    /// Any: the words are fixed, and the rest is a headline.
    Any,
}

/// The tables, in the order in which rules are tried.
const TABLES: [(Sentences, &[Rule]); 6] = [
    (Sentences::Any, table::SHAPES),
    (Sentences::Any, furniture::FIXED),
    (Sentences::OfThePage, credits::NOTES),
    (Sentences::OfThePage, furniture::NOTES),
    (Sentences::None, credits::LABELS),
    (Sentences::None, furniture::LABELS),
];

/// All rules.
pub static RULES: LazyLock<Vec<&'static Rule>> =
    LazyLock::new(|| TABLES.iter().flat_map(|(_, rules)| rules.iter()).collect());

/// One row of the table.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the ledger.
    pub id: &'static str,
    /// Where it may act.
    pub place: Place,
    /// What it matches: a regular expression over one trimmed line, empty where the shape's own code knows.
    /// What the groups of [`CREDITS`] match also becomes a credit of the article; a group `taken` is all that goes.
    pub pattern: &'static str,
    /// Why it is not part of the article.
    pub why: &'static str,
    /// A line it takes, in whole or in part.
    pub example: &'static str,
}

/// Where a rule may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A whole line, anywhere.
    Line,
    /// A whole line before the first sentence of the article.
    Head,
    /// A whole line after its last sentence.
    Tail,
    /// A whole line before the first or after the last sentence.
    Edge,
    /// The end of a line.
    LineEnd,
    /// Where the reader of a shape finds it.
    Shape,
    /// A whole file.
    File,
}

impl Place {
    /// Where whole lines are taken.
    pub(super) const LINES: [Place; 4] = [Place::Line, Place::Head, Place::Tail, Place::Edge];
}

impl Rule {
    /// Whether an editor can switch it off: it takes lines, and reads no shape.
    pub fn can_be_off(&self) -> bool {
        !matches!(self.place, Place::Shape | Place::File)
    }
}

/// A rule that is ready to be used.
struct Compiled {
    rule: &'static Rule,
    sentences: Sentences,
    regex: Regex,
}

/// What every pattern is compiled from. Words are told apart by ASCII letters: the patterns ask that of English
/// only, and to ask it of all scripts would slow every line down.
fn source(rule: &Rule) -> String {
    if rule.place == Place::Shape {
        rule.pattern.to_owned()
    } else {
        rule.pattern.replace(r"\b", r"(?-u:\b)")
    }
}

static COMPILED: LazyLock<Vec<Compiled>> = LazyLock::new(|| {
    let rules = TABLES.iter().flat_map(|(sentences, rules)| rules.iter().map(|rule| (*sentences, rule)));
    let compile = |(sentences, rule): (Sentences, &'static Rule)| Compiled {
        rule,
        sentences,
        regex: Regex::new(&source(rule)).expect("the table's own test compiles every pattern"),
    };
    rules.filter(|(_, rule)| !rule.pattern.is_empty()).map(compile).collect()
});

/// The patterns over whole lines as one, which sees in most lines at once that they are furniture of no kind.
static LINES: LazyLock<RegexSet> = LazyLock::new(|| {
    let rules = COMPILED.iter().filter(|compiled| Place::LINES.contains(&compiled.rule.place));
    RegexSet::new(rules.map(|compiled| source(compiled.rule))).expect("each of them compiles alone")
});

/// The compiled pattern of the rule `id`, which has one.
pub(super) fn pattern(id: &'static str) -> &'static Regex {
    let found = COMPILED.iter().find(|compiled| compiled.rule.id == id);
    &found.expect("asked only for ids of the table that have a pattern, as its test shows").regex
}

/// What a rule took of a line.
#[derive(Debug)]
pub(super) struct Taken {
    /// The rule's id.
    pub(super) rule: &'static str,
    /// Where what it took begins in the line; 0 for all of it.
    pub(super) start: usize,
    /// Whom or what it credits, as a range of the line.
    pub(super) credit: Option<(CreditKind, std::ops::Range<usize>)>,
}

/// The groups of patterns that name somebody.
const CREDITS: [(&str, CreditKind); 10] = [
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
];

/// No furniture is longer, in bytes: longer lines are paragraphs.
const LONGEST: usize = 600;

/// Marks at the end of a line are shorter, in bytes.
const LONGEST_END: usize = 120;

/// Whether `line` is a sentence of the text, whatever its first word is: `Photo: he showed it to the court on
/// Friday.` A question in capitals after its label is a headline: `Also read: Who pays for the new pier now?`
fn is_text(line: &str) -> bool {
    let named = line.split_once([':', '|']).map_or("", |(_, headline)| headline.trim_start());
    let question = line.ends_with('?') && named.starts_with(|c: char| !c.is_lowercase());
    sentence::is_sentence(line) && !question
}

/// Whether `line` reports what somebody said, or quotes: then the article speaks, and not the page.
fn reports(line: &str) -> bool {
    static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[“”„«»]|(?-u:\b)(?:sa(?:y|ys|id)|tells?|told|writes?|wrote|asks?|asked|adds?|added|warn(?:s|ed)|argue[sd]?|holds|recalled|joked|he|she)(?-u:\b)")
            .expect("a pattern of this file")
    });
    SPOKEN.is_match(line)
}

/// The first rule of `places` that takes `line` (trimmed), of those that are not `off`.
pub(super) fn take(line: &str, places: &[Place], off: &[&str]) -> Option<Taken> {
    if line.len() > LONGEST || !LINES.is_match(line) {
        return None;
    }
    let text = is_text(line);
    let may_take = |sentences| match sentences {
        Sentences::None => !text,
        Sentences::OfThePage => !(text && reports(line)),
        Sentences::Any => true,
    };
    let on = |compiled: &&Compiled| places.contains(&compiled.rule.place) && !off.contains(&compiled.rule.id);
    let rules = COMPILED.iter().filter(on);
    rules
        .filter_map(|compiled| Some((compiled.sentences, compiled.take(line)?)))
        .find_map(|(sentences, taken)| may_take(sentences).then_some(taken))
}

/// The rule that takes the end of `line` (trimmed).
pub(super) fn take_end(line: &str, off: &[&str]) -> Option<Taken> {
    let from = (0..=line.len().saturating_sub(LONGEST_END)).rev().find(|at| line.is_char_boundary(*at))?;
    let rules = COMPILED.iter().filter(|c| c.rule.place == Place::LineEnd && !off.contains(&c.rule.id));
    let taken = rules.filter_map(|c| c.take(&line[from..])).next()?;
    let credit = taken.credit.map(|(kind, range)| (kind, range.start + from..range.end + from));
    Some(Taken { start: taken.start + from, credit, ..taken })
}

impl Compiled {
    fn take(&self, line: &str) -> Option<Taken> {
        // To match costs less than to say what each group took.
        let found = self.regex.is_match(line).then(|| self.regex.captures(line))??;
        Some(Taken {
            rule: self.rule.id,
            start: found.name("taken").or(found.get(0))?.start(),
            credit: CREDITS.iter().find_map(|(group, kind)| Some((*kind, found.name(group)?.range()))),
        })
    }
}

#[cfg(test)]
mod lookalikes;
#[cfg(test)]
mod tests;
