//! What a reader sends to others: a link to what shows, the finding with its numbers and rule, a frame for another page, a
//! page on paper.

use crate::browser;
use crate::shared::{Overlay, Taken, TakenText};
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
    let to_chart = move || {
        app.go(View { article: None, ..app.current().list() });
        browser::focus(".file");
    };
    let last = [
        ("Pictures and tables of the chart", Box::new(to_chart) as Box<dyn Fn() + Send>),
        ("Print a brief of one page", Box::new(browser::print)),
    ];
    let leave = |(does, act): (&'static str, Box<dyn Fn() + Send>)| {
        view! {
            <li><button class="tool" type="button" popovertarget="share" popovertargetaction="hide" on:click=move |_| act()>{does}</button></li>
        }
    };
    view! {
        <div class="share">
            <Overlay id="share" title="Share">
                <ul>{ways.into_iter().map(way).collect_view()} {last.into_iter().map(leave).collect_view()}</ul>
                <TakenText taken id="shared"/>
            </Overlay>
        </div>
    }
}
