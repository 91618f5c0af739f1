//! Which outlet mentions whom how often: actors in rows, the outlets with most articles in columns, the others together
//! in a last one.

use super::amount::Amount;
use super::build::{NOBODY, articles_of, left_out, rate_head};
use super::figure::{Drawn, HeatCell, HeatHead, HeatPlot, HeatRow, Mark, Plot};
use super::table::{Cell, Table};
use crate::actors::ActorId;
use crate::corpus::{Article, ArticleId};
use crate::explorer::{Explorer, Selection};
use crate::order;
use crate::view::{Measure, View};
use crate::wording;
use std::cmp::Reverse;
use std::collections::HashMap;

/// More columns of outlets than this do not fit beside the list.
const MOST: usize = 6;
/// The title rests on so many articles, if any number does: one article is no habit of an outlet.
const ENOUGH: u32 = 2;

/// An outlet, or several together.
struct OutletColumn {
    /// How it is called.
    name: String,
    /// Whether it is one outlet.
    is_one: bool,
    /// The list of its articles.
    list: View,
    /// The number of its articles that count.
    articles: u32,
    /// What its rates are of.
    of: u32,
    /// For each actor, the mentions, and the articles with one.
    counts: Vec<(u32, u32)>,
}

impl Explorer {
    pub(super) fn by_outlet(&self, selection: &Selection, view: &View, most: usize, tabled: bool) -> Drawn {
        let measure = view.measure;
        let columns = self.columns(selection, view);
        let value =
            |(mentions, articles): (u32, u32)| if measure.of_articles() { articles } else { mentions };
        let counted = |column: &OutletColumn, id: ActorId| {
            column.counts.get(id.0 as usize).copied().unwrap_or_default()
        };
        let in_all = |id: ActorId| columns.iter().map(|column| value(counted(column, id))).sum::<u32>();
        let mut ids: Vec<(u32, ActorId)> =
            selection.actors.iter().map(|c| (in_all(c.actor), c.actor)).collect();
        ids.retain(|(value, _)| *value > 0);
        order::by_key(&mut ids, |(value, _)| Reverse(*value));
        let rest = ids.split_off(ids.len().min(most));
        let share = |value: u32, of: u32| match measure.is_rate() {
            true => f64::from(value) / f64::from(of.max(1)),
            false => f64::from(value),
        };
        let all = ids.iter().flat_map(|(_, id)| columns.iter().map(move |column| (column, *id)));
        let highest = all.clone().map(|(column, id)| share(value(counted(column, id)), column.of));
        let highest = highest.fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        let cell = |column: &OutletColumn, id: ActorId| {
            let actor = self.actor(&column.list, id)?;
            let (mentions, articles) = counted(column, id);
            let value = value((mentions, articles));
            let amount = Amount { measure, value, of: column.of };
            let rests = match measure {
                Measure::PerThousand => {
                    let mentions = wording::count(mentions as usize, "mention");
                    format!(", {mentions} in {}", wording::count(articles as usize, "article"))
                }
                Measure::Share => format!(", {} of {}", articles, column.articles),
                _ => String::new(),
            };
            let opens = match measure.of_articles() {
                true => articles_of(&column.list, &actor),
                false => column.list.open_mentions(&actor.id),
            };
            let mark = Mark {
                value,
                written: amount.written(),
                start: 0.0,
                length: share(value, column.of) / highest,
                says: format!("{}, {}: {}{rests}", actor.name, column.name, amount.says()),
                opens,
            };
            let note = if measure.is_rate() && value > 0 {
                format!("n {}", wording::number(value as usize))
            } else {
                String::new()
            };
            Some(HeatCell { mark, note })
        };
        let row = |(_, id): &(u32, ActorId)| {
            let cells = columns.iter().filter_map(|column| cell(column, *id)).collect();
            Some(HeatRow { actor: self.actor(view, *id)?, cells })
        };
        let rows: Vec<HeatRow> = ids.iter().filter_map(row).collect();
        // What the title is about: one outlet and one actor, and enough articles where there are any.
        let candidates = all.filter(|(column, _)| column.is_one);
        let most_of = |least: u32| {
            let rest = candidates.clone().filter(|(column, id)| counted(column, *id).1 >= least);
            let rated = rest.map(|(column, id)| (share(value(counted(column, id)), column.of), column, id));
            rated.reduce(|most, next| if next.0 > most.0 { next } else { most })
        };
        let first = most_of(1);
        let firm = if measure.is_rate() { most_of(ENOUGH).or(first) } else { first };
        let is_first =
            |(share, ..): &(f64, &OutletColumn, ActorId)| first.is_some_and(|(most, ..)| *share >= most);
        let title = firm.and_then(|found| {
            let (_, column, id) = found;
            let actor = &self.mentions.actor(id)?.name;
            let (mentions, articles) = counted(column, id);
            let amount = Amount { measure, value: value((mentions, articles)), of: column.of }.written();
            let articles = wording::count(articles as usize, "article");
            let apart = if is_first(&found) { "" } else { "Apart from single articles, " };
            let outlet = match column.list.outlets.iter().any(String::is_empty) {
                true => "articles of unknown source",
                false => column.name.as_str(),
            };
            Some(match measure {
                Measure::Mentions => {
                    format!("{actor} is mentioned most in {outlet}, {} in {articles}", wording::times(mentions))
                }
                Measure::PerThousand => {
                    format!("{apart}{actor} is mentioned most in {outlet}, {amount} times per 1,000 words in {articles}")
                }
                Measure::Articles => format!("{actor} is mentioned in most articles in {outlet}, {amount}"),
                Measure::Share => {
                    format!("{apart}{actor} is mentioned most in {outlet}, in {amount} of its articles, {articles}")
                }
            })
        });
        let note = |column: &OutletColumn| wording::count(column.articles as usize, "article");
        let head = |column: &OutletColumn| {
            let on = column.is_one && view.outlets == column.list.outlets;
            let opens = if on { View { outlets: Vec::new(), ..view.clone() } } else { column.list.clone() };
            HeatHead {
                name: column.name.clone(),
                note: note(column),
                on,
                opens: column.is_one.then_some(opens),
            }
        };
        let values = rest.iter().map(|(value, _)| value).sum();
        let left_out = left_out(rest.len(), (!measure.of_articles()).then_some(values));
        let table = match tabled {
            true => {
                let others =
                    |column: &OutletColumn| rest.iter().map(|(_, id)| value(counted(column, *id))).sum();
                let others = columns.iter().map(others).collect();
                table(measure, &columns, &rows, (rest.len(), others))
            }
            false => Table::default(),
        };
        let plot = Plot::Heat(HeatPlot { columns: columns.iter().map(head).collect(), rows });
        Drawn { title: title.unwrap_or_else(|| NOBODY.to_owned()), left_out, plot, addition: None, table }
    }

    /// The outlets of `selection`, most articles first, the one without a name behind those that have one; what does not
    /// fit in one column. What a column counts is what the list of its articles counts.
    fn columns(&self, selection: &Selection, view: &View) -> Vec<OutletColumn> {
        let outlet = |id: ArticleId| self.corpus.article(id).map_or("", Article::outlet_name);
        let mut found: HashMap<&str, u32> = HashMap::new();
        selection.articles.iter().for_each(|ranked| *found.entry(outlet(ranked.id)).or_default() += 1);
        let mut outlets: Vec<(&str, u32)> = found.into_iter().collect();
        order::by_key(&mut outlets, |(name, articles)| (Reverse(*articles), *name));
        // One outlet has a column, whether it is called the others or by its name.
        let others = match outlets.len() <= MOST + 1 {
            true => Vec::new(),
            false => outlets.split_off(MOST),
        };
        order::by_key(&mut outlets, |(name, _)| name.is_empty());
        let names: Vec<String> = outlets.iter().map(|(name, _)| (*name).to_owned()).collect();
        let place = |id: ArticleId| {
            let own = outlet(id);
            names.iter().position(|name| name == own).unwrap_or(names.len())
        };
        let mut columns: Vec<OutletColumn> = Vec::new();
        for (name, _) in &outlets {
            let list = View { outlets: vec![(*name).to_owned()], ..view.clone() };
            columns.push(self.column(wording::outlet(name).to_owned(), true, list));
        }
        if !others.is_empty() {
            let mut list = view.clone();
            list.outlets.retain(|name| !names.contains(name));
            list.not_outlets.extend(names.iter().filter(|name| !view.not_outlets.contains(name)).cloned());
            let name = format!("{} other sources", wording::number(others.len()));
            columns.push(self.column(name, false, list));
        }
        if view.each_story_once {
            // Of a story that two outlets tell, each has its own copy.
            for column in &mut columns {
                let own = self.select(&column.list);
                self.tally(column, own.mentions.iter().copied(), own.counted(), view);
            }
            return columns;
        }
        let places: HashMap<ArticleId, usize> = selection.counted().map(|id| (id, place(id))).collect();
        for (at, column) in columns.iter_mut().enumerate() {
            let is_here = |id: ArticleId| places.get(&id) == Some(&at);
            let here = |index: &usize| self.mentions.list.get(*index).is_some_and(|m| is_here(m.article));
            let mentions = selection.mentions.iter().copied().filter(here);
            self.tally(column, mentions, selection.counted().filter(|id| is_here(*id)), view);
        }
        columns
    }

    /// A column in which nothing is counted yet.
    fn column(&self, name: String, is_one: bool, list: View) -> OutletColumn {
        let counts = vec![(0, 0); self.mentions.actors.len()];
        OutletColumn { name, is_one, list, articles: 0, of: 0, counts }
    }

    /// Counts `articles` and their `mentions`, which are in the order of the corpus, into `column`.
    fn tally(
        &self,
        column: &mut OutletColumn,
        mentions: impl Iterator<Item = usize>,
        articles: impl Iterator<Item = ArticleId>,
        view: &View,
    ) {
        let rule = view.rule();
        for id in articles {
            column.articles += 1;
            column.of += if view.measure == Measure::PerThousand { self.words(&rule, id) } else { 1 };
        }
        let mut last = vec![None; column.counts.len()];
        for mention in mentions.filter_map(|index| self.mentions.list.get(index)) {
            let Some(actor) = mention.actor.map(|actor| actor.0 as usize) else { continue };
            let (Some((mentions, articles)), Some(last)) =
                (column.counts.get_mut(actor), last.get_mut(actor))
            else {
                continue;
            };
            *mentions += 1;
            *articles += u32::from(last.replace(mention.article) != Some(mention.article));
        }
    }
}

/// The rows as a table: beside each rate what it is of; and the actors that are not drawn, so many of them, together.
fn table(measure: Measure, columns: &[OutletColumn], rows: &[HeatRow], others: (usize, Vec<u32>)) -> Table {
    let mut head = vec!["Actor".to_owned()];
    for OutletColumn { name, .. } in columns {
        match measure.is_rate() {
            true => {
                let of = if measure.of_articles() { "articles" } else { "mentions" };
                head.push(format!("{name}: {of}"));
                head.push(format!("{name}: {}", rate_head(measure).to_ascii_lowercase()));
            }
            false => head.push(name.clone()),
        }
    }
    let rate = |value: u32, column: &OutletColumn| {
        let amount = Amount { measure, value, of: column.of };
        measure.is_rate().then(|| Cell::text(amount.plain()))
    };
    let line = |row: &HeatRow| {
        let mut cells = vec![Cell::of(&row.actor.name, row.actor.include.clone())];
        for (HeatCell { mark, .. }, column) in row.cells.iter().zip(columns) {
            cells.push(Cell::count(mark.value, mark.opens.clone()));
            cells.extend(rate(mark.value, column));
        }
        cells
    };
    let mut rows: Vec<Vec<Cell>> = rows.iter().map(line).collect();
    let (left_out, values) = others;
    // Articles are not summed, because one article mentions several actors.
    if left_out > 0 && !measure.of_articles() {
        let mut cells = vec![Cell::text(wording::count(left_out, "other"))];
        for (value, column) in values.into_iter().zip(columns) {
            cells.push(Cell::number(value));
            cells.extend(rate(value, column));
        }
        rows.push(cells);
    }
    Table { head, rows }
}

#[cfg(test)]
mod tests {
    use crate::actors::{Gazetteer, annotate};
    use crate::explorer::Explorer;
    use crate::figures::{Figure, HeatPlot, Plot};
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::{View, from_fragment};

    /// Ten papers with ever fewer articles, and two articles of nobody.
    fn explorer() -> Explorer {
        let article = |paper: usize, n: usize| {
            let source = if paper == 10 { String::new() } else { format!(r#""source": "Paper {paper}", "#) };
            format!(
                r#"{{"title": "Ships of {paper} and {n}", {source}"date": "2024-03-{:02}", "text": "Norway sent ship {n}{paper} to Chile in winter. The Norwegian crew of number {n} slept on day {paper} in the harbour."}}"#,
                paper + 1
            )
        };
        let lines = (0..11).flat_map(|paper| (0..12 - paper).map(move |n| article(paper, n)));
        let text = lines.collect::<Vec<_>>().join("\n");
        let files = vec![SourceFile { name: "a.ndjson".into(), bytes: text.into_bytes() }];
        let corpus = parse(files, &Config::default()).corpus;
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        Explorer::new(corpus, mentions)
    }

    fn drawn(explorer: &Explorer, fragment: &str) -> (View, Figure, HeatPlot) {
        let view = from_fragment(&format!("chart=where&{fragment}")).0;
        let figure = explorer.figure(&explorer.select(&view), &view, 15);
        let Plot::Heat(plot) = figure.plot.clone() else { panic!("{fragment}: a table of numbers") };
        (view, figure, plot)
    }

    #[test]
    fn what_does_not_fit_is_one_column() {
        let explorer = explorer();
        for (fragment, last) in [
            ("", "5 other sources"),
            ("once=on", "5 other sources"),
            ("measure=per-thousand&-source=Paper+9", "4 other sources"),
            ("source=Paper+1&source=Paper+2&source=", "source unknown"),
            ("source=Paper+1&source=nothing", "Paper 1"),
        ] {
            let (_, figure, plot) = drawn(&explorer, fragment);
            let names: Vec<_> = plot.columns.iter().map(|head| head.name.as_str()).collect();
            assert_eq!(names.last(), Some(&last), "{fragment}: {names:?}");
            assert!(plot.columns.len() <= super::MOST + 1, "{fragment}: {names:?}");
            assert_eq!(
                plot.columns.last().and_then(|head| head.opens.as_ref()).is_none(),
                last.ends_with("sources")
            );
            for row in &plot.rows {
                for (cell, head) in row.cells.iter().zip(&plot.columns) {
                    let rows = explorer.rows(&explorer.select(&cell.mark.opens), &cell.mark.opens);
                    assert_eq!(
                        rows.len(),
                        cell.mark.value as usize,
                        "{fragment}: {} {}",
                        row.actor.name,
                        head.name
                    );
                }
            }
            assert!(figure.title.starts_with("Norway is mentioned most in "), "{fragment}: {}", figure.title);
        }
    }

    #[test]
    fn a_head_filters_by_its_source_and_no_longer() {
        let explorer = explorer();
        let (view, _, plot) = drawn(&explorer, "source=Paper+1&source=Paper+2");
        let only = plot.columns.first().and_then(|head| head.opens.clone()).expect("a filter");
        assert_eq!((only.outlets.as_slice(), plot.columns[0].on), (&["Paper 1".to_owned()][..], false));
        let plot = drawn(&explorer, "source=Paper+1").2;
        let every = plot.columns.first().and_then(|head| head.opens.clone()).expect("a filter");
        assert!(plot.columns[0].on && every.outlets.is_empty(), "{:?}", every.outlets);
        assert_eq!(every.chart, view.chart);
    }
}
