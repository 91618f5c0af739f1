//! `dateline compare`: whether texts are near-duplicates, pair by pair; for those who find the pairs on a cluster.

use crate::failure::Failure;
use crate::input;
use dateline_engine::parse::compare;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::io::{self, BufRead as _};

/// A pair of texts.
#[derive(Deserialize)]
struct Pair<'a> {
    id: Value,
    #[serde(borrow)]
    one: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    other: Vec<Cow<'a, str>>,
}

/// How they compare.
#[derive(Serialize)]
struct Compared {
    id: Value,
    similarity: f64,
    shared: f64,
    same: bool,
}

/// Compares the pairs on standard input.
///
/// # Errors
/// Where a line is no pair, or standard output cannot be written.
pub(crate) fn run() -> Result<(), Failure> {
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| format!("cannot read standard input: {error}"))?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: Pair<'_> = serde_json::from_str(&line).map_err(|error| {
            let number = number + 1;
            format!(
                "standard input:{number}: expected a pair as {{\"id\": …, \"one\": [\"block\"], \"other\": [\"block\"]}}, found otherwise: {error}"
            )
        })?;
        let [one, other]: [Vec<&str>; 2] =
            [&pair.one, &pair.other].map(|texts| texts.iter().map(|text| &**text).collect());
        let found = compare(&one, &other);
        let [similarity, shared] = [found.similarity, found.shared].map(f64::from);
        let row = Compared { id: pair.id, similarity, shared, same: found.is_same };
        input::print(&input::json(&row))?;
    }
    Ok(())
}
