//! The file of one language.

use super::endings::Endings;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The names of actors in one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    /// Phrases that look like a name of the language and are none.
    #[serde(default)]
    pub(super) shields: Vec<String>,
    /// Phrases in which an adjective, which stands for `{}` in its first form, is a language: `auf {}`;
    /// `{^}` is the same with a capital letter, which is asked for then: `ins {^}e`.
    #[serde(default)]
    pub(super) languages: Vec<String>,
    #[serde(default)]
    pub(super) endings: AllEndings,
    /// The names of each actor, by its id in the built-in list.
    pub(super) actors: BTreeMap<String, Names>,
}

/// How the words of names change, by what they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AllEndings {
    pub(super) names: Endings,
    pub(super) adjectives: Endings,
    pub(super) people: Endings,
    /// That of acronyms, which do not change.
    #[serde(skip)]
    pub(super) none: Endings,
}

/// What one actor is called, in the form that a dictionary has. A spelling without a capital letter is matched in any
/// case, any other needs one.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Names {
    pub(super) names: Vec<String>,
    pub(super) acronyms: Vec<String>,
    pub(super) adjectives: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) capital: Vec<String>,
    pub(super) seats: Vec<String>,
}

impl File {
    /// Reads a file; the error says what is wrong with it.
    pub(super) fn read(text: &str) -> Result<File, toml::de::Error> {
        toml::from_str(text)
    }
}
