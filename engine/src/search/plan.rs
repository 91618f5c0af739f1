//! A plan: a query whose words and names were looked up in one corpus.

use super::dictionary::Terms;
use super::field::nearest;
use super::index::Index;
use super::tree::{Node, Pattern, Place};
use super::{Query, words};
use crate::actors::{ActorId, Form, Mentions};
use crate::corpus::Day;
use crate::order;
use crate::text::Problem;

/// A query, ready to be answered by the index that made it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What to do; `None` asks for everything.
    pub(super) step: Option<Step>,
    /// What was not understood, names that nobody in the corpus bears among it.
    pub problems: Vec<Problem>,
}

/// A node of the tree, looked up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Phrase(Place, Vec<Terms>),
    /// Each word with how many of it are wanted, and how far apart the first and the last may be.
    Near(Place, Vec<(Terms, u32)>, u32),
    Published(Option<Day>, Option<Day>),
    Undated,
    /// `None` for a name that nobody bears.
    Actor(Option<ActorId>),
    Form(Form),
    And(Vec<Step>),
    Or(Vec<Step>),
    Not(Box<Step>),
}

impl Plan {
    /// Looks `query` up.
    pub(super) fn new(query: Query, index: &Index, mentions: &Mentions) -> Plan {
        let step = query.tree.as_ref().map(|tree| Step::new(tree, index, mentions));
        let mut problems = query.problems;
        for (id, span) in query.actors.iter().filter(|(id, _)| actor(id, mentions).is_none()) {
            let hint = nearest(id, mentions.actors.iter().map(|a| a.id.as_str()))
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            problems.push(Problem::new(*span, format!("no actor `{id}` is mentioned in this corpus{hint}")));
        }
        order::by_key(&mut problems, |p| p.span);
        Plan { step, problems }
    }
}

/// The actor of this id, or whose name has these words.
fn actor(id: &str, mentions: &Mentions) -> Option<ActorId> {
    let called = |name: &str| words::folded(name).join("-") == id;
    mentions.named(id).or_else(|| {
        let at = mentions.actors.iter().position(|a| called(&a.id) || called(&a.name))?;
        Some(ActorId(at as u32))
    })
}

impl Step {
    fn new(node: &Node, index: &Index, mentions: &Mentions) -> Step {
        let all = |nodes: &[Node]| nodes.iter().map(|n| Step::new(n, index, mentions)).collect();
        match node {
            Node::Phrase(place, patterns) => {
                let dictionary = &index.column(*place).dictionary;
                Step::Phrase(*place, patterns.iter().map(|p| dictionary.matching(p)).collect())
            }
            Node::Near(place, words, within) => {
                let dictionary = &index.column(*place).dictionary;
                let mut wanted: Vec<(Terms, u32)> = Vec::new();
                for word in words {
                    let terms = dictionary.matching(&Pattern::Word(word.clone()));
                    match wanted.iter_mut().find(|(known, _)| *known == terms && terms.len() > 0) {
                        Some((_, count)) => *count += 1,
                        None => wanted.push((terms, 1)),
                    }
                }
                Step::Near(*place, wanted, *within)
            }
            Node::Published(from, to) => Step::Published(*from, *to),
            Node::Undated => Step::Undated,
            Node::Actor(id) => Step::Actor(actor(id, mentions)),
            Node::Form(form) => Step::Form(*form),
            Node::And(nodes) => Step::And(all(nodes)),
            Node::Or(nodes) => Step::Or(all(nodes)),
            Node::Not(node) => Step::Not(Box::new(Step::new(node, index, mentions))),
        }
    }

    /// Whether it asks for this mention.
    pub(super) fn names(&self, mention: &crate::actors::Mention) -> bool {
        match self {
            Step::Actor(actor) => actor.is_some() && mention.actor == *actor,
            Step::Form(form) => mention.actor.is_some() && mention.form == *form,
            _ => false,
        }
    }
}
