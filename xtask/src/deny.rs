//! `cargo xtask deny`: the dependencies against the rules in deny.toml.

use anyhow::Result;

use crate::command::run;
use crate::tools::{self, CARGO_DENY};

/// Checks licences, sources and duplicates; known faults too, where their database can be fetched.
pub fn deny() -> Result<()> {
    let toolbox = tools::get(&[&CARGO_DENY])?;
    let deny = || toolbox.command(CARGO_DENY.program);
    run(deny()?.args(["check", "bans", "licenses", "sources"]))?;
    if let Err(error) = run(deny()?.args(["fetch", "db"])) {
        eprintln!(
            "\nNOT CHECKED: known faults of dependencies; their database could not be fetched ({error:#})"
        );
        return Ok(());
    }
    run(deny()?.args(["check", "advisories"]))
}
