//! What people read out of the collected corpus, compared with what the engine reads: each article's fields,
//! what was set aside of it, and every mention.
#![cfg_attr(not(has_shared), allow(dead_code, reason = "nothing to compare with"))]

use dateline_engine::actors::Zone;
use dateline_engine::corpus::Article;
use dateline_engine::explorer::Explorer;
use dateline_engine::parse::{Parsed, Role};
use dateline_tests::sources;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One article as a reader took it apart.
#[derive(Debug, Deserialize)]
struct Answer {
    id: String,
    title: Option<String>,
    date: Option<String>,
    time: Option<String>,
    url: Option<String>,
    source: Option<String>,
    dateline: Option<String>,
    first: String,
    last: String,
    dropped: Vec<String>,
}

/// One mention as a reader marked it.
#[derive(Debug, Deserialize)]
struct Marked {
    id: String,
    field: String,
    surface: String,
    actor: String,
    class: String,
}

/// The dateline that an answer writes otherwise than the source file does: article, what the file says.
const DATELINE_SLIP: (&str, &str) = ("003.10", "Washington");

/// What the answers list as set aside though the source file does not hold it: article, words.
const DROPPED_SLIPS: [(&str, &str); 2] =
    [("003.05", "Waiting for response to load…"), ("003.09", "Waiting for response to load…")];

/// Neither precision nor recall of the mentions may fall below this.
const FLOOR: f64 = 0.99;
/// The part of them whose form is right may not fall below this.
const FORM_FLOOR: f64 = 0.97;

fn read(name: &str) -> String {
    std::fs::read_to_string(sources::shared("gold").join(name)).expect("the answers lie beside the corpus")
}

/// The answers' name of an article: `003_abc.02` is `003.02`.
fn short(name: &str) -> String {
    let number = name.split('_').next().unwrap_or(name);
    name.split_once('.').map_or(number.to_owned(), |(_, item)| format!("{number}.{item}"))
}

fn ledger_of(parsed: &Parsed, article: &Article) -> Vec<String> {
    let file = &parsed.files[article.file.0 as usize];
    let set_aside = file.parts.iter().filter(|p| matches!(p.role, Role::Ledger(_)));
    let own = set_aside.filter(|p| p.article.and_then(|id| parsed.corpus.article(id)) == Some(article));
    own.map(|p| file.text(p.span).into_owned()).collect()
}

/// Everything in which `article` differs from `answer`, in a line each.
fn differences(parsed: &Parsed, article: &Article, answer: &Answer) -> Vec<String> {
    let mut out = Vec::new();
    let mut field = |name: &str, found: Option<&str>, expected: Option<&str>| {
        let slip = name == "dateline" && answer.id == DATELINE_SLIP.0;
        let expected = if slip { Some(DATELINE_SLIP.1) } else { expected };
        if found != expected {
            out.push(format!("{} {name}: expected {expected:?}, found {found:?}", answer.id));
        }
    };
    let published = article.published.as_ref().map(|p| p.value.to_string());
    let (day, time) = match published.as_deref() {
        Some(moment) => (moment.get(..10), moment.get(11..19)),
        None => (None, None),
    };
    field("title", article.title.own(), answer.title.as_deref());
    field("date", day, answer.date.as_deref());
    field("time", time, answer.time.as_deref());
    field("url", article.url.as_ref().map(|u| u.value.as_str()), answer.url.as_deref());
    field("source", article.outlet.as_ref().map(|s| s.value.as_str()), answer.source.as_deref());
    field("dateline", article.dateline.as_ref().map(|d| d.value.as_str()), answer.dateline.as_deref());
    // A caption may stand before the first words.
    if !article.blocks.iter().take(2).any(|b| b.text.starts_with(&answer.first)) {
        out.push(format!("{}: no block begins {:?}", answer.id, answer.first));
    }
    if !article.blocks.last().is_some_and(|b| b.text.ends_with(&answer.last)) {
        out.push(format!("{}: the last block does not end {:?}", answer.id, answer.last));
    }
    let ledger = ledger_of(parsed, article);
    let slip = |dropped: &str| DROPPED_SLIPS.contains(&(answer.id.as_str(), dropped));
    for dropped in answer.dropped.iter().filter(|d| !slip(d)) {
        if !ledger.iter().any(|entry| entry.contains(dropped)) {
            out.push(format!("{}: {dropped:?} is not in the ledger", answer.id));
        }
        if article.blocks.iter().any(|b| b.text.contains(dropped)) {
            out.push(format!("{}: {dropped:?} is in a block", answer.id));
        }
    }
    out
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/gold")]
fn articles_are_taken_apart_as_a_reader_would() {
    let answers: Vec<Answer> = serde_json::from_str(&read("parse.json")).expect("a list of answers");
    let parsed = sources::parsed(&sources::shared("corpus"));
    let names: Vec<_> = parsed.corpus.articles.iter().map(|a| short(&a.name)).collect();
    assert_eq!(names, answers.iter().map(|a| a.id.clone()).collect::<Vec<_>>());
    let pairs = parsed.corpus.articles.iter().zip(&answers);
    let wrong: Vec<_> = pairs.flat_map(|(article, answer)| differences(&parsed, article, answer)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/gold")]
fn the_slips_of_the_answers_are_slips() {
    let parsed = sources::parsed(&sources::shared("corpus"));
    let text = |id: &str| {
        let article =
            parsed.corpus.articles.iter().find(|a| short(&a.name) == id).expect("an article of the corpus");
        parsed.files[article.file.0 as usize].text(article.span).into_owned()
    };
    let (id, written) = DATELINE_SLIP;
    assert!(text(id).contains(&format!("\n{written}:\n")), "{id}: the file says {written}");
    for (id, dropped) in DROPPED_SLIPS {
        assert!(!text(id).contains(dropped), "{id}: the file does not say {dropped}");
    }
}

/// A mention, by which two sequences are compared: its form is judged apart.
#[derive(Debug)]
struct Seen {
    surface: String,
    actor: String,
    form: String,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Seen) -> bool {
        (&self.surface, &self.actor) == (&other.surface, &other.actor)
    }
}

/// Mentions by article and zone, in reading order.
type Sequences = BTreeMap<(String, &'static str), Vec<Seen>>;

fn marked() -> Sequences {
    let mut all = Sequences::new();
    for line in read("mentions.jsonl").lines().filter(|l| !l.trim().is_empty()) {
        let mark: Marked = serde_json::from_str(line).expect("a mention a line");
        let zone = if mark.field == "title" { "title" } else { "body" };
        all.entry((mark.id, zone)).or_default().push(Seen {
            surface: mark.surface,
            actor: mark.actor,
            form: mark.class,
        });
    }
    all
}

fn found(explorer: &Explorer) -> Sequences {
    let mut all = Sequences::new();
    for mention in &explorer.mentions.list {
        let Some(actor) = mention.actor.and_then(|id| explorer.mentions.actor(id)) else { continue };
        let article = explorer.corpus.article(mention.article).expect("a mention stands in an article");
        let zone = if mention.zone == Zone::Title { "title" } else { "body" };
        let surface = mention.surface(&explorer.corpus).to_owned();
        all.entry((short(&article.name), zone)).or_default().push(Seen {
            surface,
            actor: actor.id.clone(),
            form: mention.form.name().to_owned(),
        });
    }
    all
}

/// The longest common subsequence of `a` and `b`, as pairs of places.
fn aligned<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/gold")]
fn mentions_are_those_that_a_reader_marks() {
    let (marked, mut found) = (marked(), found(&sources::explorer(&sources::shared("corpus"))));
    // Readers marked some of the articles, and those wholly.
    found.retain(|(id, _), _| marked.keys().any(|(marked, _)| marked == id));
    let (mut right, mut formed) = (0, 0);
    let zones: BTreeSet<_> = marked.keys().chain(found.keys()).collect();
    for zone in zones {
        let none = Vec::new();
        let (marked, found) = (marked.get(zone).unwrap_or(&none), found.get(zone).unwrap_or(&none));
        let pairs = aligned(marked, found);
        right += pairs.len();
        for (i, j) in &pairs {
            match marked[*i].form == found[*j].form {
                true => formed += 1,
                false => println!("{} {}: found {:?}, marked {}", zone.0, zone.1, found[*j], marked[*i].form),
            }
        }
        for (i, missed) in marked.iter().enumerate().filter(|(i, _)| pairs.iter().all(|p| p.0 != *i)) {
            println!("{} {}: missed {missed:?}, mark {i}", zone.0, zone.1);
        }
        for (i, extra) in found.iter().enumerate().filter(|(i, _)| pairs.iter().all(|p| p.1 != *i)) {
            println!("{} {}: found {extra:?}, which nobody marked, mention {i}", zone.0, zone.1);
        }
    }
    let all = |sequences: &Sequences| sequences.values().map(Vec::len).sum::<usize>();
    let (precision, recall) = (right as f64 / all(&found) as f64, right as f64 / all(&marked) as f64);
    let forms = f64::from(formed) / right as f64;
    println!(
        "{right} of {} marked and {} found: precision {precision:.4}, recall {recall:.4}; {formed} in the same form, {forms:.4}",
        all(&marked),
        all(&found)
    );
    assert!(forms >= FORM_FLOOR, "forms {forms:.4}");
    assert!(precision >= FLOOR && recall >= FLOOR, "precision {precision:.4}, recall {recall:.4}");
}
