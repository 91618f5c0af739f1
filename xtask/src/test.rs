//! `cargo xtask test`: every check that a change must pass, as named steps in the order in which they fail
//! fastest. What the tests check is written in the tests.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::command::{cargo, on_path, run, spell};
use crate::tools::{self, Toolbox};
use crate::{package, page, size};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The code is formatted
    Fmt,
    /// The code has no warnings
    Clippy,
    /// Every test that needs no browser
    Native,
    /// What the command writes is read by other programs
    Readers,
    /// A cluster gives what one run gives
    Spark,
    /// The page builds
    Page,
    /// The page is small
    Size,
    /// Every test that needs a browser
    Browser,
    /// What people install makes a page where there is no Rust
    Packages,
    /// The page in all its places, in Firefox
    Firefox,
    /// The page in all its places, in WebKit
    Webkit,
}

impl Step {
    /// The steps in the order in which they run.
    pub const ALL: [Step; 11] = [
        Step::Fmt,
        Step::Clippy,
        Step::Native,
        Step::Readers,
        Step::Spark,
        Step::Page,
        Step::Size,
        Step::Browser,
        Step::Packages,
        Step::Firefox,
        Step::Webkit,
    ];

    /// Whether the step runs in a browser.
    fn is_in_browser(self) -> bool {
        matches!(self, Step::Browser | Step::Packages | Step::Firefox | Step::Webkit)
    }

    /// What the step is called.
    pub fn name(self) -> &'static str {
        match self {
            Step::Fmt => "fmt",
            Step::Clippy => "clippy",
            Step::Native => "native",
            Step::Readers => "readers",
            Step::Spark => "spark",
            Step::Page => "page",
            Step::Size => "size",
            Step::Browser => "browser",
            Step::Packages => "packages",
            Step::Firefox => "firefox",
            Step::Webkit => "webkit",
        }
    }

    /// Why the step cannot run here; `None` where it can.
    fn is_missing(self) -> Option<&'static str> {
        match self {
            Step::Readers | Step::Spark if on_path("python3").is_none() => Some("no python3"),
            Step::Spark if on_path("java").is_none() => Some("no Java"),
            Step::Packages if on_path("npm").is_none() => Some("no npm"),
            Step::Packages if on_path("python3").is_none() => Some("no python3"),
            Step::Firefox if !tools::for_firefox() => Some("no Firefox, or no geckodriver"),
            Step::Webkit if !tools::for_webkit() => Some("no WebKitWebDriver, or no Xvfb"),
            _ => None,
        }
    }

    fn run(self, toolbox: &Toolbox) -> Result<()> {
        match self {
            Step::Fmt => run(&mut cargo(["fmt", "--all", "--check"])),
            Step::Clippy => {
                // Twice: code may be unused without the browser tests, or wrong only with them. They are of one
                // package, and their libraries turn on features of others, with which all would be checked anew.
                let plain = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
                run(&mut cargo(plain))?;
                let mut full = cargo(["clippy", "--package", "dateline-tests", "--all-targets"]);
                run(full.args(["--features", "browser", "--", "-D", "warnings"]))
            }
            Step::Native => run(&mut cargo(["test", "--workspace"])),
            Step::Readers => tables("queries", "DATELINE_READERS", &tools::readers()?),
            Step::Spark => tables("cluster", "DATELINE_SPARK", &tools::spark()?),
            Step::Page => page::build_with(toolbox),
            Step::Size => size::size(),
            Step::Browser => {
                let mut test = cargo(["test", "--package", "dateline-tests", "--features", "browser"]);
                test.args(["--test", "browser"]).env("DATELINE_DIST", page::dist());
                run(test.env("DATELINE_AXE", tools::axe()?))
            }
            Step::Packages => {
                package::package(None)?;
                let page = package::trial()?;
                let mut test = cargo(["test", "--package", "dateline-tests", "--features", "browser"]);
                test.args(["--test", "browser", "--", "placed::it_runs_under_any_path"]);
                run(test.env("DATELINE_DIST", page))
            }
            Step::Firefox | Step::Webkit => {
                let mut test = cargo(["test", "--package", "dateline-tests", "--features", "browser"]);
                // One window at a time: the tests of the other engines are few and long.
                test.args(["--test", "browser", "--", "anywhere::", "--test-threads=1"]);
                // WebKit's driver drops no files.
                if self == Step::Firefox {
                    test.arg("opened::");
                }
                run(test.env("DATELINE_DIST", page::dist()).env("DATELINE_ENGINE", self.name()))
            }
        }
    }
}

/// Runs the tests of tables whose names begin with `name`, which run the Python that `variable` names.
fn tables(name: &str, variable: &str, python: &Path) -> Result<()> {
    // Of the whole workspace, as the step before: alone the package has other features, and all would be compiled anew.
    let mut test = cargo(["test", "--workspace", "--test", "command", "--"]);
    run(test.arg(format!("tables::{name}")).env(variable, python))
}

/// Gets the tools, then runs every step, or this one, and stops at the first that fails.
pub fn test(only: Option<Step>) -> Result<()> {
    let steps = only.map_or(Step::ALL.to_vec(), |step| vec![step]);
    let start = Instant::now();
    // All tools first: a machine that cannot have one should say so at once, and not after the first tests.
    if steps.contains(&Step::Fmt) || steps.contains(&Step::Clippy) {
        tools::for_lint()?;
    }
    let toolbox = if steps.contains(&Step::Page) { tools::for_page()? } else { Toolbox::default() };
    if steps.contains(&Step::Native) {
        tools::for_native();
    }
    if steps.contains(&Step::Browser) {
        tools::for_browser()?;
        tools::axe()?;
    }
    // Those that cannot run here, and why.
    let missing: Vec<_> = steps.iter().filter_map(|step| Some((*step, step.is_missing()?))).collect();
    if let (Some(_), [(step, why)]) = (only, &missing[..]) {
        bail!("step {} cannot run: this machine has {why}", step.name());
    }
    if only.is_some_and(|step| step == Step::Size || step.is_in_browser()) {
        page::build_if_missing()?;
    }
    let mut times = vec![("tools", start.elapsed())];
    let result = run_all(&steps, &missing, &toolbox, &mut times);
    times.push(("all", start.elapsed()));
    eprint!("\n{}", table(&times));
    result
}

fn run_all(
    steps: &[Step],
    missing: &[(Step, &str)],
    toolbox: &Toolbox,
    times: &mut Vec<(&'static str, Duration)>,
) -> Result<()> {
    for step in steps {
        let name = step.name();
        eprintln!("\n== {name}");
        if let Some((_, why)) = missing.iter().find(|(other, _)| other == step) {
            eprintln!("== {name} SKIPPED: this machine has {why}");
            continue;
        }
        let start = Instant::now();
        let result = step.run(toolbox);
        let time = start.elapsed();
        times.push((name, time));
        result.with_context(|| {
            format!("step {name} failed (`cargo xtask test --only {name}` runs it alone)")
        })?;
        eprintln!("== {name} took {}", spell(time));
    }
    Ok(())
}

fn table(times: &[(&str, Duration)]) -> String {
    times.iter().map(|(name, time)| format!("{name:<8}{:>13}\n", spell(*time))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_named_as_they_are_chosen() {
        for step in Step::ALL {
            assert_eq!(Step::from_str(step.name(), false), Ok(step));
        }
        assert_eq!(Step::value_variants(), Step::ALL);
    }

    #[test]
    fn times_stand_in_a_table() {
        let times = [("fmt", Duration::from_millis(840)), ("native", Duration::from_secs(125))];
        assert_eq!(table(&times), "fmt             0.8 s\nnative     2 min 05 s\n");
    }
}
