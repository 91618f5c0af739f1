//! A corpus in many files answers as the whole one does, whatever is asked first; a damaged file is a sentence.

use dateline_engine::actors::{Gazetteer, Lists, annotate};
use dateline_engine::corpus::SourceText;
use dateline_engine::explorer::{Evidence, Explorer};
use dateline_engine::figures::rows_title;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Bounds, parse};
use dateline_engine::search::{Query, snippet};
use dateline_engine::shards::{Shards, Sizes, decode, encode, whole};
use dateline_engine::view::{Measure, Order, View};
use dateline_tests::dice::Dice;
use dateline_tests::material::Material;
use dateline_tests::news::News;
use dateline_tests::sources;

/// Views that are tried on each corpus.
const VIEWS: u64 = 60;
/// Articles of the news.
const ARTICLES: usize = 150;
/// Articles that a list shows at first.
const SHOWN: usize = 20;
/// Small, so that there are many.
const SMALL: Sizes = Sizes { texts: 2_000, index: [1_500, 2_000] };

/// A corpus as it is, and in files.
struct Both {
    name: String,
    whole: Explorer,
    gazetteer: Gazetteer,
    texts: Vec<SourceText>,
    head: Vec<u8>,
    files: Vec<Vec<u8>>,
}

impl Both {
    fn all() -> Vec<Both> {
        let news: Vec<_> = News::any().files().into_iter().take(ARTICLES).collect();
        let of_folder = |folder: &std::path::PathBuf| (folder.display().to_string(), sources::files(folder));
        let folders = sources::corpora();
        let each = folders.iter().map(of_folder).chain([("the news".to_owned(), news)]);
        let both = |(name, files)| {
            let parsed = parse(files, &Config::default());
            let ids = parsed.corpus.ids();
            let texts: Vec<_> = ids.filter_map(|(id, _)| SourceText::of(&parsed, id, Bounds::PAGE)).collect();
            let corpus = parsed.corpus;
            let gazetteer = sources::gazetteer();
            let mentions = annotate(&corpus, &gazetteer);
            let lists = Lists { gazetteer: gazetteer.clone(), proposals: Vec::new() };
            let (head, files) = encode(corpus.clone(), mentions.clone(), &lists, &texts, SMALL);
            Both { name, whole: Explorer::new(corpus, mentions), gazetteer, texts, head, files }
        };
        each.map(both).collect()
    }

    fn opened(&self) -> (Explorer, Shards) {
        let (explorer, _, shards) = decode(&self.head).expect("its own head");
        assert_eq!(shards.len(), self.files.len(), "{}", self.name);
        (explorer, shards)
    }

    /// The answer to `ask`, and the rounds in which files came for it.
    fn answered<T>(
        &self,
        (explorer, shards): &(Explorer, Shards),
        ask: impl Fn(&Explorer) -> T,
    ) -> (T, usize) {
        for round in 0..20 {
            shards.lacking();
            let answer = ask(explorer);
            let lacking = shards.lacking();
            if lacking.is_empty() {
                return (answer, round);
            }
            for number in lacking {
                shards.put(explorer, number, &self.files[number as usize]).expect("its own file");
            }
        }
        panic!("{}: files are asked for without an end", self.name);
    }

    /// Compares what `ask` gives of both.
    fn compare<T: PartialEq + std::fmt::Debug>(
        &self,
        opened: &(Explorer, Shards),
        says: &str,
        most: usize,
        ask: impl Fn(&Explorer) -> T,
    ) {
        let (answer, rounds) = self.answered(opened, &ask);
        assert_eq!(answer, ask(&self.whole), "{}: {says}", self.name);
        assert!(rounds <= most, "{}: {says} took {rounds} rounds", self.name);
    }
}

#[test]
fn files_answer_as_the_whole_corpus_does() {
    for both in Both::all() {
        let material = Material::of(&both.whole);
        for seed in 0..VIEWS {
            let mut dice = Dice::new(seed);
            let view = material.view(&mut dice);
            let opened = both.opened();
            let says = format!("view {seed}, {view:?}");
            // What shows first, asked of a page that has loaded nothing.
            both.compare(&opened, &says, 2, |explorer| {
                let selection = explorer.select(&view);
                let card = |id| {
                    let article = explorer.corpus.article(id).expect("an article");
                    snippet(article, &explorer.hits(&selection, id))
                };
                let shown: Vec<_> = selection.articles.iter().take(SHOWN).map(|it| card(it.id)).collect();
                (selection, shown)
            });
            both.compare(&opened, &says, 1, |explorer| explorer.hit_count(&explorer.select(&view)));
            both.compare(&opened, &says, 1, |explorer| {
                let selection = explorer.select(&view);
                let rate = View { measure: Measure::PerThousand, ..view.clone() };
                let counts = (explorer.forms(&selection), explorer.zones(&selection));
                (counts, explorer.denominator(&selection, &rate), explorer.ways_out(&view))
            });
            both.compare(&opened, &says, 3, |explorer| explorer.select_as_typed(&view));
            both.compare(&opened, &says, 3, |explorer| {
                let words = |expansion: dateline_engine::search::Expansion<'_>| {
                    let words: Vec<_> =
                        expansion.words.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect();
                    (expansion.term, words)
                };
                let query = Query::parse(&view.query);
                let expansions: Vec<_> = explorer.expansions(&query).into_iter().map(words).collect();
                (expansions, format!("{:?}", explorer.completions(&view, &[])))
            });
            let rows = View { order: *dice.pick(Order::ALL), ..view.open_all_mentions() };
            for rows in [rows, view.open_hits()] {
                both.compare(&opened, &says, 3, |explorer| {
                    let selection = explorer.select(&rows);
                    let kept: Vec<_> = explorer.rows(&selection, &rows).iter().map(Evidence::kept).collect();
                    let excerpts = explorer.excerpts(&selection, &rows, &kept);
                    (rows_title(explorer, &rows, &kept), kept, excerpts)
                });
            }
        }
        // Mentions are found again, and all is asked once more.
        let opened = both.opened();
        both.compare(&opened, "mentions", 1, |explorer| annotate(&explorer.corpus, &both.gazetteer));
    }
}

#[test]
fn the_first_list_needs_one_round() {
    for both in Both::all() {
        let opened = both.opened();
        both.compare(&opened, "the whole corpus", 1, |explorer| {
            let selection = explorer.select(&View::default());
            let list = selection.articles.iter().take(SHOWN);
            let blocks = |id| explorer.corpus.article(id).map(|article| article.blocks.len());
            list.map(|ranked| blocks(ranked.id)).collect::<Vec<_>>()
        });
    }
}

#[test]
fn source_texts_come_one_file_at_a_time() {
    for both in Both::all() {
        let opened = both.opened();
        for (id, _) in both.whole.corpus.ids() {
            let (text, rounds) = both.answered(&opened, |explorer| opened.1.source_text(explorer, id));
            assert_eq!(text, both.texts.get(id.0 as usize), "{}", both.name);
            assert!(rounds <= 1, "{}", both.name);
        }
    }
}

#[test]
fn a_head_and_its_files_are_the_whole_corpus() {
    for both in Both::all() {
        let all = [vec![both.head.clone()], both.files.clone()].concat().concat();
        let (corpus, mentions, _, texts) = whole(&all).expect("its own files");
        assert_eq!((&corpus, &texts), (&*both.whole.corpus, &both.texts), "{}", both.name);
        assert_eq!(mentions, both.whole.mentions, "{}", both.name);
        assert!(whole(&all[..all.len() - 1]).is_err(), "{}", both.name);
        let news = both.name == "the news";
        assert!(!news || both.files.len() > 100, "{} files are many", both.files.len());
    }
}

#[test]
fn no_byte_of_a_file_can_make_it_panic() {
    let both = Both::all().remove(0);
    let mut dice = Dice::new(0);
    let view = View { query: "the* OR \"of the\"~3 -x~".to_owned(), ..View::default() };
    for (number, file) in (0..).zip(&both.files) {
        for _ in 0..12 {
            let opened = both.opened();
            let mut changed = file.clone();
            let at = dice.below(changed.len());
            changed[at] = dice.byte();
            let (explorer, shards) = &opened;
            let said = shards.put(explorer, number, &changed);
            assert!(said.is_err() || changed == *file, "{number}: {at}");
            assert!(shards.put(explorer, number + 1, file).is_err(), "the file of another number");
            // With a right checksum, too, so that the reading of what is behind it is tried as well.
            let sum = dateline_engine::pack::framed(&changed[22..]);
            changed[18..22].copy_from_slice(&sum[18..22]);
            let _ = shards.put(explorer, number, &changed);
            explorer.hit_count(&explorer.select(&view));
            for (other, file) in (0..).zip(&both.files) {
                let _ = shards.put(explorer, other, file);
            }
            let selection = explorer.select(&view);
            explorer.hit_count(&selection);
            explorer.rows(&selection, &view.open_all_mentions());
            explorer.completions(&view, &[]);
        }
    }
    for at in 0..both.head.len().min(2_000) {
        let mut changed = both.head.clone();
        changed[at] = changed[at].wrapping_add(1);
        let _ = decode(&changed);
    }
}
