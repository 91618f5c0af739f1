//! How the words of a language change: with one table of endings, and in Arabic one of what is written onto the front.

use crate::text::Tokens;
use serde::Deserialize;
use std::collections::HashSet;

/// The words of the articles of one language, folded.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(HashSet<String>);

impl Vocabulary {
    /// Adds the words of `text`.
    pub(super) fn add(&mut self, text: &str) {
        Tokens::each(text, |word| {
            if !self.0.contains(word) {
                self.0.insert(word.to_owned());
            }
        });
    }

    /// Whether all words of `text` are among them.
    pub(super) fn has(&self, text: &str) -> bool {
        let mut all = true;
        Tokens::each(text, |word| all = all && self.0.contains(word));
        all
    }
}

/// Rules of the form `ия: ии ию ией`: a word that ends so may end so, too. The longest rule that fits a word holds;
/// `-` is nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Endings {
    ends: Vec<String>,
    /// The same for the beginnings of words.
    begins: Vec<String>,
}

/// The least number of letters of a word that changes.
const CHANGES: usize = 3;

/// The rule that fits best: what it replaces, and by what.
fn rule<'r>(
    rules: &'r [String],
    fits: impl Fn(&str) -> bool,
) -> Option<(&'r str, impl Iterator<Item = &'r str>)> {
    let split = |rule: &'r String| rule.split_once(':').map(|(from, to)| (from.trim(), to));
    let fitting = rules.iter().filter_map(split).filter(|(from, _)| fits(from));
    let (from, to) = fitting.max_by_key(|(from, _)| from.len())?;
    Some((from, to.split_whitespace().map(|end| if end == "-" { "" } else { end })))
}

impl Endings {
    /// All rules, as the file has them.
    #[cfg(test)]
    pub(super) fn rules(&self) -> impl Iterator<Item = &String> {
        self.ends.iter().chain(&self.begins)
    }

    /// Every form of `word`, itself first.
    fn forms(&self, word: &str) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        if word.chars().nth(CHANGES - 1).is_none() {
            return forms;
        }
        if let Some((from, ends)) = rule(&self.ends, |from| word.ends_with(from)) {
            let stem = &word[..word.len() - from.len()];
            forms.extend(ends.map(|end| format!("{stem}{end}")));
        }
        if let Some((from, begins)) = rule(&self.begins, |from| word.starts_with(from)) {
            let begins: Vec<&str> = begins.collect();
            for at in 0..forms.len() {
                let Some(rest) = forms[at].strip_prefix(from).map(str::to_owned) else { continue };
                forms.extend(begins.iter().map(|begin| format!("{begin}{rest}")));
            }
        }
        forms
    }
}

/// Every spelling of the name `text` whose words are all in `words`.
pub(super) fn spellings(text: &str, endings: &Endings, words: &Vocabulary) -> Vec<String> {
    let mut all = vec![String::new()];
    for piece in text.split_inclusive([' ', '-']) {
        let word = piece.trim_end_matches([' ', '-']);
        let gap = &piece[word.len()..];
        let mut forms = endings.forms(word);
        forms.retain(|form| words.has(form));
        let longer =
            |start: &String| forms.iter().map(move |form| format!("{start}{form}{gap}")).collect::<Vec<_>>();
        all = all.iter().flat_map(longer).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Endings, Vocabulary, spellings};

    #[test]
    fn the_longest_rule_holds() {
        let rules = |ends: &[&str]| ends.iter().map(|end| (*end).to_owned()).collect();
        let endings = Endings {
            ends: rules(&["а: ы у", "ая: ой ую", ": а"]),
            begins: rules(&["ال: وال لل", ": و"]),
        };
        let mut words = Vocabulary::default();
        words.add("Новая, Новой Земля Землу Ирана; Кубы. الصين والصين للصين وقطر и");
        for (text, expected) in [
            ("Новая", vec!["Новая", "Новой"]),
            ("Куба", vec!["Кубы"]),
            ("Иран", vec!["Ирана"]),
            ("Новая-Куба", vec!["Новая-Кубы", "Новой-Кубы"]),
            ("и", vec!["и"]),
            ("الصين", vec!["الصين", "والصين", "للصين"]),
            ("قطر", vec!["وقطر"]),
        ] {
            assert_eq!(spellings(text, &endings, &words), expected, "{text}");
        }
    }
}
