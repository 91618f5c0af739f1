//! What a query means, said slowly: an article is read from front to back for every node of the tree. The index
//! has to give the same.

use dateline_engine::actors::{Mention, Mentions, Zone, zones};
use dateline_engine::corpus::Article;
use dateline_engine::explorer::{Explorer, Selection};
use dateline_engine::search::{Hit, Node, Pattern, Query, TextField};
use dateline_engine::text::{Span, Tokens};
use dateline_engine::view::View;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// One article, cut into words.
pub struct CutArticle<'a> {
    article: &'a Article,
    mentions: Vec<&'a Mention>,
    actors: &'a Mentions,
    zones: Vec<(Zone, Words)>,
    outlet: Words,
    url: Words,
    vocabulary: Rc<Vocabulary>,
}

/// Words by their number in the [`Vocabulary`], and whether a hyphen joins each to the next.
type Words = Vec<(usize, Span, bool)>;

/// The different words of all articles, so that a pattern is compared with each of them once and not wherever it
/// stands: this is slow enough.
#[derive(Default)]
struct Vocabulary {
    words: Vec<String>,
    numbers: HashMap<String, usize>,
    /// Whether each word fits a pattern, by the pattern as it prints.
    fitting: RefCell<HashMap<String, Rc<[bool]>>>,
}

impl Vocabulary {
    /// Cuts `text` into words.
    fn cut(&mut self, text: &str) -> Words {
        let tokens = Tokens::of(text);
        let mut number = |word: &str| {
            *self.numbers.entry(word.to_owned()).or_insert_with(|| {
                self.words.push(word.to_owned());
                self.words.len() - 1
            })
        };
        let joined = |at: usize| tokens.hyphenated(text, at);
        tokens.iter().enumerate().map(|(at, token)| (number(token.folded), token.span, joined(at))).collect()
    }

    fn fitting(&self, pattern: &Pattern) -> Rc<[bool]> {
        let known = &mut *self.fitting.borrow_mut();
        let fitting = || self.words.iter().map(|word| fits(pattern, word)).collect();
        known.entry(format!("{pattern:?}")).or_insert_with(fitting).clone()
    }
}

/// Every article of `explorer`, cut into words.
pub fn readings(explorer: &Explorer) -> Vec<CutArticle<'_>> {
    let actors = &explorer.mentions;
    let mut vocabulary = Vocabulary::default();
    let cut = explorer.corpus.ids().map(|(_, article)| {
        let zones: Vec<_> = zones(article).map(|(zone, text)| (zone, vocabulary.cut(text))).collect();
        let url = article.url.as_ref().map_or("", |url| url.value.as_str());
        (zones, vocabulary.cut(article.outlet_name()), vocabulary.cut(url))
    });
    let cut: Vec<_> = cut.collect();
    let vocabulary = Rc::new(vocabulary);
    let reading = |((id, article), (zones, outlet, url))| CutArticle {
        article,
        mentions: actors.list.iter().filter(|m| m.article == id).collect(),
        actors,
        zones,
        outlet,
        url,
        vocabulary: vocabulary.clone(),
    };
    explorer.corpus.ids().zip(cut).map(reading).collect()
}

impl CutArticle<'_> {
    /// The hits of `tree`, in any order; `None` where the article does not answer.
    pub fn answer(&self, tree: Option<&Node>) -> Option<Vec<Hit>> {
        let day = self.article.day();
        match tree? {
            Node::Not(node) => self.answer(Some(node)).is_none().then(Vec::new),
            Node::And(nodes) => {
                let named = |of: fn(&Node) -> bool| nodes.iter().filter(|n| only(n, of)).collect::<Vec<_>>();
                let (actors, forms) = (named(is_actor), named(is_form));
                let pairs = actors.iter().flat_map(|actor| forms.iter().map(move |form| (actor, form)));
                let both = pairs.map(|(actor, form)| self.named(|m| self.is(actor, m) && self.is(form, m)));
                let bound = !actors.is_empty() && !forms.is_empty();
                let alone = nodes.iter().filter(|n| !bound || !only(n, is_actor) && !only(n, is_form));
                let all: Option<Vec<_>> = alone.map(|n| self.answer(Some(n))).chain(both).collect();
                all.map(|hits| hits.concat())
            }
            Node::Or(nodes) => {
                let any: Vec<_> = nodes.iter().filter_map(|n| self.answer(Some(n))).collect();
                (!any.is_empty()).then(|| any.concat())
            }
            Node::Phrase(place, patterns) => self.runs(*place, |words| {
                let mut found = self.in_a_row(words, patterns);
                if let [Pattern::Word(word)] = &patterns[..] {
                    found.extend(self.compounds(words, word));
                }
                found
            }),
            Node::Compound(place, parts) => self.runs(*place, |words| {
                let apart: Vec<_> = parts.iter().cloned().map(Pattern::Word).collect();
                let mut found = self.in_a_row(words, &apart);
                found.extend(self.in_a_row(words, &[Pattern::Word(parts.concat())]));
                found
            }),
            Node::Near(place, wanted, within) => {
                let numbers = &self.vocabulary.numbers;
                let wanted: Option<Vec<_>> = wanted.iter().map(|word| numbers.get(word).copied()).collect();
                self.runs(*place, |words| {
                    let mut near = BTreeSet::new();
                    if let Some(wanted) = &wanted {
                        choose(words, wanted, *within as usize, &mut Vec::new(), &mut near);
                    }
                    near.into_iter().map(|at| (at, at)).collect()
                })
            }
            Node::Published(from, to) => {
                let fits = day.is_some_and(|d| from.is_none_or(|f| f <= d) && to.is_none_or(|t| d <= t));
                fits.then(Vec::new)
            }
            Node::Undated => day.is_none().then(Vec::new),
            node @ (Node::Actor(_) | Node::Form(_)) => self.named(|m| self.is(node, m)),
        }
    }

    /// Whether `node`, which asks for actors alone or for forms alone, asks for this mention.
    fn is(&self, node: &Node, mention: &Mention) -> bool {
        let Some(actor) = mention.actor.and_then(|actor| self.actors.actor(actor)) else { return false };
        match node {
            Node::Actor(id) => {
                let name: Vec<_> = Tokens::of(&actor.name).iter().map(|t| t.folded.to_owned()).collect();
                actor.id == *id || name.join("-") == *id
            }
            Node::Form(form) => mention.form == *form,
            Node::Or(nodes) => nodes.iter().any(|node| self.is(node, mention)),
            _ => false,
        }
    }

    /// The first and the last of each run of `words` that fit `patterns`, one each.
    fn in_a_row(&self, words: &Words, patterns: &[Pattern]) -> Vec<(usize, usize)> {
        let patterns: Vec<_> = patterns.iter().map(|p| self.vocabulary.fitting(p)).collect();
        let fits = |start: &usize| {
            let run = words.get(*start..*start + patterns.len());
            run.is_some_and(|run| run.iter().zip(&patterns).all(|((word, ..), p)| p[*word]))
        };
        (0..words.len()).filter(fits).map(|start| (start, start + patterns.len() - 1)).collect()
    }

    /// The first and the last of two or three of `words` that are `word` without the hyphens between them.
    fn compounds(&self, words: &Words, word: &str) -> Vec<(usize, usize)> {
        let runs = (0..words.len()).flat_map(|first| [(first, first + 1), (first, first + 2)]);
        let spelled = |(first, last): &(usize, usize)| {
            words.get(*first..=*last).is_some_and(|run| {
                let joined = run.iter().rev().skip(1).all(|(.., joined)| *joined);
                joined
                    && run.iter().map(|(word, ..)| self.vocabulary.words[*word].as_str()).collect::<String>()
                        == word
            })
        };
        runs.filter(spelled).collect()
    }

    /// The runs of words that `find` finds in the texts of `place`, first and last.
    fn runs(&self, place: TextField, find: impl Fn(&Words) -> Vec<(usize, usize)>) -> Option<Vec<Hit>> {
        if let TextField::Outlet | TextField::Url = place {
            let words = if let TextField::Outlet = place { &self.outlet } else { &self.url };
            return (!find(words).is_empty()).then(Vec::new);
        }
        let mut hits = Vec::new();
        for (zone, words) in &self.zones {
            let here = match place {
                TextField::Title => *zone == Zone::Title,
                TextField::Body => *zone != Zone::Title,
                _ => true,
            };
            if here {
                let span =
                    |first: usize, last: usize| Span { start: words[first].1.start, end: words[last].1.end };
                hits.extend(
                    find(words).into_iter().map(|(first, last)| Hit { zone: *zone, at: span(first, last) }),
                );
            }
        }
        (!hits.is_empty()).then_some(hits)
    }

    fn named(&self, wanted: impl Fn(&Mention) -> bool) -> Option<Vec<Hit>> {
        let named = self.mentions.iter().filter(|m| wanted(m)).map(|m| Hit { zone: m.zone, at: m.at });
        let hits: Vec<_> = named.collect();
        (!hits.is_empty()).then_some(hits)
    }
}

fn is_actor(node: &Node) -> bool {
    matches!(node, Node::Actor(_))
}

fn is_form(node: &Node) -> bool {
    matches!(node, Node::Form(_))
}

/// Whether `node` is such a leaf, or any of several.
fn only(node: &Node, leaf: fn(&Node) -> bool) -> bool {
    match node {
        Node::Or(nodes) => nodes.iter().all(|node| only(node, leaf)),
        node => leaf(node),
    }
}

/// Tries every way to give each of `wanted` a place of its own; adds the places of those that stand near enough.
fn choose(
    words: &Words,
    wanted: &[usize],
    within: usize,
    chosen: &mut Vec<usize>,
    near: &mut BTreeSet<usize>,
) {
    let Some((first, rest)) = wanted.split_first() else {
        let (low, high) = (chosen.iter().min(), chosen.iter().max());
        if low.zip(high).is_some_and(|(low, high)| high - low <= within) {
            near.extend(chosen.iter());
        }
        return;
    };
    for at in 0..words.len() {
        if words[at].0 == *first && !chosen.contains(&at) {
            chosen.push(at);
            choose(words, rest, within, chosen, near);
            chosen.pop();
        }
    }
}

fn fits(pattern: &Pattern, word: &str) -> bool {
    match pattern {
        Pattern::Word(wanted) => word == wanted,
        Pattern::Glob(glob) => shaped(glob, word),
        Pattern::Edits(wanted, edits) => edited(wanted, word, *edits),
    }
}

/// The first letter of `text`, and what follows.
fn cut(text: &str) -> (Option<char>, &str) {
    let mut rest = text.chars();
    (rest.next(), rest.as_str())
}

fn shaped(glob: &str, word: &str) -> bool {
    match (cut(glob), cut(word)) {
        ((None, _), (None, _)) => true,
        ((Some('*'), less), (letter, rest)) => shaped(less, word) || (letter.is_some() && shaped(glob, rest)),
        ((Some('?'), glob), (Some(_), word)) => shaped(glob, word),
        ((Some(g), glob), (Some(w), word)) => g == w && shaped(glob, word),
        _ => false,
    }
}

fn edited(a: &str, b: &str, edits: u32) -> bool {
    match (cut(a), cut(b)) {
        ((None, _), _) | (_, (None, _)) => a.chars().chain(b.chars()).count() <= edits as usize,
        ((Some(x), a), (Some(y), b)) if x == y => edited(a, b, edits),
        _ if edits == 0 => false,
        ((_, less), (_, rest)) => {
            edited(less, b, edits - 1) || edited(a, rest, edits - 1) || edited(less, rest, edits - 1)
        }
    }
}

/// The bytes that `hits` cover, zone by zone: what a reader sees marked.
fn marked(hits: &[Hit]) -> BTreeSet<(Zone, u32)> {
    hits.iter().flat_map(|h| (h.at.start..h.at.end).map(|at| (h.zone, at))).collect()
}

/// Fails unless `explorer` answers `text` as reading does, its hits included. Gives the number of articles found.
pub fn compare(explorer: &Explorer, readings: &[CutArticle<'_>], text: &str, name: &str) -> usize {
    let selection = explorer.select(&View { query: text.to_owned(), ..View::default() });
    compare_with(explorer, readings, (Query::parse(text), &selection), &format!("{name}, `{text}`"))
}

/// The same while somebody is typing `text`.
pub fn compare_as_typed(explorer: &Explorer, readings: &[CutArticle<'_>], text: &str, name: &str) -> usize {
    let selection = explorer.select_as_typed(&View { query: text.to_owned(), ..View::default() });
    compare_with(explorer, readings, (Query::as_typed(text), &selection), &format!("{name}, `{text}` typed"))
}

fn compare_with(
    explorer: &Explorer,
    readings: &[CutArticle<'_>],
    (query, selection): (Query, &Selection),
    name: &str,
) -> usize {
    let tree = query.tree;
    let name = format!("{name} = {tree:?}");
    let found: BTreeSet<_> = selection.articles.iter().map(|c| c.id).collect();
    assert_eq!(found.len(), selection.articles.len(), "{name}: no article twice");
    for ((id, article), reading) in explorer.corpus.ids().zip(readings) {
        let slow = if tree.is_none() { Some(Vec::new()) } else { reading.answer(tree.as_ref()) };
        assert_eq!(found.contains(&id), slow.is_some(), "{name}: {}", article.name);
        let fast = explorer.hits(selection, id);
        let slow = slow.unwrap_or_default();
        assert_eq!(marked(&fast), marked(&slow), "{name}: hits in {}", article.name);
        let apart =
            |p: &[Hit]| (p[0].zone, p[0].at.end) <= (p[1].zone, p[1].at.start) || p[0].zone < p[1].zone;
        assert!(fast.windows(2).all(apart), "{name}: hits in reading order that do not overlap: {fast:?}");
        let begins = |h: &Hit| slow.iter().any(|s| (s.zone, s.at.start) == (h.zone, h.at.start));
        assert!(fast.iter().all(begins), "{name}: each hit begins where a word does");
        assert!(
            fast.iter().all(|h| !h.at.of(h.zone.of(article)).is_empty()),
            "{name}: on borders of characters"
        );
    }
    found.len()
}
