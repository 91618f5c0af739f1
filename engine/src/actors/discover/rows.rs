//! Rows of capitalised words that no list has: the candidates of discovery.

use super::super::context::{contexts, is_like_a_name};
use super::super::known::Known;
use super::super::matcher::{Target, covering, is_shortened};
use super::super::mention::zones;
use super::super::read::Read;
use super::super::titles::is_title;
use super::super::{ActorId, Form, Kind, Zone};
use super::candidate::{Candidates, has_letters};
use super::cues;
use crate::corpus::{Article, ArticleId};
use crate::text::Span;
use std::ops::Range;

/// Words that join capitalised words in the name of a body.
const OF_BODIES: &[&str] = &["of", "for", "and", "the"];
/// Words that join capitalised words in the name of a person.
const OF_PEOPLE: &[&str] =
    &["de", "la", "del", "da", "dos", "di", "du", "van", "von", "der", "den", "bin", "al", "el", "ibn"];
/// Characters in the second half of a given name at most: `Do-yun`.
const HALF: usize = 5;
/// How many words before `and` the `of` of a ministry is looked for.
const FIELDS: usize = 12;
/// Second halves of compounds, which no given name has.
const COMPOUNDS: &[&str] = &[
    "led", "era", "run", "made", "born", "wide", "like", "free", "type", "style", "based", "owned", "bound",
];

/// Adds the rows of capitalised words of an article to `all`. Headlines and zones in capitals are left out: capital
/// letters show nothing there.
pub(super) fn read(id: ArticleId, article: &Article, known: &Known<'_>, all: &mut Candidates) {
    let last = Zone::Block(article.blocks.len().saturating_sub(1) as u32);
    for (zone, text) in zones(article).filter(|(zone, _)| *zone != Zone::Title) {
        if !text.contains(char::is_lowercase) {
            continue;
        }
        let read = Read::new(&known.matcher, article, zone, text);
        if read.headline {
            continue;
        }
        let mut rows = Rows {
            read: &read,
            known,
            covered: vec![Cover::Open; read.tokens.len()],
            last: zone == last,
            before: None,
        };
        rows.cover();
        let mut at = 0;
        while at < read.tokens.len() {
            let Some(end) = rows.end(at) else {
                at += 1;
                continue;
            };
            rows.add(at, end, (id, zone), all);
            rows.before = Some(at..end);
            at = end;
        }
    }
}

/// What a token belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cover {
    /// No match.
    Open,
    /// A state inside the name of something else.
    Inside,
    /// A match of an actor, or a shield.
    Taken(Option<ActorId>),
}

/// The rows of one zone.
struct Rows<'r> {
    read: &'r Read<'r>,
    known: &'r Known<'r>,
    covered: Vec<Cover>,
    /// Whether the zone is the last of its article.
    last: bool,
    /// The tokens of the row before.
    before: Option<Range<usize>>,
}

impl Rows<'_> {
    /// Finds what each token belongs to.
    fn cover(&mut self) {
        for context in contexts(self.read) {
            let cover = match context.found().target {
                Target::Surname(_) | Target::Given(_) => continue,
                // `the Commission`, and the last word of the name of another.
                Target::Alias(_, Form::Short) => Cover::Inside,
                Target::Alias(..) if self.known.other_meanings.is_inside_a_name(&context) => Cover::Inside,
                Target::Alias(id, _) => Cover::Taken(Some(*id)),
                Target::Shield => Cover::Taken(None),
            };
            context.tokens().for_each(|at| self.covered[at] = cover);
        }
    }

    fn word(&self, at: usize) -> &str {
        self.read.tokens.get(at).map_or("", |t| t.span.of(self.read.text))
    }

    fn folded(&self, at: usize) -> &str {
        self.read.tokens.get(at).map_or("", |t| t.folded)
    }

    /// Whether the token at `at` can be part of a new name: capitalised, and in no match of an actor.
    fn is_open(&self, at: usize) -> bool {
        let word = self.word(at);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = letters > 1 && !word.contains(char::is_lowercase);
        matches!(self.covered.get(at), Some(Cover::Open | Cover::Inside))
            && word.starts_with(char::is_uppercase)
            && (acronym || is_like_a_name(word))
            && !cues::is_contraction(word)
            && !cues::is_plural(word)
    }

    fn gap(&self, left: usize) -> &str {
        let (Some(a), Some(b)) = (self.read.tokens.get(left), self.read.tokens.get(left + 1)) else {
            return "\n";
        };
        self.read.text.get(a.span.end as usize..b.span.start as usize).unwrap_or("\n")
    }

    /// Whether the token at `at` opens its sentence or a quotation.
    fn opens(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let gap = self.gap(before);
        let period = gap.contains('.') && !is_shortened(self.folded(before));
        period || gap.contains(['!', '?', ':', '\n', '“', '"', '‘', '–', '—', '•', '('])
    }

    /// The index after the last token of the row that begins at `at`; joining words belong to it only where a
    /// capitalised word follows.
    fn end(&self, at: usize) -> Option<usize> {
        if !self.is_open(at) {
            return None;
        }
        let mut end = at + 1;
        loop {
            // `J. Holm`, `St. Olav`
            let short = |i: usize| self.gap(i - 1) == ". " && is_shortened(self.folded(i - 1));
            let joined = |i: usize| matches!(self.gap(i - 1), " " | "-" | "‑" | " & ") || short(i);
            // `Han Do-yun`: the second half of a given name has no capital.
            let half = end > at + 1
                && matches!(self.gap(end - 1), "-" | "‑")
                && self.covered.get(end) == Some(&Cover::Open);
            if half && self.word(end).chars().count() <= HALF && !COMPOUNDS.contains(&self.folded(end)) {
                end += 1;
                continue;
            }
            if joined(end) && self.is_open(end) {
                end += 1;
                continue;
            }
            let small = |i: usize| {
                // `Holm and Co`
                let firm = self.folded(i) == "and" && cues::is_company_ending(self.folded(i + 1));
                let on = self.folded(i) == "on" && cues::is_on_something(self.folded(i - 1));
                let fields = || {
                    let of = |i: usize| {
                        matches!(self.folded(i + 1), "of" | "for") && cues::is_of_fields(self.folded(i))
                    };
                    self.folded(i) == "and" && (i.saturating_sub(FIELDS).max(at)..i).any(of)
                };
                let of = firm
                    || on
                    || fields()
                    || OF_BODIES.contains(&self.folded(i)) && cues::is_body(self.folded(end - 1));
                of || OF_PEOPLE.contains(&self.folded(i))
            };
            let bridge = (1..=2).find(|n| self.is_open(end + n) && joined(end + n));
            match bridge {
                Some(n) if (end..end + n).all(|i| joined(i) && (small(i) || i > end && small(end))) => {
                    end += n + 1
                }
                _ => return Some(end),
            }
        }
    }

    /// Adds the row of the tokens `at..end` to `all`, without titles and words that open the sentence before the name;
    /// the body whose officer it names is one of its own (`Skarn Ferries Chairman Ada Example`).
    fn add(&self, at: usize, end: usize, place: (ArticleId, Zone), all: &mut Candidates) {
        // `the Chancellor of the Tides Ada Example`
        let office = at.checked_sub(1).is_some_and(|b| self.folded(b) == "the");
        let given = |i: &usize| self.known.other_meanings.is_given_name(self.folded(*i));
        let firm = cues::is_body(self.folded(end - 1));
        if let Some(name) = (at + 1..end - 1).find(given).filter(|_| office && !firm && !given(&at)) {
            return self.add_name(name, end, true, place, all);
        }
        let skipped = |i: &usize| {
            let word = self.folded(*i);
            let title = is_title(word) && !cues::is_unsure_title(word);
            let opener = cues::is_opener(word) || cues::is_number(word) && self.opens(*i);
            opener || !firm && (title || cues::is_party(word))
        };
        let first = (at..end).find(|i| !skipped(i)).unwrap_or(end);
        let office = |i: &usize| cues::is_office(self.folded(*i));
        // `Prime Minister Ada Example`: the last title before the name.
        let last = (first..end.saturating_sub(1)).rfind(|i| !firm && office(i));
        let Some(last) = last else { return self.add_name(first, end, first > at, place, all) };
        self.add_name(last + 1, end, true, place, all);
        let head = (first..last).find(office).unwrap_or(last);
        if cues::is_of_a_field(self.folded(head)) {
            return;
        }
        self.add_name(first, head, first > at, place, all);
    }

    /// Adds the name of the tokens `start..end`, which is `led` by other capitalised words, to `all`.
    fn add_name(&self, start: usize, end: usize, led: bool, place: (ArticleId, Zone), all: &mut Candidates) {
        let keys: Vec<&str> = (start..end).map(|i| self.folded(i)).collect();
        let listed = matches!(self.known.matcher.named(&keys), Some(Target::Surname(_)));
        let bare = keys.iter().all(|key| cues::is_body(key) || cues::is_number(key))
            || keys.len() == 1 && cues::is_unsure_title(keys[0]);
        let open = (start..end).any(|i| self.covered.get(i) == Some(&Cover::Open));
        if start >= end
            || listed
            || bare
            || !open
            || !keys.iter().any(|key| key.chars().filter(|c| c.is_alphabetic()).count() > 1)
        {
            return;
        }
        let span = covering(&self.read.tokens, start..end);
        // `Secretary of Tides`
        let field = start
            .checked_sub(2)
            .is_some_and(|b| self.folded(b + 1) == "of" && cues::is_of_a_field(self.folded(b)));
        if field || self.is_symbol(start, end) {
            return;
        }
        let candidate = all.entry(keys.join(" ")).or_default();
        *candidate.spelled.entry(span.of(self.read.text).to_owned()).or_default() += 1;
        candidate.places.push((place.0, place.1, span));
        candidate.inside += usize::from(led || !self.opens(start));
        candidate.closing += usize::from(self.last && end == self.read.tokens.len());
        candidate.figures += usize::from(self.is_before_figures(end));
        // `Bay, N.Y.`
        let region = span.of(self.read.text).contains('.')
            && start.checked_sub(1).is_some_and(|b| self.gap(b) == ", ");
        let before = start.checked_sub(1).filter(|b| matches!(self.gap(*b), " " | ". " | "-"));
        let word = before.map_or("", |b| self.folded(b));
        let further = |back: usize| before.and_then(|b| b.checked_sub(back)).map_or("", |b| self.folded(b));
        candidate.titled += usize::from(cues::is_of_a_person(word));
        candidate.led += usize::from(word == "the");
        candidate.held += usize::from(word == "at" || word == "the" && further(1) == "at");
        candidate.possessive += usize::from(self.gap(end - 1).starts_with(['’', '\'']));
        candidate.labels += usize::from(self.gap(end - 1).starts_with(':'));
        candidate.local += usize::from(cues::is_local(word) && !cues::is_stake(further(1)));
        let after = self.after(end);
        candidate.acting += usize::from(cues::is_of_an_actor(after) || cues::is_saying(word));
        candidate.bodily += usize::from(cues::is_of_a_body(after));
        candidate.local += usize::from(after == "based" || region);
        candidate.bodily += usize::from(word == "of" && cues::is_in_a_body(further(1)));
        candidate.personal += usize::from(matches!(after, "who" | "whose" | "whom"));
        let owner = start.checked_sub(1).filter(|b| matches!(self.gap(*b), " " | "'s " | "’s "));
        if let Some(Cover::Taken(Some(id))) = owner.and_then(|b| self.covered.get(b)) {
            let state = self.known.actors.get(id.0 as usize).is_some_and(|actor| actor.kind == Kind::State);
            *candidate.owners.entry(*id).or_default() += usize::from(state);
        }
        if let Some((key, span)) = self.with_row_before(start, end) {
            candidate.behind.entry(key).or_default().push((place.0, place.1, span));
        }
        if let Some(letters) = self.acronym(&keys, end) {
            *candidate.acronyms.entry(letters.to_owned()).or_default() += 1;
        }
    }

    /// The key and the span of the row before together with this one, where they may be one name: `Holm and Bay’s`.
    fn with_row_before(&self, start: usize, end: usize) -> Option<(String, Span)> {
        let before = self.before.clone()?;
        let joined = match start.checked_sub(before.end)? {
            0 => match self.gap(start - 1) {
                ", " => cues::is_company_ending(self.folded(end - 1)),
                gap => matches!(gap, "'s " | "’s "),
            },
            1 => {
                self.folded(before.end) == "and"
                    && self.gap(before.end - 1) == " "
                    && self.gap(start - 1) == " "
            }
            _ => false,
        };
        let first = before.clone().find(|i| !cues::is_opener(self.folded(*i)))?;
        let joined = joined && !cues::is_body(self.folded(before.end - 1));
        let key: Vec<&str> = (first..end).map(|i| self.folded(i)).collect();
        joined.then(|| (key.join(" "), covering(&self.read.tokens, first..end)))
    }

    /// Whether the row is the symbol of a share in brackets: `Skarn Ferries <SKF>`.
    fn is_symbol(&self, start: usize, end: usize) -> bool {
        let letters = (start..end).all(|i| !self.word(i).contains(char::is_lowercase));
        letters && start.checked_sub(1).is_some_and(|b| self.gap(b).ends_with('<'))
    }

    /// Whether a number stands right behind the row, or behind a few words in lower case.
    fn is_before_figures(&self, end: usize) -> bool {
        /// Words to look through.
        const NEAR: usize = 3;
        for i in end..end + NEAR {
            let word = self.word(i);
            if word.is_empty() || !matches!(self.gap(i - 1), " " | ". " | " - " | ": ") {
                return false;
            }
            if word.starts_with(|c: char| c.is_ascii_digit())
                || cues::is_number(self.folded(i))
                || cues::is_month(word)
            {
                return true;
            }
            if !word.starts_with(char::is_lowercase) || cues::is_of_an_actor(self.folded(i)) {
                return false;
            }
        }
        false
    }

    /// The folded word after the row in its sentence, behind brackets and a small word before its verb; empty where there
    /// is none.
    fn after(&self, end: usize) -> &str {
        /// The most words between brackets.
        const INSIDE: usize = 4;
        let gap = self.gap(end - 1);
        let next = match gap.trim_start_matches(['’', '\'', 's']) {
            " " | ", " | "-" => end,
            " <" | " (" => {
                let close = (end..end + INSIDE).find(|i| self.gap(*i).contains(['>', ')']));
                match close {
                    Some(close) if matches!(self.gap(close), "> " | ") " | ">, " | "), ") => close + 1,
                    _ => return "",
                }
            }
            _ => return "",
        };
        // `Holm also said`
        let between = cues::is_before_a_verb(self.folded(next)) && self.gap(next) == " ";
        self.folded(if between { next + 1 } else { next })
    }

    /// The folded acronym that stands behind the row: in brackets; as the symbol of a share, or between commas, with
    /// letters of the row.
    fn acronym(&self, keys: &[&str], end: usize) -> Option<&str> {
        /// The most words of a symbol: `<SKF.O>`.
        const SYMBOL: usize = 2;
        let (at, close) = match self.gap(end - 1) {
            " (" => (end, ')'),
            " <" => match (end..end + SYMBOL).find(|i| self.gap(*i) == ">, ") {
                Some(closed) => (closed + 1, ','),
                None => (end, '>'),
            },
            ", " => (end, ','),
            _ => return None,
        };
        let word = self.word(at);
        let letters =
            word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains(char::is_lowercase);
        let open = letters && self.covered.get(at) == Some(&Cover::Open) && self.gap(at).starts_with(close);
        let folded = self.folded(at);
        (open && (close == ')' && keys.len() > 1 || has_letters(keys, folded))).then_some(folded)
    }
}
