//! How other programs ask for words near each other: `w/5`, `NEAR/5`, `adj5`, `/s`.

/// Words that stand for a sentence and for a paragraph, as Lexis counts them.
const SENTENCE: u32 = 25;
const PARAGRAPH: u32 = 75;
/// Words for `NEAR` without a number, as most programs have it.
const NEAR: u32 = 10;

/// How many words apart `word` allows, where it is an operator of another program and nothing that a text would say.
pub(super) fn nearness(word: &str) -> Option<u32> {
    const ASKED: [&str; 10] = ["", "w", "n", "p", "pre", "near", "onear", "within", "adj", "f"];
    let digits = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let lower = word.to_ascii_lowercase();
    match lower.split_once('/') {
        Some((asked, "s")) if ASKED.contains(&asked) => Some(SENTENCE),
        Some((asked, "p")) if ASKED.contains(&asked) => Some(PARAGRAPH),
        Some((asked, distance)) if ASKED.contains(&asked) => digits(distance),
        _ => ["near", "adj"].iter().find_map(|asked| digits(lower.strip_prefix(asked)?)),
    }
}

/// The same for a word in capitals, which may be one of the text.
pub(super) fn nearness_in_capitals(word: &str) -> Option<u32> {
    match word {
        "NEAR" => Some(NEAR),
        "ADJ" => Some(1),
        "SAME" => Some(PARAGRAPH),
        _ => None,
    }
}
