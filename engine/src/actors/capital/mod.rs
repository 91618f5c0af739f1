//! Whether a capital stands for its government or is a place: decided by the words around it, the nearest
//! first. What decides is kept, so that a reader can check it.

mod words;

use super::context::{MatchContext, is_like_a_name};
use super::matcher::Target;
use super::titles::is_of_office;
use super::{Form, Reason};
use crate::text::Span;
use words::{
    ADVERBS, AIMED, ASSAULT, CLAUSE, DEALINGS, DEALS, DEALT, DISTANCE, EVENTS, HELD, HELPS, IN, MEASURED,
    NOT_NOUNS, ORGANS, PARTS, PLACES, REACH, STANCES, STRIKE, TELL, TIMES, TRAVEL, TRUST, VERBS, WITH,
};

/// The reading of a capital: its form, whether the context decides it, and what does.
type Verdict = (Form, bool, Reason);

/// The most capitals in a row that share their verb or their preposition.
const LONGEST_LIST: usize = 8;

impl MatchContext<'_> {
    /// Reads the capital: as its government where that acts or is dealt with, and else as a place.
    pub(super) fn capital(&self) -> Verdict {
        // The words that decide are English.
        match self.zone.language {
            0 => self.read_capital(0),
            _ => (Form::Place, false, Reason::Usual),
        }
    }

    /// Reads the capital, which stands so many capitals before the one that is asked for.
    fn read_capital(&self, depth: usize) -> Verdict {
        self.compound()
            .or_else(|| self.possessed())
            .or_else(|| self.place_after_it())
            .or_else(|| self.words_before())
            .or_else(|| self.shared_with_the_one_before(depth))
            .or_else(|| self.acts())
            .or_else(|| self.among_cities())
            .unwrap_or((Form::Place, false, Reason::Usual))
    }

    fn place(&self, from: usize, to: usize) -> Option<Verdict> {
        Some((Form::Place, true, Reason::Place(self.span(from, to))))
    }

    fn government(&self, from: usize, to: usize) -> Option<Verdict> {
        Some((Form::Metonym, true, Reason::Acts(self.span(from, to))))
    }

    /// Compounds with a hyphen: `Seoul-based`, `Seoul-Washington ties`, `Moscow-backed`.
    fn compound(&self) -> Option<Verdict> {
        let (start, end) = (self.tokens().start, self.tokens().end);
        let joined = |left: usize| {
            let gap = self.token(left).zip(self.token(left + 1));
            gap.is_some_and(|(a, b)| matches!(self.gap(a.span.end, b.span.start), "-" | "‑" | "–"))
        };
        if joined(end - 1) {
            // `the Oslo-Bergen railway`
            let route = matches!(self.after(2), "highway" | "road" | "railway" | "route" | "line" | "flight");
            return if is_place(self.after(1)) || route {
                self.place(start, end)
            } else {
                self.government(start, end)
            };
        }
        let named = self.follows_a_name();
        (start > 0 && joined(start - 1) && named).then(|| self.government(start - 1, end - 1)).flatten()
    }

    /// `Seoul’s military` is a government’s, `Seoul’s financial district` is a place.
    fn possessed(&self) -> Option<Verdict> {
        if !self.is_possessive() {
            return None;
        }
        const NEAR: usize = 4;
        let (start, mut last) = (self.tokens().start, self.tokens().end - 1);
        for ahead in 1..=NEAR {
            let (Some(at), word) = (self.place_after(ahead), self.after(ahead)) else { break };
            if NOT_NOUNS.contains(word) || ORGANS.contains(word) {
                last = if ahead == 1 { at } else { last.max(at - 1) };
                break;
            }
            if PLACES.contains(word) || PARTS.contains(word) && !matches!(word, "fall" | "occupation") {
                return self.place(start, at);
            }
            last = if ahead == 1 { at } else { last };
        }
        // `dealers in Khartoum’s markets`, but `in Moscow’s interest`
        let inside = self.place_before(1).filter(|_| self.before(1) == "in");
        match inside.filter(|_| !HELD.contains(self.after(1)) && !TRUST.contains(self.before(2))) {
            Some(at) if !ORGANS.contains(self.after(1)) => self.place(at, last),
            _ => self.government(start, last),
        }
    }

    /// Words after it that make it a place: `the Seoul area`, `Paris, Texas`, `Washington, D.C.`
    fn place_after_it(&self) -> Option<Verdict> {
        let at = self.place_after(1)?;
        let gap = self.gap(self.found().span.end, self.token(at)?.span.start);
        let next = self.after(1);
        let start = self.tokens().start;
        if gap == " " {
            let spelled = self.token(at)?.span.of(self.zone.text);
            let named = self.neighbour(true).is_some_and(|next| next.tokens().start == at);
            // `Tokyo Stock Exchange`
            let proper = is_like_a_name(spelled) && !self.zone.headline && !named && !is_of_office(next);
            // `the Oslo accord`, but `the Oslo government`
            let noun = matches!(self.before(1), "the" | "a" | "an" | "this" | "one")
                && !(is_verb(next) || NOT_NOUNS.contains(next) || named || next.ends_with("ed"));
            if noun && ORGANS.contains(next) {
                return self.government(start, at);
            }
            return (is_place(next) || proper || noun).then(|| self.place(start, at)).flatten();
        }
        let own = |to: &MatchContext<'_>| match (self.found().target, to.found().target) {
            (Target::Alias(a, _), Target::Alias(b, Form::Name)) => a == b,
            _ => false,
        };
        let country = self.neighbour(true).filter(own).is_some_and(|next| next.tokens().start == at);
        (gap == ", " && (country || matches!(next, "dc"))).then(|| self.place(start, at)).flatten()
    }

    /// Prepositions and verbs before it.
    fn words_before(&self) -> Option<Verdict> {
        let mut first = self.place_before(1)?;
        let here = self.tokens().end - 1;
        // `Chile’s Santiago`
        let owner = self.neighbour(false).filter(|b| b.tokens().end == self.tokens().start);
        let own = owner.is_some_and(|b| match (b.found().target, self.found().target) {
            (Target::Alias(a, Form::Name), Target::Alias(b, _)) => a == b,
            _ => false,
        });
        if own {
            return self.place(first, self.tokens().end - 1);
        }
        // `the capital, Oslo`, `the capital city of Oslo`
        let gap = self.gap(self.token(first)?.span.end, self.found().span.start);
        let (mut near, mut further) = (self.before(1), self.before(2));
        if matches!(near, "capital" | "city") && matches!(gap, " " | ", ") {
            return self.place(first, here);
        }
        if gap != " " {
            return None;
        }
        let mut skipped = 0;
        if near == "the" {
            // `the Oslo government`: the article belongs to what follows.
            first = self.place_before(2)?;
            (near, further, skipped) = (self.before(2), self.before(3), 1);
        }
        let second = self.place_before(2 + skipped).unwrap_or(first);
        match near {
            "in" if TRUST.contains(further) => self.government(second, here),
            "at" if AIMED.contains(further) => self.government(second, here),
            "at" => self.place(first, here),
            near if IN.contains(near) || REACH.contains(near) => self.place(first, here),
            near if STRIKE.contains(near) => match self.after(1) {
                "with" => self.government(first, here),
                _ => self.place(first, here),
            },
            "of" if PARTS.contains(further) || further == "state" || self.is_capital(second) => {
                self.place(second, here)
            }
            "on" if ASSAULT.contains(further) => self.place(second, here),
            "from" if DISTANCE.contains(further) => self.place(second, here),
            "from" if further == "came" || further == "comes" => self.government(second, here),
            "to" if matches!(further, "ambassador" | "envoy" | "according") => self.government(second, here),
            "to" | "for" | "from" | "through" | "between" | "toward" | "towards" | "over" | "on" => {
                match (self.travel(2 + skipped), self.dealing(2 + skipped)) {
                    (Some(from), _) if near != "on" => self.place(from, here),
                    (_, Some(from)) => self.government(from, here),
                    _ if WITH.contains(near) => self.government(first, here),
                    _ => None,
                }
            }
            // `what does Oslo want`
            "does" | "did" | "do" | "would" | "will" | "could" | "should" | "can" | "as" => {
                self.government(first, here)
            }
            near if WITH.contains(near) || TELL.contains(near) => self.government(first, here),
            // `“We wait,” said Oslo.`, but `he said Oslo was cold`
            "said" | "says" | "replied" if self.is_closed() => self.government(first, here),
            _ => None,
        }
    }

    /// The index of the word of travel that the preposition before the match belongs to; the search begins `from`
    /// tokens before the match.
    fn travel(&self, from: usize) -> Option<usize> {
        const NEAR: usize = 6;
        for back in from..from + NEAR {
            let at = self.place_before(back)?;
            let word = self.before(back);
            if TRAVEL.contains(word) {
                return Some(at);
            }
            let comma = self.gap(self.token(at)?.span.end, self.token(at + 1)?.span.start).contains(',');
            // `flew from Oslo to Rome`: the way back leads over the first of the two.
            if comma || CLAUSE.contains(word) {
                return None;
            }
        }
        None
    }

    /// The index of the word of dealing with a government that the preposition before the match belongs to: `pressure
    /// on Oslo`, `sold boats to Hanoi`; the search begins `from` tokens before the match.
    fn dealing(&self, from: usize) -> Option<usize> {
        const NEAR: usize = 4;
        for back in from..from + NEAR {
            let at = self.place_before(back)?;
            if DEALINGS.contains(self.before(back)) {
                return Some(at);
            }
            if CLAUSE.contains(self.before(back)) {
                return None;
            }
        }
        None
    }

    /// `in Moscow and Beijing`: what is said of the first is said of the second.
    fn shared_with_the_one_before(&self, depth: usize) -> Option<Verdict> {
        let before = self.neighbour(false).filter(|_| depth < LONGEST_LIST)?;
        if !matches!(before.found().target, Target::Alias(_, Form::Place)) {
            return None;
        }
        let gap = self.gap(before.found().span.end, self.found().span.start);
        if !matches!(gap, " and " | " or " | ", " | ", and " | ", or " | " & " | " to ") {
            return None;
        }
        match before.read_capital(depth + 1) {
            (_, false, _) => None,
            // A verb after both, or a possessive, is no word before the first.
            (Form::Metonym, _, Reason::Acts(span)) if span.end > before.found().span.end => None,
            reading => Some(reading),
        }
    }

    /// Whether a comma or the end of a sentence follows.
    fn is_closed(&self) -> bool {
        let rest = self.zone.text.get(self.found().span.end as usize..).unwrap_or_default();
        rest.is_empty() || rest.starts_with([',', '.', ';'])
    }

    /// Whether the token at `at` begins with a capital letter.
    fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| self.is_capitalised(&t))
    }

    /// `offices in Frankfurt and Tokyo`, `Seattle, Washington`: beside the names of other places.
    fn among_cities(&self) -> Option<Verdict> {
        const LONGEST: usize = 4;
        let start = self.tokens().start;
        let joint = matches!(self.before(1), "and" | "or");
        let mut back = if joint { 2 } else { 1 };
        let first = self.place_before(back)?;
        let gap = self.gap(self.token(first)?.span.end, self.token(first + 1)?.span.start);
        if !self.is_capital(first) || !joint && gap != ", " || self.zone.headline {
            return None;
        }
        if !joint && self.place_after(1).is_none() {
            return self.place(first, start);
        }
        while back < LONGEST && self.place_before(back).is_some_and(|at| self.is_capital(at)) {
            back += 1;
        }
        let at = self.place_before(back)?;
        IN.contains(self.before(back)).then(|| self.place(at, start)).flatten()
    }

    /// Words after it that show a government acting: `Moscow said`, `Moscow and Beijing have agreed`.
    fn acts(&self) -> Option<Verdict> {
        let mut last = *self;
        for _ in 0..LONGEST_LIST {
            if !last.is_joined_to_next(|gap| matches!(gap, " and " | " or " | ", " | ", and " | " and the "))
            {
                break;
            }
            last = last.neighbour(true)?;
        }
        let at = last.place_after(1)?;
        let word = last.after(1);
        if last.gap(last.found().span.end, last.token(at)?.span.start) != " " {
            return None;
        }
        let suffers = |next: &str| STRIKE.contains(next) || REACH.contains(next);
        let is = matches!(word, "is" | "was" | "are" | "were");
        // `Oslo was hit by a storm`, `Oslo is the capital of Norway`
        if is && (suffers(last.after(2)) || matches!(last.after(2), "the" | "a" | "home" | "where")) {
            return self.place(self.tokens().start, at);
        }
        // `sanctions over arms: Oslo since 2006 over its mines`
        let over = (1..=3).find(|ahead| last.after(*ahead) == "over");
        let ahead = last.verb(1).or(over.filter(|ahead| *ahead == 1 || last.after(1) == "since"))?;
        self.government(self.tokens().start, last.place_after(ahead)?)
    }

    /// How many words after it the verb of a government stands, from `ahead` on: behind adverbs and verbs that only help.
    fn verb(&self, ahead: usize) -> Option<usize> {
        /// How many words of a verb there may be: `has not yet been asked`.
        const LONGEST: usize = 5;
        let spelled = |ahead: usize| self.place_after(ahead).and_then(|at| self.token(at));
        let mut helped = false;
        for ahead in ahead..ahead + LONGEST {
            let token = spelled(ahead)?;
            let (word, next) = (token.folded, self.after(ahead + 1));
            let capital = !token.span.of(self.zone.text).starts_with(char::is_lowercase);
            if capital && !self.zone.headline && !TIMES.contains(word) {
                return None;
            }
            if deals(word) {
                // `gave up two points`
                let lost = matches!(word, "gave" | "gives" | "given") && next == "up";
                return (!lost && !MEASURED.contains(next)).then_some(ahead);
            }
            if helped && (STANCES.contains(word) || deals(word)) {
                return Some(ahead);
            }
            helped |= HELPS.contains(word);
            // `Oslo on Monday denied it`, `Oslo last week denied it`
            let adverb = word.ends_with("ly") || ADVERBS.contains(word) || TIMES.contains(word);
            if !HELPS.contains(word) && !adverb {
                return None;
            }
        }
        None
    }
}

/// Whether a capital with this word right after it is a place.
fn is_place(word: &str) -> bool {
    PLACES.contains(word) || EVENTS.contains(word)
}

/// Whether the word is a form of a verb of saying, deciding or dealing.
fn deals(word: &str) -> bool {
    if DEALT.contains(word) {
        return true;
    }
    let known = |stem: &str| DEALS.contains(stem);
    let ended = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 1);
    let doubled = |stem: &str| {
        let last = stem.chars().next_back();
        let single = last.and_then(|last| stem.strip_suffix(last));
        single.is_some_and(|single| single.chars().next_back() == last && known(single))
    };
    known(word)
        || ["s", "es", "ed", "d", "ing"].iter().any(|end| ended(end).is_some_and(known))
        || ["ing", "ed"]
            .iter()
            .any(|end| ended(end).is_some_and(|stem| known(&format!("{stem}e")) || doubled(stem)))
        || ["ies", "ied"].iter().any(|end| ended(end).is_some_and(|stem| known(&format!("{stem}y"))))
}

/// Whether the word is one that states are the subject of.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.contains(word)
}

impl Reason {
    /// The span of the words that decided it, in bytes of the zone's text; `None` where no words did.
    pub fn words(self) -> Option<Span> {
        match self {
            Reason::Shared(span)
            | Reason::ActsShort(span)
            | Reason::Place(span)
            | Reason::Acts(span)
            | Reason::Titled(span) => Some(span),
            _ => None,
        }
    }
}
