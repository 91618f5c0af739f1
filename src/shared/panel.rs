//! The frame of what opens over the list: the way back, a title that takes the focus, and what it opens.

use super::{Breadcrumb, Crumb};
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
    /// Steps back between the articles and this.
    #[prop(optional, into)]
    between: Option<Signal<Vec<Crumb>>>,
    children: Children,
) -> impl IntoView {
    let articles = app.link(View::list);
    let trail = Signal::derive(move || {
        let between = between.map(|between| between.get()).unwrap_or_default();
        std::iter::once(("Articles".to_owned(), articles.get())).chain(between).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        browser::scroll_to(".panel", browser::Place::Top);
        if takes_focus {
            browser::focus(".panel-title");
        }
    });
    view! {
        <section class="panel">
            <Breadcrumb trail/>
            <h2 class="panel-title" tabindex="-1">{title}</h2>
            {children()}
        </section>
    }
}
