//! Edits as the entries of a list. There is one such list, whether it changes the gazetteer in the page or is
//! written for the command, so that both count the same.

use super::{Edit, key};
use crate::actors::gazetteer::key_of;
use crate::actors::list::Written;
use crate::actors::{Alias, Form, Gazetteer, Kind};
use crate::text::Span;

/// What edits make of a gazetteer.
#[derive(Debug)]
pub struct Edited {
    /// The gazetteer with them.
    pub gazetteer: Gazetteer,
    /// Those that mean nothing there and are left out, in a sentence each.
    pub problems: Vec<String>,
    entries: Vec<Written>,
}

impl Edited {
    /// Applies `edits` to `base`: new actors first, then spellings, then merges in their order.
    pub fn new(base: &Gazetteer, edits: &[Edit]) -> Edited {
        let mut list = Draft::new(base);
        let step = |list: &mut Draft<'_>, step: u8| {
            for (at, edit) in edits.iter().enumerate().filter(|(_, edit)| step == order(edit)) {
                list.edit(at, edit);
            }
        };
        (0..4).for_each(|which| step(&mut list, which));
        let (entries, problems) = (list.in_order(), list.problems);
        let mut gazetteer = base.clone();
        let mut others = Vec::new();
        let put = gazetteer.put(entries, &mut others);
        gazetteer.merge(&put, &mut others);
        debug_assert!(others.is_empty(), "the draft leaves out what a list could not say: {others:?}");
        Edited { gazetteer, problems, entries: put.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The list that does to the same gazetteer what the edits do, in the format of `actors.toml`.
    pub fn to_toml(&self) -> String {
        let entries: Vec<_> = self.entries.iter().map(Written::to_toml).collect();
        format!("{HEAD}\n{}", entries.join("\n"))
    }
}

const HEAD: &str = "# Actors and aliases as a reader of the page has edited them.
#
# To count so everywhere, put this file beside the texts as actors.toml. Where the folder has an actors.toml
# already, keep that one and read this after it (`dateline build PATH --actors THIS-FILE -o DIR`, and so for the
# other commands), or copy each entry into it: where an id is there already, only the keys named here change.
";

/// When it is applied.
fn order(edit: &Edit) -> u8 {
    match edit {
        Edit::New { .. } => 0,
        Edit::Off { .. } => 1,
        Edit::Add { .. } => 2,
        Edit::Merge { .. } => 3,
    }
}

/// The entries so far.
struct Draft<'g> {
    base: &'g Gazetteer,
    /// Every spelling in force: its key, whom it names by id, its form.
    spellings: Vec<(String, String, Form)>,
    /// The ids of actors in force.
    alive: Vec<String>,
    /// The ids of those that were merged into others, in that order.
    gone: Vec<String>,
    entries: Vec<Written>,
    problems: Vec<String>,
}

impl<'g> Draft<'g> {
    fn new(base: &'g Gazetteer) -> Draft<'g> {
        let ids: Vec<&str> = base.actors().map(|actor| actor.id.as_str()).collect();
        let named = |alias: Alias| {
            let id = ids.get(alias.actor?.0 as usize)?;
            Some((key_of(&alias.text), (*id).to_owned(), alias.form))
        };
        Draft {
            base,
            spellings: base.aliases().into_iter().filter_map(named).collect(),
            alive: base.in_force().map(|(_, actor)| actor.id.clone()).collect(),
            gone: Vec::new(),
            entries: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The entries in an order in which a list does the same: what an actor has taken before it goes stands before.
    fn in_order(&mut self) -> Vec<Written> {
        let mut ordered = Vec::new();
        for id in &self.gone {
            if let Some(at) = self.entries.iter().position(|entry| entry.id == *id) {
                ordered.push(self.entries.remove(at));
            }
        }
        ordered.append(&mut self.entries);
        ordered
    }

    /// Puts in the edit at the place `at` of all, or says why not.
    fn edit(&mut self, at: usize, edit: &Edit) {
        let at = Span::new(at, at);
        let done = match edit {
            Edit::New { id, kind, name } => self.start(at, id, *kind, name),
            Edit::Off { actor, text } => self.switch_off(at, actor, text),
            Edit::Add { actor, form, text } => self.add(at, actor, *form, text),
            Edit::Merge { from, into } => self.merge(at, from, into),
        };
        if let Err(why) = done {
            self.problems.push(format!("{}: {why}; the edit is left out", edit.says(self.base)));
        }
    }

    fn start(&mut self, at: Span, id: &str, kind: Kind, name: &str) -> Result<(), String> {
        if self.base.actors().any(|actor| actor.id == id) || self.alive.iter().any(|known| known == id) {
            return Err(format!("expected an id of its own, found that of another actor, `{id}`"));
        }
        self.is_free(id, Form::Name, name)?;
        self.alive.push(id.to_owned());
        self.spellings.push((key_of(name), id.to_owned(), Form::Name));
        let texts = vec![("name", vec![(name.to_owned(), at)])];
        self.entries.push(Written { at, id: id.to_owned(), kind: Some(kind), texts });
        Ok(())
    }

    fn switch_off(&mut self, at: Span, id: &str, text: &str) -> Result<(), String> {
        self.is_alive(id)?;
        let key = key_of(text);
        let before = self.spellings.len();
        self.spellings.retain(|(known, owner, _)| *known != key || owner != id);
        if self.spellings.len() == before {
            return Err("expected a spelling that names it, found another".to_owned());
        }
        self.texts(at, id, "without").push((text.to_owned(), at));
        Ok(())
    }

    fn add(&mut self, at: Span, id: &str, form: Form, text: &str) -> Result<(), String> {
        self.is_alive(id)?;
        self.is_free(id, form, text)?;
        let off = |entry: &Written| {
            entry.id == id && entry.get("without").iter().any(|(other, _)| key_of(other) == key_of(text))
        };
        if self.entries.iter().any(off) {
            return Err("expected a spelling that counts, found one that is switched off".to_owned());
        }
        self.texts(at, id, key(form)).push((text.to_owned(), at));
        self.spellings.push((key_of(text), id.to_owned(), form));
        Ok(())
    }

    fn merge(&mut self, at: Span, from: &str, into: &str) -> Result<(), String> {
        self.is_alive(from)?;
        self.is_alive(into)?;
        if from == into {
            return Err("expected two actors, found one".to_owned());
        }
        self.alive.retain(|id| id != from);
        self.gone.push(from.to_owned());
        self.texts(at, into, "merge").push((from.to_owned(), at));
        Ok(())
    }

    fn is_alive(&self, id: &str) -> Result<(), String> {
        match self.alive.iter().any(|known| known == id) {
            true => Ok(()),
            false => Err(format!("expected the id of an actor, found `{id}`")),
        }
    }

    /// Whether `text` may name the actor `id` by this form: nobody has it. People may share a surname.
    fn is_free(&self, id: &str, form: Form, text: &str) -> Result<(), String> {
        let key = key_of(text);
        let taken = |(known, owner, of): &&(String, String, Form)| {
            *known == key && (owner == id || (form, *of) != (Form::Surname, Form::Surname))
        };
        match self.spellings.iter().find(taken) {
            Some((_, owner, _)) => {
                let actor = self.base.actors().find(|actor| actor.id == *owner);
                let name = actor.map_or(owner, |actor| &actor.name);
                Err(format!("it names {name} already; switch it off there first"))
            }
            None => Ok(()),
        }
    }

    /// What the entry of `id` says under `key`, to be changed; first what the lists say there.
    fn texts(&mut self, at: Span, id: &str, key: &'static str) -> &mut Vec<(String, Span)> {
        let base = self.base;
        let index = self.entries.iter().position(|entry| entry.id == id).unwrap_or_else(|| {
            self.entries.push(Written { at, id: id.to_owned(), kind: None, texts: Vec::new() });
            self.entries.len() - 1
        });
        let entry = &mut self.entries[index];
        let found = entry.texts.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let said: &[String] = match base.named(id) {
                Some(index) if key != "merge" => base.texts(index, key),
                _ => &[],
            };
            let off: Vec<String> = entry.get("without").iter().map(|(text, _)| key_of(text)).collect();
            let stays = |text: &&String| key == "without" || !off.contains(&key_of(text));
            let texts = said.iter().filter(stays).map(|text| (text.clone(), at)).collect();
            entry.texts.push((key, texts));
            entry.texts.len() - 1
        });
        &mut entry.texts[found].1
    }
}
