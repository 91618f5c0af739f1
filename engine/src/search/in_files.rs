//! An index in many files: each partition in two, its postings and its positions.

use super::field_index::FieldIndex;
use super::field_indexes::FieldIndexes;
use super::index::Index;
use super::partition::{KINDS, Partition};
use super::postings::{Postings, Stored};
use crate::corpus::Day;
use crate::corpus::on_demand::{Lacking, OnDemand};
use serde::{Deserialize, Serialize};

/// What of an index is there from the beginning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndexHead {
    /// The number of words of each article.
    lengths: Vec<u32>,
    /// The first word of each partition of each field.
    first_words: [Vec<String>; 3],
}

impl IndexHead {
    /// The number of its files.
    pub fn files(&self) -> usize {
        2 * self.first_words.iter().map(Vec::len).sum::<usize>()
    }
}

impl Index {
    /// The same index in files: what is there from the beginning, and the bytes of each file. Postings and positions of a
    /// partition are at most so many bytes, but for a single word's.
    #[cfg(feature = "read")]
    pub fn in_files(&self, most: [usize; 2]) -> (IndexHead, Vec<Vec<u8>>) {
        let written = "plain structs serialise into memory";
        let mut head = IndexHead { lengths: self.lengths.clone(), ..IndexHead::default() };
        let mut files = Vec::new();
        for (field, first_words) in self.fields.all().into_iter().zip(&mut head.first_words) {
            for partition in field.partitions.iter().flat_map(|partition| partition.cut(most)) {
                let (postings, positions) = (partition.postings.get(), partition.positions.get());
                let stored = postings.cloned().unwrap_or_default().map(Stored::from);
                files.push(postcard::to_stdvec(&stored).expect(written));
                files.push(postcard::to_stdvec(&positions.cloned().unwrap_or_default()).expect(written));
                first_words.push(partition.first);
            }
        }
        (head, files)
    }

    /// The index of articles of these `days`, whose files have the numbers from `first` on.
    pub fn absent(head: IndexHead, days: Vec<Option<Day>>, first: u32, lacking: &Lacking) -> Index {
        let mut numbers = first..;
        let mut file = || lacking.file(numbers.next().unwrap_or(u32::MAX));
        let mut field = |first_words: Vec<String>| {
            let mut partition = |first| {
                let (postings, positions) = (OnDemand::absent(file()), OnDemand::absent(file()));
                Partition { first, postings, positions }
            };
            FieldIndex { partitions: first_words.into_iter().map(&mut partition).collect() }
        };
        let [text, outlet, url] = head.first_words.map(&mut field);
        Index::with(FieldIndexes { text, outlet, url }, days, head.lengths)
    }

    /// Puts the bytes of its file with the index `at` where they were absent; says what is wrong with them.
    ///
    /// # Errors
    /// Where it has no such file, or its bytes are none of an index.
    pub fn put(&self, at: usize, bytes: &[u8]) -> Result<(), postcard::Error> {
        let mut partitions = self.fields.all().into_iter().flat_map(|field| &field.partitions);
        let Some(partition) = partitions.nth(at / 2) else {
            return Err(postcard::Error::DeserializeBadEncoding);
        };
        match at % 2 {
            0 => partition.postings.put(postcard::from_bytes::<[Stored; KINDS]>(bytes)?.map(Postings::from)),
            _ => partition.positions.put(postcard::from_bytes(bytes)?),
        }
        Ok(())
    }
}
