//! The cleaning rules: everything that may be set aside from an article, in one table.
//!
//! A rule says what it matches, where it may act, why, and shows a real example, which is its test.
//! What a rule takes goes to the ledger with the rule's id; nothing else ever leaves an article.

use regex::Regex;
use std::sync::LazyLock;

/// One row of the table.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the ledger.
    pub id: &'static str,
    /// Where it may act.
    pub place: Place,
    /// What it matches: a regular expression over one trimmed line, empty where the shape's own code knows.
    /// The groups `photo` and `note` also become credits of the article.
    pub pattern: &'static str,
    /// Why it is not part of the article.
    pub why: &'static str,
    /// A line it takes, in whole or in part.
    pub example: &'static str,
}

/// Where a rule may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A whole line, anywhere.
    Line,
    /// A whole line before the first or after the last sentence of the article.
    Edge,
    /// The end of a line; what stands before it is a caption.
    LineEnd,
    /// Where the reader of a shape finds it.
    Shape,
    /// A whole file.
    File,
}

/// The table.
pub const RULES: &[Rule] = &[
    Rule {
        id: "byte-order-mark",
        place: Place::Shape,
        pattern: "^\u{FEFF}",
        why: "a mark of the encoding, not text",
        example: "\u{FEFF}date 2024-01-05",
    },
    Rule {
        id: "scrape-date",
        place: Place::Shape,
        pattern: r"^\s*date (?<date>\d{4}-\d{2}-\d{2})(?:\s|$)",
        why: "the collector's line; read as the day of publication",
        example: " date 2024-01-05 The ministers met.",
    },
    Rule {
        id: "feed-channel",
        place: Place::Shape,
        pattern: "",
        why: "describes the feed, not an article; its title is read as the source",
        example: "World – Example https://example.org News. Fri, 05 Jan 2024 10:00:00 +0000 en-US hourly 1 https://wordpress.org/?v=6.4",
    },
    Rule {
        id: "feed-guid",
        place: Place::Shape,
        pattern: "",
        why: "the feed's own key of an item, mostly its link again",
        example: "https://example.org/?p=1",
    },
    Rule {
        id: "read-more",
        place: Place::Shape,
        pattern: r"^\s*Read More “.*?” »",
        why: "a link to the full text that repeats the headline",
        example: "Read More “Ministers meet” »",
    },
    Rule {
        id: "speaker-label",
        place: Place::Shape,
        pattern: r"(?:\[(?:Sound ?bite|Audio|Clip|Voice)\b[^\]]{0,200}\]|\b(?:Anchor|Host|Presenter|Reporter|Report|Correspondent|Narrator):)",
        why: "names who speaks in a transcript; kept as the speaker of what follows",
        example: "[Sound bite: Minister Ada Example (English)]",
    },
    Rule {
        id: "sign-off",
        place: Place::Shape,
        pattern: r"(?<reporter>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,3}), (?<source>\p{Lu}[\p{L}\d ]*?(?: (?:Radio|TV|Television|World|Service|Network))?)(?: News)?\.?$",
        why: "the reporter's closing words; read as a credit and as the source",
        example: "Ada Example, Example World Radio News.",
    },
    Rule {
        id: "list-marker",
        place: Place::Shape,
        pattern: r"^(?:[–—•·*]|-)\s+",
        why: "a mark of layout; its line is a list item",
        example: "– Meet once a year.",
    },
    Rule {
        id: "heading-marker",
        place: Place::Shape,
        pattern: r"^[–—-]\s+(?<text>\S.{0,100}?)\s+[–—-]$",
        why: "a mark of layout; what stands between is a heading",
        example: "– What comes next –",
    },
    Rule {
        id: "loading-placeholder",
        place: Place::Line,
        pattern: r"(?i)^(?:loading|please wait|waiting for (?:the )?response(?: to load)?)\s*(?:…|\.{3})?$",
        why: "stands for something the page would have loaded",
        example: "Waiting for response to load…",
    },
    Rule {
        id: "cdata-end",
        place: Place::Line,
        pattern: r"^\]\]>$",
        why: "the end of a tag that was lost",
        example: "]]>",
    },
    Rule {
        id: "source-link",
        place: Place::Line,
        pattern: r"(?i)^(?:source link|link to source|original article|view source)$",
        why: "the words of a link, without the link",
        example: "Source link",
    },
    Rule {
        id: "also-read",
        place: Place::Line,
        pattern: r"(?i)^(?:also read|read also|read more|read next|see also|related(?: (?:articles?|stor(?:y|ies)|news))?|recommended)\s*[:|].*$",
        why: "points to another article",
        example: "Also read: What the ministers said last year | Explained",
    },
    Rule {
        id: "syndication-note",
        place: Place::Line,
        pattern: r"(?i)^(?<note>[(\[][^()\[\]]*(?:syndicated|syndication|auto-generated|not been edited|not edited by)[^()\[\]]*[)\]])$",
        why: "says how the text came to the outlet; kept as a credit",
        example: "(This story was not edited by Example staff and comes from a syndicated feed.)",
    },
    Rule {
        id: "photo-credit",
        place: Place::Line,
        pattern: r"(?i)^\|?\s*(?:photo|image|picture|file photo)(?: credit| courtesy)?\s*:\s*(?<photo>.{2,60})$",
        why: "names who made a picture; kept as a credit",
        example: "| Photo Credit: Example Agency",
    },
    Rule {
        id: "photo-marker",
        place: Place::LineEnd,
        pattern: r"\s*(?:Photo/Illustration|Photo/Ilustrasi|\((?:Photo|Image|Credit)\s*:\s*(?<photo>[^()]{2,60})\))$",
        why: "marks the line as the words under a picture",
        example: "The ministers shake hands. Photo/Illustration",
    },
    Rule {
        id: "post-footer",
        place: Place::Line,
        pattern: r"^The post .+ appeared first on .+$",
        why: "a feed's own footer, which repeats the headline",
        example: "The post Ministers meet appeared first on Example.",
    },
    Rule {
        id: "empty-quotes",
        place: Place::Edge,
        pattern: "^[\"“”'‘’\\s]+$",
        why: "quotation marks around a field that was empty",
        example: "\" \"",
    },
    Rule {
        id: "share-counter",
        place: Place::Edge,
        pattern: r"(?i)^(?:\d{1,7}(?:\s+(?:shares?|comments?|views?|likes?))?)(?:\s+\d{1,7}(?:\s+(?:shares?|comments?|views?|likes?))?)*$",
        why: "counts shares, comments or views",
        example: "0 160",
    },
    Rule {
        id: "share-buttons",
        place: Place::Edge,
        pattern: r"(?i)^(?:share(?: this(?: (?:article|story|post))?)?|tweet|facebook|twitter|whatsapp|telegram|email|print|copy link)(?:[\s|,·]+(?:share|tweet|facebook|twitter|whatsapp|telegram|email|print|copy link))*:?$",
        why: "the words of share buttons",
        example: "Share Facebook Twitter",
    },
    Rule {
        id: "author-box",
        place: Place::Edge,
        pattern: r"(?i)^about (?:the )?author$",
        why: "the heading of a box beside the article",
        example: "About Author",
    },
    Rule {
        id: "comment-form",
        place: Place::Edge,
        pattern: r"(?i)^(?:leave|post|add|write) (?:a|your) (?:reply|comment)$|^(?:no )?comments?$|^your email address will not be published\..*$",
        why: "the page's comment form",
        example: "Leave a Reply",
    },
    Rule {
        id: "subscribe-box",
        place: Place::Edge,
        pattern: r"(?i)^(?:subscribe|sign up|follow us)\b.{0,80}$",
        why: "asks the reader to subscribe",
        example: "Subscribe to our newsletter",
    },
    Rule {
        id: "unclaimed",
        place: Place::Shape,
        pattern: "",
        why: "stands outside every article",
        example: "",
    },
    Rule { id: "binary-file", place: Place::File, pattern: "", why: "the file is not text", example: "" },
    Rule {
        id: "not-utf-8",
        place: Place::File,
        pattern: "",
        why: "the file's encoding is not read",
        example: "",
    },
    Rule {
        id: "unread-format",
        place: Place::File,
        pattern: "",
        why: "the file's format is not read",
        example: "",
    },
];

static COMPILED: LazyLock<Vec<(&'static Rule, Regex)>> = LazyLock::new(|| {
    RULES
        .iter()
        .filter(|rule| !rule.pattern.is_empty())
        .map(|rule| (rule, Regex::new(rule.pattern).expect("the table's own test compiles every pattern")))
        .collect()
});

/// The compiled pattern of the rule `id`, which has one.
pub(super) fn pattern(id: &'static str) -> &'static Regex {
    let found = COMPILED.iter().find(|(rule, _)| rule.id == id);
    &found.expect("asked only for ids of the table that have a pattern, as its test shows").1
}

/// What a rule took of a line.
#[derive(Debug)]
pub(super) struct Taken {
    /// The rule's id.
    pub(super) rule: &'static str,
    /// Where what it took begins in the line; 0 for all of it.
    pub(super) start: usize,
    /// The name of whoever made the picture, as a range of the line.
    pub(super) photo: Option<std::ops::Range<usize>>,
    /// A note on syndication, as a range of the line.
    pub(super) note: Option<std::ops::Range<usize>>,
}

/// The first rule of `places` that takes `line` (trimmed).
pub(super) fn take(line: &str, places: &[Place]) -> Option<Taken> {
    COMPILED.iter().filter(|(rule, _)| places.contains(&rule.place)).find_map(|(rule, regex)| {
        let found = regex.captures(line)?;
        Some(Taken {
            rule: rule.id,
            start: found.get(0)?.start(),
            photo: found.name("photo").map(|m| m.range()),
            note: found.name("note").map(|m| m.range()),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{COMPILED, Place, RULES, take};

    #[test]
    fn every_rule_takes_its_example() {
        for (rule, regex) in COMPILED.iter() {
            assert!(regex.is_match(rule.example), "{} does not take {:?}", rule.id, rule.example);
            if matches!(rule.place, Place::Line | Place::Edge | Place::LineEnd) {
                let taken = take(rule.example, &[rule.place]).map(|t| t.rule);
                assert_eq!(taken, Some(rule.id), "another rule comes first for {:?}", rule.example);
            }
        }
        let mut ids: Vec<_> = RULES.iter().map(|r| r.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len(), "ids are unique");
    }

    #[test]
    fn sentences_stay() {
        for line in [
            "Share prices fell on Friday.",
            "Related talks were held in Geneva in May.",
            "Comments by the minister drew criticism.",
            "He told reporters to “leave a reply” with his office.",
            "The post was given to a general.",
            "Photo evidence was shown to the council.",
            "Loading docks were hit at the port.",
            "(He did not answer further questions.)",
            "Read more slowly, the treaty says little.",
        ] {
            let taken = take(line, &[Place::Line, Place::Edge, Place::LineEnd]);
            assert!(taken.is_none(), "{line}: {taken:?}");
        }
    }
}
