//! Numbers that are sorted: in memory, and where there are too many in runs on the disk, which are merged.

use super::shared::{AT_ONCE, Reader, Shared};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The numbers that are sorted in memory.
const IN_MEMORY: usize = if cfg!(test) { 100 } else { 4 << 20 };

/// Numbers that are being sorted.
pub(super) struct Sorting {
    folder: PathBuf,
    /// Those that are in no run.
    pub(super) numbers: Vec<u64>,
    /// None where there are few.
    runs: Option<Runs>,
}

impl Sorting {
    /// None yet; files are made in `folder`.
    pub(super) fn new(folder: &Path) -> Sorting {
        Sorting { folder: folder.to_owned(), numbers: Vec::new(), runs: None }
    }

    /// Makes a run of the numbers where there are many.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn spill(&mut self) -> io::Result<()> {
        if self.numbers.len() < IN_MEMORY {
            return Ok(());
        }
        let runs = match &mut self.runs {
            Some(runs) => runs,
            none => {
                none.insert(Runs { file: BufWriter::new(Shared::new(&self.folder)?), lengths: Vec::new() })
            }
        };
        runs.end(&mut self.numbers)
    }

    /// The numbers, sorted.
    ///
    /// # Errors
    /// Where they cannot be written or read.
    pub(super) fn finish(mut self) -> io::Result<Sorted> {
        let Some(mut runs) = self.runs else {
            self.numbers.sort_unstable();
            return Ok(Sorted::InMemory(self.numbers));
        };
        runs.end(&mut self.numbers)?;
        Ok(Sorted::OnDisk(runs.merged(Shared::new(&self.folder)?)?))
    }
}

/// Sorted numbers.
pub(super) enum Sorted {
    InMemory(Vec<u64>),
    OnDisk(Shared),
}

impl Default for Sorted {
    fn default() -> Sorted {
        Sorted::InMemory(Vec::new())
    }
}

impl Sorted {
    /// Calls `each` with the numbers, ascending.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub(super) fn each(&self, mut each: impl FnMut(u64)) -> io::Result<()> {
        let file = match self {
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
    use super::{IN_MEMORY, Sorted, Sorting};
    use dateline_tests::dice::Dice;

    #[test]
    fn numbers_are_sorted_in_runs() {
        for count in [0, 1, IN_MEMORY, 7 * IN_MEMORY + 3] {
            let mut dice = Dice::new(count as u64);
            let mut all: Vec<u64> = (0..count).map(|_| dice.below(1_000) as u64).collect();
            let mut sorting = Sorting::new(&std::env::temp_dir());
            for number in &all {
                sorting.numbers.push(*number);
                sorting.spill().expect("room");
            }
            let sorted = sorting.finish().expect("room");
            assert_eq!(matches!(sorted, Sorted::OnDisk(_)), count >= IN_MEMORY);
            let mut found = Vec::new();
            sorted.each(|number| found.push(number)).expect("a file");
            all.sort_unstable();
            assert_eq!(found, all);
        }
    }
}
