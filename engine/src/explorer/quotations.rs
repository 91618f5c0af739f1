//! Quotations in running text.

use crate::text::Span;

/// The spans between double quotation marks, in bytes of `text`. One that is not closed reaches to the end, because a
/// quotation of several paragraphs closes only the last; a straight mark that is not closed opens none, because it may
/// mean inches.
pub fn quotations(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let (mut spans, mut open) = (Vec::new(), None);
    for (at, byte) in bytes.iter().enumerate() {
        // By its bytes: a text has many others before a mark.
        let (mark, length) = match byte {
            b'"' => ('"', 1),
            0xC2 | 0xE2 => match bytes.get(at + 1..).unwrap_or_default() {
                [0xAB, ..] if *byte == 0xC2 => ('«', 2),
                [0xBB, ..] if *byte == 0xC2 => ('»', 2),
                [0x80, 0x9C, ..] if *byte == 0xE2 => ('“', 3),
                [0x80, 0x9D, ..] if *byte == 0xE2 => ('”', 3),
                [0x80, 0x9E, ..] if *byte == 0xE2 => ('„', 3),
                _ => continue,
            },
            _ => continue,
        };
        match (mark, open) {
            ('“' | '„' | '«' | '"', None) => open = Some(at + length),
            ('”' | '“' | '»' | '"', Some(start)) => {
                spans.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    let straight = |start: &usize| text[..*start].ends_with('"');
    spans.extend(open.filter(|start| !straight(start)).map(|start| Span::new(start, text.len())));
    spans
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn finds_quotations() {
        for (text, quoted) in [
            ("He said “no” and \"yes\".", vec!["no", "yes"]),
            ("„Nein“, «non»", vec!["Nein", "non"]),
            ("“It goes on", vec!["It goes on"]),
            ("a 5\" gun", vec![]),
            ("nobody's ‘word’", vec![]),
            ("naïve – “naïve” – «ça»", vec!["naïve", "ça"]),
            ("an “open „one” ends", vec!["open „one"]),
        ] {
            let found: Vec<_> = quotations(text).iter().map(|q| q.of(text)).collect();
            assert_eq!(found, quoted, "{text}");
        }
    }
}
