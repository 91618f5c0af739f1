//! Bytes to text: by byte order mark, by what the bytes can only be, by declaration, then by detection. Every character
//! keeps the map back to its bytes.

use super::charset::Charset;
use super::damaged::{damaged, is_damaged_utf8};
use super::decoded::Decoded;
use super::passage::Passage;
use super::{garbled, signs};
use crate::text::{Problem, Span};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use regex::bytes::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The first bytes of files that are no text, with the name of their kind and what to do.
const BINARY: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF; save its text as .txt"),
    (b"%!PS", "a PostScript document; save its text as .txt"),
    (b"\xD0\xCF\x11\xE0", "a document of an old Office or Outlook; save its text as .txt"),
    (b"{\\rtf", "a document in RTF; save its text as .txt"),
    (b"\x89PNG", "a picture; leave it out of the folder"),
    (b"\xFF\xD8\xFF", "a picture; leave it out of the folder"),
    (b"GIF8", "a picture; leave it out of the folder"),
    (b"II*\0", "a picture; leave it out of the folder"),
    (b"MM\0*", "a picture; leave it out of the folder"),
    (b"AT&TFORM", "scanned pages in DjVu; save their text as .txt"),
    (b"ID3\x03", "a sound; save its transcript as .txt"),
    (b"ID3\x04", "a sound; save its transcript as .txt"),
    (b"OggS", "a sound or a film; save its transcript as .txt"),
    (b"fLaC", "a sound; save its transcript as .txt"),
    (b"\x1A\x45\xDF\xA3", "a film; save its transcript as .txt"),
    (b"SQLite format 3\0", "a database in SQLite; export its table as .csv"),
    (b"PAR1\x15", "a table in Parquet; export it as .csv"),
    (b"7z\xBC\xAF\x27\x1C", "an archive in 7z; unpack it"),
    (b"Rar!", "an archive in RAR; unpack it"),
    (b"BZh", "a file packed with bzip2; unpack it"),
    (b"\xFD7zXZ\0", "a file packed with xz; unpack it"),
    (b"\x28\xB5\x2F\xFD", "a file packed with zstd; unpack it"),
];

/// The same for files whose mark stands further on, at this offset.
const BINARY_AT: &[(usize, &[u8], &str)] = &[
    (4, b"ftyp", "a film, a sound or a picture; save its text as .txt"),
    (8, b"WEBPVP8", "a picture; leave it out of the folder"),
    (8, b"WAVEfmt ", "a sound; save its transcript as .txt"),
    (60, b"BOOKMOBI", "an e-book; save its text as .txt"),
    (257, b"ustar", "an archive in tar; unpack it"),
];

/// The number of bytes in which a file may declare its encoding; the limit of the HTML standard.
const DECLARED_WITHIN: usize = 1024;

/// The number of bytes that are examined for UTF-16 without a byte order mark.
const SAMPLE: usize = 512;

/// A text has at most one zero byte in so many; a binary file has more.
const ZEROS: usize = 50;

/// Decodes the bytes of a file, mends what was garbled before it came, and takes out the signs that are nothing.
///
/// # Errors
/// The problem that says why they are not text, with a span in bytes of the file.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    let mut decoded = read(bytes)?;
    if let Some(mended) = garbled::mended(&decoded.text) {
        let first = decoded.origin.as_ref().map_or(mended.first, |origin| origin.span(mended.first));
        decoded.problems.push(Problem::new(first, mended.message));
        decoded = decoded.changed(mended.passage);
    }
    Ok(match signs::without_nothing(&decoded.text) {
        Some(clean) => decoded.changed(clean),
        None => decoded,
    })
}

fn read(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    let opens =
        BINARY.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(mark, kind)| (mark.len(), kind));
    let at =
        |(at, mark, _): &&(usize, &[u8], &str)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    let holds = || BINARY_AT.iter().find(at).map(|(at, mark, kind)| (at + mark.len(), kind));
    if let Some((end, kind)) = opens.or_else(holds) {
        return Err(Problem::new(Span::new(0, end), format!("expected text, found {kind}")));
    }
    if let Some(wide) = Charset::wide(bytes) {
        let (text, origin) = wide.units(bytes);
        let (text, origin) = (Cow::Owned(text), Some(origin));
        return Ok(Decoded { text, origin, encoding: wide, problems: Vec::new() });
    }
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if let Some(encoding) = marked.filter(|e| *e != UTF_8).or_else(|| unmarked_utf16(bytes)) {
        return Ok(legacy(bytes, encoding, Vec::new()));
    }
    // Escapes say which characters follow; everything is ASCII.
    let escapes = |sequence: &[u8]| bytes.windows(sequence.len()).any(|window| window == sequence);
    if bytes.contains(&0x1B) && bytes.is_ascii() && [b"\x1B$B", b"\x1B$@"].iter().any(|s| escapes(*s)) {
        return Ok(legacy(bytes, ISO_2022_JP, Vec::new()));
    }
    if bytes.contains(&0x1B) && bytes.is_ascii() && escapes(b"\x1B$)C") {
        let message =
            "expected text in an encoding that browsers know, found ISO-2022-KR; save the file as UTF-8";
        return Err(Problem::new(Span::new(0, bytes.len()), message));
    }
    let few = || {
        let zeros = bytes.iter().filter(|b| **b == 0).count();
        zeros * ZEROS <= bytes.len()
            || !bytes[..bytes.iter().rposition(|b| *b != 0).map_or(0, |last| last + 1)].contains(&0)
    };
    let zero = bytes.contains(&0).then(|| bytes.iter().position(|b| *b == 0)).flatten();
    if let Some(at) = zero.filter(|_| !few() || std::str::from_utf8(bytes).is_err()) {
        return Err(Problem::new(
            Span::new(at, at + 1),
            format!(
                "expected text, found a binary file (a zero byte at offset {at}); leave it out of the folder"
            ),
        ));
    }
    let declared = declared(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let mut problems = Vec::new();
        if let Some((span, label, encoding)) = declared
            && encoding != Some(UTF_8)
            && !text.is_ascii()
        {
            let message =
                format!("expected text in {label}, as the file declares, found UTF-8; it is read as UTF-8");
            problems.push(Problem::new(span, message));
        }
        return Ok(Decoded {
            text: Cow::Borrowed(text),
            origin: None,
            encoding: Charset::Known(UTF_8),
            problems,
        });
    }
    if marked == Some(UTF_8) || is_damaged_utf8(bytes) {
        return Ok(damaged(bytes));
    }
    if let Some((span, label, encoding)) = declared {
        match encoding {
            Some(encoding) if encoding != UTF_8 => return Ok(legacy(bytes, encoding, Vec::new())),
            Some(_) => {}
            None => {
                let message = format!("expected an encoding that browsers know, found `{label}`");
                return Ok(detected(bytes, Problem::new(span, message)));
            }
        }
    }
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let byte = bytes.get(at).copied().unwrap_or_default();
    let message = format!("expected UTF-8 text, found byte 0x{byte:02X} at offset {at} that is not");
    Ok(detected(bytes, Problem::new(Span::new(at, (at + 1).min(bytes.len())), message)))
}

/// Decodes `bytes` in the encoding that fits them best, and adds that to `problem`.
fn detected(bytes: &[u8], mut problem: Problem) -> Decoded<'_> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    problem.message = format!(
        "{}; it is read as {}, which fits best; save the file as UTF-8 where letters look wrong",
        problem.message,
        encoding.name()
    );
    legacy(bytes, encoding, vec![problem])
}

/// Detects UTF-16 without a byte order mark: news in any language has spaces and line ends, whose other byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let ascii = |c: u8| c == b'\n' || c == b'\r' || (0x20..0x7F).contains(&c);
    let units =
        |high: usize| sample.chunks_exact(2).filter(|unit| unit[high] == 0 && ascii(unit[1 - high])).count();
    let (little, big) = (units(1), units(0));
    // A tenth of the characters one way, and hardly any the other.
    let is = |some: usize, few: usize| some * 20 >= sample.len() && few * 4 <= some && some > 1;
    if is(little, big) { Some(UTF_16LE) } else { is(big, little).then_some(UTF_16BE) }
}

/// The encoding that a file declares: the span of its label in bytes of the file, the label, and the encoding that
/// browsers use for it.
fn declared(bytes: &[u8]) -> Option<(Span, String, Option<&'static Encoding>)> {
    static DECLARED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i-u)^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]*\bcharset\s*=\s*["']?([\w.:-]+)"#).expect("a pattern of this file")
    });
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let found = DECLARED.captures(head)?;
    let label = found.get(1).or(found.get(2))?;
    let name = String::from_utf8_lossy(label.as_bytes()).into_owned();
    Some((Span::new(label.start(), label.end()), name, Encoding::for_label(label.as_bytes())))
}

/// The size of an escape of ISO-2022-JP, in bytes.
const ESCAPE: usize = 3;

/// Decodes text in another encoding than UTF-8.
pub(super) fn legacy(
    bytes: &[u8],
    encoding: &'static Encoding,
    mut problems: Vec<Problem>,
) -> Decoded<'static> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut passage = Passage::default();
    let mut out = [0; 32];
    // Where the bytes begin that have given no character yet.
    let mut pending = 0;
    let mut at = 0;
    let mut wrong = None;
    // The last escapes of a text belong to its last character.
    let mut end = bytes.len();
    while encoding == ISO_2022_JP
        && let Some(escape) = bytes[..end].iter().rposition(|b| *b == 0x1B)
        && escape > 0
        && escape + ESCAPE >= end
    {
        end = escape;
    }
    while at < end {
        let ascii = bytes[at..].iter().take_while(|b| b.is_ascii()).count();
        // A second byte may look like ASCII in some encodings.
        if pending == at && ascii > 1 && encoding.is_ascii_compatible() {
            passage.same(std::str::from_utf8(&bytes[at..at + ascii]).unwrap_or_default(), at);
            at += ascii;
            pending = at;
            continue;
        }
        let last = at + 1 == end;
        let (_, _, written, malformed) = decoder.decode_to_utf8(&bytes[at..=at], &mut out, last);
        at += 1;
        if malformed && wrong.is_none() {
            wrong = Some(Span::new(pending, at));
        }
        if written > 0 {
            let mut c = std::str::from_utf8(&out[..written]).unwrap_or("\u{FFFD}");
            // That a unit means nothing may show only with the character after it, which has one unit.
            let unit = if [UTF_16LE, UTF_16BE].contains(&encoding) { 2 } else { 1 };
            if let Some((next, _)) = c.char_indices().nth(1).filter(|_| pending + unit < at) {
                passage.respelled(&c[..next], Span::new(pending, at - unit));
                (c, pending) = (&c[next..], at - unit);
            }
            let to = if last { bytes.len() } else { at };
            passage.encoded(c, Span::new(pending, to));
            pending = to;
        }
    }
    if pending < bytes.len() {
        passage.respelled("\u{FFFD}", Span::new(pending, bytes.len()));
    }
    if let Some(span) = wrong {
        let message = format!(
            "expected text in {}, found bytes that are not; they are shown as \u{FFFD}",
            encoding.name()
        );
        problems.push(Problem::new(span, message));
    }
    Decoded {
        text: Cow::Owned(passage.text),
        origin: Some(passage.origin),
        encoding: Charset::Known(encoding),
        problems,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::text::Span;
    use encoding_rs::Encoding;

    /// What `text` reads as after it was saved in `label`.
    fn saved(text: &str, label: &str) -> Vec<u8> {
        match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "utf-32le" => text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
            "utf-32be" => text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
            _ => Encoding::for_label(label.as_bytes()).expect("a label").encode(text).0.into_owned(),
        }
    }

    #[test]
    fn texts_are_read_in_their_encoding() {
        let german =
            "Der Hafen öffnet früh, und die Fähre fährt über den Fluss. Für größere Boote wäre es zu spät.";
        let korean = "항구가 다시 열렸다. 배들이 아침에 떠났고 사람들은 부두에서 기다렸다.";
        let japanese = "港は朝に開いた。船は川を渡り、人々は岸で待っていた。市長は来なかった。";
        let russian = "Гавань открылась утром, и паром пошёл через реку. Люди ждали на берегу.";
        for (text, label, name) in [
            (german, "utf-8", "UTF-8"),
            (german, "windows-1252", "windows-1252"),
            (german, "utf-16le", "UTF-16LE"),
            (german, "utf-16be", "UTF-16BE"),
            (korean, "utf-16le", "UTF-16LE"),
            (korean, "utf-32le", "UTF-32LE"),
            (german, "utf-32be", "UTF-32BE"),
            (korean, "euc-kr", "EUC-KR"),
            (japanese, "shift_jis", "Shift_JIS"),
            (russian, "windows-1251", "windows-1251"),
        ] {
            let text = format!("{text}\nA line.\n");
            let bytes = saved(&text, label);
            let read = decode(&bytes).expect("text");
            assert_eq!((&*read.text, read.encoding.name()), (&*text, name), "{label}");
            // Every character stands for its own bytes, and together they are all of them.
            let mut at = 0;
            for (start, c) in text.char_indices() {
                let span = Span::new(start, start + c.len_utf8());
                let bytes_of = read.origin.as_ref().map_or(span, |origin| origin.span(span));
                assert_eq!(bytes_of.range().start, at, "{label}: {c}");
                at = bytes_of.range().end;
                let spelled = saved(&c.to_string(), label);
                assert_eq!(bytes[bytes_of.range()], spelled, "{label}: {c}");
            }
            assert_eq!(at, bytes.len(), "{label}");
        }
    }

    #[test]
    fn escapes_say_what_follows() {
        let bytes = b"Oslo \x1B$B9A\x1B(B.\n\x1B$B9A\x1B(B";
        let read = decode(bytes).expect("text");
        assert_eq!((&*read.text, read.encoding.name()), ("Oslo 港.\n港", "ISO-2022-JP"));
        let origin = read.origin.expect("an origin");
        assert_eq!(origin.span(Span::new(0, read.text.len())), Span::new(0, bytes.len()));
        assert_eq!(read.encoding.decoded(bytes, 8..10), "港");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (bytes, text, problem) in [
            (
                &b"caf\xE9 au lait"[..],
                "café au lait",
                "expected UTF-8 text, found byte 0xE9 at offset 3 that is not; it is read as windows-1252, which fits best; save the file as UTF-8 where letters look wrong",
            ),
            (
                b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>caf\xC3\xA9",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>café",
                "expected text in ISO-8859-1, as the file declares, found UTF-8; it is read as UTF-8",
            ),
            (
                b"<meta charset=latin9000>caf\xE9",
                "<meta charset=latin9000>café",
                "expected an encoding that browsers know, found `latin9000`; it is read as windows-1252, which fits best; save the file as UTF-8 where letters look wrong",
            ),
            (
                b"caf\xC3\xA9 \xE2\x80\x9Cold\xE2\x80\x9D and caf\xC3\xA9 \xFF new",
                "café “old” and café \u{FFFD} new",
                "expected UTF-8 text, found byte 0xFF at offset 26 that is not; it is shown as \u{FFFD}",
            ),
            (
                b"\xA9 caf\xC3\xA9 caf\xC3",
                "\u{FFFD} café caf\u{FFFD}",
                "expected UTF-8 text, found byte 0xA9 at offset 0 that is not, and 1 more places; it is shown as \u{FFFD}",
            ),
        ] {
            let read = decode(bytes).expect("text");
            assert_eq!(read.text, text);
            assert_eq!(read.problems.iter().map(|p| p.message.as_str()).collect::<Vec<_>>(), [problem]);
        }
        let declared = b"<?xml version=\"1.0\" encoding=\"windows-1251\"?>\xC3\xE0\xE2\xE0\xED\xFC";
        let read = decode(declared).expect("text");
        assert!(read.text.ends_with("Гавань"), "{}", read.text);
        assert!(read.problems.is_empty());
        for bytes in [&b"%PDF-1.7 text"[..], b"a\0b and more of it", b"\x89PNG\r\n", b"{\\rtf1 Text}"] {
            assert!(decode(bytes).is_err());
        }
    }

    #[test]
    fn any_bytes_have_a_text_that_covers_them() {
        for seed in 0u32..4000 {
            let bytes: Vec<u8> = (0..seed % 37)
                .map(|i| {
                    let mixed = (seed ^ (i * 7919)).wrapping_mul(2_654_435_761).rotate_left(i % 31);
                    if mixed & 0x100 == 0 { (mixed as u8).max(1) } else { b'a' + (mixed as u8 % 26) }
                })
                .collect();
            let Ok(read) = decode(&bytes) else { continue };
            let Some(origin) = read.origin else { continue };
            let whole = origin.span(Span::new(0, read.text.len()));
            assert_eq!(whole, Span::new(0, bytes.len()), "{bytes:?}");
        }
    }
}
