//! Reading a word that is one of a few.

/// The index of `text` in `words`.
///
/// # Errors
/// A message with what was expected and what was found, where `words` does not hold `text`.
pub(crate) fn one_of(words: &[&str], text: &str) -> Result<usize, String> {
    let at = words.iter().position(|word| *word == text);
    at.ok_or_else(|| format!("expected one of {}, but found `{text}`", words.join(", ")))
}
