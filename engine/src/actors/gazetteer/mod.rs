//! The gazetteer: actors and the spellings that name them, merged from the built-in list and from what a
//! corpus adds in `actors.toml`. A list overrides what stands before it; [`add`] says how.

mod add;

use super::list::{ALIAS_KEYS, Keyed};
use super::{Actor, ActorId, Form};
use crate::order;
use crate::text::Tokens;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A country.
    State,
    /// Somebody.
    Person,
    /// A body of states or people.
    Organisation,
    /// A news agency or broadcaster.
    Agency,
}

impl Kind {
    /// Its name in lists and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Agency => "agency",
        }
    }

    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::State, Kind::Person, Kind::Organisation, Kind::Agency];

    /// How it reads after a name.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Kind::State => "a state",
            Kind::Person => "a person",
            Kind::Organisation => "an organisation",
            Kind::Agency => "a news agency",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| k.name() == text)
    }
}

/// A spelling, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As the list writes it.
    pub text: String,
    /// Whom it names; `None` for a shield, which looks like an actor and is none.
    pub actor: Option<ActorId>,
    /// How it names it.
    pub form: Form,
}

/// Actors and the spellings that name them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// How many lists were added.
    lists: usize,
    /// Words that no entry owns, each with its list.
    words: Keyed<(String, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    actor: Actor,
    texts: Keyed<String>,
    /// The last list that named it.
    list: usize,
    /// Whether a list took it out: its spellings stand for nobody.
    removed: bool,
}

impl Gazetteer {
    /// An empty one, for tests and for corpora that want no built-in actors.
    pub fn empty() -> Gazetteer {
        Gazetteer::default()
    }

    /// The built-in one: the world's states, the main international bodies, news agencies.
    pub fn built_in() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let problems = gazetteer.add(include_str!("../gazetteer.toml"));
        debug_assert!(problems.is_empty(), "the built-in list is tested: {problems:?}");
        gazetteer
    }

    /// The actors, in the order of the lists, those that a list took out or merged among them.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.entries.iter().map(|e| &e.actor)
    }

    /// Every spelling that is looked for, the loudest list first.
    pub fn aliases(&self) -> Vec<Alias> {
        let mut all: Vec<(usize, Alias)> = Vec::new();
        for (text, list) in self.words.get("shields") {
            all.push((*list, Alias { text: text.clone(), actor: None, form: Form::Name }));
        }
        for (index, entry) in self.entries.iter().enumerate() {
            for (key, form) in ALIAS_KEYS {
                let texts = entry.texts.get(key).iter();
                // What a list took out is not somebody else's either: `New Delhi Television` is no state.
                let actor = (!entry.removed).then_some(ActorId(index as u32));
                let texts = texts.filter(|_| !(entry.removed && form == Form::Surname));
                all.extend(texts.map(|text| (entry.list, Alias { text: text.clone(), actor, form })));
            }
        }
        let mut keys: HashSet<String> =
            all.iter().filter(|(_, a)| a.form != Form::Surname).map(|(_, a)| key_of(&a.text)).collect();
        for (index, entry) in self.entries.iter().enumerate().filter(|(_, e)| !e.removed) {
            for text in entry.other_orders() {
                if keys.insert(text.clone()) {
                    let alias = Alias { text, actor: Some(ActorId(index as u32)), form: Form::Name };
                    all.push((entry.list, alias));
                }
            }
        }
        order::by_key(&mut all, |(list, _)| std::cmp::Reverse(*list));
        all.into_iter().map(|(_, alias)| alias).collect()
    }

    /// The actors that count, each with its place among all of them.
    pub fn in_force(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        let counted = self.entries.iter().enumerate().filter(|(_, entry)| !entry.removed);
        counted.map(|(index, entry)| (ActorId(index as u32), &entry.actor))
    }

    /// The actor that counts and that lists and links call `id`.
    pub fn named(&self, id: &str) -> Option<ActorId> {
        self.in_force().find(|(_, actor)| actor.id == id).map(|(index, _)| index)
    }

    /// The words that the lists have under `key`, folded.
    pub(super) fn words(&self, key: &str) -> HashSet<String> {
        self.words.get(key).iter().map(|(text, _)| key_of(text)).collect()
    }

    /// What the entry of `id` says under `key`.
    pub(super) fn texts(&self, id: ActorId, key: &str) -> &[String] {
        self.entries.get(id.0 as usize).map_or(&[], |entry| entry.texts.get(key))
    }

    /// The actor that counts and that `id` names under `key`: `part_of` or `acts_for`.
    pub(super) fn linked(&self, id: ActorId, key: &str) -> Option<ActorId> {
        self.named(self.texts(id, key).first()?)
    }
}

impl Entry {
    /// A person's names with the family name at the other end (`Jong Un Kim`, `Kishida Fumio`), and with a
    /// given name of two parts as one word (`Kim Jongun`), folded; those that do not name it after all are not
    /// among them.
    fn other_orders(&self) -> Vec<String> {
        let texts = |key| self.texts.get(key).iter();
        let mut orders = Vec::new();
        for surname in texts("surname").map(|s| key_of(s)) {
            for name in texts("name").chain(texts("names")).map(|n| key_of(n)) {
                if let Some(given) = name.strip_prefix(&format!("{surname} ")) {
                    orders.push(format!("{given} {surname}"));
                    if given.matches(' ').count() == 1 {
                        let joined = given.replace(' ', "");
                        orders.push(format!("{surname} {joined}"));
                        orders.push(format!("{joined} {surname}"));
                    }
                } else if let Some(given) = name.strip_suffix(&format!(" {surname}")) {
                    orders.push(format!("{surname} {given}"));
                }
            }
        }
        if !orders.is_empty() {
            let without: HashSet<String> = texts("without").map(|text| key_of(text)).collect();
            orders.retain(|order| !without.contains(order));
        }
        orders
    }
}

/// An id of the words of `name` that is not `taken`.
pub(super) fn fresh_id(name: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let key = key_of(name);
    let plain: String = key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    let base = if plain.is_empty() { "actor" } else { plain };
    let (mut id, mut number) = (base.to_owned(), 1);
    while taken(&id) {
        number += 1;
        id = format!("{base}-{number}");
    }
    id
}

/// Two spellings that no text tells apart have one key.
pub fn key_of(alias: &str) -> String {
    Tokens::of(alias).iter().map(|t| t.folded).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;

    #[test]
    fn the_built_in_list_is_clean() {
        let mut gazetteer = Gazetteer::empty();
        let problems = gazetteer.add(include_str!("../gazetteer.toml"));
        assert_eq!(problems, []);
        assert!(gazetteer.actors().len() > 193, "at least the members of the United Nations");
    }

    #[test]
    fn a_later_list_speaks_louder() {
        let mut gazetteer = Gazetteer::empty();
        gazetteer.add("[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"");
        let list = "[[actor]]\nid = \"y\"\nname = \"Y\"\nkind = \"state\"\nnames = [\"X\"]";
        assert_eq!(gazetteer.add(list), []);
        let aliases: Vec<_> =
            gazetteer.aliases().into_iter().map(|a| (a.text, a.actor.map(|a| a.0))).collect();
        assert_eq!(aliases, [("Y".to_owned(), Some(1)), ("X".to_owned(), Some(1))]);
    }

    #[test]
    fn a_later_list_changes_what_it_names() {
        let mut gazetteer = Gazetteer::empty();
        gazetteer.add("[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"\nacronyms = [\"XX\"]");
        assert_eq!(gazetteer.add("[[actor]]\nid = \"x\"\nname = \"Ex\""), []);
        let actor = gazetteer.actors().next().expect("one actor");
        assert_eq!((actor.name.as_str(), actor.kind.name()), ("Ex", "state"));
        assert_eq!(gazetteer.aliases().into_iter().map(|a| a.text).collect::<Vec<_>>(), ["Ex", "XX"]);
    }
}
