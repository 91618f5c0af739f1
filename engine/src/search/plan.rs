//! A plan: a query whose names were looked up in one corpus. Its words are looked up where it is answered, so that the same
//! plan is answered by the index of all articles and by that of one.

use super::dictionary::within;
use super::field::nearest;
use super::tree::{Node, Pattern, TextField};
use super::{Query, words};
use crate::actors::{ActorId, Form, Mention, Mentions};
use crate::corpus::Day;
use crate::order;
use crate::text::Problem;

/// A query, ready to be answered by an index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The root of the steps; `None` asks for everything.
    pub(super) step: Option<Step>,
    /// What was not understood, with names that no actor of the corpus has; spans are in bytes of the query's text.
    pub problems: Vec<Problem>,
}

/// A set of forms, a bit each.
type Forms = u8;
/// Every form.
const ANY: Forms = (1 << Form::ALL.len()) - 1;

fn bit(form: Form) -> Forms {
    1 << form as u8
}

/// A node of the syntax tree, its names looked up in one corpus.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// Words, one right after the other.
    Phrase(TextField, Vec<Pattern>),
    /// Compounds that are this word without their hyphens.
    Joined(TextField, String),
    /// Words in any order, and how many words the last may stand after the first.
    Near(TextField, Vec<String>, u32),
    Published(Option<Day>, Option<Day>),
    Undated,
    /// Has a mention of one of these actors, or of any, in one of these forms.
    Mention(Option<Vec<ActorId>>, Forms),
    And(Vec<Step>),
    Or(Vec<Step>),
    Not(Box<Step>),
}

impl Plan {
    /// Looks up the names of `query` in `mentions`.
    pub fn new(query: Query, mentions: &Mentions) -> Plan {
        let begun = query.begun.as_deref();
        let step = query.tree.as_ref().map(|tree| Step::new(tree, mentions, begun));
        let mut problems = query.problems;
        let is_unknown = |id: &str| begun != Some(id) && actor(id, mentions).is_none();
        for (id, span) in query.actors.iter().filter(|(id, _)| is_unknown(id)) {
            let hint = nearest(id, mentions.actors.iter().map(|a| a.id.as_str()))
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            problems.push(Problem::new(*span, format!("no actor `{id}` is mentioned in this corpus{hint}")));
        }
        order::by_key(&mut problems, |p| p.span);
        Plan { step, problems }
    }
}

/// The actor with this id, or whose id or name has these words, joined by hyphens.
fn actor(id: &str, mentions: &Mentions) -> Option<ActorId> {
    let called = |name: &str| words::folded(name).join("-") == id;
    mentions.named(id).or_else(|| {
        let at = mentions.actors.iter().position(|a| called(&a.id) || called(&a.name))?;
        Some(ActorId(at as u32))
    })
}

/// The actors a word of whose id or name begins with `id`, which somebody is still typing.
fn actors_begun(id: &str, mentions: &Mentions) -> Vec<ActorId> {
    let begins = |name: &str| {
        let name = words::folded(name).join("-");
        name.starts_with(id) || name.match_indices('-').any(|(at, _)| name[at + 1..].starts_with(id))
    };
    let called = mentions.actors.iter().enumerate().filter(|(_, a)| begins(&a.id) || begins(&a.name));
    called.map(|(at, _)| ActorId(at as u32)).collect()
}

impl Step {
    /// `begun` is the actor that somebody is still typing.
    fn new(node: &Node, mentions: &Mentions, begun: Option<&str>) -> Step {
        let each = |nodes: &[Node]| nodes.iter().map(|n| Step::new(n, mentions, begun)).collect();
        match node {
            Node::Phrase(field, patterns) => {
                let phrase = Step::Phrase(*field, patterns.clone());
                match &patterns[..] {
                    [Pattern::Word(word)] => Step::Or(vec![phrase, Step::Joined(*field, word.clone())]),
                    _ => phrase,
                }
            }
            Node::Compound(field, words) => {
                let phrase =
                    |words: Vec<String>| Step::Phrase(*field, words.into_iter().map(Pattern::Word).collect());
                Step::Or(vec![phrase(words.clone()), phrase(vec![words.concat()])])
            }
            Node::Near(field, words, within) => Step::Near(*field, words.clone(), *within),
            Node::Published(from, to) => Step::Published(*from, *to),
            Node::Undated => Step::Undated,
            Node::Actor(id) => {
                let actors = match actor(id, mentions) {
                    None if begun == Some(id) => actors_begun(id, mentions),
                    known => known.into_iter().collect(),
                };
                Step::Mention(Some(actors), ANY)
            }
            Node::Form(form) => Step::Mention(None, bit(*form)),
            Node::And(nodes) => all(each(nodes)),
            Node::Or(nodes) => either(each(nodes)),
            Node::Not(node) => Step::Not(Box::new(Step::new(node, mentions, begun))),
        }
    }

    /// Whether it asks for words, at any depth.
    pub(super) fn asks_for_words(&self) -> bool {
        match self {
            Step::Phrase(..) | Step::Joined(..) | Step::Near(..) => true,
            Step::Published(..) | Step::Undated | Step::Mention(..) => false,
            Step::And(steps) | Step::Or(steps) => steps.iter().any(Step::asks_for_words),
            Step::Not(step) => step.asks_for_words(),
        }
    }

    /// Whether it may ask for `word`; false only where it does not.
    pub(super) fn may_want(&self, word: &str) -> bool {
        match self {
            Step::Phrase(_, patterns) => patterns.iter().any(|pattern| may_match(pattern, word)),
            Step::Joined(_, joined) => joined == word,
            Step::Near(_, words, _) => words.iter().any(|wanted| wanted == word),
            Step::Published(..) | Step::Undated | Step::Mention(..) => false,
            Step::And(steps) | Step::Or(steps) => steps.iter().any(|step| step.may_want(word)),
            Step::Not(step) => step.may_want(word),
        }
    }

    /// Whether it is a [`Step::Mention`] that asks for this mention.
    pub(super) fn names(&self, mention: &Mention) -> bool {
        let Step::Mention(actors, forms) = self else { return false };
        mention.actor.is_some_and(|actor| actors.as_ref().is_none_or(|these| these.contains(&actor)))
            && forms & bit(mention.form) != 0
    }
}

/// Whether `pattern` may match `word`; false only where it does not.
fn may_match(pattern: &Pattern, word: &str) -> bool {
    match pattern {
        Pattern::Word(wanted) => wanted == word,
        Pattern::Glob(glob) => word.starts_with(&glob[..glob.find(['*', '?']).unwrap_or(glob.len())]),
        Pattern::Edits(wanted, edits) => within(wanted, word, *edits),
    }
}

/// The union of `steps`. Mentions of one actor or of another become one step, and so do those in one form or another.
fn either(steps: Vec<Step>) -> Step {
    let (mut actors, mut forms) = (None, 0);
    for step in &steps {
        match step {
            Step::Mention(Some(these), ANY) if forms == 0 => {
                actors.get_or_insert_with(Vec::new).extend(these)
            }
            Step::Mention(None, these) if actors.is_none() => forms |= these,
            _ => return Step::Or(steps),
        }
    }
    if actors.is_some() { Step::Mention(actors, ANY) } else { Step::Mention(None, forms) }
}

/// The intersection of `steps`. Where they ask for actors and for forms, one mention has to be both: of each of these
/// actors there is one in each of these forms.
fn all(steps: Vec<Step>) -> Step {
    let mut in_forms = Vec::new();
    for step in &steps {
        if let Step::Mention(None, forms) = step
            && !in_forms.contains(forms)
        {
            in_forms.push(*forms);
        }
    }
    let of_actors = |step: &Step| matches!(step, Step::Mention(Some(_), ANY));
    if in_forms.is_empty() || !steps.iter().any(of_actors) {
        return Step::And(steps);
    }
    let mut both = Vec::new();
    for step in steps {
        match step {
            Step::Mention(None, _) => {}
            Step::Mention(Some(actors), ANY) => {
                for forms in &in_forms {
                    let pair = Step::Mention(Some(actors.clone()), *forms);
                    if !both.contains(&pair) {
                        both.push(pair);
                    }
                }
            }
            other => both.push(other),
        }
    }
    Step::And(both)
}
