//! What an article says about its names as a whole: whom it names otherwise than by a short form, and what means somebody
//! or something else in it.

use super::context::{MatchContext, contexts, is_like_a_name};
use super::known::{Known, linked};
use super::matcher::Target;
use super::person::{Bearer, People, key};
use super::read::Read;
use super::titles::is_title;
use super::{ActorId, Form};
use std::collections::HashSet;

/// What an article says about its names as a whole.
#[derive(Default)]
pub(super) struct ArticleNames {
    /// The actors that a spelling other than a short form or a surname names, in order.
    pub(super) in_order: Vec<ActorId>,
    /// The same actors, each once.
    pub(super) named: Ids,
    /// The same actors, but for an organ the body that it belongs to.
    pub(super) wholes: Ids,
    /// Those that a zone names which is not all in capitals.
    pub(super) plainly: Ids,
    /// Those that a spelling names which could mean nothing else.
    pub(super) clearly: Ids,
    /// Those of whose name the article speaks in another sense, too.
    pub(super) rivals: Ids,
    /// Names that are a region's in it, folded: `Georgia` beside Fulton County.
    pub(super) regions: HashSet<String>,
    /// What is remembered of the people it names.
    pub(super) people: People,
    /// The spellings of states and cities, folded, that are somebody's name in it: `Chad` after `Chad Smith`.
    pub(super) somebody: HashSet<String>,
}

/// A set of actors. An article names few, so they are searched linearly.
#[derive(Default)]
pub(super) struct Ids(Vec<ActorId>);

impl Ids {
    fn insert(&mut self, id: ActorId) {
        if !self.0.contains(&id) {
            self.0.push(id);
        }
    }

    pub(super) fn contains(&self, id: &ActorId) -> bool {
        self.0.contains(id)
    }
}

impl Known<'_> {
    /// Reads what the article says about its names as a whole; matches that mean something else become shields.
    pub(super) fn article_names(&self, zones: &mut [Read<'_>]) -> ArticleNames {
        let mut names = ArticleNames::default();
        names.people.lower = lower_case(zones);
        // Names of other people in the body tell those in headlines.
        let of_body = zones.iter().filter(|zone| zone.capitals_tell()).flat_map(contexts);
        let parts: Vec<bool> = of_body.map(|context| self.remember(&context, &mut names)).collect();
        let pairs = &names.people.pairs;
        let mut in_body = parts.into_iter();
        let mut otherwise: HashSet<String> = HashSet::new();
        for zone in zones.iter_mut() {
            let body = zone.capitals_tell();
            let part: Vec<bool> = contexts(zone)
                .map(|context| {
                    let alias = matches!(context.found().target, Target::Alias(..));
                    if alias && context.is_defined_otherwise() {
                        otherwise.insert(context.surface().replace('.', ""));
                    }
                    match body {
                        true => in_body.next().unwrap_or_default(),
                        false => alias && self.other_meanings.is_another_in_a_headline(&context, pairs),
                    }
                })
                .collect();
            for (found, part) in zone.found.iter_mut().zip(part) {
                if part {
                    found.target = &Target::Shield;
                }
            }
        }
        for zone in zones.iter_mut() {
            for found in &mut zone.found {
                let acronym = matches!(found.target, Target::Alias(_, Form::Acronym));
                if acronym && otherwise.contains(&found.span.of(zone.text).replace('.', "")) {
                    found.target = &Target::Shield;
                }
            }
        }
        for zone in zones.iter() {
            for context in contexts(zone) {
                let Target::Alias(actor, form) = context.found().target else { continue };
                if *form == Form::Short || self.other_meanings.is_doubtful(*actor, &context) {
                    continue;
                }
                names.in_order.push(*actor);
                names.wholes.insert(linked(&self.part_of, *actor).unwrap_or(*actor));
                if !zone.capitals && !context.could_be_a_word() {
                    names.plainly.insert(*actor);
                }
                let clear = match form {
                    Form::Place | Form::Metonym => {
                        let name = key(&context);
                        !names.somebody.contains(&name)
                            && !self.other_meanings.is_named_as_a_region(&context)
                            && !self.other_meanings.is_a_town(&name)
                    }
                    // `in Chad`, though Chad Smith is in the text, too.
                    Form::Name => {
                        let inside = matches!(context.before(1), "in" | "into" | "inside");
                        context.tokens().len() > 1 || inside && names.somebody.contains(&key(&context))
                    }
                    // `Georgians` are at home in two states, and what is Georgian is not.
                    form => *form == Form::Demonym && !context.surface().ends_with('s'),
                };
                if clear {
                    names.clearly.insert(*actor);
                }
            }
        }
        names.in_order.iter().for_each(|id| names.named.insert(*id));
        let rivals = names.named.0.iter().filter(|id| self.other_meanings.has_rival(**id, zones));
        names.rivals.0.extend(rivals);
        names.regions = self.regions(zones);
        names
    }

    /// The names in `zones`, folded, that may be a region's.
    fn regions(&self, zones: &[Read<'_>]) -> HashSet<String> {
        let mut asked: HashSet<String> = HashSet::new();
        let mut regions = HashSet::new();
        for context in zones.iter().flat_map(contexts) {
            let Target::Alias(actor, Form::Name | Form::Place) = context.found().target else { continue };
            let region = self.other_meanings.is_named_as_a_region(&context);
            let name = key(&context);
            if !region && !self.other_meanings.is_a_town(&name) {
                continue;
            }
            let speak = asked.insert(name.clone()) && self.other_meanings.speak_of_regions(&name, zones);
            if speak && (region || !self.other_states(*actor, zones)) {
                regions.insert(name);
            }
        }
        regions
    }

    /// Whether `zones` name states beyond the one whose regions they speak of, or `own` by another name: then towns of
    /// its name are its capital.
    fn other_states(&self, own: ActorId, zones: &[Read<'_>]) -> bool {
        let mut others = Ids::default();
        for context in zones.iter().flat_map(contexts) {
            let Target::Alias(actor, form) = context.found().target else { continue };
            let also_a_town = self.other_meanings.is_named_as_a_region(&context)
                || self.other_meanings.is_a_town(&key(&context));
            if *form != Form::Short && self.other_meanings.is_state(*actor) && !also_a_town {
                if *actor == own {
                    return true;
                }
                others.insert(*actor);
            }
        }
        others.0.len() > 1
    }

    /// The words of a full name that are also the name of a state or a city, as a given name or right behind one: `Chad`
    /// in `Chad Smith`, but not in `King of Chad`.
    fn states_in<'c>(&'c self, context: &'c MatchContext<'_>) -> impl Iterator<Item = String> + 'c {
        let word = |at: usize| context.token(at).map_or("", |t| t.folded);
        let given = move |at: usize| self.other_meanings.is_given_name(word(at));
        let tokens = context.tokens();
        let parts = tokens.clone().filter(move |at| given(*at) || *at > tokens.start && given(at - 1));
        let of_others = move |word: &&str| match self.matcher.named(&[word]) {
            Some(Target::Alias(actor, _)) => !self.is_person(*actor),
            _ => false,
        };
        parts.map(word).filter(of_others).map(str::to_owned)
    }

    /// Remembers whom a match in running text names; returns whether it is part of another name.
    fn remember(&self, context: &MatchContext<'_>, names: &mut ArticleNames) -> bool {
        let other_meanings = &self.other_meanings;
        let start = context.tokens().start;
        let pairs = || context.pairs(is_like_a_name);
        let people = &mut names.people;
        match context.found().target {
            Target::Alias(actor, form) => {
                let somebody = other_meanings.is_somebody(context);
                let inside =
                    other_meanings.is_part_of_a_name(context) || other_meanings.is_inside_a_name(context);
                if *form == Form::Name && self.is_person(*actor) {
                    // A title may be part of the name in the lists.
                    let word = |at: usize| context.token(at).map_or("", |t| t.folded);
                    let first = context.tokens().find(|at| !is_title(word(*at))).unwrap_or(start);
                    let titled = context.title_before(first).map(|(title, _)| title);
                    for name in [other_meanings.surname(*actor), word(first)] {
                        let bearer = |title| (title, name.to_owned(), Bearer::Listed(*actor));
                        people.titled.extend(titled.clone().map(bearer));
                    }
                    names.somebody.extend(self.states_in(context));
                } else if somebody && !context.is_before_a_head() {
                    names.somebody.insert(key(context));
                    people.pairs.extend(pairs().into_iter().flatten());
                } else if inside {
                    people.pairs.extend(pairs().into_iter().flatten());
                }
                return somebody || inside || other_meanings.is_elsewhere(context) || context.is_ticker();
            }
            Target::Surname(_) | Target::Given(_) if context.is_thing() => {}
            Target::Given(_) if context.goes_on() => {
                let title = context.title_before(start).map(|(title, _)| title);
                people.titled.extend(title.map(|title| (title, key(context), Bearer::Unlisted)));
                people.unlisted.push(key(context));
                let [_, after] = context.pairs(|_| true);
                people.pairs.extend(after);
                return true;
            }
            Target::Surname(_) if context.has_given_name(other_meanings, people) => {
                let Some((at, given)) = context.given_name() else { return false };
                let title = context.title_before(at).map(|(title, _)| title);
                people.titled.extend(title.map(|title| (title, key(context), Bearer::Unlisted)));
                // A word that opens a sentence may be none; where it does so twice, it is a name.
                let [before, _] = pairs();
                let again = before.as_ref().is_some_and(|pair| people.pairs.contains(pair));
                if again || !context.opens(at) || other_meanings.is_given_name(given.folded) {
                    people.unlisted.push(key(context));
                }
                people.pairs.extend(before);
            }
            Target::Surname(_) if context.leads_a_name() => {
                people.unlisted.push(key(context));
                let [_, after] = pairs();
                people.pairs.extend(after);
            }
            _ => {}
        }
        false
    }
}

/// The words that open a sentence before a surname, and that stand in lower case elsewhere in the article.
fn lower_case(zones: &[Read<'_>]) -> HashSet<String> {
    let surnames = zones.iter().flat_map(contexts).filter(|c| matches!(c.found().target, Target::Surname(_)));
    let opening =
        surnames.filter_map(|c| c.given_name().filter(|(at, _)| c.opens(*at)).map(|(_, t)| t.folded));
    let opening: HashSet<&str> = opening.collect();
    if opening.is_empty() {
        return HashSet::new();
    }
    let tokens = zones.iter().flat_map(|zone| zone.tokens.iter().map(|token| (zone.text, token)));
    let lower = tokens
        .filter(|(text, t)| opening.contains(t.folded) && t.span.of(text).starts_with(char::is_lowercase));
    lower.map(|(_, t)| t.folded.to_owned()).collect()
}
