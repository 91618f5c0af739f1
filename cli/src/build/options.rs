//! What `dateline build` is told.

use dateline_engine::report::is_web;
use std::path::PathBuf;

/// How the page is made.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write it into; made where it is missing.
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: PathBuf,
    /// Everything in one index.html, to send by mail or open by double click.
    #[arg(long)]
    pub(super) single_file: bool,
    /// What opens the page: a web host needs no scripts beside the binaries, a double click no binaries.
    #[arg(long = "for", value_name = "WHERE", value_enum, default_value_t)]
    pub(super) opened_by: OpenedBy,
    /// The page's title, in place of that of `corpus.toml` or of the folder.
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// Where the page will stand: with it, other sites can embed the page by its address alone (oEmbed).
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,
    /// The page's colours, where no link asks for others: those of the reader's system, or always these.
    #[arg(long, value_enum, default_value_t)]
    pub(super) theme: Theme,
    /// A site that shows the page in a frame and may ask which view a reader has open; may be given several times.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub(super) embedded_by: Vec<String>,
    /// Copies of each file, compressed with gzip and Brotli, for a web host that sends them as they are.
    #[arg(long)]
    pub(super) compress: bool,
    /// A built page to fill; without it the one in this program, or else `dist` here or beside it.
    #[arg(long, value_name = "DIR")]
    pub(super) page: Option<PathBuf>,
}

/// What opens a page that is a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum OpenedBy {
    /// A web host; not in a frame that is kept apart from it.
    Host,
    /// A double click, or a frame that is kept apart from its host.
    File,
    /// All of these.
    #[default]
    Both,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader's system has it.
    #[default]
    Auto,
}

/// A site as browsers name it: scheme and host, and the port where it is not the usual one.
fn origin(text: &str) -> Result<String, String> {
    let host = text.trim_end_matches('/').split_once("://").map(|(_, host)| host.to_ascii_lowercase());
    match host {
        Some(host) if is_web(text) && !host.contains(['/', '?', '#', '@', '"', ' ']) => {
            let scheme = if text.starts_with("https") { "https" } else { "http" };
            Ok(format!("{scheme}://{host}"))
        }
        _ => Err("expected a site as `https://wiki.example.org`".to_owned()),
    }
}

/// An address that other sites can follow, with a slash at its end.
fn base_url(text: &str) -> Result<String, String> {
    match is_web(text) && !text.contains(['?', '#']) {
        true => Ok(format!("{}/", text.trim_end_matches('/'))),
        false => Err("expected an address as `https://example.org/page/`".to_owned()),
    }
}
