//! `cargo xtask`: the list of chores. Each one is a file of the library beside this.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::bench::Bench;
use xtask::fuzz::Target;
use xtask::test::Step;
use xtask::{bench, deny, fuzz, gazetteer, large, package, page, serve, shots, size, test};

/// The chores of Dateline. Whatever a chore needs, it gets first.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Builds the page and serves it on this machine
    Serve {
        /// A folder of news texts to show instead of the repository's own
        #[arg(long, value_name = "DIR")]
        corpus: Option<PathBuf>,
        /// A list of actors to read after those of that folder, such as one that the page has given
        #[arg(long, value_name = "FILE", requires = "corpus")]
        actors: Vec<PathBuf>,
        /// The port to serve on; without it 8080, or the next one that is free
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        port: Option<u16>,
    },
    /// Builds the page: into dist/, or with --corpus into target/served/
    Build {
        /// A folder of news texts to show instead of the repository's own
        #[arg(long, value_name = "DIR")]
        corpus: Option<PathBuf>,
        /// A list of actors to read after those of that folder, such as one that the page has given
        #[arg(long, value_name = "FILE", requires = "corpus")]
        actors: Vec<PathBuf>,
    },
    /// Writes the pack of corpus/ into the page that Trunk is building (Trunk's post_build hook)
    Fill,
    /// Runs every check that a change must pass
    Test {
        /// Runs this one step alone
        #[arg(long, value_name = "NAME")]
        only: Option<Step>,
    },
    /// Measures what a reader downloads before the pack, and fails above the limit
    Size,
    /// Checks the licences, sources and known faults of all dependencies
    Deny,
    /// Measures the speed that the product promises, in a release build
    Bench {
        /// What is measured
        what: Bench,
        /// Articles of the corpus that `large` measures; without it, two corpora
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        articles: Option<u32>,
    },
    /// Makes a large corpus to measure with, the same on every machine
    Large {
        /// How many articles
        #[arg(value_parser = clap::value_parser!(u32).range(1..))]
        articles: u32,
        /// Where they are written, in place of such articles; without it target/large/ARTICLES
        folder: Option<PathBuf>,
    },
    /// Looks for inputs that stop the engine, some minutes for each kind of input
    Fuzz {
        /// The kind of input; without it, all of them
        target: Option<Target>,
        /// How long each is looked for
        #[arg(long, value_name = "N", default_value_t = 5)]
        minutes: u64,
    },
    /// Makes what people install: an archive, packages of npm and a wheel
    Package {
        /// A triple of Rust; without it this machine
        #[arg(long, value_name = "TRIPLE")]
        target: Option<String>,
    },
    /// Compares the built-in list of actors with openly licensed data, and prints a draft of what is missing
    Gazetteer,
    /// Takes screenshots of the page
    Shots {
        /// Where they are written
        #[arg(value_name = "OUTDIR", default_value = "target/shots")]
        out: PathBuf,
    },
}

fn run(chore: Chore) -> Result<()> {
    match chore {
        Chore::Serve { corpus, actors, port } => serve::serve(corpus.as_deref(), &actors, port),
        Chore::Build { corpus, actors } => page::build(corpus.as_deref(), &actors).map(|_| ()),
        Chore::Fill => page::fill(),
        Chore::Test { only } => test::test(only),
        Chore::Size => size::size(),
        Chore::Deny => deny::deny(),
        Chore::Bench { what, articles } => bench::bench(what, articles),
        Chore::Large { articles, folder } => large::large(articles as usize, folder.as_deref()),
        Chore::Fuzz { target, minutes } => fuzz::fuzz(target, minutes),
        Chore::Package { target } => package::package(target.as_deref()),
        Chore::Gazetteer => gazetteer::gazetteer(),
        Chore::Shots { out } => shots::shots(&out),
    }
}

fn main() -> ExitCode {
    match run(Chores::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
