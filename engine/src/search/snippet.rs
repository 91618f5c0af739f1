//! Snippets: the densest window of hits, cut at words; and the segments that highlights are drawn from.

use super::{Hit, hits_in};
use crate::actors::Zone;
use crate::corpus::{Article, BlockKind};
use crate::order;
use crate::text::Span;

/// A piece of an article that shows why it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Its text, with `…` where it was cut.
    pub text: String,
    /// The hits in it, in bytes of `text`, in order.
    pub spans: Vec<Span>,
}

/// The usual length of a snippet, in bytes.
const LENGTH: usize = 220;

/// The window of `article`'s body with the most of `hits`, which are in reading order; its beginning where none is
/// in the body.
pub fn snippet(article: &Article, hits: &[Hit]) -> Snippet {
    let body = &hits[hits.partition_point(|h| h.zone == Zone::Title)..];
    // From each hit to the last one in reach; the first of the densest windows is kept.
    let (mut densest, mut end) = (0..0, 0);
    for (start, first) in body.iter().enumerate() {
        end = end.max(start + 1);
        let reached =
            |h: &&Hit| h.zone == first.zone && h.at.end.saturating_sub(first.at.start) as usize <= LENGTH;
        end += body[end..].iter().take_while(reached).count();
        if end - start > densest.len() {
            densest = start..end;
        }
    }
    let Some((first, last)) = body[densest.clone()].first().zip(body[densest].last()) else {
        let prose = article.blocks.iter().find(|b| b.kind == BlockKind::Paragraph);
        return cut(prose.or(article.blocks.first()).map_or("", |b| &b.text), 0, LENGTH, &[]);
    };
    let (start, end) = (first.at.start as usize, last.at.end as usize);
    let spare = LENGTH.saturating_sub(end - start);
    let start = start.saturating_sub(spare / 3);
    cut(first.zone.of(article), start, start + LENGTH.max(end - start), &hits_in(hits, first.zone))
}

/// The text from byte `start` to byte `end`, moved to the ends of words, with those of `spans` that it holds.
fn cut(text: &str, start: usize, end: usize, spans: &[Span]) -> Snippet {
    let (mut start, mut end) = (text.floor_char_boundary(start), text.floor_char_boundary(end));
    if start > 0 {
        // To the next word, unless a hit begins before it.
        let word = text[start..].find(char::is_whitespace).map_or(start, |i| start + i);
        let hit = spans.iter().map(|s| s.start as usize).find(|s| *s >= start).unwrap_or(text.len());
        start = word.min(hit);
    }
    if end < text.len() {
        let word = text[start..end].rfind(char::is_whitespace).map_or(end, |i| start + i);
        let hit = spans.iter().map(|s| s.end as usize).filter(|e| *e <= end).max().unwrap_or(0);
        end = word.max(hit).max(start);
    }
    let inner = Span::new(start, end).trimmed(text);
    let mut out = String::with_capacity(inner.len() + 8);
    if start > 0 {
        out.push('…');
    }
    let by = out.len();
    out.push_str(inner.of(text));
    if end < text.len() {
        out.push('…');
    }
    let shown = spans.iter().filter(|s| s.start >= inner.start && s.end <= inner.end);
    let spans =
        shown.map(|s| Span::new((s.start - inner.start) as usize + by, (s.end - inner.start) as usize + by));
    Snippet { spans: spans.collect(), text: out }
}

/// A run of text that is drawn in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'t, M> {
    /// The text.
    pub text: &'t str,
    /// Whether a query matched it.
    pub hit: bool,
    /// The mention that covers it.
    pub mention: Option<M>,
}

/// Cuts `text` wherever a hit or a mention begins or ends. `hits` and `mentions` are each in order and do
/// not overlap among themselves; the two may overlap each other.
pub fn segments<'t, M: Clone>(text: &'t str, hits: &[Span], mentions: &[(Span, M)]) -> Vec<Segment<'t, M>> {
    let mut cuts: Vec<usize> = vec![0, text.len()];
    for span in hits.iter().chain(mentions.iter().map(|(span, _)| span)) {
        cuts.extend([span.start as usize, span.end as usize]);
    }
    cuts.retain(|at| text.is_char_boundary(*at));
    order::by_key(&mut cuts, |it| *it);
    cuts.dedup();
    let (mut hits, mut mentions) = (hits.iter().peekable(), mentions.iter().peekable());
    cuts.windows(2)
        .map(|pair| {
            let past = |span: &Span| span.end as usize <= pair[0];
            let covers = |span: &Span| span.start as usize <= pair[0] && pair[1] <= span.end as usize;
            while hits.next_if(|span| past(span)).is_some() {}
            while mentions.next_if(|(span, _)| past(span)).is_some() {}
            Segment {
                text: &text[pair[0]..pair[1]],
                hit: hits.peek().is_some_and(|span| covers(span)),
                mention: mentions.peek().filter(|(span, _)| covers(span)).map(|(_, m)| m.clone()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{cut, segments};
    use crate::text::Span;

    #[test]
    fn cuts_at_words_and_keeps_hits_whole() {
        let text = "one two three four five";
        let three = [Span::new(8, 13)];
        let snippet = cut(text, 5, 16, &three);
        assert_eq!(snippet.text, "…three…");
        assert_eq!(snippet.spans[0].of(&snippet.text), "three");
        assert_eq!(cut("ééé", 1, 3, &[]).text, "é…");
        assert_eq!(cut("", 0, 10, &[]).text, "");
    }

    #[test]
    fn segments_cover_the_text_once() {
        let text = "North Korean troops";
        let parts = segments(text, &[Span::new(6, 19)], &[(Span::new(0, 12), 'm')]);
        assert_eq!(parts.iter().map(|p| p.text).collect::<String>(), text);
        let drawn: Vec<_> = parts.iter().map(|p| (p.text, p.hit, p.mention)).collect();
        assert_eq!(
            drawn,
            [("North ", false, Some('m')), ("Korean", true, Some('m')), (" troops", true, None)]
        );
    }
}
