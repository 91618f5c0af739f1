//! Spellings: those of all languages, and those that are tied to one and count only in its articles.

use crate::actors::{ActorId, Form};
use serde::{Deserialize, Serialize};

/// A spelling, with the actor that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The spelling, as the list writes it.
    pub text: String,
    /// The actor that it names, which may count as another; `None` for a shield.
    pub actor: Option<ActorId>,
    /// The form of its mentions.
    pub form: Form,
    /// Whether it is in no list, but follows from a name and a surname; then it is folded.
    pub follows: bool,
    /// The number of the language in whose articles alone it counts; 0 for all.
    pub language: u8,
}

impl Alias {
    /// A spelling of the lists that counts in all languages.
    pub(super) fn of(text: &str, actor: Option<ActorId>, form: Form) -> Alias {
        Alias { text: text.to_owned(), actor, form, follows: false, language: 0 }
    }
}

/// A spelling that is tied to a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::actors) struct Tied {
    /// The number of the language in the gazetteer, from 1.
    pub(in crate::actors) language: u8,
    /// The actor that it is about; `None` for a shield.
    pub(in crate::actors) actor: Option<ActorId>,
    /// The form of its mentions; `None` where it names nobody in the language.
    pub(in crate::actors) form: Option<Form>,
    /// The spelling; one without a capital letter is matched in any case.
    pub(in crate::actors) text: String,
}
