//! `docs/json.md` and the JSON agree: each key that is printed is documented with its type and its values, and each
//! that is documented is printed.

use crate::run::{dateline, fed, json, on};
use dateline_engine::actors::{Gazetteer, annotate};
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::report::{Units, facets, search};
use dateline_engine::view::{Sort, from_fragment};
use dateline_tests::scratch::folder_with;
use dateline_tests::sources::own as corpus;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A query with hits and a problem.
const QUERY: &str = "kim OR putin (";
/// A mention that its file spells otherwise than it reads.
const SPELLED: &str =
    "<!DOCTYPE html><p>Ministers of C&ocirc;te d&rsquo;Ivoire and Chad signed a pact on fishing on Monday.";

/// A link in which no part is as in the whole corpus.
const FULL: &str = "q=kim&from=2024-06-01&to=2024-06-20&actor=russia&-actor=japan&source=&-source=Yonhap&-form=place\
    &-zone=quote&once=on&sort=oldest&chart=time&measure=share&near=paragraph&line=china&mentions=russia&hits=all&with=china\
    &bin=undated&form=demonym&spelling=Russian&order=left&article=feed.03&at=3:120&quote=again&text=source&about=corpus\
    &aliases=russia&propose=merge:a:b&edit=off:russia:Moscow&keys=off&corpus=0a1b2c3d";

/// Stands for an array of floats, which JSON has not.
const FLOATS: &str = "Float32Array";

/// A row of a table.
struct Row {
    key: String,
    /// Its types; `absent` among them.
    types: BTreeSet<String>,
    /// The only values that it has; empty where it may have any.
    values: BTreeSet<String>,
}

/// What was seen under one key.
#[derive(Default)]
struct Seen {
    times: usize,
    types: BTreeSet<String>,
    values: BTreeSet<String>,
}

/// The keys that were printed, and how many objects there are in each place.
#[derive(Default)]
struct Printed {
    keys: BTreeMap<String, Seen>,
    objects: BTreeMap<String, usize>,
}

/// The rows of the table under the heading `` ## `section` ``, in order.
fn documented(section: &str) -> Vec<Row> {
    let path = root().join("docs/json.md");
    let text = std::fs::read_to_string(path).expect("docs/json.md");
    let heading = format!("## `{section}`");
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.take_while(|line| !line.starts_with("## "));
    let rows = lines.skip_while(|line| !line.starts_with("| key |")).skip(2);
    let rows = rows.map_while(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let rows: Vec<_> = rows.map(row).collect();
    assert!(!rows.is_empty(), "docs/json.md has a table under {heading}");
    rows
}

fn row(line: &str) -> Row {
    let cells: Vec<_> = line.split('|').map(str::trim).collect();
    let [key, types, _, meaning, stability] = cells[..] else {
        panic!("expected five cells, found {}: {line}", cells.len())
    };
    assert!(["stable", "open", "wording"].contains(&stability), "{line}");
    assert!(!meaning.is_empty(), "{line}");
    let key = key.trim_matches('`').to_owned();
    let types = types.split(" or ").map(str::to_owned).collect();
    let listed = meaning.split_once("one of ").map_or("", |(_, rest)| rest.split(';').next().unwrap_or(""));
    Row { key, types, values: quoted(listed).collect() }
}

/// What stands between backticks in `text`.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every case of the fixtures; not those with settings, which would hold for all that is read with them.
fn fixtures() -> Vec<PathBuf> {
    let cases = root().join("tests/fixtures").read_dir().expect("the fixtures");
    let mut cases: Vec<_> = cases.map(|case| case.expect("a case").path()).collect();
    cases.retain(|path| path.is_dir() && !path.join("corpus.toml").exists());
    cases.sort();
    cases
}

/// The type of `value`; `None` for an array without items, which could be any.
fn type_of(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) => "boolean".to_owned(),
        Value::Number(number) if number.is_f64() => "number".to_owned(),
        Value::Number(_) => "integer".to_owned(),
        Value::String(text) if text == FLOATS => FLOATS.to_owned(),
        Value::String(_) => "string".to_owned(),
        Value::Object(_) => "object".to_owned(),
        Value::Array(items) => {
            let of: Option<BTreeSet<_>> = items.iter().map(item_type).collect();
            let of: Vec<_> = of?.into_iter().collect();
            (!of.is_empty()).then(|| format!("array of {}", of.join(" and ")))?
        }
    })
}

fn item_type(item: &Value) -> Option<String> {
    match item {
        Value::Array(pair) => {
            let types: Option<Vec<_>> = pair.iter().map(type_of).collect();
            Some(format!("[{}]", types?.join(", ")))
        }
        item => Some(type_of(item)? + "s"),
    }
}

impl Printed {
    /// Adds the keys of `value`, which stands at `path`, with their types and texts.
    fn collect(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                *self.objects.entry(path.to_owned()).or_default() += 1;
                for (key, value) in fields {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    let seen = self.keys.entry(path.clone()).or_default();
                    seen.times += 1;
                    seen.types.extend(type_of(value));
                    seen.values.extend(value.as_str().map(str::to_owned));
                    self.collect(&path, value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(&format!("{path}[]"), item)),
            _ => {}
        }
    }
}

/// Asserts that the table of `section` has just the keys, types and values that are `printed`.
fn assert_documented(section: &str, printed: &[Value]) {
    let mut all = Printed::default();
    printed.iter().for_each(|value| all.collect("", value));
    for row in documented(section) {
        let Some(mut seen) = all.keys.remove(&row.key) else {
            panic!("{section}: `{}` is documented and never printed", row.key)
        };
        let object = row.key.rsplit_once('.').map_or("", |(object, _)| object);
        if seen.times < all.objects[object] {
            seen.types.insert("absent".to_owned());
        }
        assert_eq!(seen.types, row.types, "{section}: the type of `{}`: printed, documented", row.key);
        if !row.values.is_empty() {
            assert!(seen.values.is_subset(&row.values), "{section}: `{}` may be {:?}", row.key, seen.values);
        }
    }
    let undocumented: Vec<_> = all.keys.keys().collect();
    assert!(undocumented.is_empty(), "{section}: printed and not documented: {undocumented:?}");
}

/// The corpus, ready to answer as the page does.
fn explorer() -> Explorer {
    let read = |name: &str| std::fs::read(corpus().join(name)).expect("a file of the corpus");
    let names = ["assembly.txt", "broadcast.txt", "deterrence.txt", "feed.txt", "warning.txt"];
    let files = names.map(|name| SourceFile { name: name.to_owned(), bytes: read(name) });
    let corpus = parse(files.to_vec(), &Config::default()).corpus;
    let mut gazetteer = Gazetteer::built_in();
    assert_eq!(gazetteer.add(&String::from_utf8_lossy(&read("actors.toml"))), []);
    let mentions = annotate(&corpus, &gazetteer);
    Explorer::new(corpus, mentions)
}

fn value(report: &impl serde::Serialize) -> Value {
    serde_json::to_value(report).expect("a report has text keys only")
}

/// What `command` prints over the corpus and all fixtures, with `more` arguments.
fn printed(command: &str, more: &[&str]) -> String {
    let spelled =
        folder_with(&format!("json-{command}{}", more.concat()), &[("spelled.html", SPELLED.as_bytes())]);
    let paths = fixtures().into_iter().chain([corpus(), spelled]).map(PathBuf::into_os_string);
    let words = [command].into_iter().chain(more.iter().copied()).map(OsString::from);
    dateline(words.chain(paths)).out
}

#[test]
fn inspect_prints_what_is_documented() {
    assert_documented("dateline inspect PATH… --json", &[json(&printed("inspect", &["--json"]))]);
}

#[test]
fn mentions_print_what_is_documented() {
    let lines: Vec<_> = printed("mentions", &["--json"]).lines().map(json).collect();
    assert_documented("dateline mentions PATH… --json", &lines);
}

#[test]
fn mentions_as_csv_have_the_documented_columns() {
    let rows = documented("dateline mentions PATH… --csv");
    let out = printed("mentions", &["--csv"]);
    let mut lines = out.split_terminator("\r\n");
    let head: Vec<_> = lines.next().expect("a header").split(',').collect();
    assert_eq!(head, rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>());
    let mut types = vec![BTreeSet::new(); head.len()];
    // Values with commas are in quotation marks; no other is looked at here.
    for line in lines.filter(|line| !line.contains('"')) {
        for (types, value) in types.iter_mut().zip(line.split(',')) {
            let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
            types.insert(match value {
                "" => "empty".to_owned(),
                "true" | "false" => "boolean".to_owned(),
                _ if is_number => "integer".to_owned(),
                _ => "string".to_owned(),
            });
        }
    }
    for (row, types) in rows.iter().zip(types) {
        assert_eq!(types, row.types, "the type of the column `{}`: printed, documented", row.key);
    }
    let columns: BTreeSet<_> = rows.iter().map(|row| row.key.as_str()).collect();
    let keys = documented("dateline mentions PATH… --json");
    assert_eq!(columns, keys.iter().map(|row| row.key.as_str()).collect(), "one column a key");
}

#[test]
fn search_prints_what_is_documented() {
    let corpus = corpus();
    let reports = ["", QUERY].map(|query| json(&on("search", &corpus, &[query, "--json"]).out));
    assert_documented("dateline search PATH… QUERY --json", &reports);
}

#[test]
fn queries_print_what_is_documented() {
    let asked = ["kim OR putin (", "\"spy satellite\"", "is:undated", "nobody-wrote-this"];
    let file = folder_with("queries", &[("queries.txt", asked.join("\n\n").as_bytes())]).join("queries.txt");
    let file = file.to_string_lossy();
    let lines: Vec<_> =
        on("search", &corpus(), &["--queries", &file, "--json"]).out.lines().map(json).collect();
    assert_documented("dateline search PATH… --queries FILE --json", &lines);
    let keys = documented("dateline search PATH… --queries FILE --json").into_iter().map(|row| row.key);
    let keys: Vec<_> = keys.filter(|key| !key.contains('.')).collect();
    let csv = on("search", &corpus(), &["--queries", &file]).out;
    assert_eq!(csv.split("\r\n").next(), Some(&*keys.join(",")));
    // Each is answered as it is alone; CSV gives the same as lines.
    let alone = |query: &str| json(&on("search", &corpus(), &[query, "--json"]).out);
    for (query, line) in asked.iter().zip(&lines) {
        assert_eq!(
            (&line["articles"], &line["problems"]),
            (&alone(query)["total"], &alone(query)["problems"])
        );
        assert_eq!(line["query"], *query);
    }
    let table = "who,query\r\na,kim OR putin (\r\nb,\"\"\"spy satellite\"\"\"\r\nc,is:undated\r\nd,nobody-wrote-this\r\n";
    let table = folder_with("queries-csv", &[("queries.csv", table.as_bytes())]).join("queries.csv");
    assert_eq!(on("search", &corpus(), &["--queries", &table.to_string_lossy()]).out, csv);
    let none = folder_with("queries-none", &[("none.txt", b"\n\n")]).join("none.txt");
    let said = on("search", &corpus(), &["--queries", &none.to_string_lossy()]);
    assert!(said.code == 1 && said.err.contains("expected a query a line"), "{}", said.err);
}

#[test]
fn compare_prints_what_is_documented() {
    let ferries = "Two ferries stayed in port on Monday because the harbour of Skarn was full of ice, and the board sent home thirty sailors and promised to pay them for the week.";
    let pair = |one: &str, other: &str| {
        format!("{}\n", serde_json::json!({ "id": "a", "one": [one], "other": [other] }))
    };
    let edited = ferries.replace("Monday", "Tuesday");
    let lines =
        [pair(ferries, &edited), "\n".to_owned(), pair(ferries, "The council voted on Tuesday.")].concat();
    let said = fed(&["compare"], &lines);
    let found: Vec<_> = said.out.lines().map(json).collect();
    assert_documented("dateline compare", &found);
    assert_eq!(found.iter().map(|row| row["same"] == true).collect::<Vec<_>>(), [true, false]);
    let said = fed(&["compare"], "{\"id\": 1}\n");
    assert!(said.code == 1 && said.err.contains("standard input:1: expected a pair"), "{}", said.err);
}

#[test]
fn the_page_gives_what_is_documented() {
    let script = std::fs::read_to_string(root().join("src/boot.js")).expect("the script of the page");
    let functions = script.split("api.").skip(1).filter_map(|rest| rest.split_once(" = "));
    let functions = functions.map(|(name, _)| name).filter(|name| name.chars().all(char::is_alphanumeric));
    let functions: BTreeSet<_> = functions.chain(["ready"]).map(str::to_owned).collect();
    let told: BTreeSet<_> = documented("window.dateline").into_iter().map(|row| row.key).collect();
    assert_eq!(functions, told, "window.dateline: in boot.js, documented");

    // What boot.js makes itself of an answer, and what of the engine's report it hands on.
    let (_, rest) = script.split_once("const found = {").expect("the answer of a search");
    let (at_once, _) = rest.split_once("};").expect("the answer ends");
    let at_once = at_once.split(", ").filter_map(|field| field.split(':').next()).map(str::trim);
    let later = script.split("defineProperty(found, \"").skip(1).filter_map(|rest| rest.split('"').next());
    let found: BTreeSet<_> = at_once.chain(later).map(str::to_owned).collect();
    let told = documented("window.dateline.search(text)").into_iter().map(|row| row.key);
    assert_eq!(found, told.filter(|key| !key.contains('.')).collect(), "search: in boot.js, documented");

    let explorer = explorer();
    let answer = |query| {
        let selection = explorer.ranked(query, Sort::Relevance);
        let mut answer = value(&search(&explorer, query, &selection, Units::Utf16));
        let articles: Vec<_> =
            answer["hits"].as_array().into_iter().flatten().map(|hit| hit["article"].clone()).collect();
        answer["articles"] = articles.into();
        answer["scores"] = FLOATS.into();
        answer
    };
    assert_documented("window.dateline.search(text)", &["", QUERY].map(answer));
    let facets = ["", "kim"].map(|query| value(&facets(&explorer, query, Some("2024-06-01"), Some("June"))));
    assert_documented("window.dateline.facets(text, from, to)", &facets);
    let views = ["", FULL].map(|fragment| {
        let (view, problems) = from_fragment(fragment);
        assert_eq!(problems, Vec::<String>::new());
        value(&view)
    });
    assert_documented("window.dateline.view()", &views);
}
