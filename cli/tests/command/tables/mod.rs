//! `dateline export`: the tables say what the JSON says, are as documented, and make the same page again.

mod adding;
mod cluster;
mod faults;
mod figures;

use crate::build::{build, page_named, written};
use crate::run::{Said, dateline, json, list, on};
use dateline_tables::{Kind, SIGNATURES, TABLES};
use dateline_tests::scratch::{folder, folder_with};
use dateline_tests::sources::{corpora, own, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Exports `texts`.
fn export(texts: &Path, out: &Path, more: &[&str]) -> Said {
    let words: [OsString; 4] = ["export".into(), texts.into(), "-o".into(), out.into()];
    dateline(words.into_iter().chain(more.iter().map(OsString::from)))
}

/// Fills `page` with `tables`.
fn build_from(tables: &Path, page: &Path, out: &Path) -> Said {
    let words: [OsString; 7] = [
        "build".into(),
        "--from".into(),
        tables.into(),
        "--page".into(),
        page.into(),
        "-o".into(),
        out.into(),
    ];
    dateline(words)
}

/// Texts of all kinds: both corpora, and all fixtures at once.
fn all() -> Vec<PathBuf> {
    corpora().into_iter().chain([root().join("tests/fixtures")]).collect()
}

/// The rows of a table in NDJSON.
fn rows(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<Value> {
    let text = std::str::from_utf8(&files[&format!("{table}.ndjson")]).expect("UTF-8");
    text.lines().map(json).collect()
}

/// The columns that docs/tables.md lists, each with its type, by table.
fn documented() -> BTreeMap<String, Vec<(String, String)>> {
    let text = std::fs::read_to_string(root().join("docs/tables.md")).expect("docs/tables.md");
    let sections = text.split("\n## `").skip(1).filter_map(|section| section.split_once('`'));
    let column = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let (name, kind) = (cells.next()?.trim_end_matches('`'), cells.next()?);
        Some((name.to_owned(), kind.to_owned()))
    };
    let columns =
        |text: &str| text.lines().take_while(|line| !line.starts_with("## ")).filter_map(column).collect();
    sections.map(|(name, text)| (name.to_owned(), columns(text))).collect()
}

#[test]
fn columns_are_those_that_are_documented() {
    let names = [
        (Kind::Text, "text"),
        (Kind::Integer, "integer"),
        (Kind::Number, "number"),
        (Kind::Boolean, "boolean"),
        (Kind::Day, "day"),
        (Kind::Bytes, "bytes"),
    ];
    let tables = TABLES.iter().chain([&SIGNATURES]).map(|table| {
        let columns = table.columns.iter().map(|column| {
            let (_, kind) = names.iter().find(|(kind, _)| *kind == column.kind).expect("a type with a name");
            let or_none = if column.optional { " or none" } else { "" };
            (column.name.to_owned(), format!("{kind}{or_none}"))
        });
        (table.name.to_owned(), columns.collect())
    });
    assert_eq!(documented(), tables.collect::<BTreeMap<_, Vec<_>>>());
}

#[test]
fn rows_say_what_json_says() {
    for texts in all() {
        let out = folder("rows-out");
        assert_eq!(export(&texts, &out, &["--format", "ndjson"]).code, 0);
        let files = written(&out);
        let inspected = json(&on("inspect", &texts, &["--json"]).out);
        let lines = on("mentions", &texts, &["--json"]).out;
        assert_eq!(rows(&files, "mentions"), lines.lines().map(json).collect::<Vec<_>>());
        assert_eq!(rows(&files, "ledger"), *list(&inspected, "ledger"));
        assert_eq!(rows(&files, "problems"), *list(&inspected, "problems"));
        let (mut blocks, mut credits) = (Vec::new(), Vec::new());
        let articles = list(&inspected, "articles").iter().map(|article| {
            let id = &article["id"];
            for (place, block) in list(article, "blocks").iter().enumerate() {
                blocks.push(json!({ "article": id, "block": place, "kind": block["kind"], "text": block["text"], "speaker": block.get("speaker") }));
            }
            for credit in list(article, "credits") {
                credits.push(json!({ "article": id, "kind": credit["kind"], "text": credit["text"] }));
            }
            let mut row = article.clone();
            let day = row["published"].as_str().map(|published| published[..10].to_owned());
            let row_of = row.as_object_mut().expect("an object");
            row_of.retain(|key, _| !["id", "blocks", "credits"].contains(&key.as_str()));
            row_of.insert("article".to_owned(), id.clone());
            row_of.insert("day".to_owned(), day.into());
            row
        });
        let expected: Vec<Value> = articles.collect();
        let mut found = rows(&files, "articles");
        let headline_words = |row: &mut Value| {
            row.as_object_mut().and_then(|row| row.remove("headline_words")).expect("a column")
        };
        for row in &mut found {
            let words = headline_words(row);
            assert_eq!(words == json!(0), row["title_derived"] == json!(true), "{row}");
        }
        assert_eq!(found, expected);
        assert_eq!(rows(&files, "blocks"), blocks);
        assert_eq!(rows(&files, "credits"), credits);
        let hundredths = |share: &Value| (share.as_f64().expect("a share") * 100.0).round() / 100.0;
        let near: Vec<Value> = rows(&files, "near_duplicates")
            .into_iter()
            .map(|row| {
                json!([
                    row["group"],
                    row["article"],
                    hundredths(&row["similarity"]),
                    hundredths(&row["shared"])
                ])
            })
            .collect();
        let groups = list(&inspected, "groups").iter().flat_map(|group| {
            let members = list(group, "members");
            members
                .iter()
                .map(|it| json!([members[0]["article"], it["article"], it["similarity"], it["shared"]]))
        });
        assert_eq!(near, groups.collect::<Vec<_>>());
    }
}

#[test]
fn csv_is_that_of_mentions() {
    let out = folder("csv-out");
    assert_eq!(export(&own(), &out, &["--format", "csv"]).code, 0);
    let csv = written(&out)["mentions.csv"].clone();
    assert_eq!(String::from_utf8(csv).expect("UTF-8"), on("mentions", &own(), &["--csv"]).out);
}

#[test]
fn cores_change_no_byte() {
    let texts = root().join("tests/fixtures");
    let with = |cores: &str| {
        let out = folder(&format!("cores-{cores}"));
        let mut export = Command::new(env!("CARGO_BIN_EXE_dateline"));
        export.arg("export").arg(&texts).arg("-o").arg(&out).env("RAYON_NUM_THREADS", cores);
        assert!(export.output().expect("the command runs").status.success());
        written(&out)
    };
    let one = with("1");
    assert_eq!(one.len(), TABLES.len());
    assert!(one == with("3"), "the same bytes");
}

#[test]
fn a_page_of_tables_is_that_of_their_texts() {
    let page = page_named("tables-page", "app");
    let from = |tables: &Path, out: &Path| build_from(tables, &page, out);
    for texts in all() {
        let (tables, of_texts, of_tables) = (folder("from-tables"), folder("from-texts"), folder("from-out"));
        assert_eq!(export(&texts, &tables, &[]).code, 0);
        assert_eq!(build(&texts, &page, &of_texts, &[]).code, 0);
        let said = from(&tables, &of_tables);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(written(&of_texts) == written(&of_tables), "{}", texts.display());
    }
    // Two runs over the two halves, as on a cluster.
    let whole = own();
    let mut names: Vec<String> = written(&whole).into_keys().filter(|name| name.ends_with(".txt")).collect();
    names.sort();
    let (half, halves) = (names.len() / 2, folder("from-halves"));
    for (number, names) in [&names[..half], &names[half..]].into_iter().enumerate() {
        let lists = ["corpus.toml", "actors.toml"].map(str::to_owned);
        let paths = lists.iter().chain(names).map(|name| whole.join(name).into_os_string());
        let out = halves.join(format!("{number}"));
        let words = [OsString::from("export")].into_iter().chain(paths);
        assert_eq!(dateline(words.chain(["-o".into(), out.into()])).code, 0);
    }
    let (of_texts, of_tables) = (folder("from-whole"), folder("from-both"));
    assert_eq!(build(&whole, &page, &of_texts, &[]).code, 0);
    let said = from(&halves, &of_tables);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(written(&of_texts) == written(&of_tables));
    // What is no folder of tables, and a table that is cut.
    let said = from(&whole, &folder("from-nothing"));
    assert!(said.code == 1 && said.err.contains("expected tables in Parquet"), "{}", said.err);
    let cut = halves.join("0/blocks.parquet");
    let bytes = std::fs::read(&cut).expect("a table");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).expect("a cut table");
    let said = from(&halves, &folder("from-cut"));
    assert!(said.code == 1 && said.err.contains("expected the table blocks"), "{}", said.err);
}

#[test]
fn folders_of_others_stay() {
    let out = folder_with("tables-others", &[("notes.txt", b"theirs")]);
    let said = export(&own(), &out, &[]);
    assert!(said.code == 1 && said.err.contains("found notes.txt"), "{}", said.err);
    assert_eq!(written(&out), BTreeMap::from([("notes.txt".to_owned(), b"theirs".to_vec())]));
    // A table of somebody else.
    let out = folder_with("tables-theirs", &[("actors.csv", b"theirs")]);
    let said = export(&own(), &out, &[]);
    assert!(said.code == 1 && said.err.contains("found actors.csv"), "{}", said.err);
    let texts =
        folder_with("tables-texts", &[("articles.csv", b"title,body\nFerries,No ferry leaves today.\n")]);
    let said = export(&texts.join("articles.csv"), &texts, &[]);
    assert!(said.code == 1 && said.err.contains("found one of the texts"), "{}", said.err);
    let said = export(&texts, &texts.join("tables"), &[]);
    assert!(said.code == 1 && said.err.contains("found one of the texts"), "{}", said.err);
    // Tables of another format go.
    let out = folder("tables-formats");
    for format in ["csv", "parquet"] {
        assert_eq!(export(&own(), &out, &["--format", format]).code, 0);
        let names: Vec<_> = written(&out).into_keys().collect();
        assert!(names.len() == TABLES.len() && names.iter().all(|name| name.ends_with(format)), "{names:?}");
    }
}

/// Each query of docs/tables.md, in DuckDB and in Polars, gives what the command's own figures give.
#[test]
#[cfg_attr(not(has_readers), ignore = "needs DATELINE_READERS, a Python with DuckDB and Polars")]
fn queries_give_the_figures_of_the_page() {
    // With near-duplicates, a surname of nobody, an article without a date, and a file that is no text.
    let fixtures = ["near-duplicates", "surname-of-nobody", "dated-scrape-impossible-date"];
    let paths = fixtures.map(|name| root().join("tests/fixtures").join(name)).into_iter().chain([own()]);
    let paths: Vec<OsString> = paths.map(PathBuf::into_os_string).collect();
    let out = folder("queries-tables");
    let with = |command: &str, more: &[OsString]| {
        dateline([OsString::from(command)].into_iter().chain(paths.clone()).chain(more.iter().cloned()))
    };
    assert_eq!(with("export", &["-o".into(), (&out).into()]).code, 0);
    let inspected = json(&with("inspect", &["--json".into()]).out);
    let mentions: Vec<Value> = with("mentions", &["--json".into()]).out.lines().map(json).collect();
    let plain = folder("queries-plain");
    assert_eq!(with("export", &["--format".into(), "ndjson".into(), "-o".into(), (&plain).into()]).code, 0);
    let headline_words = rows(&written(&plain), "articles")
        .into_iter()
        .map(|row| (row["article"].to_string(), row["headline_words"].as_u64().unwrap_or_default()));
    let expected = figures::all(&inspected, &mentions, &headline_words.collect());
    let text = std::fs::read_to_string(root().join("docs/tables.md")).expect("docs/tables.md");
    let queries: Vec<&str> = text.split("```sql\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert_eq!(queries.len(), expected.len(), "a figure for each query");
    for program in ["duckdb", "polars"] {
        let answers = figures::ask(program, &out, &queries);
        for ((query, expected), answer) in queries.iter().zip(&expected).zip(answers) {
            assert_eq!(figures::sorted(&answer), figures::sorted(expected), "{program}: {query}");
            assert!(!expected.is_empty(), "{query}");
        }
    }
}
