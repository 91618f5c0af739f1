//! The view: everything that a reader can set, and that a link restores.

use super::{Chart, Measure, Near, Order, Rule, Sort, Where};
use crate::actors::{Edit, Form, Zone};
use crate::charts::Bin;
use crate::corpus::Day;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// Everything a link can restore. The default view shows the whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// The query, as typed.
    pub query: String,
    /// The first day to show.
    pub from: Option<Day>,
    /// The last day to show.
    pub to: Option<Day>,
    /// Ids of actors; an article must mention all of them.
    pub actors: Vec<String>,
    /// Ids of actors; an article must mention none of them.
    pub not_actors: Vec<String>,
    /// Names of sources; an article must come from one of them. An empty name is "no source named".
    pub sources: Vec<String>,
    /// Names of sources; an article must come from none of them.
    pub not_sources: Vec<String>,
    /// Forms that do not count.
    pub not_forms: Vec<Form>,
    /// Zones whose mentions do not count.
    pub not_zones: Vec<Where>,
    /// Whether of articles that tell the same story only the first counts.
    pub once: bool,
    /// The order of the articles.
    pub sort: Sort,
    /// The chart that shows.
    pub chart: Chart,
    /// What it counts.
    pub measure: Measure,
    /// How near two actors stand to be a pair.
    pub near: Near,
    /// Ids of the actors whose times are drawn; those mentioned most where none is named.
    pub lines: Vec<String>,
    /// The actor whose mentions are shown row by row.
    pub mentions: Option<String>,
    /// Whether the hits of the query are shown row by row.
    pub hits: bool,
    /// Only those near this actor, a row each article or paragraph.
    pub with: Option<String>,
    /// Only those of this time.
    pub bin: Option<Bin>,
    /// Only those of this form.
    pub form: Option<Form>,
    /// Only those that spell it so.
    pub spelling: Option<String>,
    /// The order of the rows.
    pub order: Order,
    /// The name of the article that is open in the reader.
    pub article: Option<String>,
    /// The place in it to go to.
    pub at: Option<At>,
    /// The words in it to go to, which are found again when the corpus has been built anew.
    pub quote: Option<String>,
    /// Whether its source text stands beside it.
    pub source_text: bool,
    /// Whether the card about the corpus is open.
    pub about: bool,
    /// Whether the actors and their aliases are open: those of the actor of this id, or all where it is empty.
    pub aliases: Option<String>,
    /// Edits of the lists of actors that the reader looks at, and does not keep yet.
    pub proposed: Vec<Edit>,
    /// Those that the reader keeps.
    pub edits: Vec<Edit>,
    /// Whether single keys are left to the browser and to assistive programs.
    pub keys_off: bool,
}

impl View {
    /// The same filters and chart, with nothing opened over the list.
    pub fn list(&self) -> View {
        let (aliases, proposed) = (None, Vec::new());
        let (article, at, quote, source_text) = (None, None, None, false);
        View { about: false, aliases, proposed, article, at, quote, source_text, ..self.rows(None) }
    }

    /// What the selection of one explorer depends on, and nothing else.
    pub fn filters(&self) -> View {
        let View { chart, measure, near, lines, edits, keys_off, .. } = View::default();
        View { chart, measure, near, lines, edits, keys_off, ..self.list() }
    }

    /// With every filter taken off; the chart, the order and what was edited stay.
    pub fn clear(&self) -> View {
        let View { sort, chart, measure, near, lines, edits, keys_off, .. } = self.clone();
        View { sort, chart, measure, near, lines, edits, keys_off, ..View::default() }
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

    /// With the source `name` asked for, or no longer where it is.
    pub fn toggle_source(&self, name: &str) -> View {
        let (sources, not_sources) = either(&self.sources, &self.not_sources, name);
        View { sources, not_sources, ..self.list() }
    }

    /// With the source `name` ruled out, or no longer where it is.
    pub fn exclude_source(&self, name: &str) -> View {
        let (not_sources, sources) = either(&self.not_sources, &self.sources, name);
        View { sources, not_sources, ..self.list() }
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
        self.list().rows(Some(id))
    }

    /// With the hits of the query opened row by row.
    pub fn open_hits(&self) -> View {
        View { hits: true, ..self.list() }
    }

    /// Whether rows are open, of mentions or of hits.
    pub fn has_rows(&self) -> bool {
        self.mentions.is_some() || self.hits
    }

    /// With the rows of another actor, or none; only the order stays.
    fn rows(&self, actor: Option<&str>) -> View {
        let order = if actor.is_some() { self.order } else { Order::default() };
        let mentions = actor.map(str::to_owned);
        let (with, bin, form, spelling) = (None, None, None, None);
        View { mentions, hits: false, with, bin, form, spelling, order, ..self.clone() }
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
    pub fn rule(&self) -> Rule {
        let mut rule = Rule { once: self.once, ..Rule::default() };
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

/// A place in an article: the byte of a zone's text at which a span begins. Written `title:0` or `3:120`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct At {
    /// The zone.
    pub zone: Zone,
    /// The byte of its text.
    pub start: u32,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.zone {
            Zone::Title => write!(f, "title:{}", self.start),
            Zone::Block(index) => write!(f, "{index}:{}", self.start),
        }
    }
}

impl From<At> for String {
    fn from(at: At) -> String {
        at.to_string()
    }
}

impl TryFrom<String> for At {
    type Error = String;

    fn try_from(text: String) -> Result<At, String> {
        let read = || {
            let (zone, start) = text.split_once(':')?;
            let zone = if zone == "title" { Zone::Title } else { Zone::Block(zone.parse().ok()?) };
            Some(At { zone, start: start.parse().ok()? })
        };
        read().ok_or_else(|| format!("expected a place as 3:120, but found `{text}`"))
    }
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
        let asked = View::default().toggle_actor("a").toggle_source("s");
        let ruled_out = asked.exclude_actor("a").exclude_source("s");
        assert_eq!((ruled_out.actors.len(), ruled_out.sources.len()), (0, 0));
        assert_eq!((ruled_out.not_actors.len(), ruled_out.not_sources.len()), (1, 1));
        assert_eq!(ruled_out.toggle_actor("a").toggle_source("s"), asked);
        assert_eq!(ruled_out.exclude_actor("a").exclude_source("s"), View::default());
        assert_eq!(View::default().toggle_form(Form::Place).toggle_form(Form::Place), View::default());
        assert_eq!(View::default().toggle_zone(Where::Quote).toggle_zone(Where::Quote), View::default());
    }
}
