//! A corpus annotated with the lists in force: a reader's edits, what they change, and how each actor is spelled.

use super::spellings::listed_name;
use super::{Completion, Explorer, Selection, Spelling};
use crate::actors::{
    Actor, ActorId, Alias, Edit, Edited, Gazetteer, Kind, Lists, Proposal, annotate, key_of,
};
use crate::view::View;
use crate::wording;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A corpus annotated with the lists in force.
#[derive(Debug)]
pub struct Annotated {
    /// The corpus with its mentions, prepared to answer views.
    pub explorer: Explorer,
    /// The lists in force, with the edits.
    pub gazetteer: Gazetteer,
    /// The edits that take effect, in the order given.
    pub edits: Vec<Edit>,
    /// A sentence for each edit that does not apply to these lists.
    pub problems: Vec<String>,
    /// The edits that take effect, in the format of `actors.toml`.
    pub toml: String,
    /// Every spelling of the lists with its key; computed on first use.
    aliases: OnceLock<Vec<(String, Alias)>>,
    /// The spellings of the lists for the actors of the corpus; computed on first use.
    listed: OnceLock<Vec<(ActorId, String)>>,
}

/// An actor in force, with its counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The actor's id.
    pub id: String,
    /// The actor's name.
    pub name: String,
    /// The actor's kind: a state, a person and so on.
    pub kind: Kind,
    /// The number of its mentions that count.
    pub mentions: u32,
    /// The number of articles that mention it.
    pub articles: u32,
}

/// A spelling in force, with what it brings to a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelled {
    /// The spelling as the list writes it; one that no list has stands as it is met most often, and one that is not met
    /// has its form in the list.
    pub spelling: Spelling,
    /// The edits that switch the spelling off: one for each actor that has it and counts as this one. Empty for a
    /// spelling that is in no list and is not derived from one there, as `Ada B. Example`, which is found with `Ada
    /// Example`.
    pub off: Vec<Edit>,
}

/// The counts of an actor before and after a change of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The actor's id.
    pub id: String,
    /// The actor's name.
    pub name: String,
    /// The number of its mentions, before and after.
    pub mentions: [u32; 2],
    /// The number of articles that mention it, before and after.
    pub articles: [u32; 2],
}

impl Change {
    /// The change in words: `Russia: 31 → 24 mentions, 9 → 9 articles`.
    pub fn says(&self) -> String {
        let step = |[before, after]: [u32; 2], unit| {
            format!("{} → {}", wording::number(before as usize), wording::count(after as usize, unit))
        };
        let Change { name, mentions, articles, .. } = self;
        format!("{name}: {}, {}", step(*mentions, "mention"), step(*articles, "article"))
    }
}

impl Annotated {
    /// The corpus of `explorer` with `lists` and no edits.
    pub fn first(explorer: Explorer, lists: &Lists) -> Annotated {
        Annotated::new(explorer, lists.gazetteer.clone(), Vec::new(), Vec::new(), String::new())
    }

    /// The parts together; what is derived from them is derived when it is first asked for.
    fn new(
        explorer: Explorer,
        gazetteer: Gazetteer,
        edits: Vec<Edit>,
        problems: Vec<String>,
        toml: String,
    ) -> Annotated {
        let (aliases, listed) = (OnceLock::new(), OnceLock::new());
        Annotated { explorer, gazetteer, edits, problems, toml, aliases, listed }
    }

    /// The same corpus, annotated with `lists` and `edits`.
    pub fn edited(&self, lists: &Lists, edits: &[Edit]) -> Annotated {
        let edited = Edited::new(&lists.gazetteer, edits);
        let toml = edited.to_toml();
        let Edited { gazetteer, edits, problems, .. } = edited;
        let mut explorer = self.explorer.reread(annotate(&self.explorer.corpus, &gazetteer));
        explorer.edits = edits.len();
        Annotated::new(explorer, gazetteer, edits, problems, toml)
    }

    /// Every spelling of the lists with its key.
    fn aliases(&self) -> &[(String, Alias)] {
        let keyed = |alias: Alias| (key_of(&alias.text), alias);
        self.aliases.get_or_init(|| self.gazetteer.aliases().into_iter().map(keyed).collect())
    }

    /// The spellings of the lists that are theirs in any language, for the actors of the corpus.
    fn listed_names(&self) -> &[(ActorId, String)] {
        self.listed.get_or_init(|| {
            let actors: Vec<&Actor> = self.gazetteer.actors().collect();
            let of = |(_, alias): &(String, Alias)| {
                let actor =
                    actors.get(alias.actor.filter(|_| alias.language == 0 && !alias.follows)?.0 as usize)?;
                Some((self.explorer.mentions.named(&actor.id)?, alias.text.clone()))
            };
            self.aliases().iter().filter_map(of).collect()
        })
    }

    /// A name of `actor`, in the texts or in the lists, a word of which begins with `folded`, which is folded.
    pub fn called(&self, actor: ActorId, folded: &str) -> Option<&str> {
        self.explorer.called(actor, folded).or_else(|| listed_name(self.listed_names(), actor, folded))
    }

    /// [`Explorer::completions`] under any name of the texts or of the lists.
    pub fn completions(&self, view: &View) -> Vec<Completion> {
        self.explorer.completions(view, self.listed_names())
    }

    /// The proposals of `lists`, without those whose name is a spelling of the lists in force.
    pub fn proposals<'l>(&self, lists: &'l Lists) -> impl Iterator<Item = &'l Proposal> {
        let known: HashSet<&str> = self.aliases().iter().map(|(key, _)| key.as_str()).collect();
        lists.proposals.iter().filter(move |proposal| {
            let named =
                |edit: &Edit| matches!(edit, Edit::New { name, .. } if known.contains(&*key_of(name)));
            !proposal.edits.iter().any(named)
        })
    }

    /// Every actor in force: first those that `selection` mentions, most mentioned first, then the others in the order
    /// of the lists.
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

    /// The spellings of the actor `id` and of those that count as it: first the ones met in `selection`, most frequent
    /// first, then the others of the lists.
    pub fn spelled(&self, selection: &Selection, id: &str) -> Vec<Spelled> {
        let actor = self.explorer.mentions.named(id);
        let met = actor.map(|actor| self.explorer.spellings(&selection.mentions, actor)).unwrap_or_default();
        let mut all: Vec<Spelled> =
            met.into_iter().map(|spelling| Spelled { spelling, off: Vec::new() }).collect();
        let met = all.len();
        let mut places: HashMap<String, usize> =
            all.iter().enumerate().map(|(at, spelled)| (key_of(&spelled.spelling.text), at)).collect();
        let Some(own) = self.gazetteer.named(id) else { return all };
        let ids: Vec<&str> = self.gazetteer.actors().map(|actor| actor.id.as_str()).collect();
        for (key, Alias { text, actor, form, follows, .. }) in self.aliases() {
            let Some(owner) = actor.filter(|actor| self.gazetteer.counts_as(*actor) == own) else { continue };
            let at = match places.get(key) {
                Some(at) => *at,
                // What only follows shows where it is met.
                None if *follows => continue,
                None => {
                    places.insert(key.clone(), all.len());
                    all.push(Spelled::default());
                    all.len() - 1
                }
            };
            let Spelled { spelling, off } = &mut all[at];
            // Of several ways to write one spelling, the first.
            if !follows && off.is_empty() {
                spelling.text.clone_from(text);
            }
            if at >= met && !spelling.forms.contains(form) {
                spelling.forms.push(*form);
            }
            let owner = ids[owner.0 as usize];
            if !off.iter().any(|edit| matches!(edit, Edit::Off { actor, .. } if actor == owner)) {
                off.push(Edit::Off { actor: owner.to_owned(), text: spelling.text.clone() });
            }
        }
        all
    }

    /// The actors whose counts in `view` differ between `self` and `after`, which has the view [merged](View::merged)
    /// with its edits. Those mentioned before come first, most mentioned first; those mentioned only after come last.
    pub fn changes(&self, after: &Annotated, view: &View) -> Vec<Change> {
        let view = view.filters();
        let mut changes: Vec<Change> = Vec::new();
        let views = [view.clone(), view.merged(&after.edits)];
        for (side, (annotated, view)) in [self, after].into_iter().zip(views).enumerate() {
            let explorer = &annotated.explorer;
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
