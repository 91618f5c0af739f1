//! Which part of a page is the article: the sequence of runs that is worth most, wherever they stand, so that an article
//! in any number of boxes stays whole; with the lines between its headline and its text.

use super::boxes::{self, BoxName};
use super::evidence::{Evidence, Judged, is_box};
use super::headline;
use super::survey::{Run, Survey, Weight};
use super::tree::Tree;
use crate::parse::rules::{self, Scope};
use std::ops::Range;

/// The least tenths of the worth of an article that the element around its headline holds, so that nothing beyond it is the
/// article.
const HOME: i32 = 7;

/// The least length of a line between the headline and the text that belongs to the article, in bytes.
const LEDE: usize = 40;

/// The same for a line that neither ends a sentence nor is a heading: shorter ones are bylines and days.
const LABELLED_LEDE: usize = 60;

/// The number of runs above a text in which its heading stands.
const ABOVE: usize = 3;

/// The greatest number of runs between the headline and the text.
const FAR: usize = 40;

/// What a page has in the place of an article.
pub(crate) const NOTHING: &str = "a page without a paragraph";

/// The part of a page that is the article.
#[derive(Debug, Default)]
pub(crate) struct Article {
    /// The smallest element that holds all of it.
    pub(crate) root: usize,
    /// What stands around each run.
    said: Vec<Option<Judged>>,
    /// The number of runs that are kept before each one; one more at the end.
    kept: Vec<u32>,
    /// The same sums of the bytes of prose that is kept.
    prose: Vec<u32>,
    /// The runs between the headline and the text.
    lede: Range<usize>,
    /// The element that shows the headline.
    headline: Option<usize>,
    /// Whether the page states where the text of the article is, or bears names that say nothing: then the weakest kind of
    /// name sets no text aside.
    trusts: bool,
    /// Whether there is no page around the text.
    whole: bool,
}

impl Article {
    /// All of a text that has no page around it, but boxes that are named as such.
    pub(crate) fn all(tree: &Tree, survey: &Survey<'_>) -> Article {
        let evidence = Evidence::of(tree, survey, None);
        let mut kept: Vec<bool> = (0..survey.runs.len()).map(|i| evidence.may_be_text(i)).collect();
        if !kept.contains(&true) {
            kept.fill(true);
        }
        Article { said: evidence.said, whole: true, ..Article::default() }.keeping(survey, &kept)
    }

    /// Finds the article of a page, or says what stands in its place.
    pub(crate) fn find(tree: &Tree, survey: &Survey<'_>, source: &str) -> Result<Article, &'static str> {
        let headline = headline::find(tree, survey, source);
        let mut evidence = Evidence::of(tree, survey, headline);
        if headline.is_none() && evidence.is_list(tree, survey) {
            return Err("a list of other articles");
        }
        let behind = headline.map_or(0, |h| survey.runs_in(h).start);
        let found = evidence.best(tree, survey, headline, behind).or_else(|| {
            evidence.forget_names();
            evidence.best(tree, survey, headline, behind).or_else(|| evidence.best(tree, survey, headline, 0))
        });
        let found = found.ok_or(NOTHING)?;
        let stated = found.stated.as_ref();
        let inside_stated = |run: usize| stated.is_none_or(|range| range.contains(&run));
        let inside = |run: &usize| found.runs.contains(run) && inside_stated(*run);
        let after = headline.map_or(0, |h| survey.runs_in(h).end);
        let mut kept: Vec<bool> =
            (0..survey.runs.len()).map(|i| inside(&i) && evidence.may_be_text(i)).collect();
        let home = home(tree, survey, headline, &found.worths, &kept);
        for i in found.runs.clone() {
            kept[i] &= home.contains(&i);
        }
        let first = kept.iter().position(|kept| *kept).ok_or(NOTHING)?;
        let last = kept.iter().rposition(|kept| *kept).ok_or(NOTHING)?;
        // Without a headline that the title confirms, the heading above the text may be it.
        let lede = if headline.is_some() { after..first } else { first.saturating_sub(ABOVE)..first };
        for i in lede.clone() {
            let run = &survey.runs[i];
            let least = if run.weight == Weight::Label { LABELLED_LEDE } else { LEDE };
            let is_lede = evidence.may_be_text(i) && run.own() >= least && run.weight != Weight::Links;
            let is_heading = evidence.may_be_text(i) && run.weight == Weight::Heading;
            kept[i] = match headline {
                Some(_) => lede.len() <= FAR && (is_lede || is_line_of_its_own(tree, survey, run)),
                None => inside_stated(i) && (is_heading || is_line_of_its_own(tree, survey, run)),
            };
        }
        // A heading right above the text is one of its sections, if the text has others like it.
        let name = |i: usize| tree.nodes.get(survey.runs[i].block).map(|node| node.name);
        let is_section = |i: usize| survey.runs[i].weight == Weight::Heading && evidence.may_be_text(i);
        let above = first.checked_sub(1).filter(|i| *i >= after && is_section(*i) && inside_stated(*i));
        let section =
            above.filter(|a| (first..last).any(|i| kept[i] && is_section(i) && name(i) == name(*a)));
        section.into_iter().for_each(|i| kept[i] = true);
        // A picture with its words, or a box, may stand between.
        let beyond = (last + 1..survey.runs.len()).filter(|i| evidence.said[*i].is_none());
        let more = beyond.take_while(|i| goes_on(tree, &survey.runs[last], &survey.runs[*i]));
        more.for_each(|i| kept[i] = true);
        let root = common(tree, survey, &kept).ok_or(NOTHING)?;
        let trusts = stated.is_some() || evidence.says_nothing;
        let lede = if headline.is_some() { lede.start..section.unwrap_or(lede.end) } else { 0..0 };
        let article = Article { root, said: evidence.said, lede, headline, trusts, ..Article::default() };
        Ok(article.keeping(survey, &kept))
    }

    /// Counts what is kept.
    fn keeping(mut self, survey: &Survey<'_>, kept: &[bool]) -> Article {
        let (mut count, mut prose) = (0, 0);
        (self.kept, self.prose) = (vec![0], vec![0]);
        for (run, kept) in survey.runs.iter().zip(kept) {
            count += u32::from(*kept);
            prose += if *kept && run.is_prose() { run.own() as u32 } else { 0 };
            self.kept.push(count);
            self.prose.push(prose);
        }
        self
    }

    /// The rule for an element that holds nothing of the article.
    pub(crate) fn rule_of(&self, survey: &Survey<'_>, index: usize) -> &'static str {
        let found = self.said.get(survey.runs_in(index).start).copied().flatten();
        match found {
            Some(Judged::Card) => "page-links",
            Some(Judged::Named(BoxName::Comments)) => "page-comments",
            Some(Judged::Away | Judged::Named(BoxName::Box)) => "page-box",
            Some(Judged::Named(BoxName::Maybe)) | None => "page-apart",
        }
    }

    /// Whether the text is part of a page, which has more than the article.
    pub(crate) fn has_page(&self) -> bool {
        !self.whole
    }

    /// Whether the node at `index` holds something of the article.
    pub(crate) fn holds(&self, survey: &Survey<'_>, index: usize) -> bool {
        sum(&self.kept, survey.runs_in(index)) > 0
    }

    /// The number of other `<article>` elements with more than a third of the prose of this one.
    pub(crate) fn others(&self, tree: &Tree, survey: &Survey<'_>) -> usize {
        let enough = sum(&self.prose, 0..self.prose.len()) as usize / 3;
        let others = tree.within(0).filter(|(i, node)| {
            node.name == "article"
                && sum(&self.kept, survey.runs_in(*i)) == 0
                && !survey.is_away(*i)
                && survey.prose(*i) > enough
                && !boxes::is_card(tree, survey, *i)
        });
        others.count()
    }

    /// Whether the element at `index` stands between the headline and the text.
    pub(crate) fn leads(&self, survey: &Survey<'_>, index: usize) -> bool {
        self.lede.contains(&survey.runs_in(index).start)
    }

    /// Whether the text node at `index` is kept.
    pub(crate) fn keeps(&self, survey: &Survey<'_>, index: usize) -> bool {
        survey.run_of(index).is_none_or(|run| sum(&self.kept, run..run + 1) > 0)
    }

    /// The rule for a box within the article that is not part of it, if the element at `index` is one.
    pub(crate) fn box_within(&self, tree: &Tree, survey: &Survey<'_>, index: usize) -> Option<&'static str> {
        let runs = survey.runs_in(index);
        let holds_headline = self.headline.is_some_and(|h| tree.holds(index, h));
        let (prose, all) = (sum(&self.prose, runs.clone()), sum(&self.prose, 0..self.prose.len() - 1));
        if self.whole || holds_headline || prose * 2 > all {
            return None;
        }
        let said = boxes::said(tree, index).filter(|_| is_box(tree, survey, index))?;
        let amid = self.trusts || sum(&self.prose, runs.end..self.prose.len()) > 0;
        let is_text = prose > 0 && !survey.is_links(index);
        (said == BoxName::Maybe && (!is_text || !amid)).then_some("page-box")
    }
}

/// The sum over a range of runs.
fn sum(sums: &[u32], range: Range<usize>) -> u32 {
    let at = |i: usize| sums.get(i).or(sums.last()).copied().unwrap_or_default();
    at(range.end).saturating_sub(at(range.start))
}

/// Whether a run before the text is a caption, or a line that a rule reads, such as a byline.
fn is_line_of_its_own(tree: &Tree, survey: &Survey<'_>, run: &Run) -> bool {
    let caption = |i: usize| {
        tree.nodes.get(i).is_some_and(|node| node.name == "figcaption")
            || boxes::is_named(tree, i, boxes::CAPTIONS)
    };
    let credits = || {
        rules::take(survey.words(run).trim(), Scope::LINES, &[]).is_some_and(|taken| taken.credit.is_some())
    };
    !survey.is_away(run.block) && (caption(run.block) || run.text <= LABELLED_LEDE && credits())
}

/// The runs of the smallest element around the headline that has half of the worth of what is kept.
fn home(
    tree: &Tree,
    survey: &Survey<'_>,
    headline: Option<usize>,
    worths: &[i32],
    kept: &[bool],
) -> Range<usize> {
    let worth = |range: Range<usize>| -> i32 { range.filter(|i| kept[*i]).map(|i| worths[i].max(0)).sum() };
    let all = worth(0..kept.len());
    let around = headline.and_then(|h| tree.above(h).find(|up| worth(survey.runs_in(*up)) * 10 > all * HOME));
    around.map_or(0..kept.len(), |up| survey.runs_in(up))
}

/// Whether `next` continues the paragraphs that end with `last`: a short one of the same kind beside it.
fn goes_on(tree: &Tree, last: &Run, next: &Run) -> bool {
    let (Some(a), Some(b)) = (tree.nodes.get(last.block), tree.nodes.get(next.block)) else { return false };
    next.weight != Weight::Links
        && (a.parent == b.parent && a.name == b.name && matches!(a.name, "p" | "li" | "dd" | "dt")
            || b.name == "li"
                && tree.nodes.get(b.parent).is_some_and(|list| list.parent == a.parent && a.name == "p"))
}

/// The smallest element that holds all runs that are kept.
fn common(tree: &Tree, survey: &Survey<'_>, kept: &[bool]) -> Option<usize> {
    let first = kept.iter().position(|kept| *kept)?;
    let last = kept.iter().rposition(|kept| *kept)?;
    let (first, last) = (survey.runs.get(first)?, survey.runs.get(last)?);
    tree.above(first.first).find(|up| tree.nodes.get(*up).is_some_and(|node| node.end > last.last))
}
