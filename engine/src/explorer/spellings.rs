//! The spellings that name an actor, with what each brings in.

use super::Explorer;
use crate::actors::{ActorId, Form, key_of};
use crate::corpus::ArticleId;
use crate::order;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A spelling that names an actor, and what it brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// As it is met most often.
    pub text: String,
    /// Its forms: a capital that acts is a metonym, and else a place.
    pub forms: Vec<Form>,
    /// Its mentions, as places in `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Articles that hold it.
    pub articles: u32,
    /// Articles in which nothing else names the actor: those that it alone brings in.
    pub alone: Vec<ArticleId>,
}

impl Explorer {
    /// What each spelling of `actor` brings to `mentions`, which are places in the list in its order; most frequent
    /// first.
    pub fn spellings(&self, mentions: &[usize], actor: ActorId) -> Vec<Spelling> {
        let mut all: Vec<Met<'_>> = Vec::new();
        // Their places by what stands in the text, and by its key.
        let (mut surfaces, mut keys) = (HashMap::<&str, usize>::new(), HashMap::<String, usize>::new());
        for index in mentions {
            let Some(mention) = self.mentions.list.get(*index).filter(|m| m.actor == Some(actor)) else {
                continue;
            };
            let surface = mention.surface(&self.corpus);
            let at = *surfaces.entry(surface).or_insert_with(|| {
                *keys.entry(key_of(surface)).or_insert_with(|| {
                    all.push(Met::default());
                    all.len() - 1
                })
            });
            let Met { spelling, held, surfaces } = &mut all[at];
            spelling.mentions.push(*index);
            if !spelling.forms.contains(&mention.form) {
                spelling.forms.push(mention.form);
            }
            if held.last() != Some(&mention.article) {
                held.push(mention.article);
            }
            *surfaces.entry(surface).or_default() += 1;
        }
        let mut holds = vec![0_u32; self.corpus.articles.len()];
        let held = all.iter().flat_map(|met| &met.held);
        held.for_each(|id| holds[id.0 as usize] += 1);
        let spelling = |Met { mut spelling, held, surfaces }: Met<'_>| {
            spelling.articles = held.len() as u32;
            spelling.alone = held.into_iter().filter(|id| holds[id.0 as usize] == 1).collect();
            let usual = surfaces.into_iter().max_by_key(|(text, times)| (*times, Reverse(*text)));
            spelling.text = usual.map_or(String::new(), |(text, _)| text.to_owned());
            spelling
        };
        let mut spellings: Vec<Spelling> = all.into_iter().map(spelling).collect();
        order::by_key(&mut spellings, |s| Reverse(s.mentions.len()));
        spellings
    }
}

/// A spelling while it is counted.
#[derive(Default)]
struct Met<'c> {
    spelling: Spelling,
    /// The articles that hold it.
    held: Vec<ArticleId>,
    /// As what it is met, and how often.
    surfaces: HashMap<&'c str, u32>,
}
