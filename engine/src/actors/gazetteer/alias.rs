//! Spellings: those of all languages, and those that are tied to one and count only in its articles.

use crate::actors::{ActorId, Form};
use crate::text::Tokens;

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
    /// Whether it is a given name that counts only right behind a title such as `Sheikh`.
    pub titled: bool,
    /// The number of the language in whose articles alone it counts; 0 for all.
    pub language: u8,
}

impl Alias {
    /// A spelling of the lists that counts in all languages.
    #[inline(never)]
    pub(super) fn of(text: &str, actor: Option<ActorId>, form: Form) -> Alias {
        Alias { text: text.to_owned(), actor, form, follows: false, titled: false, language: 0 }
    }

    /// Adds it to `all`, with the number of its list. One copy of this code is enough for the page.
    #[inline(never)]
    pub(super) fn put(self, list: usize, all: &mut Vec<(usize, Alias)>) {
        all.push((list, self));
    }
}

/// What is known of a spelling that is tied to a language. A gazetteer holds it as one number, as it holds the number of
/// a list with other texts, so that the page needs no code to read more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::actors) struct Tied {
    /// The number of the language in the gazetteer, from 1.
    pub(in crate::actors) language: u8,
    /// The actor that it is about; `None` for a shield.
    pub(in crate::actors) actor: Option<ActorId>,
    /// The form of its mentions; `None` where it names nobody in the language.
    pub(in crate::actors) form: Option<Form>,
}

/// The bits of a number that the language takes, and as many the form.
const BITS: u32 = 8;

impl Tied {
    /// What `number` says.
    pub(super) fn of(number: usize) -> Tied {
        let form = (number >> BITS) as u8;
        Tied {
            language: number as u8,
            form: Form::ALL.get(usize::from(form).wrapping_sub(1)).copied(),
            actor: ((number >> (2 * BITS)) as u32).checked_sub(1).map(ActorId),
        }
    }

    /// The number that says it.
    #[cfg(feature = "read")]
    pub(super) fn number(self) -> usize {
        let form = self.form.and_then(|form| Form::ALL.iter().position(|other| *other == form));
        let actor = self.actor.map_or(0, |id| id.0 as usize + 1);
        usize::from(self.language) | form.map_or(0, |form| form + 1) << BITS | actor << (2 * BITS)
    }
}

/// The key of a spelling, its folded words; two spellings that no text tells apart have one key.
pub fn key_of(alias: &str) -> String {
    Tokens::of(alias).iter().map(|t| t.folded).collect::<Vec<_>>().join(" ")
}
