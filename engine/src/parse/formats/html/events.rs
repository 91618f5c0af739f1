//! HTML as the tags, attributes and texts that come one after the other, with the bytes that they come from.

use crate::parse::pattern::{Pattern, pattern};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span as Bytes, Tokenizer};
use std::borrow::Cow;
use std::convert::Infallible;

/// An emitter that is told of no errors, so that no character is checked for being one.
struct Lenient<E>(E);

impl<E: Emitter> ForwardingEmitter for Lenient<E> {
    type Token = E::Token;
    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }
    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// Reads `source` as HTML and calls `each` with what comes, and the bytes it comes from.
pub(super) fn events(source: &str, each: &mut dyn FnMut(CallbackEvent<'_>, Bytes<usize>)) {
    let callback = |event: CallbackEvent<'_>, at: Bytes<usize>| -> Option<Infallible> {
        each(event, at);
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    // The reader gives its tokens to the callback, and none here.
    Tokenizer::new_with_emitter(source, Lenient(emitter)).for_each(drop);
}

/// `source` with other names for the elements in drawings that close themselves and would else hold the rest of the
/// page as their text: `<svg><title/>`. All offsets stay.
pub(super) fn without_empty_titles(source: &str) -> Cow<'_, str> {
    static EMPTY: Pattern = pattern!(r"(?i)<(?:title|style|script|textarea|iframe|noscript|xmp)\b[^<>]*/>");
    static DRAWING: Pattern = pattern!(r"(?i)<svg\b");
    static DRAWN: Pattern = pattern!(r"(?i)</svg\b");
    let mut masked = Cow::Borrowed(source);
    let mut at = 0;
    while let Some(start) = DRAWING.find_at(source, at).map(|found| found.start()) {
        let end = DRAWN.find_at(source, start).map_or(source.len(), |found| found.start());
        for found in EMPTY.find_iter(&source[start..end]) {
            let name = start + found.start() + 1;
            masked.to_mut().replace_range(name..name + 1, "x");
        }
        at = end;
    }
    masked
}
