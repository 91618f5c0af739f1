//! The panel: what can be brought, how far it is, and what became of it.

use crate::choose::Choose;
use crate::keeping::KeptList;
use crate::problems::Problems;
use crate::progress::Progress;
use crate::saving::Saving;
use crate::settings::Settings;
use crate::state::{Open, Stage};
use dateline_engine::wording::count;
use leptos::prelude::*;

/// The panel.
#[component]
pub(crate) fn Panel(open: Open) -> impl IntoView {
    let title = move || {
        open.report.with(|report| if report.is_some() { "Your texts" } else { "Open your own texts" })
    };
    let trouble = move || {
        let says = open.trouble.get()?;
        Some(view! { <p class="open-trouble" role="alert">{says}</p> })
    };
    let is_working = Memo::new(move |_| matches!(open.stage.get(), Stage::Working(_)));
    let inside = move || match is_working.get() {
        true => view! { <Progress open/> }.into_any(),
        false => view! {
            {trouble}
            <Yours open/>
            <Choose open/>
            <KeptList open/>
            <Show when=move || open.has_articles.get()><Saving open/></Show>
        }
        .into_any(),
    };
    // Escape stops what runs, and does not close what says how far it is.
    let cancel = move |event: leptos::ev::Event| {
        if is_working.get_untracked() {
            event.prevent_default();
            open.stop();
        }
    };
    view! {
        <dialog class="open" aria-label=title on:cancel=cancel>
            <p class="open-head">
                <strong class="open-title" tabindex="-1" autofocus>{title}</strong>
                <button class="overlay-opener" type="button" disabled=is_working on:click=move |_| open.hide()>"Close"</button>
            </p>
            {inside}
        </dialog>
    }
}

/// What was read.
#[component]
fn Yours(open: Open) -> impl IntoView {
    let yours = move || {
        let report = open.report.get()?;
        let says = format!(
            "{}: {} from {}. They are on this computer alone, and gone when this page is closed, unless you keep or save them.",
            report.title,
            count(report.articles, "article"),
            count(report.files, "file")
        );
        let known = (!report.known.is_empty()).then(|| {
            let files = count(report.known.len(), "file");
            let says = format!(
                "{files} had come before with the same text, and stand there once: {}.",
                report.known.join(", ")
            );
            view! { <p class="open-about">{says}</p> }
        });
        Some(view! {
            <p>{says}</p>
            {known}
            <Problems open problems=report.problems.clone()/>
            <Settings open report/>
            <p class="open-tools">
                <button class="button" type="button" on:click=move |_| open.keep()>"Keep on this computer"</button>
            </p>
        })
    };
    view! { <div>{yours}</div> }
}
