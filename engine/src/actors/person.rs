//! Surnames: whether the words beside one make it somebody or something else, and whom it means.

use super::context::{MatchContext, is_like_a_name};
use super::matcher::Target;
use super::other_meanings::{OtherMeanings, Pairs, is_of_office, is_title};
use super::words::Words;
use super::{ActorId, Reason};
use crate::text::Token;

/// Words after a surname with which it means more than one person.
const FAMILY: Words = Words(
    "dynasty family clan household brothers sisters siblings couple twins bloodline lineage estate \
    heirs",
);
/// Capitalised words after a surname that make it a place, a body or a prize.
const NAMESAKES: Words = Words(
    "street avenue road square tower towers plaza center centre foundation university college school \
    library airport memorial institute park hall prize award hospital county city town island \
    islands lake river creek bay beach valley hills station stadium arena bridge group inc corp \
    company bank motors organization organisation museum house hotel falls",
);

impl MatchContext<'_> {
    /// Whether the words beside a surname make it somebody or something else: a given name before it (`Naomi
    /// Campbell`), another name after it (`Kim Yo Jong`), a family, a street.
    /// Headlines write every word with a capital, so there only pairs that the text has shown count.
    pub(super) fn is_someone_else(&self, other_meanings: &OtherMeanings, pairs: &Pairs) -> bool {
        let after = self.word_after().filter(|_| !self.is_possessive());
        let spelled = after.map_or("", |t| t.span.of(self.zone.text));
        let folded = after.map_or("", |t| t.folded);
        let capital = spelled.starts_with(char::is_uppercase);
        if FAMILY.contains(self.after(1))
            || capital && NAMESAKES.contains(folded)
            || other_meanings.is_elsewhere(self)
        {
            return true;
        }
        if self.zone.headline {
            return self.is_in(pairs);
        }
        self.leads_a_name() || self.has_given_name(other_meanings) || self.is_in(pairs)
    }

    /// Whether another capitalised name follows, which is no office: `Kim Yo Jong`, `Campbell Example`.
    pub(super) fn leads_a_name(&self) -> bool {
        let next = self.word_after().filter(|_| !self.is_possessive());
        let given = |t: Token<'_>| {
            let joined = self.gap(self.found().span.end, t.span.start) == " ";
            joined && is_like_a_name(t.span.of(self.zone.text)) && !is_of_office(t.folded)
        };
        let named = self.neighbour(true).is_some_and(|n| {
            n.tokens().start == self.tokens().end && !matches!(n.found().target, Target::Surname(_))
        });
        next.is_some_and(given) && !named
    }

    /// Whether a given name stands right before: a capitalised word in the middle of a sentence that is no
    /// office, no day and no part of another mention; or one of the usual given names anywhere.
    pub(super) fn has_given_name(&self, other_meanings: &OtherMeanings) -> bool {
        let Some(before) = self.word_before() else { return false };
        (!self.first_word_opens() || other_meanings.is_given_name(before.folded))
            && !self.follows_a_name()
            && is_like_a_name(before.span.of(self.zone.text))
            && !is_title(before.folded)
            && !FUNCTION.contains(before.folded)
    }

    /// Whether the word before the match opens its sentence, so that its capital letter says nothing.
    fn first_word_opens(&self) -> bool {
        let Some(earlier) = self.place_before(2).and_then(|at| self.token(at)) else { return true };
        let first = self.place_before(1).and_then(|at| self.token(at));
        let gap = first.map_or("", |first| self.gap(earlier.span.end, first.span.start));
        gap.contains(['“', '"', '‘', '–', '—', '•'])
    }
}

/// Words that begin a clause, and are capitalised in headings.
const FUNCTION: Words =
    Words("the a an and but or if when while why how what as in on at to of for with after before by from");

/// Decides which of `people`, who bear a surname, it means. `named` are the actors that the article names otherwise, in
/// order; `before` are the people named or meant so far, in order; `counted` is the actor that each one counts as, for
/// two that count as one leave no doubt. Returns the actor, whether the context decides it, and the reason.
pub(super) fn resolve_surname(
    people: &[ActorId],
    named: &[ActorId],
    before: &[ActorId],
    counted: &[ActorId],
) -> (Option<ActorId>, bool, Reason) {
    let mut bearers = named.iter().filter(|id| people.contains(id)).copied();
    let first = bearers.next();
    let as_one = |id: ActorId| counted.get(id.0 as usize);
    let several = bearers.any(|id| as_one(id) != first.and_then(as_one));
    let nearest = before.iter().rev().find(|id| people.contains(id)).copied();
    match (first, nearest) {
        (None, _) => (None, false, Reason::NobodyNamed),
        (first, _) if !several => (first, true, Reason::OnlyBearer),
        (_, Some(nearest)) => (Some(nearest), false, Reason::NearestBefore),
        (first, None) => (first, false, Reason::NamedLater),
    }
}
