//! What a pack has for readers who edit: the gazetteer with which its mentions were found, and proposals.

use super::Edit;
use crate::actors::{Form, Gazetteer, Suggestion, discover};
use crate::corpus::Corpus;
use serde::{Deserialize, Serialize};

/// Proposals in a pack at most; a reader looks through no more.
const MOST: usize = 30;

/// The lists in force, and proposals for names in none of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lists {
    /// The gazetteer of the lists in force.
    pub gazetteer: Gazetteer,
    /// Names that occur often and are in no list, most frequent first.
    pub proposals: Vec<Proposal>,
}

impl Lists {
    /// `gazetteer`, with proposals for names that are frequent in `corpus` and not in it.
    pub fn new(corpus: &Corpus, gazetteer: Gazetteer) -> Lists {
        let proposals = discover(corpus, &gazetteer).iter().filter_map(Proposal::of).take(MOST).collect();
        Lists { gazetteer, proposals }
    }
}

/// A name that occurs often and is in no list, as a pack has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The edits that make an actor of it: the new actor, then its other spellings.
    pub edits: Vec<Edit>,
    /// The number of its occurrences.
    pub times: u32,
    /// The number of articles that it occurs in.
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
