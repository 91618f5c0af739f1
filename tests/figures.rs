//! Charts for any view: what a mark says is what it opens, and the marks of a chart sum to the selection.

mod dice;
mod material;
mod sources;

use dateline_engine::view::figure::{Figure, Mark, Plot, svg, table};
use dateline_engine::view::{Chart, Explorer, Measure, Near, Order, Selection, View};
use material::every_view;

/// Calls `check` with the figure of every seeded view of every corpus.
fn every_figure(chart: Chart, check: impl Fn(&Explorer, &View, &Selection, &Figure, &str)) {
    every_view(|explorer, material, view, dice, name| {
        let mut view = View { chart, measure: *dice.pick(Measure::ALL), ..view.clone() };
        view.near = *dice.pick(Near::ALL);
        if dice.once_in(3) {
            view.lines = vec![dice.pick(&material.actors).clone(), dice.pick(&material.actors).clone()];
            view.lines.dedup();
        }
        let selection = explorer.select(&view);
        let figure = explorer.figure(&selection, &view, usize::MAX);
        let name = format!("{name}, {:?}, {:?}, {:?}", view.measure, view.near, view.lines);
        check(explorer, &view, &selection, &figure, &name);
    });
}

/// A mark opens as many rows of evidence, or articles, as it says.
fn opens(explorer: &Explorer, mark: &Mark, articles: bool, name: &str) {
    if mark.value == 0 {
        return;
    }
    let selection = explorer.select(&mark.opens);
    let opened =
        if articles { selection.articles.len() } else { explorer.rows(&selection, &mark.opens).len() };
    assert_eq!(opened, mark.value as usize, "{name}: {}", mark.says);
}

#[test]
fn bars_open_what_they_say() {
    every_figure(Chart::Bars, |explorer, view, selection, figure, name| {
        let Plot::Bars(rows) = &figure.plot else { panic!("{name}: bars") };
        let articles = view.measure == Measure::Articles;
        for row in rows {
            opens(explorer, &row.whole, articles, name);
            for (_, part) in &row.parts {
                opens(explorer, part, false, name);
            }
            if !articles {
                let parts: u32 = row.parts.iter().map(|(_, part)| part.value).sum();
                assert_eq!(parts, row.whole.value, "{name}: the parts of {}", row.actor.name);
            }
        }
        if !articles {
            let sum: u32 = rows.iter().map(|row| row.whole.value).sum();
            assert_eq!(sum as usize, selection.mentions.len(), "{name}: sum of the bars");
            let forms: u32 = explorer.forms(selection).iter().map(|(_, count)| count).sum();
            assert_eq!(forms, sum, "{name}: sum of the forms");
        }
        assert!(rows.iter().all(|row| row.whole.length <= 1.0 && row.whole.length > 0.0), "{name}");
    });
}

#[test]
fn columns_open_what_they_say() {
    every_figure(Chart::Time, |explorer, view, selection, figure, name| {
        let Plot::Time(plot) = &figure.plot else { panic!("{name}: columns") };
        let articles = view.measure == Measure::Articles;
        for row in &plot.rows {
            let id = explorer.mentions.named(&row.actor.id).expect("an actor of the corpus");
            let count = selection.actors.iter().find(|c| c.actor == id).expect("an actor of the corpus");
            let whole = if articles { count.articles } else { count.mentions };
            let marks: Vec<&Mark> = row.marks.iter().flatten().collect();
            assert_eq!(marks.iter().map(|mark| mark.value).sum::<u32>(), whole, "{name}: {}", row.actor.name);
            assert_eq!(row.total, whole, "{name}: {}", row.actor.name);
            for mark in marks {
                let undated = mark.opens.bin.is_some();
                if !(articles && undated) {
                    opens(explorer, mark, articles, name);
                }
            }
        }
    });
}

#[test]
fn pairs_open_what_they_say() {
    every_figure(Chart::Pairs, |explorer, view, _, figure, name| {
        let Plot::Pairs(rows) = &figure.plot else { panic!("{name}: pairs") };
        for (at, row) in rows.iter().enumerate() {
            assert_eq!(row.marks.len(), at, "{name}: half a matrix");
            row.marks.iter().for_each(|mark| opens(explorer, mark, view.near == Near::Article, name));
        }
    });
}

#[test]
fn the_table_opens_what_it_says() {
    for chart in Chart::ALL {
        every_figure(*chart, |explorer, _, _, figure, name| {
            for row in &figure.table.rows {
                assert_eq!(row.len(), figure.table.head.len(), "{name}");
                for (cell, head) in row.iter().zip(&figure.table.head) {
                    let (Ok(said), Some(opened)) = (cell.text.parse::<usize>(), &cell.opens) else {
                        continue;
                    };
                    let selection = explorer.select(opened);
                    let rows = explorer.rows(&selection, opened).len();
                    let undated = opened.bin == Some(dateline_engine::charts::Bin::Undated);
                    assert!(
                        rows == said || selection.articles.len() == said || undated,
                        "{name}: {head} {said}, but {rows} rows and {} articles",
                        selection.articles.len()
                    );
                }
            }
            let csv = figure.table.csv(&figure.source);
            assert!(csv.ends_with("\r\n") && csv.contains("Source: "), "{name}: {csv}");
        });
    }
}

#[test]
fn a_drawing_holds_its_title_its_values_and_its_source() {
    for chart in Chart::ALL {
        every_figure(*chart, |_, _, _, figure, name| {
            let drawn = svg::svg(figure);
            assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"), "{name}");
            assert_eq!(drawn.matches("<text").count(), drawn.matches("</text>").count(), "{name}");
            assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{name}: {drawn}");
            assert!(figure.source.starts_with("Source: ") && drawn.contains("Source: "), "{name}");
            assert!(!figure.title.is_empty(), "{name}");
        });
    }
}

#[test]
fn rows_keep_their_number_in_any_order() {
    every_view(|explorer, material, view, dice, name| {
        let selection = explorer.select(view);
        let opened = view.open_mentions(dice.pick::<String>(&material.actors));
        let rows = explorer.rows(&selection, &opened);
        for order in Order::ALL {
            let sorted = explorer.rows(&selection, &View { order: *order, ..opened.clone() });
            assert_eq!(sorted.len(), rows.len(), "{name}, {order:?}");
            let key = |row: &dateline_engine::view::Evidence<'_>| (row.id, row.hit);
            let mut back: Vec<_> = sorted.iter().map(key).collect();
            back.sort_unstable();
            assert_eq!(back, rows.iter().map(key).collect::<Vec<_>>(), "{name}, {order:?}");
        }
        let newest = explorer.rows(&selection, &View { order: Order::Date, ..opened.clone() });
        assert!(newest.windows(2).all(|pair| pair[0].article.day() >= pair[1].article.day()), "{name}");
    });
}

/// The words of a table's CSV are those of its cells.
#[test]
fn a_table_is_written_whole() {
    every_figure(Chart::Bars, |_, _, _, figure, name| {
        let lines = figure.table.csv("Source: x").lines().count();
        let table::Table { rows, .. } = &figure.table;
        assert_eq!(lines, rows.len() + 2, "{name}");
    });
}
