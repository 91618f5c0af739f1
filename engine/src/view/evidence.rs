//! Evidence: the mentions behind a mark of a chart and the hits of a query, a row each, among the words around them.

use super::{Explorer, Order, Selection, View};
use crate::actors::{ActorId, Mention};
use crate::corpus::Article;
use crate::order;
use crate::search::{self, Context, Hit};
use crate::text::Tokens;
use std::cmp::Reverse;

/// A mention among the words around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence<'e> {
    /// The mention.
    pub mention: &'e Mention,
    /// The article.
    pub article: &'e Article,
    /// The words before it.
    pub left: &'e str,
    /// The words that name the actor.
    pub surface: &'e str,
    /// The words after it.
    pub right: &'e str,
}

/// A hit among the words around it, as a line of a concordance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<'e> {
    /// The article.
    pub article: &'e Article,
    /// The hit.
    pub hit: Hit,
    /// The words around it.
    pub context: Context<'e>,
}

impl Explorer {
    /// The mentions of `actor` in `selection`, as rows in reading order; as many as its bar says.
    pub fn evidence(&self, selection: &Selection, actor: ActorId) -> Vec<Evidence<'_>> {
        let of_actor = |i: &usize| self.mentions.list.get(*i).filter(|m| m.actor == Some(actor));
        selection.mentions.iter().filter_map(of_actor).filter_map(|mention| self.row(mention)).collect()
    }

    /// The rows that `view` opens, in its order; as many as the mark says that leads there. None where it
    /// names nobody of this corpus.
    pub fn rows(&self, selection: &Selection, view: &View) -> Vec<Evidence<'_>> {
        let of = |id: &Option<String>| id.as_ref().and_then(|id| self.mentions.named(id));
        let Some(actor) = of(&view.mentions) else { return Vec::new() };
        let mut rows = self.evidence(selection, actor);
        rows.retain(|row| {
            view.form.is_none_or(|form| form == row.mention.form)
                && view.bin.is_none_or(|bin| bin.holds(row.article.day()))
        });
        if view.with.is_some() {
            let other = of(&view.with);
            let others = |m: &&Mention| other.is_some() && m.actor == other;
            let others = selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)).filter(others);
            rows = nearest(rows, &others.collect::<Vec<_>>());
        }
        sort(&mut rows, view.order);
        rows
    }

    /// Every hit of the query of `selection` in its articles, a line each. A query for an actor (`actor:norway`) hits its
    /// mentions.
    pub fn concordance(&self, selection: &Selection, order: search::Order) -> Vec<Line<'_>> {
        let mut articles: Vec<_> = selection.articles.iter().map(|chosen| chosen.id).collect();
        order::by_key(&mut articles, |it| *it);
        let lines = articles.into_iter().filter_map(|id| Some((id, self.corpus.article(id)?)));
        let lines = lines.flat_map(|(id, article)| {
            let hits = self.hits(selection, id).into_iter();
            hits.map(move |hit| Line { article, hit, context: Context::around(hit.zone.of(article), hit.at) })
        });
        let mut lines: Vec<Line<'_>> = lines.collect();
        search::sort(&mut lines, order, |line| line.context);
        lines
    }

    fn row<'e>(&'e self, mention: &'e Mention) -> Option<Evidence<'e>> {
        let article = self.corpus.article(mention.article)?;
        let Context { left, middle, right } = Context::around(mention.zone.of(article), mention.at);
        Some(Evidence { mention, article, left, surface: middle, right })
    }
}

/// Of the rows in each paragraph, the one nearest to one of `others` there; none where there is no other.
fn nearest<'e>(rows: Vec<Evidence<'e>>, others: &[&Mention]) -> Vec<Evidence<'e>> {
    let distance = |row: &Evidence<'_>| {
        let here = others.iter().filter(|o| (o.article, o.zone) == (row.mention.article, row.mention.zone));
        here.map(|other| other.at.start.abs_diff(row.mention.at.start)).min()
    };
    let mut kept: Vec<(u32, Evidence<'e>)> = Vec::new();
    for row in rows {
        let Some(far) = distance(&row) else { continue };
        match kept.last_mut() {
            Some((least, last))
                if (last.mention.article, last.mention.zone) == (row.mention.article, row.mention.zone) =>
            {
                if far < *least {
                    (*least, *last) = (far, row);
                }
            }
            _ => kept.push((far, row)),
        }
    }
    kept.into_iter().map(|(_, row)| row).collect()
}

/// Rows that are equal in `order` stay as the corpus reads.
fn sort(rows: &mut [Evidence<'_>], order: Order) {
    let words = |text: &str| Tokens::of(text).iter().map(|t| t.folded.to_owned()).collect::<Vec<_>>();
    match order {
        Order::Reading => {}
        Order::Left => order::by_cached_key(rows, |row| {
            let mut words = words(row.left);
            words.reverse();
            words
        }),
        Order::Right => order::by_cached_key(rows, |row| words(row.right)),
        Order::Form => order::by_key(rows, |row| row.mention.form),
        Order::Doubt => order::by_key(rows, |row| row.mention.sure),
        Order::Article => order::by_cached_key(rows, |row| words(&row.article.title.text)),
        Order::Date => order::by_key(rows, |row| Reverse(row.article.day())),
    }
}
