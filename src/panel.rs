//! The frame of what opens over the list: the way back, a title that takes the focus, and what it opens.

use crate::browser::{self, Place};
use crate::state::{App, href};
use leptos::prelude::*;

/// The frame around `content`.
pub(crate) fn panel(app: App, title: Signal<String>, content: AnyView) -> impl IntoView {
    Effect::new(|_| {
        browser::scroll_to(".panel", Place::Top);
        browser::focus(".panel-title");
    });
    view! {
        <section class="panel">
            <p class="panel-back"><a href=move || href(&app.view().list())>"← Back to the articles"</a></p>
            <h2 class="panel-title" tabindex="-1">{move || title.get()}</h2>
            {content}
        </section>
    }
}
