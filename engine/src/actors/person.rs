//! Surnames: whether the words beside one make it somebody or something else, whom it means, and what an article
//! remembers of the people it names.

use super::context::{MatchContext, is_like_a_name};
use super::matcher::Target;
use super::other_meanings::{OtherMeanings, Pairs};
use super::titles::{is_of_office, is_title};
use super::{ActorId, Reason};
use crate::text::Token;
use crate::text::Words;
use std::collections::HashSet;

/// Words after a surname with which it means more than one person.
static FAMILY: Words = Words::new(
    "dynasty family clan household brothers sisters siblings couple twins bloodline lineage estate \
    heirs",
);
/// Capitalised words after a surname that make it a place, a body or a prize.
static NAMESAKES: Words = Words::new(
    "street avenue road square tower towers plaza center centre foundation university college school \
    library airport memorial institute park hall prize award hospital county city town island \
    islands lake river creek bay beach valley hills station stadium arena bridge group inc corp \
    company bank motors organization organisation museum house hotel falls",
);
/// The small words between a given name and a surname.
static PARTICLES: Words = Words::new(
    "von van vom zu de der den des del della di da dos das do du la le el al bin ibn bint ter ten",
);
/// Words that open a sentence before a surname, and are no given name.
static OPENERS: Words = Words::new(
    "the a an this that these those and but or nor so yet if when while why how what where who as in on at to \
    of for with after before by from since until although though because despite unlike like then later now \
    today tonight yesterday earlier meanwhile however still also even once soon again here there indeed \
    instead nonetheless nevertheless moreover furthermore additionally perhaps maybe under over during \
    between among against about without within through both either neither only just not no yes all each \
    every some many most few several one two three does did do is was were are has have had will would could \
    should can may might must let asked said says according per via amid given last next first second \
    finally critics sources aides allies lawyers officials prosecutors police exclusive breaking watch \
    opinion analysis video live update outside inside tomorrow tell stop make beat vote elect meet ask free \
    jail thank nobody everybody somebody elsewhere otherwise ironically",
);
/// What somebody is by trade or standing, which opens a sentence before a surname.
static ROLES: Words = Words::new(
    "actor actress singer rapper author novelist writer poet painter artist musician pianist composer director \
    producer comedian dancer model designer photographer filmmaker billionaire millionaire tycoon magnate banker \
    investor businessman businesswoman entrepreneur founder executive lawyer attorney prosecutor defendant suspect \
    activist dissident journalist reporter columnist editor historian economist scientist researcher doctor nurse \
    surgeon teacher student farmer pilot astronaut cosmonaut goalkeeper striker midfielder defender captain \
    manager trainer champion golfer swimmer sprinter cyclist skier boxer driver rider lawmaker politician diplomat \
    veteran soldier conservative liberal labour tory nationalist socialist incumbent rival challenger nominee \
    victim survivor widow widower wife husband son daughter brother sister father mother uncle aunt cousin",
);
/// Titles of a man, and of a woman.
static OF_A_MAN: Words =
    Words::new("mr sir lord king prince sheikh sultan emir father chairman spokesman congressman");
static OF_A_WOMAN: Words =
    Words::new("mrs ms miss lady dame queen princess madam madame chairwoman spokeswoman congresswoman");
/// Verbs of people: a name stands before them, whatever word it is.
static SPOKE: Words = Words::new(
    "said says told tells asked asks added adds replied insisted argued wrote writes has had was is who whose \
    himself herself did does will would thanked announced denied admitted resigned won lost met smiled laughed",
);

/// Somebody whom an article names in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    /// An actor of the lists.
    Listed(ActorId),
    /// Somebody who is in no list.
    Unlisted,
}

/// What an article remembers of the people it names.
#[derive(Default)]
pub(super) struct People {
    /// Names that the text shows to be somebody else's.
    pub(super) pairs: Pairs,
    /// Words that open a sentence before a surname, and stand in lower case elsewhere.
    pub(super) lower: HashSet<String>,
    /// The surnames of people who are in no list, folded, once for each time that one is named.
    pub(super) unlisted: Vec<String>,
    /// Titles before full names, with the surname and who bears them.
    pub(super) titled: Vec<(String, String, Bearer)>,
}

impl People {
    /// The one bearer whom the article gives this `title` with the `surname`.
    fn bearer(&self, title: &str, surname: &str) -> Option<Bearer> {
        let same = |known: &str| known.ends_with(title) || title.ends_with(known);
        let mut bearers =
            self.titled.iter().filter(|(known, of, _)| of == surname && same(known)).map(|(.., who)| *who);
        let first = bearers.next()?;
        bearers.all(|who| who == first).then_some(first)
    }
}

/// Whether somebody of this given name is a woman; `None` where nobody can know.
fn is_woman(given: &str, other_meanings: &OtherMeanings) -> Option<bool> {
    match other_meanings.is_of_women(given) {
        true => Some(true),
        false if other_meanings.is_of_both(given) || !other_meanings.is_given_name(given) => None,
        false => Some(false),
    }
}

/// Whether people of a title may have the given name.
pub(super) fn may_be_called(title: &str, given: &str, other_meanings: &OtherMeanings) -> bool {
    let last = title.rsplit(' ').next().unwrap_or(title);
    match is_woman(given, other_meanings) {
        Some(true) => !OF_A_MAN.contains(last),
        Some(false) => !OF_A_WOMAN.contains(last),
        None => true,
    }
}

impl<'a> MatchContext<'a> {
    /// Whether the words beside a surname make it somebody or something else: a given name before it (`Naomi
    /// Campbell`), another name after it (`Kim Yo Jong`), a family, a street.
    /// Headlines in title case write every word with a capital, so there only usual given names count, and pairs
    /// that the text has shown.
    pub(super) fn is_someone_else(&self, other_meanings: &OtherMeanings, people: &People) -> bool {
        if self.is_thing() || other_meanings.is_elsewhere(self) {
            return true;
        }
        self.is_in(&people.pairs)
            || match self.zone.capitals_tell() {
                true => self.leads_a_name() || self.has_given_name(other_meanings, people),
                false => self.given_name().is_some_and(|(_, t)| other_meanings.is_given_name(t.folded)),
            }
    }

    /// Whether a surname names a place, a prize or a family: `Campbell Street`, `the Campbell family`.
    pub(super) fn is_thing(&self) -> bool {
        let after = self.word_after().filter(|_| !self.is_possessive());
        let namesake = after.filter(|t| self.is_capitalised(t)).is_some_and(|t| NAMESAKES.contains(t.folded));
        namesake || FAMILY.contains(self.after(1)) || self.is_one_of_many() || self.is_a_symbol()
    }

    /// `Li-ion`, but `Li-led`.
    fn is_a_symbol(&self) -> bool {
        /// The most letters of a word that is none of its own.
        const SHORT: usize = 3;
        let joined = self.word_after().filter(|t| self.gap(self.found().span.end, t.span.start) == "-");
        joined.is_some_and(|t| {
            let lower = t.span.of(self.zone.text).starts_with(char::is_lowercase);
            lower && t.folded.len() <= SHORT && !matches!(t.folded, "era" | "led" | "run")
        })
    }

    /// `a Benz sped off`, `the Bishop of Leeds`: an article before it, and no noun that it would belong to.
    fn is_one_of_many(&self) -> bool {
        let article = matches!(self.before(1), "a" | "an") && self.after(1).is_empty();
        article || self.before(1) == "the" && self.after(1) == "of"
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

    /// Whether a given name goes on: `Sheikh Ali bin Omar`, `King Ivo IV`, `Sir Ivo Example`.
    pub(super) fn goes_on(&self) -> bool {
        let capital =
            self.place_after(2).and_then(|at| self.token(at)).is_some_and(|t| self.is_capitalised(&t));
        let next = self.word_after().filter(|_| !self.is_possessive());
        self.leads_a_name()
            || next.is_some_and(|t| {
                let number = t.span.of(self.zone.text).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
                number || capital && PARTICLES.contains(t.folded)
            })
    }

    /// The word right before the match that may be a given name, with its index; small words such as `von` may stand
    /// between.
    pub(super) fn given_name(&self) -> Option<(usize, Token<'a>)> {
        /// The most small words between a given name and a surname: `de la`.
        const PARTS: usize = 2;
        let mut next = self.found().tokens.start;
        for _ in 0..=PARTS {
            let token = self.token(next.checked_sub(1)?)?;
            let gap = self.gap(token.span.end, self.token(next)?.span.start);
            let spelled = token.span.of(self.zone.text);
            if gap != " " {
                return None;
            }
            if !PARTICLES.contains(token.folded) || spelled.starts_with(char::is_uppercase) {
                return Some((next - 1, token));
            }
            next -= 1;
        }
        None
    }

    /// Whether a given name stands before: a capitalised word that is no office, no day and no part of another
    /// mention. At the beginning of a sentence, where every word is capitalised, it is none of the words that open
    /// one, and none that the article writes in lower case.
    pub(super) fn has_given_name(&self, other_meanings: &OtherMeanings, people: &People) -> bool {
        let Some((at, before)) = self.given_name() else { return false };
        let word = before.folded;
        let of_another = at + 1 == self.tokens().start && self.follows_a_name();
        let like = is_like_a_name(before.span.of(self.zone.text));
        if !like || of_another || is_title(word) || OPENERS.contains(word) {
            return false;
        }
        let common = ROLES.contains(word)
            || people.lower.contains(word)
            || ["ly", "ed", "ing"].iter().any(|end| word.ends_with(end));
        !self.opens(at) || other_meanings.is_given_name(word) || !common
    }

    /// Whether the token at `at` opens a sentence, so that its capital letter says nothing.
    pub(super) fn opens(&self, at: usize) -> bool {
        let Some(earlier) = at.checked_sub(1).filter(|earlier| !self.ends_after(*earlier)) else {
            return true;
        };
        let gap =
            self.token(earlier).zip(self.token(at)).map_or("", |(a, b)| self.gap(a.span.end, b.span.start));
        gap.contains(['“', '"', '‘', '–', '—', '•'])
    }

    /// The title before the token at `first`, folded, and the index of its first word: `president`, `foreign minister`.
    pub(super) fn title_before(&self, first: usize) -> Option<(String, usize)> {
        /// The most words of a title.
        const MOST: usize = 3;
        let mut from = first;
        while from > 0 && first - from < MOST {
            let (Some(word), Some(next)) = (self.token(from - 1), self.token(from)) else { break };
            let joined = matches!(self.gap(word.span.end, next.span.start), " " | ". ");
            let fits = match from == first {
                true => is_title(word.folded) || ROLES.contains(word.folded),
                false => is_of_office(word.folded),
            };
            if !joined || !fits {
                break;
            }
            from -= 1;
        }
        let words: Vec<&str> = (from..first).filter_map(|i| Some(self.token(i)?.folded)).collect();
        (from < first).then(|| (words.join(" "), from))
    }

    /// Whether a surname stands where it could be a common word: at the beginning of a sentence or among capitals,
    /// before no verb of people.
    fn could_be_common(&self, other_meanings: &OtherMeanings) -> bool {
        let start = self.tokens().start;
        let word = self.token(start).map_or("", |t| t.folded);
        let free = !self.zone.capitals_tell() || self.opens(start);
        let shown = SPOKE.contains(self.after(1)) && self.after(1) != "is" || self.is_possessive();
        self.tokens().len() == 1
            && other_meanings.is_a_word(word)
            && free
            && !shown
            && self.title_before(start).is_none()
    }

    /// Whether the word before a surname in a headline may be a given name that nobody knows.
    fn may_have_given_name(&self, other_meanings: &OtherMeanings, people: &People) -> bool {
        if self.zone.capitals_tell() {
            return false;
        }
        let Some((at, before)) = self.given_name() else { return false };
        let word = before.folded;
        let known = is_title(word) || is_of_office(word) || ROLES.contains(word) || OPENERS.contains(word);
        let verb = ["s", "ed", "ing", "ly"].iter().any(|end| word.ends_with(end));
        !known
            && !verb
            && !people.lower.contains(word)
            && !other_meanings.is_given_name(word)
            && self.opens(at)
    }

    /// Decides which of `people`, who bear a surname, it means.
    pub(super) fn surname(
        &self,
        bearers: &[ActorId],
        other_meanings: &OtherMeanings,
        people: &People,
        known: &Named<'_>,
    ) -> (Option<ActorId>, bool, Reason) {
        let (start, end) = (self.tokens().start, self.tokens().end);
        let surname = key(self);
        let named = |id: &ActorId| known.named.contains(id);
        let Some((title, from)) = self.title_before(start) else {
            let (who, sure, reason) = known.resolve(bearers, &surname, people);
            return match sure {
                true if self.could_be_common(other_meanings) => (who, false, Reason::CommonWord),
                true if self.may_have_given_name(other_meanings, people) => (who, false, Reason::AlsoOther),
                _ => (who, sure, reason),
            };
        };
        let titled = Reason::Titled(self.span(from, end - 1));
        match people.bearer(&title, &surname) {
            Some(Bearer::Listed(id)) if bearers.contains(&id) => return (Some(id), true, titled),
            Some(Bearer::Unlisted) => return (None, false, Reason::SomebodyElse),
            _ => {}
        }
        let may = |id: &ActorId| may_be_called(&title, other_meanings.given(*id), other_meanings);
        let left: Vec<ActorId> = bearers.iter().copied().filter(may).collect();
        let fewer =
            left.iter().filter(|id| named(id)).count() < bearers.iter().filter(|id| named(id)).count();
        if !fewer {
            return known.resolve(bearers, &surname, people);
        }
        match known.resolve(&left, &surname, people) {
            (None, ..) => (None, false, Reason::SomebodyElse),
            (who, sure, Reason::OnlyBearer) => (who, sure, titled),
            other => other,
        }
    }
}

/// The folded words of a match.
pub(super) fn key(context: &MatchContext<'_>) -> String {
    let words: Vec<&str> = context.tokens().filter_map(|i| Some(context.token(i)?.folded)).collect();
    words.join(" ")
}

/// Whom an article names, and who was named or meant before a place in it.
pub(super) struct Named<'n> {
    /// The actors that the article names otherwise than by surname, in order.
    pub(super) named: &'n [ActorId],
    /// The people named or meant so far, in order.
    pub(super) before: &'n [ActorId],
    /// Whether the place is in the headline, which comes before all names.
    pub(super) title: bool,
    /// The actor that each one counts as, for two that count as one leave no doubt.
    pub(super) counted: &'n [ActorId],
}

impl Named<'_> {
    /// The one of `bearers` whom `surname` means, whether the context decides it, and the reason.
    fn resolve(
        &self,
        bearers: &[ActorId],
        surname: &str,
        people: &People,
    ) -> (Option<ActorId>, bool, Reason) {
        let mut named = self.named.iter().filter(|id| bearers.contains(id)).copied();
        let first = named.next();
        let as_one = |id: ActorId| self.counted.get(id.0 as usize);
        let several = named.any(|id| as_one(id) != first.and_then(as_one));
        let nearest = self.before.iter().rev().find(|who| bearers.contains(who)).copied();
        let unlisted = people.unlisted.iter().filter(|of| *of == surname).count();
        match (first, nearest) {
            (None, _) => (None, false, Reason::NobodyNamed),
            // Up to here the text has named nobody of the lists, and somebody else.
            (_, None) if unlisted > 0 && !self.title => (None, false, Reason::SomebodyElse),
            (first, _) if !several => match unlisted {
                0 => (first, true, Reason::OnlyBearer),
                _ => (first, false, Reason::AlsoOther),
            },
            (_, Some(nearest)) => (Some(nearest), false, Reason::NearestBefore),
            (first, None) => (first, false, Reason::NamedLater),
        }
    }
}

/// Whether the word says what somebody is by trade or standing.
pub(super) fn is_role(folded: &str) -> bool {
    ROLES.contains(folded)
}
