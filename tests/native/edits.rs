//! What a reader edits, at random, counts the same everywhere: the page and the command with the list that the page gives find
//! the same mentions, and each edit is undone by taking it out.

use dateline_engine::actors::{
    Edit, Edited, Form, Gazetteer, Kind, Lists, Mentions, Reason, annotate, edits, exception,
};
use dateline_engine::corpus::Corpus;
use dateline_engine::explorer::Annotated;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::parse;
use dateline_engine::view::View;
use dateline_tests::dice::Dice;
use dateline_tests::material::Material;
use dateline_tests::sources;
use std::collections::BTreeMap;

/// Lists of edits that are tried on each corpus.
const TRIES: u64 = 40;

/// The folders: both corpora, and fixtures that are rich in actors.
fn folders() -> Vec<std::path::PathBuf> {
    sources::corpora().into_iter().chain([sources::nobodies()]).collect()
}

/// What is edited: those folders, and all texts whose actors are hard to tell.
fn corpora() -> Vec<(String, Corpus)> {
    let folder = |path: std::path::PathBuf| (path.display().to_string(), sources::parsed(&path).corpus);
    folders().into_iter().map(folder).chain([("tests/actors".to_owned(), traps())]).collect()
}

fn traps() -> Corpus {
    let mut files = Vec::new();
    for name in ["nothing.txt", "states.txt", "capitals.txt", "people.txt", "groups.txt"] {
        let text = std::fs::read_to_string(sources::root().join("tests/actors").join(name));
        for (at, trap) in text.expect("a file of traps").split("## ").skip(1).enumerate() {
            let said = |line: &&str| !line.starts_with("= ") && !line.starts_with("title: ");
            let lines: Vec<_> = trap.lines().skip(1).filter(said).collect();
            let text = format!(" date 2024-03-08 {}\n", lines.join("\n").trim());
            files.push(sources::file(&format!("{at}-{name}"), text));
        }
    }
    parse(files, &Config::default()).corpus
}

/// The lists of both corpora and those of the traps.
fn lists() -> Gazetteer {
    let mut gazetteer = sources::gazetteer();
    let list = std::fs::read_to_string(sources::root().join("tests/actors/actors.toml"));
    gazetteer.add(&list.expect("a list of actors"));
    gazetteer
}

/// Some edits, most of which mean something: of spellings that are met, and of any others.
fn some(gazetteer: &Gazetteer, corpus: &Corpus, mentions: &Mentions, dice: &mut Dice) -> Vec<Edit> {
    let aliases = gazetteer.aliases();
    let ids: Vec<String> = gazetteer.in_force().map(|(_, actor)| actor.id.clone()).collect();
    let met: Vec<String> = mentions.actors.iter().map(|actor| actor.id.clone()).collect();
    let id = |dice: &mut Dice| if dice.once_in(4) { dice.pick(&ids) } else { dice.pick(&met) }.clone();
    let words = |dice: &mut Dice| {
        let text: &str = &dice.pick(&corpus.articles).blocks[0].text;
        let words: Vec<&str> = text.split_whitespace().collect();
        let from = dice.below(words.len());
        let words = words[from..words.len().min(from + 1 + dice.below(2))].join(" ");
        words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let mut edits = Vec::new();
    while edits.len() < 1 + dice.below(7) {
        let edit = match dice.below(10) {
            0..=2 => {
                let mention = dice.pick(&mentions.list);
                let actor = mention.actor.and_then(|id| mentions.actor(id));
                actor.map(|actor| Edit::Off {
                    actor: actor.id.clone(),
                    // A name over the end of a line is one line in a link.
                    text: mention.surface(corpus).split_whitespace().collect::<Vec<_>>().join(" "),
                })
            }
            3 => {
                let alias = dice.pick(&aliases);
                let actor = alias.actor.and_then(|id| gazetteer.actors().nth(id.0 as usize));
                actor.map(|actor| Edit::Off { actor: actor.id.clone(), text: alias.text.clone() })
            }
            4 => Edit::add(&id(dice), *dice.pick(&Form::ALL), &words(dice)),
            5 => Edit::start(gazetteer, *dice.pick(&Kind::ALL), &words(dice)),
            6 => Edit::try_from(format!("shield:{}", words(dice))).ok(),
            7 => {
                let mention = dice.pick(&mentions.list);
                let article = corpus.article(mention.article);
                article.and_then(|article| {
                    Some(Edit::Except { text: exception(article, mention.zone, mention.at)? })
                })
            }
            _ => Some(Edit::Merge { from: id(dice), into: id(dice) }),
        };
        // What is switched off may be of another form, another's, or somebody new's.
        if let Some(Edit::Off { actor, text }) = &edit
            && dice.once_in(3)
        {
            edits.extend(match dice.below(3) {
                0 => Edit::add(actor, *dice.pick(&Form::ALL), text),
                1 => Edit::add(&id(dice), *dice.pick(&Form::ALL), text),
                _ => Edit::start(gazetteer, *dice.pick(&Kind::ALL), text),
            });
        }
        // What is new may be edited, too.
        if let Some(Edit::New { id, .. }) = &edit
            && dice.once_in(2)
        {
            edits.extend(Edit::add(id, *dice.pick(&Form::ALL), &words(dice)));
        }
        edits.extend(edit);
    }
    edits
}

#[test]
fn the_page_and_the_command_count_the_same() {
    let base = lists();
    let (mut changed, mut refused) = (0, 0);
    for (folder, corpus) in corpora() {
        let before = annotate(&corpus, &base);
        for seed in 0..TRIES {
            let edits = some(&base, &corpus, &before, &mut Dice::new(seed));
            let name = format!("{}, edits {seed}: {edits:?}", folder);
            let edited = Edited::new(&base, &edits);
            let in_page = annotate(&corpus, &edited.gazetteer);
            let mut with_list = base.clone();
            let toml = edited.to_toml();
            assert_eq!(with_list.add(&toml), [], "{name}\n{toml}");
            assert_eq!(annotate(&corpus, &with_list), in_page, "{name}\n{toml}");
            assert_eq!(edited.edits.len() + edited.problems.len(), edits.len(), "{name}");
            assert_eq!(Edited::new(&base, &edited.edits).gazetteer, edited.gazetteer, "{name}");
            changed += usize::from(in_page != before);
            refused += edited.problems.len();
            // In a link, and back.
            for edit in &edits {
                let line = String::from(edit.clone());
                assert_eq!(Edit::try_from(line.clone()).as_ref(), Ok(edit), "{line}");
            }
            // All of them undone.
            let mut left = edits.clone();
            while let Some(last) = left.last().cloned() {
                left = edits::without(&base, &left, &last);
            }
            assert_eq!(left, [], "{name}");
        }
    }
    assert!(
        changed > 60 && refused > 10,
        "edits change something ({changed}), and some mean nothing ({refused})"
    );
}

#[test]
fn each_edit_is_undone_by_taking_it_out() {
    let base = lists();
    for (folder, corpus) in corpora() {
        let mentions = annotate(&corpus, &base);
        for seed in 0..TRIES {
            let mut dice = Dice::new(seed);
            let before = some(&base, &corpus, &mentions, &mut dice);
            let counted = Edited::new(&base, &before).gazetteer;
            // Another of the actors that these are about, or any other.
            let mut more = some(&base, &corpus, &mentions, &mut dice);
            more.extend(before.iter().filter_map(|edit| match edit {
                Edit::Off { actor, text } => Edit::add(actor, *dice.pick(&Form::ALL), text),
                Edit::Add { actor, text, .. } => Some(Edit::Off { actor: actor.clone(), text: text.clone() }),
                Edit::New { id, .. } => {
                    Some(Edit::New { id: id.clone(), kind: Kind::State, name: "X".into() })
                }
                Edit::Merge { from, .. } => {
                    Some(Edit::New { id: from.clone(), kind: Kind::State, name: "X".into() })
                }
                Edit::Shield { .. } | Edit::Except { .. } => None,
            }));
            for edit in &more {
                let with = edits::with(&base, &before, std::slice::from_ref(edit));
                let name = format!("{}, edits {seed}: {before:?} with {edit:?}", folder);
                if !with.contains(edit) || before.contains(edit) {
                    // It takes another back, or is there already.
                    assert!(with.len() <= before.len(), "{name}");
                    continue;
                }
                let undone = Edited::new(&base, &edits::without(&base, &with, edit)).gazetteer;
                // Equal lists count the same.
                if undone != counted {
                    assert_eq!(annotate(&corpus, &undone), annotate(&corpus, &counted), "{name}");
                }
            }
        }
    }
}

#[test]
fn of_two_merged_actors_the_mentions_add_up() {
    let base = lists();
    let counts = |mentions: &Mentions| {
        let mut counts: BTreeMap<Option<String>, usize> = BTreeMap::new();
        for mention in &mentions.list {
            let id = mention.actor.and_then(|id| mentions.actor(id)).map(|actor| actor.id.clone());
            *counts.entry(id).or_default() += 1;
        }
        counts
    };
    let mut chains = 0;
    for (folder, corpus) in corpora() {
        let before = annotate(&corpus, &base);
        let met: Vec<String> = before.actors.iter().map(|actor| actor.id.clone()).collect();
        for seed in 0..TRIES {
            let mut dice = Dice::new(seed);
            let merge = |dice: &mut Dice| Edit::Merge {
                from: dice.pick(&met).clone(),
                into: dice.pick(&met).clone(),
            };
            let edits: Vec<Edit> = (0..1 + dice.below(9)).map(|_| merge(&mut dice)).collect();
            let edited = Edited::new(&base, &edits);
            let mut expected = counts(&before);
            for edit in &edited.edits {
                let Edit::Merge { from, into } = edit else { continue };
                // What went into it before goes on with it.
                let took = edited.edits.iter().take_while(|other| *other != edit);
                chains +=
                    took.filter(|other| matches!(other, Edit::Merge { into, .. } if into == from)).count();
                let gone = expected.remove(&Some(from.clone())).unwrap_or_default();
                *expected.entry(Some(into.clone())).or_default() += gone;
            }
            let name = format!("{}, {seed}: {:?}", folder, edited.edits);
            assert_eq!(counts(&annotate(&corpus, &edited.gazetteer)), expected, "{name}");
        }
    }
    assert!(chains > 5, "some go on: {chains}");
}

#[test]
fn the_panel_counts_what_the_bars_count() {
    let base = sources::gazetteer();
    for folder in folders() {
        let first = Annotated::first(
            sources::explorer(&folder),
            &Lists { gazetteer: base.clone(), proposals: vec![] },
        );
        let lists = Lists { gazetteer: base.clone(), proposals: vec![] };
        let material = Material::of(&first.explorer);
        for seed in 0..12 {
            let mut dice = Dice::new(seed);
            let edits = some(&base, &first.explorer.corpus, &first.explorer.mentions, &mut dice);
            let view = material.view(&mut dice);
            let after = first.edited(&lists, &edits);
            let name = format!("{}, {seed}: {edits:?}", folder.display());
            for change in first.changes(&after, &view) {
                for (side, reading) in [&first, &after].into_iter().enumerate() {
                    let explorer = &reading.explorer;
                    let view = if side == 0 { view.clone() } else { view.merged(&after.edits) };
                    let selection = explorer.select(&view);
                    let rows = explorer.rows(&selection, &view.open_mentions(&change.id));
                    assert_eq!(rows.len(), change.mentions[side] as usize, "{name}: {change:?}");
                }
            }
            let selection = after.explorer.select(&view);
            for count in selection.actors.iter().filter(|count| count.mentions > 0) {
                let id = &after.explorer.mentions.actor(count.actor).expect("an actor").id;
                let spelled = after.spelled(&selection, id);
                let sum: u32 = spelled.iter().map(|spelled| spelled.spelling.mentions.len() as u32).sum();
                assert_eq!(sum, count.mentions, "{name}: {id}");
                for spelled in spelled.iter().filter(|spelled| !spelled.spelling.mentions.is_empty()) {
                    let rows =
                        View { spelling: Some(spelled.spelling.text.clone()), ..view.open_mentions(id) };
                    let rows = after.explorer.rows(&selection, &rows);
                    assert_eq!(rows.len(), spelled.spelling.mentions.len(), "{name}: {id} as {spelled:?}");
                    // Switched off, it is gone.
                    if !spelled.off.is_empty() && dice.once_in(40) {
                        let without = first.edited(&lists, &edits::with(&base, &edits, &spelled.off));
                        assert_eq!(
                            without.problems.len(),
                            after.problems.len(),
                            "{name}: {:?}",
                            without.problems
                        );
                        let selection = without.explorer.select(&view);
                        let rows =
                            View { spelling: Some(spelled.spelling.text.clone()), ..view.open_mentions(id) };
                        let rows = without.explorer.rows(&selection, &rows);
                        // What shares the rest of its name with the next is no spelling of its own.
                        let alone = rows
                            .iter()
                            .filter(|row| !matches!(row.mention.map(|m| m.reason), Some(Reason::Shared(_))));
                        assert_eq!(alone.count(), 0, "{name}: {id} as {spelled:?}");
                    }
                }
            }
        }
    }
}
