//! The body of one article: lines to blocks, with page furniture set aside by the cleaning rules. All spans count in
//! bytes of the text that is being read.

use super::draft::Draft;
use super::pattern::{Pattern, pattern};
use super::rules::{self, Scope};
use super::sentence;
use super::shapes::transcript;
use crate::corpus::CreditKind;
use crate::text::{Problem, Span};
use lines::{Line, lines};
use std::collections::HashSet;

mod author_line;
mod blocks;
mod comments;
mod date_line;
mod headline;
pub(crate) mod lines;
mod place_line;
mod tail;
mod teasers;

/// The longest line that is not a problem, in bytes; what has longer ones was not made for reading.
const LONGEST_LINE: usize = 1 << 20;

/// The longest line under a picture, in bytes.
const LONGEST_CAPTION: usize = 600;

/// A line that opens with the number of its picture, or with the word for one: `Figure 3: The quay`.
static FIGURE: Pattern = pattern!(
    r"^(?i:abb(?:ildung|\.)|fig(?:ure|ura|uur|\.)?|illustration|tab(?:elle|leau|\.)?|grafik|rys(?:unek|\.)|рис(?:унок|\.)|图|圖|図)\s?(?:\d{1,3}[a-z]?\s*[:.|–—-]|[:：])\s*[^\s\d]"
);

/// Reads the body of `draft` from `span` of `text`; with `wants_title`, the headline may be in it.
pub(crate) fn read(text: &str, span: Span, wants_title: bool, draft: &mut Draft) {
    let lines = lines(text, span);
    if let Some(line) = lines.iter().find(|line| line.span.len() > LONGEST_LINE) {
        let message = format!(
            "expected lines of at most {} MB, found one of {} MB; it is read as one paragraph: break it where paragraphs end",
            LONGEST_LINE >> 20,
            line.span.len() >> 20
        );
        draft.problems.push(Problem::new(line.span, message));
    }
    let lines = of_others(text, lines, draft);
    let (lines, captions) = clean(text, lines, draft);
    let lines = if wants_title { headline::take(text, lines, &captions, draft) } else { lines };
    let lines = place_line::take(text, lines, &captions, draft);
    let spoken: Vec<Span> = lines.iter().map(|l| l.span).collect();
    if transcript::is_one(text, &spoken) {
        transcript::read(text, &spoken, draft);
    } else {
        blocks::read(text, &lines, &captions, draft);
    }
}

/// Sets aside what others wrote: the comments of readers, and the teasers of other articles; returns the lines that stay.
fn of_others(text: &str, mut lines: Vec<Line>, draft: &mut Draft) -> Vec<Line> {
    let is_on = |draft: &Draft, rule: &str| !draft.settings.rules_off.contains(&rule);
    if let Some(start) = comments::start(text, &lines).filter(|_| is_on(draft, comments::RULE)) {
        let row = lines.split_off(start);
        draft.set_aside(around(&row), comments::RULE);
    }
    if is_on(draft, teasers::RULE) {
        for row in teasers::find(text, &lines).into_iter().rev() {
            draft.set_aside(around(&lines[row.clone()]), teasers::RULE);
            lines.drain(row);
        }
    }
    lines
}

/// The span from the first to the last of `lines`; empty if there is none.
pub(crate) fn around(lines: &[Line]) -> Span {
    match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span::default(),
    }
}

/// Sets page furniture aside; returns the lines that stay, and the spans of those that are captions.
fn clean(text: &str, lines: Vec<Line>, draft: &mut Draft) -> (Vec<Line>, HashSet<Span>) {
    let off = draft.settings.rules_off.clone();
    let mut tail = tail::find(text, &lines, draft);
    let is_about_author = |line: &str, draft: &Draft| {
        !off.contains(&"author-note") && tail::is_about_author(line, draft) && tail::is_bio(line)
    };
    let is_sentence = |line: &Line| {
        let line = line.span.of(text);
        sentence::is_sentence(line)
            && rules::take(line, Scope::LINES, &off).is_none()
            && !date_line::is_labelled(line, draft)
            && !is_about_author(line, draft)
    };
    let opens = |line: &Line| is_sentence(line) && sentence::ends_in_text(line.span.of(text));
    // Where no line is a sentence, all of them are edges.
    let first = lines.iter().position(opens).unwrap_or(lines.len());
    let last = lines[..tail.start].iter().rposition(is_sentence).unwrap_or_default();
    let mut kept: Vec<Line> = Vec::new();
    let mut captions = HashSet::new();
    let mut blank = false;
    for (index, mut line) in lines.into_iter().enumerate() {
        blank |= line.after_blank;
        let under = tail.boxed.pop_if(|(boxed, _)| *boxed == index);
        let places: &[Scope] = match (index < first, index > last) {
            (false, false) => &[Scope::Line],
            (true, false) => &[Scope::Line, Scope::Edge, Scope::Head],
            (false, true) => &[Scope::Line, Scope::Edge, Scope::Tail],
            (true, true) => Scope::LINES,
        };
        let may_name = (index < first || index > last && index < tail.start) && !off.contains(&"byline");
        let may_date = index < first || under.is_some_and(|(_, rule)| rule == "date-line");
        if may_date && date_line::take(text, &line, draft)
            || may_name && author_line::take(text, &line, draft)
        {
            continue;
        }
        let words = line.span.of(text);
        if index < first && is_about_author(words, draft) {
            draft.set_aside(line.span, "author-note");
            continue;
        }
        let may_head = index < first || index >= tail.start;
        let taken = rules::take(words, places, &off)
            .filter(|taken| may_head || !tail::heads(taken.rule))
            .or_else(|| rules::take_end(words, &off))
            .or_else(|| (index >= last).then(|| rules::take_last_sentence(words, &off))?);
        if let Some(taken) = taken {
            let part = |range: std::ops::Range<usize>| {
                let start = line.span.range().start;
                Span::new(start + range.start, start + range.end)
            };
            let away = part(taken.start..words.len());
            draft.set_aside(away.trimmed(text), taken.rule);
            let credited = taken.credit.as_ref().map(|(kind, _)| *kind);
            if let Some((kind, credit)) = taken.credit {
                draft.credit(text, kind, part(credit).trimmed(text));
                if kind == CreditKind::Photo
                    && taken.start == 0
                    && words.starts_with('|')
                    && !line.after_blank
                    && let Some(above) = kept.last()
                {
                    captions.insert(above.span);
                }
            }
            line.span = part(0..taken.start).trimmed(text);
            if line.span.is_empty() {
                continue;
            }
            if !matches!(credited, Some(CreditKind::Agency | CreditKind::Reporter)) {
                captions.insert(line.span);
            }
        } else if let Some((_, rule)) = under {
            draft.set_aside(line.span, rule);
            continue;
        }
        if FIGURE.is_match(line.span.of(text)) && line.span.len() <= LONGEST_CAPTION {
            captions.insert(line.span);
        }
        line.after_blank = blank;
        blank = false;
        kept.push(line);
    }
    (kept, captions)
}
