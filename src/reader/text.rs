//! The text of an article with its marks: hits, actors, and the place that the link leads to.

use crate::marked::{self, Drawn};
use crate::state::App;
use dateline_engine::actors::{Mention, Zone};
use dateline_engine::corpus::{Article, ArticleId, Block, BlockKind};
use dateline_engine::search::{Hit, hits_in};
use dateline_engine::text::Span;
use dateline_engine::view::View;
use leptos::prelude::*;

/// What is marked in an article.
pub(super) struct Marks {
    pub(super) app: App,
    pub(super) id: ArticleId,
    pub(super) article: &'static Article,
    pub(super) hits: Vec<Hit>,
    /// The place that the link leads to.
    pub(super) here: Option<(Zone, Span)>,
    pub(super) view: View,
}

impl Marks {
    /// A block of the body.
    pub(super) fn block(&self, index: usize, block: &Block) -> AnyView {
        let inner = self.zone(Zone::Block(index as u32));
        let speaker = block.speaker.clone().map(|who| view! { <span class="speaker">{who}": "</span> });
        match block.kind {
            BlockKind::Heading => view! { <h3 class="text-heading">{inner}</h3> }.into_any(),
            BlockKind::Quote => {
                view! { <blockquote class="text-quote">{speaker}{inner}</blockquote> }.into_any()
            }
            kind => view! { <p class=paragraph_class(kind)>{speaker}{inner}</p> }.into_any(),
        }
    }

    /// The text of a zone.
    pub(super) fn zone(&self, zone: Zone) -> AnyView {
        let text = zone.of(self.article);
        match self.here.filter(|(at, _)| *at == zone) {
            Some((_, here)) => {
                let before = self.piece(zone, Span { start: 0, end: here.start });
                let inside = self.piece(zone, here);
                let after = self.piece(zone, Span { start: here.end, end: text.len() as u32 });
                view! { {before} <span class="here">{inside}</span> {after} }.into_any()
            }
            None => self.piece(zone, Span::new(0, text.len())),
        }
    }

    /// A piece of a zone; marks that reach over its ends are cut there.
    fn piece(&self, zone: Zone, piece: Span) -> AnyView {
        let cut = |span: Span| {
            let (start, end) = (span.start.max(piece.start), span.end.min(piece.end));
            (start < end).then(|| Span { start: start - piece.start, end: end - piece.start })
        };
        let hits: Vec<Span> = hits_in(&self.hits, zone).into_iter().filter_map(cut).collect();
        let mentions = self.app.explorer.counted_in(self.id, zone, self.view.rule());
        let mentions: Vec<(Span, Drawn)> = mentions
            .filter_map(|m| Some((cut(m.at)?, Drawn { label: self.label(m), class: class(m) })))
            .collect();
        marked::with_mentions(piece.of(zone.of(self.article)), &hits, &mentions).into_any()
    }

    /// `North Korea, demonym`.
    fn label(&self, mention: &Mention) -> String {
        let actor = mention.actor.and_then(|id| self.app.explorer.mentions.actor(id));
        let name = actor.map_or("Nobody named here", |a| &a.name);
        let doubt = if mention.sure { "" } else { ", usual reading" };
        format!("{name}, {}{doubt}", mention.form.name())
    }
}

fn paragraph_class(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::ListItem => "text-item",
        BlockKind::Caption => "text-caption",
        BlockKind::Standfirst => "text-standfirst",
        _ => "text-paragraph",
    }
}

fn class(mention: &Mention) -> &'static str {
    if mention.sure { "actor" } else { "actor actor-unsure" }
}
