//! Signs that are nothing: control characters inside words, and byte order marks where files were joined. They belong
//! to the character beside them, so that words are whole and every byte is still led back to. On lines of their own they stay.

use super::passage::Passage;
use crate::text::Span;

/// The mark that stands before a file's first character.
const MARK: char = '\u{FEFF}';

fn is_nothing(c: char) -> bool {
    c == MARK || c == '\u{7F}' || c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

/// The text without the signs that are nothing; `None` if it has none.
pub(super) fn without_nothing(text: &str) -> Option<Passage> {
    let suspect = |b: &u8| *b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r') || matches!(b, 0x7F | 0xEF);
    // A mark at the beginning is what the reader of formats expects.
    let start = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    // A whole piece at a time is faster than to stop at the first.
    let in_piece = |piece: &[u8]| piece.iter().fold(false, |found, b| found | suspect(b));
    if !text.as_bytes()[start..].chunks(256).any(in_piece) {
        return None;
    }
    let mut passage = Passage::default();
    // Up to where the text is copied, and where the next sign is looked for.
    let (mut at, mut look) = (0, start);
    while let Some(found) = text[look..].find(is_nothing) {
        let from = look + found;
        let past = text[from..].find(|c| !is_nothing(c)).map_or(text.len(), |past| from + past);
        look = past;
        let beside = |c: &char| !c.is_whitespace();
        if let Some(next) = text[past..].chars().next().filter(|next| beside(next) || *next == ' ') {
            let end = past + next.len_utf8();
            passage.same(&text[at..from], at);
            passage.respelled(&text[past..end], Span::new(from, end));
            (at, look) = (end, end);
        } else if let Some(last) = text[at..from].chars().next_back().filter(beside) {
            let before = from - last.len_utf8();
            passage.same(&text[at..before], at);
            passage.respelled(&text[before..from], Span::new(before, past));
            at = past;
        }
    }
    (at > 0).then(|| {
        passage.same(&text[at..], at);
        passage
    })
}

#[cfg(test)]
mod tests {
    use super::without_nothing;
    use crate::text::Span;

    #[test]
    fn words_are_whole() {
        for (text, read) in [
            ("Nor\u{8}way", "Norway"),
            ("\u{1}\u{2}Norway", "Norway"),
            ("Norway.\u{1A}\n", "Norway.\n"),
            ("One \u{10} two\n\u{FEFF} three", "One  two\n three"),
            ("a\u{1}b\u{2}", "ab\u{2}"),
            ("One\n\u{FEFF}two \u{1}", "One\ntwo \u{1}"),
            ("\u{FEFF}One\u{FEFF}", "\u{FEFF}One"),
        ] {
            let clean = without_nothing(text).expect("something to clean");
            assert_eq!(clean.text, read, "{text:?}");
            let whole = clean.origin.span(clean.whole());
            assert_eq!(whole, Span::new(0, text.len()), "{text:?}");
        }
        for text in ["One\ttwo\r\n", "\u{FEFF}One", "ﬁne", "\u{1}", "One\n\u{1A}", ""] {
            assert!(without_nothing(text).is_none(), "{text:?}");
        }
    }
}
