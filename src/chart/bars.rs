//! Bars: a name that filters, a bar whose parts open their mentions, and a way to rule the actor out.

use crate::lasting::lasting;
use crate::shared::{RovingTabindex, Row, by_index, rows};
use crate::state::href;
use dateline_engine::actors::Form;
use dateline_engine::figures::{BarRow, Mark};
use dateline_engine::wording::decimal;
use leptos::prelude::*;

/// Marks in a row beside the parts of its bar: the name, the number, the way out.
const BESIDE_PARTS: usize = 3;
/// The index, in its row, of whatever comes last.
const LAST: usize = usize::MAX;

/// The bars.
#[component]
pub(super) fn Bars(
    /// In the order in which they stand.
    bars: ReadSignal<Vec<Bar>>,
    roving: RovingTabindex,
) -> impl IntoView {
    let marks = lasting(move |_| bars.with(|bars| bars.last().map_or(0, |bar| bar.first + bar.marks())));
    view! { <ol class="bars">{rows(bars, move |row| bar(row, marks, roving))}</ol> }
}

/// The bar of an actor, as it is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Bar {
    /// The index of its first mark among those of all bars.
    first: usize,
    id: String,
    name: String,
    /// Whether the actor is filtered by, and whether its mentions show.
    on: bool,
    open: bool,
    include: String,
    exclude: String,
    whole: DrawnPart,
    parts: Vec<DrawnPart>,
}

/// A bar or a part of it.
#[derive(Clone, PartialEq)]
struct DrawnPart {
    class: String,
    /// Its share of what it is a part of.
    length: String,
    written: String,
    says: String,
    href: String,
}

impl DrawnPart {
    fn new(form: &str, mark: &Mark, of: f64) -> DrawnPart {
        DrawnPart {
            class: ["part part-", form].concat(),
            length: decimal(mark.length / of.max(f64::MIN_POSITIVE), 4),
            written: mark.written.clone(),
            says: mark.says.clone(),
            href: href(&mark.opens),
        }
    }
}

impl Bar {
    /// The bars of these rows, one of which may be that of the actor whose mentions show.
    pub(super) fn all(rows: &[BarRow], open: Option<&str>) -> Vec<Bar> {
        let mut first = 0;
        let bar = |BarRow { actor, whole, parts }: &BarRow| {
            let part = |(form, mark): &(Form, Mark)| DrawnPart::new(form.name(), mark, whole.length);
            let mut drawn: Vec<DrawnPart> = parts.iter().map(part).collect();
            if drawn.is_empty() {
                drawn.push(DrawnPart::new("any", whole, whole.length));
            }
            let bar = Bar {
                first,
                id: actor.id.clone(),
                name: actor.name.clone(),
                on: actor.on,
                open: open == Some(&actor.id),
                include: href(&actor.include),
                exclude: href(&actor.exclude),
                whole: DrawnPart::new("any", whole, 1.0),
                parts: drawn,
            };
            first += bar.marks();
            bar
        };
        rows.iter().map(bar).collect()
    }

    fn marks(&self) -> usize {
        self.parts.len() + BESIDE_PARTS
    }

    fn includes(&self) -> String {
        match self.on {
            true => format!("{}: filtered by, take the filter off", self.name),
            false => format!("{}: only articles that name it", self.name),
        }
    }

    fn excludes(&self) -> String {
        format!("{}: exclude articles that name it", self.name)
    }
}

fn bar(row: Row<Bar>, marks: ReadSignal<usize>, roving: RovingTabindex) -> AnyView {
    let stop = move |at: usize| {
        let place = move |bar: &Bar| bar.first + at.min(bar.marks() - 1);
        Signal::derive(move || roving.stop(row.get(place), marks.get()))
    };
    let whole = |of: fn(&DrawnPart) -> String| Signal::derive(move || row.get(|bar| of(&bar.whole)));
    let part = move |at: usize| {
        let part = |of: fn(&DrawnPart) -> String| {
            Signal::derive(move || row.get(|bar| bar.parts.get(at).map(of)).unwrap_or_default())
        };
        view! {
            <a class=part(|it| it.class.clone()) style=("flex-grow", part(|it| it.length.clone()))
                href=part(|it| it.href.clone()) aria-label=part(|it| it.says.clone()) data-mark=""
                tabindex=stop(at + 2)></a>
        }
        .into_any()
    };
    let on = row.part(|bar| bar.on);
    view! {
        <li class="bar-row" class:bar-row-open=row.part(|bar| bar.open) data-row="">
            <a class="bar-name" class:bar-name-on=on aria-current=row.part(|bar| bar.on.then_some("true"))
                aria-label=row.part(Bar::includes) href=row.part(|bar| bar.include.clone()) data-mark=""
                tabindex=stop(0)>{row.part(|bar| bar.name.clone())}</a>
            <span class="bar" style=("--length", whole(|it| it.length.clone()))>
                <a class="bar-value" aria-current=row.part(|bar| bar.open.then_some("true"))
                    href=whole(|it| it.href.clone()) aria-label=whole(|it| it.says.clone())
                    data-actor=row.part(|bar| bar.id.clone()) data-mark="" tabindex=stop(1)>
                    {whole(|it| it.written.clone())}
                </a>
                <span class="bar-plot">{by_index(row.part(|bar| bar.parts.len()), part)}</span>
            </span>
            <a class="out" aria-label=row.part(Bar::excludes) href=row.part(|bar| bar.exclude.clone()) data-mark=""
                tabindex=stop(LAST)></a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Bar, Bars, RovingTabindex};
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
        let bars = crate::lasting::lasting(move |_| Bar::all(std::slice::from_ref(&row), Some("norway")));
        let html = view! { <Bars bars roving=RovingTabindex::new()/> }.to_html();
        for (part, holds) in
            [("bar-value", "#mentions=norway"), ("part part-place", "#mentions=norway&amp;form=place")]
        {
            assert!(html.contains(part) && html.contains(holds), "{part}: {html}");
        }
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one stop for Tab: {html}");
        assert!(html.contains("bar-row-open"), "{html}");
    }
}
