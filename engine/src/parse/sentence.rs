//! What reads as a sentence, and where the first sentence of a text ends.

use crate::text::sentences::sentence_ends;
use crate::text::{Tokens, one_line};

/// The least number of words in a sentence: fewer with a full stop may be a label, a menu or a button.
const SHORTEST: usize = 6;

/// The first script whose words are not set apart by spaces, Thai.
const UNSPACED: char = '\u{E00}';

/// Whether `text` has at least `count` words. Most texts are decided by their spaces and signs, without tokenizing.
pub(crate) fn has_words(text: &str, count: usize) -> bool {
    // Each word but the last has a letter and what sets it apart.
    if text.len() + 1 < 2 * count {
        return false;
    }
    match text.is_ascii() {
        true => counted(text.bytes().map(char::from), count),
        false => counted(text.chars(), count),
    }
    .unwrap_or_else(|| Tokens::of(text).len() >= count)
}

/// Whether these characters are at least `count` words; `None` where only the tokens tell.
fn counted(chars: impl Iterator<Item = char>, count: usize) -> Option<bool> {
    // The pieces between spaces that hold letters or digits, and the runs of these.
    let (mut pieces, mut runs) = (0, 0);
    let (mut in_piece, mut in_run, mut spaced) = (false, false, true);
    for c in chars {
        let is_inner = c.is_alphanumeric();
        runs += usize::from(is_inner && !in_run);
        pieces += usize::from(is_inner && !in_piece);
        if pieces == count {
            return Some(true);
        }
        in_run = is_inner;
        in_piece = is_inner || in_piece && !c.is_whitespace();
        spaced &= c < UNSPACED;
    }
    // Each word has a run of letters and digits at least.
    (runs < count && spaced).then_some(false)
}

/// `line` without the quotation marks and brackets at its end.
fn unquoted(line: &str) -> &str {
    line.trim_end_matches(['”', '“', '"', '’', '\'', ')', ']', '»', '«', '」', '』', '）'])
}

/// Whether a line ends with the punctuation of a sentence, ignoring quotation marks and brackets.
pub(crate) fn ends_sentence(line: &str) -> bool {
    unquoted(line).ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

/// Whether a line ends with punctuation that a headline never has, such as a full stop or a comma. `…`, initials and
/// question marks may end either.
pub(crate) fn ends_in_text(line: &str) -> bool {
    let line = unquoted(line);
    line.ends_with(['.', ':', ';', ',', '。', '۔', '।']) && !ends_in_initials(line)
}

/// Whether `line` ends with initials, like `the U.S.`
fn ends_in_initials(line: &str) -> bool {
    let mut back = line.chars().rev();
    let mut letters = 0;
    loop {
        let last = back.next();
        if last != Some('.') {
            return letters > 1 && !last.is_some_and(char::is_alphanumeric);
        }
        if !back.next().is_some_and(char::is_uppercase) {
            return letters > 1;
        }
        letters += 1;
    }
}

/// Whether `line` is long enough for a sentence and ends as one.
pub(crate) fn is_sentence(line: &str) -> bool {
    ends_sentence(line) && has_words(line, SHORTEST)
}

/// The length at which a derived title is cut, in characters, so that it fits one or two lines.
const DERIVED_TITLE: usize = 100;

/// The least number of words in a derived title, so that neither `He won.` nor what precedes `Gen. Mark Example`
/// becomes one.
pub(crate) const DERIVED_WORDS: usize = 4;

/// The first sentence of `text` that has enough words; a long one is cut at a word and marked with `…`.
pub(crate) fn first_sentence(text: &str) -> String {
    // A paragraph that was wrapped by hand goes on in the next line.
    let text = one_line(text);
    let mut ends = sentence_ends(&text).filter(|end| has_words(&text[..end.stop], DERIVED_WORDS));
    let sentence = ends.next().map_or(&*text, |end| &text[..end.next]).trim();
    if sentence.chars().count() <= DERIVED_TITLE {
        return sentence.trim_end_matches('.').to_owned();
    }
    let cut = sentence.char_indices().nth(DERIVED_TITLE).map_or(sentence.len(), |(i, _)| i);
    let cut = sentence[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{}…", sentence[..cut].trim_end_matches([',', ';', ' ', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::{ends_in_text, ends_sentence, first_sentence};

    #[test]
    fn a_derived_title_is_a_whole_sentence() {
        for (text, title) in [
            ("The pass is open again. Drivers need chains.", "The pass is open again"),
            ("He won. The whole town came to the quay.", "He won. The whole town came to the quay"),
            ("The army is led by Gen. Ada Example. She is new.", "The army is led by Gen. Ada Example"),
            ("Mr. Holm keeps the shop. It is small.", "Mr. Holm keeps the shop"),
            (
                "The choir sang from sheet No. 5 at noon. It rained.",
                "The choir sang from sheet No. 5 at noon",
            ),
            ("So it was on that Dr. Lund came.", "So it was on that Dr. Lund came"),
            ("Will the ferry sail today? Nobody knows.", "Will the ferry sail today?"),
            ("The lamp was wrapped\nby hand. It shines.", "The lamp was wrapped by hand"),
            ("大臣は木曜日に訪れた。人々は待った。", "大臣は木曜日に訪れた。"),
            (
                "The road to the old U.S. base is closed. Snow fell.",
                "The road to the old U.S. base is closed",
            ),
        ] {
            assert_eq!(first_sentence(text), title);
        }
    }

    #[test]
    fn sentences_end_in_many_scripts() {
        for line in
            ["He left.", "“He left.”", "他走了。", "真的吗？", "هل غادر؟", "وہ چلا گیا۔", "वह चला गया।"]
        {
            assert!(ends_sentence(line), "{line}");
        }
        assert!(!ends_sentence("Harbour board agrees on a new pier"));
        for headline in ["Holm returns to the U.S.", "Holm returns to …", "Who pays?", "Holm returns"] {
            assert!(!ends_in_text(headline), "{headline}");
        }
    }
}
