//! Which texts may tell the same: those that share some of their smallest shingles. Numbers are sorted for that, in memory, or
//! on a disk where there are too many.

use super::sketch::{SKETCH, Signature};
use crate::text::hash::{WordMap, mix};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::VecDeque;

/// The number of common shingles in two sketches that makes a pair a candidate. At the least similarity eight are
/// expected (0.2 of 40); three leave room for chance.
const WORTH_A_LOOK: u32 = 3;
/// The number of following texts that each text is compared with for one shingle, because a shingle that many texts
/// have is a formula as well. The order is that of the texts' hashes. Near-duplicates still find each other, since they
/// share many shingles.
const NEXT: usize = 8;
/// The number of pairs that are looked at at once.
const AT_ONCE: usize = 4096;

/// Where texts are while their near-duplicates are found: in memory, or on a disk where they do not fit.
pub trait Store: Sync {
    /// Why something could not be stored or read.
    type Failure: Send;

    /// The texts of the blocks of the article at `place`.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn texts(&self, place: u32) -> Result<Vec<Cow<'_, str>>, Self::Failure>;

    /// Calls `each` with the place and the signature of each article, in any order.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn signatures(&self, each: impl FnMut(u32, Option<&Signature>)) -> Result<(), Self::Failure>;

    /// Sorts the numbers that `add` adds for each signature and the place of its article.
    ///
    /// # Errors
    /// Where they cannot be kept.
    fn sort(&mut self, add: impl Fn(u32, &Signature, &mut Vec<u64>)) -> Result<(), Self::Failure>;

    /// Calls `each` with the numbers that were sorted, ascending.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn sorted(&self, each: impl FnMut(u64)) -> Result<(), Self::Failure>;
}

/// Sorts an inverted index: for each shingle of a signature, its hash in the upper 32 bits and the rank of a text that has
/// it, its index in `distinct`, in the lower. There are so many `articles`.
pub(super) fn index<S: Store>(store: &mut S, distinct: &[u32], articles: usize) -> Result<(), S::Failure> {
    /// The rank of a text that equals one of `distinct`.
    const NONE: u32 = u32::MAX;
    let mut ranks = vec![NONE; articles];
    for (rank, place) in distinct.iter().enumerate() {
        ranks[*place as usize] = rank as u32;
    }
    store.sort(|place, signature, entries| {
        let rank = ranks[place as usize];
        if rank != NONE {
            let entry = |hash: &u32| u64::from(*hash) << u32::BITS | u64::from(rank);
            entries.extend(signature.shingles.iter().map(entry));
        }
    })
}

/// Which pairs of texts are looked for.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// The number of texts that each is compared with for one shingle.
    next: usize,
    /// The rank of the first is this more than a multiple of `of`.
    slice: u32,
    of: u32,
    /// The cells of a [`Filter`] for these pairs.
    cells: usize,
}

impl Search {
    /// The numbers of texts that each is compared with. Texts that are told very often are found with the one that follows
    /// them, and are no pairs any more when eight are looked at.
    pub(super) const ALL: [usize; 2] = [1, NEXT];

    /// The searches that find all pairs of so many texts, where each is compared with the `next` ones; `set` gives what is known
    /// of each rank.
    pub(super) fn all<S: Store>(
        store: &S,
        texts: usize,
        next: usize,
        set: impl Fn(u32) -> Set,
    ) -> Result<Vec<Search>, S::Failure> {
        let one = |pairs: usize| Search { next, slice: 0, of: 1, cells: pairs * Filter::FREE };
        let mut whole = one(texts * SKETCH * next);
        if whole.cells > Filter::MOST {
            // Most are of texts that are known to be the same.
            let sets: Vec<Set> = (0..texts as u32).map(set).collect();
            let mut pairs = 0;
            whole.pairs(store, |rank| sets[rank as usize], |_| pairs += 1)?;
            whole = one(pairs);
        }
        let of = 1 + (whole.cells / Filter::MOST) as u32;
        let cells = whole.cells / of as usize;
        Ok((0..of).map(|slice| Search { next, slice, of, cells }).collect())
    }
}

/// Counts up to three, by pairs: each pair has a cell, and some share one. A pair whose cell has counted less than three was
/// not counted three times; for the others that is to be found out.
struct Filter {
    /// Four cells each.
    cells: Vec<u8>,
}

impl Filter {
    /// The most cells: 64 MB.
    const MOST: usize = 1 << 28;
    /// The number of cells for each pair, at least.
    const FREE: usize = 4;
    const FULL: u8 = 0b11;

    fn new(cells: usize) -> Filter {
        Filter { cells: vec![0; cells.div_ceil(4).next_power_of_two()] }
    }

    /// The place of a pair: its byte, and how far its two bits are up.
    fn place(&self, pair: u64) -> (usize, u32) {
        let hash = mix(0, pair);
        ((hash >> 2) as usize & (self.cells.len() - 1), (hash & 3) as u32 * 2)
    }

    fn count(&mut self, pair: u64) {
        let (byte, up) = self.place(pair);
        if self.cells[byte] >> up & Filter::FULL < Filter::FULL {
            self.cells[byte] += 1 << up;
        }
    }

    fn is_full(&self, pair: u64) -> bool {
        let (byte, up) = self.place(pair);
        self.cells[byte] >> up & Filter::FULL == Filter::FULL
    }
}

/// What is known of a text.
#[derive(Clone, Copy)]
pub(super) struct Set {
    /// The first of the texts that are near-duplicates of each other.
    pub(super) first: u32,
    /// Whether an earlier run has compared it.
    pub(super) is_old: bool,
}

/// Calls `found` with the ranks of pairs of so many texts that share enough shingles, some at a time, those first that are found first.
/// It says which are near-duplicates; `set` gives what is known of that: two texts with one number are no pair, and two that an
/// earlier run has looked at are none either.
pub(super) fn candidates<S: Store, K>(
    store: &S,
    texts: usize,
    search: Search,
    known: &mut K,
    set: impl Fn(&K, u32) -> Set,
    found: impl Fn(&mut K, &[[u32; 2]]) -> Result<Vec<bool>, S::Failure>,
) -> Result<(), S::Failure> {
    let mut filter = Filter::new(search.cells);
    let sets: Vec<Set> = (0..texts as u32).map(|rank| set(known, rank)).collect();
    search.pairs(store, |rank| sets[rank as usize], |pair| filter.count(pair))?;
    drop(sets);
    let known = RefCell::new(known);
    let ranks = |pair: u64| [(pair >> u32::BITS) as u32, pair as u32];
    let mut counts: WordMap<u64, u32> = WordMap::default();
    let mut ready: Vec<u64> = Vec::new();
    let look = |counts: &mut WordMap<u64, u32>, ready: &mut Vec<u64>| {
        let pairs: Vec<[u32; 2]> = ready.iter().copied().map(ranks).collect();
        let same = found(*known.borrow_mut(), &pairs)?;
        for (pair, _) in ready.drain(..).zip(same).filter(|(_, is_same)| *is_same) {
            // Those that are not stay, so that none is looked at twice.
            counts.remove(&pair);
        }
        Ok(())
    };
    let mut looked = Ok(());
    search.pairs(
        store,
        |rank| set(*known.borrow(), rank),
        |pair| {
            if !filter.is_full(pair) {
                return;
            }
            let count = counts.entry(pair).or_default();
            *count += 1;
            if *count == WORTH_A_LOOK {
                ready.push(pair);
            }
            if ready.len() >= AT_ONCE && looked.is_ok() {
                looked = look(&mut counts, &mut ready);
            }
        },
    )?;
    looked.and_then(|()| look(&mut counts, &mut ready))
}

impl Search {
    /// Calls `each` with each pair of this search, once for each shingle that leads from one to the other, the rank of the first
    /// in the upper 32 bits; without those that are of one `set`.
    fn pairs<S: Store>(
        self,
        store: &S,
        set: impl Fn(u32) -> Set,
        mut each: impl FnMut(u64),
    ) -> Result<(), S::Failure> {
        let Search { next, slice, of, .. } = self;
        // The ranks of the texts before, and the sets that they were of.
        let mut before: VecDeque<(u32, Set)> = VecDeque::new();
        let mut shingle = 0;
        store.sorted(|entry| {
            let (hash, rank) = (entry >> u32::BITS, entry as u32);
            if hash != shingle {
                before.clear();
                shingle = hash;
            }
            let own = set(rank);
            for (other, set) in &before {
                if set.first != own.first && !(set.is_old && own.is_old) && other % of == slice {
                    each(u64::from(*other) << u32::BITS | u64::from(rank));
                }
            }
            if before.len() == next {
                before.pop_front();
            }
            before.push_back((rank, own));
        })
    }
}
