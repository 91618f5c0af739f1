//! Failures of a command.

use std::io;
use std::path::Path;

/// The reason why a command could not do its work: a sentence for standard error, with exit code 1.
pub(crate) type Failure = String;

/// What an error of the file system says of `path`: that one cannot `what` it.
pub(crate) fn failed(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.display().to_string();
    move |error| format!("cannot {what} {path}: {error}")
}
