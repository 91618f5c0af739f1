//! Exceptions: single places at which a name does not count, each written as the article's id and words around the name,
//! which stands in brackets: `feed.03: envoys of [Moscow] said`. Words and not offsets, so that the place is found again
//! when the corpus has been built anew.

use super::{Zone, zones};
use crate::corpus::Article;
use crate::text::{Span, Tokens, around, one_line};

/// Bytes of words on either side of the name.
const AROUND: usize = 48;

/// A place at which a name does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exception {
    /// The article's id.
    article: String,
    /// The folded words.
    words: Vec<String>,
    /// The index of the name's first word.
    name: usize,
}

impl Exception {
    /// The exception that is written so; `None` where it is none.
    pub(super) fn read(text: &str) -> Option<Exception> {
        let (article, quote) = text.split_once(": ")?;
        let (before, rest) = quote.split_once('[')?;
        let (name, after) = rest.split_once(']')?;
        // As one text: `[Norway]’s` is a possessive.
        let text = [before, name, after].concat();
        let tokens = Tokens::of(&text);
        let inside = before.len()..before.len() + name.len();
        let at = tokens.iter().position(|token| inside.contains(&(token.span.start as usize)))?;
        let words = tokens.iter().map(|token| token.folded.to_owned()).collect();
        (!article.is_empty()).then(|| Exception { article: article.to_owned(), words, name: at })
    }

    /// Whether it is about the article of this id.
    pub(super) fn is_in(&self, article: &str) -> bool {
        self.article == article
    }

    /// The index of the name's first token in `tokens`, at the first place that has these words.
    pub(super) fn place(&self, tokens: &Tokens) -> Option<usize> {
        let all: Vec<&str> = tokens.iter().map(|token| token.folded).collect();
        let run = all.windows(self.words.len()).position(|run| run == self.words)?;
        Some(run + self.name)
    }
}

/// How an exception for the name at `span` of `zone` is written: with as many words around it as make it the first place
/// that has them; `None` where an earlier place has all of them, too.
pub fn exception(article: &Article, zone: Zone, span: Span) -> Option<String> {
    let text = zone.of(article);
    let written = |width: usize| {
        let (left, right) = around(text, span, width);
        let plain = |text: &str| text.replace(['[', ']'], " ");
        let words = [&plain(left), "[", span.of(text), "]", &plain(right)].concat();
        [&article.name, ": ", one_line(&words).as_str()].concat()
    };
    let leads_here = |text: &String| {
        let Some(exception) = Exception::read(text) else { return false };
        let found = zones(article).find_map(|(zone, text)| {
            let tokens = Tokens::of(text);
            let at = exception.place(&tokens)?;
            Some((zone, tokens.get(at)?.span.start))
        });
        found == Some((zone, span.start))
    };
    let widths = [1, 2, 4].map(|times| times * AROUND);
    widths.map(written).into_iter().find(leads_here)
}

/// The phrase around the name at `span` of `text` that may be another name: the capitalised words beside it, or one word
/// more where there are none.
pub fn phrase(text: &str, span: Span) -> &str {
    let tokens = Tokens::of(text);
    let spans: Vec<Span> = tokens.iter().map(|token| token.span).collect();
    let (Some(mut first), Some(mut last)) = (
        spans.iter().position(|word| word.end > span.start),
        spans.iter().rposition(|word| word.start < span.end),
    ) else {
        return span.of(text);
    };
    let capital = |at: usize| spans[at].of(text).starts_with(char::is_uppercase);
    let joined = |left: usize| {
        matches!(
            text.get(spans[left].end as usize..spans[left + 1].start as usize),
            Some(" " | "-" | "‑" | "–")
        )
    };
    let (begun, ended) = (first, last);
    while first > 0 && joined(first - 1) && capital(first - 1) {
        first -= 1;
    }
    while last + 1 < spans.len() && joined(last) && capital(last + 1) {
        last += 1;
    }
    if (first, last) == (begun, ended) {
        if last + 1 < spans.len() && joined(last) {
            last += 1;
        } else if first > 0 && joined(first - 1) {
            first -= 1;
        }
    }
    Span { start: spans[first].start.min(span.start), end: spans[last].end.max(span.end) }.of(text)
}

#[cfg(test)]
mod tests {
    use super::{Exception, exception, phrase};
    use crate::actors::{Gazetteer, Zone, annotate, dismissed};
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::text::Span;

    #[test]
    fn one_place_does_not_count() {
        let text = " date 2024-01-05 Norway sent a ship. The crew left Norway’s coast, and Norway sent a ship to Peru.";
        let file = SourceFile { name: "a.txt".into(), bytes: text.as_bytes().to_vec() };
        let corpus = parse(vec![file], &Config::default()).corpus;
        let article = &corpus.articles[0];
        let body = &article.blocks[0].text;
        for (at, _) in body.match_indices("Norway") {
            let mut gazetteer = Gazetteer::built_in();
            let written = exception(article, Zone::Block(0), Span::new(at, at + 6)).expect("an exception");
            assert_eq!(gazetteer.add(&format!("except = [\"{written}\"]")), []);
            let counted: Vec<_> =
                annotate(&corpus, &gazetteer).list.iter().map(|m| m.at.start as usize).collect();
            assert!(!counted.contains(&at) && counted.len() == 3, "{written}: {counted:?}");
            let left: Vec<_> = dismissed(article, &gazetteer).iter().map(|d| d.at.start as usize).collect();
            assert_eq!(left, [at], "{written}");
        }
    }

    #[test]
    fn a_phrase_is_the_name_with_what_it_may_belong_to() {
        for (text, name, expected) in [
            ("the Old Norway House closed", "Norway", "Old Norway House"),
            ("a Norway lobster, fresh", "Norway", "Norway lobster"),
            ("old Norway, fresh", "Norway", "old Norway"),
            ("Norway", "Norway", "Norway"),
            ("He saw “Norway”.", "Norway", "Norway"),
        ] {
            let at = text.find(name).expect("the name");
            assert_eq!(phrase(text, Span::new(at, at + name.len())), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_exception_is_none() {
        for text in ["", "a", "a: b", "a: [b", "a: []", "a: [ — ] b", ": [b]"] {
            assert_eq!(Exception::read(text), None, "{text}");
        }
        assert!(Exception::read("sub/a.txt: x [Norway] y").is_some());
    }
}
