//! Text that was garbled before it came: UTF-8 that somebody read in another encoding and saved again (`Ã¼` for `ü`).
//! It is mended where it is certain: what stands there is UTF-8 when it is encoded as it was read, and no language
//! writes it so.

use super::passage::Passage;
use crate::text::Span;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1251, WINDOWS_1252};
use std::ops::Range;
use std::sync::LazyLock;

/// The encodings in which UTF-8 is misread, each with its characters beyond ASCII, in order, and their bytes.
static MISREAD: LazyLock<Vec<Table>> =
    LazyLock::new(|| [WINDOWS_1252, MACINTOSH, WINDOWS_1251].into_iter().map(Table::new).collect());

/// How often a text may be garbled; more has not been seen.
const TIMES: usize = 3;

/// What was found and mended.
#[derive(Debug)]
pub(crate) struct Mended {
    pub(crate) passage: Passage,
    /// The first place, in bytes of the garbled text.
    pub(crate) first: Span,
    /// What was found, an example with its cure.
    pub(crate) message: String,
}

/// The text as it was before it was garbled; `None` if it was not.
pub(crate) fn mended(text: &str) -> Option<Mended> {
    if text.is_ascii() {
        return None;
    }
    let mut found: Option<Mended> = None;
    for _ in 0..TIMES {
        let current = found.as_ref().map_or(text, |found| &found.passage.text);
        let hits = misread(current).or_else(|| controls(current));
        let Some((hits, (first, ..))) =
            hits.and_then(|hits| hits.first().copied().map(|hit| (hits, (hit.0, hit.1))))
        else {
            break;
        };
        let (garbled, count) = (first.of(current).to_owned(), hits.len());
        let mut passage = Passage::default();
        let mut at = 0;
        for (span, c) in &hits {
            let range = span.range();
            passage.same(&current[at..range.start], at);
            passage.respelled(c.encode_utf8(&mut [0; 4]), *span);
            at = range.end;
        }
        passage.same(&current[at..], at);
        found = Some(match found {
            Some(before) => {
                passage.origin = passage.origin.through(&before.passage.origin);
                Mended { passage, ..before }
            }
            None => {
                let cure = hits.first().map_or(' ', |(_, c)| *c);
                let shown: String = garbled
                    .chars()
                    .flat_map(|c| match c.is_control() {
                        true => c.escape_unicode().collect::<Vec<_>>(),
                        false => vec![c],
                    })
                    .collect();
                let message = format!(
                    "expected text as it was written, found it garbled before it came (`{shown}` for `{cure}`), in {count} places; it is mended"
                );
                Mended { passage, first, message }
            }
        });
    }
    found
}

/// An encoding's characters beyond ASCII.
struct Table {
    encoding: &'static Encoding,
    bytes: Vec<(char, u8)>,
}

/// A place in a text, and the character that it was.
type Hit = (Span, char);

impl Table {
    fn new(encoding: &'static Encoding) -> Table {
        let mut bytes: Vec<(char, u8)> = (0x80..=0xFF)
            .filter_map(|b| Some((encoding.decode_without_bom_handling(&[b]).0.chars().next()?, b)))
            .collect();
        // Latin-1 has control characters where windows-1252 has signs.
        if encoding == WINDOWS_1252 {
            bytes.extend((0x80..0xA0).map(|b| (char::from(b), b)));
        }
        bytes.sort_unstable();
        bytes.dedup();
        Table { encoding, bytes }
    }

    fn byte(&self, c: char) -> Option<u8> {
        // No encoding has a character between these two.
        if ('\u{2600}'..'\u{F000}').contains(&c) {
            return None;
        }
        let at = self.bytes.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        self.bytes.get(at).map(|(_, b)| *b)
    }

    /// The character of UTF-8 that `text` begins with in this encoding, and the length of what stands for it.
    fn character(&self, text: &str) -> Option<(char, usize)> {
        let mut chars = text.char_indices();
        let first = self.byte(chars.next()?.1)?;
        let count = match first {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        let mut bytes = [first, 0, 0, 0];
        for b in &mut bytes[1..count] {
            *b = self.byte(chars.next()?.1).filter(|b| (0x80..0xC0).contains(b))?;
        }
        let c = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
        let end = chars.next().map_or(text.len(), |(end, _)| end);
        (script(c) != Script::Other).then_some((c, end))
    }

    /// The places of `text` that are UTF-8 in this encoding; `rows` are those in which they can be.
    fn hits(&self, text: &str, rows: &[Range<usize>]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for row in rows {
            let mut at = row.start;
            while at < row.end {
                match self.character(&text[at..row.end]) {
                    Some((c, length)) => {
                        hits.push((Span::new(at, at + length), c));
                        at += length;
                    }
                    None => at += text[at..].chars().next().map_or(1, char::len_utf8),
                }
            }
        }
        hits
    }

    /// Whether no language writes what stands at `hits[i]`.
    fn is_certain(&self, text: &str, hits: &[Hit], i: usize) -> bool {
        let Some((span, c)) = hits.get(i).copied() else { return false };
        let range = span.range();
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        let beside = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
        // The hits in a row around this one; no more than three are asked for.
        const MANY: usize = 2;
        let joined = |pair: &[Hit]| pair[0].0.end == pair[1].0.start;
        let row = 1
            + hits[..=i].windows(2).rev().take_while(|pair| joined(pair)).take(MANY).count()
            + hits[i..].windows(2).take_while(|pair| joined(pair)).take(MANY).count();
        match script(c) {
            Script::Sign => true,
            // Inside a word no second letter is a capital with a sign behind it.
            Script::Latin => beside(|c| c.is_ascii_lowercase()),
            Script::Mark if self.encoding == WINDOWS_1251 => false,
            Script::Mark => !before.is_some_and(char::is_uppercase),
            Script::Letters => row >= 3,
            Script::Syllables => row >= 2,
            Script::Other => false,
        }
    }
}

/// The kinds of characters that are garbled in texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// Quotation marks, dashes, emoji: three bytes or more that nothing else has.
    Sign,
    /// Letters of Latin, with accents.
    Latin,
    /// Signs of Latin-1, such as `°` and `£`.
    Mark,
    /// Letters of other alphabets.
    Letters,
    /// Signs that are a syllable or a word.
    Syllables,
    Other,
}

fn script(c: char) -> Script {
    match u32::from(c) {
        0xA0..=0xBF | 0xD7 | 0xF7 => Script::Mark,
        0xC0..=0x17F | 0x218..=0x21B | 0x1E00..=0x1EFF => Script::Latin,
        0x386..=0x3CE | 0x401..=0x45F | 0x490..=0x491 | 0x5D0..=0x5EA | 0x60C..=0x6D3 => Script::Letters,
        0x900..=0xE5B | 0x10D0..=0x10FA => Script::Letters,
        0x2010..=0x203A | 0x20AC | 0x2116 | 0x2122 | 0xFEFF | 0xFE0F | 0x1F300..=0x1FAFF => Script::Sign,
        0x3001..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFF01..=0xFF5E => Script::Syllables,
        _ => Script::Other,
    }
}

/// The rows of two and more characters beyond ASCII in `text`: what is garbled has no shorter ones.
fn rows(text: &str) -> Vec<Range<usize>> {
    /// The number of bytes that are looked at together, a few words of a machine.
    const CHUNK: usize = 32;
    let bytes = text.as_bytes();
    let (mut rows, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let chunk = &bytes[at..(at + CHUNK).min(bytes.len())];
        let Some(start) = (!chunk.is_ascii()).then(|| chunk.iter().position(|b| !b.is_ascii())).flatten()
        else {
            at += chunk.len();
            continue;
        };
        let start = at + start;
        let length = bytes[start..].iter().position(u8::is_ascii).unwrap_or(bytes.len() - start);
        at = start + length;
        if text[start..].chars().next().is_some_and(|c| c.len_utf8() < length) {
            rows.push(start..at);
        }
    }
    rows
}

/// The places of `text` that were misread in one encoding; `None` if none is certain.
fn misread(text: &str) -> Option<Vec<Hit>> {
    let rows = rows(text);
    let found = MISREAD.iter().map(|table| {
        let hits = table.hits(text, &rows);
        let certain: Vec<bool> = (0..hits.len()).map(|i| table.is_certain(text, &hits, i)).collect();
        (certain.iter().filter(|is| **is).count(), table, hits, certain)
    });
    let (count, table, mut hits, certain) = found.max_by_key(|(count, ..)| *count)?;
    if count == 0 {
        return None;
    }
    // Beside what is certain the rest is, too; Cyrillic is only where next to nothing else stands.
    let all = || text.chars().filter(|c| !c.is_ascii()).count();
    let of_hits = || hits.iter().map(|(span, _)| span.of(text).chars().count()).sum::<usize>();
    if table.encoding == WINDOWS_1251 && of_hits() * 10 < all() * 8 {
        let mut certain = certain.into_iter();
        hits.retain(|_| certain.next().unwrap_or_default());
    }
    Some(hits)
}

/// The control characters that windows-1252 has signs for, such as U+0092 for `’`.
fn controls(text: &str) -> Option<Vec<Hit>> {
    /// The byte that begins each of them in UTF-8; the second one is its number.
    const FIRST: u8 = 0xC2;
    let is_control = |c: char| ('\u{80}'..'\u{A0}').contains(&c);
    let hits: Vec<Hit> = memchr::memchr_iter(FIRST, text.as_bytes())
        .filter_map(|at| {
            let found = text[at..].chars().next().filter(|c| is_control(*c))?;
            let byte = u8::try_from(u32::from(found)).ok()?;
            let c = WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()?;
            (!is_control(c)).then_some((Span::new(at, at + found.len_utf8()), c))
        })
        .collect();
    // U+0085 alone ends lines.
    hits.iter().any(|(_, c)| *c != '…').then_some(hits)
}

#[cfg(test)]
mod tests {
    use super::{Table, mended};
    use encoding_rs::{MACINTOSH, WINDOWS_1251, WINDOWS_1252};

    #[test]
    fn what_was_garbled_is_as_it_was() {
        for text in [
            "Müller sagt, es wäre “spät”.",
            "L’été à Łódź – 20 °C, 5 €",
            "Привет из гавани, и не только",
            "Η Ελλάδα είναι εδώ",
            "港は朝に開いた。",
            "Wow 🎉 it’s done",
        ] {
            for encoding in [WINDOWS_1252, MACINTOSH, WINDOWS_1251] {
                let garbled = encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned();
                let lossless =
                    garbled.chars().all(|c| c.is_ascii() || Table::new(encoding).byte(c).is_some());
                if !lossless || garbled.contains('\u{FFFD}') {
                    continue;
                }
                let read = mended(&garbled).map(|found| found.passage);
                assert_eq!(read.as_ref().map(|p| &*p.text), Some(text), "{garbled}");
                let origin = read.map(|p| p.origin.span(p.whole())).unwrap_or_default();
                assert_eq!(origin.of(&garbled), garbled);
            }
        }
        let twice = "M\u{C3}\u{192}\u{C2}\u{BC}ller";
        assert_eq!(mended(twice).map(|found| found.passage.text).as_deref(), Some("Müller"));
        assert_eq!(mended("don\u{92}t\u{85}").map(|found| found.passage.text).as_deref(), Some("don’t…"));
    }

    #[test]
    fn what_a_language_writes_stays() {
        for text in [
            "Der „Spaß“ und „JÄ“ waren spät.",
            "LE CAFÉ» et la «CAFÉ…»",
            "AMANHÃ» e “AMANHÔ",
            "США» и «Россия»",
            "A line\u{85}and another",
            "Ein Zeichen wie ‘Ã¼’ steht für einen Umlaut.",
            "港は朝に開いた。",
            "café »\u{A0}!",
        ] {
            assert!(mended(text).is_none(), "{text}: {:?}", mended(text));
        }
    }
}
