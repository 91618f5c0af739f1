//! Encodings of files: those that browsers know, and UTF-32.

use super::passage::Passage;
use crate::corpus::Origin;
use crate::text::Span;
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};
use std::borrow::Cow;

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charset {
    Known(&'static Encoding),
    Utf32Le,
    Utf32Be,
}

/// The size of a character in UTF-32, in bytes.
const WIDE: usize = 4;

impl Charset {
    /// The name of the encoding.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Charset::Known(encoding) => encoding.name(),
            Charset::Utf32Le => "UTF-32LE",
            Charset::Utf32Be => "UTF-32BE",
        }
    }

    /// The UTF-32 that `bytes` are, by their mark or by their zeros: no character has a first byte.
    pub(super) fn wide(bytes: &[u8]) -> Option<Charset> {
        let is_text = |c: char| !c.is_control() || c.is_whitespace();
        let sample = || bytes.chunks_exact(WIDE).take(SAMPLE);
        let zeros = |wide: Charset, at: [usize; 2]| {
            let is_unit = |unit: &[u8]| at.iter().all(|i| unit[*i] == 0) && is_text(wide.character(unit));
            sample().len() > 1 && sample().all(is_unit)
        };
        if bytes.starts_with(b"\xFF\xFE\0\0") || zeros(Charset::Utf32Le, [2, 3]) {
            Some(Charset::Utf32Le)
        } else {
            (bytes.starts_with(b"\0\0\xFE\xFF") || zeros(Charset::Utf32Be, [0, 1]))
                .then_some(Charset::Utf32Be)
        }
    }

    /// The character that a unit of UTF-32 encodes.
    fn character(self, unit: &[u8]) -> char {
        let unit = <[u8; WIDE]>::try_from(unit).unwrap_or([0xFF; WIDE]);
        let code = if self == Charset::Utf32Le { u32::from_le_bytes(unit) } else { u32::from_be_bytes(unit) };
        char::from_u32(code).unwrap_or('\u{FFFD}')
    }

    /// Decodes UTF-32, with the map back to the bytes.
    pub(super) fn units(self, bytes: &[u8]) -> (String, Origin) {
        let mut passage = Passage::default();
        for (i, unit) in bytes.chunks(WIDE).enumerate() {
            let c = self.character(unit);
            passage.encoded(c.encode_utf8(&mut [0; 4]), Span::new(i * WIDE, i * WIDE + unit.len()));
        }
        (passage.text, passage.origin)
    }

    /// Decodes `span` of a file; malformed bytes show as `�`.
    pub(crate) fn decoded(self, file: &[u8], span: std::ops::Range<usize>) -> Cow<'_, str> {
        let bytes = file.get(span.clone()).unwrap_or_default();
        match self {
            Charset::Known(encoding) if encoding == UTF_8 => String::from_utf8_lossy(bytes),
            // What the bytes mean is said by the last escape before them.
            Charset::Known(encoding) if encoding == ISO_2022_JP => {
                // At the end of a line the characters are ASCII again.
                let before = &file[..span.start.min(file.len())];
                let line = before.iter().rposition(|b| *b == b'\n').map_or(0, |end| end + 1);
                let escape = before[line..].windows(3).rfind(|three| three[0] == 0x1B);
                let escape = escape.filter(|_| !bytes.starts_with(b"\x1B")).unwrap_or_default();
                let whole = [escape, bytes].concat();
                Cow::Owned(encoding.decode_without_bom_handling(&whole).0.into_owned())
            }
            Charset::Known(encoding) => encoding.decode_without_bom_handling(bytes).0,
            wide => Cow::Owned(bytes.chunks(WIDE).map(|unit| wide.character(unit)).collect()),
        }
    }
}

/// The number of characters that are examined for UTF-32 without a mark.
const SAMPLE: usize = 128;
