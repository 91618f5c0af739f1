//! Rows of evidence as the sentence that holds them: each mention or hit in it is a link to its place.

use crate::shared::RowPosition;
use crate::state::href;
use dateline_engine::actors::Zone;
use dateline_engine::explorer::{Excerpt, Explorer, Mark, Stretch};
use dateline_engine::search::{Segment, segments};
use dateline_engine::text::{Span, unbroken};
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::either::Either;
use leptos::prelude::*;

/// A sentence, under the headline of its article where it is the first of it; `None` where the corpus has it no longer.
pub(super) fn excerpt(
    explorer: &Explorer,
    excerpt: &Excerpt,
    view: &View,
    place: RowPosition,
) -> Option<AnyView> {
    let article = explorer.corpus.article(excerpt.id)?;
    let stretch = |stretch: &Stretch| {
        let text = stretch.zone.of(article);
        let inside =
            |span: Span| Span { start: span.start - stretch.span.start, end: span.end - stretch.span.start };
        let marks: Vec<(Span, &Mark)> = stretch.marks.iter().map(|mark| (inside(mark.span), mark)).collect();
        let before = Span { end: stretch.span.start, start: 0 }.of(text);
        let cut_before = stretch.span.start > 0 && !before.ends_with(ends_before);
        let one = |Segment { text, mention, .. }: Segment<'_, &Mark>| {
            let text = unbroken(text);
            match mention {
                Some(mark) => {
                    let link = href(&view.open_article(&article.name, Some(stretch.at(mark))));
                    let (class, says) = match &mark.mention {
                        Some(mention) => {
                            let says = explorer.mention_label(mention);
                            (["row-line counted part-", mention.form.name()].concat(), Some(says))
                        }
                        None => ("row-line excerpt-hit".to_owned(), None),
                    };
                    Either::Left(view! { <a class=class href=link title=says>{text}</a> })
                }
                None => Either::Right(text),
            }
        };
        let parts: Vec<_> = segments(stretch.span.of(text), &[], &marks).into_iter().map(one).collect();
        view! { {cut_before.then_some("…")}{parts} }
    };
    // A headline is not said twice: what it names is marked in it.
    let in_title =
        excerpt.opens && excerpt.stretches.first().is_some_and(|stretch| stretch.zone == Zone::Title);
    let head = excerpt.opens.then(|| {
        let link = href(&view.open_article(&article.name, None));
        let title = match excerpt.stretches.first().filter(|_| in_title) {
            Some(first) => Either::Left(view! { <span class="excerpt-article">{stretch(first)}</span> }),
            None => Either::Right(view! { <a class="excerpt-article" href=link>{article.title.text.clone()}</a> }),
        };
        view! {
            <p class="excerpt-head" dir="auto">{title} <span class="excerpt-about" dir="ltr">{wording::meta_line(article)}</span></p>
        }
    });
    let text = |it: &Stretch| view! { <p class="excerpt-text" dir="auto">{stretch(it)}</p> };
    let stretches: Vec<_> = excerpt.stretches.iter().skip(usize::from(in_title)).map(text).collect();
    Some(
        view! {
            <li class="excerpt" lang=article.language_tag() aria-posinset=place.set_position() aria-setsize=place.set_size()>{head}{stretches}</li>
        }
        .into_any(),
    )
}

/// Whether a sentence may begin behind this character.
fn ends_before(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '。' | '！' | '？' | '؟' | '۔' | '।' | '”' | '"' | '’' | '\'' | '」' | '』')
}
