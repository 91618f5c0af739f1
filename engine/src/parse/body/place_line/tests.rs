//! Which heads of texts are place lines, and which only look like some.

use super::forms;
use super::parts::PlaceLine;

fn start(line: &str) -> Option<PlaceLine> {
    forms::start(line, forms::read(line))
}

fn whole(line: &str) -> Option<PlaceLine> {
    forms::read(line).filter(|found| found.is_whole(line))
}

/// The place and the agency of what is found, `-` for none.
fn said(line: &str, found: Option<PlaceLine>) -> Option<(String, String, String)> {
    let found = found?;
    let of = |range: Option<std::ops::Range<usize>>| range.map_or("-", |range| &line[range]).to_owned();
    Some((of(found.place), of(found.agency), line[found.end..].to_owned()))
}

#[test]
fn heads_in_the_dress_of_any_agency() {
    const REST: &str = "The quay was swept on Monday by six men.";
    let mut wrong = Vec::new();
    for (head, place, agency) in [
        ("OSLO – ", "OSLO", "-"),
        ("OSLO — ", "OSLO", "-"),
        ("OSLO—", "OSLO", "-"),
        ("OSLO- ", "OSLO", "-"),
        ("OSLO -- ", "OSLO", "-"),
        ("OSLO: ", "OSLO", "-"),
        ("SKARN: ", "SKARN", "-"),
        ("Oslo: ", "Oslo", "-"),
        ("Oslo – ", "Oslo", "-"),
        ("Oslo • ", "Oslo", "-"),
        ("Oslo | ", "Oslo", "-"),
        ("OSLO. ", "OSLO", "-"),
        ("SKARN.- ", "SKARN", "-"),
        ("SKARN.— ", "SKARN", "-"),
        ("Oslo.- ", "Oslo", "-"),
        ("RIO DE JANEIRO – ", "RIO DE JANEIRO", "-"),
        ("Rio de Janeiro, Brazil – ", "Rio de Janeiro", "-"),
        ("OSLO/ROM – ", "OSLO/ROM", "-"),
        ("OSLO/ROME (Reuters) — ", "OSLO/ROME", "Reuters"),
        ("GENEVA and NEW YORK, 3 May (UN News) – ", "GENEVA and NEW YORK", "UN News"),
        ("ULM, Germany – ", "ULM", "-"),
        ("Skarn, Norway – ", "Skarn", "-"),
        ("ULM (dpa) – ", "ULM", "dpa"),
        ("Ulm (dpa/afp) - ", "Ulm", "dpa/afp"),
        ("Ulm, 3. Mai (dpa) - ", "Ulm", "dpa"),
        ("Port Halden, June 3, 2021 (GNA) - ", "Port Halden", "GNA"),
        ("PORT HALDEN, N.Y. (AP) — ", "PORT HALDEN", "AP"),
        ("PORT HALDEN, Fla. (AP) _ ", "PORT HALDEN", "AP"),
        ("SKARN, JUNE 3: ", "SKARN", "-"),
        ("Skarn, June 3 – ", "Skarn", "-"),
        ("SKARN, June 3. ", "SKARN", "-"),
        ("Oslo. /TASS/. ", "Oslo", "TASS"),
        ("OSLO, June 3. /TASS/. ", "OSLO", "TASS"),
        ("OSLO. June 3. /HARBOURINFORM/. ", "OSLO", "HARBOURINFORM"),
        ("МОСКВА, 3 июн — РИА Новости. ", "МОСКВА", "РИА Новости"),
        ("OSLO, Norway, June 3. Quay.no – ", "OSLO", "Quay.no"),
        ("OSLO, June 3, Xinhua -- ", "OSLO", "Xinhua"),
        ("OSLO, June 3 (Xinhua) -- ", "OSLO", "Xinhua"),
        ("LIMA, 3 (EFE).- ", "LIMA", "EFE"),
        ("Lima, 3 may (EFE).- ", "Lima", "EFE"),
        ("Oslo (AFP) – ", "Oslo", "AFP"),
        ("Oslo (Norway) (AFP) – ", "Oslo", "AFP"),
        ("(ANSA) - ROMA, 03 GIU - ", "ROMA", "ANSA"),
        ("BERLIN dpa | ", "BERLIN", "dpa"),
        ("PARIS, le 3 juin 2024 (AFP) - ", "PARIS", "AFP"),
        ("SÃO PAULO, SP (FOLHAPRESS) - ", "SÃO PAULO", "FOLHAPRESS"),
        ("Skarn, 3 giu. (askanews) - ", "Skarn", "askanews"),
        ("OSLO, June 3 (Quay-Inform) ", "OSLO", "Quay-Inform"),
        ("Oslo, Jun 3 (Prensa Latina) ", "Oslo", "Prensa Latina"),
        ("Oslo – WAFA – ", "Oslo", "WAFA"),
        ("МОСКВА, 3 июн — РИА Новости, Ада Линд. ", "МОСКВА", "РИА Новости"),
        ("SKARN--(BUSINESS WIRE)--", "SKARN", "BUSINESS WIRE"),
        ("SKARN, June 3 /PRNewswire/ -- ", "SKARN", "PRNewswire"),
        ("OSLO, Norway — (AP) ", "OSLO", "AP"),
        ("(Oslo) – ", "Oslo", "-"),
        ("AFP - ", "-", "AFP"),
        ("June 3 (Reuters) - ", "-", "Reuters"),
        ("(Reuters) - ", "-", "Reuters"),
        ("[AFP] ", "-", "AFP"),
        ("[OSLO, Kyodo] ", "OSLO", "Kyodo"),
        ("By Ada Lind | OSLO – ", "OSLO", "-"),
        ("By Ada Lind, OSLO (Reuters) - ", "OSLO", "Reuters"),
    ] {
        let line = format!("{head}{REST}");
        let found = said(&line, start(&line));
        let expected = Some((place.to_owned(), agency.to_owned(), REST.to_owned()));
        if found != expected {
            wrong.push(format!("{head}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn lookalikes_are_text() {
    let mut wrong = Vec::new();
    for line in [
        "NATO – The alliance swept the quay.",
        "NATO: The alliance swept the quay.",
        "TASS – The agency swept the quay.",
        "N.A.T.O. – The alliance swept the quay.",
        "US – China ties are worse than ever.",
        "UK, France – Ministers swept the quay.",
        "WHO DOES THIS WORK – Everybody does.",
        "QUAY SPOTLIGHT - A YEAR OF FERRIES AND BOATS",
        "QUAY ANALYSTS - March 3",
        "OSLO – and nobody else – was swept.",
        "OSLO – THE QUAY WAS SWEPT ON MONDAY BY SIX MEN.",
        "Oslo – the town of quays – was swept on Monday.",
        "Oslo – The Town of Quays – was swept on Monday.",
        "Oslo: what now?",
        "Oslo: Who sweeps the quay of the town now?",
        "Oslo: “We will sweep the quay until it shines.”",
        "Ada Lind: We will sweep the quay until it shines.",
        "Ada Lind – The woman who swept the quay.",
        "MSM SKARN: The Board, the Quay and the Six Men of the Boat",
        "Monday, June 3 – The quay was swept by six men.",
        "The spa – The Place for Those Who Sweep – was closed.",
        "12 men (six of them old) – The quay was swept.",
        "Oslo, June 3, 1941. A diary of the quay was found.",
        "ADA LIND, HOST: The quay was swept on Monday by six men.",
        "ANCHOR: The quay was swept on Monday by six men.",
        "SUMMARY: The quay was swept on Monday by six men.",
        "Summary – The quay was swept on Monday by six men.",
        "Ada Lind (Greens) – The mayor swept the quay on Monday.",
        "Oslo-based sweepers came to the quay on Monday.",
        "Oslo, Bergen and Skarn were swept on Monday by six men.",
        "Oslo. The name says little to those who sweep.",
        "May 3 – The quay was swept on Monday by six men.",
        "Reuters was founded by a man with pigeons.",
        "(The quay was swept on Monday.) Six men did it.",
    ] {
        let found = said(line, start(line));
        wrong.extend(found.map(|found| format!("{line}: {found:?}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn heads_of_east_asia() {
    const REST: &str = "여섯 명이 부두를 쓸었다.";
    for (head, place, agency) in [
        ("(서울=연합뉴스) 홍길동 기자 = ", "서울", "연합뉴스"),
        ("[서울=뉴시스]홍길동 기자 = ", "서울", "뉴시스"),
        ("(오슬로=연합뉴스) ", "오슬로", "연합뉴스"),
        ("【東京共同】", "東京", "共同"),
        ("【オスロ＝共同】", "オスロ", "共同"),
        ("［東京　３日　ロイター］　", "東京", "ロイター"),
        ("[東京 3日 ロイター] - ", "東京", "ロイター"),
        ("新华社北京6月3日电 ", "北京", "新华社"),
        ("新华社北京6月3日电（记者王明）", "北京", "新华社"),
        ("（中央社台北3日電）", "台北", "中央社"),
    ] {
        let line = format!("{head}{REST}");
        let expected = (place.to_owned(), agency.to_owned(), REST.to_owned());
        assert_eq!(said(&line, start(&line)), Some(expected), "{head}");
    }
    for line in ["【速報】東京で火災", "新华社记者在北京看到了码头", "(서울) 여섯 명이 부두를 쓸었다."]
    {
        assert!(start(line).is_none(), "{line}");
    }
}

#[test]
fn a_line_of_its_own() {
    for (line, place) in [
        ("Skarn:", Some("Skarn")),
        ("Port Halden, Norway:", Some("Port Halden")),
        ("Rome (AP)", Some("Rome")),
        ("OSLO (Reuters) –", Some("OSLO")),
        ("Baku, June 3, AZERTAC", Some("Baku")),
        ("OSLO", Some("OSLO")),
        ("OSLO, June 3", Some("OSLO")),
        ("Oslo, Norway", Some("Oslo")),
        ("SKARN, 3. Mai (dpa) -", Some("SKARN")),
        ("Summary:", None),
        ("ADA LIND, HOST:", None),
        ("SKARN", None),
        ("Oslo", None),
        ("The quay", None),
        ("Ada Lind", None),
    ] {
        assert_eq!(said(line, whole(line)).map(|said| said.0), place.map(str::to_owned), "{line}");
    }
}
