//! `cargo xtask bench`: what the product promises about speed, measured. One file a promise.

mod actors;
mod groups;
#[cfg(feature = "browser")]
mod page;
mod parse;
#[cfg(feature = "browser")]
mod search;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["actors"] => actors::all(),
        ["groups"] => groups::all(),
        ["parse"] => parse::all(),
        ["parse", case] => parse::one(case),
        #[cfg(feature = "browser")]
        ["page"] => page::all(),
        #[cfg(feature = "browser")]
        ["search"] => search::all(),
        _ => {
            eprintln!(
                "expected what to measure: actors, groups, parse, or page or search in a build with a browser"
            );
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Of `times`, the one that this share of them does not pass.
#[cfg(feature = "browser")]
fn percentile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * share).round() as usize]
}
