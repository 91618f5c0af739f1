//! Seconds to match and resolve 10,000 articles of 500 words against 2,000 actors with 12,000 spellings, on
//! one core. Beside it the cost of the tokens alone, which no matcher goes below.

use dateline_engine::actors::{Gazetteer, annotate, zones};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::text::Tokens;
use dateline_tests::dice::Dice;
use dateline_tests::press::Press;
use std::fmt::Write as _;
use std::time::Instant;

const ARTICLES: usize = 10_000;
const WORDS: usize = 500;
/// With the built-in list, which has more names than the promise leaves room for actors of a corpus.
const ACTORS: usize = 2_000;
const SPELLINGS: usize = 12_000;
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

/// An article of so many words, with a name of a list now and then.
fn article(press: &Press, number: usize) -> String {
    let mut dice = Dice::new(number as u64);
    let mut text = format!(" date 2024-01-05 {}\n", press.long_text(&mut dice, 0).title);
    let mut words = 0;
    while words < WORDS {
        for paragraph in press.long_text(&mut dice, 1).paragraphs {
            words += paragraph.split(' ').count();
            let _ = write!(text, "\n{paragraph}\n");
        }
    }
    text
}

/// Measures one part of so many of the articles and prints a line.
pub(crate) fn all(parts: usize) {
    println!("texts {}", Press::WHAT);
    let gazetteer = gazetteer(&mut Dice::new(7));
    let press = Press::with(&gazetteer);
    let files = (0..ARTICLES / parts).map(|number| SourceFile {
        name: format!("{number:05}.txt"),
        bytes: article(&press, number).into_bytes(),
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
        gazetteer.aliases().len(),
    );
}
