//! The resolver: from matches to mentions. It decides, article by article, whom a surname means, whether
//! `the North` is a state, and whether a capital acts or is a place.

use super::gazetteer::Gazetteer;
use super::matcher::{Found, Matcher, Target};
use super::mention::zones;
use super::{Actor, ActorId, Form, Kind, Mention, Mentions, Zone};
use crate::corpus::{Article, ArticleId, BlockKind, Corpus};
use crate::text::Tokens;
use std::collections::HashSet;

/// Finds and resolves every mention of `gazetteer`'s actors in `corpus`.
pub fn annotate(corpus: &Corpus, gazetteer: &Gazetteer) -> Mentions {
    let matcher = Matcher::new(gazetteer);
    let actors: Vec<&Actor> = gazetteer.actors().collect();
    let mut list: Vec<Mention> =
        corpus.ids().flat_map(|(id, article)| resolve(id, article, &matcher, &actors)).collect();
    let mentioned: HashSet<ActorId> = list.iter().filter_map(|m| m.actor).collect();
    let kept: Vec<ActorId> =
        (0..actors.len() as u32).map(ActorId).filter(|id| mentioned.contains(id)).collect();
    for mention in &mut list {
        mention.actor =
            mention.actor.and_then(|id| kept.binary_search(&id).ok()).map(|index| ActorId(index as u32));
    }
    Mentions { actors: kept.iter().map(|id| actors[id.0 as usize].clone()).collect(), list }
}

/// One zone of an article with its matches.
struct Read<'a> {
    zone: Zone,
    /// Whether it is one: each word may have a capital.
    headline: bool,
    text: &'a str,
    tokens: Tokens,
    found: Vec<Found<'a>>,
}

fn resolve(id: ArticleId, article: &Article, matcher: &Matcher, actors: &[&Actor]) -> Vec<Mention> {
    let read: Vec<Read<'_>> = zones(article)
        .map(|(zone, text)| {
            let tokens = Tokens::of(text);
            let found = matcher.find(text, &tokens);
            let headline = match zone {
                Zone::Title => true,
                Zone::Block(index) => {
                    article.blocks.get(index as usize).is_some_and(|b| b.kind == BlockKind::Heading)
                }
            };
            Read { zone, headline, text, tokens, found }
        })
        .collect();
    let aliases = read.iter().flat_map(|r| &r.found).filter_map(|f| match f.target {
        Target::Alias(actor, form) if *form != Form::Short => Some(*actor),
        _ => None,
    });
    let named: HashSet<ActorId> = aliases.clone().collect();
    let in_order: Vec<ActorId> = aliases.collect();
    let mut mentions = Vec::new();
    // People named or meant so far, in order; the last one of a surname is the nearest before.
    let mut before: Vec<ActorId> = Vec::new();
    for zone in &read {
        for (index, found) in zone.found.iter().enumerate() {
            let context = Context { zone, index };
            let (actor, form, sure) = match found.target {
                Target::Shield => continue,
                Target::Alias(actor, Form::Short) => {
                    if !named.contains(actor) || !context.stands_for_a_state() {
                        continue;
                    }
                    (Some(*actor), Form::Short, true)
                }
                Target::Alias(actor, Form::Place) => {
                    let (form, sure) = context.capital();
                    (Some(*actor), form, sure)
                }
                Target::Alias(actor, form) => (Some(*actor), *form, true),
                Target::Surname(people) => {
                    if context.is_someone_else(people, actors) {
                        continue;
                    }
                    let bears = |id: &&ActorId| people.contains(id);
                    let who = before.iter().rev().find(bears).or_else(|| in_order.iter().find(bears));
                    (who.copied(), Form::Surname, who.is_some())
                }
            };
            if let Some(actor) = actor.filter(|a| actors[a.0 as usize].kind == Kind::Person) {
                before.push(actor);
            }
            mentions.push(Mention { article: id, zone: zone.zone, at: found.span, actor, form, sure });
        }
    }
    mentions
}

/// A match among the words around it.
struct Context<'a> {
    zone: &'a Read<'a>,
    index: usize,
}

/// Words before a capital that make it a place.
const IN: [&str; 12] = [
    "in", "at", "near", "outside", "inside", "around", "across", "via", "downtown", "central", "within",
    "above",
];
/// Words of travel: with `to`, `for` or `from` after them the capital is a place.
const TRAVEL: [&str; 38] = [
    "visit",
    "visits",
    "visited",
    "visiting",
    "trip",
    "trips",
    "travel",
    "travels",
    "travelled",
    "traveled",
    "travelling",
    "traveling",
    "flew",
    "fly",
    "flies",
    "flying",
    "flight",
    "return",
    "returns",
    "returned",
    "arrive",
    "arrives",
    "arrived",
    "arriving",
    "arrival",
    "head",
    "headed",
    "heading",
    "went",
    "go",
    "came",
    "tour",
    "left",
    "journey",
    "drove",
    "moved",
    "departed",
    "bound",
];
/// Words after a capital that make it a place.
const PLACES: [&str; 22] = [
    "area",
    "airport",
    "suburb",
    "suburbs",
    "province",
    "region",
    "metro",
    "city",
    "hospital",
    "university",
    "square",
    "embassy",
    "streets",
    "street",
    "station",
    "based",
    "native",
    "resident",
    "residents",
    "district",
    "time",
    "hub",
];

impl Context<'_> {
    fn found(&self) -> &Found<'_> {
        &self.zone.found[self.index]
    }

    /// The folded token `back` tokens before the match, where the same sentence runs on.
    fn before(&self, back: usize) -> &str {
        let at = self.found().tokens.start.checked_sub(back);
        at.and_then(|i| self.zone.tokens.get(i)).map_or("", |t| t.folded)
    }

    /// The folded token `ahead` tokens after the match; 1 is the next.
    fn after(&self, ahead: usize) -> &str {
        self.zone.tokens.get(self.found().tokens.end + ahead - 1).map_or("", |t| t.folded)
    }

    /// The next token as the text spells it, where nothing but one space or hyphen stands between.
    fn next_word(&self) -> Option<&str> {
        let next = self.zone.tokens.get(self.found().tokens.end)?;
        let gap = self.zone.text.get(self.found().span.end as usize..next.span.start as usize)?;
        matches!(gap, " " | "-").then(|| next.span.of(self.zone.text))
    }

    /// `the North`, not followed by another capitalised word (`the North Atlantic`).
    fn stands_for_a_state(&self) -> bool {
        self.before(1) == "the" && !self.next_word().is_some_and(|w| w.starts_with(char::is_uppercase))
    }

    /// A capital is a place where things happen in it, and else stands for its government. The second value
    /// says whether the context decides it.
    fn capital(&self) -> (Form, bool) {
        let travel = |back| TRAVEL.contains(&self.before(back));
        let to = matches!(self.before(1), "to" | "for" | "from" | "into" | "towards" | "toward");
        let possessed = self
            .zone
            .text
            .get(self.found().span.end as usize..)
            .is_some_and(|rest| rest.starts_with("’s ") || rest.starts_with("'s "));
        let place = IN.contains(&self.before(1))
            || travel(1)
            || (to && (travel(2) || travel(3) || travel(4)))
            || PLACES.contains(&self.after(1))
            || (possessed && (PLACES.contains(&self.after(2)) || PLACES.contains(&self.after(3))));
        let acts = possessed
            || matches!(self.after(1), "said" | "says" | "has" | "had" | "is" | "was" | "would" | "will");
        if place { (Form::Place, true) } else { (Form::Metonym, acts) }
    }

    /// Whether a given name beside the surname makes it a person of another name: before it (`Naomi Campbell`),
    /// or after it where the family name comes first (`Kim Yo Jong`). Headlines write every word with a
    /// capital, so there capitals say nothing.
    fn is_someone_else(&self, people: &[ActorId], actors: &[&Actor]) -> bool {
        if self.zone.headline {
            return false;
        }
        let surface = self.found().span.of(self.zone.text);
        let leads = people.iter().any(|p| {
            let name = &actors[p.0 as usize].name;
            name.get(..surface.len()).is_some_and(|head| head.eq_ignore_ascii_case(surface))
        });
        (leads && self.next_word().is_some_and(is_like_a_name)) || self.has_given_name()
    }

    /// Whether a given name stands right before: a capitalised word in the middle of a sentence that is no
    /// office, no day and no part of another mention.
    fn has_given_name(&self) -> bool {
        let tokens = &self.zone.tokens;
        let at = self.found().tokens.start;
        let Some((before, first)) = at.checked_sub(1).and_then(|i| Some((tokens.get(i)?, i))) else {
            return false;
        };
        let gap = |from: u32, to: u32| self.zone.text.get(from as usize..to as usize).unwrap_or("");
        let sentence_begins = match first.checked_sub(1).and_then(|i| tokens.get(i)) {
            Some(earlier) => {
                gap(earlier.span.end, before.span.start).contains(['.', '!', '?', ':', '“', '"', '‘'])
            }
            None => true,
        };
        let named = self.index.checked_sub(1).is_some_and(|i| self.zone.found[i].tokens.end == at);
        gap(before.span.end, self.found().span.start) == " "
            && !sentence_begins
            && !named
            && is_like_a_name(before.span.of(self.zone.text))
            && !OFFICES.contains(&before.folded)
    }
}

/// Words with a capital that stand before a surname and are no given name.
const OFFICES: [&str; 58] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "lord",
    "lady",
    "dame",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "president",
    "premier",
    "minister",
    "chancellor",
    "secretary",
    "state",
    "defense",
    "defence",
    "affairs",
    "treasury",
    "general",
    "gen",
    "admiral",
    "adm",
    "marshal",
    "colonel",
    "col",
    "lieutenant",
    "lt",
    "captain",
    "capt",
    "sergeant",
    "commander",
    "ambassador",
    "envoy",
    "senator",
    "sen",
    "representative",
    "rep",
    "congressman",
    "congresswoman",
    "governor",
    "gov",
    "mayor",
    "speaker",
    "chairman",
    "chairwoman",
    "chair",
    "chief",
    "director",
    "professor",
    "prof",
    "judge",
    "justice",
    "leader",
];

/// Capitalised and not all in capitals, and no day or month.
fn is_like_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase) && !is_calendar(word)
}

fn is_calendar(word: &str) -> bool {
    const NAMES: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::annotate;
    use crate::actors::Gazetteer;
    use crate::corpus::{SourceFile, config::Config, parse};

    /// The mentions of `text` as `surface actor form`.
    fn mentions(text: &str) -> Vec<String> {
        let mut gazetteer = Gazetteer::built_in();
        for name in ["Ada Campbell", "Kim Jong Un", "Park Jin", "Vladimir Putin"] {
            let (id, surname) = match name {
                "Kim Jong Un" => ("kim", "Kim"),
                "Park Jin" => ("park", "Park"),
                _ => (name, name.rsplit(' ').next().unwrap_or(name)),
            };
            let id = id.to_lowercase().replace(' ', "-");
            let entry = format!(
                "[[actor]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"person\"\nsurname = \"{surname}\""
            );
            assert_eq!(gazetteer.add(&entry), []);
        }
        let file = SourceFile { name: "a.txt".into(), bytes: text.into() };
        let corpus = parse(vec![file], &Config::default()).corpus;
        let mentions = annotate(&corpus, &gazetteer);
        let line = |m: &crate::actors::Mention| {
            let actor = m.actor.and_then(|a| mentions.actor(a)).map_or("nobody", |a| &a.id);
            format!("{} {actor} {}", m.surface(&corpus), m.form.name())
        };
        mentions.list.iter().map(line).collect()
    }

    #[test]
    fn decides_what_a_name_stands_for() {
        for (text, expected) in [
            (
                "The United States told us that US troops and the U.S. envoy left.",
                vec![
                    "United States united-states name",
                    "US united-states acronym",
                    "U.S. united-states acronym",
                ],
            ),
            ("It cost US$5 million, USA Today wrote on a turkey farm.", vec![]),
            (
                "N. Korea said so. The North denied it, in the North Sea.",
                vec!["N. Korea north-korea name", "North north-korea short"],
            ),
            ("The North denied it, he said on the way to the coast.", vec![]),
            (
                "He met Ada Campbell and Naomi Campbell there; then Campbell and President Campbell left.",
                vec![
                    "Ada Campbell ada-campbell name",
                    "Campbell ada-campbell surname",
                    "Campbell ada-campbell surname",
                ],
            ),
            (
                "There Kim Jong Un spoke. Later Kim Yo Jong spoke, and Kim left on Monday.",
                vec!["Kim Jong Un kim name", "Kim kim surname"],
            ),
            ("People sat in Central Park; then Park Jin came.", vec!["Park Jin park name"]),
            ("Here Kim was quoted, but nobody said which one it was.", vec!["Kim nobody surname"]),
            (
                "They landed in Moscow, said Paris, near the Berlin airport, and the Kremlin agreed.",
                vec![
                    "Moscow russia place",
                    "Paris france metonym",
                    "Berlin germany place",
                    "Kremlin russia metonym",
                ],
            ),
            ("He sailed the Sea of Japan on the USS Theodore Roosevelt.", vec![]),
        ] {
            assert_eq!(mentions(text), expected, "{text}");
        }
    }
}
