//! Names that occur often and are in no list: rows of capitalised words, with their likely kind, variants joined in
//! one, a surname joined with its full name. They are suggestions for an editor, and count for no actor.

mod rows;

use super::gazetteer::{Gazetteer, fresh_id, key_of};
use super::list::Written;
use super::matcher::Matcher;
use super::{Kind, Zone};
use crate::corpus::{ArticleId, Corpus};
use crate::text::Span;
use rows::{BODIES, Candidate, NEWS, read};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Occurrences of a name at least; a rarer one is not worth an editor's look.
const OFTEN: usize = 3;
/// Edits between two spellings of one name at most (Damerau-Levenshtein).
const SLIP: usize = 1;
/// Characters at either end of a name by which spellings are looked up: the two ends do not overlap, so that one edit
/// leaves one of them whole.
const END: usize = 3;
/// Bytes of a character at most.
const LETTER: usize = 4;
/// Bytes of the shortest name in which a different letter is a misspelling and not another name.
const LONG: usize = 8;

/// A name that an editor may want to list as an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id, which no actor has yet.
    pub id: String,
    /// Its most frequent spelling.
    pub name: String,
    /// Its likely kind.
    pub kind: Kind,
    /// Its other spellings in the corpus.
    pub names: Vec<String>,
    /// The acronym that stands for it.
    pub acronym: Option<String>,
    /// The surname, where it also stands alone.
    pub surname: Option<String>,
    /// Its occurrences in reading order, those of the surname alone and of the acronym among them; spans are in bytes
    /// of the zone's text.
    pub places: Vec<(ArticleId, Zone, Span)>,
}

impl Suggestion {
    /// The suggestion as an entry of `actors.toml`.
    pub fn entry(&self) -> String {
        let text = |text: &String| (text.clone(), Span::default());
        let mut texts =
            vec![("name", vec![text(&self.name)]), ("names", self.names.iter().map(text).collect())];
        texts.push(("acronyms", self.acronym.iter().map(text).collect()));
        texts.push(("surname", self.surname.iter().map(text).collect()));
        texts.retain(|(_, list)| !list.is_empty());
        Written { at: Span::default(), id: self.id.clone(), kind: Some(self.kind), texts }.to_toml()
    }
}

/// The names that are frequent in `corpus` and not in `gazetteer`, most frequent first.
pub fn discover(corpus: &Corpus, gazetteer: &Gazetteer) -> Vec<Suggestion> {
    let matcher = Matcher::new(gazetteer);
    let mut all: BTreeMap<String, Candidate> = BTreeMap::new();
    for (id, article) in corpus.ids() {
        read(id, article, &matcher, &mut all);
    }
    // A word that is only ever first in its sentence is no name; nor is one before a name that is met
    // without it, as in `Although Example`.
    let inside: HashSet<String> =
        all.iter().filter(|(_, c)| c.inside > 0).map(|(key, _)| key.clone()).collect();
    all.retain(|key, candidate| match key.split_once(' ') {
        _ if candidate.inside > 0 => true,
        Some((_, tail)) => !inside.contains(tail),
        None => false,
    });
    let given = gazetteer.words("given_names");
    let mut kinds: BTreeMap<String, Kind> =
        all.iter().map(|(key, candidate)| (key.clone(), candidate.kind(key, &given))).collect();
    let slips = slips(&all);
    let (surnames, families) = surnames(&all, &slips, &given, &mut kinds);
    let taken: HashSet<String> = gazetteer.aliases().iter().map(|alias| key_of(&alias.text)).collect();
    let mut ids: HashSet<String> = gazetteer.actors().map(|a| a.id.clone()).collect();
    let letters = acronyms(&all);
    let mut suggestions = Vec::new();
    for (key, candidate) in &all {
        let part = surnames.contains_key(key)
            || families.contains(key)
            || letters.contains_key(key)
            || slips.contains_key(key);
        if part || candidate.is_a_place() {
            continue;
        }
        let of = |parts: &BTreeMap<String, String>| -> Vec<String> {
            parts.iter().filter(|(_, whole)| *whole == key).map(|(part, _)| part.clone()).collect()
        };
        let mut places = candidate.places.clone();
        let parts: Vec<String> = [&surnames, &letters, &slips].into_iter().flat_map(of).collect();
        places.extend(parts.iter().filter_map(|part| all.get(part)).flat_map(|part| &part.places));
        if places.len() < OFTEN {
            continue;
        }
        places.sort_unstable();
        let usual = |key: &String| all.get(key).map(Candidate::usual);
        // A family name stands last more often than first.
        let borne = || families.iter().filter(|family| bears(key, family));
        let family = || borne().min_by_key(|family| !key.ends_with(family.as_str())).cloned();
        let surname = of(&surnames).first().cloned().or_else(family);
        let surname = surname.filter(|s| !taken.contains(s)).as_ref().and_then(usual);
        suggestions.push(Suggestion {
            id: String::new(),
            name: candidate.usual(),
            kind: kinds.get(key).copied().unwrap_or(Kind::Organisation),
            names: of(&slips).iter().filter_map(usual).collect(),
            acronym: of(&letters).first().and_then(usual),
            surname,
            places,
        });
    }
    suggestions.sort_by_key(|s| Reverse(s.places.len()));
    for suggestion in &mut suggestions {
        suggestion.id = fresh_id(&suggestion.name, &|id| ids.contains(id));
        ids.insert(suggestion.id.clone());
    }
    suggestions
}

/// Whether `single` is the first or last word of the name `key`.
fn bears(key: &str, single: &str) -> bool {
    let last = key.strip_suffix(single).is_some_and(|head| head.ends_with(' '));
    last || key.strip_prefix(single).is_some_and(|rest| rest.starts_with(' '))
}

/// Single words that are the last or first word of one longer name, by that name, whose kind then is a person; and
/// those that several people bear.
fn surnames(
    all: &BTreeMap<String, Candidate>,
    slips: &BTreeMap<String, String>,
    given: &HashSet<String>,
    kinds: &mut BTreeMap<String, Kind>,
) -> (BTreeMap<String, String>, BTreeSet<String>) {
    const LONGEST: usize = 4;
    let person = |key: &String| {
        let words: Vec<&str> = key.split(' ').collect();
        let body = words.iter().any(|w| BODIES.contains(w) || NEWS.contains(w));
        let place = all.get(key).is_some_and(Candidate::is_a_place);
        (2..=LONGEST).contains(&words.len()) && !body && !place && !slips.contains_key(key)
    };
    let people: Vec<&String> = all.keys().filter(|key| person(key)).collect();
    let (mut one, mut several) = (BTreeMap::new(), BTreeSet::new());
    for single in all.keys().filter(|key| !key.contains(' ') && !given.contains(*key)) {
        let bearers: Vec<&String> = people.iter().filter(|key| bears(key, single)).copied().collect();
        match bearers[..] {
            // A person is named in full where the surname stands alone.
            [bearer] if all[single].stands_beside(&all[bearer]) => {
                kinds.insert(bearer.clone(), Kind::Person);
                one.insert(single.clone(), bearer.clone());
            }
            _ if bearers.iter().any(|key| kinds.get(*key) == Some(&Kind::Person)) => {
                several.insert(single.clone());
            }
            _ => {}
        }
    }
    (one, several)
}

/// Acronyms that stand in brackets after a name, each with the key of that name.
fn acronyms(all: &BTreeMap<String, Candidate>) -> BTreeMap<String, String> {
    let pairs = all.iter().filter_map(|(key, c)| Some((c.acronym.clone()?, key.clone())));
    pairs.filter(|(letters, key)| letters != key && all.contains_key(letters)).collect()
}

/// The keys of rare spellings that are one edit away from a frequent one, each with the key of that one.
fn slips(all: &BTreeMap<String, Candidate>) -> BTreeMap<String, String> {
    let long: Vec<(&String, usize)> = all
        .iter()
        .filter(|(key, _)| key.contains(' ') && key.len() >= LONG)
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
    let mut found = BTreeMap::new();
    for (rare, few) in &long {
        let near = |(key, many): &&(&String, usize)| {
            (*many, Reverse(*key)) > (*few, Reverse(*rare))
                && key.len().abs_diff(rare.len()) <= LETTER
                && strsim::damerau_levenshtein(key, rare) <= SLIP
        };
        let ends = ends(rare);
        let others = ends.iter().filter_map(|end| alike.get(end)).flatten();
        if let Some((usual, _)) = others.filter(near).max_by_key(|(key, many)| (*many, *key)) {
            found.insert((*rare).clone(), (*usual).clone());
        }
    }
    found
}
