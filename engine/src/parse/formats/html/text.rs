//! HTML as text: the markup inside a feed, a table or JSON, as lines or as one line, with character references
//! resolved.

use super::article::Article;
use super::lines;
use super::reference::reference;
use super::survey::Survey;
use super::tree::Tree;
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;
use std::collections::HashMap;

/// Extracts the lines of the HTML in a field.
pub(crate) fn fragment(html: &Passage) -> Extract {
    let html = &once(html);
    let tree = Tree::read(&html.text);
    let survey = Survey::new(&tree, &html.text);
    let mut extract = Extract::default();
    extract.passage.text.reserve(html.text.len());
    lines::collect(&tree, &survey, &html.text, &Article::all(&tree, &survey), &[], &mut extract);
    // What is nothing but links is the text here: a page has other texts beside them.
    if extract.passage.text.is_empty() && extract.outside.iter().all(|(_, rule)| *rule == "page-links") {
        extract = Extract { passage: words(&tree, &html.text), ..Extract::default() };
    }
    extract.through(html)
}

/// Resolves the tags and character references of a one-line value, such as a headline.
pub(crate) fn inline(value: Passage) -> Passage {
    if is_markup(&value.text) { inline_markup(value) } else { references(value) }
}

/// Resolves the tags and character references of a one-line value that is surely markup.
pub(crate) fn inline_markup(value: Passage) -> Passage {
    if !value.text.contains('<') {
        return references(value);
    }
    let html = once(&value);
    let mut read = words(&Tree::read(&html.text), &html.text);
    read.origin = read.origin.through(&html.origin);
    read
}

/// The elements whose text is for no reader.
const SILENT: &[&str] =
    &["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "head"];

/// The words of a tree in one line.
fn words(tree: &Tree, source: &str) -> Passage {
    let mut line = Passage::default();
    let mut skip = 0;
    for (index, node) in tree.nodes.iter().enumerate().skip(1) {
        if index < skip {
            continue;
        }
        let last = line.text.chars().last();
        if node.is_text() {
            let read = references(Passage::of(source, node.span));
            line.append(&read, read.whole());
        } else if SILENT.contains(&node.name) {
            skip = node.end;
        } else if (node.is_block() || node.name == "br") && last.is_some_and(|c| !c.is_whitespace()) {
            line.apart(" ");
        }
    }
    one_line(&line)
}

/// The markup as its writer meant it. A feed may escape twice: what reads `&amp;#8217;` was never meant to be read so.
/// Frames and comments that are not closed would swallow the rest of the text.
fn once(html: &Passage) -> Passage {
    static BROKEN: Pattern = pattern!(
        r"(?i)&amp;(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});|<(?<name>iframe|object|noscript|template|canvas|svg|math|script|style|textarea)(?:\s[^<>]*)?>|<!--"
    );
    let mut read = Passage::default();
    let text = &html.text;
    let (mut at, mut changed) = (0, false);
    // Where the last end of each kind of frame stands, and that of a comment.
    let mut ends: HashMap<String, Option<usize>> = HashMap::new();
    let mut end_of = |name: &str| -> Option<usize> {
        *ends.entry(name.to_ascii_lowercase()).or_insert_with_key(|name| {
            let closes =
                |tag: &str| tag.get(2..2 + name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
            text.rmatch_indices("</").map(|(i, _)| i).find(|i| closes(&text[*i..]))
        })
    };
    let comment = text.rfind("-->");
    for found in BROKEN.captures_iter(text) {
        let Some(whole) = found.get(0).filter(|whole| whole.start() >= at) else { continue };
        let rest = &text[whole.end()..];
        let (mark, kept) = match found.name("name") {
            Some(name) => {
                let mut closed = || end_of(name.as_str()).is_some_and(|end| end >= whole.end());
                // What is no frame but code stays hidden.
                let code = name.as_str().eq_ignore_ascii_case("script")
                    || name.as_str().eq_ignore_ascii_case("style");
                let drop = whole.as_str().ends_with("/>") || !code && !closed();
                (drop.then(|| whole.len()), "")
            }
            None if whole.as_str() == "<!--" => {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                (comment.is_none_or(|at| at < whole.end()).then_some(whole.len() + end), "")
            }
            None => {
                let inner = &whole.as_str()["&amp;".len()..];
                let is_one = !reference(&format!("&{inner}")).1.is_empty();
                (is_one.then_some("&amp;".len()), "&")
            }
        };
        if let Some(mark) = mark {
            let end = whole.start() + mark;
            read.same(&text[at..whole.start()], at);
            if !kept.is_empty() {
                read.respelled(kept, Span::new(whole.start(), end));
            }
            (at, changed) = (end, true);
        }
    }
    if !changed {
        return html.clone();
    }
    read.same(&text[at..], at);
    read.origin = read.origin.through(&html.origin);
    read
}

/// Collapses every run of white space in `value` to one space.
pub(crate) fn one_line(value: &Passage) -> Passage {
    let mut line = Passage::default();
    let text = &value.text;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        line.same(&rest[..word], at);
        let blank = rest[word..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - word);
        at += word;
        if blank > 0 && at + blank < text.len() && !line.text.is_empty() {
            match &text[at..at + blank] {
                " " => line.same(" ", at),
                _ => line.respelled(" ", Span::new(at, at + blank)),
            }
        }
        at += blank;
    }
    line.origin = line.origin.through(&value.origin);
    line
}

/// Resolves the character references of a text that is no markup: those that end in a semicolon, since `R&D` and
/// `fish&chips` are words.
pub(crate) fn references(value: Passage) -> Passage {
    if !value.text.contains('&') {
        return value;
    }
    let value = once(&value);
    let mut read = Passage::default();
    let text = &value.text;
    let mut at = 0;
    for (sign, _) in text.match_indices('&') {
        let (length, reads) = reference(&text[sign..]);
        if sign >= at && !reads.is_empty() && text[sign..sign + length].ends_with(';') {
            read.same(&text[at..sign], at);
            read.respelled(&reads, Span::new(sign, sign + length));
            at = sign + length;
        }
    }
    read.same(&text[at..], at);
    read.origin = read.origin.through(&value.origin);
    read
}

/// Whether a text has HTML tags. Prose may contain `<` and `>`, and agency copy puts its codes between them.
pub(crate) fn is_markup(text: &str) -> bool {
    static TAG: Pattern = pattern!(
        r#"(?i)</[a-z][a-z0-9]*(?:-[a-z0-9]+)*\s*>|<br\s*/?>|<(?:p|div|script|style|iframe|frame|embed)(?:\s[^<>]*)?>|<[a-z][a-z0-9]*(?:\s+[a-z][a-z:-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+))+\s*/?>|<!--"#
    );
    text.contains('<') && TAG.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{fragment, inline, is_markup, reference};
    use crate::parse::bytes::Passage;
    use crate::text::Span;

    fn passage(text: &str) -> Passage {
        Passage::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn references_are_read_with_their_length() {
        for (text, length, read) in [
            ("&amp; more", 5, "&"),
            ("&#8217;s", 7, "’"),
            ("&#x2019;s", 8, "’"),
            ("&copy 2024", 5, "©"),
            ("&copy2024", 5, "©"),
            ("&nbsp;", 6, "\u{A0}"),
            ("& more", 1, ""),
            ("&", 1, ""),
            ("&unknown;", 1, ""),
            ("&eacute;t", 8, "é"),
            ("&é", 1, ""),
        ] {
            assert_eq!(reference(text), (length, read.to_owned()), "{text}");
        }
    }

    #[test]
    fn headlines_lose_their_tags_and_keep_their_place() {
        for (html, read) in [
            ("Ferries &amp; boats", "Ferries & boats"),
            ("The <em>Aurora</em> sails", "The Aurora sails"),
            ("Holm&amp;#8217;s boat", "Holm’s boat"),
            ("A <B> and AT&T", "A <B> and AT&T"),
            ("Who pays?", "Who pays?"),
            ("R&D; fish&chips, &copy2024", "R&D; fish&chips, &copy2024"),
            ("<a href=\"x\">Ferry sails</a>", "Ferry sails"),
            ("<p>One</p><p>Two &amp;amp; three</p>", "One Two & three"),
            ("Holm<iframe src=\"x\" /> sails", "Holm sails"),
            ("Holm<object id=\"x\"> sails<!-- x> on", "Holm sails on"),
            ("Holm<applet code=\"x\"></applet> wins", "Holm wins"),
        ] {
            let headline = inline(passage(html));
            assert_eq!(headline.text, read);
            let last = Span::new(read.len() - 1, read.len());
            assert_eq!(headline.origin.span(last).of(html), &read[read.len() - 1..], "{html}");
        }
    }

    #[test]
    fn elements_are_lines() {
        for (html, lines) in [
            ("<p>One &amp; two.</p><p>Three</p>", "One & two.|Three"),
            ("<p>One <b>bold</b>\n  word<p>Two", "One bold word|Two"),
            ("<ul><li>One<li>Two</ul>Three", "One|Two|Three"),
            ("One<br><br/>Two", "One|Two"),
            ("<script>var a = '<p>no</p>';</script><p>Yes", "Yes"),
            ("<div>One<div>Two</div>Three</div>", "One|Two|Three"),
            ("<table><tr><td>One<td>Two<tr><td>Three</table>", "One Two|Three"),
            ("plain text", "plain text"),
            ("<p>a</p></div></p></b>b", "a|b"),
            ("<p>More<!-- no --> text</p>", "More text"),
        ] {
            assert_eq!(fragment(&passage(html)).passage.text.replace("\n\n", "|"), lines, "{html}");
        }
    }

    #[test]
    fn a_wire_code_is_no_tag() {
        for (text, is) in [
            ("<HIGH HARBOUR CORP> said it sold <B> shares", false),
            ("1 < 2 and 3 > 2", false),
            ("<p>One", true),
            ("One<br />Two", true),
            ("<a href='x'>y</a>", true),
        ] {
            assert_eq!(is_markup(text), is, "{text}");
        }
    }
}
