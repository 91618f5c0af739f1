//! A document of a database: where its fields and its text stand, and the article that they make.

use crate::corpus::{BlockKind, CreditKind, Field};
use crate::parse::body;
use crate::parse::body::lines::Line;
use crate::parse::bytes::Passage;
use crate::parse::date_forms;
use crate::parse::draft::Draft;
use crate::parse::outcome::{FileContext, Outcome};
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::tiling::Role;
use crate::text::{Problem, Span};

/// The places of what a document says; all spans count in bytes of the text.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Everything that belongs to the document.
    pub(super) span: Span,
    pub(super) title: Option<Span>,
    pub(super) published: Option<Span>,
    pub(super) outlet: Option<Span>,
    pub(super) author: Option<Span>,
    pub(super) url: Option<Span>,
    /// The summary before the text.
    pub(super) summary: Option<Span>,
    /// The text, in pieces between which the database speaks.
    pub(super) body: Vec<Span>,
}

/// What stands before the name of an author.
static BY: Pattern = pattern!(r"^(?i:by|von|par|por|di|da|door|av)[:\s]\s*");

/// The day of the week before or after a date.
static WEEKDAY: Pattern = pattern!(r"^\p{L}+,?\s+");

impl Document {
    /// Reads the article, and sets aside what is none of it.
    pub(super) fn read(self, text: &str, context: &FileContext<'_>, outcome: &mut Outcome) {
        let mut draft = Draft::new(context.settings);
        outcome.outside.push((self.span, "export-field"));
        if let Some(span) = self.title {
            // A long headline stands in several lines.
            let mut title = Passage::default();
            for line in body::lines::lines(text, span) {
                if !title.text.is_empty() {
                    title.apart(" ");
                }
                title.same(line.span.of(text), line.span.range().start);
            }
            draft.parts.push((span, Role::Title));
            draft.title = Some(Field::read(title.text, span));
            draft.title_origin = title.origin;
        }
        let order = context.settings.date_order;
        if let Some(span) = self.published {
            match date_forms::in_field(span.of(text), order) {
                Some(published) => {
                    draft.parts.push((span, Role::Published));
                    draft.published = Some(Field::read(published, span));
                }
                None => outcome.problems.push(Problem::new(
                    span,
                    format!(
                        "expected a date that is one day of the calendar, found `{}`; the article is undated",
                        span.of(text)
                    ),
                )),
            }
        }
        draft.outlet = self.outlet.map(|span| Field::read(span.of(text).to_owned(), span));
        if let Some(span) = self.url {
            draft.parts.push((span, Role::Url));
            draft.url = Some(Field::read(span.of(text).to_owned(), span));
        }
        draft.kinds.extend(self.summary.map(|span| (span, BlockKind::Standfirst)));
        for span in self.summary.iter().chain(&self.body) {
            body::read(text, *span, self.title.is_none(), &mut draft);
        }
        if let Some(span) = self.author {
            let by = BY.find(span.of(text)).map_or(0, |by| by.len());
            let name = Span::new(span.range().start + by, span.range().end).trimmed(text);
            if !name.is_empty() {
                draft.credit(text, CreditKind::Reporter, name);
            }
        }
        if draft.blocks.is_empty() {
            let message = "expected a text in the document, found none; the article is empty";
            outcome.problems.push(Problem::new(self.span, message));
        }
        outcome.articles.push(draft);
    }
}

/// The number of bytes within which a date has its first digit; days of the week are shorter.
const LONGEST_DAY: usize = 40;

/// Whether `line` is a date, with a day of the week, a time or an edition beside it.
pub(super) fn is_date(line: &str) -> bool {
    let leads = |text: &str| date_forms::leading(text, None).is_some();
    let digit = line.bytes().take(LONGEST_DAY).any(|b| b.is_ascii_digit());
    digit && (leads(line) || WEEKDAY.find(line).is_some_and(|day| leads(&line[day.end()..])))
}

/// Whether `line` is what `pattern` matches; marks are short, and most lines are not.
pub(super) fn is_mark(pattern: &Pattern, line: &str) -> bool {
    /// The maximum length of a mark, in bytes.
    const LONGEST: usize = 120;
    line.len() <= LONGEST && pattern.is_match(line)
}

/// The label of a line and the span of what follows it: `LENGTH: 612 words`.
pub(super) fn label<'a>(text: &'a str, line: &Line) -> Option<(&'a str, Span)> {
    /// The maximum length of a label, in bytes.
    const LONGEST: usize = 40;
    let words = line.span.of(text);
    let colon = words.bytes().take(LONGEST).position(|b| b == b':')?;
    let value = Span::new(line.span.range().start + colon + 1, line.span.range().end).trimmed(text);
    Some((words[..colon].trim_end(), value))
}
