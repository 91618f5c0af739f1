//! Who is mentioned how often: bars whose names filter and whose lengths open their evidence.

use crate::more;
use crate::state::{App, href};
use dateline_engine::actors::Actor;
use dateline_engine::charts::{Bar, bars};
use dateline_engine::view::{View, wording};
use leptos::prelude::*;

/// Bars shown before "Show all".
const FIRST: usize = 15;

/// The chart.
pub(crate) fn chart(app: App) -> impl IntoView {
    let (all, set_all) = signal(false);
    let takeaway = move || app.selection.with(|s| wording::takeaway(&app.explorer.mentions, s));
    let rule = move || app.selection.with(|s| wording::counting_rule(&app.explorer.corpus, s));
    // Read by the rows and by the button under them.
    let drawn = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { FIRST };
        app.selection.with(|s| bars(s.actors.iter().map(|c| (c.actor, c.mentions)), most))
    });
    let rows = move || {
        let view = app.view();
        let row =
            |bar: Bar<_>| Some(row(&view, app.explorer.mentions.actor(bar.key)?, bar.value, bar.length));
        drawn.get().bars.into_iter().filter_map(row).collect_view()
    };
    let left_out = move || drawn.with(|chart| chart.left_out);
    let more = move || {
        (left_out() > 0 || all.get())
            .then(|| more::toggle(all, set_all, move || format!("Show {} more", left_out())))
    };
    view! {
        <aside class="chart" aria-labelledby="chart-title">
            <h2 class="chart-title" id="chart-title">{takeaway}</h2>
            <p class="chart-about">"Mentions per actor. A name filters; a bar opens its mentions."</p>
            <ol class="bars">{rows}</ol>
            {more}
            <p class="chart-rule">{rule}</p>
        </aside>
    }
}

fn row(view: &View, actor: &Actor, value: u32, length: f64) -> impl IntoView + use<> {
    let on = view.actors.contains(&actor.id);
    let filter = href(&view.toggle_actor(&actor.id));
    let evidence = href(&view.open_mentions(&actor.id));
    let mentions = wording::count(value as usize, "mention");
    let says_filter = if on {
        format!("Stop filtering by {}", actor.name)
    } else {
        format!("Only articles that mention {}", actor.name)
    };
    let says_bar = format!("Read the {mentions} of {}", actor.name);
    let open = view.mentions.as_deref() == Some(&actor.id);
    let drawn_length = format!("--length: {length:.4}");
    view! {
        <li class="bar-row" class:bar-row-open=open>
            <a class="bar-name" class:bar-name-on=on href=filter title=says_filter.clone() aria-label=says_filter>
                {actor.name.clone()}
            </a>
            <a class="bar" href=evidence title=says_bar.clone() aria-label=says_bar data-actor=actor.id.clone()
                aria-current=open.then_some("true")>
                <svg class="bar-plot" style=drawn_length viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                    {|| view! { <rect width="1" height="1"></rect> }}
                </svg>
                <span class="bar-value">{wording::number(value as usize)}</span>
            </a>
        </li>
    }
}
