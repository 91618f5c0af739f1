//! The body of one article: lines in, blocks out, furniture set aside by the rules.

use super::article::{BlockKind, Credit, CreditKind, Field, Title};
use super::part::Role;
use super::rules::{self, Place};
use super::{Block, Published, transcript};
use crate::text::{Span, Tokens};
use regex::Regex;
use std::sync::LazyLock;

/// An article while it is read: what is known, and the parts claimed so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<Field<String>>,
    pub(super) published: Option<Field<Published>>,
    pub(super) source: Option<Field<String>>,
    pub(super) url: Option<Field<String>>,
    pub(super) dateline: Option<Field<String>>,
    pub(super) credits: Vec<Credit>,
    pub(super) language: Option<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) parts: Vec<(Span, Role)>,
}

impl Draft {
    /// Claims `span` for the ledger.
    pub(super) fn set_aside(&mut self, span: Span, rule: &'static str) {
        self.parts.push((span, Role::Ledger(rule)));
    }

    /// Claims `span` as the next block, without the white space around it; nothing where nothing is left.
    pub(super) fn block(&mut self, text: &str, kind: BlockKind, span: Span, speaker: Option<&str>) {
        let span = span.trimmed(text);
        if span.is_empty() {
            return;
        }
        self.parts.push((span, Role::Block(self.blocks.len() as u32)));
        let speaker = speaker.map(str::to_owned);
        self.blocks.push(Block { kind, text: span.of(text).to_owned(), span, speaker });
    }

    /// Notes whom the text thanks at `span`; its part is claimed by whoever found it.
    pub(super) fn credit(&mut self, text: &str, kind: CreditKind, span: Span) {
        self.credits.push(Credit { kind, text: span.of(text).to_owned(), span });
    }

    /// The headline, or the first sentence in its place.
    pub(super) fn headline(&self) -> Title {
        if let Some(title) = &self.title {
            return Title { text: title.value.clone(), span: Some(title.span) };
        }
        let prose = |b: &&Block| !matches!(b.kind, BlockKind::Caption | BlockKind::Heading);
        let block = self.blocks.iter().find(prose).or(self.blocks.first());
        Title { text: block.map_or_else(|| "(empty)".to_owned(), |b| first_sentence(&b.text)), span: None }
    }
}

/// A derived title is cut here, in characters, so that it reads as one line or two.
const DERIVED_TITLE: usize = 100;

/// The first sentence of `text`, cut at a word and marked with `…` where it is long.
fn first_sentence(text: &str) -> String {
    static END: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"[\p{Ll}\d)\]”"][.!?][”"’']?\s"#).expect("a pattern of this file"));
    let text = text.split('\n').next().unwrap_or(text);
    let sentence = END.find(text).map_or(text, |m| &text[..m.end()]).trim();
    if sentence.chars().count() <= DERIVED_TITLE {
        return sentence.trim_end_matches('.').to_owned();
    }
    let cut = sentence.char_indices().nth(DERIVED_TITLE).map_or(sentence.len(), |(i, _)| i);
    let cut = sentence[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{}…", sentence[..cut].trim_end_matches([',', ';', ' ', '–', '-']))
}

/// A line that holds something, without the white space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// Whether a blank line, or the beginning of the body, stands before it.
    after_blank: bool,
}

/// Reads the body of `draft` out of `span` of `text`; with `wants_title`, a headline may stand in it.
pub(super) fn read(text: &str, span: Span, wants_title: bool, draft: &mut Draft) {
    let (lines, captions) = clean(text, lines(text, span), draft);
    let lines = if wants_title { headline(text, lines, &captions, draft) } else { lines };
    let lines = dateline(text, lines, &captions, draft);
    let spoken: Vec<Span> = lines.iter().map(|l| l.span).collect();
    if transcript::is_one(text, &spoken) {
        transcript::read(text, &spoken, draft);
    } else {
        blocks(text, &lines, &captions, draft);
    }
}

fn lines(text: &str, span: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = span.range().start;
    let mut after_blank = true;
    for piece in span.of(text).split_inclusive(['\n', '\r']) {
        let line = Span::new(at, at + piece.len()).trimmed(text);
        at += piece.len();
        if line.is_empty() {
            // "\r\n" gives an empty piece between two lines; only a line of its own is a blank one.
            after_blank |= piece != "\n" || !text[..at - piece.len()].ends_with('\r');
        } else {
            lines.push(Line { span: line, after_blank });
            after_blank = false;
        }
    }
    lines
}

/// Sets furniture aside. Gives the lines that stay, and those of them that are captions.
fn clean(text: &str, lines: Vec<Line>, draft: &mut Draft) -> (Vec<Line>, Vec<Span>) {
    let is_sentence = |line: &Line| {
        let line = line.span.of(text);
        ends_sentence(line) && words(line) >= 6 && rules::take(line, &[Place::Line]).is_none()
    };
    let first = lines.iter().position(is_sentence).unwrap_or(0);
    let last = lines.iter().rposition(is_sentence).unwrap_or(lines.len());
    let mut kept: Vec<Line> = Vec::new();
    let mut captions = Vec::new();
    let mut blank = false;
    for (index, mut line) in lines.into_iter().enumerate() {
        blank |= line.after_blank;
        let edge = index < first || index > last;
        let places: &[Place] = if edge { &[Place::Line, Place::Edge] } else { &[Place::Line] };
        let words = line.span.of(text);
        let taken = rules::take(words, places).or_else(|| rules::take(words, &[Place::LineEnd]));
        if let Some(taken) = taken {
            let part = |range: std::ops::Range<usize>| {
                let start = line.span.range().start;
                Span::new(start + range.start, start + range.end)
            };
            let away = part(taken.start..words.len());
            draft.set_aside(away.trimmed(text), taken.rule);
            if let Some(photo) = taken.photo {
                draft.credit(text, CreditKind::Photo, part(photo).trimmed(text));
                if taken.start == 0
                    && words.starts_with('|')
                    && !line.after_blank
                    && let Some(above) = kept.last()
                {
                    captions.push(above.span);
                }
            }
            if let Some(note) = taken.note {
                draft.credit(text, CreditKind::Syndication, part(note).trimmed(text));
            }
            line.span = part(0..taken.start).trimmed(text);
            if line.span.is_empty() {
                continue;
            }
            captions.push(line.span);
        }
        line.after_blank = blank;
        blank = false;
        kept.push(line);
    }
    (kept, captions)
}

/// Takes the headline where the first line looks like one: no full stop, a blank line after it, text below.
fn headline(text: &str, lines: Vec<Line>, captions: &[Span], draft: &mut Draft) -> Vec<Line> {
    /// Words in a headline, at most; longer ones are sentences.
    const LONGEST: usize = 30;
    let [first, second, ..] = lines[..] else { return lines };
    let line = first.span.of(text);
    let bare = !line.ends_with(['.', ':', ';', ',', '…']) && dateline_start(line).is_none();
    if bare && second.after_blank && words(line) <= LONGEST && !captions.contains(&first.span) {
        draft.parts.push((first.span, Role::Title));
        draft.title = Some(Field { value: line.to_owned(), span: first.span });
        return lines[1..].to_vec();
    }
    lines
}

/// `Seoul:` on a line of its own.
static DATELINE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}(?:, \p{Lu}[\p{L}. ]{1,30})?):$")
        .expect("a pattern of this file")
});

/// `SEOUL –`, `SEOUL, June 5 (AP) —`, `Seoul, South Korea (Reuters) -` before the first words: a place in
/// capitals, or one before the name of a wire.
static DATELINE_START: LazyLock<Regex> = LazyLock::new(|| {
    const DETAIL: &str = r"(?:, \p{Lu}[\p{L}\d. ]{1,30}?)?";
    const WIRES: &str = "AP|AFP|Reuters|UPI|TASS|Xinhua|Yonhap|Kyodo|dpa|EFE|IANS|ANI|PTI";
    let capitals = format!(
        r"(?<place>\p{{Lu}}[\p{{Lu}}.'’/-]+(?: [\p{{Lu}}.'’/-]+){{0,3}}){DETAIL}(?: ?\((?<agency>[\p{{L}} ./-]{{2,30}})\))?"
    );
    let wired = format!(r"(?<town>\p{{Lu}}[\p{{L}}.'’ -]{{1,30}}?){DETAIL} ?\((?<wire>{WIRES})\)");
    Regex::new(&format!(r"^(?:{capitals}|{wired})\s*[–—-]{{1,2}}\s+")).expect("a pattern of this file")
});

/// The dateline that `line` opens with. What goes on in small letters is one sentence with dashes in it.
fn dateline_start(line: &str) -> Option<regex::Captures<'_>> {
    let found = DATELINE_START.captures(line)?;
    let end = found.get(0)?.end();
    (!line[end..].starts_with(char::is_lowercase)).then_some(found)
}

/// How many lines may stand before a dateline: a standfirst, a caption, one more.
const BEFORE_DATELINE: usize = 3;

fn dateline(text: &str, lines: Vec<Line>, captions: &[Span], draft: &mut Draft) -> Vec<Line> {
    let mut kept = lines;
    for index in 0..kept.len().min(BEFORE_DATELINE + 1) {
        let line = kept[index];
        let words = line.span.of(text);
        let start = line.span.range().start;
        if let Some(found) = DATELINE_LINE.captures(words)
            && let Some(place) = found.get(1)
            && let Some(next) = kept.get(index + 1)
            // `Highlights:` before a list is no place.
            && !rules::pattern("list-marker").is_match(next.span.of(text))
        {
            draft.parts.push((line.span, Role::Dateline));
            let span = Span::new(start, start + place.end());
            draft.dateline = Some(Field { value: place.as_str().to_owned(), span });
            for before in &kept[..index] {
                let caption = captions.contains(&before.span);
                let kind = if caption { BlockKind::Caption } else { BlockKind::Standfirst };
                draft.block(text, kind, before.span, None);
            }
            kept.drain(..=index);
            return kept;
        }
        if let Some(found) = dateline_start(words)
            && let (Some(whole), Some(place)) = (found.get(0), found.name("place").or(found.name("town")))
        {
            let place = place.as_str();
            draft.parts.push((Span::new(start, start + whole.end()).trimmed(text), Role::Dateline));
            let span = Span::new(start, start + place.len());
            draft.dateline = Some(Field { value: place.to_owned(), span });
            if let Some(agency) = found.name("agency").or(found.name("wire")) {
                let span = Span::new(start + agency.start(), start + agency.end());
                draft.credit(text, CreditKind::Agency, span);
            }
            kept[index].span = Span::new(start + whole.end(), line.span.range().end);
            return kept;
        }
    }
    kept
}

fn blocks(text: &str, lines: &[Line], captions: &[Span], draft: &mut Draft) {
    let width = wrap_width(text, lines);
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let words = line.span.of(text);
        let start = line.span.range().start;
        let inner = |from: usize, to: usize| Span::new(start + from, start + to);
        index += 1;
        if captions.contains(&line.span) {
            draft.block(text, BlockKind::Caption, line.span, None);
        } else if let Some(heading) =
            rules::pattern("heading-marker").captures(words).and_then(|found| found.name("text"))
        {
            draft.set_aside(inner(0, heading.start()).trimmed(text), "heading-marker");
            draft.block(text, BlockKind::Heading, inner(heading.start(), heading.end()), None);
            draft.set_aside(inner(heading.end(), words.len()).trimmed(text), "heading-marker");
        } else if let Some(marker) = rules::pattern("list-marker").find(words) {
            draft.set_aside(inner(0, marker.end()).trimmed(text), "list-marker");
            draft.block(text, BlockKind::ListItem, inner(marker.end(), words.len()), None);
        } else if is_heading(text, lines, index - 1) && !draft.blocks.is_empty() {
            draft.block(text, BlockKind::Heading, line.span, None);
        } else {
            let mut end = line.span.range().end;
            while let Some(next) = lines.get(index)
                && continues(text, Span::new(start, end), next, width)
                && !captions.contains(&next.span)
            {
                end = next.span.range().end;
                index += 1;
            }
            draft.block(text, BlockKind::Paragraph, Span::new(start, end), None);
        }
    }
}

/// Shorter lines were not wrapped by hand, they end; in bytes.
const WRAPPED: usize = 40;
/// Nobody wraps lines by hand further out; in characters.
const WIDEST: usize = 100;

/// The width at which the lines were wrapped by hand, in characters; `None` where they were not.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let broken = |pair: &[Line]| {
        let line = pair[0].span.of(text);
        !pair[1].after_blank && line.len() >= WRAPPED && !ends_sentence(line)
    };
    let longest = lines.iter().map(|l| l.span.of(text).chars().count()).max()?;
    (longest <= WIDEST && lines.windows(2).any(broken)).then_some(longest)
}

/// Whether `next` goes on with the paragraph `so_far`, which was wrapped by hand: its last line breaks off, or
/// ends a sentence but had no room for the next word.
fn continues(text: &str, so_far: Span, next: &Line, width: Option<usize>) -> bool {
    let above = so_far.of(text);
    let last = above.rsplit('\n').next().unwrap_or(above).trim();
    let full = || {
        let word = next.span.of(text).split_whitespace().next().unwrap_or_default();
        width.is_some_and(|width| last.chars().count() + 1 + word.chars().count() > width)
    };
    !next.after_blank
        && last.len() >= WRAPPED
        && (!ends_sentence(last) || full())
        && text[so_far.range().end..next.span.range().start].trim().is_empty()
}

/// Whether the line is short, unpunctuated and set apart.
fn is_heading(text: &str, lines: &[Line], index: usize) -> bool {
    /// Words in a heading, at most.
    const LONGEST: usize = 8;
    let (Some(line), Some(next)) = (lines.get(index), lines.get(index + 1)) else { return false };
    let words_of = line.span.of(text);
    line.after_blank
        && next.after_blank
        && words(words_of) <= LONGEST
        && words_of.starts_with(char::is_uppercase)
        && words_of.ends_with(|c: char| c.is_alphanumeric() || c == '?' || c == '’')
}

fn words(text: &str) -> usize {
    Tokens::of(text).len()
}

/// Whether a line ends as a sentence does, quotation marks and brackets aside.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':'])
}
