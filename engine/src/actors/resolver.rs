//! The resolver: from matches to mentions. It decides, article by article, whom a surname means, whether `the North` is
//! a state, whether a capital acts or is a place, and what means something else here.

use super::article_names::ArticleNames;
use super::context::{MatchContext, contexts};
use super::exceptions::Exception;
use super::gazetteer::Gazetteer;
use super::known::{Known, linked};
use super::matcher::{Match, Target};
use super::mention::zones;
use super::person::{Named, key};
use super::read::Read;
use super::{ActorId, Dismissal, Dismissed, Form, Mention, Mentions, Reason, Zone};
use crate::corpus::{Article, ArticleId, Corpus};
use crate::many;

/// The actor, the form, whether the context decides them, and the reason; or why a match is no mention.
type Outcome = Result<(Option<ActorId>, Form, bool, Reason), Dismissal>;

/// Finds and resolves every mention of `gazetteer`'s actors in `corpus`. Merged actors are found as if they were not
/// merged, and then count for the actor that stays, so that its mentions are the sum and no other's change.
pub fn annotate(corpus: &Corpus, gazetteer: &Gazetteer) -> Mentions {
    let mut annotating = Annotating::new(gazetteer);
    let found = many::map(corpus.ids().collect(), |(id, article)| annotating.find(id, article));
    annotating.list = found.into_iter().flatten().collect();
    annotating.finish()
}

/// Mentions that are being found, article by article: for those who show how far it is, or stop it.
pub struct Annotating<'a> {
    gazetteer: &'a Gazetteer,
    known: Known<'a>,
    list: Vec<Mention>,
}

impl<'a> Annotating<'a> {
    /// Begins to look for `gazetteer`'s actors.
    pub fn new(gazetteer: &'a Gazetteer) -> Annotating<'a> {
        Annotating { gazetteer, known: Known::new(gazetteer), list: Vec::new() }
    }

    /// Finds the mentions in the next article.
    pub fn article(&mut self, id: ArticleId, article: &Article) {
        let found = self.find(id, article);
        self.list.extend(found);
    }

    /// The mentions in an article. It is what takes the time, and knows nothing of the other articles.
    fn find(&self, id: ArticleId, article: &Article) -> Vec<Mention> {
        let mut found = Vec::new();
        self.known.resolve(article, |read, matched, outcome| {
            if let Ok((actor, form, sure, reason)) = outcome {
                let (zone, at) = (read.zone, matched.span);
                found.push(Mention { article: id, zone, at, actor, form, sure, reason });
            }
        });
        found
    }

    /// The mentions of all articles.
    pub fn finish(self) -> Mentions {
        let Annotating { gazetteer, known, mut list } = self;
        for actor in list.iter_mut().filter_map(|mention| mention.actor.as_mut()) {
            *actor = known.counted[actor.0 as usize];
        }
        // Only those that are mentioned are kept, in their order.
        let mut places: Vec<Option<u32>> = vec![None; gazetteer.actors().len()];
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
}

/// The matches in `article` that look like actors of `gazetteer` and do not count, in reading order.
pub fn dismissed(article: &Article, gazetteer: &Gazetteer) -> Vec<Dismissed> {
    let known = Known::new(gazetteer);
    let mut all = Vec::new();
    known.resolve(article, |read, matched, outcome| {
        let Err(why) = outcome else { return };
        // A name of something else that holds no actor's (`Europe`) looks like none.
        let words: Vec<&str> =
            matched.tokens.clone().filter_map(|at| Some(read.tokens.get(at)?.folded)).collect();
        let is_actor = |from: usize| {
            let runs = (from + 1..=words.len()).map(|to| known.matcher.named(&words[from..to]));
            runs.flatten().any(|target| !matches!(target, Target::Shield))
        };
        if why != Dismissal::OtherName || (0..words.len()).any(is_actor) {
            all.push(Dismissed { zone: read.zone, at: matched.span, why });
        }
    });
    all
}

impl Known<'_> {
    /// Calls `found` with each match in `article`, in reading order, and what becomes of it.
    fn resolve(&self, article: &Article, mut found: impl FnMut(&Read<'_>, &Match<'_>, Outcome)) {
        let mut zones: Vec<Read<'_>> =
            zones(article).map(|(zone, text)| Read::new(&self.matcher, article, zone, text)).collect();
        let excepted = self.excepted(article, &zones);
        let names = self.article_names(&mut zones);
        // People named or meant so far, in order; the last one of a surname is the nearest before.
        let mut before: Vec<ActorId> = Vec::new();
        for zone in &zones {
            for (index, matched) in zone.found.iter().enumerate() {
                let context = MatchContext { zone, index };
                let outcome = match excepted.contains(&(zone.zone, matched.tokens.start)) {
                    true => Err(Dismissal::Excepted),
                    false => self.outcome(&context, &names, &before),
                };
                if let Ok((Some(actor), ..)) = outcome
                    && self.is_person(actor)
                {
                    before.push(actor);
                }
                found(zone, matched, outcome);
            }
        }
    }

    /// The places in `article` that the lists except: the zone, and the index of the name's first token.
    fn excepted(&self, article: &Article, zones: &[Read<'_>]) -> Vec<(Zone, usize)> {
        let here = self.exceptions.iter().filter(|exception| exception.is_in(&article.name));
        let place = |exception: &Exception| {
            zones.iter().find_map(|read| Some((read.zone, exception.place(&read.tokens)?)))
        };
        here.filter_map(place).collect()
    }

    fn outcome(&self, context: &MatchContext<'_>, names: &ArticleNames, before: &[ActorId]) -> Outcome {
        match context.found().target {
            Target::Shield => Err(Dismissal::OtherName),
            Target::Alias(actor, form) => self.alias(context, names, *actor, *form),
            Target::Surname(bearers) | Target::Given(bearers) => {
                if context.is_someone_else(&self.other_meanings, &names.people) {
                    return Err(Dismissal::SomebodyElse);
                }
                let title = context.zone.zone == Zone::Title;
                let known = Named { named: &names.in_order, before, title, counted: &self.counted };
                let (who, sure, reason) =
                    context.surname(bearers, &self.other_meanings, &names.people, &known);
                // A given name is anybody's; the text gives a title to the one whom it means.
                let given = matches!(context.found().target, Target::Given(_));
                let sure = sure && (!given || matches!(reason, Reason::Titled(_)));
                match who.is_some() || !given {
                    true => Ok((who, Form::Surname, sure, reason)),
                    false => Err(Dismissal::NotNamed),
                }
            }
        }
    }

    /// Whether the zone of a match names two states.
    fn has_two_states(&self, context: &MatchContext<'_>) -> bool {
        let mut states = contexts(context.zone).filter_map(|context| match context.found().target {
            Target::Alias(actor, _) => Some(*actor).filter(|id| self.other_meanings.is_state(*id)),
            _ => None,
        });
        states.next().is_some_and(|first| states.any(|other| other != first))
    }

    fn alias(&self, context: &MatchContext<'_>, names: &ArticleNames, actor: ActorId, form: Form) -> Outcome {
        let count = |sure, reason| Ok((Some(actor), form, sure, reason));
        let somebody = context.tokens().len() == 1
            && matches!(form, Form::Name | Form::Place)
            && !names.somebody.is_empty()
            && names.somebody.contains(&key(context));
        if somebody {
            let named = names.clearly.contains(&actor);
            let unsure = |form| match named {
                true => Ok((Some(actor), form, false, Reason::AlsoOther)),
                false => Err(Dismissal::SomebodyElse),
            };
            return match form {
                Form::Place => match context.capital() {
                    (form, true, reason @ Reason::Place(_)) => Ok((Some(actor), form, true, reason)),
                    (form, ..) => unsure(form),
                },
                form => unsure(form),
            };
        }
        if matches!(form, Form::Name | Form::Place)
            && !names.regions.is_empty()
            && names.regions.contains(&key(context))
        {
            let (read, acts, reason) = match form {
                Form::Place => context.capital(),
                form => (form, false, Reason::AlsoOther),
            };
            // A capital that acts is its government's, whatever else has its name.
            let by_itself = reason.words().is_some_and(|words| words.start == context.found().span.start);
            if acts && read == Form::Metonym && by_itself {
                let acts_for = linked(&self.acts_for, actor).unwrap_or(actor);
                return Ok((Some(acts_for), read, true, reason));
            }
            return match names.clearly.contains(&actor) {
                true => Ok((Some(actor), read, false, Reason::AlsoOther)),
                false => Err(Dismissal::OtherMeaning),
            };
        }
        let could_be_other = names.rivals.contains(&actor)
            && !matches!(form, Form::Place | Form::Metonym | Form::Short)
            && context.tokens().len() == 1;
        if could_be_other {
            return match names.clearly.contains(&actor) {
                true => count(false, Reason::AlsoOther),
                false => Err(Dismissal::OtherMeaning),
            };
        }
        if self.other_meanings.is_doubtful(actor, context) && !names.named.contains(&actor) {
            return Err(Dismissal::OtherMeaning);
        }
        match form {
            Form::Short => {
                let whole = linked(&self.part_of, actor);
                if !names.wholes.contains(&whole.unwrap_or(actor)) {
                    // `the Security Council` beside Russia and China is nobody else's.
                    let clear = context.tokens().len() > 1 && self.has_two_states(context);
                    let reason = context.short(whole.as_ref()).filter(|_| clear);
                    return reason
                        .map(|_| (Some(actor), Form::Name, false, Reason::BesideStates))
                        .ok_or(Dismissal::NotNamed);
                }
                // A short form of several words (`the Security Council`) counts as a name; one word (`the North`) as a
                // short form.
                let form = if context.tokens().len() > 1 { Form::Name } else { Form::Short };
                context
                    .short(whole.as_ref())
                    .map(|reason| (Some(actor), form, true, reason))
                    .ok_or(Dismissal::CommonWord)
            }
            Form::Place => {
                let (form, sure, reason) = context.capital();
                let acts = linked(&self.acts_for, actor).filter(|_| form == Form::Metonym);
                Ok((Some(acts.unwrap_or(actor)), form, sure, reason))
            }
            Form::Acronym if context.could_be_a_word() => {
                if context.is_pronoun() {
                    Err(Dismissal::CommonWord)
                } else if names.plainly.contains(&actor) {
                    count(false, Reason::Capitals)
                } else if context.before(1) == "the" {
                    count(true, Reason::Listed)
                } else {
                    Err(Dismissal::CommonWord)
                }
            }
            Form::Name | Form::Demonym
                if context.is_a_word_in_capitals() && !names.plainly.contains(&actor) =>
            {
                count(false, Reason::CommonWord)
            }
            _ => count(true, context.shared_with().unwrap_or(Reason::Listed)),
        }
    }
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
