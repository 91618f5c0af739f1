//! The words of a query, folded as those of the texts are, with the wildcards `*` and `?` in them.

use super::tree::Pattern;
use crate::text::Tokens;

/// The folded words of `text`.
pub fn folded(text: &str) -> Vec<String> {
    Tokens::of(text).iter().map(|t| t.folded.to_owned()).collect()
}

/// The folded words of `text` where hyphens join two or more of them, and no other sign does.
pub(super) fn compound(text: &str) -> Option<Vec<String>> {
    let tokens = Tokens::of(text);
    let plain = !text.contains(['*', '?']);
    let joined = plain && tokens.len() > 1 && (1..tokens.len()).all(|at| tokens.hyphenated(text, at - 1));
    joined.then(|| tokens.iter().map(|t| t.folded.to_owned()).collect())
}

/// Whether `text` is a link, in which `?` begins its query; without its scheme, what begins with a host and a path.
pub(super) fn is_link(text: &str) -> bool {
    let is_host = |host: &str| {
        host.rsplit_once('.').is_some_and(|(_, last)| {
            last.len() > 1
                && last.bytes().all(|b| b.is_ascii_lowercase())
                && !host.contains(['*', '?', ':', '~'])
        })
    };
    text.contains("://")
        || text.starts_with("www.")
        || text.split_once('/').is_some_and(|(host, _)| is_host(host))
}

/// The link `text` without what may be left out at its beginning: `https://www.`.
pub(super) fn without_scheme(text: &str) -> &str {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    if rest.contains(char::is_alphanumeric) { rest } else { text }
}

/// `text` without the question marks at its end, which end a question; with another wildcard before them they are
/// wildcards, too (`m?ssile?`).
pub(super) fn without_question(text: &str) -> &str {
    let asked = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '*');
    if text[asked.len()..].contains('?') && !asked.contains(['*', '?']) { asked } else { text }
}

/// The words of `text`, which may have `*` and `?` in them; a wildcard belongs to the words that touch it.
pub(super) fn patterns(text: &str) -> Vec<Pattern> {
    let mut words: Vec<Pattern> = Vec::new();
    // Where the last word ended, for the next to touch it.
    let mut end = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if let '*' | '?' = c {
            glue(&mut words, &c.to_string(), end == Some(at), true);
            at += 1;
            end = Some(at);
            continue;
        }
        let length = text[at..].find(['*', '?']).unwrap_or(text.len() - at);
        for token in Tokens::of(&text[at..at + length]).iter() {
            let start = at + token.span.start as usize;
            // Two words of one run are two, even where nothing stands between them.
            glue(&mut words, token.folded, start == at && end == Some(at), false);
            end = Some(at + token.span.end as usize);
        }
        at += length;
    }
    words
}

/// Appends `piece` to the last of `words` where it `touches` that, else adds it as a word; `sign` says whether it is a
/// wildcard.
fn glue(words: &mut Vec<Pattern>, piece: &str, touches: bool, sign: bool) {
    match words.last_mut().filter(|_| touches) {
        Some(Pattern::Glob(glob)) => {
            // `**` says no more than `*`.
            if !(piece == "*" && glob.ends_with('*')) {
                glob.push_str(piece);
            }
        }
        Some(Pattern::Word(word)) => {
            let glob = std::mem::take(word) + piece;
            *words.last_mut().expect("there is one") = Pattern::Glob(glob);
        }
        _ if sign => words.push(Pattern::Glob(piece.to_owned())),
        _ => words.push(Pattern::Word(piece.to_owned())),
    }
}
