//! Names that mean somebody or something else here: `Michael Jordan`, `Paris, Texas`, `Qatar Airways`,
//! `the Cricket Council (ICC)`, `WE KNOW WHO DID IT`. General rules, with their words in the lists.

use super::context::{MatchContext, is_like_a_name};
use super::gazetteer::{Gazetteer, key_of};
use super::matcher::Target;
use super::read::Read;
use super::titles::{is_of_office, is_title_of_people};
use super::{ActorId, Form, Kind};
use crate::text::Words;
use crate::text::{Token, Tokens};
use std::collections::HashSet;

/// The words of the lists that tell when a name means something else.
pub(super) struct OtherMeanings {
    /// Usual given names: `Michael`, `Jordan`.
    given_names: HashSet<String>,
    /// Those that are given to women alone.
    of_women: HashSet<String>,
    /// Those that are given to both.
    of_both: HashSet<String>,
    /// Surnames that are common words, too.
    words: HashSet<String>,
    /// Words with which the name after them is part of another: `Lake`, `Gulf of`.
    before: HashSet<String>,
    /// Words with which the name before them is part of another: `Airways`, `River`.
    after: HashSet<String>,
    /// Regions with which the city before them is not the capital of a state: `Texas`.
    elsewhere: HashSet<String>,
    /// Names of states and capitals that are also towns of such regions: `Athens`.
    towns: HashSet<String>,
    /// For each actor, whether it is a state.
    states: Vec<bool>,
    /// For each actor, the given name and the surname of a person, folded; empty for others.
    people: Vec<(String, String)>,
    /// For some actors, folded words that speak of something else of that name; in the order of the actors.
    unless: Vec<(ActorId, String)>,
    /// For some actors, folded spellings that count only beside another one; in the order of the actors.
    doubtful: Vec<(ActorId, String)>,
}

/// Pairs of folded words that are somebody else's name in the body of an article, which headlines repeat.
pub(super) type Pairs = HashSet<String>;

/// Acronyms that are also words, or parts of names, when everything is in capitals.
static WORDS_IN_CAPITALS: Words = Words::new("us who un au");
/// Names of states that are also words, when everything is in capitals.
static NAMES_IN_CAPITALS: Words = Words::new("turkey china chad jordan guinea georgia polish");
/// Words before `US` among capitals with which it is a pronoun.
static BEFORE_A_PRONOUN: Words = Words::new("let lets tell tells told give join show help make");

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
            of_women: gazetteer.words("names_of_women"),
            of_both: gazetteer.words("names_of_both"),
            words: gazetteer.words("surnames_that_are_words"),
            before: gazetteer.words("part_before"),
            after: gazetteer.words("part_after"),
            elsewhere: gazetteer.words("elsewhere"),
            towns: gazetteer.words("towns"),
            states: gazetteer.actors().map(|actor| actor.kind == Kind::State).collect(),
            people: (0..gazetteer.actors().len() as u32).map(|id| parts(gazetteer, ActorId(id))).collect(),
            unless: of_actors("unless"),
            doubtful: of_actors("doubtful"),
        }
    }

    /// Whether the word is a usual given name.
    pub(super) fn is_given_name(&self, folded: &str) -> bool {
        self.given_names.contains(folded)
    }

    /// Whether the given name is one of women alone.
    pub(super) fn is_of_women(&self, folded: &str) -> bool {
        self.of_women.contains(folded)
    }

    /// Whether the given name is one of men and of women.
    pub(super) fn is_of_both(&self, folded: &str) -> bool {
        self.of_both.contains(folded)
    }

    /// Whether the surname is a common word, too.
    pub(super) fn is_a_word(&self, folded: &str) -> bool {
        self.words.contains(folded)
    }

    pub(super) fn is_state(&self, id: ActorId) -> bool {
        self.states.get(id.0 as usize).is_some_and(|is_state| *is_state)
    }

    /// The given name of a person, folded; empty where it is not known.
    pub(super) fn given(&self, id: ActorId) -> &str {
        self.people.get(id.0 as usize).map_or("", |(given, _)| given)
    }

    /// The surname of a person, folded; empty where there is none.
    pub(super) fn surname(&self, id: ActorId) -> &str {
        self.people.get(id.0 as usize).map_or("", |(_, surname)| surname)
    }

    /// Whether the words right beside a name in a headline, and the `pairs` of the body, make it part of another name.
    pub(super) fn is_another_in_a_headline(&self, context: &MatchContext<'_>, pairs: &Pairs) -> bool {
        context.is_in(pairs)
            || self.is_elsewhere(context)
            || context.is_ticker()
            || self.is_inside_a_name(context)
    }

    /// Whether the name of a state or its capital stands inside the name of something else, or of a region.
    pub(super) fn is_inside_a_name(&self, context: &MatchContext<'_>) -> bool {
        let Target::Alias(actor, _) = context.found().target else { return false };
        // The words that tell are English.
        context.zone.language == 0
            && self.is_state(*actor)
            && (context.is_inside_a_name() || self.is_region(context))
    }

    /// Whether a name that is a region's, too, stands for the region behind its town: `Seattle, Washington,`.
    fn is_region(&self, context: &MatchContext<'_>) -> bool {
        let (text, start) = (context.zone.text, context.tokens().start);
        if !self.is_named_as_a_region(context) {
            return false;
        }
        let Some(town) = start.checked_sub(1).and_then(|at| context.token(at)) else { return false };
        let rest = text.get(context.found().span.end as usize..).unwrap_or_default();
        let closed = rest.is_empty() || rest.starts_with([',', '.', ';', ')']);
        // The capital of another state may be the name of a town there: `Athens, Georgia,`; but `Moscow, Oslo, Washington,`.
        let before = context.neighbour(false).filter(|before| before.tokens().end == start);
        let fits = before.is_none_or(|before| match (before.found().target, context.found().target) {
            (Target::Alias(town, Form::Place), Target::Alias(state, Form::Name)) => town != state,
            (target, _) => *target == Target::Shield,
        });
        let capital = context.is_capitalised(&town);
        let gap = context.gap(town.span.end, context.found().span.start);
        capital && fits && closed && gap == ", " && !context.is_in_a_list()
    }

    /// Whether its name is a region's, too.
    pub(super) fn is_named_as_a_region(&self, context: &MatchContext<'_>) -> bool {
        let own = context.token(context.tokens().start).map_or("", |t| t.folded);
        context.tokens().len() == 1 && self.elsewhere.contains(own)
    }

    /// Whether `name`, folded, is a town's in one of those regions, too.
    pub(super) fn is_a_town(&self, name: &str) -> bool {
        self.towns.contains(name)
    }

    /// Whether `zones` speak of the regions of a state: of two others than that of the name `own`, or of a county, its
    /// sheriff or a state's patrol. Then `own` may be one of them.
    pub(super) fn speak_of_regions(&self, own: &str, zones: &[Read<'_>]) -> bool {
        /// The least number of other regions.
        const OTHERS: usize = 2;
        /// The longest abbreviation of a region, in bytes: it may be a word.
        const SHORT: usize = 4;
        let tokens = zones.iter().flat_map(|zone| zone.tokens.iter().map(|token| (zone.text, token)));
        let (mut others, mut last) = (0, "");
        for (text, token) in tokens {
            let before = std::mem::replace(&mut last, token.folded);
            if token.folded.len() <= SHORT {
                continue;
            }
            let capital = || token.span.of(text).starts_with(char::is_uppercase);
            let other = token.folded != own && capital() && self.elsewhere.contains(token.folded);
            others += usize::from(other);
            let patrol = token.folded == "patrol" && matches!(before, "state" | "highway");
            if others == OTHERS || patrol || OF_REGIONS.contains(token.folded) {
                return true;
            }
        }
        false
    }

    /// Whether it is part of a longer name: `Lake Chad`, `Gulf of Oman`, `Qatar Airways`.
    pub(super) fn is_part_of_a_name(&self, context: &MatchContext<'_>) -> bool {
        let capital = |token: &Token<'_>| context.is_capitalised(token);
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
        if context.zone.language > 0 || context.gap(context.found().span.end, next.span.start) != ", " {
            return false;
        }
        // `Ukraine, Georgia and Moldova` are states in a row.
        let named = context.neighbour(true).is_some_and(|n| {
            n.found().span.start == next.span.start && !matches!(n.found().target, Target::Shield)
        });
        let capital = context.is_capitalised(&next);
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
        let in_list = state.is_in_a_list();
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
        let is_state = matches!(context.found().target, Target::Alias(actor, _) if self.is_state(*actor));
        if context.word_before().is_some_and(given) || is_state && context.is_called_by_a_title() {
            return true;
        }
        if context.zone.capital_nouns {
            return false;
        }
        let name = context.token(context.tokens().start).is_some_and(given);
        let surname = context.word_after().filter(|next| {
            let joined = context.gap(context.found().span.end, next.span.start) == " ";
            joined && is_like_a_name(next.span.of(text)) && !is_of_office(next.folded)
        });
        let named = context.neighbour(true).is_some_and(|n| n.tokens().start == context.tokens().end);
        name && surname.is_some() && !named && !context.is_given_something()
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

/// The given name and the surname of a person, folded.
fn parts(gazetteer: &Gazetteer, id: ActorId) -> (String, String) {
    let text = |key| gazetteer.texts(id, key).first().map(|text| key_of(text)).unwrap_or_default();
    let (name, surname) = (text("name"), text("surname"));
    let given = name.replacen(&surname, "", 1);
    let given = given.trim().split(' ').next().unwrap_or_default().to_owned();
    if surname.is_empty() { Default::default() } else { (given, surname) }
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

    /// Whether a title of people stands before the name of a state or a city: `Mr. Holland`, `Judge Brazil`.
    fn is_called_by_a_title(&self) -> bool {
        let plain = matches!(self.found().target, Target::Alias(_, Form::Name | Form::Place));
        let start = self.tokens().start;
        let Some(title) = start.checked_sub(1).and_then(|at| self.token(at)) else { return false };
        let gap = self.gap(title.span.end, self.found().span.start);
        let capital = self.is_capitalised(&title);
        plain && capital && matches!(gap, " " | ". ") && is_title_of_people(title.folded)
    }

    /// Whether another name follows behind `and` or `or`: then names before it may be a list.
    fn is_in_a_list(&self) -> bool {
        let other = self.place_after(2).and_then(|at| self.token(at));
        let capital = other.is_some_and(|t| self.is_capitalised(&t));
        matches!(self.after(1), "and" | "or") && capital
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
            let capital = self.is_capitalised(&token);
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
    pub(super) fn is_ticker(&self) -> bool {
        let before = self.zone.text.get(..self.found().span.start as usize);
        matches!(self.found().target, Target::Alias(_, Form::Acronym))
            && before.is_some_and(|text| text.ends_with(['<', '$']))
    }

    /// Whether an acronym among capitals could as well be a word.
    pub(super) fn could_be_a_word(&self) -> bool {
        let folded = self.token(self.tokens().start).map_or("", |t| t.folded);
        WORDS_IN_CAPITALS.contains(folded)
            && !self.surface().contains('.')
            && (self.zone.capitals || self.is_among_capitals())
    }

    /// Whether a name among capitals could as well be a word.
    pub(super) fn is_a_word_in_capitals(&self) -> bool {
        let folded = self.token(self.tokens().start).map_or("", |t| t.folded);
        self.zone.capitals && self.tokens().len() == 1 && NAMES_IN_CAPITALS.contains(folded)
    }

    /// Whether the words around it in its sentence are in capitals, though others of the text are not.
    fn is_among_capitals(&self) -> bool {
        /// How many words on each side are looked at, and the least number that says something.
        const NEAR: usize = 3;
        let back = (1..=NEAR).map_while(|back| self.place_before(back));
        let ahead = (1..=NEAR).map_while(|ahead| self.place_after(ahead));
        let words: Vec<_> = back.chain(ahead).filter_map(|at| self.token(at)).collect();
        let capital = |token: &Token<'_>| !token.span.of(self.zone.text).contains(char::is_lowercase);
        words.len() >= NEAR && words.iter().all(capital)
    }

    /// Whether an acronym among capitals is a word for certain.
    pub(super) fn is_pronoun(&self) -> bool {
        BEFORE_A_PRONOUN.contains(self.before(1))
    }
}

/// Offices and parts of a region that states do not have.
static OF_REGIONS: Words = Words::new("county counties sheriff sheriffs troopers statehouse");
