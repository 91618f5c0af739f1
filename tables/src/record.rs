//! What a page has of an article beside the tables: where each value was read, and the source text around it. It is for
//! Dateline alone, and for the version that wrote it.

use dateline_engine::corpus::{AppliedRule, Article, FileId, SourceText};
use serde::{Deserialize, Serialize};

/// An article without the texts that the tables have, its source text, and the rules that this names by their places.
#[derive(Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) article: Article,
    pub(crate) text: SourceText,
    pub(crate) rules: Vec<String>,
}

/// The record of `article`, whose source `text` names `rules` by their places.
pub(crate) fn of(article: &Article, mut text: SourceText, rules: &[AppliedRule]) -> Vec<u8> {
    let mut named: Vec<String> = Vec::new();
    text.move_rules(|rule| {
        let id = rules.get(rule as usize).map_or("", |rule| rule.id.as_str());
        let place = named.iter().position(|other| other == id).unwrap_or_else(|| {
            named.push(id.to_owned());
            named.len() - 1
        });
        place as u32
    });
    let mut article = article.clone();
    article.title.text.clear();
    article.name.clear();
    // It counts in the run that wrote it.
    article.file = FileId(0);
    article.blocks.iter_mut().for_each(|block| block.text.clear());
    postcard::to_stdvec(&Record { article, text, rules: named }).expect("plain structs serialise into memory")
}
