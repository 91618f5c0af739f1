//! Tokens: the words of a text, folded, each with its span in the original.
//!
//! A word is a run of letters, digits and marks. An apostrophe inside it disappears (`don't` is `dont`)
//! and a possessive is left out (`Korea’s` is `korea`); after an elision begins another word (`l’Iran` is `l` and
//! `iran`). Hyphens and everything else separate. Initials are one word (`U.S.` is `us`), and so are numbers (`1,000` is `1000`, `10.5` is `10.5`). Scripts
//! written without spaces give one token a character, with the marks that belong to it.

use super::fold::{is_mark, syllable};
use super::{Span, fold, is_ignorable};

/// The tokens of one text. The folded words share one buffer.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    folded: String,
    /// The span of each token in the text, and that of its folded form in `folded`.
    items: Vec<(Span, Span)>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its span, in bytes of the text.
    pub span: Span,
    /// Its folded form; never empty.
    pub folded: &'a str,
}

impl Tokens {
    /// Splits `text` into tokens.
    pub fn of(text: &str) -> Tokens {
        // English has a word in some six bytes.
        let mut items = Vec::with_capacity(text.len() / 6 + 1);
        let mut folded = String::with_capacity(text.len());
        scan(text, |word, span| {
            let from = folded.len();
            folded.push_str(word);
            items.push((span, Span::new(from, folded.len())));
        });
        Tokens { folded, items }
    }

    /// Calls `found` with the folded form of each token of `text`, in order, and keeps none.
    pub fn each(text: &str, mut found: impl FnMut(&str)) {
        scan(text, |word, _| found(word));
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The token at `index`, in reading order.
    pub fn get(&self, index: usize) -> Option<Token<'_>> {
        let (span, folded) = *self.items.get(index)?;
        Some(Token { span, folded: folded.of(&self.folded) })
    }

    /// Whether nothing but one hyphen stands between the token at `index` and the next, where `text` is the text that
    /// was split. Two numbers are none of one compound (`2-0`).
    pub fn hyphenated(&self, text: &str, index: usize) -> bool {
        let Some((left, right)) = self.get(index).zip(self.get(index + 1)) else { return false };
        let gap = Span { start: left.span.end, end: right.span.start }.of(text);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
        matches!(gap, "-" | "\u{2010}" | "\u{2011}")
            && !(digit(left.folded.chars().next_back()) && digit(right.folded.chars().next()))
    }

    /// All tokens, in reading order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator {
        self.items.iter().map(|(span, folded)| Token { span: *span, folded: folded.of(&self.folded) })
    }
}

/// Finds the tokens of `text`: calls `found` with the folded form of each and its span in bytes of `text`.
fn scan(text: &str, mut found: impl FnMut(&str, Span)) {
    let mut folded = String::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // Most words are plain ASCII: what follows below, without a look at each character.
        if let Some((end, capitals)) = plain(text, at) {
            let word = &text[at..end];
            if capitals {
                folded.clear();
                folded.push_str(word);
                folded.make_ascii_lowercase();
                found(&folded, Span::new(at, end));
            } else if !word.is_empty() {
                found(word, Span::new(at, end));
            }
            at = end + 1;
            continue;
        }
        let (end, next) = if stands_alone(c) {
            let end = with_marks(text, at + c.len_utf8());
            (end, end)
        } else if !is_word(c) {
            at += c.len_utf8();
            continue;
        } else if let Some(end) = initials(text, at) {
            (end, possessive(text, end).unwrap_or(end))
        } else {
            word(text, at)
        };
        folded.clear();
        fold_piece(&text[at..end], &mut folded);
        if !folded.is_empty() {
            found(&folded, Span::new(at, end));
        }
        at = next;
    }
}

/// Appends the folded form of the token that is spelled `piece`.
fn fold_piece(piece: &str, folded: &mut String) {
    let numeric = piece.starts_with(|c: char| c.is_ascii_digit());
    let whole = syllable(piece);
    for c in whole.map_or(piece, |_| "").chars().chain(whole) {
        let kept = is_word(c) || stands_alone(c) || (numeric && c == '.');
        if kept && !is_ignorable(c) {
            fold(c, folded);
        }
    }
}

const LETTER: u8 = 1;
const CAPITAL: u8 = 2;

/// What each byte is in a word of ASCII; 0 for what is none of it.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        let is = byte as u8;
        if is.is_ascii_uppercase() {
            kinds[byte] = CAPITAL;
        } else if is.is_ascii_alphanumeric() {
            kinds[byte] = LETTER;
        }
        byte += 1;
    }
    kinds
};

/// The end of the run of ASCII letters and digits at byte `at`, which may be empty, and whether it has capitals; `None`
/// unless the character after it is one byte long and surely ends the word.
fn plain(text: &str, at: usize) -> Option<(usize, bool)> {
    let rest = &text.as_bytes()[at..];
    let mut capitals = 0;
    let run = rest.iter().take_while(|b| {
        let kind = KINDS[usize::from(**b)];
        capitals |= kind & CAPITAL;
        kind != 0
    });
    let length = run.count();
    let ends = match rest.get(length)? {
        b'\'' => false,
        // At the end of a sentence or clause, but not in `U.S.` or `1,000`.
        b'.' | b',' => rest.get(length + 1).is_some_and(u8::is_ascii_whitespace),
        next => next.is_ascii(),
    };
    ends.then_some((at + length, capitals != 0))
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    (c.is_alphanumeric() || is_mark(c)) && !stands_alone(c)
}

/// Whether `c` is a letter of a script whose words are not set apart by spaces (Thai, Lao, Burmese, Khmer, Chinese,
/// Japanese), or of Korean, whose particles cling to words.
fn stands_alone(c: char) -> bool {
    let script = matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{1112}' | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{318F}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFD}');
    script && c.is_alphabetic() && !is_mark(c)
}

/// The end of the marks at byte `at` that belong to the letter before them: vowel signs, and the vowel and the final
/// consonant of a Korean syllable that is spelled out.
fn with_marks(text: &str, at: usize) -> usize {
    let mark = |c: &char| is_mark(*c) || is_ignorable(*c) || matches!(c, '\u{1161}'..='\u{11FF}');
    at + text[at..].chars().take_while(mark).map(char::len_utf8).sum::<usize>()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}' | '\u{FF07}')
}

/// What French, Italian, Catalan and Portuguese write with an apostrophe right before another word, folded: articles,
/// pronouns and prepositions without their last vowel.
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un", "gl", "dell",
    "all", "dall", "nell", "sull", "coll", "dagl", "degl", "agl", "negl", "sugl", "quell", "quest", "bell",
    "sant", "senz", "tutt", "anch", "com", "dov", "cos", "nient", "mezz",
];

/// Whether an apostrophe after `before` and before the character `next` ends a word: it stands for the last vowel of
/// a small one, before another vowel, an h or a number.
fn is_elision(before: &str, next: char) -> bool {
    let mut first = String::new();
    fold(next, &mut first);
    let opens = first.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']) || next.is_ascii_digit();
    opens && ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(before))
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The end of a run like `U.S.` or `U.N` at byte `at`: two or more single letters with periods between them.
fn initials(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    loop {
        let letter = char_at(text, end).filter(|c| c.is_alphabetic() && !stands_alone(*c));
        let Some(letter) = letter else { break };
        let after = end + letter.len_utf8();
        match char_at(text, after) {
            Some('.') => {
                letters += 1;
                end = after + 1;
            }
            Some(c) if is_word(c) => break,
            _ if letters > 0 => {
                letters += 1;
                end = after;
                break;
            }
            _ => break,
        }
    }
    (letters >= 2).then_some(end)
}

/// The end of a possessive `’s` at byte `at`.
fn possessive(text: &str, at: usize) -> Option<usize> {
    let apostrophe = char_at(text, at).filter(|c| is_apostrophe(*c))?;
    let s = at + apostrophe.len_utf8();
    char_at(text, s).filter(|c| matches!(c, 's' | 'S'))?;
    let alone = !char_at(text, s + 1).is_some_and(|b| is_word(b) || is_apostrophe(b));
    alone.then_some(s + 1)
}

/// The end of the word at byte `at`, and the byte at which to go on, which is past a possessive.
fn word(text: &str, at: usize) -> (usize, usize) {
    let mut end = at;
    let mut digit = false;
    while let Some(c) = char_at(text, end) {
        let after = end + c.len_utf8();
        if is_word(c) || is_ignorable(c) {
            digit = c.is_ascii_digit();
            end = after;
            continue;
        }
        let Some(next) = char_at(text, after).filter(|n| is_word(*n)) else { break };
        if is_apostrophe(c) {
            if let Some(beyond) = possessive(text, end) {
                return (end, beyond);
            }
            if is_elision(&text[at..end], next) {
                return (end, after);
            }
        } else if !(matches!(c, '.' | ',') && digit && next.is_ascii_digit()) {
            break;
        }
        end = after;
    }
    (end, end)
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    fn words(text: &str) -> String {
        Tokens::of(text).iter().map(|t| t.folded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn splits() {
        for (text, expected) in [
            ("", ""),
            ("Korea’s don't O'Brien's", "korea dont obrien"),
            ("Kim Jong-un", "kim jong un"),
            ("U.S. and U.N troops, the U.S.-led", "us and un troops the us led"),
            ("I. A plan by J.K. Rowling", "i a plan by jk rowling"),
            ("1,000 or 10.5, 2024.", "1000 or 10.5 2024"),
            ("Russia-North Korea", "russia north korea"),
            ("co\u{AD}operation", "cooperation"),
            ("조선 2차", "조 선 2 차"),
            ("日本と・が か\u{3099}", "日 本 と か\u{3099} か\u{3099}"),
            ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "한 국"),
            ("葛\u{E0100}飾", "葛 飾"),
            ("ภาษาไทย", "ภ า ษ า ไ ท ย"),
            ("ที่นี่", "ที่ นี่"),
            ("Café e\u{301}té", "cafe ete"),
            ("students' papers", "students papers"),
            ("L'Iran, d’Israël, qu'Ankara, dell'ONU", "l iran d israel qu ankara dell onu"),
            ("aujourd’hui, O'Hara, D'Souza, y'all, o'clock", "aujourdhui ohara dsouza yall oclock"),
            ("nell'88, the '90s, l'Iran’s", "nell 88 the 90s l iran"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn spans_cover_the_original() {
        let text = "the U.S.’s ally Korea’s";
        let spans: Vec<_> = Tokens::of(text).iter().map(|t| t.span.of(text).to_owned()).collect();
        assert_eq!(spans, ["the", "U.S.", "ally", "Korea"]);
    }
}
