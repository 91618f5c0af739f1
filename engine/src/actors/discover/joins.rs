//! Which candidates are other ways to write the name of another: misspellings, acronyms, surnames, short forms.

use super::candidate::{Candidate, Candidates, LONGEST};
use super::cues;
use crate::order;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Edits between two spellings of one name at most (Damerau-Levenshtein).
const SLIP: usize = 1;
/// Characters at either end of a name by which spellings are looked up: the two ends do not overlap, so that one edit
/// leaves one of them whole.
const END: usize = 3;
/// The number of names that share an end with which each of them is compared, the most frequent.
const ALIKE: usize = 200;
/// Bytes of a character at most.
const LETTER: usize = 4;
/// Bytes of the shortest name in which a different letter is a misspelling and not another name.
const LONG: usize = 8;

/// What a candidate is of the name that it is joined with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// Another spelling of it.
    Spelling,
    /// Its acronym.
    Acronym,
    /// The surname of the person.
    Surname,
    /// The name, behind words that are none of its own.
    Within,
}

/// The candidates that are joined with others.
#[derive(Debug, Default)]
pub(super) struct Joins {
    /// By key, the key of the name that each is joined with, and as what.
    pub(super) of: BTreeMap<String, (String, Join)>,
    /// Surnames that several people bear.
    pub(super) families: BTreeSet<String>,
}

impl Joins {
    /// The joins among `all`; `given` are the given names of the lists.
    pub(super) fn new(all: &Candidates, given: &HashSet<String>) -> Joins {
        let mut joins = Joins::default();
        joins.add_slips(all);
        joins.add_companies(all);
        joins.add_acronyms(all);
        joins.add_longer_rows(all, given);
        joins.add_single_words(all, given);
        joins.add_clipped(all);
        joins
    }

    /// The key of the name that `key` is joined with in the end; itself where it is joined with none.
    pub(super) fn root<'k>(&'k self, key: &'k str) -> &'k str {
        let next = |key: &&'k str| self.of.get(*key).map(|(whole, _)| whole.as_str());
        std::iter::successors(Some(key), next).last().unwrap_or(key)
    }

    /// By key of each name that others are joined with, the keys of those.
    pub(super) fn parts(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for part in self.of.keys() {
            parts.entry(self.root(part)).or_default().push(part);
        }
        parts
    }

    /// Joins `part` with `whole`, unless it is joined already or the other way round.
    fn add(&mut self, part: &str, whole: &str, join: Join) {
        if self.root(whole) != self.root(part) && !self.of.contains_key(part) {
            self.of.insert(part.to_owned(), (whole.to_owned(), join));
        }
    }

    /// Joins rare spellings that are one edit away from a frequent one with it.
    fn add_slips(&mut self, all: &Candidates) {
        let long: Vec<(&String, usize)> = all
            .iter()
            .filter(|(key, _)| key.contains(' ') && firm_base(key).unwrap_or(key).len() >= LONG)
            .map(|(key, candidate)| (key, candidate.places.len()))
            .collect();
        // One slip leaves the beginning or the end as it is, so that only names which share one are compared.
        let mut alike: BTreeMap<(bool, String), Vec<(&String, usize)>> = BTreeMap::new();
        let ends = |key: &str| {
            let tail: String = key.chars().rev().take(END).collect();
            [(false, key.chars().take(END).collect()), (true, tail)]
        };
        for name in &long {
            ends(name.0).into_iter().for_each(|end| alike.entry(end).or_default().push(*name));
        }
        for names in alike.values_mut() {
            order::by_key(names, |(key, many)| (Reverse(*many), *key));
            names.truncate(ALIKE);
        }
        for (rare, few) in &long {
            let near = |(key, many): &&(&String, usize)| {
                (*many, Reverse(*key)) > (*few, Reverse(*rare))
                    && differing(key, rare) <= 2 * LETTER
                    && strsim::damerau_levenshtein(key, rare) <= SLIP
            };
            let ends = ends(rare);
            let others = ends.iter().filter_map(|end| alike.get(end)).flatten();
            if let Some((usual, _)) = others.filter(near).max_by_key(|(key, many)| (*many, *key)) {
                self.add(rare, usual, Join::Spelling);
            }
        }
    }

    /// Joins acronyms with the name that they mostly stand behind, or else with the only name beside them whose words
    /// begin with their letters.
    fn add_acronyms(&mut self, all: &Candidates) {
        let mut named: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        let mut initials: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, candidate) in all {
            for (letters, times) in &candidate.acronyms {
                let best = named.entry(letters).or_default();
                if *times > best.0 {
                    *best = (*times, key);
                }
            }
            let words = key.split(' ').filter(|word| !matches!(*word, "and" | "of" | "for" | "the"));
            let letters: String = words.filter_map(|word| word.chars().next()).collect();
            if letters.len() > 2 {
                initials.entry(letters).or_default().push(key);
            }
        }
        let parts = self.parts();
        let mut found: Vec<(String, String)> = Vec::new();
        for (letters, candidate) in all.iter().filter(|(_, c)| !c.usual().contains(char::is_lowercase)) {
            let beside = |key: &&str| {
                let root = self.root(key);
                let same = parts.get(root).into_iter().flatten().copied().chain([root]);
                candidate.stands_beside(same.map(|key| &all[key]))
            };
            let behind = named.get(letters.as_str()).map(|(_, key)| *key);
            let whole = behind.filter(|key| *key != letters && beside(key)).or_else(|| {
                let keys = initials.get(letters.as_str())?;
                let mut beside = keys.iter().copied().filter(beside);
                beside.next().filter(|_| beside.next().is_none())
            });
            if let Some(whole) = whole {
                found.push((letters.clone(), whole.to_owned()));
            }
        }
        for (letters, whole) in found {
            self.add(&letters, &whole, Join::Acronym);
        }
    }

    /// Joins names of companies with and without their endings: `Skarn Ferries` and `Skarn Ferries Ltd`.
    fn add_companies(&mut self, all: &Candidates) {
        let mut firms: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for key in all.keys() {
            if let Some(base) = firm_base(key) {
                firms.entry(base.to_owned()).or_default().push(key);
            }
        }
        for (base, mut full) in firms {
            let times = |key: &&String| all[*key].places.len();
            order::by_key(&mut full, |key| (Reverse(times(key)), *key));
            let Some(first) = full.first().copied() else { continue };
            let beside = all.get_key_value(&base).filter(|(_, short)| {
                full.iter().any(|key| short.stands_beside([&all[*key]]) || all[*key].stands_beside([*short]))
            });
            let whole = beside.map_or(first, |(key, _)| key);
            full.iter().filter(|key| **key != whole).for_each(|key| self.add(key, whole, Join::Spelling));
        }
    }

    /// Joins rows that end with the full name of a person with it: `Exchequer Ada Example`; and names of a person with
    /// and without a middle initial.
    fn add_longer_rows(&mut self, all: &Candidates, given: &HashSet<String>) {
        for (key, candidate) in all {
            let words: Vec<&str> = key.split(' ').collect();
            let plain: Vec<&str> = match words[..] {
                [first, .., last] => {
                    let middle = words[1..words.len() - 1].iter().filter(|w| w.chars().count() > 1);
                    [first].into_iter().chain(middle.copied()).chain([last]).collect()
                }
                _ => continue,
            };
            let plain = plain.join(" ");
            if plain != *key && all.contains_key(&plain) {
                self.add(key, &plain, Join::Spelling);
            }
            // No longer than the name of a person.
            let from = words.len().saturating_sub(LONGEST).max(1);
            let tails = (from..words.len().saturating_sub(1)).map(|from| words[from..].join(" "));
            let whole = tails
                .filter(|tail| !given.contains(words[0]) || !given.contains(first_word(tail)))
                .find(|tail| {
                    let called = given.contains(first_word(tail)) && !given.contains(words[0]);
                    let whole =
                        all.get(tail).filter(|whole| called || whole.places.len() > candidate.places.len());
                    whole.is_some_and(|whole| whole.shows_a_person(tail, given))
                });
            if let Some(whole) = whole {
                self.add(key, &whole, Join::Within);
            }
            // `the Harbour Union Board`
            let shorter =
                key.rsplit_once(' ').filter(|(head, last)| head.contains(' ') && cues::is_of_itself(last));
            let body = shorter.filter(|(head, _)| all.get(*head).is_some_and(Candidate::is_definite));
            if let Some((head, _)) = body {
                self.add(key, head, Join::Spelling);
            }
        }
    }

    /// Joins single words that are the last or first word of one longer name with it: surnames with that of a person,
    /// short forms with that of a body.
    fn add_single_words(&mut self, all: &Candidates, given: &HashSet<String>) {
        /// How often a short form stands at most for each time of the name of a body.
        const SHORTER: usize = 5;
        let mut bearers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for key in all.keys().filter(|key| (2..=LONGEST).contains(&key.split(' ').count())) {
            let whole = self.root(key);
            for word in [first_word(key), last_word(key), last_word(firm_base(key).unwrap_or(key))] {
                bearers.entry(word).or_default().insert(whole);
            }
        }
        let firms = self.of.iter().filter(|(part, _)| part.split(' ').any(cues::is_company_ending));
        let firms: BTreeSet<&str> = firms.map(|(part, _)| self.root(part)).collect();
        let mut found: Vec<(String, String, Join)> = Vec::new();
        let (mut families, mut namesakes) = (BTreeSet::new(), BTreeSet::new());
        for (single, candidate) in all.iter().filter(|(key, _)| !key.contains(' ') && !given.contains(*key)) {
            let Some(bearers) = bearers.get(single.as_str()) else { continue };
            let bearers: Vec<&str> = bearers.iter().copied().filter(|key| *key != single).collect();
            let beside = |key: &&str| candidate.stands_beside([&all[*key]]);
            let titled = candidate.shows_a_person(single, given);
            let people = |key: &&str| {
                let whole = &all[*key];
                let last = last_word(key) == single && whole.is_like_a_person() && !firms.contains(*key);
                let open = !whole.shows_a_body(key) && !candidate.is_often_a_body();
                whole.shows_a_person(key, given) || last && open
            };
            let borne: Vec<&str> = bearers.iter().copied().filter(people).collect();
            let spelled = candidate.usual().contains(char::is_lowercase);
            match chief(&borne, all) {
                _ if !spelled => {}
                Some(person) if titled || beside(&person) => {
                    // The firm of that name is another actor.
                    namesakes.insert(single.clone());
                    found.push((single.clone(), person.to_owned(), Join::Surname));
                    continue;
                }
                None if !borne.is_empty() => {
                    families.insert(single.clone());
                    continue;
                }
                _ => {}
            }
            // `Holm Ferries Ltd` may be `Holm` or `Ferries`.
            let short = |key: &&str| {
                first_word(key) == single || firm_base(key).is_some_and(|base| last_word(base) == single)
            };
            let bodies = bearers.iter().copied().filter(|key| short(key) && beside(key));
            let bodies = bodies
                .filter(|_| candidate.local == 0 || candidate.local < candidate.acting + candidate.bodily);
            let bodies: Vec<&str> = bodies.filter(|key| all[*key].shows_a_body(key)).collect();
            let whole = chief(&bodies, all).filter(|key| {
                let (times, firm) = (all[*key].places.len(), key.split(' ').any(cues::is_company_ending));
                match firms.contains(single.as_str()) {
                    true => times > candidate.places.len(),
                    false => firm || times * SHORTER > candidate.places.len(),
                }
            });
            if let Some(whole) = whole {
                found.push((single.clone(), whole.to_owned(), Join::Spelling));
            }
        }
        self.families = families;
        self.of.retain(|_, (whole, _)| !namesakes.contains(whole));
        for (part, whole, join) in found {
            self.add(&part, &whole, join);
        }
    }

    /// Joins words that are the beginning of the first word of the name of a body: `Met` with `Metropolitan Office`.
    fn add_clipped(&mut self, all: &Candidates) {
        /// Letters of a clipped word at least.
        const LEAST: usize = 3;
        let mut found = Vec::new();
        let clipped = all.iter().filter(|(key, _)| !key.contains(' ') && key.len() >= LEAST);
        for (short, candidate) in clipped.filter(|(_, c)| c.usual().contains(char::is_lowercase)) {
            let longer = all.range(short.clone()..).take_while(|(key, _)| key.starts_with(short.as_str()));
            let longer = longer.filter(|(key, whole)| {
                let first = first_word(key);
                first.len() > short.len()
                    && key.contains(' ')
                    && whole.is_definite()
                    && candidate.is_definite()
                    && whole.places.len() * 4 > candidate.places.len()
            });
            if let Some((whole, _)) = longer.max_by_key(|(_, whole)| whole.places.len()) {
                found.push((short.clone(), whole.clone()));
            }
        }
        for (part, whole) in found {
            self.add(&part, &whole, Join::Spelling);
        }
    }
}

/// The one of `keys` that is met much more often than all the others together.
fn chief<'k>(keys: &[&'k str], all: &Candidates) -> Option<&'k str> {
    /// How much more often.
    const MORE: usize = 3;
    let times = |key: &str| all[key].places.len();
    let most = keys.iter().copied().max_by_key(|key| (times(key), Reverse(*key)))?;
    let sum: usize = keys.iter().map(|key| times(key)).sum();
    (times(most) >= (sum - times(most)) * MORE).then_some(most)
}

/// The name of a company without what such names end with; `None` where there is no such ending, or nothing else.
fn firm_base(key: &str) -> Option<&str> {
    let mut base = key;
    while let Some((head, last)) = base.rsplit_once(' ')
        && (cues::is_company_ending(last) || last == "and")
    {
        base = head;
    }
    (base != key && !cues::is_company_ending(base)).then_some(base)
}

/// The bytes between the beginning and the end that two names have in common, in the one that has more of them.
fn differing(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one.as_bytes()[same..], &other.as_bytes()[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    one.len().max(other.len()) - same
}

fn first_word(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

fn last_word(key: &str) -> &str {
    key.rsplit(' ').next().unwrap_or(key)
}

/// Whether `single` is the first or last word of the name `key`.
pub(super) fn bears(key: &str, single: &str) -> bool {
    key.contains(' ') && (first_word(key) == single || last_word(key) == single)
}

#[cfg(test)]
mod tests {
    use super::{LETTER, SLIP, differing, firm_base};

    #[test]
    fn no_slip_is_passed_over() {
        let name = "skarn férries";
        for slip in
            ["skarn ferries", "skarn féries", "skarn férrriés", "skanr férries", "skarn férriesß", name]
        {
            let edits = strsim::damerau_levenshtein(name, slip);
            assert!(edits > SLIP || differing(name, slip) <= 2 * LETTER, "{slip}");
        }
        assert!(differing(name, "skarn lighthouse") > 2 * LETTER);
        assert_eq!(differing("aaa", "aa"), 1, "no byte is in common twice");
    }

    #[test]
    fn a_company_is_its_name_without_endings() {
        for (key, base) in [
            ("skarn ferries ltd", Some("skarn ferries")),
            ("holm and co inc", Some("holm")),
            ("skarn ferries", None),
            ("corp", None),
            ("co inc", None),
        ] {
            assert_eq!(firm_base(key), base, "{key}");
        }
    }
}
