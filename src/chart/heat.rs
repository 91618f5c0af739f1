//! Numbers in rows and columns, the stronger the higher: who stands together with whom, and which source names whom.

use crate::shared::{RovingTabindex, dynamic};
use crate::state::href;
use dateline_engine::figures::{HeatCell, HeatHead, HeatPlot, HeatRow};
use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn Heat(plot: HeatPlot, roving: RovingTabindex) -> impl IntoView {
    dynamic(move || {
        let is_mark = |cell: &&HeatCell| cell.mark.value > 0;
        let heads = plot.columns.iter().filter(|head| head.opens.is_some()).count();
        let cells: usize = plot.rows.iter().map(|row| 1 + row.cells.iter().filter(is_mark).count()).sum();
        let mut stops =
            (0..heads + cells).map(|place| roving.stop(place, heads + cells)).collect::<Vec<_>>().into_iter();
        let heads: Vec<_> = plot.columns.iter().map(|head| column_head(head, &mut stops)).collect();
        let rows: Vec<_> = plot.rows.iter().map(|row| table_row(row, &mut stops)).collect();
        view! {
            <div class="heat-frame">
                <table class="heat">
                    <thead><tr data-row=""><td></td>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}

/// The `tabindex` of each mark, in their order.
type Stops = std::vec::IntoIter<&'static str>;

fn column_head(head: &HeatHead, stops: &mut Stops) -> impl IntoView + use<> {
    let name = match &head.opens {
        Some(opens) => filter(head.name.clone(), head.on, href(opens), stops).into_any(),
        None => head.name.clone().into_any(),
    };
    view! { <th class="heat-head" scope="col">{name} {note(&head.note)}</th> }
}

fn table_row(row: &HeatRow, stops: &mut Stops) -> impl IntoView + use<> {
    let actor = row.actor.clone();
    let name = filter(actor.name, actor.on, href(&actor.include), stops);
    let cells: Vec<_> = row.cells.iter().map(|cell| number(cell, stops)).collect();
    view! { <tr data-row=""><th class="heat-name" scope="row">{name}</th>{cells}</tr> }
}

/// What a number rests on.
fn note(note: &str) -> impl IntoView + use<> {
    (!note.is_empty()).then(|| view! { <small class="heat-note">{note.to_owned()}</small> })
}

/// A name that filters.
fn filter(name: String, on: bool, to: String, stops: &mut Stops) -> impl IntoView + use<> {
    let (says, stop) = (name.clone(), stops.next().unwrap_or("-1"));
    view! {
        <a class="heat-filter" class:bar-name-on=on aria-current=on.then_some("true") title=says href=to data-mark=""
            tabindex=stop>{name}</a>
    }
}

fn number(cell: &HeatCell, stops: &mut Stops) -> impl IntoView + use<> {
    let HeatCell { mark, note: of } = cell;
    if mark.value == 0 {
        return view! { <td class="heat-none">{mark.written.clone()}</td> }.into_any();
    }
    let strength = [&decimal(6.0 + 36.0 * mark.length, 0), "%"].concat();
    let (says, stop) = (mark.says.clone(), stops.next().unwrap_or("-1"));
    view! {
        <td>
            <a class="heat-cell" aria-label=says style=("--strength", strength) href=href(&mark.opens) data-mark=""
                tabindex=stop>{mark.written.clone()}</a>
            {note(of)}
        </td>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Heat, RovingTabindex};
    use dateline_engine::figures::{HeatCell, HeatHead, HeatPlot, HeatRow, Mark, Named};
    use dateline_engine::view::View;
    use leptos::prelude::*;

    #[test]
    fn a_number_opens_and_a_zero_does_not() {
        let view = View::default();
        let list = View { outlets: vec!["Aftenposten".into()], ..view.clone() };
        let cell = |value: u32| {
            let mark = Mark {
                value,
                written: value.to_string(),
                start: 0.0,
                length: 1.0,
                says: format!("Norway, Aftenposten: {value} mentions"),
                opens: list.open_mentions("norway"),
            };
            HeatCell { mark, note: String::new() }
        };
        let head =
            |name: &str, opens| HeatHead { name: name.into(), note: "4 articles".into(), on: false, opens };
        let actor = Named {
            id: "norway".into(),
            name: "Norway".into(),
            on: false,
            include: view.toggle_actor("norway"),
            exclude: view.exclude_actor("norway"),
        };
        let columns = vec![head("Aftenposten", Some(list.clone())), head("9 other sources", None)];
        let plot = HeatPlot { columns, rows: vec![HeatRow { actor, cells: vec![cell(7), cell(0)] }] };
        let owner = Owner::new();
        owner.set();
        let html = view! { <Heat plot roving=RovingTabindex::new()/> }.to_html();
        assert!(html.contains("href=\"#source=Aftenposten&amp;mentions=norway\""), "{html}");
        assert_eq!((html.matches("heat-cell").count(), html.matches("heat-none").count()), (1, 1), "{html}");
        assert_eq!(html.matches("heat-filter").count(), 2, "the others are no filter: {html}");
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one stop for Tab: {html}");
    }
}
