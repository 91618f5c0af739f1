//! Evidence: the mentions behind a mark of a chart or the hits of a query, one a row with the words around it; for the
//! page, the command's concordance and files of comma-separated values.

use super::{Explorer, Selection};
use crate::actors::{ActorId, Mention, Zone};
use crate::corpus::{Article, ArticleId};
use crate::labels;
use crate::order;
use crate::search::{Hit, Kwic, folded};
use crate::view::{At, EVERYBODY, Near, Order, View};
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

impl<'e> Evidence<'e> {
    /// The words of the mention or the hit, and those to its left and right.
    pub fn context(&self) -> Kwic<'e> {
        Kwic::around(self.hit.zone.of(self.article), self.hit.at)
    }

    /// The row without its texts.
    pub fn kept(&self) -> EvidenceRow {
        EvidenceRow { id: self.id, hit: self.hit, mention: self.mention.cloned() }
    }

    /// The position at which the reader opens the article.
    pub fn at(&self) -> At {
        At { zone: self.hit.zone, start: self.hit.at.start }
    }
}

/// Where the article that a view opens stands among the rows that it opens, and the ways on.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The index of the row that is open; `None` where the article is open at another place.
    pub at: Option<usize>,
    /// The number of rows.
    pub of: usize,
    /// The index of the row that is open among those of the article.
    pub here: Option<usize>,
    /// The number of rows of the article.
    pub of_here: usize,
    /// The view of the row before, and of the row after.
    pub ways: [Option<View>; 2],
}

impl Explorer {
    /// Where the article that `view` opens stands among `rows`, which it opens, too; `None` where it opens no article or
    /// no rows. From an article at another place both ways lead to its first row, or to the first one of all.
    pub fn step(&self, rows: &[EvidenceRow], view: &View) -> Option<Step> {
        let name = view.article.as_ref().filter(|_| view.has_rows())?;
        let open = self.corpus.named(name);
        let of_it = |row: &&EvidenceRow| Some(row.id) == open;
        let is_open = |row: &EvidenceRow| of_it(&row) && view.at == Some(row.at());
        let at = rows.iter().position(is_open);
        let here = rows.iter().filter(of_it).position(is_open);
        let of_here = rows.iter().filter(of_it).count();
        let opened = |index: usize| {
            let row = rows.get(index)?;
            Some(view.open_article(&self.corpus.article(row.id)?.name, Some(row.at())))
        };
        let ways = match at {
            Some(at) => [at.checked_sub(1).and_then(opened), opened(at + 1)],
            None => [(); 2].map(|()| opened(rows.iter().position(|row| of_it(&row)).unwrap_or(0))),
        };
        Some(Step { at, of: rows.len(), here, of_here, ways })
    }

    /// The mentions of `actor` that count in `selection`, as rows in reading order: as many as its bar says.
    pub fn evidence(&self, selection: &Selection, actor: ActorId) -> Vec<Evidence<'_>> {
        self.evidence_where(selection, |_, mention| mention.actor == Some(actor))
    }

    /// All mentions that count in `selection`, as rows in reading order.
    pub fn all_evidence(&self, selection: &Selection) -> Vec<Evidence<'_>> {
        self.evidence_where(selection, |_, _| true)
    }

    fn evidence_where(
        &self,
        selection: &Selection,
        is_wanted: impl Fn(usize, &Mention) -> bool,
    ) -> Vec<Evidence<'_>> {
        let mention = |index: &usize| self.mentions.list.get(*index).filter(|m| is_wanted(*index, m));
        let rows = selection.mentions.iter().filter_map(mention);
        rows.filter_map(|m| self.row(m.article, Hit { zone: m.zone, at: m.at }, Some(m))).collect()
    }

    /// The rows that `view` opens, in its order: as many as the mark says that leads there. Empty where the view names
    /// an actor that the corpus does not have.
    pub fn rows(&self, selection: &Selection, view: &View) -> Vec<Evidence<'_>> {
        let of = |id: &Option<String>| id.as_ref().and_then(|id| self.mentions.named(id));
        if view.mentions.is_none() && view.hits {
            return self.concordance(selection, view.order);
        }
        let actor = match (view.mentions.as_deref(), of(&view.mentions)) {
            (Some(EVERYBODY), _) => None,
            (_, Some(actor)) => Some(actor),
            (_, None) => return Vec::new(),
        };
        let spelling = view.spelling.as_ref().map(|text| folded(text));
        let mut rows = self.evidence_where(selection, |index, mention| {
            actor.is_none_or(|actor| mention.actor == Some(actor))
                && (!view.assumed || !mention.sure)
                && view.form.is_none_or(|form| form == mention.form)
                && spelling.as_ref().is_none_or(|wanted| folded(self.surface(index)) == *wanted)
        });
        rows.retain(|row| view.bin.is_none_or(|bin| bin.holds(row.article.day())));
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

    /// What a mention counts for: `North Korea, adjective`.
    pub fn mention_label(&self, mention: &Mention) -> String {
        let actor = mention.actor.and_then(|id| self.mentions.actor(id));
        let name = actor.map_or("Nobody named here", |actor| &actor.name);
        [name, ", ", &labels::form_and_doubt(mention)].concat()
    }

    /// The row that was kept, with its texts; `None` where the corpus has no such article.
    pub fn row_of<'e>(&'e self, kept: &'e EvidenceRow) -> Option<Evidence<'e>> {
        self.row(kept.id, kept.hit, kept.mention.as_ref())
    }

    /// The row of `hit` in the article `id`; `None` where the corpus has no such article.
    fn row<'e>(&'e self, id: ArticleId, hit: Hit, mention: Option<&'e Mention>) -> Option<Evidence<'e>> {
        let article = self.corpus.article(id)?;
        Some(Evidence { article, id, hit, mention })
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
        Order::Left => order::by_cached_key(rows, |row| row.context().before()),
        Order::Right => order::by_cached_key(rows, |row| row.context().after()),
        Order::Form => order::by_key(rows, |row| row.mention.map(|m| m.form)),
        Order::Doubt => order::by_key(rows, |row| row.mention.map(|m| m.sure)),
        Order::Article => order::by_cached_key(rows, |row| folded(&row.article.title.text)),
        Order::Date => order::by_key(rows, |row| Reverse(row.article.day())),
    }
}

#[cfg(test)]
mod tests {
    use super::Evidence;
    use crate::actors::{Form, Gazetteer, annotate};
    use crate::explorer::Explorer;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::{Order, View};

    fn explorer() -> Explorer {
        let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.as_bytes().to_vec() };
        let files = vec![
            file(
                "a.txt",
                " date 2024-01-05 Norway sent a ship to Chile. The Norwegian crew slept on Friday.",
            ),
            file("b.txt", " date 2024-01-06 Chile thanked the sailors, and Norway wrote back on Saturday."),
        ];
        let corpus = parse(files, &Config::default()).corpus;
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        Explorer::new(corpus, mentions)
    }

    #[test]
    fn all_mentions_open_as_rows() {
        let explorer = explorer();
        let view = View::default().open_all_mentions();
        let selection = explorer.select(&view);
        let rows = explorer.rows(&selection, &view);
        assert_eq!(rows.len(), selection.mentions.len());
        let demonyms = View { form: Some(Form::Demonym), ..view };
        assert_eq!(explorer.rows(&selection, &demonyms).len(), 1);
        let kept: Vec<_> = rows.iter().map(Evidence::kept).collect();
        assert!(kept.iter().zip(&rows).all(|(kept, row)| explorer.row_of(kept).as_ref() == Some(row)));
    }

    #[test]
    fn steps_lead_from_row_to_row_across_articles() {
        let explorer = explorer();
        let rows = View { order: Order::Reading, ..View::default().open_mentions("norway") };
        let selection = explorer.select(&rows);
        let all: Vec<_> = explorer.rows(&selection, &rows).iter().map(Evidence::kept).collect();
        assert_eq!(explorer.step(&all, &rows), None, "no article is open");
        let first_article = explorer.corpus.articles[0].name.as_str();
        let mut view = rows.open_article(first_article, None);
        let mut seen = Vec::new();
        while let Some(step) = explorer.step(&all, &view) {
            seen.push((step.here, step.of_here, step.at, step.of));
            let [_, Some(next)] = step.ways else { break };
            view = next;
        }
        let [first, second] = [(Some(0), 2, Some(0), 3), (Some(1), 2, Some(1), 3)];
        assert_eq!(seen, [(None, 2, None, 3), first, second, (Some(0), 1, Some(2), 3)]);
        let [before, _] = explorer.step(&all, &view).map(|step| step.ways).unwrap_or_default();
        assert_eq!(before.and_then(|view| view.article).as_deref(), Some(first_article));
    }
}
