//! Many articles in one text whose form is not known: that they are many is said.

use crate::parse::body::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence::is_sentence;
use crate::text::{Problem, Span};

use super::document::{is_date, is_mark};

/// A line between two articles.
static RULE: Pattern = pattern!(r"^(?:[-–—=*_#~•·+]\s?){3,}$");

/// A label that each article has once.
static LABEL: Pattern = pattern!(
    r"(?i)^(?<name>title|headline|titel|überschrift|schlagzeile|titre|titular|título|titulo|titolo|заголовок|tytuł|kop|başlık|rubrik)\s*:\s*\S"
);

/// The number of the article among others: `Article 3 of 12`; a treaty has articles, too, and does not count them.
static NUMBER: Pattern = pattern!(
    r"(?i)^(?:article|artikel|artículo|articolo|artigo|статья|artykuł|item|story|record|document) (?:no\.? ?)?#?\d+ ?(?:of|/|von|de|sur|di|из|z) ?\d+\s*[.:)]?$"
);

/// The label of a date.
static DATED: Pattern = pattern!(r"^\p{L}[\p{L} ]{2,20}:\s*");

/// The problem of a text in which several articles stand; `None` if it looks like one.
pub(super) fn problem(text: &str, whole: Span, lines: &[Line]) -> Option<Problem> {
    let of = |line: &Line| line.span.of(text);
    let labels = lines.iter().filter(|line| is_mark(&LABEL, of(line))).count();
    let numbers = lines.iter().filter(|line| is_mark(&NUMBER, of(line))).count();
    // Between rules stand articles if each has a date before its first sentence.
    let has_head = |section: &&[Line]| {
        let first = section.iter().position(|line| is_sentence(of(line)) && !is_dated(of(line)));
        first.is_some_and(|first| section[..first].iter().any(|line| is_dated(of(line))))
    };
    let parted = lines.iter().any(|line| is_mark(&RULE, of(line)));
    let sections =
        lines.split(|line| is_mark(&RULE, of(line))).filter(|section| parted && has_head(section)).count();
    let found = labels.max(sections).max(numbers);
    (found > 1).then(|| {
        let message = format!(
            "expected one article in a text, found signs of several ({found}) in a form that is not known; it is read as one: save each as a file of its own"
        );
        Problem::new(whole.trimmed(text), message)
    })
}

/// Whether `line` is a date, with or without a label.
fn is_dated(line: &str) -> bool {
    is_date(line) || DATED.find(line).is_some_and(|label| is_date(&line[label.end()..]))
}
