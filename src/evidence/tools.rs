//! What a reader does with rows of evidence: narrow them to a spelling or a kind of name, lay them out, order them, save
//! them.

use crate::lasting::lasting;
use crate::shared::{Choice, ChoiceList, Choices, Switch, Taken, TakenText};
use crate::state::{App, Shown};
use crate::{browser, chart};
use dateline_engine::actors::Form;
use dateline_engine::explorer::EvidenceRow;
use dateline_engine::labels;
use dateline_engine::view::{Layout, Order, View};
use leptos::prelude::*;

/// Spellings that are offered; the rest are in the list of names.
const SPELLINGS: usize = 12;

/// The tools.
#[component]
pub(super) fn Tools(
    app: App,
    /// The view, without an article that is open.
    opened: ReadSignal<View>,
) -> impl IntoView {
    let taken = Taken::new();
    let save = move |_| {
        let (view, shown) = (opened.get_untracked(), app.shown.get_untracked());
        let table = move || {
            let explorer = shown.explorer();
            let rows = explorer.rows(&shown.selection, &view);
            let table = explorer.rows_table(&rows, &browser::address());
            let source = explorer.source_line(&shown.selection, &view);
            (explorer.file_name(&view, "csv"), table, source)
        };
        app.once_there(table, move |(name, table, source)| chart::save_table(taken, &name, &table, &source));
    };
    let spelled = lasting(move |_| {
        let (shown, rows) = (app.shown.get(), app.rows.with(Vec::len));
        opened.with(|view| spellings(&shown, view, rows))
    });
    let formed = lasting(move |_| {
        let shown = app.shown.get();
        match spelled.with(Vec::is_empty) {
            true => app.rows.with(|rows| opened.with(|view| forms(&shown, view, rows))),
            false => Vec::new(),
        }
    });
    view! {
        <Narrowed label="Named" choices=spelled/>
        <Narrowed label="Named by" choices=formed/>
        <div class="evidence-tools">
            <Choices label="Layout" choices=lasting(move |_| opened.with(layouts))/>
            <ChoiceList app label="Order" choices=lasting(move |_| opened.with(orders))/>
            <button class="file" type="button" on:click=save>"CSV"</button>
        </div>
        <TakenText taken id="rows-taken"/>
    }
}

/// What narrows the rows; nothing where there is no choice.
#[component]
fn Narrowed(label: &'static str, choices: ReadSignal<Vec<Choice>>) -> impl IntoView {
    let is_choice = lasting(move |_| choices.with(|all| !all.is_empty()));
    view! { <Show when=move || is_choice.get()><Switch label choices/></Show> }
}

/// The spellings of the actor whose rows are open, each with its mentions; nothing where there is one, or for a pair.
fn spellings(shown: &Shown, view: &View, rows: usize) -> Vec<Choice> {
    let met = shown.explorer().row_spellings(&shown.selection, view);
    let every = View { spelling: None, form: None, ..view.clone() };
    let total = met.iter().map(|spelling| spelling.mentions.len()).sum();
    let is_all = view.spelling.is_none() && view.form.is_none();
    let all = Choice::new("all", &every, is_all).counted(total);
    let form = view.form.filter(|_| view.spelling.is_none());
    let form = form.map(|form| Choice::new(labels::form(form), view, true).counted(rows));
    let spelled = met.iter().take(SPELLINGS).map(|spelling| {
        let is_on = view.spelling.as_ref().is_some_and(|text| spelling.is(text));
        let to = View { spelling: Some(spelling.text.clone()), ..every.clone() };
        Choice::new(spelling.text.clone(), &to, is_on).counted(spelling.mentions.len())
    });
    let choices = std::iter::once(all).chain(form).chain(spelled);
    if met.len() > 1 { choices.collect() } else { Vec::new() }
}

/// The forms of these rows; following one leaves only its own.
fn forms(shown: &Shown, view: &View, rows: &[EvidenceRow]) -> Vec<Choice> {
    let every = View { form: None, ..view.clone() };
    let of = |row: &EvidenceRow| row.mention.as_ref().map(|mention| mention.form);
    let all: Vec<_> = match view.form {
        None => rows.iter().map(of).collect(),
        Some(_) => {
            let rows = shown.explorer().rows(&shown.selection, &every);
            rows.iter().map(|row| row.mention.map(|mention| mention.form)).collect()
        }
    };
    let count = |form| all.iter().filter(|of| **of == Some(form)).count();
    let counts = Form::ALL.map(|form| (Some(form), count(form))).into_iter().filter(|(_, n)| *n > 0);
    let counts: Vec<_> = std::iter::once((None, all.len())).chain(counts).collect();
    let choice = |(form, count): &(Option<Form>, usize)| {
        let name = form.map_or("all", labels::form);
        Choice::new(name, &View { form: *form, ..every.clone() }, view.form == *form).counted(*count)
    };
    // A row of a pair stands for a paragraph, and its form for nothing.
    let choices = counts.iter().map(choice);
    if counts.len() > 2 && view.with.is_none() { choices.collect() } else { Vec::new() }
}

fn layouts(view: &View) -> Vec<Choice> {
    let choice = |layout: &Layout| {
        // An order by the words beside has one layout.
        let order = if view.order.is_by_context() { Order::default() } else { view.order };
        let is_on = (*layout == Layout::Aligned) == view.is_aligned();
        Choice::new(labels::layout(*layout), &View { layout: *layout, order, ..view.clone() }, is_on)
    };
    Layout::ALL.iter().map(choice).collect()
}

fn orders(view: &View) -> Vec<Choice> {
    // A hit is no mention, and has no form to sort by.
    let fits = |order: &&Order| view.mentions.is_some() || !matches!(order, Order::Form | Order::Doubt);
    let choice = |order: &Order| {
        Choice::new(labels::order(*order), &View { order: *order, ..view.clone() }, *order == view.order)
    };
    Order::ALL.iter().filter(fits).map(choice).collect()
}
