//! The matcher: one pass over the tokens of a text, leftmost-longest, whole words, no match inside another. It walks a
//! trie of tokens, so that its time does not grow with the number of names.

use super::gazetteer::Gazetteer;
use super::titles::is_before_given_names;
use super::{ActorId, Form, Kind};
use crate::corpus::Article;
use crate::text::hash::WordMap;
use crate::text::{Span, Tokens};
use std::ops::Range;

/// Finds the aliases of a gazetteer in texts.
#[derive(Clone, Debug)]
pub struct Matcher {
    /// The nodes of the trie; the first is its root.
    nodes: Vec<Node>,
    /// The tags of the languages with spellings of their own.
    languages: Vec<String>,
}

/// A node of the trie: all names that share their first tokens.
#[derive(Clone, Debug, Default)]
struct Node {
    /// The index of the node after each token.
    next: WordMap<Box<str>, u32>,
    /// The targets of the names that end here; the first that fits counts.
    targets: Vec<Ending>,
    /// Whether an initial may follow: `Ada B. Example`.
    initial: bool,
}

/// What a name stands for that ends at a node, and where it counts.
#[derive(Clone, Debug)]
struct Ending {
    target: Target,
    /// The number of its language; 0 for all.
    language: u8,
    /// Whether it needs no capital letter.
    any_case: bool,
    /// Whether no space may stand in it: tokens of scripts without spaces are parts of a word.
    whole: bool,
}

/// What a match stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// No actor: a phrase that looks like one and is none.
    Shield,
    /// An actor, by an alias of this form.
    Alias(ActorId, Form),
    /// One of the people who bear this surname.
    Surname(Vec<ActorId>),
    /// One of the people who have this given name, behind a title such as `Sheikh`.
    Given(Vec<ActorId>),
}

/// A match, before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'m> {
    /// Its span, in bytes of the text.
    pub span: Span,
    /// The indices of the tokens that it covers.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub target: &'m Target,
    /// Whether it shares the rest of its name with the match after it.
    pub shared: bool,
}

impl Matcher {
    /// A matcher for every alias and shield of `gazetteer`.
    pub fn new(gazetteer: &Gazetteer) -> Matcher {
        let languages = gazetteer.languages();
        let mut matcher = Matcher { nodes: vec![Node::default()], languages };
        let people: Vec<bool> = gazetteer.actors().map(|a| a.kind == Kind::Person).collect();
        for alias in gazetteer.aliases() {
            let node = matcher.node(&alias.text, alias.actor.is_some_and(|a| people[a.0 as usize]));
            let targets = &mut matcher.nodes[node as usize].targets;
            let shared = targets.iter_mut().find_map(|ending| match &mut ending.target {
                Target::Surname(people) if !alias.titled => Some(people),
                Target::Given(people) if alias.titled => Some(people),
                _ => None,
            });
            let target = match (alias.actor, alias.form, shared) {
                (Some(actor), Form::Surname, Some(people)) => {
                    people.push(actor);
                    continue;
                }
                (Some(actor), Form::Surname, None) if alias.titled => Target::Given(vec![actor]),
                (Some(actor), Form::Surname, None) => Target::Surname(vec![actor]),
                (Some(actor), form, _) => Target::Alias(actor, form),
                (None, ..) => Target::Shield,
            };
            let tied = alias.language > 0;
            let any_case = tied && !alias.text.contains(char::is_uppercase);
            let whole = tied && alias.text.chars().all(char::is_alphanumeric);
            // A title tells more than the name.
            let at = if alias.titled { 0 } else { targets.len() };
            targets.insert(at, Ending { target, language: alias.language, any_case, whole });
        }
        matcher
    }

    /// The index of the node at which `text` ends, with the nodes on the way made; in the name of a `person` an initial
    /// may follow the first word.
    fn node(&mut self, text: &str, person: bool) -> u32 {
        let mut at = 0_u32;
        for (index, token) in Tokens::of(text).iter().enumerate() {
            let fresh = self.nodes.len() as u32;
            let node = &mut self.nodes[at as usize];
            node.initial |= person && index == 1;
            at = *node.next.entry(token.folded.into()).or_insert(fresh);
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        at
    }

    /// The number of the language that `article` is in; 0 for one without spellings of its own.
    pub(super) fn language_of(&self, article: &Article) -> u8 {
        let place = article.language_tag().and_then(|tag| self.languages.iter().position(|own| own == tag));
        place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or_default()
    }

    /// Every match in `text`, whose tokens are `tokens`, in order, by the spellings that count in all languages.
    pub fn find<'m>(&'m self, text: &str, tokens: &Tokens) -> Vec<Match<'m>> {
        self.find_in(0, text, tokens)
    }

    /// Every match in `text`, whose tokens are `tokens`, in order, where it is of the language with this number.
    pub(super) fn find_in<'m>(&'m self, language: u8, text: &str, tokens: &Tokens) -> Vec<Match<'m>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let hit = ship(text, tokens, at).map(|end| (end, &Target::Shield));
            let Some((end, target)) = hit.or_else(|| self.longest(language, text, tokens, at)) else {
                at += 1;
                continue;
            };
            found.push(Match { span: covering(tokens, at..end), tokens: at..end, target, shared: false });
            at = end;
        }
        found
    }

    /// The first target of the name with exactly these folded tokens that counts in all languages and behind any word.
    pub(super) fn named(&self, tokens: &[&str]) -> Option<&Target> {
        let root = self.nodes.first();
        let node = tokens.iter().try_fold(root?, |node, token| {
            node.next.get(*token).and_then(|next| self.nodes.get(*next as usize))
        });
        let everywhere =
            |ending: &&Ending| ending.language == 0 && !matches!(ending.target, Target::Given(_));
        node?.targets.iter().find(everywhere).map(|ending| &ending.target)
    }

    /// The longest name that begins with the token at `from`: the index after its last token, and its target.
    fn longest<'m>(
        &'m self,
        language: u8,
        text: &str,
        tokens: &Tokens,
        from: usize,
    ) -> Option<(usize, &'m Target)> {
        let (mut node, mut at, mut best) = (&self.nodes[0], from, None);
        let titled = || {
            let title = from.checked_sub(1).and_then(|before| tokens.get(before));
            title.zip(tokens.get(from)).is_some_and(|(title, name)| {
                is_before_given_names(title.folded) && name.span.start == title.span.end + 1
            })
        };
        while let Some(token) = tokens.get(at) {
            if at > from && !one_phrase(text, tokens, at - 1) {
                break;
            }
            at += 1;
            match node.next.get(token.folded) {
                Some(next) => node = &self.nodes[*next as usize],
                None if node.initial && is_initial(token.span.of(text)) => continue,
                None => break,
            }
            let span = covering(tokens, from..at);
            // `US$5` is money.
            let money = text[span.end as usize..].starts_with('$');
            let sign = money || is_in_address(text, span) || is_in_a_word(text, span);
            let fits = |ending: &&Ending| {
                !sign
                    && (!matches!(ending.target, Target::Given(_)) || titled())
                    && (ending.language == 0 || ending.language == language)
                    && !(ending.whole && span.of(text).contains(char::is_whitespace))
                    && (ending.any_case || cased(&ending.target, span.of(text)))
            };
            best = node.targets.iter().find(fits).map(|ending| (at, &ending.target)).or(best);
        }
        best
    }
}

/// Whether `span` is part of an address: `Oslo.example`, `@Oslo`.
fn is_in_address(text: &str, span: Span) -> bool {
    let mut after = text[span.end as usize..].chars();
    let dotted = after.next() == Some('.') && after.next().is_some_and(char::is_lowercase);
    dotted || text[..span.start as usize].ends_with('@')
}

/// Whether `span` is part of a longer word in a script whose tokens are parts of words: a run of katakana is one word
/// (`タイ` is none in `タイトル`), and a word in hangul goes on with particles, but begins with its name. A particle
/// may follow quotation marks, too: `’이란`.
fn is_in_a_word(text: &str, span: Span) -> bool {
    // Letters of these scripts have three bytes, in the order of their code points.
    let letter = |at: u32| {
        let bytes = text.as_bytes().get(at as usize..).and_then(<[u8]>::first_chunk::<3>);
        bytes.map_or(0, |[a, b, c]| u32::from_be_bytes([0, *a, *b, *c]))
    };
    let [before, first, last, after] =
        [span.start.wrapping_sub(3), span.start, span.end.wrapping_sub(3), span.end].map(letter);
    // U+30A1 to U+30FA, and U+30FC.
    let kana = |letter: u32| matches!(letter, 0xE3_82_A1..=0xE3_83_BA | 0xE3_83_BC);
    let hangul = |letter: u32| matches!(letter, 0xEA_B0_80..=0xED_9E_A3);
    let closes = |letter: u32| matches!(letter, 0xE2_80_99 | 0xE2_80_9D);
    // The particle that begins like names: `이`.
    let particle = |letter: u32| letter == 0xEC_9D_B4;
    kana(first) && kana(before)
        || kana(last) && kana(after)
        || hangul(first) && (hangul(before) || particle(first) && closes(before))
}

/// Whether `surface` has the capitals that `target` asks for: names have one somewhere (`north Korea` is a slip that
/// counts, `turkey` is a bird), and acronyms are capitals throughout (`US`, `U.S.`, but not `us`).
fn cased(target: &Target, surface: &str) -> bool {
    let lower = surface.contains(char::is_lowercase);
    match target {
        Target::Alias(_, Form::Acronym) => !lower,
        _ => !lower || surface.contains(char::is_uppercase),
    }
}

/// Whether `token` is a single capital letter, as in the middle of a name.
fn is_initial(token: &str) -> bool {
    let mut letters = token.trim_end_matches('.').chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// The span from the first to the last byte of the tokens in `range`, which is not empty.
pub(super) fn covering(tokens: &Tokens, range: Range<usize>) -> Span {
    let start = tokens.get(range.start).map_or(0, |t| t.span.start);
    let end = tokens.get(range.end.saturating_sub(1)).map_or(start, |t| t.span.end);
    Span { start, end }
}

/// Whether the tokens at `at` and `at + 1` can belong to one name: nothing but space, one hyphen, a possessive
/// or the period of a short form (`St. Lucia`, `Ada B. Example`) between them.
pub(super) fn one_phrase(text: &str, tokens: &Tokens, at: usize) -> bool {
    let (Some(left), Some(right)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let gap = Span { start: left.span.end, end: right.span.start }.of(text);
    if gap == " " {
        return true;
    }
    let gap = match gap.strip_prefix('.') {
        Some(rest) if is_shortened(left.folded) => rest,
        _ => gap,
    };
    let mut marks = gap.chars();
    match marks.next() {
        Some('-' | '‐' | '‑' | '–') => marks.next().is_none(),
        Some('\'' | '’') => {
            let rest = marks.as_str();
            rest.strip_prefix(['s', 'S']).unwrap_or(rest).chars().all(char::is_whitespace)
        }
        _ => gap.chars().all(char::is_whitespace),
    }
}

/// Whether a period after this token ends a short form and no sentence.
pub(super) fn is_shortened(folded: &str) -> bool {
    const SHORTENED: &[&str] = &[
        "st", "ste", "mr", "mrs", "ms", "dr", "gen", "sen", "gov", "rep", "lt", "col", "capt", "adm", "prof",
        "vs", "ee",
    ];
    folded.chars().nth(1).is_none() || SHORTENED.contains(&folded)
}

/// The index after the last token of a ship's name at `at`: `USS` and up to three capitalised words.
fn ship(text: &str, tokens: &Tokens, at: usize) -> Option<usize> {
    let first = tokens.get(at).filter(|t| t.folded == "uss")?;
    let capital = |i: usize| tokens.get(i).is_some_and(|t| t.span.of(text).starts_with(char::is_uppercase));
    if first.span.of(text) != "USS" || !capital(at + 1) {
        return None;
    }
    let mut end = at + 1;
    while end <= at + 3 && capital(end) && one_phrase(text, tokens, end - 1) {
        end += 1;
    }
    Some(end)
}
