//! Puts a built page into the command, so that it needs nothing beside it: where `DATELINE_PAGE` names the
//! folder of one. Without it the command looks for `dist/` when it runs. Its tests are told whether there is strace,
//! which kills the command for some of them, and whether `DATELINE_READERS` and
//! `DATELINE_SPARK` name Pythons that read tables and run Spark.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=DATELINE_PAGE");
    println!("cargo::rerun-if-env-changed=PATH");
    println!("cargo::rerun-if-changed=/usr/bin/strace");
    println!("cargo::rustc-check-cfg=cfg(has_strace, has_readers, has_spark)");
    for (variable, name) in [("DATELINE_READERS", "has_readers"), ("DATELINE_SPARK", "has_spark")] {
        println!("cargo::rerun-if-env-changed={variable}");
        if std::env::var_os(variable).is_some() {
            println!("cargo::rustc-cfg={name}");
        }
    }
    let strace = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    if strace.is_ok_and(|it| it.status.success()) {
        println!("cargo::rustc-cfg=has_strace");
    }
    let mut list = String::new();
    if let Some(page) = std::env::var_os("DATELINE_PAGE").map(PathBuf::from) {
        println!("cargo::rerun-if-changed={}", page.display());
        for entry in std::fs::read_dir(&page).expect("DATELINE_PAGE names a folder") {
            let path = entry.expect("a readable folder").path();
            if path.is_file() {
                let path = path.canonicalize().expect("a file that was just listed");
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                writeln!(list, "    ({name:?}, include_bytes!({path:?})),").expect("writing to memory");
            }
        }
    }
    let out = std::env::var_os("OUT_DIR").expect("cargo sets it");
    let code = format!("&[\n{list}]\n");
    std::fs::write(Path::new(&out).join("page.rs"), code).expect("cargo's own folder is writable");
}
