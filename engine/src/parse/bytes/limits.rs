//! Limits on what is unpacked, so that a small file cannot expand without end.

use crate::text::{Problem, Span};

/// The limits on what one archive may contain.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The size of all unpacked files together, in bytes.
    pub bytes: u64,
    /// The number of files.
    pub files: usize,
}

/// A problem of the whole archive, with an empty span.
pub(super) fn problem(message: String) -> Problem {
    Problem::new(Span::default(), message)
}

/// The problem of an archive that exceeds `limits.bytes`.
pub(super) fn too_much(limits: Limits) -> Problem {
    problem(format!(
        "expected at most {} MB after unpacking, found more; it is left out: unpack it, and split the file",
        limits.bytes >> 20
    ))
}
