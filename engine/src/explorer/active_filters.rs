//! The active filters of a view, each with the view without it: for chips, and for suggestions where nothing is found.

use super::Explorer;
use crate::charts::Period;
use crate::labels;
use crate::view::View;
use crate::wording;

/// A filter that a view has on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// The filter in words: `since 1 June 2024`.
    pub label: String,
    /// The view without the filter.
    pub without: View,
}

impl View {
    /// Every filter that the view has on, in the order of the page.
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
        let actor = |id: &String| {
            let actor = explorer.mentions.named(id).and_then(|a| explorer.mentions.actor(a));
            actor.map_or(id.clone(), |a| a.name.clone())
        };
        for id in &self.actors {
            add(format!("mentions {}", actor(id)), list.toggle_actor(id));
        }
        for id in &self.not_actors {
            add(format!("not {}", actor(id)), list.exclude_actor(id));
        }
        for name in &self.outlets {
            add(format!("source: {}", wording::outlet(name)), list.toggle_outlet(name));
        }
        for name in &self.not_outlets {
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

#[cfg(test)]
mod tests {
    use crate::explorer::Explorer;
    use crate::view::{View, from_fragment};

    #[test]
    fn each_filter_is_named_and_can_be_taken_out() {
        for (fragment, labels) in [
            ("", vec![]),
            ("article=a&mentions=x", vec![]),
            ("q=+a+b+&from=2024-06-01", vec!["search: a b", "since 1 June 2024"]),
            ("from=2024-06-01&to=2024-06-30", vec!["June 2024"]),
            ("from=2024-06-01&to=2024-06-29", vec!["1 to 29 June 2024"]),
            ("actor=x&source=", vec!["mentions x", "source: no source named"]),
            ("-actor=x&-source=S", vec!["not x", "not from S"]),
            ("-form=place&zone=body", vec!["without capitals as places", "without headlines"]),
            ("once=on", vec!["one copy of each story"]),
        ] {
            let (view, _) = from_fragment(fragment);
            let active = view.active_filters(&Explorer::default());
            assert_eq!(active.iter().map(|a| a.label.as_str()).collect::<Vec<_>>(), labels, "{fragment}");
            if let [only] = active.as_slice() {
                assert_eq!(only.without, View::default(), "{fragment}");
            }
        }
    }
}
