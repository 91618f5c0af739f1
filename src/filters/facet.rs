//! A filter with a list of values: each can be asked for or ruled out, and says how many articles that gives.

use crate::browser;
use crate::lasting::lasting;
use crate::shared::{Row, Seeker, ShowAll, folded, rows};
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
    values: ReadSignal<Vec<Value>>,
    /// What asks for a value, and what rules it out.
    changes: [Change; 2],
    /// Whether something else calls the value of this index so.
    #[prop(optional)]
    called: Option<Called>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let (sought, set_sought) = signal(String::new());
    let total = values.with_untracked(Vec::len);
    let options = lasting(move |_| {
        let view = app.view.with(View::list);
        let sought = sought.get();
        let every = all.get() || !sought.is_empty();
        let here = |(at, value): &(usize, &Value)| {
            // What would give nothing is no filter, unless somebody looks for it.
            let first = if value.articles > 0 { every || *at < FIRST } else { !sought.is_empty() };
            let is_called = || called.is_some_and(|called| called(app, &value.id, &sought));
            first && (sought.is_empty() || folded(&value.name).contains(&sought) || is_called())
                || value.on
                || value.out
        };
        let option = |(_, value): (usize, &Value)| Drawn::new(&view, value, changes);
        values.with(|values| values.iter().enumerate().filter(here).map(option).collect::<Vec<_>>())
    });
    let is_nobody = lasting(move |_| options.with(Vec::is_empty) && sought.with(|sought| !sought.is_empty()));
    let text =
        Signal::derive(move || {
            let sought = sought.get();
            href(&app.view.with(|view| View {
                query: [view.query.trim(), &sought].join(" ").trim().into(),
                ..view.list()
            }))
        });
    let nobody = move || ["No ", unit.trim_end_matches('s'), " called “", &sought.get(), "”. "].concat();
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
            <ul class="options" on:click=follow>{rows(options, option)}</ul>
            <Show when=move || is_nobody.get()>
                <p class="facet-note">{Signal::derive(nobody)} <a href=text>"Search the text for it"</a></p>
            </Show>
            <Show when=move || { total > FIRST && sought.with(String::is_empty) }>
                <ShowAll all label=format!("Show all {total}")/>
            </Show>
        </section>
    }
}

/// A value as it is drawn.
#[derive(Clone, PartialEq)]
struct Drawn {
    value: Value,
    /// The link of its row, and of the button that rules it out.
    follow: String,
    exclude: String,
}

impl Drawn {
    fn new(view: &View, value: &Value, [include, exclude]: [Change; 2]) -> Drawn {
        let exclude = href(&exclude(view, &value.id));
        // The row of a value that is ruled out lets it in again; asking for it is another click.
        let follow = if value.out { exclude.clone() } else { href(&include(view, &value.id)) };
        Drawn { value: value.clone(), follow, exclude }
    }

    fn checked(&self) -> &'static str {
        match (self.value.on, self.value.out) {
            (true, _) => "true",
            (_, true) => "mixed",
            _ => "false",
        }
    }

    fn excludes(&self) -> String {
        let Value { name, out, .. } = &self.value;
        if *out { format!("Let {name} in again") } else { format!("Exclude {name}") }
    }

    fn count(&self) -> String {
        let minus = if self.value.out { "−" } else { "" };
        [minus, " ", &wording::number(self.value.articles as usize), " "].concat()
    }

    /// What the number counts.
    fn unit(&self) -> &'static str {
        match (self.value.articles == 1, self.value.out) {
            (true, false) => "article",
            (true, true) => "article excluded",
            (false, false) => "articles",
            (false, true) => "articles excluded",
        }
    }
}

fn option(row: Row<Drawn>) -> AnyView {
    let out = row.part(|it| it.value.out);
    view! {
        <li class="option-row">
            <a class="option" class:option-on=row.part(|it| it.value.on) class:option-out=out
                class:option-none=row.part(|it| it.value.articles == 0) href=row.part(|it| it.follow.clone())
                role="checkbox" aria-checked=row.part(Drawn::checked) data-value=row.part(|it| it.value.id.clone())>
                <span class="option-box" aria-hidden="true"></span>
                <span class="option-name">{row.part(|it| it.value.name.clone())}</span>
                <span class="option-count">
                    {row.part(Drawn::count)}<span class="visually-hidden">{row.part(Drawn::unit)}</span>
                </span>
            </a>
            <a class="out" class:out-on=out href=row.part(|it| it.exclude.clone())
                aria-label=row.part(Drawn::excludes)></a>
        </li>
    }
    .into_any()
}
