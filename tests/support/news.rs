//! News to measure with: what was collected beside the repository where that is there, and else as much again made by
//! [`Press`] of the repository's own corpus. Both are the same articles with the same fields, so whatever reads one reads
//! the other.

use crate::dice::Dice;
use crate::press::Press;
use crate::sources;
use dateline_engine::actors::annotate;
use dateline_engine::corpus::Day;
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::text::Tokens;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// As many articles as were collected.
pub const ARTICLES: usize = 5_000;
/// Queries of a class, as many as were collected.
const QUERIES: usize = 150;

/// Articles, and what is asked of them.
#[derive(Clone, Debug)]
pub struct News {
    /// Which text this is, for the figures that are measured with it.
    pub what: String,
    /// The articles: `id`, `title`, `body`, `published` (RFC 3339), `source` and `places`.
    pub items: Vec<Value>,
    /// Queries by class as they are given to any search: words alone, or for `facets` words and two times.
    pub asked: BTreeMap<String, Vec<Value>>,
}

impl News {
    /// The collected news where it is there, or else as much made.
    pub fn any() -> News {
        if collected("news-5000.ndjson.gz").is_file() { News::collected() } else { News::made(ARTICLES) }
    }

    /// The collected news.
    ///
    /// # Panics
    /// Where it is not there.
    pub fn collected() -> News {
        let packed = std::fs::read(collected("news-5000.ndjson.gz")).expect("the file is there");
        let mut lines = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut lines)
            .expect("gzipped text");
        let items = lines.lines().map(|line| serde_json::from_str(line).expect("an object a line"));
        let asked = std::fs::read(collected("queries.json")).expect("the file is there");
        let asked = serde_json::from_slice(&asked).expect("lists by class");
        let items: Vec<Value> = items.collect();
        News { what: format!("{} articles collected in ../shared/bench", items.len()), items, asked }
    }

    /// So many articles made of the repository's own corpus.
    pub fn made(articles: usize) -> News {
        let press = Press::own();
        let item = |number: usize| {
            let text = press.text(number);
            let time = format!("T{:02}:{:02}:00Z", number % 24, number % 60);
            json!({
                "id": number, "title": text.title, "body": text.paragraphs.join("\n\n"),
                "published": format!("{}{time}", text.day), "source": text.outlet, "places": text.states,
            })
        };
        let items: Vec<Value> = (0..articles).map(item).collect();
        let asked = queries(&items);
        News { what: format!("{articles} articles {}", Press::WHAT), items, asked }
    }

    /// The articles, and again with their long words turned round and a year later, of forty outlets.
    pub fn twice(&self) -> News {
        let turned = |text: &str| {
            let word = |word: &str| {
                let plain = word.len() > 6 && word.bytes().all(|b| b.is_ascii_lowercase());
                if plain { word.chars().rev().collect() } else { word.to_owned() }
            };
            text.split(' ').map(word).collect::<Vec<_>>().join(" ")
        };
        let later = |time: &str| {
            let day = Day::parse(&time[..10]).expect("a day");
            // A year that skips no weekday, and is one on the last day of February, too.
            format!("{}{}", day.plus(52 * 7), &time[10..])
        };
        let items = [false, true].into_iter().flat_map(|again| {
            self.items.iter().enumerate().map(move |(number, item)| {
                let text =
                    |name: &str| if again { turned(field(item, name)) } else { field(item, name).to_owned() };
                let published = field(item, "published");
                json!({
                    "title": text("title"), "body": text("body"), "source": format!("Outlet {}", number % 40),
                    "published": if again { later(published) } else { published.to_owned() },
                })
            })
        });
        News { what: format!("{}, twice", self.what), items: items.collect(), asked: self.asked.clone() }
    }

    /// The articles as scraped texts, a file each.
    pub fn files(&self) -> Vec<SourceFile> {
        let file = |(index, item): (usize, &Value)| {
            let day = &field(item, "published")[..10];
            let text = format!(" date {day} {}\n\n{}\n", field(item, "title"), field(item, "body"));
            SourceFile { name: format!("{index:05}.txt"), bytes: text.into_bytes() }
        };
        self.items.iter().enumerate().map(file).collect()
    }

    /// The articles as one file with an object a line.
    pub fn lines(&self) -> String {
        self.items.iter().map(|item| format!("{item}\n")).collect()
    }

    /// The articles, made ready for views.
    pub fn explorer(&self) -> Explorer {
        let corpus = parse(self.files(), &Config::default()).corpus;
        let mentions = annotate(&corpus, &sources::gazetteer());
        Explorer::new(corpus, mentions)
    }

    /// The queries by class, as they are typed.
    pub fn queries(&self) -> BTreeMap<String, Vec<String>> {
        let typed = |(class, queries): (&String, &Vec<Value>)| {
            let query = |query: &Value| {
                // A facet's query stands before its days.
                let words = query.as_str().or_else(|| query[0].as_str()).expect("words");
                match class.as_str() {
                    "phrase" => format!("\"{words}\""),
                    "prefix" => format!("{words}*"),
                    "fuzzy" => format!("{words}~"),
                    _ => words.to_owned(),
                }
            };
            (class.clone(), queries.iter().map(query).collect())
        };
        self.asked.iter().map(typed).collect()
    }
}

/// A field of an article, which is text.
pub fn field<'i>(item: &'i Value, name: &str) -> &'i str {
    item[name].as_str().unwrap_or_default()
}

fn collected(file: &str) -> PathBuf {
    sources::shared("bench").join(file)
}

/// Queries for these articles, of the classes in which the collected ones come.
pub(crate) fn queries(items: &[Value]) -> BTreeMap<String, Vec<Value>> {
    let words = |text: &str| Tokens::of(text).iter().map(|t| t.folded.to_owned()).collect::<Vec<_>>();
    let texts: Vec<_> = items.iter().map(|item| words(field(item, "body"))).collect();
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &texts {
        let words: BTreeSet<&str> = text.iter().map(String::as_str).collect();
        words.into_iter().for_each(|word| *holders.entry(word).or_default() += 1);
    }
    let held = |least: usize, most: usize| -> Vec<&str> {
        let words = holders.iter().filter(|(word, n)| word.len() > 2 && (least..=most).contains(*n));
        words.map(|(word, _)| *word).collect()
    };
    // In one text of a hundred and more; in at most five.
    let (common, rare) = (held(items.len().div_ceil(100), usize::MAX), held(1, 5));
    let mut dice = Dice::new(0);
    // A phrase does not go on in the next paragraph.
    let run = |dice: &mut Dice, n: usize| {
        let paragraphs: Vec<&str> = field(dice.pick(items), "body").split("\n\n").collect();
        let words = words(paragraphs[dice.below(paragraphs.len())]);
        let from = dice.below(words.len().saturating_sub(n) + 1);
        words[from..words.len().min(from + n)].join(" ")
    };
    let word = |dice: &mut Dice| dice.pick(&common).to_string();
    let mut asked: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for number in 0..QUERIES {
        let mut add = |class: &str, query: Value| asked.entry(class.to_owned()).or_default().push(query);
        add("common", json!(word(&mut dice)));
        add("rare", json!(dice.pick(&rare)));
        let text = dice.pick(&texts);
        add("and", json!(format!("{} {}", dice.pick(text), dice.pick(text))));
        let length = 2 + dice.below(2);
        add("phrase", json!(run(&mut dice, length)));
        let (begun, letters) = (word(&mut dice), 1 + dice.below(5));
        add("prefix", json!(begun.chars().take(letters).collect::<String>()));
        let (mut wrong, at) = (word(&mut dice).chars().collect::<Vec<_>>(), dice.below(3));
        wrong.remove(at);
        add("fuzzy", json!(wrong.into_iter().collect::<String>()));
        // A facet's query is asked in one month or several.
        if number % 4 == 0 {
            let day = |item: &Value| Day::parse(&field(item, "published")[..10]).expect("a day");
            let first = day(dice.pick(items)).first_of_month();
            let last = first.plus(31 * dice.below(4) as i64).last_of_month();
            let seconds = |day: Day| Day::new(1970, 1, 1).expect("a day").days_to(day) * 86_400;
            add("facets", json!([word(&mut dice), seconds(first), seconds(last.next()) - 1]));
        }
    }
    asked
}
