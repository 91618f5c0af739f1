//! News made of the repository's own corpus: the same every time, and news to whatever reads it.

use dateline_engine::actors::annotate;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::parse;
use dateline_engine::text::Tokens;
use dateline_tests::news::{ARTICLES, News, field};
use dateline_tests::sources;
use std::collections::BTreeSet;

#[test]
fn made_news_is_the_same_every_time() {
    let (news, less) = (News::made(100), News::made(50));
    assert_eq!(news.items, News::made(100).items);
    assert_eq!(news.asked, News::made(100).asked);
    assert_eq!(news.items[..50], less.items, "a text does not depend on how many there are");
    let titles: BTreeSet<_> = news.items.iter().map(|item| field(item, "title")).collect();
    assert!(titles.len() >= 95, "texts are told again now and then: {} of 100 headlines", titles.len());
}

#[test]
fn made_news_is_read_as_it_was_made() {
    let news = News::made(ARTICLES);
    let corpus = parse(news.files(), &Config::default()).corpus;
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.articles.len(), ARTICLES);
    for (article, item) in corpus.articles.iter().zip(&news.items) {
        assert_eq!(article.title.text, field(item, "title"));
        assert_eq!(
            article.day().map(|day| day.to_string()).as_deref(),
            Some(&field(item, "published")[..10])
        );
        let paragraphs: Vec<_> = article.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(paragraphs.join("\n\n"), field(item, "body"), "{}", article.name);
    }
    // Of the length of news; some words stand in every text, most in few.
    let words: usize = corpus.articles.iter().map(|article| article.words as usize).sum();
    assert!((150..300).contains(&(words / ARTICLES)), "{words} words");
    let texts =
        corpus.articles.iter().flat_map(|article| &article.blocks).map(|block| Tokens::of(&block.text));
    let known: BTreeSet<String> =
        texts.flat_map(|text| text.iter().map(|t| t.folded.to_owned()).collect::<Vec<_>>()).collect();
    assert!(known.len() > 10_000, "{} different words", known.len());
    // One in twenty is told again, nearly as it was.
    assert!((150..=ARTICLES / 20).contains(&corpus.groups.len()), "{} groups", corpus.groups.len());
    let mentions = annotate(&corpus, &sources::gazetteer());
    let named: BTreeSet<_> = mentions.list.iter().map(|mention| mention.article).collect();
    assert_eq!(named.len(), ARTICLES, "every article names somebody");
    assert!(mentions.list.len() > 10 * ARTICLES, "{} mentions", mentions.list.len());
    assert!(mentions.actors.len() > 250, "{} actors", mentions.actors.len());
}

#[test]
fn made_news_is_read_a_line_each_and_twice() {
    let news = News::made(500).twice();
    let corpus = parse(vec![sources::file("news.ndjson", news.lines())], &Config::default()).corpus;
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.articles.len(), 1000);
    for (article, item) in corpus.articles.iter().zip(&news.items) {
        assert_eq!(article.title.text, field(item, "title"));
        assert_eq!(article.outlet_name(), field(item, "source"));
        assert_eq!(
            article.day().map(|day| day.to_string()).as_deref(),
            Some(&field(item, "published")[..10])
        );
    }
}

#[test]
fn queries_on_made_news_find_something() {
    let news = News::made(500);
    let explorer = news.explorer();
    for (class, queries) in news.queries() {
        let found = |query: &String| {
            let view = dateline_engine::view::View { query: query.clone(), ..Default::default() };
            !explorer.select(&view).articles.is_empty()
        };
        let missed: Vec<_> = queries.iter().filter(|query| !found(query)).collect();
        assert_eq!(missed, [""; 0], "{class}");
    }
}
