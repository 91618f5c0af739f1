//! A built page: its files, and the slots of its index.html that a corpus fills. A filled page can be filled again.

use crate::compressed::{MARK, copies_of};
use crate::html::OEMBED;
use crate::kit::{Kit, PARTS};
use crate::parts::Parts;
use crate::{Failure, Theme};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_engine::order;

/// The file that holds the slots.
pub const INDEX: &str = "index.html";

/// What the name of the file of a [`Kit`] begins with.
const KIT_PREFIX: &str = "open-";

/// The script with which another page shows this one.
pub(crate) const EMBED: &str = "embed.js";

/// The files of a page, all in one folder.
#[derive(Clone)]
pub struct Page {
    /// The name and the bytes of each file.
    pub files: Vec<(String, Vec<u8>)>,
    /// What it takes texts with; `None` where it cannot.
    pub(crate) kit: Option<Kit>,
}

/// The names of the app's script and of its WebAssembly module.
#[derive(serde::Deserialize)]
pub(crate) struct App {
    pub(crate) js: String,
    pub(crate) wasm: String,
}

impl Page {
    /// The page with these `files`, those that an earlier filling made among them.
    ///
    /// # Errors
    /// Where there is no index.html.
    pub fn new(files: Vec<(String, Vec<u8>)>) -> Result<Page, Failure> {
        let (made, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| is_made_here(name));
        let kit = made.into_iter().find(|(name, _)| is_kit(name));
        let mut page = Page { files, kit: kit.map(|(_, gzipped)| Kit(gzipped)) };
        page.sort();
        page.index()?;
        if let Some(kit) = page.kit_of_parts()? {
            page.kit = Some(kit);
        }
        page.files.retain(|(name, _)| !Kit::is_loose(name));
        Ok(page)
    }

    /// The page that `kit` came with, whose app is `wasm`.
    ///
    /// # Errors
    /// Where the bytes are no kit.
    pub fn of_kit(kit: Kit, wasm: Vec<u8>) -> Result<Page, Failure> {
        let mut page = Page { files: kit.files()?, kit: Some(kit) };
        page.files.retain(|(name, _)| !Kit::is_loose(name));
        let name = page.app()?.wasm;
        page.files.push((name, wasm));
        page.sort();
        Ok(page)
    }

    /// The kit that its loose parts make, as Trunk builds them; `None` where they are not all there.
    fn kit_of_parts(&self) -> Result<Option<Kit>, Failure> {
        if !PARTS.iter().all(|part| self.files.iter().any(|(name, _)| name == part)) {
            return Ok(None);
        }
        let app = self.app()?;
        let index = self.empty_index()?;
        let others = self.files.iter().filter(|(name, _)| name != INDEX && *name != app.wasm);
        let others = others.map(|(name, bytes)| (&**name, &**bytes));
        Ok(Some(Kit::holding(others.chain([(INDEX, index.as_bytes())]).collect())))
    }

    /// Sorts the files by name, so that the same page gives the same bytes.
    fn sort(&mut self) {
        order::by(&mut self.files, |a, b| a.0.cmp(&b.0));
    }

    /// index.html with empty slots, as it was before it was filled.
    ///
    /// # Errors
    /// Where a slot is missing.
    pub(crate) fn empty_index(&self) -> Result<String, Failure> {
        let App { js, wasm } = self.app()?;
        let mut page = Page { files: vec![(INDEX.to_owned(), self.file(INDEX)?)], kit: None };
        page.set_theme(Theme::Auto)?;
        let app = serde_json::json!({ "js": format!("./{js}"), "wasm": format!("./{wasm}") });
        page.fill("app", &format!("<script id=\"app-files\" type=\"application/json\">{app}</script>"))?;
        for slot in ["policy", "head", "masthead", "articles", "pack"] {
            page.fill(slot, "")?;
        }
        page.index().map(str::to_owned)
    }

    /// The text of index.html.
    pub(crate) fn index(&self) -> Result<&str, Failure> {
        let found = self.files.iter().find(|(name, _)| name == INDEX);
        let (_, bytes) =
            found.ok_or("expected a built page, found no index.html; run `cargo xtask build`")?;
        std::str::from_utf8(bytes).map_err(|_| "expected index.html in UTF-8, found otherwise".to_owned())
    }

    /// The names of the app's files, without `./`.
    ///
    /// # Errors
    /// Where index.html does not hold them, as in a page of one file.
    pub(crate) fn app(&self) -> Result<App, Failure> {
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
    pub(crate) fn file(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let found = self.files.iter().find(|(n, _)| n == name);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| format!("expected {name} beside index.html, found none; build the page again"))
    }

    /// Puts `html` into the slot `name` of index.html, in place of what was there.
    ///
    /// # Errors
    /// Where index.html has no such slot.
    pub(crate) fn fill(&mut self, name: &str, html: &str) -> Result<(), Failure> {
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
    pub(crate) fn set_theme(&mut self, theme: Theme) -> Result<(), Failure> {
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
    pub(crate) fn inline_icons(&mut self) {
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
pub fn named_files(index: &str) -> Vec<String> {
    let quoted = index.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    let mut names: Vec<String> = vec![INDEX.to_owned()];
    // This one is named with the address at which the page stands.
    names.extend(index.contains(&format!("/{OEMBED}\"")).then(|| OEMBED.to_owned()));
    for name in quoted.filter(|name| is_name(name)).map(str::to_owned) {
        let twin = format!("{name}.js");
        names.extend([name, twin]);
    }
    let parts = Parts::told(index).into_iter().flat_map(|parts| parts.names().collect::<Vec<_>>());
    for name in parts {
        let twin = format!("{name}.js");
        names.extend([name, twin]);
    }
    if index.contains(MARK) {
        let copies: Vec<_> = names.iter().flat_map(|name| copies_of(name)).collect();
        names.extend(copies);
    }
    names
}

/// Whether this is the name of a file in the page's own folder.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.')
}

/// Whether this is the index.html of a page.
pub fn is_index(html: &str) -> bool {
    html.contains(&open("pack"))
}

/// Whether a page is filled with the file `name`: it belongs to the page, or is its kit.
pub fn is_of_template(name: &str) -> bool {
    !is_made_here(name) || is_kit(name)
}

/// Whether filling a page makes the file `name`: it belongs to a corpus, not to the page.
fn is_made_here(name: &str) -> bool {
    is_pack(name)
        || Parts::is_one(name)
        || [".wasm.js", ".gz", ".br"].iter().any(|end| name.ends_with(end))
        || name == OEMBED
}

/// Whether the file `name` is a pack, the source texts or a kit, by itself or as a script.
fn is_pack(name: &str) -> bool {
    let prefixes = ["pack-", "sources-", KIT_PREFIX].into_iter();
    prefixes.filter_map(|prefix| name.strip_prefix(prefix)).any(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        digits == 8 && matches!(&rest[8..], ".bin" | ".bin.js")
    })
}

/// Whether the file `name` is a kit.
fn is_kit(name: &str) -> bool {
    is_pack(name) && name.starts_with(KIT_PREFIX) && name.ends_with(".bin")
}

/// The comment at which a slot begins.
fn open(slot: &str) -> String {
    format!("<!--dateline:{slot}-->")
}

/// The comment at which a slot ends.
fn close(slot: &str) -> String {
    format!("<!--/dateline:{slot}-->")
}
