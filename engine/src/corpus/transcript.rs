//! Broadcast transcripts: turns that run on in one line, told apart by the labels of their speakers.

use super::article::{BlockKind, CreditKind, Field};
use super::body::Draft;
use super::rules;
use crate::text::Span;

/// Whether `lines` are a transcript: they hold a sound bite, or two labels of speakers.
pub(super) fn is_one(text: &str, lines: &[Span]) -> bool {
    let mut bites = 0;
    let mut labels = 0;
    for line in lines {
        for label in speaker_labels(line.of(text)) {
            if line.of(text)[label].starts_with('[') { bites += 1 } else { labels += 1 }
        }
    }
    bites > 0 || labels > 1
}

/// Labels that open a turn: at the beginning of the line or after the end of a sentence.
fn speaker_labels(line: &str) -> Vec<std::ops::Range<usize>> {
    rules::pattern("speaker-label")
        .find_iter(line)
        .filter(|found| {
            let before = line[..found.start()].trim_end();
            before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '’', ']', '…'])
        })
        .map(|found| found.range())
        .collect()
}

/// Splits transcript lines into turns; each label becomes the speaker of what follows.
pub(super) fn read(text: &str, lines: &[Span], draft: &mut Draft) {
    let mut speaker: Option<String> = None;
    for (index, line) in lines.iter().enumerate() {
        let words = line.of(text);
        let start = line.range().start;
        let mut end = words.len();
        if index + 1 == lines.len() {
            end = sign_off(text, *line, draft);
        }
        let labels = speaker_labels(&words[..end]);
        let mut at = 0;
        for (label, next) in labels.iter().zip(labels.iter().skip(1).map(|l| l.start).chain([end])) {
            turn(text, Span::new(start + at, start + label.start), speaker.as_deref(), draft);
            draft.set_aside(Span::new(start + label.start, start + label.end), "speaker-label");
            let name = &words[label.clone()];
            speaker = Some(
                name.trim_start_matches('[')
                    .trim_end_matches([']', ':'])
                    .split_once(':')
                    .map_or(name.trim_end_matches(':').trim_matches(['[', ']']), |(_, who)| who.trim())
                    .to_owned(),
            );
            at = label.end;
            if name.starts_with('[') {
                // The sound bite is the quotation; after it the report goes on.
                let quote = quotation(&words[at..next]);
                let span = Span::new(start + at, start + at + quote);
                draft.block(text, BlockKind::Quote, span, speaker.as_deref());
                at += quote;
                speaker = None;
            }
        }
        turn(text, Span::new(start + at, start + end), speaker.as_deref(), draft);
    }
}

fn turn(text: &str, span: Span, speaker: Option<&str>, draft: &mut Draft) {
    draft.block(text, BlockKind::Paragraph, span, speaker);
}

/// The length of the quotation that `text` opens with; all of it where no mark opens or closes one.
fn quotation(text: &str) -> usize {
    let lead = text.len() - text.trim_start().len();
    let mut chars = text[lead..].char_indices();
    let close = match chars.next() {
        Some((_, '“')) => '”',
        Some((_, '"')) => '"',
        _ => return text.len(),
    };
    chars.find(|(_, c)| *c == close).map_or(text.len(), |(i, c)| lead + i + c.len_utf8())
}

/// Takes the reporter's sign-off at the end of a transcript; gives where the text before it ends.
fn sign_off(text: &str, line: Span, draft: &mut Draft) -> usize {
    let words = line.of(text);
    let found = rules::pattern("sign-off").captures_iter(words).last();
    let parts =
        found.and_then(|f| Some((f.get(0)?.range(), f.name("reporter")?.range(), f.name("source")?.range())));
    let Some((whole, reporter, source)) = parts else { return words.len() };
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
    if draft.source.is_none() {
        draft.source = Some(Field { value: words[source.clone()].trim().to_owned(), span: part(source) });
    }
    whole.start
}
