//! The list of what a reader keeps on this computer: to open, rename and delete.

use crate::browser;
use crate::kept::Kept;
use crate::state::Open;
use dateline_engine::wording::{count, number};
use leptos::prelude::*;

/// The list.
#[component]
pub(crate) fn KeptList(open: Open) -> impl IntoView {
    let row = move |kept: Kept| {
        let id = kept.id;
        let now = move || {
            let found = open.kept.with(|list| list.as_ref().ok()?.iter().find(|it| it.id == id).cloned());
            found.unwrap_or_else(|| kept.clone())
        };
        let now = Memo::new(move |_| now());
        let about = move || {
            let Kept { saved, articles, bytes, .. } = now.get();
            let size = number(bytes.div_ceil(1024));
            format!("{}, {size} KB, kept on {}", count(articles, "article"), browser::day(saved))
        };
        let rename = move |event: leptos::ev::Event| match browser::value(&event).trim() {
            "" => browser::put_value(&event, &now.with_untracked(|kept| kept.name.clone())),
            name => open.rename(id, name.to_owned()),
        };
        let says = move |does: &str| now.with(|kept| format!("{does} {}", kept.name));
        view! {
            <li class="open-kept">
                <input class="open-name" aria-label="Name" prop:value=move || now.get().name on:change=rename/>
                <span class="open-about">{about}</span>
                <button class="tool" type="button" aria-label=move || says("Open") on:click=move |_| open.open_kept(id)>"Open"</button>
                <button class="tool" type="button" aria-label=move || says("Delete") on:click=move |_| open.remove(id)>"Delete"</button>
            </li>
        }
    };
    let list = move || open.kept.get().unwrap_or_default();
    let has_some = Memo::new(move |_| !list().is_empty());
    let trouble = move || {
        let why = open.kept.get().err()?;
        let says = format!("Nothing can be kept on this computer from here ({why}). All else works.");
        Some(view! { <p class="open-about">{says}</p> })
    };
    view! {
        <div>
            <Show when=move || has_some.get()><h3 class="open-part">"Kept on this computer"</h3></Show>
            <ul><For each=list key=|kept| kept.id as u64 children=row/></ul>
            {trouble}
        </div>
    }
}
