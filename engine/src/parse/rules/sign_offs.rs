//! Sign-offs as agencies and newsrooms write them: which lines, and which ends of lines, say who made the text.

use super::{Scope, take, take_end, take_last_sentence};

#[test]
fn lines_that_say_who_made_the_text() {
    let mut wrong = Vec::new();
    for line in [
        "(Reporting by Ada Lind in Oslo and Max Example in Rome; editing by Bo Ek)",
        "(Reporting by Ada Lind in Oslo, Additional reporting by Max Example; Writing by Bo Ek; Editing by Eva Holm)",
        "Additional reporting by Ada Lind in Tokyo",
        "Additional reporting by Ada Lind in Tokyo and Max Example in Rome.",
        "Ada Lind contributed reporting from Oslo.",
        "Ada Lind in Oslo and Max Example in Rome contributed to this report.",
        "Associated Press writers Ada Lind in Oslo and Max Example in Rome contributed to this report.",
        "Ada Lind reported from Oslo, and Max Example from Rome.",
        "Reporting was contributed by Ada Lind in Oslo",
        "With inputs from PTI",
        "(With agency inputs)",
        "(with AFP)",
        "With files from The Canadian Press",
        "— AFP",
        "-- IANS",
        "AP",
        "PTI RKL ANB",
        "dpa al mx yyzz n1",
        "sha/vd",
        "ab/cd (AFP, dpa)",
        "© dpa-infocom, dpa:240603-99-123456/2",
        "(Bericht von Ada Lind, redigiert von Bo Ek.)",
        "(Mitarbeit: Max Example)",
        "Redaktion: Bo Ek",
        "Mitarbeit: Ada Lind in Oslo und Max Example",
        "Mit Material von dpa",
        "(mit dpa)",
        "(Reportage de Ada Lind à Oslo, version française Max Example, édité par Bo Ek)",
        "(Ada Lind, version française Max Example, édité par Bo Ek)",
        "Ada Lind a contribué à cet article.",
        "Avec AFP",
        "(Reporte de Ada Lind en Oslo; editado por Bo Ek)",
        "Con información de EFE",
        "(Ada Lind, editing Bo Ek)",
        "(Tradotto da Ada Lind; editing Bo Ek)",
        "(Reportagem de Ada Lind em Oslo; edição de Bo Ek)",
        "Com informações da Reuters",
        "AP writer Ada Lind in Oslo contributed.",
        "Ada Lind/AFP",
        "Quelle: AFP/Reuters",
        "Quelle: quay.de, ada/dpa",
        "Translated from Danish by Ada Lind",
        "Le Quai avec AFP",
        "Reporting by Skarn newsroom; editing by Bo Ek",
        "(c) AFP",
        "© AFP 2024",
        "/TASS/",
    ] {
        let taken = take(line, Scope::LINES, &[]).or_else(|| take_end(line, &[]));
        if taken.as_ref().is_none_or(|taken| taken.start != 0) {
            wrong.push(format!("{line}: {taken:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn ends_of_lines_that_say_who_made_the_text() {
    const TEXT: &str = "The ferry sailed at noon.";
    let mut wrong = Vec::new();
    for end in [
        "(AFP)",
        "(ANI)",
        "(AFP/Reuters)",
        "[AP]",
        "AFP",
        "AP",
        "PTI RKL ANB",
        "-- IANS",
        "— AFP",
        "dpa al mx yyzz n1",
        "(With inputs from PTI)",
        "(with agency inputs)",
        "(Agencies)",
        "(Reporting by Ada Lind in Oslo, Max Example in Rome, Eva Holm in Paris and Jon Aas in Geneva; writing by Bo Ek; editing by Per Dahl)",
        "(Bericht von Ada Lind, redigiert von Bo Ek)",
        "Ada Lind contributed reporting from Oslo.",
        "Additional reporting by Ada Lind in Oslo.",
        "With inputs from PTI.",
        "Source: AFP",
        "Writing by Ada Lind in Oslo; editing by Bo Ek",
        "Con información de EFE y AFP",
        "(Mit Material von dpa und AFP)",
    ] {
        let line = format!("{TEXT} {end}");
        let taken = take_end(&line, &[]).or_else(|| take_last_sentence(&line, &[]));
        let left = taken.as_ref().map(|taken| line[..taken.start].trim_end());
        let credited = taken.as_ref().is_some_and(|taken| taken.credit.is_some());
        if left != Some(TEXT) || !(credited || end.contains("genc")) {
            wrong.push(format!("{end}: {taken:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn last_sentences_stay() {
    for line in [
        "The ferry sailed at noon. (Nobody saw it. AFP)",
        "The ferry sailed at noon. Reporting by Radio Skarn led to the arrest of two men.",
        "The ferry sailed at noon. The wind contributed to the delay of the ferry.",
        "The ferry sailed at noon. She liked editing by the light of the lamp.",
    ] {
        let taken = take_end(line, &[]).or_else(|| take_last_sentence(line, &[]));
        assert!(taken.is_none(), "{line}: {taken:?}");
    }
}
