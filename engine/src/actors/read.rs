//! One zone of an article with its matches, and those that share the rest of their name with the next:
//! `North and South Korean troops`.

use super::matcher::{Match, Matcher, Target, covering};
use super::{Form, Zone};
use crate::corpus::{Article, BlockKind};
use crate::text::Tokens;
use crate::text::Words;

/// One zone of an article with its matches.
pub(super) struct Read<'a> {
    pub(super) zone: Zone,
    /// The number of its language; 0 for one without spellings of its own, which is read as English.
    pub(super) language: u8,
    /// Whether its language writes every noun with a capital letter.
    pub(super) capital_nouns: bool,
    /// Whether it is a title or heading whose words are capitalised, so that a capital letter says nothing.
    pub(super) headline: bool,
    /// Whether it is in capitals throughout.
    pub(super) capitals: bool,
    pub(super) text: &'a str,
    pub(super) tokens: Tokens,
    pub(super) found: Vec<Match<'a>>,
}

impl<'a> Read<'a> {
    pub(super) fn new(matcher: &'a Matcher, article: &Article, zone: Zone, text: &'a str) -> Read<'a> {
        let tokens = Tokens::of(text);
        let language = matcher.language_of(article);
        let capital_nouns = article.language_tag() == Some("de");
        let found = matcher.find_in(language, text, &tokens);
        let headline = match zone {
            Zone::Title => true,
            Zone::Block(index) => {
                article.blocks.get(index as usize).is_some_and(|b| b.kind == BlockKind::Heading)
            }
        };
        let headline = headline && !is_like_a_sentence(text, &tokens);
        // Two words may both be acronyms.
        let capitals = !found.is_empty() && tokens.len() > 2 && !text.contains(char::is_lowercase);
        let mut read = Read { zone, language, capital_nouns, headline, capitals, text, tokens, found };
        read.add_first_parts(matcher);
        read.add_shared(matcher);
        read
    }

    /// Whether a capital letter says something in it: it is no headline in title case, and not in capitals throughout.
    pub(super) fn capitals_tell(&self) -> bool {
        !self.headline && !self.capitals
    }

    /// Adds a match for each first part of a compound whose second part is a match: `Franco-German`.
    fn add_first_parts(&mut self, matcher: &'a Matcher) {
        let mut at = 0;
        while at < self.found.len() {
            let part = self.first_part(&self.found[at], matcher);
            at += 1;
            if let Some(part) = part {
                self.found.insert(at - 1, part);
                at += 1;
            }
        }
    }

    /// The match of the first part of a compound, before its second part.
    fn first_part(&self, second: &Match<'_>, matcher: &'a Matcher) -> Option<Match<'a>> {
        let at = second.tokens.start.checked_sub(1)?;
        let token = self.tokens.get(at)?;
        let (_, whole) = FIRST_PARTS.iter().find(|(part, _)| *part == token.folded)?;
        let gap = self.text.get(token.span.end as usize..second.span.start as usize)?;
        let fits = (self.language > 0 || token.span.of(self.text).starts_with(char::is_uppercase))
            && matches!(second.target, Target::Alias(..))
            && matches!(gap, "-" | "‑" | "–");
        let target = matcher.named(&[*whole]).filter(|_| fits)?;
        Some(Match { span: token.span, tokens: at..at + 1, target, shared: false })
    }

    /// Adds a match for each word that shares the rest of its name with the match after it.
    fn add_shared(&mut self, matcher: &'a Matcher) {
        let mut at = 0;
        while at < self.found.len() {
            let next = &self.found[at];
            let named = self.sharer(next).and_then(|first| {
                let rest = next.tokens.clone().skip(1);
                let names: Vec<&str> = std::iter::once(first)
                    .chain(rest)
                    .filter_map(|i| Some(self.tokens.get(i)?.folded))
                    .collect();
                Some((first, matcher.named(&names)?))
            });
            let different = |target: &Target| match (target, next.target) {
                (Target::Alias(a, Form::Name | Form::Demonym), Target::Alias(b, _)) => a != b,
                _ => false,
            };
            let here = at;
            at += 1;
            let Some((first, target)) = named.filter(|(_, target)| different(target)) else { continue };
            let tokens = first..first + 1;
            let shared = Match { span: covering(&self.tokens, tokens.clone()), tokens, target, shared: true };
            // A short form that stood alone there (`North`) gives way; any other match stays.
            match self.found[..here].iter_mut().rfind(|f| f.tokens.contains(&first)) {
                Some(short) if matches!(short.target, Target::Alias(_, Form::Short)) => *short = shared,
                Some(_) => {}
                None => {
                    self.found.insert(here, shared);
                    at += 1;
                }
            }
        }
    }

    /// The index of the token before `next` that may share its rest: a capitalised one, with `and`, `or`, a comma, a
    /// hyphen or a slash between.
    fn sharer(&self, next: &Match<'_>) -> Option<usize> {
        let start = next.tokens.start;
        if next.tokens.len() < 2 || !matches!(next.target, Target::Alias(_, Form::Name | Form::Demonym)) {
            return None;
        }
        let before = self.tokens.get(start.checked_sub(1)?)?;
        let first = if matches!(before.folded, "and" | "or") { start.checked_sub(2)? } else { start - 1 };
        let (left, right) = (self.tokens.get(first)?, self.tokens.get(first + 1)?);
        let gap = self.text.get(left.span.end as usize..right.span.start as usize)?;
        let joined = match first + 1 == start {
            true => matches!(gap, ", " | "-" | "–" | "/"),
            false => gap == " ",
        };
        (joined && left.span.of(self.text).starts_with(char::is_uppercase)).then_some(first)
    }
}

/// First parts of compounds, each with the adjective that it stands for.
const FIRST_PARTS: &[(&str, &str)] = &[
    ("anglo", "british"),
    ("austro", "austrian"),
    ("dano", "danish"),
    ("franco", "french"),
    ("germano", "german"),
    ("graeco", "greek"),
    ("greco", "greek"),
    ("hispano", "spanish"),
    ("indo", "indian"),
    ("israelo", "israeli"),
    ("italo", "italian"),
    ("luso", "portuguese"),
    ("nippo", "japanese"),
    ("polono", "polish"),
    ("russo", "russian"),
    ("sino", "chinese"),
    ("turco", "turkish"),
    ("turko", "turkish"),
    ("ukraino", "ukrainian"),
];

/// The words of four letters and more that headlines in title case write in lower case.
static SMALL: Words = Words::new(
    "with from over into amid than that after before about under upon until since during against near like when \
    while versus across among",
);

/// The least length of a word that is capitalised in title case, in bytes.
const TITLE_CASED: usize = 4;

/// Whether a headline is written as sentences are: a longer word of it is in lower case.
fn is_like_a_sentence(text: &str, tokens: &Tokens) -> bool {
    tokens.iter().any(|token| {
        token.folded.len() >= TITLE_CASED
            && token.span.of(text).starts_with(char::is_lowercase)
            && !SMALL.contains(token.folded)
    })
}
