//! Tantivy, the engine that answers queries on servers, beside [`search`](crate::search): outside a browser, in memory, for
//! the queries that both have. A call gives the number and the score of each article, by Python.

use crate::percentile;
use crate::search::number;
use dateline_tests::browser::Result;
use dateline_tests::news::News;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// The classes of queries that both have.
pub(crate) const CLASSES: [&str; 4] = ["common", "rare", "and", "phrase"];

/// Milliseconds by class: of the search alone, and with each article read.
pub(crate) type Times = BTreeMap<String, [Vec<f64>; 2]>;

/// Measures it on `news`.
pub(crate) fn times(news: &News) -> Result<Times> {
    let python = std::env::var_os("DATELINE_TANTIVY").ok_or("DATELINE_TANTIVY names a Python")?;
    let asked: BTreeMap<&str, &Vec<Value>> =
        CLASSES.iter().map(|class| (*class, &news.asked[*class])).collect();
    let mut peer = Command::new(python);
    peer.args(["-c", include_str!("tantivy_peer.py")]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut peer = peer.spawn()?;
    let mut given = peer.stdin.take().ok_or("its input is piped")?;
    given.write_all(json!({ "items": news.items, "asked": asked }).to_string().as_bytes())?;
    drop(given);
    let output = peer.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("Tantivy ended with {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Prints how many times as long we take: the times of `ours` stand first in its rows.
pub(crate) fn compare(theirs: &mut Times, ours: &BTreeMap<&str, Vec<(&str, Value)>>) {
    println!(
        "times as long as Tantivy, p50 / p95, at most 2 is wanted: as its search alone; as with its articles read"
    );
    for class in ["common", "and", "phrase"] {
        let (Some(theirs), Some((_, row))) = (theirs.get_mut(class), ours[class].first()) else { continue };
        let mut ours: Vec<f64> = row.as_array().into_iter().flatten().map(number).collect();
        let ratios = theirs.each_mut().map(|theirs| {
            let [middle, most] =
                [0.5, 0.95].map(|share| percentile(&mut ours, share) / percentile(theirs, share));
            format!("{middle:.2} / {most:.2}")
        });
        println!("{class:16}{:>30}", ratios.join("; "));
    }
}
