//! `dateline actors`: what it suggests is a list that the command reads without a word, and accepting it
//! counts what it says.

use crate::run::{dateline, on};
use dateline_tests::scratch::folder_with;

/// A text with people, a body and a spelling slip, none of them in a list.
const TEXT: &str = " date 2024-03-08 On Friday President Runa Holmdal met the Skarn Ferry Company (SFC) in Oslo. \
Holmdal said that the company had waited long enough, and SFC agreed. Later Runa Holmdall, as one paper \
spelled her, left with her aide Mats Ekvik. Nobody at the Skarn Ferry Company saw Holmdal go. Aides said \
that Ekvik drove, and Mats Ekvik, who likes to drive, took the coast road. The SFC sent Ekvik a note.";

#[test]
fn suggestions_are_entries_that_count_once_accepted() {
    let folder = folder_with("suggested", &[("a.txt", TEXT.as_bytes())]);
    let said = on("actors", &folder, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for lines in [
        "# 4 times in 1 article\n",
        "id = \"runa-holmdal\"\nname = \"Runa Holmdal\"\nkind = \"person\"\nnames = [\"Runa Holmdall\"]\nsurname = \"Holmdal\"\n",
        "id = \"skarn-ferry-company\"\nname = \"Skarn Ferry Company\"\nkind = \"organisation\"\nacronyms = [\"SFC\"]\n",
        "id = \"mats-ekvik\"\nname = \"Mats Ekvik\"\nkind = \"person\"\nsurname = \"Ekvik\"\n",
        "#   a: … On Friday President [Runa Holmdal] met the Skarn Ferry Company",
    ] {
        assert!(said.out.contains(lines), "{lines}\nin\n{}", said.out);
    }
    let before = on("mentions", &folder, &["--json"]);
    assert!(!before.out.contains("holmdal"), "nothing counts until it is accepted: {}", before.out);
    std::fs::write(folder.join("actors.toml"), &said.out).expect("the list can be written");
    let after = on("mentions", &folder, &["--json"]);
    assert_eq!((after.code, after.err.as_str()), (0, ""), "the list is clean");
    for (actor, mentions) in [("runa-holmdal", 4), ("skarn-ferry-company", 5), ("mats-ekvik", 4)] {
        let counted = after.out.matches(&format!("\"actor\":\"{actor}\"")).count();
        assert_eq!(counted, mentions, "{actor}: {}", after.out);
    }
    let again = on("actors", &folder, &[]);
    assert_eq!(again.out, "# Nothing is named often that is not in the lists already.\n");
}

#[test]
fn a_broken_list_gets_sentences_with_places() {
    let list = "remove = [\"norvay\"]\n\n[[actor]]\nid = \"holm\"\nname = \"Runa Holm\"\nkind = \"person\"\nsurname = \"Jordan\"\n\n\
        [[actor]]\nid = \"holm\"\nname = \"Other\"\nkind = \"person\"\n\n[[actor]]\nid = \"pia\"\nname = \"\"\nkind = \"person\"\n\n\
        [[actor]]\nid = \"bo\"\nname = \"Bo\"\nkind = \"person\"\nnames = [\"Runa Holm\"]\n";
    let text = " date 2024-03-08 Runa Holm of Norway met Bo on the landing stage.";
    let folder = folder_with("broken", &[("a.txt", text.as_bytes()), ("actors.toml", list.as_bytes())]);
    let said = on("mentions", &folder, &["--json"]);
    assert_eq!(said.code, 0);
    let lines: Vec<_> = said.err.lines().collect();
    assert_eq!(
        lines,
        [
            "dateline: actors.toml:1:11: expected the id of an actor, found `norvay`; did you mean `norway`? It is left out",
            "dateline: actors.toml:7:11: the surname `Jordan` of `holm` names `jordan` already; it stays with that one, and `holm` counts by full names",
            "dateline: actors.toml:10:1: expected each id once, found `holm` again; put both into one entry. This one is left out",
            "dateline: actors.toml:16:8: expected words in `name` of `pia`, found an empty one; the entry is left out",
            "dateline: actors.toml:23:10: `Runa Holm` in `names` of `bo` names `holm` already; it stays with that one",
        ]
    );
    assert_eq!(said.out.lines().count(), 3, "the rest counts: {}", said.out);
}

#[test]
fn removals_and_merges_of_a_corpus() {
    let list = "remove = [\"ndtv\"]\nshields = [\"Norway House\"]\n\n[[actor]]\nid = \"nordics\"\nname = \"Nordics\"\nkind = \"organisation\"\n\
        merge = [\"norway\", \"sweden\"]\nwithout = [\"Swedes\"]\n";
    let text =
        " date 2024-03-08 The ferry of New Delhi Television left Norway House. Norwegian crews met Sweden’s.";
    let folder = folder_with("merged", &[("a.txt", text.as_bytes()), ("actors.toml", list.as_bytes())]);
    let said = on("mentions", &folder, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let seen: Vec<_> =
        said.out.lines().map(|l| l.split('\t').skip(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        seen,
        [
            "Norwegian nordics demonym “Norwegian” is in the lists as an adjective or a people",
            "Sweden nordics name “Sweden” is in the lists as a name",
        ]
    );
    let none = dateline(["actors", "/no/such/folder"]);
    assert_eq!(none.code, 1, "{}", none.err);
}
