//! Every measure is a sum over one list of mentions: for random rules, selections and groups, the bars, the
//! days, the pairs and the spellings add up to it, and a slow count over the mentions gives the same.

mod dice;
mod sources;

use dateline_engine::actors::{Form, Mention, Zone, zones};
use dateline_engine::corpus::config::Config;
use dateline_engine::corpus::{ArticleId, BlockKind, parse};
use dateline_engine::text::Tokens;
use dateline_engine::view::Explorer;
use dateline_engine::view::measure::{Counter, Rule, Where, Within};
use dice::Dice;
use std::collections::BTreeSet;

/// Rules, selections and groups that are tried on each corpus.
const TRIES: u64 = 120;

struct Try<'e> {
    explorer: &'e Explorer,
    counter: &'e Counter<'e>,
    rule: Rule,
    /// What a reader selected.
    selected: Vec<ArticleId>,
    groups: Vec<Vec<ArticleId>>,
    /// What of it counts.
    articles: Vec<ArticleId>,
    evidence: Vec<usize>,
    name: String,
}

impl Try<'_> {
    fn mention(&self, index: usize) -> &Mention {
        &self.explorer.mentions.list[index]
    }

    fn articles_of(&self, list: &[usize]) -> BTreeSet<ArticleId> {
        list.iter().map(|index| self.mention(*index).article).collect()
    }
}

fn every(check: impl Fn(&Try<'_>)) {
    for folder in sources::corpora().into_iter().chain([sources::nobodies()]) {
        let explorer = sources::explorer(&folder);
        let counter = Counter::new(&explorer.corpus, &explorer.mentions);
        let ids: Vec<ArticleId> = explorer.corpus.ids().map(|(id, _)| id).collect();
        for seed in 0..TRIES {
            let mut dice = Dice::new(seed);
            let some = |dice: &mut Dice| ids.iter().copied().filter(|_| !dice.once_in(3)).collect::<Vec<_>>();
            let rule = Rule {
                places: Where::ALL.into_iter().filter(|_| !dice.once_in(3)).collect(),
                forms: Form::ALL.into_iter().filter(|_| !dice.once_in(4)).collect(),
                once: dice.once_in(2),
            };
            let rule = if dice.once_in(4) { Rule::default() } else { rule };
            let selected = some(&mut dice);
            // Groups share no article.
            let mut groups: Vec<Vec<ArticleId>> = vec![Vec::new(); 2 + dice.below(8)];
            for id in &ids {
                let group = dice.below(groups.len());
                groups[group].push(*id);
            }
            let articles = counter.articles(&rule, &selected, &groups);
            let evidence = counter.evidence(&rule, &articles);
            let name = format!("{}, try {seed}: {rule:?}", folder.display());
            let (explorer, counter) = (&explorer, &counter);
            check(&Try { explorer, counter, rule, selected, groups, articles, evidence, name });
        }
    }
}

#[test]
fn the_evidence_is_in_order_and_bars_days_and_spellings_add_up_to_it() {
    every(|t| {
        assert!(t.evidence.is_sorted_by(|a, b| a < b), "{}", t.name);
        let tally = t.counter.tally(&t.rule, &t.articles, &t.evidence);
        let by_actor = t.counter.by_actor(&t.evidence);
        assert_eq!(tally.actors.len(), by_actor.len(), "{}", t.name);
        assert_eq!(
            tally.actors.iter().map(|m| m.mentions as usize).sum::<usize>(),
            t.evidence.len(),
            "{}",
            t.name
        );
        for measure in &tally.actors {
            let rows = &by_actor[&measure.actor];
            let articles = t.articles_of(rows);
            assert_eq!(
                (measure.mentions, measure.articles),
                (rows.len() as u32, articles.len() as u32),
                "{}",
                t.name
            );
            assert!(
                (measure.share * f64::from(tally.articles) - articles.len() as f64).abs() < 1e-6,
                "{}",
                t.name
            );
            let mentions = measure.per_thousand * f64::from(tally.words) / 1000.0;
            assert!((mentions - rows.len() as f64).abs() < 1e-6, "{}", t.name);
            let spellings = t.counter.spellings(&t.evidence, measure.actor);
            let mut of_spellings: Vec<usize> = spellings.iter().flat_map(|s| s.mentions.clone()).collect();
            of_spellings.sort_unstable();
            assert_eq!(&of_spellings, rows, "{}", t.name);
            for spelling in &spellings {
                // What is left without this spelling is what it does not bring.
                let left: Vec<usize> =
                    rows.iter().filter(|i| !spelling.mentions.contains(i)).copied().collect();
                let lost: Vec<ArticleId> = articles.difference(&t.articles_of(&left)).copied().collect();
                assert_eq!(spelling.alone, lost, "{}: {}", t.name, spelling.text);
                assert_eq!(spelling.articles as usize, t.articles_of(&spelling.mentions).len(), "{}", t.name);
            }
        }
        let mut of_days: Vec<usize> = t.counter.by_day(&t.evidence).into_values().flatten().collect();
        of_days.sort_unstable();
        assert_eq!(of_days, t.evidence, "{}", t.name);
    });
}

#[test]
fn pairs_are_what_a_slow_count_gives() {
    every(|t| {
        for within in [Within::Article, Within::Paragraph] {
            let pairs = t.counter.pairs(&t.evidence, within);
            for ((a, b), pair) in &pairs {
                assert!(a < b, "{}", t.name);
                let unit = |index: &usize| {
                    let mention = t.mention(*index);
                    (mention.article, (within == Within::Paragraph).then_some(mention.zone))
                };
                let units = |actor| {
                    let own = t.evidence.iter().filter(move |i| t.mention(**i).actor == Some(actor));
                    own.map(unit).collect::<BTreeSet<_>>()
                };
                let both: BTreeSet<_> = units(*a).intersection(&units(*b)).copied().collect();
                let named = |index: &&usize| {
                    [Some(*a), Some(*b)].contains(&t.mention(**index).actor) && both.contains(&unit(index))
                };
                let mentions: Vec<usize> = t.evidence.iter().filter(named).copied().collect();
                assert_eq!((pair.units as usize, &pair.mentions), (both.len(), &mentions), "{}", t.name);
            }
            let actors: Vec<_> = t.counter.by_actor(&t.evidence).into_keys().collect();
            assert!(pairs.len() <= actors.len() * actors.len().saturating_sub(1) / 2, "{}", t.name);
        }
    });
}

#[test]
fn switches_part_the_evidence() {
    every(|t| {
        let all = t.counter.evidence(&Rule::default(), &t.articles);
        let known = |m: &Mention| m.actor.is_some() && t.articles.contains(&m.article);
        let slow = (0..t.explorer.mentions.list.len()).filter(|i| known(t.mention(*i)));
        assert_eq!(all, slow.collect::<Vec<_>>(), "{}", t.name);
        let places = Where::ALL.map(|place| Rule { places: vec![place], ..Rule::default() });
        let forms = Form::ALL.map(|form| Rule { forms: vec![form], ..Rule::default() });
        for rules in [&places[..], &forms[..]] {
            let mut parts: Vec<usize> =
                rules.iter().flat_map(|rule| t.counter.evidence(rule, &t.articles)).collect();
            parts.sort_unstable();
            assert_eq!(parts, all, "{}", t.name);
        }
        let words: u32 = places.iter().map(|rule| t.counter.tally(rule, &t.articles, &[]).words).sum();
        let texts = t.articles.iter().filter_map(|id| t.explorer.corpus.article(*id)).flat_map(zones);
        let tokens: usize = texts.map(|(_, text)| Tokens::of(text).len()).sum();
        assert_eq!(words as usize, tokens, "{}: each word stands somewhere", t.name);
    });
}

#[test]
fn a_story_counts_once_on_request() {
    every(|t| {
        let selected: BTreeSet<ArticleId> = t.selected.iter().copied().collect();
        let articles: BTreeSet<ArticleId> = t.articles.iter().copied().collect();
        if !t.rule.once {
            assert_eq!(articles, selected, "{}", t.name);
            return;
        }
        for group in &t.groups {
            let first = group.iter().filter(|id| selected.contains(id)).min();
            let kept: Vec<_> = group.iter().filter(|id| articles.contains(id)).collect();
            assert_eq!(kept, first.into_iter().collect::<Vec<_>>(), "{}", t.name);
        }
        let grouped: BTreeSet<ArticleId> = t.groups.iter().flatten().copied().collect();
        assert!(selected.difference(&grouped).all(|id| articles.contains(id)), "{}", t.name);
    });
}

#[test]
fn words_of_others_are_told_apart() {
    let text = " date 2024-03-08 Norway said “Chile is near” and that Peru is not.\n\nA guest said: “Chile, again.\n\nAnd Chile.”";
    let corpus = parse(vec![sources::file("text.txt", text)], &Config::default()).corpus;
    let mentions = dateline_engine::actors::annotate(&corpus, &sources::gazetteer());
    let counter = Counter::new(&corpus, &mentions);
    let article = corpus.articles.first().expect("an article");
    assert!(article.blocks.iter().all(|b| b.kind == BlockKind::Paragraph), "{:?}", article.blocks);
    let quotes = Rule { places: vec![Where::Quote], ..Rule::default() };
    let quoted = counter.evidence(&quotes, &[ArticleId(0)]);
    let surfaces: Vec<_> = quoted.iter().map(|i| mentions.list[*i].surface(&corpus)).collect();
    assert_eq!(surfaces, ["Chile", "Chile"], "the last paragraph opens no quotation of its own");
    assert!(mentions.list.iter().all(|m| m.zone != Zone::Title));
}
