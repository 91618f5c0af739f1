//! A selection: the articles, mentions and counts that a view picks out.

use crate::actors::ActorId;
use crate::charts::Period;
use crate::corpus::{ArticleId, Corpus};
use crate::search::Plan;
use crate::text::Problem;
use crate::wording::{count, number};

/// The articles, mentions and counts that a view picks out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, in the order of the view.
    pub articles: Vec<Ranked>,
    /// The articles of the selection that do not count, because each story counts once and an earlier one is a
    /// near-duplicate; in corpus order.
    pub repeats: Vec<ArticleId>,
    /// The mentions of known actors that count in these articles, in reading order, as indexes of `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Every actor of the corpus with its counts in the selection, most mentioned first. Because filters on actors
    /// narrow the selection, an actor's articles are those that a filter on it would leave.
    pub actors: Vec<ActorCount>,
    /// Every outlet of the corpus with the articles that a filter on it would give: counted without the filters on
    /// outlets.
    pub outlets: Vec<OutletCount>,
    /// For each excluded actor, the number of articles that it alone keeps out.
    pub kept_out: Vec<(ActorId, u32)>,
    /// Every period of the corpus, from first to last, with its articles: counted without the filter on dates.
    pub periods: Vec<PeriodCount>,
    /// The number of undated articles: counted without the filter on dates, which none of them passes.
    pub undated: u32,
    /// The query, resolved in the index; [`hits`](super::Explorer::hits) uses it.
    pub(super) plan: Plan,
}

/// An actor's counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCount {
    /// The actor's id.
    pub actor: ActorId,
    /// The number of articles that mention it.
    pub articles: u32,
    /// The number of those articles that count: all of them, or all but the repeats.
    pub counted: u32,
    /// The number of its mentions in the articles that count.
    pub mentions: u32,
}

/// An outlet with its number of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletCount {
    /// The outlet's name; empty for articles without one.
    pub name: String,
    /// The number of articles.
    pub articles: u32,
}

/// A period with its number of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodCount {
    /// The period.
    pub period: Period,
    /// The number of articles published in it.
    pub articles: u32,
}

/// An article of a selection with its score. The layout is fixed because the page's API reads a list of them from
/// memory as pairs of 32-bit numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
pub struct Ranked {
    /// The article's id.
    pub id: ArticleId,
    /// Its BM25 score; 0 where no word is searched.
    pub score: f32,
}

impl Selection {
    /// The articles that count, in the order of the view: all but the repeats.
    pub fn counted(&self) -> impl Iterator<Item = ArticleId> {
        let counts = |id: &ArticleId| self.repeats.binary_search(id).is_err();
        self.articles.iter().map(|ranked| ranked.id).filter(counts)
    }

    /// The problems of the query, with spans in bytes of its text.
    pub fn query_problems(&self) -> &[Problem] {
        &self.plan.problems
    }

    /// The result line: `9 of 14 articles, 212 mentions`, or `14 articles, 12 of them counted, 180 mentions` where
    /// there are repeats.
    pub fn result_line(&self, corpus: &Corpus) -> String {
        format!("{}, {}", self.articles_line(corpus), count(self.mentions.len(), "mention"))
    }

    /// What stands in place of the result line while nothing fits the query that the reader is typing.
    pub fn none_yet(query: &str) -> String {
        ["No articles match “", query.trim(), "” yet"].concat()
    }

    /// Its first half: `9 of 14 articles`.
    pub fn articles_line(&self, corpus: &Corpus) -> String {
        let (found, all) = (self.articles.len(), corpus.articles.len());
        let articles = if found == all {
            count(all, "article")
        } else {
            format!("{} of {}", number(found), count(all, "article"))
        };
        let counted = match self.repeats.len() {
            0 => String::new(),
            repeats => format!(", {} of them counted", number(found - repeats)),
        };
        articles + &counted
    }
}

#[cfg(test)]
mod tests {
    use super::Ranked;
    use crate::corpus::ArticleId;

    #[test]
    fn javascript_reads_two_words_for_each_article() {
        assert_eq!((size_of::<Ranked>(), align_of::<Ranked>()), (8, 4));
        assert_eq!(size_of::<ArticleId>(), 4);
        assert_eq!(std::mem::offset_of!(Ranked, id), 0);
        assert_eq!(std::mem::offset_of!(Ranked, score), 4);
    }
}
