//! What stands in feeds beside the words of an article: the posts of a blog's export that nobody published, the codes of
//! WordPress, and an aggregator's list of other headlines.

use crate::parse::bytes::Passage;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::{Problem, Span};
use std::collections::HashMap;

/// The state of a post in a blog's export; empty in other feeds.
#[derive(Debug, Default)]
pub(super) struct Post {
    /// `publish`, `draft`, `trash` and others.
    pub(super) status: String,
    /// `post`, `page`, `attachment` and others.
    pub(super) kind: String,
}

/// The kinds of posts that are no articles but parts of the site.
const PARTS: &[&str] = &[
    "attachment",
    "custom_css",
    "customize_changeset",
    "feedback",
    "nav_menu_item",
    "oembed_cache",
    "page",
    "revision",
    "user_request",
];

impl Post {
    /// Whether the item is a post of an export.
    pub(super) fn is_one(&self) -> bool {
        !self.status.is_empty() || !self.kind.is_empty()
    }

    /// What the post is instead of a published one, as a blog names it.
    fn otherwise(&self) -> Option<&str> {
        // What begins so belongs to the editor, such as `wp_template`.
        let is_part = PARTS.contains(&&*self.kind) || self.kind.starts_with("wp_");
        let hidden = !self.status.is_empty() && self.status != "publish";
        is_part.then_some(&*self.kind).or(hidden.then_some(&*self.status))
    }
}

/// The posts that are left out: for each kind its name, the place of the first, and how many there are.
#[derive(Debug, Default)]
pub(super) struct Posts(Vec<(String, Span, usize)>);

impl Posts {
    /// Counts the post that begins at `start` if it is not published; returns whether it is left out.
    pub(super) fn leave_out(&mut self, post: &Post, start: Span) -> bool {
        let Some(kind) = post.otherwise() else { return false };
        match self.0.iter_mut().find(|(known, ..)| known == kind) {
            Some((_, _, count)) => *count += 1,
            None => self.0.push((kind.to_owned(), start, 1)),
        }
        true
    }

    /// A problem for each kind of post that is left out.
    pub(super) fn problems(self) -> impl Iterator<Item = Problem> {
        self.0.into_iter().map(|(kind, first, count)| {
            let message = format!(
                "expected published posts, found {count} of the kind `{kind}`; only published posts are read"
            );
            Problem::new(first, message)
        })
    }
}

/// The codes that show something else than their content.
const FRAMES: &[&str] = &["audio", "code", "embed", "gallery", "playlist", "sourcecode", "video", "youtube"];

/// The codes that stand alone or have no attribute.
const CODES: &[&str] =
    &["caption", "contact-form", "contact-form-7", "gallery", "more", "playlist", "wp_caption"];

/// The text of a post as HTML: a blank line ends a paragraph, and codes in brackets are no text. What the codes say goes
/// to `outside`.
pub(super) fn paragraphs(value: &Passage, outside: &mut Vec<(Span, &'static str)>) -> Passage {
    static MARK: Pattern = pattern!(
        r#"(?<blank>\n[\t\r ]*\n\s*)|(?<pre><pre[\s>])|\[(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9_-]*)(?<attributes>(?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s"'\]]+))*)\s*/?\]"#
    );
    let text = &value.text;
    let mut read = Passage::default();
    let mut at = 0;
    // Where the last closing mark of each name stands.
    let mut last: HashMap<String, Option<usize>> = HashMap::new();
    for found in MARK.captures_iter(text) {
        let whole = found.get(0).map_or(0..0, |found| found.range());
        if whole.start < at {
            continue;
        }
        let part = |name| found.name(name).map_or("", |part| part.as_str());
        let (close, name) = (part("close"), part("name").to_lowercase());
        let place = Span::new(whole.start, whole.end);
        let plain = |read: &mut Passage| read.same(&text[at..whole.start], at);
        let closing = format!("[/{name}]");
        let last = *last.entry(name.clone()).or_insert_with(|| text.rfind(&closing));
        let end = |from: usize| {
            last.filter(|last| *last >= from)?;
            text[from..].find(&closing).map(|i| from + i)
        };
        if !part("blank").is_empty() {
            plain(&mut read);
            read.respelled("<br><br>", place);
            at = whole.end;
        } else if !part("pre").is_empty() {
            // The lines of a listing are its own.
            let end = text[whole.end..].find("</pre>").map_or(text.len(), |i| whole.end + i);
            read.same(&text[at..end], at);
            at = end;
        } else if !close.is_empty()
            || !part("attributes").is_empty()
            || CODES.contains(&&*name)
            || end(whole.end).is_some()
        {
            plain(&mut read);
            let framed = close.is_empty() && FRAMES.contains(&&*name);
            let last = framed.then(|| end(whole.end)).flatten().map(|i| i + name.len() + "[/]".len());
            at = last.unwrap_or(whole.end);
            outside.push((value.origin.span(Span::new(whole.start, at)), "shortcode"));
            if name.ends_with("caption") {
                read.respelled(if close.is_empty() { "<figcaption>" } else { "</figcaption>" }, place);
            }
        }
    }
    read.same(&text[at..], at);
    read.origin = read.origin.through(&value.origin);
    read
}

/// The largest number of words that stand beside a link in a list of headlines: the name of an outlet.
const LABEL: usize = 8;

/// Whether `html` is nothing but a list of links, each with a label at most.
pub(super) fn lists_headlines(html: &str) -> bool {
    static TAG: Pattern = pattern!(r"<[^>]*>|&nbsp;");
    let list = html.trim();
    if !list.starts_with("<ol") && !list.starts_with("<ul") || !list.ends_with("l>") {
        return false;
    }
    let mut entries = list.split("<li").skip(1).peekable();
    let is_link = |entry: &str| {
        let Some((before, link)) = entry.split_once("<a ") else { return false };
        let Some((_, beside)) = link.rsplit_once("</a>") else { return false };
        let words = |part: &str| TAG.replace_all(part, " ").split_whitespace().count();
        words(&format!("<{before}")) == 0 && words(beside) <= LABEL
    };
    entries.peek().is_some() && entries.all(is_link)
}

#[cfg(test)]
mod tests {
    use super::{lists_headlines, paragraphs};
    use crate::parse::bytes::Passage;
    use crate::text::Span;

    #[test]
    fn codes_are_no_text() {
        for (text, read, codes) in [
            ("One.\n\nTwo [of three].", "One.<br><br>Two [of three].", 0),
            ("[gallery ids=\"1,2\"]One [b]two[/b].", "One two.", 3),
            ("[caption id='a']A quay[/caption]One", "<figcaption>A quay</figcaption>One", 2),
            ("[embed]https://e.org/v[/embed]One [sic] [2]", "One [sic] [2]", 1),
            ("<pre>a\n\nb</pre>\n \nOne", "<pre>a\n\nb</pre><br><br>One", 0),
        ] {
            let mut outside = Vec::new();
            let value = Passage::of(text, Span::new(0, text.len()));
            assert_eq!(paragraphs(&value, &mut outside).text, read, "{text}");
            assert_eq!(outside.len(), codes, "{text}");
        }
    }

    #[test]
    fn lists_of_links_are_other_headlines() {
        let entry = "<li><a href=\"https://e.org/1\">Ferry sails</a>&nbsp;&nbsp;<font>Holm Post</font></li>";
        for (html, is) in [
            (format!("<ol>{entry}{entry}</ol>"), true),
            (format!("<p>One.</p><ol>{entry}</ol>"), false),
            ("<ul><li>Nets are <a href=\"x\">dry</a></li></ul>".to_owned(), false),
            ("<ul></ul>".to_owned(), false),
        ] {
            assert_eq!(lists_headlines(&html), is, "{html}");
        }
    }
}
