//! A corpus in many files, so that a page loads what a reader looks at: a head with all but texts and words, and files that
//! are there once they are asked for.
//!
//! [`encode`] makes them, and [`decode`] an [`Explorer`] of the head. It answers as that of the whole corpus does; but where
//! it asks for a file that is not there, the answer is none, and [`Shards::lacking`] names the file. Whoever wants the answer
//! gets it, gives it to [`Shards::put`], and asks again.
//!
//! The files, in the order of their numbers: texts, some articles each, the newest first; the index, postings and positions
//! of each partition; what was read out of the texts beforehand; the source texts of the same articles as the texts. Each has
//! a header as a pack has, and its number before its contents. A head with all its files behind it is a corpus that is
//! [`whole`].

use crate::actors::Lists;
use crate::corpus::on_demand::{Lacking, OnDemand};
use crate::corpus::{ArticleId, Block, Blocks, SourceText};
use crate::explorer::{Explorer, READ_BEFORE, newest_first};
use crate::pack::{PackError, corpus_of, payload};
use crate::search::{Index, IndexHead};
use serde::{Deserialize, Serialize};

#[cfg(feature = "read")]
mod encode;

#[cfg(feature = "read")]
pub use encode::{Sizes, encode, whole};

const HEAD: &[u8; 8] = b"DATEHEAD";
const FILE: &[u8; 8] = b"DATEPART";

/// What the head holds behind the corpus, its mentions and the lists, which are there without texts.
#[derive(Serialize, Deserialize)]
struct Head {
    index: IndexHead,
    layout: Layout,
    /// A checksum of all files: a head belongs to files of one content.
    files: u32,
}

/// Which file holds what.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Layout {
    /// The number of articles in each file of texts.
    texts: Vec<u32>,
    /// The number of files of the index.
    index: u32,
}

/// The files of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Shards {
    layout: Layout,
    /// For each file of texts the articles before it, the newest first.
    starts: Vec<usize>,
    lacking: Lacking,
    /// The source texts by file.
    sources: Vec<OnDemand<Vec<SourceText>>>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Texts.
    Texts,
    /// A part of the index.
    Index,
    /// Places of mentions, and the words that they are written with.
    Mentions,
    /// Source texts.
    SourceTexts,
}

/// Decodes the head of a corpus in files: an explorer that asks for these, the lists, and the files.
///
/// # Errors
/// [`PackError`], a sentence for the reader; never a panic, whatever the bytes.
pub fn decode(head: &[u8]) -> Result<(Explorer, Lists, Shards), PackError> {
    let inside = |what: &str| PackError::Inside(what.to_owned());
    let ((mut corpus, mentions, lists), rest) = corpus_of(payload(HEAD, head)?)?;
    let Head { index, layout, .. } =
        postcard::from_bytes(rest).map_err(|e| PackError::Inside(e.to_string()))?;
    if index.files() != layout.index as usize {
        return Err(inside("an index without its files"));
    }
    let lacking = Lacking::default();
    let numbers = (0..).zip(&layout.texts).flat_map(|(file, articles)| (0..*articles).map(move |_| file));
    let mut placed = 0;
    for (id, number) in newest_first(&corpus).into_iter().zip(numbers) {
        if let Some(article) = corpus.articles.get_mut(id.0 as usize) {
            article.blocks = Blocks::absent(lacking.file(number));
            placed += 1;
        }
    }
    if placed != corpus.articles.len() {
        return Err(inside("an article without a text"));
    }
    let days = corpus.articles.iter().map(|article| article.day()).collect();
    let first = layout.texts.len() as u32;
    let index = Index::absent(index, days, first, &lacking);
    let explorer = Explorer::in_files(corpus, mentions, index, first + layout.index, &lacking);
    let first = first + layout.index + READ_BEFORE as u32;
    let sources = (first..).zip(&layout.texts).map(|(number, _)| OnDemand::absent(lacking.file(number)));
    let sources = sources.collect();
    let mut before = 0_usize;
    let start = |articles: &u32| {
        let next = before.saturating_add(*articles as usize);
        std::mem::replace(&mut before, next)
    };
    let starts = layout.texts.iter().map(start).collect();
    Ok((explorer, lists, Shards { layout, starts, lacking, sources }))
}

/// Whether `bytes` begin as a head does.
pub fn is_head(bytes: &[u8]) -> bool {
    bytes.starts_with(HEAD)
}

impl Shards {
    /// The number of files.
    pub fn len(&self) -> usize {
        2 * self.layout.texts.len() + self.layout.index as usize + READ_BEFORE
    }

    /// Whether there are none, as of a corpus that is whole.
    pub fn is_empty(&self) -> bool {
        self.layout.texts.is_empty()
    }

    /// The numbers of the files that were asked for since it was called last and are not there.
    pub fn lacking(&self) -> Vec<u32> {
        self.lacking.take()
    }

    /// Calls `tell`, once for all, whenever the first file is asked for that is not there since they were taken.
    pub fn on_first_lacking(&self, tell: impl Fn() + Send + Sync + 'static) {
        self.lacking.on_first(tell);
    }

    /// What the file of this number holds.
    pub fn kind(&self, number: u32) -> Kind {
        let index = self.layout.index as usize;
        match (number as usize).checked_sub(self.layout.texts.len()) {
            None => Kind::Texts,
            Some(at) if at < index => Kind::Index,
            Some(at) if at < index + READ_BEFORE => Kind::Mentions,
            Some(_) => Kind::SourceTexts,
        }
    }

    /// The numbers of the files with all texts.
    pub fn texts(&self) -> std::ops::Range<u32> {
        0..self.layout.texts.len() as u32
    }

    /// The source text of the article `id` of `explorer`, of the same head; `None` where its file is lacking.
    pub fn source_text(&self, explorer: &Explorer, id: ArticleId) -> Option<&SourceText> {
        let at = explorer.place_among_newest(id)?;
        let file = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        self.sources.get(file)?.get()?.get(at - self.starts.get(file)?)
    }

    /// Whether so many texts are those of the file of texts with this index.
    fn fits(&self, file: usize, texts: usize) -> Result<(), PackError> {
        match self.layout.texts.get(file) {
            Some(articles) if *articles as usize == texts => Ok(()),
            _ => Err(PackError::Inside("a file with other texts".to_owned())),
        }
    }

    /// Puts a file where `explorer`, of the same head, lacks it.
    ///
    /// # Errors
    /// [`PackError`], a sentence for the reader, where it is not the file of this number.
    pub fn put(&self, explorer: &Explorer, number: u32, file: &[u8]) -> Result<(), PackError> {
        let inside = |error: postcard::Error| PackError::Inside(error.to_string());
        let (own, bytes) = postcard::take_from_bytes::<u32>(payload(FILE, file)?).map_err(inside)?;
        if own != number {
            return Err(PackError::Inside(format!("expected the file {number}, found {own}")));
        }
        let texts = self.layout.texts.len();
        match self.kind(number) {
            Kind::Texts => {
                let texts: Vec<Vec<Block>> = postcard::from_bytes(bytes).map_err(inside)?;
                self.fits(number as usize, texts.len())?;
                let before = self.starts.get(number as usize).copied().unwrap_or_default();
                for (id, blocks) in explorer.newest().iter().skip(before).zip(texts) {
                    explorer
                        .corpus
                        .article(*id)
                        .into_iter()
                        .for_each(|article| article.blocks.put(blocks.clone()));
                }
                Ok(())
            }
            Kind::Index => explorer.index().put(number as usize - texts, bytes).map_err(inside),
            Kind::Mentions => {
                explorer.put(number as usize - texts - self.layout.index as usize, bytes).map_err(inside)
            }
            Kind::SourceTexts => {
                let at = number as usize - texts - self.layout.index as usize - READ_BEFORE;
                let texts: Vec<SourceText> = postcard::from_bytes(bytes).map_err(inside)?;
                self.fits(at, texts.len())?;
                let there =
                    self.sources.get(at).ok_or_else(|| PackError::Inside("no such file".to_owned()))?;
                there.put(texts);
                Ok(())
            }
        }
    }
}
