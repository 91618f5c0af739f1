//! What a page loads of a corpus: the pack, and the source texts apart from it; or a head and many files.

use dateline_engine::actors::{Lists, Mentions};
use dateline_engine::corpus::{Corpus, SourceText};
use dateline_engine::pack::{self, PackError};
use dateline_engine::shards::{self, Sizes};
use std::borrow::Cow;

/// The binaries of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// The pack; of a page in many files its head, with all files behind it.
    pub pack: Vec<u8>,
    /// The source texts; empty where they are among the files.
    pub sources: Vec<u8>,
}

/// What is packed.
pub(crate) struct Unpacked {
    pub(crate) corpus: Corpus,
    pub(crate) mentions: Mentions,
    pub(crate) lists: Lists,
    /// The source text of each article.
    pub(crate) texts: Vec<SourceText>,
}

impl Packs {
    /// The binaries of `corpus`, whose mentions were found with `lists`; `texts` has the source text of each article.
    pub fn new(corpus: &Corpus, mentions: &Mentions, lists: &Lists, texts: &[SourceText]) -> Packs {
        let pack = pack::encode(corpus, mentions, lists);
        let sources = pack::encode_source_texts(texts.iter(), &pack);
        Packs { pack, sources }
    }

    /// What is packed.
    ///
    /// # Errors
    /// Where the packs cannot be read.
    pub(crate) fn unpacked(&self) -> Result<Unpacked, PackError> {
        if shards::is_head(&self.pack) {
            let (corpus, mentions, lists, texts) = shards::whole(&self.pack)?;
            return Ok(Unpacked { corpus, mentions, lists, texts });
        }
        let (corpus, mentions, lists) = pack::decode(&self.pack)?;
        let sources = pack::decode_source_texts(&self.sources, &pack::fingerprint(&self.pack))?;
        let text = |(id, _)| sources.text(id).ok_or(PackError::Inside("a source text is missing".to_owned()));
        let texts = corpus.ids().map(text).collect::<Result<_, _>>()?;
        Ok(Unpacked { corpus, mentions, lists, texts })
    }

    /// The same corpus in one pack, where it is in many files.
    ///
    /// # Errors
    /// Where the packs cannot be read.
    pub(crate) fn in_one(&self) -> Result<Cow<'_, Packs>, PackError> {
        if !shards::is_head(&self.pack) {
            return Ok(Cow::Borrowed(self));
        }
        let Unpacked { corpus, mentions, lists, texts } = self.unpacked()?;
        Ok(Cow::Owned(Packs::new(&corpus, &mentions, &lists, &texts)))
    }

    /// The head of the same corpus in many files, and the bytes of each.
    ///
    /// # Errors
    /// Where the packs cannot be read.
    pub(crate) fn in_files(&self) -> Result<(Vec<u8>, Vec<Vec<u8>>), PackError> {
        let Unpacked { corpus, mentions, lists, texts } = self.unpacked()?;
        Ok(shards::encode(corpus, mentions, &lists, &texts, Sizes::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::Packs;
    use crate::Gathering;
    use dateline_engine::actors::Gazetteer;
    use dateline_engine::parse::config::Config;
    use dateline_engine::parse::{SourceFile, parse};

    #[test]
    fn many_files_are_one_pack_again() {
        let text = " date 2024-01-05 Ministers of Norway and Chad met in Oslo on Friday.";
        let files = vec![SourceFile { name: "a.txt".into(), bytes: text.into() }];
        let mut gathering = Gathering::default();
        gathering.add(parse(files, &Config::default()));
        let packs = gathering.finish(Gazetteer::built_in()).pack();
        let (head, files) = packs.in_files().expect("its own packs");
        let many = Packs { pack: [vec![head], files].concat().concat(), sources: Vec::new() };
        assert_eq!(*many.in_one().expect("its own files"), packs);
        assert_eq!(*packs.in_one().expect("one pack"), packs);
    }
}
