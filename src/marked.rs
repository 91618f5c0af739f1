//! Text with its hits and mentions marked: text nodes and elements, never HTML.

use dateline_engine::search::segments;
use dateline_engine::text::Span;
use leptos::prelude::*;

/// `text` with `hits` as `<mark>`.
pub(crate) fn with_hits(text: &str, hits: &[Span]) -> impl IntoView + use<> {
    with(text, hits, |text| view! { <mark>{text}</mark> }.into_any())
}

/// `text` with `problems` underlined.
pub(crate) fn with_problems(text: &str, problems: &[Span]) -> impl IntoView + use<> {
    with(text, problems, |text| view! { <span class="problem-at">{text}</span> }.into_any())
}

fn with(text: &str, spans: &[Span], draw: fn(String) -> AnyView) -> impl IntoView + use<> {
    let segments = segments::<()>(text, spans, &[]).into_iter();
    segments
        .map(|segment| {
            let text = segment.text.to_owned();
            if segment.hit { draw(text) } else { text.into_any() }
        })
        .collect_view()
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
