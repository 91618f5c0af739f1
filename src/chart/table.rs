//! A table of figures, whose cells open what they count.

use crate::state::href;
use dateline_engine::figures::table::{Cell, Table};
use leptos::either::Either;
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn FigureTable(table: Table) -> impl IntoView {
    let inside = |cell: &Cell| match &cell.opens {
        Some(view) => Either::Left(view! { <a href=href(view)>{cell.shown()}</a> }),
        None => Either::Right(cell.shown()),
    };
    let row = |cells: &Vec<Cell>| {
        let (first, rest) = cells.split_at(cells.len().min(1));
        let first = first.iter().map(|cell| view! { <th scope="row">{inside(cell)}</th> }).collect_view();
        let rest = rest.iter().map(|cell| view! { <td>{inside(cell)}</td> }).collect_view();
        view! { <tr>{first}{rest}</tr> }
    };
    let head = table.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    view! {
        <table class="table">
            <thead><tr>{head}</tr></thead>
            <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}
