//! The text of an article with its marks: hits, actors, and the place that the link leads to.

use crate::element::{El, el};
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
    app: App,
    id: ArticleId,
    article: &'static Article,
    hits: Vec<Hit>,
    /// The place that the link leads to.
    here: Option<(Zone, Span)>,
    view: View,
}

impl Marks {
    /// The marks of what shows.
    pub(super) fn new(app: App, id: ArticleId, article: &'static Article) -> Marks {
        let view = app.current();
        let hits = app.selection.with_untracked(|selection| app.explorer.hits(selection, id));
        let here = app.explorer.place(&view, id, &hits);
        Marks { app, id, article, hits, here, view }
    }

    /// The words that the link quotes, where the article has them no longer.
    pub(super) fn lost(&self) -> Option<&str> {
        self.view.quote.as_deref().filter(|_| self.here.is_none())
    }

    /// A block of the body.
    pub(super) fn block(&self, index: usize, block: &Block) -> El {
        let speaker = block.speaker.clone().map(|who| el("span", "speaker").say(who).say(": "));
        let (tag, class) = match block.kind {
            BlockKind::Heading => return self.zone(el("h3", "text-heading"), Zone::Block(index as u32)),
            BlockKind::Quote => ("blockquote", "text-quote"),
            BlockKind::ListItem => ("p", "text-item"),
            BlockKind::Caption => ("p", "text-caption"),
            BlockKind::Standfirst => ("p", "text-standfirst"),
            _ => ("p", "text-paragraph"),
        };
        self.zone(el(tag, class).all(speaker), Zone::Block(index as u32))
    }

    /// `inside` with the text of a zone.
    pub(super) fn zone(&self, inside: El, zone: Zone) -> El {
        let text = zone.of(self.article);
        match self.here.filter(|(at, _)| *at == zone) {
            Some((_, here)) => {
                let inside = self.piece(inside, zone, Span { start: 0, end: here.start });
                let inside = inside.with(self.piece(el("span", "here"), zone, here));
                self.piece(inside, zone, Span { start: here.end, end: text.len() as u32 })
            }
            None => self.piece(inside, zone, Span::new(0, text.len())),
        }
    }

    /// `inside` with a piece of a zone; marks that reach over its ends are cut there.
    fn piece(&self, inside: El, zone: Zone, piece: Span) -> El {
        let cut = |span: Span| {
            let (start, end) = (span.start.max(piece.start), span.end.min(piece.end));
            (start < end).then(|| Span { start: start - piece.start, end: end - piece.start })
        };
        let hits: Vec<Span> = hits_in(&self.hits, zone).into_iter().filter_map(cut).collect();
        let mentions = self.app.explorer.counted_in(self.id, zone, self.view.rule());
        let mentions: Vec<(Span, Drawn)> = mentions
            .filter_map(|m| Some((cut(m.at)?, Drawn { label: self.label(m), class: class(m) })))
            .collect();
        marked::with_mentions(inside, piece.of(zone.of(self.article)), &hits, &mentions)
    }

    /// `North Korea, demonym`.
    fn label(&self, mention: &Mention) -> String {
        let actor = mention.actor.and_then(|id| self.app.explorer.mentions.actor(id));
        let name = actor.map_or("Nobody named here", |a| &a.name);
        let doubt = if mention.sure { "" } else { ", usual reading" };
        format!("{name}, {}{doubt}", mention.form.name())
    }
}

fn class(mention: &Mention) -> &'static str {
    if mention.sure { "actor" } else { "actor actor-unsure" }
}
