//! The cleaning rules: everything that may be set aside from an article, in one table.
//!
//! A rule says what it matches, where it may act, why, and shows a real example, which is its test.
//! What a rule takes goes to the ledger with the rule's id; nothing else ever leaves an article.

use super::article::CreditKind;
use super::body::sentence;
use regex::Regex;
use std::sync::LazyLock;

mod table;

pub use table::RULES;

/// One row of the table.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the ledger.
    pub id: &'static str,
    /// Where it may act.
    pub place: Place,
    /// What it matches: a regular expression over one trimmed line, empty where the shape's own code knows.
    /// What the groups `photo`, `reporter` and `note` match also becomes a credit of the article.
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
    /// A whole line before the first or after the last sentence of the article.
    Edge,
    /// The end of a line; what stands before it is a caption.
    LineEnd,
    /// Where the reader of a shape finds it.
    Shape,
    /// A whole file.
    File,
}

static COMPILED: LazyLock<Vec<(&'static Rule, Regex)>> = LazyLock::new(|| {
    RULES
        .iter()
        .filter(|rule| !rule.pattern.is_empty())
        .map(|rule| (rule, Regex::new(rule.pattern).expect("the table's own test compiles every pattern")))
        .collect()
});

/// The compiled pattern of the rule `id`, which has one.
pub(super) fn pattern(id: &'static str) -> &'static Regex {
    let found = COMPILED.iter().find(|(rule, _)| rule.id == id);
    &found.expect("asked only for ids of the table that have a pattern, as its test shows").1
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
const CREDITS: [(&str, CreditKind); 3] =
    [("photo", CreditKind::Photo), ("reporter", CreditKind::Reporter), ("note", CreditKind::Syndication)];

/// The rules that take whole sentences: nobody else writes those words.
const SENTENCES: [&str; 3] = ["syndication-note", "post-footer", "comment-form"];

/// Whether `line` is a sentence of the text, whatever its first word is: `Photo: he showed it to the court on
/// Friday.` A question in capitals after its label is a headline: `Also read: Who pays for the new pier now?`
fn is_text(line: &str) -> bool {
    let named = line.split_once([':', '|']).map_or("", |(_, headline)| headline.trim_start());
    let question = line.ends_with('?') && named.starts_with(|c: char| !c.is_lowercase());
    sentence::is_sentence(line) && !question
}

/// The first rule of `places` that takes `line` (trimmed).
pub(super) fn take(line: &str, places: &[Place]) -> Option<Taken> {
    let may_take = |rule: &Rule| {
        !matches!(rule.place, Place::Line | Place::Edge) || SENTENCES.contains(&rule.id) || !is_text(line)
    };
    COMPILED.iter().filter(|(rule, _)| places.contains(&rule.place)).find_map(|(rule, regex)| {
        let found = regex.captures(line).filter(|_| may_take(rule))?;
        Some(Taken {
            rule: rule.id,
            start: found.get(0)?.start(),
            credit: CREDITS.iter().find_map(|(group, kind)| Some((*kind, found.name(group)?.range()))),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{COMPILED, Place, RULES, take};

    #[test]
    fn every_rule_takes_its_example() {
        for (rule, regex) in COMPILED.iter() {
            assert!(regex.is_match(rule.example), "{} does not take {:?}", rule.id, rule.example);
            if matches!(rule.place, Place::Line | Place::Edge | Place::LineEnd) {
                let taken = take(rule.example, &[rule.place]).map(|t| t.rule);
                assert_eq!(taken, Some(rule.id), "another rule comes first for {:?}", rule.example);
            }
        }
        let mut ids: Vec<_> = RULES.iter().map(|r| r.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len(), "ids are unique");
    }

    #[test]
    fn lines_of_a_page_are_told_from_the_text() {
        for (line, rule) in [
            ("Also read: What is behind the new tax on moorings? | Explained", "also-read"),
            ("Also read: Who pays for the new pier in the harbour?", "also-read"),
            ("| Photo Credit: AP", "photo-credit"),
            ("Photo : Radio Skarn", "photo-credit"),
            ("Leave a Reply", "comment-form"),
            ("Leave a Reply to Ada Cancel reply", "comment-form"),
            ("Leave a Comment", "comment-form"),
            ("Your email address will not be published. Required fields are marked *", "comment-form"),
            ("Your email address will not be published.", "comment-form"),
            ("Save my name, email, and website in this browser for the next time I comment.", "comment-form"),
            ("Email *", "comment-form"),
            ("3 Comments", "share-counter"),
            ("The post Ferries sail again appeared first on Harbour Gazette.", "post-footer"),
            ("You may also like", "related-box"),
            ("← Previous Post", "post-navigation"),
        ] {
            let taken = take(line, &[Place::Line, Place::Edge]).map(|taken| taken.rule);
            assert_eq!(taken, Some(rule), "{line}");
        }
    }

    #[test]
    fn sentences_stay() {
        for line in [
            "Share prices fell on Friday.",
            "Related talks were held in Geneva in May.",
            "Comments by the minister drew criticism.",
            "He told reporters to “leave a reply” with his office.",
            "The post was given to a general.",
            "Photo evidence was shown to the council.",
            "Loading docks were hit at the port.",
            "(He did not answer further questions.)",
            "Read more slowly, the treaty says little.",
            "See also: how it was in spring, she wrote in a letter to her sister.",
            "Recommended: two spoons a day, said the doctor on Monday.",
            "Photo: she held it up to the light on Friday morning.",
            "Follow us home, he told the crowd.",
            "Name the ship after her, he said.",
            "Tags: none of the trees had one, the gardener said.",
        ] {
            let taken = take(line, &[Place::Line, Place::Edge, Place::LineEnd]);
            assert!(taken.is_none(), "{line}: {taken:?}");
        }
    }
}
