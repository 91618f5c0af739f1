//! Building the page: Trunk compiles the app into dist/, its hook fills in the pack of corpus/, and a corpus of
//! one's own is filled into a copy by the same command.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use dateline_builder::Kit;

use crate::command::{cargo, run};
use crate::root;
use crate::tools::{self, Toolbox};

/// The repository's own corpus.
const CORPUS: &str = "corpus";

/// The list of actors; a folder without its own is read with that of [`CORPUS`].
const ACTORS: &str = "actors.toml";

/// Where Trunk puts the page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Gets the tools and builds the page, with the repository's corpus or with this one and these lists of `actors`;
/// returns its folder.
pub fn build(corpus: Option<&Path>, actors: &[PathBuf]) -> Result<PathBuf> {
    // Asked first: a wrong name should not cost the time of a build.
    let corpus = corpus.map(find_corpus).transpose()?;
    let actors: Vec<PathBuf> = actors.iter().map(|list| find_list(list)).collect::<Result<_>>()?;
    build_with(&tools::for_page()?)?;
    let Some(corpus) = corpus else { return Ok(dist()) };
    let served = root().join("target").join("served");
    if served.exists() {
        fs::remove_dir_all(&served).with_context(|| format!("cannot clear {}", served.display()))?;
    }
    let mut build = dateline();
    build.arg("build").arg(&corpus).arg("--page").arg(dist()).arg("-o").arg(&served);
    for list in lists(&corpus, actors) {
        build.arg("--actors").arg(list);
    }
    run(&mut build)?;
    Ok(served)
}

/// Builds the page with tools that are there.
pub fn build_with(toolbox: &Toolbox) -> Result<()> {
    let mut trunk = toolbox.command("trunk")?;
    trunk.args(["build", "--release"]).env("TRUNK_SKIP_VERSION_CHECK", "true");
    match no_color(env::var_os("NO_COLOR")) {
        Some(value) => trunk.env("NO_COLOR", value),
        None => trunk.env_remove("NO_COLOR"),
    };
    if let Some(flag) = cargo_home().and_then(|home| nameless(&home)) {
        // For this target alone: Trunk's hook compiles the command for the machine.
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
    }
    run(&mut trunk)
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// What keeps the folder of the one who builds out of the page, which has the paths of its libraries in the sentences
/// with which they stop; so pages built by different people are the same. `None` where the flag cannot be written.
fn nameless(cargo_home: &Path) -> Option<String> {
    let home = cargo_home.to_str().filter(|home| !home.contains(char::is_whitespace))?;
    Some(format!("--remap-path-prefix={home}=cargo"))
}

/// Builds the page where dist/ has none.
pub fn build_if_missing() -> Result<()> {
    if dist().join("index.html").is_file() {
        eprintln!("Using the page in {} as it was built last", dist().display());
        return Ok(());
    }
    build(None, &[]).map(|_| ())
}

/// Trunk's hook: writes the pack of corpus/ into the page that Trunk is putting together.
pub fn fill() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").context(
        "TRUNK_STAGING_DIR is not set: `cargo xtask fill` is a hook that Trunk calls; run `cargo xtask build`",
    )?;
    let staging = PathBuf::from(staging);
    let index = staging.join("index.html");
    let html = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    fs::write(&index, slim(&html)).with_context(|| format!("cannot write {}", index.display()))?;
    run(dateline().args(["build", CORPUS, "--page"]).arg(&staging).arg("-o").arg(&staging))?;
    // They are in the kit now.
    for entry in fs::read_dir(&staging).with_context(|| format!("cannot list {}", staging.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if Kit::is_loose(&name) {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// `html` with one style in place of those that follow each other, so that the policy of a page has one hash for them, and
/// without the comments in its own scripts and styles and the space before their lines: what readers download needs none.
/// A comment in a script stands on lines of its own, one in a style ends on the line it began.
fn slim(html: &str) -> String {
    let mut parts = html.split("</style>");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        html += &match part.trim_start().strip_prefix("<style>") {
            Some(style) => format!("\n{style}"),
            None => format!("</style>{part}"),
        };
    }
    let mut inside = "";
    let mut out = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let (script, style) = (inside == "script", inside == "style");
        let is_comment = script && trimmed.starts_with("//")
            || style && trimmed.starts_with("/*") && trimmed.trim_end().ends_with("*/");
        if !is_comment {
            out += if script || style { trimmed } else { line };
        }
        for tag in ["script", "style"] {
            let (open, close) = (line.rfind(&format!("<{tag}>")), line.rfind(&format!("</{tag}>")));
            inside = match (open, close) {
                (Some(open), close) if close.is_none_or(|close| close < open) => tag,
                (_, Some(_)) if inside == tag => "",
                _ => inside,
            };
        }
    }
    out
}

/// The command `dateline`, compiled from this repository.
pub fn dateline() -> Command {
    cargo(["run", "--quiet", "--package", "dateline", "--"])
}

fn find_corpus(corpus: &Path) -> Result<PathBuf> {
    // Chores run in the root of the repository, but this name was typed where the user stands.
    let full = std::path::absolute(corpus).with_context(|| format!("cannot read {}", corpus.display()))?;
    ensure!(full.exists(), "--corpus {}: expected a folder of texts, found nothing there", corpus.display());
    Ok(full)
}

fn find_list(list: &Path) -> Result<PathBuf> {
    let full = std::path::absolute(list).with_context(|| format!("cannot read {}", list.display()))?;
    ensure!(full.is_file(), "--actors {}: expected a list of actors, found no file there", list.display());
    Ok(full)
}

/// The lists to read after a folder's own: where it has none, that of the repository comes before `actors`.
fn lists(corpus: &Path, actors: Vec<PathBuf>) -> Vec<PathBuf> {
    let own = corpus.join(ACTORS).is_file();
    let ours = (!own).then(|| root().join(CORPUS).join(ACTORS));
    ours.into_iter().chain(actors).collect()
}

/// What NO_COLOR must say for Trunk: it takes `true` and `false` only, where the convention is any text at all.
fn no_color(value: Option<OsString>) -> Option<&'static str> {
    value.filter(|value| !value.is_empty()).map(|_| "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_understands_no_color() {
        assert_eq!(no_color(Some("1".into())), Some("true"));
        assert_eq!(no_color(Some("true".into())), Some("true"));
        assert_eq!(no_color(Some("".into())), None);
        assert_eq!(no_color(None), None);
    }

    #[test]
    fn a_page_is_slim() {
        let html = "<p>\n  // a\n<script>(() => {\n  // What it does.\n  go(\"//x\");\n})();</script>\n<style>/* All. */\n/* One. */\n  a { b: c; }\n/* Two,\n lines. */\n</style>\n\n<style>d { e: f; }</style>\n  <p>\n";
        let expected = "<p>\n  // a\n<script>(() => {\ngo(\"//x\");\n})();</script>\n<style>/* All. */\na { b: c; }\n/* Two,\nlines. */\nd { e: f; }</style>\n  <p>\n";
        assert_eq!(slim(html), expected);
    }

    #[test]
    fn a_page_does_not_name_who_built_it() {
        let flag = nameless(Path::new("/home/ada/.cargo"));
        assert_eq!(flag.as_deref(), Some("--remap-path-prefix=/home/ada/.cargo=cargo"));
        // Flags are parted at spaces.
        assert_eq!(nameless(Path::new("/home/ada lovelace/.cargo")), None);
    }

    #[test]
    fn a_list_is_read_after_those_of_the_folder() {
        let ours = root().join(CORPUS);
        let more = vec![PathBuf::from("kept.toml")];
        assert_eq!(lists(&ours, more.clone()), more);
        assert_eq!(lists(&root().join("docs"), more.clone()), [ours.join(ACTORS), more[0].clone()]);
        let error = find_list(Path::new("no/such/list.toml")).unwrap_err();
        let expected = "--actors no/such/list.toml: expected a list of actors, found no file there";
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_corpus_that_is_not_there_is_a_sentence() {
        let error = find_corpus(Path::new("no/such/texts")).unwrap_err();
        let expected = "--corpus no/such/texts: expected a folder of texts, found nothing there";
        assert_eq!(error.to_string(), expected);
    }
}
