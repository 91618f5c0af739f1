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

/// Extracts the lines of the HTML in a field.
pub(crate) fn fragment(html: &Passage) -> Extract {
    let tree = Tree::read(&html.text);
    let survey = Survey::new(&tree, &html.text);
    let mut extract = Extract::default();
    extract.passage.text.reserve(html.text.len());
    lines::collect(&tree, &survey, &html.text, &Article::all(&survey), &[], &mut extract);
    extract.through(html)
}

/// Resolves the tags and character references of a one-line value, such as a headline.
pub(crate) fn inline(value: Passage) -> Passage {
    if !value.text.contains(['<', '&']) {
        return value;
    }
    let extract = if is_markup(&value.text) { fragment(&value) } else { references(&value) };
    // A feed may escape twice: what reads `&#8217;` now was never meant to be read so.
    if has_reference(&extract.passage.text) { references(&extract.passage).passage } else { extract.passage }
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

/// Resolves the character references of `value`, and nothing else.
fn references(value: &Passage) -> Extract {
    let mut read = Passage::default();
    let text = &value.text;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.find('&').unwrap_or(rest.len());
        read.same(&rest[..plain], at);
        at += plain;
        if at < text.len() {
            let (length, reads) = reference(&text[at..]);
            if reads.is_empty() {
                read.same("&", at);
            } else {
                read.respelled(&reads, Span::new(at, at + length));
            }
            at += length;
        }
    }
    Extract { passage: read, ..Extract::default() }.through(value)
}

fn has_reference(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| text[at..].contains(';') && !reference(&text[at..]).1.is_empty())
}

/// Whether a text has HTML tags. Prose may contain `<` and `>`, and agency copy puts its codes between them.
pub(crate) fn is_markup(text: &str) -> bool {
    static TAG: Pattern = pattern!(
        r"(?i)</(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|figure|figcaption|table|section|article|html|body)\s*>|<br\s*/?>|<p(?:\s[^<>]*)?>|<img\s[^<>]*>"
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
