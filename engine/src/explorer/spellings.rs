//! The spellings that name an actor, each with its mentions and articles.

use super::library::Surfaces;
use super::{Explorer, Selection};
use crate::actors::{ActorId, Form, key_of};
use crate::corpus::ArticleId;
use crate::order;
use crate::search::folded;
use crate::text::Tokens;
use crate::view::View;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// A spelling that names an actor, with what it brings to a list of mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// The spelling as it is met most often.
    pub text: String,
    /// The forms of its mentions: a capital is a metonym where it acts, and else a place.
    pub forms: Vec<Form>,
    /// Its mentions, as indexes of `Mentions::list`.
    pub mentions: Vec<usize>,
    /// The number of articles that hold it.
    pub articles: u32,
    /// The articles in which no other spelling names the actor.
    pub alone: Vec<ArticleId>,
}

impl Spelling {
    /// Whether `text` is this spelling, as search compares words.
    pub fn is(&self, text: &str) -> bool {
        folded(&self.text) == folded(text)
    }
}

/// Whether a word of `name` begins with `folded`, which is folded.
pub(super) fn begins(name: &str, folded: &str) -> bool {
    Tokens::of(name).iter().any(|token| token.folded.starts_with(folded))
}

/// Letters of the shortest beginning of a name that is in the lists and not in the texts: fewer begin too many.
const SHORTEST_LISTED: usize = 3;

/// The one of the names `listed` for `actor` that has a word which begins with `folded`.
pub(super) fn listed_name<'l>(
    listed: &'l [(ActorId, String)],
    actor: ActorId,
    folded: &str,
) -> Option<&'l str> {
    let mut own = listed.iter().filter(|(id, _)| *id == actor).map(|(_, name)| name.as_str());
    own.find(|name| folded.chars().count() >= SHORTEST_LISTED && begins(name, folded))
}

impl Explorer {
    /// The word or words that name `actor` in the texts and have a word that begins with `folded`, which is folded:
    /// `Kremlin` for Russia; `None` where nothing that names it does.
    pub fn called(&self, actor: ActorId, folded: &str) -> Option<&str> {
        let own = self.mentions.actor(actor).map(|actor| actor.name.as_str());
        let surfaces = self.surfaces();
        let of_actors = surfaces.map(|all| self.places.of_actors.get_or_init(|| self.of_actors(all)));
        let met = of_actors.and_then(|all| all.get(actor.0 as usize)).into_iter().flatten();
        let met = met.filter_map(|text| surfaces?.text(*text));
        own.into_iter().chain(met).find(|name| begins(name, folded))
    }

    /// For each actor, the different words that name it in the texts, in reading order.
    fn of_actors(&self, surfaces: &Surfaces) -> Vec<Vec<u32>> {
        let mut all = vec![Vec::new(); self.mentions.actors.len()];
        let mut known = HashSet::new();
        for (mention, text) in self.mentions.list.iter().zip(&surfaces.of) {
            if let Some(actor) = mention.actor
                && known.insert((actor, *text))
                && let Some(own) = all.get_mut(actor.0 as usize)
            {
                own.push(*text);
            }
        }
        all
    }

    /// The words that mentions are written with; `None` where they are lacking.
    fn surfaces(&self) -> Option<&Surfaces> {
        self.places.surfaces.get_or(|| self.read_surfaces())
    }

    /// The words that mentions are written with, read from the texts.
    pub(super) fn read_surfaces(&self) -> Surfaces {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut surfaces = Surfaces::default();
        for mention in &self.mentions.list {
            let text = mention.surface(&self.corpus);
            let number = *known.entry(text).or_insert_with(|| {
                surfaces.texts.push(text.to_owned());
                surfaces.texts.len() as u32 - 1
            });
            surfaces.of.push(number);
        }
        surfaces
    }

    /// What the mention at `index` of `Mentions::list` is written with; empty where that is lacking.
    pub(super) fn surface(&self, index: usize) -> &str {
        let all = self.surfaces();
        all.and_then(|all| all.text(*all.of.get(index)?)).unwrap_or_default()
    }

    /// The spellings of the actor whose rows `view` opens, in its time, most frequent first; each has as many mentions as
    /// its rows. Empty where the view opens no rows of one actor.
    pub fn row_spellings(&self, selection: &Selection, view: &View) -> Vec<Spelling> {
        let actor = view.mentions.as_ref().and_then(|id| self.mentions.named(id));
        let Some(actor) = actor.filter(|_| view.with.is_none()) else { return Vec::new() };
        let day = |index: &usize| {
            let mention = self.mentions.list.get(*index)?;
            self.corpus.article(mention.article)?.day()
        };
        let in_time = |index: &usize| view.bin.is_none_or(|bin| bin.holds(day(index)));
        let is_wanted = |index: &usize| {
            in_time(index) && (!view.assumed || self.mentions.list.get(*index).is_some_and(|m| !m.sure))
        };
        let mentions: Vec<usize> = selection.mentions.iter().copied().filter(is_wanted).collect();
        self.spellings(&mentions, actor)
    }

    /// The spellings of `actor` in `mentions`, which are ascending indexes of `Mentions::list`; most frequent first. None where
    /// their file is lacking.
    pub fn spellings(&self, mentions: &[usize], actor: ActorId) -> Vec<Spelling> {
        if self.surfaces().is_none() {
            return Vec::new();
        }
        let mut all: Vec<Met<'_>> = Vec::new();
        // Their places by what stands in the text, and by its key.
        let (mut surfaces, mut keys) = (HashMap::<&str, usize>::new(), HashMap::<String, usize>::new());
        for index in mentions {
            let Some(mention) = self.mentions.list.get(*index).filter(|m| m.actor == Some(actor)) else {
                continue;
            };
            let surface = self.surface(*index);
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

impl Surfaces {
    fn text(&self, number: u32) -> Option<&str> {
        self.texts.get(number as usize).map(String::as_str)
    }
}

/// A spelling while it is counted.
#[derive(Default)]
struct Met<'c> {
    /// The spelling so far.
    spelling: Spelling,
    /// The articles that hold it, in corpus order.
    held: Vec<ArticleId>,
    /// The texts that stand for it in the articles, each with how often.
    surfaces: HashMap<&'c str, u32>,
}
