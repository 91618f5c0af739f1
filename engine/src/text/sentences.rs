//! Where sentences end.

use super::Span;

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "Cpl", "Adm", "Cmdr", "Rep",
    "Sen", "Gov", "Pres", "Rev", "Hon", "St", "Mt", "Ft", "No", "Nos", "Jan", "Feb", "Mar", "Apr", "Jun",
    "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Jr", "Sr", "Inc", "Co", "Corp", "Ltd", "vs", "approx",
    "ca",
];

/// The end of a sentence, in bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SentenceEnd {
    /// Where its stop stands.
    pub(crate) stop: usize,
    /// Where the next sentence begins.
    pub(crate) next: usize,
}

/// The ends of sentences inside `text`; its own end is none. A stop of Latin letters needs a space behind it and no
/// capital letter before it, so that initials end nothing.
#[cfg(any(test, feature = "read"))]
pub(crate) fn sentence_ends(text: &str) -> impl Iterator<Item = SentenceEnd> {
    text.char_indices().filter_map(|(stop, c)| end_at(text, stop, c))
}

/// The end of a sentence at the character `c` of `text`, which stands at `stop`.
fn end_at(text: &str, stop: usize, c: char) -> Option<SentenceEnd> {
    if c.is_ascii() && !matches!(c, '.' | '!' | '?') {
        return None;
    }
    let after = &text[stop + c.len_utf8()..];
    if matches!(c, '。' | '！' | '？' | '؟' | '۔' | '।') {
        let rest = after.strip_prefix(['”', '"', '’', '\'', '」', '』']).unwrap_or(after);
        return Some(SentenceEnd { stop, next: text.len() - rest.len() });
    }
    if !c.is_ascii() {
        return None;
    }
    let rest = after.strip_prefix(['”', '"', '’', '\'']).unwrap_or(after);
    let space = rest.chars().next().filter(|next| next.is_whitespace())?;
    let before = &text[..stop];
    let closes = |last: char| matches!(last, ')' | ']' | '”' | '"');
    let fits = |last: char| closes(last) || last.is_alphanumeric() && !last.is_uppercase();
    before.chars().next_back().filter(|last| fits(*last))?;
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let abbreviated = c == '.' && ABBREVIATIONS.contains(&last);
    let next = text.len() - rest.len() + space.len_utf8();
    (!abbreviated).then_some(SentenceEnd { stop, next })
}

/// The sentence of `text` around `at`, or the sentences that it reaches over, without the white space around them. Looks
/// no further than their ends, as a corpus asks for thousands of them at once.
pub(crate) fn sentence_around(text: &str, at: Span) -> Span {
    let (start, end) = (at.start as usize, at.end as usize);
    let Some(before) = text.get(..start) else { return Span::new(0, text.len()) };
    // A quotation mark belongs to the stop before it.
    let from = before.char_indices().next_back().map_or(start, |(from, _)| from);
    let before = before.char_indices().rev();
    let before = before.filter_map(|(stop, c)| end_at(text, stop, c)).find(|it| it.next <= start);
    let behind = text[from..].char_indices();
    let mut behind = behind.filter_map(|(stop, c)| end_at(text, from + stop, c));
    let behind = behind.find(|it| it.next > start && it.next >= end);
    let whole = Span::new(before.map_or(0, |it| it.next), behind.map_or(text.len(), |it| it.next));
    let whole = whole.trimmed(text);
    Span { start: whole.start.min(at.start), end: whole.end.max(at.end) }
}

#[cfg(test)]
mod tests {
    use super::{sentence_around, sentence_ends};
    use crate::text::Span;

    /// The sentences of `text`, without the white space around them.
    fn sentences(text: &str) -> Vec<Span> {
        let ends = sentence_ends(text).map(|end| end.next).chain(std::iter::once(text.len()));
        let mut start = 0;
        let spans = ends.map(|end| Span::new(std::mem::replace(&mut start, end), end).trimmed(text));
        spans.filter(|span| !span.is_empty()).collect()
    }

    #[test]
    fn a_text_is_cut_at_the_ends_of_its_sentences() {
        for (text, expected) in [
            ("One ship came. Two left!", ["One ship came.", "Two left!"].as_slice()),
            (
                "Gen. Example met Mr. Sample in the U.S. on Jan. 5.",
                &["Gen. Example met Mr. Sample in the U.S. on Jan. 5."],
            ),
            ("He said: “We go.” Then he went.", &["He said: “We go.”", "Then he went."]),
            ("It cost 3.5 million. It sank", &["It cost 3.5 million.", "It sank"]),
            ("一つ目。二つ目」。三つ目", &["一つ目。", "二つ目」。", "三つ目"]),
            ("هل ذهب؟ نعم. ثم عاد", &["هل ذهب؟", "نعم.", "ثم عاد"]),
            ("  ", &[]),
        ] {
            let found: Vec<_> = sentences(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
            let letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
            for at in letters.map(|(at, c)| Span::new(at, at + c.len_utf8())) {
                let around = sentence_around(text, at);
                let within = |span: &&Span| span.start <= at.start && at.end <= span.end;
                assert_eq!(sentences(text).iter().find(within), Some(&around), "{at:?} in {text}");
            }
        }
    }

    #[test]
    fn what_reaches_over_an_end_has_both_sentences() {
        let text = "It rained. A ship came. Two left. It sank.";
        let at = |words: &str| text.find(words).map(|at| Span::new(at, at + words.len())).expect("words");
        assert_eq!(sentence_around(text, at("came. Two")).of(text), "A ship came. Two left.");
        assert_eq!(sentence_around(text, at("left.")).of(text), "Two left.");
    }
}
