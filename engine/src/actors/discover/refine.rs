//! What only the whole corpus shows of candidates: which are names, and which are two halves of one.

use super::super::Zone;
use super::super::mention::zones;
use super::candidate::{Candidate, Candidates, OFTEN};
use super::cues;
use crate::corpus::{ArticleId, Corpus};
use crate::text::hash::WordMap;
use crate::text::{Span, Tokens};
use std::collections::{BTreeMap, HashSet};

/// Keeps those of `all` that `corpus` uses as names.
pub(super) fn keep_names(corpus: &Corpus, all: &mut Candidates) {
    // A word that is only ever first in its sentence is no name, unless it is somebody's surname; nor is one before a
    // name that is met without it, as in `Although Example`.
    let inside: HashSet<String> =
        all.iter().filter(|(_, c)| c.inside > 0).map(|(key, _)| key.clone()).collect();
    let last: HashSet<String> =
        inside.iter().filter_map(|key| Some(key.rsplit_once(' ')?.1.to_owned())).collect();
    all.retain(|key, candidate| match key.split_once(' ') {
        _ if candidate.inside > 0 => true,
        Some((_, tail)) => !inside.contains(tail),
        None => last.contains(key),
    });
    merge(corpus, all);
    count_lower(corpus, all);
    all.retain(|_, candidate| candidate.is_a_name());
}

/// Makes one candidate of two rows that nearly always stand together: `Holm and Bay’s`, `Holm’s Shipping News`.
fn merge(corpus: &Corpus, all: &mut Candidates) {
    let found: Vec<(String, String)> = all
        .iter()
        .filter_map(|(key, candidate)| Some((key.clone(), with_row_before(key, candidate)?)))
        .collect();
    for (key, whole) in found {
        let Some(mut merged) = all.remove(&key) else { continue };
        let Some(places) = merged.behind.remove(&whole) else { continue };
        let first = whole.strip_suffix(&key).map(|first| first.trim_end_matches(" and").trim_end());
        if let Some(first) = first.and_then(|first| all.get_mut(first)) {
            let starts: HashSet<(ArticleId, Zone, u32)> =
                places.iter().map(|(id, zone, span)| (*id, *zone, span.start)).collect();
            first.places.retain(|(id, zone, span)| !starts.contains(&(*id, *zone, span.start)));
        }
        merged.spelled.clear();
        for (id, zone, span) in &places {
            let text = corpus.article(*id).map_or("", |article| span.of(zone.of(article)));
            *merged.spelled.entry(text.to_owned()).or_default() += 1;
        }
        merged.places = places;
        merged.behind.clear();
        all.entry(whole).or_default().add(&merged);
    }
    all.retain(|_, candidate| !candidate.places.is_empty());
}

/// The key of the row before `candidate` together with `key`, where both are one name.
fn with_row_before(key: &str, candidate: &Candidate) -> Option<String> {
    /// Of so many occurrences one may stand alone.
    const TOGETHER: usize = 5;
    let (whole, places) = candidate.behind.iter().max_by_key(|(_, places)| places.len())?;
    let times = candidate.places.len();
    let often = places.len() >= OFTEN && (times - places.len()) * TOGETHER < times;
    let body = key.split(' ').any(cues::is_body) || candidate.possessive * 2 > times;
    // Two people may be named together as often.
    let pair = places.len() > OFTEN && whole.matches(' ').count() == 2;
    (often && candidate.personality() == 0 && (body || pair)).then(|| whole.clone())
}

/// Counts how often the words of each of `all` stand in lower case in the running text of `corpus`.
fn count_lower(corpus: &Corpus, all: &mut Candidates) {
    // By the first two words, or the only one, the words that follow.
    let mut starting: WordMap<String, Vec<Vec<String>>> = WordMap::default();
    for key in all.keys() {
        let words: Vec<&str> = key.split(' ').collect();
        let (first, rest) = words.split_at(words.len().min(2));
        starting
            .entry(first.join(" "))
            .or_default()
            .push(rest.iter().map(|word| (*word).to_owned()).collect());
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut pair = String::new();
    let lower = |text: &str, span: Span| span.of(text).starts_with(char::is_lowercase);
    let texts = corpus.ids().flat_map(|(_, article)| zones(article));
    for (_, text) in texts.filter(|(zone, _)| *zone != Zone::Title) {
        let tokens = Tokens::of(text);
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| lower(text, token.span)) {
            if starting.contains_key(token.folded) {
                *counts.entry(token.folded.to_owned()).or_default() += 1;
            }
            let Some(next) = tokens.get(at + 1).filter(|next| lower(text, next.span)) else { continue };
            pair.clear();
            pair.extend([token.folded, " ", next.folded]);
            for rest in starting.get(&pair).into_iter().flatten() {
                let same = |(i, word): (usize, &String)| {
                    tokens.get(at + 2 + i).is_some_and(|next| next.folded == word && lower(text, next.span))
                };
                if rest.iter().enumerate().all(same) {
                    let words = [pair.as_str()].into_iter().chain(rest.iter().map(String::as_str));
                    *counts.entry(words.collect::<Vec<_>>().join(" ")).or_default() += 1;
                }
            }
        }
    }
    for (key, times) in counts {
        all.entry(key).or_default().lower = times;
    }
}
