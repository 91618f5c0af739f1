//! Puts a built page into the command, so that it needs nothing beside it: where `DATELINE_PAGE` names the
//! folder of one. Without it the command looks for `dist/` when it runs.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=DATELINE_PAGE");
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
