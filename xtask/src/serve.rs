//! `cargo xtask serve`: builds the page and serves it to this machine until it is stopped.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};

use crate::page;
use crate::server::Server;

/// The port that is tried first: the one people expect of a page on their own machine.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried: more than anyone keeps such servers open.
const PORTS: u16 = 20;

/// Builds the page, with the repository's corpus or with this one and these lists of actors, and serves it.
pub fn serve(corpus: Option<&Path>, actors: &[PathBuf], port: Option<u16>) -> Result<()> {
    let folder = page::build(corpus, actors)?;
    let server = match port {
        Some(port) => Server::start(&folder, "/", Some(port)).with_context(|| {
            format!("--port {port} cannot be used; leave it out to take one that is free")
        })?,
        None => start_on_free_port(&folder)?,
    };
    println!("Dateline is at {} (Ctrl+C stops it)", server.url());
    loop {
        thread::park();
    }
}

fn start_on_free_port(folder: &Path) -> Result<Server> {
    let last = FIRST_PORT + PORTS - 1;
    (FIRST_PORT..=last)
        .find_map(|port| Server::start(folder, "/", Some(port)).ok())
        .map_or_else(|| Server::start(folder, "/", None), Ok)
        .with_context(|| format!("no port is free, neither {FIRST_PORT} to {last} nor another"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_takes_the_next_free_port() {
        let folder = std::env::temp_dir();
        let first = start_on_free_port(&folder).unwrap();
        let second = start_on_free_port(&folder).unwrap();
        assert_ne!(first.url(), second.url());
    }
}
