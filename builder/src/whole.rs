//! The road from packs to the files of a page. There is no other.

use crate::compressed::gzip;
use crate::html;
use crate::kit::Kit;
use crate::page::{App, EMBED, INDEX};
use crate::parts::Parts;
use crate::policy::{Kind, policy, sha256};
use crate::{Failure, OpenedBy, Packs, Page, PageOptions, Shards};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_engine::corpus::Corpus;
use dateline_engine::pack::fingerprint;

/// The largest gzipped pack in index.html, in bytes; a larger one is a file beside it, so that the page shows before
/// the pack has loaded.
const INLINE: usize = 192 * 1024;
/// The same limit for the source texts, which few readers open and no one should wait for.
const INLINE_LATER: usize = 48 * 1024;
/// The largest pack that is loaded whole where nothing else is asked for, in bytes before it is compressed.
const LARGE: usize = 12 * 1024 * 1024;

/// What of a page is the same for all its files.
struct Frame<'a> {
    corpus: &'a Corpus,
    /// That of the pack; `None` where the page has none.
    fingerprint: Option<&'a str>,
    options: &'a PageOptions,
    /// A script beside the page's own.
    script: &'a str,
    /// The files of the corpus, where it is in many.
    parts: &'a [Vec<u8>],
}

/// A gzipped binary on its way into the page.
struct Packed {
    /// The id of its element in index.html.
    id: &'static str,
    /// The fingerprint, which is part of its file's name.
    fingerprint: String,
    /// The most bytes with which it stands in index.html and not in a file.
    most: usize,
    /// The gzipped bytes.
    gzipped: Vec<u8>,
}

impl Packed {
    fn new(id: &'static str, most: usize, bytes: &[u8]) -> Packed {
        Packed { id, fingerprint: fingerprint(bytes), most, gzipped: gzip(bytes) }
    }
}

/// The page of `corpus`, whose binaries are `packs`: `page` with its slots filled, and with `script` beside its own.
/// Without packs it is a page that waits for the texts of its readers.
///
/// # Errors
/// Where a file or a slot of `page` is missing.
pub fn page_of(
    page: Page,
    corpus: &Corpus,
    packs: Option<&Packs>,
    options: &PageOptions,
    script: &str,
) -> Result<Page, Failure> {
    let kit = page.kit.as_ref().filter(|_| !options.closed).map(|Kit(gzipped)| Packed {
        id: Kit::ID,
        fingerprint: fingerprint(gzipped),
        most: 0,
        gzipped: gzipped.clone(),
    });
    if packs.is_none() && kit.is_none() {
        return Err(
            "expected a page that takes texts of its readers, found one that does not; build the page again"
                .to_owned(),
        );
    }
    let plain = packs.map(Packs::in_one).transpose().map_err(|error| error.to_string())?;
    let packs = plain.as_deref();
    let is_sharded = |packs: &&Packs| match options.shards {
        _ if options.single_file => false,
        Shards::Always => true,
        Shards::Never => false,
        Shards::Auto => packs.pack.len() > LARGE,
    };
    let shards =
        packs.filter(is_sharded).map(Packs::in_files).transpose().map_err(|error| error.to_string())?;
    if let Some(found) = shards.as_ref().map(|(_, files)| files.len()).filter(|found| *found > Parts::MOST) {
        return Err(format!(
            "expected a corpus of at most {} files, found one of {found}; make several pages of it",
            Parts::MOST
        ));
    }
    let (pack, sources, parts) = match (&shards, packs) {
        (Some((head, files)), _) => (Some(head), None, files.as_slice()),
        (None, packs) => (packs.map(|packs| &packs.pack), packs.map(|packs| &packs.sources), &[][..]),
    };
    let binaries = [
        pack.map(|pack| Packed::new("pack", INLINE, pack)),
        sources.map(|sources| Packed::new("sources", INLINE_LATER, sources)),
        kit,
    ];
    let fingerprint = pack.map(|pack| fingerprint(pack));
    let frame = Frame { corpus, fingerprint: fingerprint.as_deref(), options, script, parts };
    let binaries = binaries.into_iter().flatten();
    let mut page = match options.single_file {
        true => single(page, &frame, binaries)?,
        false => folder(page, &frame, binaries)?,
    };
    if let Some(base_url) = &options.base_url {
        page.files.push((html::OEMBED.to_owned(), html::oembed(corpus, base_url).into_bytes()));
    }
    Ok(page)
}

/// The page as a folder of files, which a web host serves and a double click opens.
fn folder(mut page: Page, frame: &Frame<'_>, packs: impl Iterator<Item = Packed>) -> Result<Page, Failure> {
    let opened_by = frame.options.opened_by;
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
    let parts = frame
        .fingerprint
        .filter(|_| !frame.parts.is_empty())
        .map(|fingerprint| Parts::new(fingerprint, frame.parts.len()));
    if let Some(parts) = &parts {
        slot += &parts.html();
        for (name, part) in parts.names().zip(frame.parts) {
            let gzipped = gzip(part);
            if opened_by != OpenedBy::Host {
                page.files.push((format!("{name}.js"), as_script(&name, &gzipped)));
            }
            if opened_by != OpenedBy::File {
                page.files.push((name, gzipped));
            }
        }
    }
    let app = page.app()?;
    let (js, wasm) = (page.file(&app.js)?, page.file(&app.wasm)?);
    // What another page loads to show this one; nobody does who opens it by double click.
    if opened_by == OpenedBy::File {
        page.files.retain(|(name, _)| name != EMBED);
    }
    let embed = page.file(EMBED).is_ok();
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
fn single(mut page: Page, frame: &Frame<'_>, packs: impl Iterator<Item = Packed>) -> Result<Page, Failure> {
    let app = page.app()?;
    let wasm = page.file(&app.wasm)?;
    let js = page.file(&app.js)?;
    page.fill("app", &format!("{}{}", inline("js", &gzip(&js)), inline("wasm", &gzip(&wasm))))?;
    page.inline_icons();
    let packs: String = packs.map(|packed| inline(packed.id, &packed.gzipped)).collect();
    fill(&mut page, frame, &packs, Kind::SingleFile)?;
    page.files.retain(|(name, _)| name == INDEX);
    Ok(page)
}

/// Fills the slots of `page`; `packs` is the HTML of its binaries. The policy is the last, which names
/// what the page is made of.
fn fill(page: &mut Page, frame: &Frame<'_>, packs: &str, kind: Kind) -> Result<(), Failure> {
    let Frame { corpus, fingerprint, options, script, .. } = *frame;
    page.set_theme(options.theme)?;
    page.fill("head", &html::head(corpus, fingerprint, options))?;
    page.fill("masthead", &html::masthead(corpus))?;
    let articles = if fingerprint.is_some() { html::articles(corpus) } else { html::start() };
    page.fill("articles", &articles)?;
    page.fill("pack", &format!("{packs}{script}"))?;
    let policy = policy(page.index()?, kind);
    page.fill("policy", &policy)
}

/// The app's files for boot.js: their names, what they must be, and how much there is to load; and the script for pages
/// around, which boot.js does not load.
fn loaded(app: &App, js: &[u8], wasm: &[u8], embed: bool) -> String {
    let files = serde_json::json!({
        "embed": embed.then(|| format!("./{EMBED}")),
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
