//! Runs of words: phrases and near words in the postings of a field.

use super::partition::Word;
use super::postings::{Cursor, Position, Posting};
use crate::order;

/// Takes an article and the first position of each run in it.
pub(super) type Take<'t> = dyn FnMut(u32, &[Position]) + 't;

/// Where one word of a phrase stands, article by article.
enum Occurrences<'p> {
    /// A word of the corpus; none where it has no such word.
    One(Option<Cursor<'p>>),
    /// Any of several, in order.
    Any(Vec<(u32, Position)>, usize),
}

impl<'p> Occurrences<'p> {
    /// Those of `words`, where they are several in the articles that `fit` alone.
    fn of(words: &[Word<'p>], fit: impl Fn(u32) -> bool) -> Occurrences<'p> {
        if words.len() < 2 {
            return Occurrences::One(words.first().map(|word| word.positions()));
        }
        let (mut all, mut positions) = (Vec::new(), Vec::new());
        for word in words {
            let mut cursor = word.positions();
            while let Some(Posting { article, .. }) = cursor.next() {
                if fit(article) {
                    cursor.read(&mut positions);
                    all.extend(positions.iter().map(|position| (article, *position)));
                }
            }
        }
        order::by_key(&mut all, |it| *it);
        Occurrences::Any(all, 0)
    }

    /// The first article from the index `article` on.
    fn seek(&mut self, article: u32) -> Option<u32> {
        match self {
            Occurrences::One(cursor) => Some(cursor.as_mut()?.seek(article)?.article),
            Occurrences::Any(all, at) => {
                *at += all[*at..].partition_point(|(held_by, _)| *held_by < article);
                Some(all.get(*at)?.0)
            }
        }
    }

    /// Puts the positions in the article that was found last into `into`.
    fn read(&mut self, into: &mut Vec<Position>) {
        match self {
            Occurrences::One(cursor) => cursor.iter_mut().for_each(|cursor| cursor.read(into)),
            Occurrences::Any(all, at) => {
                into.clear();
                let here = all[*at..].chunk_by(|a, b| a.0 == b.0).next().unwrap_or_default();
                into.extend(here.iter().map(|(_, position)| *position));
            }
        }
    }
}

/// Calls `met` with each article that holds one of `terms` and the articles of all others, and with their positions in it.
fn each_meeting(mut words: Vec<Occurrences<'_>>, rarest: usize, mut met: impl FnMut(u32, &[Vec<Position>])) {
    let mut positions = vec![Vec::new(); words.len()];
    let mut from = 0;
    'articles: while let Some(article) = words.get_mut(rarest).and_then(|word| word.seek(from)) {
        for word in &mut words {
            match word.seek(article) {
                None => return,
                Some(next) if next > article => {
                    from = next;
                    continue 'articles;
                }
                Some(_) => {}
            }
        }
        words.iter_mut().zip(&mut positions).for_each(|(word, here)| word.read(here));
        met(article, &positions);
        let Some(next) = article.checked_add(1) else { return };
        from = next;
    }
}

/// The index of the one of `words` that occurs least; 0 where there is none.
fn rarest<'i>(words: impl Iterator<Item = &'i [Word<'i>]>) -> usize {
    let counted = words.map(|any| any.iter().map(|word| word.known().occurrences).sum::<u32>()).enumerate();
    counted.min_by_key(|(_, occurrences)| *occurrences).map_or(0, |(at, _)| at)
}

/// Calls `take` with the phrases of `words`, one right after the other, each of which is any of several, in so many
/// `articles`.
pub(super) fn phrases(words: &[Vec<Word<'_>>], articles: usize, take: &mut Take<'_>) {
    let rarest = rarest(words.iter().map(Vec::as_slice));
    // The articles that hold the rarest word, where others are any of several: few of theirs have to be read.
    let mut holding = Vec::new();
    if words.iter().any(|any| any.len() > 1) {
        holding = vec![false; articles];
        for word in words.get(rarest).into_iter().flatten() {
            for Posting { article, .. } in word.articles() {
                holding.get_mut(article as usize).into_iter().for_each(|holds| *holds = true);
            }
        }
    }
    let fit = |article: u32| holding.get(article as usize).copied().unwrap_or_default();
    let each = words.iter().map(|any| Occurrences::of(any, fit)).collect();
    let mut found = Vec::new();
    each_meeting(each, rarest, |article, positions| {
        found.clear();
        let mut at = vec![0; positions.len()];
        'starts: for anchor in &positions[rarest] {
            let Some(first) = anchor.word.checked_sub(rarest as u32) else { continue };
            for (word, (here, at)) in (0..).zip(positions.iter().zip(&mut at)) {
                let wanted = Position { word: first.saturating_add(word), ..*anchor };
                while here.get(*at).is_some_and(|position| *position < wanted) {
                    *at += 1;
                }
                if here.get(*at) != Some(&wanted) {
                    continue 'starts;
                }
            }
            found.push(Position { word: first, ..*anchor });
        }
        if !found.is_empty() {
            take(article, &found);
        }
    });
}

/// Calls `take` with the positions at which one of `words` stands with all the others near it, each as often as it is
/// wanted: the last at most `within` words after the first, in one zone.
pub(super) fn near(words: &[(Word<'_>, usize)], within: u32, take: &mut Take<'_>) {
    let each = words.iter().map(|(word, _)| Occurrences::One(Some(word.positions()))).collect();
    let mut members: Vec<(Position, usize)> = Vec::new();
    each_meeting(
        each,
        rarest(words.iter().map(|(word, _)| std::slice::from_ref(word))),
        |article, positions| {
            members.clear();
            for (word, here) in positions.iter().enumerate() {
                members.extend(here.iter().map(|position| (*position, word)));
            }
            order::by_key(&mut members, |it| *it);
            let mut near = Vec::new();
            for zone in members.chunk_by(|a, b| a.0.zone == b.0.zone) {
                near_in(zone, words, within, &mut near);
            }
            if !near.is_empty() {
                take(article, &near);
            }
        },
    );
}

/// Adds those of one zone to `near`; `members` are the positions of all words in it, in order.
fn near_in(
    members: &[(Position, usize)],
    words: &[(Word<'_>, usize)],
    within: u32,
    near: &mut Vec<Position>,
) {
    let mut seen = vec![0; words.len()];
    let (mut end, mut taken) = (0, 0);
    for (start, (at, word)) in members.iter().enumerate() {
        while let Some((_, next)) = members.get(end).filter(|(next, _)| next.word - at.word <= within) {
            seen[*next] += 1;
            end += 1;
        }
        if words.iter().zip(&seen).all(|((_, wanted), seen)| seen >= wanted) {
            near.extend(members[taken.max(start)..end].iter().map(|(at, _)| *at));
            taken = end;
        }
        seen[*word] -= 1;
    }
}
