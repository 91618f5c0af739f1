//! The headline of a page: its headings, `<title>`, OpenGraph and JSON-LD vote, so that neither the masthead nor the name
//! of a section is taken for it.

use super::linked_data::LinkedData;
use super::page::{Page, words};
use crate::parse::bytes::Passage;
use crate::parse::formats::html::text::inline;
use crate::parse::formats::record::{Record, Slot};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

/// The headline as the page shows it.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The element of the headline.
    pub(super) element: Option<usize>,
    /// All elements that show the headline.
    pub(super) elements: Vec<usize>,
}

/// The names of `<meta>` elements with a headline, in order.
const META: &[&str] = &[
    "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "citation_title", "sailthru.title",
    "parsely-title", "title",
];

/// What separates a headline from the name of its site.
static SEPARATOR: Pattern =
    pattern!(r"\s+[-|–—―:·•»«›‹/>_~~\\]+\s+|\s*[|｜»«›]+\s*|\s+::\s+|\s*:\s+|\s+-\s*$|_|—");

/// Words in the names of an element that is a headline.
static NAMED: Pattern = pattern!(
    r"(?:^|[\s_-])(?:headline|(?:entry|post|article|story|node|page|content|news|single|item)[_-]?(?:title|headline|heading)|p-name|titel|titre|titulo|title|h1)(?:$|[\s_-])"
);

/// The maximum number of words in a heading.
const LONGEST: usize = 40;

/// A heading that may be the headline.
struct Heading {
    index: usize,
    text: Passage,
    words: Vec<String>,
    votes: i32,
}

/// Finds the headline and adds the titles to `record`, the most trusted first.
pub(super) fn read(page: &Page<'_>, linked: &LinkedData<'_>, record: &mut Record) -> Shown {
    let sites: Vec<Vec<String>> = record.all(Slot::Outlet).iter().map(|site| words(&site.text)).collect();
    let hosts = hosts(record);
    let is_site = |found: &[String]| {
        let run = found.concat();
        sites.iter().any(|site| site == found) || !run.is_empty() && hosts.contains(&run)
    };
    let mut said: Vec<Passage> = linked.texts("headline");
    if said.is_empty() {
        said.extend(linked.texts("name"));
    }
    said.extend(META.iter().flat_map(|name| page.meta(name)).map(inline));
    let in_picture = |i: usize| page.tree.above(i).any(|up| page.node(up).is_some_and(|n| n.name == "svg"));
    let titles = page.tree.within(0).filter(|(i, node)| node.name == "title" && !in_picture(*i));
    let title = titles.map(|(i, _)| page.text(i)).next();
    let raw: Vec<Vec<String>> = said.iter().chain(&title).map(|title| words(&title.text)).collect();
    let mut headings = headings(page);
    // A headline that a heading shows needs no cutting.
    let shown =
        |text: &str| headings.iter().any(|heading| !is_site(&heading.words) && heading.words == words(text));
    let clean = |said: Passage, named: bool| {
        if shown(&said.text) { said } else { without_site(said, &is_site, named) }
    };
    let said: Vec<Passage> = said
        .into_iter()
        .map(|said| clean(said, true))
        .chain(title.map(|title| clean(title, false)))
        .collect();
    let witnesses: Vec<Vec<String>> =
        said.iter().map(|said| words(&said.text)).filter(|said| !is_site(said)).collect();
    for heading in &mut headings {
        heading.votes = votes(page, heading, &witnesses, &raw);
    }
    headings.retain(|heading| !is_site(&heading.words));
    let best = headings.iter().rev().max_by_key(|heading| heading.votes).filter(|best| best.votes > 0);
    let element = best.map(|best| best.index);
    if let Some(best) = best {
        record.push(Slot::Title, best.text.clone());
    }
    said.into_iter()
        .filter(|said| !is_site(&words(&said.text)))
        .for_each(|said| record.push(Slot::Title, said));
    let title = record.first(Slot::Title).map(|title| words(&title.text));
    let repeated = headings
        .iter()
        .filter(|heading| Some(heading.index) == element || title.as_ref() == Some(&heading.words));
    Shown { element, elements: repeated.map(|heading| heading.index).collect() }
}

/// The votes for a heading: how many of the page's own titles are it or hold it, and where it stands.
fn votes(page: &Page<'_>, heading: &Heading, witnesses: &[Vec<String>], raw: &[Vec<String>]) -> i32 {
    let own = &heading.words;
    let same = witnesses.iter().filter(|said| *said == own).count() as i32;
    let long = own.len() >= SHORTEST;
    let begins = |said: &&Vec<String>| {
        long && (said.starts_with(own) || own.starts_with(said) && said.len() >= SHORTEST)
    };
    let held = |said: &&Vec<String>| long && said.windows(own.len()).any(|window| window == own);
    let near = witnesses.iter().filter(|said| begins(said) || held(said)).count() as i32;
    let whole = raw.iter().filter(|said| begins(said)).count() as i32;
    let alike = i32::from(long && witnesses.iter().any(|said| alike(own, said)));
    let level = match page.node(heading.index).map_or("", |node| node.name) {
        "h1" => 3,
        "h2" => 1,
        _ => 0,
    };
    let names = page.names(heading.index);
    let marked = page
        .tree
        .attribute(heading.index, "itemprop")
        .is_some_and(|v| v.split_whitespace().any(|v| v == "headline"));
    let named = i32::from(NAMED.is_match(&names)) + 2 * i32::from(marked);
    let end = page.container.map_or(0, |root| page.end(root));
    let inside = page.container.is_some_and(|root| (root..end).contains(&heading.index));
    let before = page.container.is_some_and(|root| heading.index < root);
    let supported = 6 * i32::from(same > 0) + 2 * same + 2 * near + whole + 3 * alike;
    let place = 2 * i32::from(inside) + i32::from(before);
    // A heading that no title supports is the headline only if it is one of the first level, marked or in the article.
    let alone = level == 3 && (inside || before) && (long || witnesses.is_empty()) || marked;
    if supported > 0 || alone {
        supported + level + named + place - 3 * i32::from(page.is_foreign(heading.index))
    } else {
        0
    }
}

/// The least number of words in a heading that is found inside a title; fewer are there by chance.
const SHORTEST: usize = 3;

/// Whether two headlines share most of their words.
fn alike(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared * 10 >= a.len().max(b.len()) * 6
}

/// The headings of a page that are not those of menus, boxes and forms.
fn headings(page: &Page<'_>) -> Vec<Heading> {
    let usable = |i: usize| {
        let own = page.survey.set_aside(i).is_none();
        // A header of the article is often named like one of the page.
        own && page.tree.above(i).all(|up| {
            !matches!(
                page.survey.set_aside(up),
                Some("page-navigation" | "page-hidden" | "page-form" | "page-code")
            )
        })
    };
    let found = page.tree.within(0).filter(|(i, node)| {
        let heading = matches!(node.name, "h1" | "h2" | "h3");
        let named = || {
            !node.is_text() && matches!(node.name, "div" | "p" | "?" | "h4" | "header") && {
                let of = |name| {
                    page.tree.attribute(*i, name).is_some_and(|value| NAMED.is_match(&value.to_lowercase()))
                };
                of("class") || of("itemprop")
            }
        };
        heading || named()
    });
    found
        .filter(|(i, _)| usable(*i))
        .map(|(index, _)| {
            let text = page.text(index);
            Heading { index, words: words(&text.text), text, votes: 0 }
        })
        .filter(|heading| (1..=LONGEST).contains(&heading.words.len()))
        .collect()
}

/// The hosts that the links of the page name, and their names without the ending, as one word.
pub(super) fn hosts(record: &Record) -> Vec<String> {
    let mut found = Vec::new();
    for url in record.all(Slot::Url) {
        let Some((_, rest)) = url.text.split_once("://") else { continue };
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        found.push(words(host).concat());
        found.extend(host.rsplit_once('.').map(|(name, _)| words(name).concat()));
    }
    found
}

/// A title without the name of its site before or behind it; where `named`, only a name that the page says is cut.
fn without_site(title: Passage, is_site: &dyn Fn(&[String]) -> bool, named: bool) -> Passage {
    let text = title.text.as_str();
    let borders: Vec<_> =
        SEPARATOR.find_iter(text).map(|found| found.range()).filter(|r| r.start > 0).collect();
    let (mut start, mut end) = (0, text.len());
    for border in &borders {
        if is_site(&words(&text[start..border.start])) {
            start = border.end;
        }
    }
    let mut cut = false;
    for border in borders.iter().rev().filter(|border| border.start > start) {
        let (before, after) = (words(&text[start..border.start]), words(&text[border.end..end]));
        let sign = text[border.clone()].trim();
        // A headline has more words than the name of a site, and a colon belongs to it.
        let longer =
            !named && !cut && before.len() > after.len() && !matches!(sign, ":" | "/" | "_" | "—" | "");
        if after.is_empty() || is_site(&after) || longer {
            (end, cut) = (border.start, cut || longer);
        } else {
            break;
        }
    }
    if start >= end || words(&text[start..end]).is_empty() {
        return title;
    }
    let mut kept = Passage::default();
    kept.append(&title, Span::new(start, end));
    kept
}
