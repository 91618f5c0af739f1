//! The order of the articles of a selection.

use super::{Explorer, Ranked};
use crate::order;
use crate::search::{ScoredArticle, folded};
use crate::view::Sort;

impl Explorer {
    /// The rank of an article by relevance as one number, less for a better one. The upper half holds the inverted bits
    /// of the score, which is not negative, so that its bits have its order; the lower half the index in `newest`, so
    /// that the newest of equal scores is first.
    pub(super) fn rank(&self, found: ScoredArticle) -> u64 {
        u64::from(!found.score.to_bits()) << 32 | u64::from(self.facts[found.article.0 as usize].newest)
    }

    /// The articles of these ranks in the order of `sort`; those that are equal in it stay in the order of relevance.
    pub(super) fn in_order(&self, mut ranks: Vec<u64>, sort: Sort) -> Vec<Ranked> {
        ranks.sort_unstable();
        let ranked = |rank: u64| {
            let (score, newest) = (!(rank >> 32) as u32, rank as u32);
            Ranked { id: self.newest[newest as usize], score: f32::from_bits(score) }
        };
        let mut list: Vec<Ranked> = ranks.into_iter().map(ranked).collect();
        if sort == Sort::Relevance {
            return list;
        }
        let none = Vec::new();
        let names: Vec<_> = self.outlets.iter().map(|name| folded(name)).collect();
        // What has no day or no name is last; before it days count, or else names. One key, so that one routine sorts.
        order::by_key(&mut list, |ranked| {
            let facts = &self.facts[ranked.id.0 as usize];
            let day = facts.day.map_or(0, |day| day.year() * 512 + (day.month() * 32 + day.day()) as i32);
            match sort {
                Sort::Outlet => (names[facts.outlet].is_empty(), 0, &names[facts.outlet]),
                Sort::Oldest => (day == 0, day, &none),
                _ => (day == 0, -day, &none),
            }
        });
        list
    }
}
