//! Changes that a reader makes to the lists in force on the page: each an [`Edit`], one line of a link. [`apply`] makes
//! entries of them, which change a gazetteer and are the list that the reader takes along; [`draft`] is that list while
//! it is written.

mod apply;
mod draft;
mod lists;

use super::actor::is_id;
use super::exceptions::Exception;
use super::gazetteer::{fresh_id, key_of};
use super::list::ALIAS_KEYS;
use super::{Form, Gazetteer, Kind};
use crate::text::{Tokens, one_line};
use serde::{Deserialize, Serialize};

pub use apply::Edited;
pub use lists::{Lists, Proposal};

/// Characters of a spelling at most; no list has one half as long.
const LONGEST: usize = 120;

/// A change of the lists. Written `off:russia:Moscow`, `add:russia:metonym:the Kremlin`, `merge:crimea:russia`,
/// `new:ada-example:person:Ada Example`, `shield:Norway House`, `except:feed.03: envoys of [Moscow] said`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Edit {
    /// A spelling of an actor no longer names it.
    Off {
        /// The actor's id.
        actor: String,
        /// The spelling.
        text: String,
    },
    /// Another spelling names an actor.
    Add {
        /// The actor's id.
        actor: String,
        /// The form of its mentions; a place is also a metonym where it acts.
        form: Form,
        /// The spelling.
        text: String,
    },
    /// Every spelling of one actor names another.
    Merge {
        /// The id of the actor that is merged.
        from: String,
        /// The id of the actor that stays.
        into: String,
    },
    /// A new actor.
    New {
        /// Its id.
        id: String,
        /// Its kind.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// A phrase looks like an actor and is none.
    Shield {
        /// The phrase.
        text: String,
    },
    /// A single place does not count.
    Except {
        /// The place, as lists write it: [`exception`](super::exception).
        text: String,
    },
}

impl From<Edit> for String {
    fn from(edit: Edit) -> String {
        match edit {
            Edit::Off { actor, text } => ["off", &actor, &text].join(":"),
            Edit::Add { actor, form, text } => ["add", &actor, form.name(), &text].join(":"),
            Edit::Merge { from, into } => ["merge", &from, &into].join(":"),
            Edit::New { id, kind, name } => ["new", &id, kind.name(), &name].join(":"),
            Edit::Shield { text } => ["shield", &text].join(":"),
            Edit::Except { text } => ["except", &text].join(":"),
        }
    }
}

impl TryFrom<String> for Edit {
    type Error = String;

    fn try_from(text: String) -> Result<Edit, String> {
        let read = || {
            let (what, rest) = text.split_once(':')?;
            match what {
                "shield" => return Some(Edit::Shield { text: one_line(rest) }),
                "except" => {
                    return Exception::read(rest).map(|_| Edit::Except { text: one_line(rest) });
                }
                _ => {}
            }
            let (id, rest) = rest.split_once(':')?;
            let id = Some(id).filter(|id| is_id(id))?.to_owned();
            let of_three = || rest.split_once(':').map(|(middle, text)| (middle, one_line(text)));
            Some(match what {
                "off" => Edit::Off { actor: id, text: one_line(rest) },
                "merge" => Edit::Merge { from: id, into: Some(rest).filter(|id| is_id(id))?.to_owned() },
                "add" => {
                    let (form, text) = of_three()?;
                    Edit::Add { actor: id, form: Form::ALL.into_iter().find(|f| f.name() == form)?, text }
                }
                "new" => {
                    let (kind, name) = of_three()?;
                    Edit::New { id, kind: Kind::parse(kind)?, name }
                }
                _ => return None,
            })
        };
        let words = |edit: &Edit| edit.text().is_none_or(|text| !Tokens::of(text).is_empty());
        let edit = read().filter(words).ok_or_else(|| {
            format!("expected an edit as off:russia:Moscow or add:russia:metonym:Moscow, but found `{text}`")
        })?;
        // A place is told by as many words as it needs.
        let spelled = edit.text().filter(|_| !matches!(edit, Edit::Except { .. }));
        match spelled.map(|text| text.chars().count()).filter(|length| *length > LONGEST) {
            Some(length) => {
                Err(format!("expected a spelling of at most {LONGEST} characters, but found one of {length}"))
            }
            None => Ok(edit),
        }
    }
}

impl Edit {
    /// An edit that adds `text`, as a reader types it, to the spellings of the actor `id`; `None` where it has no word
    /// or is too long.
    pub fn add(id: &str, form: Form, text: &str) -> Option<Edit> {
        Edit::try_from(["add", id, form.name(), text].join(":")).ok()
    }

    /// An edit that adds an actor called `name`, as a reader types it, with an id that `gazetteer` does not have;
    /// `None` where it has no word or is too long.
    pub fn start(gazetteer: &Gazetteer, kind: Kind, name: &str) -> Option<Edit> {
        Edit::new_actor(&fresh_id(name, &|id| gazetteer.actors().any(|actor| actor.id == id)), kind, name)
    }

    fn new_actor(id: &str, kind: Kind, name: &str) -> Option<Edit> {
        Edit::try_from(["new", id, kind.name(), name].join(":")).ok()
    }

    /// The spelling or the name that it is about.
    fn text(&self) -> Option<&str> {
        match self {
            Edit::Off { text, .. }
            | Edit::Add { text, .. }
            | Edit::New { name: text, .. }
            | Edit::Shield { text }
            | Edit::Except { text } => Some(text),
            Edit::Merge { .. } => None,
        }
    }

    /// The edit in words, for readers: `“Moscow” no longer names Russia`; `gazetteer` has the names of actors.
    pub fn says(&self, gazetteer: &Gazetteer) -> String {
        let named = |id: &str| {
            let actor = gazetteer.actors().find(|actor| actor.id == id);
            actor.map_or(id.to_owned(), |actor| actor.name.clone())
        };
        match self {
            Edit::Off { actor, text } => format!("“{text}” no longer names {}", named(actor)),
            Edit::Add { actor, form, text } => {
                format!("“{text}” names {}, as {}", named(actor), form.phrase())
            }
            Edit::Merge { from, into } => format!("{} counts as {}", named(from), named(into)),
            Edit::New { kind, name, .. } => format!("{name} is an actor, {}", kind.phrase()),
            Edit::Shield { text } => format!("“{text}” names no actor"),
            Edit::Except { text } => format!("Not counted here: “{text}”"),
        }
    }
}

/// `edits` without `gone`, and without those that say nothing then: those of a new actor that is gone, and the other
/// form of a spelling that `base` has and that is no longer switched off.
pub fn without(base: &Gazetteer, edits: &[Edit], gone: &Edit) -> Vec<Edit> {
    let gone_key = gone.text().map(key_of);
    let same = |text: &str| Some(key_of(text)) == gone_key;
    let is_gone = |edit: &Edit| match (gone, edit) {
        (Edit::Off { actor: a, .. }, Edit::Off { actor: b, text }) => a == b && same(text),
        _ => edit == gone,
    };
    let other =
        |edit: &Edit, id: &str| !is_gone(edit) && matches!(edit, Edit::New { id: new, .. } if new == id);
    let ends =
        |id: &&str| !base.actors().any(|actor| actor.id == **id) && !edits.iter().any(|edit| other(edit, id));
    let no_more = match gone {
        Edit::New { id, .. } => Some(id.as_str()).filter(ends),
        _ => None,
    };
    let orphan = |edit: &Edit| match (gone, edit) {
        (Edit::New { .. }, Edit::Off { actor, .. } | Edit::Add { actor, .. }) => no_more == Some(actor),
        (Edit::New { .. }, Edit::Merge { from, into }) => no_more == Some(from) || no_more == Some(into),
        (Edit::Off { actor: a, text }, Edit::Add { actor: b, text: more, .. }) => {
            a == b && same(more) && !base.forms(a, &key_of(text)).is_empty()
        }
        _ => false,
    };
    edits.iter().filter(|edit| !is_gone(edit) && !orphan(edit)).cloned().collect()
}

/// `edits` followed by `more`, for lists that are `base` without them. A spelling that is switched off and added again
/// in its form, and one that is added and switched off, is as it was before both.
pub fn with(base: &Gazetteer, edits: &[Edit], more: &[Edit]) -> Vec<Edit> {
    let keyed = |edit: &Edit| (edit.clone(), edit.text().map(key_of).unwrap_or_default());
    let mut all: Vec<(Edit, String)> = edits.iter().map(keyed).collect();
    for (edit, key) in more.iter().map(keyed) {
        let id = match &edit {
            Edit::Off { actor, .. } | Edit::Add { actor, .. } => actor.clone(),
            _ => String::new(),
        };
        let is_off = |(other, of): &(Edit, String)| {
            matches!(other, Edit::Off { actor, .. } if *actor == id) && *of == key
        };
        let is_add = |(other, of): &(Edit, String)| {
            matches!(other, Edit::Add { actor, .. } if *actor == id) && *of == key
        };
        let off = all.iter().position(is_off);
        let undone = match &edit {
            Edit::Off { .. } => {
                let before = all.len();
                all.retain(|other| !is_add(other));
                off.is_some() || all.len() < before && base.forms(&id, &key).is_empty()
            }
            Edit::Add { form, .. } if !all.iter().any(is_add) && base.forms(&id, &key) == [*form] => {
                off.map(|off| all.remove(off)).is_some()
            }
            _ => false,
        };
        if !undone && !all.iter().any(|(other, _)| *other == edit) {
            all.push((edit, key));
        }
    }
    all.into_iter().map(|(edit, _)| edit).collect()
}

/// The key under which a list has spellings of this form.
fn key(form: Form) -> &'static str {
    // The last one: a name beside the first is one of the names.
    ALIAS_KEYS.iter().rfind(|(_, of)| *of == form).map_or("names", |(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::{Edit, Gazetteer, with, without};

    fn edit(text: &str) -> Edit {
        Edit::try_from(text.to_owned()).expect("an edit")
    }

    #[test]
    fn an_edit_is_one_line() {
        for text in [
            "off:russia:Moscow",
            "add:kim-jong-un:name:Marshal Kim: the “first”",
            "merge:a:b",
            "new:ada-example:person:Ada Example",
            "shield:Norway House",
            "except:feed.03: envoys of [Moscow] said: “no”",
        ] {
            assert_eq!(String::from(edit(text)), text);
        }
        assert_eq!(edit("off:a: x\n\ty ").says(&Default::default()), "“x y” no longer names a");
        for broken in [
            "", "off", "off:russia", "off:russia:", "off:russia: — ", "off:Russia:Moscow", "off::Moscow",
            "add:a:nick:X", "add:a:name", "merge:a:", "merge:a:B b", "new:a:robot:X", "drop:a:b", "shield:",
            "shield: — ", "except:a: b", "except:[b]",
        ] {
            let said = Edit::try_from(broken.to_owned()).expect_err(broken);
            assert!(said.ends_with(&format!("but found `{broken}`")), "{said}");
        }
    }

    #[test]
    fn a_spelling_is_short() {
        let long = format!("off:a:{}", "x".repeat(121));
        let said = "expected a spelling of at most 120 characters, but found one of 121";
        assert_eq!(Edit::try_from(long), Err(said.to_owned()));
    }

    /// The gazetteer in which these are tried, and some edits.
    fn lists() -> Gazetteer {
        let mut base = Gazetteer::empty();
        let list =
            "[[actor]]\nid = \"a\"\nname = \"A Y\"\nkind = \"person\"\nsurname = \"Y\"\nseats = [\"X Y\"]";
        assert_eq!(base.add(list), []);
        base
    }

    fn all(texts: &[&str]) -> Vec<Edit> {
        texts.iter().map(|text| edit(text)).collect()
    }

    #[test]
    fn edits_take_each_other_back() {
        for (edits, more, expected) in [
            (["off:a:X Y"].as_slice(), "add:a:metonym:x-y", [].as_slice()),
            (&["add:a:name:Z"], "off:a:z", &[]),
            (&["off:a:X Y"], "off:a:x-y", &["off:a:X Y"]),
            (&["off:a:X Y"], "off:b:X Y", &["off:a:X Y", "off:b:X Y"]),
            // In another form it is another spelling.
            (&["off:a:X Y"], "add:a:name:X Y", &["off:a:X Y", "add:a:name:X Y"]),
            (&["off:a:X Y", "add:a:name:X Y"], "off:a:X Y", &["off:a:X Y"]),
            // What follows is a name.
            (&["off:a:Y A"], "add:a:name:Y A", &[]),
            // What meant nothing takes nothing back.
            (&["add:a:name:X Y"], "off:a:X Y", &["off:a:X Y"]),
            (&["off:a:Z"], "add:a:name:Z", &["off:a:Z", "add:a:name:Z"]),
            (&["merge:a:b"], "merge:a:b", &["merge:a:b"]),
        ] {
            assert_eq!(with(&lists(), &all(edits), &[edit(more)]), all(expected), "{edits:?} with {more}");
        }
    }

    #[test]
    fn what_an_edit_made_goes_with_it() {
        for (edits, gone, expected) in [
            (
                ["new:n:person:A", "add:n:name:X", "merge:c:n", "off:b:X"].as_slice(),
                "new:n:person:A",
                ["off:b:X"].as_slice(),
            ),
            // There is another of that id.
            (
                &["new:n:person:A", "new:n:person:B", "add:n:name:X"],
                "new:n:person:B",
                &["new:n:person:A", "add:n:name:X"],
            ),
            (&["off:a:X Y", "new:a:person:B"], "new:a:person:B", &["off:a:X Y"]),
            (&["off:a:X Y", "add:a:name:X-Y", "add:a:name:Z"], "off:a:x y", &["add:a:name:Z"]),
            (&["off:a:Z", "add:a:name:Z", "add:b:name:Z"], "off:a:Z", &["add:a:name:Z", "add:b:name:Z"]),
        ] {
            assert_eq!(
                without(&lists(), &all(edits), &edit(gone)),
                all(expected),
                "{edits:?} without {gone}"
            );
        }
    }
}
