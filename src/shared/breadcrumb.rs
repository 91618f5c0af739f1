//! Where the reader is: what this was opened from, step by step.

use leptos::prelude::*;

/// A step back: what it is called, and its link.
pub(crate) type Crumb = (String, String);

/// The steps back from what is open, the outermost first.
#[component]
pub(crate) fn Breadcrumb(
    /// The steps.
    #[prop(into)]
    trail: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let crumb = |(name, link): Crumb| view! { <li><a href=link>{name}</a></li> };
    let trail = super::dynamic(move || trail.get().into_iter().map(crumb).collect_view());
    view! { <nav class="panel-back" aria-label="Opened from"><ol class="crumbs">{trail}</ol></nav> }
}
