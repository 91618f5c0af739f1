//! The names and numbers of a text, which tell two events in one form of words from one event told twice: a notice of
//! an earthquake has the place and the strength of another where the rest is the same.

use crate::text::hash::{WordMap, of_word};
use crate::text::{Span, Tokens};
use std::sync::LazyLock;

/// What a name weighs inside a sentence.
const NAME: u8 = 2;
/// What a number weighs, since updates change numbers, and a capitalised word that opens a sentence, since most are no
/// names.
const HALF: u8 = 1;
/// The least weight of replaced facts that makes another text, where they are more than one in three: one number that
/// was corrected, or one name, does not.
const REPLACED: u32 = 3;
/// The least weight where they are three in four or more: all of a text that names one place, or two rates.
const REPLACED_ALL: u32 = 2;
/// The least weight where the text has one of it in [`DENSE`] words: long lists of kept names do not make up for them.
const REPLACED_MANY: u32 = 6;
const DENSE: u32 = 16;
/// Where more than one word in this many has a capital inside a sentence, nouns have, as in German: names are one word
/// in eight in English news, and nouns one in four in German.
const NOUNS: u32 = 5;

/// Days and months, which change from one version of a text to the next.
const CALENDAR: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "januar", "februar", "marz",
    "mai", "juni", "juli", "oktober", "dezember",
];

/// Whether this is the hash of one of them.
fn is_calendar(hash: u64) -> bool {
    static HASHES: LazyLock<WordMap<u64, ()>> =
        LazyLock::new(|| CALENDAR.iter().map(|word| (of_word(word), ())).collect());
    HASHES.contains_key(&hash)
}

/// The words of a text and which of them are facts.
#[derive(Debug)]
pub(super) struct Facts {
    /// The number of words, and of those with a capital inside a sentence.
    words: u32,
    capitals: u32,
    /// The different words, ascending.
    known: Vec<Word>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    hash: u64,
    /// What it weighs as a name or a number; 0 where it is none.
    weight: u8,
    /// Whether it is one for sure.
    is_sure: bool,
}

impl Facts {
    /// The facts of a text in blocks, and its words, each as the hash of its folded form.
    pub(super) fn and_words<T: AsRef<str>>(blocks: impl Iterator<Item = T>) -> (Facts, Vec<u64>) {
        let mut words = Vec::new();
        let mut facts = Facts { words: 0, capitals: 0, known: Vec::new() };
        for text in blocks {
            let text = text.as_ref();
            let mut end = 0;
            let mut opens = true;
            for token in Tokens::of(text).iter() {
                let gap = Span { start: end, end: token.span.start }.of(text);
                opens |= gap.contains(['.', '!', '?', ':', '…', '"', '“', '„', '«', '\n']);
                end = token.span.end;
                let first = token.span.of(text).chars().next();
                let number = first.is_some_and(char::is_numeric);
                let hash = of_word(token.folded);
                let name = first.is_some_and(char::is_uppercase) && !is_calendar(hash);
                let weight = match (number, name) {
                    (true, _) => HALF,
                    (_, true) if opens => HALF,
                    (_, true) => NAME,
                    _ => 0,
                };
                let is_sure = number || (name && !opens);
                words.push(hash);
                facts.known.push(Word { hash, weight, is_sure });
                facts.words += 1;
                facts.capitals += u32::from(weight == NAME);
                opens = false;
            }
        }
        facts.known.sort_unstable();
        facts.known.dedup_by(|next, first| {
            let is_same = next.hash == first.hash;
            if is_same {
                first.weight = first.weight.max(next.weight);
                first.is_sure |= next.is_sure;
            }
            is_same
        });
        (facts, words)
    }

    /// Calls `each` with each word, and whether `other` has it, too.
    fn beside(&self, other: &Facts, mut each: impl FnMut(&Word, bool)) {
        let mut others = other.known.iter().map(|word| word.hash).peekable();
        for word in &self.known {
            while others.next_if(|hash| *hash < word.hash).is_some() {}
            each(word, others.peek() == Some(&word.hash));
        }
    }

    /// The weight of the facts that `other` does not have; one weighs `most` at most.
    fn own(&self, other: &Facts, most: u8) -> u32 {
        let mut own = 0_u32;
        self.beside(other, |word, is_shared| {
            own += if is_shared { 0 } else { u32::from(word.weight.min(most)) }
        });
        own
    }

    /// Whether `self` and `other`, most of whose words are the same, tell of two events: names and numbers of the one
    /// stand in the place of those of the other. What one of them has more is nothing, as an update says more.
    pub(super) fn are_others(&self, other: &Facts) -> bool {
        let nouns = self.capitals * NOUNS > self.words;
        let most = if nouns { HALF } else { NAME };
        let replaced = self.own(other, most).min(other.own(self, most));
        let mut kept = 0;
        self.beside(other, |word, is_shared| {
            kept += if is_shared && word.is_sure { u32::from(word.weight.min(most)) } else { 0 };
        });
        let kept = if nouns { kept / 2 } else { kept };
        (replaced >= REPLACED && replaced * 2 > kept)
            || (replaced >= REPLACED_ALL && replaced >= kept * 3)
            || (replaced >= REPLACED_MANY && replaced * DENSE >= self.words.min(other.words))
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::config::Config;
    use crate::parse::{SourceFile, parse};

    /// `form` with each of `fills` in the place of its `_`.
    fn filled(form: &str, fills: &str) -> String {
        let fills = fills.split('|').chain(std::iter::repeat(""));
        form.split('_').zip(fills).flat_map(|(piece, fill)| [piece, fill]).collect()
    }

    #[test]
    fn one_form_of_words_is_not_one_text() {
        const TIDES: &str = "The tide office of _ expects high water of _ centimetres at _ in the evening, and winds from the west. Boats should stay in the inner harbour until the morning. The next report comes at six, and is read out on the quay by the keeper of the lighthouse.";
        const MATCH: &str = "_ beat _ by _ to _ on Sunday in the second round of the Island Cup. _ scored first, with a ball from far out. _ was sent off before the break. The round ends next week, and tickets are sold on the quay from nine in the morning on, two for each member of a club.";
        const RATE: &str = "Für eine Krone gab es am Montag an der Börse von Skarn _ Taler und damit _ Taler mehr als am Freitag. Der Umsatz lag bei _ Kronen. Händler an der Börse sprachen von einem ruhigen Tag ohne Nachrichten, und für Dienstag erwarten sie keine Bewegung der Kurse.";
        const FIRE: &str = "A fire in the old rope works of Skarn has hurt _ people, the chief of the brigade, Ada _, said on _. It broke out in a loft over the Long Street and reached the roof of the Sailors' Home within the hour. Boats from Little Skarn brought pumps, and the last flames were put out at dawn.";
        for (form, one, other, same) in [
            (TIDES, "Skarn|40|7", "Holm|90|9", false),
            (TIDES, "Skarn|40|7", "Skarn|40|7", true),
            (MATCH, "Holm|Skarn|3|1|Berg|Lund", "Ness|Strand|2|0|Dahl|Vik", false),
            (MATCH, "Holm|Skarn|three|one|Berg|Lund", "Holm|Skarn|three|one|Berg|Lunde", true),
            (RATE, "3,41|0,02|120.000", "3,57|0,11|340.000", false),
            (FIRE, "12|Example|Monday", "14|Example|Tuesday", true),
            (FIRE, "12|Example|Monday", "12|Exampel|Monday", true),
        ] {
            let texts = [("a.txt", filled(form, one)), ("b.txt", filled(form, other) + "\n")];
            let files = texts.map(|(name, text)| SourceFile { name: name.into(), bytes: text.into() });
            let corpus = parse(files.into(), &Config::default()).corpus;
            assert_eq!(corpus.groups.len(), usize::from(same), "{other}: {form}");
        }
    }
}
