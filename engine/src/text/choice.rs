//! A word out of a few.

/// The place of `text` among `words`.
///
/// # Errors
/// Where it is none of them: expected and found.
pub(crate) fn one_of(words: &[&str], text: &str) -> Result<usize, String> {
    let at = words.iter().position(|word| *word == text);
    at.ok_or_else(|| format!("expected one of {}, but found `{text}`", words.join(", ")))
}
