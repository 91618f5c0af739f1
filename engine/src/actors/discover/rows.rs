//! Rows of capitalised words that no list has: the candidates of discovery.

use super::super::context::is_like_a_name;
use super::super::gazetteer::key_of;
use super::super::matcher::{Matcher, Target, covering, is_shortened};
use super::super::mention::zones;
use super::super::other_meanings::is_title;
use super::super::{Kind, Zone};
use crate::corpus::{Article, ArticleId};
use crate::text::{Span, Tokens, one_line};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// A row of capitalised words, with what is counted of its occurrences.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    /// The number of occurrences of each spelling.
    spelled: BTreeMap<String, usize>,
    /// Its occurrences; spans are in bytes of the zone's text.
    pub(super) places: Vec<(ArticleId, Zone, Span)>,
    /// The number of occurrences after a title.
    titled: usize,
    /// The number of occurrences after a preposition of place.
    placed: usize,
    /// The number of occurrences that do not open a sentence, where any word is capitalised.
    pub(super) inside: usize,
    /// The folded acronym that stands in brackets after it.
    pub(super) acronym: Option<String>,
}

/// Words that join capitalised words in the name of a body.
const OF_BODIES: &[&str] = &["of", "for", "and", "the"];
/// Words that join capitalised words in the name of a person.
const OF_PEOPLE: &[&str] =
    &["de", "la", "del", "da", "dos", "di", "du", "van", "von", "der", "den", "bin", "al", "el", "ibn"];
/// Characters in the second half of a given name at most: `Do-yun`.
const HALF: usize = 5;
/// Second halves of compounds, which no given name has.
const COMPOUNDS: &[&str] = &[
    "led", "era", "run", "made", "born", "wide", "like", "free", "type", "style", "based", "owned", "bound",
];
/// Words that make a name that of a body.
pub(super) const BODIES: &[&str] = &[
    "administration", "exchange", "community", "airways", "economic", "stock", "ministry", "council", "bank",
    "university", "institute", "party", "group", "corp", "corporation", "inc", "company", "co", "committee",
    "agency", "association", "union", "court", "fund", "force", "forces", "army", "department", "office",
    "commission", "organization", "organisation", "federation", "centre", "center", "foundation",
    "authority", "parliament", "congress", "senate", "assembly", "board", "bureau", "service", "alliance",
    "front", "movement", "league", "society", "trust", "college", "school", "club", "team", "guard",
    "police", "navy", "ltd", "llc", "plc", "ag", "holdings", "industries", "airlines", "motors",
];
/// Words that make a name that of a news agency or broadcaster.
pub(super) const NEWS: &[&str] =
    &["news", "press", "radio", "television", "tv", "broadcasting", "times", "post", "herald", "tribune"];
/// Prepositions before places, which are no actors.
const PLACED: &[&str] =
    &["in", "at", "near", "from", "to", "outside", "around", "across", "through", "of", "off"];

/// Adds the rows of capitalised words of an article to `all`, by key. Titles and zones in capitals are left out:
/// capital letters show nothing there.
pub(super) fn read(
    id: ArticleId,
    article: &Article,
    matcher: &Matcher,
    all: &mut BTreeMap<String, Candidate>,
) {
    for (zone, text) in zones(article).filter(|(zone, _)| *zone != Zone::Title) {
        let tokens = Tokens::of(text);
        if !text.contains(char::is_lowercase) {
            continue;
        }
        let mut covered = vec![false; tokens.len()];
        for found in matcher.find(text, &tokens) {
            let alone = matches!(found.target, Target::Surname(_));
            found.tokens.clone().filter(|_| !alone).for_each(|i| covered[i] = true);
        }
        let row = Row { text, tokens: &tokens, covered: &covered };
        let mut at = 0;
        while at < tokens.len() {
            let Some(end) = row.end(at) else {
                at += 1;
                continue;
            };
            row.add(at, end, (id, zone), matcher, all);
            at = end;
        }
    }
}

/// The tokens of a text, each with whether a match of an actor covers it.
struct Row<'r> {
    text: &'r str,
    tokens: &'r Tokens,
    covered: &'r [bool],
}

impl Row<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.text))
    }

    fn folded(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.folded)
    }

    /// Whether the token at `at` can be part of a new name: capitalised, and in no match of an actor.
    fn is_open(&self, at: usize) -> bool {
        let word = self.word(at);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = letters > 1 && !word.contains(char::is_lowercase);
        self.covered.get(at) == Some(&false)
            && word.starts_with(char::is_uppercase)
            && (acronym || is_like_a_name(word))
    }

    fn gap(&self, left: usize) -> &str {
        let (Some(a), Some(b)) = (self.tokens.get(left), self.tokens.get(left + 1)) else { return "\n" };
        self.text.get(a.span.end as usize..b.span.start as usize).unwrap_or("\n")
    }

    /// Whether the token at `at` opens its sentence or a quotation.
    fn opens(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let gap = self.gap(before);
        let period = gap.contains('.') && !is_shortened(self.folded(before));
        period || gap.contains(['!', '?', ':', '\n', '“', '"', '‘', '–', '—', '•', '('])
    }

    /// The index after the last token of the row that begins at `at`; joining words belong to it only where a
    /// capitalised word follows.
    fn end(&self, at: usize) -> Option<usize> {
        if !self.is_open(at) {
            return None;
        }
        let mut end = at + 1;
        loop {
            let joined = |i: usize| matches!(self.gap(i - 1), " " | "-" | "‑");
            // `Han Do-yun`: the second half of a given name has no capital.
            let half = end > at + 1
                && matches!(self.gap(end - 1), "-" | "‑")
                && self.covered.get(end) == Some(&false);
            if half && self.word(end).chars().count() <= HALF && !COMPOUNDS.contains(&self.folded(end)) {
                end += 1;
                continue;
            }
            if joined(end) && self.is_open(end) {
                end += 1;
                continue;
            }
            let small = |i: usize| {
                let of = OF_BODIES.contains(&self.folded(i)) && BODIES.contains(&self.folded(end - 1));
                of || OF_PEOPLE.contains(&self.folded(i))
            };
            let bridge = (1..=2).find(|n| self.is_open(end + n) && joined(end + n));
            match bridge {
                Some(n) if (end..end + n).all(|i| joined(i) && (small(i) || i > end && small(end))) => {
                    end += n + 1
                }
                _ => return Some(end),
            }
        }
    }

    /// Adds the row of the tokens `at..end` to `all`, without titles and words that open the sentence before the name.
    fn add(
        &self,
        at: usize,
        end: usize,
        place: (ArticleId, Zone),
        matcher: &Matcher,
        all: &mut BTreeMap<String, Candidate>,
    ) {
        let skipped = |i: &usize| is_title(self.folded(*i)) || COMMON.contains(&self.folded(*i));
        let first = (at..end).find(|i| !skipped(i)).unwrap_or(end);
        // `Prime Minister Ada Example`: the last title before the name.
        let last = (first..end.saturating_sub(1)).rfind(|i| is_title(self.folded(*i)));
        let start = last.map_or(first, |title| title + 1);
        let titled = start > at || at.checked_sub(1).is_some_and(|b| is_title(self.folded(b)));
        let keys: Vec<&str> = (start..end).map(|i| self.folded(i)).collect();
        let listed = matches!(matcher.named(&keys), Some(Target::Surname(_)));
        let bare = keys.len() == 1 && (BODIES.contains(&keys[0]) || NEWS.contains(&keys[0]));
        if start == end || listed || bare || keys.iter().all(|k| k.chars().count() < 2) {
            return;
        }
        let span = covering(self.tokens, start..end);
        let candidate = all.entry(keys.join(" ")).or_default();
        *candidate.spelled.entry(span.of(self.text).to_owned()).or_default() += 1;
        candidate.places.push((place.0, place.1, span));
        candidate.titled += usize::from(titled);
        let before = |back: usize| at.checked_sub(back).map_or("", |b| self.folded(b));
        let before = if before(1) == "the" { before(2) } else { before(1) };
        candidate.placed += usize::from(!titled && PLACED.contains(&before));
        candidate.inside += usize::from(start > at || !self.opens(at));
        let bracket = self.word(end);
        let acronym = self.gap(end - 1) == " (" && keys.len() > 1 && !bracket.contains(char::is_lowercase);
        if acronym && self.covered.get(end) == Some(&false) {
            candidate.acronym = Some(self.folded(end).to_owned());
        }
    }
}

/// Words that open sentences and stand before names there.
const COMMON: &[&str] = &[
    "senior", "former", "although", "though", "because", "only", "even", "just", "each", "every", "other",
    "another", "such", "conservative", "socialist", "liberal", "the", "a", "an", "in", "on", "at", "but",
    "and", "or", "as", "if", "when", "while", "after", "before", "for", "from", "by", "with", "to", "of",
    "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "his", "her", "its",
    "their", "our", "my", "there", "here", "then", "now", "also", "not", "no", "both", "some", "many",
    "most", "all", "earlier", "later", "last", "next", "since", "under", "over", "about", "despite",
    "according", "however", "meanwhile", "asked", "why", "how", "what", "who", "where", "yes", "like", "one",
    "two", "three", "first", "second",
];

impl Candidate {
    /// The most frequent spelling, the first in the order of the alphabet among equals.
    pub(super) fn usual(&self) -> String {
        let most = self.spelled.iter().max_by_key(|(text, n)| (**n, Reverse(text.as_str())));
        most.map_or(String::new(), |(text, _)| one_line(text))
    }

    /// The likely kind of the name `key`; `given` are the given names of the lists.
    pub(super) fn kind(&self, key: &str, given: &HashSet<String>) -> Kind {
        let words: Vec<&str> = key.split(' ').collect();
        let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
        let letters = !self.usual().contains(char::is_lowercase);
        if has(NEWS) {
            Kind::Agency
        } else if has(BODIES) || letters || self.acronym.is_some() {
            Kind::Organisation
        } else if self.titled > 0 || words.len() > 1 && words.first().is_some_and(|w| given.contains(*w)) {
            Kind::Person
        } else {
            Kind::Organisation
        }
    }

    /// Whether it mostly stands in articles that hold `other`, too.
    pub(super) fn stands_beside(&self, other: &Candidate) -> bool {
        let articles: HashSet<ArticleId> = other.places.iter().map(|(article, ..)| *article).collect();
        let beside = self.places.iter().filter(|(article, ..)| articles.contains(article)).count();
        beside * 2 > self.places.len()
    }

    /// Whether it is likely a place: more than a third of its occurrences follow a preposition of place, and nothing
    /// shows a person or a body.
    pub(super) fn is_a_place(&self) -> bool {
        let body = key_of(&self.usual()).split(' ').any(|word| BODIES.contains(&word));
        self.placed * 3 > self.places.len() && self.titled == 0 && !body && self.acronym.is_none()
    }
}
