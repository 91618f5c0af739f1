//! News as much as one likes: the same every time, and news to whatever reads it.

use dateline_engine::actors::annotate;
use dateline_engine::parse::config::Config;
use dateline_engine::parse::parse;
use dateline_engine::text::Tokens;
use dateline_tests::larger::{FILE, Larger};
use dateline_tests::news::{News, field};
use dateline_tests::{scratch, sources};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Made of little news, so that each stands in many articles.
static LARGER: LazyLock<Larger> = LazyLock::new(|| Larger::of(&News::made(200)));

const ARTICLES: usize = FILE + 1_000;

fn words(items: &[Value]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut add = |word: &str| {
        words.insert(word.to_owned());
    };
    items.iter().for_each(|item| Tokens::each(field(item, "body"), &mut add));
    words
}

#[test]
fn an_article_follows_from_its_number_alone() {
    let folders = ["larger", "larger-still"].map(scratch::folder);
    for (folder, articles) in folders.iter().zip([FILE, ARTICLES]) {
        LARGER.write(articles, folder).expect("files");
        Larger::of(&News::made(200)).write(articles, folder).expect("the files that are there");
    }
    let read = |folder: usize, name: &str| std::fs::read_to_string(folders[folder].join(name)).ok();
    let first = read(0, "articles-00001.ndjson").expect("a file");
    assert_eq!(Some(&first), read(1, "articles-00001.ndjson").as_ref(), "the same bytes");
    assert_eq!(read(0, "articles-00002.ndjson"), None);
    let second = read(1, "articles-00002.ndjson").expect("a file");
    assert_eq!((first.lines().count(), second.lines().count()), (FILE, ARTICLES - FILE));
    assert_eq!(second.lines().last(), Some(&*LARGER.article(ARTICLES - 1).to_string()));
    // Fewer than are there are written anew.
    LARGER.write(10, &folders[1]).expect("files");
    assert_eq!(read(1, "articles-00001.ndjson").map(|text| text.lines().count()), Some(10));
    assert_eq!(read(1, "articles-00002.ndjson"), None);
}

#[test]
fn made_articles_are_read_as_they_were_made() {
    let news = LARGER.news(2_000);
    let corpus = parse(vec![sources::file("articles-00001.ndjson", news.lines())], &Config::default()).corpus;
    assert_eq!(corpus.problems, []);
    assert_eq!(corpus.articles.len(), news.items.len());
    for (number, (article, item)) in corpus.articles.iter().zip(&news.items).enumerate() {
        assert_eq!(*article.name, *Larger::name(number));
        assert_eq!(article.title.text, field(item, "title"));
        assert_eq!(article.outlet_name(), field(item, "source"));
        let paragraphs: Vec<_> = article.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(paragraphs.join("\n\n"), field(item, "body"), "{}", article.name);
    }
    assert_eq!(corpus.groups.len(), 0, "no text is told again");
    let texts: BTreeSet<_> = news.items.iter().map(|item| field(item, "body")).collect();
    assert_eq!(texts.len(), news.items.len());
    let mentions = annotate(&corpus, &sources::gazetteer());
    let named: BTreeSet<_> = mentions.list.iter().map(|mention| mention.article).collect();
    assert!(named.len() > 1_900, "{} articles name somebody", named.len());
}

#[test]
fn new_words_come_with_more_articles() {
    let news = LARGER.news(ARTICLES);
    let [few, some, many] = [100, 1_000, ARTICLES].map(|articles| words(&news.items[..articles]).len());
    assert!(some > few * 2 && many > some * 2 && many < some * 6, "{few}, {some}, {many} words");
    let years: BTreeSet<_> = news.items.iter().map(|item| &field(item, "published")[..4]).collect();
    assert_eq!(years.len(), 35);
}
