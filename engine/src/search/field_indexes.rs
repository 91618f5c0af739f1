//! The columns of an index: the words of each place that a query can ask for.

use super::Place;
use super::column::Column;

/// A column for titles and bodies, and one for each field that is searched apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) text: Column,
    pub(super) source: Column,
    pub(super) url: Column,
}

impl Columns {
    /// The column in which the words of `place` stand.
    pub(super) fn of(&self, place: Place) -> &Column {
        match place {
            Place::Text | Place::Title | Place::Body => &self.text,
            Place::Source => &self.source,
            Place::Url => &self.url,
        }
    }
}
