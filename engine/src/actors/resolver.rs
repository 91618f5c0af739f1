//! The resolver: from matches to mentions. It decides, article by article, whom a surname means, whether `the North` is
//! a state, whether a capital acts or is a place, and what means something else here.

use super::context::{MatchContext, is_like_a_name};
use super::gazetteer::Gazetteer;
use super::matcher::{Matcher, Target};
use super::mention::zones;
use super::other_meanings::{OtherMeanings, Pairs};
use super::person::resolve_surname;
use super::read::Read;
use super::{Actor, ActorId, Form, Kind, Mention, Mentions, Reason};
use crate::corpus::{Article, ArticleId, Corpus};
use std::collections::HashSet;

/// Everything that is known before an article is read.
struct Known<'g> {
    matcher: Matcher,
    actors: Vec<&'g Actor>,
    other_meanings: OtherMeanings,
    /// Organs, each with the body that it belongs to: naming the body lets the organ's short form count.
    part_of: Vec<(ActorId, ActorId)>,
    /// Actors whose capital acts for another actor, each with that one.
    acts_for: Vec<(ActorId, ActorId)>,
    /// For each actor, the one that it counts as.
    counted: Vec<ActorId>,
}

/// What an article says about its names as a whole.
#[derive(Default)]
struct ArticleNames {
    /// The actors that a spelling other than a short form or a surname names, in order.
    in_order: Vec<ActorId>,
    /// The same actors, each once.
    named: Ids,
    /// The same actors, but for an organ the body that it belongs to.
    wholes: Ids,
    /// Those that a zone names which is not all in capitals.
    plainly: Ids,
    /// Those that a spelling names which could mean nothing else.
    clearly: Ids,
    /// Those of whose name the article speaks in another sense, too.
    rivals: Ids,
    /// Names that the text shows to be somebody else's.
    pairs: Pairs,
}

/// A set of actors. An article names few, so they are searched linearly.
#[derive(Default)]
struct Ids(Vec<ActorId>);

impl Ids {
    fn insert(&mut self, id: ActorId) {
        if !self.0.contains(&id) {
            self.0.push(id);
        }
    }

    fn contains(&self, id: &ActorId) -> bool {
        self.0.contains(id)
    }
}

/// The actor that `links` gives for `id`.
fn linked(links: &[(ActorId, ActorId)], id: ActorId) -> Option<ActorId> {
    links.iter().find(|(from, _)| *from == id).map(|(_, to)| *to)
}

/// The actor, the form, whether the context decides them, and the reason; `None` where a match is no mention.
type Outcome = Option<(Option<ActorId>, Form, bool, Reason)>;

/// Finds and resolves every mention of `gazetteer`'s actors in `corpus`. Merged actors are found as if they were not
/// merged, and then count for the actor that stays, so that its mentions are the sum and no other's change.
pub fn annotate(corpus: &Corpus, gazetteer: &Gazetteer) -> Mentions {
    let count = gazetteer.actors().len();
    let links = |key: &str| -> Vec<(ActorId, ActorId)> {
        let ids = (0..count as u32).map(ActorId);
        ids.filter_map(|id| Some((id, gazetteer.linked(id, key)?))).collect()
    };
    let known = Known {
        matcher: Matcher::new(gazetteer),
        actors: gazetteer.actors().collect(),
        other_meanings: OtherMeanings::new(gazetteer),
        part_of: links("part_of"),
        acts_for: links("acts_for"),
        counted: (0..count as u32).map(|id| gazetteer.counts_as(ActorId(id))).collect(),
    };
    let mut list: Vec<Mention> = Vec::new();
    for (id, article) in corpus.ids() {
        known.resolve(id, article, &mut list);
    }
    for actor in list.iter_mut().filter_map(|mention| mention.actor.as_mut()) {
        *actor = known.counted[actor.0 as usize];
    }
    // Only those that are mentioned are kept, in their order.
    let mut places: Vec<Option<u32>> = vec![None; count];
    for actor in list.iter().filter_map(|mention| mention.actor) {
        places[actor.0 as usize] = Some(0);
    }
    let mut actors = Vec::new();
    for (place, actor) in places.iter_mut().zip(&known.actors) {
        if let Some(place) = place {
            *place = actors.len() as u32;
            actors.push((*actor).clone());
        }
    }
    for mention in &mut list {
        mention.actor = mention.actor.and_then(|id| places[id.0 as usize]).map(ActorId);
    }
    Mentions { actors, list }
}

impl Known<'_> {
    fn resolve(&self, id: ArticleId, article: &Article, mentions: &mut Vec<Mention>) {
        let mut zones: Vec<Read<'_>> =
            zones(article).map(|(zone, text)| Read::new(&self.matcher, article, zone, text)).collect();
        let names = self.article_names(&mut zones);
        // People named or meant so far, in order; the last one of a surname is the nearest before.
        let mut before: Vec<ActorId> = Vec::new();
        for zone in &zones {
            for (index, found) in zone.found.iter().enumerate() {
                let context = MatchContext { zone, index };
                let Some((actor, form, sure, reason)) = self.outcome(&context, &names, &before) else {
                    continue;
                };
                if let Some(actor) = actor.filter(|a| self.actors[a.0 as usize].kind == Kind::Person) {
                    before.push(actor);
                }
                let (zone, at) = (zone.zone, found.span);
                mentions.push(Mention { article: id, zone, at, actor, form, sure, reason });
            }
        }
    }

    /// Reads what the article says about its names as a whole; matches that mean something else become shields.
    fn article_names(&self, zones: &mut [Read<'_>]) -> ArticleNames {
        let mut names = ArticleNames::default();
        // Names of other people in the body tell those in headlines.
        for zone in zones.iter().filter(|zone| !zone.headline && !zone.capitals) {
            for context in contexts(zone) {
                let [before, after] = context.pairs(is_like_a_name);
                match context.found().target {
                    Target::Alias(..)
                        if self.other_meanings.is_somebody(&context)
                            || self.other_meanings.is_part_of_a_name(&context) =>
                    {
                        names.pairs.extend(before);
                        names.pairs.extend(after);
                    }
                    Target::Surname(_) if context.has_given_name(&self.other_meanings) => {
                        names.pairs.extend(before)
                    }
                    Target::Surname(_) if context.leads_a_name() => names.pairs.extend(after),
                    _ => {}
                }
            }
        }
        let mut otherwise: HashSet<String> = HashSet::new();
        for zone in zones.iter_mut() {
            let part: Vec<bool> = contexts(zone)
                .map(|context| {
                    let alias = matches!(context.found().target, Target::Alias(..));
                    if alias && context.is_defined_otherwise() {
                        otherwise.insert(context.surface().replace('.', ""));
                    }
                    alias && self.other_meanings.is_part_of_another(&context, &names.pairs)
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
                if !zone.capitals {
                    names.plainly.insert(*actor);
                }
                if matches!(form, Form::Place | Form::Metonym)
                    || *form == Form::Name && context.tokens().len() > 1
                {
                    names.clearly.insert(*actor);
                }
            }
        }
        names.in_order.iter().for_each(|id| names.named.insert(*id));
        let rivals = names.named.0.iter().filter(|id| self.other_meanings.has_rival(**id, zones));
        names.rivals.0.extend(rivals);
        names
    }

    fn outcome(&self, context: &MatchContext<'_>, names: &ArticleNames, before: &[ActorId]) -> Outcome {
        match context.found().target {
            Target::Shield => None,
            Target::Alias(actor, form) => self.alias(context, names, *actor, *form),
            Target::Surname(people) => {
                if context.is_someone_else(&self.other_meanings, &names.pairs) {
                    return None;
                }
                let (who, sure, reason) = resolve_surname(people, &names.in_order, before, &self.counted);
                Some((who, Form::Surname, sure, reason))
            }
        }
    }

    fn alias(&self, context: &MatchContext<'_>, names: &ArticleNames, actor: ActorId, form: Form) -> Outcome {
        let count = |sure, reason| Some((Some(actor), form, sure, reason));
        let could_be_other = names.rivals.contains(&actor)
            && !matches!(form, Form::Place | Form::Metonym | Form::Short)
            && context.tokens().len() == 1;
        if could_be_other {
            return if names.clearly.contains(&actor) { count(false, Reason::AlsoOther) } else { None };
        }
        if self.other_meanings.is_doubtful(actor, context) && !names.named.contains(&actor) {
            return None;
        }
        match form {
            Form::Short => {
                let whole = linked(&self.part_of, actor);
                if !names.wholes.contains(&whole.unwrap_or(actor)) {
                    return None;
                }
                // A short form of several words (`the Security Council`) counts as a name; one word (`the North`) as a
                // short form.
                let form = if context.tokens().len() > 1 { Form::Name } else { Form::Short };
                context.short(whole.as_ref()).map(|reason| (Some(actor), form, true, reason))
            }
            Form::Place => {
                let (form, sure, reason) = context.capital();
                let acts = linked(&self.acts_for, actor).filter(|_| form == Form::Metonym);
                Some((Some(acts.unwrap_or(actor)), form, sure, reason))
            }
            Form::Acronym if context.could_be_a_word() => {
                if context.is_pronoun() {
                    None
                } else if names.plainly.contains(&actor) {
                    count(false, Reason::Capitals)
                } else if context.before(1) == "the" {
                    count(true, Reason::Listed)
                } else {
                    None
                }
            }
            _ => count(true, context.shared_with().unwrap_or(Reason::Listed)),
        }
    }
}

fn contexts<'a>(zone: &'a Read<'a>) -> impl Iterator<Item = MatchContext<'a>> {
    (0..zone.found.len()).map(move |index| MatchContext { zone, index })
}

#[cfg(test)]
mod tests {
    use super::annotate;
    use crate::actors::Gazetteer;
    use crate::parse::{SourceFile, config::Config, parse};

    /// The mentions of `text` as `surface actor form`.
    fn mentions(text: &str) -> Vec<String> {
        let mut gazetteer = Gazetteer::built_in();
        for name in ["Ada Campbell", "Kim Jong Un", "Park Jin", "Vladimir Putin"] {
            let (id, surname) = match name {
                "Kim Jong Un" => ("kim", "Kim"),
                "Park Jin" => ("park", "Park"),
                _ => (name, name.rsplit(' ').next().unwrap_or(name)),
            };
            let id = id.to_lowercase().replace(' ', "-");
            let entry = format!(
                "[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"person\"\nsurname = \"{surname}\""
            );
            assert_eq!(gazetteer.add(&entry), []);
        }
        let file = SourceFile { name: "a.txt".into(), bytes: text.into() };
        let corpus = parse(vec![file], &Config::default()).corpus;
        let mentions = annotate(&corpus, &gazetteer);
        let line = |m: &crate::actors::Mention| {
            let actor = m.actor.and_then(|a| mentions.actor(a)).map_or("nobody", |a| &a.id);
            format!("{} {actor} {}", m.surface(&corpus), m.form.name())
        };
        mentions.list.iter().map(line).collect()
    }

    #[test]
    fn decides_what_a_name_stands_for() {
        for (text, expected) in [
            (
                "The United States told us that US troops and the U.S. envoy left.",
                vec![
                    "United States united-states name",
                    "US united-states acronym",
                    "U.S. united-states acronym",
                ],
            ),
            ("It cost US$5 million, USA Today wrote on a turkey farm.", vec![]),
            (
                "N. Korea said so. The North denied it, in the North Sea.",
                vec!["N. Korea north-korea name", "North north-korea short"],
            ),
            ("The North denied it, he said on the way to the coast.", vec![]),
            (
                "He met Ada Campbell and Naomi Campbell there; then Campbell and President Campbell left.",
                vec![
                    "Ada Campbell ada-campbell name",
                    "Campbell ada-campbell surname",
                    "Campbell ada-campbell surname",
                ],
            ),
            (
                "There Kim Jong Un spoke. Later Kim Yo Jong spoke, and Kim left on Monday.",
                vec!["Kim Jong Un kim name", "Kim kim surname"],
            ),
            ("People sat in Central Park; then Park Jin came.", vec!["Park Jin park name"]),
            ("Here Kim was quoted, but nobody said which one it was.", vec!["Kim nobody surname"]),
            (
                "They landed in Moscow, said Paris, near the Berlin airport, and the Kremlin agreed.",
                vec![
                    "Moscow russia place",
                    "Paris france metonym",
                    "Berlin germany place",
                    "Kremlin russia metonym",
                ],
            ),
            ("He sailed the Sea of Japan on the USS Theodore Roosevelt.", vec![]),
        ] {
            assert_eq!(mentions(text), expected, "{text}");
        }
    }
}
