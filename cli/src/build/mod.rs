//! `dateline build`: fills a built page with a corpus. The only way from a corpus to a page.

mod compressed;
mod options;
mod output;
mod page;
mod tables;

use crate::failure::Failure;
use crate::input;
use crate::terminal::{Progress, say};
use dateline_builder::{Held, OpenedBy, Packs, Page};
use dateline_engine::actors::annotate;
use dateline_engine::corpus::Corpus;
use dateline_engine::wording::count;
pub(crate) use options::{Options, PageOptions};
use output::Output;
pub(crate) use page::{Template, is_page, page_inside};
use std::path::PathBuf;
use std::time::Duration;

/// Writes the page of `paths`.
///
/// # Errors
/// Where the output is a folder of texts, a list cannot be read, no article was found, or the page cannot be found,
/// filled or written.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], options: &Options) -> Result<(), Failure> {
    let output = options.output.as_path();
    let full = output.canonicalize().ok();
    let is_there = |path: &PathBuf| {
        let path = path.canonicalize().ok();
        // A folder that is read, or that of a file that is.
        let folder = path.as_deref().and_then(|path| if path.is_dir() { Some(path) } else { path.parent() });
        folder.is_some() && folder == full.as_deref()
    };
    if paths.iter().any(is_there) {
        return Err(format!(
            "expected a folder of its own for the page, found that of the texts: {}",
            output.display()
        ));
    }
    let how = &options.page;
    let found = Template::find(how.page.as_deref())?;
    let template = found.folder.as_deref().and_then(|folder| folder.canonicalize().ok());
    if template.is_some() && template == full && (how.single_file || how.opened_by() == OpenedBy::File) {
        return Err(format!(
            "expected another folder than that of the page which is filled, found {}: it could not be filled again",
            output.display()
        ));
    }
    let built = match &options.from {
        _ if options.empty => empty(found.page, how)?,
        Some(tables) => {
            let progress = Progress::new();
            progress.stage("reading tables");
            fill(found.page, tables::read(tables)?, progress, how, "")?
        }
        None => page_of(found.page, paths, lists, how, "")?,
    };
    built.progress.stage("writing");
    Output::open(output)?.put(&built.page)?;
    built.progress.hide();
    say!(
        "dateline: wrote {} to {} ({}, {} KB) in {:.1} s",
        built.says(),
        output.display(),
        count(built.page.files.len(), "file"),
        built.page.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>().div_ceil(1024),
        built.time().as_secs_f64()
    );
    Ok(())
}

/// A page that is made.
pub(crate) struct Built {
    page: Page,
    articles: usize,
    /// Those that count for somebody.
    mentions: usize,
    progress: Progress,
}

impl Built {
    /// What is in it.
    pub(crate) fn says(&self) -> String {
        format!("{} with {}", count(self.articles, "article"), count(self.mentions, "mention"))
    }

    /// How long it took so far.
    pub(crate) fn time(&self) -> Duration {
        self.progress.time()
    }

    /// The name and the bytes of each file.
    pub(crate) fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.page.files
    }
}

/// Fills `page` with no corpus: it waits for the texts of its readers.
fn empty(page: Page, options: &PageOptions) -> Result<Built, Failure> {
    let title = options.title.clone().unwrap_or_else(|| "Dateline".to_owned());
    let corpus = Corpus { title, ..Corpus::default() };
    let progress = Progress::new();
    let page = filled(page, &corpus, None, &progress, options, "")?;
    Ok(Built { page, articles: 0, mentions: 0, progress })
}

/// Fills `page` with the corpus of `paths`, and with `script` beside its own.
///
/// # Errors
/// Where a list cannot be read, no article was found, or the page cannot be filled.
pub(crate) fn page_of(
    page: Page,
    paths: &[PathBuf],
    lists: &[PathBuf],
    options: &PageOptions,
    script: &str,
) -> Result<Built, Failure> {
    let (held, progress) = input::held(paths, lists)?;
    fill(page, held, progress, options, script)
}

/// Fills `page` with a corpus in hand.
fn fill(
    page: Page,
    mut held: Held,
    progress: Progress,
    options: &PageOptions,
    script: &str,
) -> Result<Built, Failure> {
    if let Some(title) = &options.title {
        held.corpus.title.clone_from(title);
    }
    progress.stage("finding actors");
    let mentions = annotate(&held.corpus, &held.gazetteer);
    progress.stage("packing");
    let packs = held.pack_with(&mentions);
    let page = filled(page, &held.corpus, Some(&packs), &progress, options, script)?;
    progress.hide();
    let mentions = mentions.list.iter().filter(|mention| mention.actor.is_some()).count();
    Ok(Built { page, articles: held.corpus.articles.len(), mentions, progress })
}

/// `page` with `corpus` and its `packs`, and with compressed copies where they are asked for.
fn filled(
    page: Page,
    corpus: &Corpus,
    packs: Option<&Packs>,
    progress: &Progress,
    options: &PageOptions,
    script: &str,
) -> Result<Page, Failure> {
    let mut page = dateline_builder::page_of(page, corpus, packs, &options.page(), script)?;
    if options.compress {
        progress.stage("compressing");
        compressed::add(&mut page.files);
    }
    Ok(page)
}
