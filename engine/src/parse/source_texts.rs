//! Making source texts from parsed files: the parts of an article and what was set aside around it, within bounds.

use super::parsed::{Parsed, ParsedFile};
use super::rules::RULES;
use super::tiling::{Part, Role};
use crate::corpus::{AppliedRule, ArticleId, FileSpan, LeftOut, SourcePart, SourceRole, SourceText};

/// The limits on the size of a source text.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The limit for one part, in bytes of text; the middle of a longer one is left out.
    part: usize,
    /// The limit before and after the article, in bytes of the file.
    around: usize,
    /// The limit for all parts together, in bytes of the file.
    bytes: usize,
    /// The limit for the number of parts.
    parts: usize,
}

impl Bounds {
    /// The limits of the page: what a reader looks through beside an article. A longer part is a script, or the body of
    /// another format.
    pub const PAGE: Bounds = Bounds { part: 2000, around: 4000, bytes: 300_000, parts: 4000 };
    /// No limits.
    pub const WHOLE: Bounds =
        Bounds { part: usize::MAX, around: usize::MAX, bytes: usize::MAX, parts: usize::MAX };

    /// The number of `parts`, from the first, that fit into `room` bytes; the first fits unless `room` is 0.
    fn first<'a>(&self, mut room: usize, parts: impl Iterator<Item = &'a Part>) -> usize {
        let fits = |part: &&Part| {
            let fits = room > 0;
            room = room.saturating_sub(part.span.len().min(self.part));
            fits
        };
        parts.take_while(fits).count()
    }
}

/// The cleaning rules that set something aside in `files`, most frequent first, then by id.
pub(crate) fn applied(files: &[ParsedFile]) -> Vec<AppliedRule> {
    let mut rules: Vec<AppliedRule> = Vec::new();
    for part in files.iter().flat_map(|file| &file.parts) {
        let Role::Ledger(id) = part.role else { continue };
        let at = rules.iter().position(|rule| rule.id == id).unwrap_or_else(|| {
            rules.push(applied_rule(id, 0, 0));
            rules.len() - 1
        });
        rules[at].times += 1;
        rules[at].bytes += part.span.len() as u64;
    }
    AppliedRule::sort(&mut rules);
    rules
}

/// The rule `id` with its totals.
pub fn applied_rule(id: &str, times: u32, bytes: u64) -> AppliedRule {
    let why = RULES.iter().find(|rule| rule.id == id).map_or("", |rule| rule.why);
    AppliedRule { id: id.to_owned(), why: why.to_owned(), times, bytes }
}

impl SourceText {
    /// The source text of the article `id`; `None` if `parsed` has no such article.
    pub fn of(parsed: &Parsed, id: ArticleId, bounds: Bounds) -> Option<SourceText> {
        let article = parsed.corpus.article(id)?;
        let file = parsed.files.get(article.file.0 as usize)?;
        let parts = &file.parts;
        let first = parts.partition_point(|part| part.span.end <= article.span.start);
        let last = parts.partition_point(|part| part.span.start < article.span.end).max(first);
        let near = |part: &&Part| part.article.is_none_or(|other| other == id);
        let before = bounds.first(bounds.around, parts[..first].iter().rev().take_while(near));
        let after = bounds.first(bounds.around, parts[last..].iter().take_while(near));
        let taken = &parts[first - before..last + after];
        let taken = &taken[..bounds.first(bounds.bytes, taken.iter()).min(bounds.parts)];
        let span = FileSpan {
            start: taken.first().map_or(article.span.start, |part| part.span.start),
            end: taken.last().map_or(article.span.start, |part| part.span.end),
        };
        let part = |part: &Part| {
            let mut taken = SourcePart { role: role(parsed, part, id), own: String::new(), left_out: None };
            let text = file.text(part.span);
            if taken.text(article) != text {
                (taken.own, taken.left_out) = bounded(&text, bounds.part);
            }
            taken
        };
        Some(SourceText { span, file: file.len() as u32, parts: taken.iter().map(part).collect() })
    }
}

fn role(parsed: &Parsed, part: &Part, id: ArticleId) -> SourceRole {
    if part.article.is_some_and(|other| other != id) {
        return SourceRole::Other;
    }
    match part.role {
        Role::Title => SourceRole::Title,
        Role::Published => SourceRole::Published,
        Role::Url => SourceRole::Url,
        Role::Dateline => SourceRole::Dateline,
        Role::Block(index) => SourceRole::Block(index),
        Role::Separator => SourceRole::Separator,
        Role::Ledger(id) => {
            let rules = &parsed.corpus.rules;
            SourceRole::SetAside(rules.iter().position(|rule| rule.id == id).unwrap_or(rules.len()) as u32)
        }
    }
}

/// The beginning and the end of `text` if it is longer than `most` bytes, and what is left out between them.
fn bounded(text: &str, most: usize) -> (String, Option<LeftOut>) {
    if text.len() <= most {
        return (text.to_owned(), None);
    }
    let from = text.floor_char_boundary(most / 2);
    let to = text.ceil_char_boundary(text.len() - most / 2);
    let left_out = LeftOut { at: from as u32, bytes: (to - from) as u32 };
    (format!("{}{}", &text[..from], &text[to..]), Some(left_out))
}

#[cfg(test)]
mod tests {
    use super::{Bounds, SourceRole, SourceText};
    use crate::corpus::ArticleId;
    use crate::parse::{Parsed, SourceFile, config::Config, parse};

    const FEED: &str = "One https://e.org/1 Fri, 05 Jan 2024 10:00:00 +0000 https://e.org/1\n\nThe first text says something.\n\nSource link\n]]>\n\nTwo https://e.org/2 Fri, 05 Jan 2024 11:00:00 +0000 https://e.org/2\n\nThe second text says more.\n";

    fn parsed(text: &str) -> Parsed {
        parse(vec![SourceFile { name: "a.txt".into(), bytes: text.into() }], &Config::default())
    }

    fn text(parsed: &Parsed, id: u32, bounds: Bounds) -> SourceText {
        SourceText::of(parsed, ArticleId(id), bounds).expect("an article of its own")
    }

    #[test]
    fn what_stands_between_two_articles_is_shown_with_both() {
        let parsed = parsed(FEED);
        let rules: Vec<_> = parsed.corpus.rules.iter().map(|r| (r.id.as_str(), r.times, r.bytes)).collect();
        assert_eq!(rules, [("feed-guid", 2, 30), ("cdata-end", 1, 3), ("source-link", 1, 11)]);
        let (first, second) = (text(&parsed, 0, Bounds::PAGE), text(&parsed, 1, Bounds::PAGE));
        assert_eq!((first.span.start, second.span.end), (0, FEED.len() as u32));
        assert!(first.span.end > second.span.start, "{first:?}\n{second:?}");
        for (id, text) in [(0, first), (1, second)] {
            let article = &parsed.corpus.articles[id];
            let shown: String = text.parts.iter().map(|part| part.text(article)).collect();
            assert_eq!(shown, &FEED[text.span.range()]);
            assert!(text.parts.iter().all(|part| part.role != SourceRole::Other));
        }
    }

    #[test]
    fn words_that_the_article_has_are_kept_once() {
        let text = text(&parsed(" date 2024-01-05 One text."), 0, Bounds::PAGE);
        let own: Vec<_> = text.parts.iter().map(|part| part.own.as_str()).collect();
        assert_eq!(own, [" ", "date 2024-01-05", " ", ""]);
    }

    #[test]
    fn long_parts_keep_their_ends_and_far_parts_stay_away() {
        let furniture = "<p class=\"é\">".repeat(600);
        let html = format!(
            "<html><body><h1>Ferry sails again</h1>{furniture}<p>The ferry left on Friday, for the first time since the storm.</p></body></html>"
        );
        let parsed =
            parse(vec![SourceFile { name: "a.html".into(), bytes: html.clone().into() }], &Config::default());
        let article = &parsed.corpus.articles[0];
        let near = text(&parsed, 0, Bounds::PAGE);
        let long = near.parts.iter().find(|part| part.left_out.is_some()).expect("a long part");
        let left_out = long.left_out.expect("as found").bytes as usize;
        let [head, tail] = long.pieces(article)[..] else { panic!("{long:?}") };
        assert!(head.len() <= 1000 && tail.len() <= 1000 && head.len() + tail.len() > 1990);
        assert!(html.contains(head) && html.contains(tail), "{head:?} {tail:?}");
        let shown: usize = near.parts.iter().map(|part| part.text(article).len()).sum();
        assert_eq!(shown + left_out, near.span.len());
        let whole = text(&parsed, 0, Bounds::WHOLE);
        assert_eq!(whole.parts.iter().map(|part| part.text(article)).collect::<String>(), html);

        let lines = "Also read: Ferries sail again\n\n".repeat(20_000);
        let parsed = self::parsed(&format!(
            "{lines}\n\nThe ferry left on Friday, for the first time since the storm.\n"
        ));
        let near = text(&parsed, 0, Bounds::PAGE);
        assert!(near.parts.len() <= 4000 && near.span.len() <= 302_000, "{:?} of {}", near.span, near.file);
    }
}
