//! The counting rule of a view: which mentions count.

use super::Where;
use crate::actors::Form;

/// How many places there are.
pub(crate) const PLACES: usize = Where::ALL.len();

/// Which mentions count. The default counts all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// For each of [`Where::ALL`], whether what stands there counts.
    pub places: [bool; PLACES],
    /// For each of [`Form::ALL`], whether it counts.
    pub forms: [bool; Form::ALL.len()],
    /// Whether of articles that tell the same story only the first counts.
    pub once: bool,
}

impl Default for Rule {
    fn default() -> Rule {
        Rule { places: [true; PLACES], forms: [true; Form::ALL.len()], once: false }
    }
}

impl Rule {
    /// Whether it counts in all places.
    pub fn everywhere(&self) -> bool {
        self.places == [true; PLACES]
    }
}
