//! `dateline export`: its rate on one core and on all, the memory it takes, and the size of its tables; and what it takes to
//! add to them. The texts are those of news, shuffled, each with a sentence of its own, so that no two are equal and many tell one story.

use crate::peak;
use dateline_tests::dice::Dice;
use dateline_tests::news::News;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// A run with so many threads; without a number, one for each core.
type Cores = (&'static str, Option<&'static str>);
const ALL: Cores = ("all cores", None);
/// Bytes of text, and the runs over them: for the rates, and for the memory that twice as much takes.
const INPUT: [(usize, &[Cores]); 2] = [(1 << 30, &[("one core", Some("1")), ALL]), (2 << 30, &[ALL])];
/// Articles that are exported, and those that are added then.
const ADDED: [usize; 2] = [100_000, 100];
/// Bytes of a file.
const FILE: usize = 4 << 20;

/// Measures, with one part of so many of the input.
pub(crate) fn all(parts: usize) {
    let command = std::env::var("DATELINE_COMMAND").expect("cargo xtask bench sets it");
    let news = News::any();
    println!("{}, shuffled and altered", news.what);
    let place = std::env::temp_dir().join(format!("dateline-bench-export-{}", std::process::id()));
    let (texts, tables) = (place.join("texts"), place.join("tables"));
    let mut files = 0;
    for (bytes, runs) in INPUT {
        let bytes = write(&news, &texts, bytes / parts, &mut files);
        for (name, threads) in runs {
            let _ = fs::remove_dir_all(&tables);
            let (seconds, peak) = export(&command, &texts, &tables, *threads);
            let written = size(&tables);
            println!(
                "{:6.0} MB, {name}: {seconds:.1} s, {:.1} MB/s, memory {:.2} GB, tables {:.2} times the text",
                bytes as f64 / 1e6,
                bytes as f64 / 1e6 / seconds,
                peak as f64 / 1e9,
                written as f64 / bytes as f64
            );
        }
    }
    let _ = fs::remove_dir_all(&place);
    added(&command, &news, &place, parts);
    let _ = fs::remove_dir_all(&place);
}

/// Measures what it takes to add few articles to many.
fn added(command: &str, news: &News, place: &Path, parts: usize) {
    let (texts, tables) = (place.join("texts"), place.join("tables"));
    fs::create_dir_all(&texts).expect("a folder");
    let article = |number: usize| {
        let item = &news.items[number % news.items.len()];
        let text = |key: &str| item[key].as_str().unwrap_or_default();
        format!("{}\n\n{} It is number {number}.\n", text("title"), text("body"))
    };
    let [before, more] = ADDED.map(|count| count / parts);
    let put = |numbers: std::ops::Range<usize>| {
        for number in numbers {
            fs::write(texts.join(format!("{number:06}.txt")), article(number)).expect("a file");
        }
    };
    put(0..before);
    export(command, &texts, &tables, None);
    put(before..before + more);
    let start = SystemTime::now();
    let (seconds, peak) = export(command, &texts, &tables, None);
    let files = fs::read_dir(&tables).into_iter().flatten().flatten().filter_map(|file| file.metadata().ok());
    let is_new = |file: &fs::Metadata| file.modified().is_ok_and(|time| time > start);
    let written: u64 = files.filter(is_new).map(|file| file.len()).sum();
    println!(
        "{more} articles added to {before}, a file each: {seconds:.1} s, memory {:.2} GB, {:.1} % of the tables written",
        peak as f64 / 1e9,
        written as f64 * 100.0 / size(&tables) as f64
    );
}

/// Fills `folder`, which has so many `files`, up to this size; gives it.
fn write(news: &News, folder: &Path, bytes: usize, files: &mut usize) -> u64 {
    fs::create_dir_all(folder).expect("a folder");
    let mut written = size(folder) as usize;
    while written < bytes {
        let mut dice = Dice::new(*files as u64);
        let mut text = String::new();
        while text.len() < FILE {
            let mut item = news.items[dice.below(news.items.len())].clone();
            let body = item["body"].as_str().unwrap_or_default();
            item["body"] = format!("{body} It is number {} of {files}.", dice.below(1_000_000)).into();
            text += &format!("{item}\n");
        }
        fs::write(folder.join(format!("news-{files:05}.ndjson")), &text).expect("a file");
        written += text.len();
        *files += 1;
    }
    written as u64
}

/// Runs the command; gives the seconds it took, and the most memory it held, in bytes.
fn export(command: &str, texts: &Path, tables: &PathBuf, threads: Option<&str>) -> (f64, u64) {
    let mut export = Command::new(command);
    export.arg("export").arg(texts).arg("-o").arg(tables).stderr(Stdio::null());
    export.envs(threads.map(|threads| ("RAYON_NUM_THREADS", threads)));
    let start = Instant::now();
    let mut running = export.spawn().expect("the command runs");
    let process = running.id().to_string();
    let mut most = 0;
    loop {
        if let Some(ended) = running.try_wait().expect("it can be waited for") {
            assert!(ended.success(), "the command ended with {ended}");
            return (start.elapsed().as_secs_f64(), most);
        }
        most = peak(&process).unwrap_or(most);
        sleep(Duration::from_millis(20));
    }
}

/// The bytes of the files in `folder`.
fn size(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
}
