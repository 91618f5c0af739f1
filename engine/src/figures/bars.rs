//! How often each actor is mentioned, as bars with their forms, or in how many articles; as counts or as rates.

use super::amount::Amount;
use super::build::{NOBODY, articles_of, left_out, rate_head};
use super::figure::{BarRow, Drawn, Mark, Plot};
use super::table::{Cell, Table};
use crate::actors::{ActorId, Form, Mentions};
use crate::charts::{Bar, BarPart, bars};
use crate::explorer::{ActorCount, Explorer, Selection};
use crate::labels;
use crate::view::{Measure, View};
use crate::wording::{count, times};

impl Explorer {
    pub(super) fn bars(&self, selection: &Selection, view: &View, most: usize, tabled: bool) -> Drawn {
        let mentions = !view.measure.of_articles();
        let of = self.denominator(selection, view);
        let mut forms = vec![[0; Form::ALL.len()]; self.mentions.actors.len()];
        for mention in selection.mentions.iter().filter_map(|i| self.mentions.list.get(*i)) {
            if let Some(forms) = mention.actor.and_then(|actor| forms.get_mut(actor.0 as usize)) {
                forms[mention.form as usize] += 1;
            }
        }
        let of_form = |actor: ActorId| forms.get(actor.0 as usize).copied().unwrap_or_default();
        let data = selection.actors.iter().map(|count| {
            let parts: Vec<(Option<Form>, u32)> = if mentions {
                let values = of_form(count.actor);
                Form::ALL.into_iter().map(|form| (Some(form), values[form as usize])).collect()
            } else {
                vec![(None, count.counted)]
            };
            (count.actor, parts)
        });
        let drawn = bars(data, most);
        let rows: Vec<BarRow> = drawn.bars.into_iter().filter_map(|bar| self.bar(view, bar, of)).collect();
        let used: Vec<Form> =
            self.forms(selection).into_iter().filter(|(_, n)| *n > 0).map(|(f, _)| f).collect();
        let mut head = vec!["Actor".to_owned(), "Mentions".to_owned(), "Articles".to_owned()];
        head.extend(view.measure.is_rate().then(|| rate_head(view.measure).to_owned()));
        head.extend(used.iter().map(|form| form.name().to_owned()));
        let row =
            |row: &BarRow| {
                let id = self.mentions.named(&row.actor.id)?;
                let count = selection.actors.iter().find(|count| count.actor == id)?;
                let rows = view.open_mentions(&row.actor.id);
                let with_it = articles_of(view, &row.actor);
                let mut cells = vec![
                    Cell::of(&row.actor.name, row.actor.include.clone()),
                    Cell::count(count.mentions, rows.clone()),
                    Cell::count(count.counted, with_it),
                ];
                let amount = |value| Amount { measure: view.measure, value, of };
                cells.extend(view.measure.is_rate().then(|| Cell::text(amount(row.whole.value).plain())));
                let values = of_form(id);
                cells.extend(used.iter().map(|form| {
                    Cell::count(values[*form as usize], View { form: Some(*form), ..rows.clone() })
                }));
                Some(cells)
            };
        let mut table = Table { head, rows: rows.iter().filter(|_| tabled).filter_map(row).collect() };
        if tabled && mentions && drawn.left_out > 0 {
            let name = Cell::text(format!("{} others", drawn.left_out));
            let mut others = vec![name, Cell::number(drawn.left_out_value)];
            others.resize(table.head.len(), Cell::text(""));
            table.rows.push(others);
        }
        let left_out = left_out(drawn.left_out, mentions.then_some(drawn.left_out_value));
        let title = takeaway(&self.mentions, selection, view.measure, of);
        Drawn { title, left_out, plot: Plot::Bars(rows), addition: None, table }
    }

    fn bar(&self, view: &View, bar: Bar<ActorId, Option<Form>>, of: u32) -> Option<BarRow> {
        let actor = self.actor(view, bar.key)?;
        let measure = view.measure;
        let rows = view.open_mentions(&actor.id);
        let part = |part: BarPart<Option<Form>>| {
            let form = part.key?;
            let amount = Amount { measure, value: part.value, of };
            let says = format!("{}, {}: {}", actor.name, labels::form(form), amount.says());
            let opens = View { form: Some(form), ..rows.clone() };
            let written = amount.written();
            Some((
                form,
                Mark { value: part.value, written, start: part.start, length: part.length, says, opens },
            ))
        };
        let parts = bar.parts.into_iter().filter_map(part).collect();
        let opens = if measure.of_articles() { articles_of(view, &actor) } else { rows.clone() };
        let amount = Amount { measure, value: bar.value, of };
        let says = format!("{}: {}", actor.name, amount.says());
        let whole =
            Mark { value: bar.value, written: amount.written(), start: 0.0, length: bar.length, says, opens };
        Some(BarRow { actor, whole, parts })
    }
}

/// A sentence that says what the bars show: `North Korea is mentioned most, 118 times in 9 articles`. Rates are `of`
/// so many words or articles.
fn takeaway(mentions: &Mentions, selection: &Selection, measure: Measure, of: u32) -> String {
    let named = |id| mentions.actor(id).map_or("", |a| a.name.as_str());
    let value = |count: &ActorCount| if measure.of_articles() { count.counted } else { count.mentions };
    let most = selection.actors.iter().map(value).max().unwrap_or(0);
    let mut first = selection.actors.iter().filter(|count| most > 0 && value(count) == most);
    let Some(one) = first.next() else { return NOBODY.to_owned() };
    let name = named(one.actor);
    let ties = first.count();
    let amount = Amount { measure, value: most, of }.written();
    let amount = match measure {
        Measure::Mentions if ties == 0 => {
            format!("{} in {}", times(most), count(one.counted as usize, "article"))
        }
        Measure::Mentions => times(most),
        Measure::PerThousand => format!("{amount} times per 1,000 words"),
        Measure::Articles | Measure::Share => amount,
    };
    let most = if measure.of_articles() { "in most articles" } else { "mentioned most" };
    match ties {
        0 => format!("{name} is {most}, {amount}"),
        1 => format!("{name} and one more actor are {most}, {amount} each"),
        ties => format!("{name} and {ties} more actors are {most}, {amount} each"),
    }
}
