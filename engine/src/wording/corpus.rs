//! A corpus and its articles in words.

use super::dates::{day, span};
use super::numbers::count;
use crate::corpus::{Article, Corpus};

/// The day on which an article was published: `28 June 2024`, or `undated`.
pub fn published(article: &Article) -> String {
    article.day().map_or_else(|| "undated".to_owned(), day)
}

/// The name of an outlet; `source unknown` where it is empty.
pub fn outlet(name: &str) -> &str {
    if name.is_empty() { "source unknown" } else { name }
}

/// The day, the outlet and the place line of an article, without those that are missing: `28 June 2024 · Artifex.News ·
/// Seoul`.
pub fn meta_line(article: &Article) -> String {
    let outlet = article.outlet.iter().map(|outlet| outlet.value.clone());
    let written_in = article.dateline.iter().map(|place| place_name(&place.value));
    std::iter::once(published(article)).chain(outlet).chain(written_in).collect::<Vec<_>>().join(" · ")
}

/// The least length of a word in capitals that is no abbreviation, in characters.
const WORD: usize = 4;

/// A place as names are written, where its source has it in capitals throughout: `SEOUL` is Seoul, `NEW YORK` New York;
/// `UAE` and `D.C.` stay.
fn place_name(place: &str) -> String {
    let is_word =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= WORD && !word.contains('.');
    if place.contains(char::is_lowercase) || !place.split_whitespace().any(is_word) {
        return place.to_owned();
    }
    let mut name = String::with_capacity(place.len());
    let mut in_word = false;
    for word in place.split_inclusive(char::is_whitespace) {
        if word.contains('.') {
            name.push_str(word);
            continue;
        }
        for c in word.chars() {
            match in_word {
                true => name.extend(c.to_lowercase()),
                false => name.push(c),
            }
            in_word = c.is_alphanumeric() || in_word && matches!(c, '\'' | '’');
        }
    }
    name
}

/// The number of articles of a corpus, and its first and last day: `14 articles, 14 September 2023 to 28 June 2024`.
pub fn corpus_line(corpus: &Corpus) -> String {
    let articles = count(corpus.articles.len(), "article");
    match corpus.days() {
        Some((from, to)) => format!("{articles}, {}", span(from, to)),
        None => articles,
    }
}

#[cfg(test)]
mod tests {
    use super::place_name;

    #[test]
    fn a_place_in_capitals_is_a_name() {
        for (place, name) in [
            ("SEOUL", "Seoul"),
            ("NEW YORK", "New York"),
            ("WASHINGTON D.C.", "Washington D.C."),
            ("UAE", "UAE"),
            ("Seoul", "Seoul"),
            ("PORT-AU-PRINCE", "Port-Au-Prince"),
            ("МОСКВА", "Москва"),
        ] {
            assert_eq!(place_name(place), name);
        }
    }
}
