//! `dateline build`: fills a built page with a corpus. The only way from a corpus to a page.

mod html;
mod output;
mod page;
mod policy;

use crate::failure::Failure;
use crate::input;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_engine::actors::Lists;
use dateline_engine::corpus::{Corpus, SourceText};
use dateline_engine::pack;
use dateline_engine::parse::Bounds;
use dateline_engine::report::is_web;
use dateline_engine::wording::count;
use flate2::{Compression, write::GzEncoder};
use output::Output;
pub(crate) use page::is_page;
use page::{App, Page};
use policy::{Kind, policy, sha256};
use std::io::Write as _;
use std::path::PathBuf;

/// The largest gzipped pack in index.html, in bytes; a larger one is a file beside it, so that the page shows before
/// the pack has loaded.
const INLINE: usize = 192 * 1024;
/// The same limit for the source texts, which few readers open and no one should wait for.
const INLINE_LATER: usize = 48 * 1024;

/// How the page is made.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write it into; made where it is missing.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Everything in one index.html, to send by mail or open by double click.
    #[arg(long)]
    single_file: bool,
    /// What opens the page: a web host needs no scripts beside the binaries, a double click no binaries.
    #[arg(long = "for", value_name = "WHERE", value_enum, default_value_t)]
    opened_by: OpenedBy,
    /// The page's title, in place of that of `corpus.toml` or of the folder.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Where the page will stand: with it, other sites can embed the page by its address alone (oEmbed).
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// A built page to fill; without it the one in this program, or else `dist` here or beside it.
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
}

/// What opens a page that is a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum OpenedBy {
    /// A web host; not in a frame that is kept apart from it.
    Host,
    /// A double click, or a frame that is kept apart from its host.
    File,
    /// All of these.
    #[default]
    Both,
}

/// An address that other sites can follow, with a slash at its end.
fn base_url(text: &str) -> Result<String, String> {
    match is_web(text) && !text.contains(['?', '#']) {
        true => Ok(format!("{}/", text.trim_end_matches('/'))),
        false => Err("expected an address as `https://example.org/page/`".to_owned()),
    }
}

/// What of a page is the same for all its files.
struct Frame<'a> {
    corpus: &'a Corpus,
    fingerprint: &'a str,
    base_url: Option<&'a str>,
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
    let input = input::read(paths, lists)?;
    input.check()?;
    let page = Page::find(options.page.as_deref())?;
    let template = page.folder.as_deref().and_then(|folder| folder.canonicalize().ok());
    if template.is_some() && template == full && (options.single_file || options.opened_by == OpenedBy::File)
    {
        return Err(format!(
            "expected another folder than that of the page which is filled, found {}: it could not be filled again",
            output.display()
        ));
    }
    let ids = input.parsed.corpus.ids();
    let texts = ids.filter_map(|(id, _)| SourceText::of(&input.parsed, id, Bounds::PAGE)).collect::<Vec<_>>();
    let (mut corpus, mentions, gazetteer) = input.annotated();
    if let Some(title) = &options.title {
        corpus.title.clone_from(title);
    }
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
    let base_url = options.base_url.as_deref();
    let frame = Frame { corpus: &corpus, fingerprint: &fingerprint, base_url };
    let mut built = match options.single_file {
        true => single(page, &frame, packs)?,
        false => folder(page, &frame, packs, options.opened_by)?,
    };
    if let Some(base_url) = base_url {
        built.files.push((html::OEMBED.to_owned(), html::oembed(&corpus, base_url).into_bytes()));
    }
    let bytes: usize = built.files.iter().map(|(_, bytes)| bytes.len()).sum();
    let files = count(built.files.len(), "file");
    Output::open(output)?.put(&built)?;
    let articles = count(corpus.articles.len(), "article");
    let counted = mentions.list.iter().filter(|mention| mention.actor.is_some());
    let mentions = count(counted.count(), "mention");
    eprintln!(
        "dateline: wrote {articles} with {mentions} to {} ({files}, {} KB)",
        output.display(),
        bytes.div_ceil(1024)
    );
    Ok(())
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
    page.fill("app", &loaded(&app, &js, &wasm))?;
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
    let Frame { corpus, fingerprint, base_url } = *frame;
    page.fill("head", &html::head(corpus, fingerprint, base_url))?;
    page.fill("masthead", &html::masthead(corpus))?;
    page.fill("articles", &html::articles(corpus))?;
    page.fill("pack", packs)?;
    let policy = policy(page.index()?, kind);
    page.fill("policy", &policy)
}

/// The app's files for boot.js: their names, what they must be, and how much there is to load.
fn loaded(app: &App, js: &[u8], wasm: &[u8]) -> String {
    let files = serde_json::json!({
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

/// `bytes` gzipped, without a time in the header, so that the same input gives the same output.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory")
}
