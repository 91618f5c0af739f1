//! HTML: a page with one article in it, or the HTML inside a feed, a table or a JSON text.
//!
//! In reading order: `tree` the elements, `article` which of them holds the article, `lines` its text,
//! `metadata` what the page says about it.

mod article;
mod lines;
mod metadata;
mod tree;

use super::reading::Reading;
use super::record::Channel;
use super::{Context, Outcome};
use crate::corpus::passage::Passage;
use crate::text::{Problem, Span};
use article::{Container, Survey};
use regex::Regex;
use std::sync::LazyLock;
use tree::Tree;

/// A reference is this long at most, in bytes: `&CounterClockwiseContourIntegral;`.
const LONGEST_REFERENCE: usize = 34;

/// Reads a page.
pub(super) fn read(text: &str, whole: Span, context: &Context<'_>, outcome: &mut Outcome) {
    let page = whole.of(text);
    let tree = Tree::read(page);
    let base = whole.start;
    let survey = Survey::new(&tree, page);
    outcome.problems.extend(tree.problems.iter().map(|p| Problem::new(p.span.shifted(base), &*p.message)));
    outcome.markup = "markup";
    let container = survey.article();
    let metadata = metadata::read(&tree, &survey, page, container.map(|c| c.root));
    let mut body = Reading::default();
    if let Some(container) = container {
        lines::collect(&tree, &survey, page, container, &metadata.headlines, &mut body);
        beside(&tree, &survey, container.root, &mut body);
        let others = survey.others(container);
        if others > 0 {
            let message = format!(
                "expected one article on the page, found {}; the one with most text is read: save each as a page of its own",
                others + 1
            );
            outcome.problems.push(Problem::new(whole.trimmed(text), message));
        }
    } else {
        body.outside.extend(
            tree.children(0).filter(|(i, _)| survey.text(*i) > 0).map(|(_, node)| (node.span, "page-box")),
        );
    }
    let mut record = metadata.record;
    if body.passage.text.is_empty() && record.has_no_body() {
        let message = "expected an article, found a page without a paragraph; leave the file out of the folder, or save the article as text";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        outcome.outside.extend(body.outside.iter().map(|(span, rule)| (span.shifted(base), *rule)));
        return;
    }
    record.set_body(body);
    let outer = Passage::of(text, whole);
    outcome.articles.push(record.through(&outer).draft(&Channel::default(), context, &mut outcome.problems));
}

/// Notes what stands beside the article: every part of the page with a text of its own.
fn beside(tree: &Tree, survey: &Survey<'_>, container: usize, reading: &mut Reading) {
    let mut path: Vec<usize> = tree.above(container).collect();
    path.push(container);
    for up in path.iter().filter(|up| **up != container) {
        for (index, node) in tree.children(*up) {
            let has_text = survey.text(index) > 0 || survey.set_aside(index).is_some();
            if !path.contains(&index) && has_text && !node.span.is_empty() && node.name != "head" {
                reading.outside.push((node.span, survey.set_aside(index).unwrap_or("page-box")));
            }
        }
    }
}

/// Reads the HTML of a field as lines.
pub(super) fn fragment(html: &Passage) -> Reading {
    let tree = Tree::read(&html.text);
    let survey = Survey::new(&tree, &html.text);
    let mut reading = Reading::default();
    reading.passage.text.reserve(html.text.len());
    let all = Container { root: 0, body: 0 };
    lines::collect(&tree, &survey, &html.text, all, &[], &mut reading);
    reading.through(html)
}

/// Reads a value of one line, such as a headline, that may hold tags and references.
pub(super) fn inline(value: Passage) -> Passage {
    if !value.text.contains(['<', '&']) {
        return value;
    }
    let reading = if is_markup(&value.text) { fragment(&value) } else { references(&value) };
    // A feed may escape twice: what reads `&#8217;` now was never meant to be read so.
    if has_reference(&reading.passage.text) { references(&reading.passage).passage } else { reading.passage }
}

/// `value` with every run of white space as one space.
fn one_line(value: &Passage) -> Passage {
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

/// `value` with its references read, and nothing else.
fn references(value: &Passage) -> Reading {
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
    Reading { passage: read, ..Reading::default() }.through(value)
}

fn has_reference(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| text[at..].contains(';') && !reference(&text[at..]).1.is_empty())
}

/// The reference that `text` begins with: its length in bytes, and what it reads; a length of 1 and nothing where
/// the `&` is only that.
fn reference(text: &str) -> (usize, String) {
    let limit = text.len().min(LONGEST_REFERENCE);
    let name =
        text.as_bytes()[1..limit].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
    let mut end = 1 + name;
    if name == 0 {
        return (1, String::new());
    }
    if text.as_bytes().get(end) == Some(&b';') {
        end += 1;
    }
    let whole = &text[..end];
    let read = htmlize::unescape(whole);
    if read == whole {
        return (1, String::new());
    }
    // Without its semicolon a reference may end before the letters do.
    let kept = whole.bytes().rev().zip(read.bytes().rev()).take_while(|(a, b)| a == b).count();
    let kept = if whole.ends_with(';') { 0 } else { kept.min(read.len().saturating_sub(1)) };
    let split = read.len() - kept;
    if read.is_char_boundary(split) {
        (end - kept, read[..split].to_owned())
    } else {
        (end, read.into_owned())
    }
}

/// Whether a text holds tags of HTML: prose may hold `<` and `>`, and a wire its codes in them.
pub(super) fn is_markup(text: &str) -> bool {
    static TAG: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)</(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|figure|figcaption|table|section|article|html|body)\s*>|<br\s*/?>|<p(?:\s[^<>]*)?>|<img\s[^<>]*>")
            .expect("a pattern of this file")
    });
    text.contains('<') && TAG.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::{fragment, inline, is_markup, reference};
    use crate::corpus::passage::Passage;
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
