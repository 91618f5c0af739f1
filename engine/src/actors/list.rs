//! One list of actors as it is written: TOML, checked key by key. What is wrong is left out, with a problem at its
//! span; the rest is read. An entry can be written, too.

use super::actor::is_id;
use super::exceptions::Exception;
use super::{Form, Kind};
use crate::text::editor::{hint, quoted, toml_problem};
use crate::text::{Problem, Span, Tokens};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of an entry that list aliases, with the form of a mention that uses one.
pub(super) const ALIAS_KEYS: &[(&str, Form)] = &[
    ("name", Form::Name),
    ("names", Form::Name),
    ("acronyms", Form::Acronym),
    ("short", Form::Short),
    ("demonyms", Form::Demonym),
    ("seats", Form::Metonym),
    ("capital", Form::Place),
    ("surname", Form::Surname),
];

/// The key that says whether a person is known by the given name: `true` or `false`, held as a text or none.
pub(super) const GIVEN: &str = "given";

/// The keys of an entry that say how its aliases are meant.
pub(super) const FACT_KEYS: &[&str] =
    &["part_of", "acts_for", "unless", "doubtful", "without", "merge", GIVEN];

/// The lists of words beside the entries.
pub(super) const WORD_KEYS: &[&str] = &[
    "shields",
    "remove",
    "given_names",
    "names_of_women",
    "names_of_both",
    "surnames_that_are_words",
    "part_before",
    "part_after",
    "elsewhere",
    "towns",
    "except",
];

/// What a gazetteer holds beside its lists: spellings that are tied to a language, and the tags of these languages.
const LANGUAGE_KEYS: &[&str] = &["tied", "languages"];

/// The keys that hold texts: those of entries, those of lists, then those of languages.
fn keys() -> impl Iterator<Item = &'static str> {
    let of_lists = ALIAS_KEYS.iter().map(|(key, _)| key).chain(FACT_KEYS).chain(WORD_KEYS);
    of_lists.chain(LANGUAGE_KEYS).copied()
}

/// The values under each key, by the index of the key among all keys, so that a pack can hold it. There are few in one
/// entry, so they are searched linearly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Keyed<T>(Vec<(u8, Vec<T>)>);

impl<T> Default for Keyed<T> {
    fn default() -> Keyed<T> {
        Keyed(Vec::new())
    }
}

impl<T> Keyed<T> {
    /// The values under `key`; empty where there are none.
    pub(super) fn get(&self, key: &str) -> &[T] {
        let place = place_of(key);
        self.0.iter().find(|(known, _)| *known == place).map_or(&[], |(_, list)| list)
    }

    /// The values under `key`, to be changed.
    pub(super) fn list(&mut self, key: &str) -> &mut Vec<T> {
        let place = place_of(key);
        let at = self.0.iter().position(|(known, _)| *known == place).unwrap_or_else(|| {
            self.0.push((place, Vec::new()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

fn place_of(key: &str) -> u8 {
    keys().take_while(|known| *known != key).count() as u8
}

/// Texts with their spans in the list.
pub(super) type Texts = Vec<(String, Span)>;

/// A list that was read.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) entries: Vec<Written>,
    /// The texts beside the entries, each list under one of [`WORD_KEYS`].
    pub(super) words: Vec<(&'static str, Texts)>,
}

/// An entry as written; a key that it does not name stays as an earlier list has it.
#[derive(Debug)]
pub(super) struct Written {
    /// The span of its id.
    pub(super) at: Span,
    pub(super) id: String,
    pub(super) kind: Option<Kind>,
    /// Its texts, each list under one of [`ALIAS_KEYS`] or [`FACT_KEYS`].
    pub(super) texts: Vec<(&'static str, Texts)>,
}

impl Written {
    pub(super) fn get(&self, key: &str) -> &[(String, Span)] {
        self.texts.iter().find(|(k, _)| *k == key).map_or(&[], |(_, texts)| texts)
    }

    /// The entry in the format of a list.
    pub(super) fn to_toml(&self) -> String {
        let mut toml = format!("[[actor]]\nid = {}\n", quoted(&self.id));
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(toml, "{key} = {value}");
        };
        // The name first, and the kind after it, as editors write them.
        let (name, others): (Vec<_>, Vec<_>) = self.texts.iter().partition(|(key, _)| *key == "name");
        let text = |(text, _): &(String, Span)| quoted(text);
        for (key, texts) in name {
            match texts.first() {
                Some(name) => line(key, &text(name)),
                // An empty list: the spelling no longer names the actor, but is still the name above its counts.
                None => line(key, "[]"),
            }
        }
        if let Some(kind) = self.kind {
            line("kind", &quoted(kind.name()));
        }
        for (key, texts) in others {
            match texts.as_slice() {
                [only] if *key == "surname" => line(key, &text(only)),
                many => line(key, &format!("[{}]", many.iter().map(text).collect::<Vec<_>>().join(", "))),
            }
        }
        toml
    }
}

/// Reads a list; the spans of problems are in bytes of `text`.
pub(super) fn read(text: &str) -> (List, Vec<Problem>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return (List::default(), vec![toml_problem(text, &error)]),
    };
    let (mut list, mut problems) = (List::default(), Vec::new());
    for (key, value) in table.get_ref() {
        let at = place(key.span());
        let key: &str = key.get_ref();
        let words = WORD_KEYS.iter().find(|k| **k == key);
        match (words, value.get_ref().as_array()) {
            (Some(words), _) => match texts(value) {
                Some(texts) if *words == "except" => {
                    let (right, wrong): (Texts, Texts) =
                        texts.into_iter().partition(|(text, _)| Exception::read(text).is_some());
                    problems.extend(wrong.into_iter().map(|(text, at)| {
                        let expected = "expected an article's id and words with a name in brackets, as `feed.03: \
                            envoys of [Moscow] said`";
                        Problem::new(at, format!("{expected}, found `{text}`; it is left out"))
                    }));
                    list.words.push((words, right));
                }
                Some(texts) => list.words.push((words, texts)),
                None => problems.push(not_text(at, words)),
            },
            (None, Some(entries)) if key == "actor" => {
                list.entries.extend(entries.iter().filter_map(|value| entry(value, &mut problems)));
            }
            (None, _) if key == "actor" => problems.push(Problem::new(
                at,
                "expected entries that open with `[[actor]]`, found otherwise; they are left out",
            )),
            _ => {
                let known: Vec<_> = std::iter::once(&"actor").chain(WORD_KEYS).copied().collect();
                problems.push(Problem::new(
                    at,
                    format!("unknown key `{key}`; {}", hint(key, &known, "the keys are ")),
                ));
            }
        }
    }
    (list, problems)
}

fn entry(value: &Spanned<DeValue<'_>>, problems: &mut Vec<Problem>) -> Option<Written> {
    let at = place(value.span());
    let Some(table) = value.get_ref().as_table() else {
        problems.push(Problem::new(at, "expected a table `[[actor]]`, found otherwise"));
        return None;
    };
    let find = |key: &str| table.iter().find(|(k, _)| k.get_ref() == key);
    let word = |key: &str| find(key).and_then(|(_, v)| v.get_ref().as_str()).map(str::trim);
    let at = find("id").map_or(at, |(key, _)| place(key.span()));
    let mut refuse = |message: String| {
        problems.push(Problem::new(at, format!("{message}; the entry is left out")));
        None
    };
    let Some(id) = word("id").filter(|id| !id.is_empty()) else {
        return refuse("expected `id = \"…\"`, found none".to_owned());
    };
    if !is_id(id) {
        return refuse(format!("expected an id of small letters, digits and hyphens, found `{id}`"));
    }
    let kind = word("kind").map(|kind| (kind, Kind::parse(kind)));
    if let Some((found, None)) = kind {
        return refuse(format!(
            "expected kind state, person, organisation, agency or group for `{id}`, found `{found}`"
        ));
    }
    let mut entry =
        Written { at, id: id.to_owned(), kind: kind.and_then(|(_, kind)| kind), texts: Vec::new() };
    for (key, value) in table {
        let at = place(key.span());
        let key: &str = key.get_ref();
        if matches!(key, "id" | "kind") {
            continue;
        }
        let keys = || keys().take(ALIAS_KEYS.len() + FACT_KEYS.len());
        let Some(key) = keys().find(|k| *k == key) else {
            let known: Vec<_> = ["id", "kind"].into_iter().chain(keys()).collect();
            let meant = hint(key, &known, "the keys are ");
            let message = format!("unknown key `{key}`; {meant} (in the entry of `{id}`)");
            problems.push(Problem::new(at, message));
            continue;
        };
        if key == GIVEN {
            match value.get_ref() {
                DeValue::Boolean(true) => entry.texts.push((key, vec![("true".to_owned(), at)])),
                DeValue::Boolean(false) => entry.texts.push((key, Vec::new())),
                _ => problems.push(Problem::new(
                    at,
                    "expected `true` or `false` for `given`, found otherwise; it is left out",
                )),
            }
            continue;
        }
        let Some(mut texts) = texts(value) else {
            problems.push(not_text(at, key));
            continue;
        };
        let empty = |text: &str| Tokens::of(text).is_empty();
        if let Some((_, at)) = texts.iter().find(|(text, _)| empty(text)) {
            let what = if key == "name" { "the entry" } else { "it" };
            let message =
                format!("expected words in `{key}` of `{id}`, found an empty one; {what} is left out");
            problems.push(Problem::new(*at, message));
            if key == "name" {
                return None;
            }
            texts.retain(|(text, _)| !empty(text));
        }
        if !texts.is_empty() || value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            entry.texts.push((key, texts));
        }
    }
    Some(entry)
}

/// One text or a list of texts; `None` where it is something else.
fn texts(value: &Spanned<DeValue<'_>>) -> Option<Texts> {
    let text = |value: &Spanned<DeValue<'_>>| {
        Some((value.get_ref().as_str()?.trim().to_owned(), place(value.span())))
    };
    match value.get_ref() {
        DeValue::Array(many) => many.iter().map(text).collect(),
        _ => Some(vec![text(value)?]),
    }
}

fn place(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end.max(range.start))
}

fn not_text(at: Span, key: &str) -> Problem {
    Problem::new(at, format!("expected text or a list of texts for `{key}`, found otherwise; it is left out"))
}

#[cfg(test)]
mod tests {
    use crate::actors::Gazetteer;

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
                "expected kind state, person, organisation, agency or group for `ada`, found `robot`; the entry is left out",
                0,
            ),
            (
                &format!("{person}surnam = \"Example\""),
                "unknown key `surnam`; did you mean `surname`? (in the entry of `ada`)",
                1,
            ),
            (
                &format!("{person}names = [\"—\"]"),
                "expected words in `names` of `ada`, found an empty one; it is left out",
                1,
            ),
            (
                &format!("{person}given = \"yes\""),
                "expected `true` or `false` for `given`, found otherwise; it is left out",
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
                "`ada-example` in `names` of `bob` names `ada` already; it stays with that one",
                2,
            ),
            (
                &format!("{person}[[actor]]\nid = \"ada\"\nname = \"Ada\"\nkind = \"person\""),
                "expected each id once, found `ada` again; put both into one entry. This one is left out",
                1,
            ),
            (
                &format!(
                    "{person}[[actor]]\nid = \"land\"\nname = \"Land\"\nkind = \"state\"\n[[actor]]\nid = \"x\"\nname = \"Bo Land\"\nkind = \"person\"\nsurname = \"Land\""
                ),
                "the surname `Land` of `x` names `land` already; it stays with that one, and `x` counts by full names",
                3,
            ),
            (
                &format!("{person}[[actor]]\nid = \"bob\"\nname = \" \"\nkind = \"person\""),
                "expected words in `name` of `bob`, found an empty one; the entry is left out",
                1,
            ),
            (
                &format!("{person}merge = [\"adam\"]"),
                "expected the id of an actor, found `adam`; did you mean `ada`? It is left out",
                1,
            ),
            (
                &format!("remove = [\"adda\"]\n{person}"),
                "expected the id of an actor, found `adda`; did you mean `ada`? It is left out",
                1,
            ),
            (
                "actor = 3",
                "expected entries that open with `[[actor]]`, found otherwise; they are left out",
                0,
            ),
            ("shield = [\"x\"]", "unknown key `shield`; did you mean `shields`?", 0),
            ("actors = 1", "unknown key `actors`; did you mean `actor`?", 0),
        ] {
            let mut gazetteer = Gazetteer::empty();
            let problems = gazetteer.add(list);
            let messages: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
            assert_eq!(messages, [message], "{list}");
            assert_eq!(gazetteer.actors().len(), actors, "{list}");
        }
    }
}
