//! A list while edits are put into it: which actor has which spelling, what a list could not say, and the entries so
//! far.

use super::key;
use crate::actors::gazetteer::{Following, following, is_free, key_of};
use crate::actors::list::{ALIAS_KEYS, Written};
use crate::actors::{Actor, ActorId, Alias, Form, Gazetteer, Kind};
use crate::text::Span;
use std::collections::HashSet;

/// The draft of a list that is read after all those of a gazetteer.
pub(super) struct Draft<'g> {
    base: &'g Gazetteer,
    /// The actors of the gazetteer in its order, then new ones.
    actors: Vec<Drafted>,
    /// The indices of the actors that the list names, in its order.
    touched: Vec<usize>,
    /// Every spelling in force.
    spellings: Vec<Spelling>,
}

struct Drafted {
    id: String,
    name: String,
    /// Its kind, where it is new.
    new: Option<Kind>,
    /// Whether it is a person.
    person: bool,
    /// Whether its spellings count, for it or for another.
    stands: bool,
    /// Whether it counts as itself.
    counts: bool,
    /// The keys of spellings that are switched off.
    off: HashSet<String>,
    /// The texts of its entry, by key of the list.
    texts: Vec<(&'static str, Vec<Text>)>,
}

struct Text {
    text: String,
    key: String,
}

struct Spelling {
    key: String,
    /// The index of its actor.
    owner: usize,
    form: Form,
    /// The name and surname that it follows from, where no list has it.
    follows: Option<Following>,
}

impl<'g> Draft<'g> {
    pub(super) fn new(base: &'g Gazetteer) -> Draft<'g> {
        let all: Vec<&Actor> = base.actors().collect();
        let drafted = |(id, actor): (u32, &&Actor)| {
            let counts_as = base.counts_as(ActorId(id));
            let stands = base.counts(ActorId(id));
            Drafted {
                id: actor.id.clone(),
                name: all[counts_as.0 as usize].name.clone(),
                new: None,
                person: actor.kind == Kind::Person,
                stands,
                counts: stands && counts_as == ActorId(id),
                off: base.texts(ActorId(id), "without").iter().map(|text| key_of(text)).collect(),
                texts: Vec::new(),
            }
        };
        let listed = |Alias { text, actor, form, .. }: Alias| {
            Some(Spelling { key: key_of(&text), owner: actor?.0 as usize, form, follows: None })
        };
        let spellings =
            base.aliases().into_iter().filter(|alias| !alias.follows).filter_map(listed).collect();
        let actors = (0..).zip(&all).map(drafted).collect();
        let mut draft = Draft { base, actors, touched: Vec::new(), spellings };
        draft.follow();
        draft
    }

    /// The entries of the list.
    pub(super) fn entries(self) -> Vec<Written> {
        let mut actors: Vec<Option<Drafted>> = self.actors.into_iter().map(Some).collect();
        let mut entries = Vec::new();
        for Drafted { id, new, texts, .. } in self.touched.iter().filter_map(|at| actors[*at].take()) {
            let written = |text: Text| (text.text, Span::default());
            let texts = texts.into_iter().map(|(key, texts)| (key, texts.into_iter().map(written).collect()));
            entries.push(Written { at: Span::default(), id, kind: new, texts: texts.collect() });
        }
        entries
    }

    /// Derives anew the spellings that follow from those in force.
    pub(super) fn follow(&mut self) {
        self.spellings.retain(|spelling| spelling.follows.is_none());
        let names = self.spellings.iter().filter(|spelling| spelling.form != Form::Surname);
        let mut names: HashSet<String> = names.map(|spelling| spelling.key.clone()).collect();
        for owner in (0..self.actors.len()).filter(|owner| self.actors[*owner].stands) {
            let spellings = following(self.actors[owner].person, |key| self.written(owner, key));
            for spelling in spellings.into_iter().filter(|spelling| is_free(&mut names, spelling)) {
                let (key, form) = (spelling.text.clone(), spelling.form);
                self.spellings.push(Spelling { key, owner, form, follows: Some(spelling) });
            }
        }
    }

    /// Adds a new actor; the error says why it cannot be added.
    pub(super) fn start(&mut self, id: &str, kind: Kind, name: &str) -> Result<(), String> {
        if self.actors.iter().any(|actor| actor.id == id) {
            return Err(format!("expected an id of its own, found that of another actor, `{id}`"));
        }
        let owner = self.actors.len();
        let key = self.free(owner, Form::Name, name)?;
        let text = Text { text: name.to_owned(), key: key.clone() };
        self.touched.push(owner);
        self.actors.push(Drafted {
            id: id.to_owned(),
            name: name.to_owned(),
            new: Some(kind),
            person: kind == Kind::Person,
            stands: true,
            counts: true,
            off: HashSet::new(),
            texts: vec![("name", vec![text])],
        });
        self.spellings.push(Spelling { key, owner, form: Form::Name, follows: None });
        Ok(())
    }

    /// Switches off a spelling of the actor `id`; with `following`, only one that no list has. The error says why it
    /// cannot be.
    pub(super) fn switch_off(&mut self, id: &str, text: &str, following: bool) -> Result<(), String> {
        let owner = self.standing(id)?;
        let key = key_of(text);
        let before = self.spellings.len();
        self.spellings.retain(|spelling| {
            let fits = spelling.follows.is_some() || !following;
            spelling.key != key || spelling.owner != owner || !fits
        });
        if self.spellings.len() == before {
            return Err("expected a spelling that names it, found another".to_owned());
        }
        self.actors[owner].off.insert(key.clone());
        self.texts(owner, "without").push(Text { text: text.to_owned(), key });
        Ok(())
    }

    /// Adds a spelling to the actor `id`; the error says why it cannot be added.
    pub(super) fn add(&mut self, id: &str, form: Form, text: &str) -> Result<(), String> {
        let owner = self.standing(id)?;
        let text_key = self.free(owner, form, text)?;
        if self.actors[owner].off.contains(&text_key) {
            // An entry cannot do without its name.
            if self.actors[owner].new.is_some() && key_of(&self.actors[owner].name) == text_key {
                return Err("expected a spelling that counts, found one that is switched off".to_owned());
            }
            // Where lists have it, it goes from there, so that nothing needs to switch it off.
            let lists = ALIAS_KEYS.iter().map(|(list, _)| *list);
            let lists: Vec<_> = lists.filter(|list| self.has(owner, list, &text_key)).collect();
            for list in lists.into_iter().chain(["without"]) {
                self.texts(owner, list).retain(|other| other.key != text_key);
            }
            self.actors[owner].off.remove(&text_key);
        }
        self.spellings.push(Spelling { key: text_key.clone(), owner, form, follows: None });
        self.texts(owner, key(form)).push(Text { text: text.to_owned(), key: text_key });
        Ok(())
    }

    /// Takes `text` for a phrase that names nobody; the error says whom it names.
    pub(super) fn shield(&mut self, text: &str) -> Result<(), String> {
        let key = key_of(text);
        let named =
            self.spellings.iter().find(|spelling| spelling.key == key && self.actors[spelling.owner].stands);
        match named {
            Some(spelling) => {
                let name = &self.actors[spelling.owner].name;
                Err(format!("expected a longer phrase, found a spelling of {name}; switch that off instead"))
            }
            None => Ok(()),
        }
    }

    /// Merges the actor `from` into the actor `into`; the error says why they cannot be merged.
    pub(super) fn merge(&mut self, from: &str, into: &str) -> Result<(), String> {
        let [from, into] = [self.counting(from)?, self.counting(into)?];
        if from == into {
            return Err("expected two actors, found one".to_owned());
        }
        self.actors[from].counts = false;
        let id = self.actors[from].id.clone();
        self.texts(into, "merge").push(Text { key: id.clone(), text: id });
        Ok(())
    }

    /// The index of the actor `id`, whose spellings count.
    fn standing(&self, id: &str) -> Result<usize, String> {
        let found = self.actors.iter().position(|actor| actor.id == id && actor.stands);
        found.ok_or_else(|| format!("expected the id of an actor, found `{id}`"))
    }

    /// The index of the actor `id`, which counts as itself.
    fn counting(&self, id: &str) -> Result<usize, String> {
        let found = self.standing(id)?;
        let itself = Some(found).filter(|at| self.actors[*at].counts);
        itself.ok_or_else(|| format!("expected the id of an actor, found `{id}`"))
    }

    /// The key of `text`, where it may name `owner` in this form: no actor has it, or it is a surname, which people may
    /// share.
    fn free(&self, owner: usize, form: Form, text: &str) -> Result<String, String> {
        let key = key_of(text);
        let taken = |spelling: &&Spelling| {
            let shared = (form, spelling.form) == (Form::Surname, Form::Surname);
            let titled = spelling.follows.as_ref().is_some_and(|follows| follows.titled);
            spelling.key == key && !titled && (spelling.owner == owner || !shared)
        };
        let Some(Spelling { owner, follows, .. }) = self.spellings.iter().find(taken) else { return Ok(key) };
        let name = &self.actors[*owner].name;
        let why = match follows {
            Some(Following { name, surname, .. }) => {
                format!(", as follows from “{name}” and the surname “{surname}”")
            }
            None => String::new(),
        };
        Err(format!("it names {name} already{why}; switch it off there first"))
    }

    /// The texts that the entry of `owner` has under `list` now, without those that are switched off or were taken out.
    fn written(&self, owner: usize, list: &str) -> Vec<&str> {
        let off = &self.actors[owner].off;
        let mut texts = self.written_all(owner, list);
        match list {
            "without" => {}
            "merge" => texts.retain(|id| self.standing(id).is_ok()),
            _ if off.is_empty() => {}
            _ => texts.retain(|text| !off.contains(&key_of(text))),
        }
        texts
    }

    /// Whether the entry of `owner` has the spelling of this key under `list`, switched off or not.
    fn has(&self, owner: usize, list: &str, key: &str) -> bool {
        match self.actors[owner].texts.iter().find(|(known, _)| *known == list) {
            Some((_, texts)) => texts.iter().any(|text| text.key == key),
            None => self.base.texts(ActorId(owner as u32), list).iter().any(|text| key_of(text) == key),
        }
    }

    /// The texts that the entry of `owner` has under `list` now, those that are switched off among them.
    fn written_all(&self, owner: usize, list: &str) -> Vec<&str> {
        match self.actors[owner].texts.iter().find(|(known, _)| *known == list) {
            Some((_, texts)) => texts.iter().map(|text| text.text.as_str()).collect(),
            None => self.base.texts(ActorId(owner as u32), list).iter().map(String::as_str).collect(),
        }
    }

    /// The texts that the entry of `owner` has under `list`, to be changed; at first those that the lists have there.
    fn texts(&mut self, owner: usize, list: &'static str) -> &mut Vec<Text> {
        let drafted = &self.actors[owner];
        if drafted.texts.is_empty() {
            self.touched.push(owner);
        }
        let found = drafted.texts.iter().position(|(known, _)| *known == list);
        let at = found.unwrap_or_else(|| {
            let text = |text: &str| Text { text: text.to_owned(), key: key_of(text) };
            let texts = self.written(owner, list).into_iter().map(text).collect();
            let drafted = &mut self.actors[owner].texts;
            drafted.push((list, texts));
            drafted.len() - 1
        });
        &mut self.actors[owner].texts[at].1
    }
}
