//! Words that were cut at the end of a line, made whole: `Ger-` and `many` on the next line are `Germany`. What stands
//! there may as well be a compound, which keeps its hyphen (`North-` and `Korean`), or a hyphen that waits for a second
//! word (`pre-` and `and post-war`). The text around it decides where it spells the word in one line; else how the two
//! parts are written, and two short lists of words that stand in compounds and at no end of a longer word. All other
//! words are joined: in set text nearly all line ends with a hyphen cut a word. Soft hyphens are left out everywhere.

use super::bytes::Passage;
use crate::text::Span;

/// The soft hyphen, which shows only where a line ends at it.
const SOFT: char = '\u{AD}';
/// The sign that some programs write for a soft hyphen at the end of a line.
const NOT: char = '¬';
/// The line separator, in a text whose lines mean nothing: a word that is cut goes on after it.
const SEPARATOR: char = '\u{2028}';
/// The text before and after a cut that is asked for the whole word, in bytes: an article is about as long, and more
/// would cost more than the rest of reading.
const AROUND: usize = 4096;
/// The least length of a part, in bytes, that is taken for a word since it stands as one elsewhere: shorter ones are
/// words by chance (`out-`, `side`).
const WORD: usize = 4;

/// Words before which a hyphen waits for a second compound.
const WAITED_FOR: &[&str] = &[
    "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "e", "o", "en", "of", "och", "og",
    "eller", "tai", "ja", "i", "lub", "oraz", "ve", "veya",
];

/// First parts of compounds, which are seldom the beginning of a longer word, but for its [`ENDINGS`].
const FIRST: &[&str] = &[
    "well", "self", "half", "long", "cease", "state", "power", "energy", "planet", "record", "market", "oil",
    "high", "low", "short", "hard", "left", "right", "full", "part", "large", "small", "world", "life",
    "time", "heart", "peace", "truth", "year", "third", "fourth", "fifth", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "celui", "celle", "ceux", "peut", "vice", "quasi",
    "two", "three",
];

/// Ends of longer words.
const ENDINGS: &[&str] = &[
    "age", "ages", "eer", "ened", "ening", "ens", "eous", "ering", "ers", "est", "ful", "ial", "ies", "ing",
    "ings", "ish", "ism", "ist", "ists", "ity", "less", "light", "lights", "ment", "ments", "ner", "ners",
    "ness", "ship", "way", "ways",
];

/// Second parts of compounds, which seldom end a longer word, but for one with a [`PREFIXES`].
const SECOND: &[&str] = &[
    "affiliated", "aligned", "ambassador", "appointed", "armed", "backed", "based", "border", "bound",
    "breaking", "building", "built", "called", "changing", "class", "controlled", "country", "dealing",
    "dollar", "driven", "educated", "elect", "election", "enhancing", "exporting", "fired", "flying",
    "friendly", "funded", "general", "government", "growing", "haired", "hearted", "held", "high", "husband",
    "imposed", "income", "keeping", "known", "largest", "leader", "level", "linked", "looking", "made",
    "making", "mannered", "member", "military", "million", "minded", "minister", "minute", "month", "moving",
    "needed", "nuclear", "occupied", "oriented", "owned", "party", "person", "policy", "powered", "premier",
    "president", "pricing", "producing", "profile", "quality", "ranging", "ranking", "reaching", "related",
    "ridden", "running", "saving", "scale", "seeking", "sharing", "soldier", "speaking", "speed",
    "sponsored", "standing", "style", "supported", "term", "torn", "trade", "trained", "travelled", "volume",
    "war", "warming", "week", "winning", "year", "years", "être", "même", "mêmes", "dire", "président",
    "ministre",
];

/// Beginnings of longer words that end like a compound (`under-` and `standing`).
const PREFIXES: &[&str] =
    &["cor", "dis", "fore", "inter", "mis", "out", "over", "pre", "sub", "trans", "under", "with"];

/// What becomes of a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    /// The two parts are one word without a hyphen.
    Joined,
    /// The two parts are one word with its hyphen.
    Kept,
    /// The hyphen ends a word.
    Waiting,
}

/// Whether a word may be cut at the end of `line`.
fn is_cut(line: &str) -> bool {
    let last = line.char_indices().next_back().filter(|(_, c)| matches!(*c, SOFT | NOT) || is_hyphen(*c));
    last.is_some_and(|(before, _)| line[..before].ends_with(char::is_alphabetic))
}

/// Whether a word that is cut at the end of `line` goes on in `next`, which blank lines may set `apart`.
pub(crate) fn goes_on(line: &str, next: &str, apart: bool) -> bool {
    let begins = |c: char| if apart { c.is_lowercase() } else { c.is_alphanumeric() };
    is_cut(line) && next.starts_with(begins)
}

/// What stands for the white space `blank` after `line` where lines mean nothing: a space, and the line separator where
/// a word may be cut, so that [`whole`] finds it.
pub(crate) fn space(line: &str, blank: &str) -> &'static str {
    if blank.contains(['\n', '\r']) && is_cut(line) { "\u{2028}" } else { " " }
}

/// `span` of `text` with its words made whole; `None` where none is cut.
pub(crate) fn whole(text: &str, span: Span) -> Option<Passage> {
    let piece = span.of(text);
    let has_lines = || memchr::memchr2(b'\n', b'\r', piece.as_bytes()).is_some();
    // The last bytes of the two signs, which few texts have.
    let has_signs =
        || memchr::memchr2(0xAD, 0xA8, piece.as_bytes()).is_some() && piece.contains([SOFT, SEPARATOR]);
    if !has_lines() && !has_signs() {
        return None;
    }
    let base = span.range().start;
    let capitals = !piece.contains(char::is_lowercase);
    let mut passage = Passage::default();
    let mut from = 0;
    for (at, hyphen) in piece.char_indices().filter(|(_, c)| matches!(*c, SOFT | NOT) || is_hyphen(*c)) {
        let after = at + hyphen.len_utf8();
        let beyond = line_end(&piece[after..]).map_or(after, |space| after + space);
        let keep = match hyphen {
            SOFT => at,
            _ if beyond == after => continue,
            NOT => at,
            _ => match cut(text, piece, at, beyond, base, capitals) {
                Cut::Joined => at,
                Cut::Kept => after,
                Cut::Waiting if !piece[after..beyond].contains(SEPARATOR) => continue,
                Cut::Waiting => {
                    passage.same(&piece[from..after], base + from);
                    passage.respelled(" ", Span::new(base + after, base + beyond));
                    from = beyond;
                    continue;
                }
            },
        };
        if from < keep {
            passage.same(&piece[from..keep], base + from);
        }
        // A soft hyphen may stand at the end of the text, or before a sign that is no letter.
        from = if piece[beyond..].starts_with(char::is_alphanumeric) { beyond } else { after };
        passage.cut();
    }
    if from == 0 {
        return None;
    }
    passage.same(&piece[from..], base + from);
    Some(passage)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The length of the white space that `text` begins with, where a line ends in it.
fn line_end(text: &str) -> Option<usize> {
    let length = text.len() - text.trim_start().len();
    text[..length].contains(['\n', '\r', SEPARATOR]).then_some(length)
}

/// What becomes of the hyphen at the byte `at` of `piece`, which stands at the byte `base` of `text`; the next line
/// begins at the byte `next` of `piece`, which may be all `capitals`.
fn cut(text: &str, piece: &str, at: usize, next: usize, base: usize, capitals: bool) -> Cut {
    let letter = |c: char| c.is_alphanumeric() || c == SOFT;
    let first = &piece[piece[..at].trim_end_matches(letter).len()..at];
    let second = &piece[next..];
    let second = &second[..second.find(|c| !letter(c)).unwrap_or(second.len())];
    let (Some(last), Some(begin)) = (first.chars().next_back(), second.chars().next()) else {
        return Cut::Waiting;
    };
    let low = |c: char| c.is_lowercase();
    if last.is_numeric() || begin.is_numeric() || (begin.is_uppercase() && !capitals) {
        return Cut::Kept;
    }
    if !capitals && !low(begin) {
        return Cut::Waiting;
    }
    let (one, two) = (first.to_lowercase(), second.to_lowercase());
    if WAITED_FOR.contains(&two.as_str()) {
        return Cut::Waiting;
    }
    // `US-` and `led`, `e-` and `mail`: what is not cut by syllables.
    if first.chars().nth(1).is_none() || (!capitals && !first.contains(low)) {
        return Cut::Kept;
    }
    let from = text.ceil_char_boundary((base + at).saturating_sub(AROUND));
    let to = text.floor_char_boundary((base + next).saturating_add(AROUND).min(text.len()));
    let around = &text[from..to];
    let [kept, joined] = [format!("{first}-{second}"), format!("{first}{second}")];
    if has(around, &kept, false) {
        return Cut::Kept;
    }
    if has(around, &joined, false) {
        return Cut::Joined;
    }
    let inner = piece[..at - first.len()].ends_with(is_hyphen);
    let second_of_two = SECOND.contains(&two.as_str())
        && !PREFIXES.contains(&one.as_str())
        && (one.chars().nth(2).is_some() || matches!(one.as_str(), "ex" | "so"));
    // `co-` and `operate`, `re-` and `election`
    let same_vowel = ["co", "pre", "re"].contains(&one.as_str()) && one.ends_with(begin);
    let compound = second_of_two
        || same_vowel
        || (FIRST.contains(&one.as_str()) && two.len() > 2 && !ENDINGS.contains(&two.as_str()))
        // `state-of-the-` and `art`
        || (inner && first.len() < WORD)
        || (one.len() >= WORD && two.len() >= WORD && has(around, &one, true) && has(around, &two, true));
    if compound { Cut::Kept } else { Cut::Joined }
}

/// Whether a word of `text` begins with `word`, in either case of its first letter; `whole`: is `word`, and no part of
/// a compound.
fn has(text: &str, word: &str, whole: bool) -> bool {
    let rest = word.char_indices().nth(1).map_or("", |(at, _)| &word[at..]);
    let (Some(initial), false) = (word.chars().next(), rest.is_empty()) else { return false };
    text.match_indices(rest).any(|(at, _)| {
        let mut before = text[..at].chars().rev();
        let same = before.next().is_some_and(|c| c.to_lowercase().eq(initial.to_lowercase()));
        let apart = |c: Option<char>| c.is_none_or(|c| !(c.is_alphanumeric() || whole && is_hyphen(c)));
        same && apart(before.next()) && (!whole || apart(text[at + rest.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::text::Span;

    #[test]
    fn words_are_made_whole() {
        for (text, read) in [
            ("at peace with Ger-\nmany and Den-\r\n  mark", "at peace with Germany and Denmark"),
            ("the cli-\nmate", "the climate"),
            ("die Bundes-\nregierung in Deutsch‐\nland", "die Bundesregierung in Deutschland"),
            ("North-\nKorean troops", "North-Korean troops"),
            (
                "a well-\nknown man, a US-\nled plan, an e-\nmail",
                "a well-known man, a US-led plan, an e-mail",
            ),
            ("COVID-\n19 and an 18-\nyear-\nold", "COVID-19 and an 18-year-old"),
            ("state-of-the-\nart boats", "state-of-the-art boats"),
            ("pre-\nand post-war", "pre-\nand post-war"),
            ("pre-\u{2028}and Ger-\u{2028}many", "pre- and Germany"),
            ("Haupt-\nund Nebenstraßen", "Haupt-\nund Nebenstraßen"),
            ("PEACE WITH GER-\nMANY", "PEACE WITH GERMANY"),
            ("A coal-\nfired oven; the ovens are coal-fired", "A coal-fired oven; the ovens are coal-fired"),
            ("a gold-\nfish, two goldfish, gold, a fish", "a goldfish, two goldfish, gold, a fish"),
            ("pale coal-\ntits ate coal with other tits", "pale coal-tits ate coal with other tits"),
            ("they co-\noperate on a re-\nport", "they co-operate on a report"),
            ("part-\nners of a high-\nway", "partners of a highway"),
            ("Nor¬\nway and ¬A", "Norway and ¬A"),
            ("Nor\u{AD}way and Ger\u{AD}\nmany\u{AD}", "Norway and Germany"),
            ("the ferry -\nwhich sails -\n", "the ferry -\nwhich sails -\n"),
        ] {
            let found = whole(text, Span::new(0, text.len()));
            assert_eq!(found.as_ref().map_or(text, |passage| passage.text.as_str()), read);
            for (at, c) in read.char_indices().filter(|_| found.is_some()) {
                let origin = &found.as_ref().expect("as filtered").origin;
                let span = Span::new(at, at + c.len_utf8());
                let led = origin.span(span).of(text);
                assert!(led == span.of(read) || led == "\u{2028}", "{text:?} at {at}: {led:?}");
            }
        }
    }

    #[test]
    fn a_word_leads_to_both_of_its_parts() {
        let text = "one\n\nat peace with Ger-\nmany now";
        let found = whole(text, Span::new(5, text.len())).expect("a word is cut");
        let at = found.text.find("Germany").expect("it is whole");
        let span = found.origin.literal(Span::new(at, at + "Germany".len())).expect("it is spelled out");
        assert_eq!(&text[span.range()], "Ger-\nmany");
    }
}
