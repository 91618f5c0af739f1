//! Names that mean somebody or something else here: `Michael Jordan`, `Paris, Texas`, `Qatar Airways`,
//! `the Cricket Council (ICC)`, `WE KNOW WHO DID IT`. General rules, with their words in the lists.

use super::context::{MatchContext, is_like_a_name};
use super::gazetteer::{Gazetteer, key_of};
use super::matcher::Target;
use super::read::Read;
use super::words::Words;
use super::{ActorId, Form};
use crate::text::{Token, Tokens};
use std::collections::HashSet;

/// The words of the lists that tell when a name means something else.
pub(super) struct OtherMeanings {
    /// Usual given names: `Michael`, `Jordan`.
    given_names: HashSet<String>,
    /// Words with which the name after them is part of another: `Lake`, `Gulf of`.
    before: HashSet<String>,
    /// Words with which the name before them is part of another: `Airways`, `River`.
    after: HashSet<String>,
    /// Regions with which the city before them is not the capital of a state: `Texas`.
    elsewhere: HashSet<String>,
    /// For some actors, folded words that speak of something else of that name; in the order of the actors.
    unless: Vec<(ActorId, String)>,
    /// For some actors, folded spellings that count only beside another one; in the order of the actors.
    doubtful: Vec<(ActorId, String)>,
}

/// Pairs of folded words that are somebody else's name in the body of an article, which headlines repeat.
pub(super) type Pairs = HashSet<String>;

/// Acronyms that are also words, or parts of names, when everything is in capitals.
const WORDS_IN_CAPITALS: Words = Words("us who un au");
/// Words before `US` among capitals with which it is a pronoun.
const BEFORE_A_PRONOUN: Words = Words("let lets tell tells told give join show help make");

impl OtherMeanings {
    pub(super) fn new(gazetteer: &Gazetteer) -> OtherMeanings {
        let of_actors = |key: &str| {
            let mut all = Vec::new();
            for id in (0..gazetteer.actors().len() as u32).map(ActorId) {
                all.extend(gazetteer.texts(id, key).iter().map(|text| (id, key_of(text))));
            }
            all
        };
        OtherMeanings {
            given_names: gazetteer.words("given_names"),
            before: gazetteer.words("part_before"),
            after: gazetteer.words("part_after"),
            elsewhere: gazetteer.words("elsewhere"),
            unless: of_actors("unless"),
            doubtful: of_actors("doubtful"),
        }
    }

    /// Whether the word is a usual given name.
    pub(super) fn is_given_name(&self, folded: &str) -> bool {
        self.given_names.contains(folded)
    }

    /// Whether the words right beside a name make it part of another name.
    pub(super) fn is_part_of_another(&self, context: &MatchContext<'_>, pairs: &Pairs) -> bool {
        let shown = match context.zone.headline || context.zone.capitals {
            true => context.is_in(pairs),
            false => self.is_part_of_a_name(context) || self.is_somebody(context),
        };
        shown || self.is_elsewhere(context) || context.is_ticker()
    }

    /// Whether it is part of a longer name: `Lake Chad`, `Gulf of Oman`, `Qatar Airways`.
    pub(super) fn is_part_of_a_name(&self, context: &MatchContext<'_>) -> bool {
        let capital = |token: &Token<'_>| token.span.of(context.zone.text).starts_with(char::is_uppercase);
        let before = context.word_before().filter(capital);
        let of = context.before(1) == "of"
            && context.place_before(2).and_then(|at| context.token(at)).is_some_and(|t| capital(&t))
            && self.before.contains(&format!("{} of", context.before(2)));
        let after = context.word_after().filter(capital).filter(|_| !context.is_possessive());
        of || before.is_some_and(|t| self.before.contains(t.folded))
            || after.is_some_and(|t| self.after.contains(t.folded))
    }

    /// Whether a region or a state that is not the actor's own follows: `Paris, Texas`, `Tripoli, Lebanon`.
    pub(super) fn is_elsewhere(&self, context: &MatchContext<'_>) -> bool {
        let Some(next) = context.place_after(1).and_then(|at| context.token(at)) else { return false };
        if context.gap(context.found().span.end, next.span.start) != ", " {
            return false;
        }
        // `Ukraine, Georgia and Moldova` are states in a row.
        let named = context.neighbour(true).is_some_and(|n| {
            n.found().span.start == next.span.start && !matches!(n.found().target, Target::Shield)
        });
        let capital = next.span.of(context.zone.text).starts_with(char::is_uppercase);
        let two = format!("{} {}", next.folded, context.after(2));
        if capital && !named && (self.elsewhere.contains(next.folded) || self.elsewhere.contains(&two)) {
            return !matches!(context.found().target, Target::Alias(_, Form::Acronym | Form::Demonym));
        }
        let (Target::Alias(actor, Form::Place), Some(state)) =
            (context.found().target, context.neighbour(true))
        else {
            return false;
        };
        let other = matches!(state.found().target, Target::Alias(id, Form::Name) if id != actor);
        let listed = state.is_joined_to_next(|gap| matches!(gap, ", " | " and " | ", and " | " or "));
        let in_list = matches!(state.after(1), "and" | "or");
        let rest = context.zone.text.get(state.found().span.end as usize..).unwrap_or("");
        let closed = rest.is_empty() || rest.starts_with([',', '.', ')', ';']);
        other && state.found().span.start == next.span.start && closed && !listed && !in_list
    }

    /// Whether the name of a state or city is part of somebody's name: `Michael Jordan`, `Jordan Example`.
    pub(super) fn is_somebody(&self, context: &MatchContext<'_>) -> bool {
        if context.tokens().len() > 1 || context.zone.capitals {
            return false;
        }
        let text = context.zone.text;
        let given =
            |token: Token<'_>| is_like_a_name(token.span.of(text)) && self.is_given_name(token.folded);
        if context.word_before().is_some_and(given) {
            return true;
        }
        let name = context.token(context.tokens().start).is_some_and(given);
        let surname = context.word_after().filter(|next| {
            let joined = context.gap(context.found().span.end, next.span.start) == " ";
            joined && is_like_a_name(next.span.of(text)) && !is_of_office(next.folded)
        });
        let named = context.neighbour(true).is_some_and(|n| n.tokens().start == context.tokens().end);
        name && surname.is_some() && !named
    }

    /// Whether this spelling of `actor` counts only where the article names it by another one.
    pub(super) fn is_doubtful(&self, actor: ActorId, context: &MatchContext<'_>) -> bool {
        let own = of(&self.doubtful, actor);
        !own.is_empty() && {
            let key = key_of(context.surface());
            own.iter().any(|(_, text)| *text == key)
        }
    }

    /// Whether the article speaks of something else of the name of `actor`.
    pub(super) fn has_rival(&self, actor: ActorId, zones: &[Read<'_>]) -> bool {
        let holds = |tokens: &Tokens, cue: &str| {
            let word = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.folded == word);
            (0..tokens.len()).any(|at| cue.split(' ').enumerate().all(|(i, w)| word(at + i, w)))
        };
        of(&self.unless, actor).iter().any(|(_, cue)| zones.iter().any(|zone| holds(&zone.tokens, cue)))
    }
}

/// The part of `texts`, which are in the order of their actors, that is about `actor`.
fn of(texts: &[(ActorId, String)], actor: ActorId) -> &[(ActorId, String)] {
    let from = texts.partition_point(|(id, _)| *id < actor);
    let own = texts[from..].iter().take_while(|(id, _)| *id == actor).count();
    &texts[from..from + own]
}

impl MatchContext<'_> {
    /// Its first word with the word before it, and its last with the word after it, as pairs that may be somebody's
    /// name; only with words that `fits` accepts.
    pub(super) fn pairs(&self, fits: fn(&str) -> bool) -> [Option<String>; 2] {
        let own = |at: usize| self.token(at).map(|t| t.folded);
        let (first, last) = (own(self.tokens().start), own(self.tokens().end - 1));
        let like = |token: &Token<'_>| fits(token.span.of(self.zone.text));
        let before = self.word_before().filter(like).map(|t| t.folded);
        let after = self.word_after().filter(like).map(|t| t.folded);
        let pair = |one: Option<&str>, other: Option<&str>| Some([one?, other?].join(" "));
        [pair(before, first), pair(last, after)]
    }

    pub(super) fn is_in(&self, pairs: &Pairs) -> bool {
        self.pairs(|_| true).iter().flatten().any(|pair| pairs.contains(pair))
    }

    /// Whether the article gives the acronym another meaning here: `Cricket Council of Islands (CCI)`.
    pub(super) fn is_defined_otherwise(&self) -> bool {
        let span = self.found().span;
        let text = self.zone.text;
        let inside = text.get(..span.start as usize).is_some_and(|t| t.ends_with('('))
            && text.get(span.end as usize..).is_some_and(|t| t.starts_with(')'));
        let own = |context: MatchContext<'_>| match (context.found().target, self.found().target) {
            (Target::Alias(a, _), Target::Alias(b, _)) => {
                a == b && self.gap(context.found().span.end, span.start).trim() == "("
            }
            _ => false,
        };
        if !inside || self.neighbour(false).is_some_and(own) {
            return false;
        }
        let mut letters: Vec<char> = key_of(self.surface()).chars().filter(|c| *c != ' ').collect();
        let mut back = 1;
        while let Some(last) = letters.last() {
            let Some(token) = self.place_before(back).and_then(|at| self.token(at)) else { return false };
            let capital = token.span.of(text).starts_with(char::is_uppercase);
            if capital && token.folded.starts_with(*last) {
                letters.pop();
            } else if capital || token.folded.chars().count() > 3 {
                return false;
            }
            back += 1;
        }
        true
    }

    /// Whether it is the ticker symbol of a share: `Union Example <UK>`.
    fn is_ticker(&self) -> bool {
        let before = self.zone.text.get(..self.found().span.start as usize);
        matches!(self.found().target, Target::Alias(_, Form::Acronym))
            && before.is_some_and(|text| text.ends_with(['<', '$']))
    }

    /// Whether an acronym among capitals could as well be a word.
    pub(super) fn could_be_a_word(&self) -> bool {
        let folded = self.token(self.tokens().start).map_or("", |t| t.folded);
        self.zone.capitals && WORDS_IN_CAPITALS.contains(folded) && !self.surface().contains('.')
    }

    /// Whether an acronym among capitals is a word for certain.
    pub(super) fn is_pronoun(&self) -> bool {
        BEFORE_A_PRONOUN.contains(self.before(1))
    }
}

/// Titles and ranks, which are capitalised before a surname.
const TITLES: Words = Words(
    "mr mrs ms miss dr sir lord lady dame king queen prince princess pope president premier minister \
    chancellor secretary state defense defence affairs treasury general gen admiral adm marshal \
    colonel col lieutenant lt major brigadier captain capt sergeant commander ambassador envoy \
    senator sen representative rep congressman congresswoman governor gov mayor speaker chairman \
    chairwoman chairperson chair chief director professor prof judge justice leader sheikh emir \
    sultan ayatollah imam archbishop bishop cardinal father comrade republican democrat republicans \
    democrats spokesman spokeswoman coach candidate analyst ex former",
);
/// First words of organs, which are capitalised after the name of a state.
const ORGANS: Words = Words(
    "vice prime ministry foreign interior army navy police forces force national central bank \
    parliament supreme court government guard airport university embassy council party union \
    federation league olympic football association institute and war armed security attorney deputy \
    finance trade civil revolutionary red crescent communist workers liberation republic \
    intelligence administration white cabinet doctrine presidency campaign team",
);

/// Whether the word may stand before a surname without being a given name.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(folded)
}

/// Whether the word after a name begins an office or an organ rather than a surname.
pub(super) fn is_of_office(folded: &str) -> bool {
    is_title(folded) || ORGANS.contains(folded)
}
