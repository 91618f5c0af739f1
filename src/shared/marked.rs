//! Text with its hits and mentions marked: text nodes and elements, never HTML.

use dateline_engine::search::{Segment, segments};
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
    let one = |segment: Segment<'_, ()>| {
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
    let one = |segment: Segment<'_, ()>| {
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
    /// What a screen reader is told behind its words: `North Korea, adjective`.
    pub(crate) label: String,
    /// `actor` and how it looks.
    pub(crate) class: String,
    /// Its place in the article, as a link writes it.
    pub(crate) at: String,
    /// `0` where Tab stops at it.
    pub(crate) stop: &'static str,
}

/// Text with its hits as `<mark>` and its mentions as buttons.
#[component]
pub(crate) fn MarkedMentions<'t>(
    text: &'t str,
    /// In bytes of `text`, in order.
    hits: &'t [Span],
    /// In bytes of `text`, in order.
    mentions: &'t [(Span, Tag)],
) -> impl IntoView + use<> {
    let one = |segment: Segment<'_, Tag>| {
        let text = segment.text.to_owned();
        let inner =
            if segment.hit { Either::Left(view! { <mark>{text}</mark> }) } else { Either::Right(text) };
        match segment.mention {
            // A button of its own would not go on in the next line.
            Some(Tag { label, class, at, stop }) => Either::Left(view! {
                <span class=class role="button" tabindex=stop title=label data-mark="" data-at=at>{inner}</span>
            }),
            None => Either::Right(inner),
        }
    };
    segments(text, hits, mentions).into_iter().map(one).collect_view()
}

#[cfg(test)]
mod tests {
    use super::{Marked, MarkedMentions, Tag};
    use dateline_engine::text::Span;
    use leptos::prelude::*;

    #[test]
    fn text_never_becomes_markup() {
        let hits = [Span::new(0, 4)];
        let html = view! { <Marked text="Oslo <b>&" hits=&hits/> }.to_html();
        assert!(html.contains("<mark>Oslo</mark>"), "{html}");
        assert!(html.contains("&lt;b&gt;&amp;"), "{html}");
    }

    #[test]
    fn a_name_is_a_button_with_what_it_says() {
        let tag = Tag {
            label: "Norway, capital as place".into(),
            class: "actor".into(),
            at: "0:3".into(),
            stop: "0",
        };
        let mentions = [(Span::new(3, 7), tag)];
        let html = view! { <MarkedMentions text="In Oslo" hits=&[] mentions=&mentions/> }.to_html();
        assert!(html.contains("role=\"button\"") && html.contains("data-at=\"0:3\""), "{html}");
        assert!(html.contains("title=\"Norway, capital as place\""), "{html}");
    }
}
