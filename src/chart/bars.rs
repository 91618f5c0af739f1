//! Bars: a name that filters, a bar whose parts open their mentions, and a way to rule the actor out.

use crate::shared::{RovingTabindex, dynamic};
use crate::state::href;
use dateline_engine::figures::{BarRow, Mark};
use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// Marks in a row beside the parts of its bar: the name, the number, the way out.
const BESIDE_PARTS: usize = 3;

/// The bars.
#[component]
pub(super) fn Bars(
    rows: Vec<BarRow>,
    /// The actor whose mentions show.
    open: Option<String>,
    roving: RovingTabindex,
) -> impl IntoView {
    dynamic(move || {
        let of = rows.iter().map(|row| row.parts.len().max(1) + BESIDE_PARTS).sum();
        let mut place = 0;
        let mut row = |row: &BarRow| {
            let marks = row.parts.len().max(1) + BESIDE_PARTS;
            let stops = (place..place + marks).map(|place| roving.stop(place, of)).collect();
            place += marks;
            view! { <Bar row=row.clone() open=open.as_ref() == Some(&row.actor.id) stops/> }
        };
        view! { <ol class="bars">{rows.iter().map(&mut row).collect_view()}</ol> }
    })
}

/// The bar of an actor.
#[component]
fn Bar(
    row: BarRow,
    /// Whether its mentions show.
    open: bool,
    /// The `tabindex` of each mark.
    stops: Vec<&'static str>,
) -> impl IntoView {
    let BarRow { actor, whole, parts } = row;
    let includes = match actor.on {
        true => format!("{}: filtered by, take the filter off", actor.name),
        false => format!("{}: only articles that name it", actor.name),
    };
    let excludes = format!("{}: exclude articles that name it", actor.name);
    let (include, exclude, opens) = (href(&actor.include), href(&actor.exclude), href(&whole.opens));
    let current = |on: bool| on.then_some("true");
    let stop = |at: usize| stops.get(at).copied().unwrap_or("-1");
    let last = parts.len().max(1) + 2;
    let all = |share: &Mark| DrawnPart { class: "part part-any".to_owned(), grow: 1.0, mark: share.clone() };
    let drawn: Vec<DrawnPart> = match parts.is_empty() {
        true => vec![all(&whole)],
        false => parts.iter().map(|(form, mark)| DrawnPart::new(form.name(), mark, &whole)).collect(),
    };
    let drawn = drawn.into_iter().enumerate().map(|(at, it)| part(it, stop(at + 2))).collect_view();
    view! {
        <li class="bar-row" class:bar-row-open=open data-row="">
            <a class="bar-name" class:bar-name-on=actor.on aria-current=current(actor.on) aria-label=includes
                href=include data-mark="" tabindex=stop(0)>{actor.name}</a>
            <span class="bar" style=("--length", decimal(whole.length, 4))>
                <a class="bar-value" aria-current=current(open) href=opens aria-label=whole.says data-actor=actor.id
                    data-mark="" tabindex=stop(1)>{whole.written}</a>
                <span class="bar-plot">{drawn}</span>
            </span>
            <a class="out" aria-label=excludes href=exclude data-mark=""
                tabindex=stop(last)></a>
        </li>
    }
}

/// A part of a bar.
struct DrawnPart {
    class: String,
    /// Its share of the bar.
    grow: f64,
    mark: Mark,
}

impl DrawnPart {
    fn new(form: &str, mark: &Mark, whole: &Mark) -> DrawnPart {
        let grow = mark.length / whole.length.max(f64::MIN_POSITIVE);
        DrawnPart { class: ["part part-", form].concat(), grow, mark: mark.clone() }
    }
}

fn part(DrawnPart { class, grow, mark }: DrawnPart, stop: &'static str) -> impl IntoView {
    view! {
        <a class=class style=("flex-grow", decimal(grow, 4)) href=href(&mark.opens) aria-label=mark.says
            data-mark="" tabindex=stop></a>
    }
}

#[cfg(test)]
mod tests {
    use super::{Bars, RovingTabindex};
    use dateline_engine::actors::Form;
    use dateline_engine::figures::{BarRow, Mark, Named};
    use dateline_engine::view::View;
    use leptos::prelude::*;

    fn mark(value: u32, length: f64, opens: View) -> Mark {
        let says = format!("Norway: {value} mentions");
        Mark { value, written: value.to_string(), start: 0.0, length, says, opens }
    }

    #[test]
    fn each_part_opens_what_it_says() {
        let all = View::default().open_mentions("norway");
        let place = View { form: Some(Form::Place), ..all.clone() };
        let actor = Named {
            id: "norway".into(),
            name: "Norway".into(),
            on: false,
            include: View::default().toggle_actor("norway"),
            exclude: View::default().exclude_actor("norway"),
        };
        let row = BarRow { actor, whole: mark(3, 1.0, all), parts: vec![(Form::Place, mark(2, 0.6, place))] };
        let owner = Owner::new();
        owner.set();
        let html = view! { <Bars rows=vec![row] open=Some("norway".into()) roving=RovingTabindex::new()/> }
            .to_html();
        for (part, holds) in
            [("bar-value", "#mentions=norway"), ("part part-place", "#mentions=norway&amp;form=place")]
        {
            assert!(html.contains(part) && html.contains(holds), "{part}: {html}");
        }
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one stop for Tab: {html}");
        assert!(html.contains("bar-row-open"), "{html}");
    }
}
