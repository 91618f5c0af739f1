//! Spellings of people that follow from those of the lists: the family name at the other end, no middle names, initials,
//! a surname without its small words, and the given name: alone of those who are known by it, of others behind a title.

use super::super::Form;
use super::super::list::GIVEN;
use super::super::titles::is_of_office;
use super::alias::key_of;
use std::collections::HashSet;

/// A spelling of a person that is in no list, folded, with the name and the surname that it follows from.
#[derive(Clone, Debug)]
pub(in crate::actors) struct Following {
    pub(in crate::actors) text: String,
    pub(in crate::actors) form: Form,
    /// Whether it counts only behind a title.
    pub(in crate::actors) titled: bool,
    pub(in crate::actors) name: String,
    pub(in crate::actors) surname: String,
}

/// What may stand behind a surname, folded.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "v"];

/// The small words that begin a surname, folded.
const PARTICLES: &[&str] =
    &["al", "el", "de", "la", "von", "der", "van", "den", "dos", "da", "di", "del", "bin", "ben"];

/// Other ways to write the name of a person with this `surname`, both folded: without middle names and what stands
/// behind the surname, and with initials in the place of several given names.
fn shorter_names(name: &str, surname: &str) -> Vec<String> {
    let plain = SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix)?.strip_suffix(' '));
    let whole = plain.unwrap_or(name);
    let mut names: Vec<String> = plain.map(str::to_owned).into_iter().collect();
    let given: Vec<&str> = match whole.strip_suffix(surname).and_then(|given| given.strip_suffix(' ')) {
        Some(given) => given.split(' ').collect(),
        None => return names,
    };
    if let [first, _, ..] = given[..] {
        let initials: Vec<String> =
            given.iter().filter_map(|name| Some(name.chars().next()?.into())).collect();
        names.push(format!("{first} {surname}"));
        names.push(format!("{} {surname}", initials.concat()));
        names.push(format!("{} {surname}", initials.join(" ")));
    }
    names
}

/// Other ways to write the surname of the person of this `name`, both folded: with a second surname, and without its
/// small words.
fn other_surnames(name: &str, surname: &str) -> Vec<String> {
    let mut surnames = Vec::new();
    if let Some((given, second)) = name.split_once(&format!(" {surname} "))
        && !given.is_empty()
        && !SUFFIXES.contains(&second)
    {
        surnames.push(format!("{surname} {second}"));
    }
    let words: Vec<&str> = surname.split(' ').collect();
    let small = words.iter().take_while(|word| PARTICLES.contains(word)).count();
    if (1..words.len()).contains(&small) {
        surnames.push(words[small..].join(" "));
    }
    surnames
}

/// The names of a person with the family name at the other end (`Jong Un Kim`, `Kishida Fumio`), and with a given name
/// of two parts as one word (`Kim Jongun`); `name` and `surname` are folded.
fn other_orders(name: &str, surname: &str) -> Vec<String> {
    let mut orders = Vec::new();
    if let Some(given) = name.strip_prefix(surname).and_then(|given| given.strip_prefix(' ')) {
        orders.push(format!("{given} {surname}"));
        if given.matches(' ').count() == 1 {
            let joined = given.replace(' ', "");
            orders.push(format!("{surname} {joined}"));
            orders.push(format!("{joined} {surname}"));
        }
    } else if let Some(given) = name.strip_suffix(surname).and_then(|given| given.strip_suffix(' ')) {
        orders.push(format!("{surname} {given}"));
    }
    orders
}

/// The given name in the name of a person with this `surname`, both folded: what stands behind it, and else the first
/// word that is no title.
fn given_name<'n>(name: &'n str, surname: &str) -> Option<&'n str> {
    let first =
        name.split(' ').find(|word| !is_of_office(word)).filter(|given| *given != surname && *given != name);
    match name.strip_prefix(surname).and_then(|given| given.strip_prefix(' ')) {
        Some(given) if !surname.is_empty() => Some(given),
        _ => first,
    }
}

/// The spellings that follow from the names and surnames of an actor, which may be a `person`, but for those under
/// `without`. `texts` gives the texts of the actor's entry by key.
pub(in crate::actors) fn following<'t>(
    person: bool,
    texts: impl Fn(&'static str) -> Vec<&'t str>,
) -> Vec<Following> {
    let mut all = Vec::new();
    let folded = |text: &'t str| (key_of(text), text);
    let mut surnames: Vec<_> = texts("surname").into_iter().map(folded).collect();
    let titled = texts(GIVEN).is_empty();
    if person && surnames.is_empty() {
        surnames.push(Default::default());
    }
    if surnames.is_empty() {
        return all;
    }
    for (key, name) in texts("name").into_iter().chain(texts("names")).map(folded) {
        for (surname_key, surname) in &surnames {
            let given = given_name(&key, surname_key).filter(|_| person).map(str::to_owned);
            let (names, others) = match surname_key.is_empty() {
                true => Default::default(),
                false => (
                    [other_orders(&key, surname_key), shorter_names(&key, surname_key)].concat(),
                    other_surnames(&key, surname_key),
                ),
            };
            let names = names.into_iter().map(|text| (text, Form::Name));
            let others = others.into_iter().chain(given.clone()).map(|text| (text, Form::Surname));
            all.extend(names.chain(others).map(|(text, form)| Following {
                titled: titled && given.as_ref() == Some(&text),
                text,
                form,
                name: name.to_owned(),
                surname: (*surname).to_owned(),
            }));
        }
    }
    if !all.is_empty() {
        let without: HashSet<String> = texts("without").into_iter().map(key_of).collect();
        all.retain(|following| !without.contains(&following.text));
    }
    all
}

/// Whether a spelling that follows from others may name its actor: nobody else has it as a name; a surname many people
/// may have. `names` are the names that are taken.
pub(in crate::actors) fn is_free(names: &mut HashSet<String>, following: &Following) -> bool {
    match following.form {
        Form::Surname => !names.contains(&following.text),
        _ => names.insert(following.text.clone()),
    }
}
