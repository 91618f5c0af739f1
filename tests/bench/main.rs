//! `cargo xtask bench`: what the product promises about speed, measured. One file a promise.

mod actors;
#[path = "../dice/mod.rs"]
mod dice;
mod groups;
mod parse;
#[cfg(feature = "browser")]
mod search;
#[cfg(feature = "browser")]
#[path = "../sources/mod.rs"]
mod sources;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["actors"] => actors::all(),
        ["groups"] => groups::all(),
        ["parse"] => parse::all(),
        ["parse", case] => parse::one(case),
        #[cfg(feature = "browser")]
        ["search"] => search::all(),
        _ => {
            eprintln!("expected what to measure: actors, groups, parse, or search in a build with a browser");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
