//! The fields of the query language, and the values that each takes.

use super::tree::{Node, TextField};
use super::words::folded;
use crate::actors::Form;
use crate::corpus::Day;

/// A field of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Words in one field of the articles.
    In(TextField),
    Actor,
    Form,
    Date,
    Before,
    After,
    Is,
}

/// The fields by name, as typed.
const FIELDS: &[(&str, Field)] = &[
    ("title", Field::In(TextField::Title)),
    ("body", Field::In(TextField::Body)),
    ("source", Field::In(TextField::Outlet)),
    ("url", Field::In(TextField::Url)),
    ("actor", Field::Actor),
    ("form", Field::Form),
    ("date", Field::Date),
    ("before", Field::Before),
    ("after", Field::After),
    ("is", Field::Is),
];

/// What other programs call the fields.
const OTHERS: &[(&str, &[&str])] = &[
    ("title", &["intitle", "allintitle", "headline", "hlead", "hl", "hd", "ti", "head", "subject"]),
    ("body", &["intext", "inbody", "text", "content", "lp", "td"]),
    ("source", &["publication", "pub", "outlet", "newspaper", "publisher", "sn", "rst"]),
    ("url", &["inurl", "site", "link", "domain"]),
    ("actor", &["person", "people", "org", "organisation", "organization", "country", "entity", "who"]),
    ("date", &["published", "day", "month", "year"]),
    ("before", &["until"]),
];

impl Field {
    /// The name here of what another program calls `name`.
    pub(super) fn of_other(name: &str) -> Option<&'static str> {
        let lower = name.to_ascii_lowercase();
        let own = FIELDS.iter().map(|(known, _)| *known).find(|known| *known == lower);
        own.or_else(|| {
            OTHERS.iter().find(|(_, names)| names.contains(&lower.as_str())).map(|(known, _)| *known)
        })
    }

    /// The name that `name` may have been meant for.
    pub(super) fn meant(name: &str) -> Option<&'static str> {
        let lower = name.to_ascii_lowercase();
        Field::of_other(&lower).or_else(|| nearest(&lower, FIELDS.iter().map(|(known, _)| *known)))
    }

    /// The field called `name`, in capitals or not; the error is a message for the reader.
    pub(super) fn named(name: &str) -> Result<Field, String> {
        let lower = name.to_ascii_lowercase();
        let found = FIELDS.iter().find(|(known, _)| *known == lower);
        found.map(|(_, field)| *field).ok_or_else(|| {
            let hint = match Field::meant(&lower) {
                Some(near) => format!("did you mean `{near}:`?"),
                None => {
                    let names: Vec<_> = FIELDS.iter().map(|(known, _)| *known).collect();
                    format!("the fields are {}.", names.join(", "))
                }
            };
            format!("no field is called `{name}`; {hint} The words are searched")
        })
    }

    /// What it expects after its colon.
    pub(super) fn value(self) -> &'static str {
        match self {
            Field::In(_) => "a word",
            Field::Actor => "a name",
            Field::Form => "a form",
            Field::Date | Field::Before | Field::After => "a date",
            Field::Is => "`undated`",
        }
    }

    /// The condition that `value` states for this field; the error says what was expected and found. The parser reads
    /// the words of [`Field::In`] itself.
    pub(super) fn read(self, value: &str) -> Result<Node, String> {
        match self {
            Field::In(_) => Err("expected words".to_owned()),
            Field::Actor => {
                let words = folded(value);
                match words.is_empty() {
                    true => Err(format!("expected the name of an actor, found `{value}`; it is left out")),
                    false => Ok(Node::Actor(words.join("-"))),
                }
            }
            Field::Form => Form::ALL.iter().find(|form| form.name() == value).map_or_else(
                || {
                    let names = Form::ALL.map(Form::name);
                    let hint = nearest(value, names.into_iter())
                        .map_or_else(|| names.join(", "), |near| format!("did you mean `{near}`?"));
                    Err(format!("expected a form, found `{value}`: {hint}; it is left out"))
                },
                |form| Ok(Node::Form(*form)),
            ),
            Field::Is if value == "undated" => Ok(Node::Undated),
            Field::Is => Err(format!("expected `is:undated`, found `is:{value}`; it is left out")),
            Field::Date => match value.split_once("..") {
                Some(("", "")) => Err(wrong_date(value)),
                Some((from, to)) => {
                    let from = (!from.is_empty()).then(|| period(from)).transpose()?.map(|(first, _)| first);
                    let to = (!to.is_empty()).then(|| period(to)).transpose()?.map(|(_, last)| last);
                    if from.zip(to).is_some_and(|(from, to)| to < from) {
                        return Err(format!(
                            "expected a range that runs forward, found `{value}`; it is left out"
                        ));
                    }
                    Ok(Node::Published(from, to))
                }
                None => period(value).map(|(first, last)| Node::Published(Some(first), Some(last))),
            },
            Field::Before => {
                let before = day_before(period(value)?.0).ok_or_else(|| wrong_date(value))?;
                Ok(Node::Published(None, Some(before)))
            }
            Field::After => {
                let after = day_after(period(value)?.1).ok_or_else(|| wrong_date(value))?;
                Ok(Node::Published(Some(after), None))
            }
        }
    }
}

fn wrong_date(text: &str) -> String {
    format!("expected a date as 2024, 2024-06 or 2024-06-28, found `{text}`; it is left out")
}

/// The first and last day of `text`: a year, a month or a day.
fn period(text: &str) -> Result<(Day, Day), String> {
    let day = match text.len() {
        4 => Day::parse(&format!("{text}-01-01")).zip(Day::parse(&format!("{text}-12-31"))),
        7 => Day::parse(&format!("{text}-01")).map(|first| (first, first.last_of_month())),
        _ => Day::parse(text).map(|day| (day, day)),
    };
    day.ok_or_else(|| wrong_date(text))
}

fn day_before(day: Day) -> Option<Day> {
    match (day.month(), day.day()) {
        (1, 1) => Day::new(day.year() - 1, 12, 31),
        (month, 1) => Day::new(day.year(), month - 1, 1).map(Day::last_of_month),
        (month, date) => Day::new(day.year(), month, date - 1),
    }
}

fn day_after(day: Day) -> Option<Day> {
    match (day.month(), day.day()) {
        (12, 31) => Day::new(day.year() + 1, 1, 1),
        (month, date) => Day::new(day.year(), month, date + 1).or(Day::new(day.year(), month + 1, 1)),
    }
}

/// The one of `known` nearest to `word`: at most two edits away (Damerau-Levenshtein), and fewer than it has letters.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let apart = known.map(|k| (strsim::damerau_levenshtein(word, k), k));
    apart.filter(|(edits, k)| *edits <= 2 && *edits < k.chars().count()).min().map(|(_, k)| k)
}
