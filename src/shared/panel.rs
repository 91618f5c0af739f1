//! The frame of what opens over the list: the way back, a title that takes the focus, and what it opens.

use crate::browser;
use crate::state::App;
use dateline_engine::view::View;
use leptos::prelude::*;

/// The frame around its children.
#[component]
pub(crate) fn Panel(
    app: App,
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// Whether the title takes the focus; something else in the panel may.
    #[prop(default = true)]
    takes_focus: bool,
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| {
        browser::scroll_to(".panel", browser::Place::Top);
        if takes_focus {
            browser::focus(".panel-title");
        }
    });
    view! {
        <section class="panel">
            <p class="panel-back"><a href=app.link(View::list)>"← Back to the articles"</a></p>
            <h2 class="panel-title" tabindex="-1">{title}</h2>
            {children()}
        </section>
    }
}
