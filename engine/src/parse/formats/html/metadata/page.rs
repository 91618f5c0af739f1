//! A page as its metadata are read: the texts, names and places of its elements.

use super::day_names;
use crate::parse::bytes::Passage;
use crate::parse::date_forms;
use crate::parse::formats::html::survey::Survey;
use crate::parse::formats::html::text::{inline, one_line};
use crate::parse::formats::html::tree::{Node, Tree};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::{Span, Tokens};

/// A page and which of its elements is the article.
pub(super) struct Page<'a> {
    pub(super) tree: &'a Tree,
    pub(super) survey: &'a Survey<'a>,
    pub(super) source: &'a str,
    pub(super) container: Option<usize>,
    /// The indexes of the `<meta>` elements.
    pub(super) metas: Vec<usize>,
    /// The element of the headline, once it is found.
    pub(super) headline: Option<usize>,
    /// All elements that show it and are no links.
    pub(super) headlines: Vec<usize>,
}

/// Whose part of a page an element stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PagePart {
    /// The article's, or that of the page as a whole.
    Own,
    /// The foot of the page.
    Foot,
    /// That of something else: a comment, another article, a video.
    Foreign,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        tree: &'a Tree,
        survey: &'a Survey<'a>,
        source: &'a str,
        container: Option<usize>,
    ) -> Page<'a> {
        let metas = tree.within(0).filter(|(_, node)| node.name == "meta").map(|(i, _)| i).collect();
        let (headline, headlines) = Default::default();
        Page { tree, survey, source, container, metas, headline, headlines }
    }

    pub(super) fn node(&self, index: usize) -> Option<&'a Node> {
        self.tree.nodes.get(index)
    }

    /// The index after the last descendant of the element at `index`.
    pub(super) fn end(&self, index: usize) -> usize {
        self.node(index).map_or(0, |node| node.end)
    }

    /// The values of the `<meta>` elements of this name, in lower case, that are not empty.
    pub(super) fn meta(&self, wanted: &str) -> Vec<Passage> {
        let named = |index: usize| {
            ["property", "name", "itemprop", "http-equiv"].iter().any(|name| {
                self.tree.attribute(index, name).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
            })
        };
        let metas = self.metas.iter().filter(|i| named(**i) && !self.is_foreign(**i));
        let values = metas.filter_map(|i| self.tree.attribute_at(*i, "content"));
        values.filter(|(value, _)| !value.is_empty()).map(|(value, span)| self.spelled(value, span)).collect()
    }

    /// The text of an element, on one line and without tags.
    pub(super) fn text(&self, index: usize) -> Passage {
        let mut line = Passage::default();
        let mut skip = 0;
        for (i, node) in self.tree.within(index) {
            if i < skip {
                continue;
            }
            if matches!(node.name, "script" | "style" | "noscript" | "svg" | "template") {
                skip = node.end;
            } else if node.is_text() {
                let text = Passage::of(self.source, node.span);
                let text = if text.text.contains('&') { inline(text) } else { text };
                line.append(&text, text.whole());
            } else if node.is_block() || matches!(node.name, "br" | "td") {
                line.apart(" ");
            }
        }
        one_line(&line)
    }

    /// The text of an element on one line, with a bar between its lines, and between elements that nothing parts:
    /// `<b>Ada Lind</b><i>Editor</i>`.
    pub(super) fn parted(&self, index: usize) -> Passage {
        let mut line = Passage::default();
        let mut last: Option<usize> = None;
        for (i, node) in self.tree.within(index).filter(|(_, node)| node.is_text()) {
            let text = Passage::of(self.source, node.span);
            if self.survey.set_aside(node.parent) == Some("page-code") || text.text.trim().is_empty() {
                continue;
            }
            let text = if text.text.contains('&') { inline(text) } else { text };
            if let Some(last) = last {
                let border =
                    |up: &usize| self.node(*up).is_some_and(|node| node.is_block() || node.name == "br");
                let block = |i: usize| self.tree.above(i).find(border);
                let broken = (last + 1..i).any(|between| border(&between)) || block(last) != block(i);
                let signs = |c: char| !c.is_alphanumeric();
                let bare = !line.text.ends_with(signs) && !text.text.starts_with(signs);
                if broken || bare {
                    line.apart(" | ");
                } else if self.tree.nodes[last].span.of(self.source).ends_with(char::is_whitespace) {
                    line.apart(" ");
                }
            }
            line.append(&text, text.whole());
            last = Some(i);
        }
        one_line(&line)
    }

    /// The passage of an attribute's value, which is written at `span` with or without character references.
    pub(super) fn spelled(&self, value: &str, span: Span) -> Passage {
        let mut passage = Passage::default();
        match span.of(self.source).find(value) {
            Some(at) => passage.same(value, span.range().start + at),
            None => passage.respelled(value, span),
        }
        passage
    }

    /// The words in `class`, `id`, `itemprop`, `itemtype` and `rel` of an element, in lower case.
    pub(super) fn names(&self, index: usize) -> String {
        let values = ["class", "id", "itemprop", "itemtype", "rel", "property"]
            .map(|name| self.tree.attribute(index, name));
        values.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase()
    }

    /// Whether the element at `index` belongs to something else on the page.
    pub(super) fn is_foreign(&self, index: usize) -> bool {
        self.part(index) != PagePart::Own
    }

    /// Where the element at `index` stands. What holds the article or its headline is the article's, whatever it is called.
    pub(super) fn part(&self, index: usize) -> PagePart {
        let holds = |up: usize| {
            let held = self.container.iter().chain(&self.headline).chain(&self.headlines);
            held.into_iter().any(|held| (up..self.end(up)).contains(held))
                || self.node(up).is_none_or(|node| matches!(node.name, "html" | "body" | "head"))
        };
        let own = |up: usize| {
            let article = |node: &Node| matches!(node.name, "article" | "main");
            self.tree.above(up).any(|a| Some(a) == self.container || self.node(a).is_some_and(article))
        };
        let part = |up: usize| {
            let (node, names) = (self.node(up), self.names(up));
            let footer = node.is_some_and(|n| n.name == "footer") || day_names::FOOTER.is_match(&names);
            let kind = node.is_some_and(|n| {
                matches!(
                    n.name,
                    "nav" | "figure" | "figcaption" | "blockquote" | "form" | "iframe" | "select"
                ) || matches!(n.name, "article" | "li" | "aside" | "td" | "section")
                    && self.leads_elsewhere(up)
            });
            // The head of a page stands before the article, and its foot behind it.
            let foot = footer && self.container.is_some_and(|root| up > root) && !own(up);
            let head = node.is_some_and(|n| n.name == "header")
                && self.container.is_some_and(|root| up < root)
                && !own(up);
            let aside = self.survey.set_aside(up);
            let away = matches!(aside, Some("page-navigation" | "page-form" | "page-code"));
            match () {
                () if day_names::FOREIGN.is_match(&names) || kind || head => PagePart::Foreign,
                () if foot => PagePart::Foot,
                () if away => PagePart::Foreign,
                () => PagePart::Own,
            }
        };
        let path = std::iter::once(index).chain(self.tree.above(index)).take_while(|up| !holds(*up));
        path.map(part).max().unwrap_or(PagePart::Own)
    }

    /// Whether the element at `index` holds a link with the words of another headline.
    fn leads_elsewhere(&self, index: usize) -> bool {
        let mut links = self.tree.within(index).filter(|(_, node)| node.name == "a");
        links.any(|(i, _)| {
            let text = self.text(i).text;
            let href = self.tree.attribute(i, "href").unwrap_or_default();
            let person = [&*self.names(i), href].iter().any(|name| PERSON.is_match(name));
            let timed = self.tree.within(i).any(|(_, node)| node.name == "time");
            words(&text).len() > LINK_WORDS && !person && !timed && date_forms::within(&text, None).is_none()
        })
    }
}

/// Words in the names and the address of a link that leads to a person.
pub(super) static PERSON: Pattern = pattern!(
    r"auth?or|auteur|autore|profile?|/users?/|userinfo|/people/|/staff/|/team/|reporter|contribut|journalist|column|redakt|by/|person"
);

/// The maximum number of words in a link that is a name, a section or a button, and no other headline.
const LINK_WORDS: usize = 2;

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    Tokens::of(text).iter().map(|token| token.folded.to_owned()).collect()
}
