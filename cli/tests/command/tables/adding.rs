//! A run that adds to tables reads what is new or has changed, and leaves the tables that one run over all texts makes.

use super::{build_from, export};
use crate::build::{build, page_named, written};
use dateline_engine::actors::Gazetteer;
use dateline_engine::corpus::FileProblem;
use dateline_tables::{Earlier, EarlierFile, Format, TABLES, Table};
use dateline_tests::dice::Dice;
use dateline_tests::scratch::{folder, folder_with};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The files of a table.
fn files(tables: &Path, table: &Table) -> Vec<PathBuf> {
    let first = Format::Parquet.file(table, 1);
    let numbered = format!("{}-", table.name);
    let names = written(tables).into_keys().filter(|name| *name == first || name.starts_with(&numbered));
    names.map(|name| tables.join(name)).collect()
}

/// What tables say: the articles and problems of each source file, and the groups of near-duplicates, each sorted.
type Said = (BTreeMap<String, (String, Vec<String>, Vec<FileProblem>)>, Vec<Vec<String>>);

fn said(tables: &Path) -> Said {
    try_said(tables).expect("tables of this version")
}

/// The same; `None` where one cannot be read.
fn try_said(tables: &Path) -> Option<Said> {
    let open = |table: &Table| {
        let opened =
            files(tables, table).into_iter().map(|file| File::open(file).map_err(|error| error.to_string()));
        opened.collect::<Result<Vec<File>, String>>()
    };
    let earlier = Earlier::read(open).ok()??;
    let file = |(file, _): (EarlierFile, usize)| (file.name, (file.digest, file.articles, file.problems));
    let mut groups = earlier.groups;
    groups.sort();
    Some((earlier.files.into_iter().map(file).collect(), groups))
}

/// The page of tables.
fn page_of(tables: &Path) -> BTreeMap<String, Vec<u8>> {
    let (page, out) = (page_named("adding-page", "app"), folder("adding-out"));
    assert_eq!(build_from(tables, &page, &out).code, 0);
    written(&out)
}

/// A text of its own, and of the same words as others with the same `story`.
fn text(story: usize, version: usize) -> String {
    let actors: Vec<String> = Gazetteer::built_in().actors().map(|actor| actor.name.clone()).collect();
    let name = &actors[story * 7 % actors.len()];
    let words: Vec<String> = (0..60).map(|word| format!("w{}", story * 100 + word)).collect();
    format!(
        " date 2024-01-{:02} Ferries of {name} sail. {} Version {version}.\n\nShare this article\n",
        1 + story % 28,
        words.join(" ")
    )
}

#[test]
fn what_is_added_is_what_is_read_at_once() {
    let mut dice = Dice::new(18);
    let (texts, tables) = (folder("adding-texts"), folder("adding-tables"));
    fs::write(
        texts.join("corpus.toml"),
        "title = \"Ferries\"\n\n[file.\"nobody.txt\"]\nsource = \"Gazette\"\n",
    )
    .expect("a list");
    let mut next = 0;
    for step in 0..12 {
        for _ in 0..=dice.below(6) {
            next += 1;
            fs::write(texts.join(format!("t{next}.txt")), text(dice.below(8), next)).expect("a text");
        }
        // Texts that are none, under names before and behind those of others, and an archive that breaks off.
        if step % 2 == 0 {
            fs::write(texts.join(format!("{}.dat", dice.below(100))), [0, 1, step as u8]).expect("a file");
            fs::write(texts.join(format!("u{step}.txt")), [0, 2, step as u8]).expect("a file");
            fs::write(texts.join("t.zip"), b"PK\x03\x04 and no more").expect("a file");
        }
        let mut names: Vec<String> =
            written(&texts).into_keys().filter(|name| name.ends_with(".txt")).collect();
        names.sort();
        if step % 3 == 1 {
            let changed = &names[dice.below(names.len())];
            fs::write(texts.join(changed), text(dice.below(8), 1000 + step)).expect("a text");
        }
        if step % 4 == 2 {
            fs::remove_file(texts.join(&names[dice.below(names.len())])).expect("a text");
        }
        let run = export(&texts, &tables, &[]);
        assert_eq!(run.code, 0, "{}", run.err);
        let fresh = folder("adding-fresh");
        assert_eq!(export(&texts, &fresh, &[]).code, 0);
        assert_eq!(said(&tables), said(&fresh), "step {step}: {}", run.err);
        assert!(page_of(&tables) == page_of(&fresh), "step {step}: {}", run.err);
        // Of tables of the whole there is one file.
        for table in TABLES.iter().filter(|table| !table.is_of_files()) {
            let [one, other] = [&tables, &fresh]
                .map(|it| fs::read(it.join(Format::Parquet.file(table, 1))).expect("a table"));
            assert!(one == other, "step {step}: {}", table.name);
        }
    }
    let pieces = files(&tables, TABLES.iter().find(|table| table.name == "files").expect("a table")).len();
    assert!((2..=6).contains(&pieces), "{pieces} pieces");
}

#[test]
fn what_changes_is_exported_again() {
    let (texts, tables) =
        (folder_with("adding-watched", &[("a.txt", b"Norway has ferries.")]), folder("adding-watch"));
    let mut export = Command::new(env!("CARGO_BIN_EXE_dateline"));
    export.arg("export").arg(&texts).arg("-o").arg(&tables).arg("--watch").stderr(Stdio::null());
    let mut running = export.spawn().expect("the command runs");
    let mut waited = |file: &str| {
        for _ in 0..200 {
            // The folder may be exchanged in the middle.
            let is_whole = tables.join("files.parquet").is_file();
            if is_whole && try_said(&tables).is_some_and(|(files, _)| files.contains_key(file)) {
                return;
            }
            sleep(Duration::from_millis(100));
        }
        let _ = running.kill();
        panic!("{file} is not in the tables");
    };
    waited("a.txt");
    fs::write(texts.join("b.txt"), "Chad has lakes.").expect("a text");
    waited("b.txt");
    running.kill().expect("it runs still");
    let _ = running.wait();
}

#[test]
fn what_did_not_change_stays() {
    let many: Vec<(String, String)> = (0..20).map(|i| (format!("a{i}.txt"), text(i, i))).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let (texts, tables) = (folder_with("adding-stays", &many), folder("adding-stays-tables"));
    assert_eq!(export(&texts, &tables, &[]).code, 0);
    let before = written(&tables);
    let run = export(&texts, &tables, &[]);
    assert!(
        run.code == 0
            && run.err.contains("20 files as before; 0 new")
            && run.err.contains("nothing to write"),
        "{}",
        run.err
    );
    assert!(written(&tables) == before);
    // A name that an article has stays with it.
    fs::write(texts.join("a1.md"), text(30, 1)).expect("a text");
    let run = export(&texts, &tables, &[]);
    assert!(run.err.contains("20 files as before; 1 new, 0 changed, 0 removed"), "{}", run.err);
    assert!(run.err.contains("wrote 1 article "), "{}", run.err);
    let after = written(&tables);
    for table in TABLES.iter().filter(|table| table.is_of_files()) {
        let name = Format::Parquet.file(table, 1);
        assert!(after[&name] == before[&name], "{name}");
        assert!(after.contains_key(&Format::Parquet.file(table, 2)), "{name}");
    }
    let names = said(&tables).0;
    assert_eq!(
        (&names["a1.txt"].1[..], &names["a1.md"].1[..]),
        (&["a1".to_owned()][..], &["a1.md".to_owned()][..])
    );
    // Other lists count for all.
    fs::write(texts.join("corpus.toml"), "title = \"Another\"\n").expect("a list");
    let run = export(&texts, &tables, &[]);
    assert!(run.err.contains("other lists") && run.err.contains("wrote 21 articles"), "{}", run.err);
    assert_eq!(written(&tables).len(), TABLES.len());
    // And another format replaces all.
    let run = export(&texts, &tables, &["--format", "csv"]);
    assert!(run.err.contains("wrote 21 articles"), "{}", run.err);
    assert_eq!(build(&texts, &page_named("adding-page", "app"), &folder("adding-out"), &[]).code, 0);
}
