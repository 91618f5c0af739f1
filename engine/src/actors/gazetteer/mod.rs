//! The gazetteer: actors and the spellings that name them, merged from the built-in list and from what a corpus adds in
//! `actors.toml`. A list overrides those before it; [`add`] says how.

mod add;
mod alias;
mod following;
mod tie;

use super::list::{ALIAS_KEYS, Keyed};
use super::{Actor, ActorId, Form, Kind};
use crate::order;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

pub(super) use alias::Tied;
pub use alias::{Alias, key_of};
pub(super) use following::{Following, following, is_free};

/// Actors and the spellings that name them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// The number of lists that were added.
    lists: usize,
    /// The words beside the entries, each with the number of its list.
    words: Keyed<(String, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    actor: Actor,
    texts: Keyed<String>,
    /// The number of the last list that has an entry of it.
    list: usize,
    /// Whether a list removed it: its spellings are shields then.
    removed: bool,
    /// The index of the entry that it was merged into.
    merged: Option<u32>,
}

impl Gazetteer {
    /// An empty gazetteer, for tests and for corpora that want no built-in actors.
    pub fn empty() -> Gazetteer {
        Gazetteer::default()
    }

    /// The built-in gazetteer: the world's states, the main international bodies, news agencies.
    pub fn built_in() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let problems = gazetteer.add(include_str!("../gazetteer.toml"));
        debug_assert!(problems.is_empty(), "the built-in list is tested: {problems:?}");
        gazetteer
    }

    /// All actors, in the order of the lists, removed and merged ones among them.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.entries.iter().map(|e| &e.actor)
    }

    /// Every spelling that is matched, those of the last list first.
    pub fn aliases(&self) -> Vec<Alias> {
        let mut all: Vec<(usize, Alias)> = Vec::new();
        for (text, list) in self.words.get("shields") {
            Alias::of(text, None, Form::Name).put(*list, &mut all);
        }
        // Before the entry's own, which a language replaces.
        for (text, number) in self.words.get("tied") {
            let Tied { language, actor, form } = Tied::of(*number);
            let entry = actor.and_then(|id| self.entries.get(id.0 as usize));
            if entry.is_some_and(|entry| is_without(entry, text)) {
                continue;
            }
            let actor = actor.filter(|id| form.is_some() && self.counts(*id));
            let alias = Alias { language, ..Alias::of(text, actor, form.unwrap_or(Form::Name)) };
            alias.put(entry.map_or(1, |entry| entry.list), &mut all);
        }
        for (index, entry) in self.entries.iter().enumerate() {
            // The spelling of a removed actor does not name another: `New Delhi Television` is no state.
            let actor = Some(ActorId(index as u32)).filter(|id| self.counts(*id));
            for &(key, form) in ALIAS_KEYS {
                if actor.is_none() && form == Form::Surname {
                    continue;
                }
                for text in entry.texts.get(key) {
                    Alias::of(text, actor, form).put(entry.list, &mut all);
                }
            }
        }
        let mut keys: HashSet<String> =
            all.iter().filter(|(_, a)| a.form != Form::Surname).map(|(_, a)| key_of(&a.text)).collect();
        for (index, entry) in self.entries.iter().enumerate() {
            let id = ActorId(index as u32);
            if !self.counts(id) {
                continue;
            }
            let spellings = following(self.is_person(id), |key| self.written(id, key));
            for spelling in spellings.into_iter().filter(|spelling| is_free(&mut keys, spelling)) {
                let Following { text, form, titled, .. } = spelling;
                Alias { follows: true, titled, ..Alias::of(&text, Some(id), form) }.put(entry.list, &mut all);
            }
        }
        order::by_key(&mut all, |(list, _)| std::cmp::Reverse(*list));
        all.into_iter().map(|(_, alias)| alias).collect()
    }

    /// The places at which a name does not count, as lists write them.
    pub(super) fn exceptions(&self) -> impl Iterator<Item = &str> {
        self.words.get("except").iter().map(|(text, _)| text.as_str())
    }

    /// The actors that are neither removed nor merged, each with its index in [`Gazetteer::actors`].
    pub fn in_force(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        let counted = self.entries.iter().enumerate().filter(|(_, e)| !e.removed && e.merged.is_none());
        counted.map(|(index, entry)| (ActorId(index as u32), &entry.actor))
    }

    /// The actor with this id, unless it is removed or merged.
    pub fn named(&self, id: &str) -> Option<ActorId> {
        self.in_force().find(|(_, actor)| actor.id == id).map(|(index, _)| index)
    }

    /// The actor that `id` counts as: itself, or the one that it was merged into.
    pub fn counts_as(&self, id: ActorId) -> ActorId {
        self.chain(id).last().unwrap_or(id)
    }

    /// `id`, the actor that it was merged into, the one that this was merged into, and so on.
    fn chain(&self, id: ActorId) -> impl Iterator<Item = ActorId> {
        let next = |id: &ActorId| {
            let next = self.entries.get(id.0 as usize)?.merged?;
            Some(ActorId(next)).filter(|_| (next as usize) < self.entries.len())
        };
        // No longer than there are entries: a pack that was tampered with may go round in a circle.
        std::iter::successors(Some(id), next).take(self.entries.len())
    }

    /// Whether the spellings of `id` count for an actor: neither it nor the one that it counts as is removed.
    pub(super) fn counts(&self, id: ActorId) -> bool {
        let stays = |id: ActorId| self.entries.get(id.0 as usize).is_some_and(|entry| !entry.removed);
        stays(id) && stays(self.counts_as(id))
    }

    /// The forms in which the entry of the actor `id` has the spelling of this key; that of a name where it follows
    /// from others.
    pub(super) fn forms(&self, id: &str, key: &str) -> Vec<Form> {
        let Some(index) = self.entries.iter().position(|entry| entry.actor.id == id) else {
            return Vec::new();
        };
        let id = ActorId(index as u32);
        let texts = |list: &'static str| self.written(id, list);
        let has = |list: &'static str| texts(list).into_iter().any(|text| key_of(text) == key);
        let mut forms: Vec<Form> =
            ALIAS_KEYS.iter().filter(|(list, _)| has(list)).map(|(_, form)| *form).collect();
        if forms.is_empty() {
            forms.extend(
                following(self.is_person(id), texts)
                    .iter()
                    .find(|spelling| spelling.text == key)
                    .map(|spelling| spelling.form),
            );
        }
        forms
    }

    /// The words that the lists have under `key`, folded.
    pub(super) fn words(&self, key: &str) -> HashSet<String> {
        self.words.get(key).iter().map(|(text, _)| key_of(text)).collect()
    }

    /// The texts that the entry of `id` has under `key`.
    pub(super) fn texts(&self, id: ActorId, key: &str) -> &[String] {
        self.entries.get(id.0 as usize).map_or(&[], |entry| entry.texts.get(key))
    }

    /// The same as plain texts.
    fn written(&self, id: ActorId, key: &str) -> Vec<&str> {
        self.texts(id, key).iter().map(String::as_str).collect()
    }

    /// Whether `id` is a person, of whom a given name is known.
    fn is_person(&self, id: ActorId) -> bool {
        self.entries.get(id.0 as usize).is_some_and(|entry| entry.actor.kind == Kind::Person)
    }

    /// The actor that the entry of `id` names under `key`, `part_of` or `acts_for`, before actors are merged.
    pub(super) fn linked(&self, id: ActorId, key: &str) -> Option<ActorId> {
        let to = self.texts(id, key).first()?;
        let index = self.entries.iter().position(|entry| entry.actor.id == *to)?;
        Some(ActorId(index as u32)).filter(|id| self.counts(*id))
    }
}

/// Whether `entry` says that the spelling does not name its actor after all.
fn is_without(entry: &Entry, text: &str) -> bool {
    let without = entry.texts.get("without");
    !without.is_empty() && without.iter().any(|other| key_of(other) == key_of(text))
}

/// An id made of the words of `name` that is not `taken`.
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

#[cfg(test)]
mod tests {
    use super::Gazetteer;
    use crate::actors::ActorId;

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
    fn a_later_list_says_what_is_merged() {
        let mut gazetteer = Gazetteer::empty();
        let entry = |id: &str, merge: &str| {
            format!("[[actor]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"state\"\nmerge = [{merge}]\n")
        };
        let three = [entry("a", ""), entry("b", ""), entry("c", "")].concat();
        assert_eq!(gazetteer.add(&three), []);
        for (list, counted, problem) in [
            (entry("b", "\"a\""), "bbc", ""),
            // Another list takes it.
            (entry("c", "\"a\""), "cbc", ""),
            // What says nothing of merges changes none.
            ("[[actor]]\nid = \"a\"\nname = \"A\"".to_owned(), "cbc", ""),
            (entry("b", "\"c\""), "bbb", ""),
            (
                entry("a", "\"b\", \"a\""),
                "bbb",
                "expected two actors, found one: `a` counts as `b`; it is left out",
            ),
            (entry("b", ""), "cbc", ""),
            (
                [entry("c", "\"a\""), entry("b", "\"a\"")].concat(),
                "cbc",
                "`a` counts as `c` already; it stays with that one",
            ),
            (entry("c", ""), "abc", ""),
        ] {
            let problems = gazetteer.add(&list);
            let said: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
            assert_eq!(said.concat(), problem, "{list}");
            let counts_as = |id| gazetteer.actors().nth(gazetteer.counts_as(ActorId(id)).0 as usize);
            let ids: String = (0..3).filter_map(counts_as).map(|actor| actor.id.clone()).collect();
            assert_eq!(ids, counted, "{list}");
            let alive = (0..3).filter(|id| gazetteer.counts_as(ActorId(*id)).0 == *id).count();
            assert_eq!(gazetteer.in_force().count(), alive, "{list}");
        }
        assert_eq!(gazetteer.add("remove = [\"b\"]\n[[actor]]\nid = \"b\"\nmerge = [\"c\"]"), []);
        let names: Vec<_> = gazetteer.aliases().into_iter().filter_map(|a| a.actor).collect();
        assert_eq!(names, [ActorId(0)], "what counts as one that was taken out counts for nobody");
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
