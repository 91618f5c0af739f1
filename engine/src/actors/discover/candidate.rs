//! A candidate: a row of capitalised words, with what the texts show of it.

use super::super::titles::is_title;
use super::super::{ActorId, Kind, Zone};
use super::cues;
use crate::corpus::ArticleId;
use crate::text::{Span, one_line};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Occurrences of a name at least; a rarer one is not worth an editor's look.
pub(super) const OFTEN: usize = 3;
/// Words of the name of a person at most.
pub(super) const LONGEST: usize = 4;

/// Candidates by key.
pub(super) type Candidates = BTreeMap<String, Candidate>;

/// A row of capitalised words, with what is counted of its occurrences.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    /// The number of occurrences of each spelling.
    pub(super) spelled: BTreeMap<String, usize>,
    /// Its occurrences; spans are in bytes of the zone's text.
    pub(super) places: Vec<(ArticleId, Zone, Span)>,
    /// The number of occurrences that do not open a sentence, where any word is capitalised.
    pub(super) inside: usize,
    /// The number of occurrences that close an article.
    pub(super) closing: usize,
    /// The number of occurrences before a number.
    pub(super) figures: usize,
    /// The number of times that its words stand in lower case.
    pub(super) lower: usize,
    /// The number of occurrences behind a preposition of place, or before `based`.
    pub(super) local: usize,
    /// The number of occurrences with a verb of those who act.
    pub(super) acting: usize,
    /// The number of occurrences behind a title or a trade.
    pub(super) titled: usize,
    /// The number of occurrences before `who`.
    pub(super) personal: usize,
    /// The number of occurrences behind `the`.
    pub(super) led: usize,
    /// The number of occurrences behind `at`.
    pub(super) held: usize,
    /// The number of occurrences before a word for those who belong to a body.
    pub(super) bodily: usize,
    /// The number of occurrences with a possessive ending.
    pub(super) possessive: usize,
    /// The number of occurrences before a colon.
    pub(super) labels: usize,
    /// By key, the rows that it ends together with the row before it, each with its occurrences.
    pub(super) behind: BTreeMap<String, Vec<(ArticleId, Zone, Span)>>,
    /// The states right before it.
    pub(super) owners: BTreeMap<ActorId, usize>,
    /// The folded acronyms that stand behind it.
    pub(super) acronyms: BTreeMap<String, usize>,
}

impl Candidate {
    /// The most frequent spelling, the first in the order of the alphabet among equals; with the possessive ending where
    /// it always has one (`Holm’s`).
    pub(super) fn usual(&self) -> String {
        let most = self.spelled.iter().max_by_key(|(text, n)| (**n, Reverse(text.as_str())));
        let text = most.map_or(String::new(), |(text, _)| one_line(text));
        if self.is_possessive() { format!("{text}'s") } else { text }
    }

    /// Whether it nearly always has a possessive ending, which then is part of the name.
    fn is_possessive(&self) -> bool {
        /// Of so many occurrences one may be without.
        const ALWAYS: usize = 10;
        self.possessive > OFTEN && self.possessive * ALWAYS > self.places.len() * (ALWAYS - 1)
    }

    /// Whether it mostly stands in articles that hold one of `others`, too.
    pub(super) fn stands_beside<'c>(&self, others: impl IntoIterator<Item = &'c Candidate>) -> bool {
        let places = others.into_iter().flat_map(|other| &other.places);
        let articles: HashSet<ArticleId> = places.map(|(article, ..)| *article).collect();
        let beside = self.places.iter().filter(|(article, ..)| articles.contains(article)).count();
        beside * 2 > self.places.len()
    }

    /// Adds the occurrences of `other`, and what the texts show of them.
    pub(super) fn add(&mut self, other: &Candidate) {
        for (text, times) in &other.spelled {
            *self.spelled.entry(text.clone()).or_default() += times;
        }
        self.places.extend(&other.places);
        self.inside += other.inside;
        self.possessive += other.possessive;
        self.figures += other.figures;
        self.labels += other.labels;
        self.closing += other.closing;
        self.local += other.local;
        self.acting += other.acting;
        self.titled += other.titled;
        self.personal += other.personal;
        self.led += other.led;
        self.held += other.held;
        self.bodily += other.bodily;
        for (key, places) in &other.behind {
            self.behind.entry(key.clone()).or_default().extend(places);
        }
        for (owner, times) in &other.owners {
            *self.owners.entry(*owner).or_default() += times;
        }
        for (letters, times) in &other.acronyms {
            *self.acronyms.entry(letters.clone()).or_default() += times;
        }
    }

    /// Its occurrences in reading order, each once.
    pub(super) fn sorted(mut self) -> Vec<(ArticleId, Zone, Span)> {
        self.places.sort_unstable();
        self.places.dedup();
        self.places
    }

    /// Whether the texts use it as a name: its words do not stand in lower case as well, nor mostly before numbers or
    /// at the end of articles.
    pub(super) fn is_a_name(&self) -> bool {
        /// How often a name stands for each time that its words stand in lower case.
        const COMMON: usize = 4;
        let times = self.places.len();
        let word = |n: usize| n * 2 > times;
        let label = word(self.labels) && self.lower > 0;
        self.lower * COMMON < times && !word(self.figures) && !word(self.closing) && !label
    }

    /// How often the text shows a person.
    pub(super) fn personality(&self) -> usize {
        self.titled + self.personal
    }

    /// How often the text shows a body.
    pub(super) fn embodiment(&self) -> usize {
        self.led + self.held + self.bodily
    }

    /// Whether `the` mostly stands before it.
    pub(super) fn is_definite(&self) -> bool {
        self.led * 2 > self.places.len()
    }

    /// Whether more than a few occurrences show a body.
    pub(super) fn is_often_a_body(&self) -> bool {
        /// Of so many occurrences one may.
        const FEW: usize = 10;
        self.embodiment() * FEW > self.places.len()
    }

    /// Whether it may be the name of a person: it is met inside sentences, and no word of it is an acronym.
    pub(super) fn is_like_a_person(&self) -> bool {
        let initial = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() == 1;
        self.inside > 0
            && self.usual().split(' ').all(|word| initial(word) || word.contains(char::is_lowercase))
    }

    /// Whether the text shows that `key` names a person; `given` are the given names of the lists.
    pub(super) fn shows_a_person(&self, key: &str, given: &HashSet<String>) -> bool {
        /// Of so many occurrences one shows it.
        const SHOWN: usize = 6;
        let words: Vec<&str> = key.split(' ').collect();
        let called = words.len() > 1 && given.contains(words[0]);
        let shown = self.personality() + if called { self.places.len() } else { 0 };
        // One title alone may stand before anything.
        let shown = if words.len() == 1 && shown < 2 { 0 } else { shown };
        words.len() <= LONGEST
            && !words.iter().any(|word| cues::is_body(word))
            && !self.acronyms.keys().any(|acronym| has_letters(&words, acronym))
            && shown > self.embodiment()
            && shown * SHOWN > self.places.len()
    }

    /// Whether the text shows that `key` names a body.
    pub(super) fn shows_a_body(&self, key: &str) -> bool {
        key.split(' ').any(cues::is_body)
            || !self.acronyms.is_empty()
            || self.embodiment() > self.personality()
    }

    /// Whether it is an organ that several states have: `Finance Ministry`.
    fn is_of_several(&self) -> bool {
        /// Of so many states before it one may be another.
        const OTHERS: usize = 4;
        let all: usize = self.owners.values().sum();
        let most = self.owners.values().max().copied().unwrap_or_default();
        (all - most) * OTHERS > all
    }

    /// The kind of the actor that `key` names, whose spellings include `firm` names of companies; `None` where nothing
    /// shows that it names one. `given` are the given names of the lists.
    pub(super) fn kind(&self, key: &str, surname: bool, firm: bool, given: &HashSet<String>) -> Option<Kind> {
        /// Of so many occurrences one shows that it acts.
        const ACTS: usize = 20;
        /// How often a single word acts for each time that it is shown to be a body: one that acts more often may be
        /// somebody.
        const SPEAKS: usize = 5;
        let words: Vec<&str> = key.split(' ').collect();
        let times = self.places.len();
        let acts = self.acting + self.bodily + self.held + self.personality();
        let alone = words.len() == 1 && given.contains(key);
        let ends_as = |fits: fn(&str) -> bool| words.last().is_some_and(|word| fits(word));
        if ends_as(cues::is_thing) || words.len() > 1 && !firm && ends_as(is_title) || alone {
            return None;
        }
        let person = !firm && self.shows_a_person(key, given);
        if surname || person {
            return (acts > self.local || person && acts == self.local).then_some(Kind::Person);
        }
        if acts * ACTS < times || acts <= self.local {
            return None;
        }
        let body = words.iter().any(|word| cues::is_body(word));
        // The end of a longer name: `Holm and Loan Association`.
        let behind: usize = self.behind.values().map(Vec::len).sum();
        if body && (self.is_of_several() || behind * 2 > times) {
            return None;
        }
        let company = firm || ends_as(cues::is_company_ending);
        if !company && words.iter().any(|word| cues::is_news(word)) {
            return Some(Kind::Agency);
        }
        if !company && words.iter().any(|word| cues::is_of_a_group(word)) {
            return Some(Kind::Group);
        }
        // `officials` stands behind adjectives, too.
        let itself =
            words.len() > 1 || self.acting + self.held > 0 && self.acting < self.embodiment() * SPEAKS;
        let letters = !self.usual().contains(char::is_lowercase) && self.acting * ACTS > times;
        let often = self.embodiment() * ACTS > times && self.embodiment() > self.personality();
        let shown = body || company || letters || self.is_possessive() || often && itself;
        shown.then_some(Kind::Organisation)
    }
}

/// Whether the letters of an acronym stand in the name of these words in this order, the first at its beginning.
pub(super) fn has_letters(keys: &[&str], acronym: &str) -> bool {
    let name = keys.concat();
    let mut rest = name.chars();
    name.chars().next() == acronym.chars().next()
        && acronym.len() < name.len()
        && acronym.chars().all(|letter| rest.any(|c| c == letter))
}
