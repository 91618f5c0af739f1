//! Character references: `&amp;`, `&#8217;`, with or without the semicolon.

use super::events::events;
use html5gum::emitters::callback::CallbackEvent;

/// A limit on the length of a character reference, in bytes; the longest, `&CounterClockwiseContourIntegral;`, has 33.
const LONGEST_REFERENCE: usize = 34;

/// The characters that `text` stands for, which is one character reference, as HTML reads it.
pub(crate) fn unescaped(text: &str) -> String {
    let mut read = String::new();
    events(text, &mut |event, _| {
        if let CallbackEvent::String { value } = event {
            read.push_str(&String::from_utf8_lossy(value));
        }
    });
    read
}

/// Decodes the character reference that `text` begins with: its length in bytes, and its characters. A plain `&` has
/// the length 1 and no characters.
pub(crate) fn reference(text: &str) -> (usize, String) {
    let limit = text.len().min(LONGEST_REFERENCE);
    let name =
        text.as_bytes()[1..limit].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
    let mut end = 1 + name;
    if name == 0 {
        return (1, String::new());
    }
    if text.as_bytes().get(end) == Some(&b';') {
        end += 1;
    }
    let whole = &text[..end];
    let read = unescaped(whole);
    if read == whole {
        return (1, String::new());
    }
    // Without its semicolon a reference may end before the letters do.
    let kept = whole.bytes().rev().zip(read.bytes().rev()).take_while(|(a, b)| a == b).count();
    let kept = if whole.ends_with(';') { 0 } else { kept.min(read.len().saturating_sub(1)) };
    let split = read.len() - kept;
    if read.is_char_boundary(split) { (end - kept, read[..split].to_owned()) } else { (end, read) }
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        // From the standard: names with and without their semicolon, numbers that stand for others, and what is none.
        for (written, read) in [
            ("&amp;", "&"),
            ("&notit;", "¬it;"),
            ("&notin;", "∉"),
            ("&NotEqualTilde;", "≂\u{338}"),
            ("&#8217;", "’"),
            ("&#x80;", "€"),
            ("&#0;", "\u{FFFD}"),
            ("&#x110000;", "\u{FFFD}"),
            ("&unheard;", "&unheard;"),
            ("&#;", "&#;"),
        ] {
            assert_eq!(unescaped(written), read, "{written}");
        }
    }
}
