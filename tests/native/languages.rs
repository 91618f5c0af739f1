//! Names of states in other languages: texts with the names that a reader marks in them. The texts stand in
//! `tests/actors/languages`, one file a language: `## title`, then a text in which `[Norwegen](norway)` is a name.

use dateline_engine::actors::{Form, Gazetteer, Kind, annotate, zones};
use dateline_engine::corpus::Corpus;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{SourceFile, parse};
use dateline_tests::sources;
use std::collections::BTreeSet;

/// A name of a state: where it begins and ends, in bytes of the text, and the id of the state.
type Named = (u32, u32, String);

/// A text with the names in it.
struct Marked {
    title: String,
    text: String,
    names: BTreeSet<Named>,
}

/// The texts of the language `tag`.
fn marked(tag: &str) -> Vec<Marked> {
    let path = sources::root().join(format!("tests/actors/languages/{tag}.txt"));
    let file = std::fs::read_to_string(path).expect("a file of texts");
    let pieces = file.split("## ").filter(|piece| !piece.trim().is_empty());
    pieces
        .map(|piece| {
            let (title, rest) = piece.split_once('\n').expect("a title, then a text");
            let (mut text, mut names) = (String::new(), BTreeSet::new());
            let mut pieces = rest.trim().split('[');
            text.push_str(pieces.next().unwrap_or_default());
            for piece in pieces {
                let (name, rest) = piece.split_once("](").expect("a name, then its state");
                let (state, rest) = rest.split_once(')').expect("the end of the state");
                let start = text.len() as u32;
                text.push_str(name);
                names.insert((start, text.len() as u32, state.to_owned()));
                text.push_str(rest);
            }
            Marked { title: format!("{tag}: {title}"), text, names }
        })
        .collect()
}

/// `text` as an article; its language is detected where it is not `declared`.
fn corpus(text: &str, declared: Option<&str>) -> Corpus {
    let mut config = Config::default();
    config.everywhere.language = declared.map(str::to_owned);
    let bytes = format!(" date 2024-03-08 {text}\n").into();
    parse(vec![SourceFile { name: "a.txt".into(), bytes }], &config).corpus
}

/// The names of states that are found in `corpus`, whose one block they stand in.
fn found(corpus: &Corpus) -> BTreeSet<Named> {
    let mut gazetteer = Gazetteer::built_in();
    gazetteer.add_languages(corpus);
    let mentions = annotate(corpus, &gazetteer);
    let names = mentions.list.iter().filter_map(|mention| {
        let actor = mentions.actor(mention.actor?).filter(|actor| actor.kind == Kind::State)?;
        let named = matches!(mention.form, Form::Name | Form::Acronym | Form::Demonym);
        named.then(|| (mention.at.start, mention.at.end, actor.id.clone()))
    });
    names.collect()
}

/// The F1 of the names in the texts of the language `tag`, which is detected where it is not `declared`, and what is wrong.
fn score(tag: &str, declared: Option<&str>) -> (f64, Vec<String>) {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for Marked { title, text, names } in marked(tag) {
        let corpus = corpus(&text, declared);
        let read: Vec<&str> = corpus.articles.iter().flat_map(|a| zones(a).map(|(_, text)| text)).collect();
        assert_eq!(read, [text.as_str()], "{title}: the text is read whole");
        assert_eq!(corpus.articles[0].language_tag(), Some(tag), "{title}: its language is known");
        let found = found(&corpus);
        right += 2 * names.intersection(&found).count();
        all += names.len() + found.len();
        let show = |what: &str, (start, end, state): &Named| {
            format!("{title}: {what} {:?} as {state}", &text[*start as usize..*end as usize])
        };
        wrong.extend(names.difference(&found).map(|name| show("missed", name)));
        wrong.extend(found.difference(&names).map(|name| show("wrongly found", name)));
    }
    (right as f64 / all as f64, wrong)
}

#[test]
fn states_are_found_in_german_french_and_spanish() {
    for tag in ["de", "fr", "es"] {
        let texts = marked(tag);
        let nothing = texts.iter().filter(|text| text.names.is_empty()).count();
        assert!(texts.len() >= 20 && nothing >= 3, "{tag}: {} texts, {nothing} of nothing", texts.len());
        let (f1, wrong) = score(tag, None);
        assert!(f1 >= 0.95, "{tag}: F1 is {f1:.3}\n{}", wrong.join("\n"));
    }
}

#[test]
fn states_are_found_in_other_languages() {
    for tag in ["ar", "it", "ja", "ko", "nl", "pt", "ru", "uk", "zh"] {
        let (f1, wrong) = score(tag, Some(tag));
        assert!(f1 >= 0.95, "{tag}: F1 is {f1:.3}\n{}", wrong.join("\n"));
    }
}

#[test]
fn a_page_in_english_is_english_whatever_its_template_declares() {
    let page = |text: &str| {
        let html = format!(
            "<html lang=\"de\"><body><article><h1>The boats</h1><p>{text}</p></article></body></html>"
        );
        parse(vec![SourceFile { name: "a.html".into(), bytes: html.into() }], &Config::default()).corpus
    };
    let english = "Ministers of Norway met in the harbour on Friday to talk about the ferries that they have bought, and they said that the board of Germany would be asked for help with them.";
    let german = "Die Minister von Norwegen haben am Freitag im Hafen über die Fähren gesprochen, die sie gekauft haben, und sie wollen sich auch von denen aus Schweden helfen lassen.";
    for (text, states) in [(english, ["norway", "germany"]), (german, ["norway", "sweden"])] {
        let corpus = page(text);
        let found: Vec<String> = found(&corpus).into_iter().map(|(.., state)| state).collect();
        assert_eq!(found, states, "{text}");
    }
}
