//! The chores of this repository, as a library so that tests can use their parts; `main.rs` lists them.
//! In reading order: how a program is run, what must be there, the page, and what is done with it.

use std::path::{Path, PathBuf};

/// `cargo xtask bench`.
pub mod bench;
/// The browser and its driver that the browser tests use.
pub mod browser;
/// Running other programs.
pub mod command;
/// `cargo xtask deny`.
pub mod deny;
/// `cargo xtask fuzz`.
pub mod fuzz;
/// `cargo xtask gazetteer`.
pub mod gazetteer;
/// `cargo xtask large`.
pub mod large;
/// `cargo xtask package`.
pub mod package;
/// Building the page.
pub mod page;
/// The pinned programs.
pub mod pins;
/// `cargo xtask serve`.
pub mod serve;
/// `cargo xtask shots`.
pub mod shots;
/// `cargo xtask size`.
pub mod size;
/// `cargo xtask test`.
pub mod test;
/// The pinned tools, and getting those that are missing.
pub mod tools;

pub use dateline_server as server;

pub use browser::{chromedriver, chromium};

/// The root of the repository, where every chore runs.
pub fn root() -> PathBuf {
    // Cargo compiles this package again when its folder moves, so the compiled path is the right one.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
