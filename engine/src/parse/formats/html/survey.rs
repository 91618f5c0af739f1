//! Finding the element of a page that holds the article, and the elements that are not part of it. The measure is where
//! the paragraphs are, as in Readability; explicit marks (`itemprop`, `<article>`) take precedence.

use super::tree::{Node, Tree};
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence;

/// The least length of a paragraph of an article, in bytes; shorter texts are labels or links.
const PARAGRAPH: usize = 60;

/// The least percentage of an element's text in links that makes it an element of links.
const LINKS: usize = 60;

/// Words in `class` and `id` that name a box beside the article.
static BOX: Pattern = pattern!(concat!(
    r"(?i)(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|promo(?:tion|ted)?|newsletter|subscribe|subscription|paywall",
    r"|social|share|sharing|shares|sharebar|sharedaddy|jp-relatedposts|comments?|respond|disqus|ads?|advert(?:s|isement|ising)?",
    r"|sponsor(?:ed)?|cookies?|consent|gdpr|popup|modal|overlay|toolbar|sidebar|widget|trending|popular|most-?read",
    r"|outbrain|taboola|breadcrumbs?|pagination|pager|skip-?link|print-?only|byline-?box|author-?(?:bio|box|info|card)",
    r"|about-?author|tags?|tag-?list|tagcloud|read-?more|also-?read|more-?stories|up-?next|navigation|navbar|menu|masthead",
    r"|site-?(?:header|footer)|login|signup|sign-?up|donate|poll|quiz)(?:$|[\s_-])",
));

/// Words in `class` and `id` that name the text itself.
static BODY: Pattern = pattern!(
    r"(?i)(?:^|[\s_-])(?:article|story|post|entry|news)?[_-]?(?:body|content|text|copy|main|detail)s?(?:$|[\s_-])|articlebody|storybody"
);

/// The elements of the article, as indexes of nodes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Container {
    /// The element that holds the whole article, with its pictures.
    pub(crate) root: usize,
    /// The element inside `root` that holds the text; may be `root` itself.
    pub(crate) body: usize,
}

/// The measures of a page: the amount of text in each element, and which elements are not part of the article.
#[derive(Debug)]
pub(crate) struct Survey<'a> {
    tree: &'a Tree,
    source: &'a str,
    /// For each node, the sum of the bytes of all texts before it; one more at the end.
    text: Vec<u32>,
    /// The same sums for texts inside links.
    linked: Vec<u32>,
    /// The same sums for paragraphs.
    prose: Vec<u32>,
    /// For each node, the id of the rule that sets it aside.
    asides: Vec<Option<&'static str>>,
}

impl<'a> Survey<'a> {
    /// Measures a page; `source` is the text that `tree` was read from.
    pub(crate) fn new(tree: &'a Tree, source: &'a str) -> Survey<'a> {
        let count = tree.nodes.len();
        let (mut text, mut linked, mut prose) =
            (Vec::with_capacity(count + 1), Vec::with_capacity(count + 1), Vec::with_capacity(count + 1));
        let (mut all, mut in_links, mut in_prose) = (0u32, 0u32, 0u32);
        // Until which node all texts stand in a link, or in code.
        let (mut link_end, mut code_end) = (0, 0);
        // For each text its length, the element that holds it as a block, and whether it stands in a link; for each
        // block the length of its own texts.
        let mut texts: Vec<(u32, usize, bool)> = vec![(0, 0, false); count];
        let mut blocks = vec![0u32; count];
        for (index, node) in tree.nodes.iter().enumerate() {
            if node.name == "a" {
                link_end = link_end.max(node.end);
            }
            if is_code(node) {
                code_end = code_end.max(node.end);
            }
            if node.is_text() && index >= code_end {
                let length = node.span.of(source).trim().len() as u32;
                let block =
                    tree.above(index).find(|i| tree.nodes.get(*i).is_some_and(Node::is_block)).unwrap_or(0);
                let in_link = index < link_end;
                texts[index] = (length, block, in_link);
                blocks[block] += if in_link { 0 } else { length };
            }
        }
        let mut survey = Survey { tree, source, text: vec![], linked: vec![], prose: vec![], asides: vec![] };
        for (length, block, in_link) in texts {
            text.push(all);
            linked.push(in_links);
            prose.push(in_prose);
            all += length;
            if in_link {
                in_links += length;
            } else if blocks[block] as usize >= PARAGRAPH {
                in_prose += length;
            }
        }
        text.push(all);
        linked.push(in_links);
        prose.push(in_prose);
        (survey.text, survey.linked, survey.prose) = (text, linked, prose);
        survey.asides = (0..count).map(|index| survey.aside(index)).collect();
        survey
    }

    fn sum(&self, sums: &[u32], index: usize) -> usize {
        let end = self.tree.nodes.get(index).map_or(index, |node| node.end);
        let at = |i: usize| sums.get(i).copied().unwrap_or_default();
        (at(end) - at(index)) as usize
    }

    /// The number of bytes of text in the node at `index`.
    pub(crate) fn text(&self, index: usize) -> usize {
        self.sum(&self.text, index)
    }

    /// Whether the text of the node at `index` is mostly links.
    pub(crate) fn is_links(&self, index: usize) -> bool {
        let text = self.text(index);
        text > 0 && self.sum(&self.linked, index) * 100 >= text * LINKS
    }

    /// The id of the rule that sets the element at `index` aside.
    pub(crate) fn set_aside(&self, index: usize) -> Option<&'static str> {
        self.asides.get(index).copied().flatten()
    }

    fn aside(&self, index: usize) -> Option<&'static str> {
        let node = self.tree.nodes.get(index).filter(|node| !node.is_text())?;
        if is_code(node) {
            return Some("page-code");
        }
        // What holds most of the page's prose is the article, whatever it is called.
        let most = |index: usize| self.sum(&self.prose, index) * 2 > self.sum(&self.prose, 0);
        let attribute = |name: &str| self.tree.attribute(index, name);
        match node.name {
            "nav" => return Some("page-navigation"),
            "form" | "button" | "input" | "select" | "textarea" | "label" | "fieldset" | "dialog"
                if !most(index) =>
            {
                return Some("page-form");
            }
            "footer" | "aside" if !most(index) => return Some("page-box"),
            _ => {}
        }
        let hidden = attribute("hidden").is_some()
            || attribute("aria-hidden") == Some("true")
            || attribute("style").is_some_and(|style| {
                let style: String = style.split_whitespace().collect();
                style.contains("display:none") || style.contains("visibility:hidden")
            });
        if hidden && !most(index) {
            return Some("page-hidden");
        }
        if matches!(attribute("role"), Some("navigation" | "menu" | "menubar" | "search")) && !most(index) {
            return Some("page-navigation");
        }
        let role = matches!(attribute("role"), Some("complementary" | "banner" | "contentinfo" | "dialog"));
        let named =
            || ["class", "id"].iter().any(|name| attribute(name).is_some_and(|value| BOX.is_match(value)));
        let holds = !matches!(node.name, "html" | "body" | "article" | "main" | "p" | "a" | "h1" | "h2");
        (holds && (role || named()) && !most(index)).then_some("page-box")
    }

    /// The number of bytes of prose in the node at `index` without the elements that are set aside.
    fn prose_kept(&self, index: usize) -> usize {
        let mut kept = self.sum(&self.prose, index);
        let end = self.tree.nodes.get(index).map_or(index, |node| node.end);
        let mut at = index + 1;
        while at < end {
            let Some(node) = self.tree.nodes.get(at) else { break };
            if self.set_aside(at).is_some() {
                kept -= self.sum(&self.prose, at);
                at = node.end.max(at + 1);
            } else {
                at += 1;
            }
        }
        kept
    }

    /// The elements of the article; `None` if the page has no sentence.
    pub(crate) fn article(&self) -> Option<Container> {
        let all = self.prose_kept(0);
        if all == 0 {
            return self.short();
        }
        let inside = |index: usize| self.tree.above(index).any(|up| self.set_aside(up).is_some());
        let best = |is: &dyn Fn(usize, &Node) -> bool| {
            let found = self.tree.within(0).filter(|(i, node)| is(*i, node) && self.set_aside(*i).is_none());
            let found = found.filter(|(i, _)| !inside(*i)).map(|(i, _)| (self.prose_kept(i), i));
            // Of two with the same prose the inner one, which stands later.
            found.filter(|(prose, _)| *prose > 0).max()
        };
        let says = |i: usize, _: &Node| {
            self.tree
                .attribute(i, "itemprop")
                .is_some_and(|v| v.split_whitespace().any(|v| v == "articleBody"))
        };
        let said = best(&says).or_else(|| {
            // Of many teasers none is the article.
            best(&|_, node| node.name == "article").filter(|(prose, _)| prose * 2 >= all)
        });
        let main = || best(&|_, node| node.name == "main").filter(|(prose, _)| prose * 2 >= all);
        match said.or_else(main) {
            Some((_, root)) => Some(Container { root, body: self.narrowed(root) }),
            None => self.scored().map(|root| Container { root, body: root }).or_else(|| self.short()),
        }
    }

    /// The element of the first sentence, for pages that have only short paragraphs.
    fn short(&self) -> Option<Container> {
        let kept = |i: usize| !self.tree.above(i).any(|up| self.set_aside(up).is_some() || self.is_links(up));
        let says = |node: &Node| node.is_text() && sentence::ends_sentence(node.span.of(self.source).trim());
        let (first, _) = self.tree.within(0).find(|(i, node)| says(node) && kept(*i))?;
        let is_block = |i: &usize| self.tree.nodes.get(*i).is_some_and(Node::is_block);
        let block = self.tree.above(first).find(is_block)?;
        let paragraph = self.tree.nodes.get(block).is_some_and(|node| matches!(node.name, "p" | "li" | "td"));
        let root = if paragraph { self.tree.nodes.get(block)?.parent } else { block };
        Some(Container { root, body: root })
    }

    /// The number of other `<article>` elements with more than a third of the prose in `container`.
    pub(crate) fn others(&self, container: Container) -> usize {
        let range = container.root..self.tree.nodes.get(container.root).map_or(0, |node| node.end);
        let enough = self.prose_kept(container.root) / 3;
        let others = self.tree.within(0).filter(|(i, node)| {
            let apart = !range.contains(i) && node.end <= range.start || *i >= range.end;
            node.name == "article" && apart && self.set_aside(*i).is_none() && self.prose_kept(*i) > enough
        });
        others.count()
    }

    /// The element inside the one at `index` that is named after the text and holds at least 90 % of its prose.
    fn narrowed(&self, index: usize) -> usize {
        let prose = self.prose_kept(index);
        let named = |i: &usize| {
            ["class", "id"].iter().any(|name| self.tree.attribute(*i, name).is_some_and(|v| BODY.is_match(v)))
        };
        let inner = self.tree.within(index).map(|(i, _)| i).filter(|i| self.set_aside(*i).is_none());
        inner.filter(named).filter(|i| self.prose_kept(*i) * 10 >= prose * 9).last().unwrap_or(index)
    }

    /// The element with the highest score: each paragraph adds its weight to the element around it, and half of that to
    /// the next one.
    fn scored(&self) -> Option<usize> {
        let mut scores: Vec<f32> = vec![0.0; self.tree.nodes.len()];
        // An element without others in it is a paragraph, whatever it is called.
        let mut holds_blocks = vec![false; self.tree.nodes.len()];
        for (_, node) in self.tree.within(0).filter(|(_, node)| node.is_block()) {
            holds_blocks[node.parent] = true;
        }
        for index in
            (1..holds_blocks.len()).rev().filter(|i| self.tree.nodes.get(*i).is_some_and(|n| n.name == "?"))
        {
            // What merely dresses its text passes this on.
            let parent = self.tree.nodes.get(index).map_or(0, |node| node.parent);
            holds_blocks[parent] |= holds_blocks[index];
        }
        let mut skip = 0;
        for (index, node) in self.tree.within(0) {
            if index < skip {
                continue;
            }
            if self.set_aside(index).is_some() {
                skip = node.end;
                continue;
            }
            let text = node.span.of(self.source).trim();
            if !node.is_text() || text.len() < PARAGRAPH {
                continue;
            }
            let weight =
                1.0 + text.matches([',', '、', '，']).count() as f32 + (text.len() / 100).min(3) as f32;
            // A text stands in a paragraph, or in the element that holds it.
            let blocks =
                self.tree.above(index).filter(|i| self.tree.nodes.get(*i).is_some_and(Node::is_block));
            let is_paragraph = |i: &usize| {
                let named = |node: &Node| matches!(node.name, "p" | "li" | "blockquote" | "td");
                !holds_blocks[*i] || self.tree.nodes.get(*i).is_some_and(named)
            };
            let mut holders = blocks.skip_while(is_paragraph);
            for share in [1.0, 0.5] {
                if let Some(score) = holders.next().and_then(|i| scores.get_mut(i)) {
                    *score += weight * share;
                }
            }
        }
        let named = |i: usize| {
            let is =
                ["class", "id"].iter().any(|n| self.tree.attribute(i, n).is_some_and(|v| BODY.is_match(v)));
            if is { 1.25 } else { 1.0 }
        };
        let best = scores.iter().enumerate().filter(|(_, score)| **score > 0.0);
        let best = best.map(|(i, score)| (score * named(i), i));
        best.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, index)| index)
    }
}

/// Whether an element never holds text for readers.
fn is_code(node: &Node) -> bool {
    matches!(
        node.name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "head"
    )
}
