//! Evidence: the mentions behind a mark of a chart or the hits of a query, one a row with the words around it; for the
//! page, the command's concordance and files of comma-separated values.

use super::{Explorer, Selection};
use crate::actors::{ActorId, Mention, Zone};
use crate::corpus::{Article, ArticleId};
use crate::order;
use crate::search::{Hit, Kwic, folded};
use crate::view::{At, Near, Order, View};
use std::cmp::Reverse;

/// A mention or a hit with the words around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence<'e> {
    /// The article.
    pub article: &'e Article,
    /// The article's id.
    pub id: ArticleId,
    /// The zone, and the span in bytes of its text.
    pub hit: Hit,
    /// The words of the mention or the hit, and those to its left and right.
    pub context: Kwic<'e>,
    /// The mention; `None` for a hit.
    pub mention: Option<&'e Mention>,
}

/// A mention or a hit by itself, for who keeps it longer than its explorer.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRow {
    /// The article's id.
    pub id: ArticleId,
    /// The zone, and the span in bytes of its text.
    pub hit: Hit,
    /// The mention; `None` for a hit.
    pub mention: Option<Mention>,
}

impl EvidenceRow {
    /// The position at which the reader opens the article.
    pub fn at(&self) -> At {
        At { zone: self.hit.zone, start: self.hit.at.start }
    }
}

impl Evidence<'_> {
    /// The row without its texts.
    pub fn kept(&self) -> EvidenceRow {
        EvidenceRow { id: self.id, hit: self.hit, mention: self.mention.cloned() }
    }

    /// The position at which the reader opens the article.
    pub fn at(&self) -> At {
        At { zone: self.hit.zone, start: self.hit.at.start }
    }
}

impl Explorer {
    /// The mentions of `actor` that count in `selection`, as rows in reading order: as many as its bar says.
    pub fn evidence(&self, selection: &Selection, actor: ActorId) -> Vec<Evidence<'_>> {
        let of_actor = |i: &usize| self.mentions.list.get(*i).filter(|m| m.actor == Some(actor));
        let rows = selection.mentions.iter().filter_map(of_actor);
        rows.filter_map(|m| self.row(m.article, Hit { zone: m.zone, at: m.at }, Some(m))).collect()
    }

    /// The rows that `view` opens, in its order: as many as the mark says that leads there. Empty where the view names
    /// an actor that the corpus does not have.
    pub fn rows(&self, selection: &Selection, view: &View) -> Vec<Evidence<'_>> {
        let of = |id: &Option<String>| id.as_ref().and_then(|id| self.mentions.named(id));
        if view.mentions.is_none() && view.hits {
            return self.concordance(selection, view.order);
        }
        let Some(actor) = of(&view.mentions) else { return Vec::new() };
        let mut rows = self.evidence(selection, actor);
        let spelling = view.spelling.as_ref().map(|text| folded(text));
        rows.retain(|row| {
            view.form.is_none_or(|form| row.mention.is_some_and(|m| form == m.form))
                && view.bin.is_none_or(|bin| bin.holds(row.article.day()))
                && spelling.as_ref().is_none_or(|wanted| folded(row.context.middle) == *wanted)
        });
        if view.with.is_some() {
            let other = of(&view.with);
            let others = |m: &&Mention| other.is_some() && m.actor == other;
            let others = selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)).filter(others);
            rows = nearest(rows, &others.collect::<Vec<_>>(), view.near);
        }
        sort(&mut rows, view.order);
        rows
    }

    /// The hits of the query of `selection` in its articles, as rows in `order`. A query for an actor (`actor:norway`)
    /// hits its mentions.
    pub fn concordance(&self, selection: &Selection, order: Order) -> Vec<Evidence<'_>> {
        let mut articles: Vec<_> = selection.articles.iter().map(|ranked| ranked.id).collect();
        order::by_key(&mut articles, |it| *it);
        let mut rows = Vec::new();
        for id in articles {
            let hits = self.hits(selection, id).into_iter();
            rows.extend(hits.filter_map(|hit| self.row(id, hit, None)));
        }
        sort(&mut rows, order);
        rows
    }

    /// The row that was kept, with its texts; `None` where the corpus has no such article.
    pub fn row_of<'e>(&'e self, kept: &'e EvidenceRow) -> Option<Evidence<'e>> {
        self.row(kept.id, kept.hit, kept.mention.as_ref())
    }

    /// The row of `hit` in the article `id`; `None` where the corpus has no such article.
    fn row<'e>(&'e self, id: ArticleId, hit: Hit, mention: Option<&'e Mention>) -> Option<Evidence<'e>> {
        let article = self.corpus.article(id)?;
        let context = Kwic::around(hit.zone.of(article), hit.at);
        Some(Evidence { article, id, hit, context, mention })
    }
}

/// The row of each article or paragraph that is nearest to one of `others` in it, by bytes; an article or paragraph
/// without one of `others` has no row. Two zones of an article are equally far apart, whichever they are.
fn nearest<'e>(rows: Vec<Evidence<'e>>, others: &[&Mention], near: Near) -> Vec<Evidence<'e>> {
    let together = |row: &Evidence<'_>, article: ArticleId, zone: Zone| {
        row.id == article && (near == Near::Article || row.hit.zone == zone)
    };
    let distance = |row: &Evidence<'_>| {
        let here = others.iter().filter(|other| together(row, other.article, other.zone));
        let far = |other: &&Mention| match other.zone == row.hit.zone {
            true => other.at.start.abs_diff(row.hit.at.start),
            false => u32::MAX,
        };
        here.map(far).min()
    };
    let mut kept: Vec<(u32, Evidence<'e>)> = Vec::new();
    for row in rows {
        let Some(far) = distance(&row) else { continue };
        match kept.last_mut() {
            Some((least, last)) if together(last, row.id, row.hit.zone) => {
                if far < *least {
                    (*least, *last) = (far, row);
                }
            }
            _ => kept.push((far, row)),
        }
    }
    kept.into_iter().map(|(_, row)| row).collect()
}

/// Sorts rows; those that are equal in `order` stay in the order of the corpus.
fn sort(rows: &mut [Evidence<'_>], order: Order) {
    match order {
        Order::Reading => {}
        Order::Left => order::by_cached_key(rows, |row| row.context.before()),
        Order::Right => order::by_cached_key(rows, |row| row.context.after()),
        Order::Form => order::by_key(rows, |row| row.mention.map(|m| m.form)),
        Order::Doubt => order::by_key(rows, |row| row.mention.map(|m| m.sure)),
        Order::Article => order::by_cached_key(rows, |row| folded(&row.article.title.text)),
        Order::Date => order::by_key(rows, |row| Reverse(row.article.day())),
    }
}
