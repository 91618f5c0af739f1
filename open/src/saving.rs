//! What is open, as a page to send or to publish.

use crate::job::How;
use crate::state::Open;
use leptos::prelude::*;

/// The ways to save.
#[component]
pub(crate) fn Saving(open: Open) -> impl IntoView {
    let way = move |how: How, is_selection: bool, says: &'static str| {
        view! { <li><button class="tool" type="button" on:click=move |_| open.save(how, is_selection)>{says}</button></li> }
    };
    view! {
        <h3 class="open-part">"Save what is open"</h3>
        <ul class="open-ways">
            {way(How::OneFile, false, "As one file, to send or to open by double click")}
            {way(How::OneFile, true, "As one file, only the articles that the filters pick out")}
            {way(How::Folder, false, "For a web host, as .zip")}
        </ul>
        <p class="open-about">"The names that you have edited come with it."</p>
    }
}
