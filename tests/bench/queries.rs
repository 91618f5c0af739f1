//! `dateline search --queries`: the time that many queries take over many articles.

use dateline_tests::dice::Dice;
use dateline_tests::news::News;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Articles, and queries.
const MANY: [usize; 2] = [10_000, 10_000];

/// Measures, with one part of so many of both.
pub(crate) fn all(parts: usize) {
    let command = std::env::var("DATELINE_COMMAND").expect("cargo xtask bench sets it");
    let news = News::any();
    let [articles, queries] = MANY.map(|count| count / parts);
    let place = std::env::temp_dir().join(format!("dateline-bench-queries-{}", std::process::id()));
    fs::create_dir_all(&place).expect("a folder");
    let mut dice = Dice::new(18);
    let mut items = (0..articles).map(|number| {
        let mut item = news.items[number % news.items.len()].clone();
        let body = item["body"].as_str().unwrap_or_default();
        item["body"] = format!("{body} It is number {number}.").into();
        item
    });
    let text: String = items.by_ref().map(|item| format!("{item}\n")).collect();
    fs::write(place.join("news.ndjson"), text).expect("a file");
    // A word of some article, two of them, a phrase, a beginning.
    let mut query = || {
        let item = &news.items[dice.below(news.items.len())];
        let body = item["body"].as_str().unwrap_or_default();
        let words: Vec<&str> =
            body.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).collect();
        let at = dice.below(words.len().max(2) - 1);
        let word = |at: usize| words.get(at).copied().unwrap_or("ferry");
        match dice.below(4) {
            0 => word(at).to_owned(),
            1 => format!("{} {}", word(at), word(at + 1)),
            2 => format!("\"{} {}\"", word(at), word(at + 1)),
            _ => format!("{}*", word(at).chars().take(4).collect::<String>()),
        }
    };
    let list: String = (0..queries).map(|_| format!("{}\n", query())).collect();
    fs::write(place.join("queries.txt"), list).expect("a file");
    let start = Instant::now();
    let output = Command::new(command)
        .arg("search")
        .arg(place.join("news.ndjson"))
        .arg("--queries")
        .arg(place.join("queries.txt"))
        .stderr(Stdio::null())
        .output()
        .expect("the command runs");
    let seconds = start.elapsed().as_secs_f64();
    let rows = String::from_utf8_lossy(&output.stdout).lines().count();
    assert!(output.status.success() && rows == queries + 1, "{rows} lines, {}", output.status);
    println!("{}: {queries} queries over {articles} articles: {seconds:.1} s", news.what);
    let _ = fs::remove_dir_all(&place);
}
