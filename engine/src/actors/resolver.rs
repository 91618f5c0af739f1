//! The resolver: from matches to mentions. It decides, article by article, whom a surname means, whether
//! `the North` is a state, and whether a capital acts or is a place.

use super::context::{Context, Read};
use super::gazetteer::Gazetteer;
use super::matcher::{Matcher, Target};
use super::mention::zones;
use super::{Actor, ActorId, Form, Kind, Mention, Mentions, Zone};
use crate::corpus::{Article, ArticleId, BlockKind, Corpus};
use crate::text::Tokens;
use std::collections::HashSet;

/// Finds and resolves every mention of `gazetteer`'s actors in `corpus`.
pub fn annotate(corpus: &Corpus, gazetteer: &Gazetteer) -> Mentions {
    let matcher = Matcher::new(gazetteer);
    let actors: Vec<&Actor> = gazetteer.actors().collect();
    let mut list: Vec<Mention> =
        corpus.ids().flat_map(|(id, article)| resolve(id, article, &matcher, &actors)).collect();
    let mentioned: HashSet<ActorId> = list.iter().filter_map(|m| m.actor).collect();
    let kept: Vec<ActorId> =
        (0..actors.len() as u32).map(ActorId).filter(|id| mentioned.contains(id)).collect();
    for mention in &mut list {
        mention.actor =
            mention.actor.and_then(|id| kept.binary_search(&id).ok()).map(|index| ActorId(index as u32));
    }
    Mentions { actors: kept.iter().map(|id| actors[id.0 as usize].clone()).collect(), list }
}

fn resolve(id: ArticleId, article: &Article, matcher: &Matcher, actors: &[&Actor]) -> Vec<Mention> {
    let read: Vec<Read<'_>> = zones(article)
        .map(|(zone, text)| {
            let tokens = Tokens::of(text);
            let found = matcher.find(text, &tokens);
            let headline = match zone {
                Zone::Title => true,
                Zone::Block(index) => {
                    article.blocks.get(index as usize).is_some_and(|b| b.kind == BlockKind::Heading)
                }
            };
            Read { zone, headline, text, tokens, found }
        })
        .collect();
    let aliases = read.iter().flat_map(|r| &r.found).filter_map(|f| match f.target {
        Target::Alias(actor, form) if *form != Form::Short => Some(*actor),
        _ => None,
    });
    let named: HashSet<ActorId> = aliases.clone().collect();
    let in_order: Vec<ActorId> = aliases.collect();
    let mut mentions = Vec::new();
    // People named or meant so far, in order; the last one of a surname is the nearest before.
    let mut before: Vec<ActorId> = Vec::new();
    for zone in &read {
        for (index, found) in zone.found.iter().enumerate() {
            let context = Context { zone, index };
            let (actor, form, sure) = match found.target {
                Target::Shield => continue,
                Target::Alias(actor, Form::Short) => {
                    if !named.contains(actor) || !context.stands_for_a_state() {
                        continue;
                    }
                    (Some(*actor), Form::Short, true)
                }
                Target::Alias(actor, Form::Place) => {
                    let (form, sure) = context.capital();
                    (Some(*actor), form, sure)
                }
                Target::Alias(actor, form) => (Some(*actor), *form, true),
                Target::Surname(people) => {
                    if context.is_someone_else(people, actors) {
                        continue;
                    }
                    let bears = |id: &&ActorId| people.contains(id);
                    let who = before.iter().rev().find(bears).or_else(|| in_order.iter().find(bears));
                    (who.copied(), Form::Surname, who.is_some())
                }
            };
            if let Some(actor) = actor.filter(|a| actors[a.0 as usize].kind == Kind::Person) {
                before.push(actor);
            }
            mentions.push(Mention { article: id, zone: zone.zone, at: found.span, actor, form, sure });
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::annotate;
    use crate::actors::Gazetteer;
    use crate::corpus::{SourceFile, config::Config, parse};

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
