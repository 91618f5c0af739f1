//! What a reader can bring: files, a folder, pasted text.

use crate::browser;
use crate::browser::Array;
use crate::state::Open;
use leptos::prelude::*;

/// The place to drop on, and the ways around it.
#[component]
pub(crate) fn Choose(open: Open) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let paste = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            let file = Array::of2(&"pasted.txt".into(), &browser::text_file(&text));
            open.bring(Array::of1(&file));
            pasted.set(String::new());
        }
    };
    let chosen = move |event: leptos::ev::Event| open.choose(browser::chosen(&event));
    // Leptos does not know this attribute.
    let folder = view! { <input class="visually-hidden open-folder" type="file" multiple on:change=chosen/> };
    let folder = folder.attr("webkitdirectory", "");
    let joins = move || match open.report.with(Option::is_some) {
        true => "Add them to what is open",
        false => "Add them to the articles of this page",
    };
    let turn = move |event| open.adds.set(event_target_checked(&event));
    view! {
        <div class="open-drop">
            <p class="open-drop-says">"Drop texts or folders anywhere on this page"</p>
            <p class="open-tools">
                <label class="button">"Choose files" <input class="visually-hidden open-files" type="file" multiple on:change=chosen/></label>
                <label class="button">"Choose a folder" {folder}</label>
            </p>
            <p class="open-about">
                "Plain text, web pages, feeds, JSON, CSV, Markdown, Word, mails, crawls, exports of press databases; also in .zip and .gz. "
                "A corpus.toml and an actors.toml among them count. Nothing is sent: the page reads them here, and its policy forbids it to send anything."
            </p>
        </div>
        <Show when=move || open.has_articles.get()>
            <label class="open-adds"><input type="checkbox" prop:checked=open.adds on:change=turn/> {joins}</label>
        </Show>
        <details class="open-paste">
            <summary>"Paste a text"</summary>
            <form on:submit=paste>
                <textarea class="open-text" rows="6" aria-label="The text" prop:value=pasted on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                <button class="button" type="submit">"Read it"</button>
            </form>
        </details>
    }
}
