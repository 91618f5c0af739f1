//! A filter with a list of values: each can be asked for or ruled out, and says how many articles that gives.

use crate::browser;
use crate::shared::{Seeker, ShowAll, dynamic, folded};
use crate::state::{App, href};
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// Values shown before "Show all".
const FIRST: usize = 12;

/// A value of a filter.
#[derive(Clone, PartialEq)]
pub(super) struct Value {
    /// What stands for it in a view.
    pub(super) id: String,
    pub(super) name: String,
    /// What it gives; where it is ruled out, what that keeps out.
    pub(super) articles: u32,
    pub(super) on: bool,
    pub(super) out: bool,
}

/// Changes a view by a value.
pub(super) type Change = fn(&View, &str) -> View;

/// Whether a value that is known by this id is called something with a word that begins so.
pub(super) type Called = fn(App, &str, &str) -> bool;

/// The first values, or those whose name holds what the reader looks for; the ones that are on are always there.
#[component]
pub(super) fn Facet(
    app: App,
    id: &'static str,
    title: &'static str,
    /// What its values are: `actors`.
    unit: &'static str,
    values: Memo<Vec<Value>>,
    /// What asks for a value, and what rules it out.
    changes: [Change; 2],
    /// Whether something else calls the value of this index so.
    #[prop(optional)]
    called: Option<Called>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let (sought, set_sought) = signal(String::new());
    let total = values.with_untracked(Vec::len);
    let rows = dynamic(move || {
        let view = app.view.with(View::list);
        let sought = sought.get();
        let every = all.get() || !sought.is_empty();
        values.with(|values| {
            let here = |(at, value): &(usize, &Value)| {
                // What would give nothing is no filter, unless somebody looks for it.
                let first = if value.articles > 0 { every || *at < FIRST } else { !sought.is_empty() };
                let is_called = || called.is_some_and(|called| called(app, &value.id, &sought));
                first && (sought.is_empty() || folded(&value.name).contains(&sought) || is_called())
                    || value.on
                    || value.out
            };
            let shown: Vec<_> =
                values.iter().enumerate().filter(here).map(|(_, value)| option(&view, value, changes)).collect();
            let nobody = (shown.is_empty() && !sought.is_empty()).then(|| {
                let query = [view.query.trim(), &sought].join(" ").trim().to_owned();
                let link = href(&View { query, ..view.clone() });
                let one = unit.trim_end_matches('s');
                view! {
                    <li class="facet-note">
                        {["No ", one, " called “", &sought, "”. "].concat()} <a href=link>"Search the text for it"</a>
                    </li>
                }
            });
            view! { {shown} {nobody} }
        })
    });
    // A row whose number changes may go elsewhere; the focus goes with it.
    let followed = StoredValue::new(None::<String>);
    let follow =
        move |event: leptos::ev::MouseEvent| followed.set_value(browser::attribute(&event, "data-value"));
    Effect::new(move |_| {
        values.track();
        if let Some(id) = followed.try_update_value(Option::take).flatten() {
            browser::focus_named(".option", "data-value", &id);
        }
    });
    let seeker = (total > FIRST).then(|| {
        let label = format!("Find one of {total} {unit}");
        view! { <Seeker class="facet-search" label sought=set_sought/> }
    });
    view! {
        <section class="facet" aria-labelledby=id>
            <h2 class="facet-title" id=id>{title}</h2>
            {seeker}
            <ul class="options" on:click=follow>{rows}</ul>
            <Show when=move || { total > FIRST && sought.with(String::is_empty) }>
                <ShowAll all label=format!("Show all {total}")/>
            </Show>
        </section>
    }
}

fn option(view: &View, value: &Value, [include, exclude]: [Change; 2]) -> impl IntoView + use<> {
    let Value { id, name, articles, on, out } = value.clone();
    let unit = if articles == 1 { " article" } else { " articles" };
    let (minus, left_out) = if out { ("−", " excluded") } else { ("", "") };
    let excludes = if out { format!("Let {name} in again") } else { format!("Exclude {name}") };
    // The row of a value that is ruled out lets it in again; asking for it is another click.
    let exclude = href(&exclude(view, &id));
    let follow = if out { exclude.clone() } else { href(&include(view, &id)) };
    let checked = match (on, out) {
        (true, _) => "true",
        (_, true) => "mixed",
        _ => "false",
    };
    let count = format!("{minus} {} ", wording::number(articles as usize));
    view! {
        <li class="option-row">
            <a class="option" class:option-on=on class:option-out=out class:option-none=articles == 0 href=follow
                role="checkbox" aria-checked=checked data-value=id>
                <span class="option-box" aria-hidden="true"></span>
                <span class="option-name">{name}</span>
                <span class="option-count">{count}<span class="visually-hidden">{unit}{left_out}</span></span>
            </a>
            <a class="out" class:out-on=out href=exclude aria-label=excludes></a>
        </li>
    }
}
