//! The lists of actors: the built-in gazetteer, and what a corpus adds in `actors.toml`. Both are read by
//! the same reader; a list overrides what stands before it.

use super::{Actor, ActorId, Form};
use crate::text::editor::{toml_problem, unknown_key};
use crate::text::{Problem, Span, Tokens};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A country.
    State,
    /// Somebody.
    Person,
    /// A body of states or people.
    Organisation,
    /// A news agency or broadcaster.
    Agency,
}

impl Kind {
    /// Its name in lists and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Agency => "agency",
        }
    }

    fn parse(text: &str) -> Option<Kind> {
        [Kind::State, Kind::Person, Kind::Organisation, Kind::Agency].into_iter().find(|k| k.name() == text)
    }
}

/// The keys of an entry that list aliases, with the form of a mention that uses one.
const ALIAS_KEYS: [(&str, Form); 8] = [
    ("name", Form::Name),
    ("names", Form::Name),
    ("acronyms", Form::Acronym),
    ("short", Form::Short),
    ("demonyms", Form::Demonym),
    ("seats", Form::Metonym),
    ("capital", Form::Place),
    ("surname", Form::Surname),
];

/// A spelling that names an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alias {
    pub(super) text: String,
    pub(super) actor: ActorId,
    pub(super) form: Form,
}

/// Actors and the spellings that name them.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// How many lists were added.
    lists: usize,
    /// Phrases that look like an actor and are none.
    pub(super) shields: Vec<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    actor: Actor,
    aliases: BTreeMap<&'static str, Vec<String>>,
    /// The last list that named it.
    list: usize,
}

impl Gazetteer {
    /// An empty one, for tests and for corpora that want no built-in actors.
    pub fn empty() -> Gazetteer {
        Gazetteer::default()
    }

    /// The built-in one: the world's states, the main international bodies, news agencies.
    pub fn built_in() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let problems = gazetteer.add(include_str!("gazetteer.toml"));
        debug_assert!(problems.is_empty(), "the built-in list is tested: {problems:?}");
        gazetteer
    }

    /// Adds a list in the format of `actors.toml`. An entry with the id of an actor that is known already
    /// changes the keys it names. What is wrong is left out and named; the rest counts.
    pub fn add(&mut self, text: &str) -> Vec<Problem> {
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return vec![toml_problem(text, &error)],
        };
        let mut problems = Vec::new();
        self.lists += 1;
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("actor", toml::Value::Array(entries)) => {
                    for (index, entry) in entries.iter().enumerate() {
                        self.entry(text, entry_span(text, index), entry, &mut problems);
                    }
                }
                ("shields", value) => match strings(value) {
                    Some(shields) => self.shields.extend(shields),
                    None => problems.push(not_text(Span::default(), "shields")),
                },
                _ => problems.push(unknown_key(text, key, &["actor", "shields"])),
            }
        }
        problems.extend(self.drop_clashes());
        problems
    }

    fn entry(&mut self, text: &str, span: Span, value: &toml::Value, problems: &mut Vec<Problem>) {
        let mut report = |message: String| problems.push(Problem::new(span, message));
        let Some(table) = value.as_table() else {
            return report("expected a table `[[actor]]`, found otherwise".to_owned());
        };
        let word =
            |key: &str| table.get(key).and_then(|v| v.as_str()).map(str::trim).filter(|s| !s.is_empty());
        let Some(id) = word("id") else {
            return report("expected `id = \"…\"`, found none; the entry is left out".to_owned());
        };
        let kebab = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !kebab {
            return report(format!(
                "expected an id of small letters, digits and hyphens, found `{id}`; the entry is left out"
            ));
        }
        let known = self.entries.iter().position(|e| e.actor.id == id);
        let kind = match (word("kind").map(|k| (k, Kind::parse(k))), known) {
            (Some((_, Some(kind))), _) => Some(kind),
            (None, Some(_)) => None,
            (found, _) => {
                let found = found.map_or("none".to_owned(), |(k, _)| format!("`{k}`"));
                return report(format!(
                    "expected kind state, person, organisation or agency for `{id}`, found {found}; the entry is left out"
                ));
            }
        };
        let name = word("name");
        if name.is_none() && known.is_none() {
            return report(format!("expected `name = \"…\"` for `{id}`, found none; the entry is left out"));
        }
        let index = known.unwrap_or_else(|| {
            let actor = Actor { id: id.to_owned(), name: String::new(), kind: Kind::State };
            self.entries.push(Entry { actor, aliases: BTreeMap::new(), list: 0 });
            self.entries.len() - 1
        });
        let entry = &mut self.entries[index];
        entry.list = self.lists;
        if let Some(kind) = kind {
            entry.actor.kind = kind;
        }
        if let Some(name) = name {
            entry.actor.name = name.to_owned();
            entry.aliases.insert("name", vec![name.to_owned()]);
        }
        for (key, value) in table {
            if matches!(key.as_str(), "id" | "name" | "kind") {
                continue;
            }
            let Some((key, _)) = ALIAS_KEYS.iter().find(|(k, _)| k == key) else {
                let known: Vec<_> = ["id", "kind"].into_iter().chain(ALIAS_KEYS.map(|(k, _)| k)).collect();
                let message = unknown_key(text, key, &known).message;
                problems.push(Problem::new(span, format!("{message} (in the entry of `{id}`)")));
                continue;
            };
            match strings(value) {
                Some(list) if list.iter().all(|alias| !Tokens::of(alias).is_empty()) => {
                    entry.aliases.insert(key, list);
                }
                Some(_) => problems.push(Problem::new(
                    span,
                    format!("expected words in `{key}` of `{id}`, found an empty one"),
                )),
                None => problems.push(not_text(span, key)),
            }
        }
    }

    /// Takes aliases out that name an actor already. A later list speaks louder and takes them without a
    /// word; two owners in one list are a slip, and the first keeps it. Surnames may be shared.
    fn drop_clashes(&mut self) -> Vec<Problem> {
        let mut owners: HashMap<String, usize> = HashMap::new();
        let mut problems = Vec::new();
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(self.entries[*i].list));
        for index in order {
            let Entry { actor, aliases, list } = &mut self.entries[index];
            for (key, texts) in aliases.iter_mut().filter(|(key, _)| **key != "surname") {
                texts.retain(|alias| {
                    let owner = *owners.entry(key_of(alias)).or_insert(index);
                    if owner != index && *list == self.lists {
                        let message = format!(
                            "`{alias}` in `{key}` of `{}` names another actor already; it stays with that one",
                            actor.id
                        );
                        problems.push(Problem::new(Span::default(), message));
                    }
                    owner == index
                });
            }
        }
        problems
    }

    /// The actors, in the order of the lists.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Actor> {
        self.entries.iter().map(|e| &e.actor)
    }

    pub(super) fn aliases(&self) -> impl Iterator<Item = Alias> + '_ {
        self.entries.iter().enumerate().flat_map(|(index, entry)| {
            ALIAS_KEYS.iter().flat_map(move |(key, form)| {
                let texts = entry.aliases.get(key).into_iter().flatten();
                texts.map(move |text| Alias { text: text.clone(), actor: ActorId(index as u32), form: *form })
            })
        })
    }
}

/// Two aliases that no text tells apart have one key.
fn key_of(alias: &str) -> String {
    Tokens::of(alias).iter().map(|t| t.folded).collect::<Vec<_>>().join(" ")
}

fn strings(value: &toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(one) => Some(vec![one.clone()]),
        toml::Value::Array(many) => many.iter().map(|v| v.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn not_text(span: Span, key: &str) -> Problem {
    Problem::new(
        span,
        format!("expected text or a list of texts for `{key}`, found otherwise; it is left out"),
    )
}

/// Where the `index`-th `[[actor]]` begins.
fn entry_span(text: &str, index: usize) -> Span {
    let head = "[[actor]]";
    let start = text.match_indices(head).nth(index).map_or(0, |(at, _)| at);
    Span::new(start, (start + head.len()).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::Gazetteer;

    #[test]
    fn the_built_in_list_is_clean() {
        let mut gazetteer = Gazetteer::empty();
        let problems = gazetteer.add(include_str!("gazetteer.toml"));
        assert_eq!(problems, []);
        assert!(gazetteer.actors().len() > 193, "at least the members of the United Nations");
    }

    #[test]
    fn says_what_is_wrong_and_keeps_the_rest() {
        let person = "[[actor]]\nid = \"ada\"\nname = \"Ada Example\"\nkind = \"person\"\n";
        for (list, message, actors) in [
            ("[[actor]]\nname = \"Ada\"", "expected `id = \"…\"`, found none; the entry is left out", 0),
            (
                "[[actor]]\nid = \"ada\"\nkind = \"person\"",
                "expected `name = \"…\"` for `ada`, found none; the entry is left out",
                0,
            ),
            (
                "[[actor]]\nid = \"A da\"",
                "expected an id of small letters, digits and hyphens, found `A da`; the entry is left out",
                0,
            ),
            (
                "[[actor]]\nid = \"ada\"\nname = \"Ada\"\nkind = \"robot\"",
                "expected kind state, person, organisation or agency for `ada`, found `robot`; the entry is left out",
                0,
            ),
            (
                &format!("{person}surnam = \"Example\""),
                "unknown key `surnam`; did you mean `surname`? (in the entry of `ada`)",
                1,
            ),
            (
                &format!("{person}names = [\"—\"]"),
                "expected words in `names` of `ada`, found an empty one",
                1,
            ),
            (
                &format!("{person}names = 3"),
                "expected text or a list of texts for `names`, found otherwise; it is left out",
                1,
            ),
            (
                &format!(
                    "{person}[[actor]]\nid = \"bob\"\nname = \"Bob\"\nkind = \"person\"\nnames = [\"ada-example\"]"
                ),
                "`ada-example` in `names` of `bob` names another actor already; it stays with that one",
                2,
            ),
            ("actors = 1", "unknown key `actors`; did you mean `actor`?", 0),
        ] {
            let mut gazetteer = Gazetteer::empty();
            let problems = gazetteer.add(list);
            let messages: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
            assert_eq!(messages, [message], "{list}");
            assert_eq!(gazetteer.actors().len(), actors, "{list}");
        }
    }

    #[test]
    fn a_later_list_speaks_louder() {
        let mut gazetteer = Gazetteer::empty();
        gazetteer.add("[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"");
        let list = "[[actor]]\nid = \"y\"\nname = \"Y\"\nkind = \"state\"\nnames = [\"X\"]";
        assert_eq!(gazetteer.add(list), []);
        let aliases: Vec<_> = gazetteer.aliases().map(|a| (a.text, a.actor.0)).collect();
        assert_eq!(aliases, [("Y".to_owned(), 1), ("X".to_owned(), 1)]);
    }

    #[test]
    fn a_later_list_changes_what_it_names() {
        let mut gazetteer = Gazetteer::empty();
        gazetteer.add("[[actor]]\nid = \"x\"\nname = \"X\"\nkind = \"state\"\nacronyms = [\"XX\"]");
        assert_eq!(gazetteer.add("[[actor]]\nid = \"x\"\nname = \"Ex\""), []);
        let actor = gazetteer.actors().next().expect("one actor");
        assert_eq!((actor.name.as_str(), actor.kind.name()), ("Ex", "state"));
        assert_eq!(gazetteer.aliases().map(|a| a.text).collect::<Vec<_>>(), ["Ex", "XX"]);
    }
}
