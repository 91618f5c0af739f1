//! Running other programs: from the root of the repository, with their output streaming through, and with a
//! sentence that names the command line when one fails.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::root;

/// What `cargo run` sets for this program and is wrong for its children: a build script that watches one of
/// these would run again at every change between `cargo xtask …` and plain `cargo …`.
const OF_THIS_PACKAGE: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];

/// A command that runs `program` in the root of the repository.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| OF_THIS_PACKAGE.iter().any(|prefix| name.starts_with(prefix))) {
            command.env_remove(name);
        }
    }
    command
}

/// `cargo` with these arguments.
pub fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = command("cargo");
    command.args(arguments);
    command
}

/// Runs a command to its end; its output goes where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{}` {}", line(command), ending(status))
}

/// Whether a command ends well; what it prints is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// What a command prints on standard output, where it ends well.
pub fn printed(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| could_not_start(command))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` {}: {}", line(command), ending(output.status), said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first number with dots in what a program says of its version: `wasm-opt version 132 (version_132)`.
pub fn version_in(said: &str) -> Option<&str> {
    said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The first file that this name means on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| runnable(candidate))
}

/// Whether this is a file that can be run.
pub fn runnable(file: &Path) -> bool {
    let Ok(about) = file.metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Any of the three execute bits.
        about.is_file() && about.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    about.is_file()
}

/// A command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words = words.map(|word| {
        let word = word.to_string_lossy();
        if word.is_empty() || word.contains([' ', '\'', '"', '$']) {
            format!("{word:?}")
        } else {
            word.into()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A time as a person reads it.
pub fn spell(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

fn could_not_start(command: &Command) -> String {
    format!(
        "`{}` could not be started; is it installed and on PATH?",
        command.get_program().to_string_lossy()
    )
}

fn ending(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => "was ended by a signal".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say() {
        let cases = [
            ("trunk 0.21.14\n", Some("0.21.14")),
            ("wasm-bindgen 0.2.130", Some("0.2.130")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            ("cargo-deny 0.20.2", Some("0.20.2")),
            ("Google Chrome 156.0.7701.20 ", Some("156.0.7701.20")),
            ("ChromeDriver 156.0.7701.20 (1234abcd)", Some("156.0.7701.20")),
            ("usage: trunk", None),
            ("", None),
        ];
        for (said, version) in cases {
            assert_eq!(version_in(said), version, "{said:?}");
        }
    }

    #[test]
    fn a_command_is_shown_as_typed() {
        assert_eq!(line(&cargo(["fmt", "--all"])), "cargo fmt --all");
        assert_eq!(line(Command::new("dateline").args(["build", "my texts"])), "dateline build \"my texts\"");
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(spell(Duration::from_millis(840)), "0.8 s");
        assert_eq!(spell(Duration::from_secs(125)), "2 min 05 s");
    }

    #[cfg(unix)]
    #[test]
    fn a_failure_names_the_command_and_its_exit_code() {
        let error = run(command("sh").args(["-c", "exit 7"])).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c \"exit 7\"` ended with exit code 7");
        let error = run(command("sh").args(["-c", "kill -9 $$"])).unwrap_err();
        assert!(error.to_string().ends_with("was ended by a signal"), "{error}");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let error = run(&mut command("dateline-no-such-program")).unwrap_err();
        let expected = "`dateline-no-such-program` could not be started; is it installed and on PATH?";
        assert_eq!(error.to_string(), expected);
    }
}
