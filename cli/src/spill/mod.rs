//! Articles on a disk until their near-duplicates are found, and numbers that are sorted there: however many there are, little
//! of them is in memory. [`sorted`] sorts, and [`shared`] has the files.

mod shared;
mod sorted;

use crate::failure::Failure;
use dateline_engine::corpus::{ArticleId, Group};
use dateline_engine::parse::{KnownGroups, Parsed, Signature, Store, groups_in};
use dateline_tables::Duplicate;
use shared::{AT_ONCE, Shared, bytes};
use sorted::{Sorted, Sorting};
use std::borrow::Cow;
use std::io::{self, BufReader, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Articles in files without names, which go when the program ends, however that happens.
pub(crate) struct Spill {
    folder: PathBuf,
    /// The name of each article and the texts of its blocks: their number, the length of each, and all of them.
    texts: BufWriter<Shared>,
    /// Where the texts of each article begin, and where the last end.
    starts: Vec<u64>,
    /// The signature of each article: whether there is one, its whole, the number of its shingles, its shingles.
    signatures: BufWriter<Shared>,
    sorted: Sorted,
    /// The place of each article in the corpus, in the order in which they were added; empty where that is the order.
    places: Vec<u32>,
    /// The other way round.
    added: Vec<u32>,
}

impl Spill {
    /// Nothing yet; files are made in `folder`.
    ///
    /// # Errors
    /// Where no file can be made.
    pub(crate) fn new(folder: &Path) -> Result<Spill, Failure> {
        let file = || Shared::new(folder).map(BufWriter::new).map_err(failed(folder));
        Ok(Spill {
            folder: folder.to_owned(),
            texts: file()?,
            starts: vec![0],
            signatures: file()?,
            sorted: Sorted::default(),
            places: Vec::new(),
            added: Vec::new(),
        })
    }

    /// Adds the articles of a portion.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub(crate) fn add(&mut self, parsed: &Parsed) -> Result<(), Failure> {
        for (article, signature) in parsed.corpus.articles.iter().zip(&parsed.signatures) {
            let texts: Vec<&str> = article.blocks.iter().map(|block| block.text.as_str()).collect();
            self.add_text(&article.name, &texts, signature.as_ref())?;
        }
        Ok(())
    }

    /// Adds an article with the texts of its blocks, and their signature.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn add_text(
        &mut self,
        name: &str,
        blocks: &[&str],
        signature: Option<&Signature>,
    ) -> Result<(), Failure> {
        let failed = failed(&self.folder);
        let mut record = (blocks.len() as u32 + 1).to_le_bytes().to_vec();
        let texts = || std::iter::once(name).chain(blocks.iter().copied());
        texts().for_each(|text| record.extend((text.len() as u32).to_le_bytes()));
        texts().for_each(|text| record.extend(text.as_bytes()));
        self.texts.write_all(&record).map_err(&failed)?;
        let start = self.starts.last().copied().unwrap_or_default();
        self.starts.push(start + record.len() as u64);
        let none = Signature { whole: 0, shingles: Vec::new() };
        let Signature { whole, shingles } = signature.unwrap_or(&none);
        let mut record = vec![u8::from(signature.is_some())];
        record.extend(whole.to_le_bytes());
        record.push(shingles.len() as u8);
        shingles.iter().for_each(|shingle| record.extend(shingle.to_le_bytes()));
        self.signatures.write_all(&record).map_err(&failed)
    }

    /// The number of articles.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Gives the articles the order of a corpus: `order` has the place of each, in the order in which they were added.
    pub(crate) fn order(&mut self, order: Vec<u32>) {
        self.added = vec![0; order.len()];
        for (added, place) in (0..).zip(&order) {
            self.added[*place as usize] = added;
        }
        self.places = order;
    }

    /// Calls `each` with each group of near-duplicates among the articles.
    ///
    /// # Errors
    /// Where files cannot be written or read, and what `each` gives.
    pub(crate) fn near_duplicates(
        mut self,
        earlier: &KnownGroups,
        mut each: impl FnMut(Vec<Duplicate>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let failed = failed(&self.folder);
        self.flush().map_err(&failed)?;
        let articles = self.len();
        for Group { members } in groups_in(&mut self, articles, earlier).map_err(&failed)? {
            let named = members.into_iter().map(|member| {
                let ArticleId(place) = member.article;
                let article = self.record(place)?.into_iter().next().unwrap_or_default();
                Ok(Duplicate { article, similarity: member.similarity, shared: member.shared })
            });
            each(named.collect::<io::Result<_>>().map_err(&failed)?)?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.signatures.flush()?;
        self.texts.flush()
    }

    /// The name of the article at `place`, and the texts of its blocks.
    fn record(&self, place: u32) -> io::Result<Vec<String>> {
        let place = self.added.get(place as usize).copied().unwrap_or(place);
        let (start, end) = (self.starts[place as usize], self.starts[place as usize + 1]);
        let mut bytes = vec![0; (end - start) as usize];
        self.texts.get_ref().from(start).read_exact(&mut bytes)?;
        let mut from = &*bytes;
        let count = u32::from_le_bytes(self::shared::bytes(&mut from)?);
        let length = |_| self::shared::bytes(&mut from).map(u32::from_le_bytes);
        let lengths = (0..count).map(length).collect::<io::Result<Vec<_>>>()?;
        let text = |length| {
            let mut text = vec![0; length as usize];
            from.read_exact(&mut text)?;
            String::from_utf8(text).map_err(io::Error::other)
        };
        lengths.into_iter().map(text).collect()
    }
}

/// What an error of these files says.
fn failed(folder: &Path) -> impl Fn(io::Error) -> Failure + use<> {
    let folder = folder.display().to_string();
    move |error| {
        format!(
            "expected room in {folder} for what is not in memory, cannot write or read there: {error}; free some"
        )
    }
}

impl Store for Spill {
    type Failure = io::Error;

    fn texts(&self, place: u32) -> io::Result<Vec<Cow<'_, str>>> {
        Ok(self.record(place)?.into_iter().skip(1).map(Cow::Owned).collect())
    }

    fn signatures(&self, mut each: impl FnMut(u32, Option<&Signature>)) -> io::Result<()> {
        let mut from = BufReader::with_capacity(AT_ONCE, self.signatures.get_ref().from(0));
        for added in 0..self.len() {
            let [is_there] = bytes(&mut from)?;
            let whole = u64::from_le_bytes(bytes(&mut from)?);
            let [count] = bytes(&mut from)?;
            let shingle = |_| Ok(u32::from_le_bytes(bytes(&mut from)?));
            let shingles = (0..count).map(shingle).collect::<io::Result<_>>()?;
            let place = self.places.get(added).copied().unwrap_or(added as u32);
            each(place, Some(&Signature { whole, shingles }).filter(|_| is_there > 0));
        }
        Ok(())
    }

    fn sort(&mut self, add: impl Fn(u32, &Signature, &mut Vec<u64>)) -> io::Result<()> {
        let mut sorting = Sorting::new(&self.folder);
        let mut added = Ok(());
        self.signatures(|place, signature| {
            signature.iter().for_each(|signature| add(place, signature, &mut sorting.numbers));
            if added.is_ok() {
                added = sorting.spill();
            }
        })?;
        added?;
        self.sorted = sorting.finish()?;
        Ok(())
    }

    fn sorted(&self, each: impl FnMut(u64)) -> io::Result<()> {
        self.sorted.each(each)
    }
}

#[cfg(test)]
mod tests {
    use super::Spill;
    use dateline_engine::corpus::ArticleId;
    use dateline_engine::parse::config::Config;
    use dateline_engine::parse::{KnownGroups, SourceFile, parse};

    /// So many texts, every second of which tells the one before again.
    fn texts(count: usize) -> Vec<SourceFile> {
        let text = |i: usize| {
            let words = (0..40).map(|word| format!("w{}", (i / 2) * 1000 + word));
            format!("{} once {i}.", words.collect::<Vec<_>>().join(" "))
        };
        let file = |i| SourceFile { name: format!("{i:03}.txt"), bytes: text(i).into_bytes() };
        (0..count).map(file).collect()
    }

    #[test]
    fn near_duplicates_on_a_disk_are_those_in_memory() {
        let parsed = parse(texts(60), &Config::default());
        let mut spill = Spill::new(&std::env::temp_dir()).expect("a folder for all");
        spill.add(&parsed).expect("room");
        let mut found = Vec::new();
        spill
            .near_duplicates(&KnownGroups::default(), |group| {
                found.push(
                    group.into_iter().map(|it| (it.article, it.similarity, it.shared)).collect::<Vec<_>>(),
                );
                Ok(())
            })
            .expect("room");
        let name = |id: ArticleId| parsed.corpus.articles[id.0 as usize].name.clone();
        let groups = parsed.corpus.groups.iter().map(|group| {
            group.members.iter().map(|it| (name(it.article), it.similarity, it.shared)).collect::<Vec<_>>()
        });
        assert_eq!(found, groups.collect::<Vec<_>>());
        assert_eq!(found.len(), 30);
    }
}
