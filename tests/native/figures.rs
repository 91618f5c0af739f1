//! Charts for any view: what a mark says is what it opens, and the marks of a chart sum to the selection.

use dateline_engine::actors::zones;
use dateline_engine::charts::{Bin, Period};
use dateline_engine::corpus::{Article, ArticleId};
use dateline_engine::explorer::{Evidence, Explorer, Selection};
use dateline_engine::figures::svg::{self, Size};
use dateline_engine::figures::{Figure, Mark, Plot, table};
use dateline_engine::text::Tokens;
use dateline_engine::view::{Chart, Measure, Near, Order, View};
use dateline_tests::material::every_view;
use std::collections::BTreeSet;

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

/// A mark opens as many rows of evidence, or articles, as it says: a list of articles, or rows that stand in as many.
fn opens(explorer: &Explorer, mark: &Mark, articles: bool, name: &str) {
    if mark.value == 0 {
        return;
    }
    let selection = explorer.select(&mark.opens);
    let rows = explorer.rows(&selection, &mark.opens);
    let opened = match (articles, mark.opens.mentions.is_some()) {
        (true, true) => articles_of(&rows),
        (true, false) => selection.articles.len(),
        (false, _) => rows.len(),
    };
    assert_eq!(opened, mark.value as usize, "{name}: {}", mark.says);
}

fn articles_of(rows: &[Evidence<'_>]) -> usize {
    rows.iter().map(|row| row.id).collect::<BTreeSet<_>>().len()
}

/// What stands at a mark is its value, or its part of what there was to count, counted slowly.
fn is_written(mark: &Mark, measure: Measure, words: usize, articles: usize, name: &str) {
    let value = f64::from(mark.value);
    let (amount, half) = match measure {
        Measure::Mentions | Measure::Articles => (value, 0.0),
        Measure::PerThousand => (1000.0 * value / (words as f64).max(1.0), 0.005),
        Measure::Share => (100.0 * value / (articles as f64).max(1.0), 0.05),
    };
    let written: f64 = mark.written.replace([',', '%'], "").parse().expect("a number");
    assert!((written - amount).abs() <= half + 1e-9, "{name}: {} for {amount}: {}", mark.written, mark.says);
    assert!(mark.says.contains(&mark.written), "{name}: {}", mark.says);
}

/// The articles that count in a selection, one telling of each story; and the words that count in them, one by one.
fn counted(explorer: &Explorer, view: &View, selection: &Selection, bin: Option<Bin>) -> (usize, usize) {
    let mut selected: Vec<ArticleId> = selection.articles.iter().map(|chosen| chosen.id).collect();
    selected.sort_unstable();
    let again = |id: &ArticleId| {
        let groups = &explorer.corpus.groups;
        let group = groups.iter().find(|group| group.members.iter().any(|member| member.article == *id));
        view.each_story_once
            && group.is_some_and(|group| {
                group.members.iter().any(|m| m.article < *id && selected.contains(&m.article))
            })
    };
    let articles: Vec<ArticleId> = selected.iter().copied().filter(|id| !again(id)).collect();
    let mut counted: Vec<ArticleId> = selection.counted().collect();
    counted.sort_unstable();
    assert_eq!(counted, articles, "{view:?}");
    let day = |id: &ArticleId| explorer.corpus.article(*id).and_then(Article::day);
    let articles: Vec<_> = articles.iter().filter(|id| bin.is_none_or(|bin| bin.holds(day(id)))).collect();
    let words = articles.iter().map(|id| {
        let article = explorer.corpus.article(**id).expect("an article");
        if view.not_zones.is_empty() {
            return zones(article).map(|(_, text)| Tokens::of(text).len()).sum::<usize>();
        }
        explorer.words(&view.rule(), **id) as usize
    });
    (words.sum(), articles.len())
}

#[test]
fn bars_open_what_they_say() {
    every_figure(Chart::Bars, |explorer, view, selection, figure, name| {
        let Plot::Bars(rows) = &figure.plot else { panic!("{name}: bars") };
        let articles = view.measure.of_articles();
        let (words, of) = counted(explorer, view, selection, None);
        for row in rows {
            opens(explorer, &row.whole, articles, name);
            is_written(&row.whole, view.measure, words, of, name);
            for (_, part) in &row.parts {
                opens(explorer, part, false, name);
                is_written(part, view.measure, words, of, name);
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
            let zones: u32 = explorer.zones(selection).iter().map(|(_, count)| count).sum();
            assert_eq!(zones, sum, "{name}: sum of the zones");
        }
        assert!(rows.iter().all(|row| row.whole.length <= 1.0 && row.whole.length > 0.0), "{name}");
    });
}

#[test]
fn columns_open_what_they_say() {
    every_figure(Chart::Time, |explorer, view, selection, figure, name| {
        let Plot::Time(plot) = &figure.plot else { panic!("{name}: columns") };
        let articles = view.measure.of_articles();
        for row in &plot.rows {
            let id = explorer.mentions.named(&row.actor.id).expect("an actor of the corpus");
            let count = selection.actors.iter().find(|c| c.actor == id).expect("an actor of the corpus");
            let whole = if articles { count.counted } else { count.mentions };
            let marks: Vec<&Mark> = row.marks.iter().flatten().collect();
            assert_eq!(marks.iter().map(|mark| mark.value).sum::<u32>(), whole, "{name}: {}", row.actor.name);
            assert_eq!(row.total, whole, "{name}: {}", row.actor.name);
            for mark in marks {
                opens(explorer, mark, articles, name);
                if mark.value > 0 && view.measure.is_rate() {
                    let bin = mark.opens.bin.or_else(|| {
                        if mark.opens.query.ends_with("is:undated") {
                            return Some(Bin::Undated);
                        }
                        let (from, to) = (mark.opens.from?, mark.opens.to?);
                        Some(Bin::Days(Period { from, to }))
                    });
                    let (words, of) = counted(explorer, view, selection, bin);
                    is_written(mark, view.measure, words, of, name);
                }
            }
        }
    });
}

#[test]
fn pairs_open_what_they_say() {
    every_figure(Chart::Pairs, |explorer, view, _, figure, name| {
        let Plot::Heat(plot) = &figure.plot else { panic!("{name}: pairs") };
        assert_eq!(plot.rows.len(), plot.columns.len(), "{name}");
        for (at, row) in plot.rows.iter().enumerate() {
            assert_eq!(row.cells.len(), at + 1, "{name}: half a matrix");
            row.cells.iter().for_each(|cell| opens(explorer, &cell.mark, view.near == Near::Article, name));
        }
        let names: Vec<&str> = plot.rows.iter().map(|row| row.actor.name.as_str()).collect();
        for id in &view.lines {
            let asked =
                explorer.mentions.named(id).and_then(|id| explorer.mentions.actor(id)).expect("an actor");
            let head = plot.columns.first().map(|head| head.name.as_str());
            let is_there = names.contains(&asked.name.as_str()) || head == Some(asked.name.as_str());
            assert!(is_there || names.is_empty(), "{name}: {} was asked for", asked.name);
        }
    });
}

#[test]
fn outlets_open_what_they_say() {
    every_figure(Chart::Outlets, |explorer, view, selection, figure, name| {
        let Plot::Heat(plot) = &figure.plot else { panic!("{name}: outlets") };
        let articles = view.measure.of_articles();
        for row in &plot.rows {
            assert_eq!(row.cells.len(), plot.columns.len(), "{name}");
            for cell in &row.cells {
                opens(explorer, &cell.mark, articles, name);
                if cell.mark.value > 0 {
                    let list =
                        View { mentions: None, actors: view.actors.clone(), ..cell.mark.opens.clone() };
                    let of = explorer.select(&list);
                    let (words, of) = counted(explorer, &list, &of, None);
                    is_written(&cell.mark, view.measure, words, of, name);
                    assert_eq!(cell.note.is_empty(), !view.measure.is_rate(), "{name}");
                }
            }
            let id = explorer.mentions.named(&row.actor.id).expect("an actor of the corpus");
            let count = selection.actors.iter().find(|c| c.actor == id).expect("an actor of the corpus");
            let whole = if articles { count.counted } else { count.mentions };
            let sum: u32 = row.cells.iter().map(|cell| cell.mark.value).sum();
            // Of a story that two outlets tell, each has a copy.
            let fits = if view.each_story_once { sum >= whole } else { sum == whole };
            assert!(fits, "{name}: {} has {whole}, its cells {sum}", row.actor.name);
        }
        for head in &plot.columns {
            let Some(opens) = &head.opens else { continue };
            let said: usize =
                head.note.split(' ').next().and_then(|n| n.replace(',', "").parse().ok()).expect("a number");
            let opened = explorer.select(opens);
            assert!(head.on || opened.counted().count() == said, "{name}: {} {said}", head.name);
        }
    });
}

/// The value of an attribute of an element.
fn attribute<'t>(element: &'t str, name: &str) -> &'t str {
    let start = element.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3).unwrap_or(element.len());
    element[start..].split('"').next().unwrap_or_default()
}

/// Whether the texts and the boxes of a drawing lie within its margins, the letters as wide as most are.
fn is_within(drawn: &str, size: Size, name: &str) {
    let margin = 20.0;
    let number = |element: &str, name: &str| attribute(element, name).parse::<f64>().expect("a number");
    let (width, height) = (number(drawn, "width"), number(drawn, "height"));
    let (wide, high) = size.pixels();
    assert!(width == wide && height >= high, "{name}: {width} × {height}");
    let inside = |from: f64, to: f64, end: f64| from >= margin && to <= end - margin;
    for element in drawn.split("<text").skip(1) {
        let (element, text) = element.split_once('>').expect("an element");
        let text = text.split("</text>").next().unwrap_or_default().replace("&quot;", "\"");
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'").replace("&amp;", "&");
        let element = format!(" {element}");
        let wide = text.chars().count() as f64 * number(&element, "font-size") * 0.5;
        let (x, y) = (number(&element, "x"), number(&element, "y"));
        let from = match attribute(&element, "text-anchor") {
            "middle" => x - wide / 2.0,
            "end" => x - wide,
            _ => x,
        };
        assert!(
            inside(from, from + wide, width) && inside(y, y, height),
            "{name}: `{text}` from {from} at {y}"
        );
    }
    for element in drawn.split("<rect").skip(1).filter(|element| !element.starts_with(" width")) {
        let (x, y) = (number(element, "x"), number(element, "y"));
        let (to, foot) = (x + number(element, "width"), y + number(element, "height"));
        assert!(inside(x, to, width) && inside(y, foot, height), "{name}: {element}");
    }
}

#[test]
fn a_drawing_holds_its_title_its_values_and_its_source() {
    for chart in Chart::ALL {
        every_figure(*chart, |explorer, view, selection, figure, name| {
            for size in Size::ALL {
                let drawn = svg::svg(figure, size);
                assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>\n"), "{name}");
                assert_eq!(drawn.matches("<text").count(), drawn.matches("</text>").count(), "{name}");
                assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{name}: {drawn}");
                assert!(figure.source.starts_with("Source: ") && drawn.contains("Source: "), "{name}");
                is_within(&drawn, size, name);
                // As many as the page shows fit in the size that was asked for.
                let page = explorer.drawn(selection, view, 15, false);
                if view.chart == Chart::Bars {
                    let height: f64 = attribute(&svg::svg(&page, size), "height").parse().expect("a number");
                    assert!(size == Size::Column || height == size.pixels().1, "{name}: {height}");
                }
            }
            let short = |line: &String| line.chars().count() <= 90;
            assert!(figure.source_lines.len() <= 3 && figure.source_lines.iter().all(short), "{name}");
            assert!(!figure.title.is_empty() && !figure.subtitle.is_empty(), "{name}");
            assert_eq!(figure.hint.is_empty(), figure.plot.is_empty(), "{name}: how it is read");
        });
    }
}

#[test]
fn rows_keep_their_number_in_any_order() {
    every_view(|explorer, material, view, dice, name| {
        let selection = explorer.select(view);
        let actor = dice.pick::<String>(&material.actors);
        let opened = View { order: Order::Reading, ..view.open_mentions(actor) };
        let rows = explorer.rows(&selection, &opened);
        for order in Order::ALL {
            let sorted = explorer.rows(&selection, &View { order: *order, ..opened.clone() });
            assert_eq!(sorted.len(), rows.len(), "{name}, {order:?}");
            let key = |row: &dateline_engine::explorer::Evidence<'_>| (row.id, row.hit);
            let mut back: Vec<_> = sorted.iter().map(key).collect();
            back.sort_unstable();
            assert_eq!(back, rows.iter().map(key).collect::<Vec<_>>(), "{name}, {order:?}");
        }
        let newest = explorer.rows(&selection, &View { order: Order::Date, ..opened.clone() });
        assert!(newest.windows(2).all(|pair| pair[0].article.day() >= pair[1].article.day()), "{name}");
    });
}

#[test]
fn what_is_not_drawn_stands_in_the_table() {
    every_figure(Chart::Time, |explorer, view, selection, figure, name| {
        if view.measure != Measure::Mentions {
            return;
        }
        let number = |cell: &table::Cell| cell.plain().parse::<usize>().expect("a number");
        for (at, row) in figure.table.rows.iter().enumerate() {
            let opened = row[0].opens.as_ref().map(|view| explorer.select(view));
            let sum: usize = row[2..].iter().map(number).sum();
            // Without dates, or with another telling first, a narrower list is not the same.
            let said = opened.filter(|_| !view.each_story_once).map_or(sum, |opened| opened.mentions.len());
            assert_eq!(sum, said, "{name}: row {at}");
        }
        let sum: usize = figure.table.rows.iter().flat_map(|row| row[2..].iter().map(number)).sum();
        assert_eq!(sum, selection.mentions.len(), "{name}: all times, drawn or not");
    });
    every_figure(Chart::Pairs, |explorer, view, selection, all, name| {
        let figure = explorer.figure(selection, view, 15);
        let last = figure.table.rows.last().map(|row| row[0].plain()).unwrap_or_default();
        let others = last.strip_suffix("other pairs").or(last.strip_suffix("other pair"));
        let others = others.map_or(0, |n| n.trim().replace(',', "").parse::<usize>().expect("a number"));
        let drawn = figure.table.rows.len() - usize::from(others > 0);
        assert_eq!(drawn + others, all.table.rows.len(), "{name}: every pair, drawn or not");
        let Plot::Heat(plot) = &figure.plot else { panic!("{name}: pairs") };
        let marks = plot.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.mark.value > 0);
        assert_eq!(marks.count(), drawn, "{name}: what is drawn stands in the table");
    });
    every_view(|explorer, _, view, _, name| {
        let selection = explorer.select(view);
        let figure = explorer.figure(&selection, view, 3);
        let sum: usize =
            figure.table.rows.iter().map(|row| row[1].plain().parse::<usize>().expect("a number")).sum();
        assert_eq!(sum, selection.mentions.len(), "{name}: bars and others");
    });
}

/// The words of a table's CSV are those of its cells.
#[test]
fn a_table_is_written_whole() {
    every_figure(Chart::Bars, |_, _, _, figure, name| {
        let lines = figure.table.csv("Source: x").lines().count();
        let table::Table { rows, .. } = &figure.table;
        assert_eq!(lines, rows.len() + 3, "{name}");
    });
}
