//! Text with its hits and mentions marked: text nodes and elements, never HTML.

use dateline_engine::search::segments;
use dateline_engine::text::Span;
use leptos::either::Either;
use leptos::prelude::*;

/// Text with its hits as `<mark>`.
#[component]
pub(crate) fn Marked<'t>(
    text: &'t str,
    /// In bytes of `text`, in order.
    hits: &'t [Span],
) -> impl IntoView + use<> {
    let one = |segment: dateline_engine::search::Segment<'_, ()>| {
        let text = segment.text.to_owned();
        if segment.hit { Either::Left(view! { <mark>{text}</mark> }) } else { Either::Right(text) }
    };
    segments(text, hits, &[]).into_iter().map(one).collect_view()
}

/// Text with what was not understood in it underlined.
#[component]
pub(crate) fn MarkedProblems<'t>(
    text: &'t str,
    /// In bytes of `text`, in order.
    problems: &'t [Span],
) -> impl IntoView + use<> {
    let one = |segment: dateline_engine::search::Segment<'_, ()>| {
        let text = segment.text.to_owned();
        if segment.hit {
            Either::Left(view! { <span class="problem-at">{text}</span> })
        } else {
            Either::Right(text)
        }
    };
    segments(text, problems, &[]).into_iter().map(one).collect_view()
}

/// How a mention is drawn in the reader.
#[derive(Clone)]
pub(crate) struct Tag {
    /// What a pointer or a screen reader is told: `North Korea, demonym`.
    pub(crate) label: String,
    /// `actor` and how it looks.
    pub(crate) class: &'static str,
}

/// Text with its hits as `<mark>` and its mentions as labelled spans.
#[component]
pub(crate) fn MarkedMentions<'t>(
    text: &'t str,
    /// In bytes of `text`, in order.
    hits: &'t [Span],
    /// In bytes of `text`, in order.
    mentions: &'t [(Span, Tag)],
) -> impl IntoView + use<> {
    let one = |segment: dateline_engine::search::Segment<'_, Tag>| {
        let text = segment.text.to_owned();
        let inner = if segment.hit { Either::Left(view! { <mark>{text}</mark> }) } else { Either::Right(text) };
        match segment.mention {
            Some(Tag { label, class }) => Either::Left(view! { <span class=class title=label>{inner}</span> }),
            None => Either::Right(inner),
        }
    };
    segments(text, hits, mentions).into_iter().map(one).collect_view()
}
