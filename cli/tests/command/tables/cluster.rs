//! Apache Spark runs the command: the tables of a cluster are those of one plain run.

use super::export;
use crate::run::json;
use dateline_tests::news::News;
use dateline_tests::scratch::folder;
use dateline_tests::sources::{own, root};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The number of files that the articles are cut into.
const FILES: usize = 40;

/// The hash of each table in `folder`.
fn hashes(python: &str, folder: &Path) -> Value {
    let asked = Command::new(python).arg(root().join("tests/tables/hash.py")).arg(folder).output();
    let output = asked.expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    json(&String::from_utf8(output.stdout).expect("text"))
}

#[test]
#[cfg_attr(not(has_spark), ignore = "needs DATELINE_SPARK, a Python with PySpark, and Java")]
fn a_cluster_gives_what_one_run_gives() {
    let python = std::env::var("DATELINE_SPARK").expect("set where the test is built");
    let news = News::any();
    let texts = folder("cluster-texts");
    std::fs::copy(own().join("actors.toml"), texts.join("actors.toml")).expect("a list");
    let lines: Vec<String> = news.items.iter().map(|item| format!("{item}\n")).collect();
    for (number, lines) in lines.chunks(lines.len().div_ceil(FILES)).enumerate() {
        std::fs::write(texts.join(format!("news-{number:02}.ndjson")), lines.concat()).expect("a file");
    }
    let (plain, parts) = (folder("cluster-plain"), folder("cluster-parts"));
    assert_eq!(export(&texts, &plain, &["--signatures"]).code, 0);
    let mut job = Command::new(&python);
    job.arg(root().join("spark/dateline_job.py")).arg(&texts).arg("-o").arg(&parts);
    job.args(["--parts", "10", "--master", "local-cluster[2,1,1024]", "--dateline"]);
    job.arg(env!("CARGO_BIN_EXE_dateline")).env("PYSPARK_PYTHON", &python).env("SPARK_LOCAL_IP", "127.0.0.1");
    let output = job.output().expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (one, other) = (hashes(&python, &plain), hashes(&python, &parts));
    let tables = one.as_object().expect("hashes by table");
    for (table, expected) in tables {
        assert_eq!(other[table], *expected, "{table}");
    }
    assert_eq!(other.as_object().map(serde_json::Map::len), Some(tables.len()));
    assert!(one["near_duplicates"][0].as_u64() > Some(10), "{}", one["near_duplicates"]);
}
