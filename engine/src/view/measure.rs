//! Measures of a selection: which mentions count under a [`Rule`], where they stand, in how many words, and which
//! spellings bring them in. Every number of a view is a sum over the mentions that its rule counts.

use super::{ActorCount, Explorer, Measure, Selection, View, Where};
use crate::actors::{ActorId, Form, Mention, Zone, key_of, zones};
use crate::corpus::{Article, ArticleId, BlockKind};
use crate::order;
use crate::text::{Span, Tokens};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

/// How many places there are.
const PLACES: usize = Where::ALL.len();

/// Which mentions count. The default counts all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// For each of [`Where::ALL`], whether what stands there counts.
    pub places: [bool; PLACES],
    /// For each of [`Form::ALL`], whether it counts.
    pub forms: [bool; Form::ALL.len()],
    /// Whether of articles that tell the same story only the first counts.
    pub once: bool,
}

impl Default for Rule {
    fn default() -> Rule {
        Rule { places: [true; PLACES], forms: [true; Form::ALL.len()], once: false }
    }
}

impl Rule {
    /// Whether it counts in all places.
    pub fn everywhere(&self) -> bool {
        self.places == [true; PLACES]
    }
}

/// What no view needs before a zone is switched off or words are asked for: it is read out of the texts then.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// For each of `Mentions::list`.
    mentions: OnceLock<Vec<Where>>,
    /// For each article, its words.
    all_words: OnceLock<Vec<u32>>,
    /// For each article, words by place.
    words: OnceLock<Vec<[u32; PLACES]>>,
}

/// A spelling that names an actor, and what it brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// As it is met most often.
    pub text: String,
    /// Its forms: a capital that acts is a metonym, and else a place.
    pub forms: Vec<Form>,
    /// Its mentions, as places in `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Articles that hold it.
    pub articles: u32,
    /// Articles in which nothing else names the actor: those that it alone brings in.
    pub alone: Vec<ArticleId>,
}

impl Explorer {
    /// THE rule: whether the mention at `index` of the list counts, for somebody or for nobody, in an article that
    /// counts.
    pub(super) fn counts(&self, rule: &Rule, index: usize) -> bool {
        let in_form = self.mentions.list.get(index).is_some_and(|m| rule.forms[m.form as usize]);
        in_form && (rule.everywhere() || rule.places[self.place_of(index) as usize])
    }

    /// Puts into `selection` the mentions of known actors that `rule` counts in the articles `picked`, and what they
    /// add up to.
    pub(super) fn count(&self, selection: &mut Selection, picked: &[ArticleId], rule: &Rule) {
        let actors = (0..self.mentions.actors.len() as u32).map(ActorId);
        let none = |actor| ActorCount { actor, articles: 0, counted: 0, mentions: 0 };
        let mut counts: Vec<_> = actors.map(none).collect();
        // The article in which each was seen last; they come one after the other.
        let mut last = vec![None; counts.len()];
        for id in picked {
            let counted = selection.again.binary_search(id).is_err();
            for index in self.range(*id).filter(|index| self.counts(rule, *index)) {
                let Some(actor) = self.mentions.list[index].actor.map(|actor| actor.0 as usize) else {
                    continue;
                };
                let Some(count) = counts.get_mut(actor) else { continue };
                let first = last[actor].replace(*id) != Some(*id);
                count.articles += u32::from(first);
                if counted {
                    count.counted += u32::from(first);
                    count.mentions += 1;
                    selection.mentions.push(index);
                }
            }
        }
        order::by_key(&mut counts, |c| (Reverse(c.mentions), Reverse(c.articles)));
        selection.actors = counts;
    }

    /// Those of `picked`, which are in order, that tell the story of one before them.
    pub(super) fn told_before(&self, picked: &[ArticleId]) -> Vec<ArticleId> {
        let mut again = Vec::new();
        for group in &self.corpus.groups {
            let members = group.members.iter().map(|member| member.article);
            again.extend(members.filter(|id| picked.binary_search(id).is_ok()).skip(1));
        }
        order::by_key(&mut again, |id| *id);
        again
    }

    /// The mentions of the article `id` in `zone` that count under `rule`, in reading order, those of nobody among
    /// them.
    pub fn counted_in(&self, id: ArticleId, zone: Zone, rule: Rule) -> impl Iterator<Item = &Mention> {
        let counted = self.range(id).filter(move |index| self.counts(&rule, *index));
        counted.map(|index| &self.mentions.list[index]).filter(move |m| m.zone == zone)
    }

    /// Where the mention at `index` of the list stands.
    pub fn place_of(&self, index: usize) -> Where {
        self.places.mentions.get_or_init(|| self.read_places()).get(index).copied().unwrap_or_default()
    }

    fn read_places(&self) -> Vec<Where> {
        let list = &self.mentions.list;
        let mut places = Vec::with_capacity(list.len());
        for here in list.chunk_by(|a, b| (a.article, a.zone) == (b.article, b.zone)) {
            let Some((zone, article)) = here.first().map(|m| (m.zone, self.corpus.article(m.article))) else {
                continue;
            };
            let zone = ZoneRead::of(article, zone, article.map_or("", |article| zone.of(article)));
            places.extend(here.iter().map(|mention| zone.place(mention.at)));
        }
        places
    }

    /// Words of the article `id` in the places that `rule` counts.
    pub fn words(&self, rule: &Rule, id: ArticleId) -> u32 {
        let (at, articles) = (id.0 as usize, &self.corpus.articles);
        if rule.everywhere() {
            let title = |article: &Article| Tokens::of(article.title.own().unwrap_or_default()).len() as u32;
            let all = |article: &Article| article.words + title(article);
            let words = self.places.all_words.get_or_init(|| articles.iter().map(all).collect());
            return words.get(at).copied().unwrap_or_default();
        }
        let words = self.places.words.get_or_init(|| articles.iter().map(words_of).collect());
        let words = words.get(at).copied().unwrap_or_default();
        words.iter().zip(rule.places).filter(|(_, counts)| *counts).map(|(words, _)| words).sum()
    }

    /// What the rates of `view` are of: the words or the articles in which `selection` counts; 0 for other measures.
    pub fn denominator(&self, selection: &Selection, view: &View) -> u32 {
        let rule = view.rule();
        match view.measure {
            Measure::PerThousand => selection.counted().map(|id| self.words(&rule, id)).sum(),
            Measure::Share => selection.counted().count() as u32,
            _ => 0,
        }
    }

    /// How many mentions count in each place of `selection`.
    pub fn zones(&self, selection: &Selection) -> Vec<(Where, u32)> {
        let mut counts = [0; PLACES];
        selection.mentions.iter().for_each(|index| counts[self.place_of(*index) as usize] += 1);
        Where::ALL.iter().copied().zip(counts).collect()
    }

    /// What each spelling of `actor` brings to `mentions`, which are places in the list in its order; most frequent
    /// first.
    pub fn spellings(&self, mentions: &[usize], actor: ActorId) -> Vec<Spelling> {
        let mut all: Vec<Met<'_>> = Vec::new();
        // Their places by what stands in the text, and by its key.
        let (mut surfaces, mut keys) = (HashMap::<&str, usize>::new(), HashMap::<String, usize>::new());
        for index in mentions {
            let Some(mention) = self.mentions.list.get(*index).filter(|m| m.actor == Some(actor)) else {
                continue;
            };
            let surface = mention.surface(&self.corpus);
            let at = *surfaces.entry(surface).or_insert_with(|| {
                *keys.entry(key_of(surface)).or_insert_with(|| {
                    all.push(Met::default());
                    all.len() - 1
                })
            });
            let Met { spelling, held, surfaces } = &mut all[at];
            spelling.mentions.push(*index);
            if !spelling.forms.contains(&mention.form) {
                spelling.forms.push(mention.form);
            }
            if held.last() != Some(&mention.article) {
                held.push(mention.article);
            }
            *surfaces.entry(surface).or_default() += 1;
        }
        let mut holds = vec![0_u32; self.corpus.articles.len()];
        let held = all.iter().flat_map(|met| &met.held);
        held.for_each(|id| holds[id.0 as usize] += 1);
        let spelling = |Met { mut spelling, held, surfaces }: Met<'_>| {
            spelling.articles = held.len() as u32;
            spelling.alone = held.into_iter().filter(|id| holds[id.0 as usize] == 1).collect();
            let usual = surfaces.into_iter().max_by_key(|(text, times)| (*times, Reverse(*text)));
            spelling.text = usual.map_or(String::new(), |(text, _)| text.to_owned());
            spelling
        };
        let mut spellings: Vec<Spelling> = all.into_iter().map(spelling).collect();
        order::by_key(&mut spellings, |s| Reverse(s.mentions.len()));
        spellings
    }
}

/// A spelling while it is counted.
#[derive(Default)]
struct Met<'c> {
    spelling: Spelling,
    /// The articles that hold it.
    held: Vec<ArticleId>,
    /// As what it is met, and how often.
    surfaces: HashMap<&'c str, u32>,
}

fn words_of(article: &Article) -> [u32; PLACES] {
    let mut words = [0; PLACES];
    for (zone, text) in zones(article) {
        let zone = ZoneRead::of(Some(article), zone, text);
        Tokens::of(text).iter().for_each(|token| words[zone.place(token.span) as usize] += 1);
    }
    words
}

/// A zone read for where things stand in it.
struct ZoneRead {
    /// Where all of it stands, or what is not quoted.
    place: Where,
    quoted: Vec<Span>,
}

impl ZoneRead {
    fn of(article: Option<&Article>, zone: Zone, text: &str) -> ZoneRead {
        let block = |index: u32| article?.blocks.get(index as usize);
        let place = match zone {
            Zone::Title => Where::Title,
            Zone::Block(index) => match block(index).map(|block| block.kind) {
                Some(BlockKind::Caption) => Where::Caption,
                Some(BlockKind::Quote) => Where::Quote,
                _ => Where::Body,
            },
        };
        ZoneRead { place, quoted: if place == Where::Body { quotations(text) } else { Vec::new() } }
    }

    fn place(&self, at: Span) -> Where {
        let inside = |quoted: &Span| quoted.start <= at.start && at.end <= quoted.end;
        if self.quoted.iter().any(inside) { Where::Quote } else { self.place }
    }
}

/// The words in double quotation marks in `text`. One that is not closed reaches to the end, as a quotation of
/// several paragraphs closes only the last; but a straight mark may as well be inches.
pub fn quotations(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let (mut spans, mut open) = (Vec::new(), None);
    for (at, byte) in bytes.iter().enumerate() {
        // By its bytes: a text has many others before a mark.
        let (mark, length) = match byte {
            b'"' => ('"', 1),
            0xC2 | 0xE2 => match bytes.get(at + 1..).unwrap_or_default() {
                [0xAB, ..] if *byte == 0xC2 => ('«', 2),
                [0xBB, ..] if *byte == 0xC2 => ('»', 2),
                [0x80, 0x9C, ..] if *byte == 0xE2 => ('“', 3),
                [0x80, 0x9D, ..] if *byte == 0xE2 => ('”', 3),
                [0x80, 0x9E, ..] if *byte == 0xE2 => ('„', 3),
                _ => continue,
            },
            _ => continue,
        };
        match (mark, open) {
            ('“' | '„' | '«' | '"', None) => open = Some(at + length),
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
            ("naïve – “naïve” – «ça»", vec!["naïve", "ça"]),
            ("an “open „one” ends", vec!["open „one"]),
        ] {
            let found: Vec<_> = quotations(text).iter().map(|q| q.of(text)).collect();
            assert_eq!(found, quoted, "{text}");
        }
    }
}
