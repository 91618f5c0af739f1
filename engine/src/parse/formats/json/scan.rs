//! Finding the values in JSON that may be damaged or written by another hand: a quotation mark that is not escaped, a
//! text that is not closed, a comma that is missing, comments, the spelling of Python and JavaScript. What is sound is
//! read as JSON has it; what is not costs no more than the record in which it stands, as far as its end can be told.

use std::ops::Range;

/// The maximum depth of values; what stands deeper is passed over by its brackets alone.
const DEEPEST: usize = 128;

/// The maximum length of a key, in bytes: what is longer is a text that lost its mark.
const LONGEST_KEY: usize = 200;

/// Where a string stands, which says what may follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Key,
    /// A value in an object.
    Field,
    /// A value in a list or, with round brackets, in a tuple.
    Item {
        round: bool,
    },
}

/// The offset of the first byte from `at` on that is no white space, byte order mark, comment or comma.
pub(super) fn blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let space = rest.len()
            - rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '\u{FEFF}')).len();
        let rest = &rest[space..];
        let line = || rest.find(['\n', '\r']).unwrap_or(rest.len());
        let comment = if rest.starts_with("//") || rest.starts_with('#') {
            line()
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else {
            return at + space;
        };
        at += space + comment;
    }
}

/// The offset of the quotation mark that opens a string at `at`, behind a prefix such as Python's `u`.
fn quote(text: &str, at: usize) -> Option<usize> {
    let is_quote = |at: usize| matches!(text.as_bytes().get(at), Some(b'"' | b'\''));
    let prefixed = matches!(text.as_bytes().get(at), Some(b'u' | b'b' | b'r' | b'U')) && is_quote(at + 1);
    if is_quote(at) { Some(at) } else { prefixed.then_some(at + 1) }
}

/// Whether a value begins at `at`.
fn is_value(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    quote(text, at).is_some()
        || rest.starts_with(|c: char| matches!(c, '{' | '[' | '(' | '-') || c.is_ascii_digit())
        || ["true", "false", "null", "NaN", "None", "True", "False", "Infinity", "datetime"]
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start().len()
}

/// Whether the key of a field ends before `at`: a colon and a value follow.
fn is_key_end(text: &str, at: usize) -> bool {
    let colon = space(text, at);
    text[colon..].starts_with(':') && is_value(text, space(text, colon + 1))
}

/// Whether a string with this role ends before `at`, by what follows.
fn closes(text: &str, at: usize, role: Role) -> bool {
    let next = space(text, at);
    let Some(b) = text.as_bytes().get(next) else { return true };
    match (role, b) {
        (Role::Key, _) => *b == b':',
        (Role::Field, b'}' | b']') | (Role::Item { .. }, b']' | b'}') => true,
        (Role::Item { round }, b')') => round,
        (Role::Field, b',') => {
            let next = blank(text, next);
            // A key comes next, or the object ends.
            let bare = || text[next..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
            let word = || text[next..].find(|c: char| !(c.is_alphanumeric() || c == '_')).map(|i| next + i);
            quote(text, next).is_some()
                || matches!(text.as_bytes().get(next), None | Some(b'}' | b'{'))
                || bare() && word().is_some_and(|end| is_key_end(text, end))
        }
        (Role::Item { .. }, b',') => {
            let next = blank(text, next);
            is_value(text, next) || matches!(text.as_bytes().get(next), None | Some(b']' | b')'))
        }
        // The comma is missing.
        (Role::Field, b'"' | b'\'') => {
            let key = text[next + 1..].find(char::from(*b)).map(|i| next + 1 + i + 1);
            key.is_some_and(|end| end - next <= LONGEST_KEY && is_key_end(text, end))
        }
        _ => false,
    }
}

/// The offset after the string that opens at `at`.
fn string(text: &str, at: usize, role: Role) -> usize {
    let Some(open) = quote(text, at) else { return at + 1 };
    let mark = text.as_bytes()[open];
    let mut i = open + 1;
    while let Some(found) = memchr::memchr2(mark, b'\\', &text.as_bytes()[i.min(text.len())..]) {
        i += found;
        if text.as_bytes()[i] == b'\\' {
            i += 2;
            continue;
        }
        if closes(text, i + 1, role) || role == Role::Key && i - open > LONGEST_KEY {
            return i + 1;
        }
        // A whole key stands here: the string was not closed before it.
        if role != Role::Key && is_key_end(text, i + 1) {
            let key = text[open + 1..i].rfind(char::from(mark)).map_or(i, |key| open + 1 + key);
            let before = text[..key].trim_end_matches(|c: char| c.is_whitespace() || "{}[],".contains(c));
            if before.len() > open && before.len() < key {
                return before.len();
            }
        }
        i += 1;
    }
    // Not closed at all: what closes its record is no part of it.
    let before = text.trim_end_matches(|c: char| c.is_whitespace() || "}],".contains(c)).len();
    if before > open { before } else { text.len() }
}

/// The offset after the value at `at`.
pub(super) fn value(text: &str, at: usize) -> usize {
    any(text, at, Role::Field, 0)
}

fn any(text: &str, at: usize, role: Role, depth: usize) -> usize {
    if depth > DEEPEST && matches!(text.as_bytes().get(at), Some(b'{' | b'[')) {
        return nested(text, at);
    }
    match text.as_bytes().get(at) {
        None => text.len(),
        Some(b'{') => object(text, at, depth, &mut |_, _| {}),
        Some(b'[' | b'(') => list(text, at, depth, &mut |_| {}),
        _ if quote(text, at).is_some() => string(text, at, role),
        _ => {
            // A number, a word, or a call such as `datetime.date(2024, 1, 5)`.
            let mut open = 0;
            let end = text[at..].find(|c: char| {
                match c {
                    '(' => open += 1,
                    ')' if open > 0 => open -= 1,
                    '\n' => return true,
                    _ => return open == 0 && matches!(c, ',' | '}' | ']' | ')' | '{' | '['),
                }
                false
            });
            let end = end.map_or(text.len(), |end| at + end);
            if end > at { end } else { at + text[at..].chars().next().map_or(1, char::len_utf8) }
        }
    }
}

/// The offset after the brackets that open at `at`, and all that is nested in them.
fn nested(text: &str, at: usize) -> usize {
    let (mut open, mut i) = (0usize, at);
    while let Some(b) = text.as_bytes().get(i) {
        match b {
            b'"' => {
                i = string(text, i, Role::Item { round: false });
                continue;
            }
            b'[' | b'{' => open += 1,
            b']' | b'}' if open <= 1 => return i + 1,
            b']' | b'}' => open -= 1,
            _ => {}
        }
        i += 1;
    }
    text.len()
}

/// Calls `field` with the key and the value of each field of the object at `at`; returns the offset after the object.
fn object(text: &str, at: usize, depth: usize, field: &mut dyn FnMut(Range<usize>, Range<usize>)) -> usize {
    let mut at = at + 1;
    loop {
        at = blank(text, at);
        let Some(b) = text.as_bytes().get(at) else { return text.len() };
        let key = match b {
            b'}' => return at + 1,
            // The object was not closed: another one begins, or what holds it ends.
            b'{' | b']' | b')' => return at,
            _ if quote(text, at).is_some() => string(text, at, Role::Key),
            _ => at + text[at..].find(|c: char| !(c.is_alphanumeric() || "_$-".contains(c))).unwrap_or(0),
        };
        let colon = space(text, key);
        let is_key = key > at && key - at <= LONGEST_KEY && !text[at..key].contains('\n');
        if !is_key || text.as_bytes().get(colon) != Some(&b':') {
            // No field: go on where the next one may begin.
            let end = text[at..].char_indices().skip(1).find(|(_, c)| matches!(c, ',' | '}' | '\n' | '{'));
            at = end.map_or(text.len(), |(end, _)| at + end);
            continue;
        }
        let start = space(text, colon + 1);
        if matches!(text.as_bytes().get(start), None | Some(b',' | b'}' | b']')) {
            at = start;
            continue;
        }
        let end = any(text, start, Role::Field, depth + 1);
        field(at..key, start..end);
        at = end;
    }
}

/// Calls `item` with each item of the list at `at`; returns the offset after the list.
fn list(text: &str, at: usize, depth: usize, item: &mut dyn FnMut(Range<usize>)) -> usize {
    let round = text.as_bytes().get(at) == Some(&b'(');
    let mut at = at + 1;
    // Whether the list has items, and none of them has parts.
    let mut plain = false;
    loop {
        let before = at;
        at = blank(text, at);
        match text.as_bytes().get(at) {
            None => return text.len(),
            // A list that was not closed ends with what holds it, or where the next record begins.
            Some(b'}') if depth > 0 => return at,
            Some(b'{') if depth > 0 && plain && text[before..at].contains('\n') => return at,
            Some(b']') => return at + 1,
            Some(b')') if round => return at + 1,
            Some(b'}' | b')' | b':' | b';') => at += 1,
            Some(_) => {
                let end = any(text, at, Role::Item { round }, depth + 1);
                plain = !matches!(text.as_bytes().get(at), Some(b'{' | b'[' | b'('));
                item(at..end);
                at = end;
            }
        }
    }
}

/// The fields of the object that `text` begins with, each a key and a value.
pub(super) fn fields(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    object(text, 0, 0, &mut |key, value| found.push((key, value)));
    found
}

/// The items of the list that `text` begins with.
pub(super) fn items(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    list(text, 0, 0, &mut |item| found.push(item));
    found
}

#[cfg(test)]
mod tests {
    use super::{fields, items, value};

    #[test]
    fn damage_ends_with_its_record() {
        let sound = r#"{"a": "1", "b": "2"}"#;
        for damaged in [
            r#"{"a": "1", "b": "say "2" now"}"#,
            r#"{"a": "1" "b": "2"}"#,
            r#"{"a": "1", "b": "2"#,
            r#"{"a": "1", "b": "2","#,
            r#"{"a": "1", "b": "2}"#,
            r#"{"a": "1", "b": }"#,
            r#"{"a": "1", "b"#,
            r#"{"a": NaN, 'b': None}"#,
            "{\"a\": \"1\", /* b */ \"b\": \"2\n3\"}",
            r#"{a: '1', "b": datetime.date(2024, 1, 5)}"#,
        ] {
            for between in [",\n", "\n", ""] {
                let text = format!("[{sound}{between}{damaged}{between}{sound}]");
                if between.is_empty() && !damaged.ends_with('}') {
                    continue;
                }
                let found = items(&text);
                let texts: Vec<_> = found.iter().map(|item| &text[item.clone()]).collect();
                assert_eq!(texts.len(), 3, "{text}: {texts:?}");
                assert_eq!((texts[0], texts[2]), (sound, sound), "{text}");
            }
        }
    }

    #[test]
    fn every_value_ends() {
        for text in
            ["{", "[", "\"", "{\"", "{\"a\":", "[[", "(", "{a", "'", "]", "}", "\\", "{\"a\\", "[é", "{é:é"]
        {
            assert!(value(text, 0) <= text.len().max(1), "{text}");
            let _ = (fields(text), items(text));
        }
        let deep = "[".repeat(100_000);
        assert_eq!(value(&deep, 0), deep.len());
        assert_eq!(fields(r#"{"a": [1, {"b": 2}], "c": "}"}"#).len(), 2);
    }
}
