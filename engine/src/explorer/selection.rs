//! A selection: the articles, mentions and counts that a view picks out.

use crate::actors::ActorId;
use crate::charts::Period;
use crate::corpus::{ArticleId, Corpus};
use crate::search::Plan;
use crate::text::Problem;
use crate::wording::{count, number};

/// What a view picks out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, in the order in which they are listed.
    pub articles: Vec<Ranked>,
    /// Those of them that do not count, as they tell the story of another: in the order of the corpus, and none
    /// where each telling counts.
    pub repeats: Vec<ArticleId>,
    /// The mentions of known actors that count in those articles, in reading order: places in `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Every actor of the corpus with its counts in the selection, most mentioned first. As filters on
    /// actors narrow, an actor's articles are what choosing it gives.
    pub actors: Vec<ActorCount>,
    /// Every source of the corpus with the articles it would give: counted without the filter on sources.
    pub outlets: Vec<OutletCount>,
    /// For each actor that is ruled out, the articles that it alone keeps out.
    pub kept_out: Vec<(ActorId, u32)>,
    /// Every period of the corpus, from first to last, counted without the filter on dates.
    pub periods: Vec<PeriodCount>,
    /// Undated articles, counted without the filter on dates, which none of them passes.
    pub undated: u32,
    /// The query as it was looked up; [`hits`](super::Explorer::hits) answers with it.
    pub(super) plan: Plan,
}

/// An actor's counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCount {
    /// The actor.
    pub actor: ActorId,
    /// Articles that mention it.
    pub articles: u32,
    /// Those of them that count: all, or each story once.
    pub counted: u32,
    /// Its mentions in those that count.
    pub mentions: u32,
}

/// How many articles a source has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletCount {
    /// Its name; empty for articles that name none.
    pub name: String,
    /// Articles.
    pub articles: u32,
}

/// How many articles a period has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodCount {
    /// The period.
    pub period: Period,
    /// Articles.
    pub articles: u32,
}

/// An article of a selection. Two words side by side, as the page's API reads a list of them.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
pub struct Ranked {
    /// The article.
    pub id: ArticleId,
    /// Its BM25 score; 0 where no word is searched.
    pub score: f32,
}

impl Selection {
    /// The articles that count.
    pub fn counted(&self) -> impl Iterator<Item = ArticleId> {
        let counts = |id: &ArticleId| self.repeats.binary_search(id).is_err();
        self.articles.iter().map(|chosen| chosen.id).filter(counts)
    }

    /// What was not understood in the query, with spans in its text.
    pub fn query_problems(&self) -> &[Problem] {
        &self.plan.problems
    }

    /// The result line: `9 of 14 articles, 212 mentions`; `14 articles, 12 of them counted, 180 mentions` where some
    /// tell the story of another and each story counts once.
    pub fn result_line(&self, corpus: &Corpus) -> String {
        let (found, all) = (self.articles.len(), corpus.articles.len());
        let articles = if found == all {
            count(all, "article")
        } else {
            format!("{} of {}", number(found), count(all, "article"))
        };
        let again = self.repeats.len();
        let counted =
            if again > 0 { format!(", {} of them counted", number(found - again)) } else { String::new() };
        format!("{articles}{counted}, {}", count(self.mentions.len(), "mention"))
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
