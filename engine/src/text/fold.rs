//! The one fold: case, accents, ligatures and width. Index, query, actors and highlights all use it, so that two
//! spellings that look alike to a reader are one word everywhere.

use crate::order;
use std::sync::LazyLock;

/// Appends the folded form of one character to `out`: lower case, canonically decomposed, without
/// accents. Letters that Unicode does not decompose but readers do (ø, ł, æ, ß), ligatures and wide forms are
/// spelled out here: Unicode's own tables for them cost the page more than the rest of the fold.
pub fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for lower in narrow(c).to_lowercase().filter(|l| !is_accent(*l)) {
        match lower {
            'ß' => out.push_str("ss"),
            'æ' | 'ǣ' | 'ǽ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' | 'ǿ' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            other => match without_accents(other) {
                Some(plain) => out.push_str(plain),
                None => out.push(other),
            },
        }
    }
}

/// Lower-case letters that Unicode decomposes, each with its form without accents, sorted by code point. Unicode's own
/// table, which has every decomposition, is four times the size for the page. Hangul syllables are not here: one would
/// decompose into letters, and it is a character to its readers.
static PLAIN: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (plain, letters) = line.split_once(' ').unwrap_or_default();
        letters.chars().map(move |letter| (letter, plain))
    };
    let mut plain: Vec<_> = include_str!("letters.txt").lines().flat_map(line).collect();
    order::by_key(&mut plain, |(letter, _)| *letter);
    plain
});

fn without_accents(letter: char) -> Option<&'static str> {
    let at = PLAIN.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
    Some(PLAIN[at].1)
}

/// Ranges of code points, both ends included and ascending, of the characters that belong to the one before them:
/// accents, points, vowel signs.
static MARKS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let number = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
    let range = |text: &str| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        (number(first), number(last))
    };
    include_str!("marks.txt").split_whitespace().map(range).collect()
});

/// Whether `c` is a mark, of Unicode's general categories Mn, Mc or Me.
pub(super) fn is_mark(c: char) -> bool {
    let c = u32::from(c);
    // The lowest mark.
    c >= 0x300
        && MARKS.get(MARKS.partition_point(|(_, last)| *last < c)).is_some_and(|(first, _)| *first <= c)
}

/// Whether `c` is a mark that readers leave out: an accent, or a point of Hebrew or Arabic. The vowel signs of Indian
/// scripts are marks to Unicode as well, and letters to their readers.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{FE20}'..='\u{FE2F}')
}

/// The usual form of a full-width letter, digit or sign; any other character as it is.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether `c` neither shows nor separates inside a word: soft hyphen, joiners, variation selectors.
pub fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// The Korean syllable that `text` spells letter by letter, as Apple's file systems do; `None` where it is anything
/// else. By the arithmetic of the Unicode standard, section 3.12.
pub(super) fn syllable(text: &str) -> Option<char> {
    let mut letters = text.chars().map(u32::from);
    let place =
        |letter: Option<u32>, first: u32, count: u32| letter?.checked_sub(first).filter(|at| *at < count);
    let lead = place(letters.next(), 0x1100, 19)?;
    let vowel = place(letters.next(), 0x1161, 21)?;
    let tail = match letters.next() {
        None => 0,
        // Index 0 stands for no final consonant.
        letter => place(letter, 0x11A7, 28)?,
    };
    char::from_u32(0xAC00 + (lead * 21 + vowel) * 28 + tail).filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::{fold, is_accent, is_mark};
    use std::collections::BTreeMap;
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};

    #[test]
    fn the_lists_are_unicodes() {
        let mut plain: BTreeMap<String, Vec<char>> = BTreeMap::new();
        for c in ('\u{80}'..=char::MAX).filter(|c| !('\u{AC00}'..='\u{D7A3}').contains(c)) {
            assert_eq!(is_mark(c), is_combining_mark(c), "{c:?} in marks.txt");
            let (mut left, mut folded, mut of_parts) = (String::new(), String::new(), String::new());
            decompose_canonical(c, |part| left.extend(Some(part).filter(|part| !is_accent(*part))));
            fold(c, &mut folded);
            left.chars().filter(|part| *part != c).for_each(|part| fold(part, &mut of_parts));
            assert!(
                of_parts.is_empty() || folded == of_parts,
                "{c:?} folds to {folded:?}, its parts to {of_parts:?}"
            );
            if c.to_lowercase().eq([c]) && !left.contains(c) && !is_accent(c) {
                plain.entry(left).or_default().push(c);
            }
        }
        let mut lines: Vec<_> = plain.iter().map(|(left, letters)| (letters, left)).collect();
        lines.sort();
        let line =
            |(letters, left): (&Vec<char>, &String)| format!("{left} {}\n", String::from_iter(letters));
        let expected: String = lines.into_iter().map(line).collect();
        assert!(include_str!("letters.txt") == expected, "letters.txt should be:\n{expected}");
    }

    #[test]
    fn folds() {
        for (text, folded) in [
            ("Korea", "korea"),
            ("ÉLYSÉE", "elysee"),
            ("e\u{301}", "e"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("ＮＡＴＯ", "nato"),
            ("ﬁn", "fin"),
            ("조선", "조선"),
            ("की", "की"),
            ("كِتَاب", "كتاب"),
        ] {
            let mut out = String::new();
            text.chars().for_each(|c| fold(c, &mut out));
            assert_eq!(out, folded, "{text}");
        }
    }
}
