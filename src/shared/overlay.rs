//! What opens over the page by a button of the same name: Escape closes it, and the focus comes back to the button.

use crate::browser;
use leptos::prelude::*;

/// The button, and what it opens.
#[component]
pub(crate) fn Overlay(
    id: &'static str,
    /// What button and overlay are called.
    title: &'static str,
    children: Children,
) -> impl IntoView {
    // The browser gives it back where it was.
    let take_focus = |_| browser::focus(":popover-open > .overlay-head > .overlay-title");
    view! {
        <button class="overlay-opener" type="button" popovertarget=id>{title}</button>
        <div class="overlay" id=id popover="auto" role="dialog" aria-label=title on:toggle=take_focus>
            <p class="overlay-head">
                <strong class="overlay-title" tabindex="-1">{title}</strong>
                <button class="overlay-opener" type="button" popovertarget=id popovertargetaction="hide">"Close"</button>
            </p>
            {children()}
        </div>
    }
}
