//! The figures of the queries of docs/tables.md, counted slowly from the command's JSON; and what other programs answer.

use crate::run::list;
use dateline_tests::sources::root;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

/// The answers of a program to `queries` about the tables in `folder`.
pub(super) fn ask(program: &str, folder: &Path, queries: &[&str]) -> Vec<Vec<Value>> {
    let python = std::env::var("DATELINE_READERS").expect("set where the test is built");
    let script = root().join("tests/tables/ask.py");
    let mut asked = Command::new(python)
        .arg(script)
        .arg(program)
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut stdin = asked.stdin.take().expect("as asked for");
    stdin.write_all(json!(queries).to_string().as_bytes()).expect("Python listens");
    drop(stdin);
    let output = asked.wait_with_output().expect("Python ends");
    assert!(output.status.success(), "{program} answers");
    let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    list(&said, "answers").iter().map(|answer| answer.as_array().expect("rows").clone()).collect()
}

/// `rows` in an order of their own, with numbers to a millionth: programs round, and some orders are theirs.
pub(super) fn sorted(rows: &[Value]) -> Vec<String> {
    let cell = |value: &Value| match value.as_f64() {
        Some(number) => format!("{number:.6}"),
        None => value.to_string(),
    };
    let row = |row: &Value| row.as_array().expect("a row").iter().map(cell).collect::<Vec<_>>().join(" ");
    let mut rows: Vec<String> = rows.iter().map(row).collect();
    rows.sort();
    rows
}

/// A row for each key that `items` have: the key, and how many there are.
fn counted<'a>(
    items: impl IntoIterator<Item = &'a Value>,
    key: impl Fn(&'a Value) -> Vec<Value>,
) -> Vec<Value> {
    let mut counts: BTreeMap<String, (Vec<Value>, u64)> = BTreeMap::new();
    for item in items {
        let key = key(item);
        counts.entry(json!(key).to_string()).or_insert((key, 0)).1 += 1;
    }
    let row = |(key, count): (Vec<Value>, u64)| Value::Array(key.into_iter().chain([json!(count)]).collect());
    counts.into_values().map(row).collect()
}

/// The year and the month of a day.
fn month(published: &Value) -> Option<Vec<Value>> {
    let mut parts = published.as_str()?.split(['-', 'T']);
    let mut part = || parts.next()?.parse::<u32>().ok();
    Some(vec![json!(part()?), json!(part()?)])
}

/// The pairs of actors that stand in the same place, as `place` says it.
fn pairs(mentions: &[&Value], place: impl Fn(&Value) -> Vec<Value>) -> Vec<Value> {
    let mut places: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for mention in mentions {
        let actor = mention["actor"].as_str().expect("an actor");
        places.entry(json!(place(mention)).to_string()).or_default().insert(actor);
    }
    let pairs = places.values().flat_map(|actors| {
        actors.iter().flat_map(|one| {
            actors.iter().filter(move |other| one < *other).map(move |other| json!([one, other]))
        })
    });
    let pairs: Vec<Value> = pairs.collect();
    counted(&pairs, |pair| vec![pair[0].clone(), pair[1].clone()])
}

/// The figures of the queries of docs/tables.md, in their order.
pub(super) fn all(
    inspected: &Value,
    mentions: &[Value],
    headline_words: &BTreeMap<String, u64>,
) -> Vec<Vec<Value>> {
    let articles = list(inspected, "articles");
    let of: BTreeMap<&str, &Value> =
        articles.iter().map(|article| (article["id"].as_str().expect("an id"), article)).collect();
    let article = |mention: &Value| of[mention["article"].as_str().expect("an id")];
    let (known, nobody): (Vec<&Value>, Vec<&Value>) =
        mentions.iter().partition(|mention| !mention["actor"].is_null());
    let known_of = |keys: &'static [&'static str]| {
        counted(known.iter().copied(), move |it| keys.iter().map(|key| it[*key].clone()).collect())
    };
    let bars = known_of(&["actor"]);
    let in_articles = |actor: &Value| {
        let named = known.iter().filter(|it| it["actor"] == *actor).map(|it| it["article"].as_str());
        named.collect::<BTreeSet<_>>().len()
    };
    let words: u64 = articles.iter().filter_map(|it| it["words"].as_u64()).sum();
    let words = (words + headline_words.values().sum::<u64>()) as f64;
    let rate = |row: &Value| json!([row[0], row[1].as_f64().unwrap_or_default() * 1000.0 / words]);
    let share = |row: &Value| json!([row[0], in_articles(&row[0]) as f64 / articles.len() as f64]);
    let dated = |it: &&&Value| !article(it)["published"].is_null();
    let once = |it: &&Value| {
        let groups = list(inspected, "groups").iter();
        let mut repeats = groups.flat_map(|group| list(group, "members").iter().skip(1));
        !repeats.any(|member| member["article"] == it["article"])
    };
    let once: Vec<&Value> = known.iter().copied().filter(once).collect();
    let by_source = counted(articles, |it| vec![it["source"].clone()]).into_iter().map(|row| {
        let same = articles.iter().filter(|it| it["source"] == row[0]);
        json!([row[0], row[1], same.filter_map(|it| it["words"].as_u64()).sum::<u64>()])
    });
    let set_aside =
        counted(list(inspected, "ledger"), |it| vec![it["rule"].clone()]).into_iter().map(|row| {
            let same = list(inspected, "ledger").iter().filter(|it| it["rule"] == row[0]);
            let bytes = same.filter_map(|it| Some(it["end"].as_u64()? - it["start"].as_u64()?)).sum::<u64>();
            json!([row[0], row[1], bytes])
        });
    let groups = list(inspected, "groups");
    let members: usize = groups.iter().map(|group| list(group, "members").len()).sum();
    let russia: BTreeSet<&str> = known
        .iter()
        .filter(|it| it["actor"] == json!("russia"))
        .filter_map(|it| it["article"].as_str())
        .collect();
    vec![
        bars.iter().map(|row| json!([row[0], row[1], in_articles(&row[0])])).collect(),
        bars.iter().map(rate).collect(),
        bars.iter().map(share).collect(),
        counted(known.iter().filter(dated).copied(), |it| month(&article(it)["published"]).expect("a day")),
        counted(articles.iter().filter(|it| !it["published"].is_null()), |it| {
            month(&it["published"]).expect("a day")
        }),
        vec![json!([articles.iter().filter(|it| it["published"].is_null()).count()])],
        by_source.collect(),
        counted(known.iter().copied(), |it| vec![article(it)["source"].clone(), it["actor"].clone()]),
        known_of(&["form"]),
        known_of(&["zone"]),
        known_of(&["kind"]),
        pairs(&known, |it| vec![it["article"].clone()]),
        pairs(&known, |it| vec![it["article"].clone(), it["block"].clone()]),
        counted(once, |it| vec![it["actor"].clone()]),
        counted(known.iter().copied().filter(|it| it["sure"] == json!(false)), |it| {
            vec![it["actor"].clone()]
        }),
        counted(nobody, |it| vec![it["surface"].clone()]),
        known_of(&["actor", "surface"]),
        set_aside.collect(),
        vec![json!([groups.len(), members])],
        counted(articles, |it| vec![it["language"].clone()]),
        russia.iter().map(|id| json!([id, of[id]["title"], of[id]["published"]])).collect(),
    ]
}
