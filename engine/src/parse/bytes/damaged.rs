//! UTF-8 that was cut or has malformed bytes.

use super::charset::Charset;
use super::decoded::Decoded;
use super::passage::Passage;
use crate::text::{Problem, Span};
use encoding_rs::UTF_8;
use std::borrow::Cow;

/// Whether `bytes` are UTF-8 that was cut or has a few malformed bytes: most of what is not ASCII is well formed.
pub(super) fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    // A cut leaves one piece of a character at either end.
    let cut_start = bytes.first().is_some_and(|b| (0x80..0xC0).contains(b));
    let cut_end = bytes.utf8_chunks().last().is_some_and(|last| last.invalid().first() >= Some(&0xC2));
    let cut = usize::from(cut_start) + usize::from(cut_end && right > 0);
    // What is well formed is hardly ever so by chance.
    wrong.saturating_sub(cut) <= right && (right > 0 || wrong <= cut)
}

/// Decodes UTF-8 with malformed bytes, each shown as U+FFFD.
pub(super) fn damaged(bytes: &[u8]) -> Decoded<'_> {
    let mut passage = Passage::default();
    let mut at = 0;
    let mut wrong: Vec<Span> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        passage.same(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            let span = Span::new(at, at + chunk.invalid().len());
            passage.respelled("\u{FFFD}", span);
            wrong.push(span);
            at = span.range().end;
        }
    }
    let problem = wrong.first().map(|first| {
        let byte = bytes.get(first.range().start).copied().unwrap_or_default();
        let more = match wrong.len() {
            1 => String::new(),
            n => format!(", and {} more places", n - 1),
        };
        let message = format!(
            "expected UTF-8 text, found byte 0x{byte:02X} at offset {} that is not{more}; it is shown as \u{FFFD}",
            first.start
        );
        Problem::new(*first, message)
    });
    Decoded {
        text: Cow::Owned(passage.text),
        origin: Some(passage.origin),
        encoding: Charset::Known(UTF_8),
        problems: problem.into_iter().collect(),
    }
}
