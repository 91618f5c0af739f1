//! The programs that are pinned, and what each is for.

/// A pinned program.
#[derive(Debug)]
pub struct Tool {
    /// Its name in the registry.
    pub name: &'static str,
    /// The version to get.
    pub version: &'static str,
    /// The program that is asked for its version.
    pub program: &'static str,
    /// The version that the program then reports.
    pub reports: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// How long getting it takes on two cores.
    pub takes: &'static str,
    /// Where it comes from.
    pub from: Registry,
}

/// Where a tool comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registry {
    /// crates.io, with the dependencies that its authors locked.
    CratesLocked,
    /// crates.io, with the newest dependencies that fit.
    Crates,
    /// npm.
    Npm,
}

/// Builds the page. 0.22 needs a newer Rust than the workspace does.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    reports: "0.21.14",
    purpose: "builds the page",
    takes: "about 4 minutes",
    from: Registry::CratesLocked,
};

/// Joins the wasm to JavaScript. Its version is that of the crate `wasm-bindgen` in Cargo.lock, always.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    reports: "0.2.130",
    purpose: "joins the page's wasm to JavaScript",
    takes: "about 2 minutes",
    // Its lock file names a yanked crate.
    from: Registry::Crates,
};

/// Makes the wasm smaller. npm has it built for every machine, in one package.
pub const WASM_OPT: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    reports: "132",
    purpose: "makes the page's wasm smaller",
    takes: "about 15 seconds",
    from: Registry::Npm,
};

/// Checks dependencies.
pub const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    reports: "0.20.2",
    purpose: "checks the licences and sources of dependencies",
    takes: "about 3 minutes",
    from: Registry::CratesLocked,
};

/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.0",
    program: "geckodriver",
    reports: "0.37.0",
    purpose: "drives Firefox in the tests",
    takes: "about 2 minutes",
    from: Registry::CratesLocked,
};

/// Looks for inputs that stop the engine.
pub const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    reports: "0.13.2",
    purpose: "looks for inputs that stop the engine",
    takes: "about 1 minute",
    from: Registry::CratesLocked,
};

/// The engine that search is measured beside outside a browser, of PyPI.
pub const TANTIVY: &str = "tantivy==0.27.0";

/// Every pinned program.
pub const TOOLS: [Tool; 6] = [TRUNK, WASM_BINDGEN, WASM_OPT, CARGO_DENY, GECKODRIVER, CARGO_FUZZ];
