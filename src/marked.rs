//! Text with its hits and mentions marked: text nodes and elements, never HTML.

use crate::element::{El, el};
use dateline_engine::search::segments;
use dateline_engine::text::Span;

/// `el` with `text` after what is inside, its `hits` as `<mark>`.
pub(crate) fn with_hits(el: El, text: &str, hits: &[Span]) -> El {
    with(el, text, hits, "mark", "")
}

/// `el` with `text` after what is inside, its `problems` underlined.
pub(crate) fn with_problems(el: El, text: &str, problems: &[Span]) -> El {
    with(el, text, problems, "span", "problem-at")
}

fn with(inside: El, text: &str, spans: &[Span], tag: &'static str, class: &'static str) -> El {
    segments::<()>(text, spans, &[]).into_iter().fold(inside, |inside, segment| {
        let text = segment.text.to_owned();
        if segment.hit { inside.with(el(tag, class).say(text)) } else { inside.say(text) }
    })
}

/// How a mention is drawn in the reader.
#[derive(Clone)]
pub(crate) struct Drawn {
    /// What a pointer or a screen reader is told: `North Korea, demonym`.
    pub(crate) label: String,
    /// `actor` and how it looks.
    pub(crate) class: &'static str,
}

/// `el` with `text` after what is inside, its `hits` as `<mark>` and its `mentions` as labelled spans.
pub(crate) fn with_mentions(inside: El, text: &str, hits: &[Span], mentions: &[(Span, Drawn)]) -> El {
    segments(text, hits, mentions).into_iter().fold(inside, |inside, segment| {
        let say = |el: El| el.say(segment.text.to_owned());
        let hit = segment.hit.then(|| say(el("mark", "")));
        let outer = segment.mention.map(|Drawn { label, class }| el("span", class).set("title", label));
        match (outer, hit) {
            (Some(outer), Some(hit)) => inside.with(outer.with(hit)),
            (Some(outer), None) => inside.with(say(outer)),
            (None, Some(hit)) => inside.with(hit),
            (None, None) => say(inside),
        }
    })
}
