//! One rule decides what counts: for any view, its mentions, words, zones, pairs and spellings are what a slow count
//! over the corpus gives.

use dateline_engine::actors::{Form, Mention, Zone, zones};
use dateline_engine::corpus::{ArticleId, BlockKind};
use dateline_engine::explorer::{Explorer, Selection};
use dateline_engine::figures::{HeatCell, Plot};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::parse;
use dateline_engine::text::Tokens;
use dateline_engine::view::{Chart, Near, View, Where};
use dateline_tests::material::every_view;
use dateline_tests::sources;
use std::collections::BTreeSet;

/// Calls `check` with the selection of every seeded view of every corpus.
fn every_selection(check: impl Fn(&Explorer, &View, &Selection, &str)) {
    every_view(|explorer, _, view, _, name| check(explorer, view, &explorer.select(view), name));
}

fn mention(explorer: &Explorer, index: usize) -> &Mention {
    &explorer.mentions.list[index]
}

fn articles_of(explorer: &Explorer, list: &[usize]) -> BTreeSet<ArticleId> {
    list.iter().map(|index| mention(explorer, *index).article).collect()
}

#[test]
fn the_mentions_of_a_view_are_what_a_slow_count_gives() {
    every_selection(|explorer, view, selection, name| {
        let counted: BTreeSet<ArticleId> = selection.counted().collect();
        let counts = |index: &usize| {
            let mention = mention(explorer, *index);
            mention.actor.is_some()
                && counted.contains(&mention.article)
                && !view.not_forms.contains(&mention.form)
                && !view.not_zones.contains(&explorer.place_of(*index))
        };
        let slow: Vec<usize> = (0..explorer.mentions.list.len()).filter(counts).collect();
        assert_eq!(selection.mentions, slow, "{name}");
    });
}

#[test]
fn a_story_counts_once_on_request() {
    every_selection(|explorer, view, selection, name| {
        let selected: BTreeSet<ArticleId> = selection.articles.iter().map(|chosen| chosen.id).collect();
        let counted: BTreeSet<ArticleId> = selection.counted().collect();
        assert_eq!(counted.len() + selection.repeats.len(), selected.len(), "{name}");
        if !view.each_story_once {
            assert_eq!(counted, selected, "{name}");
            return;
        }
        let groups = &explorer.corpus.groups;
        for group in groups {
            let members = || group.members.iter().map(|member| member.article);
            let first = members().filter(|id| selected.contains(id)).min();
            let kept: Vec<_> = members().filter(|id| counted.contains(id)).collect();
            assert_eq!(kept, first.into_iter().collect::<Vec<_>>(), "{name}");
        }
        let grouped: BTreeSet<ArticleId> =
            groups.iter().flat_map(|group| &group.members).map(|member| member.article).collect();
        assert!(selected.difference(&grouped).all(|id| counted.contains(id)), "{name}");
        // The list is the same, and so are the facets.
        let twice = explorer.select(&View { each_story_once: false, ..view.clone() });
        assert_eq!(twice.articles, selection.articles, "{name}");
        for count in &selection.actors {
            let other =
                twice.actors.iter().find(|other| other.actor == count.actor).expect("the same actors");
            assert_eq!(other.articles, count.articles, "{name}");
        }
    });
}

#[test]
fn zones_and_forms_part_the_mentions() {
    every_selection(|explorer, view, _, name| {
        let whole = View { not_zones: vec![], not_forms: vec![], ..view.clone() };
        // Filters on actors count by the rule, too; without them each view picks out the same articles.
        let whole = View { actors: vec![], not_actors: vec![], ..whole };
        let all = explorer.select(&whole).mentions;
        let parts = |views: Vec<View>| {
            let mut parts: Vec<usize> =
                views.iter().flat_map(|view| explorer.select(view).mentions).collect();
            parts.sort_unstable();
            parts
        };
        let only = |place: &Where| {
            let not_zones = Where::ALL.iter().copied().filter(|other| other != place).collect();
            View { not_zones, ..whole.clone() }
        };
        assert_eq!(parts(Where::ALL.iter().map(only).collect()), all, "{name}: zones");
        let only = |form: Form| {
            let not_forms = Form::ALL.into_iter().filter(|other| *other != form).collect();
            View { not_forms, ..whole.clone() }
        };
        assert_eq!(parts(Form::ALL.map(only).to_vec()), all, "{name}: forms");
        for (place, count) in explorer.zones(&explorer.select(&whole)) {
            let without = explorer.select(&View { not_zones: vec![place], ..whole.clone() }).mentions.len();
            assert_eq!(all.len() - without, count as usize, "{name}: {place:?}");
        }
    });
}

#[test]
fn each_word_stands_somewhere() {
    for folder in sources::corpora() {
        let explorer = sources::explorer(&folder);
        for (id, article) in explorer.corpus.ids() {
            let only = |place: &Where| {
                let not_zones = Where::ALL.iter().copied().filter(|other| other != place).collect();
                explorer.words(&View { not_zones, ..View::default() }.rule(), id)
            };
            let parts: u32 = Where::ALL.iter().map(only).sum();
            let words: usize = zones(article).map(|(_, text)| Tokens::of(text).len()).sum();
            assert_eq!(
                (parts as usize, explorer.words(&View::default().rule(), id) as usize),
                (words, words)
            );
        }
    }
}

#[test]
fn spellings_add_up_to_the_rows() {
    every_selection(|explorer, _, selection, name| {
        for count in selection.actors.iter().filter(|count| count.mentions > 0) {
            let spellings = explorer.spellings(&selection.mentions, count.actor);
            let own = |index: &usize| mention(explorer, *index).actor == Some(count.actor);
            let rows: Vec<usize> = selection.mentions.iter().copied().filter(own).collect();
            let mut of_spellings: Vec<usize> = spellings.iter().flat_map(|s| s.mentions.clone()).collect();
            of_spellings.sort_unstable();
            assert_eq!(of_spellings, rows, "{name}");
            let articles = articles_of(explorer, &rows);
            for spelling in &spellings {
                // What is left without this spelling is what it does not bring.
                let left: Vec<usize> =
                    rows.iter().filter(|i| !spelling.mentions.contains(i)).copied().collect();
                let lost: Vec<_> = articles.difference(&articles_of(explorer, &left)).copied().collect();
                assert_eq!(spelling.alone, lost, "{name}: {}", spelling.text);
                let own = articles_of(explorer, &spelling.mentions).len();
                assert_eq!(spelling.articles as usize, own, "{name}: {}", spelling.text);
            }
        }
    });
}

#[test]
fn pairs_are_what_a_slow_count_gives() {
    every_selection(|explorer, view, selection, name| {
        for near in Near::ALL {
            let view = View { chart: Chart::Pairs, near: *near, ..view.clone() };
            let figure = explorer.figure(selection, &view, usize::MAX);
            let (Plot::Heat(plot), Some(addition)) = (figure.plot, figure.addition) else { panic!("{name}") };
            let units = |id: &str| {
                let actor = explorer.mentions.named(id);
                let own = selection.mentions.iter().map(|index| mention(explorer, *index));
                let unit = |m: &Mention| (m.article, (*near == Near::Paragraph).then_some(m.zone));
                own.filter(|m| m.actor == actor).map(unit).collect::<BTreeSet<_>>()
            };
            let units: Vec<_> = addition.drawn.iter().map(|id| units(id)).collect();
            for (row, own) in plot.rows.iter().zip(units.iter().skip(1)) {
                for (HeatCell { mark, .. }, other) in row.cells.iter().zip(&units) {
                    assert_eq!(mark.value as usize, own.intersection(other).count(), "{name}: {}", mark.says);
                }
            }
        }
    });
}

#[test]
fn words_of_others_are_told_apart() {
    let text = " date 2024-03-08 Norway said “Chile is near” and that Peru is not.\n\nA guest said: “Chile, again.\n\nAnd Chile.”";
    let corpus = parse(vec![sources::file("text.txt", text)], &Config::default()).corpus;
    let mentions = dateline_engine::actors::annotate(&corpus, &sources::gazetteer());
    let explorer = Explorer::new(corpus, mentions);
    let article = explorer.corpus.articles.first().expect("an article");
    assert!(article.blocks.iter().all(|b| b.kind == BlockKind::Paragraph), "{:?}", article.blocks);
    let quotes = View { not_zones: vec![Where::Title, Where::Body, Where::Caption], ..View::default() };
    let quoted = explorer.select(&quotes).mentions;
    let surfaces: Vec<_> = quoted.iter().map(|i| mention(&explorer, *i).surface(&explorer.corpus)).collect();
    assert_eq!(surfaces, ["Chile", "Chile"], "the last paragraph opens no quotation of its own");
    assert_eq!(explorer.words(&quotes.rule(), ArticleId(0)), 5);
    assert!(explorer.mentions.list.iter().all(|m| m.zone != Zone::Title));
    let marked = explorer.counted_in(ArticleId(0), Zone::Block(0), quotes.rule());
    assert_eq!(marked.map(|m| m.surface(&explorer.corpus)).collect::<Vec<_>>(), ["Chile"]);
}
