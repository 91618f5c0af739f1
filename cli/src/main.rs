//! The command `dateline`: reads folders of news texts, prints what is in them, writes the page.
//!
//! Each command is a file: [`inspect`], [`mentions`], [`actors`], [`search`], [`build`], [`serve`], [`new`]. [`input`] reads the
//! folders, [`terminal`] lays out what people read.
//! Exit 0 with problems listed on standard error; 1 where nothing could be read; 2 for wrong usage.

mod actors;
mod build;
mod compare;
mod export;
mod failure;
mod input;
mod inspect;
mod mentions;
mod new;
mod queries;
mod search;
mod serve;
mod spill;
mod terminal;
mod watch;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use dateline_engine::view::Sort;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use terminal::say;
use watch::Watch;

/// For many small texts on many cores: it takes less time than that of most systems, and does not grow with what was read.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Examples, below the help.
const EXAMPLES: &str = "Examples:
  dateline new news                            a folder to begin with
  dateline serve news/texts                    its page in a browser, again after each change
  dateline build news/texts -o site            the page, for any web host
  dateline build texts -o page --single-file   one file, to send by mail
  dateline inspect texts                       what was found, set aside, and why
  dateline search texts '\"oil price\" -japan'  what a query finds";

/// Turns a folder of messy news texts into one page that explores them.
#[derive(Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES)]
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
        /// Everything, as one JSON object; with --queries, one a line.
        #[arg(long)]
        json: bool,
        /// Many queries, in place of the one behind the paths: a file with a query a line, or of CSV with a column `query`.
        /// A row each is printed, as CSV: articles, hits, first and last day, problems, link.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["explain", "lines", "sort"])]
        queries: Option<PathBuf>,
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
        #[arg(required_unless_present_any = ["empty", "from"])]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        page: build::Options,
        /// Again after each change of a text, until it is stopped.
        #[arg(long, conflicts_with_all = ["empty", "from"])]
        watch: bool,
        #[command(flatten)]
        lists: Lists,
    },
    /// Writes tables for other programs: Parquet, NDJSON or CSV.
    Export {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        tables: export::Options,
        /// Again after each change of a text, until it is stopped.
        #[arg(long)]
        watch: bool,
        #[command(flatten)]
        lists: Lists,
    },
    /// Shows the page in a browser, and again after each change of a text.
    Serve {
        /// Folders or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        page: serve::Options,
        #[command(flatten)]
        lists: Lists,
    },
    /// Makes a folder to begin with: texts, both lists, and a workflow that publishes the page.
    New {
        /// The folder, which is new or empty.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Tells whether texts are near-duplicates, pair by pair: what a cluster asks.
    ///
    /// Reads from standard input a JSON object a line, {"id": …, "one": ["block", …], "other": ["block", …]}, and prints one a
    /// line, {"id": …, "similarity": …, "shared": …, "same": …}.
    Compare,
    /// Prints the manual, for `man`.
    Man,
    /// Prints what completes the command in a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
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
    let about = format!("{} ({})", env!("CARGO_PKG_VERSION"), build::page_inside());
    // It lives as long as the program.
    let command = Arguments::command().long_version(&*Box::leak(about.into_boxed_str()));
    let arguments = Arguments::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit());
    let result = match arguments.command {
        Command::Inspect { paths, json, source, lists } => {
            inspect::run(&paths, &lists.actors, json, source.as_deref())
        }
        Command::Mentions { paths, json, csv, lists } => mentions::run(&paths, &lists.actors, json, csv),
        Command::Actors { paths, lists } => actors::run(&paths, &lists.actors),
        Command::Search { paths_and_query, json, queries: Some(file), lists, .. } => {
            let paths: Vec<PathBuf> = paths_and_query.into_iter().map(PathBuf::from).collect();
            queries::run(&paths, &file, &lists.actors, json)
        }
        Command::Search { mut paths_and_query, json, explain, lines, sort, lists, .. } => {
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
        Command::Build { paths, page, watch, lists } => {
            let lists = &lists.actors;
            watched(watch, &paths, lists, page.output(), || build::run(&paths, lists, &page))
        }
        Command::Export { paths, tables, watch, lists } => {
            let lists = &lists.actors;
            watched(watch, &paths, lists, tables.output(), || export::run(&paths, lists, &tables))
        }
        Command::Serve { paths, page, lists } => serve::run(&paths, &lists.actors, &page),
        Command::New { folder } => new::run(&folder),
        Command::Compare => compare::run(),
        Command::Man => manual(),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "dateline", &mut text);
            input::print(&String::from_utf8_lossy(&text))
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say!("dateline: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Calls `act`; again after each change of the texts where they are to be watched.
fn watched(
    watch: bool,
    paths: &[PathBuf],
    lists: &[PathBuf],
    output: &Path,
    mut act: impl FnMut() -> Result<(), failure::Failure>,
) -> Result<(), failure::Failure> {
    if watch { Watch::new(paths, lists, Some(output)).each(act) } else { act() }
}

/// The manual: the command, then each of its commands.
fn manual() -> Result<(), failure::Failure> {
    let command = Arguments::command();
    let mut text = Vec::new();
    let failed = |error: std::io::Error| format!("cannot write the manual: {error}");
    clap_mangen::Man::new(command.clone()).render(&mut text).map_err(failed)?;
    for part in command.get_subcommands() {
        let name = format!("dateline {}", part.get_name());
        let man = clap_mangen::Man::new(part.clone().display_name(name));
        man.render_synopsis_section(&mut text).map_err(failed)?;
        man.render_description_section(&mut text).map_err(failed)?;
        man.render_options_section(&mut text).map_err(failed)?;
    }
    input::print(&String::from_utf8_lossy(&text))
}
