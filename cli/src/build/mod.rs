//! `dateline build`: fills a built page with a corpus. The only way from a corpus to a page.

mod compressed;
mod html;
mod options;
mod output;
mod page;
mod policy;

use crate::failure::Failure;
use crate::input;
use crate::terminal::Progress;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use compressed::gzip;
use dateline_engine::actors::Lists;
use dateline_engine::corpus::{Corpus, SourceText};
use dateline_engine::pack;
use dateline_engine::parse::Bounds;
use dateline_engine::wording::count;
use options::OpenedBy;
pub(crate) use options::{Options, PageOptions};
use output::Output;
use page::App;
pub(crate) use page::{Page, is_page, page_inside};
use policy::{Kind, policy, sha256};
use std::path::PathBuf;
use std::time::Duration;

/// The largest gzipped pack in index.html, in bytes; a larger one is a file beside it, so that the page shows before
/// the pack has loaded.
const INLINE: usize = 192 * 1024;
/// The same limit for the source texts, which few readers open and no one should wait for.
const INLINE_LATER: usize = 48 * 1024;

/// What of a page is the same for all its files.
struct Frame<'a> {
    corpus: &'a Corpus,
    fingerprint: &'a str,
    options: &'a PageOptions,
    /// A script beside the page's own.
    script: &'a str,
}

/// A gzipped binary on its way into the page.
struct Packed<'a> {
    /// The id of its element in index.html.
    id: &'static str,
    /// The fingerprint, which is part of its file's name.
    fingerprint: &'a str,
    /// The most bytes with which it stands in index.html and not in a file.
    most: usize,
    /// The gzipped bytes.
    gzipped: Vec<u8>,
}

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
    let page = Page::find(how.page.as_deref())?;
    let template = page.folder.as_deref().and_then(|folder| folder.canonicalize().ok());
    if template.is_some() && template == full && (how.single_file || how.opened_by == OpenedBy::File) {
        return Err(format!(
            "expected another folder than that of the page which is filled, found {}: it could not be filled again",
            output.display()
        ));
    }
    let built = page_of(page, paths, lists, how, "")?;
    built.progress.stage("writing");
    Output::open(output)?.put(&built.page)?;
    built.progress.hide();
    eprintln!(
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
    let input = input::read(paths, lists)?;
    input.check()?;
    let ids = input.parsed.corpus.ids();
    let texts = ids.filter_map(|(id, _)| SourceText::of(&input.parsed, id, Bounds::PAGE)).collect::<Vec<_>>();
    let (mut corpus, mentions, gazetteer, progress) = input.annotated();
    if let Some(title) = &options.title {
        corpus.title.clone_from(title);
    }
    progress.stage("packing");
    let pack = pack::encode(&corpus, &mentions, &Lists::new(&corpus, gazetteer));
    let fingerprint = pack::fingerprint(&pack);
    let sources = pack::encode_source_texts(texts.into_iter(), &pack);
    let packs = [
        Packed { id: "pack", fingerprint: &fingerprint, most: INLINE, gzipped: gzip(&pack) },
        Packed {
            id: "sources",
            fingerprint: &pack::fingerprint(&sources),
            most: INLINE_LATER,
            gzipped: gzip(&sources),
        },
    ];
    let frame = Frame { corpus: &corpus, fingerprint: &fingerprint, options, script };
    let mut built = match options.single_file {
        true => single(page, &frame, packs)?,
        false => folder(page, &frame, packs, options.opened_by)?,
    };
    if let Some(base_url) = &options.base_url {
        built.files.push((html::OEMBED.to_owned(), html::oembed(&corpus, base_url).into_bytes()));
    }
    if options.compress {
        progress.stage("compressing");
        compressed::add(&mut built.files);
    }
    progress.hide();
    let mentions = mentions.list.iter().filter(|mention| mention.actor.is_some()).count();
    Ok(Built { page: built, articles: corpus.articles.len(), mentions, progress })
}

/// The page as a folder of files, which a web host serves and a double click opens.
fn folder(
    mut page: Page,
    frame: &Frame<'_>,
    packs: [Packed<'_>; 2],
    opened_by: OpenedBy,
) -> Result<Page, Failure> {
    let mut slot = String::new();
    let mut binaries = Vec::new();
    for Packed { id, fingerprint, most, gzipped } in packs {
        if gzipped.len() <= most {
            slot += &inline(id, &gzipped);
            continue;
        }
        let name = format!("{id}-{fingerprint}.bin");
        slot += &format!(
            "<script id=\"{id}\" type=\"application/octet-stream\" data-file=\"./{name}\" data-sha256=\"{}\" \
             data-bytes=\"{}\"></script>",
            sha256(&gzipped),
            gzipped.len()
        );
        page.files.push((format!("{name}.js"), as_script(&name, &gzipped)));
        page.files.push((name.clone(), gzipped));
        binaries.push(name);
    }
    let app = page.app()?;
    let (js, wasm) = (page.file(&app.js)?, page.file(&app.wasm)?);
    // What another page loads to show this one; nobody does who opens it by double click.
    if opened_by == OpenedBy::File {
        page.files.retain(|(name, _)| name != page::EMBED);
    }
    let embed = page.file(page::EMBED).is_ok();
    page.fill("app", &loaded(&app, &js, &wasm, embed))?;
    let script = (format!("{}.js", app.wasm), as_script(&app.wasm, &gzip(&wasm)));
    page.files.push(script);
    binaries.push(app.wasm);
    let is_left_out = |name: &str| match opened_by {
        OpenedBy::Host => binaries.iter().any(|binary| name.strip_suffix(".js") == Some(binary)),
        OpenedBy::File => binaries.iter().any(|binary| name == binary),
        OpenedBy::Both => false,
    };
    page.files.retain(|(name, _)| !is_left_out(name));
    fill(&mut page, frame, &slot, Kind::Folder)?;
    Ok(page)
}

/// The page as one file, with nothing beside it.
fn single(mut page: Page, frame: &Frame<'_>, packs: [Packed<'_>; 2]) -> Result<Page, Failure> {
    let app = page.app()?;
    let wasm = page.file(&app.wasm)?;
    let js = page.file(&app.js)?;
    page.fill("app", &format!("{}{}", inline("js", &gzip(&js)), inline("wasm", &gzip(&wasm))))?;
    page.inline_icons();
    let packs = packs.map(|packed| inline(packed.id, &packed.gzipped)).concat();
    fill(&mut page, frame, &packs, Kind::SingleFile)?;
    page.files.retain(|(name, _)| name == page::INDEX);
    Ok(page)
}

/// Fills the slots of `page`; `packs` is the HTML of its binaries. The policy is the last, which names
/// what the page is made of.
fn fill(page: &mut Page, frame: &Frame<'_>, packs: &str, kind: Kind) -> Result<(), Failure> {
    let Frame { corpus, fingerprint, options, script } = *frame;
    page.set_theme(options.theme)?;
    page.fill("head", &html::head(corpus, fingerprint, options))?;
    page.fill("masthead", &html::masthead(corpus))?;
    page.fill("articles", &html::articles(corpus))?;
    page.fill("pack", &format!("{packs}{script}"))?;
    let policy = policy(page.index()?, kind);
    page.fill("policy", &policy)
}

/// The app's files for boot.js: their names, what they must be, and how much there is to load; and the script for pages
/// around, which boot.js does not load.
fn loaded(app: &App, js: &[u8], wasm: &[u8], embed: bool) -> String {
    let files = serde_json::json!({
        "embed": embed.then(|| format!("./{}", page::EMBED)),
        "js": format!("./{}", app.js),
        "wasm": format!("./{}", app.wasm),
        "sha256": { "js": sha256(js), "wasm": sha256(wasm) },
        "bytes": wasm.len(),
    });
    format!("<script id=\"app-files\" type=\"application/json\">{files}</script>")
}

/// `gzipped` in base64, in a script element that is never run.
fn inline(id: &str, gzipped: &[u8]) -> String {
    format!("<script id=\"{id}\" type=\"application/octet-stream\">{}</script>", STANDARD.encode(gzipped))
}

/// The file `name` once more as a script, because browsers load scripts from `file://`, but nothing else.
fn as_script(name: &str, gzipped: &[u8]) -> Vec<u8> {
    let name = serde_json::to_string(name).expect("a text");
    format!("(window.datelineFiles ??= {{}})[{name}] = \"{}\";\n", STANDARD.encode(gzipped)).into_bytes()
}
