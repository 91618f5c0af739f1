//! Evidence that an element is a box beside the article or the article itself: the words of its class names, and cards
//! that lead to other articles.

use super::survey::{Survey, Weight};
use super::tree::{Tree, is_heading};

/// What the names of an element say that it is, the stronger later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BoxName {
    /// A word that boxes beside an article have, and articles sometimes.
    Maybe,
    /// A word that hardly names anything but a box.
    Box,
    /// A word for what readers wrote.
    Comments,
}

/// The words of comments.
const COMMENTS: &[&str] = &[
    "comment", "comments", "commentlist", "commentarea", "disqus", "respond", "reply", "replies",
    "discussion", "readers", "reader", "kommentar", "kommentare", "commentaires", "comentarios",
    "comentários", "commenti", "reacties", "leserkommentare", "livefyre", "coral", "facebook-comments",
    "commenting",
];

/// The words of boxes.
const BOXES: &[&str] = &[
    "related", "relateds", "relatedposts", "recommend", "recommended", "recommendation", "recommendations",
    "recommender", "promo", "promos", "promoted", "promotion", "newsletter", "newsletters", "subscribe",
    "subscription", "advert", "adverts", "advertisement", "advertising", "advertorial", "sponsor",
    "sponsored", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "outbrain", "taboola",
    "breadcrumb", "breadcrumbs", "pagination", "pager", "sidebar", "navigation", "navbar", "nav", "menu",
    "masthead", "login", "signup", "donate", "sharedaddy", "sharebar", "sharing", "skiplink", "trending",
    "mostread", "footer", "biography", "bio", "toolbar", "colophon", "copyright", "disclaimer", "paging",
    "crosspost", "tagcloud", "taglist", "sociable", "addtoany", "addthis", "sharethis", "carousel", "slider",
    "gallery", "slideshow",
];

/// The words of boxes that articles have, too.
const MAYBE: &[&str] = &[
    "paywall", "teaser", "teasers", "social", "share", "shares", "ad", "ads", "overlay", "widget", "widgets",
    "popular", "tags", "tag", "poll", "quiz", "banner", "card", "cards", "meta", "rail", "more", "author",
    "authors", "printonly", "follow", "secondary", "similar", "also", "featured", "latest", "hidden",
];

/// The last words of class names for the words under a picture.
pub(crate) const CAPTIONS: &[&str] = &[
    "caption", "captions", "figcaption", "imagecaption", "imagedescription", "bildunterschrift", "legend",
    "legende", "photocredit", "imagecredit", "imgcaption", "credit",
];

/// The last words of class names for the lines that sum an article up.
pub(crate) const STANDFIRSTS: &[&str] =
    &["standfirst", "dek", "deck", "lede", "summary", "subheadline", "intro"];

/// Beginnings of class names that say of what kind or in what state an element is, and not what it is.
const STATES: &[&str] = &["has", "is", "with", "no", "tag", "category", "format", "type", "status", "js"];

/// What class and id of the element at `index` say.
pub(crate) fn said(tree: &Tree, index: usize) -> Option<BoxName> {
    let name = tree.nodes.get(index)?.name;
    if matches!(name, "html" | "body" | "article" | "main" | "p" | "a" | "?" | "em" | "time")
        || is_heading(name)
    {
        return None;
    }
    if tree.attribute(index, "itemprop").is_some_and(|v| v.eq_ignore_ascii_case("comment"))
        || tree.attribute(index, "itemtype").is_some_and(|v| v.ends_with("/Comment"))
    {
        return Some(BoxName::Comments);
    }
    let names = ["class", "id"].iter().filter_map(|name| tree.attribute(index, name));
    names.flat_map(str::split_whitespace).filter_map(token).max()
}

/// Whether the element at `index` has a class name that ends in one of `names`.
pub(crate) fn is_named(tree: &Tree, index: usize, names: &[&str]) -> bool {
    let class = tree.attribute(index, "class").unwrap_or_default();
    let ends = |token: &str| words(token).last().is_some_and(|word| names.contains(&word.as_str()));
    class.split_whitespace().any(|token| names.iter().any(|name| token.len() >= name.len()) && ends(token))
}

/// What one class name says, by its words.
fn token(token: &str) -> Option<BoxName> {
    let token = token.rsplit("--").next().unwrap_or(token);
    let words: Vec<String> = words(token).collect();
    if words.first().is_some_and(|first| STATES.contains(&first.as_str())) && words.len() > 1 {
        return None;
    }
    let said = |word: &str| {
        let lists = [(COMMENTS, BoxName::Comments), (BOXES, BoxName::Box), (MAYBE, BoxName::Maybe)];
        lists.iter().find(|(list, _)| list.contains(&word)).map(|(_, said)| *said)
    };
    // `news-letter` is a newsletter.
    let joined = words.windows(2).filter_map(|pair| said(&pair.concat()));
    words.iter().filter_map(|word| said(word)).chain(joined).max()
}

/// The words of a class name in lower case: `relatedPosts` and `related-posts` have the same.
fn words(token: &str) -> impl Iterator<Item = String> + Clone {
    token
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|part| {
            let mut words = vec![String::new()];
            let mut small = false;
            for c in part.chars() {
                if c.is_uppercase() && small {
                    words.push(String::new());
                }
                small = c.is_lowercase();
                if let Some(word) = words.last_mut() {
                    word.extend(c.to_lowercase());
                }
            }
            words
        })
        .filter(|word| !word.is_empty())
}

/// The maximum number of bytes of prose in a card.
const CARD: usize = 400;

/// Whether the element at `index` is a card that leads to another article: a link around blocks, or a box that opens
/// with a linked headline and has a short text at most.
pub(crate) fn is_card(tree: &Tree, survey: &Survey<'_>, index: usize) -> bool {
    let Some(node) = tree.nodes.get(index) else { return false };
    let runs = survey.runs_in(index);
    let Some(first) = survey.runs.get(runs.start).filter(|_| !runs.is_empty()) else { return false };
    let leads = |i: usize| tree.attribute(i, "href").is_some_and(|href| !href.starts_with('#'));
    match node.name {
        "a" => leads(index) && tree.within(index).any(|(_, inner)| inner.is_block()),
        "div" | "li" | "article" | "section" | "figure" | "td" => {
            let heads = |block: usize| {
                let name = tree.nodes.get(block).map_or("", |node| node.name);
                is_heading(name)
                    || tree
                        .above(block)
                        .take_while(|up| *up > index)
                        .any(|up| tree.nodes.get(up).is_some_and(|node| is_heading(node.name)))
            };
            let opening =
                survey.runs[runs.clone()].iter().find(|run| run.weight != Weight::Label).unwrap_or(first);
            opening.weight == Weight::Links
                && opening.block > index
                && heads(opening.block)
                && survey.prose(index) <= CARD
                && survey.runs[runs].iter().filter(|run| run.is_prose()).count() <= 2
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{BoxName, said};
    use crate::parse::formats::html::tree::Tree;

    #[test]
    fn a_name_is_judged_by_its_words() {
        for (tag, judged) in [
            ("div class=related", Some(BoxName::Box)),
            ("div class='site-relatedPosts'", Some(BoxName::Box)),
            ("section id=comments", Some(BoxName::Comments)),
            ("div class='post tag-pier category-ads'", None),
            ("div class=page--has-ads", None),
            ("div class='post-7 shared-care'", None),
            ("div class=paywall", Some(BoxName::Maybe)),
            ("p class=related", None),
            ("article class='related comments'", None),
            ("div itemprop=comment", Some(BoxName::Comments)),
        ] {
            let tree = Tree::read(&format!("<{tag}>Text"));
            assert_eq!(said(&tree, 1), judged, "{tag}");
        }
    }
}
