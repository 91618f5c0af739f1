//! Articles on a disk until their near-duplicates are found, and numbers that are sorted there: however many there are, little
//! of them is in memory.

use crate::failure::Failure;
use dateline_engine::corpus::{ArticleId, Group};
use dateline_engine::parse::{Parsed, Signature, Store, groups_in};
use dateline_tables::Duplicate;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// The numbers that are sorted in memory; more are sorted in runs and merged.
const IN_MEMORY: usize = if cfg!(test) { 100 } else { 4 << 20 };
/// The bytes of a file that are read or written at once.
const AT_ONCE: usize = 64 << 10;

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
}

/// Sorted numbers.
enum Sorted {
    InMemory(Vec<u64>),
    OnDisk(Shared),
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
            sorted: Sorted::InMemory(Vec::new()),
        })
    }

    /// Adds the articles of a portion.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub(crate) fn add(&mut self, parsed: &Parsed) -> Result<(), Failure> {
        let failed = failed(&self.folder);
        for article in &parsed.corpus.articles {
            let mut record = (article.blocks.len() as u32 + 1).to_le_bytes().to_vec();
            let texts =
                || std::iter::once(&article.name).chain(article.blocks.iter().map(|block| &block.text));
            texts().for_each(|text| record.extend((text.len() as u32).to_le_bytes()));
            texts().for_each(|text| record.extend(text.as_bytes()));
            self.texts.write_all(&record).map_err(&failed)?;
            let start = self.starts.last().copied().unwrap_or_default();
            self.starts.push(start + record.len() as u64);
        }
        for signature in &parsed.signatures {
            let none = Signature { whole: 0, shingles: Vec::new() };
            let Signature { whole, shingles } = signature.as_ref().unwrap_or(&none);
            let mut record = vec![u8::from(signature.is_some())];
            record.extend(whole.to_le_bytes());
            record.push(shingles.len() as u8);
            shingles.iter().for_each(|shingle| record.extend(shingle.to_le_bytes()));
            self.signatures.write_all(&record).map_err(&failed)?;
        }
        Ok(())
    }

    /// Calls `each` with each group of near-duplicates among the articles.
    ///
    /// # Errors
    /// Where files cannot be written or read, and what `each` gives.
    pub(crate) fn near_duplicates(
        mut self,
        mut each: impl FnMut(Vec<Duplicate>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let failed = failed(&self.folder);
        self.flush().map_err(&failed)?;
        for Group { members } in groups_in(&mut self).map_err(&failed)? {
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
        let (start, end) = (self.starts[place as usize], self.starts[place as usize + 1]);
        let mut bytes = vec![0; (end - start) as usize];
        self.texts.get_ref().from(start).read_exact(&mut bytes)?;
        let mut from = &*bytes;
        let count = u32::from_le_bytes(self::bytes(&mut from)?);
        let length = |_| self::bytes(&mut from).map(u32::from_le_bytes);
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

    fn signatures(&self, mut each: impl FnMut(Option<&Signature>)) -> io::Result<()> {
        let mut from = BufReader::with_capacity(AT_ONCE, self.signatures.get_ref().from(0));
        for _ in 1..self.starts.len() {
            let [is_there] = bytes(&mut from)?;
            let whole = u64::from_le_bytes(bytes(&mut from)?);
            let [count] = bytes(&mut from)?;
            let shingle = |_| Ok(u32::from_le_bytes(bytes(&mut from)?));
            let shingles = (0..count).map(shingle).collect::<io::Result<_>>()?;
            each(Some(&Signature { whole, shingles }).filter(|_| is_there > 0));
        }
        Ok(())
    }

    fn sort(&mut self, add: impl Fn(u32, &Signature, &mut Vec<u64>)) -> io::Result<()> {
        let mut numbers = Vec::new();
        let mut runs = Runs { file: BufWriter::new(Shared::new(&self.folder)?), lengths: Vec::new() };
        let mut place = 0;
        let mut ended = Ok(());
        self.signatures(|signature| {
            signature.iter().for_each(|signature| add(place, signature, &mut numbers));
            place += 1;
            if numbers.len() >= IN_MEMORY && ended.is_ok() {
                ended = runs.end(&mut numbers);
            }
        })?;
        ended?;
        self.sorted = if runs.lengths.is_empty() {
            numbers.sort_unstable();
            Sorted::InMemory(numbers)
        } else {
            runs.end(&mut numbers)?;
            Sorted::OnDisk(runs.merged(Shared::new(&self.folder)?)?)
        };
        Ok(())
    }

    fn sorted(&self, mut each: impl FnMut(u64)) -> io::Result<()> {
        let file = match &self.sorted {
            Sorted::InMemory(numbers) => {
                numbers.iter().copied().for_each(each);
                return Ok(());
            }
            Sorted::OnDisk(file) => file,
        };
        let mut from = file.from(0);
        let mut bytes = vec![0; AT_ONCE];
        loop {
            // Files end with a whole number.
            let read = from.fill(&mut bytes)?;
            let (numbers, _) = bytes[..read].as_chunks();
            numbers.iter().for_each(|number| each(u64::from_le_bytes(*number)));
            if read == 0 {
                return Ok(());
            }
        }
    }
}

/// A file without a name, which goes when the program ends, and which many read at once.
struct Shared(File);

impl Shared {
    fn new(folder: &Path) -> io::Result<Shared> {
        tempfile::tempfile_in(folder).map(Shared)
    }

    /// A reader that begins at this byte.
    fn from(&self, at: u64) -> Reader<'_> {
        Reader { file: self, at }
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A reader of a file that others read, too.
struct Reader<'f> {
    file: &'f Shared,
    /// Where it is.
    at: u64,
}

impl Reader<'_> {
    /// Fills `bytes` as far as the file goes.
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < bytes.len() {
            match self.read(&mut bytes[filled..])? {
                0 => break,
                read => filled += read,
            }
        }
        Ok(filled)
    }
}

impl Read for Reader<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let Shared(file) = self.file;
        #[cfg(unix)]
        let read = std::os::unix::fs::FileExt::read_at(file, bytes, self.at)?;
        #[cfg(windows)]
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

/// The next bytes of `from`.
fn bytes<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Runs of sorted numbers, one behind the other.
struct Runs {
    file: BufWriter<Shared>,
    /// The number of numbers of each.
    lengths: Vec<usize>,
}

impl Runs {
    /// Makes `numbers` the next run, and empties them.
    fn end(&mut self, numbers: &mut Vec<u64>) -> io::Result<()> {
        numbers.sort_unstable();
        self.lengths.push(numbers.len());
        numbers.drain(..).try_for_each(|number| self.file.write_all(&number.to_le_bytes()))
    }

    /// Fills `to` with all numbers, ascending.
    fn merged(self, to: Shared) -> io::Result<Shared> {
        let (file, mut to) = (self.file.into_inner()?, BufWriter::with_capacity(AT_ONCE, to));
        let mut runs = Vec::new();
        let mut start = 0;
        for length in self.lengths {
            let end = start + (length * size_of::<u64>()) as u64;
            runs.push(Run { from: file.from(start), end, held: Vec::new() });
            start = end;
        }
        let mut next = BinaryHeap::new();
        for (place, run) in runs.iter_mut().enumerate() {
            next.extend(run.next()?.map(|number| Reverse((number, place))));
        }
        while let Some(Reverse((number, place))) = next.pop() {
            to.write_all(&number.to_le_bytes())?;
            next.extend(runs[place].next()?.map(|number| Reverse((number, place))));
        }
        Ok(to.into_inner()?)
    }
}

/// A run that is read.
struct Run<'f> {
    from: Reader<'f>,
    /// Where it ends.
    end: u64,
    /// What was read and not given, the next last.
    held: Vec<u64>,
}

impl Run<'_> {
    fn next(&mut self) -> io::Result<Option<u64>> {
        let left = self.end - self.from.at;
        if self.held.is_empty() && left > 0 {
            let mut bytes = vec![0; AT_ONCE.min(left as usize)];
            self.from.read_exact(&mut bytes)?;
            let (numbers, _) = bytes.as_chunks();
            self.held = numbers.iter().rev().map(|bytes| u64::from_le_bytes(*bytes)).collect();
        }
        Ok(self.held.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::{Sorted, Spill};
    use dateline_engine::corpus::ArticleId;
    use dateline_engine::parse::config::Config;
    use dateline_engine::parse::{SourceFile, Store as _, parse};

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
            .near_duplicates(|group| {
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

    #[test]
    fn numbers_are_sorted_in_runs() {
        let mut spill = Spill::new(&std::env::temp_dir()).expect("a folder for all");
        spill.add(&parse(texts(60), &Config::default())).expect("room");
        spill.flush().expect("room");
        let mut all = Vec::new();
        spill.signatures(|it| all.extend(it.into_iter().flat_map(|it| it.shingles.clone()))).expect("a file");
        let add = |_, it: &super::Signature, to: &mut Vec<u64>| {
            to.extend(it.shingles.iter().map(|it| u64::from(*it)))
        };
        spill.sort(add).expect("room");
        assert!(matches!(spill.sorted, Sorted::OnDisk(_)), "{} numbers", all.len());
        let mut sorted = Vec::new();
        spill.sorted(|number| sorted.push(number)).expect("a file");
        let mut all: Vec<u64> = all.into_iter().map(u64::from).collect();
        all.sort_unstable();
        assert_eq!(sorted, all);
    }
}
