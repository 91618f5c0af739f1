//! The problems of what was read, with the lines that they stand in.

use crate::state::Open;
use dateline_engine::report::reading::Trouble;
use dateline_engine::view::{View, to_fragment};
use dateline_engine::wording::count;
use leptos::prelude::*;

/// So many are listed; a reader looks through no more.
const LISTED: usize = 200;

/// The list.
#[component]
pub(crate) fn Problems(open: Open, problems: Vec<Trouble>) -> impl IntoView {
    let total = problems.len();
    let row = move |trouble: Trouble| {
        let Trouble { file, place, message, line, article } = trouble;
        let place = match place {
            Some((line, column)) => format!("{file}, line {line}, column {column}"),
            None => file,
        };
        let line = (!line.trim().is_empty()).then(|| view! { <code class="open-line">{line}</code> });
        let link = article.map(|article| {
            let view = View { article: Some(article), source_text: true, ..View::default() };
            let href = format!("#{}", to_fragment(&view));
            view! { <a href=href on:click=move |_| open.hide()>"Show it in its article"</a> }
        });
        view! { <li class="open-problem"><strong>{place}</strong> ": " {message} {line} {link}</li> }
    };
    let rest = total.checked_sub(LISTED).filter(|rest| *rest > 0);
    let rest = rest.map(|rest| view! { <p class="open-about">{format!("{} more are in the card \"About this corpus\".", count(rest, "problem"))}</p> });
    (total > 0).then(|| {
        view! {
            <details class="open-problems" open>
                <summary>{count(total, "problem")}</summary>
                <ul>{problems.into_iter().take(LISTED).map(row).collect_view()}</ul>
                {rest}
            </details>
        }
    })
}
