//! Real news text in bulk: thousands of short articles, in which the parser finds its headlines and sets nothing
//! aside that is text.

mod sources;

use dateline_engine::corpus::config::Config;
use dateline_engine::corpus::{Role, SourceFile, parse};
use std::io::Read as _;

#[test]
#[cfg_attr(not(has_shared), ignore = "needs ../shared/bench")]
fn nothing_of_real_news_is_set_aside() {
    let packed =
        std::fs::read(sources::shared("bench").join("news-5000.ndjson.gz")).expect("the file is there");
    let mut lines = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut lines).expect("gzipped text");
    let items: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect();
    let field = |item: &serde_json::Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
    let files = items.iter().enumerate().map(|(index, item)| {
        let day = field(item, "published")[..10].to_owned();
        let text = format!(" date {day} {}\n\n{}\n", field(item, "title"), field(item, "body"));
        SourceFile { name: format!("{index:05}.txt"), bytes: text.into_bytes() }
    });
    let parsed = parse(files.collect(), &Config::default());
    assert_eq!(parsed.corpus.articles.len(), items.len());
    for ((article, item), file) in parsed.corpus.articles.iter().zip(&items).zip(&parsed.files) {
        assert_eq!(article.title.text, field(item, "title").trim(), "{}", file.name);
        assert_eq!(
            article.published.as_ref().map(|p| p.value.to_string()),
            Some(field(item, "published")[..10].into())
        );
        let body: Vec<_> = article.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(body, [field(item, "body").trim()], "{}", file.name);
        let rules: Vec<_> = file
            .parts
            .iter()
            .filter_map(|p| if let Role::Ledger(rule) = p.role { Some(rule) } else { None })
            .collect();
        assert_eq!(rules, ["scrape-date"], "{}", file.name);
    }
}
