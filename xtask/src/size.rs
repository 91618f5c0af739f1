//! `cargo xtask size`: what a reader downloads before the pack, as a web host compresses it, against a limit.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use dateline_builder::Kit;

use crate::page;

/// The limit in compressed bytes: under four seconds on a connection of 1 Mbit/s, which is what a reporter has on a
/// train, and longer than that is what people leave a page for. The skeleton is drawn before. A corpus in many files takes
/// 17 KB of it, and saves its readers megabytes.
pub const LIMIT: u64 = 472 * 1024;

/// The limit for the worker, which a reader downloads who brings texts.
pub const WORKER_LIMIT: u64 = 1100 * 1024;

/// Brotli as web hosts prepare static files: the highest quality, and the window that browsers all accept.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// Where index.html keeps the pack of a small corpus, and its sources.
const SLOT_OPEN: &str = "<!--dateline:pack-->";
const SLOT_CLOSE: &str = "<!--/dateline:pack-->";

/// One file of the page, without the pack.
#[derive(Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its path in the page's folder.
    pub name: String,
    /// Its bytes.
    pub raw: u64,
    /// Its bytes after Brotli.
    pub brotli: u64,
}

/// Prints the size of dist/, and fails where it is above [`LIMIT`].
pub fn size() -> Result<()> {
    let files = measure(&page::dist())?;
    let total = total(&files);
    print!("{}", table("without the pack", &files, &total));
    if total.brotli > LIMIT {
        bail!(
            "the page is too large: expected at most {LIMIT} bytes with Brotli, found {}; see which file grew, or \
             what `git log` says of Cargo.toml",
            total.brotli
        );
    }
    println!("{} bytes are left of the {LIMIT} that the page may have", LIMIT - total.brotli);
    let opened = measure_kit(&page::dist())?;
    print!("\n{}", table("when a reader brings texts", &opened, &self::total(&opened)));
    let worker: u64 =
        opened.iter().filter(|file| file.name.starts_with("dateline-worker")).map(|file| file.brotli).sum();
    ensure!(
        worker <= WORKER_LIMIT,
        "the worker is too large: expected at most {WORKER_LIMIT} bytes with Brotli, found {worker}"
    );
    println!("{} bytes are left of the {WORKER_LIMIT} that the worker may have", WORKER_LIMIT - worker);
    Ok(())
}

/// Measures each file of the kit of the page in this folder, which a reader downloads who brings texts.
fn measure_kit(dist: &Path) -> Result<Vec<Measured>> {
    let mut paths = Vec::new();
    list(dist, &mut paths)?;
    let kit = paths.iter().find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(Kit::ID) && name.ends_with(".bin")
    });
    let kit = kit.with_context(|| {
        format!("{}: expected a kit, found none; run `cargo xtask build`", dist.display())
    })?;
    let kit = Kit(fs::read(kit).with_context(|| format!("cannot read {}", kit.display()))?);
    let files = kit.files().map_err(anyhow::Error::msg)?.into_iter();
    let measured = files.map(|(name, bytes)| {
        Ok(Measured { name, raw: bytes.len() as u64, brotli: compress(&bytes)?.len() as u64 })
    });
    measured.collect()
}

/// Measures each file of the page in this folder.
pub fn measure(dist: &Path) -> Result<Vec<Measured>> {
    let mut paths = Vec::new();
    list(dist, &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !counts(&name) {
            continue;
        }
        let mut content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if name == "index.html" {
            let html = String::from_utf8_lossy(&content);
            content = without_pack(&html).with_context(|| format!("in {}", path.display()))?.into_bytes();
        }
        files.push(Measured { name, raw: content.len() as u64, brotli: compress(&content)?.len() as u64 });
    }
    // Half a page would pass any limit.
    for end in ["index.html", ".js", ".wasm"] {
        ensure!(
            files.iter().any(|file| file.name.ends_with(end)),
            "{}: expected a page with index.html, *.js and *.wasm, found no {end}; run `cargo xtask build`",
            dist.display()
        );
    }
    Ok(files)
}

/// The page's HTML with its slot for the pack emptied.
pub fn without_pack(html: &str) -> Result<String> {
    let slot =
        html.split_once(SLOT_OPEN).and_then(|(before, rest)| Some((before, rest.split_once(SLOT_CLOSE)?.1)));
    let (before, after) =
        slot.with_context(|| format!("expected the slot {SLOT_OPEN}…{SLOT_CLOSE} for the pack, found none"))?;
    Ok(format!("{before}{SLOT_OPEN}{SLOT_CLOSE}{after}"))
}

/// Whether a reader on a web host downloads this before the pack.
fn counts(name: &str) -> bool {
    // Copies as scripts, for pages opened from a file, where nothing can be fetched.
    if name.ends_with(".wasm.js") || name.ends_with(".bin.js") {
        return false;
    }
    // What other pages load to show this one.
    if name == "embed.js" {
        return false;
    }
    name == "index.html" || [".js", ".css", ".wasm", ".svg"].iter().any(|end| name.ends_with(end))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let context = || format!("cannot list {}; run `cargo xtask build` first", folder.display());
    for entry in fs::read_dir(folder).with_context(context)? {
        let entry = entry.with_context(context)?;
        // Trunk puts the page together in dist/.stage, and an interrupted build leaves it behind.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn compress(content: &[u8]) -> Result<Vec<u8>> {
    /// What the compressor reads at a time; any number does.
    const BUFFER: usize = 1 << 16;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(content).context("Brotli failed")?;
    Ok(writer.into_inner())
}

fn total(files: &[Measured]) -> Measured {
    let sum = |size: fn(&Measured) -> u64| files.iter().map(size).sum();
    Measured { name: "total".into(), raw: sum(|file| file.raw), brotli: sum(|file| file.brotli) }
}

fn table(head: &str, files: &[Measured], total: &Measured) -> String {
    let names = files.iter().map(|file| file.name.chars().count()).max().unwrap_or(0).max(head.len());
    let mut text = format!("{head:<names$}{:>10}{:>10}\n", "bytes", "brotli");
    for file in files.iter().chain([total]) {
        text += &format!("{:<names$}{:>10}{:>10}\n", file.name, file.raw, file.brotli);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_is_not_counted() {
        let html = "<p>a</p><!--dateline:pack--><script>QUJD</script><!--/dateline:pack--><p>b</p>";
        let emptied = "<p>a</p><!--dateline:pack--><!--/dateline:pack--><p>b</p>";
        assert_eq!(without_pack(html).unwrap(), emptied);
        assert_eq!(without_pack(emptied).unwrap(), emptied);
        for broken in ["<p>a</p>", "a<!--dateline:pack-->b", "a<!--/dateline:pack-->b<!--dateline:pack-->c"] {
            assert_eq!(
                without_pack(broken).unwrap_err().to_string(),
                "expected the slot <!--dateline:pack-->…<!--/dateline:pack--> for the pack, found none",
                "{broken}"
            );
        }
    }

    #[test]
    fn what_a_reader_downloads_is_counted() {
        for name in
            ["index.html", "app-1a2b.js", "style-1a2b.css", "app-1a2b_bg.wasm", "icon.svg", "snippets/x.js"]
        {
            assert!(counts(name), "{name}");
        }
        for name in [
            "app-1a2b_bg.wasm.js",
            "pack-1a2b.bin",
            "sources-1a2b.bin.js",
            "embed.js",
            "about.html",
            "deep/index.html",
            "LICENSE.txt",
        ] {
            assert!(!counts(name), "{name}");
        }
    }

    #[test]
    fn a_folder_is_measured_and_half_a_page_is_refused() {
        let dist = std::env::temp_dir().join(format!("dateline-size-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("index.html"), "<p><!--dateline:pack-->long<!--/dateline:pack-->").unwrap();
        fs::write(dist.join("app.js"), "x".repeat(5000)).unwrap();
        let error = measure(&dist).unwrap_err().to_string();
        assert!(error.ends_with("found no .wasm; run `cargo xtask build`"), "{error}");
        fs::write(dist.join("app.wasm"), [0; 10]).unwrap();
        fs::write(dist.join("app.wasm.js"), [0; 10]).unwrap();
        let files = measure(&dist);
        fs::remove_dir_all(&dist).unwrap();
        let files = files.unwrap();
        let sizes: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.raw)).collect();
        assert_eq!(sizes, [("app.js", 5000), ("app.wasm", 10), ("index.html", 44)]);
        assert!(files[0].brotli < 50, "{files:?}");
        assert_eq!(total(&files).raw, 5054);
    }

    #[test]
    fn sizes_stand_in_a_table() {
        let files = [Measured { name: "index.html".into(), raw: 1200, brotli: 400 }];
        let expected = "\
without the pack     bytes    brotli
index.html            1200       400
total                 1200       400
";
        assert_eq!(table("without the pack", &files, &total(&files)), expected);
    }
}
