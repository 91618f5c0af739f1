//! Counting in a selection: which mentions count under a [`CountingRule`], where they stand, and in how many words.
//! Every number of a view is a sum over the mentions that its rule counts.

use super::quotations::quotations;
use super::{ActorCount, Explorer, Selection};
use crate::actors::{ActorId, Form, Mention, Zone, zones};
use crate::corpus::{Article, ArticleId, BlockKind};
use crate::labels;
use crate::order;
use crate::text::{Span, Tokens};
use crate::view::rule::PLACES;
use crate::view::{CountingRule, Measure, View, Where};
use std::cmp::Reverse;

impl Explorer {
    /// Whether the mention at `index` of `Mentions::list` counts under `rule`, with or without an actor. Every count
    /// goes through this test; repeats, whose mentions do not count, are left to the caller.
    pub(super) fn counts(&self, rule: &CountingRule, index: usize) -> bool {
        let in_form = self.mentions.list.get(index).is_some_and(|m| rule.forms[m.form as usize]);
        in_form && (rule.everywhere() || rule.places[self.place_of(index) as usize])
    }

    /// Fills `mentions` and `actors` of `selection` from the articles `picked`, in corpus order, under `rule`; its
    /// `repeats` must be known.
    pub(super) fn count(&self, selection: &mut Selection, picked: &[ArticleId], rule: &CountingRule) {
        let actors = (0..self.mentions.actors.len() as u32).map(ActorId);
        let none = |actor| ActorCount { actor, articles: 0, counted: 0, mentions: 0 };
        let mut counts: Vec<_> = actors.map(none).collect();
        // The article in which each was seen last; they come one after the other.
        let mut last = vec![None; counts.len()];
        for id in picked {
            let counted = selection.repeats.binary_search(id).is_err();
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

    /// The articles among `picked` that are near-duplicates of an earlier one there. Both lists are in corpus order.
    pub(super) fn repeats(&self, picked: &[ArticleId]) -> Vec<ArticleId> {
        let mut repeats = Vec::new();
        for group in &self.corpus.groups {
            let members = group.members.iter().map(|member| member.article);
            repeats.extend(members.filter(|id| picked.binary_search(id).is_ok()).skip(1));
        }
        order::by_key(&mut repeats, |id| *id);
        repeats
    }

    /// The mentions in `zone` of the article `id` that count under `rule`, in reading order, with those that name no
    /// known actor.
    pub fn counted_in(
        &self,
        id: ArticleId,
        zone: Zone,
        rule: CountingRule,
    ) -> impl Iterator<Item = &Mention> {
        let counted = self.range(id).filter(move |index| self.counts(&rule, *index));
        counted.map(|index| &self.mentions.list[index]).filter(move |m| m.zone == zone)
    }

    /// The mentions in `zone` of the article `id` that do not count under `rule`, in reading order.
    pub fn left_out_in(
        &self,
        id: ArticleId,
        zone: Zone,
        rule: CountingRule,
    ) -> impl Iterator<Item = &Mention> {
        let left_out = self.range(id).filter(move |index| !self.counts(&rule, *index));
        left_out.map(|index| &self.mentions.list[index]).filter(move |m| m.zone == zone)
    }

    /// What `view` leaves out, so that `mention` does not count: `without adjectives`, `without captions`; `None` where it
    /// counts.
    pub fn left_out_by(&self, view: &View, mention: &Mention) -> Option<String> {
        let rule = view.rule();
        if !rule.forms[mention.form as usize] {
            return Some(labels::without_form(mention.form).to_owned());
        }
        let index =
            self.range(mention.article).find(|index| self.mentions.list.get(*index) == Some(mention))?;
        let place = self.place_of(index);
        (!rule.places[place as usize]).then(|| format!("without {}", labels::place(place)))
    }

    /// The place in which the mention at `index` of `Mentions::list` stands.
    pub fn place_of(&self, index: usize) -> Where {
        let places = self.places.mentions.get_or(|| self.read_places());
        let place = places.and_then(|places| places.get(index)).copied().unwrap_or_default();
        Where::ALL.get(place as usize).copied().unwrap_or_default()
    }

    /// The place of each mention of `Mentions::list`, read from the texts.
    pub(super) fn read_places(&self) -> Vec<u8> {
        let list = &self.mentions.list;
        let mut places = Vec::with_capacity(list.len());
        for here in list.chunk_by(|a, b| (a.article, a.zone) == (b.article, b.zone)) {
            let Some((zone, article)) = here.first().map(|m| (m.zone, self.corpus.article(m.article))) else {
                continue;
            };
            let zone = ZoneRead::of(article, zone, article.map_or("", |article| zone.of(article)));
            places.extend(here.iter().map(|mention| zone.place(mention.at) as u8));
        }
        places
    }

    /// The number of words of each article in each place, read from the texts.
    pub(super) fn read_words(&self) -> Vec<[u32; PLACES]> {
        self.corpus.articles.iter().map(words_of).collect()
    }

    /// The number of words of the article `id` in the places that `rule` counts.
    pub fn words(&self, rule: &CountingRule, id: ArticleId) -> u32 {
        if rule.everywhere() {
            return self.index.length(id);
        }
        let words = self.places.words.get_or(|| self.read_words());
        let words = words.and_then(|words| words.get(id.0 as usize)).copied().unwrap_or_default();
        words.iter().zip(rule.places).filter(|(_, counts)| *counts).map(|(words, _)| words).sum()
    }

    /// The number that rates of `view` are divided by: words or articles that count in `selection`; 0 for measures that
    /// are no rates.
    pub fn denominator(&self, selection: &Selection, view: &View) -> u32 {
        let rule = view.rule();
        match view.measure {
            Measure::PerThousand => selection.counted().map(|id| self.words(&rule, id)).sum(),
            Measure::Share => selection.counted().count() as u32,
            _ => 0,
        }
    }

    /// The number of mentions of each form that count in `selection`, in the order of [`Form::ALL`].
    pub fn forms(&self, selection: &Selection) -> Vec<(Form, u32)> {
        let mut counts = [0; Form::ALL.len()];
        for mention in selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)) {
            counts[mention.form as usize] += 1;
        }
        Form::ALL.into_iter().map(|form| (form, counts[form as usize])).collect()
    }

    /// The number of mentions in each place that count in `selection`, in the order of [`Where::ALL`]; none where their file is
    /// lacking.
    pub fn zones(&self, selection: &Selection) -> Vec<(Where, u32)> {
        if self.places.mentions.get_or(|| self.read_places()).is_none() {
            return Vec::new();
        }
        let mut counts = [0; PLACES];
        selection.mentions.iter().for_each(|index| counts[self.place_of(*index) as usize] += 1);
        Where::ALL.iter().copied().zip(counts).collect()
    }
}

/// The number of words of `article` in each place.
fn words_of(article: &Article) -> [u32; PLACES] {
    let mut words = [0; PLACES];
    for (zone, text) in zones(article) {
        let zone = ZoneRead::of(Some(article), zone, text);
        Tokens::of(text).iter().for_each(|token| words[zone.place(token.span) as usize] += 1);
    }
    words
}

/// A zone with its quotations, for the place of each span in it.
struct ZoneRead {
    /// The place of the zone, or of its text outside quotations.
    place: Where,
    /// The quotations, in bytes of the zone's text.
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

    /// The place of the span `at`, which is in bytes of the zone's text.
    fn place(&self, at: Span) -> Where {
        let inside = |quoted: &Span| quoted.start <= at.start && at.end <= quoted.end;
        if self.quoted.iter().any(inside) { Where::Quote } else { self.place }
    }
}
