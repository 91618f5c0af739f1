//! The names of a feed's elements: the namespace that a prefix stands for, and what an element means in it.

use quick_xml::events::BytesStart;

/// The meaning of an element. The same local name means the same in RSS, CDF and Atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Title,
    Link,
    /// The address behind a link that only counts readers.
    OriginalLink,
    Guid,
    Published,
    Updated,
    /// The text; of two the one that comes first.
    Content,
    /// The text, which is whole though another one stands before it.
    WholeContent,
    Summary,
    Author,
    Language,
    Outlet,
    /// Whether a post of a blog's export is published, or what else it is.
    Status,
    /// The kind of a post in a blog's export.
    Kind,
}

/// A namespace whose elements have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Namespace {
    /// RSS of any version, CDF and Atom.
    Feed,
    Dublin,
    Content,
    Xhtml,
    Podcast,
    /// The fields of WordPress's export, and its excerpts.
    Blog,
    Excerpt,
    Burner,
    Other,
}

use Namespace::{Blog, Burner, Content, Dublin, Excerpt, Feed, Other, Podcast, Xhtml};

/// What an address of a namespace begins with behind its scheme and `www.`, in lower case; the first that fits counts.
const ADDRESSES: &[(&str, Namespace)] = &[
    ("w3.org/2005/atom", Feed),
    ("w3.org/1999/xhtml", Xhtml),
    ("w3.org/1999/02/22-rdf-syntax-ns", Feed),
    ("purl.org/dc/", Dublin),
    ("purl.org/metadata/dublin_core", Dublin),
    ("purl.org/rss/1.0/modules/content", Content),
    ("purl.org/rss/1.0/modules/", Other),
    ("purl.org/rss/", Feed),
    ("purl.org/net/rss", Feed),
    ("purl.org/atom/", Feed),
    ("backend.userland.com/rss", Feed),
    ("blogs.law.harvard.edu/tech/rss", Feed),
    ("cyber.law.harvard.edu/rss", Feed),
    ("my.netscape.com/", Feed),
    ("channel.netscape.com/", Feed),
    ("itunes.com/dtds/podcast", Podcast),
    ("rssnamespace.org/feedburner/", Burner),
];

/// The usual prefixes, for feeds that declare none or another address.
const PREFIXES: &[(&str, Namespace)] = &[
    ("atom", Feed),
    ("atom03", Feed),
    ("a10", Feed),
    ("rss", Feed),
    ("rdf", Feed),
    ("dc", Dublin),
    ("dcterms", Dublin),
    ("content", Content),
    ("xhtml", Xhtml),
    ("itunes", Podcast),
    ("wp", Blog),
    ("excerpt", Excerpt),
    ("feedburner", Burner),
];

/// The known elements by their local name in lower case.
const ELEMENTS: &[(Namespace, &str, Meaning)] = &[
    (Feed, "source", Meaning::Outlet),
    (Feed, "title", Meaning::Title),
    (Feed, "link", Meaning::Link),
    (Feed, "guid", Meaning::Guid),
    (Feed, "id", Meaning::Guid),
    (Feed, "pubdate", Meaning::Published),
    (Feed, "published", Meaning::Published),
    (Feed, "issued", Meaning::Published),
    (Feed, "date", Meaning::Published),
    (Feed, "updated", Meaning::Updated),
    (Feed, "modified", Meaning::Updated),
    (Feed, "created", Meaning::Updated),
    (Feed, "content", Meaning::Content),
    (Feed, "body", Meaning::Content),
    (Feed, "fullitem", Meaning::Content),
    (Feed, "encoded", Meaning::WholeContent),
    (Feed, "description", Meaning::Summary),
    (Feed, "summary", Meaning::Summary),
    (Feed, "abstract", Meaning::Summary),
    (Feed, "author", Meaning::Author),
    (Feed, "name", Meaning::Author),
    (Feed, "language", Meaning::Language),
    (Dublin, "title", Meaning::Title),
    (Dublin, "date", Meaning::Published),
    (Dublin, "issued", Meaning::Published),
    (Dublin, "available", Meaning::Published),
    (Dublin, "created", Meaning::Published),
    (Dublin, "modified", Meaning::Updated),
    (Dublin, "description", Meaning::Summary),
    (Dublin, "abstract", Meaning::Summary),
    (Dublin, "creator", Meaning::Author),
    (Dublin, "language", Meaning::Language),
    (Dublin, "publisher", Meaning::Outlet),
    (Dublin, "identifier", Meaning::Guid),
    (Content, "encoded", Meaning::WholeContent),
    (Xhtml, "body", Meaning::Content),
    (Xhtml, "div", Meaning::Content),
    (Podcast, "title", Meaning::Title),
    (Podcast, "summary", Meaning::Summary),
    (Podcast, "subtitle", Meaning::Summary),
    (Podcast, "author", Meaning::Author),
    (Excerpt, "encoded", Meaning::Summary),
    (Burner, "origlink", Meaning::OriginalLink),
    (Blog, "status", Meaning::Status),
    (Blog, "post_type", Meaning::Kind),
    (Blog, "post_date_gmt", Meaning::Updated),
    (Blog, "post_date", Meaning::Updated),
];

impl Namespace {
    fn at(address: &str) -> Namespace {
        let address = address.trim().to_lowercase();
        if address.is_empty() {
            return Feed;
        }
        let address = address.split_once("://").map_or(&*address, |(_, rest)| rest);
        let address = address.strip_prefix("www.").unwrap_or(address);
        // WordPress numbers its versions before the word that tells.
        if address.starts_with("wordpress.org/export/") {
            return if address.contains("excerpt") { Excerpt } else { Blog };
        }
        ADDRESSES.iter().find(|(known, _)| address.starts_with(known)).map_or(Other, |(_, found)| *found)
    }

    fn usual(prefix: &str) -> Namespace {
        let prefix = prefix.to_lowercase();
        PREFIXES.iter().find(|(known, _)| *known == prefix).map_or(Other, |(_, found)| *found)
    }
}

/// The name of an element: its namespace, and its local name in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) namespace: Namespace,
    pub(super) local: String,
}

impl Name {
    /// The meaning of the element; `None` for one that is not read.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        let is = |(namespace, local, _): &&(Namespace, &str, Meaning)| {
            *namespace == self.namespace && *local == self.local
        };
        ELEMENTS.iter().find(is).map(|(_, _, meaning)| *meaning)
    }

    /// Whether the element is an item of a feed.
    pub(super) fn is_item(&self) -> bool {
        self.namespace == Feed && matches!(&*self.local, "item" | "entry")
    }

    /// Whether the element opens a feed.
    pub(super) fn is_root(&self) -> bool {
        self.is_item() || matches!(&*self.local, "rss" | "rdf" | "feed" | "channel")
    }
}

/// The prefixes that a feed declares. The last declaration of one counts: feeds do not use a prefix for two.
#[derive(Debug, Default)]
pub(super) struct Prefixes {
    declared: Vec<(String, Namespace)>,
    /// Whether the first element was seen, which is in the feed's own namespace under any prefix.
    opened: bool,
}

impl Prefixes {
    /// The name of the element that `tag` opens, whose declarations hold from here on.
    pub(super) fn open(&mut self, tag: &BytesStart<'_>) -> Name {
        let mut default = None;
        let declares = |key: &str| key.starts_with("xmlns");
        for attribute in tag.html_attributes().with_checks(false).flatten() {
            let (key, value): (&str, &str) = (attribute.key.as_ref(), &attribute.value);
            match key.strip_prefix("xmlns:") {
                Some(prefix) => self.declare(prefix, Namespace::at(value)),
                None if declares(key) => default = Some(Namespace::at(value)),
                None => {}
            }
        }
        let whole = tag.name().as_ref().to_owned();
        if !self.opened {
            self.opened = true;
            match whole.split_once(':') {
                Some((prefix, _)) => self.declare(prefix, Feed),
                None => default = None,
            }
        }
        let name = self.name(&whole);
        // An item is one in any namespace of its own.
        match default {
            Some(namespace) if !whole.contains(':') && !name.is_item() => Name { namespace, ..name },
            _ => name,
        }
    }

    fn declare(&mut self, prefix: &str, namespace: Namespace) {
        self.declared.retain(|(known, _)| known != prefix);
        self.declared.push((prefix.to_owned(), namespace));
    }

    /// The name that `whole` is, a prefix and a local name.
    fn name(&self, whole: &str) -> Name {
        let (prefix, local) = whole.rsplit_once(':').unwrap_or(("", whole));
        let declared = self.declared.iter().find(|(known, _)| known == prefix).map(|(_, found)| *found);
        let namespace = match declared {
            _ if prefix.is_empty() => Feed,
            None | Some(Other) => Namespace::usual(prefix),
            Some(found) => found,
        };
        Name { namespace, local: local.to_lowercase() }
    }

    /// The name of the element that an end tag closes.
    pub(super) fn closed(&self, whole: &str) -> Name {
        self.name(whole)
    }
}

/// The value of an attribute as it is spelled, and its offset in bytes of the tag's text. Old feeds have capitals.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<(String, usize)> {
    let raw: &str = tag;
    let is = |key: &str| key.eq_ignore_ascii_case(name);
    let found = tag.html_attributes().with_checks(false).flatten().find(|a| is(a.key.as_ref()))?;
    let (key, value): (&str, &str) = (found.key.as_ref(), &found.value);
    let at = raw.find(key).and_then(|from| Some(from + raw[from..].find(value)?))?;
    Some((value.to_owned(), at))
}
