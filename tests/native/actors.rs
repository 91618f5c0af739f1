//! Traps: short texts, each named for what makes it hard, with every mention that counts in them. In half of
//! them nothing counts. Each text also goes through a naive scan of all spellings, which finds what the
//! matcher finds.

use dateline_engine::actors::{Alias, Form, Gazetteer, Kind, Matcher, Mentions, Target, annotate, zones};
use dateline_engine::corpus::Corpus;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_engine::text::{Span, Tokens};
use dateline_tests::sources;

/// A text of `tests/actors`.
struct Trap {
    name: String,
    title: Option<String>,
    text: String,
    /// `surface | actor | form`, in reading order.
    mentions: Vec<String>,
}

/// The traps of one file: `## name`, perhaps `title: …`, the text, and a line `= …` a mention.
fn traps_in(file: &str) -> Vec<Trap> {
    let path = sources::root().join("tests/actors").join(file);
    let text = std::fs::read_to_string(path).expect("a file of traps");
    let pieces = text.split("## ").filter(|piece| !piece.trim().is_empty());
    pieces
        .map(|piece| {
            let (name, rest) = piece.split_once('\n').expect("a name, then a text");
            let lines = |mark: &'static str| {
                rest.lines().filter_map(move |l| l.strip_prefix(mark)).map(str::to_owned)
            };
            let plain = rest.lines().filter(|l| !l.starts_with("= ") && !l.starts_with("title: "));
            Trap {
                name: format!("{file}: {name}"),
                title: lines("title: ").next(),
                text: plain.collect::<Vec<_>>().join("\n").trim().to_owned(),
                mentions: lines("= ").map(|line| line.replace("\\n", "\n")).collect(),
            }
        })
        .collect()
}

fn traps() -> Vec<Trap> {
    ["nothing.txt", "states.txt", "capitals.txt", "people.txt", "edges.txt", "groups.txt"]
        .into_iter()
        .flat_map(traps_in)
        .collect()
}

fn gazetteer() -> Gazetteer {
    let mut gazetteer = Gazetteer::built_in();
    let list = std::fs::read_to_string(sources::root().join("tests/actors/actors.toml"));
    assert_eq!(gazetteer.add(&list.expect("a list of actors")), [], "the list is clean");
    gazetteer
}

impl Trap {
    fn corpus(&self) -> Corpus {
        let text = match &self.title {
            Some(title) => format!("\" \"\n\n{title}\n\n0 160\n\n{}\n", self.text),
            None => format!(" date 2024-03-08 {}\n", self.text),
        };
        let corpus =
            parse(vec![SourceFile { name: "a.txt".into(), bytes: text.into() }], &Config::default()).corpus;
        let read: Vec<_> = corpus.articles.iter().flat_map(|a| zones(a).map(|(_, text)| text)).collect();
        let whole: Vec<_> = self.title.iter().map(String::as_str).chain([self.text.as_str()]).collect();
        assert_eq!(read, whole, "{}: the text is read whole", self.name);
        corpus
    }
}

fn lines(corpus: &Corpus, mentions: &Mentions) -> Vec<String> {
    let line = |m: &dateline_engine::actors::Mention| {
        let actor = m.actor.and_then(|a| mentions.actor(a)).map_or("nobody", |a| &a.id);
        format!("{} | {actor} | {}", m.surface(corpus), m.form.name())
    };
    mentions.list.iter().map(line).collect()
}

#[test]
fn each_trap_counts_what_a_reader_would() {
    let gazetteer = gazetteer();
    let mut wrong = Vec::new();
    for trap in traps() {
        let corpus = trap.corpus();
        let mentions = annotate(&corpus, &gazetteer);
        let found = lines(&corpus, &mentions);
        if found != trap.mentions {
            wrong.push(format!("{}\n  expected {:?}\n  found    {found:?}", trap.name, trap.mentions));
        }
        for mention in &mentions.list {
            let because = mention.because(&corpus);
            assert!(!because.is_empty() && !because.ends_with('.'), "{}: {because:?}", trap.name);
            let zone = mention.zone.of(corpus.article(mention.article).expect("an article"));
            assert!(
                mention.reason.words().is_none_or(|w| !w.of(zone).is_empty()),
                "{}: {because}",
                trap.name
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_the_counting_rule_count_as_it_says() {
    let gazetteer = gazetteer();
    let rule = std::fs::read_to_string(sources::root().join("docs/counting.md")).expect("the counting rule");
    let mut examples = 0;
    let mut wrong = Vec::new();
    let tables = rule.split("| what | example | counts |").skip(1);
    for row in tables.flat_map(|table| table.lines().skip(2).take_while(|line| line.starts_with('|'))) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, what, example, counts, _] = cells[..] else { panic!("three cells in {row}") };
        let trap =
            Trap { name: what.to_owned(), title: None, text: example.to_owned(), mentions: Vec::new() };
        let corpus = trap.corpus();
        let mentions = annotate(&corpus, &gazetteer);
        let sure = mentions.list.iter().map(|mention| if mention.sure { "" } else { " ?" });
        let found = lines(&corpus, &mentions).into_iter().zip(sure);
        let found: Vec<String> =
            found.map(|(line, sure)| format!("{}{sure}", line.replace(" | ", " "))).collect();
        if found.join("; ") != counts {
            wrong.push(format!("{what}: {example}\n  expected {counts}\n  found    {}", found.join("; ")));
        }
        examples += 1;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(examples > 20, "{examples} examples");
}

#[test]
fn there_are_many_traps_and_in_half_of_them_nothing_counts() {
    let traps = traps();
    let nothing = traps.iter().filter(|t| t.mentions.is_empty()).count();
    assert!(traps.len() >= 60 && nothing >= 30, "{} traps, {nothing} of nothing", traps.len());
}

/// What the matcher finds before anything is resolved, or what a scan of all spellings finds.
type Matches = Vec<(Span, Target)>;

/// The titles before which a given name stands alone.
const TITLES: [&str; 16] = [
    "sir", "dame", "king", "queen", "prince", "princess", "pope", "emperor", "empress", "sultan", "emir",
    "amir", "sheikh", "sheikha", "sheik", "patriarch",
];

/// Every spelling tried at every word, the longest first, then the loudest list.
fn scan(aliases: &[(Alias, Vec<String>)], people: &[bool], text: &str) -> Matches {
    let tokens = Tokens::of(text);
    let tokens: Vec<(Span, &str)> = tokens.iter().map(|t| (t.span, t.folded)).collect();
    let mut found = Matches::new();
    let mut at = 0;
    while at < tokens.len() {
        let fits = |index: usize| {
            let (alias, words) = &aliases[index];
            let person = alias.actor.is_some_and(|a| people[a.0 as usize]);
            let end = reach(&tokens[at..], words, person, text)?;
            let span = Span { start: tokens[at].0.start, end: tokens[at + end - 1].0.end };
            let surface = span.of(text);
            let small = surface.contains(char::is_lowercase);
            let cased = match alias.form {
                Form::Acronym => !small,
                _ => !small || surface.contains(char::is_uppercase),
            };
            let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
            let dotted = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_lowercase));
            let sign = after.starts_with('$') || before.ends_with('@') || dotted;
            let title = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let titled = TITLES.contains(&title.to_lowercase().as_str());
            (cased && !sign && (titled || !alias.titled)).then_some((end, span, alias))
        };
        let all: Vec<_> = (0..aliases.len()).filter_map(fits).collect();
        let longest = all.iter().map(|(end, ..)| *end).max();
        let ship = ship(&tokens[at..], text);
        let mut longest_ones = all.iter().filter(|(end, ..)| Some(*end) == longest);
        let titled = longest_ones.clone().find(|(_, _, alias)| alias.titled);
        let best = titled.or_else(|| longest_ones.next());
        let (end, span, target) = match (ship, best) {
            (Some(end), _) => {
                (end, Span { start: tokens[at].0.start, end: tokens[at + end - 1].0.end }, Target::Shield)
            }
            (None, Some((end, span, alias))) => {
                let same = all.iter().filter(|(e, ..)| e == end).map(|(_, _, a)| a);
                let target = match (alias.actor, alias.form) {
                    (None, _) => Target::Shield,
                    (Some(_), Form::Surname) => {
                        let same = same.filter(|a| a.form == Form::Surname && a.titled == alias.titled);
                        let people = same.filter_map(|a| a.actor).collect();
                        if alias.titled { Target::Given(people) } else { Target::Surname(people) }
                    }
                    (Some(actor), form) => Target::Alias(actor, form),
                };
                (*end, *span, target)
            }
            (None, None) => {
                at += 1;
                continue;
            }
        };
        found.push((span, target));
        at += end;
    }
    found
}

/// How many tokens of the text `words` cover; `None` where they do not stand there.
fn reach(tokens: &[(Span, &str)], words: &[String], person: bool, text: &str) -> Option<usize> {
    let mut at = 0;
    for (index, word) in words.iter().enumerate() {
        // A person's given name may be followed by initials.
        while index == 1 && person && at < tokens.len() && tokens[at].1 != word && joined(tokens, at, text) {
            let initial = tokens[at].0.of(text).trim_end_matches('.');
            if initial.chars().count() != 1 || !initial.chars().all(char::is_uppercase) {
                return None;
            }
            at += 1;
        }
        if tokens.get(at)?.1 != word || (index > 0 && !joined(tokens, at, text)) {
            return None;
        }
        at += 1;
    }
    (at > 0).then_some(at)
}

/// Whether the token at `at` goes on with the name that the one before is part of.
fn joined(tokens: &[(Span, &str)], at: usize, text: &str) -> bool {
    let gap = &text[tokens[at - 1].0.end as usize..tokens[at].0.start as usize];
    let short = tokens[at - 1].1.chars().count() == 1 || tokens[at - 1].1 == "st";
    let gap = if short { gap.strip_prefix('.').unwrap_or(gap) } else { gap };
    let owner = ["’s", "'s", "’", "'"].iter().find_map(|s| gap.strip_prefix(s)).unwrap_or(gap);
    ["-", "‐", "‑", "–"].contains(&gap) || owner.chars().all(char::is_whitespace)
}

fn ship(tokens: &[(Span, &str)], text: &str) -> Option<usize> {
    let named = |t: &(Span, &str)| t.0.of(text).starts_with(char::is_uppercase);
    if tokens[0].0.of(text) != "USS" {
        return None;
    }
    let words = (1..tokens.len().min(4)).take_while(|i| named(&tokens[*i]) && joined(tokens, *i, text));
    words.last().map(|last| last + 1)
}

#[test]
fn the_matcher_finds_what_a_naive_scan_finds() {
    let gazetteer = gazetteer();
    let matcher = Matcher::new(&gazetteer);
    let words = |alias: &Alias| Tokens::of(&alias.text).iter().map(|t| t.folded.to_owned()).collect();
    let aliases: Vec<(Alias, Vec<String>)> =
        gazetteer.aliases().into_iter().map(|alias| (alias.clone(), words(&alias))).collect();
    let people: Vec<bool> = gazetteer.actors().map(|a| a.kind == Kind::Person).collect();
    let folders = sources::corpora().into_iter().map(|folder| sources::parsed(&folder).corpus);
    let corpora = traps().iter().map(Trap::corpus).chain(folders).collect::<Vec<_>>();
    let mut found = 0;
    for (_, text) in corpora.iter().flat_map(|c| c.articles.iter().flat_map(zones)) {
        let fast: Matches = matcher
            .find(text, &Tokens::of(text))
            .into_iter()
            .map(|found| (found.span, found.target.clone()))
            .collect();
        found += fast.len();
        assert_eq!(fast, scan(&aliases, &people, text), "{text}");
    }
    assert!(found > 500, "the texts name actors: {found}");
}
