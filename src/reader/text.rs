//! The text of an article with its marks: hits, actors, and the place that the link leads to.

use crate::shared::{MarkedMentions, Tag};
use crate::state::Shown;
use dateline_engine::actors::{Dismissed, Mention, Zone, zones};
use dateline_engine::corpus::{Article, ArticleId, Block, BlockKind};
use dateline_engine::order;
use dateline_engine::search::{Hit, hits_in};
use dateline_engine::text::Span;
use dateline_engine::view::{At, CountingRule, View};
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
    /// The actors whose rows are open.
    chosen: Vec<String>,
    /// The first mention, at which Tab stops.
    first: Option<At>,
    /// What looks like an actor and does not count.
    dismissed: Vec<Dismissed>,
}

impl Marks {
    /// The marks of what shows.
    pub(super) fn new(
        shown: Shown,
        view: &View,
        id: ArticleId,
        article: &'static Article,
        dismissed: Vec<Dismissed>,
    ) -> Marks {
        let hits = shown.explorer().hits(&shown.selection, id);
        let here = shown.explorer().place(view, id, &hits);
        let rule = view.rule();
        let counted = |zone| shown.explorer().counted_in(id, zone, rule).next();
        let first = zones(article).find_map(|(zone, _)| counted(zone));
        let first = first.map(|mention| At { zone: mention.zone, start: mention.at.start });
        let chosen = view.mentions.iter().chain(&view.with).cloned().collect();
        Marks { shown, rule, id, article, hits, here, quote: view.quote.clone(), chosen, first, dismissed }
    }

    /// The words that the link quotes, where the article has them no longer.
    pub(super) fn lost(&self) -> Option<&str> {
        self.quote.as_deref().filter(|_| self.here.is_none())
    }

    /// How a mention is drawn; one of an actor whose rows are open in the colour of its form.
    fn tag(&self, mention: &Mention) -> Tag {
        let actor = mention.actor.and_then(|id| self.shown.explorer().mentions.actor(id));
        let is_chosen = actor.is_some_and(|actor| self.chosen.contains(&actor.id));
        let mut class = if mention.sure { "actor" } else { "actor actor-unsure" }.to_owned();
        if is_chosen {
            class.push_str(" actor-chosen part-");
            class.push_str(mention.form.name());
        }
        let at = At { zone: mention.zone, start: mention.at.start };
        let stop = if self.first == Some(at) { "0" } else { "-1" };
        Tag { label: self.shown.explorer().mention_label(mention), class, at: at.to_string(), stop }
    }
}

/// How a name is drawn that does not count.
fn quiet(zone: Zone, at: Span) -> Tag {
    let at = At { zone, start: at.start };
    Tag { label: "Not counted".to_owned(), class: "dismissed".to_owned(), at: at.to_string(), stop: "-1" }
}

/// A block of the body.
pub(super) fn block(marks: &Marks, index: usize, block: &Block) -> impl IntoView + use<> {
    let zone = zone(marks, Zone::Block(index as u32));
    let speaker = block.speaker.clone().map(|who| view! { <span class="speaker">{who}": "</span> });
    let text = view! { {speaker}{zone} };
    match block.kind {
        BlockKind::Heading => view! { <h3 class="text-heading" data-row="">{text}</h3> }.into_any(),
        BlockKind::Quote => {
            view! { <blockquote class="text-quote" data-row="">{text}</blockquote> }.into_any()
        }
        BlockKind::ListItem => view! { <p class="text-item" data-row="">{text}</p> }.into_any(),
        BlockKind::Caption => view! { <p class="text-caption" data-row="">{text}</p> }.into_any(),
        BlockKind::Standfirst => view! { <p class="text-standfirst" data-row="">{text}</p> }.into_any(),
        _ => view! { <p class="text-paragraph" data-row="">{text}</p> }.into_any(),
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
    let explorer = marks.shown.explorer();
    let counted = explorer.counted_in(marks.id, zone, marks.rule);
    let counted = counted.filter_map(|m| Some((cut(m.at)?, marks.tag(m))));
    // Once for every mark that does not count, whatever the reason.
    let left_out = explorer.left_out_in(marks.id, zone, marks.rule).map(|m| m.at);
    let dismissed = marks.dismissed.iter().filter(|it| it.zone == zone).map(|it| it.at);
    let quiet = left_out.chain(dismissed).filter_map(|at| Some((cut(at)?, quiet(zone, at))));
    let mut mentions: Vec<(Span, Tag)> = counted.chain(quiet).collect();
    order::by_key(&mut mentions, |(span, _)| span.start);
    view! { <MarkedMentions text=piece.of(zone.of(marks.article)) hits=&hits mentions=&mentions/> }
}
