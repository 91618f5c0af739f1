//! JSON-LD: the article that the page is about, with what it refers to by `@id`.

use super::page::{Page, words};
use crate::parse::bytes::Passage;
use crate::parse::formats::html::text::inline;
use crate::parse::formats::json::Json;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;
use std::collections::HashMap;

/// The types of articles; every type that ends with `Article` or `Posting` is one, too.
const ARTICLES: &[&str] = &["Report", "Review", "Recipe", "CreativeWork", "HowTo", "BlogPost", "Blog"];

/// The types of pages, which say when an article was published where no article does.
const PAGES: &[&str] = &["WebPage", "ItemPage", "MedicalWebPage", "FAQPage", "AboutPage"];

/// The maximum depth of an article in JSON-LD, and of a text in one of its fields.
const DEEPEST: usize = 6;

type Fields<'a> = Vec<(String, Json<'a>)>;

/// The JSON-LD of a page.
#[derive(Debug, Default)]
pub(super) struct LinkedData<'a> {
    article: Option<Fields<'a>>,
    /// The page, where it says something of its own.
    webpage: Option<Fields<'a>>,
    /// The objects that others refer to.
    by_id: HashMap<String, Fields<'a>>,
    /// The day and the author in a script that is no JSON.
    loose: [Option<Passage>; 2],
}

impl<'a> LinkedData<'a> {
    /// Reads the scripts of a page. Of several articles, it is the one whose headline the page shows, or the only day
    /// that they name.
    pub(super) fn read(page: &Page<'a>) -> LinkedData<'a> {
        let scripts = page.tree.within(0).filter(|(i, node)| {
            let kind = page.tree.attribute(*i, "type").unwrap_or_default();
            node.name == "script" && kind.to_ascii_lowercase().starts_with("application/ld+json")
        });
        let texts = scripts.filter_map(|(i, _)| page.tree.within(i).find(|(_, node)| node.is_text()));
        let mut data = LinkedData::default();
        let (mut articles, mut pages) = (Vec::new(), Vec::new());
        for (_, text) in texts {
            let span = bare(page.source, text.span);
            let json = Json::new(page.source, span);
            if json.object().is_none() && json.array().is_none() {
                for (value, pattern) in data.loose.iter_mut().zip([&LOOSE_DAY, &LOOSE_AUTHOR]) {
                    *value = value.take().or_else(|| loose(page.source, span, pattern));
                }
            }
            data.collect(json, 0, &mut articles, &mut pages);
        }
        let says = |page: &Fields<'a>| {
            page.iter().any(|(key, _)| matches!(key.as_str(), "datePublished" | "dateModified" | "author"))
        };
        data.webpage = pages.into_iter().find(says);
        data.article = if articles.len() < 2 {
            articles.pop()
        } else {
            let heads = page.tree.within(0).filter(|(_, node)| matches!(node.name, "h1" | "h2" | "title"));
            let mut shown: Vec<_> = heads.map(|(i, _)| words(&page.text(i).text)).collect();
            shown.extend(page.meta("og:title").iter().map(|title| words(&title.text)));
            let own =
                |article: &Fields<'a>| text_of(article, "headline").or_else(|| text_of(article, "name"));
            let is_shown = |article: &Fields<'a>| {
                let own = own(article).map(|own| words(&inline(own).text)).filter(|own| !own.is_empty());
                own.is_some_and(|own| shown.iter().any(|shown| shown.starts_with(&own)))
            };
            let day = |article: &Fields<'a>| text_of(article, "datePublished").map(|day| day.text);
            let same = articles.iter().all(|article| day(article) == day(&articles[0]));
            let found = articles.iter().position(is_shown).or(same.then_some(0));
            found.map(|at| articles.swap_remove(at))
        };
        data
    }

    fn collect(
        &mut self,
        json: Json<'a>,
        depth: usize,
        articles: &mut Vec<Fields<'a>>,
        pages: &mut Vec<Fields<'a>>,
    ) {
        if depth > DEEPEST {
            return;
        }
        if let Some(items) = json.array() {
            return items.into_iter().for_each(|item| self.collect(item, depth + 1, articles, pages));
        }
        let fields = json.object().unwrap_or_default();
        if fields.is_empty() {
            return;
        }
        let kinds = kinds(&fields);
        let is = |list: &[&str]| kinds.iter().any(|kind| list.contains(&kind.as_str()));
        let article = kinds.iter().any(|kind| kind.ends_with("Article") || kind.ends_with("Posting"));
        for (key, value) in &fields {
            if matches!(
                key.as_str(),
                "@graph" | "mainEntity" | "mainEntityOfPage" | "author" | "publisher" | "creator"
            ) {
                self.collect(*value, depth + 1, articles, pages);
            }
        }
        if let Some(id) = text_of(&fields, "@id")
            && fields.len() > 1
        {
            self.by_id.entry(id.text).or_insert_with(|| fields.clone());
        }
        if article || is(ARTICLES) {
            articles.push(fields);
        } else if is(PAGES) {
            pages.push(fields);
        }
    }

    /// The texts in a field of the article.
    pub(super) fn texts(&self, key: &str) -> Vec<Passage> {
        self.article.iter().flat_map(|article| texts(article, key)).map(inline).collect()
    }

    /// The dates of publication: of the article, or else of its page.
    pub(super) fn days(&self) -> Vec<Passage> {
        self.dates(&["datePublished", "dateCreated", "uploadDate"])
    }

    /// The dates of its last change.
    pub(super) fn changes(&self) -> Vec<Passage> {
        self.dates(&["dateModified"])
    }

    fn dates(&self, keys: &[&str]) -> Vec<Passage> {
        let of = |fields: &Fields<'a>| keys.iter().flat_map(|key| texts(fields, key)).collect::<Vec<_>>();
        let article = self.article.as_ref().map(of).unwrap_or_default();
        let page = || self.webpage.as_ref().map(of).unwrap_or_default();
        if article.is_empty() { page() } else { article }
    }

    /// The day in a script that is no JSON.
    pub(super) fn loose_day(&self) -> Option<Passage> {
        self.loose[0].clone()
    }

    /// The name of the publisher.
    pub(super) fn outlet(&self) -> Option<Passage> {
        let article = self.article.as_ref()?;
        let (_, value) = article.iter().find(|(key, _)| key == "publisher")?;
        self.people(*value, false, 0).into_iter().next().map(inline)
    }

    /// The name of the publisher where it is a person, as on a page of one's own.
    pub(super) fn owner(&self) -> Option<Passage> {
        let article = self.article.as_ref()?;
        let (_, value) = article.iter().find(|(key, _)| key == "publisher")?;
        let fields = value.object()?;
        let known = text_of(&fields, "@id").and_then(|id| self.by_id.get(&id.text));
        let is_person = kinds(known.unwrap_or(&fields)).iter().any(|kind| kind == "Person");
        is_person.then(|| self.outlet()).flatten()
    }

    /// The names of the people who wrote the article: of its authors or its creators, whichever are more.
    pub(super) fn authors(&self) -> Vec<Passage> {
        let pick = |fields: &Fields<'a>| {
            let fields = fields.iter().filter(|(key, _)| matches!(key.as_str(), "author" | "creator"));
            let names = fields.map(|(_, value)| self.people(*value, true, 0));
            names.rev().max_by_key(Vec::len).unwrap_or_default()
        };
        let found = self.article.as_ref().map(pick).unwrap_or_default();
        let found =
            if found.is_empty() { self.webpage.as_ref().map(pick).unwrap_or_default() } else { found };
        if found.is_empty() { self.loose[1].clone().into_iter().collect() } else { found }
    }

    /// The names in a value: texts, and objects with a name or a reference; with `people`, no organisations.
    fn people(&self, value: Json<'a>, people: bool, depth: usize) -> Vec<Passage> {
        if depth > DEEPEST {
            return Vec::new();
        }
        if let Some(text) = value.string() {
            let known = self.by_id.get(&text.text);
            return known.map_or_else(|| vec![text], |fields| self.named(fields, people, depth));
        }
        if let Some(items) = value.array() {
            return items.into_iter().flat_map(|item| self.people(item, people, depth + 1)).collect();
        }
        self.named(&value.object().unwrap_or_default(), people, depth)
    }

    fn named(&self, fields: &Fields<'a>, people: bool, depth: usize) -> Vec<Passage> {
        let kinds = kinds(fields);
        let organisation = kinds.iter().any(|kind| kind.ends_with("Organization"));
        // Some say of a person's page that it is both.
        if people && organisation && !kinds.iter().any(|kind| kind == "Person") {
            return Vec::new();
        }
        let name =
            |fields: &Fields<'a>| fields.iter().find(|(key, _)| key == "name").map(|(_, value)| *value);
        let known = || self.by_id.get(&text_of(fields, "@id")?.text);
        let refers = known().filter(|_| name(fields).is_none());
        if let Some(fields) = refers {
            return if depth < DEEPEST { self.named(fields, people, DEEPEST) } else { Vec::new() };
        }
        name(fields).map(|value| value.named(2)).unwrap_or_default()
    }
}

/// The types of an object, without the address of their vocabulary.
fn kinds(fields: &Fields<'_>) -> Vec<String> {
    let short = |kind: Passage| kind.text.rsplit(['/', '#', ':']).next().unwrap_or_default().to_owned();
    texts(fields, "@type").into_iter().map(short).collect()
}

fn texts(fields: &Fields<'_>, key: &str) -> Vec<Passage> {
    fields.iter().filter(|(name, _)| name == key).flat_map(|(_, value)| value.named(DEEPEST)).collect()
}

fn text_of(fields: &Fields<'_>, key: &str) -> Option<Passage> {
    texts(fields, key).into_iter().next()
}

/// The span of a script's JSON, without the comments and CDATA sections around it.
fn bare(source: &str, span: Span) -> Span {
    let text = span.of(source);
    let start = text.find(['{', '[']).filter(|at| {
        let before = text[..*at].trim();
        before.is_empty()
            || before.starts_with("//")
            || before.starts_with("/*")
            || before.starts_with("<!--")
    });
    // `//<![CDATA[` has a bracket of its own.
    let start = match text.find("CDATA[") {
        Some(at) if at < 20 => at + "CDATA[".len(),
        _ => start.unwrap_or(0),
    };
    let end = text.rfind(['}', ']']).map_or(text.len(), |at| at + 1);
    let end = text.find("//]]>").or(text.find("/*]]>")).map_or(end, |at| text[..at].trim_end().len());
    if start < end { Span::new(start, end).shifted(span.start).trimmed(source) } else { span }
}

/// The date of publication in a script that is not quite JSON.
static LOOSE_DAY: Pattern = pattern!(r#""datePublished"\s*:\s*"([^"\n]{8,40})""#);

/// The author in such a script.
static LOOSE_AUTHOR: Pattern = pattern!(r#""author"\s*:\s*\[?\s*\{[^{}]*?"name"\s*:\s*"([^"\n\\]{2,60})""#);

/// The value in a script that is not quite JSON, if it has one only.
fn loose(source: &str, span: Span, pattern: &Pattern) -> Option<Passage> {
    let text = span.of(source);
    let mut values = pattern.captures_iter(text).filter_map(|found| found.get(1));
    let first = values.next()?;
    let same = values.all(|value| value.as_str() == first.as_str());
    same.then(|| Passage::of(source, Span::new(first.start(), first.end()).shifted(span.start)))
}
