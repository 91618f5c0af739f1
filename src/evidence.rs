//! Evidence: the mentions behind a mark of a chart or the hits of a query, a row each, in the order that the reader
//! chooses.

use crate::element::{El, button, el, live, switch};
use crate::long_list::window;
use crate::state::{App, href};
use crate::{browser, chart, panel};
use dateline_engine::actors::Form;
use dateline_engine::explorer::Evidence;
use dateline_engine::figures::rows_title;
use dateline_engine::text::unbroken;
use dateline_engine::view::{Order, View};
use dateline_engine::wording;
use leptos::prelude::*;
use std::ops::Range;

/// The rows that the view opens.
pub(crate) fn evidence(app: App) -> El {
    let opened = app.part(View::close_article);
    // Read by the title, the switches and the list.
    let rows = Memo::new(move |_| {
        app.selection.with(|selection| opened.with(|view| app.explorer.rows(selection, view)))
    });
    let title =
        Signal::derive(move || rows.with(|rows| opened.with(|view| rows_title(app.explorer, view, rows))));
    let total = Signal::derive(move || rows.with(Vec::len));
    let left = app.left();
    let is_left = move |row: &Evidence<'_>| {
        left.as_ref()
            .is_some_and(|left| left.article.as_ref() == Some(&row.article.name) && left.at == Some(row.at()))
    };
    let place = rows.with_untracked(|rows| rows.iter().position(is_left));
    let draw = move |range: Range<usize>| {
        let view = opened.get();
        rows.with(|rows| rows.get(range).unwrap_or_default().iter().map(|row| drawn(row, &view)).collect())
    };
    let save = move |_| {
        let view = opened.get_untracked();
        let table = rows.with_untracked(|rows| app.explorer.rows_table(rows, &browser::address()));
        let source = app.selection.with_untracked(|selection| app.explorer.source_line(selection, &view));
        let what = view.mentions.as_deref().unwrap_or("hits");
        chart::save_table(&wording::file_name(&app.explorer.corpus, what, "csv"), &table, &source);
    };
    let head = [
        live(move || opened.with(|view| rows.with(|rows| forms(app, view, rows)))),
        live(move || opened.with(|view| [orders(view)])),
        el("p", "files").say("Save as ").with(button("file", "CSV", save)).into(),
    ];
    let list = window("rows", total, place.map_or(0, |place| place + 1), draw);
    let panel = panel::panel(app, "rows", title, head.into_iter().chain(list));
    Effect::new(move |before: Option<()>| {
        if let (None, Some(place)) = (before, place) {
            browser::focus(&format!(".rows > :nth-child({}) a", place + 1));
        }
    });
    panel
}

/// The forms of these rows; following one leaves only its own.
fn forms(app: App, view: &View, rows: &[Evidence<'static>]) -> Option<El> {
    let every = View { form: None, ..view.clone() };
    let rows = match view.form {
        None => rows.to_vec(),
        Some(_) => app.selection.with(|selection| app.explorer.rows(selection, &every)),
    };
    let count = |form| rows.iter().filter(|row| row.mention.is_some_and(|m| m.form == form)).count();
    let counts = Form::ALL.map(|form| (Some(form), count(form))).into_iter().filter(|(_, n)| *n > 0);
    let counts: Vec<_> = std::iter::once((None, rows.len())).chain(counts).collect();
    let choice = |(form, count): &(Option<Form>, usize)| {
        let name = form.map_or("all", Form::name).to_owned();
        (name, Some(*count), href(&View { form: *form, ..every.clone() }), view.form == *form)
    };
    // A row of a pair stands for a paragraph, and its form for nothing.
    (counts.len() > 2 && view.with.is_none()).then(|| switch("Form", counts.iter().map(choice)))
}

fn orders(view: &View) -> El {
    // A hit is no mention, and has no form to sort by.
    let fits = |order: &&Order| view.mentions.is_some() || !matches!(order, Order::Form | Order::Doubt);
    let choice = |order: &Order| {
        let name = match order {
            Order::Reading => "as it reads",
            Order::Left => "words before",
            Order::Right => "words after",
            Order::Form => "form",
            Order::Doubt => "doubt",
            Order::Article => "article",
            Order::Date => "newest",
        };
        (name.to_owned(), None, href(&View { order: *order, ..view.clone() }), *order == view.order)
    };
    switch("Sort by", Order::ALL.iter().filter(fits).map(choice))
}

fn drawn(row: &Evidence<'_>, view: &View) -> El {
    let link = href(&view.open_article(&row.article.name, Some(row.at())));
    // A space at the edge of a right-to-left line would go to its other end; one that does not break stays.
    let mut left = unbroken(row.context.left);
    if left.ends_with(' ') {
        left.truncate(left.trim_end().len());
        left.push('\u{A0}');
    }
    let line = el("a", "row-line")
        .set("href", link)
        .with(el("span", "row-left").with(el("bdi", "").say(left)))
        .with(el("b", "row-surface").say(unbroken(row.context.middle)))
        .with(el("span", "row-right").say(unbroken(row.context.right)));
    let mut meta = el("p", "row-meta");
    if let Some(mention) = row.mention {
        let doubt = if mention.sure { "" } else { ", usual reading" };
        let form = format!("{}{doubt}", mention.form.name());
        meta = meta.with(el("span", "row-form").say(form)).say(" · ");
    }
    let meta = meta.say(format!("{} · ", wording::published(row.article)));
    let article = el("span", "row-article").say(row.article.title.text.clone());
    el("li", "row").with(line).with(meta.with(article))
}
