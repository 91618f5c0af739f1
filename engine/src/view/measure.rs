//! Measures of a selection: which mentions count under a [`Rule`], and what they add up to. One list of
//! mentions, in reading order, is the evidence of every number: bars, time, pairs, spellings and rows are
//! sums over it.

use crate::actors::{ActorId, Form, Mention, Mentions, Zone, zones};
use crate::corpus::{Article, ArticleId, BlockKind, Corpus, Day};
use crate::order;
use crate::text::{Span, Tokens};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Where in an article a mention stands. Each stands in exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Where {
    /// The headline.
    Title,
    /// The body, where no other speaks.
    Body,
    /// Under a picture.
    Caption,
    /// In quotation marks, or in a block of another's words.
    Quote,
}

impl Where {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Where; 4] = [Where::Title, Where::Body, Where::Caption, Where::Quote];

    fn index(self) -> usize {
        self as usize
    }
}

/// Which mentions count. The default counts all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Where.
    pub places: Vec<Where>,
    /// In which forms.
    pub forms: Vec<Form>,
    /// Whether of articles that tell the same story only the first counts.
    pub once: bool,
}

impl Default for Rule {
    fn default() -> Rule {
        Rule { places: Where::ALL.to_vec(), forms: Form::ALL.to_vec(), once: false }
    }
}

/// What an actor's mentions add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The actor.
    pub actor: ActorId,
    /// Its mentions.
    pub mentions: u32,
    /// Articles that hold one.
    pub articles: u32,
    /// Mentions in 1,000 words of those that could hold one.
    pub per_thousand: f64,
    /// The part of the articles that hold one: 0 to 1.
    pub share: f64,
}

/// What a list of mentions adds up to, and in what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// The actors with a mention, most mentioned first.
    pub actors: Vec<Measure>,
    /// Articles that were counted in.
    pub articles: u32,
    /// Words in the places that the rule counts, of those articles.
    pub words: u32,
}

/// A spelling that names an actor, and what it brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it is met most often.
    pub text: String,
    /// Its form.
    pub form: Form,
    /// Its mentions, as places in `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Articles that hold it.
    pub articles: u32,
    /// Articles in which nothing else names the actor: those that it alone brings in.
    pub alone: Vec<ArticleId>,
}

/// What two actors are found together in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The same article.
    Article,
    /// The same paragraph or headline.
    Paragraph,
}

/// A corpus made ready to be measured: where each mention stands, and how many words there are where.
#[derive(Clone, Debug)]
pub struct Counter<'c> {
    corpus: &'c Corpus,
    mentions: &'c Mentions,
    /// For each of `mentions.list`.
    places: Vec<Where>,
    /// For each article, words by place.
    words: Vec<[u32; 4]>,
}

impl<'c> Counter<'c> {
    /// Makes `corpus` ready; `mentions` are in reading order.
    pub fn new(corpus: &'c Corpus, mentions: &'c Mentions) -> Counter<'c> {
        let mut counter =
            Counter { corpus, mentions, places: vec![Where::Body; mentions.list.len()], words: Vec::new() };
        for (id, article) in corpus.ids() {
            let mut words = [0; 4];
            let range = counter.range(id);
            for (zone, text) in zones(article) {
                let quoted = quotations(text);
                let place = |at: Span| place(article, zone, at, &quoted);
                Tokens::of(text).iter().for_each(|token| words[place(token.span).index()] += 1);
                for index in range.clone().filter(|i| mentions.list[*i].zone == zone) {
                    counter.places[index] = place(mentions.list[index].at);
                }
            }
            counter.words.push(words);
        }
        counter
    }

    /// The mentions of `id`, as places in the list.
    fn range(&self, id: ArticleId) -> std::ops::Range<usize> {
        let list = &self.mentions.list;
        list.partition_point(|m| m.article < id)..list.partition_point(|m| m.article <= id)
    }

    /// The articles of `selected` that `rule` counts in, in order: of each of `groups`, which tell the same
    /// story, the first that is selected.
    pub fn articles(&self, rule: &Rule, selected: &[ArticleId], groups: &[Vec<ArticleId>]) -> Vec<ArticleId> {
        let mut articles = selected.to_vec();
        order::by_key(&mut articles, |it| *it);
        articles.dedup();
        if rule.once {
            let selected: HashSet<ArticleId> = articles.iter().copied().collect();
            let again: HashSet<ArticleId> = groups
                .iter()
                .flat_map(|group| {
                    let mut members: Vec<_> = group.iter().filter(|id| selected.contains(id)).collect();
                    order::by_key(&mut members, |it| *it);
                    members.dedup();
                    members.into_iter().skip(1).copied().collect::<Vec<_>>()
                })
                .collect();
            articles.retain(|id| !again.contains(id));
        }
        articles
    }

    /// THE evidence: the mentions of known actors in `articles` that `rule` counts, in reading order, as
    /// places in `Mentions::list`.
    pub fn evidence(&self, rule: &Rule, articles: &[ArticleId]) -> Vec<usize> {
        let counts = |index: &usize| {
            let mention = &self.mentions.list[*index];
            mention.actor.is_some()
                && rule.forms.contains(&mention.form)
                && rule.places.contains(&self.places[*index])
        };
        articles.iter().flat_map(|id| self.range(*id)).filter(counts).collect()
    }

    fn get(&self, index: usize) -> &'c Mention {
        &self.mentions.list[index]
    }

    /// What `evidence` from `articles` adds up to.
    pub fn tally(&self, rule: &Rule, articles: &[ArticleId], evidence: &[usize]) -> Tally {
        let in_article = |id: &ArticleId| {
            let words = self.words.get(id.0 as usize).copied().unwrap_or_default();
            rule.places.iter().map(|place| words[place.index()]).sum::<u32>()
        };
        let words: u32 = articles.iter().map(in_article).sum();
        let part = |n: usize, of: usize| if of == 0 { 0.0 } else { n as f64 / of as f64 };
        let actors = self.by_actor(evidence).into_iter().map(|(actor, list)| {
            let holding = self.articles_of(&list).len();
            Measure {
                actor,
                mentions: list.len() as u32,
                articles: holding as u32,
                per_thousand: 1000.0 * part(list.len(), words as usize),
                share: part(holding, articles.len()),
            }
        });
        let mut actors: Vec<_> = actors.collect();
        order::by_key(&mut actors, |m| std::cmp::Reverse((m.mentions, m.articles)));
        Tally { actors, articles: articles.len() as u32, words }
    }

    /// `evidence` actor by actor.
    pub fn by_actor(&self, evidence: &[usize]) -> BTreeMap<ActorId, Vec<usize>> {
        self.split(evidence, |mention| mention.actor)
    }

    /// `evidence` day by day; the undated under `None`.
    pub fn by_day(&self, evidence: &[usize]) -> BTreeMap<Option<Day>, Vec<usize>> {
        self.split(evidence, |mention| Some(self.corpus.article(mention.article)?.day()))
    }

    fn split<K: Ord>(
        &self,
        evidence: &[usize],
        key: impl Fn(&Mention) -> Option<K>,
    ) -> BTreeMap<K, Vec<usize>> {
        let mut parts: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for index in evidence {
            if let Some(key) = key(self.get(*index)) {
                parts.entry(key).or_default().push(*index);
            }
        }
        parts
    }

    fn articles_of(&self, evidence: &[usize]) -> BTreeSet<ArticleId> {
        evidence.iter().map(|index| self.get(*index).article).collect()
    }

    /// Which two actors `evidence` holds together, with the mentions of both there. A pair stands once, the
    /// smaller id first.
    pub fn pairs(&self, evidence: &[usize], within: Within) -> BTreeMap<(ActorId, ActorId), Pair> {
        let units = self.split(evidence, |mention| {
            let zone = (within == Within::Paragraph).then_some(mention.zone);
            Some((mention.article, zone))
        });
        let mut pairs: BTreeMap<(ActorId, ActorId), Pair> = BTreeMap::new();
        for list in units.values() {
            let actors: Vec<_> = self.by_actor(list).into_iter().collect();
            for (i, (a, of_a)) in actors.iter().enumerate() {
                for (b, of_b) in &actors[i + 1..] {
                    let pair = pairs.entry((*a, *b)).or_default();
                    pair.units += 1;
                    pair.mentions.extend(of_a.iter().chain(of_b));
                }
            }
        }
        for pair in pairs.values_mut() {
            order::by_key(&mut pair.mentions, |it| *it);
        }
        pairs
    }

    /// What each spelling of `actor` brings to `evidence`, most frequent first.
    pub fn spellings(&self, evidence: &[usize], actor: ActorId) -> Vec<Spelling> {
        let own: Vec<usize> =
            evidence.iter().filter(|index| self.get(**index).actor == Some(actor)).copied().collect();
        let folded = |mention: &Mention| {
            let words = Tokens::of(mention.surface(self.corpus));
            let text: Vec<String> = words.iter().map(|t| t.folded.to_owned()).collect();
            Some((text, mention.form))
        };
        let parts = self.split(&own, folded);
        // In how many spellings each article names the actor.
        let mut named: BTreeMap<ArticleId, usize> = BTreeMap::new();
        for list in parts.values() {
            self.articles_of(list).into_iter().for_each(|id| *named.entry(id).or_default() += 1);
        }
        let spelling = |((_, form), mentions): ((Vec<String>, Form), Vec<usize>)| {
            let articles = self.articles_of(&mentions);
            let alone = articles.iter().filter(|id| named.get(id) == Some(&1)).copied().collect();
            let mut spelled: BTreeMap<&str, usize> = BTreeMap::new();
            for index in &mentions {
                *spelled.entry(self.get(*index).surface(self.corpus)).or_default() += 1;
            }
            let usual = spelled.into_iter().max_by_key(|(text, n)| (*n, std::cmp::Reverse(*text)));
            let text = usual.map_or(String::new(), |(text, _)| text.to_owned());
            Spelling { text, form, articles: articles.len() as u32, alone, mentions }
        };
        let mut spellings: Vec<_> = parts.into_iter().map(spelling).collect();
        order::by_key(&mut spellings, |s| std::cmp::Reverse(s.mentions.len()));
        spellings
    }
}

/// Two actors together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Articles or paragraphs that hold both.
    pub units: u32,
    /// The mentions of both in them, in reading order.
    pub mentions: Vec<usize>,
}

fn place(article: &Article, zone: Zone, at: Span, quoted: &[Span]) -> Where {
    let kind = match zone {
        Zone::Title => return Where::Title,
        Zone::Block(index) => article.blocks.get(index as usize).map(|block| block.kind),
    };
    let inside = || quoted.iter().any(|q| q.start <= at.start && at.end <= q.end);
    match kind {
        Some(BlockKind::Caption) => Where::Caption,
        Some(BlockKind::Quote) => Where::Quote,
        _ if inside() => Where::Quote,
        _ => Where::Body,
    }
}

/// The words in double quotation marks in `text`. One that is not closed reaches to the end, as a quotation of
/// several paragraphs closes only the last; but a straight mark may as well be inches.
pub fn quotations(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“' | '„' | '«', None) => open = Some(at + c.len_utf8()),
            ('"', None) => open = Some(at + 1),
            ('”' | '“' | '»' | '"', Some(start)) => {
                spans.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    let straight = |start: &usize| text[..*start].ends_with('"');
    spans.extend(open.filter(|start| !straight(start)).map(|start| Span::new(start, text.len())));
    spans
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn finds_quotations() {
        for (text, quoted) in [
            ("He said “no” and \"yes\".", vec!["no", "yes"]),
            ("„Nein“, «non»", vec!["Nein", "non"]),
            ("“It goes on", vec!["It goes on"]),
            ("a 5\" gun", vec![]),
            ("nobody's ‘word’", vec![]),
        ] {
            let found: Vec<_> = quotations(text).iter().map(|q| q.of(text)).collect();
            assert_eq!(found, quoted, "{text}");
        }
    }
}
