//! What a reader edits counts the same everywhere: the page and the command with the list that the page gives find
//! the same mentions, and each edit is undone by taking it out.

mod dice;
mod material;
mod sources;

use dateline_engine::actors::{
    Edit, Edited, Form, Gazetteer, Kind, Lists, Mentions, Reason, annotate, edits,
};
use dateline_engine::corpus::Corpus;
use dateline_engine::view::{Reading, View};
use dice::Dice;
use material::Material;

/// Lists of edits that are tried on each corpus.
const TRIES: u64 = 40;

/// The folders: both corpora, and fixtures that are rich in actors.
fn folders() -> Vec<std::path::PathBuf> {
    sources::corpora().into_iter().chain([sources::nobodies()]).collect()
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
        let edit = match dice.below(8) {
            0..=2 => {
                let mention = dice.pick(&mentions.list);
                let actor = mention.actor.and_then(|id| mentions.actor(id));
                actor.map(|actor| Edit::Off {
                    actor: actor.id.clone(),
                    text: mention.surface(corpus).to_owned(),
                })
            }
            3 => {
                let alias = dice.pick(&aliases);
                let actor = alias.actor.and_then(|id| gazetteer.actors().nth(id.0 as usize));
                actor.map(|actor| Edit::Off { actor: actor.id.clone(), text: alias.text.clone() })
            }
            4 => Edit::add(&id(dice), *dice.pick(&Form::ALL), &words(dice)),
            5 => Edit::start(gazetteer, *dice.pick(&Kind::ALL), &words(dice)),
            _ => Some(Edit::Merge { from: id(dice), into: id(dice) }),
        };
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
    let base = sources::gazetteer();
    let (mut changed, mut refused) = (0, 0);
    for folder in folders() {
        let corpus = sources::parsed(&folder).corpus;
        let before = annotate(&corpus, &base);
        for seed in 0..TRIES {
            let edits = some(&base, &corpus, &before, &mut Dice::new(seed));
            let name = format!("{}, edits {seed}: {edits:?}", folder.display());
            let edited = Edited::new(&base, &edits);
            let in_page = annotate(&corpus, &edited.gazetteer);
            let mut with_list = base.clone();
            let toml = edited.to_toml();
            assert_eq!(with_list.add(&toml), [], "{name}\n{toml}");
            assert_eq!(annotate(&corpus, &with_list), in_page, "{name}\n{toml}");
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
                left = edits::without(&left, &last);
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
fn what_means_nothing_is_said() {
    let base = sources::gazetteer();
    let said = |edits: &[&str]| {
        let edits: Vec<Edit> =
            edits.iter().map(|e| Edit::try_from((*e).to_owned()).expect("an edit")).collect();
        Edited::new(&base, &edits).problems
    };
    for (edits, problem) in [
        (
            vec!["off:atlantis:Moscow"],
            "“Moscow” no longer names atlantis: expected the id of an actor, found `atlantis`; the edit is left out",
        ),
        (
            vec!["off:russia:Oslo"],
            "“Oslo” no longer names Russia: expected a spelling that names it, found another; the edit is left out",
        ),
        (
            vec!["add:russia:name:Norway"],
            "“Norway” names Russia, as a name: it names Norway already; switch it off there first; the edit is left out",
        ),
        (
            vec!["off:russia:Moscow", "add:russia:place:Moscow"],
            "“Moscow” names Russia, as a capital: expected a spelling that counts, found one that is switched off; the edit is left out",
        ),
        (
            vec!["merge:norway:norway"],
            "Norway counts as Norway: expected two actors, found one; the edit is left out",
        ),
        (
            vec!["merge:norway:chad", "merge:chad:norway"],
            "Chad counts as Norway: expected the id of an actor, found `norway`; the edit is left out",
        ),
        (
            vec!["new:russia:state:Ruritania"],
            "Ruritania is an actor, a state: expected an id of its own, found that of another actor, `russia`; the edit is left out",
        ),
    ] {
        assert_eq!(said(&edits), [problem], "{edits:?}");
    }
    for right in [
        vec!["off:russia:Moscow", "add:norway:metonym:moscow"],
        vec!["add:russia:surname:Kim"],
        vec!["new:ruritania:state:Ruritania", "add:ruritania:demonym:Ruritanian", "merge:ruritania:russia"],
        vec!["merge:norway:chad", "merge:chad:russia", "off:norway:Oslo"],
        vec!["off:kim-jong-un:Jong Un Kim"],
    ] {
        assert_eq!(said(&right), [] as [String; 0], "{right:?}");
    }
}

#[test]
fn the_panel_counts_what_the_bars_count() {
    let base = sources::gazetteer();
    for folder in folders() {
        let first =
            Reading::first(sources::explorer(&folder), &Lists { gazetteer: base.clone(), proposals: vec![] });
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
                    let selection = explorer.select(&view);
                    let rows = explorer.rows(&selection, &view.open_mentions(&change.id));
                    assert_eq!(rows.len(), change.mentions[side] as usize, "{name}: {change:?}");
                }
            }
            let selection = after.explorer.select(&view);
            for count in selection.actors.iter().filter(|count| count.mentions > 0) {
                let id = &after.explorer.mentions.actor(count.actor).expect("an actor").id;
                let spelled = after.spelled(&selection, id, &base, &edits);
                let sum: u32 = spelled.iter().map(|spelled| spelled.spelling.mentions.len() as u32).sum();
                assert_eq!(sum, count.mentions, "{name}: {id}");
                for spelled in spelled.iter().filter(|spelled| !spelled.spelling.mentions.is_empty()) {
                    let rows =
                        View { spelling: Some(spelled.spelling.text.clone()), ..view.open_mentions(id) };
                    let rows = after.explorer.rows(&selection, &rows);
                    assert_eq!(rows.len(), spelled.spelling.mentions.len(), "{name}: {id} as {spelled:?}");
                    // Switched off, it is gone.
                    if let Some(off) = spelled.off.clone().filter(|_| dice.once_in(40)) {
                        let without = first.edited(&lists, &edits::with(&edits, &[off]));
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
