//! Seconds to match and resolve 10,000 articles of 500 words against 2,000 actors with 12,000 spellings, on
//! one core. Beside it the cost of the tokens alone, which no matcher goes below.

use dateline_engine::actors::{Gazetteer, annotate, zones};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::text::Tokens;
use dateline_tests::dice::Dice;
use std::fmt::Write as _;
use std::time::Instant;

const ARTICLES: usize = 10_000;
const WORDS: usize = 500;
/// With the built-in list, which has more names than the promise leaves room for actors of a corpus.
const ACTORS: usize = 2_000;
const SPELLINGS: usize = 12_000;
/// One word in this many belongs to a name, as in news.
const NAMED: usize = 12;
/// Times the whole is measured; the best counts, since others use the machine.
const ROUNDS: usize = 3;

/// A word that no list has, of two to four syllables.
fn invented(dice: &mut Dice) -> String {
    const SYLLABLES: [&str; 24] = [
        "ba", "do", "ri", "ken", "lo", "mas", "tu", "vel", "san", "po", "gri", "hal", "ne", "zor", "wi",
        "fen", "qua", "shi", "ter", "ul", "mo", "dra", "ke", "yan",
    ];
    (0..2 + dice.below(3)).map(|_| SYLLABLES[dice.below(SYLLABLES.len())]).collect()
}

fn capitalised(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

/// The built-in list and as many people and bodies as make up the promise.
fn gazetteer(dice: &mut Dice) -> Gazetteer {
    let mut gazetteer = Gazetteer::built_in();
    let (have, spelled) = (gazetteer.actors().len(), gazetteer.aliases().len());
    let more = ACTORS - have;
    // A person has a name, a surname and what the reader derives from both.
    let each = (SPELLINGS - spelled).div_ceil(more) - 3;
    let mut list = String::new();
    for number in 0..more {
        let (given, surname) = (capitalised(&invented(dice)), capitalised(&invented(dice)));
        let _ = writeln!(
            list,
            "[[actor]]\nid = \"a-{number}\"\nname = \"{given} {surname}\"\nkind = \"person\"\nsurname = \"{surname}\""
        );
        let names = (0..each).map(|n| format!("\"{given} {} {surname}{n}\"", capitalised(&invented(dice))));
        let _ = writeln!(list, "names = [{}]", names.collect::<Vec<_>>().join(", "));
    }
    gazetteer.add(&list);
    gazetteer
}

const PLAIN: [&str; 48] = [
    "the", "ministers", "met", "in", "a", "harbour", "town", "and", "spoke", "about", "ferries", "with",
    "two", "officials", "from", "who", "said", "that", "ships", "would", "sail", "again", "after", "winter",
    "while", "signed", "an", "accord", "on", "spare", "parts", "for", "engines", "of", "older", "boats",
    "it", "was", "not", "clear", "when", "they", "could", "be", "moved", "north", "before", "noon",
];

fn article(dice: &mut Dice, names: &[String]) -> String {
    let mut text = " date 2024-01-05 ".to_owned();
    for word in 0..WORDS {
        if dice.below(NAMED) == 0 {
            text.push_str(&names[dice.below(names.len())]);
        } else if dice.below(3) == 0 {
            text.push_str(&invented(dice));
        } else {
            text.push_str(PLAIN[dice.below(PLAIN.len())]);
        }
        text.push_str(match word % 80 {
            79 => ".\n\n",
            19 | 39 | 59 => ". ",
            _ => " ",
        });
    }
    text
}

/// Measures and prints a line.
pub(crate) fn all() {
    let mut dice = Dice::new(7);
    let gazetteer = gazetteer(&mut dice);
    let aliases = gazetteer.aliases();
    let names: Vec<String> = aliases.iter().map(|a| a.text.clone()).collect();
    let files = (0..ARTICLES).map(|number| SourceFile {
        name: format!("{number:05}.txt"),
        bytes: article(&mut dice, &names).into_bytes(),
    });
    let corpus = parse(files.collect(), &Config::default()).corpus;
    let words: usize = corpus.articles.iter().map(|a| a.words as usize).sum();
    let (mut best, mut tokens, mut mentions) = (f64::MAX, f64::MAX, 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let length: usize =
            corpus.articles.iter().flat_map(zones).map(|(_, text)| Tokens::of(text).len()).sum();
        tokens = tokens.min(start.elapsed().as_secs_f64());
        assert!(length >= words, "a word is a token or more");
        let start = Instant::now();
        mentions = annotate(&corpus, &gazetteer).list.len();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!(
        "{} articles, {words} words, {} actors, {} spellings: {mentions} mentions in {best:.2} s on one core ({tokens:.2} s of it tokens)",
        corpus.articles.len(),
        gazetteer.actors().len(),
        aliases.len(),
    );
}
