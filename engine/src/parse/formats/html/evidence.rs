//! What a page says of its texts. Each run has a worth: prose is worth its length, links and labels cost, and what stands
//! in a box beside the article is worth nothing or costs. The sequence of runs that is worth most is the article.

use super::boxes::{self, BoxName};
use super::survey::{Run, Survey, Weight};
use super::tree::Tree;
use std::cmp::Reverse;
use std::ops::Range;

/// The maximum worth of one run, so that a single long text, such as terms of use, does not outweigh an article.
const MOST: i32 = 700;

/// The costs of a label, of a heading, and the maximum cost of a run of links.
const LABEL: i32 = 12;
const HEADING: i32 = 4;
const LINKS: i32 = 60;

/// The maximum cost of boxes that follow each other.
const BOXED: i32 = 250;

/// The least prose in an element that says to be the article, in bytes, and the least number of paragraphs.
const STATED: usize = 140;
const STATED_RUNS: usize = 2;

/// The least number of cards with a text that make a page a list.
const LISTED: usize = 3;

/// The least prose between the headline and a box that makes the box a thing beside the article, in bytes.
const ENOUGH: usize = 500;

/// The maximum length of a label in a chart, in bytes, and the least number of them in a row.
const CHARTED: usize = 16;
const CHART: usize = 8;

/// What the page says of each run: `Some` where a box around it has a name for what stands beside articles.
pub(crate) struct Evidence {
    pub(crate) said: Vec<Option<Judged>>,
    /// Whether the weakest kind of name says nothing on this page.
    pub(crate) says_nothing: bool,
}

/// How a run is judged by what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    Away,
    Card,
    Named(BoxName),
}

/// The runs that are the article, before they are looked at one by one.
pub(crate) struct Sequence {
    /// What each run of the page adds to an article or costs.
    pub(crate) worths: Vec<i32>,
    /// The runs of the elements that the page states to be the article.
    pub(crate) stated: Option<Range<usize>>,
    pub(crate) runs: Range<usize>,
}

impl Evidence {
    /// Judges the runs of a page; `headline` is the element that shows the headline.
    pub(crate) fn of(tree: &Tree, survey: &Survey<'_>, headline: Option<usize>) -> Evidence {
        let mut said = vec![None; survey.runs.len()];
        let mut mark = |index: usize, found: Judged| {
            for run in survey.runs_in(index) {
                said[run] = Some(found);
            }
        };
        let holds_headline = |index: usize| headline.is_some_and(|h| tree.holds(index, h));
        // A box that has most of the prose is the article, unless a text stands between the headline and the box.
        let follows_text = |index: usize, said: Option<BoxName>| {
            let enough = if said == Some(BoxName::Comments) { STATED } else { ENOUGH };
            headline.is_some_and(|h| {
                survey.prose_between(survey.runs_in(h).end, survey.runs_in(index).start) > enough
            })
        };
        let mut at = 0;
        while let Some(node) = tree.nodes.get(at) {
            let end = node.end.max(at + 1);
            if node.is_text() || survey.runs_in(at).is_empty() {
                at = if node.is_text() { at + 1 } else { end };
                continue;
            }
            let found = if survey.set_aside(at).is_some() {
                Some(Judged::Away)
            } else if holds_headline(at) || survey.is_most(at) && !follows_text(at, boxes::said(tree, at)) {
                None
            } else if boxes::is_card(tree, survey, at) {
                Some(Judged::Card)
            } else {
                boxes::said(tree, at).filter(|_| is_box(tree, survey, at)).map(Judged::Named)
            };
            if let Some(found) = found {
                mark(at, found);
            }
            // What a box only may be, a box in it may tell better.
            let looks_inside = matches!(found, None | Some(Judged::Named(BoxName::Maybe)));
            at = if looks_inside { at + 1 } else { end };
        }
        for chart in charts(tree, survey, &said) {
            said[chart].fill(Some(Judged::Away));
        }
        let mut evidence = Evidence { said, says_nothing: false };
        evidence.weigh(survey);
        evidence
    }
}

impl Evidence {
    /// Whether nothing speaks against the run.
    pub(crate) fn may_be_text(&self, run: usize) -> bool {
        matches!(self.said[run], None | Some(Judged::Named(BoxName::Maybe)))
    }

    /// Finds the sequence of runs that is worth most, from the run `from` on; `None` if nothing is worth anything.
    pub(crate) fn best(
        &self,
        tree: &Tree,
        survey: &Survey<'_>,
        headline: Option<usize>,
        from: usize,
    ) -> Option<Sequence> {
        let worths = self.worths(survey);
        let stated = stated(tree, survey, self, headline);
        let inside = |run: usize| stated.as_ref().is_none_or(|range| range.contains(&run));
        let runs = best(&worths, |run| inside(run) && run >= from)?;
        Some(Sequence { worths, stated, runs })
    }

    /// The worth of each run; boxes in a row, however long, cost so much that only an article goes on behind them.
    fn worths(&self, survey: &Survey<'_>) -> Vec<i32> {
        let mut boxed = 0;
        let runs = survey.runs.iter().zip(&self.said);
        runs.map(|(run, said)| {
            let worth = worth(run, *said);
            if !matches!(said, Some(Judged::Card | Judged::Named(BoxName::Box))) {
                boxed = 0;
                return worth;
            }
            let before = boxed;
            boxed = (boxed - worth).min(BOXED);
            before - boxed
        })
        .collect()
    }

    /// Drops all names but those of comments.
    pub(crate) fn forget_names(&mut self) {
        for said in &mut self.said {
            *said = said.filter(|said| !matches!(said, Judged::Named(BoxName::Box | BoxName::Maybe)));
        }
        self.says_nothing = true;
    }

    /// Whether the page is a list of cards: they have more prose than all else, and no two paragraphs stand together.
    pub(crate) fn is_list(&self, tree: &Tree, survey: &Survey<'_>) -> bool {
        let prose = |card: bool| {
            let runs = survey.runs.iter().zip(&self.said).filter(move |(run, _)| run.is_prose());
            runs.filter(move |(_, said)| if card { **said == Some(Judged::Card) } else { said.is_none() })
        };
        let sum = |card: bool| prose(card).map(|(run, _)| run.own()).sum::<usize>();
        let parents: Vec<usize> =
            prose(false).filter_map(|(run, _)| Some(tree.nodes.get(run.block)?.parent)).collect();
        prose(true).count() >= LISTED
            && sum(true) > sum(false)
            && !parents.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// Drops the weakest kind of name where most of the page's prose bears it: then it says nothing.
    fn weigh(&mut self, survey: &Survey<'_>) {
        let maybe = Some(Judged::Named(BoxName::Maybe));
        let prose = |of: &dyn Fn(Option<Judged>) -> bool| -> usize {
            let runs = survey.runs.iter().zip(&self.said);
            runs.filter(|(run, said)| run.is_prose() && of(**said)).map(|(run, _)| run.own()).sum()
        };
        if prose(&|said| said == maybe) > prose(&|said| said.is_none()) {
            for said in &mut self.said {
                *said = said.filter(|said| Some(*said) != maybe);
            }
            self.says_nothing = true;
        }
    }
}

/// The runs that are the labels of charts: short ones in a row, every second of them a number at least, and in no list or
/// table.
fn charts(tree: &Tree, survey: &Survey<'_>, said: &[Option<Judged>]) -> Vec<Range<usize>> {
    let is_label = |i: usize| {
        let run = &survey.runs[i];
        let name = tree.nodes.get(run.block).map_or("", |node| node.name);
        matches!(said[i], None | Some(Judged::Named(BoxName::Maybe)))
            && matches!(run.weight, Weight::Label | Weight::Heading)
            && run.text <= CHARTED
            && !matches!(name, "li" | "tr" | "td" | "th" | "dd" | "dt" | "pre")
    };
    let mut rows: Vec<Range<usize>> = Vec::new();
    for i in (0..said.len()).filter(|i| is_label(*i)) {
        match rows.last_mut().filter(|row| row.end == i) {
            Some(row) => row.end = i + 1,
            None => rows.push(i..i + 1),
        }
    }
    let is_number = |i: &usize| survey.words(&survey.runs[*i]).contains(|c: char| c.is_ascii_digit());
    rows.retain(|row| row.len() >= CHART && row.clone().filter(is_number).count() * 2 >= row.len());
    rows
}

/// Whether the element at `index` can be a box: prose without blocks around it is a paragraph, whatever it is called.
pub(crate) fn is_box(tree: &Tree, survey: &Survey<'_>, index: usize) -> bool {
    survey.prose(index) == 0 || survey.is_links(index) || tree.within(index).any(|(_, node)| node.is_block())
}

/// What a run adds to an article, or what it costs.
fn worth(run: &Run, said: Option<Judged>) -> i32 {
    let own = (run.own() as i32).min(MOST);
    match (said, run.weight) {
        (Some(Judged::Away), _) => 0,
        (Some(Judged::Card), _) => -(LABEL + own / 4),
        (Some(Judged::Named(BoxName::Comments)), _) => -(LABEL + own / 2),
        (Some(Judged::Named(BoxName::Box)), _) => -(LABEL + own / 4),
        (Some(Judged::Named(BoxName::Maybe)), Weight::Prose) => own * 2 / 3,
        (_, Weight::Prose) => own,
        (_, Weight::Heading) => -HEADING,
        (_, Weight::Links) => -(10 + run.linked as i32 / 4).min(LINKS),
        (_, Weight::Label) => -LABEL,
    }
}

/// The sequence of runs with the highest sum, of those that `inside` holds; `None` if nothing is worth anything.
fn best(worths: &[i32], inside: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let (mut best, mut found) = (0, None);
    let (mut sum, mut start) = (0, 0);
    for (i, worth) in worths.iter().enumerate() {
        let worth = if inside(i) { *worth } else { worth.min(&0) / 2 };
        if sum <= 0 {
            (sum, start) = (0, i);
        }
        sum += worth;
        if sum > best {
            (best, found) = (sum, Some(start..i + 1));
        }
    }
    found
}

/// The runs of the elements that the page itself states to be the article: `articleBody`, or the `<article>`, `<main>` or
/// box of that name around the headline. `None` if it states none that has a text.
fn stated(
    tree: &Tree,
    survey: &Survey<'_>,
    evidence: &Evidence,
    headline: Option<usize>,
) -> Option<Range<usize>> {
    let enough = |index: usize| {
        let runs = survey.runs_in(index);
        let prose = runs.filter(|i| survey.runs[*i].is_prose() && evidence.said[*i].is_none());
        let lengths: Vec<usize> = prose.map(|i| survey.runs[i].own()).collect();
        lengths.len() >= STATED_RUNS && lengths.iter().sum::<usize>() >= STATED
    };
    let says = |index: usize| {
        let value = tree.attribute(index, "itemprop");
        value.is_some_and(|value| value.split_whitespace().any(|word| word == "articleBody"))
    };
    let bodies: Vec<usize> =
        tree.within(0).map(|(i, _)| i).filter(|i| says(*i) && !survey.is_away(*i) && enough(*i)).collect();
    if let (Some(first), Some(last)) = (bodies.first(), bodies.last()) {
        let range = survey.runs_in(*first).start..survey.runs_in(*last).end;
        return Some(range);
    }
    let Some(headline) = headline else {
        // Of several articles the one with most text is read.
        let all =
            tree.within(0).filter(|(i, node)| node.name == "article" && !survey.is_away(*i) && enough(*i));
        let best = all.max_by_key(|(i, _)| (survey.prose(*i), Reverse(*i)));
        let best = best.filter(|(i, _)| survey.prose(*i) * 2 > survey.prose(0));
        return best.map(|(i, _)| survey.runs_in(i));
    };
    let around = tree.above(headline).find(|up| {
        let named = tree.nodes.get(*up).is_some_and(|node| matches!(node.name, "article" | "main"));
        (named || tree.attribute(*up, "role") == Some("main")) && enough(*up)
    });
    let around = around?;
    let mut range = survey.runs_in(around);
    // A story may stand in several `<article>`; one that has a heading of its own is another story.
    for (index, _) in tree.within(0).filter(|(i, node)| node.name == "article" && *i > around) {
        let runs = survey.runs_in(index);
        if runs.start >= range.end
            && is_alike(tree, around, index)
            && survey.prose(index) > 0
            && survey.runs[runs.clone()].iter().all(|run| run.weight != Weight::Heading)
            && !survey.is_links(index)
        {
            range.end = runs.end;
        }
    }
    Some(range)
}

/// Whether two elements stand beside each other, or bear the same class names.
fn is_alike(tree: &Tree, one: usize, other: usize) -> bool {
    let parent = |index: usize| tree.nodes.get(index).map(|node| node.parent);
    let class = |index: usize| tree.attribute(index, "class").filter(|class| !class.is_empty());
    parent(one) == parent(other) || class(one).is_some() && class(one) == class(other)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_sequence_that_is_worth_most_bridges_what_costs_less() {
        for (worths, found) in [
            (vec![-12, 200, -12, -20, 300, -12], Some(1..5)),
            (vec![50, -200, 300], Some(2..3)),
            (vec![300, -200, 50], Some(0..1)),
            (vec![-12, -4], None),
            (vec![], None),
        ] {
            assert_eq!(best(&worths, |_| true), found, "{worths:?}");
        }
        assert_eq!(
            best(&[100, 300, 100], |run| run != 1),
            Some(0..3),
            "what is elsewhere costs nothing between"
        );
    }
}
