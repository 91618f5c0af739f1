//! Translations: a query in the language of another program, said in ours. The sources are the manuals of Lexis,
//! Factiva, ProQuest, Google, Lucene and Kibana.

use super::Query;
use super::field::Field;
use super::lexeme::{Lexeme, Quoted, field_name, lex};
use super::nearness::{nearness, nearness_in_capitals};
use super::words::is_link;
use crate::text::Span;

/// A query as this language has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// What is said before the query: `Within 5 words:`.
    pub says: String,
    /// The query.
    pub query: String,
}

/// The query `text` in this language, where it has signs that mean something to other programs and not here.
pub fn translation(text: &str) -> Option<Translation> {
    let lexemes = lex(text);
    let mut translator = Translator {
        text,
        lexemes: &lexemes,
        at: 0,
        out: Vec::new(),
        within: None,
        plain: !in_lower_case(text),
    };
    while translator.at < lexemes.len() {
        translator.step();
    }
    let mut query = String::new();
    for piece in &translator.out {
        if piece.apart && !query.is_empty() {
            query.push(' ');
        }
        query.push_str(&piece.text);
    }
    let (before, after) = (Query::parse(text), Query::parse(&query));
    let better =
        after.tree.is_some() && after.tree != before.tree && after.problems.len() <= before.problems.len();
    let says = match translator.within {
        Some(1) => "Side by side, in any order:".to_owned(),
        Some(within) => format!("Within {within} words:"),
        None => "Written here:".to_owned(),
    };
    better.then_some(Translation { says, query })
}

/// `text` with `and`, `or` and `not` in lower case as operators; `None` where it has none of them.
pub(crate) fn with_operators(text: &str) -> Option<String> {
    let lexemes = lex(text);
    let mut found = false;
    let words: Vec<&str> = lexemes
        .iter()
        .map(|(lexeme, span)| {
            let operator = match lexeme {
                Lexeme::Bare("and") => "AND",
                Lexeme::Bare("or") => "OR",
                Lexeme::Bare("not") => "NOT",
                _ => return span.of(text),
            };
            found = true;
            operator
        })
        .collect();
    let query = words.join(" ");
    (found && Query::parse(&query).problems.is_empty()).then_some(query)
}

fn in_lower_case(text: &str) -> bool {
    text.contains(char::is_lowercase)
}

/// A piece of the translation.
struct Written {
    text: String,
    /// Whether a blank stands before it.
    apart: bool,
    /// The words of an operand, with how far apart they may stand.
    operand: Option<(Vec<String>, u32)>,
}

struct Translator<'q> {
    text: &'q str,
    lexemes: &'q [(Lexeme<'q>, Span)],
    at: usize,
    out: Vec<Written>,
    /// The first distance that was asked for.
    within: Option<u32>,
    /// Whether words in capitals are words: no other stands in small letters.
    plain: bool,
}

impl<'q> Translator<'q> {
    /// The lexeme so many places on, and whether it touches the one before it.
    fn ahead(&self, by: usize) -> Option<(Lexeme<'q>, bool)> {
        let (lexeme, span) = self.lexemes.get(self.at + by)?;
        let touches = (self.at + by).checked_sub(1).and_then(|at| self.lexemes.get(at));
        Some((*lexeme, touches.is_some_and(|(_, before)| before.end == span.start)))
    }

    fn add(&mut self, text: String) {
        let operand = self.operand(0);
        let apart = self.ahead(0).is_none_or(|(_, touches)| !touches);
        self.out.push(Written { text, apart, operand });
    }

    /// The words of the lexeme so many places on, where it is a word or a phrase without any sign.
    fn operand(&self, by: usize) -> Option<(Vec<String>, u32)> {
        let (lexeme, touches) = self.ahead(by)?;
        let words = match lexeme {
            Lexeme::Bare(word) if !word.contains(['*', '?', '~', ':']) && !touches => vec![word.to_owned()],
            Lexeme::Quoted(Quoted { text, closed: true, near: None }) if !touches && !text.contains('*') => {
                text.split_whitespace().map(str::to_owned).collect()
            }
            _ => return None,
        };
        let further = words.len().saturating_sub(1) as u32;
        (!words.is_empty()).then_some((words, further))
    }

    fn step(&mut self) {
        let (lexeme, span) = self.lexemes[self.at];
        let source = span.of(self.text);
        match lexeme {
            Lexeme::Bare(word) if !is_link(word) => {
                if !self.near(word) {
                    self.word(word);
                }
            }
            Lexeme::Field(Field::Date) => match self.ahead(1) {
                Some((Lexeme::Bare(value), true)) => self.date(value),
                _ => self.add(source.to_owned()),
            },
            _ => self.add(source.to_owned()),
        }
        self.at += 1;
    }

    /// Reads an operator that asks for words near each other, with the operands on both sides of it.
    fn near(&mut self, word: &str) -> bool {
        let number = |lexeme| match lexeme {
            Some((Lexeme::Bare(number), _)) => number.parse::<u32>().ok(),
            _ => None,
        };
        let (within, length) = match (self.ahead(1), self.ahead(3)) {
            (Some((Lexeme::Open, true)), Some((Lexeme::Close, _))) if word == "AROUND" => {
                (number(self.ahead(2)), 4)
            }
            _ => (nearness(word).or_else(|| nearness_in_capitals(word).filter(|_| !self.plain)), 1),
        };
        let before = self.out.last().and_then(|piece| piece.operand.clone());
        let (Some(within), Some((mut words, reach)), Some((more, further))) =
            (within, before, self.operand(length))
        else {
            return false;
        };
        words.extend(more);
        let reach = reach + further + within.max(1);
        if let Some(piece) = self.out.last_mut() {
            piece.text = format!("\"{}\"~{reach}", words.join(" "));
            piece.operand = Some((words, reach));
        }
        self.within = self.within.or(Some(within.max(1)));
        self.at += length;
        true
    }

    fn word(&mut self, word: &str) {
        let rest = |sign: char| word.strip_prefix(sign).filter(|rest| rest.starts_with(char::is_alphabetic));
        let is_between = !self.out.is_empty() && self.ahead(1).is_some();
        // A weight, as in `kim^2`, and a likeness, as in `kim~0.8`.
        // The standard library's reading of a float would bring a table of 10 KB.
        let number = |text: &str| {
            let digits = text.replacen('.', "", 1);
            !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
        };
        let weighed =
            word.rsplit_once('^').filter(|(_, weight)| number(weight)).map(|(word, _)| word.to_owned());
        let alike =
            word.split_once("~0.").filter(|(_, rest)| number(rest)).map(|(word, _)| format!("{word}~"));
        let named = field_name(word)
            .filter(|name| name.len() + 1 < word.len() || matches!(self.ahead(1), Some((_, true))))
            .and_then(|name| Some((name, Field::meant(name)?)));
        let opens = matches!(self.ahead(1), Some((Lexeme::Open, true)));
        let text = match word {
            "|" | "||" if is_between => "OR".to_owned(),
            "&&" if is_between => "AND".to_owned(),
            _ => {
                if let Some(rest) = rest('!') {
                    format!("-{rest}")
                } else if let Some(rest) = rest('+') {
                    rest.to_owned()
                } else if let Some((name, field)) = named {
                    format!("{field}{}", &word[name.len()..])
                } else if let Some(field) = Field::of_other(word).filter(|_| opens) {
                    format!("{field}:")
                } else {
                    weighed.or(alike).unwrap_or_else(|| word.to_owned())
                }
            }
        };
        self.add(text);
    }

    /// The value of `date:` in other programs: `[2024-01 TO 2024-06]`, `>=2024`.
    fn date(&mut self, value: &str) {
        let range = match (value.strip_prefix(['[', '{']), self.ahead(2), self.ahead(3)) {
            (Some(from), Some((Lexeme::Bare("TO"), _)), Some((Lexeme::Bare(to), _))) => {
                to.strip_suffix([']', '}']).map(|to| {
                    let open = |day: &str| if day == "*" { String::new() } else { day.to_owned() };
                    (format!("date:{}..{}", open(from), open(to)), 3)
                })
            }
            _ => None,
        };
        let signs: [(&str, &str, &str); 4] =
            [(">=", "date:", ".."), ("<=", "date:..", ""), (">", "after:", ""), ("<", "before:", "")];
        let compared = signs.iter().find_map(|(sign, before, after)| {
            value.strip_prefix(sign).map(|day| (format!("{before}{day}{after}"), 1))
        });
        let (text, length) = range.or(compared).unwrap_or_else(|| (format!("date:{value}"), 1));
        self.add(text);
        self.at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::{translation, with_operators};

    #[test]
    fn what_other_programs_read_is_said_in_this_language() {
        for (typed, query) in [
            ("kim w/5 putin", "\"kim putin\"~5"),
            ("kim NEAR/5 putin treaty", "\"kim putin\"~5 treaty"),
            ("treaty \"spy satellite\" pre/3 launch", "treaty \"spy satellite launch\"~4"),
            ("kim w/5 putin w/3 xi", "\"kim putin xi\"~8"),
            ("kim adj5 putin", "\"kim putin\"~5"),
            ("kim ADJ putin", "\"kim putin\"~1"),
            ("kim /s putin", "\"kim putin\"~25"),
            ("kim AROUND(4) putin", "\"kim putin\"~4"),
            ("kim || putin", "kim OR putin"),
            ("kim && !japan", "kim AND -japan"),
            ("intitle:treaty", "title:treaty"),
            ("headline:\"spy satellite\"", "title:\"spy satellite\""),
            ("HEADLINE(spy satellite)", "title:(spy satellite)"),
            ("titel:treaty", "title:treaty"),
            ("date:[2024-01 TO 2024-06]", "date:2024-01..2024-06"),
            ("date:>=2024-06", "date:2024-06.."),
            ("kim date:<2024", "kim before:2024"),
            ("kim^2 stoltenburg~0.8", "kim stoltenburg~"),
        ] {
            assert_eq!(translation(typed).map(|t| t.query).as_deref(), Some(query), "{typed}");
        }
        assert_eq!(translation("kim w/5 putin").map(|t| t.says).as_deref(), Some("Within 5 words:"));
    }

    #[test]
    fn what_is_ours_stays() {
        for typed in [
            "",
            "kim putin",
            "\"kim putin\"~5",
            "title:treaty -japan",
            "BLAST NEAR KABUL",
            "w/5 kim",
            "missil* w/5 kim",
            "https://example.org/a|b?c=+d",
            "Kim: who, what, and why?",
            "Stop! Now",
            "date:2024-01..2024-06",
        ] {
            assert_eq!(translation(typed), None, "{typed}");
        }
    }

    #[test]
    fn words_may_have_been_operators() {
        for (typed, query) in [
            ("kim or putin", Some("kim OR putin")),
            ("kim and not japan", Some("kim AND NOT japan")),
            ("not", None),
            ("kim putin", None),
            ("\"now or never\"", None),
        ] {
            assert_eq!(with_operators(typed).as_deref(), query, "{typed}");
        }
    }
}
