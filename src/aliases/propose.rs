//! Edits that the view proposes: what they would change in what shows, to be kept or not.

use crate::browser;
use crate::element::{El, ElementPart, el, live};
use crate::state::{App, Deferred, href};
use dateline_engine::actors::{Edit, edits};
use dateline_engine::explorer::Change;
use dateline_engine::view::View;
use dateline_engine::wording;
use leptos::prelude::*;

/// Changes shown; one edit rarely touches more actors.
const MOST: usize = 12;

/// What is said of edits.
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

/// What the edits that the view proposes would change; nothing where none is proposed. `open` changes with them.
pub(super) fn preview(app: App, open: Memo<String>) -> ElementPart {
    let (said, set_said) = signal(None::<Notice>);
    // The control that has proposed the first of them.
    let control = StoredValue::new(String::new());
    let counted = StoredValue::new_local(None::<Deferred>);
    let focus = StoredValue::new_local(None::<browser::Later>);
    Effect::new(move |_| {
        // Read, for one that is only followed does not look.
        open.with(|_| ());
        let of = app.current().proposed;
        let Some(first) = of.first().cloned() else {
            let control = control.try_update_value(std::mem::take).unwrap_or_default();
            if !control.is_empty() && !browser::focus_named("[data-from]", "data-from", &control) {
                browser::focus(".panel-title");
            }
            return set_said.set(None);
        };
        control.set_value(first.clone().into());
        counted.set_value(app.deferred(move || {
            let view = app.current();
            let all = edits::with(&app.lists.gazetteer, &view.edits, &of);
            let after = app.preview(&all);
            let old = &app.reading.problems;
            let problems: Vec<_> = after.problems.iter().filter(|why| !old.contains(why)).cloned().collect();
            let right = problems.is_empty();
            let lines = if right { lines(&app.reading.changes(&after, &view)) } else { problems };
            let title = first.says(&after.gazetteer);
            set_said.set(Some(Notice { of, title, lines, right, all, merged: after.edits }));
            // After it has been drawn.
            focus.set_value(Some(browser::later(0, || browser::focus(".preview-title"))));
        }));
    });
    live(move || {
        let view = app.view();
        said.with(|said| said.as_ref().filter(|said| said.of == view.proposed).map(|said| drawn(&view, said)))
    })
}

fn lines(changes: &[Change]) -> Vec<String> {
    let mut lines: Vec<String> = changes.iter().take(MOST).map(Change::says).collect();
    if lines.is_empty() {
        lines.push("Nothing that shows would change.".to_owned());
    }
    let more = changes.len().saturating_sub(MOST);
    if more > 0 {
        lines.push(format!("and {}", wording::count(more, "more actor")));
    }
    lines
}

/// The lines, and the ways on: to keep the edits only where they are right.
fn drawn(view: &View, Notice { title, lines, right, all, merged, .. }: &Notice) -> El {
    let cancelled = View { proposed: Vec::new(), ..view.clone() };
    let kept = View { edits: all.clone(), ..cancelled.clone() }.merged(merged);
    let lines = lines.iter().map(|line| el("li", "").say(line.clone()));
    let way = |class, view: &View, says: &'static str| el("a", class).set("href", href(view)).say(says);
    let keep = right.then(|| way("tool keep", &kept, "Keep"));
    let ways = keep.into_iter().chain([way("tool cancel", &cancelled, "Cancel")]);
    el("section", "preview")
        .set("aria-labelledby", "preview-title")
        .with(
            el("h3", "preview-title facet-title")
                .set("id", "preview-title")
                .set("tabindex", "-1")
                .say(title.clone()),
        )
        .with(el("ul", if *right { "changes" } else { "problems" }).all(lines))
        .with(el("p", "preview-ways").all(ways))
}
