//! The people who wrote the text of a page: those of its metadata, those that its elements name, and those of the byline.

use super::linked_data::LinkedData;
use super::page::{Page, words};
use super::page_lines;
use crate::parse::byline;
use crate::parse::bytes::Passage;
use crate::parse::formats::html::text::inline;
use crate::parse::formats::record::{Record, Slot};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

/// The names of `<meta>` elements with an author, in order.
const META: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "rnews:author",
    "byl",
    "byline",
    "authors",
    "og:article:author",
    "og:author",
    "creator",
    "shareaholic:article_author_name",
    "bepress_citation_author",
    "eprints.creators_name",
];

/// Words in the names of an element that shows an author.
static NAMED: Pattern = pattern!(
    r"(?:^|[\s_-])(?:author|authors|author-?name|autor|autoren|auteur|autore|byline|by-line|p-author|h-card|vcard|writer|journalist|reporter|post-author|entry-author|article-author|meta-author|author-link|redakteur|forfatter|verfasser)(?:$|[\s_-])|author|byline"
);

/// The maximum number of words in an element that shows authors, with their roles.
const LONGEST: usize = 24;

/// The number of lines around the headline and the text in which a byline stands.
const NEAR: usize = 8;

/// Adds the names of the authors to `record`: those of the first source that has any.
pub(super) fn read(page: &Page<'_>, linked: &LinkedData<'_>, record: &mut Record) {
    let others: Vec<Vec<String>> = [Slot::Outlet, Slot::Title]
        .iter()
        .flat_map(|slot| record.all(*slot).into_iter().map(|value| words(&value.text)))
        .collect();
    let hosts = super::headline::hosts(record);
    let people = |values: Vec<Passage>, marked: bool| -> Vec<Passage> {
        let mut found: Vec<Passage> = Vec::new();
        for value in values {
            for name in names(&value, marked) {
                let own = words(&name.text);
                let known = found.iter().any(|one| words(&one.text) == own);
                if !known && !others.contains(&own) && !hosts.contains(&own.concat()) {
                    found.push(name);
                }
            }
        }
        found
    };
    let sources: [(bool, &dyn Fn() -> Vec<Passage>); 5] = [
        (true, &|| linked.authors()),
        (true, &|| elements(page, true)),
        (true, &|| {
            let mut all = META.iter().map(|name| page.meta(name));
            all.find(|all| !people(all.clone(), true).is_empty()).unwrap_or_default()
        }),
        (false, &|| elements(page, false)),
        (false, &|| lines(page)),
    ];
    // A name of one word is a nickname where another source has more.
    let mut short = Vec::new();
    for (marked, source) in sources {
        let found = people(source(), marked);
        if found.iter().any(|name| {
            byline::is_person(&name.text) && (words(&name.text).len() > 1 || !name.text.is_ascii())
        }) {
            return found.into_iter().for_each(|name| record.push(Slot::Author, name));
        }
        if short.is_empty() {
            short = found;
        }
    }
    short.into_iter().for_each(|name| record.push(Slot::Author, name));
}

/// The names in a value, each as a passage of its own; where the page marks it as the author, also a nickname.
fn names(value: &Passage, marked: bool) -> Vec<Passage> {
    let value = inline(value.clone());
    let part = |range: std::ops::Range<usize>| {
        let mut name = Passage::default();
        name.append(&value, Span::new(range.start, range.end));
        name
    };
    let found: Vec<_> = byline::in_field(&value.text).into_iter().map(part).collect();
    if !marked || !found.is_empty() {
        return found;
    }
    let whole = value.trimmed();
    byline::is_nickname(whole.of(&value.text)).then(|| part(whole.range())).into_iter().collect()
}

/// The texts of the elements that name authors: by microdata and links where `marked`, or else by their class.
fn elements(page: &Page<'_>, marked: bool) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut skip = 0;
    for (index, node) in page.tree.within(0) {
        if index < skip
            || node.is_text()
            || matches!(node.name, "html" | "body" | "head" | "meta" | "link" | "script")
        {
            continue;
        }
        let has = |name: &str, word: &str| {
            page.tree
                .attribute(index, name)
                .is_some_and(|v| v.split_whitespace().any(|v| v.eq_ignore_ascii_case(word)))
        };
        let is = match marked {
            true => has("rel", "author") || has("itemprop", "author") || has("itemprop", "creator"),
            false => ["class", "id"].iter().any(|name| {
                page.tree.attribute(index, name).is_some_and(|value| NAMED.is_match(&value.to_lowercase()))
            }),
        };
        if !is || page.is_foreign(index) {
            continue;
        }
        let named = page.tree.within(index).find(|(i, _)| {
            page.tree.attribute(*i, "itemprop").is_some_and(|v| v.split_whitespace().any(|v| v == "name"))
                || page
                    .tree
                    .attribute(*i, "class")
                    .is_some_and(|v| v.split_whitespace().any(|v| v == "fn" || v == "p-name"))
        });
        let at = named.map_or(index, |(i, _)| i);
        let content = page.tree.attribute_at(at, "content").filter(|(value, _)| !value.is_empty());
        let text = content.map_or_else(|| page.text(at), |(value, span)| page.spelled(value, span));
        if !text.text.is_empty() && words(&text.text).len() <= LONGEST {
            skip = node.end;
            found.push(text);
        }
    }
    found
}

/// The bylines in lines of their own near the headline: with a word such as "By".
fn lines(page: &Page<'_>) -> Vec<Passage> {
    let headline = page.headline;
    let lines = page_lines::read(page);
    let start = headline.or(page.container).unwrap_or(0);
    let at = lines.partition_point(|line| line.first < start);
    let text = page_lines::first_paragraph(&lines, headline.map_or(start, |headline| page.end(headline)));
    let near = lines
        .get(at.saturating_sub(NEAR / 2)..(text + 1).min(at + 2 * NEAR).min(lines.len()))
        .unwrap_or_default();
    let short = near.iter().filter(|line| line.is_short() && !page.is_foreign(line.first));
    let texts = short.map(|line| line.text(page)).filter(|text| words(&text.text).len() <= LONGEST);
    let labelled = |text: &Passage| byline::read(&text.text).is_some_and(|byline| byline.labelled);
    texts.filter(labelled).take(1).collect()
}
