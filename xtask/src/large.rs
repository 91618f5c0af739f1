//! `cargo xtask large`: a corpus as large as one likes, made by the program `bench` of the package `dateline-tests`.

use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result};

use crate::command::{cargo, run};
use crate::root;

/// Writes so many articles into `folder`, or into one of their number in target/large/.
pub fn large(articles: usize, folder: Option<&Path>) -> Result<()> {
    let usual = || root().join("target").join("large").join(articles.to_string());
    let folder: PathBuf = folder.map_or_else(usual, Path::to_path_buf);
    let folder = absolute(&folder).with_context(|| format!("cannot write to {}", folder.display()))?;
    let mut make = cargo(["run", "--release", "--quiet", "--package", "dateline-tests", "--bin", "bench"]);
    run(make.args(["--", "large", "make"]).arg(articles.to_string()).arg(&folder))?;
    println!("{articles} articles are in {}", folder.display());
    Ok(())
}
