//! What each edit does to the mentions of a text, case by case, and what is said of one that means nothing.

use dateline_engine::actors::{Edit, Edited, Kind, Lists, Mention, Proposal, annotate};
use dateline_engine::explorer::{Annotated, Change, Explorer};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::parse;
use dateline_engine::view::{View, from_fragment};
use dateline_tests::sources;

/// What `edits` of the lists, to which those in `more` were added, count in `text`: each mention as `surface id form`, and what is
/// wrong with the edits. The page and the command count the same.
fn counted(more: &str, edits: &[&str], text: &str) -> Vec<String> {
    let mut base = sources::gazetteer();
    for list in more.split("---") {
        assert_eq!(base.add(list), [], "{list}");
    }
    let edit = |edit: &&str| Edit::try_from((*edit).to_owned()).expect("an edit");
    let edited = Edited::new(&base, &edits.iter().map(edit).collect::<Vec<_>>());
    let bytes = format!(" date 2024-03-08 {text}").into_bytes();
    let corpus = parse(vec![sources::file("a.txt", bytes)], &Config::default()).corpus;
    let mentions = annotate(&corpus, &edited.gazetteer);
    assert_eq!(base.add(&edited.to_toml()), [], "{}", edited.to_toml());
    assert_eq!(annotate(&corpus, &base), mentions, "{}", edited.to_toml());
    let line = |mention: &Mention| {
        let id = mention.actor.and_then(|id| mentions.actor(id)).map_or("nobody", |actor| &actor.id);
        format!("{} {id} {}", mention.surface(&corpus), mention.form.name())
    };
    mentions.list.iter().map(line).chain(edited.problems).collect()
}

#[test]
fn each_edit_does_what_it_says() {
    let moscow = "The talks took place in Moscow, and Oslo agreed.";
    let without = "[[actor]]\nid = \"russia\"\nwithout = [\"Moscow\", \"Muscovy\"]";
    let oslo = "Oslo norway metonym";
    let kim = "Jong Un Kim spoke after Bob Ho.";
    let bob = ["new:bob:person:Bob Ho", "add:bob:name:Jong Un Kim"];
    let georgia = "In Atlanta the governor of Georgia spoke of Norway.";
    let brussels = "Brussels rejected the plan, said Norway at a meeting in Brussels.";
    for (case, more, edits, text, expected) in [
        (
            "a spelling that is switched off may name somebody new",
            "",
            vec!["new:moscow-inc:organisation:Moscow", "off:russia:Moscow"],
            moscow,
            vec!["Moscow moscow-inc name", oslo],
        ),
        (
            "a spelling that the lists have switched off may name it again",
            without,
            vec!["add:russia:name:Moscow"],
            moscow,
            vec!["Moscow russia name", oslo],
        ),
        (
            "the others that the lists have switched off stay so",
            without,
            vec!["add:russia:name:Moscow"],
            "Muscovy was there.",
            vec![],
        ),
        (
            "what a merged name means besides, it means still",
            "",
            vec!["merge:georgia:norway"],
            georgia,
            vec!["Norway norway name"],
        ),
        (
            "for whom a merged capital acts, it acts still",
            "",
            vec!["merge:belgium:norway"],
            brussels,
            vec!["Brussels european-union metonym", "Norway norway name", "Brussels norway place"],
        ),
        (
            "what a merged actor does for another counts for the one that stays",
            "",
            vec!["merge:european-union:norway"],
            brussels,
            vec!["Brussels norway metonym", "Norway norway name", "Brussels belgium place"],
        ),
        (
            "what the lists merge stays one",
            "[[actor]]\nid = \"norway\"\nmerge = [\"russia\"]\n[[actor]]\nid = \"chad\"\nmerge = [\"norway\"]",
            vec!["merge:sweden:chad"],
            "Russia, Sweden and Chad agreed.",
            vec!["Russia chad name", "Sweden chad name", "Chad chad name"],
        ),
        (
            "what a list took out does not come back",
            "[[actor]]\nid = \"norway\"\nmerge = [\"russia\"]\n---\nremove = [\"russia\"]",
            vec!["merge:sweden:norway"],
            "Russia, Sweden and Norway agreed.",
            vec!["Sweden norway name", "Norway norway name"],
        ),
        (
            "a spelling that is switched off may be of another form",
            "",
            vec!["off:russia:Moscow", "add:russia:name:Moscow"],
            moscow,
            vec!["Moscow russia name", oslo],
        ),
        (
            "so may the name",
            "",
            vec!["off:russia:Russia", "add:russia:acronym:Russia"],
            "Russia said RUSSIA.",
            vec!["RUSSIA russia acronym"],
        ),
        (
            "what followed from a spelling is free without it",
            "",
            vec!["off:kim-jong-un:Kim", bob[0], bob[1]],
            kim,
            vec!["Jong Un Kim bob name", "Bob Ho bob name"],
        ),
        (
            "what follows from a spelling can be switched off",
            "",
            vec!["off:kim-jong-un:Jong Un Kim", bob[0], bob[1]],
            kim,
            vec!["Jong Un Kim bob name", "Bob Ho bob name"],
        ),
        (
            "so can what follows from one that was added",
            "",
            vec![bob[0], "add:bob:surname:Ho", "off:bob:Ho Bob"],
            "Ho Bob came.",
            vec![],
        ),
    ] {
        assert_eq!(counted(more, &edits, text), expected, "{case}");
    }
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
        (
            vec!["new:bob:person:Bob Ho", "add:bob:name:Jong Un Kim"],
            "“Jong Un Kim” names Bob Ho, as a name: it names Kim Jong Un already, as follows from “Kim Jong Un” and the surname “Kim”; switch it off there first; the edit is left out",
        ),
        (
            vec!["new:x:person:Ada X", "off:x:Ada X", "add:x:acronym:ADA X"],
            "“ADA X” names Ada X, as an acronym: expected a spelling that counts, found one that is switched off; the edit is left out",
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
        vec!["off:russia:Moscow", "add:russia:place:Moscow"],
        vec!["off:russia:Russia", "add:russia:acronym:Russia"],
        vec!["merge:norway:chad", "off:norway:Oslo", "add:norway:name:Oslo"],
    ] {
        assert_eq!(said(&right), [] as [String; 0], "{right:?}");
    }
}

/// A text that counts with the lists as they come.
fn first(text: &str) -> (Annotated, Lists) {
    let file = sources::file("a.txt", format!(" date 2024-03-08 {text}").into_bytes());
    let corpus = parse(vec![file], &Config::default()).corpus;
    let gazetteer = sources::gazetteer();
    let mentions = annotate(&corpus, &gazetteer);
    let named = |name: &str| Proposal {
        edits: Edit::start(&gazetteer, Kind::Organisation, name).into_iter().collect(),
        times: 3,
        articles: 1,
    };
    let lists =
        Lists { proposals: vec![named("Skarn Ferries"), named("Bo Bay")], gazetteer: gazetteer.clone() };
    (Annotated::first(Explorer::new(corpus, mentions), &lists), lists)
}

fn edits(texts: &[&str]) -> Vec<Edit> {
    texts.iter().map(|text| Edit::try_from((*text).to_owned()).expect("an edit")).collect()
}

#[test]
fn figures_count_the_edits_that_take_effect() {
    let (reading, lists) = first("Norway and Chad met. Norway spoke.");
    for (kept, said) in [
        ([].as_slice(), None),
        (&["merge:atlantis:chad"], None),
        (&["off:chad:Chad", "merge:atlantis:chad"], Some("Actors edited by the reader: 1 edit.")),
    ] {
        let after = reading.edited(&lists, &edits(kept));
        let view = View { edits: edits(kept), ..View::default() };
        let figure = after.explorer.figure(&after.explorer.select(&view), &view, 10);
        assert_eq!(
            figure.source.find("Actors edited"),
            said.and_then(|said| figure.source.find(said)),
            "{}",
            figure.source
        );
        assert_eq!(after.explorer.edits, after.edits.len());
    }
}

#[test]
fn a_change_is_told_of_a_view_that_follows_it() {
    let (reading, lists) = first("Norway and Chad met. Norway spoke. Sweden did not.");
    let after = reading.edited(&lists, &edits(&["merge:norway:chad"]));
    let view = from_fragment("actor=norway&-form=demonym").0;
    let says: Vec<_> = reading.changes(&after, &view).iter().map(Change::says).collect();
    assert_eq!(says, ["Norway: 2 → 0 mentions, 1 → 0 articles", "Chad: 1 → 3 mentions, 1 → 1 article"]);
    assert_eq!(after.explorer.select(&view.merged(&after.edits)).articles.len(), 1);
}

#[test]
fn spellings_are_those_of_all_that_count_as_one() {
    let (reading, lists) = first("Norway and Chad met. The Norwegians spoke of “the Fjord”.");
    let after = reading.edited(&lists, &edits(&["merge:norway:chad", "add:chad:name:fjord"]));
    let selection = after.explorer.select(&View::default());
    let spelled = after.spelled(&selection, "chad");
    let off = |text: &str| {
        let found = spelled.iter().find(|spelled| spelled.spelling.text == text);
        found.unwrap_or_else(|| panic!("{text} in {spelled:?}")).off.clone()
    };
    assert_eq!(off("Norwegians"), edits(&["off:norway:Norwegians"]));
    // Not met, and without a capital.
    assert_eq!(off("N'Djamena").len(), 1);
    assert_eq!(off("fjord"), edits(&["off:chad:fjord"]));
    // Two people of one name are one spelling, and both lose it.
    let kims = reading.edited(&lists, &edits(&["merge:kim-jong-il:kim-jong-un"]));
    let spelled = kims.spelled(&kims.explorer.select(&View::default()), "kim-jong-un");
    let kim: Vec<_> = spelled.iter().filter(|spelled| spelled.spelling.text == "Kim").collect();
    assert_eq!(kim.iter().map(|spelled| spelled.off.len()).collect::<Vec<_>>(), [2]);
}

#[test]
fn what_is_counted_already_is_not_proposed() {
    let (reading, lists) = first("Norway met Skarn Ferries.");
    let names = |edited: &[&str]| -> Vec<String> {
        let reading = reading.edited(&lists, &edits(edited));
        let open = reading.proposals(&lists).filter_map(|proposal| match proposal.edits.first() {
            Some(Edit::New { name, .. }) => Some(name.clone()),
            _ => None,
        });
        open.collect()
    };
    assert_eq!(names(&[]), ["Skarn Ferries", "Bo Bay"]);
    assert_eq!(names(&["add:norway:name:skarn ferries"]), ["Bo Bay"]);
    assert_eq!(names(&["new:bo-bay:organisation:Bo Bay"]), ["Skarn Ferries"]);
}
