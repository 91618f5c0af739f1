//! `cargo xtask gazetteer`: compares the built-in list of actors with openly licensed data, and writes a draft
//! of what is missing, in it and in the lists of other languages. The lists themselves are reviewed by hand, always.

use anyhow::{Context, Result};
use std::fs;

use crate::command::{cargo, command, run};
use crate::root;

/// Names and capitals (MIT, Annexare Studio), adjectives (MIT, widdix GmbH), names in other languages (Unicode-3.0,
/// Unicode, Inc.).
const DATA: [&str; 3] = ["countries-list@3.4.1", "i18n-nationality@1.4.0", "cldr-localenames-full@48.2.0"];

/// Gets the data, and prints the draft.
pub fn gazetteer() -> Result<()> {
    let folder = root().join("target").join("seed");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let mut install = command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(&folder);
    run(install.args(DATA)).context("npm comes with Node.js 18 or later")?;
    let mut draft =
        cargo(["run", "--package", "dateline-tests", "--features", "seed", "--bin", "seed", "--"]);
    run(draft.arg(folder))
}
