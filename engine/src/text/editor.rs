//! Files that an editor writes in TOML: the problems of what is not as it should be.

use super::{Problem, Span};

/// The problem for a file that is no TOML.
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

/// What was meant by `key`: the nearest that is known, or all after `otherwise`.
pub(crate) fn hint(key: &str, known: &[&str], otherwise: &str) -> String {
    /// More wrong letters are another word.
    const NEAR: usize = 2;
    /// A longer list helps nobody.
    const LISTED: usize = 8;
    let nearest = known.iter().map(|k| (strsim::damerau_levenshtein(k, key), k)).min();
    match nearest {
        Some((distance, k)) if distance <= NEAR => format!("did you mean `{k}`?"),
        _ => format!("{otherwise}{}", known[..known.len().min(LISTED)].join(", ")),
    }
}

/// The problem for a key that means nothing here, with the nearest that does.
pub(crate) fn unknown_key(text: &str, key: &str, known: &[&str]) -> Problem {
    Problem::new(key_span(text, key), format!("unknown key `{key}`; {}", hint(key, known, "the keys are ")))
}

/// Where `key` first stands at the beginning of a line.
pub(crate) fn key_span(text: &str, key: &str) -> Span {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        if line.trim_start().starts_with(key) {
            return Span::new(at + lead, at + lead + key.len());
        }
        at += line.len();
    }
    Span::default()
}
