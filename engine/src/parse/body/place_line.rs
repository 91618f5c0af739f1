//! Place lines: `Seoul:` on a line of its own, or `SEOUL, June 5 (AP) —` before the first words. What only looks like
//! one, such as an actor before a dash, stays text, because place lines are not counted.

use super::lines::Line;
use crate::corpus::{BlockKind, CreditKind, Field};
use crate::parse::draft::Draft;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules;
use crate::parse::sentence::has_words;
use crate::parse::tiling::Role;
use crate::text::Span;
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A place line on a line of its own: `Seoul:`.
static LINE: Pattern =
    pattern!(r"^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?(?:, \p{Lu}[\p{L}. ]{1,30})?):$");

/// A place line before the first words: `SEOUL –`, `SEOUL, June 5 (AP) —`, `Seoul, South Korea (Reuters) -`. The place
/// is in capitals, or a news agency follows.
static START: LazyLock<Regex> = LazyLock::new(|| {
    const DETAIL: &str = r"(?:, \p{Lu}[\p{L}\d. ]{1,30}?)?";
    let capitals = format!(
        r"(?<place>\p{{Lu}}[\p{{Lu}}.'’/-]+(?: [\p{{Lu}}.'’/-]+){{0,3}})(?<detail>{DETAIL})(?: ?\((?<agency>[\p{{L}} ./-]{{2,30}})\))?"
    );
    let wires = WIRES.join("|");
    let wired = format!(r"(?<town>\p{{Lu}}[\p{{L}}.'’ -]{{1,30}}?){DETAIL} ?\((?<wire>{wires})\)");
    // Pages write no-break spaces into datelines.
    let pattern = format!(r"^(?:{capitals}|{wired})\s*[–—-]{{1,2}}\s+").replace(' ', r"\s");
    Regex::new(&pattern).expect("a pattern of this file")
});

/// The news agencies whose name in brackets marks a place line.
const WIRES: &[&str] =
    &["AP", "AFP", "Reuters", "UPI", "TASS", "Xinhua", "Yonhap", "Kyodo", "dpa", "EFE", "IANS", "ANI", "PTI"];

/// Words before a colon that head a section of the text and are not places.
const HEADS: &[&str] = &[
    "summary", "highlights", "key highlights", "background", "analysis", "explained", "explainer", "update",
    "updates", "live updates", "latest", "breaking", "note", "notes", "key points", "key takeaways",
    "takeaways", "key facts", "timeline", "overview", "context", "introduction", "conclusion", "contents",
    "topics", "tags", "sources", "references", "correction", "clarification", "disclaimer", "opinion",
    "comment", "question", "answer", "video", "photos", "details", "what happened", "read more",
];

/// Organisations in four capitals or more, and states in fewer: written like a place, but the subject of the text.
const NO_PLACES: &[&str] = &[
    "NATO", "OPEC", "ASEAN", "IAEA", "OSCE", "UNESCO", "UNICEF", "UNHCR", "UNRWA", "UNSC", "BRICS", "AUKUS",
    "ECOWAS", "MERCOSUR", "CARICOM", "INTERPOL", "EUROPOL", "NASA", "DPRK", "KCNA", "TASS", "AFRICOM",
    "CENTCOM", "FIFA", "UEFA", "NORAD", "HAMAS", "HEZBOLLAH", "KREMLIN", "PENTAGON", "EU", "UN", "US", "USA",
    "UK", "UAE", "ROK", "PRC",
];

/// The least number of letters in a place in capitals that nothing beside it confirms.
const FEWEST_LETTERS: usize = 4;
/// The maximum number of words in such a place.
const MOST_WORDS: usize = 3;

/// The least number of words after a place in capitals, some of them in lower case: then a sentence begins there, and
/// it is not a headline (`SPOTLIGHT - MARKETS BOOMING`).
const FEWEST_WORDS_AFTER: usize = 4;

/// The place line at the beginning of `line`, with the groups of its pattern; `None` if the rest begins in lower case,
/// because that is one sentence with dashes in it.
pub(crate) fn start(line: &str) -> Option<regex::Captures<'_>> {
    /// The maximum length of a place line, in bytes; most lines have no dash this near to their beginning.
    const LONGEST: usize = 160;
    let mut near = line.char_indices().take_while(|(at, _)| *at < LONGEST);
    if !near.any(|(_, c)| matches!(c, '-' | '–' | '—')) {
        return None;
    }
    let found = START.captures(line)?;
    let end = found.get(0)?.end();
    let named = |name: &str| found.name(name).map_or("", |m| m.as_str());
    let wired = found.name("wire").is_some() || WIRES.contains(&named("agency"));
    let place = named("place");
    let letters = || place.chars().filter(|c| c.is_alphabetic()).count();
    let rest = &line[end..];
    let opens_text = || rest.contains(char::is_lowercase) && has_words(rest, FEWEST_WORDS_AFTER);
    let is_place = wired
        || !NO_PLACES.contains(&place.replace('.', "").as_str())
            && opens_text()
            && (!named("detail").is_empty()
                || letters() >= FEWEST_LETTERS && place.split(' ').count() <= MOST_WORDS);
    (is_place && !rest.starts_with(char::is_lowercase)).then_some(found)
}

/// The maximum number of lines before a place line: a standfirst, a caption, one more.
const BEFORE: usize = 3;

/// The maximum number of words in a standfirst; longer lines before `Seoul:` are the text itself.
const STANDFIRST: usize = 45;

/// Takes the place line out of `lines` and returns the lines after it, or all lines if there is none. Lines before a
/// place line on a line of its own become standfirst and captions.
pub(crate) fn take(text: &str, lines: Vec<Line>, captions: &HashSet<Span>, draft: &mut Draft) -> Vec<Line> {
    let mut kept = lines;
    for index in 0..kept.len().min(BEFORE + 1) {
        let line = kept[index];
        let words = line.span.of(text);
        let at = line.span.range().start;
        if let Some(place) = place_line(text, &kept, index) {
            draft.parts.push((line.span, Role::Dateline));
            let span = Span::new(at, at + place.len());
            draft.dateline = Some(Field::read(place.to_owned(), span));
            for before in &kept[..index] {
                let caption = captions.contains(&before.span);
                let kind = if caption { BlockKind::Caption } else { BlockKind::Standfirst };
                draft.block(text, kind, before.span, None);
            }
            kept.drain(..=index);
            return kept;
        }
        if let Some(found) = start(words)
            && let (Some(whole), Some(place)) = (found.get(0), found.name("place").or(found.name("town")))
            && let agency = found.name("agency").or(found.name("wire"))
            && (agency.is_some()
                || !stands_again(text, place.as_str(), &words[whole.end()..], &kept[index + 1..]))
        {
            let place = place.as_str();
            draft.parts.push((Span::new(at, at + whole.end()).trimmed(text), Role::Dateline));
            let span = Span::new(at, at + place.len());
            draft.dateline = Some(Field::read(place.to_owned(), span));
            if let Some(agency) = agency {
                draft.credit(text, CreditKind::Agency, Span::new(at + agency.start(), at + agency.end()));
            }
            kept[index].span = Span::new(at + whole.end(), line.span.range().end);
            return kept;
        }
    }
    kept
}

/// Whether the text has `place` again as a whole word in capitals: then it is always written so, and is not a place.
fn stands_again(text: &str, place: &str, rest: &str, lines: &[Line]) -> bool {
    let whole_word = |line: &str| {
        line.match_indices(place).any(|(i, _)| {
            !line[..i].ends_with(char::is_alphanumeric)
                && !line[i + place.len()..].starts_with(char::is_alphanumeric)
        })
    };
    whole_word(rest) || lines.iter().any(|line| whole_word(line.span.of(text)))
}

/// The place that the line at `index` names; `None` if it is not a place line. It must be the only line of its kind,
/// with at most standfirsts before it, and with text after it that is neither a list nor a single quotation.
fn place_line<'a>(text: &'a str, lines: &[Line], index: usize) -> Option<&'a str> {
    let place = |line: &Line| {
        let found = LINE.captures(line.span.of(text)).and_then(|found| found.get(1))?.as_str();
        let head = HEADS.contains(&found.to_lowercase().as_str());
        let speaker = rules::pattern("speaker-label").is_match(line.span.of(text));
        (!head && !speaker).then_some(found)
    };
    let found = place(lines.get(index)?)?;
    let next = lines.get(index + 1)?.span.of(text);
    let quotation = next.starts_with(['“', '"', '«', '„']) && next.ends_with(['”', '"', '»', '“']);
    let standfirsts = lines[..index].iter().all(|line| !has_words(line.span.of(text), STANDFIRST + 1));
    let alone = lines.iter().filter_map(place).take(2).count() == 1;
    (standfirsts && alone && !quotation && !rules::pattern("list-marker").is_match(next)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn an_actor_before_a_dash_is_no_dateline() {
        for (line, place) in [
            ("OSLO – The quay was swept.", Some("OSLO")),
            ("RIO DE JANEIRO – The quay was swept.", Some("RIO DE JANEIRO")),
            ("ULM, Germany – The quay was swept.", Some("ULM")),
            ("ULM (dpa) – The quay was swept.", Some("ULM")),
            ("Ulm (dpa) – The quay was swept.", Some("Ulm")),
            ("NATO – The alliance swept the quay.", None),
            ("NATO — The alliance swept the quay.", None),
            ("N.A.T.O. – The alliance swept the quay.", None),
            ("US – China ties are worse than ever.", None),
            ("UK, France – Ministers swept the quay.", None),
            ("WHO DOES THIS WORK – Everybody does.", None),
            ("QUAY SPOTLIGHT - A YEAR OF FERRIES AND BOATS", None),
            ("QUAY ANALYSTS - March 3", None),
            ("OSLO – and nobody else – was swept.", None),
        ] {
            let found = start(line);
            let found = found.as_ref().and_then(|f| f.name("place").or(f.name("town")));
            assert_eq!(found.map(|m| m.as_str()), place, "{line}");
        }
    }
}
