//! Text with its hits and mentions marked: text nodes and elements, never HTML.

use crate::element::{El, el};
use dateline_engine::search::segments;
use dateline_engine::text::Span;
use leptos::prelude::*;

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

/// `text` with `hits` as `<mark>` and `mentions` as labelled spans.
pub(crate) fn with_mentions(text: &str, hits: &[Span], mentions: &[(Span, Drawn)]) -> impl IntoView + use<> {
    segments(text, hits, mentions)
        .into_iter()
        .map(|segment| {
            let text = segment.text.to_owned();
            let inner = if segment.hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
            match segment.mention {
                Some(Drawn { label, class }) => {
                    view! { <span class=class title=label>{inner}</span> }.into_any()
                }
                None => inner,
            }
        })
        .collect_view()
}
