//! The counting rule of a view: which mentions count.

use super::Where;
use crate::actors::Form;

/// The number of places in which a mention can stand.
pub(crate) const PLACES: usize = Where::ALL.len();

/// Which mentions count; by default, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountingRule {
    /// For each of [`Where::ALL`], whether mentions there count.
    pub places: [bool; PLACES],
    /// For each of [`Form::ALL`], whether mentions of that form count.
    pub forms: [bool; Form::ALL.len()],
    /// Whether each story counts once: of near-duplicates only the first.
    pub each_story_once: bool,
}

impl Default for CountingRule {
    fn default() -> CountingRule {
        CountingRule { places: [true; PLACES], forms: [true; Form::ALL.len()], each_story_once: false }
    }
}

impl CountingRule {
    /// Whether mentions count in every place.
    pub fn everywhere(&self) -> bool {
        self.places == [true; PLACES]
    }
}
