//! Exports that are killed, that find no room, and texts that cannot be read: the folder holds the tables of before or the new
//! ones, and a sentence says what to do.

use super::export;
use crate::build::written;
use dateline_tests::scratch::{folder, folder_with};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Calls of the system that change something.
const CALLS: [&str; 10] =
    ["mkdir", "openat", "write", "fdatasync", "linkat", "rename", "renameat2", "unlink", "unlinkat", "rmdir"];

/// Texts, those that are written into the folder over them, and the format of their tables.
struct Case {
    name: &'static str,
    old: PathBuf,
    new: PathBuf,
    format: &'static str,
}

impl Case {
    /// Tables that are replaced, and tables that something is added to; `who` is part of the names of folders.
    fn all(who: &str) -> [Case; 2] {
        let of = |name: &str, files: &[(&str, &str)]| {
            let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
            folder_with(&format!("faults-{who}-{name}"), &files)
        };
        let (norway, chad) = ("Norway has ferries.", "Chad has lakes.");
        let many: Vec<(String, String)> =
            (0..9).map(|i| (format!("b{i}.txt"), format!("Ferry {i} sails."))).collect();
        let many: Vec<(&str, &str)> =
            many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let more = [&many[..], &[("c.txt", chad)]].concat();
        [
            Case {
                name: "replaced",
                old: of("old", &[("a.txt", norway)]),
                new: of("new", &[("a.txt", chad)]),
                format: "csv",
            },
            Case { name: "added", old: of("many", &many), new: of("more", &more), format: "parquet" },
        ]
    }

    fn export(&self, texts: &Path, out: &Path) -> BTreeMap<String, Vec<u8>> {
        let said = export(texts, out, &["--format", self.format]);
        assert_eq!(said.code, 0, "{}", said.err);
        written(out)
    }

    /// The tables of before, and the new ones, made in `out`.
    fn tables(&self, out: &Path) -> [BTreeMap<String, Vec<u8>>; 2] {
        [&self.old, &self.new].map(|texts| self.export(texts, out))
    }

    /// Exports the new texts into `out`, with this `fault` of strace.
    fn with_fault(&self, out: &Path, fault: &str) -> Output {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-e"]).arg(format!("inject={fault}"));
        strace.arg(env!("CARGO_BIN_EXE_dateline")).arg("export").arg(&self.new).arg("-o").arg(out);
        strace.args(["--format", self.format]).output().expect("strace runs")
    }
}

#[test]
#[cfg_attr(not(has_strace), ignore = "needs strace")]
fn tables_are_whole_wherever_an_export_is_killed() {
    for case in Case::all("killed") {
        let tables = case.tables(&folder("faults-killed-tables"));
        let mut kills = 0;
        for call in CALLS {
            let out = folder("faults-killed");
            case.export(&case.old, &out);
            for at in 1..200 {
                let output = case.with_fault(&out, &format!("{call}:signal=KILL:when={at}"));
                let left = written(&out);
                if output.status.success() {
                    assert!(left == tables[1], "{}: {call} {at}", case.name);
                    break;
                }
                kills += 1;
                assert!(tables.contains(&left), "{}: {call} {at}: {:?}", case.name, left.keys());
            }
        }
        assert!(kills > 20, "{}: {kills} kills", case.name);
        let out = folder("faults-killed");
        let around = out.parent().expect("a folder around").read_dir().expect("a folder");
        let names = around.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let left: Vec<String> = names.filter(|name| name.starts_with(".faults-killed.")).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
#[cfg_attr(not(has_strace), ignore = "needs strace")]
fn a_full_disk_leaves_the_tables_of_before() {
    for case in Case::all("full") {
        let tables = case.tables(&folder("faults-full-tables"));
        let (mut refused, mut told) = (0, 0);
        for call in ["mkdir", "write", "fdatasync"] {
            let out = folder("faults-full");
            case.export(&case.old, &out);
            let mut passed = 0;
            for at in 1.. {
                let output = case.with_fault(&out, &format!("{call}:error=ENOSPC:when={at}"));
                let (left, said) = (written(&out), String::from_utf8_lossy(&output.stderr).into_owned());
                if output.status.success() {
                    // A line for the terminal was refused, or nothing.
                    assert!(left == tables[1], "{}: {call} {at}: {said}", case.name);
                    passed += 1;
                    if passed > 5 {
                        break;
                    }
                    fs::remove_dir_all(&out).expect("a folder");
                    case.export(&case.old, &out);
                    continue;
                }
                passed = 0;
                refused += 1;
                assert!(left == tables[0], "{}: {call} {at}: {said}", case.name);
                assert_eq!(output.status.code(), Some(1), "{}: {call} {at}: {said}", case.name);
                // What is refused may be the sentence.
                told += usize::from(said.contains("No space left on device"));
            }
        }
        assert!(refused > 10 && told * 10 > refused * 7, "{}: {told} of {refused}", case.name);
    }
}

/// A text that is there when files are listed and cannot be read when its turn comes is a problem, and no stop.
#[test]
#[cfg_attr(not(has_strace), ignore = "needs strace")]
fn texts_that_cannot_be_read_are_problems() {
    let texts =
        folder_with("faults-unread", &[("a.txt", b"Norway has ferries."), ("b.txt", b"Chad has lakes.")]);
    for (error, why) in
        [("EACCES", "Permission denied"), ("EIO", "Input/output error"), ("ENOENT", "No such file")]
    {
        let out = folder("faults-unread-tables");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-P"]).arg(texts.join("b.txt"));
        strace.arg("-e").arg(format!("inject=openat:error={error}"));
        strace.arg(env!("CARGO_BIN_EXE_dateline")).arg("export").arg(&texts).arg("-o").arg(&out);
        let output = strace.args(["--format", "ndjson"]).output().expect("strace runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.success() && said.contains("b.txt: cannot be read") && said.contains(why),
            "{said}"
        );
        let tables = written(&out);
        let lines = |name: &str| String::from_utf8_lossy(&tables[name]).lines().count();
        assert_eq!((lines("articles.ndjson"), lines("problems.ndjson")), (1, 1), "{said}");
    }
}
