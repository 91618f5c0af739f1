//! Getting what is pinned and missing. A tool of the right version on PATH is used
//! as it is; any other goes into a per-user cache, one folder a version, so that nothing is replaced.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::browser;
use crate::command::{cargo, command, on_path, printed, run, runnable, spell, succeeds, version_in};
pub use crate::pins::{
    CARGO_DENY, CARGO_FUZZ, GECKODRIVER, Registry, TANTIVY, TOOLS, TRUNK, Tool, WASM_BINDGEN, WASM_OPT,
};

/// Libraries for search in a browser: the best of those with scores, and the one that is exact.
const PEERS: [&str; 2] = ["minisearch@7.2.0", "@sqlite.org/sqlite-wasm@3.54.1-build1"];

/// What the page is compiled to.
const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's names of the browser and its driver.
const DEBIAN_BROWSER: [&str; 2] = ["chromium", "chromium-driver"];
/// Debian's names of two other browsers, and of a screen that nobody sees for the one that needs it.
const DEBIAN_FIREFOX: &str = "firefox-esr";
const DEBIAN_WEBKIT: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
/// The package of Debian, and its program.
const DEBIAN_STRACE: &str = "strace";

/// Trunk and its like are used for seconds, so they are built fast rather than built to be fast: with their own
/// release profiles (fat LTO) Trunk alone takes over ten minutes on two cores.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Tools that are there: folders that go first on the PATH of what uses them.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A command that finds these tools first, and gives them to its own children.
    pub fn command(&self, program: &str) -> Result<Command> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        let path = env::join_paths(folders).context("the tools' folders could not be put on PATH")?;
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        let own = self.folders.iter().map(|folder| folder.join(&file)).find(|file| file.is_file());
        let mut command = command(own.unwrap_or_else(|| program.into()));
        command.env("PATH", path);
        Ok(command)
    }
}

/// What building the page takes.
pub fn for_page() -> Result<Toolbox> {
    get_target()?;
    get(&[&TRUNK, &WASM_BINDGEN, &WASM_OPT])
}

/// What checking the code's form takes.
pub fn for_lint() -> Result<()> {
    for component in ["rustfmt", "clippy"] {
        get_component(component)?;
    }
    Ok(())
}

/// What kills the command for one of its tests; where it cannot be had, that test is skipped.
pub fn for_native() {
    if on_path(DEBIAN_STRACE).is_some() || on_path("apt-get").is_none() {
        return;
    }
    let work = || install_packages(&[DEBIAN_STRACE]);
    if let Err(why) = getting(DEBIAN_STRACE, "kill `dateline build` at each of its steps", "seconds", work) {
        eprintln!("{why:#}; the test that needs it is skipped");
    }
}

/// A browser and its driver.
pub fn for_browser() -> Result<()> {
    if browser::pair().is_some() {
        return Ok(());
    }
    let wanted = "the browser tests need a Chromium or Chrome and the chromedriver of the same major version";
    if on_path("apt-get").is_none() {
        bail!("{wanted}: {}; install both and put them on PATH", browser::found());
    }
    getting(&DEBIAN_BROWSER.join(" and "), "run the browser tests", "about 1 minute", || {
        install_packages(&DEBIAN_BROWSER)
    })?;
    ensure!(
        browser::pair().is_some(),
        "{wanted}: after `apt-get install {}`, {}; install both by hand and put them on PATH",
        DEBIAN_BROWSER.join(" "),
        browser::found()
    );
    Ok(())
}

/// Firefox, and the driver of it: on PATH, or among these tools.
pub fn firefox() -> Option<(PathBuf, PathBuf)> {
    let driver = on_path("geckodriver").or_else(|| cached(&GECKODRIVER).filter(|driver| runnable(driver)));
    Some((browser::firefox()?, driver?))
}

/// Gets Firefox and its driver; says whether they are there.
pub fn for_firefox() -> bool {
    if firefox().is_some() {
        return true;
    }
    let get = || {
        if browser::firefox().is_none() {
            let purpose = "runs the page in a second engine";
            getting(DEBIAN_FIREFOX, purpose, "about 1 minute", || install_packages(&[DEBIAN_FIREFOX]))?;
        }
        get(&[&GECKODRIVER])
    };
    if let Err(why) = get() {
        eprintln!("{why:#}");
    }
    firefox().is_some()
}

/// Gets WebKitGTK with its driver; says whether they are there.
pub fn for_webkit() -> bool {
    let get = || {
        let purpose = "runs the page in a third engine";
        getting(&DEBIAN_WEBKIT.join(" and "), purpose, "about 1 minute", || install_packages(&DEBIAN_WEBKIT))
    };
    if browser::webkit().is_none()
        && on_path("apt-get").is_some()
        && let Err(why) = get()
    {
        eprintln!("{why:#}");
    }
    browser::webkit().is_some()
}

/// Gets the libraries that search is measured beside; returns the folder of their packages.
pub fn for_peers() -> Result<PathBuf> {
    let home = cache()?.join(PEERS.join("-").replace(['/', '@'], "_"));
    if !home.is_dir() {
        getting(&PEERS.join(" and "), "measure search beside them", "seconds", || npm(&home, &PEERS))?;
    }
    Ok(home.join("node_modules"))
}

/// Makes wheels of the command.
pub fn maturin() -> Result<PathBuf> {
    python("maturin", &["maturin==1.16.0"], "makes wheels of the command", "about 20 seconds")
}

/// A Python that reads tables.
pub fn readers() -> Result<PathBuf> {
    let pins = ["duckdb==2.0.1", "polars==2.1.0"];
    python("python", &pins, "reads the tables that the command writes", "about 20 seconds")
}

/// A Python that runs Apache Spark. Its checks ask for pandas, which the job does not use.
pub fn spark() -> Result<PathBuf> {
    let pins = ["pyspark==4.3.0", "pyarrow==26.0.1", "pandas==2.3.3"];
    python("python", &pins, "runs the command on a cluster", "about 2 minutes")
}

/// A Python with Tantivy.
pub fn tantivy() -> Result<PathBuf> {
    python("python", &[TANTIVY], "measure search beside it", "seconds")
}

/// A program of a Python of its own, with these packages of PyPI.
fn python(program: &str, pins: &[&str], purpose: &str, takes: &str) -> Result<PathBuf> {
    let home = cache()?.join(pins.join("-").replace("==", "-"));
    let (folder, end) = if cfg!(windows) { ("Scripts", ".exe") } else { ("bin", "") };
    let program = home.join(folder).join(format!("{program}{end}"));
    // Made last: an install that was stopped is done again.
    let done = home.join("done");
    if !done.is_file() {
        getting(&pins.join(" and "), purpose, takes, || {
            run(command("python3").args(["-m", "venv"]).arg(&home)).context("venv comes with Python 3")?;
            let pip = home.join(folder).join(format!("pip{end}"));
            run(command(pip).args(["install", "--quiet"]).args(pins))?;
            fs::write(&done, "").with_context(|| format!("cannot write {}", done.display()))
        })?;
    }
    Ok(program)
}

/// Gets those of these tools that are missing.
pub fn get(tools: &[&Tool]) -> Result<Toolbox> {
    let mut toolbox = Toolbox::default();
    for tool in tools {
        if on_path(tool.program).is_some_and(|program| reports(&program, tool.reports)) {
            continue;
        }
        let home = cache()?.join(format!("{}-{}", tool.name, tool.version));
        let folder = programs_in(tool, &home);
        let program = folder.join(format!("{}{}", tool.program, env::consts::EXE_SUFFIX));
        if !reports(&program, tool.reports) {
            let what = format!("{} {}", tool.name, tool.version);
            getting(&what, tool.purpose, tool.takes, || install(tool, &home))?;
            ensure!(
                reports(&program, tool.reports),
                "{}: expected a program that reports version {}, found none; remove {} and run this again",
                program.display(),
                tool.reports,
                home.display()
            );
        }
        toolbox.folders.push(folder);
    }
    Ok(toolbox)
}

/// Where this tool is in the cache, or would be.
fn cached(tool: &Tool) -> Option<PathBuf> {
    let home = cache().ok()?.join(format!("{}-{}", tool.name, tool.version));
    Some(programs_in(tool, &home).join(format!("{}{}", tool.program, env::consts::EXE_SUFFIX)))
}

fn reports(program: &Path, version: &str) -> bool {
    program.is_file()
        && printed(command(program).arg("--version")).is_ok_and(|said| version_in(&said) == Some(version))
}

fn programs_in(tool: &Tool, home: &Path) -> PathBuf {
    match tool.from {
        Registry::CratesLocked | Registry::Crates => home.join("bin"),
        Registry::Npm => home.join("node_modules").join(".bin"),
    }
}

fn install(tool: &Tool, home: &Path) -> Result<()> {
    match tool.from {
        // Cargo puts the programs there in one move at the end.
        Registry::CratesLocked | Registry::Crates => {
            let mut install = cargo(["install", tool.name, "--version", tool.version, "--force", "--root"]);
            install.arg(home).envs(QUICK_BUILD);
            if tool.from == Registry::CratesLocked {
                install.arg("--locked");
            }
            run(&mut install)
        }
        Registry::Npm => npm(home, &[&format!("{}@{}", tool.name, tool.version)]),
    }
}

/// Puts packages of npm into `home`, in one move at the end: npm does not, so it works beside the place, and an
/// interrupted run leaves nothing that looks done.
fn npm(home: &Path, packages: &[&str]) -> Result<()> {
    let unfinished = home.with_extension("unfinished");
    clear(&unfinished)?;
    fs::create_dir_all(&unfinished).with_context(|| format!("cannot create {}", unfinished.display()))?;
    run(command("npm")
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(&unfinished)
        .args(packages))
    .context("npm comes with Node.js 18 or later")?;
    clear(home)?;
    fs::rename(&unfinished, home)
        .with_context(|| format!("cannot move {} to {}", unfinished.display(), home.display()))
}

/// The script that looks for barriers in the page: axe-core, the same rules for every machine.
pub fn axe() -> Result<PathBuf> {
    const NAME: &str = "axe-core";
    const VERSION: &str = "4.14.1";
    let home = cache()?.join(format!("{NAME}-{VERSION}"));
    let script = home.join("node_modules").join(NAME).join("axe.min.js");
    if !script.is_file() {
        getting(&format!("{NAME} {VERSION}"), "looks for barriers in the page", "about 10 seconds", || {
            npm(&home, &[&format!("{NAME}@{VERSION}")])
        })?;
    }
    Ok(script)
}

/// Removes a folder with all that is in it, where it is there.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

fn get_target() -> Result<()> {
    let sysroot = printed(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!(
            "the Rust in {} has no {TARGET}, and there is no rustup to add it; install Rust by rustup, or your \
             system's package of that target",
            sysroot.trim()
        );
    }
    getting(&format!("the Rust target {TARGET}"), "compiles the page", "about 20 seconds", || {
        run(command("rustup").args(["target", "add", TARGET]))
    })
}

fn get_component(name: &str) -> Result<()> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    if succeeds(&mut cargo([subcommand, "--version"])) {
        return Ok(());
    }
    getting(&format!("the Rust component {name}"), "checks the code", "about 10 seconds", || {
        run(command("rustup").args(["component", "add", name]))
    })
}

/// Installs packages of Debian.
fn install_packages(packages: &[&str]) -> Result<()> {
    run(apt()?.args(["update", "-qq"]))?;
    run(apt()?.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt() -> Result<Command> {
    let root = printed(command("id").arg("-u"))?.trim() == "0";
    let mut apt = if root { command("apt-get") } else { command("sudo") };
    if !root {
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    }
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt)
}

fn getting(what: &str, purpose: &str, takes: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("Getting {what} ({purpose}): {takes}, this once");
    let start = Instant::now();
    work().with_context(|| format!("could not get {what}, which {purpose}"))?;
    eprintln!("Got {what} in {}", spell(start.elapsed()));
    Ok(())
}

/// Where this user's tools are kept.
pub fn cache() -> Result<PathBuf> {
    cache_in(env::var_os("XDG_CACHE_HOME"), env::home_dir())
        .context("no place for tools: neither XDG_CACHE_HOME nor HOME names a folder; set one of them")
}

fn cache_in(cache_home: Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    let cache_home = cache_home.map(PathBuf::from);
    // The XDG specification has relative paths ignored.
    let set = cache_home.filter(|folder| folder.is_absolute());
    let default = || home.filter(|home| home.is_absolute()).map(|home| home.join(".cache"));
    Some(set.or_else(default)?.join("dateline"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root;

    #[test]
    fn tools_are_kept_where_the_user_keeps_caches() {
        let home = || Some(PathBuf::from("/home/ada"));
        assert_eq!(cache_in(Some("/c".into()), home()), Some("/c/dateline".into()));
        assert_eq!(cache_in(Some("relative".into()), home()), Some("/home/ada/.cache/dateline".into()));
        assert_eq!(cache_in(None, home()), Some("/home/ada/.cache/dateline".into()));
        assert_eq!(cache_in(None, None), None);
        assert_eq!(cache_in(Some("".into()), Some("".into())), None);
    }

    /// The same versions are written where Cargo and Trunk read them.
    #[test]
    fn pins_agree() {
        let text = |name: &str| fs::read_to_string(root().join(name)).unwrap();
        let trunk = text("Trunk.toml");
        let bindgen = WASM_BINDGEN.version;
        assert!(trunk.contains(&format!("wasm_bindgen = \"{bindgen}\"")), "Trunk.toml: {bindgen}");
        let opt = WASM_OPT.reports;
        assert!(trunk.contains(&format!("wasm_opt = \"version_{opt}\"")), "Trunk.toml: version_{opt}");
        assert!(WASM_OPT.version.starts_with(&format!("{opt}.")));
        let lock = text("Cargo.lock");
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{bindgen}\"\n");
        assert!(lock.contains(&locked), "Cargo.lock: wasm-bindgen is not {bindgen}");
    }
}
