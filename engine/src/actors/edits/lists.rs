//! What a pack has for readers who edit: the gazetteer with which its mentions were found, and proposals.

use super::Edit;
use crate::actors::{Form, Gazetteer, Suggestion, discover};
use crate::corpus::Corpus;
use serde::{Deserialize, Serialize};

/// Proposals in a pack: more names than a reader looks through weigh for nothing.
const MOST: usize = 30;

/// The lists in force, and what is in none of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lists {
    /// The lists in force.
    pub gazetteer: Gazetteer,
    /// Names that occur often and are in no list, most frequent first.
    pub proposals: Vec<Proposal>,
}

impl Lists {
    /// `gazetteer`, and what `corpus` names often and it does not.
    pub fn new(corpus: &Corpus, gazetteer: Gazetteer) -> Lists {
        let proposals = discover(corpus, &gazetteer).iter().filter_map(Proposal::of).take(MOST).collect();
        Lists { gazetteer, proposals }
    }
}

/// A name that occurs often and is in no list, as a pack has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What makes an actor of it: the new actor, then its other spellings.
    pub edits: Vec<Edit>,
    /// How often it stands in the texts.
    pub times: u32,
    /// In how many articles.
    pub articles: u32,
}

impl Proposal {
    /// `suggestion` as edits; `None` where its name is too long for one.
    fn of(suggestion: &Suggestion) -> Option<Proposal> {
        let Suggestion { id, name, kind, names, acronym, surname, places } = suggestion;
        let mut edits = vec![Edit::new_actor(id, *kind, name)?];
        edits.extend(names.iter().filter_map(|text| Edit::add(id, Form::Name, text)));
        edits.extend(acronym.iter().filter_map(|text| Edit::add(id, Form::Acronym, text)));
        edits.extend(surname.iter().filter_map(|text| Edit::add(id, Form::Surname, text)));
        let mut articles: Vec<_> = places.iter().map(|(article, ..)| *article).collect();
        articles.dedup();
        Some(Proposal { edits, times: places.len() as u32, articles: articles.len() as u32 })
    }
}
