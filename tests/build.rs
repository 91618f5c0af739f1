//! Says whether the texts and answers that some tests compare with lie beside the repository: `has_shared`.
//! Without them those tests show as ignored, not as passed.

use std::path::Path;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(has_shared)");
    let here = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let shared = Path::new(&here).join("../../shared");
    let needed = ["corpus", "gold"].map(|folder| shared.join(folder));
    for folder in &needed {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    if needed.iter().all(|folder| folder.is_dir()) {
        println!("cargo::rustc-cfg=has_shared");
    }
}
