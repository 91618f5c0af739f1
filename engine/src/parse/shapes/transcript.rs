//! Broadcast transcripts: turns that run on in one line, separated by the labels of their speakers. Spans count in
//! bytes of the text that is being read.

use crate::corpus::{BlockKind, CreditKind, Field};
use crate::order;
use crate::parse::draft::Draft;
use crate::parse::rules;
use crate::text::Span;

/// Whether `lines` are a transcript: they open with the label of a presenter, or have a sound bite, or at least two
/// speaker labels.
pub(crate) fn is_one(text: &str, lines: &[Span]) -> bool {
    let mut bites = 0;
    let mut labels = 0;
    for line in lines {
        for label in speaker_labels(line.of(text), &[]) {
            if line.of(text)[label].starts_with('[') { bites += 1 } else { labels += 1 }
        }
    }
    bites > 0 || labels > 1 || lines.first().is_some_and(|line| is_lead(line.of(text)))
}

/// Whether `line` opens with the label of an anchor, host or presenter, as no article does.
fn is_lead(line: &str) -> bool {
    let first = speaker_labels(line, &[]).into_iter().next().filter(|label| label.start == 0);
    let label = first.map(|label| line[label].trim_end_matches(':').to_lowercase());
    label.is_some_and(|label| ["anchor", "host", "presenter"].iter().any(|who| label.ends_with(who)))
}

/// The ranges of the labels that open a turn, in bytes of `line`: at the beginning of the line or after the end of a
/// sentence. A speaker who was introduced as `ADA EXAMPLE, HOST:` is in `surnames` and may be called `EXAMPLE:` later.
fn speaker_labels(line: &str, surnames: &[&str]) -> Vec<std::ops::Range<usize>> {
    if memchr::memchr2(b':', b'[', line.as_bytes()).is_none() {
        return Vec::new();
    }
    let surname = |name: &&str| {
        let labels = line.match_indices(*name);
        let labels = labels.map(|(at, name)| at..at + name.len() + 1);
        labels.filter(|label| line[label.end - 1..].starts_with(':')).collect::<Vec<_>>()
    };
    let found = rules::pattern("speaker-label").find_iter(line).map(|found| found.range());
    let mut labels: Vec<_> = found
        .chain(surnames.iter().flat_map(surname))
        .filter(|label| {
            let before = line[..label.start].trim_end();
            before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '’', ']', ')', '…', '-', '—'])
        })
        .collect();
    order::by_key(&mut labels, |label| label.start);
    labels.dedup_by_key(|label| label.start);
    labels
}

/// The surnames of the speakers whose full name is in a label.
fn surnames<'a>(text: &'a str, lines: &[Span]) -> Vec<&'a str> {
    let labels =
        |line: &Span| rules::pattern("speaker-label").captures_iter(line.of(text)).collect::<Vec<_>>();
    let named = lines.iter().flat_map(labels).filter_map(|found| found.name("named"));
    named.filter_map(|name| name.as_str().rsplit(' ').next()).collect()
}

/// The speaker that `label` names; `None` if it only announces a recording.
fn speaker_of(label: &str) -> Option<&str> {
    let inner = label.trim_start_matches('[').trim_end_matches([']', ':']);
    if label.starts_with('[') {
        return inner.split_once(':').map(|(_, who)| who.trim()).filter(|who| !who.is_empty());
    }
    Some(inner.split_once(',').map_or(inner, |(who, _)| who))
}

/// Splits the lines of a transcript into turns; each label becomes the speaker of the text after it.
pub(crate) fn read(text: &str, lines: &[Span], draft: &mut Draft) {
    let mut speaker: Option<String> = None;
    // Whether a sound bite was announced whose quotation is still to come.
    let mut bite = false;
    let surnames = surnames(text, lines);
    for (index, line) in lines.iter().enumerate() {
        let words = line.of(text);
        let start = line.range().start;
        let mut end = words.len();
        if index + 1 == lines.len() {
            end = sign_off(text, *line, draft);
        }
        let labels = speaker_labels(&words[..end], &surnames);
        let mut at = 0;
        let first = labels.first().map_or(end, |label| label.start);
        if std::mem::take(&mut bite) && words[..first].starts_with(['“', '"', '„', '«']) {
            at = quote(text, Span::new(start, start + first), &mut speaker, draft);
        }
        for (label, next) in labels.iter().zip(labels.iter().skip(1).map(|l| l.start).chain([end])) {
            turn(text, Span::new(start + at, start + label.start), speaker.as_deref(), draft);
            draft.set_aside(Span::new(start + label.start, start + label.end), "speaker-label");
            let name = &words[label.clone()];
            speaker = speaker_of(name).map(str::to_owned);
            at = label.end;
            if name.starts_with('[') {
                bite = words[at..next].trim().is_empty();
                if !bite {
                    at += quote(text, Span::new(start + at, start + next), &mut speaker, draft);
                }
            }
        }
        turn(text, Span::new(start + at, start + end), speaker.as_deref(), draft);
    }
}

/// Adds the quotation of a sound bite at the beginning of `span` and returns its length in bytes. The report goes on
/// after it, without a speaker.
fn quote(text: &str, span: Span, speaker: &mut Option<String>, draft: &mut Draft) -> usize {
    let length = quotation(span.of(text));
    let start = span.range().start;
    draft.block(text, BlockKind::Quote, Span::new(start, start + length), speaker.take().as_deref());
    length
}

fn turn(text: &str, span: Span, speaker: Option<&str>, draft: &mut Draft) {
    draft.block(text, BlockKind::Paragraph, span, speaker);
}

/// The length of the quotation that `text` opens with, in bytes; the whole text if no mark opens or closes one. Marks
/// nest: a straight one after white space opens another quotation, every other one closes the innermost. If one is
/// never closed, the first mark after the end of a sentence ends the quotation, or else the last mark.
fn quotation(text: &str) -> usize {
    let lead = text.len() - text.trim_start().len();
    let (open, close) = match text[lead..].chars().next() {
        Some('“') => ('“', '”'),
        Some('„') => ('„', '“'),
        Some('«') => ('«', '»'),
        Some('"') => ('"', '"'),
        _ => return text.len(),
    };
    let mut depth = 0;
    let (mut after_sentence, mut last) = (None, None);
    let mut before = ' ';
    for (i, c) in text[lead..].char_indices() {
        let end = lead + i + c.len_utf8();
        if c == open && (open != close || before.is_whitespace() || matches!(before, '(' | '[' | '—')) {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return end;
            }
            last = Some(end);
            after_sentence = after_sentence.or(last.filter(|_| matches!(before, '.' | '!' | '?' | '…')));
        }
        before = c;
    }
    after_sentence.or(last).unwrap_or(text.len())
}

/// Takes the reporter's sign-off out of the last line of a transcript and returns the length of the text before it, in
/// bytes of the line.
fn sign_off(text: &str, line: Span, draft: &mut Draft) -> usize {
    let words = line.of(text);
    let found = rules::pattern("sign-off").captures_iter(words).last();
    let parts =
        found.and_then(|f| Some((f.get(0)?.range(), f.name("reporter")?.range(), f.name("source")?.range())));
    let Some((whole, reporter, outlet)) = parts else { return words.len() };
    let before = words[..whole.start].trim_end();
    if !(before.is_empty() || before.ends_with(['.', '!', '?', '”', '"'])) {
        return words.len();
    }
    let part = |range: std::ops::Range<usize>| {
        let start = line.range().start;
        Span::new(start + range.start, start + range.end)
    };
    draft.set_aside(part(whole.clone()), "sign-off");
    draft.credit(text, CreditKind::Reporter, part(reporter));
    if draft.outlet.is_none() {
        draft.outlet = Some(Field::read(words[outlet.clone()].trim().to_owned(), part(outlet)));
    }
    whole.start
}

#[cfg(test)]
mod tests {
    use super::{is_one, quotation};
    use crate::text::Span;

    #[test]
    fn a_quotation_ends_where_all_marks_are_closed() {
        for (text, quoted) in [
            ("“We watch the sky.”Strand nods.", "“We watch the sky.”"),
            ("\"We watch.\"Strand nods. \"Always,\" he says.", "\"We watch.\""),
            ("\"He said \"we go on\" and left.\" The report goes on.", "\"He said \"we go on\" and left.\""),
            ("“She said “never” to me.” Then rain.", "“She said “never” to me.”"),
            ("\"She said \"never to me.\" Then rain.", "\"She said \"never to me.\""),
            ("\"Never to \"me.\" Then rain. \"Always,\" he says.", "\"Never to \"me.\""),
            ("„Wir warten.“ Dann Regen.", "„Wir warten.“"),
            ("\"We watch the sky", "\"We watch the sky"),
            ("No mark at all.", "No mark at all."),
        ] {
            assert_eq!(&text[..quotation(text)], quoted);
        }
    }

    #[test]
    fn transcripts_open_with_a_label() {
        for (text, expected) in [
            ("Anchor: The harvest has begun.", true),
            ("ANCHOR: The harvest has begun.", true),
            ("ADA LIND, HOST: The harvest has begun.", true),
            ("The harvest has begun. [SOUNDBITE] \"It has.\"", true),
            ("Guest: I came by boat. Host: And you stayed.", true),
            ("Report: the harvest has begun.", false),
            ("The host: a man of eighty.", false),
            ("In one chapter a button leads to nothing. Report: that chapter is short.", false),
        ] {
            assert_eq!(is_one(text, &[Span::new(0, text.len())]), expected, "{text}");
        }
    }
}
