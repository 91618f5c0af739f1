//! Pages with one article: its text, its metadata, and what is set aside around it.

use super::survey::Survey;
use super::tree::Tree;
use super::{lines, metadata};
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::formats::record::Channel;
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
    let container = survey.article();
    let metadata = metadata::read(&tree, &survey, page, container.map(|c| c.root));
    let mut body = Extract::default();
    if let Some(container) = container {
        lines::collect(&tree, &survey, page, container, &metadata.headlines, &mut body);
        beside(&tree, &survey, container.root, &mut body);
        let others = survey.others(container);
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
        let message = "expected an article, found a page without a paragraph; leave the file out of the folder, or save the article as text";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        outcome.outside.extend(body.outside.iter().map(|(span, rule)| (span.shifted(base), *rule)));
        return;
    }
    record.set_body(body);
    let outer = Passage::of(text, whole);
    outcome.articles.push(record.through(&outer).draft(&Channel::default(), context, &mut outcome.problems));
}

/// Sets aside every part of the page beside the article that has text of its own.
fn beside(tree: &Tree, survey: &Survey<'_>, container: usize, extract: &mut Extract) {
    let mut path: Vec<usize> = tree.above(container).collect();
    path.push(container);
    for up in path.iter().filter(|up| **up != container) {
        for (index, node) in tree.children(*up) {
            let has_text = survey.text(index) > 0 || survey.set_aside(index).is_some();
            if !path.contains(&index) && has_text && !node.span.is_empty() && node.name != "head" {
                extract.outside.push((node.span, survey.set_aside(index).unwrap_or("page-box")));
            }
        }
    }
}
