//! Any link gives a page: fragments of views, mutated at random, are read without a panic, and what they open can
//! be drawn; what was not understood is left out and named.

use dateline_engine::actors::{Edited, Lists};
use dateline_engine::explorer::Annotated;
use dateline_engine::view::{Chart, View, from_fragment, to_fragment};
use dateline_tests::dice::Dice;
use dateline_tests::material::Material;
use dateline_tests::sources;

/// Fragments that are tried.
const FRAGMENTS: u64 = 10_000;

/// Pieces that links are made of, and pieces that break them.
const PIECES: [&str; 39] = [
    "&actor=",
    "&-actor=",
    "&source=",
    "&-source=",
    "&-form=place",
    "&form=",
    "&zone=title",
    "&-zone=quote",
    "&once=on",
    "&chart=time",
    "&chart=pairs",
    "&near=paragraph",
    "&measure=articles",
    "&measure=per-thousand",
    "&line=",
    "&mentions=",
    "&with=",
    "&bin=undated",
    "&bin=2024-06-30..2024-06-01",
    "&order=left",
    "&sort=oldest",
    "&sort=source",
    "&article=",
    "&at=title:0",
    "&quote=",
    "&hits=all",
    "&text=source",
    "&about=corpus",
    "&keys=off",
    "&aliases=",
    "&spelling=",
    "&edit=off:russia:Moscow",
    "&propose=off:russia:Moscow",
    "&edit=off:",
    "&edit=add:russia:surname:",
    "&edit=merge:russia:",
    "&edit=new:a:person:",
    "%FF",
    "=",
];

fn mutated(mut fragment: Vec<u8>, material: &Material, dice: &mut Dice) -> String {
    for _ in 0..dice.below(6) {
        let at = dice.below(fragment.len() + 1);
        match dice.below(4) {
            0 => fragment.truncate(at),
            1 => fragment.insert(at, dice.byte()),
            2 => {
                let id = dice.pick(&material.actors);
                fragment.extend_from_slice(format!("{}{id}", dice.pick(&PIECES)).as_bytes());
            }
            _ => fragment.splice(at..at, dice.pick(&PIECES).bytes()).for_each(drop),
        }
    }
    String::from_utf8_lossy(&fragment).into_owned()
}

#[test]
fn any_link_can_be_drawn() {
    let lists = Lists { gazetteer: sources::gazetteer(), proposals: Vec::new() };
    let first = Annotated::first(sources::explorer(&sources::own()), &lists);
    let explorer = &first.explorer;
    let mut said = 0;
    let material = Material::of(explorer);
    for seed in 0..FRAGMENTS {
        let mut dice = Dice::new(seed);
        let whole = to_fragment(&material.view(&mut dice));
        let fragment = mutated(whole.into_bytes(), &material, &mut dice);
        let (view, _) = from_fragment(&fragment);
        // What was understood is a view like any other.
        let (again, more) = from_fragment(&to_fragment(&view));
        assert_eq!((&again, more.len()), (&view, 0), "seed {seed}: {fragment}");
        let selection = explorer.select(&view);
        for chart in Chart::ALL {
            let figure = explorer.figure(&selection, &View { chart: *chart, ..view.clone() }, 15);
            assert!(!figure.title.is_empty(), "seed {seed}: {fragment}");
        }
        explorer.rows(&selection, &view);
        explorer.unknown_names(&view);
        view.active_filters(explorer);
        // Whatever is asked of the lists, they are read, and what means nothing is said.
        if !view.edits.is_empty() {
            let edited = Edited::new(&lists.gazetteer, &view.edits);
            assert!(edited.problems.len() <= view.edits.len(), "seed {seed}: {fragment}");
            said += edited.problems.len();
            if seed % 50 == 0 {
                let reading = first.edited(&lists, &view.edits);
                let selection = reading.explorer.select(&view);
                reading.listed(&selection);
                let id = view.aliases.as_deref().unwrap_or("russia");
                reading.spelled(&selection, id);
            }
        }
        if let Some(id) = view.article.as_ref().and_then(|name| explorer.corpus.named(name)) {
            let hits = explorer.hits(&selection, id);
            explorer.place(&view, id, &hits);
        }
    }
    assert!(said > 100, "some edits mean nothing: {said}");
}

#[test]
fn strangers_are_named() {
    let (view, problems) = from_fragment("utm_source=mail&q=kim&colour=red");
    assert_eq!(view.query, "kim");
    assert_eq!(problems.len(), 2, "{problems:?}");
}
