//! The names that discovery proposes: the examples of `docs/corpus.md`, each in three articles.

use dateline_engine::actors::{Gazetteer, Suggestion, discover};
use dateline_engine::corpus::Corpus;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_tests::sources;

/// A corpus of three articles with this text each.
fn three_times(text: &str) -> Corpus {
    let file = |n: u32| SourceFile {
        name: format!("{n}.txt"),
        bytes: format!(" date 2024-03-0{n} {text}\n").into(),
    };
    parse((1..=3).map(file).collect(), &Config::default()).corpus
}

/// A suggestion as the table writes it.
fn line(suggestion: &Suggestion) -> String {
    let Suggestion { name, kind, names, acronym, surname, .. } = suggestion;
    let acronym = acronym.iter().map(|text| format!(", acronym {text}"));
    let surname = surname.iter().map(|text| format!(", surname {text}"));
    let names = names.iter().map(|text| format!(", also {text}"));
    let rest: String = acronym.chain(surname).chain(names).collect();
    format!("{name} {}{rest}", kind.name())
}

/// The rows of the table: what each shows, its example, and what is proposed.
fn examples() -> Vec<[String; 3]> {
    let document = std::fs::read_to_string(sources::root().join("docs/corpus.md")).expect("docs/corpus.md");
    let (_, table) = document.split_once("| what | example | proposed |").expect("the table");
    let rows = table.lines().skip(2).take_while(|row| row.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, what, example, proposed, _] = cells[..] else { panic!("three cells in {row}") };
        [what, example, proposed].map(str::to_owned)
    })
    .collect()
}

#[test]
fn the_examples_are_proposed_as_the_table_says() {
    let gazetteer = Gazetteer::built_in();
    let mut wrong = Vec::new();
    for [what, example, proposed] in examples() {
        let mut found: Vec<String> = discover(&three_times(&example), &gazetteer).iter().map(line).collect();
        found.sort_unstable();
        if found.join("; ") != proposed {
            wrong.push(format!("{what}: {example}\n  expected {proposed}\n  found    {}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn there_are_many_examples_and_in_half_of_them_nothing_is_proposed() {
    let examples = examples();
    let nothing = examples.iter().filter(|[_, _, proposed]| proposed.is_empty()).count();
    assert!(
        examples.len() >= 30 && nothing * 2 >= examples.len() - 2,
        "{} examples, {nothing} of nothing",
        examples.len()
    );
}
