//! What the words around a match say: whether a capital acts or is a place, whether `the North` is a state,
//! whether a given name beside a surname makes it someone else.

use super::matcher::Found;
use super::{Actor, ActorId, Form, Zone};
use crate::corpus::dates::MONTHS;
use crate::text::Tokens;

/// One zone of an article with its matches.
pub(super) struct Read<'a> {
    pub(super) zone: Zone,
    /// Whether it is a headline: each word may have a capital.
    pub(super) headline: bool,
    pub(super) text: &'a str,
    pub(super) tokens: Tokens,
    pub(super) found: Vec<Found<'a>>,
}

/// A match among the words around it.
pub(super) struct Context<'a> {
    pub(super) zone: &'a Read<'a>,
    /// Which of its matches.
    pub(super) index: usize,
}

/// Words before a capital that make it a place.
const IN: [&str; 12] = [
    "in", "at", "near", "outside", "inside", "around", "across", "via", "downtown", "central", "within",
    "above",
];
/// Words of travel: with `to`, `for` or `from` after them the capital is a place.
const TRAVEL: [&str; 38] = [
    "visit", "visits", "visited", "visiting", "trip", "trips", "travel", "travels", "travelled", "traveled",
    "travelling", "traveling", "flew", "fly", "flies", "flying", "flight", "return", "returns", "returned",
    "arrive", "arrives", "arrived", "arriving", "arrival", "head", "headed", "heading", "went", "go", "came",
    "tour", "left", "journey", "drove", "moved", "departed", "bound",
];
/// Words after a capital that make it a place.
const PLACES: [&str; 22] = [
    "area", "airport", "suburb", "suburbs", "province", "region", "metro", "city", "hospital", "university",
    "square", "embassy", "streets", "street", "station", "based", "native", "resident", "residents",
    "district", "time", "hub",
];

impl Context<'_> {
    fn found(&self) -> &Found<'_> {
        &self.zone.found[self.index]
    }

    /// The folded token `back` tokens before the match, where the same sentence runs on.
    fn before(&self, back: usize) -> &str {
        let at = self.found().tokens.start.checked_sub(back);
        at.and_then(|i| self.zone.tokens.get(i)).map_or("", |t| t.folded)
    }

    /// The folded token `ahead` tokens after the match; 1 is the next.
    fn after(&self, ahead: usize) -> &str {
        self.zone.tokens.get(self.found().tokens.end + ahead - 1).map_or("", |t| t.folded)
    }

    /// The next token as the text spells it, where nothing but one space or hyphen stands between.
    fn next_word(&self) -> Option<&str> {
        let next = self.zone.tokens.get(self.found().tokens.end)?;
        let gap = self.zone.text.get(self.found().span.end as usize..next.span.start as usize)?;
        matches!(gap, " " | "-").then(|| next.span.of(self.zone.text))
    }

    /// `the North`, not followed by another capitalised word (`the North Atlantic`).
    pub(super) fn stands_for_a_state(&self) -> bool {
        self.before(1) == "the" && !self.next_word().is_some_and(|w| w.starts_with(char::is_uppercase))
    }

    /// A capital is a place where things happen in it, and else stands for its government. The second value
    /// says whether the context decides it.
    pub(super) fn capital(&self) -> (Form, bool) {
        let travel = |back| TRAVEL.contains(&self.before(back));
        let to = matches!(self.before(1), "to" | "for" | "from" | "into" | "towards" | "toward");
        let possessed = self
            .zone
            .text
            .get(self.found().span.end as usize..)
            .is_some_and(|rest| rest.starts_with("’s ") || rest.starts_with("'s "));
        let place = IN.contains(&self.before(1))
            || travel(1)
            || (to && (travel(2) || travel(3) || travel(4)))
            || PLACES.contains(&self.after(1))
            || (possessed && (PLACES.contains(&self.after(2)) || PLACES.contains(&self.after(3))));
        let acts = possessed
            || matches!(self.after(1), "said" | "says" | "has" | "had" | "is" | "was" | "would" | "will");
        if place { (Form::Place, true) } else { (Form::Metonym, acts) }
    }

    /// Whether a given name beside the surname makes it a person of another name: before it (`Naomi Campbell`),
    /// or after it where the family name comes first (`Kim Yo Jong`). Headlines write every word with a
    /// capital, so there capitals say nothing.
    pub(super) fn is_someone_else(&self, people: &[ActorId], actors: &[&Actor]) -> bool {
        if self.zone.headline {
            return false;
        }
        let surface = self.found().span.of(self.zone.text);
        let leads = people.iter().any(|p| {
            let name = &actors[p.0 as usize].name;
            name.get(..surface.len()).is_some_and(|head| head.eq_ignore_ascii_case(surface))
        });
        (leads && self.next_word().is_some_and(is_like_a_name)) || self.has_given_name()
    }

    /// Whether a given name stands right before: a capitalised word in the middle of a sentence that is no
    /// office, no day and no part of another mention.
    fn has_given_name(&self) -> bool {
        let tokens = &self.zone.tokens;
        let at = self.found().tokens.start;
        let Some((before, first)) = at.checked_sub(1).and_then(|i| Some((tokens.get(i)?, i))) else {
            return false;
        };
        let gap = |from: u32, to: u32| self.zone.text.get(from as usize..to as usize).unwrap_or("");
        let sentence_begins = match first.checked_sub(1).and_then(|i| tokens.get(i)) {
            Some(earlier) => {
                gap(earlier.span.end, before.span.start).contains(['.', '!', '?', ':', '“', '"', '‘'])
            }
            None => true,
        };
        let named = self.index.checked_sub(1).is_some_and(|i| self.zone.found[i].tokens.end == at);
        gap(before.span.end, self.found().span.start) == " "
            && !sentence_begins
            && !named
            && is_like_a_name(before.span.of(self.zone.text))
            && !OFFICES.contains(&before.folded)
    }
}

/// Words with a capital that stand before a surname and are no given name.
const OFFICES: [&str; 58] = [
    "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "dame", "king", "queen", "prince", "princess", "pope",
    "president", "premier", "minister", "chancellor", "secretary", "state", "defense", "defence", "affairs",
    "treasury", "general", "gen", "admiral", "adm", "marshal", "colonel", "col", "lieutenant", "lt",
    "captain", "capt", "sergeant", "commander", "ambassador", "envoy", "senator", "sen", "representative",
    "rep", "congressman", "congresswoman", "governor", "gov", "mayor", "speaker", "chairman", "chairwoman",
    "chair", "chief", "director", "professor", "prof", "judge", "justice", "leader",
];

/// Capitalised and not all in capitals, and no day or month.
fn is_like_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase) && !is_calendar(word)
}

/// The days of the week.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn is_calendar(word: &str) -> bool {
    DAYS.contains(&word) || MONTHS.contains(&word)
}
