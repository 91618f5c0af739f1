//! Edits that the view proposes: what they would change in what shows, to be kept or not.

use crate::browser;
use crate::shared::dynamic;
use crate::state::{App, Deferred, href};
use dateline_engine::actors::{Edit, edits};
use dateline_engine::explorer::Change;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// Changes shown; one edit rarely touches more actors.
const MOST: usize = 12;

/// What is said of edits.
#[derive(Clone)]
struct Notice {
    of: Vec<Edit>,
    title: String,
    lines: Vec<String>,
    /// Whether they mean something.
    right: bool,
    /// All edits with them, and of those the ones that take effect.
    all: Vec<Edit>,
    merged: Vec<Edit>,
}

/// What the edits that the view proposes would change; nothing where none is proposed.
#[component]
pub(crate) fn Preview(app: App) -> impl IntoView {
    let proposed = app.part(|view| (view.aliases.clone(), view.proposed.clone()));
    let said = RwSignal::new(None::<Notice>);
    // The control that has proposed the first of them.
    let control = StoredValue::new(String::new());
    let counted = StoredValue::new_local(None::<Deferred>);
    let focus = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        let (_, of) = proposed.get();
        let Some(first) = of.first().cloned() else {
            let control = control.try_update_value(std::mem::take).unwrap_or_default();
            if !control.is_empty() && !browser::focus_named("[data-from]", "data-from", &control) {
                browser::focus(".panel-title");
            }
            return said.set(None);
        };
        control.set_value(first.clone().into());
        counted.set_value(app.deferred(move || {
            let (view, reading) = (app.current(), app.current_reading());
            let all = edits::with(&app.lists.gazetteer, &view.edits, &of);
            // What is kept then is this reading.
            let after = app.reading_of(&all);
            let old = &reading.problems;
            let problems: Vec<_> = after.problems.iter().filter(|why| !old.contains(why)).cloned().collect();
            let right = problems.is_empty();
            let lines = if right { lines(&reading.changes(&after, &view)) } else { problems };
            let title = first.says(&after.gazetteer);
            said.set(Some(Notice { of, title, lines, right, all, merged: after.edits.clone() }));
            // After it has been drawn.
            focus.set_value(Some(browser::later(0, || browser::focus(".preview-title"))));
        }));
    });
    dynamic(move || {
        let view = app.view.get();
        let notice = said.get().filter(|notice| notice.of == view.proposed)?;
        Some(drawn(&view, notice))
    })
}

fn lines(changes: &[Change]) -> Vec<String> {
    let mut lines: Vec<String> = changes.iter().take(MOST).map(Change::says).collect();
    if lines.is_empty() {
        lines.push("This changes nothing in the current selection.".to_owned());
    }
    let more = changes.len().saturating_sub(MOST);
    if more > 0 {
        lines.push(format!("and {}", wording::count(more, "more actor")));
    }
    lines
}

/// The lines, and the ways on: to keep the edits only where they are right.
fn drawn(view: &View, Notice { title, lines, right, all, merged, .. }: Notice) -> impl IntoView + use<> {
    let cancelled = View { proposed: Vec::new(), ..view.clone() };
    let kept = View { edits: all, ..cancelled.clone() }.merged(&merged);
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let keep = right.then(|| view! { <a class="tool keep" href=href(&kept)>"Apply"</a> });
    view! {
        <section class="preview" aria-labelledby="preview-title">
            <h3 class="preview-title facet-title" id="preview-title" tabindex="-1">{title}</h3>
            <ul class=if right { "changes" } else { "problems" }>{lines}</ul>
            <p class="preview-ways">{keep}<a class="tool cancel" href=href(&cancelled)>"Cancel"</a></p>
        </section>
    }
}
