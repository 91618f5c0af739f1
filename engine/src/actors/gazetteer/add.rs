//! How a list is added: an entry changes the keys it names, merges take over spellings, and no spelling names two.

use super::{Entry, Gazetteer, key_of};
use crate::actors::Actor;
use crate::actors::list::{self, ALIAS_KEYS, Keyed, Written};
use crate::order;
use crate::text::{Problem, Span};
use std::collections::{HashMap, HashSet};

/// Where the list that is being added writes a text of an entry.
type Places = HashMap<(usize, &'static str, String), Span>;

impl Gazetteer {
    /// Adds a list in the format of `actors.toml`. An entry with the id of an actor that is known already
    /// changes the keys it names. What is wrong is left out and named; the rest counts.
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

    /// Puts in the entries of one more list, all but what they merge; gives those that were put in, with their
    /// places.
    pub(in crate::actors) fn put(
        &mut self,
        entries: Vec<Written>,
        problems: &mut Vec<Problem>,
    ) -> Vec<(usize, Written)> {
        self.lists += 1;
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
            (None, _, None) => return refuse("kind state, person, organisation or agency"),
            (None, None, _) => return refuse("`name = \"…\"`"),
            (None, Some(name), Some(kind)) => {
                let actor = Actor { id: id.clone(), name: name.clone(), kind };
                self.entries.push(Entry { actor, texts: Keyed::default(), list: 0, removed: false });
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
            for (key, _) in ALIAS_KEYS {
                entry.texts.list(key).retain(|text| !without.contains(&key_of(text)));
            }
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

    /// Merges what the `entries`, which were put in, say is one: in the order in which it is written.
    pub(in crate::actors) fn merge(&mut self, entries: &[(usize, Written)], problems: &mut Vec<Problem>) {
        let mut merges: Vec<_> = entries
            .iter()
            .flat_map(|(into, entry)| entry.get("merge").iter().map(|(id, at)| (*at, *into, id.as_str())))
            .collect();
        order::by_key(&mut merges, |merge| *merge);
        for (at, into, id) in merges {
            if let Some(from) = self.index(id, at, problems).filter(|from| *from != into) {
                self.join(into, from);
            }
        }
    }

    /// Lets the actor at `into` take all that names the actor at `from`.
    fn join(&mut self, into: usize, from: usize) {
        let mut texts = std::mem::take(&mut self.entries[from].texts);
        self.entries[from].removed = true;
        for (key, _) in ALIAS_KEYS {
            // The name of the one that goes is one more of the names of the one that stays.
            let to = if key == "name" { "names" } else { key };
            let taken = std::mem::take(texts.list(key));
            self.entries[into].texts.list(to).extend(taken);
        }
        // What belonged to the one that goes belongs to the one that stays.
        let (old, new) = (self.entries[from].actor.id.clone(), self.entries[into].actor.id.clone());
        for entry in &mut self.entries {
            for key in ["part_of", "acts_for"] {
                if entry.texts.get(key).contains(&old) {
                    entry.texts.list(key).retain(|id| *id != old && *id != new);
                    entry.texts.list(key).push(new.clone());
                }
            }
        }
    }

    /// Names ids in `part_of` and `acts_for` that are none.
    fn check_ids(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        for ((index, key, id), at) in places {
            if matches!(*key, "part_of" | "acts_for") && self.index(id, *at, problems).is_none() {
                self.entries[*index].texts.list(key).clear();
            }
        }
    }

    /// Takes spellings out that name an actor already. A later list speaks louder and takes them without a
    /// word; two owners in one list are a slip, and the first keeps it. People may share a surname, but a
    /// surname that is somebody's full name names that one.
    fn drop_clashes(&mut self, places: &Places, problems: &mut Vec<Problem>) {
        let mut order: Vec<usize> = (0..self.entries.len()).filter(|i| !self.entries[*i].removed).collect();
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
}
