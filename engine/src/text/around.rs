//! The text around a span, cut between words, as rows of evidence and concordances show it.

use super::Span;

/// At most `width` bytes of `text` before and after `span`, cut between words; between characters where the text has no
/// spaces.
pub fn around(text: &str, span: Span, width: usize) -> (&str, &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    let border = |at: &usize| text.is_char_boundary(*at);
    let word = |at: &usize| border(at) && text[*at..].starts_with(char::is_whitespace);
    let from = match start.saturating_sub(width) {
        0 => 0,
        far => (far..start).find(word).or_else(|| (far..start).find(border)).unwrap_or(start),
    };
    let to = match end + width {
        far if far >= text.len() => text.len(),
        far => (end..far).rev().find(word).or_else(|| (end..far).rev().find(border)).unwrap_or(end),
    };
    (text.get(from..start).unwrap_or(""), text.get(end..to).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::text::Span;

    #[test]
    fn cuts_between_words() {
        for (text, at, width, left, right) in [
            ("one two three four five", 8..13, 6, " two ", " four"),
            ("one two three", 0..3, 90, "", " two three"),
            ("日本語の文章", 6..9, 4, "本", "の"),
            ("x", 4..9, 3, "", ""),
        ] {
            assert_eq!(around(text, Span::new(at.start, at.end), width), (left, right), "{text}");
        }
    }
}
