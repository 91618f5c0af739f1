//! Dated scrapes: ` date 2024-01-05 `, and the text follows on the same line. One file may hold several.

use crate::corpus::article::Field;
use crate::corpus::dates::{Day, Published};
use crate::parse::body::{self, lines};
use crate::parse::draft::Draft;
use crate::parse::outcome::{FileContext, Outcome};
use crate::parse::rules;
use crate::text::{Problem, Span};

/// Reads the text at `whole` if it opens with the date of a scrape, and returns whether it does.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let heads = heads(text, whole);
    if heads.first().is_none_or(|head| !text[whole.range().start..head.line].trim().is_empty()) {
        return false;
    }
    let ends = heads.iter().skip(1).map(|h| h.line).chain([whole.range().end]);
    for (head, end) in heads.iter().zip(ends) {
        let mut draft = Draft::new(context.settings);
        draft.set_aside(head.span, "scrape-date");
        match Day::parse(head.date.of(text)) {
            Some(day) => draft.published = Some(Field::read(Published::on(day), head.date)),
            None => outcome.problems.push(Problem::new(
                head.date,
                format!("expected a calendar day, found `{}`; the article is undated", head.date.of(text)),
            )),
        }
        body::read(text, Span::new(head.span.range().end, end), true, &mut draft);
        if draft.is_empty() {
            let message = "expected text after the date, found none; the article is empty";
            outcome.problems.push(Problem::new(head.span, message));
        }
        outcome.articles.push(draft);
    }
    true
}

/// The head of an article in a scrape.
struct Head {
    /// The offset of its line, in bytes of the text.
    line: usize,
    /// The span of `date 2024-01-05`.
    span: Span,
    /// The span of `2024-01-05`.
    date: Span,
}

/// The heads in `whole`, in order.
fn heads(text: &str, whole: Span) -> Vec<Head> {
    let mut line = whole.range().start;
    let mut heads = Vec::new();
    for piece in lines::pieces(whole.of(text)) {
        let named = piece.trim_start().starts_with("date ");
        if let Some(date) = named
            .then(|| rules::pattern("scrape-date").captures(piece))
            .flatten()
            .and_then(|found| found.name("date"))
        {
            let date = Span::new(line + date.start(), line + date.end());
            heads.push(Head { line, span: Span::new(line, date.range().end).trimmed(text), date });
        }
        line += piece.len();
    }
    heads
}
