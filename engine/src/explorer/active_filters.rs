//! The active filters of a view, each with the view without it: for chips, and for suggestions where nothing is found.

use super::Explorer;
use crate::charts::Period;
use crate::labels;
use crate::order;
use crate::view::View;
use crate::wording;
use std::cmp::Reverse;

/// A filter that a view has on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// The filter in words: `since 1 June 2024`.
    pub label: String,
    /// The view without the filter.
    pub without: View,
}

impl View {
    /// Every filter that the view has on, in the order of the page; [`Explorer::unknown_names`] has those that name
    /// nothing of the corpus and are left out.
    pub fn active_filters(&self, explorer: &Explorer) -> Vec<ActiveFilter> {
        let list = self.list();
        let mut active = Vec::new();
        let mut add = |label: String, without: View| active.push(ActiveFilter { label, without });
        if !self.query.trim().is_empty() {
            add(format!("search: {}", self.query.trim()), View { query: String::new(), ..list.clone() });
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == from.first_of_month() && to == from.last_of_month() => {
                add(wording::month(from), View { from: None, to: None, ..list.clone() });
            }
            (Some(from), Some(to)) if from <= to => {
                add(wording::period(Period { from, to }), View { from: None, to: None, ..list.clone() });
            }
            (from, to) => {
                if let Some(from) = from {
                    add(format!("since {}", wording::day(from)), View { from: None, ..list.clone() });
                }
                if let Some(to) = to {
                    add(format!("until {}", wording::day(to)), View { to: None, ..list.clone() });
                }
            }
        }
        let actor = |id: &String| Some(&explorer.mentions.actor(explorer.mentions.named(id)?)?.name);
        let is_here = |name: &&String| explorer.outlet(name).is_some();
        for (id, name) in self.actors.iter().filter_map(|id| Some((id, actor(id)?))) {
            add(format!("mentions {name}"), list.toggle_actor(id));
        }
        for (id, name) in self.not_actors.iter().filter_map(|id| Some((id, actor(id)?))) {
            add(format!("not {name}"), list.exclude_actor(id));
        }
        for name in self.outlets.iter().filter(is_here) {
            let known = if name.is_empty() { "" } else { "source: " };
            add(format!("{known}{}", wording::outlet(name)), list.toggle_outlet(name));
        }
        for name in self.not_outlets.iter().filter(is_here) {
            add(format!("not from {}", wording::outlet(name)), list.exclude_outlet(name));
        }
        for form in &self.not_forms {
            add(labels::without_form(*form).to_owned(), list.toggle_form(*form));
        }
        for place in &self.not_zones {
            add(format!("without {}", labels::place(*place)), list.toggle_zone(*place));
        }
        if self.each_story_once {
            add("one copy of each story".to_owned(), View { each_story_once: false, ..list.clone() });
        }
        active
    }
}

/// A way out of a view that finds nothing: filters to take out, and the number of articles which that brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// The filters in words, one or two.
    pub labels: Vec<String>,
    /// The view without them.
    pub without: View,
    /// The number of articles that it finds.
    pub articles: usize,
}

/// Filters of which pairs are tried at most: each pair is another selection.
const MOST_PAIRED: usize = 8;

impl Explorer {
    /// The filters of `view` that bring some articles when they are taken out, most articles first; where none does by
    /// itself, the pairs that do.
    pub fn ways_out(&self, view: &View) -> Vec<WayOut> {
        let way = |labels: &[&str], without: View| WayOut {
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            articles: self.select(&without).articles.len(),
            without,
        };
        let brings = |way: &WayOut| way.articles > 0;
        let active = view.active_filters(self);
        let single = active.iter().map(|filter| way(&[&filter.label], filter.without.clone()));
        let mut ways: Vec<WayOut> = single.filter(brings).collect();
        if ways.is_empty() {
            for (at, first) in active.iter().enumerate().take(MOST_PAIRED) {
                // Without the first, those after it stand one place further left.
                for second in first
                    .without
                    .active_filters(self)
                    .into_iter()
                    .skip(at)
                    .take(MOST_PAIRED.saturating_sub(at + 1))
                {
                    ways.extend(Some(way(&[&first.label, &second.label], second.without)).filter(brings));
                }
            }
        }
        order::by_key(&mut ways, |way| Reverse(way.articles));
        ways
    }
}

#[cfg(test)]
mod tests {
    use crate::actors::{Gazetteer, annotate};
    use crate::corpus::Field;
    use crate::explorer::Explorer;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::view::{View, from_fragment};

    fn explorer() -> Explorer {
        let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.as_bytes().to_vec() };
        let files = vec![
            file("a.txt", " date 2024-01-05 Norway builds a harbour on Friday."),
            file("b.txt", " date 2024-01-06 Russia builds none, and nobody knows why."),
        ];
        let mut corpus = parse(files, &Config::default()).corpus;
        corpus.articles[0].outlet = Some(Field::set("S".to_owned()));
        let mentions = annotate(&corpus, &Gazetteer::built_in());
        Explorer::new(corpus, mentions)
    }

    #[test]
    fn only_what_brings_articles_back_is_offered() {
        let explorer = explorer();
        for (fragment, ways) in [
            ("q=none&actor=norway", vec!["search: none: 1", "mentions Norway: 1"]),
            ("q=nothing&actor=norway", vec!["search: nothing: 1"]),
            (
                "q=nothing&actor=norway&actor=russia",
                vec!["search: nothing + mentions Norway: 1", "search: nothing + mentions Russia: 1"],
            ),
            ("q=nothing&actor=norway&from=2025-01-01", vec!["search: nothing + since 1 January 2025: 1"]),
            ("q=nothing&from=2025-01-01&source=S&-actor=norway", vec![]),
        ] {
            let (view, _) = from_fragment(fragment);
            assert_eq!(explorer.select(&view).articles, [], "{fragment}");
            let found = explorer.ways_out(&view);
            let shown: Vec<_> =
                found.iter().map(|way| format!("{}: {}", way.labels.join(" + "), way.articles)).collect();
            assert_eq!(shown, ways, "{fragment}");
            for way in found {
                assert_eq!(explorer.select(&way.without).articles.len(), way.articles, "{fragment}");
            }
        }
    }

    #[test]
    fn a_name_that_means_nothing_here_is_no_filter() {
        let explorer = explorer();
        let (view, _) = from_fragment("actor=nobody&-actor=none&source=None");
        assert_eq!(view.active_filters(&explorer), []);
        assert_eq!(explorer.unknown_names(&view).len(), 3);
        assert_eq!(explorer.select(&view).articles.len(), 2);
    }

    #[test]
    fn each_filter_is_named_and_can_be_taken_out() {
        let explorer = explorer();
        for (fragment, labels) in [
            ("", vec![]),
            ("article=a&mentions=x", vec![]),
            ("q=+a+b+&from=2024-06-01", vec!["search: a b", "since 1 June 2024"]),
            ("from=2024-06-01&to=2024-06-30", vec!["June 2024"]),
            ("from=2024-06-01&to=2024-06-29", vec!["1 to 29 June 2024"]),
            ("actor=norway&source=", vec!["mentions Norway", "source unknown"]),
            ("-actor=norway&-source=S", vec!["not Norway", "not from S"]),
            ("-form=place&zone=body", vec!["without capitals as places", "without headlines"]),
            ("once=on", vec!["one copy of each story"]),
        ] {
            let (view, _) = from_fragment(fragment);
            let active = view.active_filters(&explorer);
            assert_eq!(active.iter().map(|a| a.label.as_str()).collect::<Vec<_>>(), labels, "{fragment}");
            if let [only] = active.as_slice() {
                assert_eq!(only.without, View::default(), "{fragment}");
            }
        }
    }
}
