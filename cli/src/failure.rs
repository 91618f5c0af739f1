//! Why a command could not do its work.

/// A sentence for standard error, with exit code 1.
pub(crate) type Failure = String;
