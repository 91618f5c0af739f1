//! How often each actor is mentioned, as bars with their forms, or in how many articles.

use super::table::{Cell, Table};
use super::{BarRow, Figure, Mark, Plot};
use crate::actors::{ActorId, Form};
use crate::charts::{Bar, Part, bars};
use crate::view::{Explorer, Measure, Selection, View, wording};
use std::collections::BTreeMap;

impl Explorer {
    pub(super) fn bars(&self, selection: &Selection, view: &View, most: usize) -> Figure {
        let mentions = view.measure == Measure::Mentions;
        let mut forms: BTreeMap<ActorId, [u32; Form::ALL.len()]> = BTreeMap::new();
        for mention in selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)) {
            if let Some(actor) = mention.actor {
                forms.entry(actor).or_default()[mention.form as usize] += 1;
            }
        }
        let data = selection.actors.iter().map(|count| {
            let of_form = |actor| forms.get(actor).copied().unwrap_or_default();
            let parts: Vec<(Option<Form>, u32)> = if mentions {
                let values = of_form(&count.actor);
                Form::ALL.into_iter().map(|form| (Some(form), values[form as usize])).collect()
            } else {
                vec![(None, count.articles)]
            };
            (count.actor, parts)
        });
        let drawn = bars(data, most);
        let rows: Vec<BarRow> =
            drawn.bars.into_iter().filter_map(|bar| self.bar(view, bar, mentions)).collect();
        let used: Vec<Form> =
            self.forms(selection).into_iter().filter(|(_, n)| *n > 0).map(|(f, _)| f).collect();
        let mut head = vec!["Actor".to_owned(), "Mentions".to_owned(), "Articles".to_owned()];
        head.extend(used.iter().map(|form| form.name().to_owned()));
        let row =
            |row: &BarRow| {
                let id = self.mentions.named(&row.actor.id)?;
                let count = selection.actors.iter().find(|count| count.actor == id)?;
                let rows = view.open_mentions(&row.actor.id);
                let with_it = if row.actor.on { view.clone() } else { row.actor.include.clone() };
                let mut cells = vec![
                    Cell::of(&row.actor.name, row.actor.include.clone()),
                    Cell::count(count.mentions, rows.clone()),
                    Cell::count(count.articles, with_it),
                ];
                let values = forms.get(&id).copied().unwrap_or_default();
                cells.extend(used.iter().map(|form| {
                    Cell::count(values[*form as usize], View { form: Some(*form), ..rows.clone() })
                }));
                Some(cells)
            };
        let table = Table { head, rows: rows.iter().filter_map(row).collect() };
        let left_out = wording::left_out(drawn.left_out, mentions.then_some(drawn.left_out_value));
        let title = wording::takeaway(&self.mentions, selection, view.measure);
        Figure { title, source: String::new(), left_out, plot: Plot::Bars(rows), table }
    }

    fn bar(&self, view: &View, bar: Bar<ActorId, Option<Form>>, mentions: bool) -> Option<BarRow> {
        let actor = self.actor(view, bar.key)?;
        let rows = view.open_mentions(&actor.id);
        let (says, opens) = if mentions {
            let mentions = wording::count(bar.value as usize, "mention");
            (format!("{}: {mentions}", actor.name), rows.clone())
        } else {
            let articles = wording::count(bar.value as usize, "article");
            let opens = if actor.on { view.clone() } else { actor.include.clone() };
            (format!("{}: {articles}", actor.name), opens)
        };
        let part = |part: Part<Option<Form>>| {
            let form = part.key?;
            let says = format!(
                "{}, {}: {}",
                actor.name,
                form.name(),
                wording::count(part.value as usize, "mention")
            );
            let opens = View { form: Some(form), ..rows.clone() };
            Some((form, Mark { value: part.value, start: part.start, length: part.length, says, opens }))
        };
        let parts = bar.parts.into_iter().filter_map(part).collect();
        let whole = Mark { value: bar.value, start: 0.0, length: bar.length, says, opens };
        Some(BarRow { actor, whole, parts })
    }
}
