//! `dateline export`: the corpus as tables that other programs read.

mod before;
mod pieces;
mod place;

use crate::failure::Failure;
use crate::input::{self, mentions};
use crate::spill::Spill;
use crate::terminal::say;
use before::{Added, Before, Kept};
use dateline_engine::actors::Actor;
use dateline_engine::corpus::Corpus;
use dateline_engine::parse::KnownGroups;
use dateline_engine::wording::count;
use dateline_tables::{Format, Source, TABLES, Whole, Writer};
pub(crate) use pieces::Pieces;
use place::TablesFolder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The groups of near-duplicates that are written at once.
const AT_ONCE: usize = 1024;

/// Where the tables are written, and how.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write them into; made where it is missing. Where it holds tables in Parquet, what is new or has changed is
    /// added, and the rest stays; tables of another format are replaced.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of the tables.
    #[arg(long, value_enum, default_value_t)]
    format: Written,
    /// One table more, with which a cluster finds near-duplicates over many runs.
    #[arg(long)]
    signatures: bool,
}

impl Options {
    /// The folder to write them into.
    pub(crate) fn output(&self) -> &Path {
        &self.output
    }
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
    let before = Before::read(&place, options.format.into(), options.signatures, stream.lists());
    let piece = before.as_ref().map_or(1, Before::next);
    if let Some(before) = &before {
        before.hand_to(&mut stream);
    }
    let mut tables = Writer::new(options.format.into(), options.signatures, piece, |name| place.file(name))?;
    let mut spill = Spill::new(place.parent())?;
    let mut whole = Corpus::default();
    let mut named: HashSet<String> = HashSet::new();
    let mut mentioned = 0;
    let mut added = Added::default();
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
        named.extend(mentions.actors.into_iter().map(|actor| actor.id));
        if before.is_some() {
            added.add(&parsed.corpus, stream.same());
        }
        (whole.title, whole.description) = (parsed.corpus.title, parsed.corpus.description);
        next = read;
    }
    let kept = before.as_ref().map(|before| before.kept(stream.same(), stream.articles()));
    let checked = stream.check_with(kept.as_ref().map_or(0, Kept::articles));
    if stream.files() + stream.same().len() == 0 {
        return checked;
    }
    let mut known = KnownGroups::default();
    if let Some(kept) = &kept {
        say!("dateline: {}", kept.says(&added, stream.same().len()));
        if kept.is_all(&added, &whole) {
            say!("dateline: nothing to write; {} stays as it is", options.output.display());
            return checked;
        }
        stream.progress().stage("keeping what is as before");
        kept.copy(&mut tables)?;
        named.extend(kept.actors()?);
        known = kept.spill(&mut spill, &added)?;
    }
    stream.progress().stage("finding near-duplicates");
    let mut groups = Vec::new();
    spill.near_duplicates(&known, |group| {
        groups.push(group);
        if groups.len() < AT_ONCE { Ok(()) } else { tables.add_groups(&std::mem::take(&mut groups)) }
    })?;
    tables.add_groups(&groups)?;
    stream.progress().stage("writing tables");
    let actors: Vec<&Actor> = stream.gazetteer().actors().filter(|actor| named.contains(&actor.id)).collect();
    let Corpus { title, description, .. } = &whole;
    tables.finish(Whole { title, description, lists: stream.lists(), actors: &actors })?;
    let bytes_kept = kept.map_or(Ok(0), |kept| kept.place(&place, piece, &added))?;
    let bytes = place.finish()? - bytes_kept;
    stream.progress().hide();
    say!(
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
