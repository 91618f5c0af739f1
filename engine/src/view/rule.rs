//! The counting rule of a view: which mentions count.

use super::Where;
use crate::actors::Form;

/// How many places there are.
pub(crate) const PLACES: usize = Where::ALL.len();

/// Which mentions count. The default counts all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountingRule {
    /// For each of [`Where::ALL`], whether what stands there counts.
    pub places: [bool; PLACES],
    /// For each of [`Form::ALL`], whether it counts.
    pub forms: [bool; Form::ALL.len()],
    /// Whether each story counts once: of near-duplicates the first alone.
    pub each_story_once: bool,
}

impl Default for CountingRule {
    fn default() -> CountingRule {
        CountingRule { places: [true; PLACES], forms: [true; Form::ALL.len()], each_story_once: false }
    }
}

impl CountingRule {
    /// Whether it counts in all places.
    pub fn everywhere(&self) -> bool {
        self.places == [true; PLACES]
    }
}
