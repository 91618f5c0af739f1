//! The command `dateline`: reads folders of news texts, prints what is in them, writes the page.
//!
//! Each command is a file: [`inspect`], [`mentions`], [`actors`], [`search`], [`build`]. [`input`] reads the
//! folders, [`terminal`] lays out what people read.
//! Exit 0 with problems listed on standard error; 1 where nothing could be read; 2 for wrong usage.

mod actors;
mod build;
mod failure;
mod input;
mod inspect;
mod mentions;
mod search;
mod terminal;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};
use dateline_engine::view::Sort;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns a folder of messy news texts into one page that explores them.
#[derive(Parser)]
#[command(name = "dateline", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What was found, set aside, and why.
    Inspect {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Everything, as one JSON object.
        #[arg(long)]
        json: bool,
        /// The source text of one article, every part of it marked with what it is.
        #[arg(long, value_name = "ARTICLE", conflicts_with = "json")]
        source: Option<String>,
        #[command(flatten)]
        lists: Lists,
    },
    /// Every mention of an actor.
    Mentions {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// One JSON object a line.
        #[arg(long, conflicts_with = "csv")]
        json: bool,
        /// Comma-separated, with a header.
        #[arg(long)]
        csv: bool,
        #[command(flatten)]
        lists: Lists,
    },
    /// Names that occur often and are in no list, as entries for actors.toml.
    Actors {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        lists: Lists,
    },
    /// Articles that a query finds, with snippets.
    Search {
        /// Folders or files, and last the query; one that begins with a hyphen stands after `--`.
        #[arg(required = true, num_args = 1.., value_name = "PATH… QUERY")]
        paths_and_query: Vec<OsString>,
        /// Everything, as one JSON object.
        #[arg(long)]
        json: bool,
        /// How the query was read, the words that each term stands for, and the time it took.
        #[arg(long, conflicts_with = "json")]
        explain: bool,
        /// Every hit on a line of its own, in reading order or sorted by the words on one side.
        #[arg(long, value_name = "SORT", value_enum, conflicts_with = "json")]
        lines: Option<search::Lines>,
        /// The order of the articles.
        #[arg(long, value_name = "ORDER", value_parser = search::sort(), default_value = Sort::Relevance.word())]
        #[arg(conflicts_with = "lines")]
        sort: Sort,
        #[command(flatten)]
        lists: Lists,
    },
    /// Writes the page.
    Build {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        page: build::Options,
        #[command(flatten)]
        lists: Lists,
    },
}

/// Lists of actors beside those the folders bring.
#[derive(clap::Args)]
struct Lists {
    /// Another list of actors; may be given several times.
    #[arg(long, value_name = "FILE")]
    actors: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Inspect { paths, json, source, lists } => {
            inspect::run(&paths, &lists.actors, json, source.as_deref())
        }
        Command::Mentions { paths, json, csv, lists } => mentions::run(&paths, &lists.actors, json, csv),
        Command::Actors { paths, lists } => actors::run(&paths, &lists.actors),
        Command::Search { mut paths_and_query, json, explain, lines, sort, lists } => {
            let query = paths_and_query.pop().unwrap_or_default();
            if paths_and_query.is_empty() {
                // Options may stand between paths and query, so that only now it shows that one is missing.
                let message = "expected a path and a query, found one of them; a query that begins with a hyphen stands after `--`";
                Arguments::command().error(ErrorKind::TooFewValues, message).exit();
            }
            let paths: Vec<PathBuf> = paths_and_query.into_iter().map(PathBuf::from).collect();
            let shape = search::Shape { json, explain, lines, sort };
            search::run(&paths, &query.to_string_lossy(), &lists.actors, &shape)
        }
        Command::Build { paths, page, lists } => build::run(&paths, &lists.actors, &page),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("dateline: {failure}");
            ExitCode::FAILURE
        }
    }
}
