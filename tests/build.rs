//! Says whether the texts and answers that some tests compare with lie beside the repository: `has_shared`.
//! Without them those tests show as ignored, not as passed.

use std::path::Path;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(has_shared)");
    println!("cargo::rerun-if-changed=build.rs");
    let here = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let shared = Path::new(&here).join("../../shared");
    let needed = ["corpus", "gold"].map(|folder| shared.join(folder));
    if needed.iter().all(|folder| folder.is_dir()) {
        println!("cargo::rustc-cfg=has_shared");
        // Watched only where they are: Cargo compiles all again each time where something watched is missing. That
        // they have come is noticed by a test (`tidy::the_tests_know_what_lies_beside_the_repository`).
        for folder in &needed {
            println!("cargo::rerun-if-changed={}", folder.display());
        }
    }
}
