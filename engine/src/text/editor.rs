//! TOML files that an editor writes: the problems found in them, and strings quoted for them.

use super::{Problem, Span};

/// The problem of a text that is not valid TOML; its span is in bytes of `text`.
pub(crate) fn toml_problem(text: &str, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let span = Span::new(
        span.start.min(text.len()),
        span.end.clamp(span.start, text.len()).max(span.start.min(text.len())),
    );
    Problem::new(
        span,
        format!("expected TOML, found otherwise: {}", error.message().trim().replace('\n', ", ")),
    )
}

/// A hint for the unknown `key`: the nearest of `known`, or else the first of them after the words `otherwise`.
pub(crate) fn hint(key: &str, known: &[&str], otherwise: &str) -> String {
    /// Edits (Damerau-Levenshtein) up to which a key is a misspelling; with more it is another word.
    const NEAR: usize = 2;
    /// Keys in a hint at most; a longer list helps nobody.
    const LISTED: usize = 8;
    let nearest = known.iter().map(|k| (strsim::damerau_levenshtein(k, key), k)).min();
    match nearest {
        Some((distance, k)) if distance <= NEAR => format!("did you mean `{k}`?"),
        _ => format!("{otherwise}{}", known[..known.len().min(LISTED)].join(", ")),
    }
}

/// `text` as a quoted TOML string.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
