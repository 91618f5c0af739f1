//! The forms of a mention.

use crate::text::one_of;
use serde::{Deserialize, Serialize};

/// How a mention names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// The full, official or usual name.
    Name,
    /// Letters: DPRK, U.S.
    Acronym,
    /// A short form that counts where the actor is named too: the North.
    Short,
    /// An adjective or a people: Russian, Ukrainians.
    Demonym,
    /// A capital or a seat that stands for its government.
    Metonym,
    /// A capital where things happen.
    Place,
    /// A person by the family name alone.
    Surname,
}

impl Form {
    /// All forms, in the order in which they are shown.
    pub const ALL: [Form; 7] =
        [Form::Name, Form::Acronym, Form::Short, Form::Demonym, Form::Metonym, Form::Place, Form::Surname];

    /// Its name in JSON and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Acronym => "acronym",
            Form::Short => "short",
            Form::Demonym => "demonym",
            Form::Metonym => "metonym",
            Form::Place => "place",
            Form::Surname => "surname",
        }
    }

    /// The form with its article, as it reads after a name: `an acronym`.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Form::Name => "a name",
            Form::Acronym => "an acronym",
            Form::Short => "a short form",
            Form::Demonym => "an adjective or a people",
            Form::Metonym => "a seat",
            Form::Place => "a capital",
            Form::Surname => "a surname",
        }
    }
}

impl From<Form> for String {
    fn from(form: Form) -> String {
        form.name().to_owned()
    }
}

impl TryFrom<String> for Form {
    type Error = String;

    fn try_from(text: String) -> Result<Form, String> {
        one_of(&Form::ALL.map(Form::name), &text).map(|at| Form::ALL[at])
    }
}
