//! `cargo xtask fuzz`: what comes from outside, in forms that nobody thinks of, for as long as is asked; coverage leads on.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::command::{run, spell};
use crate::root;
use crate::tools::{self, CARGO_FUZZ};

/// What is given to the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Source files and archives
    Texts,
    /// A corpus.toml
    Corpus,
    /// An actors.toml
    Actors,
    /// A query
    Query,
    /// A link
    Link,
    /// A pack and source texts
    Pack,
    /// A view from another window
    View,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Target::Texts => "texts",
            Target::Corpus => "corpus",
            Target::Actors => "actors",
            Target::Query => "query",
            Target::Link => "link",
            Target::Pack => "pack",
            Target::View => "view",
        }
    }
}

/// The longest input in bytes: what is longer teaches nothing new and takes longer.
const LONGEST: u32 = 4096;

/// Runs `only`, or every target, so many minutes each, and stops at the first input that stops the engine.
pub fn fuzz(only: Option<Target>, minutes: u64) -> Result<()> {
    let toolbox = tools::get(&[&CARGO_FUZZ])?;
    let targets = only.map_or(Target::value_variants().to_vec(), |target| vec![target]);
    for target in targets {
        let name = target.name();
        eprintln!("\n== {name}: {minutes} min");
        let start = Instant::now();
        let seeds = root().join("fuzz/seeds").join(name);
        let found = root().join("fuzz/corpus").join(name);
        fs::create_dir_all(&found).with_context(|| format!("cannot create {}", found.display()))?;
        if target == Target::Texts {
            seed_texts(&found)?;
        }
        let mut fuzz = toolbox.command("cargo-fuzz")?;
        // Coverage needs no other toolchain, but a flag that stable Rust takes only so; the engine has no unsafe code for
        // a sanitizer to watch.
        fuzz.env("RUSTC_BOOTSTRAP", "1")
            .args(["fuzz", "run", "--release", "--sanitizer", "none", name])
            .arg(&found);
        if seeds.is_dir() {
            fuzz.arg(&seeds);
        }
        let time = Duration::from_secs(minutes * 60).as_secs();
        fuzz.args(["--", &format!("-max_total_time={time}"), &format!("-max_len={LONGEST}"), "-timeout=20"]);
        fuzz.args(["-rss_limit_mb=4096", "-print_final_stats=1"]);
        if let Err(error) = run(&mut fuzz) {
            bail!("{error:#}; where an input did it, it lies in fuzz/artifacts/{name}: make a test of it");
        }
        eprintln!("== {name}: nothing in {}", spell(start.elapsed()));
    }
    Ok(())
}

/// The fixtures as seeds: a line with the name, then the file.
fn seed_texts(into: &Path) -> Result<()> {
    let fixtures = root().join("tests/fixtures");
    let folders = fs::read_dir(&fixtures).with_context(|| format!("cannot list {}", fixtures.display()))?;
    for folder in folders.flatten() {
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let Ok(mut bytes) = fs::read(file.path()) else { continue };
            bytes.truncate(LONGEST as usize - name.len() - 1);
            let seed = into.join(format!("{}-{name}", folder.file_name().to_string_lossy()));
            fs::write(&seed, [name.as_bytes(), b"\n", &bytes].concat())
                .with_context(|| format!("cannot write {}", seed.display()))?;
        }
    }
    Ok(())
}
