//! A built page: its files, and the slots of its index.html that a corpus fills. A filled page can be filled again.

use super::compressed;
use super::html::OEMBED;
use super::options::Theme;
use crate::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::path::{Path, PathBuf};

/// The file that holds the slots.
pub(super) const INDEX: &str = "index.html";

/// The script with which another page shows this one.
pub(super) const EMBED: &str = "embed.js";

/// The files of the page that was embedded in this program when it was built; empty where none was.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// The files of a page, all in one folder.
pub(crate) struct Page {
    /// The folder that they were read from; `None` for those in this program.
    pub(super) folder: Option<PathBuf>,
    /// The name and the bytes of each file.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// The page in this program, for people: the name of its app, which changes with the app.
pub(crate) fn page_inside() -> String {
    let app = EMBEDDED.iter().find_map(|(name, _)| name.strip_suffix("_bg.wasm"));
    app.map_or_else(|| "no page inside".to_owned(), |app| format!("page {app}"))
}

/// The names of the app's script and of its WebAssembly module.
#[derive(serde::Deserialize)]
pub(super) struct App {
    pub(super) js: String,
    pub(super) wasm: String,
}

impl Page {
    /// The page in `folder`; without it the one in this program, or else in `dist` in a folder above the working
    /// directory or above this program.
    ///
    /// # Errors
    /// Where there is no page, or its files cannot be read.
    pub(crate) fn find(folder: Option<&Path>) -> Result<Page, Failure> {
        if let Some(folder) = folder {
            return Page::read(folder);
        }
        if !EMBEDDED.is_empty() {
            let own = EMBEDDED.iter().filter(|(name, _)| !is_made_here(name));
            return Ok(Page {
                folder: None,
                files: own.map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect(),
            });
        }
        let program = std::env::current_exe().ok();
        let here = std::env::current_dir().ok();
        let starts = [here, program];
        let above = starts.iter().flatten().flat_map(|start| start.ancestors());
        let dist = above.map(|folder| folder.join("dist")).find(|dist| is_page(dist));
        match dist {
            Some(dist) => Page::read(&dist),
            None => Err("expected a built page to fill, found none in this program nor in a folder `dist` here; run `cargo xtask build` in the repository, or name a page with --page DIR".to_owned()),
        }
    }

    /// The page in `folder`, without what an earlier build made there.
    fn read(folder: &Path) -> Result<Page, Failure> {
        let failed = |e: std::io::Error| {
            format!("expected a built page in {}, found otherwise: {e}", folder.display())
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_file() && is_name(&name) && !is_made_here(&name) {
                files.push((name, std::fs::read(&path).map_err(failed)?));
            }
        }
        files.sort();
        let page = Page { folder: Some(folder.to_owned()), files };
        page.index().map_err(|e| format!("{}: {e}", folder.display()))?;
        Ok(page)
    }

    /// The text of index.html.
    pub(super) fn index(&self) -> Result<&str, Failure> {
        let found = self.files.iter().find(|(name, _)| name == INDEX);
        let (_, bytes) =
            found.ok_or("expected a built page, found no index.html; run `cargo xtask build`")?;
        std::str::from_utf8(bytes).map_err(|_| "expected index.html in UTF-8, found otherwise".to_owned())
    }

    /// The names of the app's files, without `./`.
    ///
    /// # Errors
    /// Where index.html does not hold them, as in a page of one file.
    pub(super) fn app(&self) -> Result<App, Failure> {
        let slot =
            self.index()?.split_once(&open("app")).and_then(|(_, rest)| rest.split_once(&close("app")));
        let json = slot.and_then(|(slot, _)| slot.get(slot.find('{')?..=slot.rfind('}')?));
        let app: Option<App> = json.and_then(|json| serde_json::from_str(json).ok());
        let app = app.ok_or("expected the names of the app's files in index.html, found none; a page in one file cannot be filled again, use a page that is a folder")?;
        let plain = |name: String| name.trim_start_matches("./").to_owned();
        Ok(App { js: plain(app.js), wasm: plain(app.wasm) })
    }

    /// The bytes of the file `name`.
    ///
    /// # Errors
    /// Where the page has no such file.
    pub(super) fn file(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let found = self.files.iter().find(|(n, _)| n == name);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| format!("expected {name} beside index.html, found none; build the page again"))
    }

    /// Puts `html` into the slot `name` of index.html, in place of what was there.
    ///
    /// # Errors
    /// Where index.html has no such slot.
    pub(super) fn fill(&mut self, name: &str, html: &str) -> Result<(), Failure> {
        let (open, close) = (open(name), close(name));
        let index = self.index()?;
        let parts = index.split_once(&open).and_then(|(head, rest)| Some((head, rest.split_once(&close)?.1)));
        let (head, tail) = parts.ok_or_else(|| {
            format!("expected the slot `{name}` in index.html, found none; build the page again")
        })?;
        let filled = format!("{head}{open}{html}{close}{tail}");
        self.set_index(filled);
        Ok(())
    }

    /// Gives the page its colours.
    ///
    /// # Errors
    /// Where index.html does not begin as a page does.
    pub(super) fn set_theme(&mut self, theme: Theme) -> Result<(), Failure> {
        let index = self.index()?;
        let around =
            index.split_once("<html").and_then(|(doctype, rest)| Some((doctype, rest.split_once('>')?.1)));
        let (doctype, rest) =
            around.ok_or("expected an element <html> in index.html, found none; build the page again")?;
        let asked = match theme {
            Theme::Light => " data-theme=\"light\"",
            Theme::Dark => " data-theme=\"dark\"",
            Theme::Auto => "",
        };
        let themed = format!("{doctype}<html lang=\"en\"{asked}>{rest}");
        self.set_index(themed);
        Ok(())
    }

    fn set_index(&mut self, html: String) {
        if let Some((_, bytes)) = self.files.iter_mut().find(|(name, _)| name == INDEX) {
            *bytes = html.into_bytes();
        }
    }

    /// Replaces the links to SVG icons in index.html by `data:` URLs.
    pub(super) fn inline_icons(&mut self) {
        let Ok(mut index) = self.index().map(str::to_owned) else { return };
        for (name, bytes) in self.files.iter().filter(|(name, _)| name.ends_with(".svg")) {
            let data = format!("data:image/svg+xml;base64,{}", STANDARD.encode(bytes));
            index = index.replace(&format!("\"./{name}\""), &format!("\"{data}\""));
        }
        self.set_index(index);
    }
}

/// The files that this index.html of a page names, which belong to that page; itself among them. Names of other folders
/// are none.
pub(super) fn named_files(index: &str) -> Vec<String> {
    let quoted = index.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<String> = vec![INDEX.to_owned()];
    // This one is named with the address at which the page stands.
    names.extend(index.contains(&format!("/{OEMBED}\"")).then(|| OEMBED.to_owned()));
    for name in quoted.filter(|name| is_name(name)).map(str::to_owned) {
        let twin = format!("{name}.js");
        names.extend([name, twin]);
    }
    if index.contains(compressed::MARK) {
        let copies: Vec<_> = names.iter().flat_map(|name| compressed::names(name)).collect();
        names.extend(copies);
    }
    names
}

/// Whether this is the name of a file in the page's own folder.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.')
}

/// Whether `folder` holds a page.
pub(crate) fn is_page(folder: &Path) -> bool {
    std::fs::read_to_string(folder.join(INDEX)).is_ok_and(|index| is_index(&index))
}

/// Whether this is the index.html of a page.
pub(super) fn is_index(html: &str) -> bool {
    html.contains(&open("pack"))
}

/// Whether filling a page makes the file `name`: it belongs to a corpus, not to the page.
fn is_made_here(name: &str) -> bool {
    is_pack(name) || [".wasm.js", ".gz", ".br"].iter().any(|end| name.ends_with(end)) || name == OEMBED
}

/// Whether the file `name` is a pack or the source texts, by itself or as a script.
fn is_pack(name: &str) -> bool {
    let prefixes = ["pack-", "sources-"].into_iter();
    prefixes.filter_map(|prefix| name.strip_prefix(prefix)).any(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        digits == 8 && matches!(&rest[8..], ".bin" | ".bin.js")
    })
}

/// The comment at which a slot begins.
fn open(slot: &str) -> String {
    format!("<!--dateline:{slot}-->")
}

/// The comment at which a slot ends.
fn close(slot: &str) -> String {
    format!("<!--/dateline:{slot}-->")
}
