//! What is known before an article is read: the spellings, what else they may mean, and how actors belong together.

use super::exceptions::Exception;
use super::gazetteer::Gazetteer;
use super::matcher::Matcher;
use super::other_meanings::OtherMeanings;
use super::{Actor, ActorId, Kind};

/// Everything that is known before an article is read.
pub(super) struct Known<'g> {
    pub(super) matcher: Matcher,
    pub(super) actors: Vec<&'g Actor>,
    pub(super) other_meanings: OtherMeanings,
    /// Organs, each with the body that it belongs to: naming the body lets the organ's short form count.
    pub(super) part_of: Vec<(ActorId, ActorId)>,
    /// Actors whose capital acts for another actor, each with that one.
    pub(super) acts_for: Vec<(ActorId, ActorId)>,
    /// For each actor, the one that it counts as.
    pub(super) counted: Vec<ActorId>,
    /// The places at which a name does not count.
    pub(super) exceptions: Vec<Exception>,
}

impl<'g> Known<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer) -> Known<'g> {
        let count = gazetteer.actors().len();
        let links = |key: &str| -> Vec<(ActorId, ActorId)> {
            let ids = (0..count as u32).map(ActorId);
            ids.filter_map(|id| Some((id, gazetteer.linked(id, key)?))).collect()
        };
        Known {
            matcher: Matcher::new(gazetteer),
            actors: gazetteer.actors().collect(),
            other_meanings: OtherMeanings::new(gazetteer),
            part_of: links("part_of"),
            acts_for: links("acts_for"),
            counted: (0..count as u32).map(|id| gazetteer.counts_as(ActorId(id))).collect(),
            exceptions: gazetteer.exceptions().filter_map(Exception::read).collect(),
        }
    }

    pub(super) fn is_person(&self, id: ActorId) -> bool {
        self.actors.get(id.0 as usize).is_some_and(|actor| actor.kind == Kind::Person)
    }
}

/// The actor that `links` gives for `id`.
pub(super) fn linked(links: &[(ActorId, ActorId)], id: ActorId) -> Option<ActorId> {
    links.iter().find(|(from, _)| *from == id).map(|(_, to)| *to)
}
