//! The metadata of a page: its own elements first, then JSON-LD, OpenGraph and older names.

use super::survey::Survey;
use super::text::{inline, one_line};
use super::tree::{Node, Tree};
use crate::parse::bytes::Passage;
use crate::parse::formats::json::Json;
use crate::parse::formats::record::{Record, Slot};
use crate::parse::sentence;
use crate::text::{Span, Tokens};

/// The metadata of a page's article.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) record: Record,
    /// The indexes of the elements that show the headline, which are not part of the text.
    pub(crate) headlines: Vec<usize>,
}

/// The names in `property`, `name` and `itemprop` of a `<meta>`, with their meaning; the first takes precedence.
const META: &[(&str, Slot)] = &[
    ("article:published_time", Slot::Published),
    ("datepublished", Slot::Published),
    ("og:article:published_time", Slot::Published),
    ("parsely-pub-date", Slot::Published),
    ("sailthru.date", Slot::Published),
    ("dc.date.issued", Slot::Published),
    ("dcterms.created", Slot::Published),
    ("dc.date", Slot::Published),
    ("publish-date", Slot::Published),
    ("publish_date", Slot::Published),
    ("pubdate", Slot::Published),
    ("date", Slot::Published),
    ("og:title", Slot::Title),
    ("headline", Slot::Title),
    ("twitter:title", Slot::Title),
    ("dc.title", Slot::Title),
    ("og:url", Slot::Url),
    ("twitter:url", Slot::Url),
    ("og:site_name", Slot::Outlet),
    ("application-name", Slot::Outlet),
    ("dc.publisher", Slot::Outlet),
    ("author", Slot::Author),
    ("article:author", Slot::Author),
    ("dc.creator", Slot::Author),
    ("parsely-author", Slot::Author),
    ("byl", Slot::Author),
];

/// The JSON-LD types of articles.
const ARTICLES: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BackgroundNewsArticle",
    "TechArticle",
];

/// The maximum depth of an article in JSON-LD, and of a text in one of its fields.
const DEEPEST: usize = 6;

/// Reads the metadata of the article in the element at `container`; spans count in bytes of `page`.
pub(crate) fn read(tree: &Tree, survey: &Survey<'_>, page: &str, container: Option<usize>) -> Metadata {
    let mut found = Metadata::default();
    let record = &mut found.record;
    let headline = headline(tree, survey, page, container);
    let linked = linked_data(tree, page, headline);
    if let Some(index) = headline {
        record.push(Slot::Title, element(tree, page, index));
        found.headlines.push(index);
    }
    if let Some(article) = &linked {
        from_linked_data(article, record);
    }
    for &(wanted, slot) in META {
        for (index, _) in tree.within(0).filter(|(_, node)| node.name == "meta") {
            let named = ["property", "name", "itemprop"].iter().any(|name| {
                tree.attribute(index, name).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
            });
            if let (true, Some((value, span))) = (named, tree.attribute_at(index, "content"))
                && !(slot == Slot::Author && value.contains("://"))
            {
                record.push(slot, spelled(page, value, span));
            }
        }
    }
    times(tree, survey, page, container, headline, record);
    for (index, node) in tree.within(0) {
        let attribute = |name| tree.attribute_at(index, name);
        match node.name {
            "link" if attribute("rel").is_some_and(|(rel, _)| rel.eq_ignore_ascii_case("canonical")) => {
                if let Some((value, span)) = attribute("href").filter(|(value, _)| value.contains("://")) {
                    record.push_first(Slot::Url, spelled(page, value, span));
                }
            }
            "html" => {
                if let Some((value, span)) = attribute("lang").or_else(|| attribute("xml:lang")) {
                    record.push(Slot::Language, spelled(page, value, span));
                }
            }
            "title" if !tree.above(index).any(|up| tree.nodes.get(up).is_some_and(|n| n.name == "svg")) => {
                let title = element(tree, page, index);
                let outlet = record.first(Slot::Outlet).map(|s| s.text.clone());
                record.push(Slot::Title, without_site(title, outlet.as_deref()));
            }
            _ => {}
        }
    }
    // Other elements that say what the headline says.
    if let Some(title) = record.first(Slot::Title).map(|title| words(&title.text)) {
        let repeated = tree.within(0).filter(|(i, node)| {
            matches!(node.name, "h1" | "h2")
                && Some(*i) != headline
                && words(&element(tree, page, *i).text) == title
        });
        found.headlines.extend(repeated.map(|(i, _)| i));
    }
    found
}

/// The element of the headline: a first-level heading in the article or before it.
fn headline(tree: &Tree, survey: &Survey<'_>, page: &str, container: Option<usize>) -> Option<usize> {
    let usable = |i: &usize| {
        let own = survey.set_aside(*i).is_none();
        let above = tree.above(*i).all(|up| {
            // A header of the article is often named like one of the page.
            !matches!(
                survey.set_aside(up),
                Some("page-navigation" | "page-hidden" | "page-form" | "page-code")
            )
        });
        own && above && !element(tree, page, *i).text.trim().is_empty()
    };
    let all: Vec<usize> =
        tree.within(0).filter(|(_, n)| n.name == "h1").map(|(i, _)| i).filter(usable).collect();
    let said = all.iter().find(|i| {
        tree.attribute(**i, "itemprop").is_some_and(|v| v.split_whitespace().any(|v| v == "headline"))
    });
    let container = container?;
    let end = tree.nodes.get(container)?.end;
    let inside = all.iter().find(|i| (container..end).contains(i));
    let before = all.iter().rfind(|i| **i < container);
    said.or(inside).or(before).copied()
}

/// Adds the dates of publication from `<time>` elements: those that are marked so, and those between the headline and
/// the first paragraph. A time in a sentence or in a box means something else.
fn times(
    tree: &Tree,
    survey: &Survey<'_>,
    page: &str,
    container: Option<usize>,
    headline: Option<usize>,
    record: &mut Record,
) {
    let Some(root) = container else { return };
    let end = tree.nodes.get(root).map_or(0, |node| node.end);
    let long = |node: &Node| node.is_text() && sentence::is_sentence(node.span.of(page).trim());
    let first = tree.within(root).find(|(_, node)| long(node)).map_or(end, |(i, _)| i);
    let from = headline.map_or(root, |headline| headline.min(root));
    let usable = |i: usize| {
        // A header of the article is often named like one of the page.
        let boxed = |up: usize| survey.set_aside(up).is_some_and(|rule| rule != "page-box" || up < from);
        !tree.above(i).any(boxed)
    };
    let said = |i: usize| {
        let named = |name: &str| tree.attribute(i, name).unwrap_or_default().to_lowercase();
        let words = [named("itemprop"), named("class"), named("property")].join(" ");
        (words.contains("publish"), words.contains("modif") || words.contains("update"))
    };
    let all = tree.within(0).filter(|(i, n)| n.name == "time" && usable(*i) && !said(*i).1);
    let in_place = |i: usize| (from..first).contains(&i) || (from..end).contains(&i) && said(i).0;
    let mut all: Vec<_> = all.map(|(i, _)| i).filter(|i| in_place(*i)).collect();
    all.sort_by_key(|i| !said(*i).0);
    for index in all {
        if let Some((value, span)) =
            tree.attribute_at(index, "datetime").filter(|(value, _)| !value.is_empty())
        {
            record.push(Slot::Published, spelled(page, value, span));
        }
    }
}

/// The text of an element, on one line.
fn element(tree: &Tree, page: &str, index: usize) -> Passage {
    let inner = tree.within(index).filter(|(_, n)| n.is_text()).map(|(_, n)| n.span);
    let span = inner.fold(None, |all: Option<Span>, span| {
        Some(all.map_or(span, |all| Span { start: all.start, end: span.end }))
    });
    let Some(span) = span else { return Passage::default() };
    inline(one_line(&Passage::of(page, span)))
}

/// The passage of an attribute's value, which is written at `span` with or without character references.
fn spelled(page: &str, value: &str, span: Span) -> Passage {
    let mut passage = Passage::default();
    match span.of(page).find(value) {
        Some(at) => passage.same(value, span.range().start + at),
        None => passage.respelled(value, span),
    }
    passage
}

fn words(text: &str) -> Vec<String> {
    Tokens::of(text).iter().map(|token| token.folded.to_owned()).collect()
}

/// The title of a page without the name of its site at the end.
fn without_site(title: Passage, site: Option<&str>) -> Passage {
    let text = &title.text;
    let Some((at, separator)) = [" | ", " – ", " — ", " - ", " :: ", " · "]
        .iter()
        .filter_map(|separator| Some((text.rfind(separator)?, *separator)))
        .max()
    else {
        return title;
    };
    let after = &text[at + separator.len()..];
    let named = site.is_some_and(|site| words(site) == words(after));
    // A headline has more words than the name of a site.
    if !named && words(&text[..at]).len() <= words(after).len() {
        return title;
    }
    let mut kept = Passage::default();
    kept.append(&title, Span::new(0, at));
    kept
}

/// The article in the JSON-LD of the page: the only one, or the one whose headline the page shows.
fn linked_data<'a>(tree: &Tree, page: &'a str, headline: Option<usize>) -> Option<Json<'a>> {
    let scripts = tree.within(0).filter(|(i, node)| {
        let kind = tree.attribute(*i, "type").unwrap_or_default();
        node.name == "script" && kind.eq_ignore_ascii_case("application/ld+json")
    });
    let texts = scripts.filter_map(|(i, _)| tree.within(i).find(|(_, node)| node.is_text()));
    let mut found = Vec::new();
    texts.for_each(|(_, text)| articles_in(Json::new(page, text.span), 0, &mut found));
    if found.len() < 2 {
        return found.pop();
    }
    let title = tree.within(0).find(|(_, node)| node.name == "title").map(|(i, _)| i);
    let shown: Vec<_> =
        headline.into_iter().chain(title).map(|i| words(&element(tree, page, i).text)).collect();
    found.into_iter().find(|article| {
        let fields = article.object().unwrap_or_default();
        let own = fields.iter().find(|(key, _)| key == "headline").and_then(|(_, value)| value.string());
        let own = own.map(|own| words(&own.text)).filter(|own| !own.is_empty());
        own.is_some_and(|own| shown.iter().any(|shown| shown.starts_with(&own)))
    })
}

fn articles_in<'a>(json: Json<'a>, depth: usize, found: &mut Vec<Json<'a>>) {
    if depth > DEEPEST {
        return;
    }
    if let Some(items) = json.array() {
        return items.into_iter().for_each(|item| articles_in(item, depth + 1, found));
    }
    let fields = json.object().unwrap_or_default();
    let is_one = fields.iter().any(|(key, value)| {
        let kinds = || value.array().unwrap_or_else(|| vec![*value]);
        key == "@type"
            && kinds().iter().any(|kind| kind.string().is_some_and(|k| ARTICLES.contains(&&*k.text)))
    });
    if is_one {
        return found.push(json);
    }
    let inner = fields.into_iter().filter(|(key, _)| key == "@graph" || key == "mainEntity");
    inner.for_each(|(_, value)| articles_in(value, depth + 1, found));
}

fn from_linked_data(article: &Json<'_>, record: &mut Record) {
    for (key, value) in article.object().unwrap_or_default() {
        let slot = match key.as_str() {
            "headline" => Slot::Title,
            "datePublished" => Slot::Published,
            "url" | "mainEntityOfPage" => Slot::Url,
            "publisher" => Slot::Outlet,
            "author" | "creator" => Slot::Author,
            "inLanguage" => Slot::Language,
            "articleBody" => Slot::HiddenBody,
            _ => continue,
        };
        for named in value.named(DEEPEST) {
            record.push(slot, inline(named));
        }
    }
}
