//! The real command, run over folders; and its answers, taken apart.

use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Two texts of one kind each, with actors of the built-in list.
pub(crate) const SCRAPE: &str = " date 2024-03-08 loading…\n\nNorway’s ferry to Little Skarn made its first crossing on Friday. Oslo paid for it.\n";
/// A page with a headline.
pub(crate) const PAGE: &str = "\" \"\n\nNorway & Chad <b>sign</b> a “fishing” pact\n\nMinisters of Norway and Chad signed a pact on fishing in N'Djamena on Monday.\n\nLeave a Reply\n";

/// What the command said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `dateline` with `arguments`; paths and words alike.
pub(crate) fn dateline<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).output();
    said(output.expect("the command runs"))
}

fn said(output: Output) -> Said {
    let said = Said {
        code: output.status.code().expect("the command ends by itself"),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    };
    assert!(!said.err.contains("panicked"), "{}", said.err);
    said
}

/// Runs `dateline` with `arguments`, and gives it `text` on standard input.
pub(crate) fn fed(arguments: &[&str], text: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("the command runs");
    // It may end before it has read all.
    let _ = running.stdin.take().expect("as asked for").write_all(text.as_bytes());
    said(running.wait_with_output().expect("the command ends"))
}

/// Runs `dateline COMMAND FOLDER MORE…`.
pub(crate) fn on(command: &str, folder: &Path, more: &[&str]) -> Said {
    let words = [command].into_iter().map(std::ffi::OsString::from).chain([folder.into()]);
    dateline(words.chain(more.iter().map(std::ffi::OsString::from)))
}

/// The keys of an object, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// `text` read as JSON.
pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// The list at `key`.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("a list at `{key}`: {value}"))
}

/// `keys`, sorted.
pub(crate) fn sorted<const N: usize>(mut keys: [&str; N]) -> [&str; N] {
    keys.sort_unstable();
    keys
}

/// The number at `key`.
pub(crate) fn offset(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap_or_else(|| panic!("a number at `{key}`: {value}")) as usize
}
