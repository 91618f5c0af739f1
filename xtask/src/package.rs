//! `cargo xtask package`: the command with the page in it, as people get it who have no toolchain: an archive, two packages of
//! npm, a wheel, and their checksums; and a trial of each in an empty place.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::command::{cargo, command, on_path, printed, run};
use crate::tools::{self, clear};
use crate::{page, root};

/// Where they are written.
fn folder() -> PathBuf {
    root().join("target/packages")
}

/// The systems that the package of npm has programs for, as Node.js names them.
const SYSTEMS: [&str; 5] = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

/// What all packages say of themselves.
const DESCRIPTION: &str = "Turns a folder of messy news texts into one static page that explores them";

/// Makes the packages for `target`, a triple of Rust, or for this machine.
pub fn package(target: Option<&str>) -> Result<()> {
    let page = page::build(None, &[])?;
    let program = program(&page, target)?;
    let out = folder();
    clear(&out)?;
    fs::create_dir_all(&out).with_context(|| format!("cannot create {}", out.display()))?;
    let triple = target.map_or_else(this_target, |target| Ok(target.to_owned()))?;
    archive(&program, &triple, &out)?;
    npm(&program, &triple, &out)?;
    wheel(&page, target, &out)?;
    checksums(&out)?;
    println!("The packages are in {}", out.display());
    Ok(())
}

/// Installs what [`package`] has made where there is neither Rust nor a network, and builds a page with each; returns one of
/// these pages.
pub fn trial() -> Result<PathBuf> {
    let (out, place) = (folder(), root().join("target/packages-trial"));
    clear(&place)?;
    fs::create_dir_all(&place).with_context(|| format!("cannot create {}", place.display()))?;
    let named = |start: &str, end: &str| -> Result<PathBuf> {
        let files = fs::read_dir(&out).with_context(|| format!("cannot list {}", out.display()))?;
        let is_it = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.starts_with(start) && name.ends_with(end)
        };
        let found = files.flatten().map(|file| file.path()).find(is_it);
        found.with_context(|| format!("expected a file {start}…{end} in {}, found none", out.display()))
    };
    // npm: the package, and the program of this machine.
    let system = system(&this_target()?)?;
    let version = env!("CARGO_PKG_VERSION");
    let npm_place = place.join("npm");
    run(command("npm")
        .args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .args([
            &npm_place,
            &named(&format!("dateline-{version}"), ".tgz")?,
            &named(&format!("dateline-{system}"), ".tgz")?,
        ]))?;
    // PyPI.
    let python_place = place.join("python");
    run(command("python3").args(["-m", "venv"]).arg(&python_place))?;
    run(command(python_place.join("bin/pip"))
        .args(["install", "--quiet", "--no-index", "--find-links"])
        .arg(&out)
        .arg("dateline"))?;
    // The archive.
    let archive_place = place.join("archive");
    fs::create_dir_all(&archive_place)?;
    run(command("tar").arg("-xzf").arg(named("dateline-", ".tar.gz")?).arg("-C").arg(&archive_place))?;
    let unpacked = fs::read_dir(&archive_place)?.flatten().next().context("a folder in the archive")?.path();
    let programs = [
        ("npm", npm_place.join("node_modules/.bin/dateline")),
        ("python", python_place.join("bin/dateline")),
        ("archive", unpacked.join("dateline")),
    ];
    // Nothing on the path but what runs the package: no Rust, and no page of this repository above.
    let node = on_path("node").context("Node.js")?;
    let path: OsString = node.parent().unwrap_or(Path::new("/usr/bin")).into();
    let mut pages = Vec::new();
    for (name, program) in programs {
        let site = place.join(format!("site-{name}"));
        let mut build = Command::new(&program);
        build.current_dir("/").env_clear().env("PATH", &path).arg("build").arg(root().join("corpus"));
        run(build.arg("-o").arg(&site))?;
        pages.push((name, site));
    }
    for (name, site) in &pages[1..] {
        ensure!(same(&pages[0].1, site)?, "the pages of {} and {name} differ", pages[0].0);
    }
    Ok(pages.remove(0).1)
}

/// Whether two folders hold the same files.
fn same(one: &Path, other: &Path) -> Result<bool> {
    let files = |folder: &Path| -> Result<Vec<(OsString, Vec<u8>)>> {
        let mut files = Vec::new();
        for file in
            fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?.flatten()
        {
            files.push((file.file_name(), fs::read(file.path())?));
        }
        files.sort();
        Ok(files)
    };
    Ok(files(one)? == files(other)?)
}

/// Builds the command with the page in it.
fn program(page: &Path, target: Option<&str>) -> Result<PathBuf> {
    let mut build = cargo(["build", "--release", "--package", "dateline"]);
    build.args(target.map(|target| format!("--target={target}"))).env("DATELINE_PAGE", page);
    run(&mut build)?;
    Ok(built(target))
}

/// Where the command is that was built in release, for this system or for the `target`.
pub fn built(target: Option<&str>) -> PathBuf {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = target.map_or(folder.clone(), |target| folder.join(target));
    let end = if target.map_or(cfg!(windows), |target| target.contains("windows")) { ".exe" } else { "" };
    folder.join("release").join(format!("dateline{end}"))
}

fn this_target() -> Result<String> {
    let said = printed(command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say for which system it compiles")?.to_owned())
}

/// What Node.js calls the system of a triple.
fn system(triple: &str) -> Result<&'static str> {
    let os = [("linux", "linux"), ("apple", "darwin"), ("windows", "win32")];
    let os = os.iter().find(|(part, _)| triple.contains(part)).map(|(_, os)| *os);
    let arch = [("x86_64", "x64"), ("aarch64", "arm64")];
    let arch = arch.iter().find(|(part, _)| triple.starts_with(part)).map(|(_, arch)| *arch);
    let name = os.zip(arch).map(|(os, arch)| format!("{os}-{arch}"));
    let known = SYSTEMS.iter().find(|system| Some(**system) == name.as_deref());
    known.copied().with_context(|| format!("expected one of {SYSTEMS:?}, found {triple}"))
}

/// The program with its manual, its completions and its licences.
fn archive(program: &Path, triple: &str, out: &Path) -> Result<()> {
    let name = format!("dateline-{}-{triple}", env!("CARGO_PKG_VERSION"));
    let place = out.join(&name);
    fs::create_dir_all(&place)?;
    copy_program(program, &place)?;
    for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"] {
        fs::copy(root().join(file), place.join(file)).with_context(|| format!("cannot copy {file}"))?;
    }
    // A program of another system cannot be asked.
    if this_target()? == triple {
        fs::write(place.join("dateline.1"), printed(command(program).arg("man"))?)?;
        for (shell, file) in [("bash", "dateline.bash"), ("zsh", "_dateline"), ("fish", "dateline.fish")] {
            fs::write(place.join(file), printed(command(program).args(["completions", shell]))?)?;
        }
    }
    run(command("tar").current_dir(out).args(["-czf", &format!("{name}.tar.gz"), &name]))?;
    clear(&place)
}

/// The package that people name, and the one with the program, which the first one asks for.
fn npm(program: &Path, triple: &str, out: &Path) -> Result<()> {
    let (version, system) = (env!("CARGO_PKG_VERSION"), system(triple)?);
    let (os, cpu) = system.split_once('-').unwrap_or((system, ""));
    let common = |name: &str| json!({ "name": name, "version": version, "description": DESCRIPTION, "license": "MIT OR Apache-2.0" });
    let name = format!("dateline-{system}");
    let mut holder = common(&name);
    holder["os"] = json!([os]);
    holder["cpu"] = json!([cpu]);
    let place = out.join("npm-program");
    fs::create_dir_all(&place)?;
    copy_program(program, &place)?;
    pack(&place, &holder, out)?;
    let mut asker = common("dateline");
    asker["bin"] = json!({ "dateline": "dateline.js" });
    asker["engines"] = json!({ "node": ">=18" });
    let programs = SYSTEMS.iter().map(|system| (format!("dateline-{system}"), json!(version)));
    asker["optionalDependencies"] = programs.collect::<serde_json::Map<_, _>>().into();
    let place = out.join("npm-dateline");
    fs::create_dir_all(&place)?;
    fs::copy(root().join("packaging/npm/dateline.js"), place.join("dateline.js"))?;
    fs::copy(root().join("README.md"), place.join("README.md"))?;
    pack(&place, &asker, out)
}

fn pack(place: &Path, about: &serde_json::Value, out: &Path) -> Result<()> {
    fs::write(place.join("package.json"), format!("{about:#}\n"))?;
    let mut pack = command("npm");
    run(pack.current_dir(place).args(["pack", "--silent", "--pack-destination"]).arg(out))
        .context("npm comes with Node.js 18 or later")?;
    clear(place)
}

/// The wheel, by maturin.
fn wheel(page: &Path, target: Option<&str>, out: &Path) -> Result<()> {
    let mut build = command(tools::maturin()?);
    build.args(["build", "--release", "--quiet", "--manifest-path", "cli/Cargo.toml", "--out"]).arg(out);
    build.args(target.map(|target| format!("--target={target}")));
    run(build.env("DATELINE_PAGE", page))
}

fn checksums(out: &Path) -> Result<()> {
    let mut names: Vec<_> = fs::read_dir(out)?.flatten().map(|file| file.file_name()).collect();
    names.sort();
    let mut list = String::new();
    for name in names {
        let digest: String =
            Sha256::digest(fs::read(out.join(&name))?).iter().map(|byte| format!("{byte:02x}")).collect();
        list += &format!("{digest}  {}\n", name.to_string_lossy());
    }
    fs::write(out.join("SHA256SUMS"), list).context("cannot write the checksums")
}

fn copy_program(program: &Path, into: &Path) -> Result<()> {
    let name = program.file_name().context("a program")?;
    fs::copy(program, into.join(name)).with_context(|| format!("cannot copy {}", program.display())).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_those_of_node() {
        for (triple, name) in [
            ("x86_64-unknown-linux-musl", "linux-x64"),
            ("x86_64-unknown-linux-gnu", "linux-x64"),
            ("aarch64-apple-darwin", "darwin-arm64"),
            ("x86_64-pc-windows-msvc", "win32-x64"),
        ] {
            assert_eq!(system(triple).unwrap(), name);
        }
        assert!(system("riscv64gc-unknown-linux-gnu").is_err());
    }
}
