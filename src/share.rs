//! What a reader sends to others: a link to what shows, the finding with its numbers and rule, a frame for another page, a
//! page on paper.

use crate::browser;
use crate::shared::{Overlay, Taken, TakenText};
use crate::state::{App, link};
use dateline_engine::report::{embed_code, finding};
use dateline_engine::view::View;
use leptos::prelude::*;

/// What can be copied.
struct Way {
    does: &'static str,
    /// What it is called once it is copied.
    what: &'static str,
    text: Box<dyn Fn() -> String + Send>,
}

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
    let frame = move |view: View| embed_code(&link(&view), &app.corpus.title);
    let ways = [
        Way {
            does: "Copy link to this view",
            what: "Link to this view",
            text: Box::new(move || link(&app.current())),
        },
        Way {
            does: "Copy finding: the numbers, how they were counted, the link",
            what: "Finding",
            text: Box::new(found),
        },
        Way {
            does: "Copy embed code: a frame with this view, always with the newest numbers",
            what: "Embed code",
            text: Box::new(move || frame(app.current())),
        },
        Way {
            does: "Copy embed code that says when the numbers are of another version",
            what: "Embed code of this version",
            text: Box::new(move || frame(app.current().of_this_version(app.fingerprint))),
        },
    ];
    let way = move |Way { does, what, text }: Way| {
        view! { <li><button class="tool" type="button" on:click=move |_| taken.take(what, text())>{does}</button></li> }
    };
    let to_chart = move || {
        app.go(app.current().list());
        browser::focus(".chart .file");
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
            <button class="overlay-opener" type="button" data-open="">"Open texts"</button>
            <Overlay id="share" title="Share">
                <ul>{ways.into_iter().map(way).collect_view()} {last.into_iter().map(leave).collect_view()}</ul>
                <TakenText taken id="shared"/>
            </Overlay>
        </div>
    }
}
