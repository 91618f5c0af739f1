//! Passages: the words of an article that a link leads to, given as a quotation and not as an offset, so that a link
//! survives another build of the corpus; and the way from hit to hit.

use super::Explorer;
use crate::actors::{Zone, zones};
use crate::corpus::{Article, ArticleId};
use crate::search::Hit;
use crate::text::sentences::sentence_around;
use crate::text::{Span, Tokens, one_line};
use crate::view::{At, View};

/// Words of context on either side of a span, before more are needed.
const AROUND: usize = 3;
/// The most words of a quotation, because it stands in a link.
const WORDS: usize = 24;

impl Explorer {
    /// The zone and the span that `view` leads to in the article `id`, by its quotation or its position, in bytes of
    /// the zone's text.
    pub fn place(&self, view: &View, id: ArticleId, hits: &[Hit]) -> Option<(Zone, Span)> {
        if let Some(quote) = &view.quote {
            return find(self.corpus.article(id)?, quote);
        }
        let at = view.at?;
        let mention = self.mentions_in(id, at.zone).find(|m| m.at.start == at.start).map(|m| m.at);
        let hit = || hits.iter().find(|h| (h.zone, h.at.start) == (at.zone, at.start));
        Some((at.zone, mention.or_else(|| hit().map(|hit| hit.at))?))
    }
}

/// The first occurrence of the words of `quote` in `article`, compared as search compares words; the span is in bytes
/// of the zone's text.
pub fn find(article: &Article, quote: &str) -> Option<(Zone, Span)> {
    let wanted = Tokens::of(quote);
    let wanted: Vec<&str> = wanted.iter().map(|token| token.folded).collect();
    if wanted.is_empty() {
        return None;
    }
    zones(article).find_map(|(zone, text)| {
        let tokens = Tokens::of(text);
        let tokens: Vec<_> = tokens.iter().collect();
        let run = tokens
            .windows(wanted.len())
            .find(|run| run.iter().map(|t| t.folded).eq(wanted.iter().copied()))?;
        Some((zone, Span { start: run.first()?.span.start, end: run.last()?.span.end }))
    })
}

/// A quotation of `span`, in bytes of the text of `zone`, that [`find`] leads back to: with as many words around it as
/// make it the first occurrence, but no more than a link can carry.
pub fn quote(article: &Article, zone: Zone, span: Span) -> String {
    let text = zone.of(article);
    let tokens = Tokens::of(text);
    let spans: Vec<Span> = tokens.iter().map(|token| token.span).collect();
    let Some(first) = spans.iter().position(|s| s.end > span.start) else { return String::new() };
    let last = spans.iter().rposition(|s| s.start < span.end).unwrap_or(first).max(first);
    let mut around = AROUND;
    loop {
        let (from, to) = (first.saturating_sub(around), (last + around).min(spans.len() - 1));
        let words = Span { start: spans[from].start, end: spans[to].end };
        let quoted = one_line(words.of(text));
        if to - from + 1 >= WORDS
            || to - from + 1 == spans.len()
            || find(article, &quoted) == Some((zone, words))
        {
            return quoted;
        }
        around += 1;
    }
}

/// The sentence of `zone` that holds the start of `span`, on one line.
pub fn sentence(article: &Article, zone: Zone, span: Span) -> String {
    let text = zone.of(article);
    one_line(sentence_around(text, Span { end: span.start, ..span }).of(text))
}

/// A quotation of what a reader has selected: its first line whose first words, as many as a link can carry, occur in
/// `article`.
pub fn quote_selected(article: &Article, selected: &str) -> Option<String> {
    let lines = selected.lines().map(str::trim).filter(|line| !line.is_empty());
    let cut = |line: &str| line.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
    lines.map(cut).find(|line| find(article, line).is_some())
}

/// The position of the hit after `at`, or before it where `back`, around the ends; without `at`, of the first or the
/// last hit.
pub fn next_hit(hits: &[Hit], at: Option<At>, back: bool) -> Option<At> {
    let place = |hit: &Hit| At { zone: hit.zone, start: hit.at.start };
    let key = |at: At| (at.zone, at.start);
    let hit = match (at, back) {
        (Some(at), false) => hits.iter().find(|hit| key(place(hit)) > key(at)).or(hits.first()),
        (Some(at), true) => hits.iter().rev().find(|hit| key(place(hit)) < key(at)).or(hits.last()),
        (None, false) => hits.first(),
        (None, true) => hits.last(),
    };
    hit.map(place)
}

#[cfg(test)]
mod tests {
    use super::{find, next_hit, quote, quote_selected};
    use crate::actors::Zone;
    use crate::corpus::Corpus;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::search::Hit;
    use crate::text::Span;
    use crate::view::At;

    fn corpus(text: &str) -> Corpus {
        let file = SourceFile { name: "a.txt".into(), bytes: text.as_bytes().to_vec() };
        parse(vec![file], &Config::default()).corpus
    }

    #[test]
    fn a_quotation_leads_back() {
        let text = " date 2024-01-05 The envoy said no. Later the envoy said yes, and “then” the envoy said no again.";
        let corpus = corpus(text);
        let article = &corpus.articles[0];
        let body = &article.blocks[0].text;
        for (start, _) in body.match_indices("envoy") {
            let span = Span::new(start, start + 5);
            let words = quote(article, Zone::Block(0), span);
            let (zone, found) = find(article, &words).expect("a place");
            assert!(zone == Zone::Block(0) && found.start <= span.start && span.end <= found.end, "{words}");
        }
        assert_eq!(find(article, "AND \"then\"").map(|(_, span)| span.of(body)), Some("and “then"));
        assert_eq!(find(article, "another envoy"), None);
        assert_eq!(find(article, " ?! "), None);
        assert_eq!(
            quote_selected(article, "\n nobody \n Later the\tenvoy\n"),
            Some("Later the envoy".into())
        );
        assert_eq!(quote_selected(article, ""), None);
    }

    #[test]
    fn hits_are_walked_in_a_circle() {
        let hit = |zone, start| Hit { zone, at: Span { start, end: start + 1 } };
        let hits = [hit(Zone::Title, 4), hit(Zone::Block(0), 2), hit(Zone::Block(2), 0)];
        let at = |zone, start| Some(At { zone, start });
        for (from, back, to) in [
            (None, false, at(Zone::Title, 4)),
            (None, true, at(Zone::Block(2), 0)),
            (at(Zone::Title, 4), false, at(Zone::Block(0), 2)),
            (at(Zone::Block(1), 9), false, at(Zone::Block(2), 0)),
            (at(Zone::Block(2), 0), false, at(Zone::Title, 4)),
            (at(Zone::Title, 4), true, at(Zone::Block(2), 0)),
        ] {
            assert_eq!(next_hit(&hits, from, back), to, "{from:?} {back}");
        }
        assert_eq!(next_hit(&[], None, false), None);
    }
}
