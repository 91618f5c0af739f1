//! `docs/words.md` and the code agree: the words it names are those of the code and of the page, and those it replaces
//! are gone.

use dateline_tests::sources;
use std::collections::BTreeSet;
use std::process::Command;

/// Where the product's own code stands.
const CODE: [&str; 8] = [
    "engine/src/", "builder/src/", "tables/src/", "src/", "open/src/", "worker/src/", "cli/src/",
    "xtask/src/",
];

/// A row of a table.
struct Word {
    name: String,
    in_code: Vec<String>,
    shown_as: Vec<String>,
    not: Vec<String>,
    /// Words of `not` that may stand in one file, with that file.
    except: Vec<(String, String)>,
}

/// A file of code: its identifiers, and its texts between quotation marks.
struct Code {
    path: String,
    identifiers: Vec<String>,
    texts: Vec<String>,
}

fn document() -> String {
    std::fs::read_to_string(sources::root().join("docs/words.md")).expect("docs/words.md")
}

/// What stands in `text` between `mark`s.
fn between(text: &str, mark: char) -> impl Iterator<Item = String> {
    text.split(mark).skip(1).step_by(2).map(str::to_owned)
}

fn words() -> Vec<Word> {
    let document = document();
    let rows = document.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| word |"));
    let rows = rows.filter(|line| !line.starts_with("| ---"));
    let words: Vec<_> = rows.map(word).collect();
    assert!(words.len() > 40, "docs/words.md has its tables: {} rows", words.len());
    words
}

fn word(line: &str) -> Word {
    let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [name, meaning, in_code, shown_as, not, except] = cells[..] else {
        panic!("expected six cells, found {}: {line}", cells.len())
    };
    assert!(!name.is_empty() && !meaning.is_empty() && !in_code.is_empty(), "{line}");
    let except: Vec<_> = except
        .split("; ")
        .filter(|part| !part.is_empty())
        .map(|part| {
            let named: Vec<_> = between(part, '`').collect();
            let [word, file] = &named[..] else { panic!("expected `word` in `file`: reason, found {part}") };
            assert!(part.split_once("`: ").is_some_and(|(_, reason)| reason.len() > 10), "a reason: {part}");
            (word.clone(), file.clone())
        })
        .collect();
    let [in_code, not] = [in_code, not].map(|cell| between(cell, '`').collect());
    Word { name: name.to_owned(), in_code, shown_as: between(shown_as, '"').collect(), not, except }
}

/// The files of the product's own code, without unit tests.
fn code() -> Vec<Code> {
    let mut git = Command::new("git");
    git.current_dir(sources::root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = git.output().expect("git lists the files of the repository").stdout;
    let list = String::from_utf8(list).expect("names in UTF-8");
    let ours = |path: &&str| path.ends_with(".rs") && CODE.iter().any(|folder| path.starts_with(folder));
    let read = |path: &str| {
        let text = std::fs::read_to_string(sources::root().join(path)).ok()?;
        let tests = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
        let (identifiers, texts) = taken_apart(&text[..tests]);
        Some(Code { path: path.to_owned(), identifiers, texts })
    };
    list.split('\0').filter(ours).filter_map(read).collect()
}

/// The identifiers of `code` and its texts between quotation marks, without comments.
fn taken_apart(code: &str) -> (Vec<String>, Vec<String>) {
    let (mut identifiers, mut texts) = (Vec::new(), Vec::new());
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => {
                let end = end_of_text(rest);
                texts.push(rest[1..end].to_owned());
                end + 1
            }
            'r' if rest.starts_with("r\"") || rest.starts_with("r#\"") => {
                let close = if rest.starts_with("r\"") { "\"" } else { "\"#" };
                let start = close.len() + 1;
                let end = start + rest[start..].find(close).expect("a raw text ends");
                texts.push(rest[start..end].to_owned());
                end + close.len()
            }
            '\'' => character(rest),
            c if c.is_alphabetic() || c == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                identifiers.push(rest[..end].to_owned());
                end
            }
            c => c.len_utf8(),
        };
        rest = &rest[length..];
    }
    (identifiers, texts)
}

/// Where the text ends that `code` opens with.
fn end_of_text(code: &str) -> usize {
    let mut escaped = false;
    let end = code.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.expect("a text ends").0
}

/// The length of the character that `code` opens with, or of the quotation mark of a lifetime.
fn character(code: &str) -> usize {
    let mut inside = code.chars().skip(1);
    let first = inside.next().expect("something follows a quotation mark");
    match inside.next() {
        Some('\'') => 2 + first.len_utf8(),
        _ if first == '\\' => code[3..].find('\'').map_or(1, |end| end + 4),
        _ => 1,
    }
}

/// The words of an identifier: `sweep_area`, `SweepArea` are `sweep`, `area`.
fn segments(identifier: &str) -> Vec<String> {
    let mut segments = vec![String::new()];
    let mut before = '_';
    for c in identifier.chars() {
        if c == '_' || c.is_uppercase() && before.is_lowercase() {
            segments.push(String::new());
        }
        if let Some(last) = segments.last_mut().filter(|_| c != '_') {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    segments
}

/// Whether `identifier` is ruled out by the word `not`.
fn rules_out(not: &str, identifier: &str) -> bool {
    match not.chars().all(char::is_lowercase) {
        true => segments(identifier).iter().any(|segment| segment == not),
        false => identifier == not,
    }
}

#[test]
fn the_words_are_those_of_the_code() {
    let code = code();
    let known: BTreeSet<&str> = code.iter().flat_map(|file| &file.identifiers).map(String::as_str).collect();
    let words = words();
    let missing = words.iter().flat_map(|word| {
        let unknown = word.in_code.iter().filter(|name| !known.contains(name.as_str()));
        unknown.map(|name| format!("{}: `{name}` is no identifier of the code", word.name))
    });
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn the_words_are_those_of_the_page() {
    let code = code();
    let shown = code.iter().filter(|file| !file.path.starts_with("xtask/")).flat_map(|file| &file.texts);
    let shown: Vec<_> = shown.collect();
    for word in words() {
        for text in &word.shown_as {
            assert!(shown.iter().any(|shown| shown.contains(text)), "{}: nothing shows “{text}”", word.name);
        }
    }
}

#[test]
fn the_words_it_replaces_are_gone() {
    let code = code();
    let mut left = BTreeSet::new();
    for Word { name, not, except, .. } in words() {
        for not in &not {
            for file in &code {
                if except.iter().any(|(word, path)| word == not && file.path.ends_with(path)) {
                    continue;
                }
                let found = match not.ends_with(".rs") {
                    true => Some(&file.path).filter(|path| format!("/{path}").ends_with(&format!("/{not}"))),
                    false => file.identifiers.iter().find(|identifier| rules_out(not, identifier)),
                };
                left.extend(found.map(|found| format!("{}: `{found}`; the word is {name}", file.path)));
            }
        }
        for (word, path) in except {
            let used = code.iter().filter(|file| file.path.ends_with(&path));
            let used = used.flat_map(|file| &file.identifiers).any(|identifier| rules_out(&word, identifier));
            assert!(used, "{name}: the exception of `{word}` in `{path}` is needed");
        }
    }
    let left: Vec<_> = left.into_iter().collect();
    assert!(left.is_empty(), "\n{}", left.join("\n"));
}

#[test]
fn some_types_have_their_name_for_themselves() {
    let document = document();
    let (_, section) = document.split_once("## Defined once").expect("the section on types");
    let code = code();
    let mut twice = Vec::new();
    for name in between(section, '`') {
        let defined = code.iter().filter(|file| {
            let pairs = file.identifiers.windows(2);
            pairs.into_iter().any(|pair| ["struct", "enum", "type"].contains(&&*pair[0]) && pair[1] == name)
        });
        let defined: Vec<_> = defined.map(|file| file.path.as_str()).collect();
        if defined.len() > 1 {
            twice.push(format!("{name}: {}", defined.join(", ")));
        }
    }
    assert!(twice.is_empty(), "\n{}", twice.join("\n"));
}

#[test]
fn code_is_taken_apart_as_a_compiler_does() {
    let code =
        "fn sweep_area<'a>(x: &'a str) -> Ear { \"a \\\" b\"; r#\"c\"d\"#; '\\''; 'e'; x } // story\nlast";
    let (identifiers, texts) = taken_apart(code);
    assert_eq!(identifiers, ["fn", "sweep_area", "a", "x", "a", "str", "Ear", "x", "last"]);
    assert_eq!(texts, ["a \\\" b", "c\"d"]);
    assert_eq!(segments("SweepArea"), ["sweep", "area"]);
    assert!(
        rules_out("sweep", "sweep_area") && rules_out("sweep", "Sweep") && !rules_out("sweep", "sweeping")
    );
    assert!(
        rules_out("Ear", "Ear") && !rules_out("Ear", "ear") && !rules_out("told_before", "told_before_it")
    );
}
