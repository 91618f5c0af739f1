//! A source file: bytes as they were collected, and the text in them.

use crate::text::{Problem, Span};

/// One raw file as it was collected. Reading it from disk is the caller's; the engine touches no disk.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, relative to the folder that was read, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The text of the file. Offsets in it are offsets in the file: nothing is rewritten.
    ///
    /// # Errors
    /// The rule that sets the whole file aside, and the problem that says why.
    pub(super) fn text(&self) -> Result<&str, (&'static str, Problem)> {
        let whole = Span::new(0, self.bytes.len());
        let utf16 = self.bytes.starts_with(&[0xFF, 0xFE]) || self.bytes.starts_with(&[0xFE, 0xFF]);
        if utf16 {
            let message = "expected UTF-8 text, found a UTF-16 byte order mark; save the file as UTF-8";
            return Err(("not-utf-8", Problem::new(Span::new(0, 2), message)));
        }
        if let Some(at) = self.bytes.iter().position(|b| *b == 0) {
            let message = format!(
                "expected text, found a binary file (a zero byte at offset {at}); leave it out of the folder"
            );
            return Err(("binary-file", Problem::new(Span::new(at, at + 1), message)));
        }
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let at = error.valid_up_to();
            let byte = self.bytes.get(at).copied().unwrap_or_default();
            let message = format!(
                "expected UTF-8 text, found byte 0x{byte:02X} at offset {at} that is not; save the file as UTF-8"
            );
            ("not-utf-8", Problem::new(Span::new(at, (at + 1).min(self.bytes.len())), message))
        })?;
        if let Some(kind) = markup(text) {
            let message = format!(
                "expected plain text, found {kind}, which is not read yet; save the articles as plain text"
            );
            return Err(("unread-format", Problem::new(whole, message)));
        }
        Ok(text)
    }
}

/// The name of a structured format that `text` opens like.
fn markup(text: &str) -> Option<&'static str> {
    let head = text.trim_start_matches('\u{FEFF}').trim_start();
    let opens = |tag: &str| head.get(..tag.len()).is_some_and(|h| h.eq_ignore_ascii_case(tag));
    if opens("<!doctype html") || opens("<html") {
        Some("an HTML page")
    } else if opens("<?xml") || opens("<rss") || opens("<feed") {
        Some("XML")
    } else if (head.starts_with("{\"") || head.starts_with("[{") || head.starts_with("{\n"))
        && matches!(head.trim_end().chars().last(), Some('}' | ']'))
    {
        Some("JSON")
    } else {
        None
    }
}
