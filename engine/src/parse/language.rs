//! Language detection for texts that declare none, by their words.

use crate::text::hash::WordMap;
use std::sync::LazyLock;

/// The least size of all letters, in bytes: shorter texts do not tell one language from another.
const FEWEST: usize = 60;

/// The size of the sample, in bytes: more of a text makes no difference.
const ENOUGH: usize = 600;

/// The three-letter codes of whatlang, each with the primary tag of BCP 47.
const TAGS: &[&str] = &[
    "epo eo", "eng en", "rus ru", "cmn zh", "spa es", "por pt", "ita it", "ben bn", "fra fr", "deu de",
    "ukr uk", "kat ka", "ara ar", "hin hi", "jpn ja", "heb he", "yid yi", "pol pl", "amh am", "jav jv",
    "kor ko", "nob nb", "dan da", "swe sv", "fin fi", "tur tr", "nld nl", "hun hu", "ces cs", "ell el",
    "bul bg", "bel be", "mar mr", "kan kn", "ron ro", "slv sl", "hrv hr", "srp sr", "mkd mk", "lit lt",
    "lav lv", "est et", "tam ta", "vie vi", "urd ur", "tha th", "guj gu", "uzb uz", "pan pa", "aze az",
    "ind id", "tel te", "pes fa", "mal ml", "ori or", "mya my", "nep ne", "sin si", "khm km", "tuk tk",
    "aka ak", "zul zu", "sna sn", "afr af", "lat la", "slk sk", "cat ca", "tgl tl", "hye hy",
];

/// The most frequent words of English that no other language has as many of.
const COMMON: &str = "is are be as at an he will who about after but not his two the of and to that for was with said \
    on by it from its has had have which were been would they their this";

/// Whether `word` is one of them.
fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<WordMap<&str, ()>> =
        LazyLock::new(|| COMMON.split(' ').map(|word| (word, ())).collect());
    WORDS.contains_key(word)
}

/// An English text has at least one frequent word in this many.
const ENGLISH_SHARE: usize = 5;

/// The least number of words for the check.
const ENGLISH_WORDS: usize = 15;

/// Whether `text` is English, by its most frequent words. The detector takes a hundred microseconds for a text, more
/// than the rest of reading it; most corpora are English, and this check takes one microsecond.
fn is_english(text: &str) -> bool {
    let words = text
        .split(|c: char| !(c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic()))
        .filter(|word| !word.is_empty());
    let (mut all, mut common) = (0, 0);
    for word in words {
        all += 1;
        common += usize::from(is_common(word));
    }
    all >= ENGLISH_WORDS && common * ENGLISH_SHARE >= all
}

/// Whether `text` is plainly English, whatever its source declares.
pub(crate) fn is_plainly_english(text: &str) -> bool {
    is_english(&text[..text.floor_char_boundary(ENOUGH)])
}

/// Detects the language of `text` as a BCP 47 primary tag; `None` if the text is too short, or if the result is not
/// reliable.
pub(crate) fn detect(text: &str) -> Option<&'static str> {
    let cut = text.floor_char_boundary(ENOUGH);
    let sample = &text[..cut];
    if sample.chars().filter(|c| c.is_alphabetic()).take(FEWEST).map(char::len_utf8).sum::<usize>() < FEWEST {
        return None;
    }
    if is_english(sample) {
        return Some("en");
    }
    let info = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    let code = info.lang().code();
    TAGS.iter().find_map(|pair| pair.strip_prefix(code)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn tells_languages_apart() {
        for (text, tag) in [
            (
                "The harbour opened again on Friday, and the ferries that had been waiting since the storm left at dawn.",
                Some("en"),
            ),
            (
                "Der Hafen wurde am Freitag wieder geöffnet, und die Fähren, die seit dem Sturm gewartet hatten, fuhren ab.",
                Some("de"),
            ),
            (
                "O porto voltou a abrir na sexta-feira, e os barcos que esperavam desde a tempestade partiram de manhã.",
                Some("pt"),
            ),
            (
                "항구가 금요일에 다시 열렸고, 폭풍 이후 기다리던 배들이 새벽에 떠났다. 사람들은 부두에서 기다렸다.",
                Some("ko"),
            ),
            (
                "Гавань снова открылась в пятницу, и паромы, которые ждали со времени шторма, ушли на рассвете. Начальник порта сказал, что вода ещё высокая, но суда могут ходить до вечера, если ветер не вернётся.",
                Some("ru"),
            ),
            (
                "De haven ging op vrijdag weer open, en de veerboten die sinds de storm in de haven hadden gewacht, vertrokken bij dageraad.",
                Some("nl"),
            ),
            ("Oslo", None),
            ("", None),
            ("1, 2, 3", None),
        ] {
            assert_eq!(detect(text), tag, "{text}");
        }
    }
}
