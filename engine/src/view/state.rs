//! What a reader does to a view: filters go on and off, rows and articles open, and each step gives another view.

use super::parts::Group;
use super::{At, CountingRule, View, Where};
use crate::actors::{Edit, Form};
use std::collections::{HashMap, HashSet};

impl View {
    /// The same filters and chart, with nothing opened over the list.
    pub fn list(&self) -> View {
        self.keep(&[Group::Filters, Group::Sort, Group::Chart, Group::Edits, Group::Page])
    }

    /// What the selection of one explorer depends on, and nothing else.
    pub fn filters(&self) -> View {
        self.keep(&[Group::Filters, Group::Sort])
    }

    /// With every filter taken off; the chart, the order and what was edited stay.
    pub fn clear(&self) -> View {
        self.keep(&[Group::Sort, Group::Chart, Group::Edits, Group::Page])
    }

    /// With the actors and their aliases open: those of the actor `id`, or all where it is empty.
    pub fn open_aliases(&self, id: &str) -> View {
        View { aliases: Some(id.to_owned()), ..self.list() }
    }

    /// With the actor `id` asked for, or no longer where it is.
    pub fn toggle_actor(&self, id: &str) -> View {
        let (actors, not_actors) = either(&self.actors, &self.not_actors, id);
        View { actors, not_actors, ..self.list() }
    }

    /// With the actor `id` ruled out, or no longer where it is.
    pub fn exclude_actor(&self, id: &str) -> View {
        let (not_actors, actors) = either(&self.not_actors, &self.actors, id);
        View { actors, not_actors, ..self.list() }
    }

    /// With the outlet `name` asked for, or no longer where it is.
    pub fn toggle_outlet(&self, name: &str) -> View {
        let (outlets, not_outlets) = either(&self.outlets, &self.not_outlets, name);
        View { outlets, not_outlets, ..self.list() }
    }

    /// With the outlet `name` ruled out, or no longer where it is.
    pub fn exclude_outlet(&self, name: &str) -> View {
        let (not_outlets, outlets) = either(&self.not_outlets, &self.outlets, name);
        View { outlets, not_outlets, ..self.list() }
    }

    /// With `form` counted no longer, or again.
    pub fn toggle_form(&self, form: Form) -> View {
        View { not_forms: toggled(&self.not_forms, &form), ..self.list() }
    }

    /// With what stands in `place` counted no longer, or again.
    pub fn toggle_zone(&self, place: Where) -> View {
        View { not_zones: toggled(&self.not_zones, &place), ..self.list() }
    }

    /// With the time of the actor `id` drawn beside those `drawn` now, or no longer.
    pub fn toggle_line(&self, drawn: &[String], id: &str) -> View {
        View { lines: toggled(drawn, id), ..self.clone() }
    }

    /// With the mentions of the actor `id` opened row by row.
    pub fn open_mentions(&self, id: &str) -> View {
        View { mentions: Some(id.to_owned()), ..self.list() }
    }

    /// With the hits of the query opened row by row.
    pub fn open_hits(&self) -> View {
        View { hits: true, ..self.list() }
    }

    /// Whether rows are open, of mentions or of hits.
    pub fn has_rows(&self) -> bool {
        self.mentions.is_some() || self.hits
    }

    /// With the article `name` open in the reader, at the place `at`.
    pub fn open_article(&self, name: &str, at: Option<At>) -> View {
        View { article: Some(name.to_owned()), at, quote: None, ..self.clone() }
    }

    /// With the reader closed; what was open under it shows again.
    pub fn close_article(&self) -> View {
        View { article: None, at: None, quote: None, source_text: false, ..self.clone() }
    }

    /// With each actor that `edits` merge replaced by the one that it counts as, so that it picks out and opens what it
    /// did. `edits` are those that take effect.
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

    /// The rule under which mentions count.
    pub fn rule(&self) -> CountingRule {
        let mut rule = CountingRule { each_story_once: self.each_story_once, ..CountingRule::default() };
        self.not_zones.iter().for_each(|place| rule.places[*place as usize] = false);
        self.not_forms.iter().for_each(|form| rule.forms[*form as usize] = false);
        rule
    }
}

fn merge(edit: &Edit) -> Option<(&str, &str)> {
    match edit {
        Edit::Merge { from, into } => Some((from, into)),
        _ => None,
    }
}

fn without<T: Clone + PartialEq<Q>, Q: ?Sized>(list: &[T], item: &Q) -> Vec<T> {
    list.iter().filter(|i| *i != item).cloned().collect()
}

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

/// `on` with `item`, and then `off` without it; or `on` without it.
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
