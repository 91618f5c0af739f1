//! A reading of the corpus with the lists in force: what readers edit, what that changes, and how each actor is
//! spelled.

use super::measure::Spelling;
use super::{Explorer, Selection, View, wording};
use crate::actors::{Actor, Alias, Edit, Edited, Gazetteer, Kind, Lists, annotate, key_of};

/// The corpus as it counts with the edits of a reader.
#[derive(Debug)]
pub struct Reading {
    /// The corpus, ready to answer.
    pub explorer: Explorer,
    /// The lists in force.
    pub gazetteer: Gazetteer,
    /// Edits that mean nothing here, in a sentence each.
    pub problems: Vec<String>,
    /// The edits as a list, in the format of `actors.toml`.
    pub toml: String,
}

/// An actor in force with its counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its mentions.
    pub mentions: u32,
    /// Articles that hold one.
    pub articles: u32,
}

/// A spelling in force with what it brings to a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelled {
    /// The spelling, as the list writes it; where no list has it, as it is met most often. Where it is not met, with
    /// its form in the list.
    pub spelling: Spelling,
    /// What switches it off; `None` where it follows from other spellings.
    pub off: Option<Edit>,
}

/// What an actor counts before and after something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its mentions, before and after.
    pub mentions: [u32; 2],
    /// Articles that hold one, before and after.
    pub articles: [u32; 2],
}

impl Change {
    /// `Russia: 31 → 24 mentions, 9 → 9 articles`.
    pub fn says(&self) -> String {
        let step = |[before, after]: [u32; 2], unit| {
            format!("{} → {}", wording::number(before as usize), wording::count(after as usize, unit))
        };
        let Change { name, mentions, articles, .. } = self;
        format!("{name}: {}, {}", step(*mentions, "mention"), step(*articles, "article"))
    }
}

impl Reading {
    /// The corpus as it comes.
    pub fn first(explorer: Explorer, lists: &Lists) -> Reading {
        let gazetteer = lists.gazetteer.clone();
        Reading { explorer, gazetteer, problems: Vec::new(), toml: String::new() }
    }

    /// The same corpus with `edits` in `lists`.
    pub fn edited(&self, lists: &Lists, edits: &[Edit]) -> Reading {
        let edited = Edited::new(&lists.gazetteer, edits);
        let toml = edited.to_toml();
        let Edited { gazetteer, problems, .. } = edited;
        let explorer = self.explorer.reread(annotate(&self.explorer.corpus, &gazetteer));
        Reading { explorer, gazetteer, problems, toml }
    }

    /// Every actor in force: those of `selection` first, most mentioned first, then the others as the lists have
    /// them.
    pub fn listed(&self, selection: &Selection) -> Vec<Listed> {
        let listed = |actor: &Actor, mentions: u32, articles: u32| Listed {
            id: actor.id.clone(),
            name: actor.name.clone(),
            kind: actor.kind,
            mentions,
            articles,
        };
        let mut all: Vec<Listed> = Vec::new();
        for count in selection.actors.iter().filter(|count| count.mentions > 0) {
            let actor = self.explorer.mentions.actor(count.actor);
            all.extend(actor.map(|actor| listed(actor, count.mentions, count.articles)));
        }
        let counted = all.len();
        for (_, actor) in self.gazetteer.in_force() {
            if !all[..counted].iter().any(|other| other.id == actor.id) {
                all.push(listed(actor, 0, 0));
            }
        }
        all
    }

    /// How the actor `id` is spelled: what `selection` holds first, most frequent first, then what the lists have.
    /// `base` are the lists as they come, whose spellings can be switched off.
    pub fn spelled(&self, selection: &Selection, id: &str, base: &Gazetteer, edits: &[Edit]) -> Vec<Spelled> {
        let actor = self.explorer.mentions.named(id);
        let met = actor.map(|actor| self.explorer.spellings(&selection.mentions, actor)).unwrap_or_default();
        let mut all: Vec<(String, Spelled)> = Vec::new();
        for spelling in met {
            all.push((key_of(&spelling.text), Spelled { spelling, off: None }));
        }
        let own = self.gazetteer.named(id);
        let owners = Owners::new(base, edits);
        for Alias { text, actor, form } in self.gazetteer.aliases() {
            if own.is_none() || actor != own {
                continue;
            }
            let key = key_of(&text);
            let known = all.iter().position(|(known, _)| *known == key);
            // Folded, it is no list's: the name in another order.
            if text == key && known.is_none() {
                continue;
            }
            let at = known.unwrap_or_else(|| {
                all.push((key.clone(), Spelled::default()));
                all.len() - 1
            });
            let Spelled { spelling, off } = &mut all[at].1;
            if text != key {
                spelling.text = text;
            }
            if known.is_none() {
                spelling.forms.push(form);
            }
            *off = owners.of(&key, id).map(|actor| {
                let (actor, text) = (actor.to_owned(), spelling.text.clone());
                Edit::Off { actor, text }
            });
        }
        all.into_iter().map(|(_, spelled)| spelled).collect()
    }

    /// What each actor counts in `view` before and after, where that differs; the greatest change first.
    pub fn changes(&self, after: &Reading, view: &View) -> Vec<Change> {
        let view = view.filters();
        let mut changes: Vec<Change> = Vec::new();
        for (side, reading) in [self, after].into_iter().enumerate() {
            let explorer = &reading.explorer;
            for count in explorer.select(&view).actors {
                let Some(actor) = explorer.mentions.actor(count.actor) else { continue };
                let at = changes.iter().position(|change| change.id == actor.id).unwrap_or_else(|| {
                    let (id, name) = (actor.id.clone(), actor.name.clone());
                    changes.push(Change { id, name, mentions: [0; 2], articles: [0; 2] });
                    changes.len() - 1
                });
                changes[at].mentions[side] = count.mentions;
                changes[at].articles[side] = count.articles;
            }
        }
        changes.retain(|change| {
            change.mentions[0] != change.mentions[1] || change.articles[0] != change.articles[1]
        });
        changes
    }
}

/// Whose each spelling is before actors are merged: by its key, the id.
struct Owners(Vec<(String, String)>);

impl Owners {
    fn new(base: &Gazetteer, edits: &[Edit]) -> Owners {
        let ids: Vec<&str> = base.actors().map(|actor| actor.id.as_str()).collect();
        let listed = base.aliases().into_iter().filter_map(|alias| {
            let id = ids.get(alias.actor?.0 as usize)?;
            Some((key_of(&alias.text), (*id).to_owned()))
        });
        let added = edits.iter().filter_map(|edit| match edit {
            Edit::Add { actor, text, .. } => Some((key_of(text), actor.clone())),
            _ => None,
        });
        Owners(added.chain(listed).collect())
    }

    /// The owner of this key; people may share a surname, so the actor `id` before others.
    fn of(&self, key: &str, id: &str) -> Option<&str> {
        let owners = || self.0.iter().filter(|(known, _)| known == key).map(|(_, owner)| owner.as_str());
        owners().find(|owner| *owner == id).or_else(|| owners().next())
    }
}
