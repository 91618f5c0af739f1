//! What `dateline build` is told.

use dateline_builder::{OpenedBy, Shards, Theme};
use dateline_engine::report::is_web;
use std::path::{Path, PathBuf};

/// How the page is made, and where.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write it into; made where it is missing.
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: PathBuf,
    /// A page without articles, which says what it is for and waits for the texts of its readers.
    #[arg(long, conflicts_with_all = ["paths", "actors", "closed", "from"])]
    pub(super) empty: bool,
    /// The tables that `dateline export` has written, in place of texts: a folder of them in Parquet, or a folder of such
    /// folders that were written on a cluster.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["paths", "actors"])]
    pub(super) from: Option<PathBuf>,
    #[command(flatten)]
    pub(super) page: PageOptions,
}

impl Options {
    /// The folder to write it into.
    pub(crate) fn output(&self) -> &Path {
        &self.output
    }
}

/// How the page is made.
#[derive(Default, clap::Args)]
pub(crate) struct PageOptions {
    /// Everything in one index.html, to send by mail or open by double click.
    #[arg(long)]
    pub(super) single_file: bool,
    /// What opens the page: a web host needs no scripts beside the binaries, a double click no binaries.
    #[arg(long = "for", value_name = "WHERE", value_enum, default_value_t)]
    opener: Opener,
    /// Whether the articles are in one file, which is loaded whole, or in many, of which a reader loads what they look at.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    shards: Sharded,
    /// The page's title, in place of that of `corpus.toml` or of the folder.
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// Where the page will stand: with it, other sites can embed the page by its address alone (oEmbed).
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// The page's colours, where no link asks for others: those of the reader's system, or always these.
    #[arg(long, value_enum, default_value_t)]
    theme: Colours,
    /// A site that shows the page in a frame and may ask which view a reader has open; may be given several times.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    embedded_by: Vec<String>,
    /// Copies of each file, compressed with gzip and Brotli, for a web host that sends them as they are.
    #[arg(long)]
    pub(super) compress: bool,
    /// A page that takes no texts of its readers, and is smaller by what that needs.
    #[arg(long)]
    closed: bool,
    /// A built page to fill; without it the one in this program, or else `dist` here or beside it.
    #[arg(long, value_name = "DIR")]
    pub(super) page: Option<PathBuf>,
}

/// What opens a page that is a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Opener {
    /// A web host; not in a frame that is kept apart from it.
    Host,
    /// A double click, or a frame that is kept apart from its host.
    File,
    /// All of these.
    #[default]
    Both,
}

/// When the articles of a page are in many files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Sharded {
    /// However few they are.
    Always,
    /// However many they are.
    Never,
    /// Where they are many: some thousands.
    #[default]
    Auto,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader's system has it.
    #[default]
    Auto,
}

impl PageOptions {
    /// What opens the page.
    pub(super) fn opened_by(&self) -> OpenedBy {
        match self.opener {
            Opener::Host => OpenedBy::Host,
            Opener::File => OpenedBy::File,
            Opener::Both => OpenedBy::Both,
        }
    }

    /// How the page is made, whoever makes it.
    pub(super) fn page(&self) -> dateline_builder::PageOptions {
        dateline_builder::PageOptions {
            single_file: self.single_file,
            opened_by: self.opened_by(),
            base_url: self.base_url.clone(),
            theme: match self.theme {
                Colours::Light => Theme::Light,
                Colours::Dark => Theme::Dark,
                Colours::Auto => Theme::Auto,
            },
            embedded_by: self.embedded_by.clone(),
            compressed: self.compress,
            closed: self.closed,
            shards: match self.shards {
                Sharded::Always => Shards::Always,
                Sharded::Never => Shards::Never,
                Sharded::Auto => Shards::Auto,
            },
        }
    }
}

/// A site as browsers name it: scheme and host, and the port where it is not the usual one.
fn origin(text: &str) -> Result<String, String> {
    let lower = text.trim_end_matches('/').to_ascii_lowercase();
    let (scheme, usual) = if lower.starts_with("https://") { ("https", "443") } else { ("http", "80") };
    let (host, port) = match lower.split_once("://") {
        Some((given, rest)) if given == scheme => rest.split_once(':').map_or((rest, usual), |both| both),
        _ => ("", usual),
    };
    let is_host =
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    match is_host && port.parse::<u16>().is_ok_and(|port| port > 0) {
        true if port == usual => Ok(format!("{scheme}://{host}")),
        true => Ok(format!("{scheme}://{host}:{port}")),
        false => Err("expected a site as `https://wiki.example.org`; letters beyond ASCII as browsers send them, `xn--…`".to_owned()),
    }
}

/// An address that other sites can follow, with a slash at its end.
fn base_url(text: &str) -> Result<String, String> {
    match is_web(text) && !text.contains(['?', '#']) {
        true => Ok(format!("{}/", text.trim_end_matches('/'))),
        false => Err("expected an address as `https://example.org/page/`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn a_site_is_named_as_browsers_name_it() {
        for (given, site) in [
            ("https://Wiki.Example.org/", "https://wiki.example.org"),
            ("HTTPS://wiki.example.org:443", "https://wiki.example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(origin(given).as_deref(), Ok(site), "{given}");
        }
        for wrong in [
            "",
            "wiki.example.org",
            "https://",
            "https://*",
            "https://x:",
            "https://x/y",
            "https://bücher.example",
            "ftp://x",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
