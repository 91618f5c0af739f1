//! What a page loads of a corpus: the pack, and the source texts apart from it.

use dateline_engine::actors::{Lists, Mentions};
use dateline_engine::corpus::{Corpus, SourceText};
use dateline_engine::pack;

/// The binaries of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// The pack.
    pub pack: Vec<u8>,
    /// The source texts.
    pub sources: Vec<u8>,
}

impl Packs {
    /// The binaries of `corpus`, whose mentions were found with `lists`; `texts` has the source text of each article.
    pub fn new(corpus: &Corpus, mentions: &Mentions, lists: &Lists, texts: &[SourceText]) -> Packs {
        let pack = pack::encode(corpus, mentions, lists);
        let sources = pack::encode_source_texts(texts.iter(), &pack);
        Packs { pack, sources }
    }
}
