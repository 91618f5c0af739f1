//! The forms of place lines: `SEOUL —`, `Oslo, 3. Mai (dpa) -`, `[TOKYO, Kyodo]`. They are read from left to right: the
//! town or towns; region, day and agency in any order; a sign. The less of that a text has, the more must what follows
//! look like the first sentence of a text.

use super::eastern;
use super::parts::{LONGEST, PlaceLine, Sign, bracketed, closing, day, name, sign, towns, wire};
use super::towns::is_known;
use crate::parse::byline;
use crate::parse::date_forms::cursor::Cursor;
use crate::parse::date_forms::yearless::leading_day;
use crate::parse::rules;
use crate::parse::sentence::{ends_in_text, has_words};
use std::ops::Range;

/// Words before a colon or a dash that head a section of the text and are not places.
const HEADS: &[&str] = &[
    "summary", "highlights", "key highlights", "background", "analysis", "explained", "explainer", "update",
    "updates", "updated", "live updates", "latest", "breaking", "breaking news", "exclusive", "note",
    "notes", "editor's note", "key points", "key takeaways", "takeaways", "key facts", "factbox", "timeline",
    "overview", "context", "introduction", "conclusion", "contents", "topics", "tags", "sources",
    "references", "correction", "clarification", "disclaimer", "opinion", "comment", "question", "answer",
    "video", "photos", "details", "what happened", "read more", "watch", "live", "warning", "alert",
    "interview", "profile", "review", "editorial", "published", "report", "reporter", "correspondent",
    "anchor", "presenter", "narrator", "host", "co-host", "byline", "guest", "interviewer", "moderator",
    "speaker",
];

/// Organisations in four capitals or more, and states in fewer: written like a place, but the subject of the text.
const NO_PLACES: &[&str] = &[
    "NATO", "OPEC", "ASEAN", "IAEA", "OSCE", "UNESCO", "UNICEF", "UNHCR", "UNRWA", "UNSC", "BRICS", "AUKUS",
    "ECOWAS", "MERCOSUR", "CARICOM", "INTERPOL", "EUROPOL", "NASA", "DPRK", "KCNA", "TASS", "AFRICOM",
    "CENTCOM", "FIFA", "UEFA", "NORAD", "HAMAS", "HEZBOLLAH", "KREMLIN", "PENTAGON", "EU", "UN", "US", "USA",
    "UK", "UAE", "ROK", "PRC",
];

/// The least number of letters in a place in capitals that nothing beside it confirms.
const FEWEST_LETTERS: usize = 4;
/// The maximum number of words in such a place.
const MOST_WORDS: usize = 3;

/// The least number of words after a place line, some of them in lower case: then a sentence begins there, and it is
/// not a headline (`SPOTLIGHT - MARKETS BOOMING`).
const FEWEST_WORDS_AFTER: usize = 4;

/// The place line at the beginning of `line`, with text behind it; `read` is what [`read`] gives of the line.
pub(super) fn start(line: &str, read: Option<PlaceLine>) -> Option<PlaceLine> {
    if let Some(found) = eastern::read(line) {
        return Some(found);
    }
    let found = read?;
    let rest = &line[found.end..];
    // `CANADIAN PACIFIC (CP) UNIT STUDIES MILL` is a headline.
    let headline =
        found.sign == Sign::None && rest.contains(char::is_uppercase) && !rest.contains(char::is_lowercase);
    (!rest.is_empty() && !headline && found.may_stand_before(line, rest)).then_some(found)
}

/// Whether `line` begins with the label of a speaker or section, `Anchor: Good evening`, in capitals or not.
pub(super) fn is_labelled(line: &str, capitals: bool) -> bool {
    let mut c = Cursor { text: &line[..line.floor_char_boundary(LONGEST)], at: 0 };
    name(&mut c) == Some(capitals) && sign(&mut c) == Sign::Colon && !c.rest().starts_with(char::is_lowercase)
}

/// What `line` begins with, where it has the form of a place line. Most lines are not longer looked at than to their
/// second word.
pub(super) fn read(line: &str) -> Option<PlaceLine> {
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '[' | '/');
    let near = &line[..line.floor_char_boundary(LONGEST)];
    let mut c = Cursor { text: near.starts_with(opens).then_some(near)?, at: 0 };
    let forms = [signed, of_an_agency, placed];
    let mut found = forms.iter().find_map(|form| c.attempt(form))?;
    found.end = c.at;
    let ends = found.sign != Sign::None || found.agency.is_some() || found.apart || c.rest().is_empty();
    // A day heads a column: `Monday, June 3 – The ferry sailed.`
    if !ends || found.place.is_some() && found.reporters.is_empty() && leading_day(near).is_some() {
        return None;
    }
    let place = found.place.as_ref().map_or("", |place| &line[place.clone()]);
    if found.sign == Sign::Dash && found.agency.is_none() && !names_no_place(place) && rules::is_wire(place) {
        // `REUTERS -`
        (found.agency, found.place) = (found.place.take(), None);
        found.wire = true;
    }
    found.known = is_known(place) || first(place).is_some_and(is_known);
    found.sure = found.agency.is_some() || found.day || found.known;
    found.label = found.sign == Sign::Colon && found.agency.is_none() && !found.day;
    Some(found)
}

/// `By Ada Lind | OSLO –`.
fn signed(c: &mut Cursor<'_>) -> Option<PlaceLine> {
    if !["By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di "]
        .iter()
        .any(|by| c.rest().starts_with(by))
    {
        return None;
    }
    let bars = c
        .rest()
        .char_indices()
        .filter(|(_, sign)| matches!(sign, '|' | '/' | '•' | '·' | '–' | '—' | '-' | ','));
    for (at, bar) in bars {
        let mut ahead = Cursor { at: at + bar.len_utf8(), ..*c };
        ahead.skip(&[]);
        let Some(mut found) = ahead.attempt(placed).filter(|found| found.capitals || found.agency.is_some())
        else {
            continue;
        };
        found.reporters = byline::read(&c.text[..at]).filter(|byline| byline.labelled)?.names;
        *c = ahead;
        return Some(found);
    }
    None
}

/// `SEOUL –`, `SEOUL, June 5 (AP) —`, `[TOKYO, Kyodo]`, `МОСКВА, 3 июн — РИА Новости.`
fn placed(c: &mut Cursor<'_>) -> Option<PlaceLine> {
    let mut found = PlaceLine::default();
    let bracket = c.sign(&['[', '(']);
    let (place, capitals) = towns(c)?;
    (found.place, found.capitals) = (Some(place), capitals);
    if c.rest().trim_start().starts_with(char::is_lowercase) {
        // `BERLIN dpa |`
        c.skip(&[]);
        (found.agency, found.wire) = (Some(wire(c)?), true);
    }
    while c.attempt(|c| detail(c, &mut found)).is_some() {}
    if let Some(bracket) = bracket {
        c.skip(&[]);
        c.sign(&[closing(bracket)])?;
        found.apart = found.wire || found.day;
    }
    found.sign = sign(c);
    if found.sign == Sign::Dash && found.agency.is_none() {
        let second = |c: &mut Cursor<'_>| {
            let listed = |agency: &Range<usize>| rules::is_wire(&c.text[agency.clone()]);
            let inside = c.attempt(bracketed).filter(listed);
            let bare = inside.is_none();
            let agency = inside.or_else(|| wire(c))?;
            // `РИА Новости, Ада Линд.`
            let reporter = c.attempt(|c| {
                c.eat(", ")?;
                let start = c.at;
                name(c).map(|_| start..c.at)
            });
            (sign(c) != Sign::None || !bare).then_some((agency, reporter))
        };
        if let Some((agency, reporter)) = c.attempt(second) {
            (found.agency, found.wire) = (Some(agency), true);
            found.reporters.extend(reporter);
        }
    }
    Some(found)
}

/// `(Reuters) -`, `June 3 (Reuters) -`, and before a place: `(ANSA) - ROMA, 03 GIU -`.
fn of_an_agency(c: &mut Cursor<'_>) -> Option<PlaceLine> {
    if c.rest().contains('(')
        && let Some(end) = leading_day(c.rest())
    {
        c.at += end;
        c.skip(&[]);
    }
    let apart = c.rest().starts_with(['/', '[']);
    let agency = bracketed(c).filter(|agency| rules::is_wire(&c.text[agency.clone()]))?;
    let sign = sign(c);
    let before_place = |c: &mut Cursor<'_>| {
        let found = placed(c)?;
        (found.sign == Sign::Dash && (found.capitals || found.day || found.region)).then_some(found)
    };
    let found = if sign == Sign::None { None } else { c.attempt(before_place) };
    let found = found.unwrap_or(PlaceLine { sign, apart, ..PlaceLine::default() });
    Some(PlaceLine { agency: Some(agency), wire: true, ..found })
}

/// The first of the towns in `places`, or the one before a region.
fn first(places: &str) -> Option<&str> {
    places.split(['/', '&']).next()?.split(" and ").next()?.split(" und ").next().map(str::trim)
}

/// What follows a town: a region or country, a day, an agency.
fn detail(c: &mut Cursor<'_>, found: &mut PlaceLine) -> Option<()> {
    let comma = c.sign(&[',']);
    let apart = comma.or_else(|| c.sign(&['.']));
    c.skip(&[]);
    let stroke = c.rest().starts_with(['/', '[']);
    if let Some(inside) = c.attempt(bracketed) {
        let text = &c.text[inside.clone()];
        if leading_day(text) == Some(text.len()) {
            found.day = true;
        } else if !found.wire {
            found.wire = rules::is_wire(text);
            found.apart |= stroke;
            found.bracketed = true;
            found.agency = Some(inside);
        }
        return Some(());
    }
    if c.attempt(day).is_some() {
        found.day = true;
        return Some(());
    }
    if found.agency.is_none()
        && (apart.is_some() || found.day)
        && let Some(agency) = c.attempt(wire)
    {
        (found.agency, found.wire) = (Some(agency), true);
        return Some(());
    }
    apart?;
    let start = c.at;
    name(c)?;
    if found.day && found.agency.is_none() && matches!(sign(&mut c.clone()), Sign::Dash | Sign::Colon) {
        found.agency = Some(start..c.at);
    } else {
        // `ADA LIND, HOST:` is a speaker.
        comma.filter(|_| !names_no_place(&c.text[start..c.at]))?;
        found.region = true;
    }
    Some(())
}

impl PlaceLine {
    /// Whether it is a place line that is all of `line`.
    pub(super) fn is_whole(&self, line: &str) -> bool {
        let Some(place) = self.place.clone().map(|place| &line[place]).filter(|_| self.end == line.len())
        else {
            return false;
        };
        let enough = self.sign == Sign::Colon && words(place) < MOST_WORDS
            || self.wire
            || self.day && (self.agency.is_some() || self.known && words(place) <= MOST_WORDS)
            // What follows a town in capitals may be a headline's: `OSLO, NOT THE NORTH, WAITS`.
            || self.capitals != self.region && self.known;
        enough && !names_no_place(place)
    }

    /// Whether it is a town in capitals that is all of `line`, as may stand above a day.
    pub(super) fn is_town(&self, line: &str) -> bool {
        let place = self.place.clone().map(|place| &line[place]);
        let bare = place.is_some_and(|place| is_bare_place(place) && !names_no_place(place));
        bare && self.end == line.len() && self.sign == Sign::None && self.capitals
    }

    /// Whether `rest`, which follows in `line`, is the text.
    fn may_stand_before(&self, line: &str, rest: &str) -> bool {
        let is_text = rest.contains(char::is_lowercase) && has_words(rest, FEWEST_WORDS_AFTER);
        let signed = !matches!(self.sign, Sign::None | Sign::Stop);
        let Some(place) = self.place.clone().map(|place| &line[place]) else {
            return is_text && !rest.starts_with(char::is_lowercase);
        };
        let town = self.capitals || self.known;
        if rest.starts_with(char::is_lowercase) {
            return false;
        }
        if self.wire {
            let stopped = self.day && self.sign == Sign::Stop;
            return signed || self.apart || self.bracketed && (town || self.day) || stopped;
        }
        if names_no_place(place) || !is_text {
            return false;
        }
        let sentence = || ends_in_text(rest);
        if self.agency.is_some() {
            return self.apart && town || signed && (self.day || town) || self.bracketed && self.day && town;
        }
        if self.day {
            return signed || self.apart || self.capitals && self.sign == Sign::Stop;
        }
        if self.region {
            return signed && town || self.sign == Sign::Dash && sentence();
        }
        match self.sign {
            Sign::None => false,
            Sign::Stop => self.capitals && self.known,
            Sign::Colon if self.capitals => {
                is_bare_place(place) && (self.known || sentence() && !opens_quotation(rest))
            }
            Sign::Colon => self.known && sentence() && !opens_quotation(rest),
            _ if self.capitals => is_bare_place(place),
            Sign::Bullet => self.known,
            Sign::Dash => self.known && !is_apposition(rest),
        }
    }
}

/// Whether a place in capitals may stand alone before a sign.
fn is_bare_place(place: &str) -> bool {
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    letters >= FEWEST_LETTERS && (words(place) <= MOST_WORDS || place.contains('/'))
}

fn opens_quotation(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '‘', '\''])
}

/// Whether `place` is written like a place but is none.
fn names_no_place(place: &str) -> bool {
    NO_PLACES.contains(&place.replace('.', "").as_str())
        || HEADS.contains(&place.to_lowercase().replace('’', "'").as_str())
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether `rest`, behind a dash, is a remark that another dash ends: `Paris – The City of Light – was asleep.`
fn is_apposition(rest: &str) -> bool {
    let dashes: Vec<usize> = [" – ", " — ", " - ", " -- "]
        .iter()
        .flat_map(|dash| rest.match_indices(dash).map(|(at, dash)| at + dash.len()))
        .collect();
    let first = rest.find(['.', '!', '?']).unwrap_or(rest.len());
    let within: Vec<_> = dashes.iter().filter(|at| **at < first).collect();
    within.len() % 2 == 1 && within.iter().all(|at| rest[**at..].starts_with(char::is_lowercase))
}
