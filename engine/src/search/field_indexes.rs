//! The columns of an index: the words of each place that a query can ask for.

use super::TextField;
use super::field_index::FieldIndex;

/// A column for titles and bodies, and one for each field that is searched apart.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndexes {
    pub(super) text: FieldIndex,
    pub(super) outlet: FieldIndex,
    pub(super) url: FieldIndex,
}

impl FieldIndexes {
    /// The column in which the words of `place` stand.
    pub(super) fn of(&self, place: TextField) -> &FieldIndex {
        match place {
            TextField::Text | TextField::Title | TextField::Body => &self.text,
            TextField::Outlet => &self.outlet,
            TextField::Url => &self.url,
        }
    }
}
