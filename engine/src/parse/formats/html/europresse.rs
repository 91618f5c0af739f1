//! Europresse: a page with many articles, whose elements say by their class what they hold.

use super::text::fragment;
use super::tree::Tree;
use crate::parse::bytes::Passage;
use crate::parse::formats::record::{Channel, Record, Slot};
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::Span;

/// The class with which an article begins.
const OUTLET: &str = "DocPublicationName";

/// The class of its text.
const BODY: &str = "docOcurrContainer";

/// The classes of the fields.
const CLASSES: &[(&str, Slot)] = &[
    (OUTLET, Slot::Outlet),
    ("DocHeader", Slot::Published),
    ("titreArticleVisu", Slot::Title),
    ("rdp__articletitle", Slot::Title),
    ("docAuthors", Slot::Author),
    ("docAuthorsContainer", Slot::Author),
    (BODY, Slot::Body),
];

/// Reads the page at `whole` if it is an export of this database, and returns whether it is.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let page = whole.of(text);
    if !(page.contains(OUTLET) && page.contains(BODY)) {
        return false;
    }
    let tree = Tree::read(page);
    let mut records: Vec<(Span, Record)> = Vec::new();
    let mut end = 0;
    for (index, node) in tree.within(0) {
        let class = tree.attribute(index, "class").unwrap_or_default();
        let slot = class.split_whitespace().find_map(|c| CLASSES.iter().find(|(name, _)| *name == c));
        // A class may stand on an element and on one in it.
        let Some((name, slot)) = slot.filter(|_| index >= end) else { continue };
        end = node.end;
        let span = node.span.shifted(whole.start);
        if *name == OUTLET {
            let article =
                tree.above(index).filter_map(|i| tree.nodes.get(i)).find(|node| node.name == "article");
            records.push((article.map_or(span, |node| node.span.shifted(whole.start)), Record::default()));
        }
        let Some((around, record)) = records.last_mut() else { continue };
        around.end = span.end.max(around.end);
        let inner = fragment(&Passage::of(text, span));
        if *slot == Slot::Body {
            record.set_body(inner);
            continue;
        }
        let mut value = Passage::default();
        let words = &inner.passage.text;
        // After the name of an outlet stands its number.
        let cut = if *slot == Slot::Outlet { words.find([',', ';', '\n']) } else { None };
        value.append(&inner.passage, Span::new(0, cut.unwrap_or(words.len())));
        record.push(*slot, value);
    }
    outcome.markup = "markup";
    for (around, record) in records {
        outcome.outside.push((around, "export-field"));
        let draft = record.draft(&Channel::default(), context, &mut outcome.problems);
        outcome.articles.push(draft);
    }
    !outcome.articles.is_empty()
}
