//! The text of a file with the map back to its bytes, and what was wrong with them.

use super::charset::Charset;
use super::passage::Passage;
use crate::corpus::Origin;
use crate::text::Problem;
use std::borrow::Cow;

/// The decoded text of a file; spans of problems count in bytes of the file.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The map back to the bytes of the file; `None` if the text equals them.
    pub(crate) origin: Option<Origin>,
    pub(crate) encoding: Charset,
    pub(crate) problems: Vec<Problem>,
}

impl Decoded<'_> {
    /// The same file with the text `passage`, whose source is the text so far.
    pub(super) fn changed(self, passage: Passage) -> Self {
        let origin =
            self.origin.map_or_else(|| passage.origin.clone(), |origin| passage.origin.through(&origin));
        Decoded { text: Cow::Owned(passage.text), origin: Some(origin), ..self }
    }
}
