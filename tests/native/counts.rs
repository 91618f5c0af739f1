//! One matcher, one count: for any view, the bars, the rows of evidence and the selection agree, each facet
//! says what choosing it gives, links restore views, and search finds what a slow reading finds.

use dateline_engine::actors::{Edit, Form};
use dateline_engine::corpus::{Article, ArticleId, Day};
use dateline_engine::explorer::{Explorer, Ranked, Selection};
use dateline_engine::search::{Kwic, Query};
use dateline_engine::view::{At, Chart, Measure, Near, Order, Sort, View, from_fragment, to_fragment};
use dateline_tests::dice::Dice;
use dateline_tests::material::{Material, VIEWS, every_view};
use dateline_tests::oracle::{compare, readings};
use dateline_tests::sources;
use std::cmp::Reverse;

fn chosen(selection: &Selection) -> Vec<ArticleId> {
    selection.articles.iter().map(|c| c.id).collect()
}

#[test]
fn bars_rows_and_selection_agree() {
    every_view(|explorer, _, view, _, name| {
        let selection = explorer.select(view);
        assert_eq!(explorer.unknown_names(view), [] as [&str; 0], "{name}");
        let mut rows = 0;
        for bar in selection.actors.iter().filter(|count| count.mentions > 0) {
            let evidence = explorer.evidence(&selection, bar.actor);
            assert_eq!(
                evidence.len(),
                bar.mentions as usize,
                "{name}: rows of {:?}",
                explorer.mentions.actor(bar.actor)
            );
            for row in &evidence {
                let text = row.hit.zone.of(row.article);
                let Kwic { left, middle, right } = row.context();
                assert_eq!(middle, row.hit.at.of(text), "{name}");
                assert!(!middle.is_empty() && text.contains(&[left, middle, right].concat()), "{name}");
            }
            let mut articles: Vec<_> = evidence.iter().map(|r| r.id).collect();
            articles.dedup();
            assert_eq!(articles.len(), bar.counted as usize, "{name}: articles of a bar");
            assert!(
                bar.counted == bar.articles || view.each_story_once,
                "{name}: without copies all articles count"
            );
            assert!(articles.iter().all(|id| chosen(&selection).contains(id)), "{name}");
            rows += evidence.len();
        }
        assert_eq!(rows, selection.mentions.len(), "{name}: rows of all actors");
    });
}

#[test]
fn as_many_hits_are_shown_as_are_said() {
    every_view(|explorer, _, view, _, name| {
        let selection = explorer.select(view);
        let opened = View { order: Order::Reading, ..view.open_hits() };
        let rows = explorer.rows(&explorer.select(&opened), &opened);
        assert_eq!(rows.len(), explorer.hit_count(&selection), "{name}");
        let hits: usize = chosen(&selection).iter().map(|id| explorer.hits(&selection, *id).len()).sum();
        assert_eq!(rows.len(), hits, "{name}");
        assert!(rows.is_sorted_by_key(|row| (row.id, row.hit)), "{name}");
        for order in Order::ALL {
            let sorted = explorer.rows(&selection, &View { order: *order, ..opened.clone() });
            assert_eq!(sorted.len(), rows.len(), "{name}, {order:?}");
        }
        let table = explorer.rows_table(&rows, "https://example.org/");
        assert_eq!(table.rows.len(), rows.len(), "{name}");
        for (row, line) in rows.iter().zip(&table.rows) {
            let link = line[8].plain();
            let (address, fragment) = link.split_once('#').expect("a link");
            let (view, problems) = from_fragment(fragment);
            assert_eq!((address, problems), ("https://example.org/", vec![]), "{name}");
            assert_eq!(view.article.as_ref(), Some(&row.article.name), "{name}");
            assert_eq!(view.at, Some(row.at()), "{name}");
        }
    });
}

#[test]
fn mentions_of_nobody_are_found_and_count_for_nobody() {
    let explorer = sources::explorer(&sources::nobodies());
    let everything = explorer.select(&View::default());
    assert_eq!(everything.actors, explorer.actors);
    let nobody: Vec<_> = explorer.mentions.list.iter().filter(|m| m.actor.is_none()).collect();
    let surfaces: Vec<_> = nobody.iter().map(|m| m.surface(&explorer.corpus)).collect();
    assert_eq!(surfaces, ["Kim", "Park", "Blinken"]);
    assert_eq!(everything.mentions.len() + nobody.len(), explorer.mentions.list.len());
}

#[test]
fn each_facet_says_what_choosing_it_gives() {
    every_view(|explorer, _, view, _, name| {
        let selection = explorer.select(view);
        let found = |view: &View| explorer.select(view).articles.len();
        for count in &selection.actors {
            let id = &explorer.mentions.actor(count.actor).expect("an actor of the corpus").id;
            if !view.actors.contains(id) && !view.not_actors.contains(id) {
                assert_eq!(found(&view.toggle_actor(id)), count.articles as usize, "{name}: actor {id}");
            }
        }
        for count in &selection.outlets {
            let alone = View { outlets: vec![count.name.clone()], not_outlets: vec![], ..view.clone() };
            assert_eq!(found(&alone), count.articles as usize, "{name}: source {:?}", count.name);
        }
        for count in selection.periods.iter().filter(|count| !view.is_on(count.period)) {
            let alone = view.toggle_period(count.period);
            assert_eq!(found(&alone), count.articles as usize, "{name}: {:?}", count.period);
        }
        for (actor, kept_out) in &selection.kept_out {
            let id = &explorer.mentions.actor(*actor).expect("an actor of the corpus").id;
            let back = found(&view.exclude_actor(id)) - selection.articles.len();
            assert_eq!(back, *kept_out as usize, "{name}: without {id}");
        }
        let whenever = explorer.select(&View { from: None, to: None, ..view.clone() });
        let undated = whenever.articles.iter().filter(|c| published(explorer, c.id).is_none()).count();
        assert_eq!(undated, selection.undated as usize, "{name}: undated");
        let dated: u32 = selection.periods.iter().map(|p| p.articles).sum();
        assert_eq!(dated as usize + undated, whenever.articles.len(), "{name}: all periods and the undated");
    });
}

fn published(explorer: &Explorer, id: ArticleId) -> Option<Day> {
    article(explorer, id).day()
}

fn article(explorer: &Explorer, id: ArticleId) -> &Article {
    explorer.corpus.article(id).expect("an article of the corpus")
}

/// Whether the mention at `index` of the list stands where it counts, in a form that counts.
fn counts(explorer: &Explorer, view: &View, index: usize) -> bool {
    let place = explorer.place_of(index);
    let form = explorer.mentions.list[index].form;
    !view.not_zones.contains(&place) && !view.not_forms.contains(&form)
}

#[test]
fn filters_let_pass_what_a_reader_would() {
    every_view(|explorer, _, view, _, name| {
        let tree = Query::parse(&view.query).tree;
        let readings = readings(explorer);
        let passes = |id: ArticleId| {
            let article = article(explorer, id);
            let day = article.published.as_ref().map(|p| p.value.day());
            let source = article.outlet.as_ref().map_or("", |s| s.value.as_str());
            let names = |wanted: &String| {
                let list = explorer.mentions.list.iter().enumerate();
                let mut own =
                    list.filter(|(_, m)| m.article == id && m.actor == explorer.mentions.named(wanted));
                own.any(|(index, _)| counts(explorer, view, index))
            };
            view.from.is_none_or(|from| day.is_some_and(|day| from <= day))
                && view.to.is_none_or(|to| day.is_some_and(|day| day <= to))
                && (view.outlets.is_empty() || view.outlets.iter().any(|s| s == source))
                && !view.not_outlets.iter().any(|s| s == source)
                && view.actors.iter().all(names)
                && !view.not_actors.iter().any(names)
                && tree.as_ref().is_none_or(|tree| readings[id.0 as usize].answer(Some(tree)).is_some())
        };
        let mut ids = chosen(&explorer.select(view));
        ids.sort_unstable();
        let expected: Vec<_> = explorer.corpus.ids().map(|(id, _)| id).filter(|id| passes(*id)).collect();
        assert_eq!(ids, expected, "{name}");
    });
}

#[test]
fn a_link_restores_its_view() {
    every_view(|explorer, material, view, dice, name| {
        let mut view = view.clone();
        if dice.once_in(2) {
            view.mentions = Some(dice.pick(&material.actors).clone());
        }
        if dice.once_in(2) {
            let zone = explorer.mentions.list[dice.below(explorer.mentions.list.len())].zone;
            let at = dice.once_in(2).then(|| At { zone, start: dice.below(3000) as u32 });
            view = view.open_article(dice.pick::<String>(&material.articles), at);
        }
        view.chart = *dice.pick(Chart::ALL);
        view.measure = *dice.pick(Measure::ALL);
        view.near = *dice.pick(Near::ALL);
        view.order = *dice.pick(Order::ALL);
        view.sort = *dice.pick(Sort::ALL);
        view.form = dice.once_in(3).then(|| *dice.pick(&Form::ALL));
        view.with = dice.once_in(3).then(|| dice.pick(&material.actors).clone());
        view.quote = dice.once_in(3).then(|| dice.pick(&material.articles).clone());
        (view.about, view.keys_off, view.hits) = (dice.once_in(3), dice.once_in(3), dice.once_in(3));
        view.source_text = dice.once_in(3);
        view.aliases = dice.once_in(3).then(|| dice.pick(&material.actors).clone());
        view.spelling = dice.once_in(3).then(|| material.query(dice));
        if dice.once_in(3) {
            let [id, other] = [(); 2].map(|()| dice.pick(&material.actors).clone());
            view.edits.extend(Edit::add(&id, *dice.pick(&Form::ALL), &material.query(dice)));
            view.edits.push(Edit::Merge { from: id, into: other });
            view.proposed = view.edits.clone();
        }
        let fragment = to_fragment(&view);
        assert!(fragment.is_ascii() && !fragment.contains([' ', '#', '<', '"']), "{name}: {fragment}");
        assert_eq!(from_fragment(&fragment), (view, vec![]), "{name}");
    });
}

#[test]
fn an_order_changes_the_order_alone() {
    every_view(|explorer, _, view, _, name| {
        let usual = explorer.select(view);
        let better = |pair: &[Ranked]| pair[0].score >= pair[1].score;
        assert!(usual.articles.windows(2).all(better), "{name}: best first");
        for sort in Sort::ALL {
            let mut sorted = explorer.select(&View { sort: *sort, ..view.clone() });
            let mut expected = usual.articles.clone();
            let day = |chosen: &Ranked| published(explorer, chosen.id);
            let source = |chosen: &Ranked| {
                let name = article(explorer, chosen.id).outlet_name();
                (name.is_empty(), name.to_lowercase())
            };
            match sort {
                Sort::Relevance => {}
                Sort::Newest => expected.sort_by_key(|c| Reverse(day(c))),
                Sort::Oldest => expected.sort_by_key(|c| (day(c).is_none(), day(c))),
                Sort::Outlet => expected.sort_by_key(source),
            }
            assert_eq!(sorted.articles, expected, "{name}: {sort:?}");
            sorted.articles.clone_from(&usual.articles);
            assert_eq!(sorted, usual, "{name}: {sort:?}");
            let ranked = explorer.ranked(&view.query, *sort).articles;
            let whole = View { query: view.query.clone(), sort: *sort, ..View::default() };
            assert_eq!(ranked, explorer.select(&whole).articles, "{name}: {sort:?}");
        }
    });
}

#[test]
fn search_finds_what_a_slow_reading_finds() {
    for folder in sources::corpora() {
        let explorer = sources::explorer(&folder);
        let material = Material::of(&explorer);
        let readings = readings(&explorer);
        let mut found = 0;
        for seed in 0..2 * VIEWS {
            let text = material.query(&mut Dice::new(seed));
            found += compare(&explorer, &readings, &text, &folder.display().to_string());
        }
        assert!(found > 1000, "the queries find something: {found}");
    }
}
