//! Failures of a command.

/// The reason why a command could not do its work: a sentence for standard error, with exit code 1.
pub(crate) type Failure = String;
