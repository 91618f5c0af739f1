//! Completions of the word that a reader is typing, and corrections of a query that finds nothing.

use super::spellings::{begins, listed_name};
use super::{ActorCount, Explorer, OutletCount, Selection};
use crate::actors::{Actor, ActorId, Form};
use crate::order;
use crate::search::{Query, with_operators};
use crate::text::Tokens;
use crate::view::View;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A completion of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The word or the name that is offered.
    pub label: String,
    /// The kind of what is offered.
    pub kind: CompletionKind,
    /// The number of articles that hold the word, mention the actor or come from the outlet.
    pub articles: u32,
    /// The view that it leads to: an actor becomes a filter, anything else is written into the query.
    pub view: View,
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
    /// Completions of the last word of the query of `view`: actors and outlets with a word that begins so, whatever the
    /// texts call them, then words of the texts that begin so, or nearly so where none does; behind the name of a field,
    /// its values. Empty where the query ends in neither. `listed` are names of actors that the texts may not have.
    pub fn completions(&self, view: &View, listed: &[(ActorId, String)]) -> Vec<Completion> {
        let query = view.query.as_str();
        let last = LastTerm::of(query);
        if let Some(field) = last.bare.strip_suffix(':').filter(|_| !last.quoted) {
            return self.values_of(view, &last, field);
        }
        let tokens = Tokens::of(query);
        let word = tokens.len().checked_sub(1).and_then(|at| tokens.get(at));
        let Some(typed) = word.filter(|t| t.span.end as usize == query.len()) else { return Vec::new() };
        // A field that is being typed says what is wanted.
        let field = ["actor:", "source:"].into_iter().find(|field| last.bare.starts_with(field));
        let mut all = Vec::new();
        if field != Some("source:") && !last.quoted {
            all.extend(self.actors_called(typed.folded, listed).into_iter().map(
                |(actor, called, articles)| {
                    Completion {
                        label: match called {
                            _ if called == actor.name => actor.name.clone(),
                            // Letters that stand for the name, and else another name.
                            _ if !called.contains(char::is_lowercase) => format!("{} ({called})", actor.name),
                            _ => format!("{} (as {called})", actor.name),
                        },
                        kind: CompletionKind::Actor,
                        articles,
                        view: last.with_actor(view, &actor.id),
                    }
                },
            ));
        }
        if field != Some("actor:") && !last.quoted {
            let called = self.outlets.iter().filter(|name| begins(name, typed.folded)).take(MOST);
            all.extend(called.map(|name| Completion {
                label: name.clone(),
                kind: CompletionKind::Outlet,
                articles: self.corpus.articles.iter().filter(|a| a.outlet_name() == name).count() as u32,
                view: last.with(view, &outlet_term(name)),
            }));
        }
        if field.is_none() {
            let words = self.index.completions(typed.folded, MOST);
            all.extend(words.into_iter().filter(|(word, _)| *word != typed.folded).map(
                |(word, articles)| Completion {
                    label: word.to_owned(),
                    kind: CompletionKind::Word,
                    articles: articles as u32,
                    view: typed_as(view, &query[..query.len() - typed.span.len()], word),
                },
            ));
        }
        all
    }

    /// The values of `field`, behind whose colon the query of `view` ends; of actors and outlets those in most articles.
    fn values_of(&self, view: &View, last: &LastTerm<'_>, field: &str) -> Vec<Completion> {
        let all = self.select(&View::default());
        let fixed = |values: &[&str]| {
            let counted = values.iter().map(|of| {
                let term = format!("{field}:{of}");
                let found = self.ranked(&term, view.sort);
                let (kind, articles) = (CompletionKind::Value, found.articles.len() as u32);
                Completion { label: (*of).to_owned(), kind, articles, view: last.with(view, &term) }
            });
            counted.collect::<Vec<_>>()
        };
        match field {
            "actor" => {
                let mut counts: Vec<_> = all.actors.iter().collect();
                order::by_key(&mut counts, |count| Reverse(count.articles));
                let actor = |count: &ActorCount| {
                    let actor = self.mentions.actor(count.actor)?;
                    Some(Completion {
                        label: actor.name.clone(),
                        kind: CompletionKind::Actor,
                        articles: count.articles,
                        view: last.with_actor(view, &actor.id),
                    })
                };
                counts.into_iter().filter_map(actor).take(MOST).collect()
            }
            "source" => {
                let named = all.outlets.iter().filter(|outlet| !outlet.name.is_empty()).take(MOST);
                let outlet = |outlet: &OutletCount| Completion {
                    label: outlet.name.clone(),
                    kind: CompletionKind::Outlet,
                    articles: outlet.articles,
                    view: last.with(view, &outlet_term(&outlet.name)),
                };
                named.map(outlet).collect()
            }
            "form" => fixed(&Form::ALL.map(Form::name)),
            "is" => fixed(&["undated"]),
            "date" | "before" | "after" => {
                let years: BTreeSet<String> = self
                    .corpus
                    .articles
                    .iter()
                    .filter_map(|article| Some(article.day()?.year().to_string()))
                    .collect();
                let years: Vec<&str> = years.iter().rev().map(String::as_str).take(MOST).collect();
                fixed(&years)
            }
            _ => Vec::new(),
        }
    }

    /// Up to [`MOST`] actors that something calls so that a word of it begins with `folded`, each with that name and the
    /// number of articles that mention it, most articles first.
    fn actors_called<'a>(
        &'a self,
        folded: &str,
        listed: &'a [(ActorId, String)],
    ) -> Vec<(&'a Actor, &'a str, u32)> {
        let mut called: Vec<_> = self
            .actors
            .iter()
            .filter_map(|count| {
                let met = self.called(count.actor, folded);
                let called = met.or_else(|| listed_name(listed, count.actor, folded))?;
                Some((self.mentions.actor(count.actor)?, called, count.articles))
            })
            .collect();
        order::by_key(&mut called, |(actor, called, articles)| (actor.name != *called, Reverse(*articles)));
        called.truncate(MOST);
        called
    }

    /// A query that finds something, in place of that of `view`, whose `selection` is empty: words that no text holds
    /// are replaced by similar words of the corpus; or `or` was an operator.
    pub fn did_you_mean(&self, view: &View, selection: &Selection) -> Option<String> {
        if !selection.articles.is_empty() {
            return None;
        }
        let tree = Query::parse(&view.query).tree?;
        let corrected = self.index.corrected(&tree).map(|tree| tree.to_string());
        corrected.into_iter().chain(with_operators(&view.query)).find(|query| {
            let other = self.select(&View { query: query.clone(), ..view.list() });
            !other.articles.is_empty()
        })
    }
}

/// The last term of a query, which somebody is typing.
struct LastTerm<'q> {
    /// What stands before it, and before its sign.
    head: &'q str,
    /// Whether it is excluded.
    excluded: bool,
    /// The term without its sign.
    bare: &'q str,
    /// Whether it is part of a phrase.
    quoted: bool,
    /// Whether it stands beside all that is before it, so that it can be a filter instead.
    beside: bool,
}

impl LastTerm<'_> {
    fn of(query: &str) -> LastTerm<'_> {
        let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        let at = query.rfind(|c: char| c.is_whitespace() || c == '(' || is_quote(c));
        let at = at.map_or(0, |at| at + query[at..].chars().next().map_or(0, char::len_utf8));
        let (head, term) = query.split_at(at);
        let bare = term.strip_prefix('-').unwrap_or(term);
        let words = || head.split_whitespace();
        let is_operator = |word: &str| matches!(word, "OR" | "AND" | "NOT");
        LastTerm {
            head,
            excluded: bare.len() < term.len(),
            bare,
            quoted: head.chars().filter(|c| is_quote(*c)).count() % 2 == 1,
            beside: !head.contains('(')
                && !words().any(|w| w == "OR")
                && !words().next_back().is_some_and(is_operator),
        }
    }

    /// The view with `term` in place of this one, and its sign before it.
    fn with(&self, view: &View, term: &str) -> View {
        typed_as(view, self.head, &[if self.excluded { "-" } else { "" }, term].concat())
    }

    /// The view that asks for the actor `id` in place of this term, or excludes it: with a filter, where the term stands
    /// beside the others.
    fn with_actor(&self, view: &View, id: &str) -> View {
        if !self.beside {
            return self.with(view, &format!("actor:{id}"));
        }
        let list = View { query: self.head.to_owned(), ..view.list() };
        match self.excluded {
            true if list.not_actors.iter().any(|known| known == id) => list,
            true => list.exclude_actor(id),
            false if list.actors.iter().any(|known| known == id) => list,
            false => list.toggle_actor(id),
        }
    }
}

/// The view whose query is `head` and `term`, which is finished.
fn typed_as(view: &View, head: &str, term: &str) -> View {
    View { query: [head, term, " "].concat(), ..view.list() }
}

/// The term that asks for the outlet `name`.
fn outlet_term(name: &str) -> String {
    format!("source:\"{}\"", name.replace('"', " "))
}

#[cfg(test)]
mod tests {
    use crate::actors::{Gazetteer, annotate};
    use crate::explorer::Explorer;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::{View, from_fragment, to_fragment};

    fn typing(query: &str) -> View {
        View { query: query.to_owned(), ..View::default() }
    }

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
            ("\"of nor", vec!["\"of nor→norway word 2"]),
            ("actor:nor", vec!["actor:nor→Norway actor 2"]),
            ("har ", vec![]),
            ("", vec![]),
            ("zzz", vec![]),
        ] {
            let mut shown: Vec<_> = explorer
                .completions(&typing(typed), &[])
                .iter()
                .map(|c| format!("{} {} {}", c.label, c.kind.name(), c.articles))
                .collect();
            if let Some(first) = shown.first_mut() {
                *first = format!("{typed}→{first}");
            }
            assert_eq!(shown, expected, "{typed}");
        }
    }

    #[test]
    fn an_actor_becomes_a_filter() {
        let explorer = explorer();
        for (typed, links) in [
            ("a -nor", ["q=a+&-actor=norway", "q=a+-norway+"].as_slice()),
            ("harbour osl", &["q=harbour+&actor=norway", "q=harbour+oslo+"]),
            ("a actor:", &["q=a+&actor=norway"]),
            ("actor:nor", &["actor=norway"]),
            // A filter would hold for both sides.
            ("harbour OR nor", &["q=harbour+OR+actor:norway+", "q=harbour+OR+norway+"]),
            ("(harbour nor", &["q=(harbour+actor:norway+", "q=(harbour+norway+"]),
        ] {
            let found = explorer.completions(&typing(typed), &[]);
            let found: Vec<_> = found.iter().map(|c| to_fragment(&c.view)).collect();
            let read: Vec<_> = links.iter().map(|link| to_fragment(&from_fragment(link).0)).collect();
            assert_eq!(found, read, "{typed}");
        }
    }

    #[test]
    fn only_continuations_are_offered_of_a_word_that_there_is() {
        let explorer = explorer();
        let labels = |typed: &str| -> Vec<_> {
            explorer.completions(&typing(typed), &[]).into_iter().map(|c| c.label).collect()
        };
        assert_eq!(labels("a -harbour"), ["harbourmasters"]);
        assert_eq!(labels("a -hardly"), [""; 0]);
    }

    #[test]
    fn actors_are_offered_under_any_name_and_fields_with_their_values() {
        let explorer = explorer();
        let first = |typed: &str| {
            let found = explorer.completions(&typing(typed), &[]).into_iter().next();
            found.map(|c| (c.label, c.view.query))
        };
        for (typed, label, query) in [
            ("osl", "Norway (as Oslo)", ""),
            ("a actor:", "Norway", "a "),
            ("-form:", "name", "-form:name "),
            ("is:", "undated", "is:undated "),
            ("a date:", "2024", "a date:2024 "),
        ] {
            assert_eq!(first(typed), Some((label.to_owned(), query.to_owned())), "{typed}");
        }
        assert_eq!(first("title:"), None);
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
            ("zzz or harbour", Some("zzz OR harbour")),
        ] {
            let view = View { query: typed.to_owned(), ..View::default() };
            let selection = explorer.select(&view);
            assert_eq!(explorer.did_you_mean(&view, &selection).as_deref(), meant, "{typed}");
        }
    }
}
