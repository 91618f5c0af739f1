//! How far a job is, and the way to stop it.

use crate::state::{Open, Stage};
use dateline_engine::wording::{count, number};
use leptos::prelude::*;

/// The bar.
#[component]
pub(crate) fn Progress(open: Open) -> impl IntoView {
    let says = Signal::derive(move || match open.stage.get() {
        Stage::Working(says) => says,
        Stage::Idle => Default::default(),
    });
    // Each stage is spoken, and not each number.
    let does = Memo::new(move |_| {
        says.with(|says| if says.does.is_empty() { "Beginning".to_owned() } else { says.does.clone() })
    });
    let line = move || {
        let says = says.get();
        let mut line = String::new();
        if says.of > 0 {
            line += &format!(", {} of {}", number(says.done), number(says.of));
        }
        if says.bytes > 0 {
            line += &format!(" · {} KB", number(says.bytes.div_ceil(1024)));
        }
        if says.articles > 0 {
            line += &format!(" · {}", count(says.articles, "article"));
        }
        line
    };
    view! {
        <div class="open-progress">
            <p><span role="status">{does}</span> {line}</p>
            <progress aria-label="Progress" max=move || says.with(|says| says.of.max(1).to_string()) prop:value=move || says.with(|says| says.done as f64)></progress>
            <button class="button open-stop" type="button" on:click=move |_| open.stop()>"Stop"</button>
        </div>
    }
}
