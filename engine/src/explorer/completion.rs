//! Completions of the word that a reader is typing, and corrections of a query that finds nothing.

use super::spellings::begins;
use super::{ActorCount, Explorer, Selection};
use crate::actors::{Actor, Form};
use crate::order;
use crate::search::Query;
use crate::text::Tokens;
use crate::view::View;
use std::cmp::Reverse;

/// A completion of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The word or the name that is offered.
    pub label: String,
    /// The kind of what is offered.
    pub kind: CompletionKind,
    /// The number of articles that hold the word, mention the actor or come from the outlet.
    pub articles: u32,
    /// The whole query with the completion in it.
    pub query: String,
}

/// What a completion offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A word of the texts.
    Word,
    /// An actor.
    Actor,
    /// An outlet.
    Outlet,
    /// Another value of a field.
    Value,
}

impl CompletionKind {
    /// The name of the kind on the page.
    pub fn name(self) -> &'static str {
        match self {
            CompletionKind::Word => "word",
            CompletionKind::Actor => "actor",
            CompletionKind::Outlet => "source",
            CompletionKind::Value => "value",
        }
    }
}

/// The most completions of each kind.
const MOST: usize = 6;

impl Explorer {
    /// Completions of the last word of `query`: actors and outlets with a word that begins so, whatever the texts call
    /// them, then words of the texts that begin so or nearly so; behind the name of a field, its values. Empty where the
    /// query ends in neither.
    pub fn completions(&self, query: &str) -> Vec<Completion> {
        if let Some(field) = query.split([' ', '(']).next_back().and_then(|term| term.strip_suffix(':')) {
            return self.values_of(query, field.trim_start_matches('-'));
        }
        let tokens = Tokens::of(query);
        let last = tokens.len().checked_sub(1).and_then(|at| tokens.get(at));
        let Some(typed) = last.filter(|t| t.span.end as usize == query.len()) else { return Vec::new() };
        // A field that is being typed says what is wanted.
        let term = query.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '"')).map_or(0, |at| at + 1);
        let term = query.get(term..).unwrap_or_default();
        let bare = term.strip_prefix('-').unwrap_or(term);
        let field = ["actor:", "source:"].into_iter().find(|field| bare.starts_with(field));
        let head = |length: usize| &query[..query.len() - length];
        let value = head(bare.len());
        let mut all = Vec::new();
        if field != Some("source:") {
            all.extend(self.actors_called(typed.folded).into_iter().map(|(actor, called, articles)| {
                Completion {
                    label: match called == actor.name {
                        true => actor.name.clone(),
                        false => format!("{} ({called})", actor.name),
                    },
                    kind: CompletionKind::Actor,
                    articles,
                    query: format!("{value}actor:{} ", actor.id),
                }
            }));
        }
        if field != Some("actor:") {
            let called = self.outlets.iter().filter(|name| begins(name, typed.folded)).take(MOST);
            all.extend(called.map(|name| Completion {
                label: name.clone(),
                kind: CompletionKind::Outlet,
                articles: self.corpus.articles.iter().filter(|a| a.outlet_name() == name).count() as u32,
                query: format!("{value}source:\"{}\" ", name.replace('"', " ")),
            }));
        }
        if field.is_none() {
            let words = self.index.completions(typed.folded, MOST);
            all.extend(words.into_iter().filter(|(word, _)| *word != typed.folded).map(
                |(word, articles)| Completion {
                    label: word.to_owned(),
                    kind: CompletionKind::Word,
                    articles: articles as u32,
                    query: format!("{}{word} ", head(typed.span.len())),
                },
            ));
        }
        all
    }

    /// The values of `field`, behind whose colon `query` ends; of actors and outlets those in most articles.
    fn values_of(&self, query: &str, field: &str) -> Vec<Completion> {
        let all = self.select(&View::default());
        let value = |label: String, kind, articles, value: &str| Completion {
            label,
            kind,
            articles,
            query: format!("{query}{value} "),
        };
        let fixed = |values: &[&str]| {
            let counted = values.iter().map(|of| {
                let found = self.select(&View { query: format!("{field}:{of}"), ..View::default() });
                value((*of).to_owned(), CompletionKind::Value, found.articles.len() as u32, of)
            });
            counted.collect::<Vec<_>>()
        };
        match field {
            "actor" => {
                let mut counts: Vec<_> = all.actors.iter().collect();
                order::by_key(&mut counts, |count| Reverse(count.articles));
                let actor = |count: &ActorCount| {
                    let actor = self.mentions.actor(count.actor)?;
                    Some(value(actor.name.clone(), CompletionKind::Actor, count.articles, &actor.id))
                };
                counts.into_iter().filter_map(actor).take(MOST).collect()
            }
            "source" => {
                let named = all.outlets.iter().filter(|outlet| !outlet.name.is_empty()).take(MOST);
                let quoted = |name: &str| format!("\"{}\"", name.replace('"', " "));
                named
                    .map(|o| value(o.name.clone(), CompletionKind::Outlet, o.articles, &quoted(&o.name)))
                    .collect()
            }
            "form" => fixed(&Form::ALL.map(Form::name)),
            "is" => fixed(&["undated"]),
            _ => Vec::new(),
        }
    }

    /// Up to [`MOST`] actors that something calls so that a word of it begins with `folded`, each with that name and the
    /// number of articles that mention it, most articles first.
    fn actors_called(&self, folded: &str) -> Vec<(&Actor, &str, u32)> {
        let mut called: Vec<_> = self
            .actors
            .iter()
            .filter_map(|count| {
                let called = self.called(count.actor, folded)?;
                Some((self.mentions.actor(count.actor)?, called, count.articles))
            })
            .collect();
        order::by_key(&mut called, |(actor, called, articles)| (actor.name != *called, Reverse(*articles)));
        called.truncate(MOST);
        called
    }

    /// A query that finds something, in place of that of `view`, whose `selection` is empty: words that no text holds
    /// are replaced by similar words of the corpus.
    pub fn did_you_mean(&self, view: &View, selection: &Selection) -> Option<String> {
        if !selection.articles.is_empty() {
            return None;
        }
        let query = self.index.corrected(&Query::parse(&view.query).tree?)?.to_string();
        let other = self.select(&View { query: query.clone(), ..view.list() });
        (!other.articles.is_empty()).then_some(query)
    }
}

#[cfg(test)]
mod tests {
    use crate::actors::{Gazetteer, annotate};
    use crate::explorer::Explorer;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::View;

    fn explorer() -> Explorer {
        let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.as_bytes().to_vec() };
        let files = vec![
            file("a.txt", " date 2024-01-05 Norway builds a harbour for harbourmasters in Oslo on Friday."),
            file("b.txt", " date 2024-01-06 The harbour of Norway was swept, and Korea’s hardly at all."),
        ];
        let corpus = parse(files, &Config::default()).corpus;
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        Explorer::new(corpus, mentions)
    }

    #[test]
    fn completes_the_last_word() {
        let explorer = explorer();
        for (typed, expected) in [
            ("har", vec!["har→harbour word 2", "harbourmasters word 1", "hardly word 1"]),
            ("a har", vec!["a har→harbour word 2", "harbourmasters word 1", "hardly word 1"]),
            ("harpour", vec!["harpour→harbour word 2", "harbourmasters word 1"]),
            ("-nor", vec!["-nor→Norway actor 2", "norway word 2"]),
            ("actor:nor", vec!["actor:nor→Norway actor 2"]),
            ("har ", vec![]),
            ("", vec![]),
            ("zzz", vec![]),
        ] {
            let mut shown: Vec<_> = explorer
                .completions(typed)
                .iter()
                .map(|c| format!("{} {} {}", c.label, c.kind.name(), c.articles))
                .collect();
            if let Some(first) = shown.first_mut() {
                *first = format!("{typed}→{first}");
            }
            assert_eq!(shown, expected, "{typed}");
        }
        let queries: Vec<_> = explorer.completions("a -nor").into_iter().map(|c| c.query).collect();
        assert_eq!(queries, ["a -actor:norway ", "a -norway "]);
    }

    #[test]
    fn actors_are_offered_under_any_name_and_fields_with_their_values() {
        let explorer = explorer();
        let first = |typed: &str| explorer.completions(typed).into_iter().next().map(|c| (c.label, c.query));
        for (typed, label, query) in [
            ("osl", "Norway (Oslo)", "actor:norway "),
            ("a actor:", "Norway", "a actor:norway "),
            ("-form:", "name", "-form:name "),
            ("is:", "undated", "is:undated "),
        ] {
            assert_eq!(first(typed), Some((label.to_owned(), query.to_owned())), "{typed}");
        }
        assert_eq!(first("date:"), None);
    }

    #[test]
    fn a_query_that_finds_nothing_may_have_meant_another() {
        let explorer = explorer();
        for (typed, meant) in [
            ("harbuor", Some("harbour")),
            ("title:norvay harbour", None),
            ("(harbuor OR zzzzzz) norwy", Some("(harbour OR zzzzzz) norway")),
            ("harbour", None),
            ("harbour -harbour", None),
            ("zzz", None),
        ] {
            let view = View { query: typed.to_owned(), ..View::default() };
            let selection = explorer.select(&view);
            assert_eq!(explorer.did_you_mean(&view, &selection).as_deref(), meant, "{typed}");
        }
    }
}
