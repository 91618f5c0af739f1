//! The way back from a text to the bytes that spell it.

use super::{FileSpan, Origin};
use crate::text::Span;

/// The bytes of the source file that spell `span` of `text`, which was read at `place`. An empty origin means that the
/// file has the text as it is, at `place`.
pub(super) fn in_file(origin: &Origin, place: FileSpan, text: &str, span: Span) -> Option<FileSpan> {
    if origin.is_empty() {
        return (place.len() == text.len()).then(|| Origin::placed(span.shifted(place.start)));
    }
    origin.literal(span)
}
