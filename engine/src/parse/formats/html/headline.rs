//! The headline of a page: which heading says what the page's title says.

use super::survey::Survey;
use super::tree::Tree;

/// The least number of letters and digits in a heading that is looked for in the title, in bytes.
const SHORTEST: usize = 8;

/// The element that shows the headline: the first heading that the page's title has, or else its only `<h1>`.
pub(crate) fn find(tree: &Tree, survey: &Survey<'_>, source: &str) -> Option<usize> {
    let text = |index: usize| -> String {
        let runs = survey.runs_in(index);
        survey.runs[runs].iter().map(|run| survey.words(run)).collect::<Vec<_>>().join(" ")
    };
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let mut titles = Vec::new();
    for (index, node) in tree.within(0) {
        let drawn = || {
            tree.above(index).any(|up| tree.nodes.get(up).is_some_and(|n| matches!(n.name, "svg" | "math")))
        };
        if node.name == "title" && !drawn() {
            let texts = tree.within(index).filter(|(_, n)| n.is_text()).map(|(_, n)| n.span.of(source));
            titles.push(plain(&texts.collect::<String>()));
        }
        let property = tree.attribute(index, "property").or(tree.attribute(index, "name"));
        if node.name == "meta" && matches!(property, Some("og:title" | "twitter:title")) {
            titles.extend(tree.attribute(index, "content").map(plain));
        }
    }
    let headings = |names: &'static [&'static str]| {
        tree.within(0)
            .filter(move |(_, node)| names.contains(&node.name))
            .map(|(i, _)| i)
            .filter(|i| !survey.is_away(*i))
    };
    let is_title = |index: &usize| {
        let heading = plain(&text(*index));
        heading.len() >= SHORTEST && titles.iter().any(|title| title.contains(&heading))
    };
    let longest = |found: Vec<usize>| {
        let longest = found.iter().map(|i| plain(&text(*i)).len()).max()?;
        found.into_iter().find(|i| plain(&text(*i)).len() == longest)
    };
    let best = longest(headings(&["h1"]).filter(is_title).collect());
    let best = best.or_else(|| longest(headings(&["h2", "h3"]).filter(is_title).collect()));
    best.or_else(|| {
        let mut all = headings(&["h1"]);
        let first = all.next();
        first.filter(|_| all.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::parse::formats::html::survey::Survey;
    use crate::parse::formats::html::tree::Tree;

    #[test]
    fn the_headline_is_what_the_title_says() {
        for (body, found) in [
            ("<h1>Holm Gazette</h1><h1>Holm rebuilds its pier</h1>", Some("Holm rebuilds its pier")),
            ("<h1>Holm Gazette</h1><h2>Holm rebuilds its pier</h2>", Some("Holm rebuilds its pier")),
            ("<h1>A new pier for Holm</h1>", Some("A new pier for Holm")),
            ("<h1>Harbour</h1><h1>Council</h1>", None),
            ("<h2>A new pier for Holm</h2>", None),
        ] {
            let page = format!("<title>Holm rebuilds its pier | Gazette</title><body>{body}<p>Text.</p>");
            let tree = Tree::read(&page);
            let survey = Survey::new(&tree, &page);
            let text =
                find(&tree, &survey, &page).map(|h| survey.words(&survey.runs[survey.runs_in(h).start]));
            assert_eq!(text.as_deref(), found, "{body}");
        }
    }
}
