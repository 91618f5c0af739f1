//! The metadata of a page: its own elements first, then JSON-LD, OpenGraph and older names. [`headline`] lets what a page
//! says of its headline vote; [`days`] and [`authors`] find the day and the people, [`days`] by the names in
//! [`day_names`], [`shown_days`] in the lines of [`page_lines`], by the ranks of [`seen_days`], and [`changes`] the day of an update; [`linked_data`] reads
//! JSON-LD.

use super::survey::Survey;
use super::tree::Tree;
use crate::parse::formats::record::{Record, Slot};
use linked_data::LinkedData;
use page::{Page, words};

mod authors;
mod changes;
mod day_names;
mod days;
mod headline;
mod linked_data;
mod page;
mod page_lines;
mod seen_days;
mod shown_days;

/// The metadata of a page's article.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) record: Record,
    /// The indexes of the elements that show the headline, which are not part of the text.
    pub(crate) headlines: Vec<usize>,
}

/// The names in `property`, `name`, `itemprop` and `http-equiv` of a `<meta>`, with their meaning; the first takes
/// precedence. Those of days are the ones that htmldate and trafilatura list.
const META: &[(&str, Slot)] = &[
    ("og:url", Slot::Url),
    ("twitter:url", Slot::Url),
    ("og:site_name", Slot::Outlet),
    ("application-name", Slot::Outlet),
    ("dc.publisher", Slot::Outlet),
    ("dcterms.publisher", Slot::Outlet),
    ("citation_journal_title", Slot::Outlet),
    ("content-language", Slot::Language),
    ("og:locale", Slot::Language),
];

/// Reads the metadata of the article in the element at `container`; spans count in bytes of `page`.
pub(crate) fn read(tree: &Tree, survey: &Survey<'_>, page: &str, container: Option<usize>) -> Metadata {
    let mut page = Page::new(tree, survey, page, container);
    let mut found = Metadata::default();
    let record = &mut found.record;
    let linked = LinkedData::read(&page);
    for &(wanted, slot) in META {
        for value in page.meta(wanted) {
            // A link names nobody, and neither does a text.
            if slot != Slot::Outlet || is_outlet(&value.text) {
                record.push(slot, value);
            }
        }
    }
    for (index, node) in tree.within(0) {
        let attribute = |name| tree.attribute_at(index, name);
        match node.name {
            "link" if attribute("rel").is_some_and(|(rel, _)| rel.eq_ignore_ascii_case("canonical")) => {
                if let Some((value, span)) = attribute("href").filter(|(value, _)| value.contains("://")) {
                    record.push_first(Slot::Url, page.spelled(value, span));
                }
            }
            "html" => {
                if let Some((value, span)) = attribute("lang").or_else(|| attribute("xml:lang")) {
                    record.push_first(Slot::Language, page.spelled(value, span));
                }
            }
            _ => {}
        }
    }
    let publisher = linked.outlet().filter(|name| is_outlet(&name.text));
    publisher.into_iter().for_each(|name| record.push(Slot::Outlet, name));
    for (key, slot) in [
        ("url", Slot::Url),
        ("mainEntityOfPage", Slot::Url),
        ("inLanguage", Slot::Language),
        ("articleBody", Slot::HiddenBody),
    ] {
        linked.texts(key).into_iter().for_each(|value| record.push(slot, value));
    }
    let shown = headline::read(&page, &linked, record);
    let is_link = |i: usize| {
        let mut inner =
            tree.within(i).map(|(_, node)| node.name).chain(tree.above(i).map(|up| tree.nodes[up].name));
        inner.any(|name| name == "a")
    };
    page.headlines = shown.elements.iter().copied().filter(|i| !is_link(*i)).collect();
    found.headlines = shown.elements;
    page.headline = shown.element;
    let lines = page_lines::read(&page);
    days::read(&page, &lines, &linked, record);
    authors::read(&page, &lines, &linked, record);
    found
}

/// The maximum number of words in the name of an outlet.
const OUTLET_WORDS: usize = 8;

/// Whether `text` can be the name of an outlet: no link, no placeholder and no sentence.
fn is_outlet(text: &str) -> bool {
    let link = text.contains("://") || text.starts_with("www.") || text.starts_with(['/', '@', '#']);
    let sign = text.contains(['©', '{', '<']) || text.chars().any(|c| c.is_ascii_digit()) && text.len() > 40;
    !link && !sign && (1..=OUTLET_WORDS).contains(&words(text).len())
}
