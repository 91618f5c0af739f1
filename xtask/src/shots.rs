//! `cargo xtask shots`: screenshots of the page, taken by the program `shots` of the package `dateline-tests`.

use std::path::{Path, absolute};

use anyhow::{Context, Result};

use crate::command::{cargo, run};
use crate::{page, tools};

/// Takes screenshots of the page in dist/ into this folder.
pub fn shots(out: &Path) -> Result<()> {
    let out = absolute(out).with_context(|| format!("cannot write to {}", out.display()))?;
    tools::for_browser()?;
    page::build_if_missing()?;
    let mut shots =
        cargo(["run", "--package", "dateline-tests", "--features", "browser", "--bin", "shots", "--"]);
    run(shots.arg(&out).env("DATELINE_DIST", page::dist()))?;
    println!("The screenshots are in {}", out.display());
    Ok(())
}
