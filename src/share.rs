//! What a reader sends to others: a link to what shows, the finding with its numbers and rule, a frame for another page, a
//! page on paper.

use crate::browser;
use crate::shared::{Taken, TakenText};
use crate::state::{App, link};
use dateline_engine::report::finding;
use dateline_engine::text::escape;
use dateline_engine::view::View;
use leptos::prelude::*;

/// The height of a frame, in pixels.
const FRAME: u32 = 700;

/// The button in the head, and what it opens.
#[component]
pub(crate) fn Share(app: App) -> impl IntoView {
    let taken = Taken::new();
    let found = move || {
        let (view, shown) = (app.current(), app.shown.get_untracked());
        let told = |rows: &Vec<_>| {
            finding(shown.explorer(), &shown.selection, &view, rows, &link(&view), app.fingerprint)
        };
        app.rows.with_untracked(told)
    };
    let frame = move || {
        let (link, title) = (escape(&link(&app.current())), escape(&app.corpus.title));
        format!(
            "<iframe src=\"{link}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"{FRAME}\" \
             style=\"border:0\"><a href=\"{link}\">{title}</a></iframe>"
        )
    };
    let ways: [(&'static str, &'static str, Box<dyn Fn() -> String + Send>); 3] = [
        ("Copy link to this view", "Link to this view", Box::new(move || link(&app.current()))),
        ("Copy finding: the numbers, how they were counted, the link", "Finding", Box::new(found)),
        ("Copy embed code", "Embed code", Box::new(frame)),
    ];
    let way = |(does, what, text): (&'static str, &'static str, Box<dyn Fn() -> String + Send>)| {
        view! { <li><button class="tool" type="button" on:click=move |_| taken.take(what, text())>{does}</button></li> }
    };
    let to_chart = move |_| {
        app.go(View { article: None, ..app.current().list() });
        browser::focus(".file");
    };
    view! {
        <button class="button share-button" type="button" popovertarget="share" aria-haspopup="dialog">"Share"</button>
        <div class="sheet share" id="share" popover="" role="dialog" aria-label="Share">
            <ul>
                {ways.into_iter().map(way).collect_view()}
                <li><button class="tool" type="button" popovertarget="share" popovertargetaction="hide" on:click=to_chart>"Pictures and tables of the chart"</button></li>
                <li><button class="tool" type="button" popovertarget="share" popovertargetaction="hide" on:click=|_| browser::print()>"Print a brief of one page"</button></li>
            </ul>
            <TakenText taken id="shared"/>
        </div>
    }
}
