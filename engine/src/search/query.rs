//! The query language.
//!
//! ```text
//! kim putin              both words
//! "spy satellite"        the phrase
//! kim OR putin           either
//! -japan, NOT japan      not that word
//! (kim OR putin) treaty  groups
//! missil*, m?ssile       words of this shape: * is any letters, ? is one
//! stoltenburg~           one letter added, left out or replaced; ~2: two
//! "kim putin"~8          these words in any order, the last at most 8 after the first
//! title:balloons         in one place: title, body, source or url
//! actor:north-korea      mentions this actor
//! form:demonym           has a mention by name, acronym, short, demonym, metonym, place or surname; beside actor: one of that actor
//! date:2024-06           published in this year, month or day
//! date:2024-06..2024-07  published from one to the other; either may be missing
//! before:2024            published before it begins
//! after:2024-05          published after it ends
//! is:undated             without a date
//! ```
//!
//! NOT binds closest, then juxtaposition (and `AND`), then `OR`. A field takes the word, the phrase or the group right
//! after it. `actor:` and `form:` side by side ask for one mention that is both, as in `actor:norway form:demonym` or
//! in `actor:(norway OR sweden) form:(name OR demonym)`; of two actors each has such a mention. What is negated, or
//! stands in a group with something else, is asked for by itself. Between quotation marks every sign is text, and at
//! the end of a word a `?` ends a question; a sign that stands alone, a colon at the end of a word and capitals of a
//! headline are text. Hyphens make no difference: `well-being` finds `wellbeing` and `well being`,
//! and `wellbeing` finds `well-being`. A link is searched in the texts and among the links of the articles. Parsing is
//! lenient: every input is a query, and what could not be understood is a problem with its span; the rest is searched.

use super::parser::{self, Syntax};
use super::tree::Node;
use crate::text::{Problem, Span};

/// The language as its readers see it: what is typed, and what it finds. The table above and that of
/// `docs/search.md` are the same.
pub const LANGUAGE: [(&str, &str); 16] = [
    ("kim putin", "both words"),
    ("\"spy satellite\"", "the phrase"),
    ("kim OR putin", "either"),
    ("-japan, NOT japan", "not that word"),
    ("(kim OR putin) treaty", "groups"),
    ("missil*, m?ssile", "words of this shape: * is any letters, ? is one"),
    ("stoltenburg~", "one letter added, left out or replaced; ~2: two"),
    ("\"kim putin\"~8", "these words in any order, the last at most 8 after the first"),
    ("title:balloons", "in one place: title, body, source or url"),
    ("actor:north-korea", "mentions this actor"),
    (
        "form:demonym",
        "has a mention by name, acronym, short, demonym, metonym, place or surname; beside actor: one of that actor",
    ),
    ("date:2024-06", "published in this year, month or day"),
    ("date:2024-06..2024-07", "published from one to the other; either may be missing"),
    ("before:2024", "published before it begins"),
    ("after:2024-05", "published after it ends"),
    ("is:undated", "without a date"),
];

/// A query as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The syntax tree; `None` asks for everything.
    pub tree: Option<Node>,
    /// What was not understood, with spans in bytes of the query's text.
    pub problems: Vec<Problem>,
    /// The ids of the actors that it names, with their spans in bytes of the query's text.
    pub actors: Vec<(String, Span)>,
    /// The last of them, where somebody is still typing it: it stands for every actor called so.
    pub(super) begun: Option<String>,
}

/// Bytes of a query that are read at most. With the limits of the parser it bounds the time of an answer.
const LONGEST: usize = 4096;

impl Query {
    /// Parses `text`; every text is a query, and what is not understood is a problem.
    pub fn parse(text: &str) -> Query {
        Query::read(text, false)
    }

    /// Parses `text` while somebody is typing it: the last word is the beginning of one, until a blank or a closing
    /// quotation mark ends it; an exclusion at the end is left out so long; and what may still come is no problem. It
    /// finds all that [`Query::parse`] finds, and more.
    pub fn as_typed(text: &str) -> Query {
        Query::read(text, true)
    }

    fn read(text: &str, typing: bool) -> Query {
        let read = &text[..text.floor_char_boundary(LONGEST)];
        let Syntax { tree, mut problems, actors, begun } =
            parser::parse(read, typing && read.len() == text.len());
        if read.len() < text.len() {
            let message = format!(
                "expected at most {LONGEST} bytes in a query, found {}; the rest is left out",
                text.len()
            );
            problems.push(Problem::new(Span::new(read.len(), text.len()), message));
        }
        Query { tree, problems, actors, begun }
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    fn shown(query: &Query) -> String {
        query.tree.as_ref().map_or("-".to_owned(), |t| format!("{t:?}"))
    }

    #[test]
    fn reads_every_input() {
        for (text, tree) in [
            ("", "-"),
            ("   ", "-"),
            ("kim", "kim"),
            ("or", "or"),
            ("Kim  Putin", "(and kim putin)"),
            ("\"Spy Satellite\"", "\"spy satellite\""),
            ("“spy satellite”", "\"spy satellite\""),
            ("Jong-un", "jong-un"),
            ("title:vis-à-vis -Well-being 2-0", "(and title:vis-a-vis (not well-being) \"2 0\")"),
            ("Who pays?", "(and who pays)"),
            ("Well-being?! m?ssile s*y?", "(and well-being m?ssile s*y?)"),
            ("U.S.", "us"),
            ("kim OR putin", "(or kim putin)"),
            ("kim or putin", "(and kim or putin)"),
            ("a b OR c d", "(or (and a b) (and c d))"),
            ("(a OR b) c", "(and (or a b) c)"),
            ("-japan", "(not japan)"),
            ("kim NOT japan", "(and kim (not japan))"),
            ("kim -\"far east\"", "(and kim (not \"far east\"))"),
            ("NOT NOT a", "a"),
            ("-(a b)", "(not (and a b))"),
            ("missil*", "missil*"),
            ("kim –japan", "(and kim (not japan))"),
            ("10:30", "\"10 30\""),
            ("https://www.example.org/?a=1", "(or \"example org a 1\" url:\"example org a 1\")"),
            ("example.org/a_(b)?c=1", "(or \"example org a b c 1\" url:\"example org a b c 1\")"),
            ("(https://example.org/a)", "(or \"example org a\" url:\"example org a\")"),
            // Signs of a headline.
            ("Kim: “no talks” – what now?", "(and kim \"no talks\" what now)"),
            ("After: the storm … & then - peace", "(and after the storm then peace)"),
            ("KIM NOT PUTIN", "(or (and kim (not putin)) \"kim not putin\")"),
            ("url:story.php?id=7", "url:\"story php id 7\""),
            ("a AND b", "(and a b)"),
            ("Mis*LE? *gate", "(and mis*le? *gate)"),
            ("spy-sat* a**", "(and spy-sat* a*)"),
            ("북한*", "북-한*"),
            ("\"5* OR -b\"", "\"5 or b\""),
            ("Stoltenburg~ kim~1 japan~2", "(and stoltenburg~ kim~ japan~2)"),
            ("\"kim putin\"~8", "\"kim putin\"~8"),
            ("title:Balloons", "title:balloons"),
            ("TITLE:\"spy satellite\"", "title:\"spy satellite\""),
            ("title:(kim OR put*) x", "(and (or title:kim title:put*) x)"),
            ("-source:yonhap url:2024", "(and (not source:yonhap) url:2024)"),
            ("body:\"a b\"~3", "body:\"a b\"~3"),
            ("actor:north-korea actor:\"Kim Jong Un\"", "(and actor:north-korea actor:kim-jong-un)"),
            ("actor:(russia OR china)", "(or actor:russia actor:china)"),
            ("form:demonym is:undated", "(and form:demonym is:undated)"),
            ("date:2024", "date:2024-01-01..2024-12-31"),
            ("date:2024-02", "date:2024-02-01..2024-02-29"),
            ("date:2024-06-28", "date:2024-06-28"),
            ("date:2024-06..2024-07-04", "date:2024-06-01..2024-07-04"),
            ("date:..2024 date:2023..", "(and date:..2024-12-31 date:2023-01-01..)"),
            ("before:2024 after:2024-05", "(and date:..2023-12-31 date:2024-06-01..)"),
            ("before:2024-03 after:2024-12-31", "(and date:..2024-02-29 date:2025-01-01..)"),
        ] {
            let query = Query::parse(text);
            assert_eq!(shown(&query), tree, "{text}");
            assert_eq!(query.problems, [], "{text}");
            let again = query.tree.as_ref().map_or(String::new(), ToString::to_string);
            assert_eq!(Query::parse(&again).tree, query.tree, "{text} is printed as {again}");
            assert_eq!(Query::parse(&format!(" {text}")).tree, query.tree, "{text} after a space");
        }
    }

    #[test]
    fn names_what_it_does_not_understand() {
        const FIELDS: &str = "the fields are title, body, source, url, actor, form, date, before, after, is";
        for (text, tree, span, message) in [
            (
                "\"spy sat",
                "\"spy sat\"",
                0..8,
                "expected a closing quotation mark, found the end; the rest is the phrase",
            ),
            ("(a b", "(and a b)", 0..1, "expected `)`, found the end; the group ends there"),
            ("a ) b", "(and a b)", 2..3, "found `)` without a `(` before it; it is left out"),
            ("()", "-", 0..2, "found an empty group; it is left out"),
            ("OR a", "a", 0..2, "expected words on both sides of OR; it is left out"),
            ("a OR", "a", 2..4, "expected words on both sides of OR; it is left out"),
            ("a AND", "a", 2..5, "expected words on both sides of AND; it is left out"),
            ("a NOT", "a", 2..5, "expected words after NOT; it is left out"),
            ("…", "-", 0..3, "expected letters or digits; it is left out"),
            ("title:…", "-", 6..9, "expected letters or digits; it is left out"),
            ("a~9", "a", 0..3, "expected `~` or `~2` after a word, found `~9`; it is left out"),
            ("?", "-", 0..1, "expected letters or digits; it is left out"),
            (
                "a w/5 b",
                "(and a b)",
                2..5,
                "`w/5` is no operator here; near each other are words as `\"kim putin\"~8`. It is left out",
            ),
            (
                "\"a* b\"",
                "\"a b\"",
                0..6,
                "found `*` between quotation marks, where every sign is text; the phrase of these shapes is `a*-b`",
            ),
            ("a-b~", "\"a b\"", 0..4, "expected one plain word before `~`; it is searched as it stands"),
            ("\"a b\"~x", "\"a b\"", 0..7, "expected a number of words as `~8`, found `~x`; it is left out"),
            ("title: a", "a", 0..6, "needs a word right after the colon; it is left out"),
            (
                "titel:a",
                "\"titel a\"",
                0..7,
                "no field is called `titel`; did you mean `title:`? The words are searched",
            ),
            (
                "foobar:a",
                "\"foobar a\"",
                0..8,
                &format!("no field is called `foobar`; {FIELDS}. The words are searched"),
            ),
            (
                "date:2024-02-30",
                "-",
                5..15,
                "expected a date as 2024, 2024-06 or 2024-06-28, found `2024-02-30`; it is left out",
            ),
            (
                "date:2024..2023",
                "-",
                5..15,
                "expected a range that runs forward, found `2024..2023`; it is left out",
            ),
            ("is:dated", "-", 3..8, "expected `is:undated`, found `is:dated`; it is left out"),
            (
                "form:acronim",
                "-",
                5..12,
                "expected a form, found `acronim`: did you mean `acronym`?; it is left out",
            ),
        ] {
            let query = Query::parse(text);
            assert_eq!(shown(&query), tree, "{text}");
            let found: Vec<_> = query.problems.iter().map(|p| (p.span.range(), p.message.as_str())).collect();
            assert_eq!(found, [(span, message)], "{text}");
        }
    }

    #[test]
    fn a_query_that_is_being_typed_ends_in_a_beginning() {
        for (text, tree) in [
            ("k", "(or k k*)"),
            ("russian missile", "(and russian (or missile missile*))"),
            ("russian missile ", "(and russian missile)"),
            ("\"north kor", "(or \"north kor\" north-kor*)"),
            ("\"north ", "north"),
            ("\"north korea\"", "\"north korea\""),
            ("north-kor", "(or north-kor north-kor* northkor*)"),
            ("source:reu", "(or source:reu source:reu*)"),
            ("title:(a b", "(and title:a (or title:b title:b*))"),
            ("missil*", "missil*"),
            ("stoltenb~", "stoltenb~"),
            ("북한", "(or \"북 한\" 북-한*)"),
            ("Who pays?", "(and who (or pays pays*))"),
            (
                "example.org/a",
                "(or (or \"example org a\" example-org-a*) (or url:\"example org a\" url:example-org-a*))",
            ),
            // What is being excluded is not missed yet.
            ("japan -dol", "japan"),
            ("japan -dol ", "(and japan (not dol))"),
            ("japan -\"far ea", "japan"),
            ("japan -(a b", "japan"),
            ("japan -(a b)", "(and japan (not (and a b)))"),
            ("japan NOT", "japan"),
            // What may still come is no problem.
            ("kim OR", "kim"),
            ("kim OR ", "kim"),
            ("kim (", "kim"),
            ("kim (a OR", "(and kim a)"),
            ("actor:", "-"),
            ("form:dem", "-"),
            ("form:demonym", "form:demonym"),
            ("date:202", "-"),
            ("date:2024", "date:2024-01-01..2024-12-31"),
            ("actor:kor", "actor:kor"),
            ("\"a b\"~", "\"a b\""),
            ("titel:a", "(or \"titel a\" titel-a*)"),
        ] {
            let query = Query::as_typed(text);
            assert_eq!(shown(&query), tree, "{text}");
            assert_eq!(query.problems, [], "{text}");
        }
        // Of what is finished, everything is.
        assert_eq!(Query::as_typed("titel:a b").problems.len(), 1);
        assert_eq!(Query::as_typed(&"é ".repeat(4000)), Query::parse(&"é ".repeat(4000)));
    }

    #[test]
    fn survives_depth_and_length() {
        let deep = "(".repeat(100_000);
        assert!(!Query::parse(&deep).problems.is_empty());
        assert!(!Query::parse(&")".repeat(10_000)).problems.is_empty());
        assert!(Query::parse(&"a)".repeat(100_000)).tree.is_some());
        Query::parse(&"-".repeat(100_000));
        Query::parse(&format!("{}a", "NOT ".repeat(100_000)));
        for (text, words) in [
            ("é ".repeat(4000), 64),
            ("a* ".repeat(9), 5),
            ("ab* ".repeat(70), 64),
            ("is:".repeat(5000), 0),
            ("actor:a ".repeat(100), 64),
        ] {
            let query = Query::parse(&text);
            let found = query.tree.as_ref().map_or(0, |t| t.to_string().split(' ').count());
            assert_eq!(found, words);
            assert!(!query.problems.is_empty());
        }
    }
}
