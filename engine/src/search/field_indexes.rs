//! The field indexes of a corpus: one for each kind of text that a query can ask for.

use super::TextField;
use super::field_index::FieldIndex;

/// A field index for titles and bodies, and one for each field that is searched apart.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndexes {
    pub(super) text: FieldIndex,
    pub(super) outlet: FieldIndex,
    pub(super) url: FieldIndex,
}

impl FieldIndexes {
    /// All of them, in a fixed order.
    pub(super) fn all(&self) -> [&FieldIndex; 3] {
        [&self.text, &self.outlet, &self.url]
    }

    /// The field index that holds the words of `field`.
    pub(super) fn of(&self, field: TextField) -> &FieldIndex {
        match field {
            TextField::Text | TextField::Title | TextField::Body => &self.text,
            TextField::Outlet => &self.outlet,
            TextField::Url => &self.url,
        }
    }
}
