//! `dateline build`: fills a built page with a corpus. The only way from a corpus to a page.

mod html;
mod page;

use crate::failure::Failure;
use crate::input;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_engine::actors::Lists;
use dateline_engine::corpus::{Corpus, SourceText};
use dateline_engine::pack;
use dateline_engine::parse::Bounds;
use dateline_engine::wording::count;
use flate2::{Compression, write::GzEncoder};
use page::Page;
pub(crate) use page::is_page;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The largest gzipped pack in index.html, in bytes; a larger one is a file beside it, so that the page shows before
/// the pack has loaded.
const INLINE: usize = 192 * 1024;
/// The same limit for the source texts, which few readers open and no one should wait for.
const INLINE_LATER: usize = 48 * 1024;

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

/// Writes the page of `paths` into the folder `output`, as one file or several, from the built page `page`.
///
/// # Errors
/// Where `output` is a folder of texts, a list cannot be read, no article was found, or the page cannot be found,
/// filled or written.
pub(crate) fn run(
    paths: &[PathBuf],
    lists: &[PathBuf],
    output: &Path,
    single_file: bool,
    page: Option<&Path>,
) -> Result<(), Failure> {
    let same = |path: &PathBuf| {
        path.canonicalize().is_ok_and(|full| output.canonicalize().is_ok_and(|out| out == full))
    };
    if paths.iter().any(same) {
        return Err(format!(
            "expected a folder of its own for the page, found that of the texts: {}",
            output.display()
        ));
    }
    let input = input::read(paths, lists)?;
    input.check()?;
    let page = Page::find(page)?;
    let ids = input.parsed.corpus.ids();
    let texts = ids.filter_map(|(id, _)| SourceText::of(&input.parsed, id, Bounds::PAGE)).collect::<Vec<_>>();
    let (corpus, mentions, gazetteer) = input.annotated();
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
    let built = if single_file { single(page, &corpus, packs)? } else { folder(page, &corpus, packs)? };
    let bytes: usize = built.files.iter().map(|(_, bytes)| bytes.len()).sum();
    let files = count(built.files.len(), "file");
    built.write(output)?;
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
fn folder(mut page: Page, corpus: &Corpus, packs: [Packed<'_>; 2]) -> Result<Page, Failure> {
    let mut slot = String::new();
    for Packed { id, fingerprint, most, gzipped } in packs {
        if gzipped.len() <= most {
            slot += &inline(id, &gzipped);
            continue;
        }
        let name = format!("{id}-{fingerprint}.bin");
        slot += &format!(
            "<script id=\"{id}\" type=\"application/octet-stream\" data-file=\"./{name}\"></script>"
        );
        page.files.push((format!("{name}.js"), as_script(&name, &gzipped)));
        page.files.push((name, gzipped));
    }
    let app = page.app()?;
    let wasm = page.file(&app.wasm)?;
    let script = (format!("{}.js", app.wasm), as_script(&app.wasm, &gzip(&wasm)));
    page.files.push(script);
    fill(&mut page, corpus, &slot)?;
    Ok(page)
}

/// The page as one file, with nothing beside it.
fn single(mut page: Page, corpus: &Corpus, packs: [Packed<'_>; 2]) -> Result<Page, Failure> {
    let app = page.app()?;
    let wasm = page.file(&app.wasm)?;
    let js = page.file(&app.js)?;
    page.fill("app", &format!("{}{}", inline("js", &gzip(&js)), inline("wasm", &gzip(&wasm))))?;
    fill(&mut page, corpus, &packs.map(|packed| inline(packed.id, &packed.gzipped)).concat())?;
    page.inline_icons();
    page.files.retain(|(name, _)| name == page::INDEX);
    Ok(page)
}

/// Fills the slots of `page` from `corpus`; `packs` is the HTML of its binaries.
fn fill(page: &mut Page, corpus: &Corpus, packs: &str) -> Result<(), Failure> {
    page.fill("head", &html::head(corpus))?;
    page.fill("masthead", &html::masthead(corpus))?;
    page.fill("articles", &html::articles(corpus))?;
    page.fill("pack", packs)
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
