//! Names that occur often and are in no list: rows of capitalised words, with their likely kind, variants joined in
//! one, a surname joined with its full name. They are suggestions for an editor, and count for no actor.

mod candidate;
mod cues;
mod joins;
mod refine;
mod rows;

use super::gazetteer::{Gazetteer, fresh_id, key_of};
use super::known::Known;
use super::list::Written;
use super::{Kind, Zone};
use crate::corpus::{ArticleId, Corpus};
use crate::order;
use crate::text::Span;
use candidate::{Candidate, Candidates, OFTEN};
use joins::{Join, Joins, bears};
use std::cmp::Reverse;
use std::collections::HashSet;

/// A name that an editor may want to list as an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id, which no actor has yet.
    pub id: String,
    /// Its most frequent spelling.
    pub name: String,
    /// Its likely kind.
    pub kind: Kind,
    /// Its other spellings in the corpus.
    pub names: Vec<String>,
    /// The acronym that stands for it.
    pub acronym: Option<String>,
    /// The surname, where it also stands alone.
    pub surname: Option<String>,
    /// Its occurrences in reading order, those of the surname alone and of the acronym among them; spans are in bytes
    /// of the zone's text.
    pub places: Vec<(ArticleId, Zone, Span)>,
}

impl Suggestion {
    /// The suggestion as an entry of `actors.toml`.
    pub fn entry(&self) -> String {
        let text = |text: &String| (text.clone(), Span::default());
        let mut texts =
            vec![("name", vec![text(&self.name)]), ("names", self.names.iter().map(text).collect())];
        texts.push(("acronyms", self.acronym.iter().map(text).collect()));
        texts.push(("surname", self.surname.iter().map(text).collect()));
        texts.retain(|(_, list)| !list.is_empty());
        Written { at: Span::default(), id: self.id.clone(), kind: Some(self.kind), texts }.to_toml()
    }
}

/// The names that are frequent in `corpus` and not in `gazetteer`, most frequent first.
pub fn discover(corpus: &Corpus, gazetteer: &Gazetteer) -> Vec<Suggestion> {
    let known = Known::new(gazetteer);
    let mut all = Candidates::new();
    for (id, article) in corpus.ids() {
        rows::read(id, article, &known, &mut all);
    }
    refine::keep_names(corpus, &mut all);
    let given = gazetteer.words("given_names");
    let regions = gazetteer.words("elsewhere");
    let joins = Joins::new(&all, &given);
    let parts = joins.parts();
    let whole =
        |key: &str| !joins.of.contains_key(key) && !joins.families.contains(key) && !regions.contains(key);
    let mut suggestions: Vec<Suggestion> = all
        .keys()
        .filter(|key| whole(key))
        .filter_map(|key| {
            let parts = parts.get(key.as_str()).map_or(&[][..], Vec::as_slice);
            suggestion(key, parts, &all, &joins, &given)
        })
        .collect();
    order::by_key(&mut suggestions, |s| Reverse(s.places.len()));
    let taken: HashSet<String> =
        gazetteer.aliases().iter().filter(|alias| !alias.titled).map(|alias| key_of(&alias.text)).collect();
    let mut ids: HashSet<String> = gazetteer.actors().map(|a| a.id.clone()).collect();
    for suggestion in &mut suggestions {
        suggestion.surname = suggestion.surname.take().filter(|surname| !taken.contains(&key_of(surname)));
        suggestion.id = fresh_id(&suggestion.name, &|id| ids.contains(id));
        ids.insert(suggestion.id.clone());
    }
    suggestions
}

/// The suggestion, without an id, of the name `key` and its other ways to be written, `parts`; `None` where it is rare, or
/// nothing shows an actor. `given` are the given names of the lists.
fn suggestion(
    key: &str,
    parts: &[&str],
    all: &Candidates,
    joins: &Joins,
    given: &HashSet<String>,
) -> Option<Suggestion> {
    let own = all.get(key).filter(|own| own.inside > 0 || key.contains(' '))?;
    let mut whole = Candidate::default();
    whole.add(own);
    parts.iter().filter_map(|part| all.get(*part)).for_each(|part| whole.add(part));
    let texts = |join: Join| -> Vec<String> {
        let fit = parts.iter().filter(|part| joins.of.get(**part).is_some_and(|(_, what)| *what == join));
        let mut fit: Vec<&Candidate> = fit.filter_map(|part| all.get(*part)).collect();
        order::by_key(&mut fit, |part| Reverse(part.places.len()));
        fit.iter().map(|part| part.usual()).collect()
    };
    let surnames = texts(Join::Surname);
    let firm = parts.iter().any(|part| part.split(' ').any(cues::is_company_ending));
    let kind = whole.kind(key, !surnames.is_empty(), firm, given)?;
    // A family name stands last more often than first.
    let borne = joins.families.iter().filter(|family| bears(key, family));
    let family = borne.min_by_key(|family| !key.ends_with(family.as_str()));
    let surname = surnames.into_iter().next().or_else(|| all.get(family?).map(Candidate::usual));
    (whole.places.len() >= OFTEN).then(|| Suggestion {
        id: String::new(),
        name: own.usual(),
        kind,
        names: texts(Join::Spelling),
        acronym: texts(Join::Acronym).into_iter().next(),
        surname: surname.filter(|_| kind == Kind::Person),
        places: whole.sorted(),
    })
}
