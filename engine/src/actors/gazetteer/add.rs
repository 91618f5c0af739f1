//! How a list is added: an entry replaces the keys that it names, actors are merged, and no spelling names two.

use super::{Entry, Gazetteer, key_of};
use crate::actors::list::{self, ALIAS_KEYS, Keyed, Written};
use crate::actors::{Actor, ActorId};
use crate::order;
use crate::text::{Problem, Span};
use std::collections::{HashMap, HashSet};

/// The span of each text in the list that is being added, by the index of its entry, its key and the text.
type Places = HashMap<(usize, &'static str, String), Span>;

impl Gazetteer {
    /// Adds a list in the format of `actors.toml`. An entry with the id of an actor that is known already replaces the
    /// keys that it names. What is wrong is left out, with a problem in bytes of `text`; the rest counts.
    pub fn add(&mut self, text: &str) -> Vec<Problem> {
        let (list, mut problems) = list::read(text);
        let entries = self.put(list.entries, &mut problems);
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
            self.words.list(key).extend(texts.into_iter().map(|(text, _)| (text, list)));
        }
        self.merge(&entries, &mut problems);
        let mut places = Places::new();
        for (index, entry) in entries {
            for (key, texts) in entry.texts {
                places.extend(texts.into_iter().map(|(text, at)| ((index, key, text), at)));
            }
        }
        self.check_ids(&places, &mut problems);
        self.drop_clashes(&places, &mut problems);
        order::by_key(&mut problems, |p| p.span);
        problems
    }

    /// Puts in the entries of one more list, all but what they merge; returns those that were put in, each with its
    /// index.
    pub(in crate::actors) fn put(
        &mut self,
        entries: Vec<Written>,
        problems: &mut Vec<Problem>,
    ) -> Vec<(usize, Written)> {
        self.lists = self.lists.saturating_add(1);
        let mut put: Vec<(usize, Written)> = Vec::new();
        for entry in entries {
            if put.iter().any(|(_, other)| other.id == entry.id) {
                let message = format!(
                    "expected each id once, found `{}` again; put both into one entry. This one is left out",
                    entry.id
                );
                problems.push(Problem::new(entry.at, message));
            } else if let Some(index) = self.entry(&entry, problems) {
                put.push((index, entry));
            }
        }
        put
    }

    /// Adds texts to the lists beside the entries, each under its key, as the last list that was added has them.
    pub(in crate::actors) fn put_words(&mut self, words: &[(&'static str, Vec<String>)]) {
        let list = self.lists;
        for (key, texts) in words {
            self.words.list(key).extend(texts.iter().map(|text| (text.clone(), list)));
        }
    }

    fn entry(&mut self, written: &Written, problems: &mut Vec<Problem>) -> Option<usize> {
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
            (None, _, None) => return refuse("kind state, person, organisation, agency or group"),
            (None, None, _) => return refuse("`name = \"…\"`"),
            (None, Some(name), Some(kind)) => {
                let actor = Actor { id: id.clone(), name: name.clone(), kind };
                self.entries.push(Entry {
                    actor,
                    texts: Keyed::default(),
                    list: 0,
                    removed: false,
                    merged: None,
                });
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
            *entry.texts.list(key) = texts.iter().map(|(text, _)| text.clone()).collect();
        }
        let without: HashSet<String> = entry.texts.get("without").iter().map(|t| key_of(t)).collect();
        if !without.is_empty() {
            for &(key, _) in ALIAS_KEYS {
                entry.texts.list(key).retain(|text| !without.contains(&key_of(text)));
            }
        }
        Some(index)
    }

    /// The index of the entry of `id`; where there is none, that is a problem at `at`.
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

    /// Merges the actors that the `entries`, which were put in, name under `merge`, in the order of the list.
    pub(in crate::actors) fn merge(&mut self, entries: &[(usize, Written)], problems: &mut Vec<Problem>) {
        // A list that names the key again replaces what was under it.
        let again = |at: &Option<u32>| at.is_some_and(|at| says(entries, at, "merge"));
        self.entries.iter_mut().filter(|entry| again(&entry.merged)).for_each(|entry| entry.merged = None);
        let mut merges: Vec<_> = entries
            .iter()
            .flat_map(|(into, entry)| entry.get("merge").iter().map(|(id, at)| (*at, *into, id.as_str())))
            .collect();
        order::by_key(&mut merges, |merge| *merge);
        for (at, into, id) in merges {
            let from = self.index(id, at, problems).filter(|from| *from != into);
            if !from.is_some_and(|from| self.join(into, from, entries, at, problems)) {
                self.entries[into].texts.list("merge").retain(|other| other != id);
            }
        }
    }

    /// Merges the actor at `from` into the one at `into`; `false`, with a problem, where that cannot be.
    fn join(
        &mut self,
        into: usize,
        from: usize,
        entries: &[(usize, Written)],
        at: Span,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let id = |index: usize| &self.entries[index].actor.id;
        let (old, new) = (id(from).clone(), id(into).clone());
        let other = self.entries[from].merged.filter(|other| *other as usize != into);
        if self.chain(ActorId(into as u32)).any(|one| one.0 as usize == from) {
            let message =
                format!("expected two actors, found one: `{new}` counts as `{old}`; it is left out");
            problems.push(Problem::new(at, message));
            return false;
        }
        if let Some(other) = other {
            if says(entries, other, "merge") {
                let other = id(other as usize);
                let message = format!("`{old}` counts as `{other}` already; it stays with that one");
                problems.push(Problem::new(at, message));
                return false;
            }
            // A later list overrides earlier ones.
            self.entries[other as usize].texts.list("merge").retain(|id| *id != old);
        }
        self.entries[from].merged = Some(into as u32);
        self.entries[from].removed = false;
        true
    }

    /// Clears `part_of` and `acts_for` where they hold an unknown id, which is a problem.
    fn check_ids(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        for ((index, key, id), at) in places {
            if matches!(*key, "part_of" | "acts_for") && self.index(id, *at, problems).is_none() {
                self.entries[*index].texts.list(key).clear();
            }
        }
    }

    /// Takes out spellings that name another actor already. A later list takes them over without a problem; two owners
    /// in one list are a mistake, and the first keeps the spelling. People may share a surname, but a surname that is a
    /// full name of an actor names that one.
    fn drop_clashes(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        let mut order: Vec<usize> =
            (0..self.entries.len()).filter(|i| self.counts(ActorId(*i as u32))).collect();
        order::by_key(&mut order, |i| std::cmp::Reverse(self.entries[*i].list));
        let mut owners: HashMap<String, usize> = HashMap::new();
        for surnames in [false, true] {
            for &index in &order {
                let keys = ALIAS_KEYS.iter().filter(|(key, _)| (*key == "surname") == surnames);
                for (key, _) in keys {
                    if self.entries[index].texts.get(key).is_empty() {
                        continue;
                    }
                    let texts = std::mem::take(self.entries[index].texts.list(key));
                    let (kept, lost): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| {
                        let owner = match surnames {
                            true => owners.get(&key_of(text)).copied().unwrap_or(index),
                            false => *owners.entry(key_of(text)).or_insert(index),
                        };
                        owner == index
                    });
                    *self.entries[index].texts.list(key) = kept;
                    for text in lost {
                        let owner = owners[&key_of(&text)];
                        let Some(at) = places.get(&(index, *key, text.clone())) else { continue };
                        // Two actors that count as one may share it.
                        let counts_as = |index: usize| self.counts_as(ActorId(index as u32));
                        if counts_as(owner) == counts_as(index) {
                            continue;
                        }
                        let owner = &self.entries[owner].actor.id;
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
}

/// Whether the list whose `entries` were put in has `key` in the entry of the actor at `index`.
fn says(entries: &[(usize, Written)], index: u32, key: &str) -> bool {
    let of = |(at, entry): &(usize, Written)| {
        *at == index as usize && entry.texts.iter().any(|(known, _)| *known == key)
    };
    entries.iter().any(of)
}
