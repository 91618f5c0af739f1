//! Files that an editor writes in TOML: the problems of what is not as it should be, and texts for such files.

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

/// `text` as a string of TOML.
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
