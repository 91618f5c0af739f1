//! The text of an article with its marks: hits, actors, and the place that the link leads to.

use crate::shared::{MarkedMentions, Tag};
use crate::state::Shown;
use dateline_engine::actors::{Mention, Zone};
use dateline_engine::corpus::{Article, ArticleId, Block, BlockKind};
use dateline_engine::search::{Hit, hits_in};
use dateline_engine::text::Span;
use dateline_engine::view::{CountingRule, View};
use leptos::prelude::*;

/// What is marked in an article.
#[derive(Clone, PartialEq)]
pub(super) struct Marks {
    shown: Shown,
    rule: CountingRule,
    id: ArticleId,
    article: &'static Article,
    hits: Vec<Hit>,
    /// The place that the link leads to.
    here: Option<(Zone, Span)>,
    /// The words that the link quotes.
    quote: Option<String>,
}

impl Marks {
    /// The marks of what shows.
    pub(super) fn new(shown: Shown, view: &View, id: ArticleId, article: &'static Article) -> Marks {
        let hits = shown.explorer().hits(&shown.selection, id);
        let here = shown.explorer().place(view, id, &hits);
        Marks { shown, rule: view.rule(), id, article, hits, here, quote: view.quote.clone() }
    }

    /// The words that the link quotes, where the article has them no longer.
    pub(super) fn lost(&self) -> Option<&str> {
        self.quote.as_deref().filter(|_| self.here.is_none())
    }

    /// `North Korea, demonym`.
    fn label(&self, mention: &Mention) -> String {
        let actor = mention.actor.and_then(|id| self.shown.explorer().mentions.actor(id));
        let name = actor.map_or("Nobody named here", |a| &a.name);
        let doubt = if mention.sure { "" } else { ", usual reading" };
        format!("{name}, {}{doubt}", mention.form.name())
    }
}

/// A block of the body.
pub(super) fn block(marks: &Marks, index: usize, block: &Block) -> impl IntoView + use<> {
    let zone = zone(marks, Zone::Block(index as u32));
    let speaker = block.speaker.clone().map(|who| view! { <span class="speaker">{who}": "</span> });
    let text = view! { {speaker}{zone} };
    match block.kind {
        BlockKind::Heading => view! { <h3 class="text-heading">{text}</h3> }.into_any(),
        BlockKind::Quote => view! { <blockquote class="text-quote">{text}</blockquote> }.into_any(),
        BlockKind::ListItem => view! { <p class="text-item">{text}</p> }.into_any(),
        BlockKind::Caption => view! { <p class="text-caption">{text}</p> }.into_any(),
        BlockKind::Standfirst => view! { <p class="text-standfirst">{text}</p> }.into_any(),
        _ => view! { <p class="text-paragraph">{text}</p> }.into_any(),
    }
}

/// The text of a zone.
pub(super) fn zone(marks: &Marks, zone: Zone) -> impl IntoView + use<> {
    let whole = Span::new(0, zone.of(marks.article).len());
    match marks.here.filter(|(at, _)| *at == zone) {
        Some((_, here)) => {
            let before = piece(marks, zone, Span { start: 0, end: here.start });
            let after = piece(marks, zone, Span { start: here.end, end: whole.end });
            let here = piece(marks, zone, here);
            view! { {before}<span class="here">{here}</span>{after} }.into_any()
        }
        None => piece(marks, zone, whole).into_any(),
    }
}

/// A piece of a zone; marks that reach over its ends are cut there.
fn piece(marks: &Marks, zone: Zone, piece: Span) -> impl IntoView + use<> {
    let cut = |span: Span| {
        let (start, end) = (span.start.max(piece.start), span.end.min(piece.end));
        (start < end).then(|| Span { start: start - piece.start, end: end - piece.start })
    };
    let hits: Vec<Span> = hits_in(&marks.hits, zone).into_iter().filter_map(cut).collect();
    let mentions = marks.shown.explorer().counted_in(marks.id, zone, marks.rule.clone());
    let tag = |m: &Mention| Tag {
        label: marks.label(m),
        class: if m.sure { "actor" } else { "actor actor-unsure" },
    };
    let mentions: Vec<(Span, Tag)> = mentions.filter_map(|m| Some((cut(m.at)?, tag(m)))).collect();
    view! { <MarkedMentions text=piece.of(zone.of(marks.article)) hits=&hits mentions=&mentions/> }
}
