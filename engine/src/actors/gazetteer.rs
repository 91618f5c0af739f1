//! The gazetteer: actors and the spellings that name them, merged from the built-in list and from what a
//! corpus adds in `actors.toml`. A list overrides what stands before it.

use super::list::{self, ALIAS_KEYS, Written};
use super::{Actor, ActorId, Form};
use crate::text::{Problem, Span, Tokens};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

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

    pub(super) fn parse(text: &str) -> Option<Kind> {
        [Kind::State, Kind::Person, Kind::Organisation, Kind::Agency].into_iter().find(|k| k.name() == text)
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
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// How many lists were added.
    lists: usize,
    /// Words that no entry owns, by the key that lists them, each with its list.
    words: BTreeMap<&'static str, Vec<(String, usize)>>,
}

#[derive(Clone, Debug)]
struct Entry {
    actor: Actor,
    texts: BTreeMap<&'static str, Vec<String>>,
    /// The last list that named it.
    list: usize,
    /// Whether a list took it out: its spellings stand for nobody.
    removed: bool,
}

/// Where the list that is being added writes a text of an entry.
type Places = HashMap<(usize, &'static str, String), Span>;

impl Gazetteer {
    /// An empty one, for tests and for corpora that want no built-in actors.
    pub fn empty() -> Gazetteer {
        Gazetteer::default()
    }

    /// The built-in one: the world's states, the main international bodies, news agencies.
    pub fn built_in() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let problems = gazetteer.add(include_str!("gazetteer.toml"));
        debug_assert!(problems.is_empty(), "the built-in list is tested: {problems:?}");
        gazetteer
    }

    /// Adds a list in the format of `actors.toml`. An entry with the id of an actor that is known already
    /// changes the keys it names. What is wrong is left out and named; the rest counts.
    pub fn add(&mut self, text: &str) -> Vec<Problem> {
        let (list, mut problems) = list::read(text);
        self.lists += 1;
        let mut places = Places::new();
        let mut written = HashMap::new();
        for entry in list.entries {
            let index = written.get(&entry.id).copied();
            if index.is_some() {
                let message = format!(
                    "expected each id once, found `{}` again; put both into one entry. This one is left out",
                    entry.id
                );
                problems.push(Problem::new(entry.at, message));
            } else if let Some(index) = self.entry(&entry, &mut places, &mut problems) {
                written.insert(entry.id.clone(), index);
            }
        }
        for (key, texts) in list.words {
            if key == "remove" {
                for (id, at) in texts {
                    match self.index(&id, at, &mut problems) {
                        Some(index) => self.entries[index].removed = true,
                        None => continue,
                    }
                }
                continue;
            }
            let list = self.lists;
            self.words.entry(key).or_default().extend(texts.into_iter().map(|(text, _)| (text, list)));
        }
        let merged: Vec<_> = places.iter().filter(|((_, key, _), _)| *key == "merge").collect();
        let mut merged: Vec<_> =
            merged.into_iter().map(|((into, _, id), at)| (*at, *into, id.clone())).collect();
        merged.sort_unstable();
        for (at, into, id) in merged {
            self.merge(into, &id, at, &mut problems);
        }
        self.check_ids(&places, &mut problems);
        self.drop_clashes(&places, &mut problems);
        problems.sort_by_key(|p| p.span);
        problems
    }

    fn entry(
        &mut self,
        written: &Written,
        places: &mut Places,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let id = &written.id;
        let known = self.entries.iter().position(|e| e.actor.id == *id);
        let mut refuse = |what: &str| {
            let message = format!("expected {what} for `{id}`, found none; the entry is left out");
            problems.push(Problem::new(written.at, message));
            None
        };
        let name = written.get("name").first().map(|(name, _)| name);
        let index = match (known, name, written.kind) {
            (Some(index), ..) => index,
            (None, _, None) => return refuse("kind state, person, organisation or agency"),
            (None, None, _) => return refuse("`name = \"…\"`"),
            (None, Some(name), Some(kind)) => {
                let actor = Actor { id: id.clone(), name: name.clone(), kind };
                self.entries.push(Entry { actor, texts: BTreeMap::new(), list: 0, removed: false });
                self.entries.len() - 1
            }
        };
        let entry = &mut self.entries[index];
        entry.list = self.lists;
        entry.removed = false;
        entry.actor.kind = written.kind.unwrap_or(entry.actor.kind);
        if let Some(name) = name {
            entry.actor.name.clone_from(name);
        }
        for (key, texts) in &written.texts {
            entry.texts.insert(key, texts.iter().map(|(text, _)| text.clone()).collect());
            places.extend(texts.iter().map(|(text, at)| ((index, *key, text.clone()), *at)));
        }
        let without: HashSet<String> =
            entry.texts.get("without").into_iter().flatten().map(|t| key_of(t)).collect();
        for (key, _) in ALIAS_KEYS {
            entry.texts.entry(key).or_default().retain(|text| !without.contains(&key_of(text)));
        }
        Some(index)
    }

    /// The entry of `id`; where there is none, that is a problem at `at`.
    fn index(&self, id: &str, at: Span, problems: &mut Vec<Problem>) -> Option<usize> {
        let found = self.entries.iter().position(|e| e.actor.id == id);
        if found.is_none() {
            let nearest = self.entries.iter().map(|e| e.actor.id.as_str());
            let nearest = nearest.min_by_key(|known| strsim::damerau_levenshtein(known, id)).unwrap_or("");
            let message = format!(
                "expected the id of an actor, found `{id}`; did you mean `{nearest}`? It is left out"
            );
            problems.push(Problem::new(at, message));
        }
        found
    }

    /// Lets the actor at `into` take all that names the actor `id`.
    fn merge(&mut self, into: usize, id: &str, at: Span, problems: &mut Vec<Problem>) {
        let Some(from) = self.index(id, at, problems).filter(|from| *from != into) else { return };
        let texts = std::mem::take(&mut self.entries[from].texts);
        self.entries[from].removed = true;
        for (key, _) in ALIAS_KEYS {
            // The name of the one that goes is one more of the names of the one that stays.
            let to = if key == "name" { "names" } else { key };
            let taken = texts.get(key).into_iter().flatten().cloned();
            self.entries[into].texts.entry(to).or_default().extend(taken);
        }
    }

    /// Names ids in `part_of` and `acts_for` that are none.
    fn check_ids(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        for ((index, key, id), at) in places {
            if matches!(*key, "part_of" | "acts_for") && self.index(id, *at, problems).is_none() {
                self.entries[*index].texts.remove(key);
            }
        }
    }

    /// Takes spellings out that name an actor already. A later list speaks louder and takes them without a
    /// word; two owners in one list are a slip, and the first keeps it. People may share a surname, but a
    /// surname that is somebody's full name names that one.
    fn drop_clashes(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        let mut order: Vec<usize> = (0..self.entries.len()).filter(|i| !self.entries[*i].removed).collect();
        order.sort_by_key(|i| std::cmp::Reverse(self.entries[*i].list));
        let mut owners: HashMap<String, usize> = HashMap::new();
        for surnames in [false, true] {
            for &index in &order {
                let keys = ALIAS_KEYS.iter().filter(|(key, _)| (*key == "surname") == surnames);
                for (key, _) in keys {
                    let Some(texts) = self.entries[index].texts.get_mut(key) else { continue };
                    let texts = std::mem::take(texts);
                    let (kept, lost): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| {
                        let owner = match surnames {
                            true => owners.get(&key_of(text)).copied().unwrap_or(index),
                            false => *owners.entry(key_of(text)).or_insert(index),
                        };
                        owner == index
                    });
                    self.entries[index].texts.insert(key, kept);
                    for text in lost {
                        let owner = &self.entries[owners[&key_of(&text)]].actor.id;
                        let Some(at) = places.get(&(index, *key, text.clone())) else { continue };
                        let id = &self.entries[index].actor.id;
                        let message = match surnames {
                            true => format!(
                                "the surname `{text}` of `{id}` names `{owner}` already; it stays with that one, and `{id}` counts by full names"
                            ),
                            false => format!(
                                "`{text}` in `{key}` of `{id}` names `{owner}` already; it stays with that one"
                            ),
                        };
                        problems.push(Problem::new(*at, message));
                    }
                }
            }
        }
    }

    /// The actors, in the order of the lists.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.entries.iter().map(|e| &e.actor)
    }

    /// Every spelling that is looked for, the loudest list first.
    pub fn aliases(&self) -> Vec<Alias> {
        let mut all: Vec<(usize, Alias)> = Vec::new();
        for (text, list) in self.words.get("shields").into_iter().flatten() {
            all.push((*list, Alias { text: text.clone(), actor: None, form: Form::Name }));
        }
        for (index, entry) in self.entries.iter().enumerate() {
            for (key, form) in ALIAS_KEYS {
                let texts = entry.texts.get(key).into_iter().flatten();
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
        all.sort_by_key(|(list, _)| std::cmp::Reverse(*list));
        all.into_iter().map(|(_, alias)| alias).collect()
    }

    /// The words that the lists have under `key`, folded.
    pub(super) fn words(&self, key: &str) -> HashSet<String> {
        self.words.get(key).into_iter().flatten().map(|(text, _)| key_of(text)).collect()
    }

    /// What the entry of `id` says under `key`.
    pub(super) fn texts(&self, id: ActorId, key: &str) -> &[String] {
        self.entries.get(id.0 as usize).and_then(|e| e.texts.get(key)).map_or(&[], Vec::as_slice)
    }

    /// The actor that `id` names under `key`: `part_of` or `acts_for`.
    pub(super) fn linked(&self, id: ActorId, key: &str) -> Option<ActorId> {
        let wanted = self.texts(id, key).first()?;
        self.entries.iter().position(|e| e.actor.id == *wanted).map(|i| ActorId(i as u32))
    }
}

impl Entry {
    /// A person's names with the family name at the other end (`Jong Un Kim`, `Kishida Fumio`), and with a
    /// given name of two parts as one word (`Kim Jongun`), folded.
    fn other_orders(&self) -> Vec<String> {
        let texts = |key| self.texts.get(key).into_iter().flatten();
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
        orders
    }
}

/// Two spellings that no text tells apart have one key.
pub(super) fn key_of(alias: &str) -> String {
    Tokens::of(alias).iter().map(|t| t.folded).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;

    #[test]
    fn the_built_in_list_is_clean() {
        let mut gazetteer = Gazetteer::empty();
        let problems = gazetteer.add(include_str!("gazetteer.toml"));
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
