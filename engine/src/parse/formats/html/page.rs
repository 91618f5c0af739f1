//! Pages with one article: its text, its metadata, and what is set aside around it.

use super::article::{self, Article};
use super::survey::Survey;
use super::tree::Tree;
use super::{lines, metadata};
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::formats::record::{Channel, Slot};
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};

/// Reads the page at `whole`.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    let page = whole.of(text);
    let tree = Tree::read(page);
    let base = whole.start;
    let survey = Survey::new(&tree, page);
    outcome.problems.extend(tree.problems.iter().map(|p| Problem::new(p.span.shifted(base), &*p.message)));
    outcome.markup = "markup";
    let article = Article::find(&tree, &survey, page);
    let metadata = metadata::read(&tree, &survey, page, article.as_ref().ok().map(|a| a.root));
    let mut body = Extract::default();
    if let Ok(article) = &article {
        lines::collect(&tree, &survey, page, article, &metadata.headlines, &mut body);
        beside(&tree, &survey, article, &metadata.headlines, &mut body);
        let others = article.others(&tree, &survey);
        if others > 0 {
            let message = format!(
                "expected one article on the page, found {}; the one with most text is read: save each as a page of its own",
                others + 1
            );
            outcome.problems.push(Problem::new(whole.trimmed(text), message));
        }
    } else {
        body.outside.extend(
            tree.children(0).filter(|(i, _)| survey.text(*i) > 0).map(|(_, node)| (node.span, "page-box")),
        );
    }
    let mut record = metadata.record;
    if body.passage.text.is_empty() && record.has_no_body() {
        let found = article.err().unwrap_or(article::NOTHING);
        let message = format!(
            "expected an article, found {found}; leave the file out of the folder, or save the article as text"
        );
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        outcome.outside.extend(body.outside.iter().map(|(span, rule)| (span.shifted(base), *rule)));
        return;
    }
    if let Some(whole) = record.first(Slot::HiddenBody)
        && is_teaser(&body.passage.text, &whole.text)
    {
        let lines = std::mem::take(&mut body.passage);
        let mut at = 0;
        for line in lines.text.split_inclusive("\n\n") {
            let span = Span::new(at, at + line.len()).trimmed(&lines.text);
            body.outside.push((lines.origin.span(span), "repeated-summary"));
            at += line.len();
        }
        body.kinds.clear();
    }
    record.set_body(body);
    let outer = Passage::of(text, whole);
    outcome.articles.push(record.through(&outer).draft(&Channel::default(), context, &mut outcome.problems));
}

/// The least percentage of a text that the page shows of it where it is no teaser.
const SHOWN: usize = 70;

/// Whether the page shows only the beginning of `whole`, the text that its metadata have.
fn is_teaser(shown: &str, whole: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().take(OPENING).map(str::to_owned).collect() };
    let shown = shown.trim();
    shown.len() * 100 < whole.len() * SHOWN && words(shown) == words(whole.trim())
}

/// The number of words at the beginning of a text by which it is known again.
const OPENING: usize = 8;

/// Sets aside every part of the page beside the article that has text of its own.
fn beside(tree: &Tree, survey: &Survey<'_>, article: &Article, skip: &[usize], extract: &mut Extract) {
    let mut path: Vec<usize> = tree.above(article.root).collect();
    path.push(article.root);
    for up in path.iter().filter(|up| **up != article.root) {
        for (index, node) in tree.children(*up) {
            let has_text = survey.text(index) > 0 || survey.set_aside(index).is_some();
            if !path.contains(&index) && has_text && !node.span.is_empty() && node.name != "head" {
                let repeated = skip.contains(&index).then_some("repeated-headline");
                let rule =
                    repeated.or(survey.set_aside(index)).unwrap_or_else(|| article.rule_of(survey, index));
                extract.outside.push((node.span, rule));
            }
        }
    }
}
