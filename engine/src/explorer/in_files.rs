//! What is read out of the texts beforehand, for a corpus whose texts are in files.

use super::Explorer;
use super::library::{PlaceCache, Surfaces};
use crate::actors::Mentions;
use crate::corpus::Corpus;
use crate::corpus::on_demand::{Lacking, OnDemand};
use crate::search::Index;

/// The number of files with what is read out of the texts beforehand: the places of mentions, words by place, spellings, and
/// the words of mentions.
pub(crate) const READ_BEFORE: usize = 4;

impl Explorer {
    /// The bytes of the files with what is read out of the texts beforehand.
    #[cfg(feature = "read")]
    pub(crate) fn read_before(&self) -> [Vec<u8>; READ_BEFORE] {
        let written = "plain structs serialise into memory";
        [
            postcard::to_stdvec(&self.read_places()).expect(written),
            postcard::to_stdvec(&self.read_words()).expect(written),
            postcard::to_stdvec(&self.read_surfaces()).expect(written),
            postcard::to_stdvec(&self.read_tokens()).expect(written),
        ]
    }

    /// The zone, the first word and the number of words of each mention, read from the texts.
    #[cfg(feature = "read")]
    fn read_tokens(&self) -> Vec<[u32; 3]> {
        use crate::actors::Zone;
        use crate::text::Tokens;
        let mut all = Vec::with_capacity(self.mentions.list.len());
        for here in self.mentions.list.chunk_by(|a, b| (a.article, a.zone) == (b.article, b.zone)) {
            let zone = here[0].zone;
            let text = self.corpus.article(here[0].article).map_or("", |article| zone.of(article));
            let tokens = Tokens::of(text);
            let zone = match zone {
                Zone::Title => 0,
                Zone::Block(block) => block + 1,
            };
            let ends: Vec<u32> = tokens.iter().map(|token| token.span.end).collect();
            let starts: Vec<u32> = tokens.iter().map(|token| token.span.start).collect();
            all.extend(here.iter().map(|mention| {
                let first = ends.partition_point(|end| *end <= mention.at.start);
                let after = starts.partition_point(|start| *start < mention.at.end);
                [zone, first as u32, after.saturating_sub(first) as u32]
            }));
        }
        all
    }

    /// An explorer of a corpus whose texts are in files; those with what was read out of them have the numbers from `first`
    /// on.
    pub(crate) fn in_files(
        corpus: Corpus,
        mentions: Mentions,
        index: Index,
        first: u32,
        lacking: &Lacking,
    ) -> Explorer {
        let places = PlaceCache {
            mentions: OnDemand::absent(lacking.file(first)),
            words: OnDemand::absent(lacking.file(first + 1)),
            surfaces: OnDemand::absent(lacking.file(first + 2)),
            tokens: Some(OnDemand::absent(lacking.file(first + 3))),
            ..PlaceCache::default()
        };
        Explorer::with(corpus, mentions, index, places)
    }

    /// Puts the bytes of its file of what was read beforehand with the index `at` where they were absent.
    ///
    /// # Errors
    /// Where the bytes are none of it.
    pub(crate) fn put(&self, at: usize, bytes: &[u8]) -> Result<(), postcard::Error> {
        let (mentions, articles) = (self.mentions.list.len(), self.corpus.articles.len());
        let fits = |found: usize, expected: usize| match found == expected {
            true => Ok(()),
            false => Err(postcard::Error::DeserializeBadEncoding),
        };
        match (at, &self.places.tokens) {
            (0, _) => {
                let places: Vec<u8> = postcard::from_bytes(bytes)?;
                fits(places.len(), mentions)?;
                self.places.mentions.put(places);
            }
            (1, _) => {
                let words: Vec<_> = postcard::from_bytes(bytes)?;
                fits(words.len(), articles)?;
                self.places.words.put(words);
            }
            (2, _) => {
                let surfaces: Surfaces = postcard::from_bytes(bytes)?;
                fits(surfaces.of.len(), mentions)?;
                self.places.surfaces.put(surfaces);
            }
            (3, Some(tokens)) => {
                let all: Vec<_> = postcard::from_bytes(bytes)?;
                fits(all.len(), mentions)?;
                tokens.put(all);
            }
            _ => {}
        }
        Ok(())
    }

    /// The index of the texts.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}
