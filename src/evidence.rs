//! Evidence: the mentions behind a mark of a chart, a row each, in the order that the reader chooses.

use crate::more;
use crate::panel;
use crate::state::{App, href};
use dateline_engine::actors::Form;
use dateline_engine::view::{At, Evidence, Order, View, wording};
use leptos::prelude::*;

/// Rows shown at once; the rest come with a click.
const PAGE: usize = 200;

/// The rows that the view opens.
pub(crate) fn evidence(app: App) -> impl IntoView {
    let (shown, set_shown) = signal(PAGE);
    let opened = app.part(View::close_article);
    // Read by the title, the switches and the list.
    let rows = Memo::new(move |_| {
        app.selection.with(|selection| opened.with(|view| app.explorer.rows(selection, view)))
    });
    let title = Signal::derive(move || {
        rows.with(|rows| opened.with(|view| wording::rows_title(app.explorer, view, rows)))
    });
    let content = move || {
        let view = opened.get();
        let (drawn, left) = rows.with(|rows| {
            let left = rows.len().saturating_sub(shown.get());
            (rows.iter().take(shown.get()).map(|row| drawn(row, &view)).collect_view(), left)
        });
        view! {
            {forms(app, &view)}
            {orders(&view)}
            <ol class="rows">{drawn}</ol>
            {more::next(left, PAGE, set_shown)}
        }
    };
    panel::panel(app, title, content.into_any())
}

/// The forms of these rows; following one leaves only its own.
fn forms(app: App, view: &View) -> impl IntoView + use<> {
    let every = View { form: None, ..view.clone() };
    let rows = app.selection.with(|selection| app.explorer.rows(selection, &every));
    let count = |form| rows.iter().filter(|row| row.mention.form == form).count();
    let counts: Vec<_> =
        Form::ALL.map(|form| (form, count(form))).into_iter().filter(|(_, n)| *n > 0).collect();
    let choice = |name: &str, count: usize, form: Option<Form>| {
        let link = href(&View { form, ..every.clone() });
        let on = (view.form == form).then_some("true");
        let name = name.to_owned();
        view! {
            <li><a class="choice" href=link aria-current=on>{name} " " <span class="choice-count">{wording::number(count)}</span></a></li>
        }
    };
    // A row of a pair stands for a paragraph, and its form for nothing.
    (counts.len() > 1 && view.with.is_none()).then(|| {
        let all = choice("all", rows.len(), None);
        let each = counts.iter().map(|(form, n)| choice(form.name(), *n, Some(*form))).collect_view();
        view! {
            <div class="switch">
                <span class="switch-name">"Form"</span>
                <ul class="choices" aria-label="Form">{all} {each}</ul>
            </div>
        }
    })
}

fn orders(view: &View) -> impl IntoView + use<> {
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
        let link = href(&View { order: *order, ..view.clone() });
        view! { <li><a class="choice" href=link aria-current=(*order == view.order).then_some("true")>{name}</a></li> }
    };
    view! {
        <div class="switch">
            <span class="switch-name">"Sort by"</span>
            <ul class="choices" aria-label="Sort by">{Order::ALL.iter().map(choice).collect_view()}</ul>
        </div>
    }
}

fn drawn(row: &Evidence<'_>, view: &View) -> impl IntoView + use<> {
    let at = At { zone: row.mention.zone, start: row.mention.at.start };
    let link = href(&view.open_article(&row.article.name, Some(at)));
    let day = wording::published(row.article);
    let doubt = if row.mention.sure { "" } else { ", usual reading" };
    // A line of the source may break anywhere; a row is one line.
    let plain = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    // A space at the edge of a right-to-left line would go to its other end; one that does not break stays.
    let mut left = plain(row.left);
    if left.ends_with(' ') {
        left.truncate(left.trim_end().len());
        left.push('\u{A0}');
    }
    view! {
        <li class="row">
            <a class="row-line" href=link>
                <span class="row-left"><bdi>{left}</bdi></span>
                <b class="row-surface">{plain(row.surface)}</b>
                <span class="row-right">{plain(row.right)}</span>
            </a>
            <p class="row-meta">
                <span class="row-form">{row.mention.form.name()}{doubt}</span>
                " · " {day} " · " <span class="row-article">{row.article.title.text.clone()}</span>
            </p>
        </li>
    }
}
