//! Exports of press databases as text, with many articles in one file: [`nexis`] LexisNexis and Nexis Uni, [`factiva`],
//! [`proquest`]. Each divides the lines into [`document`]s; what a database says about an article is set aside.

mod document;
mod factiva;
mod nexis;
mod proquest;
mod unknown;

use crate::parse::body::lines::lines;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::Span;

/// Reads the text at `whole` if it is an export of a database, and returns whether it is.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let lines = lines(text, whole);
    let forms = [proquest::documents, factiva::coded, factiva::displayed, nexis::documents];
    let documents = forms.iter().map(|form| form(text, &lines)).find(|documents| !documents.is_empty());
    let Some(documents) = documents else {
        outcome.problems.extend(unknown::problem(text, whole, &lines));
        return false;
    };
    let mut at = whole.start;
    for document in documents {
        outcome.outside.push((Span { start: at, end: document.span.start }.trimmed(text), "export-cover"));
        at = document.span.end;
        document.read(text, context, outcome);
    }
    outcome.outside.push((Span { start: at, end: whole.end }.trimmed(text), "export-cover"));
    outcome.outside.retain(|(span, _)| !span.is_empty());
    true
}
