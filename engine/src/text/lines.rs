//! Text on one line.

/// `text` with a space in place of each line break and tab; all other white space stays.
pub fn unbroken(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
