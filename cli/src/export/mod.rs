//! `dateline export`: the corpus as tables that other programs read.

mod place;

use crate::failure::Failure;
use crate::input::{self, mentions};
use crate::spill::Spill;
use dateline_engine::actors::Actor;
use dateline_engine::corpus::Corpus;
use dateline_engine::wording::count;
use dateline_tables::{Format, Source, TABLES, Whole, Writer};
use place::TablesFolder;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The groups of near-duplicates that are written at once.
const AT_ONCE: usize = 1024;

/// Where the tables are written, and how.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write them into; made where it is missing, and replaced as a whole where it holds tables.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of the tables.
    #[arg(long, value_enum, default_value_t)]
    format: Written,
    /// One table more, with which a cluster finds near-duplicates over many runs.
    #[arg(long)]
    signatures: bool,
}

/// The format of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Written {
    /// For DuckDB, Polars, pandas, Spark: keeps types, and is the smallest.
    #[default]
    Parquet,
    /// A JSON object a line.
    Ndjson,
    /// For spreadsheets: comma-separated, with a header.
    Csv,
}

impl From<Written> for Format {
    fn from(written: Written) -> Format {
        match written {
            Written::Parquet => Format::Parquet,
            Written::Ndjson => Format::Ndjson,
            Written::Csv => Format::Csv,
        }
    }
}

/// Writes the tables of `paths`, a portion of the texts at a time.
///
/// # Errors
/// Where a list cannot be read, no article was found (what was set aside is written even so), or the folder holds something else or cannot be written.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], options: &Options) -> Result<(), Failure> {
    let place = TablesFolder::begin(&options.output, paths)?;
    let mut stream = input::open(paths, lists)?;
    let mut tables = Writer::new(options.format.into(), options.signatures, |name| place.file(name))?;
    let mut spill = Spill::new(place.parent())?;
    let mut whole = Corpus::default();
    // By their places in the lists.
    let mut actors: BTreeMap<Option<usize>, Actor> = BTreeMap::new();
    let mut mentioned = 0;
    let mut next = stream.portion();
    while let Some(parsed) = next {
        stream.report();
        let gazetteer = stream.gazetteer().clone();
        let write = || {
            let mentions = mentions(&parsed, gazetteer);
            tables.add(Source { parsed: &parsed, mentions: &mentions })?;
            spill.add(&parsed)?;
            Ok::<_, Failure>(mentions)
        };
        let (read, written) = rayon::join(|| stream.portion(), write);
        let mentions = written?;
        mentioned += mentions.list.len();
        for actor in mentions.actors {
            let place = stream.gazetteer().actors().position(|it| it.id == actor.id);
            actors.insert(place, actor);
        }
        (whole.title, whole.description) = (parsed.corpus.title, parsed.corpus.description);
        next = read;
    }
    let checked = stream.check();
    if stream.files() == 0 {
        return checked;
    }
    stream.progress().stage("finding near-duplicates");
    let mut groups = Vec::new();
    spill.near_duplicates(|group| {
        groups.push(group);
        if groups.len() < AT_ONCE { Ok(()) } else { tables.add_groups(&std::mem::take(&mut groups)) }
    })?;
    tables.add_groups(&groups)?;
    stream.progress().stage("writing tables");
    let actors: Vec<Actor> = actors.into_values().collect();
    let Corpus { title, description, .. } = &whole;
    tables.finish(Whole { title, description, lists: stream.lists(), actors: &actors })?;
    let bytes = place.finish()?;
    stream.progress().hide();
    eprintln!(
        "dateline: wrote {} with {} to {} ({}, {} KB) in {:.1} s",
        count(stream.articles(), "article"),
        count(mentioned, "mention"),
        options.output.display(),
        count(TABLES.len() + usize::from(options.signatures), "table"),
        bytes.div_ceil(1024),
        stream.progress().time().as_secs_f64()
    );
    checked
}
