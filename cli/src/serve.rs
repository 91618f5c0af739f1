//! `dateline serve`: the page on this machine, in memory, built again and loaded again when a text changes.

use crate::build::{self, PageOptions, Template};
use crate::failure::Failure;
use crate::terminal::say;
use crate::watch::Watch;
use dateline_server::{Files, Server};
use std::path::PathBuf;

/// The file that says which of its builds the page is.
const BUILD: &str = "dateline-build";

/// Loads the page again when it has been built again.
const RELOAD: &str = "<script>(() => { let was; setInterval(async () => { try {
  const now = await (await fetch(\"./dateline-build\")).text();
  if (was !== undefined && now !== was) location.reload();
  was = now;
} catch {} }, 500); })();</script>";

/// How the page is served.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port; without it 8080, or the next one that is free.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Opens no browser.
    #[arg(long)]
    no_open: bool,
    /// A built page to fill; without it the one in this program, or else `dist` here or beside it.
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
}

/// Serves the page of `paths` until it is stopped.
///
/// # Errors
/// Where the first build fails, or no port is free. A later build that fails is said, and the page of before stays.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], options: &Options) -> Result<(), Failure> {
    let files = Files::default();
    let build = |number: usize| -> Result<(), Failure> {
        let page = Template::find(options.page.as_deref())?.page;
        let built = build::page_of(page, paths, lists, &PageOptions::default(), RELOAD)?;
        say!("dateline: {} in {:.1} s", built.says(), built.time().as_secs_f64());
        let mut now: std::collections::BTreeMap<_, _> = built.into_files().into_iter().collect();
        now.insert(BUILD.to_owned(), number.to_string().into_bytes());
        *files.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
        Ok(())
    };
    let mut watch = Watch::new(paths, lists, None);
    build(0)?;
    let server = Server::on_port(options.port, |port| Server::of_files(files.clone(), port));
    let server = server.map_err(|error| format!("{error:#}"))?;
    println!("Dateline is at {} (Ctrl+C stops it)", server.url());
    if !options.no_open && opener::open_browser(server.url()).is_err() {
        say!("dateline: no browser could be opened; open the address by hand");
    }
    for number in 1.. {
        watch.wait();
        if let Err(failure) = build(number) {
            say!("dateline: {failure}; the page stays as it was");
        }
    }
    Ok(())
}
