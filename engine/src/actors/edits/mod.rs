//! What a reader changes in the lists in force, from the page: an [`Edit`] each, in one line of a link. [`apply`]
//! makes entries of them, which change a gazetteer and are the list that the reader takes along.

mod apply;
mod lists;

use super::gazetteer::{fresh_id, key_of};
use super::list::ALIAS_KEYS;
use super::{Form, Gazetteer, Kind};
use crate::text::Tokens;
use serde::{Deserialize, Serialize};

pub use apply::Edited;
pub use lists::{Lists, Proposal};

/// One change. Written `off:russia:Moscow`, `add:russia:metonym:the Kremlin`, `merge:crimea:russia`,
/// `new:ada-example:person:Ada Example`.
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
    /// A spelling more names an actor.
    Add {
        /// The actor's id.
        actor: String,
        /// How it names it; a place is also a metonym where it acts.
        form: Form,
        /// The spelling.
        text: String,
    },
    /// All that names one actor names another.
    Merge {
        /// The id of the one that goes.
        from: String,
        /// The id of the one that stays.
        into: String,
    },
    /// An actor more.
    New {
        /// Its id.
        id: String,
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
    },
}

impl From<Edit> for String {
    fn from(edit: Edit) -> String {
        match edit {
            Edit::Off { actor, text } => ["off", &actor, &text].join(":"),
            Edit::Add { actor, form, text } => ["add", &actor, form.name(), &text].join(":"),
            Edit::Merge { from, into } => ["merge", &from, &into].join(":"),
            Edit::New { id, kind, name } => ["new", &id, kind.name(), &name].join(":"),
        }
    }
}

impl TryFrom<String> for Edit {
    type Error = String;

    fn try_from(text: String) -> Result<Edit, String> {
        let read = || {
            let (what, rest) = text.split_once(':')?;
            let (id, rest) = rest.split_once(':')?;
            let id = Some(id).filter(|id| is_id(id))?.to_owned();
            let of_three = || rest.split_once(':').map(|(middle, text)| (middle, plain(text)));
            Some(match what {
                "off" => Edit::Off { actor: id, text: plain(rest) },
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
        let words = |edit: &Edit| match edit {
            Edit::Off { text, .. } | Edit::Add { text, .. } | Edit::New { name: text, .. } => {
                !Tokens::of(text).is_empty()
            }
            Edit::Merge { .. } => true,
        };
        read().filter(words).ok_or_else(|| {
            format!("expected an edit as off:russia:Moscow or add:russia:metonym:Moscow, but found `{text}`")
        })
    }
}

impl Edit {
    /// A spelling more of the actor `id`, as a reader types it; `None` where there is no word in it.
    pub fn add(id: &str, form: Form, text: &str) -> Option<Edit> {
        Edit::try_from(["add", id, form.name(), text].join(":")).ok()
    }

    /// A new actor, as a reader types its name; `None` where there is no word in it. `gazetteer` knows which ids
    /// are taken.
    pub fn start(gazetteer: &Gazetteer, kind: Kind, name: &str) -> Option<Edit> {
        let id = fresh_id(name, &|id| gazetteer.actors().any(|actor| actor.id == id));
        Edit::try_from(["new", &id, kind.name(), name].join(":")).ok()
    }

    /// The actor whose entry it changes.
    pub fn actor(&self) -> &str {
        match self {
            Edit::Off { actor, .. } | Edit::Add { actor, .. } => actor,
            Edit::Merge { into, .. } => into,
            Edit::New { id, .. } => id,
        }
    }

    /// What it does, for readers: `“Moscow” no longer names Russia`. `gazetteer` knows the names of actors.
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
        }
    }
}

/// `edits` without `gone`, and without those that change nothing then: spellings of an actor that is no more.
pub fn without(edits: &[Edit], gone: &Edit) -> Vec<Edit> {
    let orphan = |edit: &&Edit| match (gone, *edit) {
        (Edit::New { id, .. }, Edit::Off { actor, .. } | Edit::Add { actor, .. }) => id == actor,
        (Edit::New { id, .. }, Edit::Merge { from, into }) => id == from || id == into,
        _ => false,
    };
    edits.iter().filter(|edit| *edit != gone && !orphan(edit)).cloned().collect()
}

/// `edits` with `more`; a spelling that is switched off and added again is as it was before both.
pub fn with(edits: &[Edit], more: &[Edit]) -> Vec<Edit> {
    let same = |a: &str, b: &str| key_of(a) == key_of(b);
    let mut all = edits.to_vec();
    for edit in more {
        let undoes = |other: &Edit| match (edit, other) {
            (Edit::Off { actor: a, text: x }, Edit::Add { actor: b, text: y, .. })
            | (Edit::Add { actor: a, text: x, .. }, Edit::Off { actor: b, text: y }) => a == b && same(x, y),
            _ => false,
        };
        match all.iter().position(undoes) {
            Some(at) => {
                all.remove(at);
            }
            None if !all.contains(edit) => all.push(edit.clone()),
            None => {}
        }
    }
    all
}

/// Whether `id` is written as ids are.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// One line without space at its ends.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key under which a list has spellings of this form.
fn key(form: Form) -> &'static str {
    // The last one: a name beside the first is one of the names.
    ALIAS_KEYS.iter().rfind(|(_, of)| *of == form).map_or("names", |(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::{Edit, with, without};

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
        ] {
            assert_eq!(String::from(edit(text)), text);
        }
        assert_eq!(edit("off:a: x\n\ty ").says(&Default::default()), "“x y” no longer names a");
        for broken in [
            "", "off", "off:russia", "off:russia:", "off:russia: — ", "off:Russia:Moscow", "off::Moscow",
            "add:a:nick:X", "add:a:name", "merge:a:", "merge:a:B b", "new:a:robot:X", "drop:a:b",
        ] {
            let said = Edit::try_from(broken.to_owned()).expect_err(broken);
            assert!(said.ends_with(&format!("but found `{broken}`")), "{said}");
        }
    }

    #[test]
    fn edits_take_each_other_back() {
        let (off, add) = ([edit("off:a:X Y")], [edit("add:a:name:x-y")]);
        assert_eq!(with(&off, &add), []);
        assert_eq!(with(&add, &off), []);
        assert_eq!(with(&off, &off), off);
        let new = edit("new:a:person:A");
        let [added] = add;
        let other = edit("off:b:X");
        assert_eq!(without(&[new.clone(), added, edit("merge:c:a"), other.clone()], &new), [other]);
    }
}
