//! `cargo xtask bench`: measures what the product promises about speed, by the program `bench` of the package
//! `dateline-tests`, in a release build.

use anyhow::{Result, ensure};
use clap::ValueEnum;

use crate::command::{cargo, run};
use crate::{package, page, tools};

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Bench {
    /// Seconds to find and resolve every mention in 10,000 articles
    Actors,
    /// Rate, memory and size of the tables of 1 and 2 GB of text
    Export,
    /// The time it takes to find the articles that tell one text
    Groups,
    /// Weight, times and answers of the pages of 19,043 and 100,000 articles
    Large,
    /// The time from the address to the list
    Load,
    /// The time from texts that a reader brings to their list
    Open,
    /// The time from what a reader does to the frame that shows it
    Page,
    /// Bytes of source files parsed in a second, and the memory that takes
    Parse,
    /// The time that 10,000 queries take over 10,000 articles
    Queries,
    /// Time of an answer over 5,000 articles, and what they weigh
    Search,
}

impl Bench {
    fn name(self) -> &'static str {
        match self {
            Bench::Actors => "actors",
            Bench::Export => "export",
            Bench::Groups => "groups",
            Bench::Large => "large",
            Bench::Load => "load",
            Bench::Open => "open",
            Bench::Page => "page",
            Bench::Parse => "parse",
            Bench::Queries => "queries",
            Bench::Search => "search",
        }
    }
}

/// Measures `what` and prints the figures; `articles` is for [`Bench::Large`].
pub fn bench(what: Bench, articles: Option<u32>) -> Result<()> {
    ensure!(
        articles.is_none() || what == Bench::Large,
        "only `cargo xtask bench large` takes a number of articles"
    );
    let mut bench = cargo(["run", "--release", "--package", "dateline-tests", "--bin", "bench"]);
    if matches!(what, Bench::Large | Bench::Load | Bench::Open | Bench::Page | Bench::Search) {
        tools::for_browser()?;
        page::build_if_missing()?;
        bench.args(["--features", "browser"]).env("DATELINE_DIST", page::dist());
    }
    if matches!(what, Bench::Export | Bench::Large | Bench::Queries) {
        run(&mut cargo(["build", "--release", "--package", "dateline"]))?;
        bench.env("DATELINE_COMMAND", package::built(None));
    }
    if what == Bench::Search {
        bench.env("DATELINE_PEERS", tools::for_peers()?).env("DATELINE_TANTIVY", tools::tantivy()?);
    }
    bench.arg("--").arg(what.name()).args(articles.map(|articles| articles.to_string()));
    run(&mut bench)
}
