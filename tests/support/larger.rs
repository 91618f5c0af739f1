//! News as much as one likes: each article has the sentences of one of [`News`], and in them other words, names, numbers,
//! a day and an outlet of its own. An article follows from its number alone, so that a corpus is the beginning of each
//! larger one, on every machine, and is written as it is made.

use crate::dice::Dice;
use crate::news::{News, field, queries};
use dateline_engine::corpus::Day;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Result;
use std::path::Path;

/// Articles of a file.
pub const FILE: usize = 5_000;
/// Queries are made of this many articles.
const SAMPLE: usize = 5_000;
/// What the dice of an article begin with, and its number.
const SEED: u64 = 0xDA7E_114E;
/// One drawn word in this many is a rare form, and how many of these there are at least. Real text gets new words with
/// about the root of its length (Heaps): so do forms of which one in `n` is beyond the first `FORMS * n`.
const RARE: usize = 50;
const FORMS: u64 = 10_000;
/// One name in this many is another one.
const RENAMED: usize = 2;
const OUTLETS: usize = 40;
/// Years of news, and the first of them.
const YEARS: usize = 35;
const FIRST: i32 = 1990;

/// Makes news.
#[derive(Clone, Debug)]
pub struct Larger {
    /// Which text this is made of, for the figures that are measured with it.
    pub what: String,
    /// Headlines, texts and places.
    shapes: Vec<(String, String, Value)>,
    /// Every word in lower case, with the number of all words up to it.
    words: Vec<(String, usize)>,
    /// Every name, as often as it stands.
    names: Vec<String>,
}

/// What a text consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'t> {
    /// A word in lower case.
    Word(&'t str),
    /// Words that each begin with a capital.
    Name(&'t str),
    /// Digits.
    Number(&'t str),
    /// What else stands there.
    Other(&'t str),
}

impl Larger {
    /// Makes news of any there are.
    pub fn any() -> Larger {
        Larger::of(&News::any())
    }

    /// Makes news of these.
    pub fn of(news: &News) -> Larger {
        // A `<P>` among other words would be markup.
        let plain = |text: &str| text.replace('<', "(").replace('>', ")");
        let shape =
            |item: &Value| (plain(field(item, "title")), plain(field(item, "body")), item["places"].clone());
        let shapes: Vec<_> = news.items.iter().map(shape).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for part in shapes.iter().flat_map(|(_, body, _)| parts(body)) {
            if let Part::Word(word) = part {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut total = 0;
        let words = counts.into_iter().map(|(word, count)| {
            total += count;
            (word.to_owned(), total)
        });
        let words = words.collect();
        let mut larger = Larger { what: news.what.clone(), shapes, words, names: Vec::new() };
        let names = larger.shapes.iter().flat_map(|(_, body, _)| parts(body)).filter_map(|part| match part {
            Part::Name(name) if larger.is_name(name) => Some(name.to_owned()),
            _ => None,
        });
        larger.names = names.collect();
        larger
    }

    /// The article of this number, with the fields of [`News::items`].
    pub fn article(&self, number: usize) -> Value {
        let mut dice = Dice::new(SEED.wrapping_add(number as u64));
        let (title, body, places) = dice.pick(&self.shapes);
        let day = Day::new(FIRST, 1, 1).expect("a day").plus(dice.below(YEARS * 365) as i64);
        let outlets = 1 + dice.below(OUTLETS);
        let outlet = 1 + dice.below(outlets);
        let (hour, minute) = (dice.below(24), dice.below(60));
        json!({
            "id": number, "title": self.told(&mut dice, title), "body": self.told(&mut dice, body),
            "published": format!("{day}T{hour:02}:{minute:02}:00Z"), "source": format!("Outlet {outlet}"),
            "places": places,
        })
    }

    /// What the article of this number is called once it was read.
    pub fn name(number: usize) -> String {
        format!("{}.{:02}", stem(number / FILE), number % FILE + 1)
    }

    /// So many articles of a corpus of this size, from its beginning to its end, and queries on them.
    pub fn sample(&self, articles: usize) -> News {
        let sample = articles.min(SAMPLE);
        let items: Vec<_> = (0..sample).map(|n| self.article(n * articles / sample)).collect();
        News { what: self.said(articles), asked: queries(&items), items }
    }

    /// The first so many articles, and queries on them.
    pub fn news(&self, articles: usize) -> News {
        let items: Vec<_> = (0..articles).map(|number| self.article(number)).collect();
        News { what: self.said(articles), asked: queries(&items), items }
    }

    fn said(&self, articles: usize) -> String {
        format!("{articles} articles made of {}", self.what)
    }

    /// Writes so many articles into `folder`, an object a line, unless they are there; files of other names stay.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn write(&self, articles: usize, folder: &Path) -> Result<()> {
        let text = |index: usize| -> String {
            let numbers = index * FILE..articles.min((index + 1) * FILE);
            numbers.map(|number| format!("{}\n", self.article(number))).collect()
        };
        let files = articles.div_ceil(FILE);
        let last = files.saturating_sub(1);
        if !folder.join(file(files)).exists()
            && fs::read_to_string(folder.join(file(last))).is_ok_and(|kept| kept == text(last))
        {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        // Of a larger corpus, or of a run that was stopped.
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("articles-") && name.ends_with(".ndjson") {
                fs::remove_file(entry.path())?;
            }
        }
        (0..files).try_for_each(|index| fs::write(folder.join(file(index)), text(index)))
    }

    /// `text` with other words.
    fn told(&self, dice: &mut Dice, text: &str) -> String {
        // A headline in capitals.
        let loud = !text.contains(char::is_lowercase);
        let mut told = String::with_capacity(text.len() * 2);
        for part in parts(text) {
            match part {
                Part::Word(_) => told += &self.word(dice),
                Part::Name(name) if loud => {
                    let words = name.split(' ').map(|word| match self.is_name(word) || word.len() == 1 {
                        true => word.to_owned(),
                        false => self.word(dice).to_uppercase(),
                    });
                    told += &words.collect::<Vec<_>>().join(" ");
                }
                Part::Name(name) if self.is_name(name) && dice.once_in(RENAMED) => {
                    told += dice.pick::<String>(&self.names);
                }
                Part::Number(number) => told += &renumbered(dice, number),
                Part::Name(text) | Part::Other(text) => told += text,
            }
        }
        told
    }

    /// A word, as often as it stands in the news, or a rare form.
    fn word(&self, dice: &mut Dice) -> String {
        match self.words.last() {
            Some((_, total)) if !dice.once_in(RARE) => {
                let drawn = dice.below(*total);
                self.words[self.words.partition_point(|(_, upto)| *upto <= drawn)].0.clone()
            }
            _ => form(FORMS * (1 << 32) / (1 + dice.below(1 << 32) as u64)),
        }
    }

    /// Whether this is more than a word at the beginning of a sentence, or an initial.
    fn is_name(&self, name: &str) -> bool {
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        first.len() > 2 && self.words.binary_search_by(|(word, _)| word.as_str().cmp(&first)).is_err()
    }
}

/// The name of a file without its ending.
fn stem(index: usize) -> String {
    format!("articles-{:05}", index + 1)
}

fn file(index: usize) -> String {
    format!("{}.ndjson", stem(index))
}

/// The made word of this number.
fn form(mut number: u64) -> String {
    let mut form = String::new();
    while number > 0 {
        form.push(char::from(b"bcdfghklmnprstvz"[(number % 16) as usize]));
        form.push(char::from(b"aeiou"[(number / 16 % 5) as usize]));
        number /= 80;
    }
    form
}

/// As many other digits; a year stays one.
fn renumbered(dice: &mut Dice, number: &str) -> String {
    if number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) {
        return number.to_owned();
    }
    let digit = |at: usize| char::from(b'0' + if at == 0 { 1 + dice.below(9) } else { dice.below(10) } as u8);
    (0..number.len()).map(digit).collect()
}

/// The parts of `text`, in order.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    // What an apostrophe begins (`it's`) is no word.
    let mut cut = false;
    while let Some(first) = rest.chars().next() {
        let word = |text: &str| text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        let mut end = word(rest);
        let part = if end == 0 {
            end = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
            Part::Other(&rest[..end])
        } else if first.is_uppercase() {
            while let Some(next) =
                rest[end..].strip_prefix(' ').filter(|next| next.starts_with(char::is_uppercase))
            {
                end += 1 + word(next);
            }
            Part::Name(&rest[..end])
        } else if !cut && rest[..end].bytes().all(|b| b.is_ascii_lowercase()) {
            Part::Word(&rest[..end])
        } else if rest[..end].bytes().all(|b| b.is_ascii_digit()) {
            Part::Number(&rest[..end])
        } else {
            Part::Other(&rest[..end])
        };
        cut = rest[..end].ends_with(['\'', '’']);
        parts.push(part);
        rest = &rest[end..];
    }
    parts
}
