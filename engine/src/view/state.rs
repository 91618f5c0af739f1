//! Steps from one view to another: filters are switched on and off, rows and articles opened and closed.

use super::parts::Group;
use super::{At, CountingRule, Layout, View, Where};
use crate::actors::{Edit, Form};
use std::collections::{HashMap, HashSet};

/// What stands for every actor in [`View::mentions`]; no id of an actor is written like this.
pub const EVERYBODY: &str = "*";

/// What a view opens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Opened {
    /// Nothing: the list of articles shows.
    Articles,
    /// Rows of mentions or of hits.
    Rows,
    /// The article of this name.
    Article(String),
    /// The card of the corpus.
    About,
    /// The list of actors, or the spellings of one of them.
    Aliases,
}

impl View {
    /// The view with nothing open over the list of articles.
    pub fn list(&self) -> View {
        self.keep(&[Group::Filters, Group::Sort, Group::Chart, Group::Edits, Group::Page])
    }

    /// The view's filters and order alone: all that its selection in one explorer depends on.
    pub fn filters(&self) -> View {
        self.keep(&[Group::Filters, Group::Sort])
    }

    /// The view with filters and edits as they are in `other`: it counts the same.
    pub fn counted_as(&self, other: &View) -> View {
        self.take(&[Group::Filters, Group::Edits], other)
    }

    /// The view that says where it is shown from another corpus than that with this fingerprint.
    pub fn of_this_version(&self, fingerprint: &str) -> View {
        View { made_from: Some(fingerprint.to_owned()), ..self.clone() }
    }

    /// The view without filters and with nothing open over the list; chart, order and edits stay.
    pub fn clear(&self) -> View {
        self.keep(&[Group::Sort, Group::Chart, Group::Edits, Group::Page])
    }

    /// The view with the aliases of the actor `id` open, or the list of all actors where `id` is empty.
    pub fn open_aliases(&self, id: &str) -> View {
        View { aliases: Some(id.to_owned()), ..self.list() }
    }

    /// The view that requires the actor `id`, or no longer requires it.
    pub fn toggle_actor(&self, id: &str) -> View {
        let (actors, not_actors) = either(&self.actors, &self.not_actors, id);
        View { actors, not_actors, ..self.list() }
    }

    /// The view that excludes the actor `id`, or no longer excludes it.
    pub fn exclude_actor(&self, id: &str) -> View {
        let (not_actors, actors) = either(&self.not_actors, &self.actors, id);
        View { actors, not_actors, ..self.list() }
    }

    /// The view that includes the outlet `name` in its filter, or no longer includes it.
    pub fn toggle_outlet(&self, name: &str) -> View {
        let (outlets, not_outlets) = either(&self.outlets, &self.not_outlets, name);
        View { outlets, not_outlets, ..self.list() }
    }

    /// The view that excludes the outlet `name`, or no longer excludes it.
    pub fn exclude_outlet(&self, name: &str) -> View {
        let (not_outlets, outlets) = either(&self.not_outlets, &self.outlets, name);
        View { outlets, not_outlets, ..self.list() }
    }

    /// The view that does not count mentions of `form`, or counts them again.
    pub fn toggle_form(&self, form: Form) -> View {
        View { not_forms: toggled(&self.not_forms, &form), ..self.list() }
    }

    /// The view that does not count mentions in `place`, or counts them again.
    pub fn toggle_zone(&self, place: Where) -> View {
        View { not_zones: toggled(&self.not_zones, &place), ..self.list() }
    }

    /// The view whose chart over time shows the actors `drawn` and the actor `id`, or no longer `id`.
    pub fn toggle_line(&self, drawn: &[String], id: &str) -> View {
        View { lines: toggled(drawn, id), ..self.clone() }
    }

    /// The view with the mentions of the actor `id` open, row by row.
    pub fn open_mentions(&self, id: &str) -> View {
        View { mentions: Some(id.to_owned()), ..self.list() }
    }

    /// The view with all mentions open, row by row.
    pub fn open_all_mentions(&self) -> View {
        self.open_mentions(EVERYBODY)
    }

    /// The view with the hits of the query open, row by row.
    pub fn open_hits(&self) -> View {
        View { hits: true, ..self.list() }
    }

    /// What is open over the list of articles.
    pub fn opened(&self) -> Opened {
        match (&self.article, self.about, self.has_rows(), &self.aliases) {
            (Some(name), ..) => Opened::Article(name.clone()),
            (None, true, ..) => Opened::About,
            (None, false, true, _) => Opened::Rows,
            (None, false, false, Some(_)) => Opened::Aliases,
            (None, false, false, None) => Opened::Articles,
        }
    }

    /// Whether the rows are aligned on the mention or the hit: the reader chose it, or orders them by the words beside.
    pub fn is_aligned(&self) -> bool {
        self.layout == Layout::Aligned || self.order.is_by_context()
    }

    /// Whether rows are open, of mentions or of hits.
    pub fn has_rows(&self) -> bool {
        self.mentions.is_some() || self.hits
    }

    /// The view with the article `name` open in the reader, at the position `at`.
    pub fn open_article(&self, name: &str, at: Option<At>) -> View {
        View { article: Some(name.to_owned()), at, quote: None, ..self.clone() }
    }

    /// The view with the reader closed, so that what was open under it shows again.
    pub fn close_article(&self) -> View {
        View { article: None, at: None, quote: None, source_text: false, ..self.clone() }
    }

    /// The view with each actor that `edits` merge replaced by the actor that it counts as, so that the view picks out
    /// and opens the same mentions. `edits` are those that take effect.
    pub fn merged(&self, edits: &[Edit]) -> View {
        let into: HashMap<&str, &str> = edits.iter().filter_map(merge).collect();
        let one = |id: &String| {
            let next = |id: &&str| into.get(id).copied();
            // No longer than there are merges: a link may go round in a circle.
            let last = std::iter::successors(Some(id.as_str()), next).take(into.len() + 1).last();
            last.unwrap_or(id).to_owned()
        };
        let all = |ids: &[String]| {
            let mut there = HashSet::new();
            ids.iter().map(one).filter(|id| there.insert(id.clone())).collect::<Vec<_>>()
        };
        let (actors, mut not_actors) = (all(&self.actors), all(&self.not_actors));
        // What is asked for is not ruled out.
        not_actors.retain(|id| !actors.contains(id));
        let (mentions, with) = (self.mentions.as_ref().map(one), self.with.as_ref().map(one));
        // Nobody stands beside itself.
        let with = with.filter(|with| Some(with) != mentions.as_ref());
        let (lines, aliases) = (all(&self.lines), self.aliases.as_ref().map(one));
        View { actors, not_actors, lines, mentions, with, aliases, ..self.clone() }
    }

    /// The counting rule of the view.
    pub fn rule(&self) -> CountingRule {
        let mut rule = CountingRule { each_story_once: self.each_story_once, ..CountingRule::default() };
        self.not_zones.iter().for_each(|place| rule.places[*place as usize] = false);
        self.not_forms.iter().for_each(|form| rule.forms[*form as usize] = false);
        rule
    }
}

/// The ids of a merge: the actor that is merged, and the one that it counts as.
fn merge(edit: &Edit) -> Option<(&str, &str)> {
    match edit {
        Edit::Merge { from, into } => Some((from, into)),
        _ => None,
    }
}

/// `list` without `item`.
fn without<T: Clone + PartialEq<Q>, Q: ?Sized>(list: &[T], item: &Q) -> Vec<T> {
    list.iter().filter(|i| *i != item).cloned().collect()
}

/// `list` without `item`, or with it at the end where it was not there.
fn toggled<T, Q>(list: &[T], item: &Q) -> Vec<T>
where
    T: Clone + PartialEq<Q>,
    Q: ?Sized + ToOwned<Owned = T>,
{
    let mut toggled = without(list, item);
    if toggled.len() == list.len() {
        toggled.push(item.to_owned());
    }
    toggled
}

/// `on` with `item` toggled, and `off`, which loses `item` where `on` gains it.
fn either(on: &[String], off: &[String], item: &str) -> (Vec<String>, Vec<String>) {
    let is_on = on.iter().any(|i| i == item);
    (toggled(on, item), if is_on { off.to_vec() } else { without(off, item) })
}

#[cfg(test)]
mod tests {
    use super::View;
    use crate::actors::{Edit, Form};
    use crate::view::{Where, from_fragment};

    #[test]
    fn a_view_follows_those_who_are_merged() {
        let edit = |text: &str| Edit::try_from(text.to_owned()).expect("an edit");
        let edits = ["merge:b:a", "off:c:C", "merge:d:b", "merge:e:f", "merge:f:e"].map(edit);
        for (fragment, expected) in [
            ("", ""),
            ("actor=b&actor=c&line=d&line=a&aliases=d", "actor=a&actor=c&line=a&aliases=a"),
            ("actor=d&actor=b&-actor=b&-actor=c", "actor=a&-actor=c"),
            ("mentions=b&with=c", "mentions=a&with=c"),
            ("mentions=b&with=d", "mentions=a"),
            ("aliases=", "aliases="),
            ("q=b&with=d&edit=merge:b:c", "q=b&with=a&edit=merge:b:c"),
        ] {
            let view = from_fragment(fragment).0;
            assert_eq!(view.merged(&edits), from_fragment(expected).0, "{fragment}");
        }
        // Round in a circle, it ends.
        let view = from_fragment("actor=e").0;
        assert_eq!(view.merged(&edits).actors.len(), 1);
    }

    #[test]
    fn asking_and_ruling_out_exclude_each_other() {
        let asked = View::default().toggle_actor("a").toggle_outlet("s");
        let ruled_out = asked.exclude_actor("a").exclude_outlet("s");
        assert_eq!((ruled_out.actors.len(), ruled_out.outlets.len()), (0, 0));
        assert_eq!((ruled_out.not_actors.len(), ruled_out.not_outlets.len()), (1, 1));
        assert_eq!(ruled_out.toggle_actor("a").toggle_outlet("s"), asked);
        assert_eq!(ruled_out.exclude_actor("a").exclude_outlet("s"), View::default());
        assert_eq!(View::default().toggle_form(Form::Place).toggle_form(Form::Place), View::default());
        assert_eq!(View::default().toggle_zone(Where::Quote).toggle_zone(Where::Quote), View::default());
    }
}
