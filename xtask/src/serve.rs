//! `cargo xtask serve`: builds the page and serves it to this machine until it is stopped.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Result;

use crate::page;
use crate::server::Server;

/// Builds the page, with the repository's corpus or with this one and these lists of actors, and serves it.
pub fn serve(corpus: Option<&Path>, actors: &[PathBuf], port: Option<u16>) -> Result<()> {
    let folder = page::build(corpus, actors)?;
    let server = Server::on_port(port, |port| Server::start(&folder, "/", port))?;
    println!("Dateline is at {} (Ctrl+C stops it)", server.url());
    loop {
        thread::park();
    }
}
