//! Makes the files of a corpus.

use super::{FILE, HEAD, Head, Layout, decode};
use crate::actors::{Lists, Mentions};
use crate::corpus::{Article, Blocks, Corpus, SourceText};
use crate::explorer::Explorer;
use crate::pack::{PackError, apart, frame, summed};
use serde::Serialize;

/// How large files are, in bytes before they are compressed.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Of texts at least, but for the last: a list of articles needs a file for each of them.
    pub texts: usize,
    /// Of postings and of positions at most, but for a single word's.
    pub index: [usize; 2],
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { texts: 24 * 1024, index: [64 * 1024, 192 * 1024] }
    }
}

/// Files of texts at most; larger corpora have larger ones.
const MOST_TEXTS: usize = 4_500;

/// The head and the files of `corpus`; `lists` are those with which its `mentions` were found. The same corpus gives the same
/// bytes.
///
/// `texts` has the source text of each article.
pub fn encode(
    corpus: Corpus,
    mentions: Mentions,
    lists: &Lists,
    texts: &[SourceText],
    sizes: Sizes,
) -> (Vec<u8>, Vec<Vec<u8>>) {
    let explorer = Explorer::new(corpus, mentions);
    let corpus = &*explorer.corpus;
    let length = |article: &Article| article.blocks.iter().map(|block| block.text.len()).sum::<usize>();
    let all: usize = corpus.articles.iter().map(length).sum();
    let least = sizes.texts.max(all / MOST_TEXTS);
    let mut layout = Layout::default();
    let mut files = Vec::new();
    let (mut here, mut bytes): (Vec<&Blocks>, usize) = (Vec::new(), 0);
    let mut close = |here: &mut Vec<&Blocks>, layout: &mut Layout| {
        if !here.is_empty() {
            files.push(file(layout.texts.len() as u32, &here));
            layout.texts.push(here.len() as u32);
            here.clear();
        }
    };
    for article in explorer.newest().iter().filter_map(|id| corpus.article(*id)) {
        here.push(&article.blocks);
        bytes += length(article);
        if bytes >= least {
            close(&mut here, &mut layout);
            bytes = 0;
        }
    }
    close(&mut here, &mut layout);
    let (index, of_index) = explorer.index().in_files(sizes.index);
    layout.index = of_index.len() as u32;
    for contents in of_index.into_iter().chain(explorer.read_before()) {
        files.push(framed(files.len() as u32, contents));
    }
    let mut left = explorer.newest();
    for articles in &layout.texts {
        let (here, rest) = left.split_at(*articles as usize);
        let texts: Vec<_> = here.iter().filter_map(|id| texts.get(id.0 as usize)).collect();
        files.push(file(files.len() as u32, &texts));
        left = rest;
    }
    let without_texts = |article: &Article| Article {
        name: article.name.clone(),
        title: article.title.clone(),
        published: article.published.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        dateline: article.dateline.clone(),
        credits: article.credits.clone(),
        language: article.language.clone(),
        blocks: Blocks::default(),
        ..*article
    };
    let corpus = Corpus {
        title: corpus.title.clone(),
        description: corpus.description.clone(),
        files: corpus.files.clone(),
        articles: corpus.articles.iter().map(without_texts).collect(),
        problems: corpus.problems.clone(),
        groups: corpus.groups.clone(),
        rules: corpus.rules.clone(),
    };
    let sums: Vec<u8> = files.iter().flat_map(|file| summed(file).to_le_bytes()).collect();
    let head = Head { index, layout, files: summed(&sums) };
    (frame(HEAD, &((corpus, &explorer.mentions, lists), head)), files)
}

/// The corpus whose head stands in `bytes` with all its files behind it: its mentions, its lists and the source text of each
/// article.
///
/// # Errors
/// [`PackError`], a sentence for the reader, where a file is missing or is none of this corpus.
pub fn whole(bytes: &[u8]) -> Result<(Corpus, Mentions, Lists, Vec<SourceText>), PackError> {
    let inside = |what: &str| PackError::Inside(what.to_owned());
    let (head, files) =
        apart(bytes).split_first().map(|(head, files)| (*head, files.to_vec())).ok_or(PackError::NotAPack)?;
    let (explorer, lists, shards) = decode(head)?;
    if files.len() != shards.len() {
        return Err(inside("a file is missing"));
    }
    for (number, file) in (0..).zip(files) {
        shards.put(&explorer, number, file)?;
    }
    let text = |(id, _)| {
        shards.source_text(&explorer, id).cloned().ok_or_else(|| inside("a source text is missing"))
    };
    let texts = explorer.corpus.ids().map(text).collect::<Result<_, _>>()?;
    let corpus = Corpus::clone(&explorer.corpus);
    if !corpus.articles.iter().all(|article| article.blocks.are_there()) {
        return Err(inside("a text is missing"));
    }
    Ok((corpus, explorer.mentions, lists, texts))
}

/// The file of this number with `value`.
fn file(number: u32, value: &impl Serialize) -> Vec<u8> {
    frame(FILE, &(number, value))
}

/// The file of this number with contents that are written already.
fn framed(number: u32, contents: Vec<u8>) -> Vec<u8> {
    let number = postcard::to_stdvec(&number).expect("a number serialises into memory");
    crate::pack::framed_as(FILE, &[number, contents].concat())
}
