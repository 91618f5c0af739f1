//! The frame of what opens over the list: the way back, a title that takes the focus, and what it opens.

use crate::browser;
use crate::state::{App, href};
use dateline_engine::view::View;
use leptos::prelude::*;

/// The frame around its children.
#[component]
pub(crate) fn Panel(
    app: App,
    /// The title, which takes the focus.
    #[prop(into)]
    title: Signal<String>,
    children: Children,
) -> impl IntoView {
    Effect::new(|_| {
        browser::scroll_to(".panel", browser::Place::Top);
        browser::focus(".panel-title");
    });
    view! {
        <section class="panel">
            <p class="panel-back"><a href=move || href(&app.view.with(View::list))>"← Back to the articles"</a></p>
            <h2 class="panel-title" tabindex="-1">{title}</h2>
            {children()}
        </section>
    }
}
